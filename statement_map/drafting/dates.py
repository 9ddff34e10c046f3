"""Dates in a text: where they stand, what they mean, and what that rests on."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from heapq import heapify, heappop, heappush

from statement_map.drafting import calendar_en, calendar_pl
from statement_map.drafting.calendar import (
    Anchor,
    Bound,
    FindTense,
    Meaning,
    Part,
    Point,
    Relative,
    Rule,
    Said,
    Season,
    Span,
)
from statement_map.drafting.text import Sentence, SourceText
from statement_map.model import Basis, When, read_when

_CALENDARS = {"pl": calendar_pl, "en": calendar_en}
_ALONE = re.compile(r"\W*(?P<year>(?:1[0-9]|20)\d\d)\W*(?:r\.|rok\w*)?\W*", re.IGNORECASE)
_APPOSED = r"\s*[,(–—-]\s*(?:on\s+)?"
_EVE = re.compile(r"\beve\s+of$|w\s+(?:przeddzień|przededniu|wigilię)$", re.IGNORECASE)
_QUOTED = re.compile(r"„[^”]*”|“[^”]*”|\"[^\"]*\"|«[^»]*»")
_BESIDE_NO_DATE = re.compile(r"\s*[,(–—-]\s*(?:czyli\s+|to\s+jest\s+|that\s+is,?\s+)?")
_CLAUSE_ENDS = tuple(
    map(re.compile, (r"[,;]|\b(?:and|but|while|i|oraz|lecz)\b", r"[,;]", r";", r"(?!)"))
)
_EVE_OF = r"\s+[\w'’ ]{1,40},\s*"
_OF = r"\s+(?:of\s+)?"
_OF_WEEK = r",?\s+(?:of\s+|in\s+|w\s+)?"
_AND_THEN = re.compile(
    r"\s*(?:to|until|till|through|into|do|aż\s+do|[–—-])\s*(?:the\s+)?", re.IGNORECASE
)
_AND = re.compile(r"\s*(?:and|a|i)\s*(?:the\s+)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|między|pomiędzy)\s*(?:the\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"(?:from|od)\b", re.IGNORECASE)
_BESIDE = re.compile(
    r".*\b(?:before|after|of|przed|po|przeddzień|przededniu)", re.IGNORECASE | re.DOTALL
)
_DOCUMENT = re.compile(r"\bof\s+(?:the\s+)?$|\bz\s+(?:dnia\s+)?$", re.IGNORECASE)
_IN_SENTENCE = re.compile(
    r"(?:on|in|by|at|from|since|until|before|after|between|around|about|the|w|we|od|do|po|przed|na|"
    r"z|dnia|między|około|ok)\b",
    re.IGNORECASE,
)
_HEADING_CHARACTERS = 20
_BYLINE_CHARACTERS = 40
_DECADE = 10
_YEARS_OF = {"decade": 10, "century": 100}
_HALF_YEAR = timedelta(days=183)
_A_MONTH = timedelta(days=31)
_A_SEASON = timedelta(days=92)
_LONG_AGO = timedelta(days=21)
_THESE_MONTHS = timedelta(days=300)
_NIGHT = timedelta(days=1)
_DATELINE = re.compile(r"[\w .,'’/()-]{2,40},?\s*\(?$")
_PUBLISHED = re.compile(
    r"(?:opublikowan\w+|data publikacji|data wydania|dodano|aktualizacja|published|released|issued|"
    r"posted|updated|dated|as of|date|data|stan na)\s*(?:on|at|w dniu|dnia|dzień)?\s*:?\s*",
    re.IGNORECASE,
)
_DOCUMENTS = re.compile(
    r"\b(?:komunikat|oświadczenie|obwieszczenie|informacja|raport|biuletyn|notatka|list|report|"
    r"statement|release|bulletin|notice|communiqué|communique|briefing|update|letter|memo)\b",
    re.IGNORECASE,
)
_MOST_IN_A_LINE = 120
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
    year_from: Relative | Said | None = None
    is_of_speech: bool = False


@dataclass(frozen=True, slots=True)
class _Told:
    """A date that was told: its first and last day (None is open), and how fine it is."""

    first: date | None
    last: date | None
    unit: str
    position: int
    paragraph: int
    is_heading: bool = False
    is_to_come: bool = False
    is_limit: bool = False

    @property
    def is_short(self) -> bool:
        """Whether it is some days, but not one that is known."""
        if self.first is None or self.last is None:
            return False
        return self.unit == "month" and self.last - self.first <= _A_MONTH

    @property
    def is_night(self) -> bool:
        """Whether it is two days, one after the other."""
        return bool(self.first and self.last and self.last - self.first == _NIGHT)

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
        is_of_speech = calendar.TOLD.search(phrase.sentence.text, 0, phrase.start) is not None
        future = (
            None
            if is_of_speech  # she said on Friday that
            else _find_future(phrase, calendar.find_future, calendar.find_past)
        )
        resolver.add(
            replace(phrase, is_of_speech=is_of_speech),
            speaks_of_future=future is not None,
            is_to_come=future is not None and future < phrase.start,
        )
    return tuple(resolver.marks)


def _find_future(phrase: _Phrase, find_future: FindTense, find_past: FindTense) -> int | None:
    """Return where it says that a phrase is of what is to come, None if nothing does.

    That may stand behind a comma or a semicolon, unless what is before it is in the past.
    """
    text = phrase.sentence.text
    for quoted in _QUOTED.finditer(text):  # what somebody said is not when they said it
        if not quoted.start() <= phrase.start < quoted.end():
            text = text[: quoted.start()] + " " * len(quoted.group()) + text[quoted.end() :]
    for end in _CLAUSE_ENDS:
        before, behind = end.finditer(text, 0, phrase.start), end.search(text, phrase.stop)
        start = max((it.end() for it in before), default=0)
        clause = start, behind.start() if behind else len(text)
        found = find_future(text, *clause)
        if found == clause[1] and _is_since(
            phrase.meaning
        ):  # they have been on strike since Friday
            return None
        if found is not None or find_past(text, *clause) is not None:
            return found
    return None


def find_publication(source: SourceText) -> When | None:
    """Return the date that the text gives for itself, None if it gives none.

    That is the only full date in its first lines or the last that stands in a line of its own,
    behind a place ("Warsaw, 5 March 2021 -") or behind a word such as "published".
    """
    calendar = _CALENDARS[source.language]
    rules = calendar.RULES
    lines = [
        line for _, paragraph in source.numbered for line in paragraph.text.split("\n") if line
    ]
    alone = []
    for line in (*lines[:4], *lines[4:][-1:]):
        for phrase in _find_phrases(Sentence(0, 0, 1, line[:200]), rules):
            meaning = phrase.meaning
            if not isinstance(meaning, Said) or not (days := meaning.end.days()):
                continue
            if meaning.start != meaning.end or meaning.bound or not meaning.end.has_day:
                continue
            before, after = line[: phrase.start].strip(), line[phrase.stop :].strip(" )\t")
            head = line[: phrase.start]
            if _is_called_published(line, phrase) or _is_of_heading(before, after, line):
                return read_when(days[0].isoformat())
            is_dateline = bool(before) and _DATELINE.fullmatch(head) and _is_place_like(before)
            ends = _ends_sentence(line, phrase)
            is_byline = before.endswith(",") and len(head) <= _BYLINE_CHARACTERS
            is_sentence = calendar.find_past(head, 0, len(head)) is not None
            if is_byline and ends and line in lines[:2] and not is_sentence:
                return read_when(days[0].isoformat())
            if is_dateline and (ends or after[0] in "–—-:(,|"):
                return read_when(days[0].isoformat())
            if not before and (after[:1] == "|" or _is_place_like(after.strip(" ,.|"))):
                return read_when(days[0].isoformat())
            if not before and not after.strip("."):
                alone.append(days[0])
    dated_lines = sum(bool(_is_only_date(line, rules)) for line in lines)
    return read_when(alone[0].isoformat()) if alone and dated_lines == 1 else None


def _ends_sentence(line: str, phrase: _Phrase) -> bool:
    """Return whether nothing of its sentence stands behind a date."""
    said, rest = line[: phrase.stop], line[phrase.stop :].lstrip(" )")
    return rest[:1] in {"", "."} or (said.endswith(".") and rest[0].isupper())


def _is_called_published(line: str, phrase: _Phrase) -> bool:
    """Return whether a word such as "published" stands right before a date or leads its phrase.

    That is a line or a sentence of its own.
    """
    found = _PUBLISHED.search(line, 0, phrase.stop)
    is_alone = found and found.start() == 0 and _ends_sentence(line, phrase)
    if found is None or (len(line) > _MOST_IN_A_LINE and not is_alone):
        return False
    return found.end() < phrase.stop and not line[found.end() : phrase.start].strip()


def _is_of_heading(before: str, after: str, line: str) -> bool:
    """Return whether a line such as "Situation report, 21 March 2019" ends with its date."""
    is_last = not after and not line.rstrip().endswith(".") and len(line) <= _MOST_IN_A_LINE
    return is_last and _DOCUMENTS.search(before) is not None


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
        if (match := rule.pattern.search(text))
    ]
    heapify(found)
    reached = 0
    while found:
        start, stop, number, match = heappop(found)
        if start >= reached:
            reached = -stop
            for meaning in rules[number].read(match):
                yield _Phrase(sentence, start, -stop, meaning)
        # What another phrase took a part of may go on behind it.
        if more := rules[number].pattern.search(text, max(reached, start + 1)):
            heappush(found, (more.start(), -more.end(), number, more))


def _join_phrases(phrases: Iterable[_Phrase]) -> Sequence[_Phrase]:
    """Return the phrases of a sentence, those that mean one date as one."""
    joined: list[_Phrase] = []
    for phrase in phrases:
        while joined and joined[-1].stop <= phrase.start:
            if not (both := _join(joined[-1], phrase)):
                break
            phrase = both
            joined.pop()
        joined.append(phrase)
    return joined


def _join(phrase: _Phrase, following: _Phrase) -> _Phrase | None:
    """Return two phrases as one, None if each is a date of its own."""
    between = phrase.sentence.text[phrase.stop : following.start]
    own, other = phrase.meaning, following.meaning
    match own, other:
        case Relative(), Said():
            return _join_to_date(phrase, own, following, other)
        case Said(), Relative():
            return _join_from_date(phrase, own, following, other)
        case Said(), Said() if _is_span(phrase, own, other, between):
            span = Span(replace(own, bound=None), replace(other, bound=None))
            return replace(phrase, stop=following.stop, meaning=span)
        case Relative(weekday=int(), unit="day"), Relative(weekday=None):  # Friday of last week
            if other.unit.endswith("week") and re.fullmatch(_OF_WEEK, between):
                meaning = replace(other, unit="week", weekday=own.weekday)
                return replace(phrase, stop=following.stop, meaning=meaning)
        case Relative(unit="year", count=int()), Relative(unit="month", count=int(), month=None):
            if own.anchor is other.anchor is Anchor.WRITTEN and not between.strip():
                months = 12 * (own.count or 0) + (other.count or 0)  # two years ago last month
                return replace(phrase, stop=following.stop, meaning=replace(other, count=months))
    return None


def _join_from_date(
    phrase: _Phrase, own: Said, following: _Phrase, other: Relative
) -> _Phrase | None:
    """Return a date with what stands behind it as one, if that says no other date."""
    text = phrase.sentence.text
    between = text[phrase.stop : following.start]
    if other.weekday is not None:  # on 5 May, a Friday
        is_apposed = own.end.has_day and re.fullmatch(r"\s*[,(]\s*", between)
        is_same = is_apposed and other.last_weekday is None and not other.sign
        return replace(phrase, stop=following.stop) if is_same else None
    if other.unit == "year" and own.end.year is None and re.fullmatch(_OF, between):
        return replace(phrase, stop=following.stop, year_from=other)  # the spring of that year
    said = text[following.start : following.stop]
    is_beside = _EVE.search(said) or _BESIDE.fullmatch(said)  # 5 May, two days before the vote
    if own.end.has_day and is_beside and _BESIDE_NO_DATE.fullmatch(between):
        return replace(phrase, stop=following.stop)
    return None


def _join_to_date(
    phrase: _Phrase, own: Relative, following: _Phrase, other: Said
) -> _Phrase | None:
    """Return "two days later" and the like with the date behind it as one."""
    text = phrase.sentence.text
    between = text[phrase.stop : following.start]
    if (own.anchor, own.unit, own.count) == (Anchor.TOLD, "day", 0):  # on the same day in 1944
        if other.bound or other.end.month or between.strip():
            return None
        return replace(phrase, stop=following.stop, year_from=other)
    if other.end.year is None and not other.end.has_day:
        return None
    if _is_offset(phrase, between):  # the day after 5 May
        days = (own.count or 0) * (7 if own.unit == "week" else 1)
        shifted = replace(other, shift=days, bound=None)
        return replace(following, start=phrase.start, meaning=shifted)
    # nine years later, in June 1989; on the eve of the vote, 5 May
    is_of = text[phrase.start : phrase.stop].casefold().endswith(" of")
    if not re.fullmatch(_EVE_OF if is_of else _APPOSED, between):
        return None
    if own.unit == "year" and own.season is None and other.end.year is None:
        return replace(following, start=phrase.start, year_from=own)
    if own.weekday is not None and own.bound and other.end.has_day:  # from next Sunday, 5 May
        meaning = replace(other, bound=own.bound)
        return replace(following, start=phrase.start, meaning=meaning)
    return following


def _is_offset(phrase: _Phrase, between: str) -> bool:
    """Return whether a phrase like "two days before" counts from the date right behind it."""
    own = phrase.meaning
    if not isinstance(own, Relative) or own.unit not in {"day", "week"} or not own.count:
        return False
    said = phrase.sentence.text[phrase.start : phrase.stop]
    return _BESIDE.fullmatch(said) is not None and not between.strip()


def _is_span(phrase: _Phrase, own: Said, other: Said, between: str) -> bool:
    """Return whether two dates are the ends of one: "between late 2015 and early 2017"."""
    if own.start != own.end or other.start != other.end or own.bound is Bound.UNTIL:
        return False
    said = phrase.sentence.text[phrase.start : phrase.stop]
    if own.end.season and other.end.season and own.end.year is None:  # in summer and autumn 1939
        return re.fullmatch(r"\s+(?:and|i|oraz)\s+", between) is not None
    if re.fullmatch(r",?\s*", between):
        return bool(_FROM.match(said)) and other.bound is Bound.UNTIL
    if _AND.fullmatch(between):
        before = phrase.sentence.text[max(0, phrase.start - 20) : phrase.start]
        return bool(_BETWEEN.search(before) or _BETWEEN.match(said))
    is_part = any(it.part or it.end.season or it.end.last_year for it in (own, other))
    return is_part and other.bound is None and _AND_THEN.fullmatch(between) is not None


def _years_ahead(phrases: Sequence[_Phrase]) -> Sequence[int | None]:
    """Return the first year named from each phrase on."""
    years: list[int | None] = []
    year = None
    for phrase in reversed(phrases):
        meaning = phrase.meaning.first if isinstance(phrase.meaning, Span) else phrase.meaning
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
        self._entry: _Told | None = None
        self._is_quoted = False
        self._aside: _Told | None = None
        self._told: list[_Told] = []

    def add(self, phrase: _Phrase, *, speaks_of_future: bool, is_to_come: bool) -> None:
        ahead = self._years_ahead[self._seen]
        self._seen += 1
        mark: DateMark | None
        match phrase.meaning:
            case Said() as said:
                mark, told = self._said(phrase, said, ahead, speaks_of_future)
            case Span() as span:
                mark, told = self._span(phrase, span, ahead, speaks_of_future)
            case relative:
                mark, told = self._relative(phrase, relative, speaks_of_future)
        if told:
            self._told.append(replace(told, is_to_come=is_to_come))
            self._enter(phrase, told)
        if mark:
            self.marks.append(mark)

    def _enter(self, phrase: _Phrase, told: _Told) -> None:
        """Keep the date that heads an entry of a diary, from which "yesterday" is counted."""
        if _is_head(phrase):
            self._entry = told
            self._is_quoted = phrase.sentence.text[:1] in '„“"«'
        elif isinstance(phrase.meaning, Said | Span) and not self._is_entry_of(told.paragraph):
            self._entry = None

    def _is_entry_of(self, paragraph: int) -> bool:
        return self._entry is not None and self._entry.paragraph == paragraph

    def _find_entry(self, said: Relative, paragraph: int) -> _Told | None:
        """Return the head of the entry that ``said`` is counted from, None for all else."""
        if said.anchor is not Anchor.WRITTEN or (said.weekday is not None and self._is_quoted):
            return None
        return self._entry if self._published is None or self._is_entry_of(paragraph) else None

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
        if said.bound is Bound.UNTIL and _is_negated(phrase):  # not until 5 May
            said = replace(said, bound=None)
        if said.end.day and said.end.month is None:  # on the 28th
            said = self._inherit_month(said, phrase.sentence.paragraph)
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
        if unit == "year" and (said.bound or (self._published and _is_attribute(phrase))):
            self._aside = told
            return mark, None  # "since 2008" is not when what follows happened
        if said.start == said.end and self._is_of_document(phrase, told):
            return mark, None
        is_heading = len(phrase.sentence.text) <= _HEADING_CHARACTERS and unit == "year"
        is_limit = said.bound is Bound.UNTIL
        return mark, replace(told, is_heading=is_heading, is_limit=is_limit)

    def _span(
        self, phrase: _Phrase, span: Span, ahead: int | None, future: bool
    ) -> tuple[DateMark | None, _Told | None]:
        """Mark all from one date to another; each may lack the year of the other."""
        first, last = span.first, span.last
        if last.end.year is None and first.start.year is not None:
            turns = (last.end.month or 12) < (first.start.month or 1)
            last = _in_year(last, first.start.year + turns)
        mark, told = self._said(phrase, last, ahead, future)
        if mark.when is None or told is None or told.last is None:
            return mark, told
        if first.end.year is None:
            turns = (first.start.month or 1) > told.last.month
            first = _in_year(first, told.last.year - turns)
        start, end = write_edtf(first), str(mark.when).split("/")[-1]
        if start is None or start.split("/")[0].strip("~?") > end:
            return self._mark(phrase, None, Basis.NONE), None
        when = read_when(f"{start.split('/')[0]}/{end}")
        return replace(mark, when=when), replace(told, first=when.start)

    def _is_of_document(self, phrase: _Phrase, told: _Told) -> bool:
        """Return whether a date only says which law or agreement of another year is meant."""
        text = phrase.sentence.text
        said = text[max(0, phrase.start - 10) : phrase.stop]
        digit = re.search(r"\d", said)
        if told.unit != "day" or digit is None or not _DOCUMENT.search(said[: digit.start()]):
            return False
        latest = self._told[-1].first if self._told else self._published
        if latest is None or told.first is None:
            return False
        return told.first < latest and told.first.year not in {latest.year, self._published_year}

    def _find_year(
        self, phrase: _Phrase, point: Point, ahead: int | None, *, future: bool
    ) -> tuple[int | None, bool]:
        """Return the year of a date that names none, and whether the text's own date tells it."""
        year = self._relative_year(phrase, future)
        year = year or self._inherit_year(point, phrase.sentence.paragraph, future)
        if year is None and self._published_year is None:
            year = ahead
        if year is not None and phrase.year_from is None:
            year = self._year_of_weekday(point, year)
        if year is not None:
            return year, False
        year = self._year_by_publication(point, future)
        if year is not None:
            year = self._year_of_weekday(point, year)
        return year, year is not None

    def _year_of_weekday(self, point: Point, year: int) -> int:
        """Return ``year``, or one near by in which the day is the weekday that the text says."""
        if point.weekday is None:
            return year
        told = [it.first.year for it in reversed(self._told) if it.first]
        near = [year, *told[:10], self._published_year or year, year + 1, year - 1]
        return next((it for it in near if _is_on_weekday(point.with_year(it))), year)

    def _relative_year(self, phrase: _Phrase, future: bool) -> int | None:
        if not isinstance(phrase.year_from, Relative):
            return None
        own = phrase.year_from
        if self._published is None and own.anchor is Anchor.WRITTEN:  # then that of its last date
            years = [it.first.year for it in self._told if it.first]
            return max(years) + (own.count or 0) if years else None
        _, told = self._relative(phrase, own, future)
        day = told and (told.last if own.sign > 0 else told.first)
        return day.year if day else None

    def _inherit_year(self, point: Point, paragraph: int, future: bool) -> int | None:
        """Return the year that the text told last; the next one where a year has turned since."""
        told = [it for it in self._told[-50:] if it.is_of_one_year]
        fine = next((it for it in reversed(told) if it.unit != "year"), None)
        here = next((it for it in reversed(told) if it.paragraph == paragraph), None)
        latest = told[-1] if told else None
        section = latest if latest and latest.is_heading else None
        is_of_its_day = self._is_of_its_day(told)
        if is_of_its_day and future and latest and latest.first and self._published:
            here = here if latest.first.year >= self._published.year else None
        if here is None and is_of_its_day and not self._goes_on(latest, point):
            return None  # then the day of the text tells the year
        base = here or section or fine or latest
        if base is None or base.first is None or base.last is None:
            return None
        year = (
            base.last.year if base.unit == "year" and base.first == base.last else base.first.year
        )
        point = _first_month(point)
        if base.unit == "year" or not (days := point.with_year(year).days()):
            return year
        following = point.with_year(year + 1).days()
        previous = point.with_year(year - 1).days()
        is_announced = previous and self._published and previous[0] >= self._published
        if is_announced and previous and base.first - previous[0] < days[0] - base.first:
            return year - 1  # between the day of the text and what was announced
        if (
            following
            and not base.is_limit
            and (
                future
                or self._is_before_today(following[0])
                or not self._is_before_today(base.first)
            )
            and base.first - days[0] > _HALF_YEAR
            and following[0] - base.first < _HALF_YEAR
        ):
            return year + 1
        return year

    def _is_before_today(self, day: date) -> bool:
        return self._published is None or day <= self._published

    def _goes_on(self, latest: _Told | None, point: Point) -> bool:
        """Return whether a day follows soon on what is told and is far from that of the text."""
        if latest is None or latest.first is None or self._published is None:
            return False
        days = point.with_year(latest.first.year).days()
        own = self._year_by_publication(point, future=False)
        ours = point.with_year(own or self._published.year).days()
        if not days or not ours or latest.unit != "day":
            return False
        is_far = not timedelta(0) <= self._published - ours[0] < _A_SEASON
        return is_far and timedelta(0) < days[0] - latest.first < _A_SEASON

    def _inherit_month(self, said: Said, paragraph: int) -> Said:
        told = next((it for it in reversed(self._told) if it.unit != "year" and it.last), None)
        base = told.last if told else None
        if told and base and self._published and self._is_of_its_day(self._told):
            is_far = abs(self._published - base) > _A_SEASON
            if is_far and told.paragraph != paragraph:  # then that of the day of the text
                is_ahead = (said.end.day or 0) > self._published.day
                base = self._published.replace(day=1) - timedelta(days=int(is_ahead))
        if base is None:
            return Said(Point(), Point())
        start, end = (Point(base.year, base.month, it.day) for it in (said.start, said.end))
        return replace(said, start=start, end=end)

    def _is_of_its_day(self, told: Sequence[_Told]) -> bool:
        """Whether the text tells of the time when it was published, and not of what is past."""
        if self._published is None or not self._told:
            return False
        first = self._told[0].first
        return first is not None and abs(first.year - self._published.year) <= 1 and bool(told)

    def _year_by_publication(self, point: Point, future: bool) -> int | None:
        if self._published is None:
            return self._published_year
        published, point = self._published, _first_month(point)
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
        paragraph = phrase.sentence.paragraph
        if said.anchor is Anchor.NEAR:
            said = replace(said, anchor=self._nearest_anchor(said, paragraph))
        entry = self._find_entry(said, paragraph)
        is_of_today = self._published and phrase.is_of_speech and said.anchor is Anchor.WRITTEN
        counted_from = None if entry or is_of_today else self._find_anchor(said, paragraph, future)
        base = self._find_base(said, counted_from or entry)
        if base is None:
            return (None if _is_of_these_days(said) else open_mark), None
        if said.count is None and said.month is None and said.season is None:
            if counted_from is None:
                return open_mark, None
            position, sign = counted_from.position, said.sign or 1
            return replace(open_mark, basis=Basis.INFERRED, anchor=position, sign=sign), None
        if counted_from and _is_shift(said, counted_from):
            return self._shift(phrase, said, counted_from)
        expression, unit = _count_within_calendar(base, said, future, counted_from)
        if expression is None:
            return open_mark, None
        if isinstance(phrase.year_from, Said) and unit == "day" and phrase.year_from.end.year:
            expression = f"{phrase.year_from.end.year:04}{expression[4:10]}"
        mark = replace(
            self._mark(phrase, expression, Basis.INFERRED),
            anchor=told_from.position if (told_from := counted_from or entry) else None,
            sign=said.sign,
            is_from_publication=told_from is None,
        )
        assert mark.when
        when = mark.when
        if said.bound is Bound.FROM and said.anchor is Anchor.WRITTEN and said.weekday is None:
            return mark, None
        if said.unit == "night":  # what follows is counted from its evening
            return mark, self._tell(phrase, when.start, when.start, "day")
        return mark, self._tell(phrase, when.start or when.end, when.end or when.start, unit)

    def _find_base(self, said: Relative, anchor: _Told | None) -> date | None:
        """Return the day from which to count."""
        if anchor:
            return anchor.last if said.sign >= 0 else anchor.first
        return self._published if said.anchor is Anchor.WRITTEN else None

    def _nearest_anchor(self, said: Relative, paragraph: int) -> Anchor:
        """Return what "by the end of the month" is counted from."""
        if self._published is None:
            return Anchor.TOLD
        last = self._told[-1] if self._told else None
        if last is None or last.first is None or last.paragraph != paragraph:
            return Anchor.WRITTEN
        if not self._is_of_its_day(self._told):
            return Anchor.TOLD
        is_long_ago = abs(self._published - last.first) > _THESE_MONTHS
        return Anchor.WRITTEN if said.unit == "week" or is_long_ago else Anchor.TOLD

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

    def _find_anchor(self, said: Relative, paragraph: int, future: bool) -> _Told | None:
        """Return the date told last that is fine enough to count from."""
        fine = {
            "day": {"day"},
            "night": {"day"},
            "week": {"day"},
            "calendar week": {"day"},
            "month": {"day", "month"},
        }.get(said.unit if said.month is None else "", {"day", "month", "year"})
        earlier = self._told[-50:]
        if not future:  # what follows is not counted from what was only announced
            earlier = [it for it in earlier if not it.is_to_come] or earlier
        told = next((it for it in reversed(earlier) if it.unit in fine), None)
        if self._aside and (said.anchor, said.unit, said.count) == (Anchor.TOLD, "year", 0):
            earlier.append(self._aside)  # since 1926; in March of that year
            earlier.sort(key=lambda it: it.position)
            told = earlier[-1]
        last = earlier[-1] if earlier else None
        if last and last.is_short and said.weekday is None:
            told = last
        if said.anchor is Anchor.TOLD or told is None or told.first is None:
            return told if said.anchor is Anchor.TOLD else None
        if said.weekday is None or said.sign or said.unit != "day":
            return None
        if self._published is None:
            return told
        if future and told.first < self._published:
            return None
        # A weekday in a text about what is long past is one of that time.
        distance = self._published - told.first
        here = [it for it in earlier if it.paragraph == paragraph and it.unit == "day"]
        is_told_here = len(here) > 1 or (bool(here) and distance < _THESE_MONTHS)
        is_past = is_told_here or not self._is_of_its_day(self._told)
        return told if is_past and distance > _LONG_AGO else None


def _is_of_these_days(said: Relative) -> bool:
    """Return whether it may be vague where nothing tells it: "today", "in three days' time"."""
    is_day = said.unit == "day" and said.weekday is None and (said.count or 0) >= 0
    return is_day and said.anchor is Anchor.WRITTEN


def _first_month(point: Point) -> Point:
    """Return the month in which a season starts, for its year to be told; else ``point``."""
    if point.season is None:
        return point
    return Point(month=_MONTHS_OF.get(point.season, (1, 2))[0])


def _is_shift(said: Relative, anchor: _Told) -> bool:
    """Return whether both ends of a date move by as many days or weeks."""
    if said.unit not in {"day", "week"} or said.weekday is not None:
        return False
    return anchor.unit != "day" or (said.unit == "week" and anchor.is_night)


def _is_attribute(phrase: _Phrase) -> bool:
    """Return whether a year says which of several is meant: "the 2021 plan"."""
    return re.match(r"the\s+\d{4}$", phrase.sentence.text[phrase.start : phrase.stop]) is not None


def _is_since(meaning: Meaning) -> bool:
    return not isinstance(meaning, Span) and meaning.bound is Bound.FROM


def _is_negated(phrase: _Phrase) -> bool:
    before = phrase.sentence.text[: phrase.start]
    return (
        re.search(r"(?:\bnot|n['’]t|\bnever)\s+(?:\w+\s+){0,2}$", before, re.IGNORECASE) is not None
    )


def _is_head(phrase: _Phrase) -> bool:
    """Return whether a day heads its paragraph: "Monday, 31 July 1944. It rained"."""
    meaning, text = phrase.meaning, phrase.sentence.text
    if not isinstance(meaning, Said) or meaning.start != meaning.end or meaning.bound:
        return False
    if not meaning.end.has_day or phrase.sentence.start or _IN_SENTENCE.match(text, phrase.start):
        return False
    before, after = text[: phrase.start].strip(' „“"(,–-'), text[phrase.stop :].strip('”"')
    if before and not (len(before) <= _HEADING_CHARACTERS and _is_place_like(before)):
        return False
    return (
        not after
        or after[0] in ".:|)\n"
        or len(after) <= _HEADING_CHARACTERS
        or (re.match(r"\s*[–—-]\s", after) is not None)
    )


def _is_on_weekday(point: Point) -> bool:
    days = point.days()
    return days is not None and days[0].weekday() == point.weekday


def _in_year(said: Said, year: int) -> Said:
    """Return a date that names no year in ``year``, which is that of its end."""
    if said.start.year:
        return replace(said, end=said.end.with_year(year))
    turns = bool(said.start.month and said.end.month and said.start.month > said.end.month)
    return replace(said, start=said.start.with_year(year - turns), end=said.end.with_year(year))


def _count_within_calendar(
    base: date, said: Relative, future: bool, anchor: _Told | None
) -> tuple[str | None, str]:
    """Return what :func:`_count_from` does, None for the EDTF of days that no calendar has."""
    try:
        return _count_from(base, said, future, anchor)
    except (OverflowError, ValueError):
        return None, said.unit


def _count_from(
    base: date, said: Relative, future: bool, anchor: _Told | None
) -> tuple[str | None, str]:
    """Return the EDTF of what ``said`` is, counted from ``base``, and how fine that is.

    The EDTF is None if the calendar has no such date.
    """
    count = said.count or 0
    if said.weekday is not None:
        first, last = _find_weekdays(base, said, future, anchor)
        days = first.isoformat() if first == last else f"{first}/{last}"
        return _bounded(said.bound, first.isoformat(), last.isoformat(), days), "day"
    if said.unit == "night":
        evening = base + timedelta(days=count)
        return f"{evening}/{evening + _NIGHT}", "day"
    if said.unit == "day":
        is_of_days = anchor and anchor.first != anchor.last and not anchor.is_night
        if count == 0 and anchor and anchor.first and is_of_days:
            return f"{anchor.first.isoformat()}/{base.isoformat()}", "day"
        day = (base + timedelta(days=count)).isoformat()
        return _bounded(said.bound, day, day, day), "day"
    if said.unit == "week" and anchor is not None and count:
        return f"{(base + timedelta(weeks=count)).isoformat()}~", "day"
    if said.unit.endswith("week"):
        return _part_of_week(base - timedelta(days=base.weekday()) + timedelta(weeks=count), said)
    point = _count_long(base, said, anchor)
    expression = write_edtf(Said(point, point, said.bound, said.part))
    return expression, "day" if point.day else "month" if point.month or point.season else "year"


def _count_long(base: date, said: Relative, anchor: _Told | None) -> Point:
    """Return the month, the year or the years that ``said`` is, counted from ``base``."""
    count = said.count or 0
    if size := _YEARS_OF.get(said.unit):  # the 1990s start with 1990, the 20th century with 1901
        year = (base.year - size // 100) // size * size + size // 100 + count * size
        return Point(year, last_year=year + size - 1)
    if said.unit == "month" and said.month is None:
        months = base.year * 12 + base.month - 1 + count
        return Point(months // 12, months % 12 + 1, said.day)
    if said.season is not None:
        return Point(_year_of_season(base, said), season=said.season)
    if said.month is not None:
        return Point(_year_of_month(base, said), said.month)
    point = Point(base.year + count)
    if anchor and anchor.first and anchor.last and anchor.first.year < base.year:
        return replace(point, year=anchor.first.year + count, last_year=point.year)
    return point


def _part_of_week(monday: date, said: Relative) -> tuple[str, str]:
    """Return the week that starts on ``monday``, or the days of it that are meant."""
    start, stop = {Part.EARLY: (0, 1), Part.MIDDLE: (2, 3), Part.LATE: (4, 6)}.get(
        said.part or Part.FIRST_HALF, (0, 6)
    )
    first, last = monday + timedelta(days=start), monday + timedelta(days=stop)
    mark = "~" if said.part else ""
    days = f"{first}{mark}/{last}{mark}"
    return _bounded(said.bound, first.isoformat(), last.isoformat(), days), "day"


def _find_weekdays(
    base: date, said: Relative, future: bool, anchor: _Told | None
) -> tuple[date, date]:
    """Return the nearest such weekdays on the side that is meant, a week off rather than none."""
    assert said.weekday is not None
    last_weekday = said.weekday if said.last_weekday is None else said.last_weekday
    length = timedelta(days=(last_weekday - said.weekday) % 7)
    if said.unit != "day":
        first = base + timedelta(days=said.weekday - base.weekday() + 7 * (said.count or 0))
        return first, first + length
    ahead = (said.weekday - base.weekday()) % 7
    if said.sign > 0 or (said.sign == 0 and future and anchor is None):
        first = base + timedelta(days=ahead or 7)
        return first, first + length
    if said.sign == 0 and anchor is not None and anchor.first:
        within = anchor.first + timedelta(days=(said.weekday - anchor.first.weekday()) % 7)
        first = within if within <= base else base + timedelta(days=ahead)
        return first, first + length
    back = (base.weekday() - last_weekday) % 7
    last = base - timedelta(days=back or (7 if said.sign < 0 else 0))
    return last - length, last


def _year_of_season(base: date, said: Relative) -> int:
    """Return the year of "last summer"; a winter is of the year in which it ends."""
    is_winter = said.season is Season.WINTER
    first, last = (12, 2) if is_winter else _MONTHS_OF[said.season or Season.SUMMER]
    if said.count is not None:
        return base.year + said.count + (is_winter and base.month > 6)
    if said.sign < 0:
        return base.year - (base.month <= last)
    return base.year + (is_winter or base.month >= first)


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
    if said.shift:
        day = (end[1] if said.shift > 0 else start[0]) + timedelta(days=said.shift)
        return f"{day.isoformat()}{mark}"
    if said.end.season:
        first, last = _season_days(said)
        if said.part and (month := _month_of_season(first, said.part)):
            return _bounded(said.bound, f"{month}~", f"{month}~", f"{month}~")
        text = f"{first[:7]}~/{last[:7]}~"
        return _bounded(said.bound, f"{first[:7]}~", f"{last[:7]}~", text)
    if said.part and not (said.bound is Bound.UNTIL and said.part is Part.LATE):
        narrowed = _part_of(said.end, start[0], end[1], said.part)
        if narrowed:
            return _bounded(said.bound, *narrowed, "/".join(narrowed))
    first, last = _write(said.start, start[0]), _write(said.end, end[1], last=True)
    if said.start == said.end:
        both = f"{first}{mark}/{last}{mark}" if said.end.last_year else first + mark
        return _bounded(said.bound, first + mark, last + mark, both)
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


def _month_of_season(first: str, part: Part) -> str | None:
    """Return the first, second or third month of a season that starts on ``first``."""
    number = {Part.EARLY: 0, Part.MIDDLE: 1, Part.LATE: 2}.get(part)
    if number is None:
        return None
    months = int(first[:4]) * 12 + int(first[5:7]) - 1 + number
    return f"{months // 12:04}-{months % 12 + 1:02}"


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
            Part.WEEK_1: (1, 7),
            Part.WEEK_2: (8, 14),
            Part.WEEK_3: (15, 21),
            Part.WEEK_4: (22, 28),
            Part.LAST_WEEK: (length - 6, length),
            Part.TENTH_1: (1, 10),
            Part.TENTH_2: (11, 20),
            Part.TENTH_3: (21, length),
            Part.LAST_TENTH: (21, length),
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
        }.get(part)
        if months is None:
            return None
        mark = "~" if part in {Part.EARLY, Part.MIDDLE, Part.LATE} else ""
        return tuple(f"{first.year:04}-{month:02}{mark}" for month in months)  # type: ignore[return-value]
    length = last.year - first.year + 1
    shares = {
        Part.EARLY: (0.0, 0.3),
        Part.MIDDLE: (0.3, 0.6) if length == _DECADE else (0.35, 0.65),
        Part.LATE: (0.7, 1.0),
        Part.FIRST_HALF: (0.0, 0.5),
        Part.SECOND_HALF: (0.5, 1.0),
        Part.TENTH_1: (0.0, 0.1),
        Part.TENTH_2: (0.1, 0.2),
        Part.TENTH_3: (0.2, 0.3),
        Part.LAST_TENTH: (0.9, 1.0),
    }.get(part)
    if shares is None:
        return None
    years = first.year + round(length * shares[0]), first.year + round(length * shares[1]) - 1
    return f"{years[0]:04}~", f"{years[1]:04}~"
