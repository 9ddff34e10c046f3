"""Events and timelines made in a line, for tests of whatever they are shown in."""

from datetime import date
from typing import Any

from statement_map.model import Atlas, Event, Place, Statement
from statement_map.timeline import Timeline


def jan(day: int) -> date:
    return date(2022, 1, day)


def make_event(id_: str, when: str | None = None, **more: Any) -> Event:
    """An event; one with a date is stated unless ``basis`` says otherwise."""
    bounded = "after" in more or "before" in more
    basis = more.get("basis") or ("stated" if when else "inferred" if bounded else "none")
    words = {"kind": "claim", "topic": "t", "title": {"en": "T"}, "text": {"en": "T"}, "quote": "q"}
    more["places"] = [{"id": place, "phrase": "there"} for place in more.get("places", ["p"])]
    more["when_phrase"] = "then" if basis == "stated" else None
    dated = {"when": when, "paragraph": 1} | more | {"basis": basis}
    return Event.model_validate({"id": id_} | words | dated)


def make_timeline(*events: Event, paragraphs: int = 9, **statement: Any) -> Timeline:
    """The timeline of an atlas with places p to v."""
    words = {"title": {"en": "T"}, "issuer": {"en": "I"}, "publisher": {"en": "P"}}
    facts = {"url": "https://example.org/", "language": "en", "sha256": "0" * 64}
    known = {"published": "2022-01-07", "published_basis": "stated", "paragraphs": paragraphs}
    topics = {"topics": [{"id": "t", "title": {"en": "T"}}]}
    places = {
        id_: Place.model_validate({"id": id_, "names": {"en": id_}, "kind": "unnamed"})
        for id_ in "pqrstuv"
    }
    model = Statement.model_validate(words | facts | known | topics | statement)
    return Timeline(Atlas(model, events, places, frozenset()))
