"""Finding events by their words and by what they are.

Words are compared folded: without case and without marks on letters, so that "lodz" finds "Łódź".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from statement_map.language import Language
from statement_map.language.folding import fold
from statement_map.model import Atlas, Event
from statement_map.timeline import Timeline

FACETS: Mapping[str, Callable[[Event, Timeline], Collection[str]]] = {
    "topic": lambda event, _: (event.topic,),
    "kind": lambda event, _: (event.kind.value,),
    "basis": lambda event, timeline: (timeline.grade(event).value,),
    "place": lambda event, _: [mention.id for mention in event.places],
}
"""What events can be filtered by; each says which values an event has."""


@dataclass(frozen=True)
class Wanted:
    """What to look for: all of the ``words``, and of each facet one of the values, if any."""

    words: str = ""
    facets: Mapping[str, Collection[str]] = field(default_factory=dict)


def build_index(
    atlas: Atlas,
    timeline: Timeline,
    language: Language,
    tell: Callable[[str, Event], str] = lambda text, _: text,
) -> dict[str, str]:
    """Return by id the folded words that each event is found by in ``language``.

    ``tell`` may leave words out of a text about an event; nothing is found by those.
    """
    topics = {topic.id: topic.title.read(language.code) for topic in atlas.statement.topics}

    def words(event: Event) -> Iterable[str]:
        yield event.title.read(language.code)
        yield event.text.read(language.code)
        yield event.quote
        yield topics[event.topic]
        yield language.words(f"kind-{event.kind.value}")
        yield language.date_of(event, timeline)
        for mention in event.places:
            yield atlas.places[mention.id].names.read(language.code)
            yield mention.phrase

    return {
        event.id: fold("\n".join(tell(text, event) for text in words(event)))
        for event in atlas.events
    }


def find_events(
    events: Iterable[Event], timeline: Timeline, index: Mapping[str, str], wanted: Wanted
) -> tuple[Event, ...]:
    """Return the ``events`` that are ``wanted``, in their own order."""
    words = fold(wanted.words).split()
    facets = [(FACETS[name], set(values)) for name, values in wanted.facets.items() if values]
    return tuple(
        event
        for event in events
        if all(not values.isdisjoint(facet(event, timeline)) for facet, values in facets)
        and all(word in index[event.id] for word in words)
    )
