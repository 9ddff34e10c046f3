"""The program that runs in the browser: ES modules in ``program/``, put together for each place.

The page around the map, the map's frame and the offline handout load one script each. All of them
share the modules for words, steps and cards; page and handout show a step by the same reducer.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from statement_map.browser.bundling import bundle

_PROGRAM = Path(str(files(__name__) / "program"))


@cache
def page_module() -> str:
    """Return the module of the page around the map; it exports ``PARTS``, a function for each."""
    return bundle(_PROGRAM / "page" / "index.js").as_module()


@cache
def map_script() -> str:
    """Return the script of the map, which puts ``statementMap`` on its window; it needs Leaflet."""
    return bundle(_PROGRAM / "map" / "map.js").as_script()


@cache
def handout_script() -> str:
    """Return the script of the offline handout, with the map's own; it needs Leaflet."""
    return bundle(_PROGRAM / "handout" / "handout.js").as_script()
