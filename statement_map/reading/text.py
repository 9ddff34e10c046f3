"""The text of the statement, which the data files quote but do not contain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from statement_map.errors import DataError
from statement_map.fields import EVERY
from statement_map.model import Atlas, Passage, Statement
from statement_map.reading.data import Reading
from statement_map.reading.files import split_lines
from statement_map.reading.messages import Loc, quoted

_BULLET = "•"
_HEADING_CHARACTERS = 160
_SENTENCE_ENDS = tuple(".!?…:;,")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without its bullet, and the line on which its text starts, counted from 1."""

    line: int
    text: str


def find_paragraphs(text: str) -> tuple[Paragraph, tuple[Paragraph, ...]]:
    """Return the introduction of ``text`` and its paragraphs.

    Paragraphs start with bullets, and what stands before the first is the introduction. In a text
    without bullets they are what blank lines set apart, or else its lines; a first one that is
    short and ends like no sentence is the heading, and so the introduction.
    """
    lines = split_lines(text)
    starts = [n for n, line in enumerate(lines) if line.lstrip().startswith(_BULLET)]
    if starts:
        stops = [*starts[1:], len(lines)]
        bulleted = [_join(lines, *bounds) for bounds in zip(starts, stops, strict=True)]
        return _join(lines, 0, starts[0]), tuple(bulleted)
    filled = [n for n, line in enumerate(lines) if line.strip()]
    if not filled:
        return Paragraph(1, ""), ()
    is_apart = any(not line.strip() for line in lines[filled[0] : filled[-1]])
    starts = [n for n in filled if not is_apart or n == 0 or not lines[n - 1].strip()]
    stops = [*starts[1:], len(lines)]
    blocks = [_join(lines, *bounds) for bounds in zip(starts, stops, strict=True)]
    if len(blocks) > 1 and _is_heading(blocks[0].text):
        return blocks[0], tuple(blocks[1:])
    return Paragraph(1, ""), tuple(blocks)


def split_paragraphs(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the introduction of ``text`` and its paragraphs, as :func:`find_paragraphs` does."""
    introduction, paragraphs = find_paragraphs(text)
    return introduction.text, tuple(paragraph.text for paragraph in paragraphs)


def _join(lines: list[str], start: int, stop: int) -> Paragraph:
    """Return the lines from ``start`` to before ``stop``, without a bullet and space around."""
    own = lines[start:stop]
    if own and own[0].lstrip().startswith(_BULLET):
        own = [own[0].lstrip().removeprefix(_BULLET), *own[1:]]
    blank = next((n for n, line in enumerate(own) if line.strip()), 0)
    return Paragraph(start + blank + 1, "\n".join(own).strip())


def _is_heading(text: str) -> bool:
    return len(text) <= _HEADING_CHARACTERS and "\n" not in text and text[-1] not in _SENTENCE_ENDS


def compare_with_text(reading: Reading, text: bytes) -> list[DataError]:
    """Return where the data and the ``text`` of the statement, in UTF-8, differ.

    A phrase or quotation has to stand in a paragraph of its event, word for word; those of the
    statement itself may stand anywhere, and a cue also in a paragraph of the neighbour that it
    binds to.
    """
    statement, error = reading.atlas.statement, reading.document.error
    decoded = text.decode("utf-8-sig", errors="replace")
    paragraphs = dict(enumerate(split_paragraphs(decoded)[1], start=1))
    errors = []
    if (digest := sha256(text).hexdigest()) != statement.sha256:
        fault = f"is not that of the text; found {statement.sha256}; write {digest}"
        errors.append(error(("statement", "sha256"), fault))
    if len(paragraphs) != statement.paragraphs:
        fault = f"are not those of the text; found {statement.paragraphs}; write {len(paragraphs)}"
        errors.append(error(("statement", "paragraphs"), fault))
    for loc, phrase, numbers in _verbatim(reading.atlas):
        texts = [paragraphs.get(number, "") for number in numbers] if numbers else [decoded]
        if not any(phrase in text for text in texts):
            where = f"paragraph {' or '.join(map(str, numbers))}" if numbers else "the text"
            fault = f"is not in {where}; found {quoted(phrase)}; write it as it stands there"
            errors.append(error(loc, fault))
    errors += _miscounted(reading, paragraphs)
    return sorted(errors, key=lambda e: e.line or 0)


def _miscounted(reading: Reading, paragraphs: Mapping[int, str]) -> Iterator[DataError]:
    """Yield the loaded words that do not stand in the paragraphs that the data give for them."""
    for position, word in enumerate(reading.atlas.statement.words or ()):
        stem = word.stem.casefold()
        there = [n for n, text in paragraphs.items() for _ in range(text.casefold().count(stem))]
        if there != sorted(word.paragraphs):
            found, right = (", ".join(map(str, each)) for each in (word.paragraphs, there))
            fault = f"is not where {quoted(word.stem)} stands; found {found}; write [{right}]"
            yield reading.document.error(("statement", "words", position, "paragraphs"), fault)


Verbatim = Iterator[tuple[Loc, str, tuple[int, ...]]]
"""Words that are quoted, where they stand in events.yaml, and their paragraphs."""


def _verbatim(atlas: Atlas) -> Verbatim:
    """Yield all that is quoted; what has no paragraphs may stand anywhere in the text."""
    yield from _of_statement(atlas.statement)
    paragraphs_of = {event.id: event.paragraphs for event in atlas.events}
    for position, event in enumerate(atlas.events):
        loc = ("events", position)
        if event.when_phrase:
            yield (*loc, "when_phrase"), event.when_phrase, event.paragraphs
        for side, ids, cues in event.bounds:
            for id_, words in cues.items():
                neighbours = ids if id_ == EVERY else (id_,)
                around = [n for other in neighbours for n in paragraphs_of.get(other, ())]
                where = tuple(dict.fromkeys([*event.paragraphs, *around]))
                yield (*loc, f"{side}_cue", id_), words, where
        for number, mention in enumerate(event.places):
            yield (*loc, "places", number, "phrase"), mention.phrase, event.paragraphs
        yield (*loc, "quote"), event.quote, event.paragraphs


def _of_statement(statement: Statement) -> Verbatim:
    for number, mention in enumerate(statement.places):
        yield ("statement", "places", number, "phrase"), mention.phrase, ()
    lists: dict[Loc, tuple[Passage, ...]] = {
        ("numbers",): statement.numbers or (),
        ("sources",): statement.sources or (),
    }
    for number, voice in enumerate(statement.voices or ()):
        lists["voices", number, "mentions"] = voice.mentions
    for loc, passages in lists.items():
        for number, passage in enumerate(passages):
            yield ("statement", *loc, number, "phrase"), passage.phrase, (passage.paragraph,)
    for number, link in enumerate(statement.chain):
        if link.phrase:
            yield ("statement", "chain", number, "phrase"), link.phrase, ()
