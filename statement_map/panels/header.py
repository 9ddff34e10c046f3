"""The head of the page: title, who states all this, the language and the view."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from statement_map.card_view import STYLE as CARD_STYLE
from statement_map.language import Language, languages
from statement_map.map_view import MEASURES_STYLE, TOPICS_STYLE
from statement_map.page_view import LAYOUT_STYLES, PRINT_STYLE, STYLE, VIEWS_STYLE
from statement_map.panels.data import PageData
from statement_map.panels.drawer import offered_panels
from statement_map.panels.page_language import current_language, set_language
from statement_map.panels.templates import show
from statement_map.panels.views import asked_to_hide, is_presenting, show_view_switch


def show_header(data: PageData) -> Language:
    """Show the head and the line of attribution; return the language of the page."""
    language = current_language()
    show_style(language, *LAYOUT_STYLES)
    hidden = asked_to_hide()
    with st.container(key="header"):
        show(
            "title.html",
            language,
            statement=data.atlas.statement,
            hidden=hidden,
        )
        if st.context.is_embedded:
            show("whole.html", language)
        else:
            if not is_presenting():
                show(
                    "navigation.html",
                    language,
                    at="?",
                    panels=offered_panels(),
                    offers_review=not hidden,
                )
            show_view_switch(language)
        if not is_presenting():
            show_language_switch(language)
    with st.container(key="attribution"):
        show("attribution.html", language, statement=data.atlas.statement, hidden=hidden)
    return language


def show_style(language: Language, *more: Path) -> None:
    """Give the page its look, with ``more`` files of it, and words where Streamlit has English."""
    styles = (MEASURES_STYLE, TOPICS_STYLE, CARD_STYLE, STYLE, *more, VIEWS_STYLE, PRINT_STYLE)
    for style in styles:
        st.html(style)
    show("uploader_words.html", language)


def show_language_switch(language: Language) -> None:
    """Show what chooses the language."""

    def switch() -> None:
        if st.session_state["language"]:
            set_language(st.session_state["language"])

    known = languages()
    st.session_state["language"] = language.code
    st.segmented_control(
        language.words("language-switch"),
        list(known),
        format_func=lambda code: known[code].words("language-name"),
        key="language",
        on_change=switch,
        label_visibility="collapsed",
    )
