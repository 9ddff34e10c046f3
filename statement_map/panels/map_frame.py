"""The map in its frame, drawn once for each content."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

import streamlit as st
from streamlit.components.v1 import declare_component
from streamlit.components.v2 import component

from statement_map.map_view.frame import build_frame
from statement_map.panels.data import PageData
from statement_map.panels.templates import ASSETS
from statement_map.policy import FRAME_FOLDER, FRAME_PAGE

_SERVING = Lock()

_frame = component(
    "statement_map_frame",
    js=(ASSETS / "map_frame.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def show_map(data: PageData) -> None:
    """Show the map; it stays as it is until its content changes."""
    served = _frame_files()
    outlines = {}
    if isinstance(data.outlines, bytes):
        outlines = {_name_by_content("outlines.geojson", data.outlines): data.outlines}
    _serve({**served, **outlines})
    with st.container(key="map"):
        _frame(
            key="map-frame",
            data={
                "address": f"{FRAME_FOLDER}/{FRAME_PAGE}",
                "content": data.map_json,
                "digest": data.digest,
                "outlines": data.own_outlines,
                "outlines_at": next(iter(outlines), None),
            },
        )


@cache
def _frame_files() -> Mapping[str, bytes]:
    """Return the frame's page and what it loads, by name."""
    frame = build_frame()
    parts = {"map.js": frame.script.encode(), "map.css": frame.style.encode()}
    named = {_name_by_content(name, content): content for name, content in parts.items()}
    return {FRAME_PAGE: frame.page(*named).encode(), **named}


@lru_cache(maxsize=8)
def _name_by_content(name: str, content: bytes) -> str:
    return f"{sha256(content).hexdigest()[:16]}.{name}"


def _serve(contents: Mapping[str, bytes]) -> None:
    """Serve ``contents`` by their names, and nothing else.

    Declaring a component is Streamlit's way to serve what is not in ``static/``. It serves a whole
    folder, so this is one of its own: those of the data, or of a package, hold more than is meant
    to be seen. What somebody swept out of the folder for temporary files is written again.
    """
    with _SERVING:
        folder = Path(_folder().name)
        folder.mkdir(exist_ok=True)
        for name, content in contents.items():
            file = folder / name
            if not file.exists():
                part = file.with_suffix(".part")
                part.write_bytes(content)
                part.replace(file)
    declare_component("frame", path=folder)


@cache
def _folder() -> TemporaryDirectory[str]:
    """Make the folder; it goes with the process."""
    return TemporaryDirectory(prefix="statement-map-")
