"""What is shown at a step: when each event happens, as far as the statement tells.

Only the words of the text exclude a day: a date that it states, or an end of an inferred date that
a cue binds. The order of telling suggests days and excludes none, and so does a date that the data
give without words: the cell of a table, or what an editor typed. So each event has an interval that
its words leave and one that all of these leave together, and a day outside the latter that no words
exclude stays open.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

from statement_map.model import Atlas, Basis, Event, Side
from statement_map.when import When

Value = TypeVar("Value")

EVERY_DAY_WITHIN = 366
"""Dates that lie within so many days, a year, have a stop for each calendar day between them, so
that a drag along the slider is true to time. Those of a longer text have stops only on days on
which something changes: a century of days is 36 525 stops, almost all of them the same."""


class State(StrEnum):
    """How an event, or a place with its events, stands to the day of a step.

    Of several events the first in this order counts.
    """

    NOW = "now"
    """The text states it for this day."""
    POSSIBLE = "possible"
    """The day is in the interval that words, data and order of telling leave."""
    OPEN = "open"
    """Data or order of telling suggest another day, or nothing does; no words exclude this."""
    EARLIER = "earlier"
    """Words, or a stated date, exclude the day: it was before."""
    LATER = "later"
    """Words, or a stated date, exclude the day: it comes after."""


class Account(StrEnum):
    """How a paragraph stands to the day of a step; each is in exactly one of these."""

    NOW = "now"
    POSSIBLE = "possible"
    OPEN = "open"
    OTHER_DATE = "other-date"
    UNCOVERED = "uncovered"


class Grade(StrEnum):
    """What the date of an event rests on, and so how it looks."""

    STATED = "stated"
    BOUNDED = "bounded"
    """Every end that it has is bound by words."""
    GIVEN = "given"
    """An end rests on the data alone, a cell of an imported table or what an editor typed."""
    SUGGESTED = "suggested"
    """An end rests on the order of telling alone."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from ``start`` to ``end``, both included; None is an open side."""

    start: date | None
    end: date | None

    def __contains__(self, day: date) -> bool:
        return not (self.is_after(day) or self.is_before(day))

    def is_after(self, day: date) -> bool:
        """Whether all of it comes later than ``day``."""
        return self.start is not None and self.start > day

    def is_before(self, day: date) -> bool:
        """Whether all of it came earlier than ``day``."""
        return self.end is not None and self.end < day


def at_step(changes: Sequence[tuple[int, Value]], step: int) -> Value:
    """Return what holds at ``step`` of ``changes``, which begin at step 0 and ascend."""
    return next(value for at, value in reversed(changes) if at <= step)


class NeighbourCycleError(ValueError):
    """Events come after one another in a circle; ``ids`` are those in it, the first repeated."""

    def __init__(self, ids: Sequence[str]) -> None:
        super().__init__(" -> ".join(ids))
        self.ids = tuple(ids)


@dataclass(frozen=True, slots=True)
class Dates:
    """The days on which an event may have happened.

    ``bound`` are those that the words of the text leave, ``given`` those that words leave together
    with dates of the data's own, and ``suggested`` those that the order of telling leaves too. Each
    lies within the one before; None where nothing leaves any out.
    """

    bound: Interval | None
    given: Interval | None
    suggested: Interval | None

    def state(self, day: date, *, is_certain: bool) -> State:
        """Return how an event on these days stands to ``day``."""
        if self.bound and self.bound.is_after(day):
            return State.LATER
        if self.bound and self.bound.is_before(day):
            return State.EARLIER
        if self.suggested is None or day not in self.suggested:
            return State.OPEN
        return State.NOW if is_certain else State.POSSIBLE


def infer_dates(events: Iterable[Event]) -> dict[str, Dates]:
    """Return the days of each event by id.

    A date of the event's own is taken as it is. Else the earliest day is the latest of the
    earliest days of the events that it comes after, and the latest day is the earliest of the
    latest days of those that it comes before. Undated neighbours bound nothing. What is bound by
    words follows from the neighbours to which a cue binds, by the days that words bind them to;
    what is given, by the days that are given to them.

    Raises :class:`NeighbourCycleError` if the neighbours run in a circle. Ids that no event has
    are passed over: naming them is the reader's business.
    """
    by_id = {event.id: event for event in events}
    order: TopologicalSorter[str] = TopologicalSorter(dict.fromkeys(by_id, ()))
    for event in by_id.values():
        order.add(event.id, *(id_ for id_ in event.after if id_ in by_id))
        for later in event.before:
            if later in by_id:
                order.add(later, event.id)
    try:
        sequence = tuple(order.static_order())
    except CycleError as error:
        raise NeighbourCycleError(error.args[1]) from error

    starts = _Ends("after")
    for id_ in sequence:
        starts.add(by_id[id_])
    ends = _Ends("before")
    for id_ in reversed(sequence):
        ends.add(by_id[id_])
    return {
        id_: Dates(
            _interval(starts.bound[id_], ends.bound[id_]),
            _interval(starts.given[id_], ends.given[id_]),
            _interval(starts.suggested[id_], ends.suggested[id_]),
        )
        for id_ in by_id
    }


class _Ends:
    """The same end of the dates of all events, found one after another along the neighbours."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self.bound: dict[str, date | None] = {}
        self.given: dict[str, date | None] = {}
        self.suggested: dict[str, date | None] = {}

    def add(self, event: Event) -> None:
        """Find the end of ``event``, whose neighbours on this side were added before."""
        is_start = self._side == "after"
        neighbours = event.after if is_start else event.before
        when = event.when
        own = None if when is None else when.start if is_start else when.end
        if event.basis is Basis.STATED:
            self.bound[event.id] = self.given[event.id] = self.suggested[event.id] = own
            return
        cued = [id_ for id_ in neighbours if event.cue(self._side, id_)]
        bound = [self.bound.get(id_) for id_ in cued]
        if event.cue(self._side):
            bound.append(own)
        given = [own] if when else [self.given.get(id_) for id_ in cued]
        suggested = [own] if when else [self.suggested.get(id_) for id_ in neighbours]
        narrowest = max if is_start else min
        self.bound[event.id] = narrowest(filter(None, bound), default=None)
        self.given[event.id] = narrowest(filter(None, [*bound, *given]), default=None)
        self.suggested[event.id] = narrowest(filter(None, [*bound, *suggested]), default=None)


def _interval(start: date | None, end: date | None) -> Interval | None:
    return Interval(start, end) if start or end else None


class Timeline:
    """The events of an atlas against the calendar."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self._dates = infer_dates(atlas.events)

    @cached_property
    def steps(self) -> tuple[date, ...]:
        """The stops of the slider, from the first date to the last; empty if nothing is dated.

        Each stands for the days from it to the one before the next, on all of which every state
        is the same.
        """
        spans = [dates.suggested for dates in self._dates.values() if dates.suggested]
        days = [day for span in spans for day in _ends(span)]
        if not days:
            return ()
        first, last = min(days), max(days)
        if (last - first).days < EVERY_DAY_WITHIN:
            return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))
        turns = {first, last, *(day for span in self._spans() for day in _turns(span))}
        return tuple(sorted(day for day in turns if first <= day <= last))

    def _spans(self) -> Iterator[Interval]:
        """Yield every interval at whose ends something changes."""
        published = [self._publication[0]] if self.atlas.statement.places else []
        for dates in (*self._dates.values(), *published):
            yield from filter(None, (dates.bound, dates.suggested))

    def step_at(self, day: date) -> int:
        """Return the step whose days ``day`` is one of; the first or last one for a day outside."""
        return max(0, bisect_right(self.steps, day) - 1)

    def stretch(self, step: int) -> tuple[date, date]:
        """Return the first and last day that a step stands for; in a short text they are one."""
        start = self.steps[step]
        following = self.steps[step + 1 : step + 2]
        return start, following[0] - timedelta(days=1) if following else start

    def interval(self, event: Event) -> Interval | None:
        """Return the days that are left to the event in all, None if nothing leaves any out."""
        return self._dates[event.id].suggested

    def dates(self, event: Event) -> Dates:
        """Return the days that words leave to the event, and those that data and order leave."""
        return self._dates[event.id]

    def grade(self, event: Event) -> Grade:
        """Return what the date of the event rests on."""
        dates = self._dates[event.id]
        if dates.suggested is None:
            return Grade.NONE
        if event.basis is Basis.STATED:
            return Grade.STATED
        if dates.bound == dates.suggested:
            return Grade.BOUNDED
        return Grade.GIVEN if dates.given == dates.suggested else Grade.SUGGESTED

    @cached_property
    def grades(self) -> frozenset[Grade]:
        """What the dates of all events rest on."""
        return frozenset(map(self.grade, self.atlas.events))

    def reach(self, interval: Interval) -> tuple[int, int]:
        """Return the first and the last step within ``interval``; open sides reach the ends."""
        start = bisect_left(self.steps, interval.start) if interval.start else 0
        end = self.step_at(interval.end) if interval.end else len(self.steps) - 1
        return start, end

    def is_stated(self, event: Event) -> bool:
        """Whether the text itself gives the day, so that the event is *now* on it."""
        return _happens_surely(event)

    def state(self, event: Event, day: date) -> State:
        """Return how the event stands to ``day``.

        It is *now* only where the text itself states that day: an interval means "some time
        within" unless the event lasted throughout, and an approximate date is possible at most.
        """
        return self._dates[event.id].state(day, is_certain=_happens_surely(event))

    def events_in(self, state: State, day: date) -> tuple[Event, ...]:
        """Return the events in ``state`` on ``day``, in the order of the text."""
        return tuple(event for event in self.atlas.events if self.state(event, day) is state)

    @cached_property
    def first_stated(self) -> tuple[Event | None, ...]:
        """Return for each step the first event that is *now*, in the order of the text."""
        first: dict[int, Event] = {}
        for event in self.atlas.events:
            interval = self.interval(event)
            if interval and _happens_surely(event):
                start, end = self.reach(interval)
                for step in range(start, end + 1):
                    first.setdefault(step, event)
        return tuple(first.get(step) for step in range(len(self.steps)))

    def day_of(self, event: Event, current: date) -> date:
        """Return the day to show for ``event``: ``current`` if it fits, else the nearest stop.

        What fits is what words, data and order leave together.
        """
        interval = self.interval(event)
        if interval is None or current in interval:
            return current
        first, last = self.reach(interval)
        return self.steps[first if interval.is_after(current) else last]

    def states(self, event: Event) -> tuple[tuple[int, State], ...]:
        """Return the steps at which the state of ``event`` changes, with the new state.

        The first change is at step 0.
        """
        return self._changes(self._dates[event.id], _happens_surely(event))

    @cached_property
    def paragraph_accounts(self) -> tuple[tuple[tuple[int, Account], ...], ...]:
        """Return for each paragraph, in order, the steps at which its account changes.

        The first change is at step 0. A paragraph goes by all its events, with a place or
        without, the nearest to the day first.
        """
        told: dict[int, list[Event]] = {}
        for event in self.atlas.events:
            for number in event.paragraphs:
                told.setdefault(number, []).append(event)
        numbers = range(1, self.atlas.statement.paragraphs + 1)
        return tuple(
            _once((step, _ACCOUNTS[state]) for step, state in _nearest(map(self.states, events)))
            if (events := told.get(number))
            else ((0, Account.UNCOVERED),)
            for number in numbers
        )

    @cached_property
    def placeless(self) -> frozenset[int]:
        """The paragraphs that events tell, none of which names a place."""
        told = {number for event in self.atlas.events for number in event.paragraphs}
        placed = {n for event in self.atlas.events if event.places for n in event.paragraphs}
        return frozenset(told - placed)

    @cached_property
    def place_states(self) -> Mapping[str, tuple[tuple[int, State], ...]]:
        """Return for each place the steps at which its state changes, with the new state.

        The first change is at step 0. A place goes by the nearest of its events, and is *open* if
        it has none. A place that only the introduction names goes by the date of publication.
        """
        dated: dict[str, list[tuple[Dates, bool]]] = {id_: [] for id_ in self.atlas.places}
        for mention in self.atlas.statement.places:
            dated[mention.id].append(self._publication)
        for event in self.atlas.events:
            for mention in event.places:
                dated[mention.id].append((self._dates[event.id], _happens_surely(event)))
        return {
            id_: _nearest(self._changes(*each) for each in dict.fromkeys(of_place))
            for id_, of_place in dated.items()
        }

    @property
    def _publication(self) -> tuple[Dates, bool]:
        """The days of the publication, and whether the text states its day.

        The start of an inferred one is taken as bound by words: a text that tells of a day as past
        cannot be older than that day. Its end is only suggested.
        """
        when, basis = self.atlas.statement.published, self.atlas.statement.published_basis
        end = when.end if basis is Basis.STATED else None
        whole = _interval(when.start, when.end)
        dates = Dates(_interval(when.start, end), whole, whole)
        return dates, _is_certain(when, basis)

    def _changes(self, dates: Dates, is_certain: bool) -> tuple[tuple[int, State], ...]:
        steps = {0}
        for interval in (dates.bound, dates.suggested):
            if interval and self.steps:
                first, last = self.reach(interval)
                steps |= {first, last + 1}
        if not self.steps:
            return ((0, State.OPEN),)
        return _once(
            (step, dates.state(self.steps[step], is_certain=is_certain))
            for step in sorted(steps)
            if step < len(self.steps)
        )


def _ends(interval: Interval) -> tuple[date, ...]:
    return tuple(day for day in (interval.start, interval.end) if day)


def _turns(interval: Interval) -> Iterator[date]:
    """Yield the days on which what is told of ``interval`` becomes another."""
    if interval.start:
        yield interval.start
    if interval.end and interval.end < date.max:
        yield interval.end + timedelta(days=1)


_ACCOUNTS = {
    State.NOW: Account.NOW,
    State.POSSIBLE: Account.POSSIBLE,
    State.OPEN: Account.OPEN,
    State.EARLIER: Account.OTHER_DATE,
    State.LATER: Account.OTHER_DATE,
}


def _nearest(of_events: Iterable[Sequence[tuple[int, State]]]) -> tuple[tuple[int, State], ...]:
    """Merge the states of several events: at each step the first of :class:`State` counts."""
    all_changes = list(of_events)
    if len(all_changes) == 1:
        return tuple(all_changes[0])
    moves: dict[int, Counter[State]] = {0: Counter()}
    for changes in all_changes:
        old = None
        for step, state in changes:
            move = moves.setdefault(step, Counter())
            move[state] += 1
            if old:
                move[old] -= 1
            old = state
    present: Counter[State] = Counter()
    merged = []
    for step in sorted(moves):
        present.update(moves[step])
        merged.append((step, next((each for each in State if present[each] > 0), State.OPEN)))
    return _once(merged)


def _once(changes: Iterable[tuple[int, Value]]) -> tuple[tuple[int, Value], ...]:
    """Return ``changes`` without those that change nothing."""
    kept: list[tuple[int, Value]] = []
    for step, value in changes:
        if not kept or kept[-1][1] != value:
            kept.append((step, value))
    return tuple(kept)


def _happens_surely(event: Event) -> bool:
    return event.when is not None and _is_certain(event.when, event.basis, event.throughout)


def _is_certain(when: When, basis: Basis, throughout: bool = False) -> bool:
    return basis is Basis.STATED and not when.qualifier and (when.is_day or throughout)
