"""A folium map that asks no host but the app; otherwise it would not be drawn offline."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import folium
from streamlit.components.v1 import declare_component

from benchmarks.rivals.marks import COLOURS, DATA, Mark

_LEAFLET = Path(str(files("js_lib_leaflet") / "static" / "js_lib_leaflet"))
_OWN = Path(__file__).parent / "assets"


def serve_folder(name: str, folder: Path) -> str:
    """Serve ``folder`` from the app's own address; return its address as seen from the map."""
    declare_component(name, path=folder)
    return f"../{__name__}.{name}"


class LocalMap(folium.Map):
    """A map of the outlines, with Leaflet from the installed package."""

    def __init__(self) -> None:
        super().__init__(location=(48, 68), zoom_start=4, tiles=None)
        leaflet, own = serve_folder("leaflet", _LEAFLET), serve_folder("own", _OWN)
        self.default_js = [
            ("leaflet", f"{leaflet}/leaflet.js"),
            ("dollar", f"{own}/dollar.js"),
        ]
        self.default_css = [("leaflet", f"{leaflet}/leaflet.css")]
        folium.GeoJson(_outlines(), style_function=_plain).add_to(self)


def draw_marks(marks: tuple[Mark, ...], day: str, onto: folium.Map | folium.FeatureGroup) -> None:
    """Draw every mark in the colour of its state."""
    for mark in marks:
        state = mark.state(day)
        folium.CircleMarker(
            (mark.lat, mark.lon),
            radius=6,
            color=COLOURS[state],
            fill=True,
            tooltip=mark.title,
            popup=mark.text,
            className=f"mark-{mark.id} is-{state}",
        ).add_to(onto)


@lru_cache
def _outlines() -> str:
    return (DATA / "boundaries.geojson").read_text(encoding="utf-8")


def _plain(_: object) -> dict[str, object]:
    return {"color": "#999999", "weight": 1, "fill": False}
