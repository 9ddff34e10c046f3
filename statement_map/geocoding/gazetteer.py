"""A geocoder that needs no network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

import airportsdata
from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderUnavailable
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location

from statement_map.geocoding.candidates import Answer, Candidate, Match
from statement_map.geocoding.entries import (
    GazetteerEntry,
    airport_entries,
    city_entries,
    outline_entries,
    read_airport,
)
from statement_map.geocoding.names import Name, read_name, start_of
from statement_map.geocoding.outlines import Outline
from statement_map.language.folding import fold
from statement_map.model import Method, PlaceKind

CODE_LENGTHS = {3, 4}
"""Of the codes of airports: IATA's and ICAO's."""


class Gazetteer(Geocoder):  # type: ignore[misc]  # geopy is published without types
    """A geopy geocoder over data that is installed or shipped.

    The ``raw`` of its locations holds the fields of a :class:`Candidate`.
    """

    def __init__(self, outlines: Mapping[str, Outline]) -> None:
        """Know ``outlines``, which are keyed by id, beside cities and airports."""
        super().__init__(adapter_factory=_NoNetwork)
        self._cities = tuple(city_entries())
        self._entries = (*outline_entries(outlines), *self._cities)

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ARG002  # part of geopy's interface
        limit: int | None = None,
    ) -> Location | list[Location] | None:
        """Return what ``query`` may mean, as all geocoders of geopy do.

        That is a location, or with ``exactly_one=False`` a list of at most ``limit``, or None if
        nothing is found. Inflected names are only looked at if nothing has the name as it
        stands; what has ``query`` for its code comes last.
        """
        found = [
            Location(place.name, (place.lat, place.lon), asdict(place))
            for place in (*self._named(query), *self._coded(query))
        ]
        if not found:
            return None
        return found[0] if exactly_one else found[:limit]

    def _named(self, query: str) -> list[Candidate]:
        name = read_name(query)
        entries = self._airports_like(name) if name.kind is PlaceKind.SITE else self._entries
        found = [
            replace(entry.place, match=match) for entry in entries if (match := entry.match(name))
        ]
        return [place for place in found if place.match is Match.NAME] or found

    def _coded(self, query: str) -> Iterator[Candidate]:
        code = query.strip().upper()
        if len(code) in CODE_LENGTHS:
            for airport in self._airports:
                if code in {airport["iata"], airport["icao"]}:
                    yield replace(read_airport(airport), match=Match.CODE)

    @cached_property
    def _airports(self) -> tuple[airportsdata.Airport, ...]:
        return tuple(airportsdata.load().values())

    def _airports_like(self, name: Name) -> Iterator[GazetteerEntry]:
        """Yield the airports that have the letters of ``name``: only their names are taken apart.

        All 28 000 would take three quarters of a second.
        """
        like = list(zip(self._airports, self._airport_texts, strict=True))
        for start in map(start_of, name.words):
            like = [it for it in like if start in it[1]]
        return airport_entries([airport for airport, _ in like], self._cities)

    @cached_property
    def _airport_texts(self) -> tuple[str, ...]:
        """The folded names of each airport: its own, its city's, and other names of that city."""
        cities: defaultdict[str | None, list[tuple[list[str], str]]] = defaultdict(list)
        for city in self._cities:
            words = [word for name in city.names for word in name.words]
            firsts = [name.words[0] for name in city.names]
            cities[city.place.country].append((firsts, " ".join(words)))
        return tuple(_text_of(airport, cities) for airport in self._airports)


def _text_of(
    airport: airportsdata.Airport, cities: Mapping[str | None, Sequence[tuple[list[str], str]]]
) -> str:
    own = fold(f"{airport['name']} {airport['city']}")
    others = (
        names
        for firsts, names in cities.get(airport["country"], ())
        if any(first in own for first in firsts)
    )
    return " ".join((own, *others))


class GazetteerService:
    """The gazetteer as a source of candidates."""

    method = Method.GAZETTEER

    def __init__(self, outlines: Mapping[str, Outline]) -> None:
        self._gazetteer = Gazetteer(outlines)

    def look_up(self, query: str) -> Answer:
        """Return what ``query`` may mean, as of today (UTC)."""
        locations = self._gazetteer.geocode(query, exactly_one=False) or []
        found = tuple(Candidate(**location.raw) for location in locations)
        return Answer(found, datetime.now(UTC).date())


class _NoNetwork(BaseSyncAdapter):  # type: ignore[misc]  # geopy is published without types
    """Stands where a geopy geocoder has its connection, and refuses to be one."""

    def get_json(self, url: str, **_: Any) -> Any:
        """Raise: the gazetteer has nobody to ask."""
        raise GeocoderUnavailable(f"the gazetteer needs no network; found a request for {url}")

    def get_text(self, url: str, **_: Any) -> str:
        """Raise: the gazetteer has nobody to ask."""
        raise GeocoderUnavailable(f"the gazetteer needs no network; found a request for {url}")
