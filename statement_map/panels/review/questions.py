"""The first questions about a text: who says so, where it was published, and when.

They are asked one at a time, and *not known* is an answer: whoever reads the map is told so.
"""

from __future__ import annotations

import streamlit as st

from statement_map.language import Language
from statement_map.model import Statement
from statement_map.panels.review.desk import QUESTIONS, STATEMENT, Desk
from statement_map.panels.review.faults import show_faults
from statement_map.panels.review.fields import Form
from statement_map.panels.review.waiting import ask
from statement_map.reviewing import jobs


def show_questions(desk: Desk, language: Language) -> None:
    """Ask the first question that has no answer yet; after the last, tell what is not known."""
    missing = [name for name in QUESTIONS if _is_missing(desk.work.atlas.statement, name)]
    if desk.tab == "statement":  # all of it has its field there
        return
    name = next((name for name in missing if name not in desk.unknown), None)
    if name is None:
        _tell_missing(desk, language)
        return
    with st.container(key="review-question", horizontal=True, vertical_alignment="bottom"):
        label = language.words(
            "review-question",
            n=QUESTIONS.index(name) + 1,
            of=len(QUESTIONS),
            question=language.words(f"review-ask-{name}"),
        )
        if name == "published":
            _ask_when(desk, label, language)
        else:
            own = desk.work.atlas.statement.language
            Form(desk, STATEMENT, language).text((name, own), label)
        st.button(
            language.words("review-not-known"),
            key="review-not-known",
            on_click=desk.unknown.add,
            args=(name,),
        )


def _ask_when(desk: Desk, label: str, language: Language) -> None:
    """Ask for the date of the text, in the words of whoever types, or in EDTF."""
    path = ("published",)
    typed = desk.typed.get(STATEMENT)
    refused = typed.values.get(path) if typed else None
    key = f"review-{desk.round}__statement____published"

    def take() -> None:
        words = st.session_state[key].strip()
        statement = desk.work.atlas.statement
        read = ask(jobs.find_date, words, statement, language.code) if words else None
        if words:
            desk.type_in(STATEMENT, path, str(read.when) if read else words)

    st.text_input(label, refused or "", key=key, on_change=take)
    show_faults(language, [language.words("review-date-unread", words=refused)] if refused else [])


def _is_missing(statement: Statement, name: str) -> bool:
    if name == "published":  # a draft knows no more than the day it was made on
        return statement.published.start is None
    return getattr(statement, name) is None


def _tell_missing(desk: Desk, language: Language) -> None:
    """Tell what is not known of the text; one may go on without it."""
    statement = desk.work.atlas.statement
    names = ("issuer", "publisher", "url", "published")
    missing = [language.words(f"review-{name}") for name in names if _is_missing(statement, name)]
    if not missing:
        return

    def turn() -> None:
        desk.tab, desk.picking = "statement", None

    with st.container(key="review-missing", horizontal=True):
        st.text(language.words("review-missing", what=", ".join(missing)))
        st.button(language.words("review-missing-fill"), key="review-missing-fill", on_click=turn)
