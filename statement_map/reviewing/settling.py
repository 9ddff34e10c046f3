"""What somebody settles of a proposal who reads it beside the text, and what is still open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from statement_map.fields import EVERY
from statement_map.geocoding.candidates import ESTIMATE
from statement_map.model import Basis, Confidence, Event, Place, PlaceKind
from statement_map.reading import split_paragraphs
from statement_map.reviewing import editing
from statement_map.reviewing.looking_up import ReadDate
from statement_map.reviewing.work import Work
from statement_map.when import When

_NOT_TO_BE_FOUND = {PlaceKind.AREA, PlaceKind.GROUP, PlaceKind.UNNAMED, PlaceKind.WATER}
"""Kinds that need no point and no outline."""


@dataclass(frozen=True)
class Progress:
    """How far a review is: events that somebody has seen, and ids of the places that are open."""

    seen: int
    events: int
    open_places: tuple[str, ...]


def progress_of(work: Work) -> Progress:
    """Return how far the review of a work is."""
    named = {mention.id for event in work.atlas.events for mention in event.places}
    open_places = (id_ for id_, it in work.atlas.places.items() if id_ in named and is_open(it))
    seen = sum(event.reviewed for event in work.atlas.events)
    return Progress(seen, len(work.atlas.events), tuple(open_places))


def is_open(place: Place) -> bool:
    """Return whether nobody has said yet where the place lies, or which of its name it is."""
    if place.reviewed:
        return False
    return not _is_located(place) or place.confidence is Confidence.LOW


def next_unseen(work: Work, id_: str) -> str | None:
    """Return the first event from ``id_`` on, and from the start again, that nobody has seen."""
    events = work.atlas.events
    at = next((n for n, event in enumerate(events) if event.id == id_), 0)
    return next((it.id for it in (*events[at:], *events[:at]) if not it.reviewed), None)


def accept_event(work: Work, id_: str) -> Work:
    """Return the work with an event reviewed, and with it its places, as far as they lie anywhere.

    Who accepts has seen which of several places of a name is meant.
    """
    event = _event(work, id_)
    named = {mention.id for mention in event.places}
    places = {
        key: _accepted(place) if key in named else place for key, place in work.atlas.places.items()
    }
    reviewed = event.model_copy(update={"reviewed": True})
    events = [reviewed if it.id == id_ else it for it in work.atlas.events]
    return work.replace(events=events, places=places.values())


def date_event(work: Work, id_: str, when: When | None, phrase: str | None = None) -> Work:
    """Return the work with another date of an event, None for no date.

    It is stated where ``phrase``, or words that stated it before, are of the text; otherwise it is
    inferred, and the neighbours that bounded the date before no longer do.
    """
    event = _event(work, id_)
    words = phrase or event.when_phrase
    values: dict[str, Any] = {"when": when and str(when), "after": (), "before": ()}
    if when is None:
        basis, words = Basis.NONE, None
    else:
        basis = Basis.STATED if words else Basis.INFERRED
    values |= {"basis": basis, "when_phrase": words}
    is_inferred = when is not None and basis is Basis.INFERRED
    for side, end in (("after", when and when.start), ("before", when and when.end)):
        values[f"{side}_cue"] = _own_cue(event, side) if is_inferred and end else None
    if when is None:
        values |= {"throughout": False, "why_then": None}
    return editing.change_event(work, id_, values)


def split_off(work: Work, words: str, paragraph: int, read: ReadDate | None) -> tuple[Work, str]:
    """Return the work with an event of its own for ``words`` of a paragraph, and its id.

    It stands behind the event in whose stretch of the text the words are. Its date is what was
    ``read`` in them; of the other event it takes the date and the places that they name, unless
    they are all that the other one tells.
    """
    owner = _owner(work, words, paragraph)
    known = {event.id for event in work.atlas.events}
    work = editing.add_event(work, words, paragraph, owner.id if owner else None)
    id_ = next(event.id for event in work.atlas.events if event.id not in known)
    if owner and owner.quote not in words:
        taken = [mention for mention in owner.places if mention.phrase in words]
        kept = [mention for mention in owner.places if mention not in taken]
        work = editing.change_event(work, owner.id, {"places": kept})
        work = editing.change_event(work, id_, {"places": taken})
        if owner.when_phrase and owner.when_phrase in words:
            work = date_event(work, owner.id, None)
    if read:
        work = date_event(work, id_, read.when, read.words)
    return work, id_


def _owner(work: Work, words: str, paragraph: int) -> Event | None:
    """Return the event of a paragraph that begins last before ``words``, None if none does."""
    introduction, paragraphs = split_paragraphs(work.text or "")
    texts = (introduction, *paragraphs)
    text = texts[paragraph] if paragraph < len(texts) else ""
    starts = (
        (text.find(event.quote), event)
        for event in work.atlas.events
        if paragraph in event.paragraphs
    )
    before = [found for found in starts if 0 <= found[0] <= text.find(words)]
    return max(before, key=lambda found: found[0], default=(0, None))[1]


def join_next(work: Work, id_: str) -> Work:
    """Return the work with an event and the one behind it as one; the same for the last one."""
    events = work.atlas.events
    at = events.index(_event(work, id_)) + 1
    return editing.merge_events(work, id_, events[at].id) if at < len(events) else work


def _own_cue(event: Event, side: str) -> str | None:
    """Return the words that bind an end of a date of the event's own."""
    cues = event.after_cue if side == "after" else event.before_cue
    return cues.get(EVERY) if event.when else None


def _is_located(place: Place) -> bool:
    is_drawn = place.has_point or bool(place.boundary) or bool(place.members)
    return is_drawn or place.kind in _NOT_TO_BE_FOUND


def _accepted(place: Place) -> Place:
    if place.reviewed or not _is_located(place):
        return place
    is_sure = place.has_point or place.boundary
    is_estimate = (place.source or "").startswith(ESTIMATE)
    confidence = Confidence.HIGH if is_sure and not is_estimate else place.confidence
    return place.model_copy(update={"reviewed": True, "review": None, "confidence": confidence})


def _event(work: Work, id_: str) -> Event:
    return next(event for event in work.atlas.events if event.id == id_)
