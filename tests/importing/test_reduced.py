"""Rows that were taken out of an own file: what pointed to them is left out, and told."""

from __future__ import annotations

from statement_map.importing.reduced import reduce
from statement_map.model import Basis
from statement_map.reading import read_data
from tests.conftest import ROOT

ATLAS = read_data(ROOT / "data").atlas


def test_nothing_is_changed_where_nothing_is_gone() -> None:
    places = list(ATLAS.places.values())
    left = reduce("a.csv", ATLAS.statement, ATLAS.events, places)
    assert (left.statement, left.events, left.places) == (
        ATLAS.statement,
        list(ATLAS.events),
        places,
    )
    assert left.left_out == []


def test_a_neighbour_that_is_gone_leaves_no_bound_behind() -> None:
    """Of an event that it alone dated no date is left, rather than one that nothing tells."""
    bound = next(
        event
        for event in ATLAS.events
        if len({*event.after, *event.before}) == 1 and not event.when
    )
    (gone,) = {*bound.after, *bound.before}
    events = [event for event in ATLAS.events if event.id != gone]
    left = reduce("a.csv", ATLAS.statement, events, list(ATLAS.places.values()))
    (event,) = (each for each in left.events if each.id == bound.id)
    assert (event.after, event.before, event.after_cue, event.before_cue) == ((), (), {}, {})
    assert (event.basis, event.why_then) == (Basis.NONE, None)
    side = "after" if bound.after else "before"
    assert (
        f"a.csv: {bound.id}.{side}: names an event that is not in the file; found {gone!r}; "
        "it is left out"
    ) in [str(fault) for fault in left.left_out]


def test_what_a_place_lies_in_and_its_members_may_be_gone() -> None:
    places = [place for place in ATLAS.places.values() if place.id != "kazakhstan"]
    left = reduce("a.csv", ATLAS.statement, ATLAS.events, places)
    assert "kazakhstan" not in {place.part_of for place in left.places}
    assert not any("kazakhstan" in place.members for place in left.places)
    assert "kazakhstan" not in {mention.id for mention in left.statement.places}
    said = [str(fault) for fault in left.left_out]
    assert (
        "a.csv: almaty.part_of: names a place that is not in the file; found 'kazakhstan'; "
        "it is left out"
    ) in said
