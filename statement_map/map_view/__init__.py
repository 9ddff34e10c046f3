"""The map: what it is told, its style, and the page in its frame.

The program in the browser does the drawing. It is handed all places and all steps once, as JSON,
and is then only told which step to show.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from statement_map.language import Entry, Language, radius_key, told_or
from statement_map.map_view.content import MapContent, MapEvent, MapPlace
from statement_map.model import Atlas, Event, Place, PlaceKind, Statement
from statement_map.timeline import Timeline

LEAFLET = Path(str(files("js_lib_leaflet") / "static" / "js_lib_leaflet"))
"""The folder with Leaflet's own script and style."""

STYLE = Path(str(files(__name__) / "assets")) / "map.css"

MEASURES_STYLE = STYLE.with_name("measures.css")
"""The sizes, distances and heights that all other styles use."""

TOPICS_STYLE = STYLE.with_name("topics.css")
"""The colours and shapes of topics, on the map and wherever else they stand."""

_JSON_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_UNSAFE = re.compile(r'[^A-Za-z0-9 ,:."\\+-]')
_CREDIT = "Natural Earth, GeoNames (CC BY)"
_OPENSTREETMAP = "OpenStreetMap"
"""What the source of a point names where it is OpenStreetMap's, which asks each map to say so."""

_WORDS = (
    "attribution-short",
    "confidence-",
    "look-",
    "map-",
    "not-reviewed",
    "paragraph-short",
    "published-in",
    "radius",
    "sign-",
    "state-",
    "why-introduction",
    "why-source",
)


def map_content(atlas: Atlas, timeline: Timeline, languages: Mapping[str, Language]) -> MapContent:
    """Return all that the map draws, ready for JSON.

    ``states`` are pairs of a step and the state from it on; a place's ``events`` count into
    the list of events.
    """
    events_of: dict[str, list[int]] = {id_: [] for id_ in atlas.places}
    for number, event in enumerate(atlas.events):
        for id_ in dict.fromkeys(mention.id for mention in event.places):
            events_of[id_].append(number)
    shapes = atlas.statement.shapes
    introduced = {mention.id for mention in atlas.statement.places}
    return {
        "words": {code: _map_words(each, atlas.statement) for code, each in languages.items()},
        "issuer": told_or(atlas.statement.issuer, "issuer-unknown", languages),
        "publisher": told_or(atlas.statement.publisher, "publisher-unknown", languages),
        "credit": _credit(atlas),
        "home": next((p.id for p in atlas.places.values() if p.kind is PlaceKind.COUNTRY), None),
        "steps": [
            {"date": day.isoformat(), "event": event.id if event else None}
            for day, event in zip(timeline.steps, timeline.first_stated, strict=True)
        ],
        "places": [
            _place_content(
                atlas, place, timeline, events_of[place.id], introduction=place.id in introduced
            )
            for place in atlas.named_places
        ],
        "shapes": shapes,
        "topics": {topic.id: topic.title.root for topic in atlas.statement.topics},
        "events": [
            _event_content(event, timeline, languages, shapes[event.topic])
            for event in atlas.events
        ],
    }


def as_script_json(value: object) -> str:
    """Return ``value`` as JSON that stands safely, and unchanged, in any script.

    In texts, all but letters, digits and a few signs are written as escapes. So nothing in a text
    can end the script, is compiled as a template (folium compiles every script a second time), or
    is taken by streamlit-folium for a name of its own.
    """
    text = json.dumps(value, separators=(",", ":"))
    return _JSON_STRING.sub(lambda string: _UNSAFE.sub(_escape, string.group()), text)


def _escape(character: re.Match[str]) -> str:
    return f"\\u{ord(character.group()):04x}"


def _credit(atlas: Atlas) -> str:
    """Return whose data the map shows, beside those that each place names."""
    if any(_OPENSTREETMAP in (place.source or "") for place in atlas.places.values()):
        return f"{_CREDIT}, © OpenStreetMap contributors (ODbL)"
    return _CREDIT


def _map_words(language: Language, statement: Statement) -> dict[str, Entry]:
    entries = language.entries_for(statement)
    return {key: entry for key, entry in entries.items() if key.startswith(_WORDS)}


def _event_content(
    event: Event, timeline: Timeline, languages: Mapping[str, Language], shape: int
) -> MapEvent:
    content: MapEvent = {
        "id": event.id,
        "title": event.title.root,
        "paragraphs": event.paragraphs,
        "basis": event.basis,
        "look": timeline.grade(event),
        "shape": shape,
        "date": {code: each.date_of(event, timeline) for code, each in languages.items()},
        "places": list(dict.fromkeys(mention.id for mention in event.places)),
        "states": timeline.states(event),
    }
    if not event.reviewed:
        content["unreviewed"] = True
    return content


def _place_content(
    atlas: Atlas, place: Place, timeline: Timeline, events: Sequence[int], *, introduction: bool
) -> MapPlace:
    members: Sequence[Place] = [atlas.places[id_] for id_ in place.members]
    return {
        "id": place.id,
        "name": place.names.root,
        "kind": place.kind,
        "within": place.part_of,
        "lat": place.lat,
        "lon": place.lon,
        "radius_km": place.radius_km,
        "radius_as": radius_key(place.kind),
        "outline": [*place.boundary, *(id_ for member in members for id_ in member.boundary)],
        "members": [member.names.root for member in members],
        "confidence": place.confidence,
        "source": place.source,
        "note": place.notes.root if place.notes else None,
        "states": timeline.place_states[place.id],
        "events": events,
        "introduction": introduction,
    }
