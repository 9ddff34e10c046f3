"""A geometry of another program's becomes a point or an outline, or is refused in words."""

from __future__ import annotations

from typing import Any

import pytest

from statement_map.importing.areas import Areas

SQUARE = [[0, 10], [2, 10], [2, 14], [0, 14], [0, 10]]


@pytest.mark.parametrize(
    ("geometry", "point"),
    [
        ({"type": "Point", "coordinates": [76.95, 43.25]}, (43.25, 76.95)),
        ({"type": "Point", "coordinates": [76.95, 43.25, 700]}, (43.25, 76.95)),
        ({"type": "Point", "coordinates": [76.1234567, 43.7654321]}, (43.76543, 76.12346)),
        ({"type": "MultiPoint", "coordinates": [[180, -90]]}, (-90, 180)),
        (
            {
                "type": "GeometryCollection",
                "geometries": [{"type": "Point", "coordinates": [1, 2]}],
            },
            (2, 1),
        ),
    ],
)
def test_points_have_latitude_first_and_a_metre_is_enough(
    geometry: dict[str, Any], point: tuple[float, float]
) -> None:
    assert Areas().locate(geometry) == (point, None)


@pytest.mark.parametrize(
    ("geometry", "said"),
    [
        (
            {"type": "Point", "coordinates": [43.25, 176.95]},
            "lies nowhere on earth; found lat 176.95, lon 43.25",
        ),
        ({"type": "Point", "coordinates": [0, 0]}, "lies at 0, 0; found no point that is known"),
        (
            {"type": "LineString", "coordinates": []},
            "is neither a point nor an area; found 'LineString'",
        ),
        ({}, "is neither a point nor an area; found 'None'"),
        (
            {"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]},
            "is several places; found 2 points; write each alone",
        ),
        (
            {"type": "Polygon", "coordinates": []},
            "is an area without a border; found no positions",
        ),
        (
            {"type": "Polygon", "coordinates": [SQUARE, []]},
            "is an area without a border; found no positions",
        ),
        (
            {"type": "Polygon", "coordinates": [[[200, 10]]]},
            "lies nowhere on earth; found lat 10, lon 200",
        ),
        (
            {"type": "GeometryCollection", "geometries": [{"type": "Point"}, {"type": "Point"}]},
            "is several places; found 2 geometries without an area; write each alone",
        ),
    ],
)
def test_what_is_no_place(geometry: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=r"\A") as caught:
        Areas().locate(geometry)
    assert str(caught.value) == said


def test_an_area_is_an_outline_named_in_its_middle_and_kept_once() -> None:
    areas = Areas()
    assert areas.locate({"type": "Polygon", "coordinates": [SQUARE]}) == (None, "XA-1")
    assert areas.locate({"type": "MultiPolygon", "coordinates": [[SQUARE]]}) == (None, "XA-1")
    areas.name("XA-1", "The square")
    (feature,) = areas.features
    assert feature["geometry"] == {
        "type": "MultiPolygon",
        "coordinates": [[[[float(x), float(y)] for x, y in SQUARE]]],
    }
    properties = feature["properties"]
    assert (properties["name_en"], properties["label_lat"], properties["label_lon"]) == (
        "The square",
        12,
        1,
    )


def test_the_areas_of_a_collection_are_one_and_ids_go_on_in_base_36() -> None:
    areas = Areas()
    ids = [
        areas.locate({"type": "Polygon", "coordinates": [[[n, 10], [n, 11], [n + 1, 10]]]})[1]
        for n in range(37)
    ]
    assert [ids[n] for n in (8, 9, 34, 35, 36)] == ["XA-9", "XA-A", "XA-Z", "XA-10", "XA-11"]
    mixed = [
        {"type": "Point", "coordinates": [1, 2]},
        {"type": "Polygon", "coordinates": [SQUARE]},
        {"type": "MultiPolygon", "coordinates": [[SQUARE]]},
    ]
    point, id_ = Areas().locate({"type": "GeometryCollection", "geometries": mixed})
    assert (point, id_) == (None, "XA-1")
