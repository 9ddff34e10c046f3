"""Data files in a folder, with the outlines that they use."""

from __future__ import annotations

from pathlib import Path

from statement_map.errors import DataError, DataErrors
from statement_map.files.atomic import replace_file
from statement_map.reading import FILES
from statement_map.serving import app_folder

WORLD = app_folder() / "data" / "world.geojson"
"""The outlines of all countries, made by scripts/build_boundaries.py --world."""


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
