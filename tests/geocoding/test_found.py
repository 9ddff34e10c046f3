"""One result of a Nominatim server, as a candidate."""

from typing import Any

import pytest

from statement_map.geocoding.candidates import Match
from statement_map.geocoding.found import LEAST_RADIUS_KM, Found, read_found
from statement_map.geocoding.names import read_name
from statement_map.model import PlaceKind
from tests.geocoding.conftest import KAZAKHSTAN, Run, WriteLocations, rows_of
from tests.geocoding.server import ALMATY, KAZAKHSTAN_FOUND, RIVER, Server

CITY = "almaty,Ałmaty,Almaty,city,kazakhstan,Ałmaty\n"


@pytest.mark.usefixtures("impatient")
def test_hostile_text_from_a_server_stays_text(
    data: WriteLocations, server: Server, run: Run
) -> None:
    hostile = ALMATY | {
        "display_name": 'Almaty,\r\n"=1+1"\u2028\0</script>',
        "extratags": {"wikidata": "Q1; wikidata:Q2\n"},
    }
    server.places = {"Ałmaty": [hostile, {**hostile, "osm_id": 2}]}
    path = data(KAZAKHSTAN.replace(",Kazachstan\n", ",\n"), CITY)
    assert run(path)[0] == 0
    found = (
        'Almaty, "=1+1" </script> (city, osm:relation/{}) at 43.2364 76.9457, 0 km from the first'
    )
    review = f"needs review; nominatim finds 2 places that fit: {found.format(215757)}; "
    assert rows_of(path)["almaty"]["review"] == review + found.format(2)


def found(**values: Any) -> Found:
    (one,) = read_found([{**ALMATY, **values}])
    return one


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"addresstype": "city"}, PlaceKind.CITY),
        ({"addresstype": "suburb", "type": "town"}, PlaceKind.CITY),
        ({"addresstype": "state"}, PlaceKind.REGION),
        ({"addresstype": "country"}, PlaceKind.COUNTRY),
        ({"class": "aeroway", "type": "aerodrome", "addresstype": "aeroway"}, PlaceKind.SITE),
        ({"class": "highway", "type": "primary", "addresstype": "road"}, None),
    ],
)
def test_what_kind_of_place_it_is(values: dict[str, Any], kind: PlaceKind | None) -> None:
    assert found(**values).kind is kind


def test_a_river_is_no_place() -> None:
    (river,) = read_found([RIVER])
    assert river.kind is None
    assert river.radius_km is None


def test_the_radius_is_half_the_diagonal_of_its_box_and_no_less_than_a_hundred_metres() -> None:
    """On the equator a box of 0.02 by 0.02 degrees: 111.2 km * 0.02 * sqrt(2) / 2 = 1.57 km."""
    city = {"addresstype": "city", "lat": "0", "lon": "10"}
    radius = found(**city, boundingbox=["-0.01", "0.01", "9.99", "10.01"]).radius_km
    assert radius == pytest.approx(1.57, abs=0.01)
    assert found(**city, boundingbox=["0", "0", "10", "10"]).radius_km == LEAST_RADIUS_KM == 0.1
    assert found(**city, boundingbox=None).radius_km is None
    assert found(addresstype="country").radius_km is None


def test_its_ids_and_that_what_is_no_id_is_none() -> None:
    one = found(osm_type="node", osm_id=5, extratags={"wikidata": "Q35493"})
    assert one.ids == ("osm:node/5", "wikidata:Q35493")
    assert found(osm_type="node", osm_id=5, extratags={"wikidata": "Q1;Q2"}).ids == ("osm:node/5",)
    assert found(osm_id=None, extratags=None).ids == ()


def test_as_a_candidate_it_has_its_outline_and_says_how_it_was_found() -> None:
    (country,) = read_found([{**KAZAKHSTAN_FOUND, "namedetails": {"name:pl": "Kazachstan"}}])
    outlines = {"KZ": "KZ"}
    candidate = country.as_candidate(read_name("Kazachstan"), "a server", outlines)
    assert (candidate.kind, candidate.country, candidate.boundary) == (
        PlaceKind.COUNTRY,
        "KZ",
        "KZ",
    )
    assert candidate.match is Match.NAME
    assert country.as_candidate(read_name("KZ"), "a server", {}).match is Match.LOOSE
    assert country.as_candidate(read_name("KZ"), "a server", {}).boundary is None
