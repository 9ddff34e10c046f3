"""What the rules of a table mean: the same for every language.

Each meaning reads the parts of a phrase that its match keeps under names such as ``day1``,
``month1``, ``year1``, ``day2``, ``bound`` or ``which``, and returns the dates they say. A rule may
give a part itself: ``given = {which = "this"}``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from statement_map.prose.languages import plain
from statement_map.temporal_tagging.parts import Parts, complete_year
from statement_map.temporal_tagging.said import (
    Anchor,
    Bound,
    Meaning,
    Point,
    Relative,
    Said,
    in_todays_calendar,
    read_roman,
)
from statement_map.temporal_tagging.words import DateLexicon, Which

_LONG_UNITS = {"fortnight": ("day", 14), "decade": ("year", 10), "century": ("year", 100)}
_LAST_CENTURY = 20
"""The century that nearly all who write today mean by the last one."""

_OF_TURN = 10
"""The years before and after the start of a century that are its turn."""


_LED_DAYS = {"week_to": -6, "week_from": 6, "night_to": -1}
"""The days that go with the one behind "week ending", "week of" and "in the night to"."""

Reader = Callable[[Parts], Sequence[Meaning]]


def read_nothing(_: Parts) -> Sequence[Meaning]:
    """Read what only looks like a date."""
    return ()


def read_left_open(_: Parts) -> Sequence[Said]:
    """Read a date that EDTF has no years for here, such as one before Christ."""
    return (Said(Point(), Point()),)


def read_date(parts: Parts) -> Sequence[Said]:
    """Read days, months and years, and ranges and lists of two of them.

    What the first of two dates leaves out is that of the second: "5 to 7 January 2022". Several
    days of one month ("5, 6 and 9 January") come as one range where they follow one another.
    """
    first, second = parts.point(1), parts.point(2)
    has_second = any(parts.get(f"{name}2") for name in ("day", "month", "year"))
    if any(it.month is not None and not 1 <= it.month <= 12 for it in (first, second)):
        return ()
    if (text := parts.get("year2")) and first.year and len(text) < 3:  # 1939-45
        second = second.with_year(complete_year(first.year, text))
        if (second.year or 0) < first.year:
            return ()  # 2020-05 is no range
    common = Said(
        Point(),
        Point(),
        parts.bound,
        parts.part,
        is_approximate=bool(parts.get("approx")),
        is_uncertain=bool(parts.get("unsure") or parts.get("ending")),
    )
    if (more := parts.get("days")) and first.day is not None:  # 5, 6 and 9 January
        return _join_days(parts, more, first, common)
    if days := next((it for name, it in _LED_DAYS.items() if parts.get(name)), 0):
        return (Said(first, first, shift=days, is_of_all_days=True),)
    if not has_second:
        weekday = parts.words.weekday(parts.get("on"))
        point = replace(first, season=parts.season, weekday=weekday)
        return (replace(common, start=point, end=point),)
    end = Point(
        second.year,
        second.month,
        second.day,
        season=parts.season,
        is_old_style=second.is_old_style,
    )
    start = replace(first, month=second.month if first.month is None else first.month)
    if end.day is None and start.day is not None and end.month is not None:
        return ()  # a day to a month
    start, end = _complete(start, end)
    if parts.get("joint") == "/" and (one := in_todays_calendar(start, end)):
        return (replace(common, start=one, end=one),)
    is_list = parts.words.is_listing(parts.get("joint")) and not parts.words.is_range(parts.text)
    if is_list and not _follow(start, end):  # 4 March and 7 April
        return tuple(replace(common, start=it, end=it) for it in (start, end))
    return (replace(common, start=start, end=end),)


def _complete(start: Point, end: Point) -> tuple[Point, Point]:
    """Return two dates, each with what it leaves out to the other."""
    if start.year is None:
        # 30 December to 2 January 2022
        turns = bool(end.year and start.month and end.month and start.month > end.month)
        start = replace(start, year=end.year - turns if end.year else None)
    if end.month is None and start.month is not None and end.day is not None:
        end = replace(end, month=start.month)
    if end.year is None and start.year is not None:
        # from October 2021 to the following June
        turns = bool(start.month and end.month and start.month > end.month)
        end = end.with_year(start.year + turns)
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


def read_both_calendars(parts: Parts) -> Sequence[Said]:
    """Read a day that has the one of the other calendar behind it: "14 (26) December 1825".

    Where the two are not one day, the day in brackets is another.
    """
    first, second = parts.point(1), parts.point(2)
    year = parts.year(1) or parts.year(2)
    month = first.month or second.month
    first = replace(first, year=year, month=month)
    second = replace(second, year=year, month=second.month or month)
    one = in_todays_calendar(first, second)
    return tuple(Said(it, it, parts.bound) for it in ((one,) if one else (first, second)))


def _join_days(parts: Parts, more: str, last: Point, common: Said) -> Sequence[Said]:
    """Return the days before the last of a list and it, those in a row as one."""
    numbers = [int(number) for number in re.findall(r"\d+", more)]
    end = last.day or 0
    if parts.words.is_range(parts.text) and numbers[0] < end:
        numbers = list(range(numbers[0], end))  # between 9 and 11 March
    runs: list[list[int]] = []
    if (*numbers, end) != tuple(sorted({*numbers, end})):
        numbers = []  # Day 12, 7 March
    for number in (*numbers, end):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return tuple(
        replace(common, start=replace(last, day=run[0]), end=replace(last, day=run[-1]))
        for run in runs
        if 1 <= run[0] <= run[-1] <= 31
    )


def read_day_or_month(parts: Parts) -> Sequence[Said]:
    """Read 01/05/2022: day first, unless it cannot be; which is not sure where both could."""
    first, second = (int(parts.get(name) or 0) for name in ("first", "second"))
    day, month = (first, second) if second <= 12 else (second, first)
    point = Point(parts.year(1), month, day, ending=parts.ending)
    unsure = (first <= 12 and second <= 12 and first != second) or parts.ending is not None
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return read_left_open(parts)
    return (Said(point, point, is_uncertain=unsure),)


def read_years(parts: Parts) -> Sequence[Said]:
    """Read several years, each one of its own: "in 1956, 1968 and 1970"."""
    points = (Point(int(year)) for year in re.findall(r"\d{4}", parts.text))
    return tuple(Said(point, point) for point in points)


def read_nth(parts: Parts) -> Sequence[Said]:
    """Read the nth weekday of a month or its nth day, or two: "the first and third Sunday"."""
    weekday = parts.words.weekday(parts.get("weekday"))
    month = parts.words.month(parts.get("month1"))
    nths = [parts.words.nths.get(it) or -1 for name in ("nth1", "nth") if (it := parts.get(name))]
    points = [Point(parts.year(1), month, nth=(weekday, nth)) for nth in nths]
    return tuple(Said(it, it, parts.bound) for it in points)


def read_roman_year(parts: Parts) -> Sequence[Said]:
    """Read a year in Roman digits, as on a building."""
    year = read_roman(parts.get("year1") or "") or 0
    point = Point(year)
    return (Said(point, point),) if 1000 <= year <= 2100 else ()


def read_holiday(parts: Parts) -> Sequence[Said]:
    """Read a holiday, of a year or without: "Christmas Eve 1981", "the Monday after Easter"."""
    words = parts.words
    point = words.holidays.get(parts.get("holiday")) or words.saints.get(parts.get("saint"))
    if point is None:
        return ()
    if year := parts.year(1):
        point = point.with_year(year)
    if day := parts.get("weekday"):
        which = parts.which
        point = replace(point, beside=(words.weekday(day) or 0, which.sign if which else 1))
    return (Said(point, point, parts.bound),)


def _century(number: int | None, parts: Parts) -> Said | None:
    """Return the ``number``-th century, or the part of it that is meant."""
    if number is None or not 1 <= number <= 99:
        return None
    century = Point(number * 100 - 99, last_year=number * 100)
    return Said(century, century, parts.bound, parts.part)


def _century_number(parts: Parts, name: str) -> int | None:
    text = parts.get(name)
    return parts.words.number(text) or (read_roman(text) if text else None)


def read_century(parts: Parts) -> Sequence[Said]:
    """Read a century or two: "in the 19th and 20th centuries"."""
    first = _century(_century_number(parts, "century1"), parts)
    if not parts.get("century2"):
        return (first,) if first else ()
    last = _century(_century_number(parts, "century2"), parts)
    return (Said(first.start, last.end),) if first and last else ()


def read_turn_of_century(parts: Parts) -> Sequence[Said]:
    """Read the years around the start of a century, the later where two are named."""
    name = "century2" if parts.get("century2") else "century1"
    century = _century(_century_number(parts, name), parts)
    if century is None or not century.start.year:
        return ()
    year = century.start.year
    turn = Point(year - _OF_TURN, last_year=year + _OF_TURN - 1)
    return (Said(turn, turn, is_approximate=True),)


def _decade(first_year: int, parts: Parts) -> Said:
    """Return the decade that starts with a year, or the part of it that is meant."""
    years = 100 if first_year % 100 == 0 and first_year < 2000 else 10  # the 1200s
    decade = Point(first_year, last_year=first_year + years - 1)
    return Said(decade, decade, parts.bound, parts.part)


def _decade_number(parts: Parts) -> int:
    text = plain(parts.get("decade")).lstrip("'")
    return parts.words.decades.get(text) or int(text)


def read_decade(parts: Parts) -> Sequence[Said]:
    """Read the 1990s; the nineties are those of the twentieth century, unless one is named."""
    ten = _decade_number(parts)
    if ten >= 1000:
        return (_decade(ten, parts),)
    if number := _century_number(parts, "century1"):
        return (_decade((number - 1) * 100 + ten, parts),)
    is_open = parts.given.get("which") != "last"
    return (replace(_decade(1900 + ten, parts), is_of_century=is_open),)


def read_turn_of_decades(parts: Parts) -> Sequence[Said]:
    """Read "at the turn of the 1980s and 1990s": the two years where they meet."""
    ten = _decade_number(parts)
    year = ten if ten >= 1000 else 1900 + ten
    turn = Point(year - 1, last_year=year)
    return (Said(turn, turn, is_approximate=True),)


def read_turn(parts: Parts) -> Sequence[Said]:
    """Read the turn of two months or two years, which is around the end of the first."""
    both = read_date(parts)
    if not both:
        return ()
    said = both[0]
    if said.start.month:
        return (Said(said.start, said.end, is_approximate=True),)
    first = Point(said.start.year, 12)
    return (Said(first, Point(said.end.year, 1), is_approximate=True),)


def read_day(parts: Parts) -> Sequence[Relative]:
    """Read a fixed number of days, nights or months from an anchor: "the next day", "yesterday"."""
    count = parts.count or 0
    sign = (count > 0) - (count < 0)
    unit = parts.given.get("unit", "day")
    return (Relative(parts.anchor, unit, count, sign, bound=parts.bound),)


def read_count(parts: Parts) -> Sequence[Relative]:
    """Read a number of days, weeks, months or years after or before an anchor.

    Of the day of the text a week is seven days, and no calendar week; an unknown number of days
    ahead of it says nothing.
    """
    sign, anchor, count = int(parts.given["sign"]), parts.anchor, parts.count
    unit, times = _LONG_UNITS.get(parts.unit, (parts.unit, 1))
    if anchor is Anchor.WRITTEN:
        if unit == "week" and count is not None:
            unit, times = "day", 7 * times
        if not count and sign > 0:
            return ()
    return (Relative(anchor, unit, None if count is None else sign * count * times, sign),)


def read_days(parts: Parts) -> Sequence[Relative]:
    """Read all of "the five days after" what was told."""
    days = (parts.count or 0) * (7 if parts.unit == "week" else 1)
    return (Relative(Anchor.TOLD, "days", days, 1),) if days else ()


def read_entry_number(parts: Parts) -> Sequence[Relative]:
    """Read "Day 3", which heads an entry and is counted from the one that has a date."""
    last = parts.words.count(parts.get("last"))
    return (Relative(Anchor.ENTRY, "day", parts.words.count(parts.get("number")), last_count=last),)


def read_entry_hour(_: Parts) -> Sequence[Relative]:
    """Read an hour that heads an item: it is of the day that heads the items, or of the text's."""
    return (Relative(Anchor.ENTRY, "day", None),)


def read_hour(parts: Parts) -> Sequence[Relative]:
    """Read an hour or a part of the day, which are of the day that is told, or of the text's."""
    return (Relative(Anchor.NEAR, parts.given["unit"]),)


def read_entry_day(parts: Parts) -> Sequence[Relative]:
    """Read a bare number that heads an entry, and may be the next day of a month: "27. Rain"."""
    return (Relative(Anchor.ENTRY, "month", day=parts.words.number(parts.get("day1"))),)


def read_offset(parts: Parts) -> Sequence[Relative]:
    """Read "two days before" a date; before anything else its day is only known to be few off."""
    found = read_count(parts)
    return [it for it in found if it.unit in {"day", "week"} and it.count]


def read_unit(parts: Parts) -> Sequence[Meaning]:
    """Read "last week", "the following month", "late next year", "by the end of the month"."""
    which, unit = parts.which or Which.NEAR, parts.unit
    if unit == "century" and which is Which.LAST:
        century = _century(_LAST_CENTURY, parts)
        return (century,) if century else ()
    if which.anchor is Anchor.TOLD and which.sign and unit == "week":
        unit = "calendar week"
    return (
        Relative(
            Anchor(given) if (given := parts.given.get("anchor")) else which.anchor,
            unit,
            which.sign,
            which.sign,
            day=parts.words.number(parts.get("day1")),
            last_day=parts.words.number(parts.get("day2")),
            season=parts.season,
            part=parts.part,
            bound=None if parts.get("day2") else parts.bound,
        ),
    )


def read_before_last(parts: Parts) -> Sequence[Relative]:
    """Read "the week before last"."""
    return (Relative(Anchor.WRITTEN, parts.unit, -2, -1),)


def read_month(parts: Parts) -> Sequence[Relative]:
    """Read "last March": the nearest one on that side, or that of the year which is told."""
    which = parts.which or Which.NEAR
    month = parts.words.month(parts.get("month1"))
    if not which.sign:
        return read_month_of_year(parts)
    return (Relative(which.anchor, "month", None, which.sign, month=month),)


def read_month_of_year(parts: Parts) -> Sequence[Relative]:
    """Read "in June of that year", "in March of last year"."""
    which = parts.which or Which.NEAR
    month = parts.words.month(parts.get("month1"))
    return (
        Relative(which.anchor, "year", which.sign, month=month, part=parts.part, bound=parts.bound),
    )


def read_season(parts: Parts) -> Sequence[Relative]:
    """Read "last summer", "the following spring", "that winter"."""
    which = parts.which or Which.NEAR
    count = None if which.sign else 0
    return (
        Relative(which.anchor, "year", count, which.sign, season=parts.season, part=parts.part),
    )


def read_weekday(parts: Parts) -> Sequence[Relative]:
    """Read "on Monday", "last Friday", "from Monday to Friday", "the Sunday before"."""
    which, bound = parts.which, parts.bound
    anchor = which.anchor if which else Anchor.WRITTEN
    sign = which.sign if which else 0
    is_until = bound is Bound.UNTIL and not parts.words.is_soft(parts.get("bound") or "")
    if which is Which.THIS or (which is None and is_until):
        sign = 1
    is_of_week = which is Which.NEXT
    weekday, until = (parts.words.weekday(parts.get(it)) for it in ("weekday", "last"))
    if parts.get("night_to") and weekday is not None:  # in the night to Sunday
        weekday, until = (weekday - 1) % 7, weekday
    return (
        Relative(
            anchor,
            "week" if is_of_week else "day",
            int(is_of_week),
            sign,
            weekday,
            last_weekday=until,
            bound=None if until is not None else bound,
        ),
    )


def read_weekdays(parts: Parts) -> Sequence[Relative]:
    """Read "on Tuesday and Wednesday": one after the other is a range, else they are two."""
    days = [parts.words.weekday(parts.get(name)) for name in ("weekday", "last")]
    first, last = (it or 0 for it in days)
    if (last - first) % 7 == 1:
        return read_weekday(parts)
    return tuple(Relative(Anchor.WRITTEN, "day", 0, 0, day) for day in (first, last))


def read_weekend(parts: Parts) -> Sequence[Relative]:
    """Read "at the weekend", "last weekend", "this weekend"."""
    which = parts.which
    unit = "week" if which is Which.THIS else "day"
    anchor, sign = (which.anchor, which.sign) if which else (Anchor.WRITTEN, 0)
    return (Relative(anchor, unit, 0, sign, 5, last_weekday=6, bound=parts.bound),)


MEANINGS: Mapping[str, Reader] = {
    "nothing": read_nothing,
    "left open": read_left_open,
    "date": read_date,
    "day or month": read_day_or_month,
    "years": read_years,
    "both calendars": read_both_calendars,
    "nth day": read_nth,
    "roman year": read_roman_year,
    "holiday": read_holiday,
    "century": read_century,
    "turn of a century": read_turn_of_century,
    "decade": read_decade,
    "turn of decades": read_turn_of_decades,
    "turn": read_turn,
    "day": read_day,
    "count": read_count,
    "days": read_days,
    "entry number": read_entry_number,
    "entry day": read_entry_day,
    "entry hour": read_entry_hour,
    "hour": read_hour,
    "offset": read_offset,
    "unit": read_unit,
    "before last": read_before_last,
    "month": read_month,
    "month of a year": read_month_of_year,
    "season": read_season,
    "weekday": read_weekday,
    "weekdays": read_weekdays,
    "weekend": read_weekend,
}
"""What a rule may mean, by the name that tables write."""


def reader_of(
    words: DateLexicon, means: str, given: Mapping[str, Any]
) -> Callable[..., Sequence[Meaning]]:
    """Return what reads the matches of a rule; a meaning that nothing has is a ``KeyError``."""
    read = MEANINGS[means]

    def read_match(match: re.Match[str]) -> Sequence[Meaning]:
        return read(Parts(words, match.group(), match.groupdict(), given))

    return read_match
