"""How English names dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from statement_map.drafting.calendar import (
    Anchor,
    Bound,
    Meaning,
    Part,
    Point,
    Read,
    Relative,
    Rule,
    Said,
    Season,
    Words,
    any_of,
    read_century,
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
    **dict.fromkeys(["some", "several", "a few", "many", "a number of"], None),
}
_UNITS = {
    f"{unit}{ending}": unit for unit, ending in product(["day", "week", "month", "year"], ["", "s"])
} | {"fortnight": "fortnight", "decade": "decade", "decades": "decade", "nights": "day"}
_LONG_UNITS = {"fortnight": ("day", 14), "decade": ("year", 10)}
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
    "may day": Point(month=5, day=1),
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
    "ash wednesday": Point(easter=-46),
    "palm sunday": Point(easter=-7),
    "maundy thursday": Point(easter=-3),
    "good friday": Point(easter=-2),
    "holy saturday": Point(easter=-1),
    "easter sunday": Point(easter=0),
    "easter day": Point(easter=0),
    "easter monday": Point(easter=1),
    "easter": Point(easter=0),
    "whit sunday": Point(easter=49),
    "corpus christi": Point(easter=60),
}
_BOUNDS = {
    **dict.fromkeys(["since", "from", "after", "as of", "starting", "beginning"], Bound.FROM),
    **dict.fromkeys(["until", "till", "by", "before", "up to", "not later than"], Bound.UNTIL),
    **dict.fromkeys(["no later than", "prior to", "through"], Bound.UNTIL),
}
_PARTS = {
    **dict.fromkeys(
        [
            *("early", "early in", "in early", "at the beginning of", "at the start of"),
            *("the beginning of", "the start of", "in the first days of", "the early"),
            *("in the opening days of", "the first days of", "in the first weeks of"),
        ],
        Part.EARLY,
    ),
    **dict.fromkeys(["mid", "mid-", "in the middle of", "the middle of", "in mid"], Part.MIDDLE),
    **dict.fromkeys(
        [
            *("late", "late in", "in late", "at the end of", "the end of", "towards the end of"),
            *("toward the end of", "near the end of", "in the last days of", "the late"),
            *("in the closing days of", "the last days of", "in the final days of", "around the "
              "end of"),
        ],
        Part.LATE,
    ),
    **dict.fromkeys(["in the first half of", "the first half of"], Part.FIRST_HALF),
    **dict.fromkeys(["in the second half of", "the second half of"], Part.SECOND_HALF),
    **dict.fromkeys(["in the first quarter of", "the first quarter of", "q1"], Part.QUARTER_1),
    **dict.fromkeys(["in the second quarter of", "the second quarter of", "q2"], Part.QUARTER_2),
    **dict.fromkeys(["in the third quarter of", "the third quarter of", "q3"], Part.QUARTER_3),
    **dict.fromkeys(["in the fourth quarter of", "the fourth quarter of", "q4"], Part.QUARTER_4),
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
WORDS = Words(months=_MONTHS, ordinals=_ordinals(), bounds=_BOUNDS, parts=_PARTS, seasons=_SEASONS)

# Months are capitals, which tells them from "may" and "march".
_MONTH = (
    "(?-i:"
    + "|".join(
        form if len(form) > 4 or form in {"May", "June", "July"} else rf"{form}\."
        for forms in _MONTH_FORMS
        for form in forms.split()
    )
    + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b)"
)
_DAY = rf"(?:(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?|{any_of(list(WORDS.ordinals))})"
_YEAR = r"(?<!\d)\d{3,4}(?!\d)(?![.,]\d)"
_SURE_YEAR = r"(?<![\d.,])(?:1[0-9]|20)\d\d(?!\d)(?![.,]\d)"
_ERA = r"(?:\s*(?:AD|CE))?"
_DAYS = r"\d\d?(?:,\s*\d\d?){0,8}"
_AND = r"\s*(?:[-–—/]|to|and|until|till|through|or)\s*"
_DASH = r"\s*(?:[-–—]|to|until|till|through)\s*"
_WEEKDAY = any_of([*_WEEKDAYS, "mon.", "tue.", "wed.", "thu.", "fri.", "sat.", "sun."])
_OF_DAY = (
    r"(?:(?:early|late)\s+)?(?:(?:in|on)\s+)?(?:the\s+)?"
    r"(?:(?:early|late)\s+)?(?:morning|afternoon|evening|night|eve|dawn|hours)"
)
_TIME = (
    rf"(?:(?:{_OF_DAY}\s+(?:of|on)(?:\s+the)?|overnight\s+(?:on|of|from)|at\s+(?:dawn|noon|midnight)"
    r"\s+on|on\s+the|on|dated|the|between|from)\s+)?"
)
_BEFORE = (
    rf"(?:(?P<bound>{any_of(_BOUNDS)})\s+)?(?:(?P<approx>around|about|circa|c\.|ca\.|approximately)"
    r"\s*)?"
)
_LEAD = rf"{_BEFORE}{_TIME}(?:(?:the\s+)?{_WEEKDAY},?\s+)?(?:the\s+)?"
_PART = (
    rf"(?:(?P<bound>by|until|till|before|since)\s+)?(?P<part>{any_of(_PARTS)})\s*[-\s]\s*(?:of\s+)?"
)
_PART2 = rf"(?P<part2>{any_of(_PARTS)})\s*[-\s]\s*"
_CENTURY = (
    rf"(?P<century>\d\d?(?:st|nd|rd|th)|{any_of(list(WORDS.ordinals))})(?:\s+|-)(?:century|c\.)"
)
_UNIT = any_of(_UNITS)
_COUNT = rf"(?P<count>\d{{1,3}}|{any_of(_COUNTS)})"
_HOLIDAY = any_of(_HOLIDAYS).replace("'", "['’]")
_AFTER_YEAR = (
    r"(?=[\s.,;:)'’–—-]|$)(?!\s+(?:people|persons|soldiers|troops|men|women|children|dead|homes|"
    r"houses|metres|meters|km|kilomet|miles|feet|hectares|tons|tonnes|percent|per\b|million|"
    r"billion|thousand|police|families|workers|students|members|dollars|euros|times|pages|"
    r"victims|refugees|residents|inhabitants|prisoners|cases|votes|seats))"
)


def _d(number: int) -> str:
    return rf"(?P<d{number}>{_DAY})"


def _m(number: int) -> str:
    return rf"(?P<m{number}>{_MONTH})"


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


def _century(match: re.Match[str]) -> Sequence[Meaning]:
    word = match["century"].casefold()
    digits = re.match(r"\d+", word)
    number = int(digits.group()) if digits else WORDS.ordinals.get(re.sub(r"\s+", " ", word))
    return read_century(number, WORDS, match)


def _decade(match: re.Match[str]) -> Sequence[Meaning]:
    word = match["decade"].casefold().lstrip("'’")
    ten = _DECADES.get(word) or int(word)
    return read_decade(ten if ten >= 1000 else 1900 + ten, WORDS, match)


def _holiday(match: re.Match[str]) -> Sequence[Meaning]:
    point = _HOLIDAYS[re.sub(r"\s+", " ", match["holiday"]).casefold().replace("’", "'")]
    if match["y1"]:
        point = replace(point, year=int(match["y1"]))
    return (Said(point, point),)


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
    return (_count(match, -1, Anchor.WRITTEN),)


def _weekday(match: re.Match[str]) -> Sequence[Meaning]:
    which = (match.groupdict().get("which") or "").casefold()
    weekday = _WEEKDAYS[match["weekday"].casefold()]
    if which in {"the following", "following", "the next"}:
        return (Relative(Anchor.TOLD, "day", 0, 1, weekday),)
    sign = -1 if which in {"last", "the previous", "past"} else 1 if which else 0
    return (Relative(Anchor.WRITTEN, "day", 0, sign, weekday),)


def _which(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "last week", "the following month", "the same year"."""
    which = re.sub(r"\s+", " ", match["which"]).casefold().removeprefix("in ")
    unit = match["unit"].casefold()
    match which:
        case "last" | "this past":
            return (Relative(Anchor.WRITTEN, unit, -1, -1),)
        case "next":
            return (Relative(Anchor.WRITTEN, unit, 1, 1),)
        case "this" | "the current":
            return (Relative(Anchor.WRITTEN, unit, 0),)
        case "the same" | "that same" | "that" | "same":
            return (Relative(Anchor.TOLD, unit, 0),)
        case "the following" | "the next" | "the subsequent":
            unit = "calendar week" if unit == "week" else unit
            return (Relative(Anchor.TOLD, unit, 1, 1),)
    return (Relative(Anchor.TOLD, unit, -1, -1),)


def _named_month(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "last March", "in June of that year"."""
    said = match.groupdict()
    month = _MONTHS[match["m1"].casefold().rstrip(".")]
    which = re.sub(r"\s+", " ", said.get("which") or "").casefold()
    anchor = Anchor.TOLD if which in {"that", "the same", "that same"} else Anchor.WRITTEN
    count = {"last": -1, "next": 1, "the following": 1}.get(which, 0)
    if not match.group().casefold().endswith("year") and count:
        return (Relative(Anchor.WRITTEN, "month", None, count, month=month),)
    anchor = Anchor.TOLD if which == "the following" else anchor
    return (Relative(anchor, "year", count, month=month),)


def _fixed(anchor: Anchor, unit: str, count: int | None, sign: int = 0) -> Read:
    return lambda _match: (Relative(anchor, unit, count, sign),)


def _nothing(_match: re.Match[str]) -> Sequence[Meaning]:
    return ()


def _era(match: re.Match[str]) -> Sequence[Meaning]:
    point = Point(int(match["y1"]))
    return (Said(point, point),)


def _open(_match: re.Match[str]) -> Sequence[Meaning]:
    return (Said(Point(), Point()),)


_PHRASES: tuple[tuple[str, Read], ...] = (
    # what only looks like a date
    (r"(?:§+|articles?|art\.|sections?|paragraphs?|para\.|clauses?|no\.|nos\.|numbers?|chapters?|"
     r"pages?|p\.|pp\.|tel\.?|phone:?|resolutions?|rooms?|flights?|routes?|highway)\s*"
     r"[\d.,\s/–-]{0,30}\d", _nothing),
    (r"[$€£¥]\s*\d[\d.,]*|\d[\d.,]{0,20}\d\s*(?:percent|per\s+cent|%|km|kilomet\w+|miles|dollars|euros|"
     r"million|billion|people|troops|soldiers|USD|EUR|GBP)\b", _nothing),
    (r"(?:at\s+)?\d{1,2}[.:]\d\d(?:\s*[ap]\.?m\.?)?", _nothing),
    (r"\+\d[\d\s-]{6,20}\d|\b\d{3}[ -]\d{3}[ -]\d{3,4}\b", _nothing),
    (r"day\s+and\s+night|(?:one|some)\s+day|(?:to|until|till|up\s+to)\s+this\s+day", _nothing),
    # digits
    (rf"{_LEAD}(?P<y1>\d{{4}})-(?P<m1>\d\d)-(?P<d1>\d\d)(?!\d)", _said),
    (rf"{_LEAD}(?P<d1>\d\d?)\.(?P<m1>0?[1-9]|1[0-2])\.(?P<y1>\d{{4}})(?!\d)", _said),
    (rf"{_LEAD}(?P<a>\d\d?)/(?P<b>\d\d?)/(?P<y1>\d{{4}})(?!\d)", _slashes),
    # days: 5 January 2022, and ranges of them
    (rf"{_LEAD}{_d(1)}\s+(?:day\s+)?(?:of\s+)?{_m(1)}{_y(1)}?", _said),
    (rf"{_LEAD}(?P<days>{_DAYS}),?\s*(?:,|and)\s*{_d(1)}\s+{_m(1)}{_y(1)}?", _said),
    (rf"{_LEAD}{_d(1)}{_AND}(?:the\s+)?{_d(2)}\s+(?:of\s+)?{_m(2)}{_y(2)}?", _said),
    (rf"{_LEAD}{_d(1)}\s+{_m(1)}{_y(1)}?{_AND}{_d(2)}\s+{_m(2)}{_y(2)}?", _said),
    # January 5, 2022
    (rf"{_LEAD}{_m(1)}\s+(?:the\s+)?{_d(1)}{_y(1)}?", _said),
    (rf"{_LEAD}{_m(1)}\s+(?P<days>{_DAYS}),?\s*(?:,|and)\s*{_d(1)}{_y(1)}?", _said),
    (rf"{_LEAD}{_m(1)}\s+{_d(1)}{_AND}{_d(2)}{_y(2)}?", _said),
    (rf"{_LEAD}{_m(1)}\s+{_d(1)}{_y(1)}?{_AND}{_m(2)}\s+{_d(2)}{_y(2)}?", _said),
    (r"on\s+the\s+(?P<d1>(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th))(?=[,.;:)]|\s+(?-i:[A-Z])|\s+(?:the|a|it|"
     r"he|she|they|and|but)\b|$)", _said),
    # months
    (rf"{_BEFORE}(?:(?:in|during|of|throughout)\s+)?{_m(1)}{_y(1)}", _said),
    (rf"(?P<bound>{any_of(_BOUNDS)})\s+{_m(1)}{_y(1)}?(?!\s+(?-i:[A-Z]))", _said),
    (rf"(?:in|during|throughout|of)\s+{_m(1)}(?!\s+(?-i:[A-Z]))", _said),
    (rf"(?:(?:in|from|between|during)\s+)?{_m(1)}{_y(1)}?{_AND}{_m(2)}{_y(2)}", _said),
    (rf"(?:in|from|between|during)\s+{_m(1)}{_AND}{_m(2)}", _said),
    (rf"{_PART}{_m(1)}{_y(1)}?", _said),
    # years
    (rf"{_PART}(?:the\s+year\s+)?(?P<y1>{_SURE_YEAR})", _said),
    (rf"{_BEFORE}(?:(?:in|of|during)\s+)?(?:the\s+)?year\s+(?P<y1>{_YEAR}){_ERA}", _said),
    (rf"(?:(?P<bound>{any_of([it for it in _BOUNDS if it != 'from'])})|in|during|throughout|of|for|"
     rf"to|from)\s+(?P<y1>{_SURE_YEAR})"
     rf"{_AFTER_YEAR}", _said),
    (r"(?:in\s+)?(?P<y1>\d{3,4})\s+(?:AD|CE)", _era),
    (r"(?:in\s+)?AD\s+(?P<y1>\d{1,4})", _era),
    (r"(?:(?:in|about|around|since|until|by)\s+)?\d{1,4}\s+(?:BCE?|B\.C\.)", _open),
    (rf"(?:around|about|circa|c\.|ca\.)\s*(?P<y1>{_SURE_YEAR}){_AFTER_YEAR}",
     lambda m: [replace(said, is_approximate=True) for said in read_said(WORDS, m)]),
    (rf"(?:(?:in|from|between|during|of)\s+)?(?:the\s+years\s+)?(?P<y1>{_SURE_YEAR}){_AND}"
     r"(?P<y2>\d{4}|\d{2})(?![\d.,/-]\d|\d)", _said),
    (rf"(?:in\s+)?the\s+(?P<y1>{_SURE_YEAR})(?=\s+[A-Za-z])", _said),
    (rf"(?P<y1>{_SURE_YEAR})(?=\s*(?:[–—:]|-\s)\s*\D)", _said),
    (rf"(?<=\()(?:c\.\s*)?(?P<y1>{_SURE_YEAR})(?=[);,])", _said),
    # seasons, decades, centuries
    (rf"(?:{_PART})?(?:(?:in|during|since|by|until)\s+)?(?:the\s+)?(?P<season>{any_of(_SEASONS)})(?:\s+of)?\s+"
     rf"(?P<y1>{_SURE_YEAR})(?:[/–-](?P<y2>\d{{2,4}}))?", _said),
    (rf"(?:in|during|by|since|until)\s+(?:the\s+)?(?P<season>{any_of(_SEASONS)})(?!\s+of\s+[a-z0-9])",
     _said),
    (rf"(?:{_PART}|(?:in|during|since|from)\s+)?(?:the\s+)?(?:{_PART2})?"
     rf"(?P<decade>(?:1[0-9]|20)\d0|['’]?[2-9]0|{any_of(_DECADES)})(?:['’]?s)?(?<=s)", _decade),
    (rf"(?:{_PART}|(?:in|during|since|from|of)\s+)?(?:the\s+)?(?:{_PART2})?"
     rf"{_CENTURY}", _century),
    (rf"(?:(?:on|at|over|around|by|until|since|before|after)\s+)?(?P<holiday>"
     rf"{_HOLIDAY})(?:,?\s+(?:of\s+)?(?P<y1>{_YEAR}))?",
     _holiday),
    # counted from the date told last
    (r"(?:on\s+)?(?:the\s+|that\s+)(?:very\s+)?same\s+(?:day|evening|night|afternoon|morning|date)"
     r"|(?:on\s+)?that\s+(?:very\s+)?(?:day|date|evening|night|afternoon|morning)"
     r"|(?:on\s+)?the\s+same\s+date",
     _fixed(Anchor.TOLD, "day", 0)),
    (r"(?:on\s+|by\s+)?the\s+(?:next|following)\s+(?:day|morning|evening|night|afternoon)"
     r"|(?:the\s+|a|one\s+)\s*day\s+(?:later|after)|next\s+(?:day|morning)|the\s+morning\s+after",
     _fixed(Anchor.TOLD, "day", 1, 1)),
    (r"(?:on\s+)?the\s+(?:previous|preceding)\s+(?:day|evening|night)"
     r"|(?:the|a|one)\s+(?:day|evening|night)\s+(?:before|earlier)|the\s+eve\s+before",
     _fixed(Anchor.TOLD, "day", -1, -1)),
    (rf"{_COUNT}\s+(?P<unit>{_UNIT})\s+(?:later|afterwards|after\s+that|thereafter)", _later),
    (rf"(?:after|within)\s+{_COUNT}\s+(?P<unit>{_UNIT})", _later),
    (rf"{_COUNT}\s+(?P<unit>{_UNIT})\s+(?:earlier|before(?:hand)?|previously)", _earlier),
    # counted from the day of the text
    (rf"{_COUNT}\s+(?P<unit>{_UNIT})\s+ago", _ago),
    (r"yesterday(?:\s+(?:morning|afternoon|evening))?|last\s+night",
     _fixed(Anchor.WRITTEN, "day", -1, -1)),
    (r"the\s+day\s+before\s+yesterday", _fixed(Anchor.WRITTEN, "day", -2, -1)),
    (r"today|tonight|this\s+(?:morning|afternoon|evening)", _fixed(Anchor.WRITTEN, "day", 0)),
    (r"tomorrow(?:\s+(?:morning|afternoon|evening))?", _fixed(Anchor.WRITTEN, "day", 1, 1)),
    (r"(?P<which>(?:in\s+)?(?:last|next|this|the\s+same|that\s+same|that|the\s+following|the\s+next|"
     r"the\s+previous|the\s+preceding|this\s+past|the\s+current))\s+(?P<unit>week|month|year)",
     _which),
    (rf"(?:in\s+|since\s+)?(?P<which>last|next|this)\s+{_m(1)}", _named_month),
    (rf"(?:in\s+)?{_m(1)}\s+(?:of\s+)?(?P<which>last|next|this|that|the\s+same|the\s+following)"
     r"\s+year", _named_month),
    (rf"(?:(?:on|since|until|by|from|late|early)\s+)(?:(?P<which>last|next|this|the\s+following|"
     rf"the\s+previous)\s+)?(?P<weekday>{any_of(_WEEKDAYS)})"
     r"(?:\s+(?:morning|afternoon|evening|night))?", _weekday),
    (rf"(?P<which>last|next|this|the\s+following|the\s+previous|the\s+next)\s+"
     rf"(?P<weekday>{any_of(_WEEKDAYS)})(?:\s+(?:morning|afternoon|evening|night))?", _weekday),
    (rf"(?P<weekday>{any_of(_WEEKDAYS)})['’]s", _weekday),
    (rf"(?P<weekday>{any_of(_WEEKDAYS)})(?:\s+(?:morning|afternoon|evening|night))", _weekday),
)  # fmt: skip


def _compile() -> Iterator[Rule]:
    for pattern, read in _PHRASES:
        yield Rule(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), read)


RULES = tuple(_compile())
"""All that is looked for; where several fit, the longest that starts first counts."""

FUTURE = re.compile(
    r"\b(?:will|shall|to be held|is due|are due|is to|are to|plans? to|scheduled|upcoming)\b",
    re.IGNORECASE,
)
"""What tells that a sentence speaks of what is to come."""
