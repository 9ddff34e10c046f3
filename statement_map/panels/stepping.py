"""The buttons that step: to the event before and after, and by themselves."""

from __future__ import annotations

import streamlit as st

from statement_map.language import Language
from statement_map.panels.templates import show


def show_walk(language: Language) -> None:
    """Show the buttons; the browser takes each step by itself."""
    with st.container(key="walk"):
        show("walk.html", language, presents=True)
