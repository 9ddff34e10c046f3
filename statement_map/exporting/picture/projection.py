"""From degrees to px: the projection of a picture, and the rings of geometries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import atan2, cos, degrees, hypot, radians, sin, sqrt

from statement_map.exporting.geometry import Geometry
from statement_map.exporting.picture.names import XY

WIDTH_PX, MAP_HEIGHT_PX, MARGIN_PX = 1200, 720, 24


class Projection:
    """Lambert's azimuthal equal-area projection of the sphere, fitted into the map.

    Snyder, Map Projections: A Working Manual (USGS 1395, 1987), equations 24-2 and 24-4 with the
    radius 1. It has no seam at 180°.
    """

    def __init__(self, geometries: Sequence[Geometry]) -> None:
        spots = [spot for geometry in geometries for ring in rings(geometry) for spot in ring]
        self._lat, self._lon = map(radians, middle(spots))
        flat = [self._flat(lat, lon) for lat, lon in spots]
        left, right = min(x for x, _ in flat), max(x for x, _ in flat)
        low, high = min(y for _, y in flat), max(y for _, y in flat)
        room_x, room_y = WIDTH_PX - 8 * MARGIN_PX, MAP_HEIGHT_PX - 4 * MARGIN_PX
        self._scale = min(room_x / max(right - left, 0.01), room_y / max(high - low, 0.01))
        self._middle = (left + right) / 2, (low + high) / 2

    def _flat(self, lat: float, lon: float) -> XY:
        phi, turn = radians(lat), radians(lon) - self._lon
        across = sin(self._lat) * sin(phi) + cos(self._lat) * cos(phi) * cos(turn)
        k = sqrt(2 / max(1 + across, 1e-9))
        up = cos(self._lat) * sin(phi) - sin(self._lat) * cos(phi) * cos(turn)
        return k * cos(phi) * sin(turn), k * up

    def __call__(self, lat: float, lon: float) -> XY:
        """Return where a spot (WGS 84 degrees) lies in the map, in px from its upper left."""
        x, y = self._flat(lat, lon)
        return (
            WIDTH_PX / 2 + (x - self._middle[0]) * self._scale,
            MAP_HEIGHT_PX / 2 - (y - self._middle[1]) * self._scale,
        )


def middle(spots: Iterable[XY]) -> XY:
    """Return the lat and lon of the middle of ``spots``, across 180° too."""
    x = y = z = 0.0
    for lat, lon in spots:
        phi, turn = radians(lat), radians(lon)
        x, y, z = x + cos(phi) * cos(turn), y + cos(phi) * sin(turn), z + sin(phi)
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))


def rings(geometry: Geometry) -> Iterator[list[XY]]:
    """Yield the rings of a geometry, or its point as a ring of one, as lat, lon."""
    match geometry["type"]:
        case "Point":
            yield _spots([geometry["coordinates"]])
        case "Polygon":
            yield from map(_spots, geometry["coordinates"])
        case "MultiPolygon":
            for polygon in geometry["coordinates"]:
                yield from map(_spots, polygon)
        case "GeometryCollection":
            for part in geometry["geometries"]:
                yield from rings(part)


def _spots(coordinates: list[list[float]]) -> list[XY]:
    return [(lat, lon) for lon, lat, *_ in coordinates]


def path_of(geometry: Geometry, project: Projection) -> str:
    """Return the path of what of a geometry may lie in the map; blank if nothing does."""
    parts = []
    for ring in rings(geometry):
        spots, end = _open_at_180(ring)
        line = [project(lat, lon) for lat, lon in spots]
        if _touches(line):
            parts.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in _thin(line)) + end)
    return "".join(parts)


def _open_at_180(ring: list[XY]) -> tuple[list[XY], str]:
    """Return a ring and how its path ends: open along 180°, where GeoJSON cuts what goes on."""
    spots = ring[:-1]
    ends = [n for n, (_, lon) in enumerate(spots) if abs(lon) == 180 != abs(ring[n + 1][1])]
    if not ends:
        return ring, "Z"
    spots = [*spots[ends[0] :], *spots[: ends[0]]]
    while abs(spots[-1][1]) == abs(spots[-2][1]) == 180:
        spots.pop()
    return spots, "" if abs(spots[-1][1]) == 180 else "Z"


def _touches(line: Sequence[XY]) -> bool:
    """Whether something of a ring may lie in the map."""
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return max(xs) > 0 and min(xs) < WIDTH_PX and max(ys) > 0 and min(ys) < MAP_HEIGHT_PX


def _thin(line: Sequence[XY]) -> Iterator[XY]:
    """Yield the points of a ring without those that could not be told from the one before."""
    last = line[0]
    yield last
    for x, y in line[1:]:
        if abs(x - last[0]) + abs(y - last[1]) >= 0.7:
            last = x, y
            yield last
