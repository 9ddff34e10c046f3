"""The program that runs in the browser: ES modules in ``program/``, put together for the page.

The page around the map, the map's frame and the offline handout load one script each. What only
the map or the handout needs lies in their own rooms, ``map_view/map`` and ``exporting/handout``;
all share the modules for words, steps and cards, and page and handout the reducer of a step.
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
