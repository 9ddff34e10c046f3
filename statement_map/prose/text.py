"""A plain text, in its language, cut into paragraphs and sentences."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from statement_map.errors import DataError, DataErrors
from statement_map.fields import MAX_PARAGRAPHS
from statement_map.prose.languages import CODES, table_of
from statement_map.reading.files import read_text, split_lines
from statement_map.reading.paragraphs import BULLETS, Paragraph, break_pages, find_paragraphs

LANGUAGES = CODES
"""In which texts are drafted."""

MAX_CHARACTERS = 4_000_000
"""The longest text that is drafted: some 1 300 pages."""

_LANGUAGE_SAMPLE = 200_000
"""Its language is told by so many of its characters, so that a book takes no longer."""

_LONGEST_SENTENCE = 2_000
"""Characters; what has no full stop for so long is a table or a list, and cut at a blank."""

_LEADING = f"{BULLETS} \t"
_LEAST_SHARE = 0.15
"""So many of a text's words are at least among the most frequent ones of its language."""

_FOREIGN_SHARE = 0.02
"""With more letters than that which no language here has, a text is in another one."""

_WORD = re.compile(r"[^\W\d_]+")
_OTHER_LATIN = re.compile("[ěščřžůľťďßäöüáéíúàèìòùâêîôûëïçñãõåøæőű]")
_LOANED = "óéüöäáèçñ"
"""Letters of names from elsewhere, which any language may have."""

# Each takes time in proportion to what it reads: none starts anew within a run of full stops, and
# none crosses the end of a line to look for the next.
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?=\s|$)")
_NEXT = re.compile(r"\s*+[\"'„“”‘’«(\[–—-]{0,20}\s*+(\S)")
_ITEM = re.compile(r"[^\S\n]*+(?:[-–—*•]|\(?\d{1,3}[.)]\s|[a-z]\)\s)")

_BEFORE_NUMBER = re.compile(
    r"(?:(?P<alone>(?:^|\n)\W*)|(?<![^\W\d_]))(?P<word>[^\W\d_]+)\.?(?P<gap>\s+)['’]?$"
)
"""A word before a number, and whether it stands at the beginning of its line."""

_HOUR = re.compile(r"(?:^|\n)\W*\d{1,2}(?:[.:]\d\d)?\s*[^\W\d]\.[^\W\d]$")
"""An hour at the head of a line, but for its last full stop: 9 a.m."""

_DASH = re.compile(r"\s*[–—|-]")
_LAST_DAY = 31
_ROMAN = re.compile("[IVX]+")
_DATED_BEHIND = re.compile(r"[^\S\n]+\((?=[^()\n]*\d)[^()\n]{1,40}\)\.?[^\S\n]*(?:\n|$)")
"""What goes with the sentence before it, at the end of a line: (3 May 1921)"""

_NUMBER = re.compile(r"(?:^|\n)[^\w\n]*[IVX]+$")
"""What numbers a section, but for its full stop: II. Weather."""

_HEADING_LINE = re.compile(r"[^\n]{0,59}[^\s.!?…:;,\n-][^\S\n]*\n(?=[^\w\n]{0,3}[^\W_a-zà-öø-ÿ])")
"""A short first line of a paragraph that ends like no sentence, before one that starts like one."""

_NARROW = 50
"""No page is as narrow as lines of so many characters: theirs were ended by whoever wrote them."""

_PAGE_EDGE = 0.9
"""The share of its longest line that a page's other lines fill, with the next word, at least."""

_LISTED_SHARE = 0.5
"""Where so many of its lines end early, a paragraph is a list of lines."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph; ``start`` counts characters in the paragraph's text.

    ``opens_line`` is set where it opens its paragraph, or an item or a line of a list in it,
    ``starts_line`` where it opens any line, which may be one of a page.
    """

    paragraph: int
    start: int
    line: int
    text: str
    opens_line: bool = True
    starts_line: bool = True

    @property
    def opens_item(self) -> bool:
        """Whether a further item of its paragraph starts with it: "- Rain in Leeds"."""
        return self.start > 0 and self.opens_line and _ITEM.match(self.text) is not None


@dataclass(frozen=True)
class _Abbreviations:
    """Those of a language; ``closing`` are the ones that often end a sentence.

    ``months`` are their names: a number behind one is no ordinal, as one with a full stop is where
    the language ``has_ordinals`` written so. ``hours`` end none before a dash, and ``ditto`` are
    short at the beginning of a line, where they stand for what is above.
    """

    all: frozenset[str]
    closing: frozenset[str]
    months: frozenset[str]
    hours: frozenset[str]
    ditto: frozenset[str]
    has_ordinals: bool


@cache
def _abbreviations_of(language: str) -> _Abbreviations:
    table = table_of(language)
    return _Abbreviations(
        table.words("text", "abbreviations"),
        table.words("text", "closing"),
        frozenset("|".join(table.section("lexicon").get("months", ())).split("|")),
        table.words("text", "hours"),
        table.words("text", "ditto"),
        bool(table.section("text").get("ordinals_with_full_stops", True)),
    )


@dataclass(frozen=True)
class SourceText:
    """A text to be drafted.

    ``name`` is that of its file; paragraph 0 is the introduction, which may be empty. ``text`` has
    line feeds for line ends, and ``digest`` is the SHA-256 of the file's own bytes.
    """

    name: str
    text: str
    language: str
    digest: str
    introduction: Paragraph
    paragraphs: tuple[Paragraph, ...]

    @property
    def numbered(self) -> Iterator[tuple[int, Paragraph]]:
        """All paragraphs with their numbers, the introduction (0) first."""
        yield 0, self.introduction
        yield from enumerate(self.paragraphs, start=1)

    def sentences(self) -> Iterator[Sentence]:
        """Yield all sentences in the order of the text."""
        for number, paragraph in self.numbered:
            line, counted = paragraph.line, 0
            is_list = _is_list_of_lines(paragraph.text)
            for start, stop in split_sentences(paragraph.text, self.language):
                line += paragraph.text.count("\n", counted, start)
                counted = start
                own = paragraph.text[start:stop]
                at = _behind_bullet(paragraph.text, start)
                starts = at == 0 or paragraph.text[at - 1] == "\n"
                is_item = at == 0 or is_list or _ITEM.match(paragraph.text, start) is not None
                yield Sentence(number, start, line, own, starts and is_item, starts)


def _behind_bullet(text: str, at: int) -> int:
    """Return where the bullet and the blanks right before a character start."""
    while at and text[at - 1] in _LEADING:
        at -= 1
    return at


def read_source(path: Path, language: str | None = None) -> SourceText:
    """Read the text in the file at ``path``.

    Raises :class:`DataErrors` if it is no text in UTF-8, is empty or too long, or, where no
    ``language`` is given, is in none of :data:`LANGUAGES`.
    """
    errors: list[DataError] = []
    text = read_text(path, errors, break_pages)
    if errors or text is None:
        raise DataErrors(errors)
    return build_source(str(path), text, language, path.read_bytes())


def build_source(
    name: str, text: str, language: str | None = None, content: bytes | None = None
) -> SourceText:
    """Return ``text`` taken apart; ``content`` are the bytes of its file, if they differ.

    Raises what :func:`read_source` raises for a text.
    """
    if len(text) > MAX_CHARACTERS:
        fault = f"is too long; found {len(text)} characters; draft at most {MAX_CHARACTERS} at once"
        raise DataErrors([DataError(name, None, "", fault)])
    digest = sha256(text.encode() if content is None else content).hexdigest()
    text = "\n".join(split_lines(text))
    introduction, paragraphs = find_paragraphs(text)
    if len(paragraphs) > MAX_PARAGRAPHS:
        fault = f"has too many paragraphs; found {len(paragraphs)}; draft {MAX_PARAGRAPHS} at once"
        raise DataErrors([DataError(name, None, "", fault)])
    found = language or detect_language(text)
    if found is None:
        fault = (
            "is in no language that is drafted; found neither Polish, English nor Ukrainian words "
            "enough; name the language with --language if it is one of them"
        )
        raise DataErrors([DataError(name, None, "", fault)])
    return SourceText(name, text, found, digest, introduction, paragraphs)


def detect_language(text: str) -> str | None:
    """Return the language of ``text``, None if it is in none of :data:`LANGUAGES`.

    Its letters tell it, and how many of its words are among the most frequent ones of a language or
    its months, which a list without sentences has too.
    """
    sample = text[:_LANGUAGE_SAMPLE].casefold()
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    tables = [table_of(code) for code in LANGUAGES]
    own = {table.code: str(table.section("text").get("letters", "")) for table in tables}
    alphabets = {table.code: str(table.section("text").get("alphabet", "")) for table in tables}
    known = "".join((string.ascii_lowercase, _LOANED, *own.values(), *alphabets.values()))
    foreign = sum(it.isalpha() and it not in known for it in sample)
    if not words or foreign > _FOREIGN_SHARE * letters:
        return None
    other = len(_OTHER_LATIN.findall(sample))
    frequent = {
        table.code: table.words("text", "frequent") | _abbreviations_of(table.code).months
        for table in tables
    }
    shares = {
        code: sum(word in own for word in words) / len(words) for code, own in frequent.items()
    }
    best = max(LANGUAGES, key=lambda code: shares[code])
    for code, marks in own.items():
        count = sum(map(sample.count, marks))
        if count > max(other, 0.01 * letters) and shares[code] >= shares[best]:
            return code  # a list of dates and names has no other sign
    if shares[best] < _LEAST_SHARE or other > _FOREIGN_SHARE * letters:
        return None
    if alphabets[best] and not any(map(sample.count, own[best])):
        return None  # Russian has much of the alphabet, and none of the letters of its own
    return best


def split_sentences(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a paragraph starts and stops.

    A line that starts like an item of a list is a sentence of its own, and what is longer than any
    sentence is cut: reading it as a whole would take too long. Of the packages that split
    sentences, pysbd cuts Polish at "2022 r. w" and after most abbreviations.
    """
    start = 0
    for end in (*_find_ends(text, _abbreviations_of(language)), len(text)):
        while start < end:
            stop = end
            if end - start > _LONGEST_SENTENCE:
                space = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
                stop = space if space > 0 else start + _LONGEST_SENTENCE
            if own := text[start:stop].strip().lstrip(_LEADING):
                first = text.index(own, start)
                yield first, first + len(own)
            start = stop


def _find_ends(text: str, words: _Abbreviations) -> Iterator[int]:
    ends = [found.end() for found in _END.finditer(text) if _is_end(text, found, words)]
    breaks = [
        found.end()
        for found in re.finditer(r"\n", text)
        if _ITEM.match(text, found.end()) or text.endswith((".", "!", "?", ":"), 0, found.start())
    ]
    if heading := _HEADING_LINE.match(text):
        breaks.append(heading.end())
    if _is_list_of_lines(text):
        breaks += [found.end() for found in re.finditer(r"\n", text)]
    yield from sorted({*ends, *breaks})


def _is_list_of_lines(text: str) -> bool:
    """Return whether the lines of a paragraph end where somebody ended them, and no page did.

    On a page the first word of the next line would not have fitted; a short line that goes on
    starts with a small letter in the next.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < 2:
        return False
    if len(lines) > 2:
        lines = lines[1:] if _HEADING_LINE.match(text) else lines
        if all(line.endswith((".", "!", "?")) for line in lines):
            return True
    longest = max(map(len, lines))
    if longest < _NARROW and not any(line[0].islower() for line in lines[1:]):
        return True
    early = sum(
        len(line) + 1 + len(following.split()[0]) <= _PAGE_EDGE * longest
        for line, following in pairwise(lines)
    )
    return early >= _LISTED_SHARE * (len(lines) - 1)


def _ends_hour(text: str, found: re.Match[str], last: str, words: _Abbreviations) -> bool:
    """Return whether a full stop is that of an hour: "9 a.m. Breakfast", "6 p.m. – York"."""
    if _HOUR.search(text[max(0, found.start() - 20) : found.start()]):
        return True
    return last.casefold() in words.hours and _DASH.match(text, found.end()) is not None


def _is_ditto(text: str, found: re.Match[str], last: str, words: _Abbreviations) -> bool:
    """Return whether a full stop is that of a word for what stands above: "do.  3 May"."""
    at = found.start() - len(last)
    return last.casefold() in words.ditto and text[max(0, at - 1) : at] in {"", "\n"}


def _is_initial_or_number(text: str, found: re.Match[str], last: str) -> bool:
    """Return whether a full stop is that of an initial, or numbers a section: "II. Weather"."""
    is_initial = len(last) == 1 and last.isalpha() and last.isupper()
    return (
        is_initial or _NUMBER.search(text[max(0, found.start() - 20) : found.start()]) is not None
    )


def _is_end(text: str, found: re.Match[str], words: _Abbreviations) -> bool:
    following = _NEXT.match(text, found.end())
    if following is None:
        return True
    if following[1].islower() or _DATED_BEHIND.match(text, found.end()):
        return False
    if not found.group().startswith(".") or found.group().startswith(".."):
        return True
    word = re.search(r"[\w.]*$", text[max(0, found.start() - 20) : found.start()])
    last = word.group() if word else ""
    if _is_initial_or_number(text, found, last):
        return False
    if following[1].isdigit() and _ROMAN.fullmatch(last):
        return False  # 1. IX. 1939
    if last.isdigit() and len(last) <= 2:
        before = _BEFORE_NUMBER.search(text[max(0, found.start() - 30) : found.start() - len(last)])
        is_heading = before and "\n" in before["gap"] and before["alone"] is not None
        if before and not is_heading and before["word"].casefold() in words.months:
            return following[1].isupper()  # by August 18. The city
        is_ordinal = words.has_ordinals or int(last) <= _LAST_DAY  # "aged 69. Some of them"
        return not (is_ordinal and (following[1].isalpha() or following[1].isdigit()))
    if _ends_hour(text, found, last, words) or _is_ditto(text, found, last, words):
        return False
    if last in words.closing:  # "in the year" and "century" may end a sentence
        return following[1].isupper()
    is_short = last.casefold() in words.all and not (len(last) > 1 and last.isupper())
    return not (is_short or last in words.all)  # "Sat." is short, "sat." is not
