"""Which candidate is taken, and why the others are not."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from statement_map.geocoding.candidates import Candidate, Match
from statement_map.geocoding.judging import Judge
from statement_map.geocoding.locations import Locations
from statement_map.geocoding.outlines import Outline
from statement_map.model import Confidence, PlaceKind
from tests.geocoding.conftest import WriteLocations

HEADER = "id,kind,part_of,lat,lon,radius_km,boundary,query\n"
ROWS = """\
kazakhstan,country,,49.0541,68.6855,,KZ,
mangystau,region,kazakhstan,,,,KZ-MAN,
west,area,kazakhstan,,,,KZ-MAN|KZ-ATY,
almaty,city,kazakhstan,43.25249,76.9115,20,,
offices,unnamed,almaty,,,,,
office,site,offices,,,,,
airport,site,almaty,,,,,
town,city,kazakhstan,,,,,
western-town,city,west,,,,,
stray-town,city,,,,,,
stray-region,region,,,,,,
embassy,site,,,,,,
"""
AIRPORT = Candidate(
    "Almaty International Airport",
    PlaceKind.SITE,
    43.3521,
    77.0405,
    "airportsdata",
    "iata:ALA; icao:UAAA",
    radius_km=2,
    country="KZ",
)
NAMIBE = Candidate(
    "Namibe Airport",
    PlaceKind.SITE,
    -15.2612,
    12.1468,
    "airportsdata",
    "iata:MSZ; icao:FNMO",
    country="AO",
    match=Match.CODE,
)
AKTAU = Candidate("Aktau", PlaceKind.CITY, 43.66105, 51.17392, "GeoNames", "geonames:610612")
TEMIRTAU = Candidate("Aktau", PlaceKind.CITY, 50.23466, 73.06662, "GeoNames", "geonames:1526269")


@pytest.fixture
def judge(data: WriteLocations, outlines: Mapping[str, Outline]) -> Judge:
    return Judge(Locations.read(data(ROWS, header=HEADER)), outlines)


@pytest.mark.parametrize(
    ("id_", "candidate", "confidence"),
    [
        ("airport", AIRPORT, Confidence.HIGH),
        ("airport", replace(AIRPORT, match=Match.LOOSE), Confidence.MEDIUM),
        ("airport", replace(AIRPORT, match=Match.CODE), Confidence.HIGH),
        ("office", AIRPORT, Confidence.HIGH),  # the unnamed are nowhere, but within Almaty
        ("embassy", AIRPORT, Confidence.MEDIUM),
        ("embassy", replace(AIRPORT, match=Match.LOOSE), Confidence.LOW),
        ("town", AKTAU, Confidence.HIGH),
        ("western-town", AKTAU, Confidence.HIGH),
        ("stray-town", AKTAU, Confidence.MEDIUM),
    ],
)
def test_the_one_that_fits_is_taken(
    id_: str, candidate: Candidate, confidence: Confidence, judge: Judge
) -> None:
    wrong = replace(candidate, kind=None)
    verdict = judge.choose(judge.locations.rows[id_], (wrong, candidate))
    assert (verdict.chosen, verdict.confidence, verdict.review) == (candidate, confidence, "")


def test_a_country_need_not_lie_in_anything(judge: Judge, outlines: Mapping[str, Outline]) -> None:
    outline = outlines["KZ"]
    country = Candidate(
        "Kazakhstan", PlaceKind.COUNTRY, outline.lat, outline.lon, "", "", boundary="KZ"
    )
    verdict = judge.choose(judge.locations.rows["kazakhstan"], (country,))
    assert (verdict.chosen, verdict.confidence) == (country, Confidence.HIGH)


@pytest.mark.parametrize(
    ("id_", "candidates", "review"),
    [
        ("town", (), "nothing"),
        (
            "town",
            (AKTAU, TEMIRTAU),
            "2 places that fit: Aktau (city, geonames:610612) at 43.6611 51.1739, 1467 km from "
            "kazakhstan; Aktau (city, geonames:1526269) at 50.2347 73.0666, 342 km from kazakhstan",
        ),
        (
            "stray-town",
            (AKTAU, TEMIRTAU),
            "2 places that fit: Aktau (city, geonames:610612) at 43.6611 51.1739, 0 km from the "
            "first; Aktau (city, geonames:1526269) at 50.2347 73.0666, 1807 km from the first",
        ),
        (
            "airport",
            (AKTAU,),
            "nothing that fits: Aktau (city, geonames:610612) at 43.6611 51.1739, 2070 km from "
            "almaty: not a site",
        ),
        (
            "airport",
            (replace(AIRPORT, lat=43.6),),
            "nothing that fits: Almaty International Airport (site, iata:ALA, icao:UAAA) at "
            "43.6000 77.0405, 40 km from almaty: 20 km outside almaty",
        ),
        (
            "airport",
            (NAMIBE,),
            "nothing that fits: Namibe Airport (site, iata:MSZ, icao:FNMO) at -15.2612 12.1468, "
            "9246 km from almaty: in AO, not in KZ",
        ),
        (
            "embassy",
            (NAMIBE,),
            "nothing that fits: Namibe Airport (site, iata:MSZ, icao:FNMO) at -15.2612 12.1468, "
            "0 km from the first: a code that may mean something else, as nothing tells where the "
            "place lies",
        ),
        (
            "western-town",
            (TEMIRTAU,),
            "nothing that fits: Aktau (city, geonames:1526269) at 50.2347 73.0666, 0 km from the "
            "first: 1307 km outside west",
        ),
        (
            "mangystau",
            (replace(TEMIRTAU, kind=PlaceKind.REGION, boundary="KZ-KAR"),),
            "nothing that fits: Aktau (region, geonames:1526269) at 50.2347 73.0666, 342 km from "
            "kazakhstan: 1311 km outside its own outline",
        ),
        (
            "stray-region",
            (replace(AKTAU, kind=PlaceKind.REGION),),
            "nothing that fits: Aktau (region, geonames:610612) at 43.6611 51.1739, 0 km from the "
            "first: without an outline in boundaries.geojson",
        ),
        (
            "town",
            (replace(AKTAU, kind=None),),
            "nothing that fits: Aktau (no place, geonames:610612) at 43.6611 51.1739, 1467 km from "
            "kazakhstan: not a city",
        ),
    ],
)
def test_an_editor_has_to_look(
    id_: str, candidates: tuple[Candidate, ...], review: str, judge: Judge
) -> None:
    verdict = judge.choose(judge.locations.rows[id_], candidates)
    assert (verdict.chosen, verdict.confidence) == (None, Confidence.NONE)
    assert verdict.review == review
