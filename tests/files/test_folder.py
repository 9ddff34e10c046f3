"""A folder of data files: written whole, never over what is there, and with which outlines."""

from __future__ import annotations

from pathlib import Path

import pytest

from statement_map.errors import DataErrors
from statement_map.files.folder import (
    WORLD,
    is_world,
    open_outlines,
    refuse_taken,
    write_folder,
)

NAMES = ("events.yaml", "locations.csv", "boundaries.geojson")


def test_three_files_are_written_into_a_new_folder(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "one"
    write_folder(folder, b"events", b"places", b"outlines")
    written = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert written == dict(zip(NAMES, (b"events", b"places", b"outlines"), strict=True))


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DataErrors) as caught:
        write_folder(tmp_path / "file", b"", b"", b"")
    (fault,) = caught.value.faults
    assert str(fault) == (
        f"{tmp_path / 'file'}: cannot be written; found 'File exists'; name a folder that can"
    )


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    refuse_taken(tmp_path)
    refuse_taken(tmp_path / "none")
    for name in (NAMES[0], NAMES[2]):
        (tmp_path / name).write_bytes(b"")
    with pytest.raises(DataErrors) as caught:
        refuse_taken(tmp_path)
    said = "is there already; found a file; name another folder, or add --overwrite"
    assert [str(fault) for fault in caught.value.faults] == [
        f"{tmp_path / name}: {said}" for name in (NAMES[0], NAMES[2])
    ]


def test_the_outlines_of_all_countries_are_known_by_their_bytes() -> None:
    data = WORLD.read_bytes()
    assert is_world(data)
    assert not is_world(data[:-1] + b" ")
    assert not is_world(b"")


def test_outlines_with_a_fault(tmp_path: Path) -> None:
    file = tmp_path / "own.geojson"
    file.write_text("{", encoding="utf-8")
    with pytest.raises(DataErrors) as caught:
        open_outlines(file)
    (fault,) = caught.value.faults
    assert fault.message.startswith("is not JSON; ")
