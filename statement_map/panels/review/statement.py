"""The form of the statement itself: what it is called, who states it, and its topics."""

from __future__ import annotations

import streamlit as st

from statement_map.language import Language
from statement_map.model import Basis
from statement_map.panels.review.desk import STATEMENT, Desk
from statement_map.panels.review.fields import Form
from statement_map.reviewing import Work, editing


def show_statement_form(desk: Desk, language: Language) -> None:
    """Show the fields of the statement and of its topics."""
    w = language.words
    statement = desk.work.atlas.statement
    form = Form(desk, STATEMENT, language)
    form.tell_refused()
    form.offer_languages()
    for name in ("title", "issuer", "publisher"):
        form.texts((name,), w(f"review-{name}"))
    form.text(("url",), w("review-url"))
    published, basis = st.columns(2)
    with published:
        form.text(("published",), w("review-published"), help=w("review-when-help"))
    with basis:
        known = {str(it): w(f"list-basis-{it}") for it in Basis}
        form.choice(("published_basis",), w("list-basis"), known)
    st.markdown(f"**{w('review-topics')}**")
    used = {event.topic for event in desk.work.atlas.events}
    for number, topic in enumerate(statement.topics):
        form.texts(("topics", number, "title"), w("review-topic-number", number=number + 1))
        st.button(
            w("review-remove"),
            key=f"review-remove-topic-{number}",
            disabled=topic.id in used,
            on_click=desk.do,
            args=(lambda work, id_=topic.id: editing.remove_topic(work, id_),),
        )
    key = f"review-topic-{desk.round}"
    st.text_input(w("review-topic"), key=key)

    def add() -> None:
        title = st.session_state[key]

        def change(work: Work) -> Work:
            return editing.add_topic(work, title)[0]

        if title.strip():
            desk.do(change)

    st.button(w("review-add"), key="review-add-topic", on_click=add)
    form.tell_rest()
