"""What the gazetteer knows, and from where.

The countries and regions are those of boundaries.geojson, by their names there, by those that
Unicode CLDR has for countries (in the package Babel) and by a few more; the airports are those of
the package airportsdata; the cities stand in a small table. ``docs/geocoding.md`` says where the
tables come from.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files

from airportsdata import Airport
from babel import Locale

from statement_map.geocoding.candidates import Candidate, Match
from statement_map.geocoding.names import Name, is_inflected, read_name
from statement_map.geocoding.outlines import Outline
from statement_map.model import PlaceKind

LANGUAGES = ("pl", "en", "kk", "ru", "uk")
"""In which the names of countries are known."""

AIRPORT_RADIUS_KM = 2.0
"""How far off an airport's point may be: a runway is that long, and sources differ by 0.5 km."""


@dataclass(frozen=True)
class GazetteerEntry:
    """A place that the gazetteer knows, with its names taken apart.

    ``half_names`` are words that mean it only beside one that says what it is: "West Kazakhstan"
    alone may be the west of that country, "West Kazakhstan Region" is a region.
    """

    place: Candidate
    names: tuple[Name, ...]
    half_names: frozenset[tuple[str, ...]] = frozenset()

    def match(self, query: Name) -> Match | None:
        """Return how ``query`` names this place, None if it does not."""
        if not query.words or query.kind not in {None, self.place.kind}:
            return None
        known = [
            name.words
            for name in self.names
            if (query.kind or name.words not in self.half_names)
            and (name.is_international or not query.is_international)
        ]
        if query.words in known:
            return Match.NAME
        return Match.LOOSE if any(is_inflected(query.words, words) for words in known) else None


def identify_outlines(outlines: Collection[str]) -> Mapping[str, str]:
    """Return the ids of ``outlines`` by all that identifies them: ``KZ``, ``wikidata:Q232``."""
    return {id_: id_ for id_ in outlines} | {
        id_: row["boundary"]
        for row in _read_table("outlines.csv")
        if row["boundary"] in outlines
        for id_ in row["source_id"].split("; ")
    }


def outline_entries(outlines: Mapping[str, Outline]) -> Iterator[GazetteerEntry]:
    """Yield the countries and regions among ``outlines``, which are keyed by id."""
    ids = {row["boundary"]: row["source_id"] for row in _read_table("outlines.csv")}
    names = _outline_names(outlines)
    countries = {
        name.words[0]
        for id_, outline in outlines.items()
        for name in names[id_]
        if outline.kind is PlaceKind.COUNTRY and len(name.words) == 1
    }
    for id_, outline in outlines.items():
        place = Candidate(
            name=outline.name,
            kind=outline.kind,
            lat=outline.lat,
            lon=outline.lon,
            country=outline.country,
            boundary=id_,
            source="Natural Earth",
            source_id=ids.get(id_, f"iso3166:{id_}"),
        )
        is_region = outline.kind is PlaceKind.REGION
        half_names = [name.words for name in names[id_] if is_region and countries & {*name.words}]
        yield GazetteerEntry(place, names[id_], frozenset(half_names))


def _outline_names(outlines: Mapping[str, Outline]) -> Mapping[str, tuple[Name, ...]]:
    territories = [Locale(language).territories for language in LANGUAGES]
    others = {row["boundary"]: row["other_names"].split("|") for row in _read_table("outlines.csv")}
    return {
        id_: tuple(
            read_name(name)
            for name in (
                *outline.names.values(),
                *(table[id_] for table in territories if id_ in table),
                *others.get(id_, ()),
            )
        )
        for id_, outline in outlines.items()
    }


def city_entries() -> Iterator[GazetteerEntry]:
    """Yield the cities of the table."""
    for row in _read_table("cities.csv"):
        names = row["names"].split("|")
        place = Candidate(
            name=names[0],
            kind=PlaceKind.CITY,
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            radius_km=float(row["radius_km"]),
            country=row["country"],
            source="GeoNames",
            source_id=row["source_id"],
        )
        yield GazetteerEntry(place, tuple(map(read_name, names)))


def airport_entries(
    airports: Sequence[Airport], cities: Sequence[GazetteerEntry]
) -> Iterator[GazetteerEntry]:
    """Yield ``airports``, each by its own name and by all names of its city in ``cities``."""
    names_of = {
        (city.place.country, name.words): city.names for city in cities for name in city.names
    }
    for airport in airports:
        own = read_name(airport["name"])
        city = read_name(airport["city"])
        names = names_of.get((airport["country"], city.words), (city,))
        served = (replace(name, is_international=own.is_international) for name in names)
        yield GazetteerEntry(read_airport(airport), (own, *served))


def read_airport(airport: Airport) -> Candidate:
    """Return an airport of airportsdata as a candidate."""
    codes = {"iata": airport["iata"], "icao": airport["icao"]}
    return Candidate(
        name=airport["name"],
        kind=PlaceKind.SITE,
        lat=airport["lat"],
        lon=airport["lon"],
        radius_km=AIRPORT_RADIUS_KM,
        country=airport["country"],
        source="airportsdata",
        source_id="; ".join(f"{kind}:{code}" for kind, code in codes.items() if code),
    )


def _read_table(name: str) -> Iterator[dict[str, str]]:
    text = (files(__package__) / "tables" / name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())
