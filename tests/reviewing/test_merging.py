"""Two events made one."""

from statement_map.model import Text
from statement_map.reviewing import Work
from statement_map.reviewing.editing import (
    add_event,
    change_event,
    merge_events,
)
from tests.reviewing.samples import COMMENTED, event_of, mentions, refused, sample


def ids(work: Work) -> list[str]:
    return [event.id for event in work.atlas.events]


def test_an_event_is_merged_with_its_own_neighbour() -> None:
    work = merge_events(sample(), "prices-rise", "prices-fall")
    event = event_of(work, "prices-rise")
    assert ids(work) == ["prices-rise", "prices-told"]
    assert event.paragraphs == (1, 2)
    assert (str(event.when), event.basis, event.when_phrase) == (
        *("2022-01-02", "stated", "on 2 January"),
    )
    assert (event.after, event.before) == ((), ())
    assert mentions(work, "prices-rise") == [("north", "In the north"), ("regions", "Everywhere")]
    assert event.title == Text({"en": "Prices rise"})
    assert event.text == Text({"en": "It says that prices rose. It says that prices fell."})
    assert (event.quote, event.kind) == ("prices rose", "occurrence")


def test_a_stated_date_goes_to_the_event_that_stays() -> None:
    work = merge_events(sample(), "prices-fall", "prices-rise")
    event = event_of(work, "prices-fall")
    assert (str(event.when), event.basis, event.when_phrase, event.after) == (
        *("2022-01-02", "stated", "on 2 January", ()),
    )
    assert event.title == Text({"en": "Prices fall"})


def test_who_came_after_the_other_comes_after_both() -> None:
    work = merge_events(sample(), "prices-told", "prices-rise")
    assert event_of(work, "prices-fall").after == ("prices-told",)


def test_texts_notes_and_places_of_both() -> None:
    work = change_event(sample(COMMENTED), "prices-fall", {"note": {"en": "Mine.", "pl": "Moja."}})
    work = merge_events(work, "prices-fall", "prices-told")
    event = event_of(work, "prices-fall")
    assert event.text == Text(
        {"en": "It says that prices fell. It tells the prices.", "pl": "Podaje ceny."}
    )
    assert event.note == Text({"en": "Mine. A note.", "pl": "Moja."})
    assert event.title == Text({"en": "Prices fall"})
    assert not event.reviewed
    assert (event.basis, event.after) == ("inferred", ("prices-rise",))
    assert work.comments.before == {"prices-fall": ("# line 5: told", "# line 4: again")}


def test_a_place_that_both_name_keeps_both_phrases_and_the_same_one_once() -> None:
    work = merge_events(sample(), "prices-rise", "prices-told")
    assert mentions(work, "prices-rise") == [
        ("north", "In the north"),
        ("capital", "in the capital"),
    ]
    work = change_event(
        sample(), "prices-told", {"places": [{"id": "north", "phrase": "up there"}]}
    )
    work = merge_events(work, "prices-rise", "prices-told")
    assert mentions(work, "prices-rise") == [("north", "In the north"), ("north", "up there")]


def test_two_inferred_events_have_the_neighbours_and_reasons_of_both() -> None:
    work = add_event(sample(), "last", 2)
    inferred = {"basis": "inferred", "before": ["p2-1"], "why_then": {"en": "It is told first."}}
    work = change_event(work, "prices-told", inferred)
    work = change_event(work, "prices-fall", {"why_then": {"en": "Again."}, "throughout": True})
    event = event_of(merge_events(work, "prices-fall", "prices-told"), "prices-fall")
    assert (event.basis, event.after, event.before) == ("inferred", ("prices-rise",), ("p2-1",))
    assert event.why_then == Text({"en": "Again. It is told first."})
    assert event.throughout


def test_what_was_inferred_from_one_another_alone_is_undated() -> None:
    work = change_event(
        sample(),
        "prices-rise",
        {"basis": "none", "when": None, "when_phrase": None},
    )
    work = change_event(work, "prices-fall", {"why_then": {"en": "Again."}, "throughout": True})
    event = event_of(merge_events(work, "prices-rise", "prices-fall"), "prices-rise")
    assert (event.basis, event.after, event.why_then, event.throughout) == ("none", (), None, False)


def test_an_undated_event_gets_no_duration_of_its_own() -> None:
    work = change_event(sample(), "prices-told", {"throughout": True})
    assert not event_of(merge_events(work, "prices-told", "prices-rise"), "prices-told").throughout


def test_events_that_cannot_be_merged() -> None:
    work = change_event(sample(), "prices-told", {"basis": "inferred", "when": "2022-01-03"})
    assert refused(lambda: merge_events(work, "prices-rise", "prices-told")) == [
        "events.yaml: events[0].when: are two dates; found 2022-01-02 and 2022-01-03; "
        "take one of them away first"
    ]
    assert refused(lambda: merge_events(work, "prices-rise", "prices-rise")) == [
        "events.yaml: events[0]: is the same event; found 'prices-rise' twice; choose another one"
    ]
    between = change_event(
        sample(), "prices-fall", {"before": ["prices-told"], "after": ["prices-rise"]}
    )
    assert refused(lambda: merge_events(between, "prices-rise", "prices-told")) == [
        "events.yaml: events[1].before[0]: comes before itself; "
        "found prices-fall -> prices-rise -> prices-fall; remove one of these neighbours"
    ]
