"""The files that the map's frame loads, in a folder of their own that goes with the process.

Streamlit serves whole folders. Those of the data, or of a package, hold more than is meant to be
seen, so what is meant is written into this one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from threading import Lock
from time import time
from typing import TypeAlias
from weakref import finalize

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_WRITING = Lock()
_PREFIX = "statement-map-served-"
_SETTLED_S = 60
"""A younger folder may be one that its process has not locked yet."""


def name_by_content(name: str, content: bytes) -> str:
    """Return a name that changes with the content, so that browsers may keep the file for good."""
    return f"{sha256(content).hexdigest()[:16]}.{name}"


Payload: TypeAlias = bytes | Callable[[], bytes]
"""What a file holds, or what reads it when it is to be written."""


def write_served(contents: Mapping[str, Payload]) -> Path:
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
                part.write_bytes(content() if callable(content) else content)
                part.replace(file)
        return folder


def served_folder() -> Path:
    """Return the folder, which may not have been made yet."""
    return Path(_temporary().name)


def make_folder() -> TemporaryDirectory[str]:
    """Make a folder that goes with this process, or where that is killed, when one starts."""
    made = TemporaryDirectory(prefix=_PREFIX)
    if (held := _lock(Path(made.name))) is not None:
        finalize(made, os.close, held)
    return made


@cache
def _temporary() -> TemporaryDirectory[str]:
    _sweep()
    return make_folder()


def _sweep() -> None:
    """Remove the folders of processes that were killed: nobody holds their lock any more."""
    for folder in Path(gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):  # somebody else's, or gone meanwhile
            is_settled = folder.stat().st_mtime < time() - _SETTLED_S
            if is_settled and (held := _lock(folder)) is not None:
                try:
                    for file in folder.iterdir():
                        file.unlink()
                    folder.rmdir()
                finally:
                    os.close(held)


def _lock(folder: Path) -> int | None:
    """Lock ``folder`` until this process ends; return its descriptor, None if that cannot be."""
    if fcntl is None:
        return None
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        return None
    return held
