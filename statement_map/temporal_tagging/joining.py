"""What a sentence says of dates: its phrases, those that mean one date as one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush
from itertools import pairwise
from operator import itemgetter

from statement_map.prose.text import Sentence
from statement_map.temporal_tagging.grammar import Grammar, Rule
from statement_map.temporal_tagging.joints import Joints
from statement_map.temporal_tagging.said import (
    Anchor,
    Bound,
    Meaning,
    Part,
    Point,
    Relative,
    Said,
    Span,
    Stretch,
)
from statement_map.temporal_tagging.tenses import find_verbs

_QUOTED = re.compile(r"„[^”]*”|“[^”]*”|\"[^\"]*\"|«[^»]*»")
_LIST_CLAUSE = re.compile(r"[,;]")
_LONG_CLAUSE = re.compile(r";")
_SOMETHING = re.compile(r"\s+[\w'’ ]{1,40},\s*")
_DIRECTLY = re.compile(r"\s*[,(]\s*")
_COMMA = re.compile(r",?\s*")
_MONTHS_OF_TURN = 6
"""So far a month lies behind the next of a list where a year has turned between them."""

_ENDS = frozenset([Part.LATE, Part.SECOND_HALF, Part.LAST_WEEK, Part.LAST_TENTH, Part.TENTH_3])
_STARTS = frozenset([Part.EARLY, Part.FIRST_HALF, Part.WEEK_1, Part.TENTH_1])


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """What a sentence says of one date, from ``start`` to ``stop`` in its text.

    ``year_from`` tells the year where the date has none: "two years later, on 5 May".
    ``is_of_speech`` is set where it is when somebody spoke, ``is_head`` where other lines of the
    text begin with such a date too.
    """

    sentence: Sentence
    start: int
    stop: int
    meaning: Meaning
    year_from: Relative | Said | None = None
    is_of_speech: bool = False
    is_head: bool = False


class Clauses:
    """The clauses and verbs of a sentence, each found once, whatever dates it has.

    Words in quotation marks count for the dates in the same marks alone: what somebody said is not
    when they said it.
    """

    def __init__(self, text: str, joints: Joints) -> None:
        self._length = len(text)
        self._quotes = [found.span() for found in _QUOTED.finditer(text)]
        self._quote_starts = [start for start, _ in self._quotes]
        self._ends = [
            self._sort([found.span() for found in ends.finditer(text)])
            for ends in (joints["clause"], _LIST_CLAUSE, _LONG_CLAUSE)
        ]
        verbs = find_verbs(text, joints)
        self._future, self._past = self._sort(verbs.future), self._sort(verbs.past)
        self._to_come, self._present = self._sort(verbs.to_come), self._sort(verbs.present)
        self._planned = self._sort([found.span() for found in joints["present"].finditer(text)])

    @property
    def is_of_past(self) -> bool:
        """Whether any verb outside quotation marks is in the past."""
        return self._past.first(None, 0, self._length) is not None

    def find_future(self, phrase: DatePhrase) -> int | None:
        """Return where it says that a phrase is of what is to come, None if nothing does.

        That may stand behind a comma or a semicolon, unless what is before it is in the past.
        """
        own = self._quote_of(phrase.start)
        is_since = _is_since(phrase.meaning)
        is_weekday = isinstance(phrase.meaning, Relative) and phrase.meaning.weekday is not None
        for ends in self._ends if is_since else (*self._ends, None):
            start, stop = 0, self._length
            if ends is not None:
                start = max((it[1] for it in ends.before(own, phrase.start)), default=0)
                stop = min((it[0] for it in ends.behind(own, phrase.stop)), default=stop)
            found = self._find_future_in(own, start, stop, is_weekday=is_weekday)
            if found == stop and is_since:  # on strike since Friday
                return None
            if found is not None or self._past.first(own, start, stop) is not None:
                return found
        return None

    def _find_future_in(
        self, own: int | None, start: int, stop: int, *, is_weekday: bool
    ) -> int | None:
        """Return where a clause speaks of what is to come; its end stands for a mere present."""
        found = self._future.first(own, start, stop)
        if found is None:
            found = self._to_come.first(own, start, stop)
        if found is not None or self._past.first(own, start, stop) is not None:
            return found
        spans = (self._present, self._planned) if is_weekday else (self._present,)
        is_present = any(it.first(own, start, stop) is not None for it in spans)
        return stop if is_present else None  # on Friday the sale starts

    def _quote_of(self, at: int) -> int | None:
        number = bisect_right(self._quote_starts, at) - 1
        return number if number >= 0 and at < self._quotes[number][1] else None

    def _sort(self, spans: Sequence[tuple[int, int]]) -> _Spans:
        sorted_: defaultdict[int | None, list[tuple[int, int]]] = defaultdict(list)
        for span in spans:
            sorted_[self._quote_of(span[0])].append(span)
        return _Spans(sorted_)


@dataclass(frozen=True, slots=True)
class _Spans:
    """Parts of a sentence in its order, by the number of the quotation they stand in."""

    by_quote: Mapping[int | None, Sequence[tuple[int, int]]]

    def _seen_from(self, own: int | None) -> Iterator[Sequence[tuple[int, int]]]:
        for number in {None, own}:
            if number in self.by_quote:
                yield self.by_quote[number]

    def before(self, own: int | None, stop: int) -> Iterator[tuple[int, int]]:
        """Yield the last parts that end before ``stop``."""
        for spans in self._seen_from(own):
            if at := bisect_right(spans, stop, key=itemgetter(1)):
                yield spans[at - 1]

    def behind(self, own: int | None, start: int) -> Iterator[tuple[int, int]]:
        """Yield the first parts that start at ``start`` or later."""
        for spans in self._seen_from(own):
            if (at := bisect_left(spans, start, key=itemgetter(0))) < len(spans):
                yield spans[at]

    def first(self, own: int | None, start: int, stop: int) -> int | None:
        """Return where the first part within ``start`` and ``stop`` starts."""
        found = [it[0] for it in self.behind(own, start) if it[1] <= stop]
        return min(found, default=None)


def find_phrases(sentence: Sentence, grammar: Grammar) -> Iterator[DatePhrase]:
    """Yield what is said of dates, the longest phrase where several start alike."""
    text = sentence.text
    if alone := grammar.joints["year_alone"].fullmatch(text):
        point = Point(int(alone["year1"]))
        yield DatePhrase(sentence, *alone.span("said"), Said(point, point))
        return
    matches = list(find_matches(text, grammar.rules))
    for rule, match in matches:
        for meaning in rule.read(match):
            yield DatePhrase(sentence, match.start(), match.end(), meaning)
    if sentence.paragraph <= 1 and not matches:
        yield from _find_years_of_titles(sentence, grammar)


def _find_years_of_titles(sentence: Sentence, grammar: Grammar) -> Iterator[DatePhrase]:
    """Yield the year at the end of each line of a title; a sentence that ends is none."""
    text = sentence.text
    if text.endswith((".", "!", "?", ":")):
        return
    for line in re.finditer(r"[^\n]+", text):
        if title := grammar.joints["year_of_title"].fullmatch(text, *line.span()):
            point = Point(int(title["year1"]))
            yield DatePhrase(sentence, *title.span("year1"), Said(point, point))


def find_matches(text: str, rules: Sequence[Rule]) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Yield the rules and their matches in order, the longest where several start alike.

    The next match of each rule waits in a heap.
    """
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
            yield rules[number], match
        # What another phrase took a part of may go on behind it.
        if more := rules[number].pattern.search(text, max(reached, start + 1)):
            heappush(found, (more.start(), -more.end(), number, more))


def join_phrases(phrases: Iterable[DatePhrase], joints: Joints) -> Sequence[DatePhrase]:
    """Return the phrases of a sentence, those that mean one date as one."""
    joined: list[DatePhrase] = []
    for phrase in phrases:
        while joined and joined[-1].stop <= phrase.start:
            if not (both := _join(joined[-1], phrase, joints)):
                break
            phrase = both
            joined.pop()
        joined.append(phrase)
    return _share_years(joined, joints)


def _share_years(phrases: Sequence[DatePhrase], joints: Joints) -> Sequence[DatePhrase]:
    """Return the phrases of a sentence, each of a list with the year that stands at its end.

    That is "on 3 May, 5 June and 7 July 1913", or "in March and later in July 1917".
    """
    shared: list[DatePhrase] = []
    for phrase in reversed(phrases):
        following = shared[-1] if shared else None
        if following and (year := _year_of_list(phrase, following, joints)):
            phrase = replace(phrase, meaning=_in_year(phrase.meaning, year))
        if following and (run := _join_run(phrase, following, joints)):
            shared.pop()
            phrase = run
        shared.append(phrase)
    phrases = shared[::-1]
    return [*phrases[:1], *(_in_year_before(*it, joints) for it in pairwise(phrases))]


def _in_year_before(phrase: DatePhrase, following: DatePhrase, joints: Joints) -> DatePhrase:
    """Return a date with the year right before it: "since 2019, when on 14 March"."""
    own, other = phrase.meaning, following.meaning
    between = phrase.sentence.text[phrase.stop : following.start]
    if not (isinstance(own, Said) and isinstance(other, Said)) or own.start != own.end:
        return following
    is_year = own.end.year and not own.end.last_year and not _is_within_year(own.end)
    if not is_year or other.start.year or not joints.joins("when", between):
        return following
    return replace(following, meaning=_in_year(other, own.end.year or 0))


def _year_of_list(phrase: DatePhrase, following: DatePhrase, joints: Joints) -> int | None:
    """Return the year that a date has from the one behind it in a list, None if it has none so."""
    first = phrase.meaning.first if isinstance(phrase.meaning, Span) else phrase.meaning
    own = phrase.meaning.last if isinstance(phrase.meaning, Span) else phrase.meaning
    other = following.meaning.first if isinstance(following.meaning, Span) else following.meaning
    if not (isinstance(own, Said) and isinstance(first, Said) and isinstance(other, Said)):
        return None
    if own.end.year or first.start.year or not other.start.year or other.start.last_year:
        return None
    if not (_is_within_year(own.end) and _is_within_year(other.start)) or phrase.year_from:
        return None
    if not _is_listed(phrase, following, joints):
        return None
    month, next_month = own.end.month, other.start.month
    turns = bool(month and next_month and month - next_month >= _MONTHS_OF_TURN)
    return other.start.year - turns  # in December, January and February 1913


def _is_within_year(point: Point) -> bool:
    return point.has_day or point.month is not None or point.season is not None


def _is_listed(phrase: DatePhrase, following: DatePhrase, joints: Joints) -> bool:
    """Return whether only a comma or "and" stands between two phrases, or one names both."""
    between = phrase.sentence.text[phrase.stop : following.start]
    return phrase.stop > following.start or joints.joins("listed", between)


def _in_year(meaning: Meaning, year: int) -> Meaning:
    match meaning:
        case Said():
            turns = bool(
                meaning.start.month
                and meaning.end.month
                and meaning.start.month > meaning.end.month
            )
            start = meaning.start.with_year(year - turns)
            return replace(meaning, start=start, end=meaning.end.with_year(year))
        case Span(first, last):
            return Span(_said_in_year(first, year), _said_in_year(last, year))
    return meaning


def _said_in_year(said: Said, year: int) -> Said:
    return replace(said, start=said.start.with_year(year), end=said.end.with_year(year))


def _join_run(phrase: DatePhrase, following: DatePhrase, joints: Joints) -> DatePhrase | None:
    """Return two listed dates as one where one goes on with the other: "May, June and July".

    That is so of months in a row, and of the end of one month and the start of the next.
    """
    own, other = phrase.meaning, following.meaning
    if not (isinstance(own, Said) and isinstance(other, Said)):
        return None
    if own.bound or other.bound or not _is_listed(phrase, following, joints):
        return None
    last, first = own.end, other.start
    if last.has_day or first.has_day or not (last.month and first.month and last.year):
        return None
    if (first.month - last.month) % 12 != 1 or first.year != last.year + (first.month == 1):
        return None
    both = replace(following, start=phrase.start)
    if own.part in _ENDS and other.part in _STARTS:
        return replace(both, meaning=Span(own, other))
    is_plain = not (own.part or other.part or own.is_approximate or other.is_approximate)
    return replace(both, meaning=replace(other, start=own.start)) if is_plain else None


def _join(phrase: DatePhrase, following: DatePhrase, joints: Joints) -> DatePhrase | None:
    """Return two phrases as one, None if each is a date of its own."""
    between = phrase.sentence.text[phrase.stop : following.start]
    own, other = phrase.meaning, following.meaning
    match own, other:
        case ((Said() | Relative() as first), (Said() | Relative() as last)) if (
            _is_stretch(first, last) and not between.strip()
        ):
            return replace(phrase, stop=following.stop, meaning=Stretch(first, last))
        case Relative(), Said():
            return _join_to_date(phrase, own, following, other, joints)
        case Said(), Relative():
            return _join_from_date(phrase, own, following, other, joints)
        case ((Said() | Span() as dated), Said()) if _is_year_of(phrase, dated, following, joints):
            meaning = _in_year(dated, other.end.year or 0)
            return replace(phrase, stop=following.stop, meaning=meaning)
        case Said(), Said() if both := _join_dates(phrase, own, other, joints, between):
            return replace(phrase, stop=following.stop, meaning=both)
        case Relative(weekday=int(), unit="day"), Relative(weekday=None):  # Friday of last week
            if other.unit.endswith("week") and joints.joins("of_week", between):
                meaning = replace(other, unit="week", weekday=own.weekday)
                return replace(phrase, stop=following.stop, meaning=meaning)
        case Relative(unit="year", count=int()), Relative(unit="month", count=int(), month=None):
            if own.anchor is other.anchor is Anchor.WRITTEN and not between.strip():
                months = 12 * (own.count or 0) + (other.count or 0)  # two years ago last month
                return replace(phrase, stop=following.stop, meaning=replace(other, count=months))
    return None


def _is_year_of(
    phrase: DatePhrase, own: Said | Span, following: DatePhrase, joints: Joints
) -> bool:
    """Return whether a bare year behind a date is its year: "the first week of May in 1867"."""
    other = following.meaning
    last = own.last.end if isinstance(own, Span) else own.end
    if last.year or not _is_within_year(last) or phrase.year_from or not isinstance(other, Said):
        return False
    if other != Said(Point(other.end.year), Point(other.end.year)) or not other.end.year:
        return False
    text = phrase.sentence.text
    between = text[phrase.stop : following.start]
    is_said = joints.joins("year_said", text[following.start : following.stop])
    return between.isspace() or (is_said and _COMMA.fullmatch(between) is not None)


def _join_dates(
    phrase: DatePhrase, own: Said, other: Said, joints: Joints, between: str
) -> Meaning | None:
    """Return what two dates mean as one, None if each is a date of its own."""
    if _heads_day(own, other, between):  # in the year 1655, on 25 July
        return _in_year(other, own.end.year or 0)
    if _is_span(phrase, own, other, joints, between):
        return Span(replace(own, bound=None), replace(other, bound=None))
    return None


def _heads_day(own: Said, other: Said, between: str) -> bool:
    """Return whether a bare year goes right before a day, month or season that names none."""
    is_bare = own == Said(Point(own.end.year), Point(own.end.year)) and own.end.year is not None
    is_of_year = other.end.year is None and other.start.year is None and not other.end.last_year
    return is_bare and is_of_year and _is_within_year(other.end) and bool(_COMMA.fullmatch(between))


def _join_from_date(
    phrase: DatePhrase, own: Said, following: DatePhrase, other: Relative, joints: Joints
) -> DatePhrase | None:
    """Return a date with what stands behind it as one, if that says no other date."""
    text = phrase.sentence.text
    between = text[phrase.stop : following.start]
    if other.weekday is not None:  # on 5 May, a Friday
        is_apposed = own.end.has_day and _DIRECTLY.fullmatch(between)
        is_same = is_apposed and other.last_weekday is None and not other.sign
        return replace(phrase, stop=following.stop) if is_same else None
    if other.unit == "year" and own.end.year is None and joints.joins("of", between):
        return replace(phrase, stop=following.stop, year_from=other)  # the spring of that year
    said = text[following.start : following.stop]
    is_beside = joints["eve"].search(said) or joints.joins(
        "beside", said
    )  # 5 May, two days before the vote
    if own.end.has_day and is_beside and joints.joins("that_is", between):
        return replace(phrase, stop=following.stop)
    return None


def _join_to_date(
    phrase: DatePhrase, own: Relative, following: DatePhrase, other: Said, joints: Joints
) -> DatePhrase | None:
    """Return "two days later" and the like with the date behind it as one."""
    text = phrase.sentence.text
    between = text[phrase.stop : following.start]
    if (own.anchor, own.unit, own.count) == (Anchor.TOLD, "day", 0):  # on the same day in 1944
        if other.bound or other.end.month or between.strip():
            return None
        return replace(phrase, stop=following.stop, year_from=other)
    is_of_year = own.unit == "year" and not own.bound and _is_within_year(other.end)
    if other.end.year is None and not (other.end.has_day or is_of_year):
        return None
    if _is_offset(phrase, between, joints):  # the day after 5 May
        days = (own.count or 0) * (7 if own.unit == "week" else 1)
        shifted = replace(other, shift=days, bound=None)
        return replace(following, start=phrase.start, meaning=shifted)
    # nine years later, in June 1989; on the eve of the vote, 5 May
    if joints["of_something"].search(text[phrase.start : phrase.stop]):
        is_joined = _SOMETHING.fullmatch(between) is not None
    else:
        is_beside = is_of_year and _COMMA.fullmatch(between) is not None
        is_joined = is_beside or joints.joins("apposed", between)
    if not is_joined:
        return None
    is_counted = own.weekday is None and own.season is None and own.count is not None
    if is_counted and other.end.year is None:
        return replace(following, start=phrase.start, year_from=own)
    if own.weekday is not None and own.last_weekday is not None and other.start == other.end:
        days = (own.last_weekday - own.weekday) % 7  # from Monday to Tuesday, 5 May
        meaning = replace(other, bound=None, shift=-days, is_of_all_days=True)
        return replace(following, start=phrase.start, meaning=meaning if days else other)
    if own.weekday is not None and own.bound and other.end.has_day:  # from next Sunday, 5 May
        meaning = replace(other, bound=own.bound)
        return replace(following, start=phrase.start, meaning=meaning)
    return following


def _is_offset(phrase: DatePhrase, between: str, joints: Joints) -> bool:
    """Return whether a phrase like "two days before" counts from the date right behind it."""
    own = phrase.meaning
    if not isinstance(own, Relative) or own.unit not in {"day", "week"} or not own.count:
        return False
    said = phrase.sentence.text[phrase.start : phrase.stop]
    return joints.joins("beside", said) and not between.strip()


def _is_span(phrase: DatePhrase, own: Said, other: Said, joints: Joints, between: str) -> bool:
    """Return whether two dates are the ends of one: "between late 2015 and early 2017"."""
    if own.start != own.end or other.start != other.end or own.bound is Bound.UNTIL:
        return False
    said = phrase.sentence.text[phrase.start : phrase.stop]
    is_of_seasons = own.end.season and other.end.season and own.end.year is None
    if is_of_seasons and joints.joins("both", between):  # in summer and autumn 1939
        return True
    is_since = bool(joints["since"].match(said)) and own.end.has_day
    if is_since and own.bound is Bound.FROM and joints.joins("to_end", between):
        return True
    if _COMMA.fullmatch(between) or joints.joins("hour_aside", between):
        return bool(joints["since"].match(said)) and other.bound is Bound.UNTIL
    if joints.joins("between_and", between):
        before = phrase.sentence.text[max(0, phrase.start - 20) : phrase.start]
        return bool(joints["between"].search(before) or joints["between"].match(said))
    is_part = any(it.part or it.end.season or it.end.last_year for it in (own, other))
    is_open = other.bound is None and not is_of_seasons
    return is_part and is_open and joints.joins("then", between)


def _is_stretch(first: Said | Relative, last: Said | Relative) -> bool:
    """Return whether the one is "from" and the other "until", and one of them is counted."""
    is_counted = isinstance(first, Relative) or isinstance(last, Relative)
    return is_counted and (first.bound, last.bound) == (Bound.FROM, Bound.UNTIL)


def _is_since(meaning: Meaning) -> bool:
    return isinstance(meaning, Said | Relative) and meaning.bound is Bound.FROM
