"""What a phrase says of a date by itself, before the text around it is known."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias

from dateutil.easter import easter

_LISTED = frozenset(["and", "or", "i", "oraz", "lub"])
_RANGE = re.compile(r"(?:between|from|od|między|pomiędzy|w nocy|on the night)\b", re.IGNORECASE)


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
    the day is.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_year: int | None = None
    easter: int | None = None
    season: Season | None = None
    nth: tuple[int | None, int] | None = None
    weekday: int | None = None

    @property
    def has_day(self) -> bool:
        """Whether a single day is meant."""
        return self.day is not None or self.easter is not None or self.nth is not None

    def with_year(self, year: int) -> Point:
        """Return it in ``year``."""
        return replace(self, year=year)

    def days(self) -> tuple[date, date] | None:
        """Return its first and last day, None if the calendar has none such or a part lacks."""
        if self.year is None or not (1 <= self.year <= 9999):
            return None
        if self.easter is not None:
            day = easter(self.year) + timedelta(days=self.easter)
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


def _nth_weekday(year: int, month: int, weekday: int | None, number: int) -> date | None:
    days = [
        date(year, month, day)
        for day in range(1, monthrange(year, month)[1] + 1)
        if weekday in {None, date(year, month, day).weekday()}
    ]
    position = number - 1 if number > 0 else number
    return days[position] if position < len(days) else None


@dataclass(frozen=True, slots=True)
class Said:
    """A date that a phrase names, from ``start`` to ``end``, the same for a single one.

    ``shift`` counts days from it to the one that is meant: "the day after 5 May". A decade that
    ``is_of_century`` is one of the twentieth, unless the text tells of one before.
    """

    start: Point
    end: Point
    bound: Bound | None = None
    part: Part | None = None
    is_approximate: bool = False
    is_uncertain: bool = False
    shift: int = 0
    is_of_century: bool = False


class Anchor(StrEnum):
    """What a relative date is counted from."""

    TOLD = "told"
    """The date that the text told last."""

    WRITTEN = "written"
    """The day on which the text was published."""

    NEAR = "near"
    """What its paragraph told last, else the day of the text: "by the end of the month"."""


@dataclass(frozen=True, slots=True)
class Relative:
    """A date that is ``count`` of ``unit`` (day, night, week, month, year) after an anchor.

    A negative count is before it, None is an unknown number on the side of ``sign``. ``weekday``
    (Monday is 0) is the nearest such day on that side, on either if ``sign`` is 0, or that of the
    week which is counted to; with ``last_weekday`` it is the first of several days. ``day``,
    ``month``, ``season`` and ``part`` are of the month or year that is counted to.
    """

    anchor: Anchor
    unit: str
    count: int | None = 0
    sign: int = 0
    weekday: int | None = None
    month: int | None = None
    last_weekday: int | None = None
    day: int | None = None
    season: Season | None = None
    part: Part | None = None
    bound: Bound | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """All from the first day of one date to the last day of another: "mid-May to late June"."""

    first: Said
    last: Said


@dataclass(frozen=True, slots=True)
class Stretch:
    """The same where one of them at least is counted: "from Monday until the end of May"."""

    first: Said | Relative
    last: Said | Relative


Meaning: TypeAlias = Said | Span | Stretch | Relative
Read: TypeAlias = Callable[[re.Match[str]], Sequence[Meaning]]


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


@dataclass(frozen=True)
class Rule:
    """A phrase and what it means; an empty meaning is for what only looks like a date."""

    pattern: re.Pattern[str]
    read: Read


@dataclass(frozen=True)
class Words:
    """The words of a language that the reading of a match needs, all in small letters."""

    months: Mapping[str, int]
    ordinals: Mapping[str, int]
    bounds: Mapping[str, Bound]
    read_part: Callable[[str], Part | None]
    seasons: Mapping[str, Season]
    weekdays: Mapping[str, int]
    """By their first three letters."""


def compile_rules(phrases: Iterable[tuple[str, Read]]) -> tuple[Rule, ...]:
    """Return a rule for each pattern and what reads its matches."""
    return tuple(
        Rule(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), read)
        for pattern, read in phrases
    )


def group(name: str, pattern: str) -> str:
    """Return a pattern whose match is kept as ``name``."""
    return f"(?P<{name}>{pattern})"


def fixed(*meanings: Meaning) -> Read:
    """Return a reader of phrases that always mean the same; nothing if they are no dates."""
    return lambda _match: meanings


NOTHING = fixed()
"""Reads what only looks like a date."""

LEFT_OPEN = fixed(Said(Point(), Point()))
"""Reads a date that EDTF has here no years for."""


def any_of(words: Sequence[str] | Mapping[str, object]) -> str:
    """Return a pattern for any of ``words``, the longest first; a space is any white space."""
    escaped = (re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len)[::-1])
    return f"(?:{'|'.join(escaped)})"


def plain(text: str | None) -> str:
    """Return what was matched in small letters and with single spaces; nothing for nothing."""
    return re.sub(r"\s+", " ", text or "").casefold().strip()


def read_day_from(
    bounds: Mapping[str, Bound], count: int, anchor: Anchor = Anchor.TOLD, unit: str = "day"
) -> Read:
    """Return a reader of "the next day", "since yesterday", "that night"."""
    sign = (count > 0) - (count < 0)

    def read(match: re.Match[str]) -> Sequence[Meaning]:
        bound = bounds.get(plain(match.groupdict().get("bound")))
        return (Relative(anchor, unit, count, sign, bound=bound),)

    return read


def read_month(words: Words, text: str | None) -> int | None:
    """Return the number of a month in words, Roman or Arabic digits."""
    if not text:
        return None
    key = text.casefold().rstrip(".")
    if key.isdecimal():
        return int(key)
    return words.months.get(key) or read_roman(key)


def read_roman(text: str) -> int | None:
    """Return the value of a Roman number, None if it is none."""
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    digits = [values.get(letter, 0) for letter in text.casefold()]
    if not digits or 0 in digits:
        return None
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def read_said(words: Words, match: re.Match[str]) -> Sequence[Said]:
    """Return the date in a match whose groups are d1, m1, y1, d2, m2, y2, bound, part and so on.

    What the first of two dates leaves out is that of the second: "5 to 7 January 2022". Several
    days of one month ("5, 6 and 9 January") come as one range where they follow one another.
    """
    said = match.groupdict()
    years = [_whole(said.get(name)) for name in ("y1", "y2")]
    months = [read_month(words, said.get(name)) for name in ("m1", "m2")]
    days = [_read_day(words, said.get(name)) for name in ("d1", "d2")]
    has_second = any(said.get(name) for name in ("d2", "m2", "y2"))
    if any(month is not None and not 1 <= month <= 12 for month in months):
        return ()
    if said.get("y2") and years[0] and len(said["y2"]) == 2:  # 1939-45
        years[1] = years[0] // 100 * 100 + int(said["y2"])
    common = {
        "bound": words.bounds.get(plain(said.get("bound"))),
        "part": words.read_part(plain(said.get("part"))),
        "is_approximate": bool(said.get("approx")),
    }
    if (more := said.get("days")) and said.get("d1"):  # 5, 6 and 9 January
        numbers = [int(number) for number in re.findall(r"\d+", more)]
        if _RANGE.match(match.group()) and days[0] and numbers[0] < days[0]:
            numbers = list(range(numbers[0], days[0]))  # between 9 and 11 March
        return _join_days([*numbers, days[0] or 0], months[0], years[0], **common)
    season = words.seasons.get(plain(said.get("season")))
    weekday = words.weekdays.get(plain(said.get("on"))[:3])
    end = Point(
        years[1] if has_second and years[1] is not None else years[0],
        months[1] if has_second else months[0],
        days[1] if has_second else days[0],
        season=season,
        weekday=None if has_second else weekday,
    )
    if not has_second:
        return (Said(end, end, **common),)  # type: ignore[arg-type]
    start = Point(
        years[0],
        months[0] if months[0] is not None else months[1],
        days[0],
    )
    if end.day is None and start.day is not None and end.month is not None:
        return ()  # a day to a month
    start, end = _complete(start, end)
    is_list = plain(said.get("joint")) in _LISTED and not _RANGE.match(match.group())
    if is_list and not _follow(start, end):  # 4 March and 7 April
        return tuple(Said(it, it, **common) for it in (start, end))  # type: ignore[arg-type]
    return (Said(start, end, **common),)  # type: ignore[arg-type]


def _complete(start: Point, end: Point) -> tuple[Point, Point]:
    """Return two dates, each with what it leaves out to the other."""
    if start.year is None:
        # 30 December to 2 January 2022
        turns = bool(end.year and start.month and end.month and start.month > end.month)
        start = replace(start, year=end.year - turns if end.year else None)
    if end.month is None and start.month is not None and end.day is not None:
        end = replace(end, month=start.month)
    if end.year is None and start.year is not None:
        end = end.with_year(start.year)
    return start, end


def _follow(start: Point, end: Point) -> bool:
    """Return whether one day or month follows the other."""
    if start.day is None and start.month is not None:
        return end.month is not None and (end.month - start.month) % 12 == 1
    known = start.with_year(start.year or 2000).days(), end.with_year(end.year or 2000).days()
    if start.month is None or not all(known):
        return False
    first, last = known
    return bool(first and last and last[0] - first[1] == timedelta(days=1))


def _join_days(
    numbers: Sequence[int], month: int | None, year: int | None, **common: object
) -> Sequence[Said]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return tuple(
        Said(Point(year, month, run[0]), Point(year, month, run[-1]), **common)  # type: ignore[arg-type]
        for run in runs
        if 1 <= run[0] <= run[-1] <= 31
    )


def read_century(number: int | None, words: Words, match: re.Match[str]) -> Sequence[Said]:
    """Return the ``number``-th century, or the part of it that the match names."""
    if number is None or not 1 <= number <= 99:
        return ()
    said = match.groupdict()
    century = Point(number * 100 - 99, last_year=number * 100)
    part = words.read_part(plain(said.get("part")))
    return (Said(century, century, words.bounds.get(plain(said.get("bound"))), part),)


def read_decade(first_year: int, words: Words, match: re.Match[str]) -> Sequence[Said]:
    """Return the decade that starts with ``first_year``, or the part that the match names."""
    said = match.groupdict()
    years = 100 if first_year % 100 == 0 and first_year < 2000 else 10  # the 1200s
    decade = Point(first_year, last_year=first_year + years - 1)
    part = words.read_part(plain(said.get("part")))
    return (Said(decade, decade, words.bounds.get(plain(said.get("bound"))), part),)


def _whole(text: str | None) -> int | None:
    return int(text) if text else None


def _read_day(words: Words, text: str | None) -> int | None:
    if not text:
        return None
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else words.ordinals.get(plain(text))
