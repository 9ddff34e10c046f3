"""How a story goes on from date to date, and what each step costs: a table of weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from statement_map.prose.text import Sentence
from statement_map.temporal_tagging.said import Point

A_YEAR = 365

_SCHOOL_STARTS = 9
"""The month in which a school year begins in the north, and a season of theatres or clubs."""

COSTS = {
    "on": 0.9,  # a year on in the story, for a date that names none; a part of it as much less
    "back": 0.25,  # to go back at all
    "back a year": 0.9,
    "turn": 0.4,  # a new year begins, unsaid
    "turn back": 0.8,  # the year before, unsaid
    "stated on": 0.05,  # a year on, said
    "most on": 0.4,
    "stated back": 0.3,  # a year back, said
    "most back": 1.5,
    "news back": 1.6,  # so many times as much in a text of its own days
    "day aside": 1.2,  # a full date tells nothing of the story, though nothing says so
    "aside": 0.7,  # the same of a year or a month
    "count aside": 0.3,  # the same of years that are counted
    "told of aside": 0.7,  # the story goes on from what seems an aside
    "news": 0.3,  # the text's own day tells the year, and the text is of its days
    "history": 2.0,  # the same of a text about the past
    "not yet": 0.6,  # it is told as past and lies ahead of the text's day, or of its entry
    "ahead": 0.35,  # it lies ahead, and no verb says so
    "end ahead": 0.2,  # so many times as much for what ends or begins on it: "by 6 November"
    "no more": 0.4,  # it is told as ahead and lies behind
    "weekday": 1.5,  # it is on another weekday than is said
    "section": 1.0,  # outside the year that heads its section
    "stated elsewhere": 0.2,  # the same where that is said, or natural in an entry
    "long after": 0.55,  # long after the day of the entry in which it is told as past
    "letter": 0.6,  # so much less, that a diary tells of the year before
    "told until": 0.1,  # the story goes on from such an end
    "opening": 1.5,  # so many times as much where it opens its sentence
    "off the year": 0.6,  # outside a year that the story is said to be in
    "until": 0.3,  # an end that is told as past tells nothing of the story
    "told as ahead": 0.35,  # it is told as ahead, and the story is long past
    "from aside": 0.4,  # it goes on with what another sentence told aside
    "past aside": 0.6,  # the same of what is long past, in a text of its own days
    "another sentence": 0.1,  # its own sentence tells another year
    "open": 3.0,  # nothing tells its year
    "head back": 1.5,  # the head of an entry before that of the entry above
}
"""What a step costs; a half year back costs as much as a half year on over a new year."""


@dataclass(frozen=True, slots=True)
class Year:
    """The year of a date, and whether the text's own day tells it."""

    year: int
    is_from_publication: bool


@dataclass(frozen=True, slots=True)
class Position:
    """Where a story has come to: the first and last day of what it told."""

    first: date
    last: date
    is_year: bool
    is_from_publication: bool = False
    is_stated: bool = False


@dataclass(frozen=True, slots=True)
class Aside:
    """What was told aside of the story last, and in which sentence."""

    position: Position
    sentence: Sentence
    is_of_sentence: bool = False

    def reaches(self, sentence: Sentence) -> bool:
        """Return whether a sentence of its paragraph may go on with it."""
        return not self.is_of_sentence and self.sentence.paragraph == sentence.paragraph


@dataclass(frozen=True, slots=True)
class Way:
    """A way through the text: what it costs, where it has come to, and the years it chose."""

    cost: float
    story: Position | None
    head: Position | None
    section: Position | None
    aside: Aside | None
    years: tuple[Year | None, object] | None

    def go(self, cost: float, year: Year | None = None, **to: Position | Aside | None) -> Way:
        """Return the way behind one more date, at ``cost`` and in ``year``."""
        return replace(self, cost=self.cost + cost, years=(year, self.years), **to)  # type: ignore[arg-type]


def is_within(section: Position, to: Position) -> bool:
    """Return whether a date is in the year of its heading: "1945", "School year 1945/46"."""
    if section.last.year != section.first.year + 1:
        return overlaps(section, to)
    is_first = to.first.month >= _SCHOOL_STARTS
    return to.first.year == (section.first.year if is_first else section.last.year)


def step(base: Position, to: Position, section: Position | None) -> float:
    """Return what it costs to go on to a date that names no year, or back to it."""
    if base.is_year:
        if section == base:
            return 0.0
        if base.first.year <= to.first.year <= base.last.year:
            return 0.01 * (base.last.year - to.first.year)
        return COSTS["turn" if to.first > base.last else "turn back"] + COSTS["off the year"]
    days = (to.first - base.first).days
    turns = to.first.year - base.first.year
    if days >= 0:
        return days / A_YEAR * COSTS["on"] + COSTS["turn"] * turns
    if to.first <= base.first <= to.last:
        return 0.0
    cost = COSTS["back"] - days / A_YEAR * COSTS["back a year"]
    return cost - COSTS["turn back"] * turns


def year_after(day: date, days: int) -> int:
    """Return the year of the day that is ``days`` after another, that of this one at the end."""
    left = date.max - day if days > 0 else day - date.min
    return (day + timedelta(days=days)).year if abs(days) <= left.days else day.year


def overlaps(first: Position, second: Position) -> bool:
    """Return whether two stretches have a day in common."""
    return first.first <= second.last and second.first <= first.last


def is_within_year(point: Point) -> bool:
    """Return whether it is a day, a month or a season, and no whole year."""
    return point.has_day or point.month is not None or point.season is not None


def read_back(way: Way, count: int) -> Sequence[Year | None]:
    """Return the years that a way chose for its ``count`` dates, in their order."""
    years: list[Year | None] = []
    rest: object = way.years
    while isinstance(rest, tuple):
        year, rest = rest
        years.append(year)
    assert len(years) == count
    return years[::-1]
