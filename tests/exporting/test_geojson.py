"""GeoJSON as GDAL and shapely read it."""

import json
from collections import Counter
from typing import Any

import numpy as np
import pytest
import shapely

from statement_map.exporting import FORMATS, ExportSource
from tests.exporting.gdal import Columns, assert_every_row, read_columns
from tests.exporting.told import ATTRIBUTION, DATES, PLACES, UNDATED, told


@pytest.fixture(scope="module")
def document(source: ExportSource) -> bytes:
    return FORMATS["geojson"].export(source)


@pytest.fixture(scope="module")
def columns(document: bytes) -> Columns:
    return read_columns(document)


def test_gdal_finds_every_row(columns: Columns) -> None:
    assert_every_row(columns)


def test_gdal_finds_the_dates(columns: Columns) -> None:
    spans = dict(
        zip(columns["event"], zip(columns["earliest"], columns["latest"], strict=True), strict=True)
    )
    for event, expected in DATES.items():
        for found, day in zip(spans[event], expected, strict=True):
            assert np.isnat(found) if day is None else found == np.datetime64(day)
    assert np.isnat(spans[UNDATED]).all()


def test_gdal_finds_half_open_times(columns: Columns) -> None:
    """A time slider takes the second end for the first moment after; QGIS does so by default."""
    spans = dict(
        zip(columns["event"], zip(columns["start"], columns["end"], strict=True), strict=True)
    )
    for event, (first, last) in DATES.items():
        start, end = spans[event]
        assert start == np.datetime64(first)
        assert (
            np.isnat(end) if last is None else end == np.datetime64(last) + np.timedelta64(1, "D")
        )
    assert np.isnat(spans[UNDATED]).all()


def test_gdal_finds_the_geometries(columns: Columns) -> None:
    kinds = Counter(
        (PLACES[place]["kind"] if place else "", shape.geom_type if shape else None)
        for place, shape in zip(columns["place"], columns["geometry"], strict=True)
    )
    places = [row.place for row in told()]
    of_kind = Counter(PLACES[place]["kind"] if place else "" for place in places)
    assert kinds == {
        ("", None): of_kind[""],
        ("unnamed", None): of_kind["unnamed"],
        ("site", "Point"): of_kind["site"],
        ("city", "Point"): of_kind["city"],
        ("region", "MultiPolygon"): of_kind["region"],
        ("country", "MultiPolygon"): of_kind["country"],
        ("area", "GeometryCollection"): of_kind["area"],
        ("group", "GeometryCollection"): of_kind["group"],
    }


def test_shapely_finds_them_valid_and_where_they_belong(columns: Columns) -> None:
    by_place = dict(zip(columns["place"], columns["geometry"], strict=True))
    assert all(shapely.is_valid(shape) for shape in by_place.values() if shape)
    almaty = shapely.Point(76.95, 43.24)
    assert by_place["kazakhstan"].contains(almaty)
    assert not by_place["mangystau"].contains(almaty)
    # Aktau, by the Caspian Sea
    assert by_place["mangystau"].contains(shapely.Point(51.35, 43.7))
    assert by_place["almaty-airport"].coords[:] == [(77.0405, 43.3521)]


def test_every_row_is_attributed(columns: Columns) -> None:
    for name in ("stated_by_en", "published_in_en", "source_url", "licence_en"):
        assert all(columns[name])
    assert set(columns["attribution_en"]) == {ATTRIBUTION}
    assert set(columns["shape"]) == {"point", "outline", "soft-area", "members", "none", None}


def rings_of(geometry: dict[str, Any]) -> list[tuple[bool, list[list[float]]]]:
    """The rings of a geometry, each with whether it is an outer one."""
    match geometry["type"]:
        case "Polygon":
            return [(n == 0, ring) for n, ring in enumerate(geometry["coordinates"])]
        case "MultiPolygon":
            parts = [{"type": "Polygon", "coordinates": c} for c in geometry["coordinates"]]
            return [ring for part in parts for ring in rings_of(part)]
        case "GeometryCollection":
            return [ring for part in geometry["geometries"] for ring in rings_of(part)]
    return []


def test_the_document_keeps_to_rfc_7946(document: bytes) -> None:
    collection = json.loads(document)
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection  # section 4
    ids = [feature["id"] for feature in collection["features"]]
    assert len(set(ids)) == len(ids) == len(told())
    for feature in collection["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}  # 3.2, 7.1
        for is_outer, ring in rings_of(feature["geometry"] or {"type": None}):
            assert ring[0] == ring[-1]  # 3.1.6
            assert shapely.is_ccw(shapely.LinearRing(ring)) == is_outer  # 3.1.6
            assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in ring)  # 3.1.9
    assert collection["attribution"]["en"] == ATTRIBUTION


def test_no_markup_stands_in_the_file(document: bytes, hostile_source: ExportSource) -> None:
    assert b"<" not in document
    assert b"<" not in FORMATS["geojson"].export(hostile_source)
