"""Places that are corrected: their cells, where they lie, and what names them."""

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
    add_place,
    change_event,
    change_place,
    choose_candidate,
    mention_place,
    merge_places,
    remove_place,
    set_outline,
    set_point,
)
from tests.reading.samples import LOCATIONS
from tests.reviewing.samples import mentions, refused, sample


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
