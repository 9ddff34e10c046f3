"""What a geocoder offers for a query, whichever geocoder it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from statement_map.model import Method, PlaceKind


class Match(StrEnum):
    """How a query names what was found."""

    NAME = "name"
    """By one of its names, whatever the case and the diacritics."""

    LOOSE = "loose"
    """By an inflected name, or in a way that only the geocoder knows."""

    CODE = "code"
    """By a code that may mean something else, such as an airport's three letters."""


ESTIMATE = "estimate of the project"
"""The source of a point that nobody published: an editor put it there by eye."""

OPENSTREETMAP = "OpenStreetMap contributors (ODbL)"
"""What the source of a point of OpenStreetMap begins with: its licence asks to be told so."""


@dataclass(frozen=True)
class Candidate:
    """Something that a query may mean.

    ``kind`` is None for what is never a place here, such as a peak. A river, lake or sea is
    ``water``, whose point only tells it from its namesakes: none is drawn. ``lat`` and ``lon`` are
    WGS 84 degrees, ``radius_km`` is how far off they may be (None where an outline tells it),
    ``country`` is an ISO 3166-1 code, ``boundary`` the id of its outline. ``source_id`` holds
    ids such as ``geonames:1526384``, separated by ``; ``.
    """

    name: str
    kind: PlaceKind | None
    lat: float
    lon: float
    source: str
    source_id: str
    radius_km: float | None = None
    country: str | None = None
    boundary: str | None = None
    match: Match = Match.NAME

    @property
    def is_estimate(self) -> bool:
        """Whether its point was put there by eye, so that nobody may call it sure."""
        return self.source.startswith("estimate")


@dataclass(frozen=True)
class Answer:
    """All candidates for one query, best first, and the day on which they were looked up."""

    candidates: tuple[Candidate, ...]
    retrieved: date


class GeocodingService(Protocol):
    """A geocoding service: the gazetteer that is here, or Nominatim."""

    @property
    def method(self) -> Method:
        """What a row says that it located."""

    def look_up(self, query: str) -> Answer:
        """Return what ``query`` may mean; raises :class:`GeocodingError` if it cannot be asked."""


class GeocodingError(Exception):
    """A geocoder could not be asked, or gave no answer that can be read.

    The message is one line: what was found, and what to do about it.
    """
