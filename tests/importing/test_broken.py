"""Hostile, broken, huge and empty files of each format, and what is said of them."""

from __future__ import annotations

import io
import json
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from statement_map.errors import DataErrors
from statement_map.importing import foreign
from statement_map.importing.foreign import KNOWN, import_file
from statement_map.importing.tables import parse_xml
from tests.exporting.hostile import HOSTILE
from tests.importing import samples
from tests.importing.test_foreign import read

BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>&b;</name></Placemark></kml>'
)
NONE = f"is none of the files that can be imported; import {KNOWN}"
EMPTY = f"is empty; found no text; import {KNOWN}"


def zipped(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_", "."), data)
    return stream.getvalue()


def refused(name: str, data: bytes) -> list[str]:
    with pytest.raises(DataErrors) as caught:
        import_file(name, data)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.csv", b"", EMPTY),
        ("a.geojson", b" \n", EMPTY),
        ("a.csv", b"title,date\n",
         "is a header alone; found no rows below it; import a table with some"),
        ("a.csv", b",,\n,,\n", "is empty; found no rows; import a table with a header"),
        ("a.csv", b"one column\nand a row\n", NONE),
        ("a.exe", b"MZ\x90\0\x03", NONE),
        ("a.csv", b"\x89PNG\r\n\x1a\n\0\0", NONE),
        ("a.pdf", b"%PDF-1.7", NONE),
        ("a.docx", zipped(word_xml=b"<w/>"),
         "is no workbook that can be opened; found other data; save it as CSV"),
        ("a.xlsx", b"PK\x03\x04 cut off",
         "is no ZIP that can be opened; found other data"),
        ("a.ods", zipped(content_xml=b"<a>"),
         "is not XML; found 'no element found: line 1, column 3'"),
        ("a.json", b'{"a": 1}', f"is JSON of another kind; found no features; import {KNOWN}"),
        ("a.json", b"[1, 2]", f"is JSON of another kind; found no features; import {KNOWN}"),
        ("a.geojson", b'{"type": "FeatureCollection", "features": []}',
         "is empty; found nothing in it; import a file with places or events"),
        ("a.json", b"[" * 100_000, "is no JSON that can be read; found it nested too deeply"),
        ("a.kml", BOMB, "defines entities; found '<!ENTITY'; write what they stand for"),
        ("a.kml", b'<kml xmlns="http://www.opengis.net/kml/2.2"/>',
         "is empty; found nothing in it; import a file with places or events"),
        ("a.html", b"<html><p>A page</p></html>",
         "is no handout of this program; found a page without data; import its GeoJSON"),
        ("a.xml", b"<feed/>", f"is a page or XML of another kind; import {KNOWN}"),
    ],
)  # fmt: skip
def test_what_cannot_be_imported_gets_one_sentence(name: str, data: bytes, fault: str) -> None:
    assert refused(name, data)[0].replace(":1: ", ": ", 1) == f"{name}: {fault}"


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.csv", b"title,date\nKrak\xf3w,2021\n",
         "a.csv:2: is not UTF-8 text; found the byte 0xF3; save the file as UTF-8 (in Excel: "
         "CSV UTF-8)"),
        ("a.geojson", b'{"type": "FeatureCollection",\n"features": [',
         "a.geojson:2: is not JSON; found 'Expecting value' in column 14; correct it"),
        ("a.gpx", b'<gpx version="1.1">\n<wpt>',
         "a.gpx:2: is not XML; found 'no element found: line 2, column 5'"),
    ],
)  # fmt: skip
def test_what_is_broken_is_told_with_its_line(name: str, data: bytes, fault: str) -> None:
    assert refused(name, data)[0] == fault


@pytest.mark.parametrize("name", ["a.xlsx", "a.kmz"])
def test_a_zip_of_which_the_list_is_whole_and_the_rest_is_damaged(name: str) -> None:
    inside = {"xl_workbook.xml": b"<a/>" * 99} if name == "a.xlsx" else {"doc_kml": b"<kml/>" * 99}
    packed = bytearray(zipped(**inside))
    start = packed.index(b"kml" if name == "a.kmz" else b"xml") + 3
    packed[start : start + 8] = b"\xff" * 8
    (fault,) = refused(name, bytes(packed))
    assert "that can be opened; found other data" in fault


def test_an_encoding_that_there_is_not() -> None:
    data = b'<?xml version="1.0" encoding="UTF-88"?><kml/>'
    assert refused("a.kml", data) == [
        "a.kml:1: is not XML that can be read; found 'unknown encoding: UTF-88'"
    ]


def test_linked_places_with_other_things_where_members_are() -> None:
    feature = {"type": "Feature", "properties": "x", "names": [], "geometry": [], "when": 1}
    (fault,) = refused("a.jsonld", json.dumps(feature).encode())[:1]
    assert fault.startswith("a.jsonld: tells nothing that can be shown")


def test_a_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "MAX_BYTES", 10)
    assert refused("a.csv", b"title,date\n") == [
        "a.csv: is too large; found 11 bytes; import up to 10"
    ]


def test_a_workbook_that_unpacks_to_too_much() -> None:
    bomb = zipped(content_xml=b" " * (64 * 2**20 + 1))
    assert refused("a.ods", bomb) == [
        "a.ods/content.xml: is too large; found 67108865 bytes; write up to 67108864"
    ]


@pytest.mark.parametrize("method", [ZIP_BZIP2, ZIP_LZMA])
@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.kmz"])
def test_a_workbook_that_python_would_unpack_whole_is_not_opened(name: str, method: int) -> None:
    """Of these methods Python unpacks all that it has read, whatever size an archive tells of."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", method) as archive:
        archive.writestr("content.xml", b"<a/>")
        archive.writestr("doc.kml", b"<kml/>")
        archive.writestr("xl/workbook.xml", b"<a/>")
    (fault,) = refused(name, stream.getvalue())
    assert "is packed in a way that is not opened" in fault


def test_entities_are_found_in_every_encoding() -> None:
    bomb = BOMB.decode().replace("<?xml version='1.0'?>", "").encode("utf-16")
    with pytest.raises(DataErrors) as caught:
        parse_xml("a.kml", bomb)
    assert "defines entities" in str(caught.value.faults[0])


def test_a_sheet_that_says_its_rows_a_million_times() -> None:
    """500 filled cells, said in one, in a row that is said a million times: 500 million."""
    cell = "<text:p>a</text:p></table:table-cell>"
    cell = f'<table:table-cell table:number-columns-repeated="600">{cell}'
    row = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
    assert refused("a.ods", samples.open_document(row)) == [
        "a.ods: has too many cells; found 500000000; import up to 2000000"
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", f'title,date\n"{HOSTILE.replace(chr(34), chr(34) * 2)}",2021\n'.encode()),
        ("a.json", json.dumps([{"title": HOSTILE, "date": "2021"}]).encode()),
        ("a.xlsx", samples.workbook([["title", "date"], [f"'{HOSTILE}", "2021"]])),
    ],
)
def test_hostile_text_stays_text(name: str, data: bytes) -> None:
    atlas = read(import_file(name, data)).atlas
    assert len(atlas.events) == 1
    assert "window.ran" in atlas.events[0].quote or "window.ran" in atlas.events[0].text.read("en")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("Rain,2021-02-30,52,21", "date: is not a date in EDTF; found '2021-02-30'"),
        ("Rain,soon,52,21", "date: is not a date in EDTF; found 'soon'"),
        ("Rain,2021,95,21", "lat: lies nowhere on earth; found lat 95, lon 21"),
        ("Rain,2021,0,0", "lat: lies at 0, 0; found no point that is known"),
        ("Rain,2021,north,east", "lat: has no point; found 'north'"),
        ("Rain,2021,nan,21", "lat: has no point; found 'nan'"),
        (",,,", None),
    ],
)
def test_what_a_cell_may_have_wrong_costs_that_cell_alone(row: str, fault: str | None) -> None:
    imported = import_file("a.csv", f"title,date,lat,lon\nSun,2021,52,21\n{row}\n".encode())
    assert [str(each).startswith(f"a.csv:3: {fault}") for each in imported.left_out] == (
        [True] if fault else []
    )
    assert len(read(imported).atlas.events) == (2 if fault else 1)


@pytest.mark.slow
def test_ten_thousand_rows() -> None:
    rows = "".join(
        f"Event {n},It happened.,2021-05-03,{n / 1000},{n / 500}\n" for n in range(1, 10_001)
    )
    imported = import_file("a.csv", f"title,text,date,lat,lon\n{rows}".encode())
    assert imported.events.count(b"\n  - id: ") == 10_000
