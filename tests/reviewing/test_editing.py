"""An event that is corrected, added, moved or taken out."""

from collections.abc import Callable
from typing import Any

import pytest

from statement_map.model import Text
from statement_map.reviewing import Work
from statement_map.reviewing.editing import (
    add_event,
    change_event,
    first_words,
    mention_place,
    merge_events,
    move_event,
    remove_event,
)
from tests.reading.samples import EVENTS, change
from tests.reviewing.samples import COMMENTED, THIRD, event_of, refused, sample


def ids(work: Work) -> list[str]:
    return [event.id for event in work.atlas.events]


def test_values_of_an_event() -> None:
    before = sample()
    work = change_event(
        before,
        "prices-fall",
        {
            "title": {"en": "Fall", "kk": "Бағалар"},
            "paragraph": ["1", "2"],
            "throughout": True,
        },
    )
    event = event_of(work, "prices-fall")
    assert event.title == Text({"en": "Fall", "kk": "Бағалар"})
    assert event.paragraphs == (1, 2)
    assert event.throughout
    assert event.after == ("prices-rise",)  # what was not typed stays
    assert event_of(before, "prices-fall").title == Text({"en": "Prices fall"})
    assert work.atlas.events[0] is before.atlas.events[0]  # what is the same is kept once


def test_what_is_emptied_is_taken_away() -> None:
    work = change_event(
        sample(), "prices-told", {"note": {"en": " "}, "title": {"en": "T", "pl": ""}, "places": []}
    )
    event = event_of(work, "prices-told")
    assert (event.note, event.title, event.places) == (None, Text({"en": "T"}), ())


WRONG_EVENTS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "no date": (
        {"when": "5.1.2022", "basis": "stated"},
        [
            "events.yaml: events[1].when: is not a date in EDTF; found '5.1.2022'; write a day "
            "(2022-01-02), a month (2022-01), a year (2022) or an interval of them "
            "(2022-01-02/2022-01-04, 2022-01-02/..)"
        ],
    ),
    "a date without its words": (
        {"when": "2022-01-05", "basis": "stated"},
        [
            "events.yaml: events[1]: is stated but lacks the date or the words that state it; "
            "found basis 'stated'; write both 'when' and 'when_phrase', or another basis"
        ],
    ),
    "nothing at all": (
        {"title": {"en": " "}, "quote": "", "kind": None},
        [
            "events.yaml: events[1].kind: is missing; found nothing; write a value",
            "events.yaml: events[1].title: is missing; found nothing; write a value",
            "events.yaml: events[1].quote: is missing; found nothing; write a value",
        ],
    ),
    "a control character": (
        {"text": {"en": "a\x00b"}},
        [
            "events.yaml: events[1].text.en: holds a control character; found '\\x00'; remove it",
        ],
    ),
    "half a character": (
        {"text": {"en": "a\ud800b"}},
        [
            "events.yaml: events[1].text.en: holds a control character; found '\\ud800'; remove it",
        ],
    ),
    "a list for a text": (
        {"title": ["a"]},
        ["events.yaml: events[1].title: is not a text by language; found a list; "
         "write it as 'en: ...'"],
    ),
    "no language": (
        {"title": {"english": "a"}},
        ["events.yaml: events[1].title.english: is not a language; found 'english'; "
         "write a code of two letters, such as 'en'"],
    ),
    "a paragraph after the last": (
        {"paragraph": "3"},
        ["events.yaml: events[1].paragraph: is after the last paragraph; found 3; write 1 to 2"],
    ),
    "a huge number": (
        {"paragraph": "9" * 400},
        [f"events.yaml: events[1].paragraph[0]: is not a whole number; found '{'9' * 400}'; "
         "write digits, such as 12"],
    ),
    "no paragraph": (
        {"paragraph": []},
        ["events.yaml: events[1].paragraph: holds nothing; found an empty list; "
         "write at least one item"],
    ),
    "a neighbour that is not there": (
        {"after": ["prices-rice"]},
        ["events.yaml: events[1].after[0]: is no known event; found 'prices-rice'; "
         "write 'prices-rise'"],
    ),
    "itself for a neighbour": (
        {"after": ["prices-fall"]},
        ["events.yaml: events[1].after[0]: comes before itself; "
         "found prices-fall -> prices-fall; remove one of these neighbours"],
    ),
    "an order that cannot be": (
        {"when": "2022-01-01"},
        ["events.yaml: events[1].after: contradicts the dates; found 'prices-rise' (from "
         "2022-01-02) before 'prices-fall' (until 2022-01-01); correct a date or this neighbour"],
    ),
    "a place that is not there": (
        {"places": [{"id": "nort", "phrase": "there"}]},
        ["events.yaml: events[1].places[0].id: is no known place; found 'nort'; write 'north'"],
    ),
    "a topic that is not there": (
        {"topic": "price"},
        ["events.yaml: events[1].topic: is no known topic; found 'price'; write 'prices'"],
    ),
    "a key that is not there": (
        {"titel": "a"},
        ["events.yaml: events[1].titel: is not a key here; found 'titel'; write 'title'"],
    ),
    "another id": (
        {"id": "prices-rise"},
        ["events.yaml: events[1].id: stays as it is; found 'prices-rise'; write 'prices-fall'"],
    ),
    "neither yes nor no": (
        {"reviewed": "perhaps"},
        ["events.yaml: events[1].reviewed: is neither yes nor no; found 'perhaps'; "
         "write yes or no"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG_EVENTS)
def test_wrong_values_of_an_event(name: str) -> None:
    values, told = WRONG_EVENTS[name]
    assert refused(lambda: change_event(sample(), "prices-fall", values)) == told


def test_what_would_be_too_large() -> None:
    text = {"text": {"en": "x" * 4_194_304}}
    (told,) = refused(lambda: change_event(sample(), "prices-fall", text))
    assert told.startswith("events.yaml: is too large; found 4195")
    assert told.endswith(" bytes; write up to 4194304")


UNKNOWN_EVENTS: dict[str, Callable[[Work], object]] = {
    "change": lambda work: change_event(work, "x", {}),
    "add": lambda work: add_event(work, "words", 1, after="x"),
    "remove": lambda work: remove_event(work, "x"),
    "move": lambda work: move_event(work, "x", 1),
    "merge": lambda work: merge_events(work, "x", "prices-rise"),
    "merge-with": lambda work: merge_events(work, "prices-rise", "x"),
    "mention": lambda work: mention_place(work, "x", "north", "there"),
}


@pytest.mark.parametrize("name", UNKNOWN_EVENTS)
def test_an_event_that_is_not_there(name: str) -> None:
    told = ["events.yaml: events: holds no such event; found 'x'; choose one"]
    assert refused(lambda: UNKNOWN_EVENTS[name](sample())) == told


def test_an_event_is_added_behind_those_of_its_paragraph() -> None:
    words = " On 2 January,\nit is said, the prices rose in all of the northern towns again. "
    work = add_event(sample(), words, 1)
    assert ids(work) == ["prices-rise", "prices-fall", "prices-told", "p1-1"]
    event = event_of(work, "p1-1")
    assert event.title == Text({"en": "On 2 January, it is said, the prices rose"})
    assert event.text.read("en") == " ".join(words.split())
    assert event.quote == "On 2 January,\nit is said, the prices rose in all of"
    assert (event.paragraphs, event.basis, event.topic) == ((1,), "none", "prices")
    assert not event.reviewed


def test_an_event_is_added_behind_another() -> None:
    work = add_event(sample(), "again", 2, after="prices-rise")
    work = add_event(work, "again", 2, after="prices-rise")
    assert ids(work) == ["prices-rise", "p2-2", "p2-1", "prices-fall", "prices-told"]


def test_an_event_of_an_earlier_paragraph_comes_first() -> None:
    events = change(change(EVENTS, "paragraph: 1", "paragraph: 2"), "[2]", "2")
    assert ids(add_event(sample(events), "words", 1)) == ["p1-1", "prices-rise", "prices-fall"]


def test_an_event_that_cannot_be_added() -> None:
    assert refused(lambda: add_event(sample(), " \n", 1)) == [
        "events.yaml: events[3].text: is blank; found nothing but white space; write some text"
    ]
    assert refused(lambda: add_event(sample(), "a", 0)) == [
        "events.yaml: events[0].paragraph[0]: is too small; found 0; write 1 or more"
    ]
    assert refused(lambda: add_event(sample(), "a", 3)) == [
        "events.yaml: events[3].paragraph: is after the last paragraph; found 3; write 1 to 2"
    ]
    assert refused(lambda: add_event(sample(), "a\x07", 1)) == [
        f"events.yaml: events[3].{key}: holds a control character; found '\\x07'; remove it"
        for key in ("title.en", "text.en", "quote")
    ]


def test_first_words() -> None:
    assert first_words(" a  b\nc ") == "a  b\nc"
    assert first_words("1 2 3 4 5 6 7 8 9 10 11 12 13") == "1 2 3 4 5 6 7 8 9 10 11 12"
    assert first_words(" ") == ""


def test_who_was_dated_by_a_removed_event_alone_is_undated() -> None:
    events = change(EVENTS, "after: prices-rise", "after: prices-rise\n    why_then: {en: Again.}")
    work = remove_event(sample(events), "prices-rise")
    event = event_of(work, "prices-fall")
    assert (event.basis, event.after, event.why_then) == ("none", (), None)


def test_who_has_another_neighbour_keeps_it() -> None:
    work = change_event(
        sample(), "prices-told", {"basis": "inferred", "after": ["prices-rise", "prices-fall"]}
    )
    event = event_of(remove_event(work, "prices-rise"), "prices-told")
    assert (event.basis, event.after) == ("inferred", ("prices-fall",))


CUED = change(EVENTS, "after: prices-rise", "after: prices-rise\n    after_cue: again") + THIRD


def test_words_that_bind_a_date_are_typed_and_taken_away() -> None:
    work = change_event(sample(), "prices-fall", {"after_cue": "again"})
    assert event_of(work, "prices-fall").cue("after", "prices-rise") == "again"
    assert '    after_cue: "again"\n' in work.events_yaml
    work = change_event(work, "prices-fall", {"after_cue": {"prices-rise": "they fell"}})
    assert event_of(work, "prices-fall").cue("after", "prices-rise") == "they fell"
    assert '    after_cue: {prices-rise: "they fell"}\n' in work.events_yaml
    work = change_event(work, "prices-fall", {"after_cue": " "})
    assert event_of(work, "prices-fall").cue("after", "prices-rise") is None


def test_the_words_go_with_the_neighbour_that_they_bind_to() -> None:
    work = remove_event(sample(CUED), "prices-rise")
    assert event_of(work, "prices-fall").after_cue == {}
    typed = change(
        CUED, "    after: prices-rise\n", "    after: prices-rise\n    when: 2022-01-04\n"
    )
    work = remove_event(sample(typed), "prices-rise")
    assert event_of(work, "prices-fall").cue("after") == "again"  # they bind its own date too
    work = change_event(
        sample(CUED),
        "prices-told",
        {
            "basis": "inferred",
            "after": ["prices-rise", "prices-fall"],
            "after_cue": {"prices-rise": "rose", "prices-fall": "fell"},
        },
    )
    work = remove_event(work, "prices-rise")
    assert event_of(work, "prices-told").after_cue == {"prices-fall": "fell"}


def test_the_words_of_two_events_stay_with_the_neighbours_that_each_named() -> None:
    work = add_event(sample(CUED), "last", 2)
    inferred = {"basis": "inferred", "after": ["p2-1"]}
    work = change_event(work, "prices-told", inferred)
    event = event_of(merge_events(work, "prices-fall", "prices-told"), "prices-fall")
    assert event.after == ("prices-rise", "p2-1")
    assert event.after_cue == {"prices-rise": "again"}  # no words were given for the other


def test_words_for_a_renamed_neighbour() -> None:
    typed = {"basis": "inferred", "after": ["prices-fall"], "after_cue": {"prices-fall": "again"}}
    work = add_event(change_event(sample(), "prices-told", typed), "last", 2)
    work = merge_events(work, "p2-1", "prices-fall")
    assert event_of(work, "prices-told").after_cue == {"p2-1": "again"}


def test_the_last_event_stays() -> None:
    work = remove_event(remove_event(sample(), "prices-fall"), "prices-told")
    assert refused(lambda: remove_event(work, "prices-rise")) == [
        "events.yaml: events: holds one event; found no other; add another one first"
    ]


def test_comments_stay_when_their_event_goes() -> None:
    work = remove_event(sample(COMMENTED), "prices-fall")
    assert work.comments.before == {"prices-told": ("# line 4: again", "# line 5: told")}
    work = remove_event(work, "prices-told")
    assert work.comments.before == {}
    assert work.comments.tail == ("# line 4: again", "# line 5: told", "# line 6: the end")


def test_a_new_event_has_no_comments_of_an_old_one() -> None:
    work = sample(COMMENTED.replace("prices-told", "p2-1"))
    work = add_event(remove_event(work, "p2-1"), "words", 2)
    assert "p2-1" in ids(work)
    assert work.comments.before == {"prices-fall": ("# line 4: again",)}


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (-1, ["prices-fall", "prices-rise", "prices-told"]),
        (-9, ["prices-fall", "prices-rise", "prices-told"]),
        (0, ["prices-rise", "prices-fall", "prices-told"]),
        (1, ["prices-rise", "prices-told", "prices-fall"]),
        (10**30, ["prices-rise", "prices-told", "prices-fall"]),
    ],
)
def test_an_event_is_moved(by: int, expected: list[str]) -> None:
    assert ids(move_event(sample(), "prices-fall", by)) == expected
