"""A side of a country as a circle: there is no border to draw."""

from __future__ import annotations

import math
import re

from statement_map.geocoding.candidates import Candidate
from statement_map.geocoding.outlines import Outline
from statement_map.geocoding.world import Known, fold_words
from statement_map.language import languages
from statement_map.model import PlaceKind
from statement_map.toponyms.words import PlaceWords

_SIDES = {
    (1, 0): "north",
    (-1, 0): "south",
    (0, 1): "east",
    (0, -1): "west",
    (0, 0): "middle",
    (1, 1): "north-east",
    (1, -1): "north-west",
    (-1, 1): "south-east",
    (-1, -1): "south-west",
}
"""What the sides are called in the keys of the interface's words."""


def name_side(side: tuple[int, int], language: str, name: str) -> str:
    """Return what that side of a place is called: "The west of Kazakhstan"."""
    return languages()[language].words(f"draft-side-{_SIDES[side]}", place=name)


def side_of(match: re.Match[str], words: PlaceWords) -> tuple[int, int] | None:
    """Return the side of the country that a phrase for it names, None if it is all of it."""
    named = next((text for text in match.groups() if text), None)
    if named is None:
        return None
    folded = fold_words(named)
    for word, side in words.directions.items():
        if folded.startswith(word[:5]) and (len(folded) <= len(word) + 2):
            return side
    return None


def part_of_country(country: Known, side: tuple[int, int], outline: Outline | None) -> Candidate:
    """Return a circle in that part of a country."""
    place = country.place
    lat, lon, radius_km = place.lat, place.lon, 100.0
    if outline:
        lat, lon, radius_km = _circle_on_side(outline, (place.lat, place.lon), side)
    elif place.radius_km:
        lat, lon, radius_km = _circle_in_circle(place, side)
    return Candidate(
        name=name_side(side, "en", place.name),
        kind=PlaceKind.REGION,
        lat=lat,
        lon=lon,
        source="estimate from the country's outline",
        source_id="",
        radius_km=radius_km,
        country=place.country,
    )


def _circle_on_side(
    outline: Outline, middle: tuple[float, float], side: tuple[int, int]
) -> tuple[float, float, float]:
    """Return lat, lon and radius in km of a circle on one side of a country."""
    ring = max((polygon[0] for polygon in outline.polygons), key=len)
    lats, lons = [point[1] for point in ring], [point[0] for point in ring]
    height, width = max(lats) - min(lats), max(lons) - min(lons)
    lat = (max(lats) + min(lats)) / 2 + side[0] * height / 3 if side[0] else middle[0]
    lon = (max(lons) + min(lons)) / 2 + side[1] * width / 3 if side[1] else middle[1]
    sizes = (height * 111.2, width * 111.2 * math.cos(math.radians(lat)))
    spans = [size for size, on in zip(sizes, side, strict=True) if on] or [min(sizes)]
    # A country may be bent: then as far out as the point is still in it.
    for share in (1.0, 0.75, 0.5, 0.25, 0.0):
        near = middle[0] + (lat - middle[0]) * share, middle[1] + (lon - middle[1]) * share
        if not outline.outside_km(*near):
            break
    return *near, max(10.0, float(round(min(spans) / 6)))


def _circle_in_circle(place: Candidate, side: tuple[int, int]) -> tuple[float, float, float]:
    """Return lat, lon and radius in km of a circle on one side of another."""
    radius_km = place.radius_km or 0.0
    north, east = (radius_km / 2 / math.hypot(*side) * it if it else 0.0 for it in side)
    lat = place.lat + north / 111.2
    return lat, place.lon + east / (111.2 * math.cos(math.radians(lat))), round(radius_km / 2, 1)
