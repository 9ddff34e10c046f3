"""The drawer beside the map: what the top bar leads to, one panel at a time.

The address says which one is open, and the browser shows it (see ``page/drawer.js``). A panel is
loaded when it is opened first, and stays. Those that paper shows come by themselves once the map is
drawn: a browser draws all that it has been sent at once, and with them the map came later.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from statement_map.language import Language
from statement_map.panels.program import heard_from, part
from statement_map.panels.templates import show
from statement_map.panels.views import asked_to_hide, is_presenting
from statement_map.panels.without_pandas import unlooked

PANEL_KEY = "panel"
"""The name in the address."""

_ALL = ("text", "events", "balance", "share", "about")
_TELL_NOTHING = ("events",)
"""What learners may open: the rest tells who speaks."""

_PRINTED = ("events", "balance")
_DUE = "drawer-due"

_follow = part("drawer")


def offered_panels() -> tuple[str, ...]:
    """Return what panels the top bar leads to; a projector and a frame have none."""
    if is_presenting() or st.context.is_embedded:
        return ()
    return _TELL_NOTHING if asked_to_hide() else _ALL


@st.fragment
def show_drawer(language: Language, panels: Mapping[str, Callable[[], None]]) -> None:
    """Show those of the ``panels`` that are due, each below its name and what closes it."""
    due = st.session_state.get(_DUE, frozenset[str]())
    with st.container(key="drawer"):
        told = {"loaded": sorted(due), "printed": list(_PRINTED)}
        _follow(key="drawer-follow", data=unlooked(told), on_due_change=_note_due)
        for name, show_panel in panels.items():
            if name not in due and name not in offered_panels():
                continue
            with st.container(key=f"panel-{name}"):
                show("panel_head.html", language, is_due=name in due)
                if name in due:
                    show_panel()


def _note_due() -> None:
    named = heard_from("drawer-follow", "due")
    asked = {name for name in _ALL if isinstance(named, list) and name in named}
    st.session_state[_DUE] = st.session_state.get(_DUE, frozenset[str]()) | asked
