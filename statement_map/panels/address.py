"""What the page shows, kept in its address: language, day and event.

The day belongs to the slider, which Streamlit itself binds to the address; language and event
stand in the query alone. So a link opens exactly the view that it was copied from.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from statement_map.card_view import PLACELESS
from statement_map.language import Language, languages
from statement_map.model import Event
from statement_map.panels.query import write_query
from statement_map.panels.views import view_query
from statement_map.timeline import Account

if TYPE_CHECKING:
    from statement_map.panels.data import PageData

DAY_KEY = "date"
"""The slider's key, its name in the address, and its class on the page."""


_ACCOUNT = "account"


def current_language() -> Language:
    """Return the language that the address names, else the browser's, else the first there is."""
    known = languages()
    named = known.get(st.query_params.get("lang", ""))
    if named is None:
        preferred = (st.context.locale or "").partition("-")[0]
        named = known.get(preferred) or next(iter(known.values()))
        set_language(named.code)
    return named


def set_language(code: str) -> None:
    """Put the language into the address."""
    write_query("lang", code)


def current_day() -> date | None:
    """Return the day on the slider, None where nothing is dated."""
    day = st.session_state.get(DAY_KEY)
    return date.fromisoformat(day) if day else None


def named_event() -> str | None:
    """Return the id that the address names, whether there is such an event or not."""
    return st.query_params.get("event")


def current_event(data: PageData, day: date | None) -> Event | None:
    """Return the chosen event, else the first that the text states for ``day``, else None."""
    chosen = data.events.get(named_event() or "")
    if chosen or day is None:
        return chosen
    return data.timeline.first_stated[data.timeline.step_at(day)]


def choose_day(data: PageData, day: str | None) -> None:
    """Go to a day, written in ISO 8601, and let it decide what is shown."""
    if day in {step.isoformat() for step in data.timeline.steps}:
        st.session_state[DAY_KEY] = day
        forget_event()


def choose_event(data: PageData, event_id: str | None) -> None:
    """Show an event on the day that the page is at; unknown ids are passed over."""
    if event_id and event_id in data.events:
        write_query("event", event_id)


def hidden_topics(data: PageData) -> list[str]:
    """Return the ids of the topics that the address hides on the strip."""
    named = st.query_params.get("hide-topics", "").split(",")
    return [topic.id for topic in data.atlas.statement.topics if topic.id in named]


def hide_topics(data: PageData, ids: list[str]) -> None:
    """Put the topics to hide into the address, as far as there are such."""
    known = (topic.id for topic in data.atlas.statement.topics if topic.id in ids)
    write_query("hide-topics", ",".join(known))


def account_in_address() -> str | None:
    """Return the name of the account whose list is open; it may be one that there is not."""
    return st.query_params.get(_ACCOUNT)


def open_account(data: PageData, account: str) -> None:  # noqa: ARG001, one of several goals
    """Put the account whose list is to be open into the address; none where it is empty."""
    write_query(_ACCOUNT, account if account in {*Account, PLACELESS} else None)


def forget_event() -> None:
    """Let the day alone decide what is shown."""
    write_query("event", None)


def open_address(data: PageData) -> None:
    """Let an address that names only an event open on that event's day."""
    if DAY_KEY in st.session_state or DAY_KEY in st.query_params or not data.timeline.steps:
        return
    first = data.timeline.steps[0]
    event = data.events.get(named_event() or "")
    day = data.timeline.day_of(event, first) if event else first
    st.session_state[DAY_KEY] = day.isoformat()


def link_to(event: Event, data: PageData, day: date | None, language: Language) -> str:
    """Return the query that opens ``event`` from a page that shows ``day``."""
    query = {"event": [event.id], "lang": [language.code], **view_query()}
    if day:
        query[DAY_KEY] = [data.timeline.day_of(event, day).isoformat()]
    return "?" + urlencode(query, doseq=True)
