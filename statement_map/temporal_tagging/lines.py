"""What the lines of a text begin with alike: the heads of a diary, a log or a timeline.

One line may begin with a number by chance; where several begin with a date in one way, each later
than the one before, they head what stands below, whatever stands around it: "(1) 1860, July 18:",
"Thu 4" below "FEB", "XI 14" (:mod:`.line_company`). What a head lacks comes from the lines above.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from statement_map.prose.text import Sentence
from statement_map.temporal_tagging.around import is_address, is_number
from statement_map.temporal_tagging.grammar import Grammar
from statement_map.temporal_tagging.joining import DatePhrase
from statement_map.temporal_tagging.line_company import BARE, SIGNED, Company
from statement_map.temporal_tagging.line_forms import LineHead, read_line
from statement_map.temporal_tagging.line_years import LineCalendar
from statement_map.temporal_tagging.said import Anchor, Relative, Said

_HEADING_CHARACTERS = 80
"""A line that is no longer and ends no sentence may be a heading, and its year that of its text."""

_TITLE_SENTENCES = 3
"""A title may have so many: "Diary of a prisoner. Transcript. 1864."."""

_TITLE_CHARACTERS = 150
"""The same for the first line of a text, which also says who wrote it."""

_VOTES = 5
"""So many heads tell together by their weekdays which year they are in."""

_ADDRESS_SENTENCES = 3
"""A place has no more full stops: S.S. Norman, off Hull."""

_HOUR_OF_DAY = Relative(Anchor.ENTRY, "day", None)
"""What an hour at the head of a line means: it is of the day that stands above it."""

_ENDED = re.compile(r"[!?:;,]\s*$|(?<=[^\W\d]{3})\.\s*$")
_YEARS = re.compile(r"(?<![\d.,])(1\d{3}|20\d\d)(?:\s?[–/-]\s?(\d{4}|\d\d)(?!\d))?(?![\d.,]\d)")
_YEAR_TOLD = re.compile(r"(?<![\w.,:/+-])(?:1[6-9]\d\d|20[0-4]\d)(?![\w:/]|[.,]\d| k?m\b)")
_HOUR = re.compile(
    r"\W{0,4}(?P<hour>[01]?\d|2[0-4])(?:(?P<mark>:)|(?<=\d\d))[0-5]\d(?![\w:/]|[.,-]\d)"
)


def find_line_heads(sentences: Sequence[Sentence], grammar: Grammar) -> Mapping[int, DatePhrase]:
    """Return the dates at the heads of lines, by the number of their sentence."""
    lines = {number: it for number, it in enumerate(sentences) if it.starts_line}
    hours = dict(_find_hours(lines))
    behind = (_behind_address(sentences, number, grammar) for number in lines)
    placed = {number: sentences[number] for number in behind if number is not None}
    found = {
        number: head
        for number, it in sorted({**lines, **placed}.items())
        if number not in hours and (head := read_line(it.text, grammar.head_words.read(it.text)))
    }
    company = Company(sentences, found, grammar, frozenset(placed))
    for number, head in company.hours.items():
        hours[number] = _phrase(sentences[number], head, _HOUR_OF_DAY)
    return {**hours, **dict(_Headings(sentences, found, grammar).complete(company.heads))}


def _behind_address(sentences: Sequence[Sentence], number: int, grammar: Grammar) -> int | None:
    """Return the sentence behind a place or a number that opens a line: "Camp near York."."""
    at = number
    while at < number + _ADDRESS_SENTENCES and (
        is_number(sentences[at].text) or is_address(sentences[at].text, grammar.joints)
    ):
        at += 1
        if at == len(sentences) or sentences[at].starts_line:
            return None
    return at if at > number else None


def _phrase(sentence: Sentence, head: LineHead, meaning: Said | Relative) -> DatePhrase:
    return DatePhrase(sentence, head.start, head.stop, meaning, is_head=True)


def _find_hours(lines: Mapping[int, Sentence]) -> Iterator[tuple[int, DatePhrase]]:
    """Yield the hours at the heads of lines; four digits are such where one begins with 0."""
    found = {number: match for number, it in lines.items() if (match := _HOUR.match(it.text))}
    bare = [match for match in found.values() if not match["mark"]]
    if not any(match["hour"].startswith("0") for match in bare):
        found = {number: match for number, match in found.items() if match["mark"]}
    if len(found) >= SIGNED:
        for number, match in found.items():
            start, stop = match.start("hour"), match.end()
            yield number, DatePhrase(lines[number], start, stop, _HOUR_OF_DAY, is_head=True)


class _Headings:
    """The lines of a text that say in which year or month the heads below them are."""

    def __init__(
        self, sentences: Sequence[Sentence], found: Mapping[int, LineHead], grammar: Grammar
    ) -> None:
        self._sentences = sentences
        self._found = found
        self._words = grammar.head_words

    def complete(self, heads: Mapping[int, LineHead]) -> Iterator[tuple[int, DatePhrase]]:
        """Yield the heads with what the lines above and the weekdays tell of them."""
        order = sorted(heads)
        place = {n: at for at, n in enumerate(order)}
        years = (heads[n].said.end.year for n in order)
        calendar = LineCalendar(next(filter(None, years), None), self._find_year())
        for n, sentence in enumerate(self._sentences):
            if head := heads.get(n):
                ahead = (heads[it] for it in order[place[n] : place[n] + _VOTES])
                said = self._said(sentence, head, calendar, ahead)
                if said.end.year is not None or said.end.ending is not None or head.pair:
                    yield n, _phrase(sentence, head, said)
            else:
                self._enter(n, sentence, calendar)

    def _find_year(self) -> int | None:
        """Return the first number of the text that is written as a year is."""
        found = (_YEAR_TOLD.search(it.text) for it in self._sentences)
        return next((int(it.group()) for it in found if it), None)

    def _said(
        self,
        sentence: Sentence,
        head: LineHead,
        calendar: LineCalendar,
        ahead: Iterable[LineHead],
    ) -> Said:
        start = head.said.start
        if head.kind == "year":
            self._enter_years(calendar, head, sentence)
        elif head.kind == "month":
            calendar.enter_month(start.month or 1, start.year)
        votes = [
            (it.said.start, it.weekday)
            for it in ahead
            if it.weekday is not None and it.said.start.month and it.said.start.day
        ]
        said = calendar.complete(head.said, votes, head.weekday)
        calendar.tell(said)
        return said

    def _enter(self, n: int, sentence: Sentence, calendar: LineCalendar) -> None:
        """Heed a line that heads nothing itself, but may be the heading of what is below it."""
        head = self._found.get(n)
        if head and head.is_all and head.kind == "year":
            self._enter_years(calendar, head, sentence)
        elif head and head.is_all and head.kind == "month":
            calendar.enter_month(head.said.end.month or 1, head.said.end.year)
        elif self._is_heading(n, sentence):
            self._enter_heading(sentence, calendar)

    def _enter_years(self, calendar: LineCalendar, head: LineHead, sentence: Sentence) -> None:
        first, last = head.said.start.year or 0, head.said.end.year or 0
        is_school = last == first + 1 and head.is_all and sentence.paragraph > 0
        calendar.enter_years(first, last, is_school=is_school)

    def _enter_heading(self, sentence: Sentence, calendar: LineCalendar) -> None:
        years = list(_YEARS.finditer(sentence.text))
        if len(years) != 1:
            return
        first, text = int(years[0][1]), years[0][2]
        last = int(years[0][1][: 4 - len(text)] + text) if text else first
        is_school = last == first + 1 and sentence.paragraph > 0
        if last >= first:
            calendar.enter_years(first, last, is_school=is_school)
        tokens = [it for it in self._words.read(sentence.text) if it.kind not in ",.fg"]
        for token, following in pairwise(tokens):
            if token.kind == "M" and following.kind == "Y" and last == first:
                calendar.enter_month(token.value, first)

    def _is_heading(self, n: int, sentence: Sentence) -> bool:
        text = sentence.text
        most = _HEADING_CHARACTERS if sentence.paragraph or n else _TITLE_CHARACTERS
        if (
            not (sentence.opens_line or n < _TITLE_SENTENCES)
            or len(text) > most
            or _ENDED.search(text)
        ):
            return False
        if text.endswith(".") and text[-2:-1].isdigit() and len(text.split()) >= BARE:
            return False
        following = self._sentences[n + 1] if n + 1 < len(self._sentences) else None
        return following is None or following.opens_line
