"""The parts of the page; only these and ``app.py`` know Streamlit."""

import streamlit as st

from statement_map.language import Language
from statement_map.panels import query
from statement_map.panels.axis import show_axis
from statement_map.panels.card import show_accounts, show_card
from statement_map.panels.code import show_code
from statement_map.panels.cover import show_cover
from statement_map.panels.data import PageData, SavedData, load_data
from statement_map.panels.drawer import show_drawer
from statement_map.panels.event_list import show_event_list
from statement_map.panels.header import show_header
from statement_map.panels.map_frame import show_map
from statement_map.panels.page_language import preferred_language
from statement_map.panels.reader import show_reader
from statement_map.panels.stepping import show_walk
from statement_map.panels.templates import ICON
from statement_map.panels.views import is_reviewing


def follow_address(data: PageData) -> None:
    """Let every part of the page start from what the browser shows."""
    unsaid = {"lang": [preferred_language().code]}
    query.follow_address(lambda: data.is_stale, without=query.STEPS, unsaid=unsaid)


def show_sheet(data: PageData, language: Language) -> None:
    """Show the card as a sheet on the map, with the buttons that step at its foot."""
    with st.container(key="sheet"):
        show_card(data, language)
        show_walk(language)
        show_code(language)


def show_balance(data: PageData, language: Language) -> None:
    """Show what the text gives and what not; what this needs is imported when somebody asks."""
    from statement_map.panels.balance import show_balance

    show_balance(data, language)


def show_sharing(data: SavedData, language: Language) -> None:
    """Show what can be taken along, likewise."""
    from statement_map.panels.sharing import show_sharing

    show_sharing(data, language)


def show_about(data: PageData, language: Language) -> None:
    """Show where all this comes from, likewise."""
    from statement_map.panels.about import show_about

    show_about(data, language)


def show_review() -> None:
    """Show the page for a text of one's own, likewise."""
    from statement_map.panels.review.page import show_review

    show_review()


__all__ = [
    "ICON",
    "follow_address",
    "is_reviewing",
    "load_data",
    "show_about",
    "show_accounts",
    "show_axis",
    "show_balance",
    "show_cover",
    "show_drawer",
    "show_event_list",
    "show_header",
    "show_map",
    "show_reader",
    "show_review",
    "show_sharing",
    "show_sheet",
]
