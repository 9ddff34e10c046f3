"""What folium makes: the empty map of the frame, and a map for streamlit-folium."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from typing import Any

import folium
from branca.element import Figure, MacroElement
from folium.template import Template

from statement_map.map_view import as_script_json
from statement_map.map_view.frame import scripts, styles

_ID = "statement"  # folium makes another one up for each map: no file would ever be the same
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def build_map(content: str, outlines: Mapping[str, Any]) -> folium.Map:
    """Return a folium map that draws ``content``, for a program of one's own or a notebook.

    ``content`` is what :func:`map_content` returns, written by :func:`as_script_json`;
    ``outlines`` is a FeatureCollection. All that the map loads is in it. A folium map is changed
    by being shown: build a new one for each use.
    """
    map_ = _empty_map()
    map_.default_js = [("statement_map_script", _data_uri("text/javascript", scripts()))]
    map_.default_css = [("statement_map_style", _data_uri("text/css", styles()))]
    map_.add_child(_Drawing(content, as_script_json(outlines)))
    return map_


def build_empty_map() -> dict[str, str]:
    """Return what folium writes into a page with an empty map, which ``window.map`` is then.

    ``body`` is HTML, ``before`` and ``after`` are what runs before and after the scripts of the
    map. ``scripts/build_frame.py`` keeps it in ``assets/frame.json`` for :mod:`.frame`.
    """
    map_ = _empty_map()
    map_.add_child(_Reachable())  # type: ignore[no-untyped-call]
    figure = Figure()
    figure.add_child(map_)
    figure.render()
    head = figure.header.render()
    return {
        "body": figure.html.render().strip(),
        "before": _plain(*_SCRIPT.findall(head)),
        "after": _plain(figure.script.render()),
        "style": _plain(*_STYLE.findall(head)),
    }


def _plain(*texts: str) -> str:
    """Return the lines of ``texts`` that are not blank, without indentation."""
    lines = (line.strip() for text in texts for line in text.splitlines())
    return "\n".join(line for line in lines if line)


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
