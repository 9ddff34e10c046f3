"""Pieces of HTML; all text in them is escaped."""

from __future__ import annotations

from base64 import b64encode
from importlib.resources import files
from pathlib import Path

import streamlit as st

from statement_map.language import Language
from statement_map.language.templates import Templates
from statement_map.page_view import TEMPLATES

ASSETS = Path(str(files("statement_map.panels") / "assets"))

ICON = f"data:image/svg+xml;base64,{b64encode((ASSETS / 'icon.svg').read_bytes()).decode()}"
"""What browsers show beside the title."""

_TEMPLATES = Templates(Path(__file__).parent, TEMPLATES)


def show(name: str, language: Language, **values: object) -> None:
    """Show the template ``name`` in ``language``."""
    st.html(_TEMPLATES.write(name, language, **values))
