"""Shapes of outlines: what is left out of them, and where a name stands in them."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import shapely
from shapely.geometry import MultiPolygon, Point, Polygon
from shapely.ops import polylabel

LETTER_PX = 5  # of a name on the map, about


@dataclass(frozen=True)
class Detail:
    """How much of a shape is kept: bends longer than interval_km, parts larger than area_km2."""

    interval_km: float
    area_km2: float


@dataclass(frozen=True)
class Outline:
    """One feature to be.

    label is lat, lon, or None where the package gives no point. label_zoom is the first zoom at
    which Natural Earth would show the name, or 0; to its regions it gives 6 without distinction.
    """

    id: str
    kind: str
    names: dict[str, str]
    label: tuple[float, float] | None
    label_zoom: float
    detail: Detail
    geometry: MultiPolygon


def polygons(geometry: shapely.Geometry) -> Iterator[Polygon]:
    for part in shapely.get_parts(geometry):
        if isinstance(part, Polygon):
            yield part


def join(geometries: Iterable[shapely.Geometry]) -> MultiPolygon:
    return MultiPolygon(list(polygons(shapely.union_all(list(geometries)))))


def area_km2(polygon: Polygon) -> float:
    """About, which is enough to leave small islands out."""
    return polygon.area * 111.2**2 * math.cos(math.radians(polygon.centroid.y))


def prune(geometry: shapely.Geometry, least_km2: float, south: float = -90.0) -> MultiPolygon:
    """Without the parts and holes that are smaller, or parts that lie south of a latitude."""
    return MultiPolygon(
        [
            Polygon(part.exterior, [h for h in part.interiors if area_km2(Polygon(h)) > least_km2])
            for part in polygons(geometry)
            if area_km2(part) > least_km2 and part.bounds[3] > south
        ]
    )


def find_hole(outlines: Iterable[Outline], point: Point) -> MultiPolygon:
    """What the outlines leave free around a point that they enclose."""
    land = join(outline.geometry for outline in outlines)
    shore = next(
        Polygon(ring)
        for part in land.geoms
        for ring in part.interiors
        if Polygon(ring).contains(point)
    )
    return join([shore.difference(land)])


def prune_coarsely(geometry: shapely.Geometry, detail: Detail) -> MultiPolygon:
    """Without small parts, but never without the largest: island states are small.

    Holes stay: San Marino is one of Italy's.
    """
    parts = list(polygons(geometry))
    least_km2 = min(detail.area_km2, max(map(area_km2, parts)) * 0.3)
    return MultiPolygon([part for part in parts if area_km2(part) > least_km2])


def check_shapes(outlines: list[Outline]) -> None:
    invalid = [outline.id for outline in outlines if not outline.geometry.is_valid]
    parts = [o.geometry for o in outlines if o.kind in ("region", "city")]
    countries = [o.geometry for o in outlines if o.kind == "country"]
    if invalid or not all(map(shapely.coverage_is_valid, (countries, parts))):
        sys.exit(f"shapes overlap or are not valid: {invalid}; choose other intervals")


def find_label_point(outline: Outline) -> tuple[float, float]:
    """Lat, lon of the package's own point, or of the widest place of the largest part."""
    if outline.label and outline.geometry.contains(Point(outline.label[1], outline.label[0])):
        return outline.label
    point = polylabel(max(outline.geometry.geoms, key=area_km2), tolerance=0.01)
    return point.y, point.x


def find_label_zoom(outline: Outline) -> float:
    """The zoom at which the longest name is no wider than the shape; a city's name may be."""
    if outline.kind == "city":
        return outline.label_zoom
    west, _, east, _ = max(outline.geometry.geoms, key=area_km2).bounds
    name_px = LETTER_PX * max(map(len, outline.names.values()))
    fits = math.log2(name_px / (east - west) * 360 / 256)  # the world is 256 px wide at zoom 0
    return round(max(fits, outline.label_zoom), 1)
