"""What is typed into the forms of a review: taken when it is right, kept when it is not."""

import json
from typing import Any

import pytest

from statement_map.geocoding.candidates import Candidate
from statement_map.model import PlaceKind
from statement_map.panels.review.desk import STATEMENT, Desk, Picking
from statement_map.panels.review.drawing import take_drawn
from statement_map.panels.review.sheet import take_deed
from statement_map.panels.review.whereabouts import offered
from statement_map.reviewing import History, Work, editing
from statement_map.reviewing.looking_up import ReadDate
from statement_map.when import read_when
from tests.reviewing.samples import event_of, sample

TOLD = ("event", "prices-told")
FALL = ("event", "prices-fall")
CAPITAL = ("place", "capital")
NO_DATE = (
    "is not a date in EDTF; found 'soon'; write a day (2022-01-02), a month (2022-01), a year "
    "(2022) or an interval of them (2022-01-02/2022-01-04, 2022-01-02/..)"
)
NO_BASIS = (
    "events[2]: has a date but no basis; found basis 'none'; write 'stated' or 'inferred', or "
    "remove 'when', 'after' and 'before'"
)
NO_PHRASE = (
    "events[2]: is stated but lacks the date or the words that state it; found basis 'stated'; "
    "write both 'when' and 'when_phrase', or another basis"
)

FIRST = 7
"""The round that a desk begins with here; elsewhere any."""

ABOUT = ReadDate(read_when("2022-01-03~"), "about 3 January")


def desk() -> Desk:
    return Desk(History(sample()), round=FIRST)


# ------------------------------------------------------------------ typing


def test_what_is_right_is_taken_at_once() -> None:
    at = desk()
    at.type_in(TOLD, ("title", "kk"), "Бағалар")
    assert event_of(at.work, "prices-told").title.root == {
        "en": "Prices are told",
        "pl": "O cenach",
        "kk": "Бағалар",
    }
    assert (at.typed, at.faults, len(at.history.past), at.round) == ({}, (), 1, FIRST)
    assert at.value(TOLD, ("title", "kk")) == "Бағалар"


def test_several_fields_until_they_are_right_together() -> None:
    at = desk()
    at.type_in(TOLD, ("when",), "2022-01-03")
    assert at.faults_of(TOLD) == {"": [NO_BASIS]}
    at.type_in(TOLD, ("basis",), "stated")
    assert at.faults_of(TOLD) == {"": [NO_PHRASE]}
    assert at.value(TOLD, ("when",)) == "2022-01-03"
    assert at.value(TOLD, ("basis",)) == "stated"
    assert at.value(TOLD, ("when_phrase",)) is None
    assert event_of(at.work, "prices-told").basis == "none"
    at.type_in(TOLD, ("when_phrase",), "the next day")
    event = event_of(at.work, "prices-told")
    assert (str(event.when), event.basis, event.when_phrase) == (
        *("2022-01-03", "stated", "the next day"),
    )
    assert at.faults_of(TOLD) == {}
    assert len(at.history.past) == 1


def test_faults_stand_at_their_fields() -> None:
    at = desk()
    at.type_in(TOLD, ("when",), "soon")
    at.type_in(TOLD, ("paragraph",), ["1", "x"])
    at.type_in(TOLD, ("places", 1, "phrase"), " ")
    assert at.faults_of(TOLD) == {
        "when": [NO_DATE],
        "paragraph[1]": ["is not a whole number; found 'x'; write digits, such as 12"],
        "places[1].phrase": ["is missing; found nothing; write a value"],
    }
    assert at.faults_of(FALL) == {}
    assert at.value(TOLD, ("places", 1, "phrase")) == " "
    assert at.value(TOLD, ("places", 1, "id")) == "north"


def test_faults_of_a_place_and_of_the_statement() -> None:
    at = desk()
    at.type_in(CAPITAL, ("lat",), "51,13")
    at.type_in(STATEMENT, ("url",), "example.org")
    at.type_in(STATEMENT, ("topics", 0, "title", "en"), "")
    assert at.faults_of(CAPITAL) == {"lat": ["has a decimal comma; found '51,13'; write 51.13"]}
    assert at.faults_of(STATEMENT) == {
        "url": ["is not a web address; found 'example.org'; write one that starts with https://"],
        "topics[0].title": ["is missing; found nothing; write a value"],
    }
    at.type_in(STATEMENT, ("url",), "https://example.org/")
    at.type_in(STATEMENT, ("topics", 0, "title", "en"), "Costs")
    assert at.work.atlas.statement.topics[0].title.root == {"en": "Costs"}
    assert at.typed.keys() == {CAPITAL}


def test_a_fault_elsewhere_is_told_with_its_place() -> None:
    at = desk()
    at.type_in(("place", "regions"), ("part_of",), "north")
    assert at.faults_of(("place", "regions")) == {}
    at.type_in(("place", "north"), ("part_of",), "regions")
    assert at.faults_of(("place", "north")) == {
        "part_of": ["lies in itself; found north -> regions -> north; remove one of these"]
    }
    at.type_in(("place", "country"), ("part_of",), "capital")
    assert at.faults_of(("place", "country")) == {
        "": [
            "places.capital.part_of: lies in itself; found capital -> country -> capital; "
            "remove one of these"
        ]
    }


def test_an_id_that_another_one_starts_with() -> None:
    at = desk()
    at.do(lambda work: editing.add_place(work, "Capital city")[0])
    at.do(lambda work: editing.add_place(work, "Capit")[0])
    at.type_in(("place", "capital-city"), ("lat",), "x")
    assert list(at.faults_of(("place", "capital-city"))) == ["lat"]
    assert at.faults_of(("place", "capit")) == {}


def test_typing_what_was_there_changes_nothing() -> None:
    at = desk()
    at.type_in(TOLD, ("when",), "soon")
    at.type_in(TOLD, ("when",), "")
    assert (at.typed, at.history.past) == ({}, ())


def test_a_date_in_words() -> None:
    at = desk()
    at.type_date("prices-told", "soon", None)
    assert at.faults_of(TOLD) == {"when": [NO_DATE]}
    assert at.value(TOLD, ("when",)) == "soon"
    at.type_date("prices-told", "about 3 January, I think", ABOUT)
    event = event_of(at.work, "prices-told")
    assert (str(event.when), event.basis) == ("2022-01-03~", "inferred")
    assert (at.typed, at.read_of) == ({}, ("prices-told", "about 3 January"))
    at.type_date("prices-told", "", None)
    assert event_of(at.work, "prices-told").basis == "none"
    assert at.read_of is None


def test_a_date_and_then_the_words_that_were_refused_without_it() -> None:
    at = desk()
    at.type_in(TOLD, ("when_phrase",), "the next day")
    at.type_in(TOLD, ("basis",), "stated")
    assert at.faults_of(TOLD) == {"": [NO_PHRASE]}
    at.type_date("prices-told", "about 3 January", ABOUT)
    event = event_of(at.work, "prices-told")
    assert (event.basis, event.when_phrase, at.typed) == ("stated", "the next day", {})


# ------------------------------------------------------------------ doing


def test_a_change_that_cannot_be_is_told_and_leaves_all_as_it_was() -> None:
    at = desk()
    at.type_in(TOLD, ("when",), "soon")
    before = at.history
    at.do(lambda work: editing.remove_place(work, "north"))
    assert [str(fault) for fault in at.faults] == [
        "locations.csv: places.regions.members: is a group of nothing; found no members; "
        "write their ids"
    ]
    assert (at.history, at.round) == (before, FIRST)
    assert at.faults_of(TOLD) == {"when": [NO_DATE]}
    at.do(lambda work: editing.move_event(work, "prices-told", -1))
    assert at.faults == ()


def test_what_was_refused_moves_with_its_event() -> None:
    at = desk()
    at.type_in(TOLD, ("when",), "soon")
    at.do(lambda work: editing.move_event(work, "prices-told", -2))
    assert at.faults_of(TOLD) == {"when": [NO_DATE]}
    assert at.value(TOLD, ("when",)) == "soon"


def test_what_was_refused_goes_with_its_event_or_place() -> None:
    at = desk()
    at.type_in(TOLD, ("when",), "soon")
    at.type_in(CAPITAL, ("lat",), "x")
    at.do(lambda work: editing.remove_event(work, "prices-told"))
    assert at.typed.keys() == {CAPITAL}
    at.do(lambda work: editing.set_point(work, "capital", 51.2, 71.4))
    assert at.typed == {}  # the point is another one now


def test_what_was_refused_in_a_list_goes_when_the_list_changes() -> None:
    at = desk()
    at.type_in(TOLD, ("places", 1, "phrase"), "")
    at.type_in(TOLD, ("when",), "soon")
    at.do(lambda work: editing.change_event(work, "prices-told", {"places": []}))
    assert at.faults_of(TOLD) == {"when": [NO_DATE]}


def test_what_a_change_makes_right_is_taken() -> None:
    at = desk()
    at.type_in(TOLD, ("topic",), "wages")
    assert at.faults_of(TOLD) == {
        "topic": ["is no known topic; found 'wages'; write 'prices'"],
    }
    at.do(lambda work: editing.add_topic(work, "Wages")[0])
    assert at.typed == {}
    assert event_of(at.work, "prices-told").topic == "wages"


def test_taking_back_what_is_refused() -> None:
    at = desk()
    at.type_in(TOLD, ("when",), "soon")
    at.forget_typed(TOLD)
    assert (at.typed, at.round) == ({}, FIRST + 1)
    assert at.value(TOLD, ("when",)) is None


def test_going_back_leaves_nothing_of_another_state() -> None:
    at = desk()
    at.type_in(TOLD, ("title", "en"), "A")
    at.type_in(TOLD, ("when",), "soon")
    at.picking = Picking("capital", "point")
    at.go(at.history.undo())
    assert (at.typed, at.faults, at.round) == ({}, (), FIRST + 1)
    assert at.picking is None
    assert at.work == sample()
    at.go(at.history.redo())
    assert at.value(TOLD, ("title", "en")) == "A"


def test_what_would_be_lost() -> None:
    at = Desk(History(sample()), sample())
    assert not at.is_unsaved
    at.type_in(TOLD, ("when",), "soon")
    assert at.is_unsaved
    at.type_in(TOLD, ("when",), "")
    at.type_in(TOLD, ("title", "en"), "A")
    assert at.is_unsaved
    at.go(at.history.undo())
    assert not at.is_unsaved
    assert desk().is_unsaved


def test_the_event_and_the_place_to_show() -> None:
    at = desk()
    assert at.event("prices-told").id == "prices-told"
    assert at.event("x").id == at.event(None).id == "prices-rise"
    assert at.chosen_place is at.work.atlas.places["country"]
    at.show_place("north")
    assert at.chosen_place is at.work.atlas.places["north"]
    assert at.tab == "places"
    at.show_place("x")
    assert at.chosen_place is at.work.atlas.places["country"]


# ------------------------------------------------------------------ over a reload


def kept(at: Desk) -> dict[str, Any]:
    """What a browser hands back of what was left open."""
    handed: dict[str, Any] = json.loads(json.dumps(at.left_open()))
    return handed


def test_what_was_left_open_is_there_after_a_reload() -> None:
    at = desk()
    at.show_place("north")
    at.type_in(TOLD, ("when",), "soon")
    at.type_in(TOLD, ("places", 0, "id"), "nort")
    at.type_in(TOLD, ("why_then", "en"), " \x00")
    at.type_in(CAPITAL, ("names", "kk"), "\x00")
    at.type_in(STATEMENT, ("topics", 0, "title", "pl"), "\x00")
    at.unknown.add("publisher")
    at.in_all_languages = True
    again = desk()
    again.take_back(kept(at))
    assert (again.unknown, again.in_all_languages) == ({"publisher"}, True)
    for subject in (TOLD, CAPITAL, STATEMENT):
        assert again.typed[subject].values == at.typed[subject].values
        assert again.faults_of(subject) == at.faults_of(subject)
    assert (again.tab, again.place) == ("places", "north")


HOSTILE: list[dict[str, Any]] = [
    {},
    {"tab": "x", "place": ["north"], "typed": "soon"},
    {"tab": [], "place": 5, "typed": {"a": 1}, "unknown": ["issuer"]},
    {"unknown": "x title", "languages": "true"},
    *(
        {"typed": [each]}
        for each in (
            *(None, "typed", [], ["event", "prices-told"], ["event", "prices-told", [], "x"]),
            *(["event", "x", ["when"], "soon"], ["event", ["x"], ["when"], "soon"]),
            *(["event", "prices-told", "when", "soon"], ["event", "prices-told", [5], "x"]),
            *(["event", "prices-told", ["places", 9, "id"], "x"], ["thing", "a", ["b"], "c"]),
            *(["event", "prices-told", ["places", -1, "id"], "x"], ["statement", "x", ["url"], ""]),
            *(["event", "prices-told", ["places", "id"], "x"], ["event", "prices-told", [""], "x"]),
            *(["event", "prices-told", ["quote", "en"], "x"], ["place", "x", ["lat"], "1"]),
            *(["event", "prices-told", ["when"], {"a": 1}], ["event", "prices-told", ["when"], 5]),
            *(["event", "prices-told", ["after"], [["x"]]], ["event", "prices-told", [[]], "x"]),
        )
    ),
]


@pytest.mark.parametrize("left", HOSTILE, ids=str)
def test_a_browser_that_hands_back_something_else(left: dict[str, Any]) -> None:
    at = desk()
    at.take_back(left)
    assert (at.typed, at.faults, at.tab, at.place) == ({}, (), "events", None)
    assert (at.unknown, at.in_all_languages) == (set(), False)
    assert at.work == sample()


def test_a_browser_that_hands_back_a_field_in_a_field() -> None:
    at = desk()
    entries = [["title"], ["title", "en"], ["title", "pl"]]
    at.take_back({"typed": [[*TOLD, path, "x\x00"] for path in entries]})
    assert list(at.typed[TOLD].values) == [("title",)]


def test_a_browser_that_hands_back_another_id() -> None:
    at = desk()
    at.take_back({"typed": [[*CAPITAL, ["id"], "north"]]})
    assert at.faults_of(CAPITAL) == {"id": ["stays as it is; found 'north'; write 'capital'"]}


def test_a_work_with_a_text() -> None:
    at = desk()

    def with_text(work: Work) -> Work:
        return work.with_text("The text.")

    at.do(with_text)
    assert at.work.text == "The text."
    at.do(with_text)
    assert len(at.history.past) == 1


@pytest.mark.parametrize(
    "drawn",
    [
        {},
        {"points": []},
        {"points": 5},
        {"points": [["1", 2]]},
        {"points": [[51.2]]},
        {"points": [[10**400, 1]]},
        {"points": [[91, 1]]},
        {"points": [[[], 1]]},
        {"points": [[51, 71], [52, 71]]},
    ],
    ids=lambda drawn: str(drawn)[:20],
)
def test_a_browser_that_tells_of_no_point(drawn: dict[str, Any]) -> None:
    at = desk()
    at.picking = Picking("capital", "point")
    take_drawn(at, drawn)
    assert at.work == sample()
    assert at.picking is None


@pytest.mark.parametrize(
    ("shape", "points", "where"),
    [
        ("point", [[51.2, 71]], (51.2, 71, 10, ())),
        ("circle", [[51, 71], [52, 71]], (51, 71, 110, ())),
        ("area", [[51, 71], [52, 71], [52, 72]], (None, None, None, ("XA-1",))),
        ("outline", [[54, 63]], (None, None, None, ("KZ-SEV",))),
    ],
)
def test_what_is_drawn_on_the_map(
    shape: str, points: list[list[float]], where: tuple[object, ...]
) -> None:
    at = desk()
    take_drawn(at, {"points": points})  # no place waits for it
    assert at.work == sample()
    at.picking = Picking("capital", shape)
    take_drawn(at, {"points": points})
    place = at.work.atlas.places["capital"]
    assert (place.lat, place.lon, place.radius_km, place.boundary) == where
    assert (place.method, at.faults) == ("manual", ())
    at.go(at.history.undo())
    assert at.work == sample()


# ------------------------------------------------------------------ deeds at a place of the sheet


def press(own: Desk, **deed: str) -> None:
    take_deed(own, {"event": "prices-told", "made": str(own.deeds), **deed})


def test_the_sheet_asks_the_map_for_a_shape_and_gives_it_up() -> None:
    at = desk()
    press(at, do="pick", at="capital", value="circle")
    assert at.picking == Picking("capital", "circle", "sheet")
    press(at, do="pick", at="capital", value="circle")
    assert at.picking is None
    press(at, do="pick", at="capital", value="area")
    press(at, do="join")
    assert at.picking is None


@pytest.mark.parametrize(
    ("id_", "shape"), [("capital", "star"), ("nowhere", "point"), ("country", "point")]
)
def test_nothing_is_drawn_that_the_sheet_does_not_ask_for(id_: str, shape: str) -> None:
    at = desk()
    press(at, do="pick", at=id_, value=shape)
    assert at.picking is None


def test_one_mention_is_set_apart_and_joined_again() -> None:
    at = desk()
    at.do(lambda work: editing.mention_place(work, "prices-fall", "capital", "the capital"))
    before = at.work
    press(at, do="apart", at="capital", value="1")  # there the event names another place
    assert at.work == before
    press(at, do="apart", at="capital", value="0")
    assert event_of(at.work, "prices-told").places[0].id == "capital-2"
    press(at, do="together", at="capital-2")
    assert event_of(at.work, "prices-told").places[0].id == "capital"
    at.go(at.history.undo())
    at.go(at.history.undo())
    assert at.work == before


def called_capital(number: int, lat: float, lon: float) -> Candidate:
    return Candidate("Capital", PlaceKind.CITY, lat, lon, "GeoNames", f"geonames:{number}")


def test_what_is_offered_has_the_one_that_is_nearest_and_the_one_that_was_taken() -> None:
    work, id_ = editing.add_place(sample(), "Capital")
    far = [called_capital(number, 40, -100 + number) for number in range(7)]
    near, taken = called_capital(7, 51, 71), called_capital(8, -40, -100)
    known = (*far, near, taken)
    place = work.atlas.places[id_]
    assert [n for n, _ in offered(known, work, place)] == [0, 1, 2, 7]
    work = editing.choose_candidate(work, id_, taken)
    assert [n for n, _ in offered(known, work, work.atlas.places[id_])] == [0, 1, 7, 8]
    assert offered(known[:2], work, place) == ((0, known[0]), (1, known[1]))


def test_no_two_desks_have_a_key_of_a_field_in_common() -> None:
    assert len({Desk(History(sample())).round for _ in range(20)}) == 20
