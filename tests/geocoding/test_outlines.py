"""Outlines, held against shapely and against what is known of places."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, shape

from statement_map.errors import DataErrors
from statement_map.files.folder import open_outlines, world_outlines
from statement_map.geocoding.outlines import Outline, build_areas, distance_km, find_around
from tests.geocoding.conftest import BOUNDARIES

FEATURES = json.loads(BOUNDARIES.read_text(encoding="utf-8"))["features"]
SHAPES = {feature["id"]: shape(feature["geometry"]) for feature in FEATURES}
SQUARE = {
    "id": "XX",
    "properties": {
        "kind": "country",
        "name_en": "Square",
        "label_lat": 5,
        "label_lon": 5,
        "label_zoom": 3,
    },
    "geometry": {
        "type": "Polygon",
        "coordinates": [
            [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]],
            [[4, 4], [6, 4], [6, 6], [4, 6], [4, 4]],
        ],
    },
}


def read(tmp_path: Path, *features: object) -> Mapping[str, Outline]:
    path = tmp_path / "boundaries.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return build_areas(open_outlines(path))


@settings(deadline=None)
@given(lat=st.floats(40, 56), lon=st.floats(46, 88), id_=st.sampled_from(["KZ", "KZ-MAN", "UZ"]))
def test_inside_and_outside(
    outlines: Mapping[str, Outline], lat: float, lon: float, id_: str
) -> None:
    inside = SHAPES[id_].contains(Point(lon, lat))
    assert (outlines[id_].outside_km(lat, lon) == 0) == inside


def test_regions_and_countries_are_read(outlines: Mapping[str, Outline]) -> None:
    drawn = {f["id"] for f in FEATURES if f["properties"]["kind"] in {"country", "region"}}
    assert outlines.keys() == drawn
    mangystau = outlines["KZ-MAN"]
    assert (mangystau.name, mangystau.country) == ("Mangystau Region", "KZ")
    assert (mangystau.lat, mangystau.lon) == (44.0351, 53.8538)


def test_how_far_outside(tmp_path: Path) -> None:
    square = read(tmp_path, SQUARE)["XX"]
    assert square.outside_km(1, 1) == 0
    # A degree of latitude is 111.2 km on a sphere of the earth's mean radius.
    assert square.outside_km(-1, 5) == pytest.approx(111.2, abs=0.1)
    assert square.outside_km(5, 11) == pytest.approx(110.8, abs=0.1)  # times cos 5°
    assert square.outside_km(5, 5) == pytest.approx(110.8, abs=0.1)  # in the hole
    assert square.outside_km(13, 14) == pytest.approx(distance_km((13, 14), (10, 10)))


def test_distance() -> None:
    # From the airport to the city's point, as FACTS has them: 0.1° north, 0.13° east.
    assert distance_km((43.3521, 77.0405), (43.25249, 76.9115)) == pytest.approx(15.2, abs=0.1)


def test_a_file_that_is_no_geojson(tmp_path: Path) -> None:
    path = tmp_path / "boundaries.geojson"
    path.write_text("{")
    with pytest.raises(DataErrors):
        open_outlines(path)


def test_the_outlines_around_a_point() -> None:
    areas = build_areas(world_outlines()).values()

    def around(lat: float, lon: float) -> list[str]:
        return [area.id for area in find_around(areas, lat, lon)]

    assert around(52.23, 21.01) == ["PL-MZ", "PL"]  # Warsaw
    assert around(48.86, 2.35) == ["FR"]  # Paris: no regions of France are shipped
    assert around(0.0, -30.0) == []  # the Atlantic
