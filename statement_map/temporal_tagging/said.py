"""What a phrase says of a date by itself, before the text around it is known (a timex)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias

from dateutil.easter import EASTER_JULIAN, EASTER_WESTERN, easter

from statement_map.temporal_tagging.calendars import (
    GREGORIAN,
    are_one_day,
    to_new_style,
    weekday_of,
)

_CALENDARS_APART = range(10, 14)
"""The days between old and new style, from 1582 to today."""


class Bound(StrEnum):
    """Which side of a date is meant."""

    FROM = "from"
    UNTIL = "until"


class Part(StrEnum):
    """Which part of a month, a year, a decade or a century is meant."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    QUARTER_1 = "quarter 1"
    QUARTER_2 = "quarter 2"
    QUARTER_3 = "quarter 3"
    QUARTER_4 = "quarter 4"
    WEEK_1 = "week 1"
    WEEK_2 = "week 2"
    WEEK_3 = "week 3"
    WEEK_4 = "week 4"
    LAST_WEEK = "last week"
    TENTH_1 = "tenth 1"
    TENTH_2 = "tenth 2"
    TENTH_3 = "tenth 3"
    LAST_TENTH = "last tenth"


class Season(StrEnum):
    """A season of the northern half of the earth, by its three months."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


@dataclass(frozen=True, slots=True)
class Point:
    """A day, a month or a year as a phrase names it; None is what it leaves to its context.

    ``last_year`` is set where one name means several years, such as a decade or a century.
    ``easter`` counts days from Easter Sunday; ``nth`` is a weekday (Monday is 0, any day None)
    and which of those in its month is meant, -1 the last. ``weekday`` is what the text says that
    the day is, ``ending`` are the last two digits of its year where it has no more. ``beside`` is a
    weekday and whether the first one after it (1) or the last before it (-1) is meant: "the Monday
    after Michaelmas"; ``is_old_style`` is set where it is told by the old calendar.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_year: int | None = None
    easter: int | None = None
    season: Season | None = None
    nth: tuple[int | None, int] | None = None
    weekday: int | None = None
    ending: int | None = None
    beside: tuple[int, int] | None = None
    is_old_style: bool = False

    @property
    def has_day(self) -> bool:
        """Whether a single day is meant."""
        return self.day is not None or self.easter is not None or self.nth is not None

    def with_year(self, year: int) -> Point:
        """Return it in ``year``."""
        return replace(self, year=year)

    def days(self) -> tuple[date, date] | None:
        """Return its first and last day, None if the calendar has none such or a part lacks."""
        days = self._plain_days()
        try:
            if days and self.is_old_style:
                days = to_new_style(days[0]), to_new_style(days[1])
            if days and self.beside:
                day = _weekday_beside(days[0], *self.beside)
                days = day, day
        except OverflowError:  # behind the last day of the year 9999
            return None
        return days

    def _plain_days(self) -> tuple[date, date] | None:
        if self.year is None or not (1 <= self.year <= 9999):
            return None
        if self.easter is not None:
            calendar = EASTER_WESTERN if self.year >= GREGORIAN else EASTER_JULIAN
            day = easter(self.year, calendar) + timedelta(days=self.easter)
            return day, day
        if self.nth is not None and self.month:
            day = _nth_weekday(self.year, self.month, *self.nth)
            return (day, day) if day else None
        last = self.last_year or self.year
        if not self.year <= last <= 9999:
            return None
        first_month = self.month or 1
        last_month = self.month or 12
        try:
            first = date(self.year, first_month, self.day or 1)
            return first, date(last, last_month, self.day or monthrange(last, last_month)[1])
        except ValueError:
            return None


def in_todays_calendar(first: Point, second: Point) -> Point | None:
    """Return the later of two dates where they are one day in both calendars: "3/14 May 1721".

    Days without a year are taken for such where they lie as far apart as only the calendars do.
    """
    if not (first.day and second.day and first.month and second.month):
        return None
    if first.year is None:
        apart = abs(second.day - first.day) if first.month == second.month else 0
        later = max(first, second, key=lambda it: it.day or 0)
        return later if apart in _CALENDARS_APART else None
    plain = [replace(it, is_old_style=False) for it in (first, second)]
    days = [it.days() for it in plain]
    if not (days[0] and days[1]):
        return None
    ordered = sorted(zip((days[0][0], days[1][0]), plain, strict=True), key=lambda it: it[0])
    (old, _), (new, point) = ordered
    return point if are_one_day(old, new) else None


def _weekday_beside(day: date, weekday: int, sign: int) -> date:
    ahead = (weekday - weekday_of(day)) * sign % 7 or 7
    return day + timedelta(days=sign * ahead)


def _nth_weekday(year: int, month: int, weekday: int | None, number: int) -> date | None:
    days = [
        date(year, month, day)
        for day in range(1, monthrange(year, month)[1] + 1)
        if weekday in {None, weekday_of(date(year, month, day))}
    ]
    position = number - 1 if number > 0 else number
    return days[position] if position < len(days) else None


@dataclass(frozen=True, slots=True)
class Said:
    """A date that a phrase names, from ``start`` to ``end``, the same for a single one.

    ``shift`` counts days from it to the one that is meant: "the day after 5 May", or to the last
    one where it ``is_of_all_days``: "week ending 8 May". A decade that ``is_of_century`` is one of
    the twentieth, unless the text tells of one before.
    """

    start: Point
    end: Point
    bound: Bound | None = None
    part: Part | None = None
    is_approximate: bool = False
    is_uncertain: bool = False
    shift: int = 0
    is_of_all_days: bool = False
    is_of_century: bool = False

    def in_year(self, year: int) -> Said:
        """Return a date that names no year in ``year``, which is that of its end."""
        if self.start.year:
            return replace(self, end=self.end.with_year(year))
        turns = bool(self.start.month and self.end.month and self.start.month > self.end.month)
        return replace(self, start=self.start.with_year(year - turns), end=self.end.with_year(year))


class Anchor(StrEnum):
    """What a relative date is counted from."""

    TOLD = "told"
    """The date that the text told last."""

    WRITTEN = "written"
    """The day on which the text was published."""

    ENTRY = "entry"
    """The heads of the entries above, as "Day 3" is counted from "Day 1 (3 May)"."""

    NEAR = "near"
    """What its paragraph told last, else the day of the text: "by the end of the month"."""


@dataclass(frozen=True, slots=True)
class Relative:
    """A date that is ``count`` of ``unit`` (day, night, week, month, year) after an anchor.

    A negative count is before it, None is an unknown number on the side of ``sign``. ``weekday``
    (Monday is 0) is the nearest such day on that side, on either if ``sign`` is 0, or that of the
    week which is counted to; with ``last_weekday`` it is the first of several days. ``day``,
    ``month``, ``season`` and ``part`` are of the month or year that is counted to; with
    ``last_day`` it is the first of several days: "7th to 27th inst.". ``last_count`` is the last
    of several numbered ones: "Days 2-4".
    """

    anchor: Anchor
    unit: str
    count: int | None = 0
    sign: int = 0
    weekday: int | None = None
    month: int | None = None
    last_weekday: int | None = None
    last_count: int | None = None
    day: int | None = None
    last_day: int | None = None
    season: Season | None = None
    part: Part | None = None
    bound: Bound | None = None

    @property
    def is_hour(self) -> bool:
        """Whether it is a time of some day that it does not name: "at 8:15", "in the morning"."""
        return self.unit in {"hour", "part of day"}


@dataclass(frozen=True, slots=True)
class Span:
    """All from the first day of one date to the last day of another: "mid-May to late June"."""

    first: Said
    last: Said

    @property
    def dated_last(self) -> Said:
        """The last date, in the year that the first tells if it names none itself."""
        year, month = self.first.start.year, self.first.start.month or 1
        if self.last.end.year is not None or year is None:
            return self.last
        return self.last.in_year(year + ((self.last.end.month or 12) < month))


@dataclass(frozen=True, slots=True)
class Stretch:
    """The same where one of them at least is counted: "from Monday until the end of May"."""

    first: Said | Relative
    last: Said | Relative


Meaning: TypeAlias = Said | Span | Stretch | Relative


@dataclass(frozen=True, slots=True)
class Verbs:
    """Where a sentence has verbs of each tense, as starts and stops in its order.

    ``future`` are words that speak of what is to come wherever they stand; ``to_come`` are verb
    forms that do so by themselves, as in "odbędzie"; ``present`` may do so where there is no past.
    """

    future: Sequence[tuple[int, int]] = ()
    past: Sequence[tuple[int, int]] = ()
    to_come: Sequence[tuple[int, int]] = ()
    present: Sequence[tuple[int, int]] = ()


FindVerbs: TypeAlias = Callable[[str], Verbs]
"""Finds the verbs of a sentence, once for all of its dates."""


def read_roman(text: str) -> int | None:
    """Return the value of a Roman number, None if it is none."""
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    digits = [values.get(letter, 0) for letter in text.casefold()]
    if not digits or 0 in digits:
        return None
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
