"""From queries to places, offline, and what of a file is never touched."""

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest
from geopy.distance import geodesic

from statement_map.__main__ import main
from tests.conftest import ROOT
from tests.geocoding.conftest import KAZAKHSTAN, WriteLocations

TODAY = datetime.now(UTC).date().isoformat()

# From the collected facts: lat, lon, and the outline that a country or a region is.
KNOWN = {
    "kazakhstan": (49.0541, 68.6855, "KZ"),
    "mangystau": (44.0351, 53.8538, "KZ-MAN"),
    "almaty": (43.25249, 76.9115, ""),
    "almaty-airport": (43.3521, 77.0405, ""),
}
IDENTITIES = {
    "armenia": "AM",
    "belarus": "BY",
    "kazakhstan": "KZ",
    "kyrgyzstan": "KG",
    "russia": "RU",
    "tajikistan": "TJ",
    "poland": "PL",
    "mangystau": "KZ-MAN",
}
POINTLESS = {"area", "group", "unnamed"}


def rows_of(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return {row["id"]: row for row in csv.DictReader(stream)}


def test_the_places_of_the_statement_are_found_again(bare: Path) -> None:
    assert main(["geocode", str(bare.parent)]) == 0
    rows = rows_of(bare)
    for id_, (lat, lon, _) in KNOWN.items():
        found = float(rows[id_]["lat"]), float(rows[id_]["lon"])
        assert geodesic(found, (lat, lon)).km < 5, id_
    for id_, boundary in IDENTITIES.items():
        assert rows[id_]["boundary"] == boundary
        assert rows[id_]["confidence"] == "high"
    for row in rows.values():
        if row["kind"] in POINTLESS:
            assert (row["lat"], row["lon"], row["method"]) == ("", "", "")
            assert not row.get("review")


def test_what_is_written_is_what_the_project_has(bare: Path) -> None:
    main(["geocode", str(bare.parent)])
    written = rows_of(bare)
    for id_, row in rows_of(ROOT / "data" / "locations.csv").items():
        if row["method"] == "gazetteer":
            for column in row.keys() & written[id_].keys() - {"retrieved", "reviewed"}:
                assert written[id_][column] == row[column], (id_, column)


def test_every_located_row_says_where_it_comes_from(bare: Path) -> None:
    main(["geocode", str(bare.parent)])
    located = [row for row in rows_of(bare).values() if row["lat"]]
    assert len(located) == 10
    for row in located:
        assert row["query"]
        assert row["source"]
        assert row["source_id"]
        assert row["retrieved"] == TODAY
        assert row["confidence"] == "high"
        assert row["radius_km"] or row["boundary"]


def test_a_second_run_changes_nothing(bare: Path) -> None:
    main(["geocode", str(bare.parent)])
    located = bare.read_bytes()
    main(["geocode", str(bare.parent)])
    assert bare.read_bytes() == located


def test_the_data_of_the_project_is_left_as_it_is(
    data: WriteLocations, capsys: pytest.CaptureFixture[str]
) -> None:
    content = (ROOT / "data" / "locations.csv").read_text(encoding="utf-8")
    path = data(content, header="")
    assert main(["geocode", str(path.parent)]) == 0
    assert path.read_text(encoding="utf-8") == content
    out, err = capsys.readouterr()
    assert out == (
        "0 located, 0 to review, 13 settled by an editor, 18 of a kind without a point\n"
    )
    assert err == ""


WIDE = "id,name_pl,name_en,kind,part_of,query,method,reviewed,lat,lon,x_own\n"


@pytest.mark.parametrize(
    "row",
    [
        "almaty,Ałmaty,Almaty,city,,Ałmaty,manual,,1,2,\n",
        "almaty,Ałmaty,Almaty,city,,Ałmaty,manual,no,,,\n",
        "almaty,Ałmaty,Almaty,city,,Ałmaty,gazetteer,yes,1,2,\n",
        "almaty,Ałmaty,Almaty,city,,Ałmaty,gazetteer,yes,,,\n",
        "almaty,Ałmaty,Almaty,city,,Ałmaty,nominatim,yes,1,2,\n",
        "almaty,Ałmaty,Almaty,city,,Ałmaty,,,1,2,\n",
        "almaty,Ałmaty,Almaty,city,,,gazetteer,no,1,2,\n",
        "west,Zachód,West,area,,Zachodni Kazachstan,,,,,\n",
        "states,Państwa,States,group,,Kazachstan,,,,,\n",
        "cities,Miasta,Cities,unnamed,,Ałmaty,,,,,\n",
    ],
)
def test_rows_that_are_never_touched(row: str, data: WriteLocations) -> None:
    path = data(row, header=WIDE)
    assert main(["geocode", str(path.parent)]) == 0
    assert path.read_text(encoding="utf-8") == WIDE + row


def test_an_answer_that_nobody_reviewed_is_looked_up_again(data: WriteLocations) -> None:
    path = data("almaty,Ałmaty,Almaty,city,,Ałmaty,gazetteer,no,1,2,mine\n", header=WIDE)
    assert main(["geocode", str(path.parent)]) == 0
    assert path.read_text(encoding="utf-8") == (
        WIDE.replace("\n", ",radius_km,boundary,source,source_id,retrieved,confidence\n")
        + "almaty,Ałmaty,Almaty,city,,Ałmaty,gazetteer,no,43.25249,76.9115,mine,20,,GeoNames,"
        f"geonames:1526384; wikidata:Q35493,{TODAY},medium\n"
    )


def test_three_places_are_called_aktau(
    data: WriteLocations, capsys: pytest.CaptureFixture[str]
) -> None:
    path = data("aktau,Aktau,Aktau,city,kazakhstan,Aktau\n", KAZAKHSTAN)
    assert main(["geocode", str(path.parent)]) == 0
    review = (
        "needs review; gazetteer finds 3 places that fit: "
        "Aktau (city, geonames:610612) at 43.6611 51.1739, 1467 km from kazakhstan; "
        "Aktau (city, geonames:1526269) at 50.2347 73.0666, 342 km from kazakhstan; "
        "Aktau (city, geonames:1526601) at 48.0333 72.8333, 326 km from kazakhstan"
    )
    out = capsys.readouterr().out.splitlines()
    assert out[1:] == [f"aktau: {review}", "1 located, 1 to review"]
    row = rows_of(path)["aktau"]
    assert row["review"] == review
    assert (row["method"], row["confidence"], row["reviewed"]) == ("gazetteer", "none", "no")
    assert (row["lat"], row["lon"], row["source_id"]) == ("", "", "")
    # What it lies in tells it from the others, and then there is nothing left to review.
    text = path.read_text(encoding="utf-8").replace("city,kazakhstan", "city,mangystau")
    path.write_text(text + "mangystau,M,M,region,kazakhstan,Mangystau" + "," * 11 + "\n")
    main(["geocode", str(path.parent)])
    row = rows_of(path)["aktau"]
    assert (row["source_id"], row["confidence"]) == ("geonames:610612", "high")
    assert row["review"] == ""


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (
            "msz,MSZ,MSZ,site,poland,MSZ\n",
            "nothing that fits: Namibe Airport (site, iata:MSZ, icao:FNMO) at -15.2612 12.1468, "
            "7512 km from poland: in AO, not in PL",
        ),
        (
            "msz,MSZ,MSZ,site,,MSZ\n",
            "nothing that fits: Namibe Airport (site, iata:MSZ, icao:FNMO) at -15.2612 12.1468, "
            "0 km from the first: a code that may mean something else, as nothing tells where the "
            "place lies",
        ),
        (
            "msz,MSZ,MSZ,city,,MSZ\n",
            "nothing that fits: Namibe Airport (site, iata:MSZ, icao:FNMO) at -15.2612 12.1468, "
            "0 km from the first: not a city",
        ),
        ("west,Zachód,West,region,,Zachodni Kazachstan\n", "nothing"),
        (
            "warsaw,Warszawa,Warsaw,city,kazakhstan,Warszawa\n",
            "nothing that fits: Warsaw (city, geonames:756135) at 52.2298 21.0118, 3319 km from "
            "kazakhstan: in PL, not in KZ",
        ),
    ],
)
def test_what_is_not_the_place(row: str, found: str, data: WriteLocations) -> None:
    path = data(KAZAKHSTAN, "poland,Polska,Poland,country,,Polska\n", row)
    main(["geocode", str(path.parent)])
    id_ = row.split(",")[0]
    assert rows_of(path)[id_]["review"] == f"needs review; gazetteer finds {found}"
    assert rows_of(path)[id_]["lat"] == ""


def test_an_answer_stays_beside_what_there_is_to_review(data: WriteLocations) -> None:
    row = "almaty,Ałmaty,Almaty,city,,Nowhere,nominatim,no,43.2,76.9,\n"
    path = data(row, header=WIDE)
    main(["geocode", str(path.parent)])
    assert path.read_text(encoding="utf-8") == (
        WIDE.replace("\n", ",review\n")
        + row.replace("\n", ",needs review; gazetteer finds nothing\n")
    )


def test_a_parent_is_looked_up_first(data: WriteLocations) -> None:
    path = data(
        "airport,Lotnisko,Airport,site,almaty,ALA\n",
        "almaty,Ałmaty,Almaty,city,kazakhstan,Ałmaty\n",
        KAZAKHSTAN,
    )
    main(["geocode", str(path.parent)])
    assert rows_of(path)["airport"]["source_id"] == "iata:ALA; icao:UAAA"
