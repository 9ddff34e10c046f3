"""What folium makes of the map: the page in the map's frame, or a map for streamlit-folium."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import folium
from branca.element import Figure, MacroElement
from folium.template import Template

from statement_map.browser import map_script
from statement_map.map_view import LEAFLET, STYLE, as_script_json
from statement_map.policy import FRAME_POLICY

_ID = "statement"  # folium makes another one up for each map: no file would ever be the same
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_IMAGE = re.compile(r"url\([^)]*\)")  # of markers and buttons that this map has none of
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


@dataclass(frozen=True)
class Frame:
    """A page with an empty map: its HTML body, the one script and the one style that it loads."""

    body: str
    script: str
    style: str

    def page(self, script_address: str, style_address: str) -> str:
        """Return the page. It says its policy itself, for where no header can be sent."""
        return _PAGE.format(
            policy=FRAME_POLICY, style=style_address, body=self.body, script=script_address
        )


_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>Map</title>
<link rel="stylesheet" href="{style}">
</head>
<body>
{body}
<script src="{script}"></script>
</body>
</html>
"""


@cache
def build_frame() -> Frame:
    """Return the page in the map's frame: the same for everybody, and without any content.

    Once it has loaded, the page around it calls ``statementMap.draw(map, content, outlines)`` in
    it. It listens to no messages, so no other page can make it do anything; and what folium would
    write into the page is in the files instead, so nothing written into it has to run.
    """
    map_ = _empty_map()
    map_.add_child(_Reachable())  # type: ignore[no-untyped-call]
    figure = Figure()
    figure.add_child(map_)
    figure.render()
    head = figure.header.render()
    return Frame(
        body=figure.html.render().strip(),
        script="\n".join((*_SCRIPT.findall(head), _scripts(), figure.script.render())),
        style="\n".join((*_STYLE.findall(head), _styles())),
    )


def build_map(content: str, outlines: Mapping[str, Any]) -> folium.Map:
    """Return a folium map that draws ``content``, for a program of one's own or a notebook.

    ``content`` is what :func:`map_content` returns, written by :func:`as_script_json`;
    ``outlines`` is a FeatureCollection. All that the map loads is in it. A folium map is changed
    by being shown: build a new one for each use.
    """
    map_ = _empty_map()
    map_.default_js = [("statement_map_script", _data_uri("text/javascript", _scripts()))]
    map_.default_css = [("statement_map_style", _data_uri("text/css", _styles()))]
    map_.add_child(_Drawing(content, as_script_json(outlines)))
    return map_


def _scripts() -> str:
    return _SOURCE_MAP.sub("", _read([LEAFLET / "leaflet.js"])) + map_script()


def _styles() -> str:
    return _IMAGE.sub("none", _read((LEAFLET / "leaflet.css", STYLE)))


def _read(files: Iterable[Path]) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def _data_uri(kind: str, text: str) -> str:
    return f"data:{kind};charset=utf-8;base64,{b64encode(text.encode()).decode()}"


def _empty_map() -> folium.Map:
    map_ = folium.Map(tiles=None, zoom_control=True, world_copy_jump=False, zoom_snap=0.5)
    map_._id = _ID
    map_.default_js = []
    map_.default_css = []
    return map_


class _Reachable(MacroElement):
    """Lets the page around the frame reach the map."""

    _template = Template(
        "{% macro script(this, kwargs) %}window.map = {{ this._parent.get_name() }};{% endmacro %}"
    )


class _Drawing(MacroElement):
    """Hands the content to the script that draws it."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        statementMap.draw({{ this._parent.get_name() }}, {{ this.content }}, {{ this.outlines }});
        {% endmacro %}
        """
    )

    def __init__(self, content: str, outlines: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "StatementMapDrawing"
        self.content = content
        self.outlines = outlines
