"""What a text has told so far, and what a date takes from it: its century, year and month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from statement_map.temporal_tagging.counting import Told, first_month
from statement_map.temporal_tagging.said import Point, Said
from statement_map.when import When

_LATE_IN_A_CENTURY = 1890
"""A text that has come so far means by "the thirties" those of the twentieth century."""

LATELY = 50
"""So many of the dates told last may tell what another leaves out."""

_LONG_BEFORE = 40
"""A decade more years than this before what is told is that of the next century."""

_HALF_YEAR = timedelta(days=183)
"""A day without a year that lies further back than this is nearer in the next year."""

_A_SEASON = timedelta(days=92)
"""So near to the day of the text, or behind what is told, a day without a year goes on with it."""


_SCHOOL_STARTS = 9
"""The month in which a school year begins in the north, and a season of theatres or clubs."""


class Context:
    """The dates told so far, and the day of the text itself, as far as it is known."""

    def __init__(self, published: When | None, first_year: int | None = None) -> None:
        """Know the day of the text, and the first year that it tells in full."""
        self._published = published.start if published and published.is_day else None
        self._published_year = self._published.year if self._published else None
        if published and published.start and published.end and not self._published_year:
            same = published.start.year == published.end.year
            self._published_year = published.start.year if same else None
        self._first_year = first_year
        self._told: list[Told] = []

    def _year_ending(self, ending: int) -> int | None:
        """Return the year of those two digits that is nearest to what is told, or to the text."""
        told = next((it.first.year for it in reversed(self._told[-LATELY:]) if it.first), None)
        base = told or self._published_year or self._first_year
        if base is None:
            return None
        near = [base // 100 * 100 + ending + shift for shift in (-100, 0, 100)]
        return min(near, key=lambda year: abs(year - base))

    def _year_of_weekday(self, point: Point, year: int) -> int:
        """Return ``year``, or one near by in which the day is the weekday that the text says."""
        if point.weekday is None:
            return year
        told = [it.first.year for it in reversed(self._told[-LATELY:]) if it.first]
        near = [year, *told[:10], self._published_year or year, year + 1, year - 1]
        return next((it for it in near if _is_on_weekday(point.with_year(it))), year)

    def _inherit_year(
        self, point: Point, paragraph: int, future: bool, *, is_entry: bool
    ) -> int | None:
        """Return the year that the text told last; the next one where a year has turned since.

        The day that heads an entry of a diary (``is_entry``) follows on the heads above it.
        """
        if (year := self._year_of_two(point)) is not None:
            return year
        told = [it for it in self._told[-LATELY:] if it.is_of_one_year]
        if is_entry:
            told = [it for it in told if it.is_entry or it.is_heading] or told
        if not future:  # what has happened is not told by what was announced
            told = [it for it in told if it.first and self._is_before_today(it.first)] or told
        fine = next((it for it in reversed(told) if it.unit != "year"), None)
        here = next((it for it in reversed(told) if it.paragraph == paragraph), None)
        latest = told[-1] if told else None
        section = latest if latest and latest.is_heading else None
        is_of_its_day = self._is_of_its_day(told)
        if is_of_its_day and future and latest and latest.first and self._published:
            here = here if latest.first.year >= self._published.year else None
        if here is None and is_of_its_day and not self._goes_on(latest, point):
            return None  # then the day of the text tells the year
        base = here or section or fine or latest
        if base is None or base.first is None or base.last is None:
            return None
        year = (
            base.last.year if base.unit == "year" and base.first == base.last else base.first.year
        )
        return year + self._turn(base, first_month(point), year, future, is_entry=is_entry)

    def _turn(self, base: Told, point: Point, year: int, future: bool, *, is_entry: bool) -> int:
        """Return 1 where the year has turned since ``base`` was told, -1 where it had not yet."""
        if base.unit == "year" or base.first is None or not (days := point.with_year(year).days()):
            return 0
        following = point.with_year(year + 1).days()
        previous = point.with_year(year - 1).days()
        is_announced = previous and self._published and previous[0] >= self._published
        if is_announced and previous and base.first - previous[0] < days[0] - base.first:
            return -1  # between the day of the text and what was announced
        if (
            following
            and (not base.is_limit or not self._is_before_today(base.first))
            and (
                future
                or self._is_before_today(following[0])
                or not self._is_before_today(base.first)
            )
            and base.first - days[0] > _HALF_YEAR
            and following[0] - base.first < _HALF_YEAR
        ):
            return 1
        if (
            following
            and days[0] < base.first <= following[0]
            and not (future or base.is_limit or point.has_day)
            and self._published
            and following[1] < self._published
            and self._is_of_its_day(self._told)
        ):
            return 1  # work began in October of last year; by the end of May
        is_long_after = days[0] - base.first > _HALF_YEAR
        is_told_there = base.is_entry and not is_entry and point.has_day
        if is_told_there and not future and is_long_after and previous:
            return -1  # on 2 January: a letter of 29 December
        return 0

    def _year_of_two(self, point: Point) -> int | None:
        """Return which year of two a month below their heading is in: "School year 1945/46".

        A title of a text ("The strike of 1984–85") is no such heading.
        """
        lately = reversed(self._told[-LATELY:])
        above = next((it for it in lately if it.is_heading or it.unit == "year"), None)
        month = first_month(point).month
        if above is None or not (
            above.is_heading and above.paragraph and above.first and above.last and month
        ):
            return None
        if above.last.year != above.first.year + 1:
            return None
        return above.first.year if month >= _SCHOOL_STARTS else above.last.year

    def _is_before_today(self, day: date) -> bool:
        return self._published is None or day <= self._published

    def _goes_on(self, latest: Told | None, point: Point) -> bool:
        """Return whether a day follows soon on what is told and is far from that of the text."""
        if latest is None or latest.first is None or self._published is None:
            return False
        days = point.with_year(latest.first.year).days()
        own = self._year_by_publication(point, future=False)
        ours = point.with_year(own or self._published.year).days()
        if not days or not ours or latest.unit != "day":
            return False
        is_far = not timedelta(0) <= self._published - ours[0] < _A_SEASON
        return is_far and timedelta(0) < days[0] - latest.first < _A_SEASON

    def _inherit_century(self, said: Said) -> Said:
        """Return a decade in the century before the twentieth that the text tells of."""
        told = next((it.first for it in reversed(self._told[-LATELY:]) if it.first), None)
        if told is None or told.year >= _LATE_IN_A_CENTURY or not said.end.year:
            return said
        years = told.year // 100 * 100 - 1900
        if told.year - said.end.year - years > _LONG_BEFORE:
            years += 100
        decade = Point(said.end.year + years, last_year=(said.end.last_year or 0) + years)
        return replace(said, start=decade, end=decade)

    def _inherit_month(self, said: Said, paragraph: int) -> Said:
        lately = reversed(self._told[-LATELY:])
        told = next((it for it in lately if it.unit != "year" and it.last), None)
        base = told.last if told else None
        if told and base and self._published and self._is_of_its_day(self._told):
            is_far = abs(self._published - base) > _A_SEASON
            if is_far and told.paragraph != paragraph:  # then that of the day of the text
                is_ahead = (said.end.day or 0) > self._published.day
                first = self._published.replace(day=1)
                base = first - timedelta(days=int(is_ahead and first > date.min))
        if base is None:
            return Said(Point(), Point())
        start, end = (Point(base.year, base.month, it.day) for it in (said.start, said.end))
        return replace(said, start=start, end=end)

    def _is_of_its_day(self, told: Sequence[Told]) -> bool:
        """Return whether the text is of its own days, as news are and a history is not.

        Then the first date that it tells lies within a year of the day of publication.
        """
        if self._published is None or not self._told:
            return False
        first = self._told[0].first
        return first is not None and abs(first.year - self._published.year) <= 1 and bool(told)

    def _year_by_publication(self, point: Point, future: bool) -> int | None:
        if self._published is None:
            return self._published_year
        published, point = self._published, first_month(point)
        near = []
        for year in (published.year - 1, published.year, published.year + 1):
            if days := point.with_year(year).days():
                distance = abs((days[0] - published).days)
                is_wrong_way = (days[1] < published) if future else (days[0] > published)
                near.append((distance + (150 if is_wrong_way else 0), year))
        return min(near)[1] if near else None


def _is_on_weekday(point: Point) -> bool:
    days = point.days()
    return days is not None and days[0].weekday() == point.weekday
