"""Looking everything up again, and what is off."""

from pathlib import Path

import pytest

from statement_map.__main__ import main
from tests.conftest import ROOT
from tests.geocoding.conftest import WriteLocations

EVENTS = """\
statement:
  title: {en: A statement}
  issuer: {en: An issuer}
  publisher: {en: A publisher}
  url: https://example.org/statement
  language: en
  published: 2022-01-07
  published_basis: stated
  paragraphs: 1
  sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
  topics:
    - {id: prices, title: {en: Prices}}
  places:
    - {id: poland, phrase: In Poland}
events:
  - id: prices-rise
    paragraph: 1
    basis: none
    places:
      - {id: airport, phrase: At the airport}
      - {id: members, phrase: In all states}
    kind: occurrence
    topic: prices
    title: {en: Prices rise}
    text: {en: It says that prices rose.}
    quote: prices rose
"""
HEADER = (
    "id,name_pl,name_en,kind,part_of,lat,lon,radius_km,boundary,members,method,query,source,"
    "source_id,retrieved,confidence,reviewed\n"
)
KAZAKHSTAN = "kazakhstan,K,K,country,,49.0541,68.6855,,KZ,,gazetteer,Kazachstan,,,,high,yes\n"
ARMENIA = "armenia,A,A,country,,40.4591,44.8006,,AM,,gazetteer,Armenia,,,,high,no\n"
POLAND = "poland,P,P,country,,51.9903,19.4905,,PL,,gazetteer,Polska,,,,high,yes\n"
MEMBERS = "members,M,M,group,,,,,,armenia,manual,,,,,none,yes\n"
ALMATY = "almaty,A,A,city,kazakhstan,43.25249,76.9115,20,,,gazetteer,Ałmaty,,,,high,yes\n"
AIRPORT = "airport,A,A,site,almaty,43.3521,77.0405,2,,,gazetteer,ALA,,,,high,yes\n"
ALL = (KAZAKHSTAN, ARMENIA, POLAND, MEMBERS, ALMATY, AIRPORT)
LINES = """\
kazakhstan: drift 0.0 km from Kazakhstan
armenia: drift 0.0 km from Armenia
poland: drift 0.0 km from Poland
almaty: drift 0.0 km from Almaty
airport: drift 0.0 km from Almaty International Airport
"""


@pytest.fixture
def write(data: WriteLocations) -> WriteLocations:
    def write(*rows: str) -> Path:
        path = data(*rows, header=HEADER)
        path.with_name("events.yaml").write_text(EVENTS, encoding="utf-8")
        return path

    return write


def test_nothing_is_off(write: WriteLocations, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(*ALL)
    before = path.read_bytes()
    assert main(["geocode", "--check", str(path.parent)]) == 0
    assert capsys.readouterr() == (f"{LINES}5 looked up, 0 off\n", "")
    assert path.read_bytes() == before


def test_the_data_of_the_project(capsys: pytest.CaptureFixture[str]) -> None:
    before = (ROOT / "data" / "locations.csv").read_bytes()
    assert main(["geocode", "--check", str(ROOT / "data")]) == 0
    out, err = capsys.readouterr()
    assert out.endswith("10 looked up, 0 off\n")
    assert err == ""
    assert (ROOT / "data" / "locations.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new", "line", "errors"),
    [
        (  # 0.1 degrees of latitude are 11.1 km, more than the 5 km that an outline's point may
            ARMENIA,
            ARMENIA.replace("40.4591", "40.5591"),
            "armenia: drift 11.1 km from Armenia\n",
            [":3: lat: has drifted; found it 11.1 km from here; look it up again or review it"],
        ),
        (  # the same distance is within what the city's radius allows
            ALMATY,
            ALMATY.replace("43.25249", "43.35249"),
            "almaty: drift 11.1 km from Almaty\n",
            [],
        ),
        (
            ALMATY,
            ALMATY.replace("43.25249", "43.45249"),
            "almaty: drift 22.2 km from Almaty\n",
            [
                ":6: lat: has drifted; found it 22.2 km from here; look it up again or review it",
            ],
        ),
        (
            AIRPORT,
            AIRPORT.replace("43.3521", "43.6").replace("gazetteer", "manual"),
            "airport: drift 27.6 km from Almaty International Airport, located by an editor\n",
            [
                ":7: lat: lies outside what it is part of; found 20 km from 'almaty'; correct the "
                "point or part_of"
            ],
        ),
        (  # of an imported table nobody has looked at where it lies
            AIRPORT,
            AIRPORT.replace("gazetteer", "manual").replace(",yes", ",no"),
            "airport: drift 0.0 km from Almaty International Airport, as the data say\n",
            [],
        ),
        (
            AIRPORT,
            AIRPORT.replace(",ALA,", ",Somewhere,"),
            "airport: gazetteer finds nothing\n",
            [
                ":7: query: is no longer found; found nothing; correct the query or locate it"
                " yourself"
            ],
        ),
        (
            AIRPORT,
            AIRPORT.replace(",ALA,", ",Somewhere,").replace("gazetteer", "manual"),
            "airport: gazetteer finds nothing\n",
            [],
        ),
        (
            AIRPORT,
            AIRPORT.replace(",ALA,", ",Somewhere,").replace("gazetteer", "nominatim"),
            "airport: gazetteer finds nothing\n",
            [],
        ),
        (
            POLAND,
            POLAND.replace(",PL,", ",DE,"),
            "poland: gazetteer finds nothing that fits: Poland (country, wikidata:Q36, "
            "geonames:798544) at 51.9903 19.4905, 0 km from the first: 319 km outside its own "
            "outline\n",
            [
                ":4: query: is no longer found; found nothing that fits: Poland (country, "
                "wikidata:Q36, geonames:798544) at 51.9903 19.4905, 0 km from the first: 319 km "
                "outside its own outline; correct the query or locate it yourself"
            ],
        ),
    ],
)
def test_what_is_off(
    old: str,
    new: str,
    line: str,
    errors: list[str],
    write: WriteLocations,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = write(*(new if row == old else row for row in ALL))
    before = path.read_bytes()
    assert main(["geocode", "--check", str(path.parent)]) == bool(errors)
    out, err = capsys.readouterr()
    assert line in out
    assert err.splitlines() == [f"{path}{error}" for error in errors]
    assert out.endswith(f"5 looked up, {len(errors)} off\n")
    assert path.read_bytes() == before


def test_a_place_that_no_event_names(
    write: WriteLocations, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(*ALL, AIRPORT.replace("airport", "other-airport"))
    assert main(["geocode", "--check", str(path.parent)]) == 0
    out, _ = capsys.readouterr()
    assert (
        f"{path}:8: id: is named nowhere; found 'other-airport' only here; use it or remove the "
        "row\n"
    ) in out


def test_a_place_that_is_not_located_yet(
    write: WriteLocations, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(*ALL[:-1], "airport,A,A,site,almaty,,,,,,,ALA,,,,none,no\n")
    assert main(["geocode", "--check", str(path.parent)]) == 0
    out, _ = capsys.readouterr()
    assert "airport: not located yet; gazetteer finds Almaty International Airport\n" in out


def test_data_that_is_wrong(write: WriteLocations, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(*ALL, AIRPORT)
    assert main(["geocode", "--check", str(path.parent)]) == 1
    assert capsys.readouterr() == (
        "",
        f"{path}:8: id: is taken; found 'airport' on lines 7 and 8; write another id\n",
    )
