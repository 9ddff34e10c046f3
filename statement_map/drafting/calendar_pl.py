"""How Polish names dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial
from itertools import product
from typing import Any

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
    fixed,
    group,
    plain,
    read_century,
    read_day_from,
    read_decade,
    read_roman,
    read_said,
)
from statement_map.drafting.vocabulary import words_of

_MONTH_FORMS = (
    "styczeń stycznia styczniu styczniem stycz sty",
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
_SHORT = (
    "stycz sty lut mar kwiec kwi czerw cze lip sierp sie wrzes wrz paźdz paź listop lis grudz gru"
)
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
    ("cztery czterech czterema", 4),
    ("pięć pięciu pięcioma", 5),
    ("sześć sześciu sześcioma", 6),
    ("siedem siedmiu siedmioma", 7),
    ("osiem ośmiu ośmioma", 8),
    ("dziewięć dziewięciu dziewięcioma", 9),
    ("dziesięć dziesięciu dziesięcioma", 10),
    ("jedenaście jedenastu", 11),
    ("dwanaście dwunastu", 12),
    ("trzynaście trzynastu", 13),
    ("czternaście czternastu", 14),
    ("piętnaście piętnastu", 15),
    ("szesnaście szesnastu", 16),
    ("siedemnaście siedemnastu", 17),
    ("osiemnaście osiemnastu", 18),
    ("dziewiętnaście dziewiętnastu", 19),
    ("dwadzieścia dwudziestu", 20),
    ("trzydzieści trzydziestu", 30),
    ("czterdzieści czterdziestu", 40),
    ("pięćdziesiąt pięćdziesięciu", 50),
    ("sto stu", 100),
    ("kilka kilku parę paru kilkanaście kilkunastu", None),
)
_UNITS = {
    **dict.fromkeys(words_of("dzień dnia dni dniach dniu dniami dobę doby doba dobie dób"), "day"),
    **dict.fromkeys(
        words_of("tydzień tygodnia tygodnie tygodni tygodniach tygodniu tygodniami tygodniem"),
        "week",
    ),
    **dict.fromkeys(
        words_of("miesiąc miesiąca miesiące miesięcy miesiącach miesiącu miesiącami miesiącem"),
        "month",
    ),
    **dict.fromkeys(["wieku", "stulecia", "stuleciu"], "century"),
    **dict.fromkeys(["dekady", "dekadzie", "dziesięciolecia", "dziesięcioleciu"], "decade"),
    **dict.fromkeys(["rok", "roku", "rokiem", "lata", "lat", "latach", "laty", "r."], "year"),
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
_HOLIDAY_FORMS = {
    "nowy rok": Point(month=1, day=1),
    "święto trzech króli": Point(month=1, day=6),
    "trzech króli": Point(month=1, day=6),
    "matki boskiej gromnicznej": Point(month=2, day=2),
    "walentynki": Point(month=2, day=14),
    "dzień kobiet": Point(month=3, day=8),
    "prima aprilis": Point(month=4, day=1),
    "święto pracy": Point(month=5, day=1),
    "święto konstytucji 3 maja": Point(month=5, day=3),
    "święto konstytucji trzeciego maja": Point(month=5, day=3),
    "dzień matki": Point(month=5, day=26),
    "dzień dziecka": Point(month=6, day=1),
    "świętego jana": Point(month=6, day=24),
    "wniebowzięcia": Point(month=8, day=15),
    "matki boskiej zielnej": Point(month=8, day=15),
    "święto matki boskiej zielnej": Point(month=8, day=15),
    "święto wojska polskiego": Point(month=8, day=15),
    "wszystkich świętych": Point(month=11, day=1),
    "dniu wszystkich świętych": Point(month=11, day=1),
    "dzień wszystkich świętych": Point(month=11, day=1),
    "dzień zaduszny": Point(month=11, day=2),
    "zaduszki": Point(month=11, day=2),
    "święto niepodległości": Point(month=11, day=11),
    "narodowe święto niepodległości": Point(month=11, day=11),
    "andrzejki": Point(month=11, day=29),
    "barbórkę": Point(month=12, day=4),
    "mikołajki": Point(month=12, day=6),
    "wigilię bożego narodzenia": Point(month=12, day=24),
    "wigilię": Point(month=12, day=24),
    "wigilii": Point(month=12, day=24),
    "wigilią": Point(month=12, day=24),
    "noc wigilijną": Point(month=12, day=24),
    "boże narodzenie": Point(month=12, day=25),
    "bożego narodzenia": Point(month=12, day=25),
    "bożym narodzeniem": Point(month=12, day=25),
    "święta bożego narodzenia": Point(month=12, day=25),
    "świąt bożego narodzenia": Point(month=12, day=25),
    "świętami bożego narodzenia": Point(month=12, day=25),
    "świętach bożego narodzenia": Point(month=12, day=25),
    "bożym narodzeniu": Point(month=12, day=25),
    "pierwszy dzień świąt bożego narodzenia": Point(month=12, day=25),
    "pierwszy dzień świąt": Point(month=12, day=25),
    "drugi dzień świąt bożego narodzenia": Point(month=12, day=26),
    "drugi dzień świąt": Point(month=12, day=26),
    "pierwszego dnia świąt": Point(month=12, day=25),
    "drugiego dnia świąt": Point(month=12, day=26),
    "sylwestra": Point(month=12, day=31),
    "sylwestrem": Point(month=12, day=31),
    "noc sylwestrową": Point(month=12, day=31),
    "tłusty czwartek": Point(easter=-52),
    "środę popielcową": Point(easter=-46),
    "popielec": Point(easter=-46),
    "niedzielę palmową": Point(easter=-7),
    "wielki czwartek": Point(easter=-3),
    "wielki piątek": Point(easter=-2),
    "wielką sobotę": Point(easter=-1),
    "niedzielę wielkanocną": Point(easter=0),
    "wielką niedzielę": Point(easter=0),
    "wielkanoc": Point(easter=0),
    "wielkanocy": Point(easter=0),
    "wielkanocą": Point(easter=0),
    "poniedziałek wielkanocny": Point(easter=1),
    "lany poniedziałek": Point(easter=1),
    "święta wielkanocne": Point(easter=0),
    "świąt wielkanocnych": Point(easter=0),
    "świętami wielkanocnymi": Point(easter=0),
    "wniebowstąpienie": Point(easter=39),
    "zielone świątki": Point(easter=49),
    "zielonych świątek": Point(easter=49),
    "zielonymi świątkami": Point(easter=49),
    "boże ciało": Point(easter=60),
    "bożego ciała": Point(easter=60),
    "bożym ciałem": Point(easter=60),
    "bożym ciele": Point(easter=60),
}
_BOUNDS = {
    **dict.fromkeys(
        [
            *(
                "od",
                "począwszy od",
                "poczynając od",
                "od dnia",
                "po",
                "po dniu",
                "nie wcześniej niż",
            ),
            *("najwcześniej", "już od", "ze skutkiem od", "nie prędzej niż"),
        ],
        Bound.FROM,
    ),
    **dict.fromkeys(
        [
            *("do", "aż do", "do dnia", "najpóźniej do", "przed", "przed dniem", "najpóźniej"),
            *("nie później niż", "nie później jednak niż", "jednak nie później niż", "aż po"),
            *("co najmniej do", "przynajmniej do"),
        ],
        Bound.UNTIL,
    ),
}
_PARTS = {
    **dict.fromkeys(
        [
            *("u progu", "u zarania", "w pierwszych miesiącach"),
            *("na początku", "z początkiem", "w początkach", "w początku", "na początek"),
            *("w pierwszych dniach", "początku", "początek", "na samym początku", "początkiem"),
            *("w pierwszych tygodniach", "w pierwszych latach"),
        ],
        Part.EARLY,
    ),
    **dict.fromkeys(
        ["w połowie", "połowa", "połowy", "połową", "około połowy", "na połowę"], Part.MIDDLE
    ),
    **dict.fromkeys(
        [
            *("pod koniec", "w końcu", "z końcem", "u schyłku", "w ostatnich dniach", "koniec"),
            *("w końcówce", "na koniec", "na przełomie", "schyłek", "w ostatnich latach", "końca"),
            *("w ostatnich miesiącach", "w końcowych miesiącach"),
            *("końcem", "schyłku", "w końcowych dniach", "w ostatnich tygodniach", "ku końcowi"),
        ],
        Part.LATE,
    ),
    "wczesną": Part.EARLY,
    "wczesnym": Part.EARLY,
    "późną": Part.LATE,
    "późnym": Part.LATE,
}
_SHARES = {
    ("połow", 1): Part.FIRST_HALF,
    ("połow", 2): Part.SECOND_HALF,
    ("półroc", 1): Part.FIRST_HALF,
    ("półroc", 2): Part.SECOND_HALF,
    ("kwarta", 1): Part.QUARTER_1,
    ("kwarta", 2): Part.QUARTER_2,
    ("kwarta", 3): Part.QUARTER_3,
    ("kwarta", 4): Part.QUARTER_4,
    ("kwarta", -1): Part.QUARTER_4,
    ("ty", 1): Part.WEEK_1,
    ("ty", 2): Part.WEEK_2,
    ("ty", 3): Part.WEEK_3,
    ("ty", 4): Part.WEEK_4,
    ("ty", -1): Part.LAST_WEEK,
    ("dekad", 1): Part.TENTH_1,
    ("dekad", 2): Part.TENTH_2,
    ("dekad", 3): Part.TENTH_3,
    ("dekad", -1): Part.LAST_TENTH,
}
"""By the stem of the noun and its number, -1 the last."""

_NTHS = {"pierwsz": 1, "drug": 2, "trzec": 3, "czwart": 4, "ostatni": -1, "przedostatni": -2}
_NTH_DIGITS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def _read_part(text: str) -> Part | None:
    """Read "na początku", "w II połowie", "na trzeci kwartał"."""
    if text in _PARTS:
        return _PARTS[text]
    if len(words := text.split()) < 2:
        return None
    number, noun = words[-2:]
    nth = _NTH_DIGITS.get(number.rstrip(".")) or _read_nth(number)
    return next(
        (
            part
            for (stem, of), part in _SHARES.items()
            if stem.startswith(noun.rstrip(".")[: len(stem)]) and of == nth
        ),
        None,
    )


def _read_nth(word: str) -> int | None:
    return next((nth for stem, nth in _NTHS.items() if word.casefold().startswith(stem)), None)


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


_WEEKDAYS = {form: number for number, forms in enumerate(_WEEKDAY_FORMS) for form in forms.split()}
_MONTHS = {
    form: number for number, forms in enumerate(_MONTH_FORMS, start=1) for form in forms.split()
}
WORDS = Words(
    months=_MONTHS,
    ordinals=_ordinals(),
    bounds=_BOUNDS,
    read_part=_read_part,
    seasons=_SEASONS,
    weekdays={form[:3]: number for form, number in _WEEKDAYS.items()},
)
_COUNTS = {form: number for forms, number in _NUMBERS for form in forms.split()}

_LONG = [form for form in _MONTHS if form not in _SHORT.split()]
_MONTH = rf"(?:{any_of(_LONG)}|{any_of(_SHORT.split())}\.)"
_BARE = [form for forms in _MONTH_FORMS for form in forms.split()[1:4] if form != "lutym"]
_ROMAN_MONTH = r"(?-i:XII|XI|IX|IV|VIII|VII|VI|V|X|III|II|I)"
_DAY = (
    r"(?:(?:0?[1-9]|[12]\d|3[01])(?:-?(?:go|ego|szego|tego|giego|ciego|mego))?|"
    rf"{any_of(list(WORDS.ordinals))})(?!\d|:\d)"
)
_YEAR = r"(?<!\d)\d{3,4}(?!\d)(?![.,]\d)"
_R = r"(?:\s*(?:roku|roku\b|rok|r\.|r\b))"
_SURE_YEAR = r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)(?![.,]\d)"
_DAYS = r"\d\d?(?:,\s*\d\d?){0,8}"
_AND = r"\s*(?P<joint>[-–—]|do|i|oraz|a|na|lub|/)\s*"
_DASH = r"\s*(?:[-–—]|do)\s*"
_WEEKDAY = any_of(_WEEKDAYS)
_SOME_WEEKDAY = rf"(?:{_WEEKDAY}|(?:pon|wt|śr|czw|pt|sob|niedz|nd)\.)"
_TIME = any_of(
    [
        *("w dniu", "w dniach", "dnia", "dni", "w nocy", "w nocy z", "nocą z", "nad ranem"),
        *("rano", "wieczorem", "wczesnym rankiem", "po południu", "o świcie", "w południe"),
        *(
            *("o północy", "po północy", "przed świtem", "przed północą", "przed południem"),
            "w nocy z dnia",
            "z dnia",
            "na dzień",
            "z",
            "w",
            "we",
            "na",
            "z dniem",
            "w dn.",
        ),
        *("dn.", "rankiem", "w terminie", "w okresie", "z datą", "nocą"),
    ]
)
_NO_HOUR = r"(?!(?:po|przed)\s+(?:północ|świt|połudn))"
_BEFORE = (
    rf"(?:{_NO_HOUR}(?P<bound>{any_of(_BOUNDS)})\s+)?"
    r"(?:(?P<approx>około|ok\.|mniej więcej)\s+)?"
)
_HOUR = r"(?:(?:godz\.|godziny)\s+\d\d?(?:[.:]\d\d)?|północy|południa|wieczora|rana),?\s+"
_LEAD = (
    rf"{_BEFORE}(?:(?<=do\s){_HOUR}(?:w\s+)?)?(?:{_TIME}\s+)?"
    rf"(?:(?:w\s+|we\s+)?(?P<on>{_SOME_WEEKDAY}),?\s+)?(?:dnia\s+)?"
)
_THE_DAY = rf"(?:(?:dnia\s+)?{_SOME_WEEKDAY},?\s+)?(?:dnia\s+)?"
_PART_BOUND = r"(?:(?P<bound>od|do|aż\s+do|przed|po|co\s+najmniej\s+do|przynajmniej\s+do)\s+)?"
_SHARE = (
    r"(?:(?:w|we|na)\s+)?(?:(?:(?:do|na|w|z|pod)\s+)?ko(?:ńca|niec|ńcu|ńcem)\s+)?"
    rf"(?:(?:{'|'.join(_NTHS)})\w{{0,4}}|[1-4]\.?|i{{1,3}}|iv)\s+"
    r"(?:poł\.|kw\.|(?:połow|półroc|kwarta|ty[gd]|dekad)\w*)"
)
_PART_WORDS = rf"(?:{any_of(_PARTS)}|{_SHARE})"
_PART = rf"{_PART_BOUND}(?P<part>{_PART_WORDS})\s+"
_LED = rf"{_PART_BOUND}(?:(?P<part>{_PART_WORDS})\s+)?"
_CENTURY = r"(?-i:[XVI]{1,6})"
_WIEK = r"(?:wieku|wiek|wiekiem|w\.|stulecia|stuleciu|stulecie)"
_DAY_BOUND = r"(?:(?P<bound>od|do|przed|po|aż\s+do|począwszy\s+od|najpóźniej\s+do)\s+)?"
_UNIT = any_of(_UNITS)
_COUNT = rf"(?P<count>\d{{1,3}}|{any_of(_COUNTS)})"


def _d(number: int) -> str:
    return group(f"d{number}", _DAY)


def _m(number: int) -> str:
    return group(f"m{number}", f"{_MONTH}|{_ROMAN_MONTH}")


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
        turn = Point((first[0].end.last_year or 0) - 9, last_year=(last[0].start.year or 0) + 9)
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
    if not century and not last and word in {"10", "20"}:
        return ()
    is_of_century = not century and not last
    found = read_decade(start + ten, WORDS, match)
    return [replace(it, is_of_century=is_of_century) for it in found]


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


def _before_date(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "dwa dni przed" a date; before anything else its day is only known to be a few off."""
    found = _count(match, -1)
    return (found,) if found.unit in {"day", "week"} and found.count else ()


def _after_date(match: re.Match[str]) -> Sequence[Meaning]:
    found = _count(match, 1)
    return (found,) if found.unit in {"day", "week"} and found.count else ()


def _ago(match: re.Match[str]) -> Sequence[Meaning]:
    found = _count(match, -1)
    if found.unit == "week" and found.count is not None:  # which is no calendar week
        found = replace(found, unit="day", count=7 * found.count)
    return (replace(found, anchor=Anchor.WRITTEN),)


def _ahead(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "za trzy dni"."""
    return tuple(
        replace(found, count=-(found.count or 0), sign=1)
        for found in _ago(match)
        if isinstance(found, Relative) and found.count
    )


def _one_ago(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "rok temu", "przed tygodniem"."""
    unit = _UNITS[(match["unit"] or match["unit2"]).casefold()]
    if unit == "week":
        return (Relative(Anchor.WRITTEN, "day", -7, -1),)
    return (Relative(Anchor.WRITTEN, unit, -1, -1),)


def _sign(which: str) -> int:
    """Return -1 for "ubiegły" and the like, 1 for "przyszły" and the like, 0 for "ten"."""
    if which[:3] in {"ubi", "zes", "min", "ost", "ub.", "ubr"}:
        return -1
    return 1 if which[:3] in {"prz", "nad", "naj"} else 0


def _weekday(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "w środę", "w ubiegły piątek", "od piątku do niedzieli"."""
    said = match.groupdict()
    which, last = (said.get("which") or "").casefold(), said.get("last")
    is_next, is_before = which[:3] in {"nas", "kol"}, which[:3] == "pop"
    anchor = Anchor.TOLD if is_next or is_before else Anchor.WRITTEN
    sign = 1 if is_next else -1 if is_before else _sign(which)
    bound = None if last else _BOUNDS.get(plain(said.get("bound")))
    if not which and bound is Bound.UNTIL and plain(said["bound"]) != "przed":
        sign = 1
    if which[:3] == "prz":  # that of the next week, unlike "najbliższy"
        return (
            Relative(
                anchor,
                "week",
                1,
                1,
                _WEEKDAYS[match["weekday"].casefold()],
                bound=bound,
            ),
        )
    weekday = _WEEKDAYS[match["weekday"].casefold()]
    last_weekday = _WEEKDAYS[last.casefold()] if last else None
    return (Relative(anchor, "day", 0, sign, weekday, last_weekday=last_weekday, bound=bound),)


def _two_weekdays(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "we wtorek i środę": one after the other is a range, else they are two."""
    first, last = (_WEEKDAYS[match[name].casefold()] for name in ("weekday", "last"))
    if (last - first) % 7 == 1:
        return _weekday(match)
    return tuple(Relative(Anchor.WRITTEN, "day", 0, 0, day) for day in (first, last))


def _day_adjective(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "w piątkowy wieczór"."""
    start = match["weekday"].casefold()[:3]
    weekday = next(number for form, number in _WEEKDAYS.items() if form[:3] == start)
    return (Relative(Anchor.WRITTEN, "day", 0, 0, weekday),)


def _weekend(match: re.Match[str]) -> Sequence[Meaning]:
    which = (match["which"] or "").casefold()
    is_next = which[:3] in {"nas", "kol"}
    unit = "week" if which in {"ten", "tego", "tym"} else "day"
    anchor = Anchor.TOLD if is_next else Anchor.WRITTEN
    return (Relative(anchor, unit, 0, 1 if is_next else _sign(which), 5, last_weekday=6),)


def _which(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "ubiegłego tygodnia", "pod koniec br.", "do końca następnego miesiąca"."""
    said = match.groupdict()
    which = (said.get("which") or "").casefold()
    unit = (
        "month"
        if "m" in (said.get("short") or "")
        else _UNITS.get((said.get("unit") or "r.").casefold(), "year")
    )
    if unit == "century" and _sign(which) < 0:
        return read_century(20, WORDS, match)  # as nearly all who write today mean it
    if which[:3] in {"nas", "kol"}:
        found = Relative(Anchor.TOLD, "calendar week" if unit == "week" else unit, 1, 1)
    elif which[:3] == "pop":
        found = Relative(Anchor.TOLD, "calendar week" if unit == "week" else unit, -1, -1)
    elif "sam" in which or which == "tegoż" or (which and unit in {"decade", "century"}):
        found = Relative(Anchor.TOLD, unit, 0)
    elif not which and not said.get("short"):
        found = Relative(Anchor.NEAR, unit, 0)
    else:
        sign = _sign(which or (said.get("short") or "").casefold())
        found = Relative(Anchor.WRITTEN, unit, sign, sign)
    bound = _BOUNDS.get((said.get("bound") or "").casefold())
    part = _read_part(plain(said.get("part")))
    day, season = said.get("d1"), said.get("season")
    digits = re.match(r"\d+", day) if day else None
    return (
        replace(
            found,
            bound=bound,
            part=part,
            day=int(digits.group()) if digits else WORDS.ordinals.get(plain(day)),
            season=_SEASONS[season.casefold()] if season else None,
        ),
    )


def _season(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "tej jesieni", "ubiegłego lata", "następnej wiosny"."""
    which, season = match["which"].casefold(), _SEASONS[match["season"].casefold()]
    part = _read_part(plain(match.groupdict().get("part")))
    if which[:3] in {"nas", "kol"}:
        return (Relative(Anchor.TOLD, "year", None, 1, season=season, part=part),)
    if "sam" in which:
        return (Relative(Anchor.TOLD, "year", 0, season=season, part=part),)
    sign = _sign(which)
    return (Relative(Anchor.WRITTEN, "year", None if sign else 0, sign, season=season, part=part),)


def _nth(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "w pierwszą niedzielę maja"."""
    point = Point(
        int(match["y1"]) if match["y1"] else None,
        _MONTHS[match["m1"].casefold()],
        nth=(_WEEKDAYS.get(match["weekday"].casefold()), _read_nth(match["nth"]) or -1),
    )
    return (Said(point, point, _BOUNDS.get(plain(match.groupdict().get("bound")))),)


def _years(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "w latach 1956, 1968 i 1970"."""
    points = (Point(int(year)) for year in re.findall(r"\d{4}", match.group()))
    return tuple(Said(point, point) for point in points)


def _decades(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "na przełomie lat 80. i 90.": the two years where they meet."""
    ten = match["decade"].casefold()
    number = int(ten) if ten.isdecimal() else _DECADES[ten]
    year = number if number >= 1000 else 1900 + number
    turn = Point(year - 1, last_year=year)
    return (Said(turn, turn, is_approximate=True),)


def _holiday(match: re.Match[str]) -> Sequence[Meaning]:
    words = re.sub(r"\s+", " ", match["holiday"])
    if words == "wigilię" and not match["y1"]:
        return ()  # the eve of anything, unlike Wigilię
    point = _HOLIDAY_FORMS[words.casefold()]
    if match["y1"]:
        point = point.with_year(int(match["y1"]))
    return (Said(point, point, _BOUNDS.get((match["bound"] or "").casefold())),)


def _named_month(match: re.Match[str]) -> Sequence[Meaning]:
    """Read "w styczniu ubiegłego roku"."""
    month = _MONTHS[match["m1"].casefold().rstrip(".")]
    which = match["which"].casefold()
    count = _sign(which)
    is_same = re.search(r"\bsamego\b", match.group(), re.IGNORECASE)
    anchor = Anchor.TOLD if is_same else Anchor.NEAR if which == "tego" else Anchor.WRITTEN
    said = match.groupdict()
    bound, part = _BOUNDS.get(plain(said.get("bound"))), _read_part(plain(said.get("part")))
    return (Relative(anchor, "year", count, month=month, part=part, bound=bound),)


_day_from = partial(read_day_from, _BOUNDS)


_PAST = r"(?:(?:ubiegł|zeszł|minion|ostatni)(?:y|ego|ym|ą|ej|a)?|ub\.)"
_COMING = r"(?:przyszł|nadchodząc|najbliższ)(?:y|ego|ym|ą|ej|a)?"
_NEXT = r"(?:następn|kolejn)(?:y|ego|ym|ą|ej|a)?"
_THIS = r"(?:bieżąc|obecn)(?:y|ego|ym|ą|ej|a)?"
_PREVIOUS = r"poprzedni(?:ego|m|ą|ej|a)?"
_SAME = r"tego\s+samego|tym\s+samym|tej\s+samej|tegoż"
_FEAST = (
    r"boże\s+narodzenie|wielkanoc|wigilię|zielone\s+świątki|boże\s+ciało|wszystkich\s+świętych|"
    r"nowy\s+rok|sylwestra|(?:pierwszego|drugiego)\s+dnia\s+świąt"
)
_SHORT_YEAR = r"(?P<short>b\.\s?r\.|br\.?|ub\.?\s?r\.|ub\.\s+roku)"
_SHORT_MONTH = r"(?P<short>b\.\s?m\.|bm\.?|ub\.?\s?m\.)"
_ANY = rf"{_PAST}|{_COMING}|{_NEXT}|{_THIS}|{_PREVIOUS}|{_SAME}"
_NO_AMOUNT = (
    r"(?!(?<=00)(?<!1900)(?<!2000)\s+\w)"
    r"(?!\s+(?:osób|ludzi|zł|tys|mln|km|metr|ton|proc|do\s+\d|(?-i:\w*[a-ząćęłńóśźż](?:ów|ek|ań|eń|zyn|stw|uk|erzy)))\b)"
)
_ADJECTIVES = r"(?:poniedziałkow|wtorkow|środow|czwartkow|piątkow|sobotni|niedzieln)"
_OF_DAY = (
    r"(?:\s+(?:z\s+)?(?:rano|ranem|wieczorem|po\s+południu|przed\s+południem|w\s+południe|"
    r"nad\s+ranem|o\s+świcie|w\s+nocy|późnym\s+wieczorem|wczesnym\s+rankiem))?"
)

_PHRASES: tuple[tuple[str, Read], ...] = (
    # what only looks like a date
    (r"(?:§{1,3}|art\.|artykuł\w*|ust\.|pkt|poz\.|nr|numer\w*|rozdz\w*\.?|str\.|s\.)\s*\d[\d.,/–-]{0,30}",
     NOTHING),
    (r"tel\.?\s*[\d.,\s/–-]{0,30}\d", NOTHING),
    (r"\d[\d\s.,]{0,20}\d\s*(?:zł\w*|euro|EUR|USD|PLN|dol\w*|proc\.?|%|km|m|kg|ton\w*|tys\.?|mln|mld|"
     r"osób|ludzi|żołnierzy|mieszkańców)\b", NOTHING),
    (r"(?:godz\.|godzin\w+|o)\s+\d{1,2}[.:]\d\d", NOTHING),
    (rf"(?:uli[cd]\w+|plac\w*|alej?\w*|osiedl\w*|rond\w*|skwer\w*|(?:ul|pl|al|os|im)\.)\s+"
     rf"\d\d?\s+{any_of(_LONG)}(?!\s+\d{{4}})", NOTHING),
    (rf"(?!{_WEEKDAY}|dni|nocy|oraz|przed|lub)\w{{3,}}\s+\d\d?\s+"
     rf"(?-i:{'|'.join(it.capitalize() for it in _LONG)})"
     r"(?!,?\s+\d{4})", NOTHING),
    (r"\+\d[\d\s-]{6,20}\d|\b\d{2,3}[ -]\d{3}[ -]\d{2,3}(?:[ -]\d{2,3})?\b", NOTHING),
    (r"dni(?:a|em)?\s+\w+\s+(?:a|i)\s+nocy", NOTHING),
    (r"przez\s+(?:cał\w+\s+)?(?:następn|kolejn|najbliższ|ostatni|minion)\w*\s+(?:tydzień|miesiąc|rok|dzień)",
     NOTHING),
    (rf"(?:każd\w+|czarn\w+|krwaw\w+|co\s+roku,?\s+w)\s+(?:{_WEEKDAY}|{any_of(_LONG)})", NOTHING),
    (r"od\s+poniedziałku\s+do\s+(?:piątku|soboty|niedzieli)\s+w\s+godz", NOTHING),
    (r"(?:godz\.|godzin\w+)\s+\d{1,2}(?:[.:]\d\d)?(?:\s*(?:a|do|[-–])\s*\d{1,2}(?:[.:]\d\d)?)?",
     NOTHING),
    # digits
    (rf"{_LEAD}(?P<y1>\d{{4}})(?P<mark>[.-])(?P<m1>\d\d)(?P=mark)(?P<d1>\d\d)(?!\d|\.\d)", _said),
    (rf"{_LEAD}{_d(1)}(?P<mark>[./-])(?P<m1>0?[1-9]|1[0-2])(?P=mark)(?P<y1>\d{{4}}){_R}?"
     r"(?![\d.,/-]?\d)", _said),
    (rf"{_LEAD}{_d(1)}\.(?P<m1>0?[1-9]|1[0-2])\.?{_DASH}{_d(2)}\.(?P<m2>0?[1-9]|1[0-2])\."
     rf"(?P<y2>\d{{4}}){_R}?", _said),
    (rf"{_LEAD}{_d(1)}\.(?P<m1>0?[1-9]|1[0-2])\.(?P<y1>\d{{4}}){_R}?{_DASH}{_d(2)}\."
     rf"(?P<m2>0?[1-9]|1[0-2])\.(?P<y2>\d{{4}}){_R}?", _said),
    (rf"{_LEAD}{_d(1)}{_DASH}{_d(2)}\.(?P<m2>0?[1-9]|1[0-2])\.(?P<y2>\d{{4}}){_R}?", _said),
    (rf"{_LEAD}{_d(1)}\.(?P<m1>0[1-9]|1[0-2])\.?(?:\s*(?={_SHORT_YEAR}))", _said),
    (rf"(?:w\s+dniu|w\s+dniach|dnia|od\s+dnia|do\s+dnia|w\s+dn\.|dn\.)\s+{_d(1)}\.(?P<m1>0[1-9]|1[0-2])\.?"
     r"(?!\d|\.?\d)", _said),
    (rf"{_LEAD}(?P<d1>\d\d?)[./ ](?P<m1>{_ROMAN_MONTH})[./ ](?P<y1>\d{{4}}){_R}?", _said),
    # days
    (rf"{_LEAD}{_d(1)}\s+(?P<m1>{any_of(_SHORT.split())})\s+(?P<y1>{_YEAR}){_R}?", _said),
    (rf"(?:w\s+)?(?P<nth>pierwsz\w|drug\w|trzeci\w?|czwart\w|ostatni\w)\s+(?P<weekday>{_WEEKDAY})\s+"
     rf"(?P<m1>{any_of(_LONG)}){_y(1)}?", _nth),
    (rf"(?:(?P<bound>od|do|przed|po)\s+|w\s+)?(?P<nth>pierwsz|ostatni|przedostatni)\w*\s+(?P<weekday>dzień|dnia|dniu)\s+"
     rf"(?P<m1>{any_of(_LONG)}){_y(1)}?", _nth),
    (rf"{_LEAD}{_d(1)}\s+{_SHORT_MONTH}", _which),
    (rf"{_LEAD}{_d(1)}\s+dnia\s+(?P<unit>miesiąca)", _which),
    (rf"{_LEAD}{_d(1)}\s+(?P<which>{_ANY}|tego)\s+(?P<unit>miesiąca)", _which),
    (rf"{_LEAD}{_d(1)}\.?\s+{_m(1)}{_y(1)}?", _said),
    (rf"{_LEAD}(?P<days>{_DAYS})\s*(?:,|i|oraz)\s*{_d(1)}\s+{_m(1)}{_y(1)}?", _said),
    (rf"{_LEAD}(?:(?:od|między|pomiędzy)\s+{_THE_DAY})?{_d(1)}{_AND}{_THE_DAY}{_d(2)}\s+{_m(2)}{_y(2)}?",
     _said),
    (rf"{_LEAD}(?:(?:od|między|pomiędzy)\s+{_THE_DAY})?{_d(1)}\s+{_m(1)}{_y(1)}?{_AND}{_THE_DAY}{_d(2)}\s+{_m(2)}"
     rf"{_y(2)}?", _said),
    (rf"od\s+{_m(1)}{_y(1)}?\s+do\s+{_m(2)}{_y(2)}?", _said),
    # months
    (rf"{_BEFORE}(?:(?:w|we|z|na)\s+)?(?:miesiącu\s+)?(?P<m1>{_MONTH}){_y(1)}", _said),
    (rf"{_BEFORE}(?:w|we|na)\s+(?:miesiącu\s+)?(?P<m1>{_MONTH})", _said),
    (r"(?P<bound>od|do)\s+(?P<season>wiosny|lata|jesieni|zimy)", _said),
    (rf"(?P<bound>od|do|po|przed)\s+(?P<m1>{_MONTH})", _said),
    (rf"{_BEFORE}(?:(?:w|we)\s+)?(?P<m1>{_MONTH}){_AND}(?P<m2>{_MONTH}){_y(2)}", _said),
    (rf"(?:w|we)\s+(?P<m1>{_MONTH}){_AND}(?P<m2>{_MONTH})", _said),
    (rf"(?P<m1>{any_of(_BARE)})(?:\s+(?P<joint>i|oraz)\s+(?P<m2>{any_of(_BARE)}))?"
     rf"(?:{_y(2)})?", _said),
    (rf"na\s+przełomie\s+(?P<m1>{_MONTH})\s+i\s+(?P<m2>{_MONTH}){_y(2)}?", _turn),
    (rf"na\s+przełomie\s+(?:lat\s+)?(?P<y1>{_YEAR})\s*(?:i|/)\s*(?P<y2>\d{{2}}|{_YEAR}){_R}?",
     _turn),
    (rf"(?:w\s+)?(?:sezon\w*|rok\w*\s+(?:szkoln|akademick|gospodarcz|obrotow|budżetow)\w+)\s+"
     rf"(?P<y1>{_SURE_YEAR})(?:[/–-](?P<y2>\d{{2,4}}))?(?!\d)", _said),
    (rf"{_PART}(?:miesiąca\s+)?(?P<m1>{_MONTH}){_y(1)}?", _said),
    # years
    (rf"{_PART}(?P<y1>{_YEAR}){_R}?", _said),
    (rf"{_PART}(?:roku|r\.)\s+(?P<y1>{_YEAR})", _said),
    (rf"w\s+(?:latach\s+)?{_SURE_YEAR}(?:{_R})?(?:,\s*{_SURE_YEAR})*\s+(?:i|oraz|lub)\s+(?:w\s+)?"
     rf"{_SURE_YEAR}{_R}?",
     _years),
    (rf"{_BEFORE}(?:w\s+)?(?:roku\s+pańskiego|roku|rok|rokiem|r\.)\s+(?P<y1>{_YEAR})(?:{_DASH}(?P<y2>\d{{2,4}}))?",
     _said),
    (rf"{_BEFORE}(?:(?:w|z)\s+)?(?P<y1>{_YEAR})\s*(?:roku|rok|rokiem|r\.|r\b)", _said),
    (rf"(?:(?P<bound>{any_of(_BOUNDS)})|w|z)\s+(?P<y1>{_SURE_YEAR})(?=[\s.,;:)–-]|$)"
     rf"{_NO_AMOUNT}", _said),
    (rf"{_BEFORE}(?P<y1>{_SURE_YEAR})(?=\s*(?:[–—:]|-\s)\s*\D)", _said),
    (rf"(?:w\s+(?:okresie\s+)?)?(?:latach|lata|lat)\s+(?P<y1>{_YEAR}){_AND}(?P<y2>\d{{2,4}})(?!\d)"
     rf"{_R}?", _said),
    (rf"(?<![\d.,/])(?P<y1>{_SURE_YEAR})\s*[–—-]\s*(?P<y2>(?:1[0-9]|20)\d\d)(?![\d.,/])", _said),
    (rf"(?:od|między|pomiędzy)\s+(?P<y1>{_SURE_YEAR})(?:{_R})?\s+(?:do|a)\s+(?P<y2>{_SURE_YEAR})"
     rf"(?:{_R}|{_NO_AMOUNT})", _said),
    (rf"(?<=\()(?:ok\.\s*)?(?P<y1>{_SURE_YEAR})(?:{_R})?(?=[);,])", _said),
    (r"(?:w\s+)?(?:około\s+)?\d{1,4}\s*(?:r\.|roku|rok)?\s*(?:p\.\s?n\.\s?e\.|przed\s+naszą\s+erą|"
     r"przed\s+Chrystusem)", LEFT_OPEN),
    (r"(?:w\s+)?(?-i:[XVI]+)\s+tysiącleci\w+\s+(?:p\.\s?n\.\s?e\.|przed\s+naszą\s+erą)", LEFT_OPEN),
    # seasons, decades, centuries
    (rf"{_LED}(?:(?:na|w)\s+)?(?P<season>{any_of(_SEASONS)}){_y(1)}"
     r"(?:/(?P<y2>\d{2,4}))?", _said),
    (rf"{_LED}(?P<season>{any_of(_SEASONS)})\s+(?:z|na\s+przełomie)\s+(?P<y1>{_YEAR}){_R}?\s+(?:na|i)\s+"
     rf"(?P<y2>{_YEAR}){_R}?", _said),
    (rf"(?:w\s+|na\s+)?(?P<which>{_ANY}|tej|tego|tę)\s+(?P<season>wiosny|wiosnę|lata|lato|jesieni|jesień|zimy|zimę)",
     _season),
    (rf"{_LED}(?:(?:na|w)\s+)?(?P<season>{any_of(_SEASONS)})\s+(?:{_SHORT_YEAR}|(?P<which>{_ANY}|tego)\s+"
     r"(?P<unit>roku))",
     _which),
    (rf"(?:(?P<part>wczesną|wczesnym|późną|późnym)\s+)?(?P<season>wiosną|latem|jesienią|zimą)"
     rf"{_y(1)}?", _said),
    (rf"{_PART}(?P<which>{_ANY}|tej|tego)\s+(?P<season>wiosny|lata|jesieni|zimy)", _season),
    (rf"na\s+przełomie\s+lat\s+(?:\d0|{any_of(_DECADES)})\.?(?:-?t?ych)?\s*(?:i|/)\s*"
     rf"(?P<decade>\d0|{any_of(_DECADES)})\.?(?:-?t?ych)?", _decades),
    (rf"{_LED}(?:w\s+)?(?:latach|lat|lata|latami)\s+(?P<decade>\d0|\d{{3}}0|{any_of(_DECADES)})\.?"
     rf"(?:(?:-)?t?ych)?(?:\s+(?P<c1>{_CENTURY})\s+{_WIEK}|\s+(?P<lastcentury>{_PAST})\s+{_WIEK})?",
     _decade),
    (rf"{_LED}(?:(?:w|z)\s+)?(?P<c1>{_CENTURY})\s+{_WIEK}", _century),
    (rf"(?:{_PART}|(?:w|od|do|z)\s+)?(?P<c1>{_CENTURY})\s*(?:i|do|[-–—])\s*(?P<c2>{_CENTURY})\s+"
     rf"{_WIEK}", _century),
    (rf"(?:(?:(?P<bound>przed|po|od|do)|w|we|na)\s+|(?<=przed\s)|(?<=\bpo\s)|(?<=przeddzień\s)|"
     r"(?<=przededniu\s))"
     rf"(?P<holiday>{any_of(_HOLIDAY_FORMS)})(?:,?\s+(?P<y1>{_YEAR}){_R}?)?",
     _holiday),
    (rf"(?P<holiday>{_FEAST})(?P<bound>),?\s+(?P<y1>{_YEAR}){_R}?", _holiday),
    (r"(?P<holiday>(?:pierwszego|drugiego)\s+dnia\s+świąt)(?P<bound>)(?P<y1>)", _holiday),
    # counted from the date told last
    (rf"(?:już\s+)?{_DAY_BOUND}(?:tego|w tym)\s+(?:samego\s+|samym\s+)?"
     r"(?:dnia|wieczoru|wieczora|dniu)"
     r"|w\s+ten\s+sam\s+dzień|tego\s+(?:samego\s+)?(?:rana|ranka|popołudnia)",
     _day_from(0)),
    (r"tej\s+(?:samej\s+)?nocy|w\s+tę\s+(?:samą\s+)?noc", _day_from(0, unit="night")),
    (r"(?:minionej|ostatniej|ubiegłej|zeszłej)\s+nocy", _day_from(-1, Anchor.WRITTEN, "night")),
    (rf"{_NEXT}\s+(?:dnia|dzień|nocy|ranka)|(?:w\s+)?dniu\s+{_NEXT}|nazajutrz(?:\s+rano)?"
     r"|(?:na\s+)?drugi(?:ego)?\s+d(?:zień|nia)|(?:jeden\s+)?dzień\s+(?:później|potem)"
     rf"|w\s+{_NEXT}\s+dniu|po\s+jednym\s+dniu",
     _day_from(1)),
    (r"(?:w\s+)?poprzedni(?:ego|m)\s+d(?:nia|niu)|dzień\s+(?:wcześniej|przedtem)"
     r"|w\s+przeddzień|w\s+przededniu|poprzedni(?:ej\s+nocy|ego\s+wieczoru)"
     r"|(?-i:w\s+wigilię)",
     _day_from(-1)),
    (rf"(?:na\s+)?{_COUNT}\s+(?P<unit>{_UNIT})\s+przed(?=\s)", _before_date),
    (rf"(?:w\s+)?{_COUNT}\s+(?P<unit>{_UNIT})\s+po(?=\s)", _after_date),
    (r"(?:na\s+)?(?P<unit>dzień|tydzień)\s+przed(?=\s)", _before_date),
    (r"(?:w\s+)?(?P<unit>dzień|tydzień)\s+po(?=\s)", _after_date),
    (r"pół\s+roku\s+(?:później|potem)|po\s+pół\s+roku", fixed(Relative(Anchor.TOLD, "month",
     6, 1))),
    (r"półtora\s+roku\s+(?:później|potem)|po\s+półtora\s+roku", fixed(Relative(Anchor.TOLD, "month",
     18, 1))),
    (r"półtora\s+roku\s+(?:wcześniej|przedtem)", fixed(Relative(Anchor.TOLD, "month", -18, -1))),
    (r"pół\s+roku\s+(?:wcześniej|przedtem)", fixed(Relative(Anchor.TOLD, "month", -6, -1))),
    (r"pół\s+roku\s+temu|przed\s+pół\s+rokiem", fixed(Relative(Anchor.WRITTEN, "month", -6, -1))),
    (r"(?:sto\s+lat|wiek|stulecie)\s+(?:później|potem)", fixed(Relative(Anchor.TOLD, "year",
     100, 1))),
    (rf"{_COUNT}\s+(?P<unit>{_UNIT})\s+(?:później|potem)", _later),
    (rf"po\s+(?:upływie\s+)?{_COUNT}\s+(?P<unit>{_UNIT})(?!\s+(?:od|w|na)\b)(?:\s+później)?",
     _later),
    (rf"w\s+{_COUNT}\s+(?P<unit>{_UNIT})\s+(?:później|potem)", _later),
    (r"(?:(?:w|po)\s+)?(?P<unit>tydzień|miesiąc|rok)\s+(?:później|potem)", _later),
    (r"po\s+(?P<unit>tygodniu|miesiącu|roku)", _later),
    (rf"(?:na\s+)?{_COUNT}\s+(?P<unit>{_UNIT})\s+(?:wcześniej|przedtem)", _earlier),
    (r"(?:na\s+)?(?P<unit>tydzień|miesiąc|rok)\s+(?:wcześniej|przedtem)", _earlier),
    # counted from the day of the text
    (r"(?:(?:aż|do|po)\s+){1,2}(?:dziś|dzisiaj)(?:\s+dzień)?", NOTHING),
    (r"(?:(?P<bound>od)\s+)?wczoraj(?:\s+(?:rano|wieczorem))?|wczorajsz(?:y|ego|ej|ym)\b",
     _day_from(-1, Anchor.WRITTEN)),
    (r"przedwczoraj", _day_from(-2, Anchor.WRITTEN)),
    (r"(?:(?P<bound>od)\s+)?(?:dzisiaj|dziś)(?:\s+(?:rano|wieczorem|w\s+nocy))?|w\s+dniu\s+dzisiejszym|dzisiejszego\s+dnia",
     _day_from(0, Anchor.WRITTEN)),
    (rf"{_DAY_BOUND}jutr[oa](?:\s+(?:rano|wieczorem))?|w\s+dniu\s+jutrzejszym",
     _day_from(1, Anchor.WRITTEN)),
    (rf"za\s+{_COUNT}\s+(?P<unit>{_UNIT})", _ahead),
    (r"za\s+(?P<unit>tydzień|miesiąc|rok)", _ahead),
    (r"pojutrze", _day_from(2, Anchor.WRITTEN)),
    (rf"(?:przed\s+)?{_COUNT}\s+(?P<unit>{_UNIT})\s+temu", _ago),
    (r"(?P<unit>tydzień|miesiąc|rok)\s+temu|przed\s+(?P<unit2>rokiem|tygodniem|miesiącem)",
     _one_ago),
    (rf"(?:{_PART}|(?:w|na)\s+)?(?P<which>{_ANY}|tego(?=\s+(?:wiek|stul|dek|dzies))|tym)\s+"
     r"(?P<unit>tygodniu|tygodnia|tydzień|miesiącu|miesiąca|miesiąc|roku|rok|r\.|wieku|stulecia|stuleciu|"
     r"dekady|dekadzie|dziesięciolecia|dziesięcioleciu)", _which),
    (rf"(?:{_PART}|(?:w|na)\s+)?(?P<unit>tygodniu|tygodnia|miesiącu|miesiąca|roku)\s+(?P<which>{_PAST}|{_COMING}|"
     rf"{_NEXT}|{_THIS}|{_PREVIOUS})", _which),
    (rf"{_PART}(?P<unit>tygodnia|tygodniem|miesiąca|roku|rokiem|wieku|stulecia|dekady|dziesięciolecia)"
     r"(?!\s+\d)", _which),
    (rf"(?:{_PART})?{_SHORT_YEAR}", _which),
    (rf"(?:{_PART})?{_SHORT_MONTH}", _which),
    (r"tego\s+(?P<unit>roku|miesiąca)",
     lambda m: (Relative(Anchor.TOLD, _UNITS[m["unit"].casefold()], 0),)),
    (rf"przed\s+{_COUNT}\s+(?P<unit>dniami|tygodniami|miesiącami|laty)", _ago),
    (rf"(?:{_PART}|w\s+|we\s+)?(?P<m1>{any_of(_LONG)})\s+(?P<which>{_PAST}|{_COMING}|tego|"
     rf"bieżącego|br\.)(?:\s+samego)?(?:\s+roku|\s+r\.)?", _named_month),
    (rf"(?:(?P<bound>{any_of(_BOUNDS)})|w|we|na)\s+(?:(?P<which>{_PAST}|{_COMING}|{_NEXT}|{_PREVIOUS}|tę|ten)\s+)?"
     rf"(?P<weekday>{_WEEKDAY}){_OF_DAY}", _weekday),
    (rf"(?P<which>{_PAST}|{_COMING}|{_NEXT}|{_PREVIOUS})\s+(?P<weekday>{_WEEKDAY}){_OF_DAY}",
     _weekday),
    (rf"(?:w\s+nocy\s+|nocą\s+|w\s+noc\s+)?(?:z|ze)\s+(?P<weekday>{_WEEKDAY})\s+na\s+(?P<last>{_WEEKDAY})",
     _weekday),
    (rf"od\s+(?P<weekday>{_WEEKDAY})\s+do\s+(?P<last>{_WEEKDAY})", _weekday),
    (rf"(?:między|pomiędzy)\s+(?P<weekday>{_WEEKDAY})\s+a\s+(?P<last>{_WEEKDAY})", _weekday),
    (rf"(?:w|we)\s+(?P<weekday>{_WEEKDAY})\s+(?:i|oraz)\s+(?:w\s+|we\s+)?(?P<last>{_WEEKDAY})",
     _two_weekdays),
    (rf"(?:w\s+)?(?P<weekday>{_ADJECTIVES})\w*\s+(?:wieczór|wieczoru|wieczorem|poranek|ranek|rankiem|popołudnie|noc|nocy)",
     _day_adjective),
    (rf"(?:(?:w|na|podczas|w\s+trakcie|w\s+czasie|przez|do|po)\s+)?(?:(?:cał\w+)\s+)?(?:(?P<which>{_PAST}|{_COMING}|{_NEXT}|"
     r"ten|tego|tym)\s+)?(?:weekend(?:u|zie|em)?)(?!\s+\d)", _weekend),
)  # fmt: skip


RULES = compile_rules(_PHRASES)
"""All that is looked for; where several fit, the longest that starts first counts."""

_FUTURE = re.compile(
    r"\b(?:będzie|będą|zostanie|zostaną|odbędzie|odbędą|rozpocznie|rozpoczną|planuje|planowan\w+|"
    r"zapowied\w+|ruszy|stanie|minie|miną|"
    r"(?:wyznaczono|zaplanowano|zwołano|przełożono|przesunięto|zapowiedziano)\s+na|spotka|spotkają|zacznie|"
    r"ma się|mają się|(?:ma|mają)\s+(?:\w+\s+)?\w+ć|\w+ć\s+(?:ma|mają))\b",
    re.IGNORECASE,
)


def find_verbs(text: str) -> Verbs:
    """Return where ``text`` speaks of what is to come, of what is past and of the present."""
    words = [(word.span(), word.group()) for word in re.finditer(r"\w{2,}", text)]
    past, to_come, present = (
        [span for span, word in words if _is_form(tags, word)]
        for tags in (_PRETERITE, _PERFECTIVE_PRESENT, _PRESENT)
    )
    return Verbs([found.span() for found in _FUTURE.finditer(text)], past, to_come, present)


_PERFECTIVE_PRESENT = re.compile(r"fin:.*:perf")
"""Forms such as "odbędzie", which speak of what is to come."""
_PRESENT = re.compile(r"fin:")
_PRETERITE = re.compile(r"praet:|imps:")


@lru_cache(maxsize=4096)
def _is_form(tags: re.Pattern[str], word: str) -> bool:
    """Return whether a word is such a form of a verb and nothing else."""
    return all(tags.match(tag) for _, _, (_, _, tag, *_) in _analyser().analyse(word))


@cache
def _analyser() -> Any:
    import morfeusz2

    return morfeusz2.Morfeusz(expand_tags=False, generate=False)


TOLD = re.compile(
    r"\b(?:powiedzia|mówi|tłumaczy|stwierdzi|podkreśli|wyjaśni|zaznaczy|zapewni|oświadczy|poinformowa|zapowiedzia|ogłosi|przekaza|napisa|dodał|potwierdzi|podał)\w*\s*$",
    re.IGNORECASE,
)
"""What tells, right before a date, that this is when somebody spoke."""
