"""Dates and intervals of dates, written in EDTF (ISO 8601-2:2019)."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[~?%]?")
_UNSPECIFIED = re.compile(r"([0-9]{1,3})(X{1,3})|([0-9]{4})-XX(?:-XX)?|([0-9]{4}-[0-9]{2})-XX")
_SEASON = re.compile(r"([0-9]{4})-2([1-4])")
_MARK = re.compile(r"[~?%]$")
_UNDRAWN = re.compile(
    r"-[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?|Y-?[0-9]{5,}|[{\[][0-9.,X-]+[}\]]"
    r"|(?=[0-9-]*X)[0-9X]{4}-[01X][0-9X](?:-[0-3X][0-9X])?|[0-9]{4}-(?:2[5-9]|3[0-9]|4[01])"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9:]{2,5})?"
)
"""EDTF for which there is nothing that this map could draw: years before Christ, sets, times."""

_YEAR_DIGITS = 4
"""EDTF writes a year with four digits."""


@dataclass(frozen=True, slots=True)
class When:
    """A date or an interval, written in EDTF (ISO 8601-2:2019, Level 0 and part of Level 1).

    ``start`` and ``end`` are the earliest and the latest day meant, None on a side left open.
    ``qualifier`` is ``~`` (approximate), ``?`` (uncertain), ``%`` (both) or empty.
    """

    expression: str
    start: date | None
    end: date | None
    qualifier: str = ""

    @property
    def is_day(self) -> bool:
        """Whether exactly one calendar day is meant."""
        return self.start is not None and self.start == self.end

    def __str__(self) -> str:
        return self.expression


def _fault(expression: str) -> str:
    """Return what is wrong with an expression that is not read."""
    left, slash, right = expression.partition("/")
    nothing = {left, right} <= {"", ".."}
    first, last = _as_read(left, is_first=True), _as_read(right, is_first=False)
    if not slash and first and not nothing:
        own = first if first == last else _as_interval(left)
        return f"is EDTF that this map does not read; found {expression!r}; write {own}"
    if slash and first and last and not nothing:
        return f"is EDTF that this map does not read; found {expression!r}; write {first}/{last}"
    if not nothing and all(_is_edtf(it) for it in (left, right) if it):
        return (
            f"is EDTF that this map cannot draw; found {expression!r}; leave the date out and say "
            "it in the text of the event"
        )
    return (
        f"is not a date in EDTF; found {expression!r}; write a day (2022-01-02), a month "
        "(2022-01), a year (2022) or an interval of them (2022-01-02/2022-01-04, 2022-01-02/..)"
    )


def _is_edtf(expression: str) -> bool:
    bare = _MARK.sub("", expression)
    return bool(_as_read(expression, is_first=True) or _UNDRAWN.fullmatch(bare))


def _as_interval(expression: str) -> str:
    first, last = (_as_read(expression, is_first=it) for it in (True, False))
    return first if first == last else f"{first}/{last}"


def _as_read(expression: str, *, is_first: bool) -> str:
    """Return one end of what a date of EDTF covers, as it is read here; empty if it is none.

    An end of an interval that is not known is empty in EDTF, and read as an open one.
    """
    mark = expression[-1:] if _MARK.search(expression) else ""
    bare = expression.removesuffix(mark)
    if _MARK.search(bare):
        return ""
    if not bare or bare == ".." or read_date(bare):
        return f"{bare or '..'}{mark}"
    if found := _SEASON.fullmatch(bare):
        year, season = int(found[1]), int(found[2])
        months = {1: (3, 5), 2: (6, 8), 3: (9, 11), 4: (12, 2)}[season]
        month = months[0] if is_first else months[1]
        return f"{year + (month < months[0] and season == 4):04}-{month:02}~"
    if found := _UNSPECIFIED.fullmatch(bare):
        if found[1] and len(bare) != _YEAR_DIGITS:
            return ""
        if found[1]:
            return f"{found[1]}{('0' if is_first else '9') * len(found[2])}{mark}"
        return f"{found[3] or found[4]}{mark}" if read_date(found[3] or found[4]) else ""
    return ""


@lru_cache(maxsize=65536)
def read_when(expression: str) -> When:
    """Read an EDTF ``expression``: a day, month or year, or an interval of them.

    Level 1's ``~``, ``?``, ``%`` and the open end ``..`` are read; seasons, sets, unspecified
    digits, times and years of more than four digits are refused with a ``ValueError``, which says
    what to write instead where something says the same.
    """
    wrong = ValueError(_fault(expression))
    start: date | None
    end: date | None
    match expression.split("/"):
        case [single]:
            bounds = read_date(single)
            if bounds is None:
                raise wrong
            start, end = bounds
        case [left, right] if {left, right} != {".."}:
            first = (None, None) if left == ".." else read_date(left)
            last = (None, None) if right == ".." else read_date(right)
            if first is None or last is None:
                raise wrong
            start, end = first[0], last[1]
            if start and end and start > end:
                raise ValueError(
                    f"ends before it starts; found {expression!r}; write the earlier date first"
                )
        case _:
            raise wrong
    marks = {mark for mark in "~?%" if mark in expression}
    qualifier = "%" if "%" in marks or {"~", "?"} <= marks else "".join(marks)
    return When(expression, start, end, qualifier)


def read_date(expression: str) -> tuple[date, date] | None:
    """Return the first and last day that one EDTF date covers, None if it is none we read.

    The edtf package agrees (a test compares them), but takes 4 ms for each date.
    """
    if not (found := _DATE.fullmatch(expression)):
        return None
    year, month, day = found.groups()
    try:
        start = date.fromisoformat(f"{year}-{month or '01'}-{day or '01'}")
        last_month = int(month or 12)
        last_day = int(day or monthrange(start.year, last_month)[1])
        return start, date(start.year, last_month, last_day)
    except ValueError:  # the calendar has no such day
        return None
