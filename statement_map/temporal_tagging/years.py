"""The years of dates that name none, chosen for a text as a whole (dynamic programming).

A date without a year may be in several: those of what is told before it, those of the text's own
day, and the years beside them. Of all ways through a text the one is taken that costs least: the
order of a story costs little, to go back in it more, and what only explains something or lies
ahead neither takes its year from the story nor gives it one. The few best ways are kept at each
date (beam search), so time grows with the number of dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from statement_map.prose.text import Sentence
from statement_map.temporal_tagging.around import is_attribute, is_head
from statement_map.temporal_tagging.counting import first_month
from statement_map.temporal_tagging.joining import DatePhrase
from statement_map.temporal_tagging.joints import Joints
from statement_map.temporal_tagging.said import (
    Anchor,
    Bound,
    Meaning,
    Point,
    Relative,
    Said,
    Span,
    Stretch,
)
from statement_map.temporal_tagging.story import (
    A_YEAR,
    COSTS,
    Aside,
    Position,
    Way,
    Year,
    is_within,
    is_within_year,
    overlaps,
    read_back,
    step,
    year_after,
)
from statement_map.when import When

_BEAM = 12
"""So many ways are kept at each date."""

_YEAR_HEADING = 30
"""A line that is no longer and names a year heads what stands below it."""


_LONGEST = 3
"""So many years of a stretch that was told may have a date that names none."""

_A_QUARTER, _HALF_YEAR = 92, 183
_OPENING = 3
"""A date that stands no further behind opens its sentence."""


@dataclass(frozen=True, slots=True)
class DatedPhrase:
    """A phrase, and whether its sentence is of what is to come, only announces it, or is past."""

    phrase: DatePhrase
    speaks_of_future: bool
    is_to_come: bool
    is_of_past: bool = False


@dataclass(frozen=True, slots=True)
class _Date:
    """A date, and what its words say of it by themselves."""

    it: DatedPhrase
    said: Said
    point: Point
    is_entry: bool
    is_heading: bool
    is_aside: bool
    ahead: int | None

    @property
    def future(self) -> bool:
        return self.it.speaks_of_future and not self.is_entry

    @property
    def sentence(self) -> Sentence:
        return self.it.phrase.sentence


def choose_years(
    phrases: Sequence[DatedPhrase],
    joints: Joints,
    published: When | None,
    ahead: Sequence[int | None],
) -> Sequence[Year | None]:
    """Return the year of each phrase that names none, None where nothing tells it or it needs none.

    ``ahead`` is the year that each sentence names later, for the text's first dates.
    """
    return _Chooser(joints, published, is_news=_is_news(phrases, published)).choose(phrases, ahead)


def years_ahead(phrases: Sequence[DatePhrase]) -> Sequence[int | None]:
    """Return the first year named from each phrase on, as far as its sentence goes.

    A heading goes on in the line below it.
    """
    years: list[int | None] = []
    year, sentence = None, None
    for phrase in reversed(phrases):
        if phrase.sentence is not sentence and phrase.sentence.paragraph:
            year, sentence = None, phrase.sentence
        meaning = phrase.meaning.first if isinstance(phrase.meaning, Span) else phrase.meaning
        if isinstance(meaning, Said) and meaning.start.year and not meaning.start.last_year:
            year = meaning.start.year
        years.append(year)
    return years[::-1]


class _Chooser:
    """Finds the years; ``is_news`` of a text of its own days."""

    def __init__(self, joints: Joints, published: When | None, *, is_news: bool) -> None:
        self._joints = joints
        self._today = published.start if published and published.is_day else None
        self._own: Position | None = None
        if published and published.start and published.end:
            first, last, is_day = published.start, published.end, published.is_day
            if first.year == last.year:
                self._own = Position(first, last, not is_day, is_from_publication=True)
        self._is_news = is_news
        self._named: int | None = None

    def choose(
        self, phrases: Sequence[DatedPhrase], ahead: Sequence[int | None]
    ) -> Sequence[Year | None]:
        ways = [Way(0.0, self._own if self._is_news else None, None, None, None, None)]
        for it, year in zip(phrases, ahead, strict=True):
            said = _say(it.phrase.meaning)
            seen = self._look_at(it, said, year) if isinstance(said, Said) else None
            best: dict[object, Way] = {}
            for way in ways:
                for new in self._steps(way, it, said, seen):
                    key = (new.story, new.head, new.section, new.aside and new.aside.position)
                    if key not in best or new.cost < best[key].cost:
                        best[key] = new
            ways = sorted(best.values(), key=lambda way: way.cost)[:_BEAM]
        return read_back(ways[0], len(phrases))

    def _look_at(self, it: DatedPhrase, said: Said, ahead: int | None) -> _Date:
        is_year = not is_within_year(said.end)
        return _Date(
            it,
            said,
            first_month(said.end),
            is_entry=is_head(it.phrase, self._joints),
            is_heading=is_year and _is_heading(it.phrase),
            is_aside=self._is_aside(it, said, is_year),
            ahead=ahead,
        )

    def _steps(self, way: Way, it: DatedPhrase, said: Meaning, seen: _Date | None) -> Iterator[Way]:
        """Yield the ways behind one more phrase."""
        if isinstance(said, Relative):
            return self._counted(way, said, it.phrase.sentence)
        is_known = seen is not None and seen.said.end != Point()
        if seen is None or not is_known or seen.point.ending is not None:
            return iter([way.go(0)])
        if seen.point.year is not None:
            return self._stated(way, seen)
        is_bare_day = seen.point.month is None and seen.point.day is not None
        return iter([way.go(0)]) if is_bare_day else self._partial(way, seen)

    def _stated(self, way: Way, seen: _Date) -> Iterator[Way]:
        """Yield the ways behind a date that names its year: as a part of the story, and aside."""
        said = seen.said
        days, first = seen.point.days(), first_month(said.start).days()
        if days is None or first is None or said.end.last_year:
            yield way.go(0)
            return
        to = Position(first[0], days[1], not is_within_year(said.end), is_stated=True)
        self._named = to.last.year
        section = way.section if way.section and overlaps(way.section, to) else None
        if seen.is_heading:
            section = to if seen.sentence.paragraph else None
            yield way.go(0, story=to, section=section, head=None, aside=None)
            return
        if seen.is_entry:
            yield way.go(0, story=to, head=to, section=section, aside=None)
            return
        aside, cost = COSTS["day aside" if said.end.has_day else "aside"], 0.0
        if said.bound is Bound.UNTIL and not seen.future:
            aside, cost = COSTS["until"], COSTS["told until"]
        elif seen.is_aside:
            aside, cost = 0.0, COSTS["told of aside"]
        elif seen.it.phrase.start <= _OPENING:
            aside *= COSTS["opening"]
        is_since = said.bound is Bound.FROM
        yield way.go(aside, aside=Aside(to, seen.sentence, is_of_sentence=is_since))
        if way.section and not section:
            cost += COSTS["stated elsewhere"]
        if way.story:
            cost += self._leap(way.story, to)
        head = None if to.is_year else way.head
        yield way.go(cost, story=to, section=section, head=head)

    def _leap(self, base: Position, to: Position) -> float:
        """Return what it costs to go on to a date that names its year, or back to it."""
        gap = to.first.year - base.last.year
        is_back = to.last < base.first
        share, most = ("stated back", "most back") if is_back else ("stated on", "most on")
        leap = min(COSTS[most], COSTS["back"] * is_back + COSTS[share] * abs(gap))
        leap *= COSTS["news back"] if self._is_news and is_back else 1
        is_plain = gap == 0 and not (to.is_year or base.is_year)
        return leap + is_plain * abs((to.first - base.last).days) / A_YEAR * COSTS["on"]

    def _is_aside(self, it: DatedPhrase, said: Said, is_year: bool) -> bool:
        """Return whether the words say that a full date only explains something or is to come."""
        phrase = it.phrase
        if it.is_to_come or said.bound is not None:
            return True
        if is_year and self._own and is_attribute(phrase, self._joints):
            return True
        text, left = phrase.sentence.text, max(0, phrase.start - 10)
        digit = re.compile(r"\d").search(text, phrase.start, phrase.stop)
        at = digit.start() if digit else phrase.start
        found = self._joints["of_document"].search(text[left:at])
        return found is not None and left + found.start() <= phrase.start

    def _partial(self, way: Way, seen: _Date) -> Iterator[Way]:
        """Yield the ways behind a date without a year, in each that it may be of."""
        fixed = self._fixed_year(way, seen.it.phrase)
        years = {fixed} if fixed else self._years_around(way)
        if not years:
            year = Year(seen.ahead, is_from_publication=False) if seen.ahead else None
            story = self._position(seen.point, seen.ahead) or way.story
            yield way.go(0.0 if year else COSTS["open"], year, story=story)
            return
        found = [to for year in sorted(years) if (to := self._position(seen.point, year))]
        if not found:
            yield way.go(0)
        for to in found:
            weekday = seen.point.weekday
            off = COSTS["weekday"] * (weekday is not None and to.first.weekday() != weekday)
            if fixed:
                yield self._settle(way, seen, to, off, is_own=False)
                continue
            for cost, is_own in self._reach(way, seen, to):
                yield self._settle(way, seen, to, off + cost, is_own=is_own)

    def _years_around(self, way: Way) -> set[int]:
        """Return the years that a date may be of: those told last, the text's own, their next."""
        aside = way.aside.position if way.aside else None
        years: set[int] = set()
        for base in (way.story, way.head, way.section, aside, self._own):
            if base:
                last = min(base.last.year, base.first.year + _LONGEST)
                years |= {*range(base.first.year - 1, last + 1), base.last.year, base.last.year + 1}
        return years

    def _settle(self, way: Way, seen: _Date, to: Position, cost: float, *, is_own: bool) -> Way:
        """Return the way to a date in a year, which ``is_own`` if the text's own day tells it."""
        to, year, section = replace(to, is_from_publication=is_own), to.last.year, way.section
        chosen, bound = Year(year, is_own), seen.said.bound
        if section and not is_within(section, to):
            is_loose = bound is not None or (way.head is not None and not seen.is_entry)
            cost += COSTS["stated elsewhere" if is_loose else "section"]
            section = section if is_loose else None
        if seen.is_entry:
            return way.go(cost, chosen, story=to, head=to, section=section, aside=None)
        is_plan = self._is_news and self._today is not None and to.first > self._today
        is_aside = not is_plan and (bound is not None or seen.it.is_to_come)
        kept = way.story if is_aside and way.story else to
        return way.go(cost, chosen, story=kept, section=section)

    def _reach(self, way: Way, seen: _Date, to: Position) -> Iterator[tuple[float, bool]]:
        """Yield what it costs to come to a date from what is told, and from the text's own day."""
        base, aside, future = (
            (way.head if seen.is_entry else None) or way.story,
            way.aside,
            seen.future,
        )
        is_here = aside is not None and aside.sentence is seen.sentence
        off = 0.0
        if not (future or (seen.is_entry and way.head)):
            off = self._not_yet(base, to, is_of_past=seen.it.is_of_past)
            off *= COSTS["end ahead"] if seen.said.bound else 1
        if base:
            cost = step(base, to, way.section) + COSTS["another sentence"] * is_here
            cost += self._in_its_entry(way.head, seen, to) if way.head else 0.0
            is_ahead = future or seen.said.bound is Bound.UNTIL
            cost += COSTS["no more"] * (is_ahead and to.last < base.first)
            cost += COSTS["told as ahead"] * self._is_long_past(base, future=future)
            yield cost + off, base.is_from_publication
        if aside and not seen.is_entry and (is_here or aside.reaches(seen.sentence)):
            cost = 0.0 if is_here else COSTS["from aside"]
            if self._is_news and not is_here and self._years_past(aside.position) > 1:
                cost += COSTS["past aside"]
            cost += COSTS["told as ahead"] * self._is_long_past(aside.position, future=future)
            yield cost + step(aside.position, to, None) + off, False
        if self._own:
            cost = COSTS["news" if self._is_news or future else "history"]
            cost *= base is not self._own
            cost += abs((to.first - self._own.last).days) / A_YEAR * COSTS["on"]
            cost += COSTS["no more"] * (future and to.last < self._own.first)
            yield cost + off, True

    @staticmethod
    def _in_its_entry(head: Position, seen: _Date, to: Position) -> float:
        """Return what a date costs by the head of its entry, or by that of the entry above."""
        if seen.is_entry:
            return COSTS["head back"] * (to.first < head.first)
        if seen.future or seen.said.bound:
            return 0.0
        after = (to.first - head.last).days
        is_letter = to.first.year < head.first.year and -after < _HALF_YEAR
        less = COSTS["letter"] * (is_letter and not head.is_stated)
        return COSTS["long after"] * (after > _A_QUARTER) - less

    def _not_yet(self, base: Position | None, to: Position, *, is_of_past: bool) -> float:
        """Return what a date costs that lies ahead of the text's day, though told as past.

        Without a verb it may be the first of what is ahead; a diary may have come so far.
        """
        if self._today is None or to.first <= self._today:
            return 0.0
        if base is not None and base.first > self._today:
            return 0.0
        return COSTS["not yet" if is_of_past else "ahead"]

    def _years_past(self, base: Position) -> int:
        """Return how many years lie between what was told and the text's own day."""
        return self._today.year - base.last.year if self._today else 0

    def _is_long_past(self, base: Position, *, future: bool) -> bool:
        """Return whether a date that is told as ahead would go on with what is long past."""
        return future and self._today is not None and (self._today - base.last).days > A_YEAR

    def _fixed_year(self, way: Way, phrase: DatePhrase) -> int | None:
        """Return the year that a phrase tells in other words: "two years later, on 5 May"."""
        own = phrase.year_from
        if not isinstance(own, Relative) or own.count is None:
            return None
        base = self._own if own.anchor is Anchor.WRITTEN else way.story
        if own.count == 0 and own.anchor is not Anchor.WRITTEN and self._named:
            return self._named
        if base is None:
            return None
        days = {"day": 1, "week": 7, "month": 30, "year": A_YEAR}.get(own.unit, 0) * own.count
        return base.last.year + own.count if own.unit == "year" else year_after(base.last, days)

    def _counted(self, way: Way, said: Relative, sentence: Sentence) -> Iterator[Way]:
        """Yield the ways behind a date that is counted from another."""
        count, story = said.count, way.story
        now = self._own or way.head or story
        if said.anchor is Anchor.WRITTEN and said.unit == "year" and count is not None and now:
            to = self._position(Point(month=said.month), now.last.year + count)
            aside = Aside(to, sentence, is_of_sentence=count != 0) if to else way.aside
            yield way.go(0, aside=aside)
        elif said.anchor is Anchor.WRITTEN:
            is_today = self._today and way.head is None and said.unit == "day"
            yield way.go(0, story=self._own if is_today and said.weekday is None else story)
        elif said.bound or story is None or not count:
            yield way.go(0)
        elif said.unit == "year":
            moved = self._position(Point(month=said.month), story.last.year + count)
            yield way.go(COSTS["count aside"])
            off = self._not_yet(None, moved, is_of_past=True) if moved else 0.0
            yield way.go(COSTS["stated on"] * abs(count) + off, story=moved or story)
        else:
            days = {"day": 1, "week": 7, "month": 30}.get(said.unit, 0) * count
            if abs(days) > A_YEAR * 10 or story.is_year:
                days = 0
            shift = timedelta(days=days)
            is_known = date.min + abs(shift) < story.first and story.last < date.max - abs(shift)
            if days and is_known:
                story = replace(story, first=story.last + shift, last=story.last + shift)
            yield way.go(0, story=story)

    @staticmethod
    def _position(point: Point, year: int | None) -> Position | None:
        days = point.with_year(year).days() if year else None
        return Position(*days, not is_within_year(point)) if days else None


def _say(meaning: Meaning) -> Meaning:
    """Return the part of a stretch whose year is to be found, with what the other part names."""
    if isinstance(meaning, Stretch):
        parts = (meaning.first, meaning.last)
        return next((it for it in parts if isinstance(it, Said)), meaning)
    if not isinstance(meaning, Span):
        return meaning
    return meaning.dated_last


def _is_news(phrases: Sequence[DatedPhrase], published: When | None) -> bool:
    """Return whether a text is of its own days: the first date it tells is near to its own."""
    if published is None or published.start is None:
        return False
    for it in phrases:
        meaning = it.phrase.meaning
        said = meaning.first if isinstance(meaning, Span) else meaning
        if isinstance(said, Relative) and said.anchor is not Anchor.WRITTEN:
            continue
        if isinstance(said, Said) and said.end.year is not None:
            return abs(said.end.year - published.start.year) <= 1
        return True
    return True


def _is_heading(phrase: DatePhrase) -> bool:
    """Return whether a year heads what stands below it, and is in no sentence."""
    text = phrase.sentence.text
    if phrase.is_head:
        return True
    rest = text[: phrase.start] + text[phrase.stop :]
    is_sentence = text.rstrip().endswith((".", "!", "?")) and re.search(r"[^\W\d]", rest)
    return len(text) <= _YEAR_HEADING and phrase.sentence.opens_line and not is_sentence
