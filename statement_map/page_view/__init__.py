"""What the page is made of around map and card, for the app and the offline handout alike.

The templates are written in one language each. The styles know the nesting that Streamlit gives its
containers: `.stVerticalBlock.st-key-NAME` within a wrapper. The handout has the same elements.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from statement_map.language import Language

_ASSETS = Path(str(files(__name__) / "assets"))

TEMPLATES = Path(str(files(__name__) / "templates"))

STYLE, PRINT_STYLE = _ASSETS / "page.css", _ASSETS / "print.css"
VIEWS_STYLE = _ASSETS / "views.css"
LAYOUT_STYLES = tuple(_ASSETS / name for name in ("layout.css", "axis.css", "cover.css"))
"""The styles of the page; a page of another kind, as for a text of one's own, has no layout."""

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def write(name: str, language: Language, **values: object) -> str:
    """Return the HTML of the template ``name`` in ``language``; all text in it is escaped."""
    template = _ENVIRONMENT.get_template(name)
    return template.render(language=language, w=language.words, **values)
