"""What a phrase says of a date by itself, before the text around it is known."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias

from dateutil.easter import easter

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
    ``easter`` counts days from Easter Sunday.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_year: int | None = None
    easter: int | None = None
    season: Season | None = None

    @property
    def has_day(self) -> bool:
        """Whether a single day is meant."""
        return self.day is not None or self.easter is not None

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


@dataclass(frozen=True, slots=True)
class Said:
    """A date that a phrase names, from ``start`` to ``end``, the same for a single one."""

    start: Point
    end: Point
    bound: Bound | None = None
    part: Part | None = None
    is_approximate: bool = False
    is_uncertain: bool = False


class Anchor(StrEnum):
    """What a relative date is counted from."""

    TOLD = "told"
    """The date that the text told last."""

    WRITTEN = "written"
    """The day on which the text was published."""


@dataclass(frozen=True, slots=True)
class Relative:
    """A date that is ``count`` of ``unit`` (day, week, month, year) after an anchor.

    A negative count is before it, None is an unknown number on the side of ``sign``. ``weekday``
    (Monday is 0) is the nearest such day on that side, on either if ``sign`` is 0.
    """

    anchor: Anchor
    unit: str
    count: int | None = 0
    sign: int = 0
    weekday: int | None = None
    month: int | None = None


Meaning: TypeAlias = Said | Relative
Read: TypeAlias = Callable[[re.Match[str]], Sequence[Meaning]]


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
    parts: Mapping[str, Part]
    seasons: Mapping[str, Season]


def any_of(words: Sequence[str] | Mapping[str, object]) -> str:
    """Return a pattern for any of ``words``, the longest first; a space is any white space."""
    escaped = (re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len)[::-1])
    return f"(?:{'|'.join(escaped)})"


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
        "bound": words.bounds.get(_key(said.get("bound"))),
        "part": words.parts.get(_key(said.get("part"))),
        "is_approximate": bool(said.get("approx")),
    }
    if more := said.get("days"):  # 5, 6 and 9 January
        numbers = [int(number) for number in re.findall(r"\d+", more)]
        if _RANGE.match(match.group()) and days[0] and numbers[0] < days[0]:
            numbers = list(range(numbers[0], days[0]))  # between 9 and 11 March
        return _join_days([*numbers, days[0] or 0], months[0], years[0], **common)
    season = words.seasons.get(_key(said.get("season")))
    end = Point(
        years[1] if has_second and years[1] is not None else years[0],
        months[1] if has_second else months[0],
        days[1] if has_second else days[0],
        season=season,
    )
    if not has_second:
        return (Said(end, end, **common),)  # type: ignore[arg-type]
    start = Point(
        years[0] if years[0] is not None else years[1],
        months[0] if months[0] is not None else months[1],
        days[0],
    )
    if years[0] is None and start.month and end.month and start.month > end.month and end.year:
        start = start.with_year(end.year - 1)  # 30 December to 2 January 2022
    if end.month is None and start.month is not None and end.day is not None:
        end = replace(end, month=start.month)
    if end.year is None and start.year is not None:
        end = end.with_year(start.year)
    return (Said(start, end, **common),)  # type: ignore[arg-type]


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
    part = words.parts.get(_key(said.get("part") or said.get("part2")))
    return (Said(century, century, words.bounds.get(_key(said.get("bound"))), part),)


def read_decade(first_year: int, words: Words, match: re.Match[str]) -> Sequence[Said]:
    """Return the decade that starts with ``first_year``, or the part that the match names."""
    said = match.groupdict()
    years = 100 if first_year % 100 == 0 and first_year < 2000 else 10  # the 1200s
    decade = Point(first_year, last_year=first_year + years - 1)
    part = words.parts.get(_key(said.get("part") or said.get("part2")))
    return (Said(decade, decade, part=part),)


def _key(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").casefold().strip()


def _whole(text: str | None) -> int | None:
    return int(text) if text else None


def _read_day(words: Words, text: str | None) -> int | None:
    if not text:
        return None
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else words.ordinals.get(_key(text))
