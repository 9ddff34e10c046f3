"""Chapters follow what becomes of the events and places that they name."""

import pytest

from statement_map.reviewing import Work
from statement_map.reviewing.editing import merge_events, merge_places, remove_event, remove_place
from tests.reading.samples import EVENTS, change
from tests.reviewing.samples import THIRD, sample

CHAPTERS = """\
  chapters:
    - {id: up, title: {en: Up}, events: [prices-rise], look_at: [north, capital]}
    - {id: down, title: {en: Down}, events: [prices-fall, prices-told]}
"""


def work(chapters: str = CHAPTERS) -> Work:
    return sample(change(EVENTS, "  topics:\n", f"{chapters}  topics:\n") + THIRD)


def told(work: Work) -> dict[str, tuple[str, ...]]:
    return {chapter.id: chapter.events for chapter in work.atlas.statement.chapters}


def looked_at(work: Work) -> list[tuple[str, ...]]:
    return [chapter.look_at for chapter in work.atlas.statement.chapters]


def test_an_event_that_is_removed_goes_from_its_chapter() -> None:
    assert told(remove_event(work(), "prices-told")) == {
        "up": ("prices-rise",),
        "down": ("prices-fall",),
    }


def test_a_chapter_of_nothing_goes_with_its_last_event() -> None:
    assert told(remove_event(work(), "prices-rise")) == {"down": ("prices-fall", "prices-told")}


@pytest.mark.parametrize(
    ("event", "other", "expected"),
    [
        ("prices-fall", "prices-told", {"up": ("prices-rise",), "down": ("prices-fall",)}),
        ("prices-told", "prices-rise", {"down": ("prices-fall", "prices-told")}),
    ],
)
def test_of_two_events_that_are_one_the_chapter_is_that_of_the_one_that_stays(
    event: str, other: str, expected: dict[str, tuple[str, ...]]
) -> None:
    assert told(merge_events(work(), event, other)) == expected


def test_an_event_without_a_chapter_takes_that_of_the_one_that_it_swallows() -> None:
    chapters = CHAPTERS.replace(", prices-told", "")
    assert told(merge_events(work(chapters), "prices-told", "prices-fall")) == {
        "up": ("prices-rise",),
        "down": ("prices-told",),
    }


def test_a_place_that_goes_is_not_looked_at() -> None:
    assert looked_at(remove_place(work(), "capital")) == [("north",), ()]


def test_a_place_that_becomes_another_is_looked_at_as_that_once() -> None:
    assert looked_at(merge_places(work(), "capital", "north")) == [("capital",), ()]
