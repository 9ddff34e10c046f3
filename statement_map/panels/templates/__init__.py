"""Pieces of HTML; all text in them is escaped."""

from __future__ import annotations

from base64 import b64encode
from importlib.resources import files
from pathlib import Path

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from statement_map.language import Language, markup
from statement_map.page_view import TEMPLATES

ASSETS = Path(str(files("statement_map.panels") / "assets"))

ICON = f"data:image/svg+xml;base64,{b64encode((ASSETS / 'icon.svg').read_bytes()).decode()}"
"""What browsers show beside the title."""

_ENVIRONMENT = Environment(
    loader=FileSystemLoader((Path(__file__).parent, TEMPLATES)),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.globals["markup"] = markup


def show(name: str, language: Language, **values: object) -> None:
    """Show the template ``name`` in ``language``."""
    st.html(_ENVIRONMENT.get_template(name).render(language=language, w=language.words, **values))
