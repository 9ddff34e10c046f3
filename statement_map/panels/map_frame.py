"""The map in its frame, drawn once for each content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v1 import declare_component
from streamlit_folium import st_folium

from statement_map.map_view import ASSETS, SCRIPTS, STYLE, Addresses, build_map
from statement_map.panels.data import PageData

HEIGHT_PX = 540
"""Where the style of the page does not say otherwise."""

_LEAFLET = Path(str(files("js_lib_leaflet") / "static" / "js_lib_leaflet"))


def show_map(data: PageData) -> None:
    """Show the map; it stays as it is until its content changes."""
    with st.container(key="map"):
        st_folium(
            build_map(data.map_json, _addresses(data.outlines)),
            key=f"map-{data.digest}",
            height=HEIGHT_PX,
            width=None,
            returned_objects=[],
        )


def _addresses(outlines: Path | Mapping[str, Any]) -> Addresses:
    leaflet = _serve("leaflet", _LEAFLET)
    own = _serve("map", ASSETS)
    return Addresses(
        leaflet_js=f"{leaflet}/leaflet.js",
        leaflet_css=f"{leaflet}/leaflet.css",
        scripts=[_versioned(own, script) for script in SCRIPTS],
        map_css=_versioned(own, STYLE),
        outlines=_versioned(_serve(outlines.stem, outlines.parent), outlines)
        if isinstance(outlines, Path)
        else outlines,
    )


def _serve(name: str, folder: Path) -> str:
    """Serve a folder from the app's own address; return its address as seen from the frame.

    Declaring a component is Streamlit's way to do this for files that are not in ``static/``,
    such as those of an installed package.
    """
    declare_component(name, path=folder)
    return f"../{__name__}.{name}"


def _versioned(address: str, file: Path) -> str:
    """Return the address of ``file``, which changes with its content: browsers keep the old."""
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:12]
    return f"{address}/{file.name}?v={digest}"
