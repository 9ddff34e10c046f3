"""What the lines of a text begin with alike: the years of a chronicle, days without their year.

A year at the head of one line may be anything; where several lines begin with one, each later than
the one before, they head what is told in any form: "1349) plague", "1351, fire". So do days in
digits without a year, "14.6.", where another head has it, "13.6.1921", and hours: four digits are
such where one of them begins with a nought, "0815 rain".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from statement_map.prose.text import Sentence
from statement_map.temporal_tagging.joining import DatePhrase
from statement_map.temporal_tagging.said import Anchor, Point, Relative, Said

_YEAR = re.compile(
    r"\W{0,4}(?:\(?\d{1,3}[.)]\s+)?(?P<first>1\d{3}|20\d\d|[3-9]\d\d)(?!\d)"
    r"(?:\s?[/–-]\s?(?P<last>\d{4}|\d\d)(?!\d))?(?P<sign>\s?[.,:;|)\]*–—])?(?![.,/:-]?\d)"
)
_DAY = re.compile(r"\W{0,4}(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?!\d)")
_HOUR = re.compile(
    r"\W{0,4}(?P<hour>[01]?\d|2[0-4])(?:(?P<mark>:)|(?<=\d\d))[0-5]\d(?![\w:/]|[.,-]\d)"
)
_ITS_YEAR = re.compile(r"\d{4}(?!\d)")
_WORD = re.compile(r"\s+(?:\d{1,2}(?:\.|st|nd|rd|th)?\s+)?[^\W\d]")
_SIGNED, _BARE = 2, 3
"""So many lines have to begin with a year: with a sign behind it, and without."""

_MOST_MONTHS, _MOST_DAYS = 12, 31


def find_line_heads(sentences: Sequence[Sentence]) -> Mapping[int, DatePhrase]:
    """Return the years and days at the heads of lines, by the number of their sentence."""
    lines = {number: it for number, it in enumerate(sentences) if it.opens_line}
    hours = _find_hours(lines)
    return {**_find_days(lines), **_find_years(lines), **hours}


def _find_hours(lines: Mapping[int, Sentence]) -> Mapping[int, DatePhrase]:
    """Return the hours at the heads of lines, which are of the day that stands above them."""
    found = {number: match for number, it in lines.items() if (match := _HOUR.match(it.text))}
    bare = [match for match in found.values() if not match["mark"]]
    if not any(match["hour"].startswith("0") for match in bare):
        found = {number: match for number, match in found.items() if match["mark"]}
    if len(found) < _SIGNED:
        return {}
    meaning = Relative(Anchor.ENTRY, "day", None)
    return {
        number: DatePhrase(lines[number], match.start("hour"), match.end(), meaning, is_head=True)
        for number, match in found.items()
    }


def _find_years(lines: Mapping[int, Sentence]) -> Mapping[int, DatePhrase]:
    found = {number: match for number, it in lines.items() if (match := _YEAR.match(it.text))}
    found = {
        number: match
        for number, match in found.items()
        if match["sign"] or (len(match["first"]) > 3 and _WORD.match(match.string, match.end()))
    }
    years = [int(match["first"]) for match in found.values()]
    signed = sum(match["sign"] is not None for match in found.values())
    if signed < _SIGNED and len(found) < _BARE:
        return {}
    if any(later < year for year, later in pairwise(years)):
        return {}
    return {number: _year_phrase(lines[number], match) for number, match in found.items()}


def _year_phrase(sentence: Sentence, match: re.Match[str]) -> DatePhrase:
    first, last = match["first"], match["last"]
    start = Point(int(first))
    end = Point(int(first[: len(first) - len(last)] + last)) if last else start
    stop = match.end("last") if last else match.end("first")
    meaning = Said(start, end) if (end.year or 0) >= (start.year or 0) else Said(start, start)
    return DatePhrase(sentence, match.start("first"), stop, meaning, is_head=True)


def _find_days(lines: Mapping[int, Sentence]) -> Mapping[int, DatePhrase]:
    """Return the days without a year where one at the head of a line has it."""
    found = {number: match for number, it in lines.items() if (match := _DAY.match(it.text))}
    whole = [match for match in found.values() if _has_year(match)]
    marks = {match["mark"] for match in whole}
    found = {number: it for number, it in found.items() if it["mark"] in marks}
    if not marks:
        return {}
    pairs = [(int(it["first"]), int(it["second"])) for it in found.values()]
    is_day_last = any(second > _MOST_MONTHS for _, second in pairs)
    if is_day_last:
        pairs = [(second, first) for first, second in pairs]
    if not all(1 <= day <= _MOST_DAYS and 1 <= month <= _MOST_MONTHS for day, month in pairs):
        return {}  # hours, or sections
    is_open = marks == {"/"} and all(max(pair) <= _MOST_MONTHS for pair in pairs)
    heads = {}
    for (number, match), (day, month) in zip(found.items(), pairs, strict=True):
        if not _has_year(match):
            point = Point(month=month, day=day)
            start, stop = match.start("first"), match.end()
            stop += match.string.startswith(match["mark"], stop)
            meaning = Said(point, point, is_uncertain=is_open)
            heads[number] = DatePhrase(lines[number], start, stop, meaning, is_head=True)
    return heads


def _has_year(match: re.Match[str]) -> bool:
    at = match.end()
    return match.string.startswith(match["mark"], at) and bool(
        _ITS_YEAR.match(match.string, at + 1)
    )
