"""Chapters are proposed, put in, moved about and taken out, and all can be taken back."""

from dataclasses import replace

import pytest

from statement_map.model import Event, Place
from statement_map.reviewing import History, Work
from statement_map.reviewing.editing import change_statement
from statement_map.reviewing.opening import open_files
from statement_map.reviewing.storytelling import (
    MOST_CHAPTERS,
    add_chapter,
    move_chapter,
    propose_chapters,
    proposed_events,
    remove_chapter,
)
from tests.conftest import ROOT
from tests.reading.samples import EVENTS, change
from tests.reviewing.samples import THIRD, own_data, sample
from tests.timelines import make_event, make_timeline

OTHERS = {
    name: (ROOT / "data" / name).read_bytes() for name in ("locations.csv", "boundaries.geojson")
}

CHAPTERS = """\
  chapters:
    - {id: up, title: {en: Up}, events: [prices-rise], look_at: [north]}
    - {id: down, title: {en: Down}, events: [prices-fall, prices-told]}
"""


def proposed(*events: Event) -> str:
    """The ids of what is proposed; of the places p to v only p has a point."""
    atlas = make_timeline(*events).atlas
    point = {"lat": 1.0, "lon": 1.0, "kind": "city", "radius_km": 1, "method": "manual"}
    found = {"source": "hand", "retrieved": "2026-01-01", "confidence": "high"}
    p = Place.model_validate({"id": "p", "names": {"en": "p"}} | point | found)
    return "".join(it.id for it in proposed_events(replace(atlas, places={**atlas.places, "p": p})))


def work() -> Work:
    return sample(change(EVENTS, "  topics:\n", f"{CHAPTERS}  topics:\n") + THIRD)


def told(work: Work) -> list[tuple[str, tuple[str, ...]]]:
    return [(chapter.id, chapter.events) for chapter in work.atlas.statement.chapters]


def test_the_first_and_the_last_and_what_is_stated_at_a_point_between_them() -> None:
    assert proposed(
        make_event("a"),
        make_event("b", "2022-01-02"),
        make_event("c", "2022-01-03", basis="inferred"),
        make_event("d", "2022-01-04", places=["q"]),
        make_event("e", "2022-01-05", places=[]),
        make_event("f", "2022-01-06", places=["q", "p"]),
        make_event("g"),
        make_event("h"),
    ) == "abfh"  # fmt: skip


@pytest.mark.parametrize(("ids", "expected"), [("a", "a"), ("ab", "ab")])
def test_a_text_of_one_or_two_events_is_told_whole(ids: str, expected: str) -> None:
    assert proposed(*map(make_event, ids)) == expected


def test_of_too_many_those_whose_days_lie_furthest_apart() -> None:
    """Twelve stand between the ends, of which eight have room.

    The first of each month is a month from all others, 2 to 5 January are four days from the end
    at most.
    """
    week = [make_event(id_, f"2022-01-0{day}") for id_, day in zip("bcde", "2345", strict=True)]
    months = [
        make_event(id_, f"2022-0{n}-01") for id_, n in zip("fghijklm", "23456789", strict=True)
    ]
    told = proposed(make_event("a", "2022-01-01"), *week, *months, make_event("z", "2022-12-31"))
    assert told == "afghijklmz"
    assert len(told) == MOST_CHAPTERS


def test_of_one_day_those_that_are_told_first() -> None:
    day = [make_event(id_, "2022-01-01") for id_ in "bcdefghijklm"]
    assert proposed(make_event("a"), *day, make_event("z")) == "abcdefghiz"


def test_each_chapter_that_is_proposed_has_the_title_of_its_event() -> None:
    done = propose_chapters(sample())
    events = {event.id: event for event in done.atlas.events}
    chapters = done.atlas.statement.chapters
    assert told(done) == [(id_, (id_,)) for id_ in ("prices-rise", "prices-told")]
    assert [it.title for it in chapters] == [events[it.id].title for it in chapters]
    assert set(done.atlas.chapter_of) == set(events)


@pytest.mark.parametrize(
    ("by", "expected"), [(-1, ["down", "up"]), (+1, ["up", "down"]), (-9, ["down", "up"])]
)
def test_a_chapter_is_moved_as_far_as_there_are_any(by: int, expected: list[str]) -> None:
    assert [id_ for id_, _ in told(move_chapter(work(), "down", by))] == expected


def test_a_chapter_is_taken_out_and_its_event_stays() -> None:
    done = remove_chapter(work(), "up")
    assert told(done) == [("down", ("prices-fall", "prices-told"))]
    assert done.atlas.events == work().atlas.events
    assert told(remove_chapter(done, "down")) == []


def test_an_event_is_put_in_behind_what_begins_earlier_and_stands_in_one_chapter() -> None:
    assert told(add_chapter(work(), "prices-told")) == [
        ("up", ("prices-rise",)),
        ("down", ("prices-fall",)),
        ("prices-told", ("prices-told",)),
    ]
    first = add_chapter(remove_chapter(work(), "up"), "prices-rise")
    assert [id_ for id_, _ in told(first)] == ["prices-rise", "down"]


def test_an_event_that_begins_a_chapter_begins_no_other() -> None:
    before = work()
    assert add_chapter(before, "prices-fall") is before


def test_an_id_that_a_chapter_has_already_is_not_given_again() -> None:
    other = work().atlas.statement.chapters[0].model_copy(update={"id": "prices-told"})
    taken = change_statement(work(), {"chapters": [other]})
    assert [id_ for id_, _ in told(add_chapter(taken, "prices-told"))] == [
        *("prices-told", "prices-told-2"),
    ]


def test_what_is_done_with_chapters_is_in_the_file_and_taken_back() -> None:
    start = own_data()
    moved = move_chapter(start, "beginnings", +1)
    again = open_files({"events.yaml": moved.events_yaml.encode(), **OTHERS})
    ids = [chapter.id for chapter in again.atlas.statement.chapters]
    assert ids[:3] == ["appeal", "beginnings", "turn"]
    assert History(start).add(moved).undo().present.events_yaml == start.events_yaml


def test_what_is_not_there_is_left_alone() -> None:
    before = work()
    for change_ in (add_chapter, remove_chapter):
        assert change_(before, "gone") == before
    assert move_chapter(before, "gone", 1) is before
