"""What the page is made of around map and card, for the app and the offline handout alike.

A template is written in one language. The styles know the classes that Streamlit gives the app's
containers, `.stVerticalBlock.st-key-NAME` within `.stApp`; the handout gives its own the same.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from statement_map.language import Language
from statement_map.language.templates import Templates

_ASSETS = Path(str(files(__name__) / "assets"))

TEMPLATES = Path(str(files(__name__) / "templates"))

STYLE, PRINT_STYLE = _ASSETS / "page.css", _ASSETS / "print.css"
VIEWS_STYLE = _ASSETS / "views.css"
STEPS_STYLE, AXIS_STYLE, COVER_STYLE = (
    _ASSETS / name for name in ("steps.css", "axis.css", "cover.css")
)
LAYOUT_STYLES = (STEPS_STYLE, _ASSETS / "layout.css", AXIS_STYLE, COVER_STYLE)
"""What lies around and on the map; a page of another kind, as for a text of one's own, has none."""

_TEMPLATES = Templates(TEMPLATES)


def write(name: str, language: Language, **values: object) -> str:
    """Return the HTML of the template ``name`` in ``language``; all text in it is escaped."""
    return _TEMPLATES.write(name, language, **values)
