"""From a date as it was typed to one in EDTF; what may mean two days is left open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

from statement_map.prose.text import LANGUAGES, build_source
from statement_map.temporal_tagging import find_dates
from statement_map.when import read_when

_CLOCK = r"(?:[T ,]+\d{1,2}:\d\d.*)?"
_ISO = re.compile(
    rf"(\d{{4}})([-/.])(\d\d)\2(\d\d){_CLOCK}"
    r"|(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:T\d{4,6}.*)?"
)
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?: .*)?")
_SHORT_YEAR = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{2}")
_SERIAL = re.compile(r"[1-5]\d{4}(?:\.0)?")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTHS_OF_A_YEAR = len(_MONTHS)
_NAMED = re.compile(
    r"(\d{1,2})\.? ([A-Za-z]{3,9})\.?,? (\d{4})|([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})"
)
_ARROW = re.compile(r"\s*(?:→|->|—)\s*")
_BEHIND = re.compile(r"[,\s]+\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?$", re.IGNORECASE)
_MOST_LETTERS = 80
"""What is longer than a date in words ever is, and no date."""
_MOST_MISSES = 500
"""So many cells one after another are no dates in words: the column holds something else.

Each costs up to 3 ms, which ten thousand rows of prose would make half a minute.
"""

ReadDay = Callable[[str], str]
"""Returns a date in EDTF, or raises a ValueError that says what is wrong with it."""


def reader_of(cells: Iterable[str], language: str = "") -> ReadDay:
    """Return how the days of one column are read.

    Whether 3/4 is in March or in April is known only if some day of the column is after the 12th;
    with points between the numbers the day comes first. With a ``language`` dates in words are
    read as drafting reads them, in that language before others.
    """
    order = _order_of(cells)
    misses = 0

    def read(cell: str) -> str:
        nonlocal misses
        written = _written_out(cell, order)
        try:
            return str(read_when(written))
        except ValueError:
            if language and misses < _MOST_MISSES:
                if said := _read_words(cell, language):
                    misses = 0
                    return said
                misses += 1
            raise

    return read


def _order_of(cells: Iterable[str]) -> str:
    """Return whether the first of two numbers is the ``day``, the ``month``, or not known: ""."""
    found = [match for cell in cells if (match := _NUMBERS.fullmatch(cell))]
    is_day_first = any(int(match[1]) > _MONTHS_OF_A_YEAR for match in found)
    is_month_first = any(int(match[3]) > _MONTHS_OF_A_YEAR for match in found)
    if is_day_first == is_month_first:
        return ""
    return "day" if is_day_first else "month"


def _written_out(cell: str, order: str) -> str:
    """Return a date in numbers, or with an English month, in EDTF, and all else as it is."""
    if match := _ISO.fullmatch(cell):
        return "-".join(part for part in match.groups() if part and part.isdecimal())
    if match := _NUMBERS.fullmatch(cell):
        one, sign, two, year = match.groups()
        if order == "day" or (sign == "." and order != "month") or one == two:
            return f"{year}-{int(two):02}-{int(one):02}"
        if order == "month":
            return f"{year}-{int(one):02}-{int(two):02}"
        raise ValueError(f"may be two days; found {cell!r}; write it as {year}-MM-DD")
    if _SHORT_YEAR.fullmatch(cell):
        raise ValueError(f"has a year of two digits; found {cell!r}; write all four")
    if _SERIAL.fullmatch(cell):
        fault = "may be a day that a spreadsheet counts"
        raise ValueError(f"{fault}; found {cell!r}; format its column as dates")
    if match := _NAMED.fullmatch(cell):
        day, name, year, other_name, other_day, other_year = match.groups()
        month = (name or other_name)[:3].casefold()
        if month in _MONTHS:
            number = _MONTHS.index(month) + 1
            return f"{year or other_year}-{number:02}-{int(day or other_day):02}"
    return cell.zfill(4) if re.fullmatch(r"\d{1,3}", cell) else cell


@lru_cache(maxsize=65536)
def _read_words(cell: str, language: str) -> str:
    """Return the date that a cell tells in words and nothing else; empty if it does not.

    A clock time behind it is left out. What of a cell is not understood may change what the rest
    means, so that all of it has to be a date.
    """
    words = _BEHIND.sub("", _ARROW.sub(" – ", cell.strip()))
    if len(words) > _MOST_LETTERS:
        return ""
    for code in sorted(LANGUAGES, key=lambda each: each != language):
        source = build_source("", words, code)
        marks = find_dates(source, source.sentences(), None)
        if len(marks) == 1 and marks[0].phrase.rstrip(".") == words.rstrip(".") and marks[0].when:
            return str(marks[0].when)
    return ""


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
