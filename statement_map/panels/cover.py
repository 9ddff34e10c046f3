"""The cover, for whoever comes without a link: what this is, whose account, and how to read it.

A link leads past it, and so does a frame on another page; learners and a projector have none.
Whether it lies on the map, the address says (see ``page/address.js``).
"""

from __future__ import annotations

import streamlit as st

from statement_map.language import Language
from statement_map.panels.data import PageData
from statement_map.panels.templates import show
from statement_map.panels.views import asked_to_hide, is_presenting


def has_cover() -> bool:
    """Whether the page has a cover."""
    return not (is_presenting() or asked_to_hide() or st.context.is_embedded)


def show_cover(data: PageData, language: Language) -> None:
    """Show the cover as a sheet on the map, until somebody goes past it."""
    with st.container(key="cover"):  # always: what follows it stays where it is
        if has_cover():
            show("cover.html", language, timeline=data.timeline)
