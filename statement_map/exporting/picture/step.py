"""What one picture shows, and the classes by which it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from statement_map.exporting.source import ExportSource
from statement_map.language import Language
from statement_map.model import Event, Place, PlaceKind
from statement_map.timeline import State


@dataclass(frozen=True)
class Step:
    """What is shown: a day (None where nothing is dated), an event or none, and a language."""

    source: ExportSource
    language: Language
    day: date | None
    event: Event | None

    @cached_property
    def places(self) -> list[Place]:
        """The places that the text names, those with the largest geometries first."""
        atlas = self.source.atlas
        mentions = [mention for event in atlas.events for mention in event.places]
        named = {mention.id for mention in (*mentions, *atlas.statement.places)}
        order = list(reversed(PlaceKind))
        places = [place for place in atlas.places.values() if place.id in named]
        return sorted(places, key=lambda place: order.index(place.kind))

    def state(self, place: Place) -> State:
        """Return how ``place`` stands to the day."""
        changes = self.source.timeline.place_states[place.id]
        return [state for step, state in changes if step <= self._at][-1]

    @cached_property
    def _at(self) -> int:
        return self.source.timeline.step_at(self.day) if self.day else 0

    @cached_property
    def _current(self) -> frozenset[str]:
        return frozenset(each.id for each in self.event.places) if self.event else frozenset()

    def is_current(self, place: Place) -> bool:
        """Whether the event names ``place``."""
        return place.id in self._current

    @cached_property
    def _ring(self) -> str:
        """The class of the ring around what the event names: broken where the day is not stated."""
        assert self.event
        changes = self.source.timeline.states(self.event)
        state = [state for step, state in changes if step <= self._at][-1]
        return "is-current" if state is State.NOW else "is-current is-broken"

    def is_named(self, place: Place) -> bool:
        """Whether a name stands beside the mark of ``place``."""
        return self.is_current(place) or self.state(place) not in (State.EARLIER, State.LATER)

    def name(self, place: Place) -> str:
        """Return the name of ``place`` in the language of the picture."""
        return place.names.read(self.language.code)

    def chosen(self, place: Place) -> str:
        """Return the classes, after a blank, of what the event names; nothing for another place."""
        return f" {self._ring}" if self.is_current(place) else ""

    def classes(self, what: str, place: Place) -> str:
        """Return the classes of ``what`` is drawn of ``place``."""
        return f"{what} kind-{place.kind.value} is-{shown(self.state(place))}{self.chosen(place)}"


def shown(state: State) -> str:
    """Return the class of a state; what is open is drawn as possible, with dots."""
    return "possible is-undated" if state is State.OPEN else state.value
