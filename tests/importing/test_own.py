"""This program's own exports go out and come in the same."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from statement_map.errors import DataErrors
from statement_map.exporting import FORMATS, ExportSource, read_source
from statement_map.files.folder import open_outlines
from statement_map.importing.foreign import import_file
from tests.conftest import ROOT
from tests.exporting.conftest import hostile_source, source  # noqa: F401, used as fixtures
from tests.importing.test_foreign import read
from tests.reading.samples import EVERY_COLUMN, write_data

OUTLINES = open_outlines(ROOT / "data" / "boundaries.geojson")
NAMES = ("csv", "geojson", "linked-places", "html", "kml")


@pytest.mark.parametrize("name", NAMES)
def test_an_export_comes_in_the_same(name: str, source: ExportSource) -> None:  # noqa: F811
    format_ = FORMATS[name]
    imported = import_file(format_.file_name, format_.export(source), outlines=OUTLINES)
    atlas = read(imported).atlas
    assert atlas.statement == source.atlas.statement
    assert atlas.events == source.atlas.events
    assert dict(atlas.places) == dict(source.atlas.places)
    assert atlas.boundaries == source.atlas.boundaries
    assert imported.left_out == ()


@pytest.mark.parametrize("name", NAMES)
def test_every_column_of_a_place_comes_in_the_same(name: str, tmp_path: Path) -> None:
    full = read_source(write_data(tmp_path, locations=EVERY_COLUMN))
    outlines = open_outlines(tmp_path / "boundaries.geojson")
    format_ = FORMATS[name]
    imported = import_file(format_.file_name, format_.export(full), outlines=outlines)
    assert dict(read(imported).atlas.places) == dict(full.atlas.places)


@pytest.mark.parametrize("name", ["geojson", "linked-places", "html"])
def test_hostile_data_come_in_the_same(name: str, hostile_source: ExportSource) -> None:  # noqa: F811
    format_ = FORMATS[name]
    imported = import_file(format_.file_name, format_.export(hostile_source), outlines=OUTLINES)
    assert read(imported).atlas.events == hostile_source.atlas.events


def test_a_csv_that_excel_saved_comes_in_the_same(source: ExportSource) -> None:  # noqa: F811
    """In Polish it cuts with semicolons, writes decimals with commas and turns days around."""
    text = FORMATS["csv"].export(source).decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    for row in rows:
        for n, name in enumerate(header):
            if name in {"lat", "lon"}:
                row[n] = row[n].replace(".", ",")
            if name in {"own_when", "retrieved", "accessed"} and len(row[n]) == 10:
                year, month, day = row[n].split("-")
                row[n] = f"{day}.{month}.{year}"
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";").writerows([header, *rows, [""] * len(header)])
    atlas = read(import_file("a.csv", stream.getvalue().encode("utf-8-sig"))).atlas
    assert atlas.events == source.atlas.events
    assert dict(atlas.places) == dict(source.atlas.places)


def test_what_was_changed_in_the_table_is_what_comes_in(source: ExportSource) -> None:  # noqa: F811
    collection = json.loads(FORMATS["geojson"].export(source))
    collection["features"][0]["properties"]["title_en"] = "Another title"
    data = json.dumps(collection).encode()
    atlas = read(import_file("a.geojson", data, outlines=OUTLINES)).atlas
    assert atlas.events[0].title.read("en") == "Another title"
    assert atlas.events[1:] == source.atlas.events[1:]


def test_linked_places_that_were_changed_are_imported_from_what_they_say(
    source: ExportSource,  # noqa: F811
) -> None:
    collection = json.loads(FORMATS["linked-places"].export(source))
    collection["features"] = collection["features"][:1]
    imported = import_file("a.jsonld", json.dumps(collection).encode())
    atlas = read(imported).atlas
    assert [event.title.read("en") for event in atlas.events] == ["Kazakhstan"]
    assert not atlas.events[0].reviewed


def test_a_fault_of_a_changed_table_is_told_with_its_row(source: ExportSource) -> None:  # noqa: F811
    collection = json.loads(FORMATS["geojson"].export(source))
    collection["features"][2]["properties"]["kind"] = "rumour"
    with pytest.raises(DataErrors) as caught:
        import_file("a.geojson", json.dumps(collection).encode())
    (fault,) = caught.value.faults
    assert str(fault).startswith("a.geojson:3: kind: is not a word known here; found 'rumour'")


def test_a_handout_of_before_outlines_were_packed_comes_back(source: ExportSource) -> None:  # noqa: F811
    handout = FORMATS["html"].export(source).decode()
    (packed,) = re.findall(r'"boundaries": ?"[^"]+"', handout)
    outlines = json.dumps(source.boundaries).replace("<", "\\u003c")
    old = handout.replace(packed, f'"boundaries": {outlines}')
    assert (
        read(import_file("a.html", old.encode())).atlas
        == read(import_file("a.html", handout.encode())).atlas
    )


def test_nothing_is_read_but_the_file(source: ExportSource, tmp_path: Path) -> None:  # noqa: F811
    handout = FORMATS["html"].export(source).replace(b'id="data-files">{', b'id="data-files">[')
    with pytest.raises(DataErrors) as caught:
        import_file("a.html", handout)
    assert "is a handout that was changed" in str(caught.value.faults[0])
    assert not list(tmp_path.iterdir())


def reduced(whole: ExportSource, *gone: str) -> bytes:
    """The CSV without the rows of some events, as somebody makes it in a spreadsheet."""
    text = FORMATS["csv"].export(whole).decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(
        [header, *(it for it in rows if it[header.index("event")] not in gone)]
    )
    return stream.getvalue().encode()


def test_what_pointed_to_rows_that_were_taken_out_is_left_out_and_told(
    source: ExportSource,  # noqa: F811
) -> None:
    """The state of emergency stands in a chapter, and the attacks come after it."""
    imported = import_file("a.csv", reduced(source, "state-of-emergency"), outlines=OUTLINES)
    atlas = read(imported).atlas
    before = {event.id: event for event in source.atlas.events}
    assert [event.id for event in atlas.events] == [
        id_ for id_ in before if id_ != "state-of-emergency"
    ]
    chapters = {
        chapter.id: [id_ for id_ in chapter.events if id_ != "state-of-emergency"]
        for chapter in source.atlas.statement.chapters
    }
    assert {it.id: list(it.events) for it in atlas.statement.chapters} == {
        id_: events for id_, events in chapters.items() if events
    }
    told = [str(fault) for fault in imported.left_out]
    named = [it.id for it in before.values() if "state-of-emergency" in (*it.after, *it.before)]
    assert len(told) >= len(named) + 1
    assert all(
        "names an event that is not in the file; found 'state-of-emergency'" in it for it in told
    )


def test_a_csv_without_its_first_row_says_what_only_that_one_held(source: ExportSource) -> None:  # noqa: F811
    first = source.atlas.events[0].id
    imported = import_file("a.csv", reduced(source, first), outlines=OUTLINES)
    atlas = read(imported).atlas
    assert len(atlas.events) == len(source.atlas.events) - 1
    assert atlas.statement.chapters == ()
    assert str(imported.left_out[0]) == (
        "a.csv: statement_data: is not in the file; found no first row of the export; chapters, "
        "places that no event names and the like are left out"
    )
