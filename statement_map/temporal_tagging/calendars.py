"""The calendar of Julius Caesar beside that of today: old style and new style."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

GREGORIAN = 1583
"""The first whole year of the calendar of today; one before is told by the old one."""

_LAST_OLD = 1923
"""The year in which Greece, the last state to do so, took the calendar of today."""


def days_behind(day: date) -> int:
    """Return by how many days the old calendar is behind that of today, on its own ``day``."""
    year = day.year - (day.month < 3)
    return year // 100 - year // 400 - 2


def to_new_style(day: date) -> date:
    """Return the day of today's calendar that the old one calls ``day``."""
    return day + timedelta(days=days_behind(day))


def are_one_day(old: date, new: date) -> bool:
    """Return whether the old calendar calls ``old`` what that of today calls ``new``."""
    return GREGORIAN <= new.year <= _LAST_OLD and to_new_style(old) == new


def nearest_year(ending: int, base: int) -> int:
    """Return the year that ends in two digits and is nearest to another."""
    years = (base // 100 * 100 + ending + shift for shift in (-100, 0, 100))
    return min(years, key=lambda year: abs(year - base))


def last_year_ending(ending: int) -> int:
    """Return the last year that ends in two digits and is not to come."""
    today = datetime.now(UTC).year
    return today - (today - ending) % 100


def weekday_of(day: date) -> int:
    """Return the weekday of a day, Monday is 0, in the calendar of its time."""
    behind = days_behind(day) if day.year < GREGORIAN else 0
    return (day.weekday() + behind) % 7
