"""From a date as it was typed to one in EDTF; what may mean two days is left open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from statement_map.when import read_when

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:?\d\d.*")
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?: .*)?")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NAMED = re.compile(
    r"(\d{1,2})\.? ([A-Za-z]{3,9})\.?,? (\d{4})|([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})"
)

Read = Callable[[str], str]
"""Returns a date in EDTF, or raises a ValueError that says what is wrong with it."""


def reader_of(cells: Iterable[str]) -> Read:
    """Return how the days of one column are read.

    Whether 3/4 is in March or in April is known only if some day of the column is after the 12th;
    with points between the numbers the day comes first.
    """
    found = [match for cell in cells if (match := _NUMBERS.fullmatch(cell))]
    firsts = max((int(match[1]) for match in found), default=0)
    seconds = max((int(match[3]) for match in found), default=0)
    is_day_first = (firsts > 12) != (seconds > 12) and firsts > 12
    is_month_first = (firsts > 12) != (seconds > 12) and seconds > 12

    def read(cell: str) -> str:
        if match := _ISO.fullmatch(cell):
            cell = match[1]
        elif match := _NUMBERS.fullmatch(cell):
            one, sign, two, year = match.groups()
            if is_day_first or (sign == "." and not is_month_first) or one == two:
                cell = f"{year}-{int(two):02}-{int(one):02}"
            elif is_month_first:
                cell = f"{year}-{int(one):02}-{int(two):02}"
            else:
                raise ValueError(f"may be two days; found {cell!r}; write it as {year}-MM-DD")
        elif match := _NAMED.fullmatch(cell):
            day, name, year, other_name, other_day, other_year = match.groups()
            month = (name or other_name)[:3].casefold()
            if month in _MONTHS:
                number = _MONTHS.index(month) + 1
                cell = f"{year or other_year}-{number:02}-{int(day or other_day):02}"
        elif re.fullmatch(r"\d{1,3}", cell):
            cell = cell.zfill(4)
        return str(read_when(cell))

    return read


def join_days(start: str | None, end: str | None) -> str | None:
    """Return the interval from one date to another; an end that is not known is left open."""
    if not start or not end or start == end:
        return start or (f"../{end}" if end else None)
    ends = [each.rpartition("/")[2] or each for each in (end,)]
    return str(read_when(f"{start.partition('/')[0]}/{ends[0]}"))


def from_parts(year: str, month: str | None, day: str | None) -> str:
    """Return a date of which year, month and day stand in columns of their own."""
    parts = [f"{int(year):04}", *(f"{int(each):02}" for each in (month, day) if each)]
    if day and not month:
        raise ValueError(f"has a day without a month; found {day!r}; write the month")
    return str(read_when("-".join(parts)))


def today() -> date:
    """Return the present day."""
    return date.today()  # noqa: DTZ011, as a calendar on the wall says
