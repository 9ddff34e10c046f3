"""Chapters: which events belong to each, and the ten of this statement."""

import re
from collections import Counter

import pytest

from statement_map.reading import read_atlas
from tests.conftest import ROOT
from tests.timelines import make_event, make_timeline

STATEMENT = read_atlas(ROOT / "data")
CHAPTERS = STATEMENT.statement.chapters


@pytest.mark.parametrize(
    ("chapters", "expected"),
    [
        ([], {}),
        # what no chapter names belongs to that of the event told before it
        ([["b"], ["d"]], {"a": 0, "b": 0, "c": 0, "d": 1, "e": 1}),
        ([["a", "c"], ["b"]], {"a": 0, "b": 1, "c": 0, "d": 0, "e": 0}),
        # a story may go another way than the text
        ([["d"], ["b"]], {"a": 1, "b": 1, "c": 1, "d": 0, "e": 0}),
        ([["a", "b", "c", "d", "e"]], dict.fromkeys("abcde", 0)),
    ],
)
def test_every_event_belongs_to_a_chapter(
    chapters: list[list[str]], expected: dict[str, int]
) -> None:
    told = [
        {"id": f"chapter-{number}", "title": {"en": "C"}, "events": events}
        for number, events in enumerate(chapters)
    ]
    atlas = make_timeline(*map(make_event, "abcde"), chapters=told).atlas
    assert atlas.chapter_of == expected


def test_a_chapter_of_one_event_names_it_alone() -> None:
    chapter = {"id": "one", "title": {"en": "C"}, "events": "a", "look_at": "p"}
    statement = make_timeline(make_event("a"), chapters=[chapter]).atlas.statement
    assert (statement.chapters[0].events, statement.chapters[0].look_at) == (("a",), ("p",))


def test_the_ten_chapters_share_the_fifty_one_events_by_their_paragraphs() -> None:
    paragraphs = {event.id: event.paragraphs[0] for event in STATEMENT.events}
    of_each: dict[int, set[int]] = {}
    for id_, number in STATEMENT.chapter_of.items():
        of_each.setdefault(number, set()).add(paragraphs[id_])
    assert {CHAPTERS[number].id: (min(of), max(of)) for number, of in of_each.items()} == {
        "beginnings": (1, 4),
        "appeal": (5, 6),
        "turn": (7, 8),
        "almaty": (9, 10),
        "blame": (11, 13),
        "operation": (14, 14),
        "csto": (15, 19),
        "assurances": (20, 22),
        "going-on": (23, 26),
        "mourning": (27, 28),
    }
    counted = Counter(STATEMENT.chapter_of.values())
    assert [counted[number] for number in range(10)] == [7, 3, 4, 4, 7, 2, 7, 6, 7, 4]


def test_every_stated_date_is_a_stop_of_the_story() -> None:
    told = {chapter.events[0] for chapter in CHAPTERS}
    stated = {event.id for event in STATEMENT.events if event.basis.value == "stated"}
    assert len(stated) == 5
    assert stated <= told


@pytest.mark.parametrize(
    ("code", "says"), [("pl", "[Ww]ładz"), ("en", "[Tt]he authorities|said to|called")]
)
def test_every_title_of_a_chapter_says_that_somebody_says_so(code: str, says: str) -> None:
    titles = [chapter.title.root[code] for chapter in CHAPTERS]
    assert [title for title in titles if not re.search(says, title)] == []


@pytest.mark.parametrize("code", ["pl", "en"])
def test_the_story_is_read_in_three_minutes(code: str) -> None:
    """At 15 letters a second, as subtitles are timed, with 1.2 s for each flight."""
    events = {event.id: event for event in STATEMENT.events}
    words = [
        f"{chapter.title.root[code]} {events[chapter.events[0]].text.root[code]}"
        for chapter in CHAPTERS
    ]
    assert sum(1.2 + max(4, len(each) / 15) for each in words) <= 180
