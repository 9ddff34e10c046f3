"""Where a place lies, drawn by hand, and a place of its own for one mention of several."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from statement_map.reading import FILES
from statement_map.reviewing import editing
from statement_map.reviewing.jobs import Packed
from statement_map.reviewing.opening import open_files
from statement_map.reviewing.packing import build_zip
from statement_map.reviewing.placing import (
    mentions_of,
    set_apart,
    set_circle,
    set_drawn_outline,
    twin_of,
)
from statement_map.reviewing.settling import accept_event, is_open
from statement_map.reviewing.work import Work
from tests.reviewing.samples import event_of, refused, sample

TRIANGLE = ((51.0, 71.0), (52.0, 71.0), (52.0, 72.0))
"""In Kazakhstan; its ring in GeoJSON is lon before lat and ends where it begins."""

RING = [[71.0, 51.0], [71.0, 52.0], [72.0, 52.0], [71.0, 51.0]]


def drawn(work: Work) -> list[str]:
    """The ids of the outlines that no country and no region has."""
    return [it["id"] for it in work.outlines.collection["features"] if it["id"][:3] == "XA-"]


def test_a_circle_is_a_point_with_how_far_off_it_may_be() -> None:
    # A degree of a meridian is 111.2 km (a sphere of 6 371 km); two figures are kept.
    work = set_circle(sample(), "capital", (51.0, 71.0), (52.0, 71.0))
    place = work.atlas.places["capital"]
    assert (place.lat, place.lon, place.radius_km) == (51, 71, 110)
    assert (place.method, place.confidence, place.reviewed) == ("manual", "medium", True)


@pytest.mark.parametrize(
    ("degrees", "confidence"),  # of a meridian: 22, 280 and 950 km
    [(0.2, "high"), (2.5, "low"), (8.54, "low")],
)
def test_a_circle_says_the_less_the_larger_it_is(degrees: float, confidence: str) -> None:
    work = set_circle(sample(), "capital", (51.0, 71.0), (51.0 + degrees, 71.0))
    assert work.atlas.places["capital"].confidence == confidence


def test_a_circle_as_small_as_its_middle_has_a_radius_all_the_same() -> None:
    work = set_circle(sample(), "capital", (51.0, 71.0), (51.0, 71.0))
    assert float(work.atlas.places["capital"].radius_km or 0) == 0.1


def test_an_outline_that_was_drawn_is_an_area_without_a_border_of_its_own() -> None:
    work = set_drawn_outline(sample(), "capital", TRIANGLE)
    place = work.atlas.places["capital"]
    assert (place.kind, place.boundary, place.lat, place.radius_km) == (
        "area",
        ("XA-1",),
        None,
        None,
    )
    feature = work.outlines.collection["features"][-1]
    assert feature["geometry"] == {"type": "MultiPolygon", "coordinates": [[RING]]}
    assert feature["properties"]["name_en"] == "Capital"
    assert work.outlines.extents["XA-1"] is not None
    assert not work.outlines.extents["XA-1"].has(50.9, 71.5)


def test_a_region_stays_one() -> None:
    work = set_drawn_outline(sample(), "north", TRIANGLE)
    assert work.atlas.places["north"].kind == "region"


def test_what_is_drawn_again_takes_the_place_of_what_was_drawn() -> None:
    once = set_drawn_outline(sample(), "capital", TRIANGLE)
    twice = set_drawn_outline(once, "capital", ((51.0, 71.0), (52.0, 71.0), (52.0, 73.0)))
    both = set_drawn_outline(twice, "north", TRIANGLE)
    assert (drawn(once), drawn(twice), drawn(both)) == (["XA-1"], ["XA-1"], ["XA-1", "XA-2"])
    assert twice.outlines.collection["features"][-1]["geometry"]["coordinates"][0][0][2][0] == 73
    assert once.outlines.collection["features"][-1]["geometry"]["coordinates"] == [[RING]]


def test_an_outline_across_180_degrees_is_refused() -> None:
    around = ((-17.0, 179.0), (-16.0, -179.0), (-18.0, -179.0))
    fault = "crosses 180 degrees; found corners on both sides; draw it on one side"
    assert refused(lambda: set_drawn_outline(sample(), "capital", around)) == [
        f"locations.csv: places.capital.boundary: {fault}"
    ]


def test_what_was_drawn_is_taken_home_and_opened_again() -> None:
    work = set_drawn_outline(sample(), "capital", TRIANGLE)
    with ZipFile(BytesIO(build_zip(work))) as archive:
        again = open_files({name: archive.read(name) for name in FILES})
    assert again.atlas == work.atlas
    assert again.outlines.collection == work.outlines.collection
    assert Packed.pack(work, is_saved=False).unpack().outlines == work.outlines


# ------------------------------------------------------------------ one mention of several


def apart() -> Work:
    """The sample, in which two events name the capital, with a place of its own for the third."""
    work = editing.mention_place(sample(), "prices-fall", "capital", "in the capital")
    mention = next(it for it in event_of(work, "prices-told").places if it.id == "capital")
    assert mentions_of(work, "capital") == 2
    return set_apart(work, "prices-told", mention)


def test_one_mention_has_a_place_of_its_own_which_is_open() -> None:
    work = apart()
    assert [it.id for it in event_of(work, "prices-told").places] == ["capital-2", "north"]
    assert "capital" in {it.id for it in event_of(work, "prices-fall").places}
    own, place = work.atlas.places["capital-2"], work.atlas.places["capital"]
    assert (own.names, own.lat, own.lon) == (place.names, place.lat, place.lon)
    assert (is_open(own), is_open(place)) == (True, False)


def test_what_is_changed_of_it_leaves_the_others_alone() -> None:
    work = editing.set_point(apart(), "capital-2", 43.2, 76.9)
    assert work.atlas.places["capital"] == apart().atlas.places["capital"]
    assert not is_open(work.atlas.places["capital-2"])
    assert not is_open(accept_event(apart(), "prices-told").atlas.places["capital-2"])


def test_both_may_be_one_place_again() -> None:
    work = apart()
    assert (twin_of(work, "capital-2"), twin_of(work, "north")) == ("capital", None)
    again = editing.merge_places(work, "capital", "capital-2")
    assert again.atlas.places.keys() == sample().atlas.places.keys()
    assert [it.id for it in event_of(again, "prices-told").places] == ["capital", "north"]


def test_columns_of_ones_own_stay_with_both() -> None:
    work = sample().replace(own_cells={"capital": {"x_note": "seen"}})
    mention = event_of(work, "prices-told").places[0]
    assert set_apart(work, "prices-told", mention).own_cells == {
        "capital": {"x_note": "seen"},
        "capital-2": {"x_note": "seen"},
    }
