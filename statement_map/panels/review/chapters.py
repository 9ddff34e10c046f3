"""The form of the chapters: the short way through the text, in the order in which it is told."""

from __future__ import annotations

from functools import partial

import streamlit as st

from statement_map.language import Language
from statement_map.model import Chapter, Event
from statement_map.panels.review.desk import STATEMENT, Desk
from statement_map.panels.review.events import choose_event
from statement_map.panels.review.fields import Form
from statement_map.panels.templates import show
from statement_map.reviewing import storytelling


def show_chapters_form(desk: Desk, event: Event, language: Language) -> None:
    """Show the chapters in their order, each to be moved; ``event`` may become one more."""
    w = language.words
    chapters = desk.work.atlas.statement.chapters
    form = Form(desk, STATEMENT, language)
    form.tell_refused()
    st.text(w("review-chapters-explain" if chapters else "review-chapters-none"))
    with st.container(key="review-chapters-all", horizontal=True):
        if chapters:
            show("review_play.html", language)
        else:
            st.button(
                w("review-chapters-propose"),
                key="review-chapters-propose",
                on_click=desk.do,
                args=(storytelling.propose_chapters,),
            )
        st.button(
            w("review-chapter-add"),
            key="review-chapter-add",
            disabled=any(chapter.events[0] == event.id for chapter in chapters),
            on_click=desk.do,
            args=(partial(storytelling.add_chapter, id_=event.id),),
        )
    if chapters:
        form.offer_languages()
    for number, chapter in enumerate(chapters):
        with st.container(key=f"review-chapter-{number}"):
            form.texts(("chapters", number, "title"), w("review-chapter-number", number=number + 1))
            _show_actions(desk, chapter, number, language)
    form.tell_rest()


def _show_actions(desk: Desk, chapter: Chapter, number: int, language: Language) -> None:
    """Show what is done with a chapter; each button names it, for whoever hears it alone.

    Their keys are of the position, so that the focus stays on the one that was pressed.
    """
    last = len(desk.work.atlas.statement.chapters) - 1
    with st.container(horizontal=True):
        st.button(
            language.words("review-chapter-show", number=number + 1),
            key=f"review-chapter-show-{number}",
            on_click=choose_event,
            args=(chapter.events[0],),
        )
        for name, is_possible, change in (
            ("earlier", number > 0, partial(storytelling.move_chapter, id_=chapter.id, by=-1)),
            ("later", number < last, partial(storytelling.move_chapter, id_=chapter.id, by=+1)),
            ("out", True, partial(storytelling.remove_chapter, id_=chapter.id)),
        ):
            st.button(
                language.words(f"review-chapter-{name}", number=number + 1),
                key=f"review-chapter-{name}-{number}",
                disabled=not is_possible,
                on_click=desk.do,
                args=(change,),
            )
