"""Changes to a work; each returns another work, or raises what would be wrong then.

Values are what somebody types: text as the files have it, of which an empty one stands for none.
The field of an error says where in the work it belongs: ``events[3].when``, ``places.capital.lat``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from typing import Any

from pydantic import BaseModel, ValidationError

from statement_map.drafting.proposing import WITHOUT_OUTLINE
from statement_map.errors import DataError, DataErrors
from statement_map.fields import QUOTE_WORDS, AnyModel
from statement_map.files.chapters import with_other_event, with_other_place
from statement_map.files.events_yaml import Comments
from statement_map.geocoding.candidates import Candidate
from statement_map.geocoding.outlines import Outline
from statement_map.language.folding import as_id
from statement_map.model import (
    Basis,
    Confidence,
    Event,
    Kind,
    Mention,
    Method,
    Place,
    PlaceKind,
    Text,
)
from statement_map.reading.messages import Loc, explain, quoted, write_path
from statement_map.reviewing.neighbours import (
    cues_of_both,
    with_neighbour_renamed,
    without_neighbour,
)
from statement_map.reviewing.work import EVENTS, PLACES, Work

_TITLE_WORDS = 9  # stand for the title of a new event until somebody writes one
_DECIMALS = 5  # of degrees: the last one is a metre
_BY_HAND = "set by hand on the map"
_BLANK = "is blank; found nothing but white space; write some text"
_LOCATION = (
    *("kind", "lat", "lon", "radius_km", "boundary", "members", "method", "query", "source"),
    *("source_id", "retrieved", "confidence", "review", "reviewed"),
)
"""What of a place says where it lies, and how that was found."""

Values = Mapping[str, Any]
"""Keys of events.yaml or columns of locations.csv with what was typed; None takes a key away."""


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
    events = work.atlas.events
    if after is not None:
        place = _position(work, after) + 1
    else:
        place = max(
            (n for n, other in enumerate(events, start=1) if other.paragraphs[0] <= paragraph),
            default=0,
        )
    if not words.strip():
        raise _refuse(EVENTS, ("events", place, "text"), _BLANK)
    language, own = work.atlas.statement.language, words.split()
    event = _build(
        Event,
        {
            "id": new_id(f"p{paragraph}-1", {event.id for event in events}),
            "paragraph": paragraph,
            "basis": Basis.NONE,
            "kind": Kind.OCCURRENCE,
            "topic": work.atlas.statement.topics[0].id,
            "title": {language: " ".join(own[:_TITLE_WORDS])},
            "text": {language: " ".join(own)},
            "quote": first_words(words),
            "reviewed": False,
        },
        ("events", place),
        EVENTS,
    )
    return work.replace(events=(*events[:place], event, *events[place:]))


def first_words(words: str) -> str:
    """Return as many of ``words`` as a quotation may have, exactly as they stand."""
    stripped = words.strip()
    ends = [found.end() for found in re.finditer(r"\S+", stripped)][:QUOTE_WORDS]
    return stripped[: ends[-1]] if ends else ""


def remove_event(work: Work, id_: str) -> Work:
    """Return the work without an event; who was dated by it alone is undated then.

    What the file has for a comment before it stands before the next one then.
    """
    position = _position(work, id_)
    if len(work.atlas.events) == 1:
        fault = "holds one event; found no other; add another one first"
        raise _refuse(EVENTS, ("events",), fault)
    rest = [without_neighbour(event, id_) for event in work.atlas.events if event.id != id_]
    following = rest[position].id if position < len(rest) else None
    return work.replace(
        statement=with_other_event(work.atlas.statement, id_, None),
        events=rest,
        comments=_move_comments(work.comments, id_, following),
    )


def move_event(work: Work, id_: str, by: int) -> Work:
    """Return the work with an event so many places further on, as far as there are any."""
    position = _position(work, id_)
    events = list(work.atlas.events)
    event = events.pop(position)
    events.insert(min(max(0, position + by), len(events)), event)
    return work.replace(events=events)


def merge_events(work: Work, id_: str, other_id: str) -> Work:
    """Return the work with two events as one.

    It keeps the id, title, kind, topic and quotation of ``id_``; texts, notes, comments and
    places are those of both; a stated date goes before an inferred one. Raises
    :class:`DataErrors` if they have two dates.
    """
    position = _position(work, id_)
    event = work.atlas.events[position]
    other = work.atlas.events[_position(work, other_id)]
    if id_ == other_id:
        fault = f"is the same event; found {quoted(id_)} twice; choose another one"
        raise _refuse(EVENTS, ("events", position), fault)
    values: dict[str, Any] = {
        **_date_of_both(event, other, ("events", position, "when")),
        "paragraph": sorted({*event.paragraphs, *other.paragraphs}),
        "places": tuple(dict.fromkeys((*event.places, *other.places))),
        "text": _joined(event.text, other.text),
        "note": _joined(event.note, other.note),
        "reviewed": event.reviewed and other.reviewed,
    }
    merged = _change(event, values, ("events", position), EVENTS)
    events = [
        with_neighbour_renamed(it, other_id, id_)
        for it in _with(work.atlas.events, position, merged)
        if it.id != other_id
    ]
    return work.replace(
        statement=with_other_event(work.atlas.statement, other_id, id_),
        events=events,
        comments=_move_comments(work.comments, other_id, id_),
    )


def _date_of_both(event: Event, other: Event, loc: Loc) -> Values:
    """Return the date of two events merged into one, which is then no neighbour of itself."""
    dates = [str(it.when) for it in (event, other) if it.when]
    if len(set(dates)) == 2:
        fault = f"are two dates; found {' and '.join(dates)}; take one of them away first"
        raise _refuse(EVENTS, loc, fault)
    rank = (Basis.NONE, Basis.INFERRED, Basis.STATED).index
    dated = max(event, other, key=lambda it: (it.when is not None, rank(it.basis)))
    both_inferred = event.basis is other.basis is Basis.INFERRED
    parts = (event, other) if both_inferred else (dated,)
    after, before = (
        tuple(dict.fromkeys(id_ for ids in sides for id_ in ids if id_ not in (event.id, other.id)))
        for sides in ([it.after for it in parts], [it.before for it in parts])
    )
    is_dated = bool(dated.when or after or before)
    return {
        "when": dated.when,
        "basis": dated.basis if is_dated else Basis.NONE,
        "when_phrase": dated.when_phrase,
        "after": after,
        "after_cue": cues_of_both(parts, dated, "after", after),
        "before": before,
        "before_cue": cues_of_both(parts, dated, "before", before),
        "why_then": _joined(*(it.why_then for it in parts)) if is_dated else None,
        "throughout": dated.throughout and is_dated,
    }


# ------------------------------------------------------------------ places


def change_place(work: Work, id_: str, values: Values) -> Work:
    """Return the work with ``values`` in a place: ``names`` and ``notes`` are by language."""
    place = _change(_place(work, id_), values, ("places", id_), PLACES)
    return work.replace(places={**work.atlas.places, id_: place}.values())


def set_point(work: Work, id_: str, lat: float, lon: float) -> Work:
    """Return the work with a place at a point in WGS 84 degrees, which an editor chose."""
    point = {"lat": round(lat, _DECIMALS), "lon": round(lon, _DECIMALS), "boundary": ()}
    return change_place(work, id_, by_hand(**point))


def set_outline(work: Work, id_: str, outline: Outline) -> Work:
    """Return the work with a place drawn as a region's or a country's outline, as an editor chose.

    What had a point for its kind is such a region or country then.
    """
    has_point = work.atlas.places[id_].kind in {PlaceKind.SITE, PlaceKind.CITY}
    kind = {"kind": outline.kind} if has_point else {}
    place = {"boundary": (outline.id,), "lat": None, "lon": None, "radius_km": None}
    return change_place(work, id_, by_hand(**kind, **place))


def choose_candidate(
    work: Work, id_: str, candidate: Candidate, *, is_reviewed: bool = True
) -> Work:
    """Return the work with a place where a geocoder found one; an editor chose what is reviewed.

    A region or country whose outline is not at hand is a point and a circle, and its note says so.
    A water has no point, and a point that was put somewhere by eye is never sure.
    """
    place = _place(work, id_)
    boundary = candidate.boundary if candidate.boundary in work.outlines.names else None
    kind = candidate.kind or place.kind
    is_circle = boundary is None and kind in {PlaceKind.REGION, PlaceKind.COUNTRY}
    notes = None if place.notes == WITHOUT_OUTLINE else place.notes
    has_point = kind.may_have_point
    confidence = Confidence.NONE
    if has_point or boundary:
        is_sure = is_reviewed and not candidate.is_estimate
        confidence = Confidence.HIGH if is_sure else Confidence.MEDIUM
    return change_place(
        work,
        id_,
        {
            "kind": kind,
            "lat": round(candidate.lat, _DECIMALS) if has_point else None,
            "lon": round(candidate.lon, _DECIMALS) if has_point else None,
            "radius_km": candidate.radius_km if has_point and not boundary else None,
            "boundary": (boundary,) if boundary else (),
            "members": (),
            "method": Method.GAZETTEER,
            "source": candidate.source if has_point else None,
            "source_id": candidate.source_id or None,
            "retrieved": datetime.now(UTC).date().isoformat(),
            "confidence": confidence,
            "review": None,
            "reviewed": is_reviewed,
            "notes": notes or (WITHOUT_OUTLINE if is_circle else None),
        },
    )


def add_place(work: Work, name: str) -> tuple[Work, str]:
    """Return the work with a place of this name that lies nowhere yet, and its id."""
    id_ = new_id(as_id(name, "place"), work.atlas.places)
    if not name.strip():
        raise _refuse(PLACES, ("places", id_, "names"), _BLANK)
    data = {"id": id_, "names": {"pl": name, "en": name}, "kind": PlaceKind.CITY, "query": name}
    place = _build(Place, data, ("places", id_), PLACES)
    return work.replace(places=(*work.atlas.places.values(), place)), id_


def mention_place(work: Work, event_id: str, place_id: str, phrase: str) -> Work:
    """Return the work with a place that an event names by ``phrase``, perhaps not by it alone."""
    event = work.atlas.events[_position(work, event_id)]
    mentions = [it.model_dump() for it in event.places]
    mention = {"id": place_id, "phrase": phrase}
    others = [it for it in mentions if it != mention]
    return change_event(work, event_id, {"places": [*others, mention]})


def remove_place(work: Work, id_: str) -> Work:
    """Return the work without a place: nothing names it or has it for a member.

    What lies in it lies in what it is part of.
    """
    _place(work, id_)
    return _with_other_place(work, id_, None, work.atlas.places, work.own_cells)


def merge_places(work: Work, id_: str, other_id: str) -> Work:
    """Return the work without the place ``other_id``: what named it names ``id_`` instead.

    That one keeps its names and cells, and gets those that it lacks; it keeps where it lies, if
    that is known. Notes are those of both.
    """
    place, other = _place(work, id_), _place(work, other_id)
    if id_ == other_id:
        fault = f"is the same place; found {quoted(id_)} twice; choose another one"
        raise _refuse(PLACES, ("places", id_), fault)
    values: dict[str, Any] = {
        "names": {**other.names.root, **place.names.root},
        "notes": _joined(place.notes, other.notes),
        "part_of": place.part_of or other.part_of,
    }
    if not (place.has_point or place.boundary or place.members):
        values |= {name: getattr(other, name) for name in _LOCATION}
    merged = _change(place, values, ("places", id_), PLACES)
    own, others = work.own_cells.get(id_, {}), work.own_cells.get(other_id, {})
    cells = {column: own.get(column) or others.get(column, "") for column in {**own, **others}}
    return _with_other_place(
        work,
        other_id,
        id_,
        {**work.atlas.places, id_: merged},
        {**work.own_cells, id_: cells} if cells else work.own_cells,
    )


def _with_other_place(
    work: Work,
    gone: str,
    other: str | None,
    places: Mapping[str, Place],
    own_cells: Mapping[str, Mapping[str, str]],
) -> Work:
    """Return the work with ``places`` without the one ``gone``, and ``other`` wherever it was."""

    def mentions(of: tuple[Mention, ...]) -> tuple[Mention, ...]:
        others = (Mention(id=id_, phrase=it.phrase) for it in of for id_ in named(it.id))
        return tuple(dict.fromkeys(others)) if any(it.id == gone for it in of) else of

    def named(id_: str) -> tuple[str, ...]:
        if id_ != gone:
            return (id_,)
        return (other,) if other else ()

    def around(place: Place) -> str | None:
        if place.part_of != gone:
            return place.part_of
        found = other if other != place.id else None
        found = found or places[gone].part_of
        return found if found != place.id else None

    def members(place: Place) -> tuple[str, ...]:
        others = (own for id_ in place.members for own in named(id_) if own != place.id)
        return tuple(dict.fromkeys(others))

    statement = with_other_place(work.atlas.statement, gone, other)
    return work.replace(
        statement=statement.model_copy(update={"places": mentions(statement.places)}),
        events=[
            event.model_copy(update={"places": mentions(event.places)})
            for event in work.atlas.events
        ],
        places=[
            place.model_copy(update={"part_of": around(place), "members": members(place)})
            for place in places.values()
            if place.id != gone
        ],
        own_cells={id_: cells for id_, cells in own_cells.items() if id_ != gone},
    )


# ------------------------------------------------------------------ the statement


def change_statement(work: Work, values: Values) -> Work:
    """Return the work with ``values`` in the statement; a text by language is a mapping."""
    return work.replace(statement=_change(work.atlas.statement, values, ("statement",), EVENTS))


def add_topic(work: Work, title: str) -> tuple[Work, str]:
    """Return the work with one more topic, titled in the statement's language, and its id."""
    statement = work.atlas.statement
    id_ = new_id(as_id(title, "topic"), {topic.id for topic in statement.topics})
    topic = {"id": id_, "title": {statement.language: title}}
    return change_statement(work, {"topics": [*statement.topics, topic]}), id_


def remove_topic(work: Work, id_: str) -> Work:
    """Return the work without a topic that no event has; its last one stays."""
    topics = work.atlas.statement.topics
    users = [n for n, event in enumerate(work.atlas.events) if event.topic == id_]
    if users:
        fault = f"is the topic of {len(users)} events; found {quoted(id_)}; give them another one"
        raise _refuse(EVENTS, ("events", users[0], "topic"), fault)
    return change_statement(work, {"topics": [topic for topic in topics if topic.id != id_]})


# ------------------------------------------------------------------ common to all


def _change(model: AnyModel, values: Values, loc: Loc, file: str) -> AnyModel:
    """Return ``model`` with other values; raises :class:`DataErrors` with the field of each."""
    data = model.model_dump(mode="json", by_alias=True, exclude_none=True)
    if values.get("id", data.get("id")) != data.get("id"):
        fault = f"stays as it is; found {quoted(values['id'])}; write {data['id']!r}"
        raise _refuse(file, (*loc, "id"), fault)
    given = {key: _plain(value) for key, value in values.items()}
    kept = {key: value for key, value in (data | given).items() if value is not None}
    return _build(type(model), kept, loc, file)


def _build(model: type[AnyModel], data: Values, loc: Loc, file: str) -> AnyModel:
    try:
        return model.model_validate(data, by_alias=True, by_name=False)
    except ValidationError as error:
        faults = explain(error, model)
        raise DataErrors(
            [DataError(file, None, write_path((*loc, *own)), fault) for own, fault in faults]
        ) from None


def _refuse(file: str, loc: Loc, fault: str) -> DataErrors:
    return DataErrors([DataError(file, None, write_path(loc), fault)])


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
    for position, event in enumerate(work.atlas.events):
        if event.id == id_:
            return position
    raise _refuse(EVENTS, ("events",), f"holds no such event; found {quoted(id_)}; choose one")


def _place(work: Work, id_: str) -> Place:
    if id_ not in work.atlas.places:
        raise _refuse(PLACES, ("places",), f"holds no such place; found {quoted(id_)}; choose one")
    return work.atlas.places[id_]


def _with(events: Sequence[Event], position: int, event: Event) -> tuple[Event, ...]:
    return (*events[:position], event, *events[position + 1 :])


def new_id(base: str, taken: Iterable[str]) -> str:
    """Return ``base``, with the first number that is free where it is taken."""
    known = set(taken)
    if base not in known:
        return base
    stem = re.sub("-[0-9]+$", "", base)
    return next(id_ for n in count(2) if (id_ := f"{stem}-{n}") not in known)


def _move_comments(comments: Comments, id_: str, to: str | None) -> Comments:
    """Return ``comments`` with those of one event at another, at the end where that is None."""
    before = dict(comments.before)
    if not (moved := before.pop(id_, ())):
        return comments
    if to is None:
        return replace(comments, before=before, tail=(*moved, *comments.tail))
    return replace(comments, before={**before, to: (*moved, *before.get(to, ()))})


def _joined(*texts: Text | None) -> dict[str, str]:
    """Return ``texts`` one after another in each language, what is the same only once."""
    by_language: dict[str, dict[str, None]] = {}
    for text in texts:
        for code, words in text.root.items() if text else ():
            by_language.setdefault(code, {})[words] = None
    return {code: " ".join(each) for code, each in by_language.items()}


def by_hand(**where: Any) -> dict[str, Any]:
    """Return what says that an editor chose ``where`` a place lies."""
    return {
        **where,
        "method": Method.MANUAL,
        "source": _BY_HAND,
        "source_id": None,
        "retrieved": datetime.now(UTC).date().isoformat(),
        "confidence": Confidence.HIGH,
        "review": None,
        "reviewed": True,
    }
