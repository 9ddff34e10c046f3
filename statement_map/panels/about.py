"""What the page claims, what it does not, and where its data comes from."""

from __future__ import annotations

import streamlit as st

from statement_map.balance import kinds_in
from statement_map.language import Language
from statement_map.panels.data import PageData
from statement_map.panels.templates import show
from statement_map.timeline import Interval


def show_about(data: PageData, language: Language) -> None:
    """Show the method, the source text and the licences."""
    with st.container(key="about"):
        statement = data.atlas.statement
        published = Interval(statement.published.start, statement.published.end)
        show(
            "about.html",
            language,
            statement=statement,
            published=published,
            kinds=kinds_in(data.atlas),
        )
