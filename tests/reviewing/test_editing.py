import csv
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from statement_map.drafting.proposing import WITHOUT_OUTLINE
from statement_map.geocoding.candidates import Candidate
from statement_map.model import Mention, PlaceKind, Text
from statement_map.reviewing import Work
from statement_map.reviewing.editing import (
    add_event,
    add_place,
    add_topic,
    change_event,
    change_place,
    change_statement,
    choose_candidate,
    first_words,
    mention_place,
    merge_events,
    merge_places,
    move_event,
    remove_event,
    remove_place,
    remove_topic,
    set_outline,
    set_point,
)
from tests.reading.samples import EVENTS, LOCATIONS, change
from tests.reviewing.samples import THIRD, event_of, own_data, refused, sample


def ids(work: Work) -> list[str]:
    return [event.id for event in work.atlas.events]


def mentions(work: Work, id_: str) -> list[tuple[str, str]]:
    return [(it.id, it.phrase) for it in event_of(work, id_).places]


# ------------------------------------------------------------------ an event


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


COMMENTED = change(EVENTS, "  - id: prices-fall", "  # line 4: again\n  - id: prices-fall")
COMMENTED += "  # line 5: told\n" + THIRD + "  # line 6: the end\n"


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


# ------------------------------------------------------------------ two events


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


# ------------------------------------------------------------------ places


def test_values_of_a_place() -> None:
    work = change_place(
        sample(),
        "capital",
        {
            "names": {"pl": "Stolica", "en": "Capital", "kk": "Астана"},
            "lat": "51.128422",
            "notes": {"en": "A", "pl": "B"},
            "reviewed": False,
        },
    )
    place = work.atlas.places["capital"]
    assert place.names.root == {"pl": "Stolica", "en": "Capital", "kk": "Астана"}
    assert (place.lat, place.lon) == (51.12842, 71.43)  # a file has five decimals: about a metre
    assert place.notes == Text({"en": "A", "pl": "B"})
    assert not place.reviewed
    assert place.retrieved is not None  # what was not typed stays


WRONG_PLACES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a decimal comma": (
        {"lat": "51,13"},
        ["locations.csv: places.capital.lat: has a decimal comma; found '51,13'; write 51.13"],
    ),
    "half a point": (
        {"lon": ""},
        ["locations.csv: places.capital.lon: is missing; found lat alone; write both or neither"],
    ),
    "no point": (
        {"lat": "", "lon": ""},
        ["locations.csv: places.capital.lat: cannot be drawn; found confidence 'high' without a "
         "point; write lat and lon, or 'none'"],
    ),
    "no number": (
        {"lat": float("nan"), "lon": "x"},
        ["locations.csv: places.capital.lat: is not valid; found nan; "
         "Input should be a finite number",
         "locations.csv: places.capital.lon: is not a decimal number; found 'x'; "
         "write one such as 43.25"],
    ),
    "no names": (
        {"names": {"pl": "", "en": ""}},
        ["locations.csv: places.capital.names: is missing; found nothing; write a value"],
    ),
    "a place that lies in itself": (
        {"part_of": "capital"},
        ["locations.csv: places.capital.part_of: lies in itself; found capital -> capital; "
         "remove one of these"],
    ),
    "a place that is not there": (
        {"part_of": "nort"},
        ["locations.csv: places.capital.part_of: is no known place; found 'nort'; write 'north'"],
    ),
    "an outline that is not there": (
        {"boundary": ["KZ-SVE"]},
        ["locations.csv: places.capital.boundary: is no known outline; found 'KZ-SVE'; "
         "write 'KZ-SEV'"],
    ),
    "a group of nothing": (
        {"kind": "group", "lat": "", "lon": ""},
        ["locations.csv: places.capital.members: is a group of nothing; found no members; "
         "write their ids"],
    ),
    "the id of another": (
        {"id": "north"},
        ["locations.csv: places.capital.id: stays as it is; found 'north'; write 'capital'"],
    ),
    "lat for lon": (
        {"lat": "71.43", "lon": "51.13"},
        ["locations.csv: places.capital.lat: lies far from KZ; found lat 71.43, lon 51.13; "
         "swap them: lat 51.13, lon 71.43"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG_PLACES)
def test_wrong_values_of_a_place(name: str) -> None:
    values, told = WRONG_PLACES[name]
    assert refused(lambda: change_place(sample(), "capital", values)) == told


def test_a_circle_of_places() -> None:
    assert refused(lambda: change_place(sample(), "country", {"part_of": "north"})) == [
        "locations.csv: places.country.part_of: lies in itself; "
        "found country -> north -> country; remove one of these"
    ]


def test_a_point_set_by_hand() -> None:
    work = set_point(sample(), "north", 54.123456, 68.5)
    place = work.atlas.places["north"]
    assert (place.lat, place.lon, place.boundary) == (54.12346, 68.5, ())
    assert (place.method, place.source) == ("manual", "set by hand on the map")
    assert (place.confidence, place.reviewed) == ("high", True)
    assert place.retrieved == datetime.now(UTC).date()


def test_an_outline_set_by_hand() -> None:
    start = sample()
    work = set_outline(start, "capital", start.areas["KZ-NOR"])
    place = work.atlas.places["capital"]
    assert (place.kind, place.boundary) == ("region", ("KZ-NOR",))
    assert (place.lat, place.lon, place.radius_km) == (None, None, None)
    assert (place.method, place.confidence, place.reviewed) == ("manual", "high", True)


def test_points_that_cannot_be_set() -> None:
    assert refused(lambda: set_point(sample(), "capital", 91, 181)) == [
        "locations.csv: places.capital.lat: is too large; found 91; write 90 or less",
        "locations.csv: places.capital.lon: is too large; found 181; write 180 or less",
    ]
    assert refused(lambda: set_point(sample(), "regions", 51, 71)) == [
        "locations.csv: places.regions.lat: has a point that its kind cannot have; "
        "found kind 'group'; leave lat and lon empty"
    ]


RIVER_TOWN = Candidate(
    *("River Town", PlaceKind.CITY, 50.1234567, 70.5, "GeoNames", "geonames:1"), radius_km=3
)
FAR_LAND = Candidate(
    *("Far Land", PlaceKind.COUNTRY, 10.0, 20.0, "CLDR", ""), radius_km=400, boundary="XX"
)
SOUTH_LAND = Candidate(
    *("Land", PlaceKind.COUNTRY, 48.5, 67.5, "CLDR", "iso3166:KZ"), boundary="KZ"
)


def test_a_candidate_is_chosen() -> None:
    place = choose_candidate(sample(), "regions", RIVER_TOWN).atlas.places["regions"]
    assert (place.kind, place.lat, place.lon, place.radius_km) == ("city", 50.12346, 70.5, 3)
    assert (place.members, place.boundary, place.notes) == ((), (), None)
    assert (place.method, place.source, place.source_id) == (
        *("gazetteer", "GeoNames", "geonames:1"),
    )
    assert (place.confidence, place.reviewed) == ("high", True)
    assert place.names == Text({"pl": "Obwody", "en": "Regions"})


def test_a_candidate_that_nobody_has_reviewed() -> None:
    work = choose_candidate(sample(), "capital", RIVER_TOWN, is_reviewed=False)
    place = work.atlas.places["capital"]
    assert (place.confidence, place.reviewed) == ("medium", False)
    assert place.notes == Text({"en": "As it was."})


def test_a_water_has_no_point() -> None:
    river = Candidate("River", PlaceKind.WATER, 50.0, 70.0, "estimate of the project", "")
    place = choose_candidate(sample(), "regions", river).atlas.places["regions"]
    assert (place.kind, place.has_point, place.source) == ("water", False, None)
    assert (place.confidence, place.reviewed) == ("none", True)


def test_an_estimate_is_never_sure() -> None:
    range_ = Candidate("Hills", PlaceKind.REGION, 50.0, 70.0, "estimate of the project", "", 40.0)
    place = choose_candidate(sample(), "regions", range_).atlas.places["regions"]
    assert (place.kind, place.radius_km, place.confidence) == ("region", 40, "medium")


def test_a_country_without_its_outline_is_a_circle_that_says_so() -> None:
    work = choose_candidate(sample(), "north", FAR_LAND)
    place = work.atlas.places["north"]
    assert (place.kind, place.boundary, place.radius_km) == ("country", (), 400)
    assert place.notes == WITHOUT_OUTLINE
    place = choose_candidate(work, "north", SOUTH_LAND).atlas.places["north"]
    assert (place.boundary, place.radius_km, place.notes) == (("KZ",), None, None)


def test_a_place_is_added() -> None:
    work, id_ = add_place(sample(), "Żółć 13")
    assert id_ == "zolc-13"
    place = work.atlas.places[id_]
    assert place.names == Text({"pl": "Żółć 13", "en": "Żółć 13"})
    assert (place.kind, place.confidence, place.query) == ("city", "none", "Żółć 13")
    assert add_place(work, "żółć 13")[1] == "zolc-2"
    assert add_place(work, "北京")[1] == "place"
    assert len(add_place(work, "a" * 500)[1]) == 40


def test_places_that_cannot_be_added() -> None:
    assert refused(lambda: add_place(sample(), " ")) == [
        "locations.csv: places.place.names: is blank; found nothing but white space; "
        "write some text"
    ]
    assert refused(lambda: add_place(sample(), "a\x00")) == [
        f"locations.csv: places.a.names.{code}: holds a control character; found '\\x00'; remove it"
        for code in ("pl", "en")
    ]
    assert refused(lambda: add_place(sample(), "a" * 200_000)) == [
        "locations.csv: has a value that is too long; found more than 131072 characters; "
        "write fewer"
    ]


def test_a_place_is_mentioned() -> None:
    work = mention_place(sample(), "prices-fall", "capital", "there")
    assert mentions(work, "prices-fall") == [("regions", "Everywhere"), ("capital", "there")]
    again = mention_place(work, "prices-fall", "capital", "there")
    assert mentions(again, "prices-fall") == mentions(work, "prices-fall")
    twice = mention_place(work, "prices-fall", "capital", "in the capital")
    assert mentions(twice, "prices-fall")[1:] == [
        ("capital", "there"),
        ("capital", "in the capital"),
    ]


def test_mentions_that_cannot_be() -> None:
    assert refused(lambda: mention_place(sample(), "prices-fall", "x", "there")) == [
        "events.yaml: events[1].places[1].id: is no known place; found 'x'; "
        "write 'country' or 'north' or 'capital' or 'regions'"
    ]
    assert refused(lambda: mention_place(sample(), "prices-fall", "capital", " ")) == [
        "events.yaml: events[1].places[1].phrase: is missing; found nothing; write a value"
    ]


UNKNOWN_PLACES: dict[str, Callable[[Work], object]] = {
    "change": lambda work: change_place(work, "x", {}),
    "point": lambda work: set_point(work, "x", 1, 1),
    "choose": lambda work: choose_candidate(work, "x", RIVER_TOWN),
    "remove": lambda work: remove_place(work, "x"),
    "merge": lambda work: merge_places(work, "x", "north"),
    "merge-with": lambda work: merge_places(work, "north", "x"),
}


@pytest.mark.parametrize("name", UNKNOWN_PLACES)
def test_a_place_that_is_not_there(name: str) -> None:
    told = ["locations.csv: places: holds no such place; found 'x'; choose one"]
    assert refused(lambda: UNKNOWN_PLACES[name](sample())) == told


def test_a_place_is_removed_wherever_it_is_named() -> None:
    work = remove_place(sample(), "capital")
    assert list(work.atlas.places) == ["country", "north", "regions"]
    assert work.atlas.statement.places == ()
    assert mentions(work, "prices-told") == [("north", "In the north")]


def test_what_lay_in_a_removed_place_lies_in_what_that_was_part_of() -> None:
    work = change_place(sample(), "capital", {"part_of": "north"})
    work = remove_place(change_place(work, "regions", {"members": ["north", "capital"]}), "north")
    assert work.atlas.places["capital"].part_of == "country"
    assert work.atlas.places["regions"].members == ("capital",)


def test_the_last_member_of_a_group_stays() -> None:
    assert refused(lambda: remove_place(sample(), "north")) == [
        "locations.csv: places.regions.members: is a group of nothing; found no members; "
        "write their ids"
    ]


def test_mentions_of_other_places_stay_as_they_are() -> None:
    twice = [Mention(id="north", phrase=phrase) for phrase in ("up", "there")]
    work = change_event(sample(), "prices-fall", {"places": twice})
    assert mentions(remove_place(work, "capital"), "prices-fall") == [
        ("north", "up"),
        ("north", "there"),
    ]


OWN_COLUMNS = "\n".join(
    line + more
    for line, more in zip(
        LOCATIONS.splitlines(),
        (",x_mine,x_empty,name_kk", ",,,", ",a,,", ",b,,Астана", ",,,"),
        strict=True,
    )
)


def test_places_are_merged() -> None:
    work = merge_places(sample(locations=OWN_COLUMNS), "north", "capital")
    assert list(work.atlas.places) == ["country", "north", "regions"]
    place = work.atlas.places["north"]
    assert place.names.root == {"pl": "Północ", "en": "North", "kk": "Астана"}
    assert place.notes == Text({"en": "As it was."})
    assert (place.kind, place.boundary, place.has_point) == ("region", ("KZ-NOR", "KZ-SEV"), False)
    assert [it.id for it in work.atlas.statement.places] == ["north"]
    assert mentions(work, "prices-told") == [
        ("north", "in the capital"),
        ("north", "In the north"),
    ]
    assert work.own_cells["north"] == {"x_mine": "a", "x_empty": ""}
    assert "capital" not in work.own_cells


def test_a_place_that_lies_nowhere_gets_where_the_other_lies() -> None:
    work, id_ = add_place(sample(locations=OWN_COLUMNS), "Seat")
    place = merge_places(work, id_, "capital").atlas.places[id_]
    assert place.names.root == {"pl": "Seat", "en": "Seat", "kk": "Астана"}
    assert (place.lat, place.lon, place.radius_km, place.part_of) == (51.13, 71.43, 10, "country")
    assert (place.method, place.confidence, str(place.retrieved)) == (
        *("gazetteer", "high", "2022-02-01"),
    )


def test_a_place_is_merged_with_the_one_that_it_lies_in() -> None:
    work = change_place(sample(), "capital", {"part_of": "north"})
    inner = merge_places(work, "capital", "north")
    assert inner.atlas.places["capital"].part_of == "country"
    assert inner.atlas.places["regions"].members == ("capital",)
    outer = merge_places(work, "north", "capital")
    assert outer.atlas.places["north"].part_of == "country"


def test_a_group_is_no_member_of_itself_when_it_is_merged_with_one() -> None:
    work = change_place(sample(), "regions", {"members": ["north", "capital"]})
    work = merge_places(work, "regions", "north")
    assert work.atlas.places["regions"].members == ("capital",)


def test_places_that_cannot_be_merged() -> None:
    assert refused(lambda: merge_places(sample(), "north", "north")) == [
        "locations.csv: places.north: is the same place; found 'north' twice; choose another one"
    ]
    work = change_place(sample(), "capital", {"part_of": "north"})
    assert refused(lambda: merge_places(work, "capital", "country")) == [
        "locations.csv: places.capital.part_of: lies in itself; "
        "found capital -> north -> capital; remove one of these"
    ]


def test_own_cells_go_with_their_place() -> None:
    work = sample(locations=OWN_COLUMNS)
    work = mention_place(work, "prices-told", "country", "there")
    work, id_ = add_place(remove_place(work, "capital"), "Capital")
    assert id_ == "capital"
    assert "capital" not in work.own_cells
    header, *rows = work.locations_csv.splitlines()
    assert header == OWN_COLUMNS.splitlines()[0]
    capital = next(row for row in csv.DictReader([header, *rows]) if row["id"] == "capital")
    assert (capital["x_mine"], capital["name_kk"]) == ("", "")


# ------------------------------------------------------------------ the statement


def test_values_of_the_statement() -> None:
    work = change_statement(
        sample(), {"title": {"en": "A", "pl": "B"}, "url": "https://example.org/b"}
    )
    statement = work.atlas.statement
    assert (statement.title, statement.url) == (
        Text({"en": "A", "pl": "B"}),
        "https://example.org/b",
    )


def test_the_statement_keeps_where_numbers_and_sources_stand() -> None:
    before = own_data()
    work = change_statement(before, {"title": {"pl": "Inny tytuł"}})
    assert before.atlas.statement.numbers
    assert work.atlas.statement.numbers == before.atlas.statement.numbers
    assert work.atlas.statement.sources == before.atlas.statement.sources


def test_wrong_values_of_the_statement() -> None:
    values = {"url": "javascript:alert(1)", "published": "yesterday", "title": {}}
    assert refused(lambda: change_statement(sample(), values)) == [
        "events.yaml: statement.title: is missing; found nothing; write a value",
        "events.yaml: statement.url: is not a web address; found 'javascript:alert(1)'; "
        "write one that starts with https://",
        "events.yaml: statement.published: is not a date in EDTF; found 'yesterday'; write a day "
        "(2022-01-02), a month (2022-01), a year (2022) or an interval of them "
        "(2022-01-02/2022-01-04, 2022-01-02/..)",
    ]


def test_topics() -> None:
    work, id_ = add_topic(sample(), "Ceny i płace")
    assert id_ == "ceny-i-place"
    assert [(it.id, it.title.root) for it in work.atlas.statement.topics] == [
        ("prices", {"en": "Prices"}),
        ("ceny-i-place", {"en": "Ceny i płace"}),
    ]
    assert add_topic(work, "Prices")[1] == "prices-2"
    work = change_event(work, "prices-told", {"topic": id_})
    assert refused(lambda: remove_topic(work, id_)) == [
        "events.yaml: events[2].topic: is the topic of 1 events; found 'ceny-i-place'; "
        "give them another one"
    ]
    work = remove_topic(change_event(work, "prices-told", {"topic": "prices"}), id_)
    assert [it.id for it in work.atlas.statement.topics] == ["prices"]


def test_topics_that_cannot_be() -> None:
    assert refused(lambda: add_topic(sample(), " ")) == [
        "events.yaml: statement.topics[1].title: is missing; found nothing; write a value"
    ]
    assert refused(lambda: add_topic(sample(), "a\x00")) == [
        "events.yaml: statement.topics[1].title.en: holds a control character; found '\\x00'; "
        "remove it"
    ]
