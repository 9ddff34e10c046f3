"""Lambert's azimuthal equal-area projection, by its formulas and by hand."""

from __future__ import annotations

from math import cos, isclose, radians, sin

import pytest

from statement_map.exporting.picture.projection import (
    MAP_HEIGHT_PX,
    WIDTH_PX,
    Projection,
    middle,
    path_of,
    rings,
)


def point(lat: float, lon: float) -> dict[str, object]:
    return {"type": "Point", "coordinates": [lon, lat]}


def test_a_place_alone_lies_in_the_middle() -> None:
    assert Projection([point(43.25, 76.95)])(43.25, 76.95) == (WIDTH_PX / 2, MAP_HEIGHT_PX / 2)


def test_north_is_up_and_east_is_right() -> None:
    project = Projection([point(40, 60), point(50, 80)])
    x, y = project(45, 70)
    assert project(46, 70)[1] < y
    assert project(45, 71)[0] > x


def test_distances_from_the_middle_are_those_of_snyder() -> None:
    """On the equator from its middle at 0, 0 the radius is 2 sin(c / 2) (Snyder, 24-1)."""
    project = Projection([point(0, -30), point(0, 30)])
    left, right = project(0, -30)[0], project(0, 30)[0]
    scale = (right - left) / (4 * sin(radians(15)))
    for c in (5, 10, 20):
        x, y = project(0, c)
        assert isclose(x - WIDTH_PX / 2, scale * 2 * sin(radians(c / 2)), abs_tol=1e-6)
        assert isclose(y, MAP_HEIGHT_PX / 2, abs_tol=1e-6)


def test_areas_are_as_on_the_earth() -> None:
    """A degree square near the edge has the same area as one in the middle, but for its cosine."""
    project = Projection([point(0, -40), point(0, 40)])

    def area(lat: float, lon: float) -> float:
        (x0, y0), (x1, y1), (x2, y2) = (
            project(lat, lon),
            project(lat, lon + 0.1),
            project(lat + 0.1, lon),
        )
        return abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0))

    assert isclose(area(0, 35) / area(0, 0), 1, rel_tol=0.01)
    assert isclose(area(30, 0) / area(0, 0), cos(radians(30)), rel_tol=0.01)


@pytest.mark.parametrize(
    ("spots", "found"),
    [
        ([(10, 20)], (10, 20)),
        ([(0, 170), (0, -170)], (0, 180)),
        ([(10, 0), (-10, 0)], (0, 0)),
    ],
)
def test_the_middle_is_found_across_180_degrees(
    spots: list[tuple[float, float]], found: tuple[float, float]
) -> None:
    lat, lon = middle(spots)
    assert isclose(lat, found[0], abs_tol=1e-9)
    assert isclose(abs(lon), abs(found[1]), abs_tol=1e-9)


def test_rings_are_lat_lon_of_every_kind_of_geometry() -> None:
    square = [[0, 10], [2, 10], [2, 14], [0, 10]]
    turned = [(10, 0), (10, 2), (14, 2), (10, 0)]
    polygon = {"type": "Polygon", "coordinates": [square, square]}
    several = {"type": "MultiPolygon", "coordinates": [[square], [square]]}
    collection = {"type": "GeometryCollection", "geometries": [polygon, point(1, 2)]}
    assert list(rings(polygon)) == [turned, turned]
    assert list(rings(several)) == [turned, turned]
    assert list(rings(collection)) == [turned, turned, [(1, 2)]]
    assert list(rings({"type": "LineString", "coordinates": [[1, 2]]})) == []


def test_a_border_that_goes_on_beyond_180_degrees_has_no_line_there() -> None:
    """RFC 7946, 3.1.9, cuts it; a square that lies within is closed."""
    cut = [[170, 60], [180, 60], [180, 70], [170, 70], [170, 60]]
    whole = [[160, 60], [165, 60], [165, 70], [160, 60]]
    project = Projection([{"type": "Polygon", "coordinates": [cut]}])
    assert not path_of({"type": "Polygon", "coordinates": [cut]}, project).endswith("Z")
    assert path_of({"type": "Polygon", "coordinates": [whole]}, project).endswith("Z")


def test_what_lies_outside_the_picture_has_no_path() -> None:
    project = Projection([point(43, 77), point(44, 78)])
    far = [[-70, -30], [-69, -30], [-69, -29], [-70, -30]]
    assert path_of({"type": "Polygon", "coordinates": [far]}, project) == ""
