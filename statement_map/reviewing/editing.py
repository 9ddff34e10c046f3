"""Changes to a work; each returns another work, or raises what would be wrong then.

Values are what somebody types: text as the files have it, of which an empty one stands for none.
The errors are those of the files, so their field says where they belong: ``events[3].when``, or
a column of locations.csv.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from itertools import count
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from statement_map.errors import DataError, DataErrors
from statement_map.geocoding.candidates import Candidate
from statement_map.language.folding import fold
from statement_map.model import (
    QUOTE_WORDS,
    Basis,
    Confidence,
    Event,
    Kind,
    Mention,
    Method,
    Place,
    PlaceKind,
    Statement,
    Text,
)
from statement_map.reading.messages import Loc, explain, write_path
from statement_map.reviewing.work import EVENTS, PLACES, Work

_TITLE_WORDS = 9
_LONGEST_ID = 40
_DECIMALS = 5
_BY_HAND = "set by hand on the map"

Values = Mapping[str, Any]
"""Keys of events.yaml or columns of locations.csv with what was typed; None takes a key away."""

Model = TypeVar("Model", bound=BaseModel)


# ------------------------------------------------------------------ events


def change_event(work: Work, id_: str, values: Values) -> Work:
    """Return the work with ``values`` in an event; a text by language is a mapping."""
    position = _position(work, id_)
    changed = _change(work.atlas.events[position], values, ("events", position), EVENTS)
    return work.replace(events=_with(work.atlas.events, position, changed))


def add_event(work: Work, words: str, paragraph: int, after: str | None = None) -> Work:
    """Return the work with an event for ``words`` of a paragraph.

    It stands behind the event ``after``, else behind the last one of its paragraph or of one
    before. Its title, text and quotation are the first of the words, for somebody to replace.
    """
    language = work.atlas.statement.language
    id_ = _new_id(f"p{paragraph}-1", {event.id for event in work.atlas.events})
    own = words.split()
    if not own:
        fault = "is blank; found nothing but white space; write some text"
        raise DataErrors([DataError(EVENTS, None, "text", fault)])
    ends = [found.end() for found in re.finditer(r"\S+", words.strip())][:QUOTE_WORDS]
    event = Event(
        id=id_,
        paragraphs=(paragraph,),
        basis=Basis.NONE,
        kind=Kind.OCCURRENCE,
        topic=work.atlas.statement.topics[0].id,
        title=Text({language: " ".join(own[:_TITLE_WORDS])}),
        text=Text({language: " ".join(own)}),
        quote=words.strip()[: ends[-1]],
        reviewed=False,
    )
    events = work.atlas.events
    if after is not None:
        place = _position(work, after) + 1
    else:
        place = max(
            (n for n, other in enumerate(events, start=1) if other.paragraphs[0] <= paragraph),
            default=0,
        )
    return work.replace(events=(*events[:place], event, *events[place:]))


def remove_event(work: Work, id_: str) -> Work:
    """Return the work without an event; who was dated by it alone is undated then."""
    if len(work.atlas.events) == 1:
        fault = "is the only event; found no other; add another one first"
        raise DataErrors([DataError(EVENTS, None, "events", fault)])
    rest = [_without_neighbour(event, id_) for event in work.atlas.events if event.id != id_]
    return work.replace(events=rest)


def move_event(work: Work, id_: str, by: int) -> Work:
    """Return the work with an event so many places further on, as far as there are any."""
    position = _position(work, id_)
    events = list(work.atlas.events)
    event = events.pop(position)
    events.insert(max(0, position + by), event)
    return work.replace(events=events)


def merge_events(work: Work, id_: str, other_id: str) -> Work:
    """Return the work with two events as one, which keeps the id, title and quotation of ``id_``.

    Raises :class:`DataErrors` if the text states two dates for them.
    """
    position = _position(work, id_)
    event = work.atlas.events[position]
    other = work.atlas.events[_position(work, other_id)]
    dates = [(str(it.when), it.when_phrase) for it in (event, other) if it.when]
    if len({when for when, _ in dates}) == 2:
        fault = f"are two dates; found {dates[0][0]} and {dates[1][0]}; take one of them away first"
        raise DataErrors([DataError(EVENTS, None, write_path(("events", position, "when")), fault)])
    dated = max(event, other, key=lambda it: (it.when is not None, it.basis is not Basis.NONE))
    neighbours = {
        side: tuple(
            dict.fromkeys(
                name
                for it in (event, other)
                for name in getattr(it, side)
                if name not in {id_, other_id} and dated.basis is Basis.INFERRED
            )
        )
        for side in ("after", "before")
    }
    values: dict[str, Any] = {
        "paragraph": sorted({*event.paragraphs, *other.paragraphs}),
        "when": dated.when,
        "basis": dated.basis if dated.when or any(neighbours.values()) else Basis.NONE,
        "when_phrase": dated.when_phrase,
        "why_then": dated.why_then if dated.when or any(neighbours.values()) else None,
        **neighbours,
        "places": tuple({it.id: it for it in (*other.places, *event.places)}.values()),
        "text": _joined(event.text, other.text),
        "note": _joined(event.note, other.note),
        "reviewed": event.reviewed and other.reviewed,
    }
    merged = _change(event, values, ("events", position), EVENTS)
    events = [
        _renamed(it, other_id, id_)
        for it in _with(work.atlas.events, position, merged)
        if it.id != other_id
    ]
    return work.replace(events=events)


# ------------------------------------------------------------------ places


def change_place(work: Work, id_: str, values: Values) -> Work:
    """Return the work with ``values`` in a place: ``names`` and ``notes`` are by language."""
    place = _change(work.atlas.places[id_], values, (), PLACES)
    return work.replace(places={**work.atlas.places, id_: place}.values())


def set_point(work: Work, id_: str, lat: float, lon: float) -> Work:
    """Return the work with a place at a point in WGS 84 degrees, which an editor chose."""
    point = {"lat": round(lat, _DECIMALS), "lon": round(lon, _DECIMALS), "boundary": ()}
    return change_place(work, id_, {**point, **_by_hand()})


def set_outline(work: Work, id_: str, boundary: Sequence[str]) -> Work:
    """Return the work with a place drawn as the outlines with these ids, and no point."""
    outline = {"boundary": tuple(boundary), "lat": None, "lon": None, "radius_km": None}
    return change_place(work, id_, {**outline, **_by_hand()})


def choose_candidate(
    work: Work, id_: str, candidate: Candidate, *, is_reviewed: bool = True
) -> Work:
    """Return the work with a place where a geocoder found one; an editor chose what is reviewed."""
    kind = candidate.kind or work.atlas.places[id_].kind
    return change_place(
        work,
        id_,
        {
            "kind": kind,
            "lat": round(candidate.lat, _DECIMALS),
            "lon": round(candidate.lon, _DECIMALS),
            "radius_km": None if candidate.boundary else candidate.radius_km,
            "boundary": (candidate.boundary,) if candidate.boundary else (),
            "members": (),
            "method": Method.GAZETTEER,
            "source": candidate.source,
            "source_id": candidate.source_id or None,
            "retrieved": _today(),
            "confidence": Confidence.HIGH if is_reviewed else Confidence.MEDIUM,
            "review": None,
            "reviewed": is_reviewed,
        },
    )


def add_place(work: Work, name: str) -> tuple[Work, str]:
    """Return the work with a place of this name that lies nowhere yet, and its id."""
    if not name.strip():
        fault = "is blank; found nothing but white space; write some text"
        raise DataErrors([DataError(PLACES, None, "names", fault)])
    base = re.sub("[^a-z0-9]+", "-", fold(name))[:_LONGEST_ID].strip("-") or "place"
    id_ = _new_id(base, work.atlas.places)
    place = Place(id=id_, names=Text({"pl": name, "en": name}), kind=PlaceKind.CITY, query=name)
    return work.replace(places=(*work.atlas.places.values(), place)), id_


def mention_place(work: Work, event_id: str, place_id: str, phrase: str) -> Work:
    """Return the work with a place that an event names by ``phrase``."""
    event = work.atlas.events[_position(work, event_id)]
    mentions = [mention for mention in event.places if mention.id != place_id]
    mention = {"id": place_id, "phrase": phrase}
    return change_event(work, event_id, {"places": [*mentions, mention]})


def remove_place(work: Work, id_: str) -> Work:
    """Return the work without a place: nothing names it, lies in it or has it for a member."""
    return _replace_place(work, id_, None)


def merge_places(work: Work, id_: str, other_id: str) -> Work:
    """Return the work with all that was said of the place ``other_id`` said of ``id_``."""
    return _replace_place(work, other_id, id_)


def _replace_place(work: Work, id_: str, other: str | None) -> Work:
    def mentions(of: Event | Statement) -> tuple[Mention, ...]:
        kept = (
            it.model_copy(update={"id": other}) if it.id == id_ and other else it
            for it in of.places
            if it.id != id_ or other
        )
        return tuple({it.id: it for it in reversed(list(kept))}.values())[::-1]

    def member(name: str) -> list[str]:
        return [name] if name != id_ else [other] if other else []

    places = []
    for place in work.atlas.places.values():
        if place.id == id_:
            continue
        part_of = place.part_of if place.part_of != id_ else other if other != place.id else None
        members = tuple(
            dict.fromkeys(own for name in place.members for own in member(name) if own != place.id)
        )
        places.append(place.model_copy(update={"part_of": part_of, "members": members}))
    statement = work.atlas.statement
    return work.replace(
        statement=statement.model_copy(update={"places": mentions(statement)}),
        events=[
            event.model_copy(update={"places": mentions(event)}) for event in work.atlas.events
        ],
        places=places,
    )


# ------------------------------------------------------------------ the statement


def change_statement(work: Work, values: Values) -> Work:
    """Return the work with ``values`` in the statement; a text by language is a mapping."""
    return work.replace(statement=_change(work.atlas.statement, values, ("statement",), EVENTS))


def add_topic(work: Work, title: str) -> tuple[Work, str]:
    """Return the work with one more topic, titled in the statement's language, and its id."""
    statement = work.atlas.statement
    base = re.sub("[^a-z0-9]+", "-", fold(title))[:_LONGEST_ID].strip("-") or "topic"
    id_ = _new_id(base, {topic.id for topic in statement.topics})
    topics = [topic.model_dump(mode="json") for topic in statement.topics]
    topics.append({"id": id_, "title": {statement.language: title}})
    return change_statement(work, {"topics": topics}), id_


def remove_topic(work: Work, id_: str) -> Work:
    """Return the work without a topic that no event has; its last one stays."""
    topics = [topic for topic in work.atlas.statement.topics if topic.id != id_]
    return change_statement(work, {"topics": topics})


# ------------------------------------------------------------------ common to all


def _change(model: Model, values: Values, loc: Loc, file: str) -> Model:
    """Return ``model`` with other values; raises :class:`DataErrors` with the field of each."""
    data = model.model_dump(mode="json", by_alias=True, exclude_none=True)
    given = {key: _plain(value) for key, value in values.items()}
    kept = {key: value for key, value in (data | given).items() if value is not None}
    try:
        return type(model).model_validate(kept, by_alias=True, by_name=False)
    except ValidationError as error:
        faults = explain(error, type(model))
        raise DataErrors(
            [DataError(file, None, write_path((*loc, *own)), fault) for own, fault in faults]
        ) from None


def _plain(value: Any) -> Any:
    """Return a value as a file would hold it; what is empty is not there."""
    match value:
        case BaseModel():
            return value.model_dump(mode="json", by_alias=True, exclude_none=True)
        case Mapping():
            plain = {key: _plain(item) for key, item in value.items()}
            return {key: item for key, item in plain.items() if item is not None} or None
        case str():
            return value if value.strip() else None
        case list() | tuple():
            return [_plain(item) for item in value]
    return value


def _position(work: Work, id_: str) -> int:
    return next(n for n, event in enumerate(work.atlas.events) if event.id == id_)


def _with(events: Sequence[Event], position: int, event: Event) -> tuple[Event, ...]:
    return (*events[:position], event, *events[position + 1 :])


def _new_id(base: str, taken: Iterable[str]) -> str:
    """Return ``base``, with the first number that is free where it is taken."""
    known = set(taken)
    if base not in known:
        return base
    stem = re.sub("-[0-9]+$", "", base)
    return next(id_ for n in count(2) if (id_ := f"{stem}-{n}") not in known)


def _without_neighbour(event: Event, id_: str) -> Event:
    if id_ not in {*event.after, *event.before}:
        return event
    after, before = (tuple(n for n in ids if n != id_) for ids in (event.after, event.before))
    if event.when or after or before:
        return event.model_copy(update={"after": after, "before": before})
    undated = {"basis": Basis.NONE, "why_then": None, "throughout": False}
    return event.model_copy(update={"after": after, "before": before, **undated})


def _renamed(event: Event, old: str, new: str) -> Event:
    """Return ``event`` with another neighbour in the place of ``old``."""
    sides = {
        side: tuple(dict.fromkeys(new if n == old else n for n in getattr(event, side)))
        for side in ("after", "before")
    }
    return event.model_copy(update=sides)


def _joined(*texts: Text | None) -> dict[str, str]:
    """Return ``texts`` one after another in each language, what is the same only once."""
    by_language: dict[str, dict[str, None]] = {}
    for text in texts:
        for code, words in text.root.items() if text else ():
            by_language.setdefault(code, {})[words] = None
    return {code: " ".join(each) for code, each in by_language.items()}


def _by_hand() -> Values:
    return {
        "method": Method.MANUAL,
        "source": _BY_HAND,
        "source_id": None,
        "retrieved": _today(),
        "confidence": Confidence.HIGH,
        "review": None,
        "reviewed": True,
    }


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
