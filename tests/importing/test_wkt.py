"""Well-known text, by the examples of the standard and of PostGIS' manual, written anew."""

import json
from typing import Any

import pytest
from shapely import from_wkt
from shapely.geometry import mapping, shape

from statement_map.exporting import FORMATS, read_source
from statement_map.importing.foreign import import_file
from statement_map.importing.wkt import read_wkt
from tests.conftest import ROOT
from tests.exporting.told import PLACES
from tests.importing.test_foreign import read

SQUARE = [[[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 0.0]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("POINT (18.95 54.35)", {"type": "Point", "coordinates": [18.95, 54.35]}),
        ("point(18.95  54.35)", {"type": "Point", "coordinates": [18.95, 54.35]}),
        ("SRID=4326;POINT(-71.06 42.28)", {"type": "Point", "coordinates": [-71.06, 42.28]}),
        ("POINT Z (1 2 30)", {"type": "Point", "coordinates": [1.0, 2.0]}),
        ("POINT(1e1 -.5)", {"type": "Point", "coordinates": [10.0, -0.5]}),
        ("POLYGON ((0 0, 4 0, 4 4, 0 0))", {"type": "Polygon", "coordinates": SQUARE}),
        (
            "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)))",
            {"type": "MultiPolygon", "coordinates": [SQUARE]},
        ),
        (
            "GEOMETRYCOLLECTION (POINT (1 2), POLYGON ((0 0, 4 0, 4 4, 0 0)))",
            {
                "type": "GeometryCollection",
                "geometries": [
                    {"type": "Point", "coordinates": [1.0, 2.0]},
                    {"type": "Polygon", "coordinates": SQUARE},
                ],
            },
        ),
    ],
)
def test_geometry_is_read_as_geojson(text: str, expected: dict[str, Any]) -> None:
    assert read_wkt(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "POLYGON ((0 0, 4 0, 4 4, 0 0), (1 1, 2 1, 2 2, 1 1))",
        "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)), ((9 9, 8 9, 8 8, 9 9)))",
        "LINESTRING (30 10, 10 30, 40 40)",
        "MULTIPOINT ((10 40), (40 30))",
    ],
)
def test_geometry_is_what_shapely_reads(text: str) -> None:
    assert from_wkt(text) == from_wkt_of(read_wkt(text))


def test_outlines_of_a_gazetteer_come_in() -> None:
    """As this program writes them: Mangystau Region has one outline, Almaty's airport a point."""
    written = FORMATS["lp-tsv"].export(read_source(ROOT / "data"))
    imported = import_file("places.tsv", written)
    atlas = read(imported).atlas
    by_name = {place.names.read("en"): place for place in atlas.places.values()}
    (outline,) = by_name["Mangystau Region"].boundary
    airport = by_name["Almaty International Airport"]
    own_point = tuple(float(PLACES["almaty-airport"][name]) for name in ("lat", "lon"))
    assert (airport.lat, airport.lon) == own_point
    assert airport.boundary == ()
    features = json.loads(imported.boundaries)["features"]
    (found,) = (each["geometry"] for each in features if each["id"] == outline)
    own = json.loads((ROOT / "data" / "boundaries.geojson").read_bytes())["features"]
    (meant,) = (each["geometry"] for each in own if each["id"] == "KZ-MAN")
    assert shape(found).symmetric_difference(shape(meant)).area < 1e-3


def from_wkt_of(geometry: dict[str, Any]) -> Any:
    read = shape(geometry)
    assert mapping(read)["type"] == geometry["type"]
    return read


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "is no well-known text; found ''"),
        ("POINT EMPTY", "is no well-known text; found 'POINT EMPTY'"),
        ("POINT (1)", "is no well-known text; found 'POINT (1)'"),
        ("CIRCLE (1 2)", "is no well-known text; found 'CIRCLE (1 2)'"),
        ("POLYGON ((0 0, 1 1", "is no well-known text; found 'POLYGON ((0 0, 1 1'"),
        (
            f"POINT {'(' * 5000}1 2{')' * 5000}",
            f"is no well-known text; found 'POINT {'(' * 24}'",
        ),
        ("SRID=2180;POINT (1 2)", "is not in WGS 84; found SRID 2180"),
    ],
)
def test_what_is_none_is_refused(text: str, fault: str) -> None:
    with pytest.raises(ValueError, match=r"^is no") as caught:
        read_wkt(text)
    assert str(caught.value) == fault
