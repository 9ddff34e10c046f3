"""How Polish names dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
    read_roman,
    read_said,
)
from statement_map.drafting.vocabulary import words_of

_MONTH_FORMS = (
    "styczeń stycznia styczniu styczniem stycz",
    "luty lutego lutym lutemu lut",
    "marzec marca marcu marcem mar",
    "kwiecień kwietnia kwietniu kwietniem kwiec kwi",
    "maj maja maju majem",
    "czerwiec czerwca czerwcu czerwcem czerw cze",
    "lipiec lipca lipcu lipcem lip",
    "sierpień sierpnia sierpniu sierpniem sierp sie",
    "wrzesień września wrześniu wrześniem wrzes wrz",
    "październik października październiku październikiem paźdz paź",
    "listopad listopada listopadzie listopadem listop lis",
    "grudzień grudnia grudniu grudniem grudz gru",
)
_SHORT = "stycz lut mar kwiec kwi czerw cze lip sierp sie wrzes wrz paźdz paź listop lis grudz gru"
_WEEKDAY_FORMS = (
    "poniedziałek poniedziałku poniedziałkiem poniedziałkowy",
    "wtorek wtorku wtorkiem",
    "środa środę środy środzie środą",
    "czwartek czwartku czwartkiem",
    "piątek piątku piątkiem",
    "sobota sobotę soboty sobocie sobotą",
    "niedziela niedzielę niedzieli niedzielą",
)
_ORDINAL_STEMS = words_of(
    "pierwsz drug trzec czwart piąt szóst siódm ósm dziewiąt dziesiąt jedenast dwunast "
    "trzynast czternast piętnast szesnast siedemnast osiemnast dziewiętnast dwudziest"
)
_NUMBERS = (
    ("jeden jedną jednym jednej jednego", 1),
    ("dwa dwie dwóch dwu dwoma", 2),
    ("trzy trzech trzema", 3),
    ("cztery czterech", 4),
    ("pięć pięciu", 5),
    ("sześć sześciu", 6),
    ("siedem siedmiu", 7),
    ("osiem ośmiu", 8),
    ("dziewięć dziewięciu", 9),
    ("dziesięć dziesięciu", 10),
    ("jedenaście jedenastu", 11),
    ("dwanaście dwunastu", 12),
    ("czternaście czternastu", 14),
    ("piętnaście piętnastu", 15),
    ("dwadzieścia dwudziestu", 20),
    ("trzydzieści trzydziestu", 30),
    ("kilka kilku parę paru kilkanaście kilkunastu", None),
)
_UNITS = {
    **dict.fromkeys(words_of("dzień dnia dni dniach dniu dobę doby doba dobie dób"), "day"),
    **dict.fromkeys(words_of("tydzień tygodnia tygodnie tygodni tygodniach tygodniu"), "week"),
    **dict.fromkeys(words_of("miesiąc miesiąca miesiące miesięcy miesiącach miesiącu"), "month"),
    **dict.fromkeys(["rok", "roku", "lata", "lat", "latach"], "year"),
}
_SEASONS = {
    **dict.fromkeys(["wiosna", "wiosną", "wiosny", "wiosnę"], Season.SPRING),
    **dict.fromkeys(["lato", "latem", "lata", "lecie"], Season.SUMMER),
    **dict.fromkeys(["jesień", "jesienią", "jesieni"], Season.AUTUMN),
    **dict.fromkeys(["zima", "zimą", "zimy", "zimę"], Season.WINTER),
}
_DECADES = {
    "dwudziestych": 20,
    "trzydziestych": 30,
    "czterdziestych": 40,
    "pięćdziesiątych": 50,
    "sześćdziesiątych": 60,
    "siedemdziesiątych": 70,
    "osiemdziesiątych": 80,
    "dziewięćdziesiątych": 90,
}
_HOLIDAYS = {
    "w nowy rok": Point(month=1, day=1),
    "trzech króli": Point(month=1, day=6),
    "w święto pracy": Point(month=5, day=1),
    "w święto konstytucji 3 maja": Point(month=5, day=3),
    "w święto konstytucji trzeciego maja": Point(month=5, day=3),
    "we wszystkich świętych": Point(month=11, day=1),
    "w dzień wszystkich świętych": Point(month=11, day=1),
    "w zaduszki": Point(month=11, day=2),
    "w święto niepodległości": Point(month=11, day=11),
    "w narodowe święto niepodległości": Point(month=11, day=11),
    "w mikołajki": Point(month=12, day=6),
    "w wigilię bożego narodzenia": Point(month=12, day=24),
    "w wigilię": Point(month=12, day=24),
    "w boże narodzenie": Point(month=12, day=25),
    "w pierwszy dzień świąt bożego narodzenia": Point(month=12, day=25),
    "w drugi dzień świąt bożego narodzenia": Point(month=12, day=26),
    "w sylwestra": Point(month=12, day=31),
    "w noc sylwestrową": Point(month=12, day=31),
    "w wielki czwartek": Point(easter=-3),
    "w wielki piątek": Point(easter=-2),
    "w wielką sobotę": Point(easter=-1),
    "w niedzielę wielkanocną": Point(easter=0),
    "w wielkanoc": Point(easter=0),
    "w poniedziałek wielkanocny": Point(easter=1),
    "w lany poniedziałek": Point(easter=1),
    "w niedzielę palmową": Point(easter=-7),
    "w środę popielcową": Point(easter=-46),
    "w popielec": Point(easter=-46),
    "w zielone świątki": Point(easter=49),
    "w boże ciało": Point(easter=60),
}
_BOUNDS = {
    **dict.fromkeys(
        ["od", "począwszy od", "poczynając od", "od dnia", "po", "po dniu"], Bound.FROM
    ),
    **dict.fromkeys(
        ["do", "aż do", "do dnia", "najpóźniej do", "przed", "przed dniem"], Bound.UNTIL
    ),
}
_PARTS = {
    **dict.fromkeys(
        [
            *("na początku", "z początkiem", "w początkach", "początkiem", "w początku"),
            *("w pierwszych dniach", "od początku", "początek", "na samym początku"),
            *("w pierwszych tygodniach", "w pierwszych latach"),
        ],
        Part.EARLY,
    ),
    **dict.fromkeys(["w połowie", "połowa", "od połowy", "do połowy", "około połowy"], Part.MIDDLE),
    **dict.fromkeys(
        [
            *("pod koniec", "w końcu", "z końcem", "u schyłku", "w ostatnich dniach", "koniec"),
            *("w końcówce", "na koniec", "na przełomie", "schyłek", "w ostatnich latach"),
        ],
        Part.LATE,
    ),
    "w pierwszej połowie": Part.FIRST_HALF,
    "w i połowie": Part.FIRST_HALF,
    "w drugiej połowie": Part.SECOND_HALF,
    "w ii połowie": Part.SECOND_HALF,
    **dict.fromkeys(["w pierwszym kwartale", "w i kwartale", "i kwartał"], Part.QUARTER_1),
    **dict.fromkeys(["w drugim kwartale", "w ii kwartale", "ii kwartał"], Part.QUARTER_2),
    **dict.fromkeys(["w trzecim kwartale", "w iii kwartale", "iii kwartał"], Part.QUARTER_3),
    **dict.fromkeys(["w czwartym kwartale", "w iv kwartale", "iv kwartał"], Part.QUARTER_4),
}
_UNTIL_PARTS = {"do końca": Part.LATE, "przed końcem": Part.LATE}


def _ordinals() -> dict[str, int]:
    by_stem = {stem: number for number, stem in enumerate(_ORDINAL_STEMS, start=1)}
    endings = {"trzec": ("iego", "i"), "drug": ("iego", "i")}
    single = {
        stem + ending: number
        for stem, number in by_stem.items()
        for ending in endings.get(stem, ("ego", "y"))
    }
    ones = {word: number for word, number in single.items() if number < 10}
    tens = {"dwudziestego": 20, "trzydziestego": 30, "dwudziesty": 20, "trzydziesty": 30}
    return {
        **single,
        **tens,
        **{f"{ten} {one}": tens[ten] + ones[one] for ten, one in product(tens, ones)},
    }


_MONTHS = {
    form: number for number, forms in enumerate(_MONTH_FORMS, start=1) for form in forms.split()
}
WORDS = Words(
    months=_MONTHS,
    ordinals=_ordinals(),
    bounds=_BOUNDS,
    parts=_PARTS | _UNTIL_PARTS,
    seasons=_SEASONS,
)
_WEEKDAYS = {form: number for number, forms in enumerate(_WEEKDAY_FORMS) for form in forms.split()}
_COUNTS = {form: number for forms, number in _NUMBERS for form in forms.split()}

_LONG = [form for form in _MONTHS if form not in _SHORT.split()]
_MONTH = rf"(?:{any_of(_LONG)}|{any_of(_SHORT.split())}\.)"
_ROMAN_MONTH = r"(?-i:XII|XI|IX|IV|VIII|VII|VI|V|X|III|II|I)"
_DAY = rf"(?:0?[1-9]|[12]\d|3[01]|{any_of(list(WORDS.ordinals))})(?!\d)"
_YEAR = r"(?<!\d)\d{3,4}(?!\d)(?![.,]\d)"
_R = r"(?:\s*(?:roku|roku\b|rok|r\.|r\b))"
_SURE_YEAR = r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)(?![.,]\d)"
_DAYS = r"\d\d?(?:,\s*\d\d?){0,8}"
_AND = r"\s*(?:[-–—]|do|i|oraz|a|na|lub|/)\s*"
_DASH = r"\s*(?:[-–—]|do)\s*"
_WEEKDAY = any_of(_WEEKDAYS)
_TIME = any_of(
    [
        *("w dniu", "w dniach", "dnia", "dni", "w nocy", "w nocy z", "nocą z", "nad ranem"),
        *("rano", "wieczorem", "wczesnym rankiem", "po południu", "o świcie", "w południe"),
        *("o północy", "w nocy z dnia", "z dnia", "na dzień", "z", "w", "we"),
    ]
)
_BEFORE = rf"(?:(?P<bound>{any_of(_BOUNDS)})\s+)?(?:(?P<approx>około|ok\.|mniej więcej)\s+)?"
_LEAD = rf"{_BEFORE}(?:{_TIME}\s+)?(?:(?:w\s+|we\s+)?{_WEEKDAY},?\s+)?(?:dnia\s+)?"
_PART = rf"(?P<part>{any_of(_PARTS)})\s+"
_CENTURY = r"(?-i:[XVI]{1,6})"
_WIEK = r"(?:wieku|wiek|wiekiem|w\.|stulecia|stuleciu|stulecie)"
_UNIT = any_of(_UNITS)
_COUNT = rf"(?P<count>\d{{1,3}}|{any_of(_COUNTS)})"


def _d(number: int) -> str:
    return rf"(?P<d{number}>{_DAY})"


def _m(number: int) -> str:
    return rf"(?P<m{number}>{_MONTH}|{_ROMAN_MONTH})"


def _y(number: int) -> str:
    return rf"(?:,?\s+(?P<y{number}>{_YEAR}){_R}?)"


def _said(match: re.Match[str]) -> Sequence[Meaning]:
    return read_said(WORDS, match)


def _century(match: re.Match[str]) -> Sequence[Meaning]:
    first = read_century(read_roman(match["c1"]), WORDS, match)
    if not (second := match.groupdict().get("c2")):
        return first
    last = read_century(read_roman(second), WORDS, match)
    if match["part"] and "przełom" in match["part"].casefold() and first and last:
        turn = Point((first[0].end.last_year or 0) - 10, last_year=(last[0].start.year or 0) + 9)
        return (Said(turn, turn, is_approximate=True),)
    return (Said(first[0].start, last[0].end),) if first and last else ()


def _decade(match: re.Match[str]) -> Sequence[Meaning]:
    word = match["decade"].casefold()
    ten = int(word) if word.isdecimal() else _DECADES[word]
    if ten >= 1000:
        return read_decade(ten, WORDS, match)
    century = read_roman(match["c1"]) if match["c1"] else None
    last = match.groupdict().get("lastcentury")
    start = (century - 1) * 100 if century else 1900
    if not century and not last and ten in {10, 20}:
        return ()
    return read_decade(start + ten, WORDS, match)


def _turn(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "na przełomie lutego i marca 2022", which is around the end of the first."""
    both = read_said(WORDS, match)
    if not both:
        return ()
    said = both[0]
    if said.start.month:
        return (Said(said.start, said.end, is_approximate=True),)
    first = Point(said.start.year, 12)
    return (Said(first, Point(said.end.year, 1), is_approximate=True),)


def _count(match: re.Match[str], sign: int) -> Relative:
    said = match.groupdict()
    text = (said.get("count") or "1").casefold()
    number = int(text) if text.isdecimal() else _COUNTS[text]
    unit = _UNITS[match["unit"].casefold()]
    return Relative(Anchor.TOLD, unit, number if number is None else sign * number, sign)


def _later(match: re.Match[str]) -> Sequence[Meaning]:
    return (_count(match, 1),)


def _earlier(match: re.Match[str]) -> Sequence[Meaning]:
    return (_count(match, -1),)


def _ago(match: re.Match[str]) -> Sequence[Meaning]:
    found = _count(match, -1)
    return (Relative(Anchor.WRITTEN, found.unit, found.count, -1),)


def _weekday(match: re.Match[str]) -> Sequence[Meaning]:
    which = (match.groupdict().get("which") or "").casefold()
    sign = -1 if which[:3] in {"ubi", "zes", "min", "ost"} else 1 if which[:3] in {"prz"} else 0
    anchor = Anchor.TOLD if which[:3] == "nas" else Anchor.WRITTEN
    sign = 1 if which[:3] == "nas" else sign
    return (Relative(anchor, "day", 0, sign, _WEEKDAYS[match["weekday"].casefold()]),)


def _following(match: re.Match[str]) -> Sequence[Meaning]:
    unit = _UNITS[(match["unit"] or match["unit2"]).casefold()]
    return (Relative(Anchor.TOLD, "calendar week" if unit == "week" else unit, 1, 1),)


def _holiday(match: re.Match[str]) -> Sequence[Meaning]:
    point = _HOLIDAYS[re.sub(r"\s+", " ", match["holiday"]).casefold()]
    if match["y1"]:
        point = point.with_year(int(match["y1"]))
    return (Said(point, point),)


def _named_month(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "w styczniu ubiegłego roku"."""
    month = _MONTHS[match["m1"].casefold().rstrip(".")]
    which = match["which"].casefold()
    count = -1 if which[:3] in {"ubi", "zes", "min"} else 1 if which[:3] == "prz" else 0
    anchor = Anchor.TOLD if which[:3] in {"teg", "tym"} else Anchor.WRITTEN
    return (Relative(anchor, "year", count, month=month),)


def _fixed(anchor: Anchor, unit: str, count: int | None, sign: int = 0) -> Read:
    return lambda _match: (Relative(anchor, unit, count, sign),)


def _nothing(_match: re.Match[str]) -> Sequence[Meaning]:
    return ()


def _open(_match: re.Match[str]) -> Sequence[Meaning]:
    return (Said(Point(), Point()),)


_PAST = r"(?:ubiegł|zeszł|minion|ostatni)(?:y|ego|ym|ą|ej|a)?"
_COMING = r"(?:przyszł|nadchodząc)(?:y|ego|ym|ą|ej|a)?"
_NEXT = r"(?:następn|kolejn)(?:y|ego|ym|ą|ej|a)?"
_THIS = r"(?:bieżąc|obecn)(?:y|ego|ym|ą|ej|a)?|tym|tego"

_PHRASES: tuple[tuple[str, Read], ...] = (
    # what only looks like a date
    (r"(?:§+|art\.|artykuł\w*|ust\.|pkt|poz\.|nr|numer\w*|rozdz\w*\.?|str\.|s\.|tel\.?)\s*"
     r"[\d.,\s/–-]{0,30}\d", _nothing),
    (r"\d[\d\s.,]{0,20}\d\s*(?:zł\w*|euro|EUR|USD|PLN|dol\w*|proc\.?|%|km|m|kg|ton\w*|tys\.?|mln|mld|"
     r"osób|ludzi|żołnierzy|mieszkańców)\b", _nothing),
    (r"(?:godz\.|godzin\w+|o)\s+\d{1,2}[.:]\d\d", _nothing),
    (r"\+\d[\d\s-]{6,20}\d|\b\d{2,3}[ -]\d{3}[ -]\d{2,3}(?:[ -]\d{2,3})?\b", _nothing),
    (r"dni(?:a|em)?\s+\w+\s+(?:a|i)\s+nocy", _nothing),
    # digits
    (rf"{_LEAD}(?P<y1>\d{{4}})-(?P<m1>\d\d)-(?P<d1>\d\d)(?!\d)", _said),
    (rf"{_LEAD}{_d(1)}\.(?P<m1>0?[1-9]|1[0-2])\.(?P<y1>\d{{4}}){_R}?(?!\d)", _said),
    (rf"{_LEAD}{_d(1)}\.(?P<m1>0?[1-9]|1[0-2])\.?{_DASH}{_d(2)}\.(?P<m2>0?[1-9]|1[0-2])\."
     rf"(?P<y2>\d{{4}}){_R}?", _said),
    (rf"{_LEAD}{_d(1)}\.(?P<m1>0?[1-9]|1[0-2])\.(?P<y1>\d{{4}}){_R}?{_DASH}{_d(2)}\."
     rf"(?P<m2>0?[1-9]|1[0-2])\.(?P<y2>\d{{4}}){_R}?", _said),
    (rf"{_LEAD}{_d(1)}{_DASH}{_d(2)}\.(?P<m2>0?[1-9]|1[0-2])\.(?P<y2>\d{{4}}){_R}?", _said),
    (rf"{_LEAD}(?P<d1>\d\d?)[./ ](?P<m1>{_ROMAN_MONTH})[./ ](?P<y1>\d{{4}}){_R}?", _said),
    # days
    (rf"{_LEAD}{_d(1)}\s+{_m(1)}{_y(1)}?", _said),
    (rf"{_LEAD}(?P<days>{_DAYS})\s*(?:,|i|oraz)\s*{_d(1)}\s+{_m(1)}{_y(1)}?", _said),
    (rf"{_LEAD}(?:od\s+|między\s+|pomiędzy\s+)?{_d(1)}{_AND}{_d(2)}\s+{_m(2)}{_y(2)}?", _said),
    (rf"{_LEAD}(?:od\s+|między\s+|pomiędzy\s+)?{_d(1)}\s+{_m(1)}{_y(1)}?{_AND}{_d(2)}\s+{_m(2)}"
     rf"{_y(2)}?", _said),
    (rf"od\s+{_m(1)}{_y(1)}?\s+do\s+{_m(2)}{_y(2)}?", _said),
    # months
    (rf"{_BEFORE}(?:(?:w|we|z|na)\s+)?(?:miesiącu\s+)?(?P<m1>{_MONTH}){_y(1)}", _said),
    (rf"{_BEFORE}(?:w|we)\s+(?:miesiącu\s+)?(?P<m1>{_MONTH})", _said),
    (rf"(?P<bound>od|do|po|przed)\s+(?P<m1>{_MONTH})", _said),
    (rf"{_BEFORE}(?:(?:w|we)\s+)?(?P<m1>{_MONTH}){_AND}(?P<m2>{_MONTH}){_y(2)}", _said),
    (rf"(?:w|we)\s+(?P<m1>{_MONTH}){_AND}(?P<m2>{_MONTH})", _said),
    (rf"na\s+przełomie\s+(?P<m1>{_MONTH})\s+i\s+(?P<m2>{_MONTH}){_y(2)}?", _turn),
    (rf"na\s+przełomie\s+(?:lat\s+)?(?P<y1>{_YEAR})\s*(?:i|/)\s*(?P<y2>{_YEAR}){_R}?", _turn),
    (rf"{_PART}(?:miesiąca\s+)?(?P<m1>{_MONTH}){_y(1)}?", _said),
    (rf"(?P<bound>do|przed)\s+(?P<part>końca|końcem)\s+(?P<m1>{_MONTH}){_y(1)}?", _said),
    # years
    (rf"{_PART}(?P<y1>{_YEAR}){_R}?", _said),
    (rf"{_PART}(?:roku|r\.)\s+(?P<y1>{_YEAR})", _said),
    (rf"(?P<bound>do|przed)\s+(?:końca|końcem)\s+(?P<y1>{_YEAR}){_R}?", _said),
    (rf"{_BEFORE}(?:w\s+)?(?:roku|rok|rokiem)\s+(?P<y1>{_YEAR})(?:{_DASH}(?P<y2>\d{{2,4}}))?",
     _said),
    (rf"{_BEFORE}(?:(?:w|z)\s+)?(?P<y1>{_YEAR})\s*(?:roku|rok|rokiem|r\.|r\b)", _said),
    (rf"(?:(?P<bound>{any_of(_BOUNDS)})|w|z)\s+(?P<y1>{_SURE_YEAR})(?=[\s.,;:)–-]|$)"
     r"(?!\s+(?:osób|ludzi|żołnierzy|zł|tys|mln|km|metr|dom|egz|ton|sztuk|proc))", _said),
    (rf"{_BEFORE}(?P<y1>{_SURE_YEAR})(?=\s*(?:[–—:]|-\s)\s*\D)", _said),
    (rf"(?:w\s+(?:okresie\s+)?)?(?:latach|lata|lat)\s+(?P<y1>{_YEAR}){_AND}(?P<y2>\d{{2,4}})(?!\d)"
     rf"{_R}?", _said),
    (rf"(?<![\d.,/])(?P<y1>{_SURE_YEAR})\s*[–—-]\s*(?P<y2>(?:1[0-9]|20)\d\d)(?![\d.,/])", _said),
    (rf"(?:od|między|pomiędzy)\s+(?P<y1>{_SURE_YEAR})(?:{_R})?\s+(?:do|a)\s+(?P<y2>{_SURE_YEAR})"
     rf"{_R}?", _said),
    (rf"(?<=\()(?:ok\.\s*)?(?P<y1>{_SURE_YEAR})(?:{_R})?(?=[);,])", _said),
    (r"(?:w\s+)?(?:około\s+)?\d{1,4}\s*(?:r\.|roku|rok)?\s*(?:p\.\s?n\.\s?e\.|przed\s+naszą\s+erą|"
     r"przed\s+Chrystusem)", _open),
    (r"(?:w\s+)?(?-i:[XVI]+)\s+tysiącleci\w+\s+(?:p\.\s?n\.\s?e\.|przed\s+naszą\s+erą)", _open),
    # seasons, decades, centuries
    (rf"(?:{_PART})?(?:na\s+|w\s+)?(?P<season>{any_of(_SEASONS)}){_y(1)}"
     r"(?:/(?P<y2>\d{2,4}))?", _said),
    (r"\b(?P<season>wiosną|latem|jesienią|zimą)\b", _said),
    (rf"(?:{_PART})?(?:w\s+)?(?:latach|lat|lata)\s+(?P<decade>\d0|\d{{3}}0|{any_of(_DECADES)})\.?"
     rf"(?:(?:-)?t?ych)?(?:\s+(?P<c1>{_CENTURY})\s+{_WIEK}|\s+(?P<lastcentury>{_PAST})\s+{_WIEK})?",
     _decade),
    (rf"(?:{_PART}|(?:w|od|do|z)\s+)?(?P<c1>{_CENTURY})\s+{_WIEK}", _century),
    (rf"(?:{_PART}|(?:w|od|do|z)\s+)?(?P<c1>{_CENTURY})\s*(?:i|do|[-–—])\s*(?P<c2>{_CENTURY})\s+"
     rf"{_WIEK}", _century),
    (rf"(?P<holiday>{any_of(_HOLIDAYS)})(?:,?\s+(?P<y1>{_YEAR}){_R}?)?", _holiday),
    # counted from the date told last
    (r"(?:już\s+)?(?:tego|w tym)\s+(?:samego\s+|samym\s+)?(?:dnia|wieczoru|wieczora|dniu)"
     r"|tej\s+(?:samej\s+)?nocy|tego\s+(?:samego\s+)?(?:rana|ranka|popołudnia)",
     _fixed(Anchor.TOLD, "day", 0)),
    (rf"{_NEXT}\s+(?:dnia|dzień|nocy|ranka)|(?:w\s+)?dniu\s+{_NEXT}|nazajutrz(?:\s+rano)?"
     r"|(?:na\s+)?drugi(?:ego)?\s+d(?:zień|nia)|(?:jeden\s+)?dzień\s+(?:później|potem)"
     rf"|w\s+{_NEXT}\s+dniu|po\s+jednym\s+dniu",
     _fixed(Anchor.TOLD, "day", 1, 1)),
    (r"(?:w\s+)?poprzedni(?:ego|m)\s+d(?:nia|niu)|dzień\s+(?:wcześniej|przedtem)"
     r"|w\s+przeddzień|w\s+przededniu", _fixed(Anchor.TOLD, "day", -1, -1)),
    (rf"{_COUNT}\s+(?P<unit>{_UNIT})\s+(?:później|potem)", _later),
    (rf"po\s+(?:upływie\s+)?{_COUNT}\s+(?P<unit>{_UNIT})(?:\s+później)?", _later),
    (rf"w\s+{_COUNT}\s+(?P<unit>{_UNIT})\s+(?:później|potem)", _later),
    (r"(?:(?:w|po)\s+)?(?P<unit>tydzień|miesiąc|rok)\s+(?:później|potem)", _later),
    (r"po\s+(?P<unit>tygodniu|miesiącu|roku)", _later),
    (rf"(?:na\s+)?{_COUNT}\s+(?P<unit>{_UNIT})\s+(?:wcześniej|przedtem)", _earlier),
    (r"(?:na\s+)?(?P<unit>tydzień|miesiąc|rok)\s+(?:wcześniej|przedtem)", _earlier),
    (rf"w\s+{_NEXT}\s+(?P<unit>tygodniu|miesiącu|roku)|{_NEXT}\s+(?P<unit2>roku|miesiąca)",
     _following),
    (r"w\s+tym\s+samym\s+(?P<unit>tygodniu|miesiącu|roku)|tego\s+samego\s+(?P<unit2>roku|miesiąca)"
     r"|tegoż\s+(?P<unit3>roku|miesiąca)",
     lambda m: (Relative(Anchor.TOLD,
                         _UNITS[(m["unit"] or m["unit2"] or m["unit3"]).casefold()], 0),)),
    # counted from the day of the text
    (r"wczoraj(?:\s+(?:rano|wieczorem))?|wczorajsz(?:y|ego|ej|ym)\b",
     _fixed(Anchor.WRITTEN, "day", -1, -1)),
    (r"przedwczoraj", _fixed(Anchor.WRITTEN, "day", -2, -1)),
    (r"dzisiaj|dziś(?:\s+(?:rano|wieczorem|w\s+nocy))?|w\s+dniu\s+dzisiejszym|dzisiejszego\s+dnia",
     _fixed(Anchor.WRITTEN, "day", 0)),
    (r"jutro(?:\s+rano)?|w\s+dniu\s+jutrzejszym", _fixed(Anchor.WRITTEN, "day", 1, 1)),
    (r"pojutrze", _fixed(Anchor.WRITTEN, "day", 2, 1)),
    (rf"(?:przed\s+)?{_COUNT}\s+(?P<unit>{_UNIT})\s+temu", _ago),
    (r"(?P<unit>tydzień|miesiąc|rok)\s+temu|przed\s+(?P<unit2>rokiem|tygodniem|miesiącem)",
     lambda m: (Relative(Anchor.WRITTEN, {"t": "week", "m": "month", "r": "year"}[
         (m["unit"] or m["unit2"])[0].casefold()], -1, -1),)),
    (rf"(?:w\s+)?{_PAST}\s+(?P<unit>tygodniu|miesiącu|roku|miesiąca|tygodnia)",
     lambda m: (Relative(Anchor.WRITTEN, _UNITS[m["unit"].casefold()], -1, -1),)),
    (rf"(?:w\s+)?{_COMING}\s+(?P<unit>tygodniu|miesiącu|roku|miesiąca|tygodnia)",
     lambda m: (Relative(Anchor.WRITTEN, _UNITS[m["unit"].casefold()], 1, 1),)),
    (r"w\s+(?:tym|bieżącym|obecnym)\s+(?P<unit>tygodniu|miesiącu|roku)|(?:bieżącego|tego)\s+"
     r"(?P<unit2>roku|miesiąca)",
     lambda m: (Relative(Anchor.WRITTEN, _UNITS[(m["unit"] or m["unit2"]).casefold()], 0),)),
    (rf"(?:{_PART}|w\s+|we\s+)?(?P<m1>{any_of(_LONG)})\s+(?P<which>{_PAST}|{_COMING}|tego|"
     rf"bieżącego|br\.)(?:\s+samego)?(?:\s+roku|\s+r\.)?", _named_month),
    (rf"(?:w|we|od|do)\s+(?:(?P<which>{_PAST}|{_COMING}|{_NEXT}|tę|ten)\s+)?"
     rf"(?P<weekday>{_WEEKDAY})(?:\s+(?:rano|wieczorem|po\s+południu|nad\s+ranem))?", _weekday),
    (rf"(?P<which>{_PAST}|{_COMING}|{_NEXT})\s+(?P<weekday>{_WEEKDAY})", _weekday),
)  # fmt: skip


def _compile() -> Iterator[Rule]:
    for pattern, read in _PHRASES:
        yield Rule(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), read)


RULES = tuple(_compile())
"""All that is looked for; where several fit, the longest that starts first counts."""

FUTURE = re.compile(
    r"\b(?:będzie|będą|zostanie|zostaną|odbędzie|odbędą|rozpocznie|rozpoczną|planuje|planowan\w+|"
    r"zapowied\w+|spotka|spotkają|zacznie|ma się|mają się)\b",
    re.IGNORECASE,
)
"""What tells that a sentence speaks of what is to come."""
