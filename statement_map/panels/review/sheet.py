"""The sheet beside the text: what was understood of an event and why, and what else is likely.

What is pressed on it, or told by one key, comes from ``sheet.js`` as a deed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from statement_map.language import Language
from statement_map.model import Event
from statement_map.panels.data import PageData
from statement_map.panels.review.desk import DATES, SHEET, Desk, made_of_work
from statement_map.panels.review.events import choose_event, show_choice
from statement_map.panels.review.faults import show_faults
from statement_map.panels.review.fields import Form
from statement_map.panels.review.waiting import ask
from statement_map.panels.review.whereabouts import places_of, take_place_deed
from statement_map.panels.templates import show
from statement_map.reading import split_paragraphs
from statement_map.reviewing import Work, editing, jobs
from statement_map.reviewing.looking_up import ReadDate
from statement_map.reviewing.settling import (
    accept_event,
    date_event,
    join_next,
    next_unseen,
    progress_of,
)
from statement_map.when import read_when

_MOST_DATES = 3
"""So many others are offered."""


@dataclass(frozen=True)
class Choice:
    """Something that may be meant instead: what it is called, and what tells it to Python."""

    words: str
    value: str


def show_sheet(form: Form, event: Event, data: PageData) -> None:
    """Show the choice of an event, what was understood of it, and the way on."""
    desk, language = form.desk, form.language
    work = desk.work
    number = [it.id for it in work.atlas.events].index(event.id) + 1
    show_choice(desk, event, data, language)
    show(
        "review_sheet.html",
        language,
        event=event,
        number=number,
        made=desk.deeds,
        date=language.date_of(event, data.timeline),
        progress=progress_of(work),
        names={id_: it.names.read(language.code) for id_, it in work.atlas.places.items()},
    )
    show_faults(language, desk.faults_at(SHEET))
    form.tell_refused()
    form.own_text(("title",), language.words("review-field-title"))
    form.date(event)
    show(
        "review_understood.html",
        language,
        event=event,
        timeline=data.timeline,
        read_of=desk.read_of if desk.read_of and desk.read_of[0] == event.id else None,
        dates=_dates_nearby(desk, event, language),
        places=tuple(places_of(desk, event, language)),
    )


def take_deed(desk: Desk, deed: Mapping[str, Any]) -> None:
    """Do what was pressed on the sheet of an event, once for each sheet that was shown.

    What is not there any more is left alone.
    """
    if deed.get("made") != str(desk.deeds):
        return
    desk.deeds += 1
    event = next((it for it in desk.work.atlas.events if it.id == deed.get("event")), None)
    if event is None or ("event", event.id) in desk.typed:
        return
    picking, desk.picking = desk.picking, None
    match deed:
        case {"do": "accept"}:
            desk.do(lambda work: accept_event(work, event.id), SHEET)
            choose_event(next_unseen(desk.work, event.id) or event.id)
        case {"do": "remove"}:
            _remove(desk, event)
        case {"do": "join"}:
            desk.do(lambda work: join_next(work, event.id), SHEET)
        case {"do": "date", "value": str(value)}:
            _date(desk, event, value)
        case _:
            take_place_deed(desk, event, deed, picking)


def _remove(desk: Desk, event: Event) -> None:
    ids = [it.id for it in desk.work.atlas.events]
    desk.do(lambda work: editing.remove_event(work, event.id), SHEET)
    if desk.faults:
        return
    at = ids.index(event.id)
    following = ids[at + 1] if at + 1 < len(ids) else ids[at - 1]
    choose_event(next_unseen(desk.work, following) or following)


# ------------------------------------------------------------------ dates


def _dates_nearby(desk: Desk, event: Event, language: Language) -> tuple[Choice, ...]:
    """Return what else the paragraphs of an event name for a date."""
    others = [date for date in _read_nearby(desk.work, event) if date.when != event.when]
    return tuple(
        Choice(f"{language.date_typed(date.when)} (“{date.words}”)", f"{date.when} {date.words}")
        for date in others[:_MOST_DATES]
    )


def _read_nearby(work: Work, event: Event) -> list[ReadDate]:
    if work.text is None:
        return []
    known = _dates_before(work)
    for number in event.paragraphs:
        if number not in known:
            found = ask(jobs.dates_in, work.text, work.atlas.statement, number)
            known |= {} if found is None else {number: found}
    dates = (date for number in event.paragraphs for date in known.get(number, ()))
    return list({date.when: date for date in dates}.values())


def _dates_before(work: Work) -> dict[int, tuple[ReadDate, ...]]:
    """Return the dates by paragraph that were read before of the same text and statement.

    An edit of an event changes neither, and whoever edits would wait behind those who draft.
    """
    made, of = made_of_work(), (work.text, work.atlas.statement)
    if DATES not in made or made[DATES][0] != of:
        made[DATES] = (of, {})
    known: dict[int, tuple[ReadDate, ...]] = made[DATES][1]
    return known


def _date(desk: Desk, event: Event, value: str) -> None:
    """Take a date as the sheet offered it: EDTF, and the words that state it; nothing for none."""
    expression, _, words = value.partition(" ")
    phrase = words if words and _is_said(desk.work, event, words) else None
    try:
        when = read_when(expression) if expression else None
    except ValueError:  # no button of ours says so
        return
    desk.read_of = None
    desk.do(lambda work: date_event(work, event.id, when, phrase), SHEET)


def _is_said(work: Work, event: Event, words: str) -> bool:
    if work.text is None:
        return False
    introduction, paragraphs = split_paragraphs(work.text)
    texts = (introduction, *paragraphs)
    return any(number < len(texts) and words in texts[number] for number in event.paragraphs)
