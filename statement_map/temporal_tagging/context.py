"""What a text has told so far, and what a date takes from it: its century, year and month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from statement_map.temporal_tagging.calendars import last_year_ending, nearest_year
from statement_map.temporal_tagging.counting import Told
from statement_map.temporal_tagging.said import Point, Said
from statement_map.when import When

_LATE_IN_A_CENTURY = 1890
"""A text that has come so far means by "the thirties" those of the twentieth century."""

LATELY = 50
"""So many of the dates told last may tell what another leaves out."""

_LONG_BEFORE = 40
"""A decade more years than this before what is told is that of the next century."""

_A_SEASON = timedelta(days=92)
"""So near to the day of the text, or behind what is told, a day without a year goes on with it."""


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

    def _year_ending(self, ending: int) -> int:
        """Return the year of those two digits that is nearest to what is told, or to the text.

        Where neither is known it is the last one that is not to come.
        """
        told = next((it.first.year for it in reversed(self._told[-LATELY:]) if it.first), None)
        base = told or self._published_year or self._first_year
        return last_year_ending(ending) if base is None else nearest_year(ending, base)

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
        if told and base and self._published and self._is_of_its_day():
            is_far = abs(self._published - base) > _A_SEASON
            if is_far and told.paragraph != paragraph:  # then that of the day of the text
                is_ahead = (said.end.day or 0) > self._published.day
                first = self._published.replace(day=1)
                base = first - timedelta(days=int(is_ahead and first > date.min))
        if base is None:
            return Said(Point(), Point())
        start, end = (Point(base.year, base.month, it.day) for it in (said.start, said.end))
        return replace(said, start=start, end=end)

    def _is_of_its_day(self) -> bool:
        """Return whether the text is of its own days, as news are and a history is not.

        Then the first date that it tells lies within a year of the day of publication.
        """
        if self._published is None or not self._told:
            return False
        first = self._told[0].first
        return first is not None and abs(first.year - self._published.year) <= 1
