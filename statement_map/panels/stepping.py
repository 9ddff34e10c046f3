"""Stepping: the card, the slider, and the script that moves the map along.

All of this is one fragment, so a step runs nothing else and leaves the map's frame alone.
"""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st
from streamlit.components.v2 import component

from statement_map.language import Language
from statement_map.model import Event
from statement_map.panels.accounts import show_accounts
from statement_map.panels.address import (
    DAY_KEY,
    choose_day,
    choose_event,
    current_day,
    current_event,
    forget_event,
    hidden_topics,
    hide_topics,
    link_to,
    named_event,
    open_address,
)
from statement_map.panels.data import PageData
from statement_map.panels.gaps import Veil
from statement_map.panels.summary import summary
from statement_map.panels.templates import ASSETS, show
from statement_map.panels.views import asked_to_hide, is_presenting, reveal, still_hidden
from statement_map.timeline import State

_follow = component(
    "statement_map_follow",
    js=(ASSETS / "follow.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


@st.fragment
def step_through(data: PageData, language: Language) -> None:
    """Show the card and the steps for the day and the event in the address."""
    if data.is_stale:
        st.rerun(scope="app")
    open_address(data)
    card, steps = st.container(key="card"), st.container(key="steps")
    with steps:
        day = _show_slider(data, language)
        event = current_event(data, day)
        veil = Veil(data.atlas, language.code, still_hidden(event), language.words("learn-gap"))
        show_accounts(data, language, day, event, veil)
        _tell_the_browser(data, language, day, event, veil)
    with card:
        _show_card(data, language, day, event, veil)


def _show_slider(data: PageData, language: Language) -> date | None:
    """Show the slider between its buttons; return its day, None where nothing is dated."""
    with st.container(key="slider"):
        before, between, after = st.container(), st.container(), st.container()
    days = [day.isoformat() for day in data.timeline.steps]
    if len(days) > 1:
        between.select_slider(
            language.words("date-slider"),
            days,
            key=DAY_KEY,
            bind="query-params",
            on_change=forget_event,
            label_visibility="collapsed",
        )
    day = current_day()
    for place, name, offset in ((before, "previous", -1), (after, "next", +1)):
        neighbour = _neighbour(data, day, offset)
        place.button(
            language.words(name),
            key=name,
            disabled=neighbour is None,
            on_click=choose_event,
            args=(data, neighbour.id if neighbour else ""),
            width="stretch",
        )
    return day


def _neighbour(data: PageData, day: date | None, offset: int) -> Event | None:
    """Return the event told before or after the current one.

    On a day without a stated event, the walk stands behind the last event stated before it.
    """
    events = data.atlas.events
    event = current_event(data, day)
    if event is not None:
        at = data.positions[event.id] + offset
    else:
        told = [
            number
            for number, other in enumerate(events)
            if day and data.timeline.state(other, day) is State.EARLIER and other.when
        ]
        at = (told[-1] if told else -1) + (offset > 0)
    return events[at] if 0 <= at < len(events) else None


def _show_card(
    data: PageData, language: Language, day: date | None, event: Event | None, veil: Veil
) -> None:
    timeline = data.timeline
    named = named_event()
    topics = {topic.id: topic.title for topic in data.atlas.statement.topics}
    show(
        "card.html",
        language,
        atlas=data.atlas,
        day=day,
        event=event,
        topic=topics[event.topic].read(language.code) if event else None,
        unknown=named if named and (event is None or event.id != named) else None,
        state=timeline.state(event, day) if event and day else None,
        stated=timeline.events_in(State.NOW, day) if day else (),
        possible=timeline.events_in(State.POSSIBLE, day) if day else (),
        omissions=data.atlas.omissions(event.paragraphs) if event else (),
        number=data.positions[event.id] + 1 if event else None,
        events=data.events,
        veil=veil,
        when=lambda event: language.when(event.when, timeline.interval(event)),
        link=lambda event: link_to(event, data, day, language),
    )


def _tell_the_browser(
    data: PageData, language: Language, day: date | None, event: Event | None, veil: Veil
) -> None:
    """Send the step to ``follow.js``, which hands it to the map, plays, and knows the keys."""

    def go() -> None:
        """Take what the browser chose: an event, a day, topics to hide, or what to reveal."""
        chosen = st.session_state["follow"]["go"] or {}
        if "event" in chosen:
            choose_event(data, chosen["event"])
        elif "day" in chosen:
            choose_day(data, chosen["day"])
        elif "hidden" in chosen:
            hide_topics(chosen["hidden"])
        elif "reveal" in chosen:
            reveal(chosen["reveal"], current_event(data, current_day()))

    events = data.atlas.events
    next_event, previous_event = (_neighbour(data, day, offset) for offset in (+1, -1))
    next_day = day + timedelta(days=1) if day and day < data.timeline.steps[-1] else None
    _follow(
        key="follow",
        data={
            "date": day.isoformat() if day else None,
            "event": event.id if event else None,
            "language": language.code,
            "title": language.words("map-title"),
            "steps": len(data.timeline.steps),
            "next": {
                "event": next_event.id if next_event else None,
                "day": next_day.isoformat() if next_day else None,
            },
            "previous": {"event": previous_event.id if previous_event else None},
            "ends": [events[0].id, events[-1].id],
            "hidden": hidden_topics(data),
            "presenting": is_presenting(),
            "conceal": _concealed(veil, language, veil.hidden),
            "conceal_next": _concealed(veil, language, asked_to_hide()),
            "summary": summary(data, language, day, event, veil),
        },
        on_go_change=go,
    )


def _concealed(veil: Veil, language: Language, hidden: frozenset[str]) -> dict[str, object]:
    """Return what the map is to withhold: the places, and words that tell who speaks."""
    return {
        "place": "place" in hidden,
        "speaker": sorted(veil.speaker) if "speaker" in hidden else None,
        "gap": language.words("learn-gap"),
        "by": language.words("learn-speaker"),
    }
