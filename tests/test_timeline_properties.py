"""When events happen: what holds for any events that depend on one another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

from hypothesis import assume, given
from hypothesis import strategies as st

from statement_map.model import Event
from statement_map.timeline import (
    Account,
    State,
    Timeline,
    at_step,
    infer_dates,
)
from tests.timelines import jan, make_event, make_timeline

NOW, POSSIBLE, OPEN, EARLIER, LATER = State


@dataclass(frozen=True)
class Sample:
    timeline: Timeline
    events: tuple[Event, ...]
    published: date
    is_introduced: bool  # whether the introduction names place p


@st.composite
def event_lists(draw: st.DrawFn) -> tuple[Event, ...]:
    """Events that come after some before them and before some after them."""
    count = draw(st.integers(1, 6))
    days = sorted(draw(st.lists(st.integers(1, 31), min_size=count, max_size=count)))
    events = []
    for n, day in enumerate(map(jan, days)):
        later = day + timedelta(days=draw(st.integers(0, 9)))
        forms = [f"{day}", f"{day}~", f"{day}/{later}", f"{day}/..", f"../{day}", None]
        more: dict[str, Any] = {
            "after": [f"e{m}" for m in range(n) if draw(st.booleans())],
            "before": [f"e{m}" for m in range(n + 1, count) if draw(st.booleans())],
        }
        when = draw(st.sampled_from(forms))
        if not when and not any(more.values()):
            more = {}
        if when and draw(st.booleans()):
            more["basis"] = "inferred"
        for side in ("after", "before"):
            cues = {id_: "words" for id_ in more.get(side, []) if draw(st.booleans())}
            parts = when.split("/") if when and more.get("basis") == "inferred" else [".."]
            has_end = parts[0 if side == "after" else -1] != ".."
            more[f"{side}_cue"] = "words" if has_end and draw(st.booleans()) else cues
        more["throughout"] = draw(st.booleans())
        more["places"] = draw(st.lists(st.sampled_from("pqr"), max_size=2))
        more["paragraph"] = draw(st.lists(st.integers(1, 9), min_size=1, max_size=3))
        events.append(make_event(f"e{n}", when, **more))
    return tuple(events)


@st.composite
def samples(draw: st.DrawFn) -> Sample:
    events = draw(event_lists())
    published = jan(draw(st.integers(1, 31)))
    is_introduced = draw(st.booleans())
    places = [{"id": "p", "phrase": "there"}] if is_introduced else []
    timeline = make_timeline(*events, published=str(published), places=places)
    return Sample(timeline, events, published, is_introduced)


DAYS = st.integers(-5, 50).map(lambda n: jan(1) + timedelta(days=n))


@given(sample=samples(), day=DAYS)
def test_every_event_is_in_one_state(sample: Sample, day: date) -> None:
    found = [event for state in State for event in sample.timeline.events_in(state, day)]
    assert sorted(event.id for event in found) == [event.id for event in sample.events]


@given(sample=samples())
def test_states_of_events_are_those_of_each_day(sample: Sample) -> None:
    timeline = sample.timeline
    for event in sample.events:
        changes = timeline.states(event)
        assert changes[0][0] == 0
        for step, day in enumerate(timeline.steps):
            assert at_step(changes, step) is timeline.state(event, day)


@given(sample=samples())
def test_a_paragraph_goes_by_its_event_nearest_in_time(sample: Sample) -> None:
    timeline = sample.timeline
    assert len(timeline.paragraph_accounts) == 9
    for number, changes in enumerate(timeline.paragraph_accounts, start=1):
        told = [event for event in sample.events if number in event.paragraphs]
        for step, day in enumerate(timeline.steps):
            states = {timeline.state(event, day) for event in told}
            assert at_step(changes, step) is account_of(states)
        assert (number in timeline.placeless) == (
            bool(told) and not any(event.places for event in told)
        )


def account_of(states: set[State]) -> Account:
    """The account of a paragraph whose events are in ``states``."""
    if NOW in states:
        return Account.NOW
    if POSSIBLE in states:
        return Account.POSSIBLE
    if OPEN in states:
        return Account.OPEN
    return Account.OTHER_DATE if states else Account.UNCOVERED


@given(sample=samples())
def test_the_first_stated_of_a_day_is_the_first_that_is_now(sample: Sample) -> None:
    timeline = sample.timeline
    for day, event in zip(timeline.steps, timeline.first_stated, strict=True):
        assert (event,) == (*timeline.events_in(NOW, day), None)[:1]


@given(sample=samples())
def test_a_stop_stands_for_days_on_all_of_which_the_same_is_told(sample: Sample) -> None:
    every, sparse = sample.timeline, Timeline(sample.timeline.atlas)
    with patch("statement_map.timeline.EVERY_DAY_WITHIN", 0):
        assert set(sparse.steps) <= set(every.steps)
    for step, day in enumerate(every.steps):
        at = sparse.step_at(day)
        first, last = sparse.stretch(at)
        assert first <= day <= last
        assert sparse.first_stated[at] == every.first_stated[step]
        for some, all_ in (
            *((sparse.states(event), every.states(event)) for event in sample.events),
            *zip(sparse.paragraph_accounts, every.paragraph_accounts, strict=True),
            *((sparse.place_states[place], every.place_states[place]) for place in "pqrs"),
        ):
            assert at_step(some, at) is at_step(all_, step)


@given(sample=samples(), day=DAYS)
def test_the_day_to_show_is_the_nearest_that_fits(sample: Sample, day: date) -> None:
    around = [jan(1) + timedelta(days=n) for n in range(-50, 100)]
    for event in sample.events:
        states = {d: sample.timeline.state(event, d) for d in around}
        is_dated = sample.timeline.interval(event) is not None
        fitting = [d for d in around if states[d] in ({NOW, POSSIBLE} if is_dated else {OPEN})]
        assert sample.timeline.day_of(event, day) == min(fitting, key=lambda d: abs(d - day))


@given(events=event_lists())
def test_what_is_suggested_lies_within_what_words_leave(events: tuple[Event, ...]) -> None:
    around = [jan(1) + timedelta(days=n) for n in range(-20, 60)]
    for dates in infer_dates(events).values():
        suggested = {day for day in around if dates.suggested is None or day in dates.suggested}
        assert suggested <= {day for day in around if dates.bound is None or day in dates.bound}


@given(events=event_lists())
def test_without_cues_only_stated_dates_exclude_a_day(events: tuple[Event, ...]) -> None:
    bare = [event.model_copy(update={"after_cue": {}, "before_cue": {}}) for event in events]
    for event in bare:
        dates = infer_dates(bare)[event.id]
        assert (dates.bound is not None) == (event.basis == "stated")
        assert dates.bound in (None, dates.suggested)


@given(events=event_lists(), data=st.data())
def test_one_more_neighbour_never_widens_an_interval(
    events: tuple[Event, ...], data: st.DataObject
) -> None:
    position, other = (data.draw(st.integers(0, len(events) - 1)) for _ in "12")
    assume(position != other)
    event = events[position]
    side = "after" if other < position else "before"
    more = event.model_copy(update={side: (*getattr(event, side), events[other].id)})
    before = infer_dates(events)
    after = infer_dates([*events[:position], more, *events[position + 1 :]])
    around = [jan(1) + timedelta(days=n) for n in range(-20, 60)]
    for id_, dates in after.items():
        pairs = [
            (dates.bound, before[id_].bound),
            (dates.suggested, before[id_].suggested),
        ]
        for interval, old in pairs:
            days = {day for day in around if interval is None or day in interval}
            assert days <= {day for day in around if old is None or day in old}


def strongest(states: Sequence[State]) -> State:
    """The state of a place whose events are in ``states``, as its docstring says."""
    order = [NOW, POSSIBLE, OPEN, EARLIER, LATER]
    return min(states, key=order.index, default=OPEN)


@given(sample=samples())
def test_changes_of_places_are_what_a_count_on_each_day_gives(sample: Sample) -> None:
    timeline = sample.timeline
    for place in "pqrs":
        named = [e for e in sample.events if place in {mention.id for mention in e.places}]
        changes = dict(timeline.place_states[place])
        current = None
        for step, day in enumerate(timeline.steps):
            states = [timeline.state(event, day) for event in named]
            if place == "p" and sample.is_introduced:
                otherwise = EARLIER if sample.published < day else LATER
                states.append(NOW if sample.published == day else otherwise)
            current = changes.get(step, current)
            assert current is strongest(states)
        assert min(changes) == 0
