"""What a statement, its events and its places are.

All values are frozen and are built once, by :mod:`statement_map.reading`; whatever holds one of
these objects holds valid data. A rule that one object can check by itself is checked here and
fails with a ``ValueError`` whose text says what was found and what to write. Rules that need
several objects (unknown ids, neighbours that contradict one another) are in ``reading``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from statement_map.criticism import (
    ChainLink,
    Comparison,
    LoadedWord,
    OtherAccount,
    Term,
    Voice,
)

# Handed on: whoever reads statements and events wants these too.
from statement_map.criticism import Passage as Passage
from statement_map.fields import (
    EVERY,
    Bar,
    BoundaryId,
    Count,
    Cues,
    Day,
    Decimal,
    Flag,
    Frozen,
    Id,
    Ids,
    LanguageCode,
    Quote,
    Url,
    WhenField,
    Words,
    YesNo,
    as_list,
)
from statement_map.fields import Basis as Basis
from statement_map.fields import Text as Text


def _fault_in(field: str, fault: str) -> PydanticCustomError:
    """Return the error of a rule about several fields, to be told at the one to correct."""
    return PydanticCustomError("fault_in", "{fault}", {"field": field, "fault": fault})


class Kind(StrEnum):
    """What sort of thing the statement tells."""

    OCCURRENCE = "occurrence"
    MEASURE = "measure"
    APPEAL = "appeal"
    CLAIM = "claim"
    PROMISE = "promise"
    LEGAL_BASIS = "legal-basis"


class Mention(Frozen):
    """A place as the text names it; ``phrase`` is verbatim."""

    id: Id
    phrase: Words


Side = Literal["after", "before"]
"""An end of a date: what it comes after, or before."""


class Event(Frozen):
    """One thing that the statement tells, in the project's own words.

    ``after`` and ``before`` are ids of the neighbours that bound an inferred date.
    ``after_cue`` and ``before_cue`` are the text's own words, verbatim, that bind it to them: by
    the id of the neighbour, or once for that whole end of the date. An end without a cue rests on
    the order of telling alone, which suggests days and excludes none. ``why_then`` says in the
    editor's words what supports the date. ``throughout`` is set where the event lasted for the
    whole of its interval; otherwise an interval means "some time within". ``note`` is the
    editor's and is shown as such. What is not ``reviewed`` was proposed by rules and waits for an
    editor.
    """

    id: Id
    paragraphs: Annotated[
        tuple[Count, ...],
        Field(alias="paragraph", min_length=1),
        BeforeValidator(as_list, json_schema_input_type=Count | tuple[Count, ...]),
    ]
    when: WhenField | None = None
    basis: Basis
    when_phrase: Words | None = None
    after: Ids = ()
    after_cue: Cues = Field(default_factory=dict)
    before: Ids = ()
    before_cue: Cues = Field(default_factory=dict)
    why_then: Text | None = None
    throughout: Flag = False
    places: tuple[Mention, ...] = ()
    kind: Kind
    topic: Id
    title: Text
    text: Text
    quote: Quote
    note: Text | None = None
    reviewed: Annotated[YesNo, Field(json_schema_extra={"default": "yes"})] = True

    @property
    def bounds(self) -> tuple[tuple[Side, tuple[str, ...], Mapping[str, str]], ...]:
        """Both ends of the date, each with its neighbours and its cues."""
        return (
            ("after", self.after, self.after_cue),
            ("before", self.before, self.before_cue),
        )

    def cue(self, side: Side, neighbour: str | None = None) -> str | None:
        """Return the words of the text that bind one end of the date, None if only order does.

        Without a ``neighbour`` this is the end of a date of the event's own, ``when``.
        """
        cues = self.after_cue if side == "after" else self.before_cue
        return cues.get(EVERY) or (cues.get(neighbour) if neighbour else None)

    def own_end(self, side: Side) -> date | None:
        """Return the end that an inferred date of its own has on a side, which a cue may bind."""
        if self.when is None or self.basis is not Basis.INFERRED:
            return None
        return self.when.start if side == "after" else self.when.end

    def cues(self, side: Side) -> tuple[str, ...]:
        """Return all words that bind an end of the date, each once."""
        cues = self.after_cue if side == "after" else self.before_cue
        return tuple(dict.fromkeys(cues.values()))

    @model_validator(mode="after")
    def _cues_bind_the_date(self) -> Self:
        for side, ids, cues in self.bounds:
            key = f"{side}_cue"
            if cues and not (ids or self.own_end(side)):
                raise _fault_in(
                    key,
                    f"binds no date; found words without {side!r}; write {side!r}, or an inferred "
                    "'when', or remove the words",
                )
            for id_ in cues:
                if id_ != EVERY and id_ not in ids:
                    raise _fault_in(
                        key,
                        f"binds to an event that {side!r} does not name; found {id_!r}; "
                        f"write it in {side!r} too, or remove it",
                    )
        return self

    @model_validator(mode="after")
    def _date_fits_its_basis(self) -> Self:
        dated = self.when is not None
        bounded = bool(self.after or self.before)
        if self.basis is Basis.STATED and not (dated and self.when_phrase):
            raise ValueError(
                "is stated but lacks the date or the words that state it; found basis 'stated'; "
                "write both 'when' and 'when_phrase', or another basis"
            )
        if self.basis is not Basis.STATED and self.when_phrase:
            raise ValueError(
                f"has a date phrase but is not stated; found basis {self.basis.value!r}; "
                "write 'stated', or remove 'when_phrase'"
            )
        if self.basis is Basis.INFERRED and not (dated or bounded):
            raise ValueError(
                "is inferred from nothing; found basis 'inferred'; write 'after', 'before' or "
                "'when', or basis 'none'"
            )
        if self.basis is Basis.NONE and (dated or bounded):
            raise ValueError(
                "has a date but no basis; found basis 'none'; write 'stated' or 'inferred', or "
                "remove 'when', 'after' and 'before'"
            )
        return self


class Topic(Frozen):
    """A subject that events are grouped and coloured by."""

    id: Id
    title: Text


class Chapter(Frozen):
    """Events that belong together: a stop of the short way through, which an editor chose.

    The first of ``events`` is the one that it tells; the others stand by it with their titles.
    ``look_at`` are ids of the places that the map looks at; without them it looks at those of its
    events.
    """

    id: Id
    title: Text
    events: Annotated[Ids, Field(min_length=1)]
    look_at: Ids = ()


SHAPES = 7
"""How many shapes and colours the styles know for topics; further topics begin anew."""


class Statement(Frozen):
    """The source text, without the text itself, and what it tells in its own order.

    ``issuer``, ``publisher`` and ``url`` are absent where they are not known: nobody's name is made
    up. ``paragraphs`` is their number; ``sha256`` is that of the text's UTF-8 bytes; ``places`` are
    those that its introduction names, outside any paragraph.

    ``numbers`` is where the text says how many or how much: in digits or words, but no date, no
    rank, no number of an article and no "many". ``sources`` is where it names who told what it
    tells, or the document where that stands: a name, and no "according to preliminary data";
    whoever orders, asks or promises something is no source of it. Each lists all paragraphs that
    do so, and is absent where nobody has looked for them; so are ``voices``, all of whom it
    speaks, and ``words``, those that judge. ``accessed`` is the day on which the text was taken
    from ``url``. ``bars`` are the text for whoever has not got it, paragraph by paragraph: how many
    characters are left out, in turn with the words that events quote. ``chapters`` are a story for
    whoever has no time for every event. What else helps to weigh the source is in
    :mod:`statement_map.criticism`.
    """

    title: Text
    issuer: Text | None = None
    publisher: Text | None = None
    url: Url | None = None
    language: LanguageCode
    published: WhenField
    published_basis: Basis
    accessed: Day | None = None
    paragraphs: Count
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    places: tuple[Mention, ...] = ()
    numbers: tuple[Passage, ...] | None = None
    sources: tuple[Passage, ...] | None = None
    topics: Annotated[tuple[Topic, ...], Field(min_length=1)]
    bars: tuple[tuple[Bar, ...], ...] = ()
    chapters: tuple[Chapter, ...] = ()
    voices: tuple[Voice, ...] | None = None
    words: tuple[LoadedWord, ...] | None = None
    compare: tuple[Comparison, ...] = ()
    chain: tuple[ChainLink, ...] = ()
    glossary: tuple[Term, ...] = ()
    other_accounts: tuple[OtherAccount, ...] = ()

    @model_validator(mode="after")
    def _has_bars_for_each_paragraph(self) -> Self:
        if self.bars and len(self.bars) != self.paragraphs:
            raise ValueError(
                f"has bars for other paragraphs; found {len(self.bars)}; "
                f"write them for all {self.paragraphs}"
            )
        return self

    @property
    def shapes(self) -> Mapping[str, int]:
        """The number of the shape and colour that stand for each topic wherever it is shown."""
        return {topic.id: n % SHAPES for n, topic in enumerate(self.topics)}


class PlaceKind(StrEnum):
    """What a place is, which decides how it may be drawn."""

    SITE = "site"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    AREA = "area"
    WATER = "water"
    GROUP = "group"
    UNNAMED = "unnamed"

    @property
    def may_have_point(self) -> bool:
        """Whether a point can stand for a place of this kind."""
        return self in {PlaceKind.SITE, PlaceKind.CITY, PlaceKind.REGION, PlaceKind.COUNTRY}


class Method(StrEnum):
    """Who decided where a place lies."""

    GAZETTEER = "gazetteer"
    NOMINATIM = "nominatim"
    MANUAL = "manual"


class LocatedBy(StrEnum):
    """What is said of who decided where a place lies."""

    GAZETTEER = "gazetteer"
    NOMINATIM = "nominatim"
    EDITOR = "manual"
    GIVEN = "given"
    """The data say so, as a table that was imported does, and no editor has looked at it."""


class Confidence(StrEnum):
    """How sure the location is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NONE = "none"


class Place(Frozen):
    """Something named in the text that lies somewhere.

    ``lat`` and ``lon`` are WGS 84 degrees and both None for an area, a water (a river, lake or
    sea, which no point stands for), a group and an unnamed place; ``radius_km`` is how far off
    the point may be. ``boundary`` are ids of outlines, ``members`` are ids of places, ``part_of``
    is the place that it lies in. ``review`` is what a geocoder left for an editor to decide.
    """

    id: Id
    names: Text
    kind: PlaceKind
    part_of: Id | None = None
    lat: Annotated[Decimal, Field(ge=-90, le=90)] | None = None
    lon: Annotated[Decimal, Field(ge=-180, le=180)] | None = None
    radius_km: Annotated[Decimal, Field(ge=0)] | None = None
    boundary: tuple[BoundaryId, ...] = ()
    members: tuple[Id, ...] = ()
    method: Method | None = None
    query: str | None = None
    source: str | None = None
    source_id: str | None = None
    retrieved: Day | None = None
    confidence: Confidence = Confidence.NONE
    reviewed: YesNo = False
    review: str | None = None
    notes: Text | None = None

    @property
    def has_point(self) -> bool:
        """Whether the place has coordinates of its own."""
        return self.lat is not None

    @property
    def located_by(self) -> LocatedBy | None:
        """Who decided where it lies; what an editor sets is reviewed by that."""
        if self.method is Method.MANUAL and not self.reviewed:
            return LocatedBy.GIVEN
        return LocatedBy(self.method) if self.method else None

    @model_validator(mode="after")
    def _point_fits_its_kind(self) -> Self:
        if (self.lat is None) != (self.lon is None):
            given, missing = ("lat", "lon") if self.lon is None else ("lon", "lat")
            raise _fault_in(missing, f"is missing; found {given} alone; write both or neither")
        if self.has_point and not self.kind.may_have_point:
            raise _fault_in(
                "lat",
                f"has a point that its kind cannot have; found kind {self.kind.value!r}; "
                "leave lat and lon empty",
            )
        if self.lat == 0 and self.lon == 0:
            raise _fault_in(
                "lat",
                "lies at 0, 0; found lat 0, lon 0; leave both empty if the point is not known",
            )
        if self.kind is PlaceKind.GROUP and not self.members:
            raise _fault_in("members", "is a group of nothing; found no members; write their ids")
        return self


PLAIN_FIELDS = tuple(name for name in Place.model_fields if name not in {"names", "notes"})
"""The fields of a place that take one column each; names and notes take one for each language."""

LIST_FIELDS = tuple(name for name, field in Place.model_fields.items() if field.default == ())
"""Those of them that hold several ids, with ``|`` between them in a cell."""


class Omission(StrEnum):
    """What a paragraph may leave out; said of it without blame."""

    DATE = "date"
    PLACE = "place"
    NUMBER = "number"
    SOURCE = "source"


@dataclass(frozen=True)
class Atlas:
    """All that the data files hold, read and checked together.

    ``events`` stand in the order of the text; ``places`` are keyed by id in the order of their
    file; ``boundaries`` are the ids of the outlines that can be drawn.
    """

    statement: Statement
    events: tuple[Event, ...]
    places: Mapping[str, Place]
    boundaries: frozenset[str]

    @cached_property
    def named_places(self) -> tuple[Place, ...]:
        """The places that an event or the introduction names, in the order of their file.

        Places that only stand as members of a group are left to that group.
        """
        mentions = chain(self.statement.places, *(event.places for event in self.events))
        named = {mention.id for mention in mentions}
        return tuple(place for place in self.places.values() if place.id in named)

    @cached_property
    def chapter_of(self) -> Mapping[str, int]:
        """The position of the chapter of each event, by the event's id.

        An event that no chapter names belongs to that of the event told before it, so that the
        chapters together leave nothing out. Empty without chapters.
        """
        chapters = enumerate(self.statement.chapters)
        named = {id_: number for number, chapter in chapters for id_ in chapter.events}
        belongs: dict[str, int] = {}
        number = next((named[event.id] for event in self.events if event.id in named), None)
        for event in self.events:
            number = named.get(event.id, number)
            if number is not None:
                belongs[event.id] = number
        return belongs

    def omissions(self, paragraphs: Collection[int]) -> tuple[Omission, ...]:
        """Return what none of the ``paragraphs`` gives, as far as somebody has looked."""
        return tuple(what for what, given in self._given.items() if given.isdisjoint(paragraphs))

    @cached_property
    def _given(self) -> Mapping[Omission, frozenset[int]]:
        """Return which paragraphs give what; without what nobody has looked for."""
        stated = (event for event in self.events if event.basis is Basis.STATED)
        placed = (event for event in self.events if event.places)
        looked = {
            Omission.NUMBER: self.statement.numbers,
            Omission.SOURCE: self.statement.sources,
        }
        return {
            Omission.DATE: frozenset(number for event in stated for number in event.paragraphs),
            Omission.PLACE: frozenset(number for event in placed for number in event.paragraphs),
            **{
                what: frozenset(passage.paragraph for passage in passages)
                for what, passages in looked.items()
                if passages is not None
            },
        }
