"""The page as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from statement_map.files.folder import world_outlines
from statement_map.language import Language
from statement_map.model import Event
from statement_map.panels.address import forget_event, named_event
from statement_map.panels.card import show_card
from statement_map.panels.data import PageData, build_data
from statement_map.panels.header import show_language_switch, show_style
from statement_map.panels.map_frame import show_map
from statement_map.panels.page_language import current_language
from statement_map.panels.program import heard_from, part
from statement_map.panels.query import follow_address
from statement_map.panels.review.chapters import show_chapters_form
from statement_map.panels.review.desk import (
    DATES,
    FORMS,
    TABS,
    Desk,
    clear_desk,
    current_desk,
    made_of_work,
)
from statement_map.panels.review.drawing import picking_told, take_drawn
from statement_map.panels.review.events import choose_event, show_event_form
from statement_map.panels.review.faults import show_faults
from statement_map.panels.review.fields import Form
from statement_map.panels.review.keeping import kept_data, let_go, take_back
from statement_map.panels.review.places import show_place_form
from statement_map.panels.review.questions import show_questions
from statement_map.panels.review.sheet import show_sheet, take_deed
from statement_map.panels.review.start import show_start
from statement_map.panels.review.statement import show_statement_form
from statement_map.panels.review.taking import show_taking
from statement_map.panels.review.text import show_text, take_words
from statement_map.panels.templates import ASSETS, show

_HEARD = "review-heard"

_review = part("review")


def show_review() -> None:
    """Show where somebody makes or corrects a map."""
    language = current_language()
    st.session_state[_HEARD] = False
    show_style(language)
    st.html(ASSETS / "review.css")
    desk = current_desk()
    _listen(desk, language)
    # A message of before a run makes Streamlit draw a fragment where it stood then: first, where
    # nothing moves it, or it would be drawn over what stands there now.
    address = st.container(key="follow")
    _show_head(language, desk)
    if desk is None:
        show_start(language)
        with address:
            follow_address(_has_heard)
        return
    event = desk.event(named_event())
    choose_event(event.id)
    data = _page_data(desk)
    with st.container(key="desk"):
        form = Form(desk, ("event", event.id), language)
        with st.container(key="review-text"):
            show_text(desk, event, data, language)
        with st.container(key="review-sheet"):
            show_sheet(form, event, data)
        with st.container(key="review-side"):
            show_map(data)
        with st.container(key="review-card"):
            show_card(data, language)
        with st.container(key="review-forms"):
            _show_forms(form, event, data)
    with address:
        follow_address(_has_heard)  # last, with the event that was chosen here


def _has_heard() -> bool:
    """Return whether the browser told something that this page was not made of.

    What it tells in one go with the address, Streamlit runs as one, of the address' fragment.
    """
    heard: bool = st.session_state[_HEARD]
    return heard


def _show_head(language: Language, desk: Desk | None) -> None:
    with st.container(key="header"):
        show("review_head.html", language, unsaved=desk is not None and desk.is_unsaved)
        show_language_switch(language)
    if desk is None:
        return
    show_questions(desk, language)
    with st.container(key="review-tools", horizontal=True):
        history = desk.history
        for name, is_possible, goes in (
            ("undo", history.past, history.undo),
            ("redo", history.future, history.redo),
        ):
            st.button(
                language.words(f"review-{name}"),
                key=f"review-{name}",
                disabled=not is_possible,
                on_click=lambda goes=goes: desk.go(goes()),
            )
        show_taking(desk, language)
        with st.popover(language.words("review-close")):
            st.text(language.words("review-close-explain"))
            for name, erases in (("review-close-yes", False), ("review-close-erase", True)):
                st.button(language.words(name), key=name, on_click=_close, kwargs={"erase": erases})


def _close(*, erase: bool) -> None:
    clear_desk()
    let_go(erase=erase)
    forget_event()


def _show_forms(form: Form, event: Event, data: PageData) -> None:
    """Show all fields but those of the sheet."""
    desk, language = form.desk, form.language
    show_faults(language, desk.faults_at(FORMS))
    names = {language.words(f"review-{tab}"): tab for tab in TABS}
    key = f"review-tab-{language.code}"

    def turn() -> None:
        desk.tab, desk.picking = names[st.session_state[key]], None

    st.session_state[key] = language.words(f"review-{desk.tab}")
    events, places, statement, chapters, notes = st.tabs(list(names), key=key, on_change=turn)
    if events.open:
        with events:
            show_event_form(form, event, data)
    elif places.open:
        with places:
            show_place_form(desk, language)
    elif statement.open:
        with statement:
            show_statement_form(desk, language)
    elif chapters.open:
        with chapters:
            show_chapters_form(desk, event, language)
    else:
        with notes:
            show("review_notes.html", language, comments=desk.work.comments, events=data.events)


def _place_in_hand(desk: Desk) -> dict[str, str] | None:
    """Return the place whose form is open, and a word that tells where it lies."""
    place = desk.chosen_place
    if desk.tab != "places" or place is None:
        return None
    return {"id": place.id, "at": f"{place.lat} {place.lon} {place.radius_km} {place.boundary}"}


def _page_data(desk: Desk) -> PageData:
    """Return what map and card show of the work; made once for each state of it."""
    made = made_of_work()
    work = desk.work
    if made.get("work") is work:
        data: PageData = made["data"]
        return data
    is_world = work.outlines is world_outlines()
    outlines = work.outlines if is_world else work.outlines.collection
    is_on_the_same = "work" in made and made["work"].outlines is work.outlines
    before = made["data"] if is_on_the_same else None
    data = build_data(work.atlas, work.timeline, outlines, before)
    for name in made.keys() - {DATES}:
        del made[name]
    made.update(work=work, data=data)
    return data


def _listen(desk: Desk | None, language: Language) -> None:
    """Let the browser keep the work, and take what it hands back or asks for."""

    def hear(use: Callable[[], None] = lambda: None) -> Callable[[], None]:
        def heard() -> None:
            st.session_state[_HEARD] = True
            use()

        return heard

    def take(name: str, use: Callable[[Desk, Mapping[str, Any]], None]) -> Callable[[], None]:
        def taken() -> None:
            value = heard_from("review", name)
            if isinstance(value, Mapping) and (desk := current_desk()):
                use(desk, value)

        return taken

    said = st.session_state.get("review") or {}
    _review(
        key="review",
        data={
            **kept_data(desk, language, said.get("want")),
            "unsaved": desk is not None and desk.is_unsaved,
            "picking": picking_told(desk, language) if desk else None,
            "place": _place_in_hand(desk) if desk else None,
        },
        on_found_change=hear(lambda: take_back(heard_from("review", "found"))),
        on_want_change=hear(),  # the run itself answers
        on_drawn_change=hear(take("drawn", take_drawn)),
        on_taken_change=hear(take("taken", take_words)),
        on_did_change=hear(take("did", take_deed)),
        on_pressed_change=hear(),  # the run itself tells whether the work was taken home
    )
