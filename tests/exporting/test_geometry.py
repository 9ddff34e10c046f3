"""The geometry that a place really has, and how it is to be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statement_map.exporting import ExportSource
from statement_map.exporting.geometry import Shape, geometry_of, shape_of

# From the kinds and columns of data/locations.csv.
SHAPES = {
    "almaty-airport": (Shape.POINT, "Point"),
    "mangystau": (Shape.OUTLINE, "MultiPolygon"),
    "western-kazakhstan": (Shape.SOFT_AREA, "GeometryCollection"),
    "csto-members": (Shape.MEMBERS, "GeometryCollection"),
    "many-regions": (Shape.NONE, None),
}


@pytest.mark.parametrize("place", SHAPES)
def test_what_places_of_the_statement_have(source: ExportSource, place: str) -> None:
    found = source.atlas.places[place]
    geometry = geometry_of(found, source)
    shape, kind = SHAPES[place]
    assert shape_of(found, geometry) is shape
    assert (geometry and geometry["type"]) == kind


def test_a_point_has_its_longitude_first(source: ExportSource) -> None:
    airport = source.atlas.places["almaty-airport"]
    assert geometry_of(airport, source) == {
        "type": "Point",
        "coordinates": [airport.lon, airport.lat],
    }


def test_a_group_has_a_geometry_for_each_member(source: ExportSource) -> None:
    group = source.atlas.places["csto-members"]
    geometry = geometry_of(group, source)
    assert geometry is not None
    members = [source.atlas.places[id_] for id_ in group.members]
    assert geometry["geometries"] == [geometry_of(member, source) for member in members]
    assert len(members) == 6  # the CSTO in January 2022: AM, BY, KZ, KG, RU, TJ


def test_without_its_outline_a_place_is_its_point(source: ExportSource) -> None:
    bare = replace(source, boundaries={"type": "FeatureCollection", "features": []})
    region = source.atlas.places["mangystau"]
    geometry = geometry_of(region, bare)
    assert geometry == {"type": "Point", "coordinates": [region.lon, region.lat]}
    assert shape_of(region, geometry) is Shape.POINT
