"""How English names dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import product

from statement_map.drafting.calendar import (
    LEFT_OPEN,
    NOTHING,
    Anchor,
    Bound,
    Meaning,
    Part,
    Point,
    Read,
    Relative,
    Said,
    Season,
    Verbs,
    Words,
    any_of,
    compile_rules,
    group,
    plain,
    read_century,
    read_day_from,
    read_decade,
    read_said,
)
from statement_map.drafting.vocabulary import words_of

_MONTH_FORMS = (
    "January Jan",
    "February Feb",
    "March Mar",
    "April Apr",
    "May",
    "June Jun",
    "July Jul",
    "August Aug",
    "September Sept Sep",
    "October Oct",
    "November Nov",
    "December Dec",
)
_WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    )
}
_ORDINALS = words_of(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
    "twentieth"
)
_CARDINALS = words_of(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_COUNTS: dict[str, int | None] = {
    **{word: number for number, word in enumerate(_CARDINALS, start=1)},
    "a": 1,
    "an": 1,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "a couple of": 2,
    "a hundred": 100,
    "one hundred": 100,
    **dict.fromkeys(["some", "several", "a few", "many", "a number of"], None),
}
_UNITS = {
    f"{unit}{ending}": unit for unit, ending in product(["day", "week", "month", "year"], ["", "s"])
} | {
    "fortnight": "fortnight",
    "fortnights": "fortnight",
    "decade": "decade",
    "decades": "decade",
    "century": "century",
    "centuries": "century",
    "nights": "day",
}
_LONG_UNITS = {"fortnight": ("day", 14), "decade": ("year", 10), "century": ("year", 100)}
_SEASONS = {
    "spring": Season.SPRING,
    "springtime": Season.SPRING,
    "summer": Season.SUMMER,
    "autumn": Season.AUTUMN,
    "fall": Season.AUTUMN,
    "winter": Season.WINTER,
}
_DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_HOLIDAYS = {
    "new year's day": Point(month=1, day=1),
    "epiphany": Point(month=1, day=6),
    "valentine's day": Point(month=2, day=14),
    "st patrick's day": Point(month=3, day=17),
    "st. patrick's day": Point(month=3, day=17),
    "april fools' day": Point(month=4, day=1),
    "lady day": Point(month=3, day=25),
    "st george's day": Point(month=4, day=23),
    "may day": Point(month=5, day=1),
    "midsummer": Point(month=6, day=24),
    "midsummer day": Point(month=6, day=24),
    "midsummer's day": Point(month=6, day=24),
    "st john's day": Point(month=6, day=24),
    "michaelmas": Point(month=9, day=29),
    "labor day": Point(month=9, nth=(0, 1)),
    "columbus day": Point(month=10, nth=(0, 2)),
    "memorial day": Point(month=5, nth=(0, -1)),
    "thanksgiving": Point(month=11, nth=(3, 4)),
    "thanksgiving day": Point(month=11, nth=(3, 4)),
    "remembrance sunday": Point(month=11, nth=(6, 2)),
    "veterans day": Point(month=11, day=11),
    "guy fawkes night": Point(month=11, day=5),
    "bonfire night": Point(month=11, day=5),
    "st andrew's day": Point(month=11, day=30),
    "st nicholas's day": Point(month=12, day=6),
    "candlemas": Point(month=2, day=2),
    "the new year": Point(month=1, day=1),
    "bastille day": Point(month=7, day=14),
    "the fourth of july": Point(month=7, day=4),
    "halloween": Point(month=10, day=31),
    "all saints' day": Point(month=11, day=1),
    "all souls' day": Point(month=11, day=2),
    "armistice day": Point(month=11, day=11),
    "christmas eve": Point(month=12, day=24),
    "christmas day": Point(month=12, day=25),
    "christmas": Point(month=12, day=25),
    "boxing day": Point(month=12, day=26),
    "new year's eve": Point(month=12, day=31),
    "hogmanay": Point(month=12, day=31),
    "shrove tuesday": Point(easter=-47),
    "ash wednesday": Point(easter=-46),
    "palm sunday": Point(easter=-7),
    "maundy thursday": Point(easter=-3),
    "good friday": Point(easter=-2),
    "holy saturday": Point(easter=-1),
    "easter sunday": Point(easter=0),
    "easter day": Point(easter=0),
    "easter monday": Point(easter=1),
    "easter": Point(easter=0),
    "ascension day": Point(easter=39),
    "whit sunday": Point(easter=49),
    "pentecost": Point(easter=49),
    "whitsun": Point(easter=49),
    "whit monday": Point(easter=50),
    "corpus christi": Point(easter=60),
}
_BOUNDS = {
    **dict.fromkeys(["since", "from", "after", "starting", "beginning", "on or after"], Bound.FROM),
    **dict.fromkeys(["no sooner than", "no earlier than", "not earlier than"], Bound.FROM),
    **dict.fromkeys(["not before", "starting from", "starting on", "effective"], Bound.FROM),
    **dict.fromkeys(["with effect from", "ever since", "as from"], Bound.FROM),
    **dict.fromkeys(["until", "till", "by", "before", "up to", "not later than"], Bound.UNTIL),
    **dict.fromkeys(["no later than", "prior to", "through", "on or before"], Bound.UNTIL),
    **dict.fromkeys(["up to and including", "until and including"], Bound.UNTIL),
    **dict.fromkeys(["not after", "up until", "at the latest by", "until at least"], Bound.UNTIL),
}
_PARTS = {
    **dict.fromkeys(
        [
            *("early", "early in", "in early", "at the beginning of", "at the start of"),
            *("the beginning of", "the start of", "in the first days of", "the early"),
            *("in the opening days of", "the first days of", "in the first weeks of"),
            *("in the first months of", "the first months of", "in the opening months of"),
            *("in the early months of", "in the first years of", "in the early years of"),
            *("beginning of", "start of", "at the very beginning of", "in the opening weeks of"),
        ],
        Part.EARLY,
    ),
    **dict.fromkeys(["mid", "mid-", "in mid", "middle of", "the middle of"], Part.MIDDLE),
    "in the middle of": Part.MIDDLE,
    **dict.fromkeys(
        [
            *("late", "late in", "in late", "at the end of", "the end of", "towards the end of"),
            *("toward the end of", "near the end of", "in the last days of", "the late"),
            *("in the closing days of", "the last days of", "in the final days of", "around the "
              "end of"),
            *("in the last months of", "the last months of", "in the closing months of"),
            *("in the final months of", "in the last years of", "in the closing years of"),
            *("end of", "before the end of", "in the dying days of", "in the last weeks of"),
        ],
        Part.LATE,
    ),
    **dict.fromkeys(["in the first half of", "the first half of"], Part.FIRST_HALF),
    **dict.fromkeys(["in the second half of", "the second half of"], Part.SECOND_HALF),
    **dict.fromkeys(["in the latter half of", "the latter half of"], Part.SECOND_HALF),
    **dict.fromkeys(["in the first decade of", "the first decade of"], Part.TENTH_1),
    **dict.fromkeys(["in the second decade of", "the second decade of"], Part.TENTH_2),
    **dict.fromkeys(["in the third decade of", "the third decade of"], Part.TENTH_3),
    **dict.fromkeys(["in the last decade of", "the last decade of"], Part.LAST_TENTH),
    **dict.fromkeys(["in the first quarter of", "the first quarter of", "q1"], Part.QUARTER_1),
    **dict.fromkeys(["in the second quarter of", "the second quarter of", "q2"], Part.QUARTER_2),
    **dict.fromkeys(["in the third quarter of", "the third quarter of", "q3"], Part.QUARTER_3),
    **dict.fromkeys(["in the first six months of", "the first six months of"], Part.FIRST_HALF),
    **dict.fromkeys(["in the last six months of", "the last six months of"], Part.SECOND_HALF),
    **dict.fromkeys(["in the first three months of", "the first three months of"], Part.QUARTER_1),
    **dict.fromkeys(["in the last three months of", "the last three months of"], Part.QUARTER_4),
    **dict.fromkeys(["in the fourth quarter of", "the fourth quarter of", "q4"], Part.QUARTER_4),
    **dict.fromkeys(["in the last quarter of", "the last quarter of"], Part.QUARTER_4),
    **dict.fromkeys(["in the first week of", "the first week of"], Part.WEEK_1),
    **dict.fromkeys(["in the second week of", "the second week of"], Part.WEEK_2),
    **dict.fromkeys(["in the third week of", "the third week of"], Part.WEEK_3),
    **dict.fromkeys(["in the fourth week of", "the fourth week of"], Part.WEEK_4),
    **dict.fromkeys(["in the last week of", "the last week of"], Part.LAST_WEEK),
    **dict.fromkeys(["in the final week of", "the final week of"], Part.LAST_WEEK),
}  # fmt: skip


def _ordinals() -> dict[str, int]:
    ones = {word: number for number, word in enumerate(_ORDINALS, start=1)}
    tens = {"twenty": 20, "thirty": 30}
    return (
        ones
        | {"thirtieth": 30}
        | {
            f"{ten}{joint}{one}": tens[ten] + ones[one]
            for ten, joint, one in product(tens, "- ", _ORDINALS[:9])
        }
    )


_MONTHS = {
    form.casefold(): number
    for number, forms in enumerate(_MONTH_FORMS, start=1)
    for form in forms.split()
}
WORDS = Words(
    months=_MONTHS,
    ordinals=_ordinals(),
    bounds=_BOUNDS,
    read_part=_PARTS.get,
    seasons=_SEASONS,
    weekdays={name[:3]: number for name, number in _WEEKDAYS.items()},
)

# Months are capitals, which tells them from "may" and "march".
_FULL_MONTHS = [forms.split()[0] for forms in _MONTH_FORMS]
_NAMES = ("March", "April", "May", "June", "August")
"""Months that may be other words or names."""
_SHORT_MONTHS = [form for forms in _MONTH_FORMS for form in forms.split()[1:]]
_MONTH = (
    "(?-i:"
    + "|".join([*_FULL_MONTHS, *map(str.upper, _FULL_MONTHS)])
    + rf"|(?:{'|'.join([*_SHORT_MONTHS, *map(str.upper, _SHORT_MONTHS)])})(?:\.|\b))"
)
_CLOCK = r"(?!\s*[ap]\.?\s?m\b|[:.]\d\d|\s*(?:o['’]clock|GMT|UTC|hrs|hours)\b)"
_DAY = rf"(?:(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?{_CLOCK}|{any_of(list(WORDS.ordinals))})"
_YEAR = r"(?<!\d)\d{3,4}(?!\d)(?![.,]\d)"
_SURE_YEAR = r"(?<![\d.,])(?:1[0-9]|20)\d\d(?!\d)(?![.,]\d)"
_ERA = r"(?:\s*(?:AD|CE))?"
_NUMBER = r"\d\d?(?:st|nd|rd|th)?"
_DAYS = rf"{_NUMBER}(?:,\s*{_NUMBER}){{0,8}}"
_NO_CLAUSE = r"(?!\s+(?:he|she|they|we)\b)"
"""The day before she sailed is no day that the text tells."""
_AND = r"\s*(?P<joint>[-–—/]|to|and|until|till|through|or|up\s+to)\s*"
_SHORT_DAY = r"(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun)\b\.?"
_WEEKDAY = rf"(?:{any_of(_WEEKDAYS)}|{_SHORT_DAY})"
_SURE_WEEKDAY = "(?-i:" + "|".join(it.capitalize() for it in _WEEKDAYS) + ")"
_OF_DAY = (
    r"(?:(?:early|late)\s+)?(?:(?:in|on)\s+)?(?:the\s+)?"
    r"(?:(?:early|late)\s+)?(?:morning|afternoon|evening|night|dawn|hours)"
)
_HOUR = (
    r"dawn|daybreak|sunrise|noon|midday|midnight|dusk|nightfall|sunset|lunchtime|dark|"
    r"\d\d?(?:[.:]\d\d)?(?:\s*[ap]\.?\s?m\.?|\s+hours|\s+GMT|\s+UTC|\s+o['’]clock)?"
)
_TIME = (
    rf"(?:(?:{_OF_DAY}\s+(?:of|on|between)(?:\s+the)?|overnight\s+(?:on|of|from)|"
    rf"(?:(?:at|before|after|by)\s+)?(?:{_HOUR})\s+on|on\s+or\s+(?:about|around)|as\s+of|as\s+at|on\s+the|on|dated|the|between|"
    r"from|overnight)\s+)?"
)
_BEFORE = (
    rf"(?:(?!(?:before|after)\s+(?:{_HOUR})\s+on\b)(?P<bound>{any_of(_BOUNDS)})\s+)?(?:(?P<approx>around|about|circa|c\.|ca\.|approximately)"
    r"\s*)?"
)
_THE_DAY = rf"(?:(?:on\s+)?{_WEEKDAY},?\s+)?(?:the\s+)?"
_LEAD = rf"{_BEFORE}{_TIME}(?:(?:the\s+)?(?P<on>{_WEEKDAY}),?\s+)?(?:the\s+)?"
_PART_BOUND = r"(?:(?P<bound>by|until|till|before|since|from|after|until\s+at\s+least)\s+)?"
_PART = rf"{_PART_BOUND}(?P<part>{any_of(_PARTS)})\s*[-\s]\s*(?:of\s+)?"
_PART2 = rf"(?P<part2>{any_of(_PARTS)})\s*[-\s]\s*"
_CENTURY_NAME = rf"(?P<century>\d\d?(?:st|nd|rd|th)|{any_of(list(WORDS.ordinals))})"
_CENTURY = rf"{_CENTURY_NAME}(?:\s+|-)(?:century|c\.)"
_UNIT = any_of(_UNITS)
_COUNT = rf"(?P<count>\d{{1,3}}|{any_of(_COUNTS)})"
_HOLIDAY = any_of(_HOLIDAYS).replace("'", "['’]")
_NO_AMOUNT = (
    r"(?!\s+(?:people|persons|soldiers|troops|men|women|children|dead|homes|"
    r"houses|metres|meters|km|kilomet|miles|feet|hectares|tons|tonnes|percent|per\b|million|"
    r"billion|thousand|police|families|workers|students|members|dollars|euros|times|pages|"
    r"hours|hrs|GMT|UTC|local|victims|refugees|residents|inhabitants|prisoners|cases|votes|seats|cattle|"
    r"sheep|horses|jobs|passengers|copies|animals|birds|trees|buildings|boats|ships|vehicles|cars|deaths|"
    r"arrests|square|pounds|items|objects|demonstrators|protesters|others|square|acres|jobs|staff)\b)"
)
_AFTER_YEAR = rf"(?=[\s.,;:)'’–—-]|$){_NO_AMOUNT}"


def _d(number: int) -> str:
    return group(f"d{number}", _DAY)


def _m(number: int) -> str:
    return group(f"m{number}", _MONTH)


def _y(number: int) -> str:
    return rf"(?:,?\s+(?:of\s+)?(?P<y{number}>{_YEAR}){_ERA})"


def _said(match: re.Match[str]) -> Sequence[Meaning]:
    return read_said(WORDS, match)


def _slashes(match: re.Match[str]) -> Sequence[Meaning]:
    """Read 01/05/2022: day first, unless it cannot be; which is not sure where both could."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y1"])
    day, month = (first, second) if second <= 12 else (second, first)
    point = Point(year, month, day)
    unsure = first <= 12 and second <= 12 and first != second
    return (Said(point, point, is_uncertain=unsure),) if 1 <= month <= 12 else ()


def _century(match: re.Match[str], name: str = "century") -> Sequence[Said]:
    word = plain(match[name])
    digits = re.match(r"\d+", word)
    number = int(digits.group()) if digits else WORDS.ordinals.get(word)
    return read_century(number, WORDS, match)


def _centuries(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "in the 19th and 20th centuries"."""
    first, last = _century(match), _century(match, "century2")
    return (Said(first[0].start, last[0].end),) if first and last else ()


def _decade(match: re.Match[str]) -> Sequence[Meaning]:
    word = match["decade"].casefold().lstrip("'’")
    ten = _DECADES.get(word) or int(word)
    if ten >= 1000:
        return read_decade(ten, WORDS, match)
    return [replace(it, is_of_century=True) for it in read_decade(1900 + ten, WORDS, match)]


def _holiday(match: re.Match[str]) -> Sequence[Meaning]:
    point = _HOLIDAYS[re.sub(r"\s+", " ", match["holiday"]).casefold().replace("’", "'")]
    if match["y1"]:
        point = replace(point, year=int(match["y1"]))
    return (Said(point, point, _BOUNDS.get(plain(match["bound"]))),)


def _count(match: re.Match[str], sign: int, anchor: Anchor = Anchor.TOLD) -> Relative:
    text = re.sub(r"\s+", " ", match.groupdict().get("count") or "1").casefold()
    number = int(text) if text.isdecimal() else _COUNTS[text]
    unit, times = _LONG_UNITS.get(
        _UNITS[match["unit"].casefold()], (_UNITS[match["unit"].casefold()], 1)
    )
    return Relative(anchor, unit, number if number is None else sign * number * times, sign)


def _later(match: re.Match[str]) -> Sequence[Meaning]:
    return (_count(match, 1),)


def _earlier(match: re.Match[str]) -> Sequence[Meaning]:
    return (_count(match, -1),)


def _ago(match: re.Match[str]) -> Sequence[Meaning]:
    found = _count(match, -1, Anchor.WRITTEN)
    if found.unit == "week" and found.count is not None:  # which is no calendar week
        found = replace(found, unit="day", count=7 * found.count)
    return (found,)


def _ahead(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "in three days' time", "two weeks from now"."""
    text = plain(match["count"] or match["count2"])
    count = int(text) if text.isdecimal() else _COUNTS[text]
    unit = _UNITS[plain(match["unit"] or match["unit2"])]
    unit, times = _LONG_UNITS.get(unit, (unit, 1))
    if count is None:
        return ()
    if unit == "week":
        unit, times = "day", 7 * times
    return (Relative(Anchor.WRITTEN, unit, count * times, 1),)


def _half_years(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "half a year later", "a year and a half before"."""
    sign = 1 if match["side"].casefold() == "later" else -1
    return (Relative(Anchor.TOLD, "month", sign * (18 if match["whole"] else 6), sign),)


def _before_last(match: re.Match[str]) -> Sequence[Meaning]:
    return (Relative(Anchor.WRITTEN, match["unit"].casefold(), -2, -1),)


def _day_of_week(text: str) -> int:
    return next(number for name, number in _WEEKDAYS.items() if name[:3] == text.casefold()[:3])


def _weekday(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "on Monday", "last Friday", "from Monday to Friday", "the Sunday before"."""
    said = match.groupdict()
    which = plain(said.get("which")).removeprefix("the ")
    bound = _BOUNDS.get(plain(said.get("bound")))
    anchor, sign, unit = Anchor.WRITTEN, 0, "day"
    if which in {"following", "next", "after"} and match.group().casefold().count("the "):
        anchor, sign = Anchor.TOLD, 1
    elif which in {"previous", "preceding", "before"}:
        anchor, sign = Anchor.TOLD, -1
    elif which in {"last", "past", "this past"}:
        sign = -1
    elif which == "next":
        sign, unit = 1, "week"
    elif which or (bound is Bound.UNTIL and plain(said["bound"]) not in {"by", "before"}):
        sign = 1
    weekday = _day_of_week(match["weekday"])
    last = said.get("last")
    return (
        Relative(
            anchor,
            unit,
            1 if unit == "week" else 0,
            sign,
            weekday,
            last_weekday=_day_of_week(last) if last else None,
            bound=bound if not last else None,
        ),
    )


def _two_weekdays(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "on Tuesday and Wednesday": one after the other is a range, else they are two."""
    first, last = _day_of_week(match["weekday"]), _day_of_week(match["last"])
    if (last - first) % 7 == 1:
        return _weekday(match)
    return tuple(Relative(Anchor.WRITTEN, "day", 0, 0, day) for day in (first, last))


def _weekend(match: re.Match[str]) -> Sequence[Meaning]:
    which = plain(match["which"])
    sign = -1 if which in {"last", "past", "this past"} else 1 if which == "next" else 0
    is_before = which in {"previous", "preceding"}
    is_told = which in {"following", "same"} or is_before
    anchor = Anchor.TOLD if is_told else Anchor.WRITTEN
    sign = 1 if which == "following" else -1 if is_before else sign
    unit = "week" if which == "this" else "day"
    bound = _BOUNDS.get(plain(match["bound"]))
    return (Relative(anchor, unit, 0, sign, 5, last_weekday=6, bound=bound),)


def _which(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "last week", "the following month", "late next year", "by the end of the month"."""
    said = match.groupdict()
    which = plain(said.get("which")).removeprefix("in ").removeprefix("the ")
    which = which.replace("that last", "that").replace("that very", "that")
    unit = match["unit"].casefold()
    match which:
        case "last" | "this past" | "past":
            found = Relative(Anchor.WRITTEN, unit, -1, -1)
        case "next" if not plain(said.get("which")).startswith("the "):
            found = Relative(Anchor.WRITTEN, unit, 1, 1)
        case "this" | "current":
            found = Relative(Anchor.WRITTEN, unit, 0)
        case "same" | "that same" | "that":
            found = Relative(Anchor.TOLD, unit, 0)
        case "following" | "next" | "subsequent":
            found = Relative(Anchor.TOLD, "calendar week" if unit == "week" else unit, 1, 1)
        case "":
            found = Relative(Anchor.NEAR, unit, 0)
        case _:
            found = Relative(Anchor.TOLD, "calendar week" if unit == "week" else unit, -1, -1)
    bound, part = _BOUNDS.get(plain(said.get("bound"))), _PARTS.get(plain(said.get("part")))
    season = _SEASONS.get(plain(said.get("season")))
    return (replace(found, bound=bound, part=part, season=season),)


def _beside(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "the week after", "the year before"."""
    unit, sign = match["unit"].casefold(), 1 if match["which"].casefold() == "after" else -1
    return (Relative(Anchor.TOLD, "calendar week" if unit == "week" else unit, sign, sign),)


def _season(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "last summer", "the following spring"."""
    which = plain(match["which"]).removeprefix("the ")
    season = _SEASONS[match["season"].casefold()]
    part = _PARTS.get(plain(match["part"]))
    if which in {"that", "same", "that same"}:
        return (Relative(Anchor.TOLD, "year", 0, season=season, part=part),)
    is_told = which in {"following", "previous", "preceding", "before", "after"}
    if is_told or plain(match["which"]) == "the next":
        sign = -1 if which in {"previous", "preceding", "before"} else 1
        return (Relative(Anchor.TOLD, "year", None, sign, season=season, part=part),)
    sign = {"last": -1, "this past": -1, "past": -1, "next": 1}.get(which, 0)
    return (Relative(Anchor.WRITTEN, "year", None if sign else 0, sign, season=season, part=part),)


def _day_of_month(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "the 5th of this month", "on the 12th of the following month"."""
    (found,) = _which(match)
    digits = re.match(r"\d+", match["d1"])
    assert isinstance(found, Relative)
    assert digits
    return (replace(found, day=int(digits.group())),)


def _nth(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "the first Sunday of May"."""
    which = match["nth"].casefold()
    number = -1 if which in {"last", "final"} else WORDS.ordinals[which]
    point = Point(
        int(match["y1"]) if match["y1"] else None,
        _MONTHS[match["m1"].casefold().rstrip(".")],
        nth=(None if match["weekday"] == "day" else _day_of_week(match["weekday"]), number),
    )
    return (Said(point, point, _BOUNDS.get(plain(match.groupdict().get("bound")))),)


def _years(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "in 1956, 1968 and 1970"."""
    points = (Point(int(year)) for year in re.findall(r"\d{4}", match.group()))
    return tuple(Said(point, point) for point in points)


def _named_month(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "last March", "in June of that year"."""
    said = match.groupdict()
    month = _MONTHS[match["m1"].casefold().rstrip(".")]
    which = re.sub(r"\s+", " ", said.get("which") or "").casefold()
    anchor = Anchor.WRITTEN if which in {"last", "next", "this"} else Anchor.TOLD
    count = {"last": -1, "next": 1, "the following": 1, "the next": 1, "the previous": -1}.get(
        which, 0
    )
    if not match.group().casefold().endswith("year") and count:
        return (Relative(anchor, "month", None, count, month=month),)
    return (Relative(anchor, "year", count, month=month),)


def _era(match: re.Match[str]) -> Sequence[Meaning]:
    point = Point(int(match["y1"]))
    return (Said(point, point),)


def _turn(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "at the turn of the twentieth century": the years around its start."""
    (said,) = _century(match) or (None,)
    if not isinstance(said, Said) or not said.start.year:
        return ()
    turn = Point(said.start.year - 10, last_year=said.start.year + 9)
    return (Said(turn, turn, is_approximate=True),)


_day_from = partial(read_day_from, _BOUNDS)


_NAMED = (
    "Street|Square|Avenue|Road|Bridge|Boulevard|Park|Stadium|Airport|School|University|College|"
    "Library|Hospital|Movement|Party|Front|Brigade|Brigades|Committee|Coalition|Organi[sz]ation|"
    "Foundation|Prize|Club|Group|Battalion|Division|Dam|Tunnel|Palace|Plaza|Way|"
    "Lane|Terrace|Row|Court|Place|Gardens|Crescent"
)
_WHICH = (
    r"(?:last|next|this(?:\s+(?:past|coming))?|coming|past|the\s+(?:following|previous|preceding|next)"
    r"|following|previous|preceding)"
)
_PART_OF_DAY = r"(?:\s+(?:morning|afternoon|lunchtime|evening|night))?"
_DAY_BOUND = r"(?:(?:(?P<bound>by|since|until|till|from|before|after)|on)\s+)?"
_SPAN_BOUND = (
    r"(?:(?:(?P<bound>since|until|till|before|from|after)|in|into|by|during|throughout|of|"
    r"over)\s+)?"
)
_SOME_PART = rf"(?:(?P<part>{any_of(_PARTS)})\s*[-\s]\s*(?:of\s+)?)?"

_PHRASES: tuple[tuple[str, Read], ...] = (
    # what only looks like a date
    (r"(?:§{1,3}|articles?|art\.|sections?|paragraphs?|para\.|clauses?|no\.|nos\.|numbers?|chapters?|"
     r"pages?|p\.|pp\.|resolutions?|rooms?|flights?|routes?|highway)\s*\d[\d.,/–-]{0,30}", NOTHING),
    (r"(?:tel\.?|phone:?)\s*[\d.,\s/–-]{0,30}\d", NOTHING),
    (r"[$€£¥]\s*\d[\d.,]*|\d[\d.,]{0,20}\d\s*(?:percent|per\s+cent|%|km|kilomet\w+|miles|dollars|euros|"
     r"million|billion|people|troops|soldiers|USD|EUR|GBP)\b", NOTHING),
    (r"(?:at\s+)?\d{1,2}[.:]\d\d(?:\s*[ap]\.?m\.?)?", NOTHING),
    (rf"(?:the\s+)?(?:\d\d?(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\s+\d\d?(?:st|nd|rd|th)?)\s+(?-i:{_NAMED})\b",
     NOTHING),
    (r"\+\d[\d\s-]{6,20}\d|\b\d{3}[ -]\d{3}[ -]\d{3,4}\b", NOTHING),
    (rf"(?:every|each|any|black|bloody|super|cyber|red|blue)\s+{_WEEKDAY}", NOTHING),
    (rf"{_SURE_WEEKDAY}\s*(?:to|-|–)\s*{_SURE_WEEKDAY}", NOTHING),
    (r"(?:(?:for|over)\s+the\s+(?:next|following)|(?:for|over|in)\s+the\s+(?:past|last))\s+"
     r"(?:week|month|year|decade|century)|"
     rf"(?:every|each|any)\s+(?:{_MONTH}|{any_of(_SEASONS)})|"
     r"to\s+the\s+day(?:\s+after)?|day\s+and\s+night|(?:one|some)\s+day|"
     r"(?:to|until|till|up\s+to)\s+this\s+day", NOTHING),
    # digits
    (rf"{_LEAD}(?P<y1>\d{{4}})(?P<mark>[./-])(?P<m1>\d\d)(?P=mark)(?P<d1>\d\d)(?:T[\d:]{{4,8}}Z?)?"
     r"(?![\d/]|\.\d)", _said),
    (rf"{_LEAD}(?P<d1>\d\d?)\.(?P<m1>0?[1-9]|1[0-2])\.(?P<y1>\d{{4}})(?!\d)", _said),
    (rf"{_LEAD}(?P<a>\d\d?)/(?P<b>\d\d?)/(?P<y1>\d{{4}})(?!\d)", _slashes),
    (rf"{_LEAD}(?P<d1>\d\d?)\.(?P<m1>x?i{{1,3}}|i?v|vi{{1,3}}|i?x)\.(?P<y1>\d{{4}})(?!\d)", _said),
    # days: 5 January 2022, and ranges of them
    (rf"{_LEAD}{_d(1)}\s+(?:day\s+)?(?:of\s+)?{_m(1)}{_y(1)}?", _said),
    (rf"{_LEAD}(?P<days>{_DAYS}),?\s*(?:,|and)\s*(?:the\s+)?{_d(1)}\s+(?:of\s+)?{_m(1)}{_y(1)}?",
     _said),
    (rf"{_LEAD}{_d(1)}{_AND}{_THE_DAY}{_d(2)}\s+(?:of\s+)?{_m(2)}{_y(2)}?", _said),
    (rf"{_LEAD}{_d(1)}\s+(?:of\s+)?{_m(1)}{_y(1)}?{_AND}{_THE_DAY}{_d(2)}\s+(?:of\s+)?{_m(2)}{_y(2)}?",
     _said),
    (rf"{_LEAD}(?P<d1>\d\d?)-{_m(1)}-(?P<y1>\d{{4}})(?!\d)", _said),
    # January 5, 2022
    (rf"{_LEAD}{_m(1)}\s+(?:the\s+)?{_d(1)}{_y(1)}?", _said),
    (rf"{_LEAD}{_m(1)}\s+(?P<days>{_DAYS}),?\s*(?:,|and)\s*{_d(1)}{_y(1)}?", _said),
    (rf"{_LEAD}{_m(1)}\s+{_d(1)}{_AND}{_d(2)}{_y(2)}?", _said),
    (rf"{_LEAD}{_m(1)}\s+{_d(1)}{_y(1)}?{_AND}{_THE_DAY}{_m(2)}\s+{_d(2)}{_y(2)}?", _said),
    (r"(?=(?:by|until|till|since|from|before|after|on|in|for|the)\s)(?:for\s+)?"
     r"(?:(?P<bound>by|until|till|since|from|before|after)\s+)?"
     r"(?:(?:on\s+|in\s+)?the\s+(?:early\s+)?(?:morning|afternoon|evening|night|hours)\s+of\s+|on\s+)?the\s+(?P<d1>(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th))(?=[,.;:)]|\s+(?-i:[A-Z])|\s+(?:the|a|it|"
     r"he|she|they|and|but|of|"
     r"was|is|had|has|says|said|when|by|in|at|from|with)\b|$)", _said),
    (rf"(?:on|between|from)\s+the\s+(?P<d1>{_NUMBER}){_AND}(?:the\s+)?(?P<d2>{_NUMBER})(?<=[a-z])(?!\s+(?:of|day|[a-z]+(?:ies|s))\b)",
     _said),
    (rf"(?:(?:(?P<bound>{any_of(_BOUNDS)})|on)\s+)?the\s+(?P<nth>first|last|final)\s+(?P<weekday>day)\s+of\s+"
     rf"{_m(1)}{_y(1)}?", _nth),
    (rf"(?:on\s+)?the\s+(?P<nth>first|second|third|fourth|last|final)\s+(?P<weekday>{any_of(_WEEKDAYS)})"
     rf"\s+(?:in|of)\s+{_m(1)}{_y(1)}?", _nth),
    (rf"(?:(?:(?P<bound>by|until|till|since|from|before|after)|on)\s+)?the\s+(?P<d1>{_NUMBER})\s+(?:day\s+)?of"
     r"\s+(?P<which>this|last|next|the\s+same|that|the\s+following|the\s+next|the\s+previous)\s+"
     r"(?P<unit>month)", _day_of_month),
    # months
    (rf"{_BEFORE}(?:(?:in|during|of|throughout)\s+)?{_m(1)}{_y(1)}", _said),
    (rf"(?P<bound>{any_of(_BOUNDS)})\s+{_m(1)}{_y(1)}?(?!\s+(?-i:[A-Z]))", _said),
    (rf"(?:in|during|throughout|of)\s+{_m(1)}(?!\s+(?-i:[A-Z]))", _said),
    (rf"(?:(?:in|from|between|during)\s+)?{_m(1)}{_y(1)}?{_AND}{_m(2)}{_y(2)}", _said),
    (rf"(?:in|from|between|during)\s+{_m(1)}{_AND}{_m(2)}", _said),
    (rf"{_PART}{_m(1)}{_y(1)}?", _said),
    (rf"{_m(1)}\s+(?P<joint>and)\s+{_m(2)}(?!\s+(?:\d|(?-i:[A-Z])))", _said),
    (rf"(?P<m1>(?-i:{'|'.join(it for it in _FULL_MONTHS if it not in _NAMES)}))"
     r"(?!\s+(?-i:[A-Z]))", _said),
    # years
    (rf"{_PART}(?:the\s+year\s+)?(?P<y1>{_SURE_YEAR})", _said),
    (rf"{_BEFORE}(?:(?:in|of|during)\s+)?(?:the\s+)?year\s+(?P<y1>{_YEAR})"
     rf"(?:[/–-](?P<y2>\d\d|\d{{4}})(?!\d))?{_ERA}", _said),
    (rf"(?:(?P<bound>{any_of([it for it in _BOUNDS if it != 'from'])})|in|during|throughout|of|for|"
     rf"to|from|into|as\s+(?:late|early)\s+as)\s+(?P<y1>{_SURE_YEAR})"
     rf"{_AFTER_YEAR}", _said),
    (rf"(?:in|of)\s+{_SURE_YEAR}(?:,\s*{_SURE_YEAR})*,?\s+(?:and|or)\s+(?:in\s+)?{_SURE_YEAR}(?![-–/]\d)",
     _years),
    (r"(?:in\s+)?(?P<y1>\d{3,4})\s+(?:AD|CE)", _era),
    (r"(?:in\s+)?AD\s+(?P<y1>\d{1,4})", _era),
    (r"(?:(?:in|about|around|since|until|by)\s+)?\d{1,4}\s+(?:BCE?|B\.C\.)", LEFT_OPEN),
    (rf"(?:around|about|circa|c\.|ca\.)\s*(?P<y1>{_SURE_YEAR}){_AFTER_YEAR}",
     lambda m: [replace(said, is_approximate=True) for said in read_said(WORDS, m)]),
    (rf"(?:(?:in|from|between|during|of|for)\s+)?(?:the\s+years\s+)?(?P<y1>{_SURE_YEAR}){_AND}"
     rf"(?P<y2>\d{{4}}|\d{{2}})(?![\d.,/-]\d|\d){_NO_AMOUNT}", _said),
    (rf"(?:in\s+)?the\s+(?P<y1>{_SURE_YEAR})(?=\s+[A-Za-z])", _said),
    (rf"(?P<y1>{_SURE_YEAR})(?=\s*(?:[–—:]|-\s)\s*\D)", _said),
    (rf"(?<=\()(?:c\.\s*)?(?P<y1>{_SURE_YEAR})(?=[);,])", _said),
    # seasons, decades, centuries
    (rf"(?:(?:(?P<bound>until|till|before|after|from)|in|by|during|since|over)\s+)?(?:the\s+)?{_SOME_PART}"
     rf"(?:the\s+)?(?P<season>{any_of(_SEASONS)})(?:\s+of)?,?\s+"
     rf"(?P<y1>{_SURE_YEAR})(?:[/–-](?P<y2>\d{{2,4}}))?", _said),
    (rf"(?:(?P<bound>until|till)|in|during|by|since|over|through|throughout)\s+(?:the\s+)?{_SOME_PART}"
     rf"(?P<season>{any_of(_SEASONS)})(?!\s+(?:holidays?|vacations?|games|school|term)\b)"
     r"(?!\s+of\s+[a-z0-9])", _said),
    (rf"{_SOME_PART}(?P<which>last|next|this|this\s+past|that|the\s+same|the\s+following|the\s+next|"
     rf"the\s+previous|the\s+preceding)\s+(?P<season>{any_of(_SEASONS)})", _season),
    (rf"{_SPAN_BOUND}(?:the\s+)?{_SOME_PART}(?:the\s+)?"
     rf"(?P<decade>(?:1[0-9]|20)\d0|['’]?[2-9]0|{any_of(_DECADES)})(?:['’]?s)?(?<=s)", _decade),
    (rf"{_SPAN_BOUND}(?:the\s+)?{_SOME_PART}(?:the\s+)?{_CENTURY}", _century),
    (rf"(?:in\s+|between\s+|from\s+)?the\s+{_CENTURY_NAME}\s*(?:and|to|[-–—])\s*(?:the\s+)?"
     rf"{_CENTURY_NAME.replace('century', 'century2')}\s+centur(?:ies|y)", _centuries),
    (rf"(?:(?:around|at|by)\s+)?the\s+turn\s+of\s+the\s+{_CENTURY}", _turn),
    (rf"(?:(?:(?P<bound>until|till|since|before|after|from|by)|on|at|over|around|in|for)\s+)?(?P<holiday>"
     rf"{_HOLIDAY})(?:,?\s+(?:of\s+)?(?P<y1>{_YEAR}))?", _holiday),
    # counted from the date told last
    (rf"{_DAY_BOUND}(?:the|that|the\s+very|that\s+very)\s+(?:same\s+)?"
     r"(?:(?<=same\s)|(?<=that\s)|(?<=very\s))(?:day|evening|afternoon|morning|date)",
     _day_from(0)),
    (r"(?:on\s+)?(?:that|the)\s+(?:very\s+)?(?:same\s+)?(?:(?<=same\s)|(?<=that\s)|(?<=very\s))night",
     _day_from(0, unit="night")),
    (rf"{_DAY_BOUND}the\s+(?:next|following)\s+(?:day|morning|evening|night|afternoon)"
     r"|(?:on\s+)?(?:the|a|one)\s+day\s+(?:later|after(?:wards)?)|next\s+(?:day|morning)|the\s+morning\s+after",
     _day_from(1)),
    (r"(?:on\s+)?the\s+(?:previous|preceding)\s+(?:day|evening|night)"
     rf"|(?:on\s+)?(?:the|a|one)\s+(?:day|evening|night)\s+(?:before{_NO_CLAUSE}|earlier)|(?:on\s+)?the\s+eve\s+(?:before|of)",
     _day_from(-1)),
    (rf"{_COUNT}\s+(?P<unit>{_UNIT})\s+(?:later|afterwards|after\s+that|thereafter|on(?=[,;.])|"
     r"after(?=\s+(?:(?:the|his|her|its|their|that|this)\s)?(?-i:[A-Z])|\s+\d|[,;.]))", _later),
    (rf"{_COUNT}\s+(?P<unit>days?|weeks?|fortnight)\s+after(?=\s+(?:the|his|her|its|their|that|this)\b)",
     _later),
    (rf"after\s+{_COUNT}\s+(?P<unit>{_UNIT})(?!\s+(?:of|from|in|at|on|under|without)\b)", _later),
    (r"(?P<whole>a\s+year\s+and\s+)?(?:a\s+half|half\s+a\s+year)\s+(?P<side>later|earlier|before)",
     _half_years),
    (rf"{_COUNT}\s+(?P<unit>{_UNIT})\s+(?:earlier|before(?:hand|{_NO_CLAUSE}(?!\s+it\b))|previously)",
     _earlier),
    # counted from the day of the text
    (rf"{_COUNT}\s+(?P<unit>{_UNIT})\s+ago", _ago),
    (rf"{_DAY_BOUND}(?:yesterday(?:\s+(?:morning|afternoon|evening))?|last\s+night)",
     _day_from(-1, Anchor.WRITTEN)),
    (r"the\s+day\s+before\s+yesterday", _day_from(-2, Anchor.WRITTEN)),
    (rf"{_DAY_BOUND}(?:today|tonight|this\s+(?:morning|afternoon|evening))",
     _day_from(0, Anchor.WRITTEN)),
    (rf"{_DAY_BOUND}tomorrow(?:\s+(?:morning|afternoon|evening))?", _day_from(1, Anchor.WRITTEN)),
    (rf"in\s+{_COUNT}\s+(?P<unit>{_UNIT})['’]?\s+time|{_COUNT.replace('count', 'count2')}\s+"
     rf"(?P<unit2>{_UNIT})\s+from\s+(?:now|today)", _ahead),
    (r"the\s+(?P<unit>week|month|year)\s+before\s+last", _before_last),
    (rf"(?:{_PART_BOUND}(?P<part>{any_of(_PARTS)})\s*[-\s]\s*(?:of\s+)?|(?:earlier|later)\s+)?"
     r"(?P<which>(?:in\s+)?(?:last|next|this|the\s+same|that\s+(?:same|last|very)|that|the\s+following|the\s+next|"
     r"the\s+previous|the\s+preceding|this\s+past|the\s+current|the\s+subsequent))\s+"
     r"(?P<unit>week|month|year|(?<!last\s)(?<!past\s)(?<!next\s)(?:decade|century))", _which),
    (rf"{_PART_BOUND}(?P<part>{any_of(_PARTS)})\s*[-\s]?\s*(?:of\s+)?(?:the\s+)?"
     r"(?P<unit>week|month|year|decade|century)",
     _which),
    (r"the\s+(?P<unit>week|month|year)\s+(?P<which>after|before)(?!\s+last)", _beside),
    (rf"the\s+(?P<season>{any_of(_SEASONS)})(?P<part>)\s+(?P<which>before|after)"
     rf"{_NO_CLAUSE}(?!\s+\w+\s+of)", _season),
    (rf"{_SPAN_BOUND}(?:the\s+)?{_SOME_PART}(?:the\s+)?(?P<season>{any_of(_SEASONS)})\s+of\s+"
     r"(?P<which>last|next|this|that(?:\s+(?:same|last|very))?|the\s+(?:same|following|next|previous))\s+"
     r"(?P<unit>year)", _which),
    (rf"(?:(?:in|since|during)\s+)?(?P<which>last|next|this|the\s+following|the\s+next|the\s+previous|"
     rf"that(?:\s+same)?)\s+{_m(1)}(?!\s+\d)", _named_month),
    (rf"(?:in\s+)?{_m(1)}\s+(?:of\s+)?(?P<which>last|next|this|that|the\s+same|the\s+following|the\s+next|"
     r"the\s+previous)\s+year", _named_month),
    (rf"(?:(?P<bound>{any_of(_BOUNDS)})|on|late(?:\s+on)?|early(?:\s+on)?)\s+"
     rf"(?:(?:{_HOUR})\s+on\s+)?"
     rf"(?:(?P<which>{_WHICH})\s+)?(?P<weekday>{any_of(_WEEKDAYS)}){_PART_OF_DAY}", _weekday),
    (rf"(?P<which>{_WHICH})\s+(?P<weekday>{any_of(_WEEKDAYS)}){_PART_OF_DAY}", _weekday),
    (rf"(?:(?:(?P<bound>by|since|until|till|before|after|from|not\s+later\s+than|no\s+later\s+than)|on)\s+)?the\s+"
     rf"(?P<weekday>{any_of(_WEEKDAYS)})\s+(?P<which>before|after|following|preceding)", _weekday),
    (rf"(?:from|between)\s+(?P<weekday>{any_of(_WEEKDAYS)})\s*(?:to|and|until|till|through|-|–)\s*"
     rf"(?P<last>{any_of(_WEEKDAYS)}){_PART_OF_DAY}", _weekday),
    (rf"(?:overnight|on\s+the\s+night|in\s+the\s+night)\s+(?:(?:of|from|between)\s+)?"
     rf"(?P<weekday>{any_of(_WEEKDAYS)})\s*(?:to|into|and|-|–|/)\s*(?P<last>{any_of(_WEEKDAYS)})",
     _weekday),
    (rf"(?:on\s+)?(?:both\s+)?(?P<weekday>{_SURE_WEEKDAY})\s+and\s+(?:on\s+)?(?P<last>{_SURE_WEEKDAY}){_PART_OF_DAY}",
     _two_weekdays),
    (rf"(?P<weekday>{_SURE_WEEKDAY})(?:{_PART_OF_DAY}|['’]s)", _weekday),
    (r"(?:(?:(?P<bound>by|until|before)|over|at|on|during|since)\s+)?(?:the\s+)?(?P<which>this\s+past|last|next|this|past|following|previous|preceding|"
     r"same|coming|the(?=\s))\s*weekend(?!\s+(?:of|before|after)\b)", _weekend),
    (rf"(?:(?:over|at|on|during)\s+)?the\s+weekend\s+of(?=\s+(?:the\s+)?(?:\d|{_MONTH}))", NOTHING),
)  # fmt: skip


RULES = compile_rules(_PHRASES)
"""All that is looked for; where several fit, the longest that starts first counts."""

_FUTURE = re.compile(
    r"\b(?:will|shall|due (?:on|by|to (?:be|begin|start|end|expire|(?:re)?open|close|resume))|"
    r"would be|to be held|is due|are due|is to|are to|plans? to|"
    r"planned for|scheduled|upcoming|expects?|expected|intends?|hopes? to|be held|"
    r"call(?:s|ed)? for|takes? place)\b",
    re.IGNORECASE,
)


def find_verbs(text: str) -> Verbs:
    """Return where ``text`` speaks of what is to come and of what is past."""
    return Verbs(
        [found.span() for found in _FUTURE.finditer(text)],
        [found.span() for found in _PAST.finditer(text)],
    )


_PAST = re.compile(
    r"\b(?:was|were|had|did|has|have|said|told|left|went|came|took|met|held|began|\w{3,}ed)\b",
    re.IGNORECASE,
)
TOLD = re.compile(
    r"\b(?:said|told(?:\s+\w+){1,3}|announced|confirmed|added|warned|reported|stated|wrote)(?:\s+(?:late|early))?\s*$",
    re.IGNORECASE,
)
"""What tells, right before a date, that this is when somebody spoke."""
