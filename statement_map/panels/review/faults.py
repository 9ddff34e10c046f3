"""What is wrong with what somebody typed, shown beside it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from statement_map.language import Language
from statement_map.panels.templates import show


def show_faults(language: Language, faults: Sequence[str]) -> None:
    """Show what is wrong, each as it is said."""
    # Without its own container, what comes or goes would make the fields below it anew.
    with st.container():
        if faults:
            show("review_faults.html", language, faults=faults)
