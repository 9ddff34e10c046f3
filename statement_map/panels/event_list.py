"""Every event as a list: what the map shows, in words."""

from __future__ import annotations

import streamlit as st

from statement_map.language import Language
from statement_map.panels.address import link_to
from statement_map.panels.data import PageData
from statement_map.panels.templates import show


def show_event_list(data: PageData, language: Language) -> None:
    """Show all events in the order of the text, each leading to its place on the map."""
    timeline = data.timeline
    first_day = timeline.steps[0] if timeline.steps else None
    with st.container(key="event-list"):
        show(
            "event_list.html",
            language,
            atlas=data.atlas,
            when=lambda event: language.when(event.when, timeline.interval(event)),
            link=lambda event: link_to(event, data, first_day, language),
        )
