"""What the tokens at the beginning of a line may say: a day, a month, a year, or two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from statement_map.temporal_tagging.line_tokens import Token
from statement_map.temporal_tagging.said import Point, Said, in_todays_calendar

_LAST_DAY = 31
_LAST_MONTH = 12
_DATES = "DYyMRS"
_OF_DATES = f"{_DATES}W"
_WORDS_BEFORE = 4
"""So many words at most stand before the date of a head: "Minutes of the meeting of 3 May"."""

_STARTS = 3
"""A head may have two numbers before its date: "(3) Day 2, 5 May"."""

_ENDED = re.compile(r"\s*(?:[:.,)|\]–—-]|$)")
"""What stands behind a season that heads a line, and is not the first word of a sentence."""

_LABELLED = re.compile(r"[ ](?! )")

# A letter is a token; a, b are days, m, n months, y, z years, of which the second may lack.
_M = "[MR]"
_DAY = r"(?P<a>D)"
_TO_DAY = r"\.?[-/+](?P<b>D)"
_YEAR = r"(?:[./-]?(?P<y>[Yy]))?"
_FORMS = tuple(
    (name, re.compile(form))
    for name, form in (
        ("day", r"(?P<y>Y)(?P<q>[-./])(?P<m>D)(?P=q)(?P<a>D)"),
        ("day", r"(?P<a>D)(?P<q>[-./])(?P<m>D)(?P=q)(?P<y>[YDy])"),
        ("day", rf"{_DAY}[./-]?(?P<m>{_M}){_YEAR}"),
        ("day", rf"{_DAY}[./-]?(?P<m>{_M})[.-]?(?P<e>D)"),
        ("day", rf"{_DAY}{_TO_DAY}[./]?(?P<m>{_M}){_YEAR}"),
        ("day", rf"{_DAY}[./-]?(?P<m>{_M})[./]?(?P<z>[Yy])?-(?P<b>D)[./-]?(?P<n>{_M}){_YEAR}"),
        ("day", rf"(?P<m>{_M})[./-]?{_DAY}{_YEAR}"),
        ("day", rf"(?P<m>{_M})\.?{_DAY}{_TO_DAY}{_YEAR}"),
        ("day", rf"(?P<m>{_M})\.?{_DAY}-(?P<n>{_M})\.?(?P<b>D){_YEAR}"),
        ("day", rf"(?P<y>[Yy])[-./:]?{_DAY}(?:{_TO_DAY})?[./-]?(?P<m>{_M})"),
        ("day", rf"(?P<y>[Yy])[-./:]?(?P<m>{_M})\.?{_DAY}(?:{_TO_DAY})?"),
        ("day", r"(?P<a>D)\.?-(?P<b>D)(?P<q>[./])(?P<m>D)(?:(?P=q)(?P<y>[YDy])?)?"),
        ("day", r"(?P<a>D)(?P<q>[./])(?P<m>D)\.?-(?P<b>D)(?P=q)(?P<n>D)(?:(?P=q)(?P<y>[YDy])?)?"),
        ("pair", r"(?P<a>D)(?P<q>[./-])(?P<m>D)"),
        ("number", rf"{_DAY}(?:{_TO_DAY})?"),
        ("month", rf"(?P<m>{_M})(?:[-/+](?P<n>{_M}))?{_YEAR}"),
        ("month", rf"(?P<y>Y)[-./]?(?P<m>{_M})(?:\.?[-/](?P<n>{_M}))?"),
        ("season", r"S(?:[-./]?(?P<y>Y))?|(?P<z>Y)[-./]?S"),
        ("year", r"(?P<y>Y)(?:[-/](?P<z>[YD]))?"),
    )
)


@dataclass(frozen=True, slots=True)
class LineHead:
    """A date at the beginning of a line, as far as the line itself tells it.

    ``start`` and ``stop`` count characters of the line. ``kind`` is ``day`` for one that names its
    month, ``pair`` for two numbers, ``number`` for days of a month that stands elsewhere,
    ``month``, ``season`` or ``year``. ``shape`` is the row of its tokens, ``label`` what stands
    before it; ``pair`` are two numbers of which either may be the day, with ``mark`` between.
    """

    kind: str
    start: int
    stop: int
    said: Said
    shape: str
    label: str = ""
    weekday: int | None = None
    has_weekday: bool = False
    mark: str = ""
    pair: tuple[int, int] | None = None
    is_ordinal: bool = False
    is_all: bool = False


def read_line(text: str, tokens: Sequence[Token]) -> LineHead | None:
    """Return the date at the beginning of a line, the one that goes furthest, None without one."""
    best: LineHead | None = None
    for at in _starts(text, tokens):
        between = text[best.stop : tokens[at].start] if best else ""
        is_sure = best and (best.kind == "day" or (best.kind == "pair" and "|" not in between))
        if best and is_sure and not best.shape.startswith("R."):
            break  # what goes before it is no number of an item
        if "\t" in between:
            break  # in the next column
        for head in _read_at(text, tokens, at):
            if best is None or head.stop > best.stop:
                best = head
    return best


def _starts(text: str, tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the positions of the first tokens that a date may start with."""
    words = starts = of_column = 0
    for at, token in enumerate(tokens):
        if token.kind == "|":
            words = of_column = 0
            continue
        words += token.kind == "w"
        if token.kind in "DR" and _LABELLED.match(text, token.stop) and _is_word(tokens, at + 1):
            continue  # the number of what heads the line: "I session – 3 May"
        if words > _WORDS_BEFORE or starts == _STARTS or (of_column and token.kind == "w"):
            return
        if token.kind in _OF_DATES:
            starts += 1
            of_column += 1
            yield at


def _is_word(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "w"


def _read_at(text: str, tokens: Sequence[Token], at: int) -> Iterator[LineHead]:
    own = [it for it in tokens[at:] if it.kind not in ",fgW"]
    while own and own[0].kind in ".-":  # behind a weekday
        own = own[1:]
    row = "".join(it.kind for it in own)
    for kind, form in _FORMS:
        found = form.match(row)
        if found is None or not found.group():
            continue
        parts = {name: own[found.start(name)] for name, it in found.groupdict().items() if it}
        first, last = own[found.start()], own[found.end() - 1]
        if not _is_right(kind, parts, found.group(), text[first.start : last.stop]):
            continue
        if kind == "season" and not _ENDED.match(text, last.stop):
            continue
        said = _said(kind, parts, own[: found.end()])
        if said is None:
            continue
        start, stop = tokens[at].start, last.stop
        within = [it for it in tokens if it.kind == "W" and start <= it.start < stop]
        stop, behind = _stop_behind(tokens, stop)
        weekdays = within or behind
        is_pair = found.group()[0] == "D" and "m" in parts and parts["m"].kind == "D"
        pair = (parts["a"].value, parts["m"].value) if is_pair and "b" not in parts else None
        weekday = weekdays[0].value if weekdays and weekdays[0].value < 7 else None
        yield LineHead(
            kind,
            start,
            stop,
            said,
            found.group(),
            _label(text[:start]),
            weekday,
            bool(weekdays),
            parts["q"].kind if "q" in parts else "",
            pair,
            any(it.is_ordinal for it in parts.values()),
            not re.search(r"\w", text[stop:]),
        )


def _is_right(kind: str, parts: Mapping[str, Token], row: str, said: str) -> bool:
    """Return whether numbers are written as those of a date are, and not beside one by chance."""
    has_comma = "," in said
    if kind == "pair" and re.search(r"\s", said):
        return False
    if "e" in parts:  # 03 MAY 21, and not: 3 May, 10.15
        return not has_comma and said[-2:].isdigit()
    if "m" in parts and parts["m"].kind == "D":
        return not has_comma
    return row != "R.Y" or not re.search(r"\s", said)  # the second chapter: 1921


def _stop_behind(tokens: Sequence[Token], stop: int) -> tuple[int, Sequence[Token]]:
    """Return where a date ends with its word for a year, and with the weekday behind it."""
    rest = [it for it in tokens if it.start >= stop][:4]
    if rest and rest[0].kind == "g":
        is_short = len(rest) > 1 and rest[1].kind == "." and rest[1].start == rest[0].stop
        rest, stop = rest[1 + is_short :], rest[is_short].stop
    while rest and rest[0].kind in ".,":
        rest = rest[1:]
    return (rest[0].stop, rest[:1]) if rest and rest[0].kind == "W" else (stop, ())


def _label(text: str) -> str:
    """Return what stands before a date, with one digit for each number."""
    text = re.sub(r"\d+|\b[IVXLC]+\b", "0", text)
    return " ".join(re.findall(r"[^\W\d]+|\d", text.casefold()))


def _said(kind: str, parts: Mapping[str, Token], own: Sequence[Token]) -> Said | None:
    """Return what a row of tokens says, None where no calendar has it."""
    if kind == "season":
        season = next(it.season for it in own if it.kind == "S")
        year = parts.get("y") or parts.get("z")
        point = Point(year.value if year else None, season=season)
        return Said(point, point)
    if kind == "year":
        return _years(parts)
    days = [parts[it].value for it in "ab" if it in parts]
    months = [parts[it].value for it in "mn" if it in parts and kind != "pair"]
    if kind == "day" and months[0] > _LAST_MONTH >= days[0] and parts["m"].kind == "D":
        days[0], months[0] = months[0], days[0]  # 5/15/2021
    if not _are_in_calendar(days, months):
        return None
    if any(it.kind == "+" for it in own) and not _go_on(days, months):
        return None
    start = Point(month=months[0] if months else None, day=days[0] if days else None)
    end = Point(month=months[-1] if months else None, day=days[-1] if days else None)
    said = _with_years(start, end, parts)
    is_slashed = "b" in parts and any(it.kind == "/" for it in own)
    one = in_todays_calendar(said.start, said.end) if is_slashed else None
    return replace(said, start=one, end=one) if one else said


def _are_in_calendar(days: Sequence[int], months: Sequence[int]) -> bool:
    is_in = all(1 <= it <= _LAST_DAY for it in days) and all(
        1 <= it <= _LAST_MONTH for it in months
    )
    return is_in and (len(set(months)) > 1 or list(days) == sorted(days))


def _go_on(days: Sequence[int], months: Sequence[int]) -> bool:
    """Return whether two listed days are one after the other: "17 and 18 May"."""
    return len(days) == 2 and len(months) < 2 and days[1] == days[0] + 1


def _with_years(start: Point, end: Point, parts: Mapping[str, Token]) -> Said:
    year, first = parts.get("y"), parts.get("z")
    if year and year.kind == "Y":
        turns = (start.month or 0) > (end.month or 0)
        start, end = start.with_year(year.value - turns), end.with_year(year.value)
    ending = year if year and year.kind != "Y" else parts.get("e")
    if ending:
        start, end = (replace(it, ending=ending.value) for it in (start, end))
    if first and first.kind == "Y":
        start = start.with_year(first.value)
    return Said(start, end, is_uncertain=ending is not None)


def _years(parts: Mapping[str, Token]) -> Said | None:
    first = parts["y"].value
    last = parts.get("z")
    if last is None:
        return Said(Point(first), Point(first))
    end = last.value if last.kind == "Y" else first // 100 * 100 + last.value
    end += 100 * (end < first and last.kind != "Y")
    return Said(Point(first), Point(end)) if first < end <= first + 120 else None
