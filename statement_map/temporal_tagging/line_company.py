"""Which lines begin with dates in one way: the heads of a diary, a log or a timeline."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto
from itertools import pairwise

from statement_map.prose.text import Sentence
from statement_map.temporal_tagging.around import is_number, is_place_like
from statement_map.temporal_tagging.grammar import Grammar
from statement_map.temporal_tagging.line_forms import LineHead
from statement_map.temporal_tagging.said import Bound, Point, Said
from statement_map.temporal_tagging.tenses import find_verbs

SIGNED, BARE = 2, 3
"""So many lines have to begin alike: with a sign behind what they begin with, and without."""

_LAST_DAY, _LAST_MONTH = 31, 12
_LAST_HOUR, _LAST_MINUTE = 24, 59
_PLACE_CHARACTERS = 40
"""The longest place before a day, with what is said of it."""

_HOUR_CHARACTERS = 40
"""The longest hour behind a day, with the number of what was written then."""

_HALF_YEAR = 186
"""A day that lies further before the one above it is of the next year."""

_SET_OFF = re.compile(
    r"\.?\s*(?:[.:;)\]|*]|[–—](?!\d)|-(?=[-\s]))|[^\S\n]*\t|[^\S\n]{2}|\s*$|\s*\n"
    r"|,?\s+(?:[^\W\d]+\.?\s+)?\d{1,2}[.:][0-5]\d(?!\d)"
)
"""What stands behind the date of a head: a sign, the room of a column, the line's end, an hour."""

_APART = re.compile(r"\s*[.:|–—)\]]|\s*$|\s*\n")
_SIGN = re.compile(r"\s?[.,:;|)\]*–—-]")
_WORD = re.compile(r"\s+[\"„“'‘]?(?:\d{1,2}\w{0,2}\.?\s+)?[^\W\d]")
_NUMBER = re.compile(r"\d+")
_NUMBERING = re.compile(r"\W*(?:\d{1,3}|[^\W\d]|[IVXLC]+)[.)\]:]?\W*")
_COLUMN = re.compile(r"[^\S\n]*(?:\t|\|)|[^\S\n]{2}")
_COLUMN_BEFORE = re.compile(r"(?:\t|\||\s{2})\s*$")
_DITTO = re.compile(r"\s*(?:[\"„″”]|—|–)\s*$")


class _Lead(Enum):
    """What stands before the date of a head: nothing but a number, a place, or words of a form."""

    NONE = auto()
    PLACE = auto()
    LABEL = auto()


class Company:
    """The dates that lines of a text begin with, by the numbers of their sentences.

    ``heads`` are those that others begin with too, ``hours`` pairs of numbers that are hours.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        found: Mapping[int, LineHead],
        grammar: Grammar,
        placed: frozenset[int] = frozenset(),
    ) -> None:
        """Find them among those that are ``found`` at the beginnings of lines.

        Those that are ``placed`` stand behind a place that has a full stop.
        """
        self._placed = placed
        self._texts = {n: sentences[n].text for n in found}
        self._open = {n: sentences[n].opens_line for n in found}
        self._ends_line = {
            n: n + 1 == len(sentences) or sentences[n + 1].starts_line for n in found
        }
        self._grammar = grammar
        self._labels = Counter(it.label for it in found.values())
        found = {n: self._with_bound(n, it) for n, it in found.items()}
        leads = {n: self._lead(n, it) for n, it in found.items()}
        counts = Counter(leads.values())
        self._own = {
            n: it
            for n, it in found.items()
            if (lead := leads[n]) and (lead is _Lead.NONE or counts[lead] >= SIGNED)
        }
        self._own = dict(sorted({**self._first_placed(found, leads), **self._own}.items()))
        self.hours: Mapping[int, LineHead] = {}
        years, pairs = self._years(), self._pairs()
        days = {
            n: it
            for n, it in self._own.items()
            if n not in pairs and it.kind == "day" and self._is_set_off(n, it)
        }
        days |= {**pairs, **self._numbers(pairs)}
        if len(days) < SIGNED:
            days = {n: it for n, it in days.items() if _stands_alone(it, has_years=bool(years))}
        self.heads: Mapping[int, LineHead] = {**days, **self._months(), **years}

    def _first_placed(
        self, found: Mapping[int, LineHead], leads: Mapping[int, _Lead | None]
    ) -> Mapping[int, LineHead]:
        """Return the only head behind a place, if it tells the year of those below it."""
        placed = [n for n, lead in leads.items() if lead is _Lead.PLACE]
        if len(placed) != 1 or not self._ends_line[placed[0]]:
            return {}
        head = found[placed[0]]
        if not (head.is_all and head.said.end.year):
            return {}
        days = [n for n, it in self._own.items() if it.kind == "day"]
        is_first = bool(days) and placed[0] < days[0] and self._own[days[0]].is_all
        return {placed[0]: head} if is_first and not self._own[days[0]].said.end.year else {}

    def _lead(self, n: int, head: LineHead) -> _Lead | None:
        """Return what stands before a date, None for what no head of a line begins with."""
        text = self._texts[n]
        before = text[: head.start]
        if n in self._placed and not before.strip():
            return _Lead.PLACE
        if not re.search(r"\w", before) or _NUMBERING.fullmatch(before):
            return _Lead.NONE
        is_alike = self._labels[head.label] >= SIGNED
        if head.said.bound or (is_alike and is_number(f"{before.strip(' ,.:')}.")):
            return _Lead.NONE
        is_apart = _APART.match(text, head.stop) is not None
        is_in_sentence = self._grammar.joints["within_sentence"].match(before.lstrip())
        if is_in_sentence and head.kind != "number":
            return _Lead.NONE if is_apart else None
        if self._grammar.head_words.are_small(before):
            return _Lead.NONE
        if head.kind in {"day", "pair"} and before.rstrip().endswith("|"):
            return _Lead.PLACE
        if self._is_place_before(before, head):
            is_item = head.is_all and not before.lstrip()[0].isalpha()
            return None if is_item else _Lead.PLACE
        is_said = head.kind in {"day", "pair"} or (head.kind == "number" and head.has_weekday)
        is_off = is_apart or self._is_off(text, head.stop)
        return _Lead.LABEL if is_said and is_alike and is_off else None

    def _is_place_before(self, before: str, head: LineHead) -> bool:
        """Return whether a place stands before a date, or what else says where, in a line for it.

        "Camp Lee, 3 May", "Leeds   3 May", and "Olmütz, in hospital, 3 May 1915" with no more.
        """
        if is_place_like(before, self._grammar.joints):
            signs = ",–" if head.kind == "number" and not head.has_weekday else ",:–"  # Sick: 14
            return before.rstrip()[-1:] in signs or _COLUMN_BEFORE.search(before) is not None
        if not (head.is_all and head.kind == "day" and before.lstrip()[0].isupper()):
            return False
        is_short = len(before) <= _PLACE_CHARACTERS and not re.search(r"\d", before)
        is_off = before.rstrip()[-1:] in ",."
        return is_short and is_off and not find_verbs(before, self._grammar.joints).past

    def _with_bound(self, n: int, head: LineHead) -> LineHead:
        """Return a single day with the word before it that opens its other end: "To 12 May"."""
        before = self._texts[n][: head.start].strip()
        if not before or head.said.start != head.said.end:
            return head
        bound = self._grammar.words.bounds.get(before)
        if bound is None and self._grammar.head_words.is_joint(before):
            bound = Bound.UNTIL
        return replace(head, said=replace(head.said, bound=bound)) if bound else head

    def _is_set_off(self, n: int, head: LineHead) -> bool:
        """Return whether a sign ends a date, or a new sentence begins behind it."""
        text = self._texts[n]
        is_before_capital = self._open[n] and _is_before_capital(text, head.stop)
        return self._is_off(text, head.stop) or is_before_capital

    def _is_off(self, text: str, stop: int) -> bool:
        """Return whether a sign ends a date, or an hour behind it its line: "14th, 10 p.m."."""
        if _SET_OFF.match(text, stop):
            return True
        behind = text[stop : stop + _HOUR_CHARACTERS].split("\n", 1)[0]
        return self._grammar.joints.joins("at_hour", behind)

    def _numbers(self, pairs: Collection[int]) -> Mapping[int, LineHead]:
        """Return days of a month that stands above: with a weekday, an ending, a range.

        So are two numbers that are not among the ``pairs`` of day and month, and numbers in a
        column.
        """
        found = {}
        for n, own in self._own.items():
            head = own if n in pairs else _as_range(own)
            if head.kind != "number":
                continue
            text = self._texts[n]
            is_ditto = _DITTO.match(text[: head.start]) is not None
            is_sure = head.is_ordinal or head.said.start != head.said.end or is_ditto
            is_sure |= bool(re.search(r"[^\W\d]{2}", text[: head.start])) and head.label.isalpha()
            is_sure |= self._is_in_column(text, head)
            is_off = self._is_off(text, head.stop)
            if (is_sure and is_off) or (head.has_weekday and self._is_set_off(n, head)):
                found[n] = head
        return found

    def _is_in_column(self, text: str, head: LineHead) -> bool:
        is_first = not text[: head.start].strip()
        is_column = is_first or _COLUMN_BEFORE.search(text[: head.start]) is not None
        return is_column and _COLUMN.match(text, head.stop) is not None

    def _months(self) -> Mapping[int, LineHead]:
        found = {
            n: it
            for n, it in self._own.items()
            if it.kind == "month" and self._is_month(self._texts[n], it)
        }
        months = [it.said.start.month for it in found.values() if it.shape == "R"]
        if months == list(range(1, len(months) + 1)):  # numbers of sections
            found = {n: it for n, it in found.items() if it.shape != "R"}
        return found if len(found) >= SIGNED else {}

    def _is_month(self, text: str, head: LineHead) -> bool:
        """Return whether a month is set off; a Roman one with a full stop numbers a section."""
        is_numbering = head.shape == "R" and not head.is_all and text[head.stop] == "."
        return _SET_OFF.match(text, head.stop) is not None and not is_numbering

    def _years(self) -> Mapping[int, LineHead]:
        """Return years, each later than the one before."""
        texts = self._texts
        found = {n: it for n, it in self._own.items() if it.kind == "year"}
        signed = {n for n, it in found.items() if _SIGN.match(texts[n], it.stop)}
        found = {n: it for n, it in found.items() if n in signed or _WORD.match(texts[n], it.stop)}
        years = [it.said.start.year or 0 for it in found.values()]
        if len(signed) < SIGNED and len(found) < BARE:
            return {}
        return {} if any(later < year for year, later in pairwise(years)) else found

    def _pairs(self) -> dict[int, LineHead]:
        """Return the days of which month and day are numbers, and keep pairs that are hours."""
        marks: defaultdict[str, dict[int, LineHead]] = defaultdict(dict)
        for n, head in self._own.items():
            if head.pair and self._is_set_off(n, head):
                marks[head.mark][n] = head
        days: dict[int, LineHead] = {}
        for mark, group in marks.items():
            pairs = [it.pair for it in group.values() if it.pair]
            if len(group) >= SIGNED and not _are_numbers(pairs):
                read = self._read_pairs(mark, group)
                days |= read
                if not read and mark == "." and _are_hours(group.values()):
                    self.hours = group
        return days

    def _read_pairs(self, mark: str, group: Mapping[int, LineHead]) -> Mapping[int, LineHead]:
        """Return two numbers as day and month, in the order in which the days go on."""
        if not all(self._is_date_like(n, it) for n, it in group.items()):
            return {}
        pairs = [it.pair for it in group.values() if it.pair]
        orders = [pairs] if mark == "." else [pairs, [(b, a) for a, b in pairs]]
        right = [it for it in orders if all(_is_in_calendar(*own) for own in it)]
        if not right:
            return {}
        turns = sorted(map(_turns, right))
        best = min(right, key=_turns)
        is_open = len(right) > 1 and right[0] != right[1] and turns[0] == turns[1]
        found = {}
        for (n, head), (day, month) in zip(group.items(), best, strict=True):
            point = replace(head.said.end, month=month, day=day)
            is_uncertain = is_open or point.ending is not None
            found[n] = replace(head, said=Said(point, point, is_uncertain=is_uncertain))
        return found

    def _is_date_like(self, n: int, head: LineHead) -> bool:
        """Return whether a pair is no number of a section and no amount: "1.1 Aims", "3-5 km"."""
        if head.kind == "day" or head.mark == "/" or head.has_weekday:
            return True
        first, last = _NUMBER.findall(self._texts[n], head.start, head.stop)[:2]
        is_off = _SET_OFF.match(self._texts[n], head.stop) is not None
        return len(last) > 1 or first.startswith("0") or (is_off and head.mark == ".")


def _as_range(head: LineHead) -> LineHead:
    """Return two numbers as the days of a stretch or of a night, where they may be: "8–10"."""
    if head.kind != "pair" or head.pair is None:
        return head
    first, last = head.pair
    is_night = head.mark == "/" and last == first + 1 and not head.has_weekday
    is_stretch = head.mark == "-" or is_night
    if not (is_stretch and 1 <= first < last <= _LAST_DAY):
        return head
    return replace(head, kind="number", said=Said(Point(day=first), Point(day=last)))


def _stands_alone(head: LineHead, *, has_years: bool) -> bool:
    """Return whether a single day may head a line: one below its month, or behind its year."""
    return head.kind == "number" or (has_years and head.shape.startswith("Y"))


def _are_numbers(pairs: Sequence[tuple[int, int]]) -> bool:
    """Return whether pairs number sections: 1.1, 1.2, 2.1."""
    steps = [
        (later == first and below == number + 1) or (later == first + 1 and below <= 1)
        for (first, number), (later, below) in pairwise(pairs)
    ]
    return len(pairs) >= BARE and pairs[0][1] <= 1 and all(steps)


def _is_in_calendar(day: int, month: int) -> bool:
    return 1 <= day <= _LAST_DAY and 1 <= month <= _LAST_MONTH


def _are_hours(heads: Iterable[LineHead]) -> bool:
    pairs = [it.pair for it in heads if it.pair and it.kind == "pair"]
    return bool(pairs) and all(a <= _LAST_HOUR and b <= _LAST_MINUTE for a, b in pairs)


def _turns(pairs: Sequence[tuple[int, int]]) -> int:
    """Return how often a day lies before the one above it, but for a year that turns."""
    days = [day + 31 * month for day, month in pairs]
    return sum(0 < day - later < _HALF_YEAR for day, later in pairwise(days))


def _is_before_capital(text: str, stop: int) -> bool:
    found = re.match(r"[.,]?\s+[\"„“(\[]*([^\W\d_])", text[stop:])
    return found is not None and found[1].isupper()
