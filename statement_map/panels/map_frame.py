"""The map in its frame, drawn once for each content."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import cache, partial
from pathlib import Path

import streamlit as st

from statement_map.base_map import read_tile
from statement_map.errors import DataErrors
from statement_map.language import languages
from statement_map.map_view.frame import build_frame
from statement_map.panels.data import PageData, read_saved
from statement_map.panels.program import part, serve
from statement_map.panels.without_pandas import as_bytes
from statement_map.policy import FRAME_FOLDER, FRAME_PAGE
from statement_map.reading.outlines import Outlines
from statement_map.served import name_by_content

_frame = part("frame")


def show_map(data: PageData) -> None:
    """Show the map; it stays as it is until its content changes."""
    outlines = _outlines_file(data)
    ground = {name: _tile_file(name) for name in data.ground}
    tiles = {ground[name]: partial(read_tile, name) for name in ground}
    serve({**frame_files(), **outlines, **tiles})
    told = {
        "address": f"{FRAME_FOLDER}/{FRAME_PAGE}",
        "digest": data.digest,
        "outlines_at": next(iter(outlines), None),
        "ground": ground,
    }
    with st.container(key="map"):
        _frame(
            key="map-frame",
            data=as_bytes(told, content=data.map_json, outlines=data.own_outlines or "null"),
        )


def prepare_map(directory: Path) -> None:
    """Make what the first visitor to ``directory`` would wait for, who is told what is wrong."""
    frame_files()
    with suppress(DataErrors):
        data = read_saved(directory)
        _ = data.digest, [_tile_file(name) for name in data.ground]
        _ = [data.card_json[code] for code in languages()]


def _outlines_file(data: PageData) -> Mapping[str, bytes]:
    if not isinstance(data.outlines, Outlines):
        return {}
    return {name_by_content("outlines.geojson", data.outlines.data): data.outlines.data}


@cache
def _tile_file(name: str) -> str:
    return name_by_content(f"{name}.json", read_tile(name))


@cache
def frame_files() -> Mapping[str, bytes]:
    """Return the frame's page and what it loads, by name."""
    frame = build_frame()
    parts = {"map.js": frame.script.encode(), "map.css": frame.style.encode()}
    named = {name_by_content(name, content): content for name, content in parts.items()}
    return {FRAME_PAGE: frame.page(*named).encode(), **named}
