"""What lies below the map: it comes when the map is drawn, and does not keep it waiting.

A browser draws all that it has been sent at once: with boxes, tables and forms the map came later.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from statement_map.panels.program import part

_DUE = "below-due"

_wait = part("below")


@st.fragment
def show_below(*panels: Callable[[], None]) -> None:
    """Show the ``panels`` from when the browser has drawn the map, or has waited long for it."""
    if not st.session_state.get(_DUE):
        _wait(key="below-wait", on_due_change=_note_due)
        return
    with st.container(key="below"):
        for show in panels:
            show()


def _note_due() -> None:
    st.session_state[_DUE] = True
