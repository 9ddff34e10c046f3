"""The outlines of boundaries.geojson, as far as looking places up needs them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any, TypeAlias

from geopy.distance import great_circle

from statement_map.model import PlaceKind
from statement_map.reading.outlines import Outlines

Ring: TypeAlias = list[list[float]]
"""Positions as GeoJSON has them, lon before lat, in WGS 84 degrees; the last is the first."""


@dataclass(frozen=True)
class Outline:
    """A country or a region, with its names and the point where its name stands on a map.

    ``id`` is its ISO 3166 code, ``names`` are keyed by language, ``lat`` and ``lon`` are WGS 84
    degrees.
    """

    id: str
    kind: PlaceKind
    names: Mapping[str, str]
    lat: float
    lon: float
    polygons: tuple[list[Ring], ...]

    @property
    def name(self) -> str:
        """Its English name, else the first that it has."""
        return self.names.get("en") or next(iter(self.names.values()), self.id)

    @property
    def country(self) -> str:
        """The ISO 3166-1 code of the country it is or lies in."""
        return self.id[:2]

    def outside_km(self, lat: float, lon: float) -> float:
        """Return how far outside of it a point lies, 0 inside."""
        if self.contains(lat, lon):
            return 0.0
        return distance_km((lat, lon), self._nearest(lat, lon))

    def contains(self, lat: float, lon: float) -> bool:
        """Whether a point lies in it."""
        # The borders east of it are counted: inside, holes counted too, they are odd.
        crossings = 0
        for (lon_a, lat_a), (lon_b, lat_b) in self._borders():
            if (lat_a > lat) != (lat_b > lat):
                crossings += lon < lon_a + (lat - lat_a) / (lat_b - lat_a) * (lon_b - lon_a)
        return crossings % 2 == 1

    def _nearest(self, lat: float, lon: float) -> tuple[float, float]:
        """Return the lat, lon of the border's point that is nearest, on a map of its vicinity."""
        shrink = math.cos(math.radians(lat))  # of a degree of longitude

        def squared(point: tuple[float, float]) -> float:
            return (point[0] - lat) ** 2 + ((point[1] - lon) * shrink) ** 2

        def foot(a: list[float], b: list[float]) -> tuple[float, float]:
            along = (b[0] - a[0]) * shrink, b[1] - a[1]
            there = (lon - a[0]) * shrink, lat - a[1]
            length = along[0] ** 2 + along[1] ** 2
            share = (there[0] * along[0] + there[1] * along[1]) / length if length else 0.0
            share = min(1.0, max(0.0, share))
            return a[1] + share * (b[1] - a[1]), a[0] + share * (b[0] - a[0])

        return min((foot(a, b) for a, b in self._borders()), key=squared)

    def _borders(self) -> Iterator[tuple[list[float], list[float]]]:
        for ring in chain.from_iterable(self.polygons):
            yield from pairwise(ring)


@lru_cache(maxsize=16_384)
def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two points, each lat, lon.

    It is kept: an author's page asks for hundreds, the same ones after each edit.
    """
    return float(great_circle(a, b).km)


def build_areas(outlines: Outlines) -> Mapping[str, Outline]:
    """Return the countries and regions among ``outlines`` by id."""
    areas = map(_build_area, outlines.collection["features"])
    return {area.id: area for area in areas if area}


def find_around(areas: Iterable[Outline], lat: float, lon: float) -> list[Outline]:
    """Return the ``areas`` around a point in WGS 84 degrees, regions first."""
    within = [area for area in areas if area.contains(lat, lon)]
    return sorted(within, key=lambda area: area.kind is PlaceKind.COUNTRY)


def _build_area(feature: Mapping[str, Any]) -> Outline | None:
    properties, geometry = feature["properties"], feature["geometry"]
    if properties["kind"] not in {PlaceKind.COUNTRY, PlaceKind.REGION}:
        return None
    parts = geometry["coordinates"]
    polygons = [parts] if geometry["type"] == "Polygon" else parts
    return Outline(
        id=feature["id"],
        kind=PlaceKind(properties["kind"]),
        names={
            key.removeprefix("name_"): value
            for key, value in properties.items()
            if key.startswith("name_")
        },
        lat=float(properties["label_lat"]),
        lon=float(properties["label_lon"]),
        polygons=tuple(polygons),
    )
