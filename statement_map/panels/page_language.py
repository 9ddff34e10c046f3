"""The language of the page: that of its address, or what the browser prefers."""

from __future__ import annotations

import streamlit as st

from statement_map.language import Language, languages
from statement_map.panels.query import read_value, write_query


def current_language() -> Language:
    """Return the language that the address names, else the browser's, else the first there is."""
    return languages().get(read_value("lang") or "") or preferred_language()


def preferred_language() -> Language:
    """Return the language of a page whose address names none: the browser's, else the first."""
    known = languages()
    preferred = (st.context.locale or "").partition("-")[0]
    return known.get(preferred) or next(iter(known.values()))


def set_language(code: str) -> None:
    """Want another language."""
    write_query("lang", code)
