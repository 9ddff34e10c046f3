"""The date slider between the buttons that walk the order of the text."""

from __future__ import annotations

import streamlit as st

from statement_map.language import Language
from statement_map.panels.address import DAY_KEY
from statement_map.panels.data import PageData
from statement_map.panels.program import part
from statement_map.panels.templates import show

_slider = part(
    "slider",
    html='<div class="date-slider"><input type="range" min="0" value="0"><output></output></div>',
)


def show_steps(data: PageData, language: Language) -> None:
    """Make room for slider and buttons; the browser moves them, and shows each step by itself."""
    with st.container(key="slider"):
        show("step_button.html", language, act="previous")
        if len(data.timeline.steps) > 1:
            _slider(key=DAY_KEY)
        show("step_button.html", language, act="next")
