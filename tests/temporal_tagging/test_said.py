"""Days of what a phrase names by itself; Easter and weekdays from calendars of those years."""

from __future__ import annotations

from datetime import date

import pytest

from statement_map.temporal_tagging.parts import complete_year
from statement_map.temporal_tagging.said import Point, read_roman


@pytest.mark.parametrize(
    ("point", "first", "last"),
    [
        (Point(2022), (2022, 1, 1), (2022, 12, 31)),
        (Point(2024, 2), (2024, 2, 1), (2024, 2, 29)),
        (Point(2022, 1, 5), (2022, 1, 5), (2022, 1, 5)),
        (Point(1930, last_year=1939), (1930, 1, 1), (1939, 12, 31)),
        (Point(2022, easter=0), (2022, 4, 17), (2022, 4, 17)),
        (Point(2022, easter=-2), (2022, 4, 15), (2022, 4, 15)),  # Good Friday
        (Point(2022, 1, nth=(0, 1)), (2022, 1, 3), (2022, 1, 3)),  # the first Monday
        (Point(2022, 1, nth=(6, -1)), (2022, 1, 30), (2022, 1, 30)),  # the last Sunday
        (Point(2022, 2, nth=(None, -1)), (2022, 2, 28), (2022, 2, 28)),  # the last day
    ],
)
def test_days_of_a_date(
    point: Point, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert point.days() == (date(*first), date(*last))


@pytest.mark.parametrize(
    "point",
    [
        *(Point(None, 1, 5), Point(0), Point(10_000), Point(2022, 2, 29), Point(2022, 13)),
        *(Point(1940, last_year=1930), Point(2022, 2, nth=(0, 5))),
    ],
)
def test_what_no_calendar_has(point: Point) -> None:
    assert point.days() is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("IV", 4), ("ix", 9), ("XIX", 19), ("XX", 20), ("MCMXLIV", 1944), ("", None), ("A", None)],
)
def test_roman_numbers(text: str, number: int | None) -> None:
    assert read_roman(text) == number


@pytest.mark.parametrize(
    ("year", "text", "other"), [(1743, "44", 1744), (1899, "900", 1900), (1914, "8", 1918)]
)
def test_a_year_of_which_the_last_digits_are_written(year: int, text: str, other: int) -> None:
    assert complete_year(year, text) == other
