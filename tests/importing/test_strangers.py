"""Files by the habits of other software: spreadsheets, services and receivers that people use."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from statement_map.errors import DataErrors
from statement_map.importing import days
from statement_map.importing.foreign import import_file
from tests.importing import samples
from tests.importing.test_foreign import Told, read, told

RAIN: Told = ("Rain", "1997-07-06", "Rain", 50.43, 16.65)
HEADER = ["Title", "Date", "Lat", "Lon"]
RAIN_ROW = ["Rain", date(1997, 7, 6), 50.43, 16.65]


def point(lon: float, lat: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [lon, lat]}


def feature(geometry: dict[str, Any] | None, **properties: str) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


RAIN_FEATURE = feature(point(16.65, 50.43), name="Rain", date="1997-07-06")


def saved(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def under_a_title() -> bytes:
    """A title over all columns, a blank row, heads over two columns, and only then the header."""
    book = Workbook()
    sheet = book.active
    assert sheet
    for row in (["The flood"], ["by a club"], [], ["What", None, "Where"], HEADER, RAIN_ROW, []):
        sheet.append(row)
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("A4:B4")
    sheet.merge_cells("C4:D4")
    return saved(book)


def counted_from_1904() -> bytes:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    assert book.active
    moment = datetime(1997, 7, 6, 14, 30)  # noqa: DTZ001, spreadsheets know no zones
    for row in (HEADER, ["Rain", moment, 50.43, 16.65]):
        book.active.append(row)
    return saved(book)


def behind_a_note() -> bytes:
    book = Workbook()
    assert book.active
    book.active.append(["See the other sheet"])
    other = book.create_sheet("Data")
    for row in (HEADER, RAIN_ROW):
        other.append(row)
    return saved(book)


TIMELINE = {
    "title": {"text": {"headline": "Floods"}},
    "events": [
        {
            "start_date": {"year": "1997", "month": "7", "day": "6"},
            "display_date": "a wet Sunday",
            "text": {"headline": "Rain", "text": "<p>It rains.</p>"},
            "group": "Weather",
        },
        {"start_date": {"year": -44}, "text": {"headline": "Caesar dies"}},
    ],
    "eras": [{"start_date": {"year": 1990}, "text": {"headline": "The nineties"}}],
}
STORYMAP = {
    "storymap": {
        "slides": [
            {"type": "overview", "text": {"headline": "Floods"}},
            {
                "location": {"lat": 50.43, "lon": 16.65, "zoom": 9},
                "date": "1997-07-06",
                "text": {"headline": "Rain", "text": ""},
            },
        ]
    }
}
BINDING = {
    "item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q1"},
    "itemLabel": {"type": "literal", "value": "Rain"},
    "date": {"type": "literal", "value": "1997-07-06T00:00:00Z"},
    "coord": {"type": "literal", "value": "Point(16.65 50.43)"},
}


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("titled.xlsx", under_a_title(), [RAIN]),
        ("mac.xlsx", counted_from_1904(), [RAIN]),
        ("second.xlsx", behind_a_note(), [RAIN]),
        ("excel.csv", b"\xef\xbb\xbfsep=;\r\nTitle;Date;Lat;Lon\r\nRain;06.07.1997;50,43;16,65\r\n",
         [RAIN]),
        ("quoted.csv", b'"Title;a;b;c;d",Date,Lat,Lon\nRain,1997-07-06,50.43,16.65\n', [RAIN]),
        ("gdal.csv", b'WKT,name,date\n"POINT (16.65 50.43)",Rain,1997/07/06\n', [RAIN]),
        ("query.csv", b"item,itemLabel,date,coord\nhttp://w.example/entity/Q1,Rain,"
         b"1997-07-06T00:00:00Z,Point(16.65 50.43)\n", [RAIN]),
        ("darwin.csv", b"scientificName,eventDate,decimalLatitude,decimalLongitude\n"
         b"Rain,1997-07-06,50.43,16.65\n", [RAIN]),
        ("bare.csv", b"1997-07-06,Rain\n1997-07-07,Sun\n",
         [("Rain", "1997-07-06", None, None, None), ("Sun", "1997-07-07", None, None, None)]),
        ("polish.csv", "Wydarzenie,Kiedy,Gdzie\nDeszcz,6 lipca 1997 r.,Kłodzko\n".encode(),
         [("Deszcz", "1997-07-06", "Kłodzko", None, None)]),
        ("one.geojson", json.dumps(RAIN_FEATURE).encode(), [RAIN]),
        ("list.json", json.dumps([RAIN_FEATURE]).encode(), [RAIN]),
        ("lines.geojsonl", f"{json.dumps(RAIN_FEATURE)}\n".encode() * 2, [RAIN, RAIN]),
        ("sequence.json", f"\x1e{json.dumps(RAIN_FEATURE)}\n".encode() * 2, [RAIN, RAIN]),
        ("timeline.json", json.dumps(TIMELINE).encode(),
         [("Rain", "1997-07-06", None, None, None), ("Caesar dies", None, None, None, None)]),
        ("storymap.json", json.dumps(STORYMAP).encode(), [RAIN]),
        ("sparql.json", json.dumps({"results": {"bindings": [BINDING]}}).encode(), [RAIN]),
        ("served.json", json.dumps({"events": [
            {"title": "Rain", "date": "1997-07-06", "latitude": "50.43", "longitude": "16.65"}
        ]}).encode(), [RAIN]),
    ],
)  # fmt: skip
def test_what_they_wrote_comes_in(name: str, data: bytes, expected: list[Told]) -> None:
    assert told(read(import_file(name, data)).atlas) == expected


def test_what_stands_above_a_table_is_its_title_and_is_told() -> None:
    imported = import_file("titled.xlsx", under_a_title())
    assert read(imported).atlas.statement.title.read("en") == "The flood"
    assert [str(fault) for fault in imported.left_out] == [
        "titled.xlsx:1: stands above the header; found 'The flood'",
        "titled.xlsx:2: stands above the header; found 'by a club'",
        "titled.xlsx:4: stands above the header; found 'What Where'",
    ]


def test_another_sheet_is_told() -> None:
    imported = import_file("second.xlsx", behind_a_note())
    assert [str(fault) for fault in imported.left_out] == [
        "second.xlsx: Sheet: is another sheet; found 1 rows; save it alone"
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("20th July 1997", "1997-07-20"),
        ("July 1997", "1997-07"),
        ("lipiec 1997", "1997-07"),
        ("c. 1998", "1998~"),
        ("1997-1999", "1997/1999"),
        ("the 1990s", "1990/1999"),
        ("July 6, 1997 → July 10, 1997", "1997-07-06/1997-07-10"),
        ("Sunday, 6 July 1997, 10:30 pm", "1997-07-06"),
        ("19970706", "1997-07-06"),
        ("1997.07.06", "1997-07-06"),
    ],
)
def test_a_cell_that_is_a_date_in_words(cell: str, expected: str) -> None:
    atlas = read(import_file("a.csv", f'title,date\nRain,"{cell}"\n'.encode())).atlas
    assert str(atlas.events[0].when) == expected
    assert atlas.events[0].basis == "inferred"  # a cell is not the words of a text


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("7/6/97", "has a year of two digits; found '7/6/97'; write all four"),
        ("35617", "may be a day that a spreadsheet counts; found '35617'; format its column as "
         "dates"),
        ("it rained in 1997", "is not a date in EDTF; found 'it rained in 1997'"),
        ("yesterday", "is not a date in EDTF; found 'yesterday'"),
        ("44 BC", "is not a date in EDTF; found '44 BC'"),
        ("19971399", "is not a date in EDTF; found '19971399'"),
    ],
)  # fmt: skip
def test_a_cell_that_may_mean_more_than_one_date_is_left_open(cell: str, fault: str) -> None:
    imported = import_file("a.csv", f"title,date\nRain,{cell}\n".encode())
    assert read(imported).atlas.events[0].when is None
    (told_fault,) = imported.left_out
    assert str(told_fault).startswith(f"a.csv:2: date: {fault}")
    assert str(told_fault).endswith("; its date is left open")


def test_a_column_of_prose_is_not_searched_for_dates_to_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(days, "_MOST_MISSES", 3)
    read_day = days.reader_of([], "en")

    def reads(cell: str) -> bool:
        with suppress(ValueError):
            return bool(read_day(cell))
        return False

    assert [reads(cell) for cell in ("soon", "then", "July 1997", "soon", "then", "when")] == [
        *(False, False, True, False, False, False)
    ]
    assert not reads("July 1998")
    assert reads("1998-07")


KML = """\
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>
<NetworkLink><name>Live</name><Link><href>http://example.org/live.kml</href></Link></NetworkLink>
<Folder><name>War</name><Folder><name>West</name>
<Placemark><name>Camp</name><Point><coordinates> -1,49 </coordinates></Point></Placemark></Folder>
<Placemark><name>Column</name><gx:Track><when>1944-06-11T05:00:00Z</when>
<when>1944-06-12T05:00:00Z</when><gx:coord>-1 49 0</gx:coord><gx:coord>-1 50 0</gx:coord></gx:Track>
</Placemark><Placemark><name>Two posts</name><MultiGeometry><Point><coordinates>-1,49</coordinates>
</Point><Point><coordinates>-2,49</coordinates></Point></MultiGeometry></Placemark></Folder>
</Document></kml>
"""


def test_folders_tracks_and_links_of_a_kml() -> None:
    imported = import_file("a.kml", KML.encode())
    atlas = read(imported).atlas
    assert told(atlas) == [
        ("Camp", None, "Camp", 49.0, -1.0),
        ("Column", "1944-06-11/1944-06-12", None, None, None),
        ("Two posts", None, None, None, None),
    ]
    topics = {topic.id: topic.title.read("en") for topic in atlas.statement.topics}
    assert [topics[event.topic] for event in atlas.events] == ["West", "War", "War"]
    assert [str(fault) for fault in imported.left_out] == [
        "a.kml: NetworkLink: is a link to another file; found 'Live'; nothing is fetched; "
        "import that file",
        "a.kml:2: geometry: is neither a point nor an area; found 'LineString'; it is not on the "
        "map",
        "a.kml:3: geometry: is several places; found 2 geometries without an area; write each "
        "alone; it is not on the map",
    ]


def test_a_kml_of_links_alone_says_so() -> None:
    start, _, rest = KML.partition("<Folder>")
    with pytest.raises(DataErrors) as caught:
        import_file("a.kml", f"{start}{rest[rest.rindex('</Document>') :]}".encode())
    assert [str(fault) for fault in caught.value.faults] == [
        "a.kml: is empty; found nothing in it; import a file with places or events",
        "a.kml: NetworkLink: is a link to another file; found 'Live'; nothing is fetched; "
        "import that file",
    ]


def test_a_track_lasts_to_its_last_point() -> None:
    gpx = (
        '<gpx version="1.1"><trk><name>Night</name><trkseg>'
        '<trkpt lat="50" lon="19"><time>2019-04-02T22:00:00Z</time></trkpt>'
        '<trkpt lat="50" lon="20"><time>2019-04-03T01:00:00Z</time></trkpt></trkseg></trk></gpx>'
    )
    atlas = read(import_file("a.gpx", gpx.encode())).atlas
    assert told(atlas) == [("Night", "2019-04-02/2019-04-03", None, None, None)]


def test_layers_of_a_new_umap_and_of_one_from_elsewhere() -> None:
    umap = json.loads(samples.UMAP)
    umap["layers"][0]["properties"] = {"name": "Stops"}
    del umap["layers"][0]["_umap_options"]
    remote = {"name": "Live", "remoteData": {"url": "https://example.org/live.json"}}
    umap["layers"].append({"type": "FeatureCollection", "features": [], "properties": remote})
    imported = import_file("a.umap", json.dumps(umap).encode())
    (topic,) = read(imported).atlas.statement.topics
    assert topic.title.read("en") == "Stops"
    assert [str(fault) for fault in imported.left_out] == [
        "a.umap: Live: is a layer from elsewhere; found 'https://example.org/live.json'; nothing "
        "is fetched"
    ]


def test_several_points_are_not_one() -> None:
    several = {"type": "MultiPoint", "coordinates": [[16, 50], [17, 51]]}
    one = {"type": "MultiPoint", "coordinates": [[16, 50]]}
    features = [feature(several, name="Posts"), feature(one, name="Post"), feature(None, name="?")]
    data = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    imported = import_file("a.geojson", data)
    assert [row[2:] for row in told(read(imported).atlas)] == [
        (None, None, None),
        ("Post", 50.0, 16.0),
        (None, None, None),
    ]
    assert [str(fault) for fault in imported.left_out] == [
        "a.geojson:1: geometry: is several places; found 2 points; write each alone; it is not on "
        "the map"
    ]
