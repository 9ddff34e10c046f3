"""The sheet beside the text: what was understood of an event and why, and what else is likely.

What is pressed on it, or told by one key, comes from ``sheet.js`` as a deed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from statement_map.geocoding.candidates import Candidate
from statement_map.geocoding.outlines import distance_km
from statement_map.language import Language
from statement_map.model import Event, Mention, Place, PlaceKind
from statement_map.panels.data import PageData
from statement_map.panels.review.desk import SHEET, Desk
from statement_map.panels.review.events import choose_event, show_choice
from statement_map.panels.review.faults import show_faults
from statement_map.panels.review.fields import Form
from statement_map.panels.review.waiting import ask, candidates
from statement_map.panels.templates import show
from statement_map.reading import split_paragraphs
from statement_map.reviewing import Work, editing, jobs
from statement_map.reviewing.looking_up import MOST_CANDIDATES, ReadDate
from statement_map.reviewing.settling import (
    accept_event,
    date_event,
    is_open,
    join_next,
    next_unseen,
    progress_of,
)
from statement_map.when import read_when

_MOST_DATES = 3
_MOST_PLACES = 4
"""So many others are offered; the rest is under all fields."""


@dataclass(frozen=True)
class Choice:
    """Something that may be meant instead: what it is called, and what tells it to Python."""

    words: str
    value: str
    is_chosen: bool = False


@dataclass(frozen=True, kw_only=True)
class Namesake(Choice):
    """A candidate for a place, with its number in the list and on the map, in WGS 84 degrees."""

    number: int
    lat: float
    lon: float


@dataclass(frozen=True)
class Where:
    """A place that an event names, why it is taken for it, and what else may be meant."""

    mention: Mention
    place: Place
    is_open: bool
    why: tuple[str, ...]
    namesakes: tuple[Namesake, ...]


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
        places=tuple(_places(work, event, language)),
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
        case {"do": "place", "at": str(at), "value": str(value)}:
            _choose_place(desk, event, at, value)


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
    found = (
        ask(jobs.dates_in, work.text, work.atlas.statement, number) or ()
        for number in event.paragraphs
    )
    return list({date.when: date for own in found for date in own}.values())


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


# ------------------------------------------------------------------ places


def _places(work: Work, event: Event, language: Language) -> Iterator[Where]:
    numbers = count(1)
    for at, mention in enumerate(event.places):
        place = work.atlas.places[mention.id]
        known = _candidates(place)
        is_alone = len(known) == 1 and _is_at(place, known[0])
        namesakes = tuple(
            Namesake(
                _describe(it, work, place, language),
                f"{at} {position}",
                _is_at(place, it),
                number=next(numbers),
                lat=it.lat,
                lon=it.lon,
            )
            for position, it in enumerate(() if is_alone else known[:_MOST_PLACES])
        )
        why = tuple(_why(place, known, language))
        yield Where(mention, place, is_open(place), why, namesakes)


def _candidates(place: Place) -> tuple[Candidate, ...]:
    """Return what is called as the place is."""
    return candidates(tuple(dict.fromkeys(filter(None, [*place.names.root.values(), place.query]))))


def _why(place: Place, known: tuple[Candidate, ...], language: Language) -> Iterator[str]:
    w = language.words
    yield w(f"review-kind-{place.kind}")
    if place.method is not None and (place.has_point or place.boundary):
        yield w(f"why-method-{place.method}")
    elif place.kind.may_have_point:
        yield w("review-place-nowhere")
    if place.reviewed:
        yield w("review-place-settled")
    elif known:
        is_all = len(known) < MOST_CANDIDATES
        yield w("review-namesakes" if is_all else "review-namesakes-more", n=len(known))


def _describe(candidate: Candidate, work: Work, place: Place, language: Language) -> str:
    w = language.words
    parts = [candidate.name]
    if candidate.country:
        parts.append(language.country_name(candidate.country))
    if candidate.kind and candidate.kind is not PlaceKind.CITY:
        parts.append(w(f"review-kind-{candidate.kind}"))
    if near := _nearest(candidate, work, place):
        km, other = near
        name = other.names.read(language.code)
        parts.append(w("review-far-from", km=language.number(round(km)), place=name))
    return ", ".join(parts)


def _nearest(candidate: Candidate, work: Work, place: Place) -> tuple[float, Place] | None:
    """Return which other place of the work a candidate is nearest to, and how far that is."""
    at = (candidate.lat, candidate.lon)
    others = (
        (distance_km(at, (float(it.lat), float(it.lon))), it)
        for it in work.atlas.places.values()
        if it.id != place.id and it.lat is not None and it.lon is not None
    )
    return min(others, key=lambda found: found[0], default=None)


def _is_at(place: Place, candidate: Candidate) -> bool:
    if candidate.boundary and candidate.boundary in place.boundary:
        return True
    return bool(place.source_id) and place.source_id == candidate.source_id


def _choose_place(desk: Desk, event: Event, id_: str, value: str) -> None:
    """Take another place of its name for one that the event names, or none at all."""
    at, _, number = value.partition(" ")
    mentions = list(enumerate(event.places))
    mention = next((it for n, it in mentions if str(n) == at and it.id == id_), None)
    if mention is None:
        return
    if not number:
        rest = [it for _, it in mentions if it != mention]
        desk.do(lambda work: editing.change_event(work, event.id, {"places": rest}), SHEET)
        return
    known = dict(enumerate(_candidates(desk.work.atlas.places[id_])))
    if number.isdecimal() and (candidate := known.get(int(number))):
        desk.do(lambda work: editing.choose_candidate(work, id_, candidate), SHEET)
