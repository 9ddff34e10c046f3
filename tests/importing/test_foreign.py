"""Files of other programs: what they tell, what is left open, and what was not taken."""

from __future__ import annotations

import json
from datetime import date

import pytest

from statement_map.exporting import FORMATS, ExportSource
from statement_map.importing.foreign import Imported, import_file
from statement_map.model import Atlas, Basis
from statement_map.reading import Content, Reading, compare_with_text, read_files
from statement_map.reading.paragraphs import split_paragraphs
from statement_map.timeline import Grade, Timeline
from tests.importing import samples

Told = tuple[str, str | None, str | None, float | None, float | None]

FILES: dict[str, tuple[str, bytes, list[Told]]] = {
    "csv": (
        "opening.csv",
        samples.TABLE.encode(),
        [
            ("Doors open", "2021-05-03", "Gdynia", 54.52, 18.53),
            ("First train", "2021-05-04", None, None, None),
        ],
    ),
    "timelinejs": (
        "flood.csv",
        samples.TIMELINEJS.encode(),
        [
            ("Rain & more rain", "1997-07-06/1997-07-10", None, None, None),
            ("The dyke breaks", "1997-07-12", None, None, None),
        ],
    ),
    "recogito": (
        "letter.csv",
        samples.RECOGITO.encode(),
        [("Cracoviae", None, "Kraków", 50.0614, 19.9366)],
    ),
    "acled": (
        "acled.csv",
        samples.ACLED.encode(),
        [
            ("Peaceful protest", "2022-01-05", "Old Town", 43.25, 76.95),
            ("Mob violence", "2022-01", "North", 50.1, 70.2),
            ("Peaceful protest", "2022-01-08~", "Mill", 50.2, 70.3),
        ],
    ),
    "lp-tsv": (
        "places.tsv",
        samples.LP_TSV.encode(),
        [("Vistula ferry", "1880/1901", "Vistula ferry", 54.35, 18.95)],
    ),
    "geojson": (
        "fires.geojson",
        samples.GEOJSON.encode(),
        [
            ("Fire at the mill", "2020-08-01", "Fire at the mill", 52.23, 21.01),
            ("Burnt wood", "2020-08-02/2020-08-04", "Burnt wood", None, None),
            ("Road", None, None, None, None),
        ],
    ),
    "linked-places": (
        "abbeys.jsonld",
        samples.LINKED_PLACES.encode(),
        [("Abbey", "1140/1200", "Abbey", 52.4, 17.9)],
    ),
    "umap": (
        "walk.umap",
        samples.UMAP.encode(),
        [("Old pump", None, "Old pump", 50.85, 4.35)],
    ),
    "timemap": (
        "events.json",
        samples.TIMEMAP.encode(),
        [("A convoy is seen.", "2022-02-25", "North road", 50.9, 30.1)],
    ),
    "kml": (
        "landings.kml",
        samples.KML.encode(),
        [
            ("First landing", "1944-06-06", "First landing", 49.3, -0.9),
            ("Bridgehead", "1944-06-07/1944-06-12", "Bridgehead", None, None),
        ],
    ),
    "gpx": (
        "walk.gpx",
        samples.GPX.encode(),
        [("Bell", "2019-04-01", "Bell", 50.05, 19.94), ("The way", None, None, None, None)],
    ),
}


def read(imported: Imported) -> Reading:
    """The files, as `check` reads them."""
    contents = (imported.events, imported.places, imported.boundaries)
    names = ("events.yaml", "locations.csv", "boundaries.geojson")
    return read_files(*(Content(name, data) for name, data in zip(names, contents, strict=True)))


def told(atlas: Atlas) -> list[Told]:
    rows: list[Told] = []
    for event in atlas.events:
        place = atlas.places[event.places[0].id] if event.places else None
        title = event.title.read("en")
        when = str(event.when) if event.when else None
        name = place.names.read("en") if place else None
        lat, lon = (place.lat, place.lon) if place else (None, None)
        rows.append((title, when, name, lat, lon))
    return rows


@pytest.mark.parametrize("kind", FILES)
def test_what_a_file_tells_comes_in(kind: str) -> None:
    name, data, expected = FILES[kind]
    assert told(read(import_file(name, data)).atlas) == expected


@pytest.mark.parametrize("kind", FILES)
def test_nothing_is_taken_for_more_than_it_is(kind: str) -> None:
    name, data, _ = FILES[kind]
    imported = import_file(name, data)
    atlas = read(imported).atlas
    timeline = Timeline(atlas)
    assert not any(event.reviewed for event in atlas.events)
    assert not any(place.reviewed for place in atlas.places.values())
    for event in atlas.events:
        assert event.basis is (Basis.INFERRED if event.when else Basis.NONE)
        assert timeline.grade(event) is (Grade.GIVEN if event.when else Grade.NONE)
    for place in atlas.places.values():
        if place.has_point or place.boundary:
            assert str(place.source).startswith(f"{name}, row ")
    assert (atlas.statement.issuer, atlas.statement.publisher) == (None, None)
    assert name.encode() in imported.events  # its head says what it was made from


@pytest.mark.parametrize("kind", FILES)
def test_what_is_quoted_stands_in_the_text(kind: str) -> None:
    name, data, _ = FILES[kind]
    imported = import_file(name, data)
    assert imported.text is not None
    assert compare_with_text(read(imported), imported.text.encode()) == []
    assert len(split_paragraphs(imported.text)[1]) == read(imported).atlas.statement.paragraphs


@pytest.mark.parametrize(
    ("kind", "faults"),
    [
        (
            "timelinejs",
            ["flood.csv:5: is no event; found 'era'; nothing is made of it"],
        ),
        (
            "geojson",
            [
                "fires.geojson:3: geometry: is neither a point nor an area; found 'LineString'; "
                "it is not on the map"
            ],
        ),
        (
            "gpx",
            [
                "walk.gpx:2: geometry: is neither a point nor an area; found 'LineString'; "
                "it is not on the map"
            ],
        ),
        (
            "acled",
            [
                "acled.csv: event_id_cnty: is not taken; found 3 cells; "
                "name it with --column if it is needed",
                "acled.csv: year: is not taken; found 3 cells; "
                "name it with --column if it is needed",
            ],
        ),
        ("csv", []),
        ("kml", []),
    ],
)
def test_what_was_not_taken_is_told_with_its_row(kind: str, faults: list[str]) -> None:
    name, data, _ = FILES[kind]
    assert [str(fault) for fault in import_file(name, data).left_out] == faults


def test_a_person_of_recogito_is_no_event() -> None:
    name, data, _ = FILES["recogito"]
    left_out = [str(fault) for fault in import_file(name, data).left_out]
    assert "letter.csv:3: is no event; found 'person'; nothing is made of it" in left_out


def test_the_title_is_that_of_the_file() -> None:
    titles = {
        kind: read(import_file(name, data)).atlas.statement.title.read("en")
        for kind, (name, data, _) in FILES.items()
    }
    assert titles["timelinejs"] == "The Great Flood"
    assert titles["geojson"] == "Fires"
    assert titles["kml"] == "Landings"
    assert titles["csv"] == "opening.csv"


def test_an_area_is_drawn_by_its_outline() -> None:
    name, data, _ = FILES["geojson"]
    imported = import_file(name, data)
    place = read(imported).atlas.places["burnt-wood"]
    features = json.loads(imported.boundaries)["features"]
    (outline,) = (each for each in features if each["id"] == place.boundary[0])
    ring = [[21.0, 52.0], [22.0, 52.0], [22.0, 53.0], [21.0, 52.0]]
    assert outline["geometry"] == {"type": "MultiPolygon", "coordinates": [[ring]]}
    assert outline["properties"]["name_en"] == "Burnt wood"


def test_a_date_is_stated_only_where_its_words_are_given() -> None:
    table = "title,date,date_phrase\nRain,2021-05-03,on the third of May\nSun,2021-05-04,\n"
    events = read(import_file("days.csv", table.encode())).atlas.events
    assert [(event.basis.value, event.when_phrase) for event in events] == [
        ("stated", "on the third of May"),
        ("inferred", None),
    ]


def test_a_sheet_of_timelinejs_goes_out_and_comes_in_the_same() -> None:
    name, data, _ = FILES["timelinejs"]
    first = read(import_file(name, data)).atlas
    source = ExportSource(first, Timeline(first), {"features": []})
    second = read(import_file(name, FORMATS["timelinejs"].export(source))).atlas
    assert [(e.id, e.when, e.title, e.text, e.topic) for e in second.events] == [
        (e.id, e.when, e.title, e.text, e.topic) for e in first.events
    ]
    assert second.statement.title == first.statement.title
    assert second.statement.topics == first.statement.topics


XLSX = samples.workbook(
    [
        ["Tytuł", "Opis", "Data", "Szerokość", "Długość", None, None],
        ["Otwarcie", "Stacja działa.", date(2021, 5, 3), 54.52, 18.53, None, None],
        [None] * 7,
        ["Pociąg", None, date(2021, 5, 4), None, None, None, None],
        [None] * 7,
    ]
)
_CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
ODS = samples.open_document(
    f"<table:table-row>{''.join(map(_CELL.format, ('Name', 'Date', 'Lat', 'Lon')))}"
    '<table:table-cell table:number-columns-repeated="1020"/></table:table-row>'
    f"<table:table-row>{_CELL.format('Ferry')}"
    '<table:table-cell office:value-type="date" office:date-value="2021-05-03"/>'
    '<table:table-cell office:value-type="float" office:value="54.52"/>'
    '<table:table-cell office:value-type="float" office:value="18.53"/></table:table-row>'
    '<table:table-row table:number-rows-repeated="1048574">'
    '<table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        (
            "commas.csv",
            b"title,date,,\nRain,2021-05-03,,\n,,,\n,,,\n",
            [("Rain", "2021-05-03", None, None, None)],
        ),
        (
            "excel.csv",
            "\ufefftitle;date;lat;lon\r\nRain;03.05.2021;54,52;18,53\r\n;;;\r\n".encode(),
            [("Rain", "2021-05-03", "Rain", 54.52, 18.53)],
        ),
        (
            "unicode.txt",
            "title\tdate\nRain\t2021-05-03\n".encode("utf-16"),
            [("Rain", "2021-05-03", None, None, None)],
        ),
        (
            "invisible.csv",
            "\u200btitle,date\u00a0\nRain,\u200b2021-05-03\n".encode(),
            [("Rain", "2021-05-03", None, None, None)],
        ),
        (
            "american.csv",
            b"title,date\nRain,3/4/2021\nSun,3/25/2021\n",
            [("Rain", "2021-03-04", None, None, None), ("Sun", "2021-03-25", None, None, None)],
        ),
        (
            "book.xlsx",
            XLSX,
            [
                ("Otwarcie", "2021-05-03", "Otwarcie", 54.52, 18.53),
                ("Pociąg", "2021-05-04", None, None, None),
            ],
        ),
        ("book.ods", ODS, [("Ferry", "2021-05-03", "Ferry", 54.52, 18.53)]),
    ],
)
def test_spreadsheets_as_they_are(name: str, data: bytes, expected: list[Told]) -> None:
    imported = import_file(name, data)
    assert told(read(imported).atlas) == expected
    assert imported.left_out == ()


def test_what_may_be_two_days_is_left_open() -> None:
    imported = import_file("days.csv", b"title,date\nRain,3/4/2021\n")
    assert told(read(imported).atlas) == [("Rain", None, None, None, None)]
    assert [str(fault) for fault in imported.left_out] == [
        "days.csv:2: date: may be two days; found '3/4/2021'; write it as 2021-MM-DD; "
        "its date is left open"
    ]


def test_a_column_that_somebody_names_goes_before_one_that_is_guessed() -> None:
    table = b"title,what,date\nRain,It rains.,2021-05-03\n"
    imported = import_file("days.csv", table, chosen={"title": "what"})
    assert told(read(imported).atlas)[0][0] == "It rains."
    assert imported.guesses[0] == "title: 'what', such as 'It rains.'"
