"""The statement's own text, with what the work takes from it, and what a selection is to be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import streamlit as st

from statement_map.language import Language
from statement_map.model import Event
from statement_map.panels.address import links_from, named_event
from statement_map.panels.data import PageData
from statement_map.panels.reader import about, runs
from statement_map.panels.review.desk import TEXT, Desk, made_of_work
from statement_map.panels.review.events import choose_event
from statement_map.panels.review.faults import show_faults
from statement_map.panels.review.waiting import ask
from statement_map.panels.templates import show
from statement_map.reading import split_paragraphs
from statement_map.reading.marking import MarkedText, mark_phrases
from statement_map.reviewing import Work, editing, jobs
from statement_map.reviewing.looking_up import ReadDate
from statement_map.reviewing.opening import open_text
from statement_map.reviewing.settling import date_event, split_off
from statement_map.toponyms import PlaceMark

USES = {"event": "E", "date": "D", "place": "P", "quote": "Q"}
"""What words of the text can be made, and by which key."""


def show_text(desk: Desk, event: Event, data: PageData, language: Language) -> None:
    """Show the text, if there is one, with a way to bring it along."""
    work = desk.work
    if work.text is None:
        st.text(language.words("review-no-text"))
        pasted = st.text_area(language.words("review-own-text"), height=160, key="review-own-text")
        if pasted.strip():
            name = language.words("review-own-text")
            desk.do(lambda work: work.with_text(open_text(name, pasted.encode())), TEXT)
            if not desk.faults:
                st.rerun()
            show_faults(language, desk.faults_at(TEXT))
        return
    show_faults(language, desk.faults_at(TEXT))
    show(
        "review_text.html",
        language,
        text=_marked(work, work.text),
        statement=work.atlas.statement,
        current=event,
        events=data.events,
        uses=USES,
        runs=runs,
        about=lambda segments: about(data, language, segments),
        link=links_from(data, None, language),
    )


def _marked(work: Work, text: str) -> MarkedText:
    """Return the text with its marks; made once for each state of the work."""
    made = made_of_work()
    if "marked" not in made:
        made["marked"] = mark_phrases(work.atlas, text)
    marked: MarkedText = made["marked"]
    return marked


def take_words(desk: Desk, taken: Mapping[str, Any]) -> None:
    """Make words of the text what the visitor asked for."""
    use, number = taken.get("use"), taken.get("paragraph")
    words = _verbatim(desk.work, str(taken.get("words", "")), number)
    if words is None or use not in USES:
        return
    if use == "event":
        _split_off(desk, words, number or 1)
        return
    event = desk.event(named_event())
    if use == "quote":
        quote = editing.first_words(words)
        desk.do(lambda work: editing.change_event(work, event.id, {"quote": quote}), TEXT)
    elif use == "place":
        mark: PlaceMark | None = ask(jobs.find_place, words, desk.work.atlas.statement)
        desk.do(lambda work: _name_place(work, event, words, mark), TEXT)
    else:
        _state_date(desk, event, words)


def _split_off(desk: Desk, words: str, paragraph: int) -> None:
    """Make an event of words, with the date and the place that they name."""
    statement = desk.work.atlas.statement
    read: ReadDate | None = ask(jobs.find_date, words, statement, None)
    mark: PlaceMark | None = ask(jobs.find_place, words, statement)
    added: list[str] = []

    def change(work: Work) -> Work:
        work, id_ = split_off(work, words, paragraph, read)
        added.append(id_)
        event = next(it for it in work.atlas.events if it.id == id_)
        is_new = mark is not None and not event.places
        return _name_place(work, event, mark.phrase, mark) if mark and is_new else work

    desk.do(change, TEXT)
    if not desk.faults:
        choose_event(added[0])


def _state_date(desk: Desk, event: Event, words: str) -> None:
    """Take words for those that state the date; where they tell none, it is still to be typed."""
    read: ReadDate | None = ask(jobs.find_date, words, desk.work.atlas.statement, None)
    when = read.when if read else event.when
    if when:
        desk.do(lambda work: date_event(work, event.id, when, words), TEXT)
        return
    desk.type_in(("event", event.id), ("when_phrase",), words)
    desk.type_in(("event", event.id), ("basis",), "stated")
    desk.round += 1


def _name_place(work: Work, event: Event, words: str, mark: PlaceMark | None) -> Work:
    """Return the work with ``words`` for the phrase of a place that it knows, or of a new one."""
    name = (mark.local_name or mark.name) if mark else words
    known = next(
        (
            place.id
            for place in work.atlas.places.values()
            if {name, mark.name if mark else name} & set(place.names.root.values())
        ),
        None,
    )
    if known is None:
        work, known = editing.add_place(work, name)
        if mark and mark.candidates:
            work = editing.choose_candidate(work, known, mark.candidates[0], is_reviewed=False)
    return editing.mention_place(work, event.id, known, words)


def _verbatim(work: Work, selected: str, number: Any) -> str | None:
    """Return the words as they stand in their paragraph, whatever the browser made of spaces."""
    own = selected.split()
    if work.text is None or not own or not isinstance(number, int):
        return None
    introduction, paragraphs = split_paragraphs(work.text)
    texts = (introduction, *paragraphs)
    if not 0 <= number < len(texts):
        return None
    found = re.search(r"\s+".join(map(re.escape, own)), texts[number])
    return found.group() if found else None
