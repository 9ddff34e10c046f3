"""What stands beside the map at a step: the card, and the account of all paragraphs.

Both are built in the browser from content that is handed over once; a step then needs no word from
the server. The page and the offline handout use the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import cast

from statement_map.card_view.content import (
    CardChapter,
    CardContent,
    CardEvent,
    CardPlace,
    CardStep,
)
from statement_map.fields import EVERY
from statement_map.language import Language, radius_key, told_or
from statement_map.model import Atlas, Event, Place, PlaceKind, Side
from statement_map.timeline import Interval, Timeline

_ASSETS = Path(str(files(__name__) / "assets"))

STYLE = _ASSETS / "card.css"
"""What the page around them has to say of colours stands in it."""

_WORDS = (
    "account",
    "attribution-source",
    "card-label",
    "chapter-",
    "confidence-",
    "date",
    "day-",
    "editors-note",
    "kind-",
    "leaves-out",
    "learn-",
    "list-back",
    "live-",
    "look-",
    "no-place",
    "not-reviewed",
    "paragraph",
    "places",
    "position",
    "published-in",
    "quotation",
    "radius",
    "selected-",
    "sign-",
    "stated-by",
    "unknown-",
    "why",
)


def card_content(
    atlas: Atlas, timeline: Timeline, languages: Mapping[str, Language]
) -> CardContent:
    """Return all that cards and accounts are built from in ``languages``, ready for JSON.

    ``states`` of events, ``states`` of places and the ``accounts`` of the paragraphs, in their
    order, are pairs of a step and what holds from it on. A text of the data stands under the
    language that it is in, which need not be one of ``languages``. ``span`` are the first and the
    last step that words and order leave to an event, None if it is undated, and ``look`` is what
    its date rests on. ``after_cue`` and ``before_cue`` are the words that bind it, by the id of the
    neighbour, or by a blank id where they bind a date of its own. A step has the words for its
    day, or for all the days that it stands for, and ``event`` is what the text states first for it.
    """
    statement = atlas.statement
    return {
        "words": {
            code: {key: entry for key, entry in each.entries.items() if key.startswith(_WORDS)}
            for code, each in languages.items()
        },
        "statement": {
            "issuer": told_or(statement.issuer, "issuer-unknown", languages),
            "publisher": told_or(statement.publisher, "publisher-unknown", languages),
            "url": statement.url,
            "language": statement.language,
            "language_name": {
                code: each.language_name(statement.language) for code, each in languages.items()
            },
            "paragraphs": statement.paragraphs,
        },
        "topics": {topic.id: topic.title.shown_to(languages) for topic in statement.topics},
        "shapes": statement.shapes,
        "steps": list(_steps(timeline, languages)),
        "places": [_place(place, timeline, languages) for place in atlas.named_places],
        "events": [_event(event, timeline, languages) for event in atlas.events],
        "chapters": list(_chapters(atlas, languages)),
        "accounts": timeline.paragraph_accounts,
        "placeless": sorted(timeline.placeless),
        "first": _first_of_paragraphs(atlas),
    }


def _steps(timeline: Timeline, languages: Mapping[str, Language]) -> Iterator[CardStep]:
    for step, event in enumerate(timeline.first_stated):
        first, last = timeline.stretch(step)
        yield {
            "date": first.isoformat(),
            "day": {code: each.days(first, last) for code, each in languages.items()},
            "full_day": {
                code: each.days(first, last, weekday=True) for code, each in languages.items()
            },
            "event": event.id if event else None,
        }


def _place(place: Place, timeline: Timeline, languages: Mapping[str, Language]) -> CardPlace:
    retrieved = place.retrieved
    facts = {
        "id": place.id,
        "name": place.names.shown_to(languages),
        "states": timeline.place_states[place.id],
        "confidence": place.confidence,
        "located_by": place.located_by,
        "source": place.source,
        "source_id": place.source_id,
        "query": place.query,
        "retrieved": retrieved and {code: each.day(retrieved) for code, each in languages.items()},
        "is_outline": bool(place.boundary) and place.kind is not PlaceKind.AREA,
        "review": place.review,
        "radius_km": place.radius_km and float(place.radius_km),
        "radius_as": place.radius_km and radius_key(place.kind),
        "note": place.notes and place.notes.shown_to(languages),
    }
    return cast("CardPlace", {key: value for key, value in facts.items() if value})


def _event(event: Event, timeline: Timeline, languages: Mapping[str, Language]) -> CardEvent:
    interval = timeline.interval(event)
    dates = {code: each.date_of(event, timeline) for code, each in languages.items()}
    facts = {
        "id": event.id,
        "title": event.title.shown_to(languages),
        "text": event.text.shown_to(languages),
        "quote": event.quote,
        "kind": event.kind,
        "topic": event.topic,
        "paragraphs": event.paragraphs,
        "basis": event.basis,
        "date": dates,
        "look": timeline.grade(event),
        "when_phrase": event.when_phrase,
        "why": event.why_then and event.why_then.shown_to(languages),
        "note": event.note and event.note.shown_to(languages),
        "unreviewed": not event.reviewed,
        "after": event.after,
        "after_cue": _cues(event, "after"),
        "before": event.before,
        "before_cue": _cues(event, "before"),
        "mentions": [(mention.id, mention.phrase) for mention in event.places],
        "has_date": event.when is not None,
        "states": timeline.states(event),
        "span": _span(interval, timeline),
        "opens": _opens(interval),
    }
    told = {key: value for key, value in facts.items() if value}
    atlas = timeline.atlas
    chapter = {"chapter": atlas.chapter_of[event.id]} if atlas.chapter_of else {}
    omissions = atlas.omissions(event.paragraphs)
    return cast("CardEvent", {**told, **chapter, "omissions": omissions})


def _chapters(atlas: Atlas, languages: Mapping[str, Language]) -> Iterator[CardChapter]:
    positions = {event.id: position for position, event in enumerate(atlas.events)}
    for chapter in atlas.statement.chapters:
        events = [positions[id_] for id_ in chapter.events]
        places = (mention.id for event in events for mention in atlas.events[event].places)
        yield {
            "title": chapter.title.shown_to(languages),
            "events": events,
            "look_at": chapter.look_at or list(dict.fromkeys(places)),
        }


def _cues(event: Event, side: Side) -> dict[str, str]:
    ids = event.after if side == "after" else event.before
    cues = {id_: event.cue(side, id_) for id_ in ids or (EVERY,)}
    return {id_: words for id_, words in cues.items() if words}


def _span(interval: Interval | None, timeline: Timeline) -> tuple[int, int] | None:
    return timeline.reach(interval) if interval and timeline.steps else None


def _opens(interval: Interval | None) -> tuple[bool, bool] | None:
    """Return whether nothing bounds the start and the end; None where both are bounded."""
    if interval is None or (interval.start and interval.end):
        return None
    return interval.start is None, interval.end is None


def _first_of_paragraphs(atlas: Atlas) -> dict[int, int]:
    """Return the position of the first event that each covered paragraph tells."""
    first: dict[int, int] = {}
    for position, event in enumerate(atlas.events):
        for number in event.paragraphs:
            first.setdefault(number, position)
    return first
