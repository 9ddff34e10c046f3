"""The time axis below the map: the date slider, and the lanes that ``page_view.axis`` writes."""

from __future__ import annotations

import streamlit as st

from statement_map.language import Language
from statement_map.page_view.axis import SLIDER, write_axis, write_topics_style
from statement_map.panels.address import DAY_KEY, links_from
from statement_map.panels.data import PageData
from statement_map.panels.gaps import Veil
from statement_map.panels.program import part
from statement_map.panels.views import asked_to_hide

_slider = part("slider", html=SLIDER)


def show_axis(data: PageData, language: Language) -> None:
    """Show the slider and the three lanes; the browser moves it, and shows each step by itself."""
    veil = Veil(data.atlas, language.code, asked_to_hide(), language.words("learn-gap"))
    with st.container(key="axis"):
        if len(data.timeline.steps) > 1:
            _slider(key=DAY_KEY)
        lanes = write_axis(
            data.atlas,
            data.timeline,
            language,
            links_from(data, data.first_day, language),
            veil.plain,
        )
        st.html(f"<style>{write_topics_style(data.atlas.statement)}</style>{lanes}")
