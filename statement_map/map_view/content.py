"""The shapes of what the map draws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NotRequired, TypedDict

from statement_map.language import Entry
from statement_map.model import Basis, Confidence, PlaceKind
from statement_map.timeline import Grade, State


class MapStep(TypedDict):
    """A step, and what the text states first for it."""

    date: str
    event: str | None


class MapPlace(TypedDict):
    """A place as the map draws it; ``events`` count into the list of events."""

    id: str
    name: Mapping[str, str]
    kind: PlaceKind
    within: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    radius_as: str
    outline: Sequence[str]
    members: Sequence[Mapping[str, str]]
    confidence: Confidence
    source: str | None
    note: Mapping[str, str] | None
    states: Sequence[tuple[int, State]]
    events: Sequence[int]
    introduction: bool


class MapEvent(TypedDict):
    """An event as the map lists it."""

    id: str
    title: Mapping[str, str]
    paragraphs: Sequence[int]
    basis: Basis
    look: Grade
    shape: int  # of its topic
    date: Mapping[str, str]
    places: Sequence[str]
    states: Sequence[tuple[int, State]]
    unreviewed: NotRequired[bool]


class MapContent(TypedDict):
    """All that the map draws."""

    words: Mapping[str, Mapping[str, Entry]]
    issuer: Mapping[str, str]
    publisher: Mapping[str, str]
    credit: str
    home: str | None
    steps: Sequence[MapStep]
    places: Sequence[MapPlace]
    topics: Mapping[str, Mapping[str, str]]
    shapes: Mapping[str, int]  # by topic
    events: Sequence[MapEvent]
