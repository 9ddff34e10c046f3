"""What the map shows at a step, in a few words for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from statement_map.language import Language
from statement_map.model import Event, Place
from statement_map.panels.data import PageData
from statement_map.panels.gaps import Veil
from statement_map.timeline import State

NAMES_MOST = 4
"""More places than this are counted, not named."""


def summary(
    data: PageData, language: Language, day: date | None, event: Event | None, veil: Veil
) -> str:
    """Return the day, the event and the places that the map marks, as one short text."""
    sentences = [language.day(day)] if day else []
    if event:
        sentences.append(veil.plain(event.title.read(language.code), event))
    if day and "place" in veil.hidden:
        sentences.append(language.words("live-hidden"))
    elif day:
        now, possible = (_places_in(state, data, day) for state in (State.NOW, State.POSSIBLE))
        if now:
            sentences.append(language.words("live-now", places=_names(now, language)))
        sentences.append(language.words("live-possible", n=len(possible)))
    return " ".join(f"{sentence.rstrip('.')}." for sentence in sentences)


def _places_in(state: State, data: PageData, day: date) -> list[Place]:
    step = data.timeline.steps.index(day)
    return [
        data.atlas.places[id_]
        for id_, changes in data.timeline.place_states.items()
        if [after for at, after in changes if at <= step][-1] is state
    ]


def _names(places: Sequence[Place], language: Language) -> str:
    if len(places) > NAMES_MOST:
        return language.words("live-places", n=len(places))
    return ", ".join(place.names.read(language.code) for place in places)
