"""What the statement tells, as flat rows: one for each event at each of its places.

An event without a place has a row too, so that nothing is lost; and each row can stand alone: it
says who states it, where, in which paragraph, what its date rests on and how sure its place is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, partial

from statement_map.exporting.geometry import Geometry, Shape, geometry_of, shape_of
from statement_map.exporting.source import ExportSource
from statement_map.fields import EVERY
from statement_map.language import languages
from statement_map.model import PLAIN_FIELDS, Event, Place, Side, Text
from statement_map.timeline import Dates, Grade, Interval

Scalar = str | int | float | bool | None

_LISTS = {
    *("places", "numbers", "sources", "topics", "bars", "chapters"),
    *("voices", "words", "compare", "chain", "glossary", "other_accounts"),
}
"""Of a statement what belongs to no row."""

_NAMED = {
    "id": "place",
    "kind": "place_kind",
    "lat": "lat",
    "lon": "lon",
    "radius_km": "radius_km",
    "part_of": "within",
    "boundary": "outlines",
    "members": "members",
    "method": "located_by",
    "query": "place_query",
    "source": "place_source",
    "source_id": "place_source_id",
    "retrieved": "retrieved",
    "confidence": "confidence",
}
PLACE_COLUMNS: Mapping[str, str] = _NAMED | {
    name: f"place_{name}" for name in PLAIN_FIELDS if name not in _NAMED
}
"""The column for each plain field of a place, which importing reads back."""

HALF_OPEN = ("start", "end")
"""The interval as programs with a time slider take it: the second end is not part of it."""


@dataclass(frozen=True)
class EventAtPlace:
    """An event at one of its places; ``place`` is None if the text names none.

    ``values`` has the same keys in every row of an export. A text in several languages takes one
    key for each: ``title_en``, ``title_pl``.
    """

    id: str
    event: Event
    dates: Dates
    grade: Grade
    place: Place | None
    geometry: Geometry | None
    values: Mapping[str, Scalar]

    @property
    def interval(self) -> Interval | None:
        """The days that words and order of telling leave to the event."""
        return self.dates.suggested


def tell_rows(source: ExportSource) -> Iterator[EventAtPlace]:
    """Yield the rows in the order of the text."""
    told = _Columns(source)
    places = source.atlas.places
    geometries = {id_: geometry_of(place, source) for id_, place in places.items()}
    of_statement = told.of_statement | {"statement_data": _tell_the_rest(source)}
    for position, event in enumerate(source.atlas.events, start=1):
        dates, grade = source.timeline.dates(event), source.timeline.grade(event)
        of_event = {"position": position} | told.of_event(event, dates, grade)
        for place_id in dict.fromkeys(mention.id for mention in event.places):
            place, geometry = places[place_id], geometries[place_id]
            phrases = (mention.phrase for mention in event.places if mention.id == place_id)
            of_place = told.of_place(place, " | ".join(phrases), shape_of(place, geometry))
            id_ = f"{event.id}/{place_id}"
            values = {"row": id_} | of_event | of_place | of_statement
            yield EventAtPlace(id_, event, dates, grade, place, geometry, values)
            of_statement = told.of_statement
        if not event.places:
            values = {"row": event.id} | of_event | told.of_no_place | of_statement
            yield EventAtPlace(event.id, event, dates, grade, None, None, values)
            of_statement = told.of_statement


def write_answer(value: Scalar) -> Scalar:
    """Return ``value``, a boolean as the word that the data files have for it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value


def _write(value: object) -> Scalar:
    """Return a value of a place as that of a row."""
    match value:
        case None | bool() | int() | float():
            return value
        case tuple():
            return "|".join(map(str, value)) or None
        case _:
            return str(value)


def write_when(event: Event, interval: Interval | None) -> str | None:
    """Return the date of ``event`` in EDTF (ISO 8601-2): its own, else the inferred interval."""
    if event.when:
        return event.when.expression
    return write_interval(interval) if interval else None


def write_interval(interval: Interval) -> str:
    """Return ``interval`` in EDTF, with two dots for an open side."""
    if interval.start == interval.end:
        return str(interval.start)
    return f"{interval.start or '..'}/{interval.end or '..'}"


class _Columns:
    """The values of a row by column; the languages of each text are those found anywhere."""

    def __init__(self, source: ExportSource) -> None:
        self._source = source
        events, places = source.atlas.events, source.atlas.places.values()
        topics = source.atlas.statement.topics
        self._topics = {topic.id: topic.title for topic in topics}
        self._topic = _columns("topic", (topic.title for topic in topics))
        self._title = _columns("title", (event.title for event in events))
        self._text = _columns("text", (event.text for event in events))
        self._note = _columns("editors_note", (event.note for event in events))
        self._why = _columns("why_then", (event.why_then for event in events))
        self._name = _columns("place_name", (place.names for place in places))
        self._place_note = _columns("place_note", (place.notes for place in places))
        self.of_statement = self._tell_statement()

    def of_event(self, event: Event, dates: Dates, grade: Grade) -> dict[str, Scalar]:
        return {
            "event": event.id,
            "paragraph": "|".join(map(str, event.paragraphs)),
            "kind": event.kind.value,
            "topic": event.topic,
            **self._topic(self._topics[event.topic]),
            **self._title(event.title),
            **self._text(event.text),
            "quote": event.quote,
            "when": write_when(event, dates.suggested),
            "own_when": event.when.expression if event.when else None,
            **_ends("earliest", "latest", dates.suggested),
            **_half_open(dates.suggested),
            **_ends("not_before", "not_after", dates.bound),
            "throughout": event.throughout,
            "date_basis": event.basis.value,
            "date_grade": grade.value,
            "when_phrase": event.when_phrase,
            "after": "|".join(event.after) or None,
            "after_cue": _write_cues(event, "after"),
            "before": "|".join(event.before) or None,
            "before_cue": _write_cues(event, "before"),
            **self._why(event.why_then),
            **self._note(event.note),
            "reviewed": event.reviewed,
        }

    def of_place(self, place: Place, phrase: str, shape: Shape) -> dict[str, Scalar]:
        plain = {column: _write(getattr(place, name)) for name, column in PLACE_COLUMNS.items()}
        return {
            "place": place.id,
            **self._name(place.names),
            "place_kind": place.kind.value,
            "phrase": phrase,
            "shape": shape.value,
            **plain,
            **self._place_note(place.notes),
        }

    @cached_property
    def of_no_place(self) -> dict[str, Scalar]:
        places = self._source.atlas.places.values()
        keys = [key for place in places for key in self.of_place(place, "", Shape.NONE)]
        return dict.fromkeys(keys)

    def _tell_statement(self) -> dict[str, Scalar]:
        statement = self._source.atlas.statement
        return {
            **_columns("statement", [statement.title])(statement.title),
            **_columns("stated_by", [statement.issuer])(statement.issuer),
            **_columns("published_in", [statement.publisher])(statement.publisher),
            "source_url": statement.url,
            "published": statement.published.expression,
            "published_basis": statement.published_basis.value,
            "accessed": str(statement.accessed) if statement.accessed else None,
            "paragraphs": statement.paragraphs,
            "text_digest": statement.sha256,
            "quote_language": statement.language,
            **{f"attribution_{code}": text for code, text in attributions(self._source).items()},
            **{
                f"licence_{code}": language.words("share-licence")
                for code, language in languages().items()
            },
            "statement_data": None,
        }


def _tell_the_rest(source: ExportSource) -> str:
    """Return as JSON, in the keys of the data files, what belongs to no single row.

    That is what the statement has in lists, and the places that no event names.
    """
    statement, places = source.atlas.statement, source.atlas.places
    lists = statement.model_dump(mode="json", include=_LISTS, exclude_defaults=True)
    named = {mention.id for event in source.atlas.events for mention in event.places}
    others = [
        place.model_dump(mode="json", exclude_defaults=True)
        for place in places.values()
        if place.id not in named
    ]
    return json.dumps({"statement": lists, "places": others}, ensure_ascii=False)


def _write_cues(event: Event, side: Side) -> str | None:
    """Return the words that bind an end of a date, those that bind to one event after its id."""
    cues = event.after_cue if side == "after" else event.before_cue
    written = (words if id_ == EVERY else f"{id_}: {words}" for id_, words in cues.items())
    return " | ".join(written) or None


def attributions(source: ExportSource) -> dict[str, str]:
    """Return, in each language of the interface, who states all this and that it is unverified."""
    statement = source.atlas.statement
    return {
        code: f"{language.attribution(statement)} {language.words('attribution-more')}"
        for code, language in languages().items()
    }


def _ends(first: str, last: str, interval: Interval | None) -> dict[str, Scalar]:
    start, end = (interval.start, interval.end) if interval else (None, None)
    return {first: str(start) if start else None, last: str(end) if end else None}


def _half_open(interval: Interval | None) -> dict[str, Scalar]:
    """Return the midnights between which ``interval`` lies, without a zone, as the text gives none.

    The day after the calendar's last cannot be written, so that end is left open.
    """
    start, end = (interval.start, interval.end) if interval else (None, None)
    after = end + timedelta(days=1) if end and end < date.max else None
    midnights = (f"{day}T00:00:00" if day else None for day in (start, after))
    return dict(zip(HALF_OPEN, midnights, strict=True))


def _columns(name: str, texts: Iterable[Text | None]) -> partial[dict[str, Scalar]]:
    codes = sorted({code for text in texts if text for code in text.root})
    return partial(_spread, name, codes)


def _spread(name: str, codes: Iterable[str], text: Text | None) -> dict[str, Scalar]:
    return {f"{name}_{code}": text.root.get(code) if text else None for code in codes}
