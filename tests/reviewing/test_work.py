"""A work is valid at any time: a part is replaced only if the files can be read back."""

from __future__ import annotations

import pytest

from statement_map.errors import DataErrors
from statement_map.reviewing import Work
from tests.reviewing.samples import sample


def test_what_is_equal_is_the_same_object_so_that_a_history_stays_small() -> None:
    work = sample()
    first, *others = work.atlas.events
    changed = work.replace(
        events=[first.model_copy(update={"title": work.atlas.statement.title}), *others]
    )
    assert changed.atlas.events[0] != first
    assert all(one is other for one, other in zip(changed.atlas.events[1:], others, strict=True))
    assert changed.atlas.statement is work.atlas.statement
    assert all(changed.atlas.places[id_] is place for id_, place in work.atlas.places.items())


def test_a_fault_of_a_place_is_told_by_its_id_where_a_file_has_a_line() -> None:
    work = sample()
    places = [
        place.model_copy(update={"part_of": "nowhere"}) if place.id == "capital" else place
        for place in work.atlas.places.values()
    ]
    with pytest.raises(DataErrors) as caught:
        work.replace(places=places)
    (fault,) = caught.value.faults
    assert (fault.line, fault.field) == (None, "places.capital.part_of")
    assert fault.message.startswith("is no known place; found 'nowhere'; ")


def test_the_text_and_what_can_be_made_again() -> None:
    work = sample()
    assert work.text is None
    assert work.with_text("Prices rose.").text == "Prices rose."
    assert "timeline" in vars(with_timeline(work))
    assert "timeline" not in vars(with_timeline(work).without_caches())
    assert work.without_caches() == work


def with_timeline(work: Work) -> Work:
    assert work.timeline.steps
    return work
