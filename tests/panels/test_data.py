"""A saved file is shown whole, or its errors are."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from time import sleep

import pytest

from statement_map.errors import DataErrors
from statement_map.files.folder import world_outlines
from statement_map.language import languages
from statement_map.panels import data as page_data
from statement_map.panels.data import build_data, read_saved
from statement_map.panels.map_frame import prepare_map
from statement_map.reviewing import editing
from tests.reading.samples import EVENTS, change, write_data
from tests.reviewing.samples import sample

HALF = EVENTS.index("  - id: prices-fall")  # valid by itself, with one event less
CHANGED = change(EVENTS, "{en: Prices fall}", "{en: Prices sink}")  # as long as before


def titles(directory: Path) -> list[str]:
    return [event.title.read("en") for event in read_saved(directory).atlas.events]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose files were read already."""
    assert titles(write_data(tmp_path)) == ["Prices rise", "Prices fall"]
    return tmp_path


def replace(path: Path) -> None:
    new = path.with_suffix(".new")
    new.write_text(CHANGED, encoding="utf-8")
    new.replace(path)


def write_in_two_halves(path: Path) -> None:
    with path.open("w", encoding="utf-8") as stream:
        stream.write(CHANGED[:HALF])
        stream.flush()
        sleep(page_data.SETTLED_S / 2)
        stream.write(CHANGED[HALF:])


def delete_and_write(path: Path) -> None:
    path.unlink()
    sleep(page_data.SETTLED_S / 2)
    path.write_text(CHANGED, encoding="utf-8")


def write_with_the_old_time(path: Path) -> None:
    before = path.stat()
    path.write_text(CHANGED, encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = path.stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def write_twice(path: Path) -> None:
    """Save, let the page read it, and save again at once."""
    path.write_text(EVENTS.replace("Prices rise", "Prices soar"), encoding="utf-8")
    assert titles(path.parent)[0] == "Prices soar"
    path.write_text(CHANGED, encoding="utf-8")


SAVE = pytest.mark.parametrize(
    "save",
    [replace, write_in_two_halves, delete_and_write, write_with_the_old_time, write_twice],
)


@SAVE
def test_what_was_saved_is_shown_next(folder: Path, save: Callable[[Path], None]) -> None:
    before = read_saved(folder)
    assert not before.is_stale
    save(folder / "events.yaml")
    assert before.is_stale
    assert titles(folder) == ["Prices rise", "Prices sink"]


@SAVE
def test_half_of_it_is_never_shown(folder: Path, save: Callable[[Path], None]) -> None:
    saving = Thread(target=save, args=(folder / "events.yaml",))
    saving.start()
    seen = set()
    while saving.is_alive():
        seen.add(tuple(titles(folder)))
        sleep(0.005)
    saving.join()
    whole = {(rise, fall) for rise in ("Prices rise", "Prices soar") for fall in
             ("Prices fall", "Prices sink")}  # fmt: skip
    assert seen <= whole
    assert titles(folder) == ["Prices rise", "Prices sink"]


def test_other_files_do_not_matter(folder: Path) -> None:
    before = read_saved(folder)
    (folder / ".events.yaml.swp").write_bytes(b"an editor's")
    assert not before.is_stale
    assert read_saved(folder) is before


def test_a_file_from_the_future_is_not_waited_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.utime(folder / "events.yaml", (2**32, 2**32))
    sleep(page_data.SETTLED_S)
    waits: list[float] = []
    monkeypatch.setattr(page_data, "sleep", waits.append)
    assert titles(folder) == ["Prices rise", "Prices fall"]
    assert waits == []


def test_what_lies_below_the_same_places_is_not_looked_for_again() -> None:
    work = sample()
    outlines = world_outlines()
    before = build_data(work.atlas, work.timeline, outlines)
    again = editing.change_event(work, "prices-fall", {"title": {"en": "Prices fall again"}})
    data = build_data(again.atlas, again.timeline, outlines, before)
    assert data.ground is before.ground
    moved = editing.change_place(work, "capital", {"lat": "-33.9", "lon": "151.2"})
    data = build_data(moved.atlas, moved.timeline, outlines, before)
    fresh = build_data(moved.atlas, moved.timeline, outlines)
    assert data.ground == fresh.ground != before.ground


def test_what_the_server_prepares_is_what_the_first_visitor_gets(folder: Path) -> None:
    prepare_map(folder)
    data = read_saved(folder)
    assert {"digest", "ground", "card_json"} <= vars(data).keys()
    assert set(data.card_json) == set(languages())


def test_files_that_are_wrong_do_not_end_what_is_prepared(folder: Path) -> None:
    (folder / "events.yaml").write_text("statement: []\n", encoding="utf-8")
    prepare_map(folder)
    with pytest.raises(DataErrors):
        read_saved(folder)
