"""This program's own rows after some were taken out: what pointed to them is left out, and told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from statement_map.errors import DataError
from statement_map.fields import EVERY
from statement_map.files.chapters import with_other_event, with_other_place
from statement_map.model import Basis, Event, Place, Statement


@dataclass
class Reduced:
    """What is left; ``left_out`` is what pointed to something that is not in the file."""

    statement: Statement
    events: list[Event]
    places: list[Place]
    left_out: list[DataError] = field(default_factory=list)


def reduce(
    file: str, statement: Statement, events: Sequence[Event], places: Sequence[Place]
) -> Reduced:
    """Return what is left without neighbours, members and chapters that are gone."""
    reducer = _Reducer(file, {each.id for each in events}, {each.id for each in places})
    return Reduced(
        reducer.statement(statement),
        [reducer.event(each) for each in events],
        [reducer.place(each) for each in places],
        reducer.left_out,
    )


class _Reducer:
    def __init__(self, file: str, events: set[str], places: set[str]) -> None:
        self.left_out: list[DataError] = []
        self._file, self._events, self._places = file, events, places

    def _leave(self, where: str, what: str, id_: str) -> None:
        fault = f"names {what} that is not in the file; found {id_!r}; it is left out"
        self.left_out.append(DataError(self._file, None, where, fault))

    def statement(self, statement: Statement) -> Statement:
        for chapter in statement.chapters:
            where = f"chapter {chapter.id}"
            for id_ in self._gone(where, "an event", chapter.events, self._events):
                statement = with_other_event(statement, id_, None)
            for id_ in self._gone(where, "a place", chapter.look_at, self._places):
                statement = with_other_place(statement, id_, None)
        named = [mention.id for mention in statement.places]
        gone = set(self._gone("statement.places", "a place", named, self._places))
        mentions = tuple(it for it in statement.places if it.id not in gone)
        return statement.model_copy(update={"places": mentions}) if gone else statement

    def event(self, event: Event) -> Event:
        for side in ("after", "before"):
            event = self._with_known(event, side)
        is_bound = event.when or event.after or event.before
        if event.basis is Basis.INFERRED and not is_bound:
            return event.model_copy(update={"basis": Basis.NONE, "why_then": None})
        return event

    def _with_known(self, event: Event, side: Literal["after", "before"]) -> Event:
        neighbours = event.after if side == "after" else event.before
        gone = set(self._gone(f"{event.id}.{side}", "an event", neighbours, self._events))
        if not gone:
            return event
        kept = tuple(id_ for id_ in neighbours if id_ not in gone)
        cues = event.after_cue if side == "after" else event.before_cue
        own = {id_: cue for id_, cue in cues.items() if id_ in kept or (id_ == EVERY and kept)}
        return event.model_copy(update={side: kept, f"{side}_cue": own})

    def place(self, place: Place) -> Place:
        part_of = [place.part_of] if place.part_of else []
        if set(self._gone(f"{place.id}.part_of", "a place", part_of, self._places)):
            place = place.model_copy(update={"part_of": None})
        gone = set(self._gone(f"{place.id}.members", "a place", place.members, self._places))
        members = tuple(id_ for id_ in place.members if id_ not in gone)
        return place.model_copy(update={"members": members}) if gone else place

    def _gone(self, where: str, what: str, ids: Sequence[str], known: set[str]) -> Iterator[str]:
        for id_ in ids:
            if id_ not in known:
                self._leave(where, what, id_)
                yield id_
