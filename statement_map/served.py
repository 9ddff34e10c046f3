"""The files that the map's frame loads, in a folder of their own that goes with the process.

Streamlit serves whole folders. Those of the data, or of a package, hold more than is meant to be
seen, so what is meant is written into this one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

_WRITING = Lock()


def name_by_content(name: str, content: bytes) -> str:
    """Return a name that changes with the content, so that browsers may keep the file for good."""
    return f"{sha256(content).hexdigest()[:16]}.{name}"


def write_served(contents: Mapping[str, bytes]) -> Path:
    """Write ``contents`` by their names, as far as they are not there; return the folder.

    What was swept out of the folder for temporary files meanwhile is written again.
    """
    with _WRITING:
        folder = served_folder()
        folder.mkdir(exist_ok=True)
        for name, content in contents.items():
            file = folder / name
            if not file.exists():
                part = file.with_suffix(".part")
                part.write_bytes(content)
                part.replace(file)
        return folder


def served_folder() -> Path:
    """Return the folder, which may not have been made yet."""
    return Path(_temporary().name)


@cache
def _temporary() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="statement-map-")
