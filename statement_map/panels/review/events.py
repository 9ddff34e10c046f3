"""The form of one event, and what is done with events as a whole."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from statement_map.fields import EVERY
from statement_map.language import Language
from statement_map.model import Basis, Event, Kind
from statement_map.panels.data import PageData
from statement_map.panels.query import write_query
from statement_map.panels.review.desk import Desk
from statement_map.panels.review.fields import Form, key_of_choice
from statement_map.reviewing import Work, editing

_TEXT_PX = 110
_NOTE_PX = 68
"""Two lines, the least that Streamlit gives a text area."""


def choose_event(id_: str) -> None:
    """Show an event; the address names it."""
    write_query("event", id_)


def add_event(desk: Desk, words: str, paragraph: int, after: str | None = None) -> None:
    """Add an event for ``words`` of a paragraph, and show it."""
    known = {event.id for event in desk.work.atlas.events}
    desk.do(lambda work: editing.add_event(work, words, paragraph, after))
    for event in desk.work.atlas.events:
        if event.id not in known:
            choose_event(event.id)


def show_event_form(form: Form, event: Event, data: PageData) -> None:
    """Show what can be done with an event, and those of its fields that the sheet has not."""
    desk, language = form.desk, form.language
    titles = _titles(desk, data, language)
    _show_actions(desk, event, titles, language)
    form.offer_languages()
    w = language.words
    form.texts(("title",), w("review-field-title"), without=desk.work.atlas.statement.language)
    form.texts(("text",), w("review-field-text"), height=_TEXT_PX)
    left, right = st.columns(2)
    with left:
        form.choice(("kind",), w("list-kind"), {it: w(f"kind-{it}") for it in map(str, Kind)})
        form.listed(("paragraph",), w("paragraph"))
    with right:
        topics = desk.work.atlas.statement.topics
        form.choice(
            ("topic",), w("list-topic"), {it.id: it.title.read(language.code) for it in topics}
        )
        form.text(("quote",), w("review-field-quote"))
    st.markdown(f"**{w('date')}**")
    basis, phrase = st.columns(2)
    with basis:
        form.choice(
            ("basis",), w("list-basis"), {it: w(f"list-basis-{it}") for it in map(str, Basis)}
        )
    with phrase:
        form.text(("when_phrase",), w("review-field-when-phrase"))
    others = {id_: title for id_, title in titles.items() if id_ != event.id}
    sides = zip(event.bounds, st.columns(2), strict=True)
    for (side, ids, cues), column in sides:
        with column:
            form.choices((side,), w(f"review-field-{side}"), others)
            bound = {EVERY: ""} if event.own_end(side) else {id_: titles[id_] for id_ in ids}
            if bound or cues:
                form.cues((f"{side}_cue",), w("review-field-cue"), bound, w("review-cue-help"))
    form.texts(("why_then",), w("review-field-why"), height=_NOTE_PX)
    form.flag(("throughout",), w("review-field-throughout"))
    _show_places(desk, event, form, language)
    form.texts(("note",), w("review-field-note"), height=_NOTE_PX)
    form.tell_rest()


def _titles(desk: Desk, data: PageData, language: Language) -> dict[str, str]:
    return {it.id: _title(it, data, language, desk) for it in desk.work.atlas.events}


def _title(event: Event, data: PageData, language: Language, desk: Desk) -> str:
    when = language.date_of(event, data.timeline)
    mark = "✓" if event.reviewed else "✎"
    if ("event", event.id) in desk.typed:
        mark = "⚠"
    number = ", ".join(map(str, event.paragraphs))
    paragraph = language.words("paragraph-short", number=number)
    return f"{mark} {paragraph} · {event.title.read(language.code)} ({when})"


def show_choice(desk: Desk, event: Event, data: PageData, language: Language) -> None:
    """Show which event it is, and the ways to others."""
    titles = _titles(desk, data, language)
    ids = list(titles)
    at = ids.index(event.id)

    def choose() -> None:
        choose_event(st.session_state[key])

    with st.container(key="review-choice", horizontal=True, vertical_alignment="bottom"):
        key = key_of_choice(f"review-event-{desk.round}-{event.id}", titles)
        st.selectbox(
            language.words("review-event", number=at + 1, n=len(ids)),
            ids,
            index=at,
            format_func=titles.__getitem__,
            key=key,
            on_change=choose,
        )
        for name, to in (("previous", at - 1), ("next", at + 1)):
            is_there = 0 <= to < len(ids)
            st.button(
                language.words(f"review-{name}"),
                key=f"review-{name}",
                disabled=not is_there,
                on_click=choose_event,
                args=(ids[to] if is_there else event.id,),
            )


def _show_actions(desk: Desk, event: Event, titles: Mapping[str, str], language: Language) -> None:
    # A button may be pressed before the page was made with what was typed: it reads the fields.
    w = language.words
    typed = st.session_state
    ids = list(titles)
    at = ids.index(event.id)

    with st.container(key="review-actions", horizontal=True):
        with st.popover(w("review-add-event")):
            paragraph_key = f"review-add-paragraph-{desk.round}-{event.id}"
            words_key = f"review-add-{desk.round}-{event.id}"
            last = desk.work.atlas.statement.paragraphs
            st.number_input(w("paragraph"), 1, last, event.paragraphs[-1], key=paragraph_key)
            st.text_area(w("review-add-words"), key=words_key)

            def add() -> None:
                add_event(desk, typed[words_key], int(typed[paragraph_key]), after=event.id)

            st.button(w("review-add"), key="review-add-event", on_click=add)
        for name, by in (("earlier", -1), ("later", +1)):
            st.button(
                w(f"review-move-{name}"),
                key=f"review-move-{name}",
                disabled=not 0 <= at + by < len(ids),
                on_click=desk.do,
                args=(lambda work, by=by: editing.move_event(work, event.id, by),),
            )


def _show_places(desk: Desk, event: Event, form: Form, language: Language) -> None:
    """Show the places of an event, each with its phrase, and a way to name one more."""
    w = language.words
    st.markdown(f"**{w('places')}**")
    names = {
        id_: f"{place.names.read(language.code)} ({id_})"
        for id_, place in desk.work.atlas.places.items()
    }

    def remove(position: int) -> None:
        rest = [it for n, it in enumerate(event.places) if n != position]
        desk.do(lambda work: editing.change_event(work, event.id, {"places": rest}))

    for number, mention in enumerate(event.places):
        place, words = st.columns(2)
        with place:
            form.choice(("places", number, "id"), w("list-place"), names)
        with words:
            form.text(("places", number, "phrase"), w("review-field-phrase"))
        with st.container(horizontal=True):
            st.button(
                w("review-see-place"),
                key=f"review-see-{number}",
                on_click=desk.show_place,
                args=(mention.id,),
            )
            st.button(
                w("review-away"), key=f"review-away-{number}", on_click=remove, args=(number,)
            )
    with st.popover(w("review-name-place")):
        typed = st.session_state
        made = f"{desk.round}-{event.id}"
        place_key = key_of_choice(f"review-place-{made}", names)
        name_key, phrase_key = f"review-name-{made}", f"review-phrase-{made}"
        chosen = st.selectbox(
            w("list-place"),
            ["", *names],
            format_func=lambda id_: names.get(id_, w("review-new-place")),
            key=place_key,
        )
        if not chosen:
            st.text_input(w("review-place-name"), key=name_key)
        st.text_input(w("review-field-phrase"), key=phrase_key)

        def add() -> None:
            def change(work: Work) -> Work:
                id_ = typed[place_key]
                if not id_:
                    work, id_ = editing.add_place(work, typed.get(name_key, ""))
                return editing.mention_place(work, event.id, id_, typed[phrase_key])

            desk.do(change)

        st.button(w("review-add"), key="review-add-place", on_click=add)
