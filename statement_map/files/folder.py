"""Data files in a folder, with the outlines that they use."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from statement_map.errors import DataError, DataErrors
from statement_map.files.atomic import replace_file
from statement_map.reading import FILES
from statement_map.reading.files import File
from statement_map.reading.outlines import Outlines, read_outlines
from statement_map.serving import app_folder

WORLD = app_folder() / "data" / "world.geojson"
"""The outlines of all countries, made by scripts/build_boundaries.py --world."""


def open_outlines(path: File) -> Outlines:
    """Return the outlines in the file at ``path``; raises :class:`DataErrors` with its faults."""
    errors: list[DataError] = []
    outlines = read_outlines(path, errors)
    if errors or outlines is None:
        raise DataErrors(errors)
    return outlines


@cache
def world_outlines() -> Outlines:
    """Return the outlines of all countries, and of the regions that this project ships."""
    return open_outlines(WORLD)


def is_world(data: bytes) -> bool:
    """Return whether a file holds the outlines of all countries; they are read only if it may."""
    return len(data) == WORLD.stat().st_size and data == world_outlines().data


def refuse_taken(directory: Path) -> None:
    """Raise :class:`DataErrors` if data files are in ``directory`` already."""
    taken = [directory / name for name in FILES if (directory / name).exists()]
    if taken:
        fault = "is there already; found a file; name another folder, or add --overwrite"
        raise DataErrors([DataError(str(path), None, "", fault) for path in taken])


def write_folder(directory: Path, events: bytes, places: bytes, boundaries: bytes) -> None:
    """Write the three data files into ``directory``, which is made where there is none.

    Raises :class:`DataErrors` if one cannot be written.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        for name, content in zip(FILES, (events, places, boundaries), strict=True):
            replace_file(directory / name, content)
    except OSError as error:
        fault = f"cannot be written; found {error.strerror!r}; name a folder that can"
        raise DataErrors([DataError(str(directory), None, "", fault)]) from None
