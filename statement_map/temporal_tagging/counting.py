"""Dates that are counted from others, and how EDTF writes them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from statement_map.temporal_tagging.said import Bound, Part, Point, Relative, Said, Season

_DECADE = 10
"""Years; the middle of ten are the fourth to the sixth, whole ones: 1943 to 1945."""

_YEARS_OF = {"decade": 10, "century": 100}
_A_MONTH = timedelta(days=31)
_NIGHT = timedelta(days=1)
_MONTHS_OF = {Season.SPRING: (3, 5), Season.SUMMER: (6, 8), Season.AUTUMN: (9, 11)}


@dataclass(frozen=True, slots=True)
class Told:
    """A date that was told: its first and last day (None is open), and how fine it is."""

    first: date | None
    last: date | None
    unit: str
    position: int
    paragraph: int
    is_entry: bool = False
    is_to_come: bool = False

    @property
    def is_short(self) -> bool:
        """Whether it is some days, but not one that is known."""
        if self.first is None or self.last is None:
            return False
        return self.unit == "month" and self.last - self.first <= _A_MONTH

    @property
    def is_night(self) -> bool:
        """Whether it is two days, one after the other."""
        return bool(self.first and self.last and self.last - self.first == _NIGHT)


def first_month(point: Point) -> Point:
    """Return the month in which a season starts, for its year to be told; else ``point``."""
    if point.season is None:
        return point
    return Point(point.year, _MONTHS_OF.get(point.season, (1, 2))[0])


def count_within_calendar(
    base: date, said: Relative, future: bool, anchor: Told | None
) -> tuple[str | None, str]:
    """Return what :func:`_count_from` does, None for the EDTF of days that no calendar has."""
    try:
        return _count_from(base, said, future, anchor)
    except (OverflowError, ValueError):
        return None, said.unit


def _count_from(
    base: date, said: Relative, future: bool, anchor: Told | None
) -> tuple[str | None, str]:
    """Return the EDTF of what ``said`` is, counted from ``base``, and how fine that is.

    The EDTF is None if the calendar has no such date.
    """
    count = said.count or 0
    if said.weekday is not None:
        first, last = _find_weekdays(base, said, future, anchor)
        days = first.isoformat() if first == last else f"{first}/{last}"
        return _bounded(said.bound, first.isoformat(), last.isoformat(), days), "day"
    if said.unit == "night":
        evening = base + timedelta(days=count)
        return f"{evening}/{evening + _NIGHT}", "day"
    if said.unit == "days":
        return f"{base + timedelta(days=1)}/{base + timedelta(days=count)}", "day"
    if said.unit == "day":
        is_of_days = anchor and anchor.first != anchor.last and not anchor.is_night
        if count == 0 and anchor and anchor.first and is_of_days:
            return f"{anchor.first.isoformat()}/{base.isoformat()}", "day"
        day = (base + timedelta(days=count)).isoformat()
        return _bounded(said.bound, day, day, day), "day"
    if said.unit == "week" and anchor is not None and count:
        return f"{(base + timedelta(weeks=count)).isoformat()}~", "day"
    if said.unit.endswith("week"):
        return _part_of_week(base - timedelta(days=base.weekday()) + timedelta(weeks=count), said)
    point = _count_long(base, said, anchor)
    until = replace(point, day=said.last_day) if said.last_day else point
    expression = write_edtf(Said(point, until, said.bound, said.part))
    return expression, "day" if point.day else "month" if point.month or point.season else "year"


def _count_long(base: date, said: Relative, anchor: Told | None) -> Point:
    """Return the month, the year or the years that ``said`` is, counted from ``base``."""
    count = said.count or 0
    if size := _YEARS_OF.get(said.unit):  # the 1990s start with 1990, the 20th century with 1901
        year = (base.year - size // 100) // size * size + size // 100 + count * size
        return Point(year, last_year=year + size - 1)
    if said.unit == "month" and said.month is None:
        months = base.year * 12 + base.month - 1 + count
        return Point(months // 12, months % 12 + 1, said.day)
    if said.season is not None:
        return Point(_year_of_season(base, said), season=said.season)
    if said.month is not None:
        return Point(_year_of_month(base, said), said.month)
    point = Point(base.year + count)
    if anchor and anchor.first and anchor.last and anchor.first.year < base.year:
        return replace(point, year=anchor.first.year + count, last_year=point.year)
    return point


def _part_of_week(monday: date, said: Relative) -> tuple[str, str]:
    """Return the week that starts on ``monday``, or the days of it that are meant."""
    start, stop = {Part.EARLY: (0, 1), Part.MIDDLE: (2, 3), Part.LATE: (4, 6)}.get(
        said.part or Part.FIRST_HALF, (0, 6)
    )
    first, last = monday + timedelta(days=start), monday + timedelta(days=stop)
    mark = "~" if said.part else ""
    days = f"{first}{mark}/{last}{mark}"
    return _bounded(said.bound, first.isoformat(), last.isoformat(), days), "day"


def _find_weekdays(
    base: date, said: Relative, future: bool, anchor: Told | None
) -> tuple[date, date]:
    """Return the nearest such weekdays on the side that is meant, a week off rather than none."""
    assert said.weekday is not None
    last_weekday = said.weekday if said.last_weekday is None else said.last_weekday
    length = timedelta(days=(last_weekday - said.weekday) % 7)
    if said.unit != "day":
        first = base + timedelta(days=said.weekday - base.weekday() + 7 * (said.count or 0))
        return first, first + length
    ahead = (said.weekday - base.weekday()) % 7
    if length == _NIGHT and not (ahead or said.sign):  # from Sunday to Monday, told on Sunday
        return base, base + length
    if said.sign > 0 or (said.sign == 0 and future and anchor is None):
        first = base + timedelta(days=ahead or 7)
        return first, first + length
    if said.sign == 0 and anchor is not None and anchor.first:
        within = anchor.first + timedelta(days=(said.weekday - anchor.first.weekday()) % 7)
        first = within if within <= base else base + timedelta(days=ahead)
        return first, first + length
    back = (base.weekday() - last_weekday) % 7
    last = base - timedelta(days=back or (7 if said.sign < 0 else 0))
    return last - length, last


def _year_of_season(base: date, said: Relative) -> int:
    """Return the year of "last summer"; a winter is of the year in which it ends."""
    is_winter = said.season is Season.WINTER
    first, last = (12, 2) if is_winter else _MONTHS_OF[said.season or Season.SUMMER]
    if said.count is not None:
        return base.year + said.count + (is_winter and base.month > 6)
    if said.sign < 0:
        return base.year - (base.month <= last)
    return base.year + (is_winter or base.month >= first)


def _year_of_month(base: date, said: Relative) -> int:
    """Return the year of "last March", or of "March of last year"."""
    assert said.month is not None
    if said.count is not None:
        return base.year + said.count
    if said.sign < 0:
        return base.year - (said.month >= base.month)
    return base.year + (said.month <= base.month)


def write_edtf(said: Said) -> str | None:
    """Return ``said`` in EDTF, None if the calendar has no such date or a part of it lacks."""
    start, end = said.start.days(), said.end.days()
    if start is None or end is None or start[0] > end[1]:
        return None
    mark = "~" if said.is_approximate else "?" if said.is_uncertain else ""
    if said.shift:
        try:
            day = (end[1] if said.shift > 0 else start[0]) + timedelta(days=said.shift)
        except OverflowError:  # the day after the last of the year 9999
            return None
        if said.is_of_all_days:
            return f"{min(start[0], day)}/{max(start[0], day)}"
        return f"{day.isoformat()}{mark}"
    if said.end.season:
        first, last = _season_days(said)
        if said.part and (month := _month_of_season(first, said.part)):
            return _bounded(said.bound, f"{month}~", f"{month}~", f"{month}~")
        text = f"{first[:7]}~/{last[:7]}~"
        return _bounded(said.bound, f"{first[:7]}~", f"{last[:7]}~", text)
    if said.part and not (said.bound is Bound.UNTIL and said.part is Part.LATE):
        narrowed = _part_of(said.end, start[0], end[1], said.part)
        if narrowed:
            return _bounded(said.bound, *narrowed, "/".join(narrowed))
    first, last = _write(said.start, start[0]), _write(said.end, end[1], last=True)
    if said.start == said.end:
        both = f"{first}{mark}/{last}{mark}" if said.end.last_year else first + mark
        return _bounded(said.bound, first + mark, last + mark, both)
    return f"{first}{mark}/{last}{mark}"


def _bounded(bound: Bound | None, first: str, last: str, text: str) -> str:
    match bound:
        case Bound.FROM:
            return f"{first}/.."
        case Bound.UNTIL:
            return f"../{last}"
    return text


def _write(point: Point, day: date, *, last: bool = False) -> str:
    if point.has_day:
        return day.isoformat()
    if point.month:
        return day.isoformat()[:7]
    year = point.last_year if last and point.last_year else point.year
    return f"{year:04}"


def _season_days(said: Said) -> tuple[str, str]:
    start, end = said.start.year or 1, said.end.year or 1
    season = said.end.season
    assert season
    if season is Season.WINTER:  # of 1981 is that which ends then; of 1981/1982 is plain
        first_year = start if start != end else end - 1
        return f"{first_year:04}-12-01", f"{end:04}-02-28"
    first, last = _MONTHS_OF[season]
    return f"{start:04}-{first:02}-01", f"{end:04}-{last:02}-28"


def _month_of_season(first: str, part: Part) -> str | None:
    """Return the first, second or third month of a season that starts on ``first``."""
    number = {Part.EARLY: 0, Part.MIDDLE: 1, Part.LATE: 2}.get(part)
    if number is None:
        return None
    months = int(first[:4]) * 12 + int(first[5:7]) - 1 + number
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _part_of(point: Point, first: date, last: date, part: Part) -> tuple[str, str] | None:
    """Return the part of a month in days, of a year in months, of more in years."""
    if point.has_day:
        return None
    if point.month:
        length = monthrange(first.year, first.month)[1]
        days = {
            Part.EARLY: (1, 10),
            Part.MIDDLE: (11, 20),
            Part.LATE: (21, length),
            Part.FIRST_HALF: (1, 15),
            Part.SECOND_HALF: (16, length),
            Part.WEEK_1: (1, 7),
            Part.WEEK_2: (8, 14),
            Part.WEEK_3: (15, 21),
            Part.WEEK_4: (22, 28),
            Part.LAST_WEEK: (length - 6, length),
            Part.TENTH_1: (1, 10),
            Part.TENTH_2: (11, 20),
            Part.TENTH_3: (21, length),
            Part.LAST_TENTH: (21, length),
        }.get(part)
        if days is None:
            return None
        return tuple(f"{first.replace(day=day).isoformat()}~" for day in days)  # type: ignore[return-value]
    if point.last_year is None:
        months = {
            Part.EARLY: (1, 3),
            Part.MIDDLE: (5, 8),
            Part.LATE: (10, 12),
            Part.FIRST_HALF: (1, 6),
            Part.SECOND_HALF: (7, 12),
            Part.QUARTER_1: (1, 3),
            Part.QUARTER_2: (4, 6),
            Part.QUARTER_3: (7, 9),
            Part.QUARTER_4: (10, 12),
        }.get(part)
        if months is None:
            return None
        mark = "~" if part in {Part.EARLY, Part.MIDDLE, Part.LATE} else ""
        return tuple(f"{first.year:04}-{month:02}{mark}" for month in months)  # type: ignore[return-value]
    length = last.year - first.year + 1
    shares = {
        Part.EARLY: (0.0, 0.3),
        Part.MIDDLE: (0.3, 0.6) if length == _DECADE else (0.35, 0.65),
        Part.LATE: (0.7, 1.0),
        Part.FIRST_HALF: (0.0, 0.5),
        Part.SECOND_HALF: (0.5, 1.0),
        Part.TENTH_1: (0.0, 0.1),
        Part.TENTH_2: (0.1, 0.2),
        Part.TENTH_3: (0.2, 0.3),
        Part.LAST_TENTH: (0.9, 1.0),
    }.get(part)
    if shares is None:
        return None
    years = first.year + round(length * shares[0]), first.year + round(length * shares[1]) - 1
    return f"{years[0]:04}~", f"{years[1]:04}~"
