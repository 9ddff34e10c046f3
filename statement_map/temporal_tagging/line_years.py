"""The year and month of the dates that head lines, from what stands above them and before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from statement_map.temporal_tagging.calendars import last_year_ending, nearest_year, weekday_of
from statement_map.temporal_tagging.said import Point, Said

_HALF_YEAR = timedelta(days=183)
_SCHOOL_STARTS = 9
"""The month in which a school year begins in the north, and a season of theatres or clubs."""

_MONTHS_OF_TURN = 6
"""A month so far before the one above it is of the next year."""

_CENTURY = 100
_CENTURIES = (1900, 2000, 1800, 1700)
"""The first years of those in which two digits may end a year, the likeliest first."""


class LineCalendar:
    """What the lines read so far tell of those below them (monotone completion).

    A head that names no year goes on from the one above it: 28 December, 2 January are of two
    years. A weekday that the calendar denies moves it to the next year that has it.
    """

    def __init__(self, first_year: int | None, year_told: int | None = None) -> None:
        """Begin a text of which the first year that a head names is known, or any that it tells."""
        self._first_named = first_year
        self._year_told = year_told
        self._years: tuple[int, int] | None = None
        self._is_school = False
        self._month: tuple[int, int] | None = None
        self._last: date | None = None

    def enter_years(self, first: int, last: int, *, is_school: bool) -> None:
        """Go on below a line with a year, or with two."""
        self._years, self._is_school = (first, last), is_school
        self._month = self._last = None

    def enter_month(self, month: int, year: int | None) -> bool:
        """Go on below a line with a month; return whether its year is known."""
        if year is None and self._month and not self._is_school:
            year = self._month[0] + (self._month[1] - month >= _MONTHS_OF_TURN)
        if year is None:
            year = self._year_of(month, 1, [])
        if year is None:
            return False
        if self._last and date(year, month, 1) > self._last:
            self._last = None
        self._month = (year, month)
        return True

    def complete(
        self, said: Said, weekdays: Sequence[tuple[Point, int]], weekday: int | None = None
    ) -> Said:
        """Return a head with the year and the month that it lacks, as far as they are known.

        ``weekdays`` are the days of it and of the heads that follow, each with its weekday, and
        ``weekday`` is its own.
        """
        start, end = said.start, said.end
        if start.ending is not None:
            year = self._year_ending(start, start.ending, weekday)
            start, end = (replace(it, year=year, ending=None) for it in (start, end))
        if start.month is None and start.day and start.year is None:
            start, end = self._in_month(start, end, weekday)
        if end.year is None and end.month is not None and start.year is None:
            month = start.month or end.month
            if self._month and not start.day and self._month[1] == month:
                first: int | None = self._month[0]
            else:
                first = self._year_of(month, start.day or 1, weekdays)
            if first is not None:
                turns = (start.month or 0) > end.month
                start, end = start.with_year(first), end.with_year(first + turns)
        return replace(said, start=start, end=end)

    def tell(self, said: Said) -> None:
        """Keep a head, from which the next goes on."""
        days = said.end.days() if said.end.day else None
        if days:
            self._last = days[0]
            if self._month and self._month != (days[0].year, days[0].month):
                self._month = None

    def _base(self) -> int | None:
        if self._last:
            return self._last.year
        return self._years[0] if self._years else self._first_named

    def _year_ending(self, point: Point, ending: int, weekday: int | None) -> int:
        """Return the year that two digits end, by the heads above, its weekday or the text."""
        base = self._base()
        own = _year_on(point, ending, weekday) if base is None and weekday is not None else None
        base = base or own or self._year_told
        return last_year_ending(ending) if base is None else nearest_year(ending, base)

    def _in_month(self, start: Point, end: Point, weekday: int | None) -> tuple[Point, Point]:
        """Return days of the month that stands above, or of that of the head before."""
        if self._month:
            year, month = self._month
        elif self._last:
            months = self._last.year * 12 + self._last.month - 1
            months += (start.day or 0) < self._last.day
            year, month = months // 12, months % 12 + 1
        else:
            return start, end
        start, end = (replace(it, year=year, month=month) for it in (start, end))
        following = replace(start, year=year + month // 12, month=month % 12 + 1)
        goes_on = self._last is None or (start.day or 0) < self._last.day
        if weekday is None or not goes_on or _agrees(start, weekday, year):
            return start, end
        if not _agrees(following, weekday, following.year or 0):
            return start, end
        return following, replace(end, year=following.year, month=following.month)

    def _year_of(self, month: int, day: int, weekdays: Sequence[tuple[Point, int]]) -> int | None:
        if self._last is None or self._is_school:
            return self._first_year(month, weekdays)
        year = self._last.year
        if _is_long_before(year, month, day, self._last):
            year += 1
        own = weekdays[0] if weekdays and weekdays[0][0].month == month else None
        if own and not _agrees(*own, year) and _agrees(*own, year + 1):
            year += 1
        return year

    def _first_year(self, month: int, weekdays: Sequence[tuple[Point, int]]) -> int | None:
        if self._years is None:
            return self._month[0] if self._month and self._month[1] == month else None
        first, last = self._years
        if self._is_school:
            return first if month >= _SCHOOL_STARTS else last
        years = range(first, min(last, first + _CENTURY) + 1)
        agreeing = [sum(_agrees(*it, year) for it in weekdays) for year in years]
        return years[agreeing.index(max(agreeing))]


def _is_long_before(year: int, month: int, day: int, last: date) -> bool:
    days = Point(year, month, day).days()
    return days is not None and last - days[0] > _HALF_YEAR


def _agrees(point: Point, weekday: int, year: int) -> bool:
    days = point.with_year(year).days()
    return days is not None and weekday_of(days[0]) == weekday


def _year_on(point: Point, ending: int, weekday: int) -> int | None:
    """Return the year with such last digits in which a day is on its weekday, None without one.

    Within four centuries that is one, since the calendar comes back to its weekdays after them.
    """
    years = (century + ending for century in _CENTURIES)
    return next((year for year in years if _agrees(point, weekday, year)), None)
