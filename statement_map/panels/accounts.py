"""The account of all paragraphs: how many are shown, elsewhere in time, undated, without a place.

A count opens the list of its paragraphs. The address names the open one, so it stays open from
step to step; a closed list sends nothing.
"""

from __future__ import annotations

from datetime import date

import streamlit as st
from streamlit.components.v2 import component

from statement_map.language import Language
from statement_map.model import Event
from statement_map.panels.address import link_to
from statement_map.panels.data import PageData
from statement_map.panels.gaps import Veil
from statement_map.panels.templates import show
from statement_map.timeline import Account

LISTED_MOST = 200
"""As many paragraphs are listed at once, or shown in the miniature; the rest are counted."""

_KEY = "account"

# Sent with every step, so it only hands over to lists.js, which is sent once.
_listen = component(
    "statement_map_accounts",
    js="export default (c) => { window.statementMapOpen = (a) => c.setTriggerValue('open', a); }",
    isolate_styles=False,
)


def show_accounts(
    data: PageData, language: Language, day: date | None, event: Event | None, veil: Veil
) -> None:
    """Show the counts for ``day``, the list that is open, and the paragraphs in miniature."""
    accounts = data.timeline.accounts(day or date.min)  # without a day nothing is dated
    opened = _open_account()
    listed = accounts[opened][:LISTED_MOST] if opened else ()
    with st.container(key="accounts"):
        show(
            "accounts.html",
            language,
            total=data.atlas.statement.paragraphs,
            most=LISTED_MOST,
            accounts=accounts,
            account_of={number: name for name, numbers in accounts.items() for number in numbers},
            opened=opened,
            listed=_told_in(data, listed),
            current=event,
            veil=veil,
            first_of=data.first_of_paragraph,
            when=lambda event: language.when(event.when, data.timeline.interval(event)),
            link=lambda event: link_to(event, data, day, language),
        )
        _listen(key="accounts-listener", on_open_change=_toggle)


def _open_account() -> Account | None:
    named = st.query_params.get(_KEY)
    return next((account for account in Account if account.value == named), None)


def _toggle() -> None:
    chosen = st.session_state["accounts-listener"]["open"]
    if chosen == st.query_params.get(_KEY):
        del st.query_params[_KEY]
    elif chosen in list(Account):
        st.query_params[_KEY] = chosen


def _told_in(data: PageData, paragraphs: tuple[int, ...]) -> dict[int, list[Event]]:
    """Return the events of each of the ``paragraphs``."""
    told: dict[int, list[Event]] = {number: [] for number in paragraphs}
    for event in data.atlas.events if told else ():
        for number in event.paragraphs:
            if number in told:
                told[number].append(event)
    return told
