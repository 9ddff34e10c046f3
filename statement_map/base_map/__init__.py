"""The offline base map: what lies on the ground, in tiles, for wherever a text tells of.

``world.zip`` is made by ``scripts/build_base_map.py`` from Natural Earth and GeoNames. A tile is
one of Web Mercator, named ``Z_X_Y`` by the numbers that addresses of map servers have: zoom 3 shows
from afar, and zoom 4 is added to it nearby. ``close.zip`` has zoom 6, the relief alone, around
large cities below mountains (``scripts/build_close_relief.py``). A tile holds JSON with
``features`` (GeoJSON: towns, rivers, lakes, urban areas) and, mostly, a picture of the ``relief``.
Outlines of countries and regions are not in it: they belong to the data of a text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from io import BytesIO
from itertools import product
from math import asinh, pi, radians, tan
from typing import Any
from zipfile import ZipFile

from statement_map.model import Atlas, Place, PlaceKind

AFAR, NEARBY, CLOSE = 3, 4, 6
"""The zooms of the tiles."""

MOST = 16
"""So many tiles go with one text at most: about 0.7 MB as they are sent, each when it is seen."""

_LAT_MOST = 85.05  # Web Mercator ends there
_MARGIN = {
    AFAR: 0.5,
    NEARBY: 0.15,
    CLOSE: 0.0,
}  # of a tile: so much around what is named is seen with it


def names_for(atlas: Atlas, boundaries: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of the tiles below and beside the places of ``atlas``.

    The more places lie in a tile, the earlier it comes. ``boundaries`` is a FeatureCollection.
    States and groups of them do not count, but for the first state, which the map shows at home.
    """
    places: defaultdict[str, set[str]] = defaultdict(set)
    for id_, lat, lon in _spots(atlas, boundaries):
        for zoom in _MARGIN:
            here = _tile(zoom, lat, lon)
            places[_name(here)].add(id_)
            for beside in _around(here):
                places.setdefault(_name(beside), set())
    known = [name for name in places if name in _members()]
    known.sort(key=lambda name: (-len(places[name]), name))
    return tuple(known[:MOST])


def read_tile(name: str) -> bytes:
    """Return a tile's JSON; nobody keeps it, since all of them are some 10 MB."""
    return _members()[name].read(f"{name}.json")


def _spots(atlas: Atlas, boundaries: Mapping[str, Any]) -> Iterator[tuple[str, float, float]]:
    """Yield points of places, each with the id of its place."""
    geometries = {each["id"]: each["geometry"] for each in boundaries["features"]}
    home = next((each for each in atlas.named_places if each.kind is PlaceKind.COUNTRY), None)
    for place in atlas.named_places:
        if place.boundary:
            if place is home or place.kind not in (PlaceKind.COUNTRY, PlaceKind.GROUP):
                for lon, lat in _positions(place, geometries):
                    yield place.id, lat, lon
        elif place.lat is not None and place.lon is not None:
            yield place.id, place.lat, place.lon


def _positions(place: Place, geometries: Mapping[str, Any]) -> Iterator[list[float]]:
    """Yield the positions of the outer rings of a place's outlines."""
    for geometry in filter(None, (geometries.get(id_) for id_ in place.boundary)):
        polygons = geometry["coordinates"]
        for polygon in [polygons] if geometry["type"] == "Polygon" else polygons:
            yield from polygon[0]


def _tile(zoom: int, lat: float, lon: float) -> tuple[int, float, float]:
    """Return where a point lies, in tiles; the formula is that of Web Mercator (EPSG:3857)."""
    north = asinh(tan(radians(min(max(lat, -_LAT_MOST), _LAT_MOST)))) / pi
    return zoom, (lon + 180) / 360 * 2**zoom, (1 - north) / 2 * 2**zoom


def _around(spot: tuple[int, float, float]) -> Iterator[tuple[int, float, float]]:
    """Yield spots a little to all sides of one, to the other side of 180° too."""
    zoom, *at = spot
    for x, y in product(*((each - _MARGIN[zoom], each + _MARGIN[zoom]) for each in at)):
        yield zoom, x % 2**zoom, y


def _name(spot: tuple[int, float, float]) -> str:
    return "_".join(str(int(each)) for each in spot)


@cache
def _members() -> Mapping[str, ZipFile]:
    """Return the archive of each tile."""
    archives = [
        ZipFile(BytesIO(files(__name__).joinpath(name).read_bytes()))
        for name in ("world.zip", "close.zip")
    ]
    return {
        member.removesuffix(".json"): archive
        for archive in archives
        for member in archive.namelist()
        if member != "sources.json"
    }
