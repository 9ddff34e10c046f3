"""What the text gives and what it does not, below the page."""

from __future__ import annotations

import streamlit as st

from statement_map.balance import STYLE, write_balance
from statement_map.language import Language
from statement_map.panels.address import links_from
from statement_map.panels.data import PageData
from statement_map.panels.views import asked_to_hide, is_presenting


def show_balance(data: PageData, language: Language) -> None:
    """Show the panel, except while presenting and while learners are not to know who speaks."""
    if is_presenting() or asked_to_hide():
        return
    with st.container(key="balance"):
        st.html(STYLE)
        st.html(
            write_balance(
                data.timeline,
                language,
                links_from(data, data.first_day, language),
            )
        )
