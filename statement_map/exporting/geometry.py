"""The geometry that a place really has, and what kind of thing that geometry is."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from statement_map.exporting.source import ExportSource
from statement_map.model import Place, PlaceKind

Geometry = dict[str, Any]
"""A GeoJSON geometry: WGS 84 degrees, longitude first (RFC 7946, section 3.1.1)."""


class Shape(StrEnum):
    """How the geometry of a place is to be read."""

    POINT = "point"
    OUTLINE = "outline"
    SOFT_AREA = "soft-area"
    """Outlines that stand for an area to which the text gives no border."""
    MEMBERS = "members"
    """One geometry for each member of a group."""
    NONE = "none"


def shape_of(place: Place, geometry: Geometry | None) -> Shape:
    """Return how the ``geometry`` of ``place`` is to be read."""
    if geometry is None:
        return Shape.NONE
    if place.kind is PlaceKind.AREA:
        return Shape.SOFT_AREA
    if place.kind is PlaceKind.GROUP:
        return Shape.MEMBERS
    return Shape.POINT if geometry["type"] == "Point" else Shape.OUTLINE


def geometry_of(place: Place, source: ExportSource) -> Geometry | None:
    """Return what is drawn for ``place``, None where it has no place of its own on a map.

    Several outlines become a GeometryCollection and not one MultiPolygon: the polygons of
    neighbours share edges, which a MultiPolygon may not have (OGC 06-103r4, 6.1.14), so that
    RFC 7946, section 3.1.8, allows the collection. Each member of a group stays one geometry.
    """
    parts = list(_parts(place, source))
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else {"type": "GeometryCollection", "geometries": parts}


def _parts(place: Place, source: ExportSource) -> Iterator[Geometry]:
    outlines = [source.outlines[id_] for id_ in place.boundary if id_ in source.outlines]
    if outlines:
        yield from outlines
    elif place.has_point:
        yield {"type": "Point", "coordinates": [place.lon, place.lat]}
    for member in place.members:
        yield from _parts(source.atlas.places[member], source)
