"""Dates in a text: where they stand, what they mean, and what that rests on."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import zip_longest

from statement_map.drafting import calendar_en, calendar_pl
from statement_map.drafting.calendar import (
    Anchor,
    Bound,
    Meaning,
    Part,
    Point,
    Relative,
    Rule,
    Said,
    Season,
)
from statement_map.drafting.text import Sentence, SourceText
from statement_map.model import Basis, When, read_when

_CALENDARS = {"pl": calendar_pl, "en": calendar_en}
_ALONE = re.compile(r"\W*(?P<year>(?:1[0-9]|20)\d\d)\W*(?:r\.|rok\w*)?\W*", re.IGNORECASE)
_APPOSED = r"\s*[,(–—-]\s*"
_OF = r"\s+(?:of\s+)?"
_HEADING_CHARACTERS = 20
_HALF_YEAR = timedelta(days=183)
_A_MONTH = timedelta(days=31)
_LONG_AGO = timedelta(days=21)
_DATELINE = re.compile(r"[\w .,'’/()-]{2,40},?\s*\(?$")
_PUBLISHED = re.compile(
    r"(?:opublikowan\w+|data publikacji|data wydania|published|released|issued|posted|updated|"
    r"date)\s*(?:on|w dniu|dnia)?\s*:?\s*$",
    re.IGNORECASE,
)
_MONTHS_OF = {Season.SPRING: (3, 5), Season.SUMMER: (6, 8), Season.AUTUMN: (9, 11)}


@dataclass(frozen=True, slots=True)
class DateMark:
    """A date as the text names it.

    ``start`` and ``stop`` count characters in the text of ``paragraph`` (0 is the introduction).
    ``when`` is None where the phrase is understood but leaves the date open. ``anchor`` is the
    position, among all dates of the text, of the one it is counted from; ``sign`` is 1 if it
    comes after that one, -1 if before.
    """

    paragraph: int
    start: int
    stop: int
    phrase: str
    when: When | None
    basis: Basis
    anchor: int | None = None
    sign: int = 0
    is_from_publication: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    sentence: Sentence
    start: int
    stop: int
    meaning: Meaning
    year_from: Relative | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """A date that was told: its first and last day (None is open), and how fine it is."""

    first: date | None
    last: date | None
    unit: str
    position: int
    paragraph: int
    is_heading: bool = False

    @property
    def is_short(self) -> bool:
        """Whether it is some days, but not one that is known."""
        if self.first is None or self.last is None:
            return False
        return self.unit == "month" and self.last - self.first <= _A_MONTH

    @property
    def is_of_one_year(self) -> bool:
        """Whether it names a year that another date may be in."""
        if self.first is None or self.last is None:
            return False
        return self.unit != "year" or self.first.year == self.last.year


def find_dates(
    source: SourceText,
    sentences: Iterable[Sentence],
    published: When | None,
    *,
    is_stated: bool = False,
) -> tuple[DateMark, ...]:
    """Return all dates of the text in its order.

    ``published`` is the date of the text itself; what is relative to it is left open without.
    ``is_stated`` is set where the text gives that date.
    """
    calendar = _CALENDARS[source.language]
    phrases = [
        phrase
        for sentence in sentences
        for phrase in _join_phrases(list(_find_phrases(sentence, calendar.RULES)))
    ]
    resolver = _Resolver(published, _years_ahead(phrases), is_stated=is_stated)
    for phrase in phrases:
        speaks_of_future = calendar.FUTURE.search(phrase.sentence.text) is not None
        resolver.add(phrase, speaks_of_future=speaks_of_future)
    return tuple(resolver.marks)


def find_publication(source: SourceText) -> When | None:
    """Return the date that the text gives for itself, None if it gives none.

    That is the only full date in its first lines or the last that stands in a line of its own,
    behind a place ("Warsaw, 5 March 2021 -") or behind a word such as "published".
    """
    rules = _CALENDARS[source.language].RULES
    lines = [
        line for _, paragraph in source.numbered for line in paragraph.text.split("\n") if line
    ]
    alone = []
    for line in (*lines[:4], *lines[-1:]):
        for phrase in _find_phrases(Sentence(0, 0, 1, line[:200]), rules):
            meaning = phrase.meaning
            if not isinstance(meaning, Said) or not (days := meaning.end.days()):
                continue
            if meaning.start != meaning.end or meaning.bound or not meaning.end.has_day:
                continue
            before, after = line[: phrase.start].strip(), line[phrase.stop :].strip(" .)\t")
            head = line[: phrase.start]
            if _PUBLISHED.search(head):
                return read_when(days[0].isoformat())
            is_dateline = bool(before) and _DATELINE.fullmatch(head) and _is_place_like(before)
            if is_dateline and (not after or after[0] in "–—-:(,|"):
                return read_when(days[0].isoformat())
            if not before and not after:
                alone.append(days[0])
    dated_lines = sum(bool(_is_only_date(line, rules)) for line in lines)
    return read_when(alone[0].isoformat()) if alone and dated_lines == 1 else None


def _is_place_like(text: str) -> bool:
    words = re.findall(r"[^\W\d]+", text)
    return 0 < len(words) <= 4 and all(word[0].isupper() or word in {"dnia"} for word in words)


def _is_only_date(line: str, rules: Sequence[Rule]) -> bool:
    if len(line) > 40:
        return False
    return any(
        not line[: phrase.start].strip() and not line[phrase.stop :].strip(" .:\t")
        for phrase in _find_phrases(Sentence(0, 0, 1, line), rules)
    )


def _find_phrases(sentence: Sentence, rules: Sequence[Rule]) -> Iterator[_Phrase]:
    """Yield what is said of dates, the longest phrase where several start alike."""
    text = sentence.text
    if alone := _ALONE.fullmatch(text):
        point = Point(int(alone["year"]))
        yield _Phrase(sentence, alone.start("year"), alone.end("year"), Said(point, point))
        return
    found = [
        (match.start(), -match.end(), number, match)
        for number, rule in enumerate(rules)
        for match in rule.pattern.finditer(text)
    ]
    reached = 0
    for start, stop, number, match in sorted(found, key=lambda it: it[:3]):
        if start >= reached:
            meanings = rules[number].read(match)
            for meaning in meanings:
                yield _Phrase(sentence, start, -stop, meaning)
            reached = -stop


def _join_phrases(phrases: list[_Phrase]) -> Iterator[_Phrase]:
    """Yield the phrases of a sentence, those that mean one date as one.

    "Nine years later, in June 1989" is June 1989; "in the spring of the same year" is in that year.
    """
    skipped = False
    for phrase, following in zip_longest(phrases, phrases[1:]):
        if skipped:
            skipped = False
            continue
        if following is None:
            yield phrase
            continue
        between = phrase.sentence.text[phrase.stop : following.start]
        own, other = phrase.meaning, following.meaning
        if (
            isinstance(own, Relative)
            and isinstance(other, Said)
            and re.fullmatch(_APPOSED, between)
        ) and (other.end.year is not None or other.end.has_day):
            continue
        if (
            isinstance(own, Said)
            and isinstance(other, Relative)
            and own.end.year is None
            and other.unit == "year"
            and re.fullmatch(_OF, between)
        ):
            yield replace(phrase, stop=following.stop, year_from=other)
            skipped = True
            continue
        yield phrase


def _years_ahead(phrases: Sequence[_Phrase]) -> Sequence[int | None]:
    """Return the first year named from each phrase on."""
    years: list[int | None] = []
    year = None
    for phrase in reversed(phrases):
        meaning = phrase.meaning
        if isinstance(meaning, Said) and meaning.start.year and not meaning.start.last_year:
            year = meaning.start.year
        years.append(year)
    return years[::-1]


class _Resolver:
    """Reads each phrase in the light of those before it."""

    def __init__(
        self, published: When | None, years_ahead: Sequence[int | None], *, is_stated: bool
    ) -> None:
        self._is_stated = is_stated
        self.marks: list[DateMark] = []
        self._published = published.start if published and published.is_day else None
        self._published_year = self._published.year if self._published else None
        if published and published.start and published.end and not self._published_year:
            same = published.start.year == published.end.year
            self._published_year = published.start.year if same else None
        self._years_ahead = years_ahead
        self._seen = 0
        self._told: list[_Told] = []

    def add(self, phrase: _Phrase, *, speaks_of_future: bool) -> None:
        ahead = self._years_ahead[self._seen]
        self._seen += 1
        mark: DateMark | None
        if isinstance(phrase.meaning, Said):
            mark, told = self._said(phrase, phrase.meaning, ahead, speaks_of_future)
        else:
            mark, told = self._relative(phrase, phrase.meaning, speaks_of_future)
        if told:
            self._told.append(told)
        if mark:
            self.marks.append(mark)

    def _mark(self, phrase: _Phrase, when: str | None, basis: Basis) -> DateMark:
        sentence = phrase.sentence
        return DateMark(
            sentence.paragraph,
            sentence.start + phrase.start,
            sentence.start + phrase.stop,
            sentence.text[phrase.start : phrase.stop],
            read_when(when) if when else None,
            basis if when else Basis.NONE,
        )

    def _tell(self, phrase: _Phrase, first: date | None, last: date | None, unit: str) -> _Told:
        return _Told(first, last, unit, len(self.marks), phrase.sentence.paragraph)

    def _said(
        self, phrase: _Phrase, said: Said, ahead: int | None, future: bool
    ) -> tuple[DateMark, _Told | None]:
        if said.end.day and said.end.month is None:  # on the 28th
            said = self._inherit_month(said)
        if said.end == Point():  # an era that EDTF has here no years for
            return self._mark(phrase, None, Basis.NONE), None
        from_publication = False
        if said.end.year is None:
            year, from_publication = self._find_year(phrase, said.end, ahead, future=future)
            if year is None:
                return self._mark(phrase, None, Basis.NONE), None
            said = _in_year(said, year)
        expression = write_edtf(said)
        mark = self._mark(phrase, expression, Basis.STATED)
        if expression is None:
            return mark, None
        if from_publication and not self._is_stated:
            mark = replace(mark, basis=Basis.INFERRED, is_from_publication=True)
        unit = "day" if said.end.has_day else "month" if said.end.month else "year"
        when = mark.when
        assert when
        told = self._tell(phrase, when.start or when.end, when.end or when.start, unit)
        if said.bound and unit == "year":
            return mark, None  # "since 2008" is not when what follows happened
        is_heading = len(phrase.sentence.text) <= _HEADING_CHARACTERS and unit == "year"
        return mark, replace(told, is_heading=is_heading)

    def _find_year(
        self, phrase: _Phrase, point: Point, ahead: int | None, *, future: bool
    ) -> tuple[int | None, bool]:
        """Return the year of a date that names none, and whether the text's own date tells it."""
        year = self._relative_year(phrase, future)
        year = year or self._inherit_year(point, phrase.sentence.paragraph)
        if year is None and self._published_year is None:
            year = ahead
        if year is not None:
            return year, False
        year = self._year_by_publication(point, future)
        return year, year is not None

    def _relative_year(self, phrase: _Phrase, future: bool) -> int | None:
        if phrase.year_from is None:
            return None
        _, told = self._relative(phrase, phrase.year_from, future)
        return told.first.year if told and told.first else None

    def _inherit_year(self, point: Point, paragraph: int) -> int | None:
        """Return the year that the text told last; the next one where a year has turned since."""
        told = [it for it in self._told[-50:] if it.is_of_one_year]
        fine = next((it for it in reversed(told) if it.unit != "year"), None)
        here = next((it for it in reversed(told) if it.paragraph == paragraph), None)
        latest = told[-1] if told else None
        section = latest if latest and latest.is_heading else None
        if here is None and self._is_of_its_day(told):
            return None  # then the day of the text tells the year
        base = here or section or fine or latest
        if base is None or base.first is None or base.last is None:
            return None
        year = (
            base.last.year if base.unit == "year" and base.first == base.last else base.first.year
        )
        if base.unit == "year" or not (days := point.with_year(year).days()):
            return year
        following = point.with_year(year + 1).days()
        if (
            following
            and base.first - days[0] > _HALF_YEAR
            and following[0] - base.first < _HALF_YEAR
        ):
            return year + 1
        return year

    def _inherit_month(self, said: Said) -> Said:
        told = next((it for it in reversed(self._told) if it.unit != "year" and it.last), None)
        if told is None or told.last is None:
            return Said(Point(), Point())
        point = Point(told.last.year, told.last.month, said.end.day)
        return Said(point, point)

    def _is_of_its_day(self, told: Sequence[_Told]) -> bool:
        """Whether the text tells of the time when it was published, and not of what is past."""
        if self._published is None or not self._told:
            return False
        first = self._told[0].first
        return first is not None and abs(first.year - self._published.year) <= 1 and bool(told)

    def _year_by_publication(self, point: Point, future: bool) -> int | None:
        if self._published is None:
            return self._published_year
        published = self._published
        near = []
        for year in (published.year - 1, published.year, published.year + 1):
            if days := point.with_year(year).days():
                distance = abs((days[0] - published).days)
                is_wrong_way = (days[1] < published) if future else (days[0] > published)
                near.append((distance + (150 if is_wrong_way else 0), year))
        return min(near)[1] if near else None

    def _relative(
        self, phrase: _Phrase, said: Relative, future: bool
    ) -> tuple[DateMark | None, _Told | None]:
        """Return the mark too, but none for a "today" that may mean these days."""
        open_mark = self._mark(phrase, None, Basis.NONE)
        anchor = self._find_anchor(said)
        base = self._published
        if anchor and (said.anchor is Anchor.TOLD or said.weekday is not None):
            base = anchor.last if said.sign >= 0 else anchor.first
        elif said.anchor is Anchor.TOLD:
            base = None
        if base is None:
            is_nowadays = said.anchor is Anchor.WRITTEN and said.unit == "day" and said.count == 0
            return (None if is_nowadays and said.weekday is None else open_mark), None
        counted_from = None if base is self._published and said.anchor is Anchor.WRITTEN else anchor
        links = (counted_from.position if counted_from else None, said.sign)
        if said.count is None and said.month is None:
            if counted_from is None:
                return open_mark, None
            return replace(
                open_mark, basis=Basis.INFERRED, anchor=links[0], sign=links[1] or 1
            ), None
        if counted_from and said.unit in {"day", "week"} and counted_from.unit != "day":
            return self._shift(phrase, said, counted_from)
        try:
            expression, unit = _count_from(base, said, future, counted_from)
        except (OverflowError, ValueError):
            return open_mark, None
        mark = self._mark(phrase, expression, Basis.INFERRED)
        mark = replace(
            mark, anchor=links[0], sign=links[1], is_from_publication=counted_from is None
        )
        assert mark.when
        return mark, self._tell(phrase, mark.when.start, mark.when.end, unit)

    def _shift(
        self, phrase: _Phrase, said: Relative, anchor: _Told
    ) -> tuple[DateMark, _Told | None]:
        """Count days or weeks from a date that is no day: both its ends move."""
        assert anchor.first
        assert anchor.last
        moved = timedelta(days=(said.count or 0) * (7 if said.unit == "week" else 1))
        first, last = anchor.first + moved, anchor.last + moved
        mark = self._mark(phrase, f"{first}~/{last}~", Basis.INFERRED)
        mark = replace(mark, anchor=anchor.position, sign=said.sign)
        return mark, self._tell(phrase, first, last, "month")

    def _find_anchor(self, said: Relative) -> _Told | None:
        """Return the date told last that is fine enough to count from."""
        fine = {
            "day": {"day"},
            "week": {"day"},
            "calendar week": {"day"},
            "month": {"day", "month"},
        }.get(said.unit, {"day", "month", "year"})
        told = next((it for it in reversed(self._told) if it.unit in fine), None)
        last = self._told[-1] if self._told else None
        if last and last.is_short and said.weekday is None:
            told = last
        if said.anchor is Anchor.TOLD or told is None or told.first is None:
            return told if said.anchor is Anchor.TOLD else None
        # A weekday in a text about what is long past is one of that time.
        is_past = self._published is not None and self._published - told.first > _LONG_AGO
        return told if said.weekday is not None and said.sign == 0 and is_past else None


def _in_year(said: Said, year: int) -> Said:
    """Return a date that names no year in ``year``, which is that of its end."""
    if said.start.year:
        return replace(said, end=said.end.with_year(year))
    turns = bool(said.start.month and said.end.month and said.start.month > said.end.month)
    return replace(said, start=said.start.with_year(year - turns), end=said.end.with_year(year))


def _count_from(base: date, said: Relative, future: bool, anchor: _Told | None) -> tuple[str, str]:
    """Return the EDTF of what ``said`` is, counted from ``base``, and how fine that is."""
    if said.weekday is not None:
        return _find_weekday(base, said, future, anchor).isoformat(), "day"
    if said.month is not None:
        return f"{_year_of_month(base, said):04}-{said.month:02}", "month"
    count = said.count or 0
    match said.unit:
        case "day":
            if count == 0 and anchor and anchor.first and anchor.first != anchor.last:
                return f"{anchor.first.isoformat()}/{base.isoformat()}", "day"
            return (base + timedelta(days=count)).isoformat(), "day"
        case "week":
            if anchor is not None and count:
                return f"{(base + timedelta(weeks=count)).isoformat()}~", "day"
            monday = base - timedelta(days=base.weekday()) + timedelta(weeks=count)
            return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}", "day"
        case "calendar week":
            monday = base - timedelta(days=base.weekday()) + timedelta(weeks=count)
            return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}", "day"
        case "month":
            months = base.year * 12 + base.month - 1 + count
            return f"{date(months // 12, months % 12 + 1, 1).isoformat()[:7]}", "month"
    return f"{date(base.year + count, 1, 1).year:04}", "year"


def _find_weekday(base: date, said: Relative, future: bool, anchor: _Told | None) -> date:
    """Return the nearest such weekday on the side that is meant, a week off rather than none."""
    assert said.weekday is not None
    ahead = (said.weekday - base.weekday()) % 7
    if said.sign > 0 or (said.sign == 0 and future and anchor is None):
        return base + timedelta(days=ahead or 7)
    if anchor is not None:
        return base + timedelta(days=ahead)
    back = (base.weekday() - said.weekday) % 7
    return base - timedelta(days=back or (7 if said.sign < 0 else 0))


def _year_of_month(base: date, said: Relative) -> int:
    """Return the year of "last March", or of "March of last year"."""
    assert said.month is not None
    if said.count is not None:
        return base.year + said.count
    if said.sign < 0:
        return base.year - (said.month >= base.month)
    return base.year + (said.month <= base.month)


def write_edtf(said: Said) -> str | None:
    """Return ``said`` in EDTF, None if the calendar has no such date or a part of it lacks."""
    start, end = said.start.days(), said.end.days()
    if start is None or end is None or start[0] > end[1]:
        return None
    mark = "~" if said.is_approximate else "?" if said.is_uncertain else ""
    if said.end.season:
        first, last = _season_days(said)
        text = f"{first[:7]}~/{last[:7]}~"
        return _bounded(said.bound, f"{first[:7]}~", f"{last[:7]}~", text)
    if said.part and not (said.bound is Bound.UNTIL and said.part is Part.LATE):
        narrowed = _part_of(said.end, start[0], end[1], said.part)
        if narrowed:
            return _bounded(said.bound, *narrowed, "/".join(narrowed))
    first, last = _write(said.start, start[0]), _write(said.end, end[1], last=True)
    if said.start == said.end and not said.end.last_year:
        return _bounded(said.bound, first + mark, first + mark, first + mark)
    return f"{first}{mark}/{last}{mark}"


def _bounded(bound: Bound | None, first: str, last: str, text: str) -> str:
    match bound:
        case Bound.FROM:
            return f"{first}/.."
        case Bound.UNTIL:
            return f"../{last}"
    return text


def _write(point: Point, day: date, *, last: bool = False) -> str:
    if point.has_day:
        return day.isoformat()
    if point.month:
        return day.isoformat()[:7]
    year = point.last_year if last and point.last_year else point.year
    return f"{year:04}"


def _season_days(said: Said) -> tuple[str, str]:
    start, end = said.start.year or 1, said.end.year or 1
    season = said.end.season
    assert season
    if season is Season.WINTER:  # of 1981 is that which ends then; of 1981/1982 is plain
        first_year = start if start != end else max(1, end - 1)
        return f"{first_year:04}-12-01", f"{end:04}-02-28"
    first, last = _MONTHS_OF[season]
    return f"{start:04}-{first:02}-01", f"{end:04}-{last:02}-28"


def _part_of(point: Point, first: date, last: date, part: Part) -> tuple[str, str] | None:
    """Return the part of a month in days, of a year in months, of more in years."""
    if point.has_day:
        return None
    if point.month:
        length = monthrange(first.year, first.month)[1]
        days = {
            Part.EARLY: (1, 10),
            Part.MIDDLE: (11, 20),
            Part.LATE: (21, length),
            Part.FIRST_HALF: (1, 15),
            Part.SECOND_HALF: (16, length),
        }.get(part)
        if days is None:
            return None
        return tuple(f"{first.replace(day=day).isoformat()}~" for day in days)  # type: ignore[return-value]
    if point.last_year is None:
        months = {
            Part.EARLY: (1, 3),
            Part.MIDDLE: (5, 8),
            Part.LATE: (10, 12),
            Part.FIRST_HALF: (1, 6),
            Part.SECOND_HALF: (7, 12),
            Part.QUARTER_1: (1, 3),
            Part.QUARTER_2: (4, 6),
            Part.QUARTER_3: (7, 9),
            Part.QUARTER_4: (10, 12),
        }[part]
        mark = "~" if part in {Part.EARLY, Part.MIDDLE, Part.LATE} else ""
        return tuple(f"{first.year:04}-{month:02}{mark}" for month in months)  # type: ignore[return-value]
    length = last.year - first.year + 1
    shares = {
        Part.EARLY: (0.0, 0.3),
        Part.MIDDLE: (0.35, 0.65),
        Part.LATE: (0.7, 1.0),
        Part.FIRST_HALF: (0.0, 0.5),
        Part.SECOND_HALF: (0.5, 1.0),
    }.get(part)
    if shares is None:
        return None
    years = first.year + round(length * shares[0]), first.year + round(length * shares[1]) - 1
    return f"{years[0]:04}~", f"{years[1]:04}~"
