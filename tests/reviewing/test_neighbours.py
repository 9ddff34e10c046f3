"""When events change, no bound is left to an event that is gone, and no words without a bound."""

from __future__ import annotations

from typing import Any

from statement_map.fields import EVERY
from statement_map.model import Basis, Event
from statement_map.reviewing.neighbours import (
    cues_of_both,
    with_neighbour_renamed,
    without_neighbour,
)

EVENT = {
    "id": "e",
    "paragraph": 1,
    "basis": "inferred",
    "kind": "claim",
    "topic": "t",
    "title": {"en": "T"},
    "text": {"en": "T"},
    "quote": "a b",
}


def event(**values: Any) -> Event:
    return Event.model_validate(EVENT | values)


def test_the_words_for_a_neighbour_go_with_it() -> None:
    both = event(after=["a", "b"], after_cue={"a": "then", "b": "later"}, before="c")
    left = without_neighbour(both, "a")
    assert (left.after, left.after_cue, left.before) == (("b",), {"b": "later"}, ("c",))
    assert left.basis is Basis.INFERRED
    assert without_neighbour(both, "d") is both


def test_words_for_all_stay_while_there_is_something_to_bind() -> None:
    """With the last neighbour they go, but not from a date of the event's own."""
    alone = event(after="a", before="c", after_cue="then")
    assert without_neighbour(alone, "a").after_cue == {}
    assert without_neighbour(event(after=["a", "b"], after_cue="then"), "a").after_cue == {
        EVERY: "then"
    }
    dated = event(when="2022-01-02/..", after="a", after_cue="then")
    assert without_neighbour(dated, "a").after_cue == {EVERY: "then"}


def test_what_nothing_dates_any_more_has_no_date() -> None:
    left = without_neighbour(event(after="a"), "a")
    assert (left.basis, left.after, left.why_then, left.throughout) == (
        Basis.NONE,
        (),
        None,
        False,
    )


def test_a_neighbour_gets_another_name_once() -> None:
    both = event(after=["a", "b"], after_cue={"a": "then"}, before="c")
    renamed = with_neighbour_renamed(both, "a", "b")
    assert (renamed.after, renamed.after_cue, renamed.before) == (("b",), {"b": "then"}, ("c",))


def test_the_words_of_two_events_that_become_one() -> None:
    one, other = event(after="a", after_cue="then"), event(after="b", after_cue={"b": "later"})
    assert cues_of_both([one, other], one, "after", ["a", "b"]) == {"a": "then", "b": "later"}
    assert cues_of_both([one, other], one, "after", ["b"]) == {"b": "later"}
    assert cues_of_both([one, other], one, "before", ["a"]) == {}


def test_words_for_the_end_of_a_typed_date_stay_where_they_bind_all() -> None:
    dated = event(when="2022-01-02/..", after="a", after_cue="then")
    other = event(after="b", after_cue="later")
    assert cues_of_both([dated], dated, "after", ["a"]) == "then"
    assert cues_of_both([dated, other], dated, "after", ["a", "b"]) == {"a": "then", "b": "later"}
