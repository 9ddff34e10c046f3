"""The outlines of all countries, drawn finely near the places of a text and coarsely elsewhere.

``data/world.geojson``, which drafts come with, has a border every 14 km: enough to see where a
country lies, too little for a bay. ``shapes.json.xz``, made by ``scripts/build_shapes.py``, is a
topology of the same outlines (as in TopoJSON): arcs that neighbours share, each with few and with
many points. So no border falls apart where fine and coarse meet.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import accumulate
from math import floor
from typing import Any, TypeAlias

from statement_map.files.folder import is_world, world_outlines
from statement_map.model import Atlas
from statement_map.reading.outlines import Outlines, write_outlines

REACH_DEGREES = 3
"""What is so near to a place is drawn finely, in degrees of latitude and longitude."""

_LEAST_DEGREES = 0.25
"""A smaller island is left out, unless it is near: at the zoom of a continent it is a dot."""


Position: TypeAlias = tuple[int, int]
"""Longitude and latitude, in units of the topology."""


def finely_drawn(outlines: Outlines, atlas: Atlas) -> Outlines:
    """Return the outlines to draw for ``atlas``: finer ones for those of the whole world.

    Outlines of somebody's own come back as they are.
    """
    if not is_world(outlines.data):
        return outlines
    points = ((each.lat, each.lon) for each in atlas.named_places if not each.boundary)
    cells = {(floor(lat), floor(lon)) for lat, lon in points if lat is not None and lon is not None}
    return _draw(frozenset(cells)) if cells else outlines


@lru_cache(maxsize=8)
def _draw(cells: frozenset[tuple[int, int]]) -> Outlines:
    """Return the outlines of the world, finely drawn around some squares of a degree."""
    topology = _topology()
    near = topology.near(cells)
    world = world_outlines()
    features = [
        {**feature, "geometry": {"type": "MultiPolygon", "coordinates": polygons}}
        if (polygons := topology.polygons(feature["id"], near))
        else feature
        for feature in world.collection["features"]
    ]
    return write_outlines({**world.collection, "features": features}, world.extents)


@dataclass(frozen=True)
class _Topology:
    """Arcs, each with many points and with few, and for each outline its polygons of rings of arcs.

    A ring holds numbers of arcs; ``~n`` is arc n backwards.
    """

    scale: int
    arcs: Sequence[tuple[Sequence[int], Sequence[int]]]
    shapes: Mapping[str, Sequence[Sequence[Sequence[int]]]]

    @cached_property
    def boxes(self) -> Sequence[tuple[int, int, int, int]]:
        """How far each arc reaches: west, south, east, north; its coarse points are enough."""
        return [
            (min(lons), min(lats), max(lons), max(lats))
            for lons, lats in (zip(*_points(coarse), strict=True) for _, coarse in self.arcs)
        ]

    def near(self, cells: Iterable[tuple[int, int]]) -> frozenset[int]:
        """Return the arcs near squares, each given by its southern and its western edge."""
        around = [
            (
                (lon - REACH_DEGREES) * self.scale,
                (lat - REACH_DEGREES) * self.scale,
                (lon + 1 + REACH_DEGREES) * self.scale,
                (lat + 1 + REACH_DEGREES) * self.scale,
            )
            for lat, lon in cells
        ]
        return frozenset(
            number
            for number, (west, south, east, north) in enumerate(self.boxes)
            if any(west < e and w < east and south < n and s < north for w, s, e, n in around)
        )

    def polygons(self, id_: str, near: frozenset[int]) -> list[list[list[list[float]]]]:
        """Return the polygons of an outline, empty where nothing of it is near.

        Islands that are not near and too small to be drawn coarsely are left out.
        """
        shape = self.shapes.get(id_, ())
        if not any(_number(arc) in near for polygon in shape for ring in polygon for arc in ring):
            return []
        drawn = []
        for polygon in shape:
            rings = [ring for arcs in polygon if len(ring := self._ring(arcs, near)) > 3]
            if rings and (
                self._is_large(polygon[0]) or any(_number(n) in near for n in polygon[0])
            ):
                drawn.append(rings)
        return drawn

    def _is_large(self, arcs: Iterable[int]) -> bool:
        west, south, east, north = zip(*(self.boxes[_number(arc)] for arc in arcs), strict=True)
        size = max(max(east) - min(west), max(north) - min(south))
        return bool(size > _LEAST_DEGREES * self.scale)

    def _ring(self, arcs: Sequence[int], near: frozenset[int]) -> list[list[float]]:
        points: list[Position] = []
        for arc in arcs:
            number = _number(arc)
            fine, coarse = self.arcs[number]
            run = list(_points(fine if number in near else coarse))
            points += run[::-1][bool(points) :] if arc < 0 else run[bool(points) :]
        return [[lon / self.scale, lat / self.scale] for lon, lat in points]


def _number(arc: int) -> int:
    return arc if arc >= 0 else ~arc


def _points(steps: Sequence[int]) -> Iterator[Position]:
    """Yield points from the first one and the way from each to the next."""
    return zip(accumulate(steps[::2]), accumulate(steps[1::2]), strict=True)


@cache
def _topology() -> _Topology:
    packed = files("statement_map.base_map").joinpath("shapes.json.xz").read_bytes()
    read: dict[str, Any] = json.loads(lzma.decompress(packed))
    return _Topology(read["scale"], read["arcs"], read["shapes"])
