from datetime import date
from pathlib import Path

import pytest

from statement_map.model import Confidence, Method, PlaceKind
from statement_map.reading import read_atlas
from tests.reading.samples import EVENTS, LOCATIONS, change, errors_in, warnings_in, write_data

HEADER = LOCATIONS.splitlines()[0]


def test_what_is_read(tmp_path: Path) -> None:
    places = read_atlas(write_data(tmp_path)).places
    assert list(places) == ["country", "north", "capital", "regions"]
    capital = places["capital"]
    assert capital.names.root == {"pl": "Stolica", "en": "Capital"}
    assert capital.kind is PlaceKind.CITY
    assert capital.part_of == "country"
    assert (capital.lat, capital.lon, capital.radius_km) == (51.13, 71.43, 10.0)
    assert capital.method is Method.GAZETTEER
    assert capital.query is None
    assert capital.retrieved == date(2022, 2, 1)
    assert capital.confidence is Confidence.HIGH
    assert capital.reviewed
    assert capital.notes is not None
    assert capital.notes.root == {"en": "As it was."}
    assert places["north"].boundary == ("KZ-NOR", "KZ-SEV")
    assert places["north"].notes is None
    assert places["regions"].members == ("north",)


def test_columns_may_stand_in_any_order_and_have_more_languages(tmp_path: Path) -> None:
    rows = [line.split(",") for line in LOCATIONS.splitlines()]
    more = ["name_kk,note_pl,x_mine", "Ел,Uwaga,1", ",,", ",,", ",,"]
    locations = "\n".join(
        ",".join([extra, *reversed(row)]) for extra, row in zip(more, rows, strict=True)
    )
    country = read_atlas(write_data(tmp_path, locations=locations)).places["country"]
    assert country.names.root == {"kk": "Ел", "pl": "Kraj", "en": "Country"}
    assert country.notes is not None
    assert country.notes.root == {"pl": "Uwaga"}


def test_blank_cells_mean_what_the_model_says(tmp_path: Path) -> None:
    blank = "country,Kraj,Country,country,,,,,KZ,,,,,,,,,\n"
    events = EVENTS[: EVENTS.index("  - id: prices-fall")].replace("north", "country")
    events = events.replace("id: capital", "id: country")
    place = read_atlas(write_data(tmp_path, events, f"{HEADER}\n{blank}")).places["country"]
    assert (place.method, place.confidence, place.reviewed) == (None, Confidence.NONE, False)


@pytest.mark.parametrize("text", ["אלמטי", "ألماتي", "🔥", "=1+1", "x" * 10_000])
def test_text_is_taken_as_it_is(tmp_path: Path, text: str) -> None:
    locations = change(LOCATIONS, "Stolica", text)
    assert (
        read_atlas(write_data(tmp_path, locations=locations)).places["capital"].names.read("pl")
        == text
    )


@pytest.mark.parametrize(
    ("old", "new", "errors"),
    [
        # coordinates
        ("51.13,71.43", '"51,13",71.43', [
            "locations.csv:4: lat: has a decimal comma; found '51,13'; write 51.13",
        ]),
        ("51.13,71.43", "nan,-inf", [
            "locations.csv:4: lat: is not a decimal number; found 'nan'; write one such as 43.25",
            "locations.csv:4: lon: is not a decimal number; found '-inf'; write one such as 43.25",
        ]),
        ("51.13,71.43", "5e1,071.43", [
            "locations.csv:4: lat: is not a decimal number; found '5e1'; write one such as 43.25",
            "locations.csv:4: lon: is not a decimal number; found '071.43'; "
            "write one such as 43.25",
        ]),
        ("51.13,71.43,10", "-90.01,180.01,-1", [
            "locations.csv:4: lat: is too small; found '-90.01'; write -90 or more",
            "locations.csv:4: lon: is too large; found '180.01'; write 180 or less",
            "locations.csv:4: radius_km: is too small; found '-1'; write 0 or more",
        ]),
        ("51.13,71.43", "171.43,51.13", [
            "locations.csv:4: lat: lies beyond a pole; found lat 171.43, lon 51.13; "
            "swap them: lat 51.13, lon 171.43",
        ]),
        ("51.13,71.43", ",71.43", [
            "locations.csv:4: lat: is missing; found lon alone; write both or neither",
        ]),
        ("51.13,71.43", "0,0.0", [
            "locations.csv:4: lat: lies at 0, 0; found lat 0, lon 0; "
            "leave both empty if the point is not known",
        ]),
        ("51.13,71.43", "51.13,", [
            "locations.csv:4: lon: is missing; found lat alone; write both or neither",
        ]),
        ("country,,,,,north", "country,51.13,71.43,,,north", [
            "locations.csv:5: lat: has a point that its kind cannot have; found kind 'group'; "
            "leave lat and lon empty",
        ]),
        # what cannot be drawn
        ("51.13,71.43", ",", [
            "locations.csv:4: lat: cannot be drawn; found confidence 'high' without a point; "
            "write lat and lon, or 'none'",
        ]),
        ("KZ-NOR|KZ-SEV", "", [
            "locations.csv:3: boundary: cannot be drawn; "
            "found kind 'region' without outline or point; write its ids",
        ]),
        ("region,country,,,,KZ-NOR|KZ-SEV", "area,country,,,,", [
            "locations.csv:3: boundary: cannot be drawn; found kind 'area' without an outline; "
            "write its ids",
        ]),
        ("49.05,68.69,,KZ", ",,,", [
            "locations.csv:2: boundary: cannot be drawn; "
            "found kind 'country' without outline or point; write its ids",
        ]),
        (",,north,", ",,,", [
            "locations.csv:5: members: is a group of nothing; found no members; write their ids",
        ]),
        # other cells
        ("Kraj,Country", " ,", [
            "locations.csv:2: name_pl: is missing; found nothing; write a value",
            "locations.csv:2: name_en: is missing; found nothing; write a value",
        ]),
        ("regions,Obwody,Regions,group", ",Obwody,Regions,", [
            "events.yaml:33: events[1].places[0].id: is no known place; found 'regions'; "
            "write 'country' or 'north' or 'capital'",
            "locations.csv:5: id: is missing; found nothing; write a value",
            "locations.csv:5: kind: is missing; found nothing; write a value",
        ]),
        ("city", "town", [
            "locations.csv:4: kind: is not a word known here; found 'town'; "
            "write 'site', 'city', 'region', 'country', 'area', 'water', 'group' or 'unnamed'",
        ]),
        ("gazetteer", "guess", [
            "locations.csv:4: method: is not a word known here; found 'guess'; "
            "write 'gazetteer', 'nominatim' or 'manual'",
        ]),
        ("2022-02-01,high,yes", "01.02.2022,sure,true", [
            "locations.csv:4: retrieved: is not a day; found '01.02.2022'; "
            "write one such as 2022-01-02",
            "locations.csv:4: confidence: is not a word known here; found 'sure'; "
            "write 'high', 'medium', 'low' or 'none'",
            "locations.csv:4: reviewed: is neither yes nor no; found 'true'; write yes or no",
        ]),
        ("KZ-NOR|KZ-SEV", "kz-nor||KZ-SEV", [
            "locations.csv:3: boundary: is not an ISO 3166 code, nor a water; found 'kz-nor'; "
            "write one such as 'KZ', 'KZ-MAN' or 'water-balkhash'",
            "locations.csv:3: boundary: is not an ISO 3166 code, nor a water; found ''; "
            "write one such as 'KZ', 'KZ-MAN' or 'water-balkhash'",
            "locations.csv:3: boundary: is no known outline; found 'kz-nor'; write 'KZ-NOR'",
            "locations.csv:3: boundary: is no known outline; found ''; "
            "write 'KZ' or 'KZ-NOR' or 'KZ-SEV'",
        ]),
    ],
)  # fmt: skip
def test_refusals(tmp_path: Path, old: str, new: str, errors: list[str]) -> None:
    directory = write_data(tmp_path, locations=change(LOCATIONS, old, new))
    assert errors_in(directory) == errors


@pytest.mark.parametrize(
    ("old", "new", "errors"),
    [
        ("lat,lon", "Lat,lon", [
            "locations.csv:1: lat: is missing; found no such column; add 'lat'",
            "locations.csv:1: Lat: is not a column here; found 'Lat'; write 'lat', "
            "or 'x_Lat' for one of your own",
        ]),
        ("lat,lon", "lat,lat", [
            "locations.csv:1: lat: is written twice; found it in column 6 and column 7; keep one",
            "locations.csv:1: lon: is missing; found no such column; add 'lon'",
        ]),
        ("id,name_pl", "ID,name_pl", [
            "locations.csv:1: id: is missing; found no such column; add 'id'",
            "locations.csv:1: ID: is not a column here; found 'ID'; write 'id', "
            "or 'x_ID' for one of your own",
        ]),
        (",note", ",note_en", [
            "locations.csv:1: note_en: is not a column here; found 'note_en'; write 'note', "
            "or 'x_note_en' for one of your own",
        ]),
        (",note", ",zzz", [
            "locations.csv:1: zzz: is not a column here; found 'zzz'; "
            "write one of the 22 that are known, or 'x_zzz' for one of your own",
        ]),
        (",note", ",", [
            "locations.csv:1: has a column without a name; found it in column 18; "
            "name or remove it",
        ]),
        ("name_en", "name_xx", [
            "locations.csv:1: name_en: is missing; found no such column; add 'name_en'",
        ]),
    ],
)  # fmt: skip
def test_columns(tmp_path: Path, old: str, new: str, errors: list[str]) -> None:
    directory = write_data(tmp_path, locations=change(LOCATIONS, old, new))
    assert errors_in(directory) == errors


def test_rows_that_do_not_fit_are_not_read_further(tmp_path: Path) -> None:
    locations = change(LOCATIONS, "51.13,71.43", "51,13,71,43")
    assert errors_in(write_data(tmp_path, locations=locations)) == [
        "locations.csv:4: has too many values; found 20 for 18 columns; "
        "put values with commas between quotation marks, and points in decimals"
    ]


@pytest.mark.parametrize("kind", ["city", "site"])
def test_a_place_that_is_not_located_yet(tmp_path: Path, kind: str) -> None:
    locations = change(LOCATIONS, "city,country,51.13,71.43", f"{kind},country,,")
    locations = change(locations, "2022-02-01,high", ",none")
    assert warnings_in(write_data(tmp_path, locations=locations)) == [
        "locations.csv:4: lat: is not located yet; found no point; write lat and lon, or geocode it"
    ]


def test_what_a_geocoder_left_for_an_editor(tmp_path: Path) -> None:
    header, *rows = LOCATIONS.strip().split("\n")
    rows = [f"{row}," for row in rows]
    rows[0] += "needs review; two fit"
    locations = "\n".join([f"{header},review", *rows]) + "\n"
    data = write_data(tmp_path, locations=locations)
    assert warnings_in(data) == [
        "locations.csv:2: review: is for an editor; found 'needs review; two fit'; "
        "decide, then empty this cell"
    ]
    assert [place.review for place in read_atlas(data).places.values()].count(None) == len(rows) - 1


def test_a_country_may_do_without_an_outline(tmp_path: Path) -> None:
    locations = change(LOCATIONS, "68.69,,KZ,", "68.69,,,")
    assert read_atlas(write_data(tmp_path, locations=locations)).places["country"].has_point
