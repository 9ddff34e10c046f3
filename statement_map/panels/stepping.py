"""Stepping: the slider, and the word that Python and the browser have with one another.

All of this is one fragment, so a step runs nothing else and leaves the map's frame alone. What it
sends is small: map, card and accounts have had all that they show at any step (see card.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

import streamlit as st
from streamlit.components.v2 import component

from statement_map.language import Language
from statement_map.panels.address import (
    DAY_KEY,
    account_in_address,
    choose_day,
    choose_event,
    current_day,
    forget_event,
    hidden_topics,
    hide_topics,
    named_event,
    open_account,
    open_address,
)
from statement_map.panels.data import PageData
from statement_map.panels.query import last_written, write_again
from statement_map.panels.templates import ASSETS, show

_ANSWERED = "answered"

_step = component(
    "statement_map_step",
    js=(ASSETS / "step.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


_GOES: Mapping[str, Callable[[PageData, Any], None]] = MappingProxyType(
    {"date": choose_day, "event": choose_event, "topics": hide_topics, "account": open_account}
)
"""What the browser may ask for, the day first: an event decides what it shows."""


def show_steps(data: PageData, language: Language) -> None:
    """Show the slider between the buttons that walk the order of the text."""
    with st.container(key="slider"):
        show("step_button.html", language, act="previous")
        _step_through(data, language)
        show("step_button.html", language, act="next")


@st.fragment
def _step_through(data: PageData, language: Language) -> None:
    if data.is_stale:
        st.rerun(scope="app")
    open_address(data)
    days = [day.isoformat() for day in data.timeline.steps]
    if len(days) > 1:
        st.select_slider(
            language.words("date-slider"),
            days,
            key=DAY_KEY,
            bind="query-params",
            on_change=forget_event,
            label_visibility="collapsed",
        )

    def go(asked: Mapping[str, Any]) -> None:
        """Go where the browser asks: to a day and an event, to a list, to fewer topics."""
        for name, go_to in _GOES.items():
            if name in asked:
                go_to(data, asked[name])

    tell_the_browser(
        current_day(),
        named_event(),
        go,
        account=account_in_address(),
        topics=hidden_topics(data),
        follows=True,
    )


def tell_the_browser(
    day: date | None,
    event: str | None,
    go: Callable[[Mapping[str, Any]], None],
    *,
    account: str | None = None,
    topics: Sequence[str] = (),
    follows: bool = False,
) -> None:
    """Say where the page is, and that what the browser asked for last is done.

    ``go`` is called with what it asks for next, before the page is made again; what was written
    into the address since it heard of it is not taken back. A page that ``follows`` goes nowhere
    but where the browser asks it to.
    """

    def answer() -> None:
        asked = st.session_state["step"]["go"] or {}
        write_again(asked.get("knows", 0))
        go(asked)
        st.session_state[_ANSWERED] = asked.get("number", 0)

    _step(
        key="step",
        data={
            "date": day.isoformat() if day else None,
            "event": event,
            "account": account,
            "topics": list(topics),
            "answered": st.session_state.get(_ANSWERED, 0),
            "follows": follows,
            "written": last_written(),
        },
        on_go_change=answer,
    )
