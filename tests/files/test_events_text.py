"""One edit is one hunk: what nobody changed stays as it was written."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from statement_map.errors import DataError
from statement_map.files.folder import WORLD
from statement_map.files.locations_csv import LocationsText
from statement_map.model import Event, Kind
from statement_map.reading import Content
from statement_map.reading.events import read_events
from statement_map.reviewing import Work, editing
from statement_map.reviewing.opening import open_files
from tests.conftest import ROOT
from tests.reading.samples import BOUNDARIES, EVENTS, LOCATIONS

FOLDERS = [ROOT / "data", *sorted((ROOT / "docs" / "drafting").iterdir())]


def open_folder(folder: Path) -> Work:
    outlines = folder / "boundaries.geojson"
    files = {name: (folder / name).read_bytes() for name in ("events.yaml", "locations.csv")}
    content = (outlines if outlines.is_file() else WORLD).read_bytes()
    return open_files(files | {"boundaries.geojson": content})


def changed_lines(old: str, new: str) -> list[str]:
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:1] in "+-" and line[:3] not in {"---", "+++"}]


@pytest.fixture(scope="module")
def work() -> Work:
    return open_folder(ROOT / "data")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_without_an_edit_nothing_changes(folder: Path) -> None:
    work = open_folder(folder)
    assert work.events_yaml == (folder / "events.yaml").read_text(encoding="utf-8")
    assert work.locations_csv == (folder / "locations.csv").read_bytes().decode()


def read(events: str) -> tuple[Event, ...]:
    errors: list[DataError] = []
    found = read_events(Content("events.yaml", events.encode()), errors)
    assert not errors
    assert found
    assert found.content
    return found.content.events


def test_an_edit_of_the_statement_changes_its_lines_alone(work: Work) -> None:
    changed = editing.change_statement(work, {"url": "https://example.org/"})
    assert changed_lines(work.events_yaml, changed.events_yaml) == [
        "-  url: https://konsul.wse.edu.pl/informacje-z-msz/",
        '+  url: "https://example.org/"',
    ]


def test_a_point_that_is_set_changes_its_row_alone(work: Work) -> None:
    changed = editing.set_point(work, "almaty", 43.2, 76.9)
    lines = changed_lines(work.locations_csv, changed.locations_csv)
    assert [line[:8] for line in lines] == ["-almaty,", "+almaty,"]


def test_what_is_new_and_what_is_gone_changes_nothing_else(work: Work) -> None:
    place, id_ = editing.add_place(work, "Kraków")
    assert [line[0] for line in changed_lines(work.locations_csv, place.locations_csv)] == ["+"]
    without = editing.remove_place(place, id_)
    assert without.locations_csv == work.locations_csv
    event = editing.add_event(work, "Some new words.", 3)
    assert {line[0] for line in changed_lines(work.events_yaml, event.events_yaml)} == {"+"}
    new = next(each.id for each in event.atlas.events if each.id not in {*ids(work)})
    assert editing.remove_event(event, new).events_yaml == work.events_yaml


def ids(work: Work) -> list[str]:
    return [event.id for event in work.atlas.events]


def of(events: str, locations: str = LOCATIONS) -> Work:
    files = {"events.yaml": events, "locations.csv": locations, "boundaries.geojson": BOUNDARIES}
    return open_files({name: text.encode() for name, text in files.items()})


def test_line_ends_of_windows_stay() -> None:
    work = of(EVENTS.replace("\n", "\r\n"), LOCATIONS.replace("\n", "\r\n"))
    id_ = ids(work)[0]
    changed = editing.change_event(work, id_, {"kind": "claim"})
    assert changed.events_yaml.count("\n") == changed.events_yaml.count("\r\n")
    assert len(changed_lines(work.events_yaml, changed.events_yaml)) == 2


def test_comments_stay_where_they_are() -> None:
    text = EVENTS.replace("    kind:", "    # why this kind\n    kind:", 1)
    work = of(text)
    changed = editing.change_event(work, ids(work)[0], {"kind": "claim"})
    assert "    # why this kind\n    kind: claim\n" in changed.events_yaml


def test_a_file_that_is_laid_out_otherwise_is_written_anew() -> None:
    first, *rest = EVENTS.partition("  - id:")
    head, second = "".join(rest).split("\n", 1)
    text = f"{first}  -\n  {head.replace('- ', '  ', 1)[2:]}\n{second}"
    work = of(text)
    assert work.written is None
    changed = editing.change_event(work, ids(work)[0], {"kind": "claim"})
    assert changed.atlas.events[0].kind is Kind.CLAIM


def test_cells_keep_their_quotation_marks() -> None:
    work = of(EVENTS, LOCATIONS)
    header, first, *rest = LOCATIONS.splitlines()
    id_, others = first.split(",", 1)
    quoted = "\n".join([header, f'"{id_}",{others}', *rest])
    places = work.atlas.places.values()
    assert LocationsText.read(quoted + "\n", places, {}).write(places) == quoted + "\n"
