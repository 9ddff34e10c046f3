"""The shapes of what cards and accounts are built from; a blank or empty field is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NotRequired, TypedDict

from statement_map.language import Entry
from statement_map.model import Basis, Confidence, Kind, LocatedBy, Omission
from statement_map.timeline import Account, Grade, State


class CardStep(TypedDict):
    """A step, with the words for its day, or for all the days that it stands for."""

    date: str
    day: Mapping[str, str]
    full_day: Mapping[str, str]
    event: str | None  # what the text states first for it


class CardStatement(TypedDict):
    """The statement as cards name it."""

    issuer: Mapping[str, str]
    publisher: Mapping[str, str]
    url: str | None
    language: str
    language_name: Mapping[str, str]
    paragraphs: int


class CardPlace(TypedDict):
    """A place as cards name it, with its states as pairs of a step and what holds from it on."""

    id: str
    name: Mapping[str, str]
    states: Sequence[tuple[int, State]]
    confidence: Confidence
    located_by: NotRequired[LocatedBy]
    source: NotRequired[str]
    source_id: NotRequired[str]
    query: NotRequired[str]
    retrieved: NotRequired[Mapping[str, str]]
    is_outline: NotRequired[bool]
    review: NotRequired[str]
    radius_km: NotRequired[float]
    radius_as: NotRequired[str]
    note: NotRequired[Mapping[str, str]]


class CardEvent(TypedDict):
    """An event as cards tell it."""

    id: str
    title: Mapping[str, str]
    text: Mapping[str, str]
    quote: str
    kind: Kind
    topic: str
    paragraphs: Sequence[int]
    basis: Basis
    date: Mapping[str, str]
    look: Grade  # what its date rests on
    states: Sequence[tuple[int, State]]
    omissions: Sequence[Omission]
    chapter: NotRequired[int]  # the position of the one that it belongs to
    when_phrase: NotRequired[str]
    why: NotRequired[Mapping[str, str]]
    note: NotRequired[Mapping[str, str]]
    unreviewed: NotRequired[bool]
    after: NotRequired[Sequence[str]]
    after_cue: NotRequired[Mapping[str, str]]
    before: NotRequired[Sequence[str]]
    before_cue: NotRequired[Mapping[str, str]]
    mentions: NotRequired[Sequence[tuple[str, str]]]
    has_date: NotRequired[bool]
    span: NotRequired[tuple[int, int]]
    opens: NotRequired[tuple[bool, bool]]
    veiled: NotRequired[Mapping[str, Mapping[str, str]]]  # texts with gaps, by what is hidden


class CardChapter(TypedDict):
    """A chapter; ``events`` count into the list of events, and the first of them is told."""

    title: Mapping[str, str]
    events: Sequence[int]
    look_at: Sequence[str]  # ids of places


class CardContent(TypedDict):
    """All that cards and accounts are built from."""

    words: Mapping[str, Mapping[str, Entry]]
    statement: CardStatement
    topics: Mapping[str, Mapping[str, str]]
    shapes: Mapping[str, int]  # by topic
    steps: Sequence[CardStep]
    places: Sequence[CardPlace]
    events: Sequence[CardEvent]
    chapters: Sequence[CardChapter]
    accounts: Sequence[Sequence[tuple[int, Account]]]
    placeless: Sequence[int]
    first: Mapping[int, int]
