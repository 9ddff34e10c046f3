"""Ways to look at the page: as usual, on a projector, or as an exercise for learners.

The address says which: ``view=present`` shows map, date and card alone and in large type;
``hide=speaker`` and ``hide=place`` withhold an answer until it is asked for, event by event.
``view=review`` is another page.
"""

from __future__ import annotations

from itertools import chain

import streamlit as st

from statement_map.language import Language
from statement_map.panels.query import read_value, read_values, write_query
from statement_map.panels.templates import show

PRESENT = "present"
REVIEW = "review"
HIDEABLE = ("speaker", "place")


def is_presenting() -> bool:
    """Whether the address asks for the projector."""
    return read_value("view") == PRESENT


def is_reviewing() -> bool:
    """Whether the address asks for the page of one's own text."""
    return read_value("view") == REVIEW


def asked_to_hide() -> frozenset[str]:
    """Return what the address hides: ``speaker``, ``place``, both or nothing."""
    return frozenset(HIDEABLE).intersection(read_values("hide"))


def view_query() -> dict[str, list[str]]:
    """Return the part of the address that keeps the view; empty for the usual one."""
    hidden = asked_to_hide()
    query = {
        "view": [PRESENT] if is_presenting() else [REVIEW] if is_reviewing() else [],
        "hide": [what for what in HIDEABLE if what in hidden],
    }
    return {key: values for key, values in query.items() if values}


def show_view_switch(language: Language) -> None:
    """Show what chooses the view; while presenting, the code and the way out."""
    with st.container(key="view", horizontal=is_presenting()):
        if is_presenting():
            show("code_button.html", language)
            st.button(language.words("view-leave"), key="leave", on_click=_leave)
            return
        with st.popover(language.words("view")):
            st.session_state["views"] = list(chain.from_iterable(view_query().values()))
            st.pills(
                language.words("view-choose"),
                (PRESENT, *HIDEABLE),
                format_func=lambda view: language.words(f"view-{view}"),
                selection_mode="multi",
                key="views",
                on_change=_choose,
            )


def _leave() -> None:
    write_query("view", None)


def _choose() -> None:
    chosen = st.session_state["views"]
    if PRESENT in chosen:
        write_query("view", PRESENT)
    write_query("hide", [what for what in HIDEABLE if what in chosen])
