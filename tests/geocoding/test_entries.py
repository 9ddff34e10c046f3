"""What the gazetteer knows, and how a query names it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from airportsdata import Airport

from statement_map.geocoding.candidates import Candidate, Match
from statement_map.geocoding.entries import (
    GazetteerEntry,
    airport_entries,
    city_entries,
    identify_outlines,
    outline_entries,
    read_airport,
)
from statement_map.geocoding.names import read_name
from statement_map.geocoding.outlines import Outline
from statement_map.model import PlaceKind

REGION = Candidate("West Kazakhstan Region", PlaceKind.REGION, 50, 51, "a table", "")
WEST = GazetteerEntry(
    REGION,
    (read_name("West Kazakhstan Region"), read_name("obwód zachodniokazachstański")),
    frozenset({("west", "kazakhstan")}),
)
AIRPORT: Airport = {
    "icao": "UAAA",
    "iata": "ALA",
    "name": "Almaty International Airport",
    "city": "Almaty",
    "subd": "Almaty",
    "country": "KZ",
    "elevation": 2234.0,
    "lat": 43.3521,
    "lon": 77.0405,
    "tz": "Asia/Almaty",
    "lid": "",
}


@pytest.mark.parametrize(
    ("query", "match"),
    [
        ("West Kazakhstan Region", Match.NAME),
        ("west kazakhstan", None),  # may be the west of the country
        ("w obwodzie zachodniokazachstańskim", Match.LOOSE),
        ("zachodniokazachstański", Match.NAME),
        ("West Kazakhstan airport", None),
        ("Region", None),
        ("East Kazakhstan Region", None),
    ],
)
def test_half_a_name_means_it_only_beside_what_it_is(query: str, match: Match | None) -> None:
    assert WEST.match(read_name(query)) is match


def test_an_airport_is_named_as_its_city_is_in_every_language() -> None:
    cities = list(city_entries())
    (airport,) = airport_entries([AIRPORT], cities)
    for query in ("Almaty International Airport", "międzynarodowe lotnisko Ałmaty"):
        assert airport.match(read_name(query)) is Match.NAME
    assert airport.match(read_name("lotnisko w Warszawie")) is None
    local: Airport = {**AIRPORT, "name": "Almaty Airport"}
    (other,) = airport_entries([local], cities)
    assert other.match(read_name("Almaty International Airport")) is None


def test_an_airport_has_both_its_codes_and_a_runway_for_a_radius() -> None:
    found = read_airport(AIRPORT)
    assert (found.source_id, found.country) == ("iata:ALA; icao:UAAA", "KZ")
    assert (found.lat, found.lon, found.radius_km) == (43.3521, 77.0405, 2.0)
    assert read_airport({**AIRPORT, "iata": ""}).source_id == "icao:UAAA"


def test_outlines_are_known_by_all_that_identifies_them(
    outlines: Mapping[str, Outline],
) -> None:
    """Q232 is Kazakhstan (https://www.wikidata.org/wiki/Q232)."""
    known = identify_outlines(outlines)
    assert known["KZ"] == known["wikidata:Q232"] == "KZ"
    assert set(known.values()) <= outlines.keys()
    assert identify_outlines([]) == {}


def test_a_region_that_is_called_as_its_country_has_half_names(
    outlines: Mapping[str, Outline],
) -> None:
    entries = {entry.place.boundary: entry for entry in outline_entries(outlines)}
    assert entries.keys() == outlines.keys()
    assert ("west", "kazakhstan") in entries["KZ-ZAP"].half_names
    assert entries["KZ-MAN"].half_names == frozenset()
    assert entries["KZ"].half_names == frozenset()
    for query in ("Kazachstan", "Kazakhstan", "Казахстан", "Қазақстан"):
        assert entries["KZ"].match(read_name(query)) is Match.NAME
