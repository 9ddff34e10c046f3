"""What is shown at a step: when each event happens, as far as the statement tells."""

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

from statement_map.model import Atlas, Basis, Event
from statement_map.when import When

Value = TypeVar("Value")

EVERY_DAY_WITHIN = 366
"""Dates that lie within so many days, a year, have a stop for each calendar day between them, so
that a drag along the slider is true to time. Those of a longer text have stops only on days on
which something changes: a century of days is 36 525 stops, almost all of them the same."""


class State(StrEnum):
    """How an event, or a place with its events, stands to the day of a step."""

    NOW = "now"
    POSSIBLE = "possible"
    EARLIER = "earlier"
    LATER = "later"
    UNDATED = "undated"


class Account(StrEnum):
    """Where a paragraph is found at a step; each is in exactly one of these."""

    NOW = "now"
    POSSIBLE = "possible"
    OTHER_DATE = "other-date"
    UNDATED = "undated"
    PLACELESS = "placeless"
    UNCOVERED = "uncovered"


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


def infer_intervals(events: Iterable[Event]) -> dict[str, Interval | None]:
    """Return the interval of each event by id, None for one without any date.

    A date of the event's own is taken as it is. Else the earliest day is the latest of the
    earliest days of the events that it comes after, and the latest day is the earliest of the
    latest days of those that it comes before. Undated neighbours bound nothing.

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

    starts = {id_: event.when.start for id_, event in by_id.items() if event.when}
    ends = {id_: event.when.end for id_, event in by_id.items() if event.when}
    for id_ in sequence:
        event = by_id[id_]
        if not event.when:
            bounds = [day for other in event.after if (day := starts.get(other))]
            starts[id_] = max(bounds, default=None)
    for id_ in reversed(sequence):
        event = by_id[id_]
        if not event.when:
            bounds = [day for other in event.before if (day := ends.get(other))]
            ends[id_] = min(bounds, default=None)
    return {
        id_: Interval(starts[id_], ends[id_]) if starts[id_] or ends[id_] else None for id_ in by_id
    }


class Timeline:
    """The events of an atlas against the calendar."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self._events = {event.id: event for event in atlas.events}
        self._intervals = infer_intervals(atlas.events)

    @cached_property
    def steps(self) -> tuple[date, ...]:
        """The stops of the slider, from the first date to the last; empty if nothing is dated.

        Each stands for the days from it to the one before the next, on all of which every state
        is the same.
        """
        days = [day for span in self._intervals.values() if span for day in _ends(span)]
        if not days:
            return ()
        first, last = min(days), max(days)
        if (last - first).days < EVERY_DAY_WITHIN:
            return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))
        turns = {first, last, *(day for span in self._spans() for day in _turns(span))}
        return tuple(sorted(day for day in turns if first <= day <= last))

    def _spans(self) -> Iterator[Interval]:
        """Yield every interval at whose ends something changes."""
        yield from filter(None, self._intervals.values())
        statement = self.atlas.statement
        if statement.places:
            yield Interval(statement.published.start, statement.published.end)

    def step_at(self, day: date) -> int:
        """Return the step whose days ``day`` is one of; the first or last one for a day outside."""
        return max(0, bisect_right(self.steps, day) - 1)

    def stretch(self, step: int) -> tuple[date, date]:
        """Return the first and last day that a step stands for; in a short text they are one."""
        start = self.steps[step]
        following = self.steps[step + 1 : step + 2]
        return start, following[0] - timedelta(days=1) if following else start

    def interval(self, event: Event) -> Interval | None:
        """Return the days that the event may have happened on, None if nothing bounds it."""
        return self._intervals[event.id]

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
        return _state(self._intervals[event.id], _happens_surely(event), day)

    def events_in(self, state: State, day: date) -> tuple[Event, ...]:
        """Return the events in ``state`` on ``day``, in the order of the text."""
        return tuple(event for event in self.atlas.events if self.state(event, day) is state)

    @cached_property
    def first_stated(self) -> tuple[Event | None, ...]:
        """Return for each step the first event that is *now*, in the order of the text."""
        first: dict[int, Event] = {}
        for event in self.atlas.events:
            interval = self._intervals[event.id]
            if interval and _happens_surely(event):
                start, end = self.reach(interval)
                for step in range(start, end + 1):
                    first.setdefault(step, event)
        return tuple(first.get(step) for step in range(len(self.steps)))

    def day_of(self, event: Event, current: date) -> date:
        """Return the day to show for ``event``: ``current`` if it fits, else the nearest stop."""
        interval = self._intervals[event.id]
        if interval is None or current in interval:
            return current
        first, last = self.reach(interval)
        return self.steps[first if interval.is_after(current) else last]

    def states(self, event: Event) -> tuple[tuple[int, State], ...]:
        """Return the steps at which the state of ``event`` changes, with the new state.

        The first change is at step 0.
        """
        interval = self._intervals[event.id]
        certain = _happens_surely(event)
        if interval is None or not self.steps:
            return ((0, State.UNDATED),)
        first, last = self.reach(interval)
        changes: list[tuple[int, State]] = []
        for step in sorted({0, first, last + 1}):
            if step < len(self.steps):
                state = _state(interval, certain, self.steps[step])
                if not changes or changes[-1][1] is not state:
                    changes.append((step, state))
        return tuple(changes)

    @cached_property
    def paragraph_accounts(self) -> tuple[tuple[tuple[int, Account], ...], ...]:
        """Return for each paragraph, in order, the steps at which its account changes.

        The first change is at step 0. A paragraph goes by those of its events that have a place,
        the nearest in time first.
        """
        told: dict[int, list[tuple[tuple[int, Account], ...]]] = {}
        for event in self.atlas.events:
            accounts = tuple((step, _ACCOUNTS[state]) for step, state in self.states(event))
            for number in event.paragraphs:
                told.setdefault(number, []).append(
                    accounts if event.places else ((0, Account.PLACELESS),)
                )
        numbers = range(1, self.atlas.statement.paragraphs + 1)
        return tuple(_nearest(told.get(number, [])) for number in numbers)

    @cached_property
    def place_states(self) -> Mapping[str, tuple[tuple[int, State], ...]]:
        """Return for each place the steps at which its state changes, with the new state.

        The first change is at step 0. A place is *now* if any of its events is, else possible,
        earlier or later in this order, and *undated* if no event of it has a date. A place that
        only the introduction names goes by the date of publication.
        """
        spans: dict[str, list[tuple[Interval | None, bool]]] = {
            id_: [] for id_ in self.atlas.places
        }
        statement = self.atlas.statement
        published = Interval(statement.published.start, statement.published.end)
        for mention in statement.places:
            certain = _is_certain(statement.published, statement.published_basis)
            spans[mention.id].append((published, certain))
        for event in self.atlas.events:
            for mention in event.places:
                spans[mention.id].append((self._intervals[event.id], _happens_surely(event)))
        return {
            id_: self._changes(list(dict.fromkeys(of_place))) for id_, of_place in spans.items()
        }

    def _changes(
        self, spans: Sequence[tuple[Interval | None, bool]]
    ) -> tuple[tuple[int, State], ...]:
        if not self.steps:
            return ((0, State.UNDATED),)
        first, last = self.steps[0], self.steps[-1]
        moves: dict[int, Counter[State]] = {0: Counter()}

        def move(day: date, old: State | None, new: State) -> None:
            at = moves.setdefault(bisect_left(self.steps, day), Counter())
            at[new] += 1
            if old:
                at[old] -= 1

        for interval, certain in spans:
            state = _state(interval, certain, first)
            move(first, None, state)
            if interval is None:
                continue
            if interval.is_after(first) and interval.start and interval.start <= last:
                inside = _state(interval, certain, interval.start)
                move(interval.start, state, inside)
                state = inside
            if interval.end and first <= interval.end < last:
                move(interval.end + timedelta(days=1), state, State.EARLIER)

        changes: list[tuple[int, State]] = []
        present: Counter[State] = Counter()
        for step in sorted(moves):
            present.update(moves[step])
            state = next((state for state in State if present[state] > 0), State.UNDATED)
            if not changes or changes[-1][1] is not state:
                changes.append((step, state))
        return tuple(changes)


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
    State.EARLIER: Account.OTHER_DATE,
    State.LATER: Account.OTHER_DATE,
    State.UNDATED: Account.UNDATED,
}


def _nearest(of_events: Sequence[Sequence[tuple[int, Account]]]) -> tuple[tuple[int, Account], ...]:
    """Merge the accounts of a paragraph's events: at each step the first in rank counts."""
    ranks = list(Account)
    changes: list[tuple[int, Account]] = []
    for step in sorted({0, *(step for accounts in of_events for step, _ in accounts)}):
        present = [at_step(accounts, step) for accounts in of_events]
        account = min(present, key=ranks.index, default=Account.UNCOVERED)
        if not changes or changes[-1][1] is not account:
            changes.append((step, account))
    return tuple(changes)


def _happens_surely(event: Event) -> bool:
    return event.when is not None and _is_certain(event.when, event.basis, event.throughout)


def _is_certain(when: When, basis: Basis, throughout: bool = False) -> bool:
    return basis is Basis.STATED and not when.qualifier and (when.is_day or throughout)


def _state(interval: Interval | None, certain: bool, day: date) -> State:
    if interval is None:
        return State.UNDATED
    if interval.is_after(day):
        return State.LATER
    if interval.is_before(day):
        return State.EARLIER
    return State.NOW if certain else State.POSSIBLE
