import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from statement_map.errors import DataError
from statement_map.reading.outlines import Extent, read_outlines
from tests.reading.samples import BOUNDARIES


def read(path: Path, text: str) -> tuple[Mapping[str, Extent | None] | None, list[str]]:
    path.write_text(text, encoding="utf-8")
    errors: list[DataError] = []
    outlines = read_outlines(path, errors)
    extents = outlines.extents if outlines else None
    return extents, [str(error).removeprefix(f"{path.parent}/") for error in errors]


def test_how_far_outlines_reach(tmp_path: Path) -> None:
    path = tmp_path / "b.geojson"
    extents = {
        "KZ": Extent(40, 46, 56, 88),
        "KZ-NOR": Extent(52, 67, 56, 74),
        "KZ-SEV": Extent(52, 60, 56, 67),
    }
    assert read(path, BOUNDARIES) == (extents, [])
    assert read(path, '{"features": []}') == ({}, [])


def test_a_box_of_several_polygons_and_what_lies_in_it(tmp_path: Path) -> None:
    west, east = [[-10, 1], [-8, 1], [-9, 3]], [[170, -2], [180, -2], [175, 0.5]]
    extents, errors = read(tmp_path / "b.geojson", feature(coordinates=[[west], [east]]))
    assert (extents, errors) == ({"A": Extent(-2, -10, 3, 180)}, [])
    box = Extent(-2, -10, 3, 180)
    assert box.has(-2, 180)
    assert not box.has(3.1, 0)
    assert not box.has(0, -10.1)


LABEL = {"kind": "region", "name_en": "A", "label_lat": 1, "label_lon": 1, "label_zoom": 5}


def feature(coordinates: object = None, **changes: object) -> str:
    """A file with one outline, `changes` in its properties or its geometry."""
    geometry = {"type": "MultiPolygon", "coordinates": coordinates or [[[[0, 0], [1, 0], [1, 1]]]]}
    known = {"geometry": geometry, "properties": LABEL} | changes
    return json.dumps({"features": [{"id": "A", **known}]})


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "b.geojson: is empty; found no text; write the data"),
        (
            '{"features": [\n{"id": "KZ"}\n{"id": "PL"}]}',
            "b.geojson:3: is not JSON; found \"Expecting ',' delimiter\" in column 1; correct it",
        ),
        (
            "[]",
            "b.geojson: features: is not a FeatureCollection; found no list of features; "
            "write GeoJSON",
        ),
        (
            "null",
            "b.geojson: features: is not a FeatureCollection; found no list of features; "
            "write GeoJSON",
        ),
        (
            '{"type": "Feature", "id": "KZ"}',
            "b.geojson: features: is not a FeatureCollection; found no list of features; "
            "write GeoJSON",
        ),
        (
            "[" * 100_000,
            "b.geojson: is nested too deeply; found more levels than GeoJSON has; write GeoJSON",
        ),
    ],
)
def test_no_collection(tmp_path: Path, text: str, error: str) -> None:
    assert read(tmp_path / "b.geojson", text) == (None, [error])


def test_ids_that_are_wrong(tmp_path: Path) -> None:
    one = feature()[len('{"features": [') : -len("]}")]
    others = [one.replace('"A"', id_, 1) for id_ in ("7", '""', '"A"', "[1]")]
    text = f'{{"features": [{one}, {{}}, {others[0]}, "x", {", ".join(others[1:])}]}}'
    assert read(tmp_path / "b.geojson", text) == (
        {"A": Extent(0, 0, 1, 1)},
        [
            "b.geojson: features[1].id: is not text; found nothing; write the id of the outline",
            "b.geojson: features[2].id: is not text; found 7; write the id of the outline",
            "b.geojson: features[3].id: is not text; found nothing; write the id of the outline",
            "b.geojson: features[4].id: is not text; found ''; write the id of the outline",
            "b.geojson: features[5].id: is taken; found 'A' in features[0] too; write another",
            "b.geojson: features[6].id: is not text; found a list; write the id of the outline",
        ],
    )


@pytest.mark.parametrize(
    ("digits", "found"), [("1" * 5000, f"{'1' * 60!r}..."), ("1e999", "'1e999'")]
)
def test_numbers_that_no_browser_could_hold(tmp_path: Path, digits: str, found: str) -> None:
    text = feature().replace('"id"', f'"area": {digits}, "id"')
    fault = f"holds too large a number; found {found}; write degrees"
    assert read(tmp_path / "b.geojson", text) == (None, [f"b.geojson: {fault}"])


DEGREES = "write lon and lat in degrees, such as [76.95, 43.24]"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (feature(properties=None), "properties: has no keys; found nothing; "
         "write the keys kind, name_en, label_lat, label_lon, label_zoom"),
        (feature(properties=LABEL | {"kind": "state"}), "properties.kind: is not a word known "
         "here; found 'state'; write 'country', 'region', 'city' or 'water'"),
        (feature(properties=LABEL | {"label_lat": "1"}), "properties.label_lat: is not a number; "
         "found '1'; write digits"),
        (feature(properties=LABEL | {"label_lon": 181}), "properties.label_lon: is too large; "
         "found 181; write 180 or less"),
        (feature(geometry=None), "geometry: is no outline; found nothing; "
         "write a type and its coordinates"),
        (feature(geometry={"type": "Point", "coordinates": [1, 1]}), "geometry: has the wrong "
         "type; found 'Point'; write 'Polygon' or 'MultiPolygon'"),
        (feature(coordinates=[[[]]]), "geometry: has a ring without positions; found a list; "
         + DEGREES),
        (feature(coordinates="x"), "geometry: has a ring without positions; found 'x'; " + DEGREES),
        (feature(coordinates=[[[[0, 0], [0, 91]]]]), "geometry: lies nowhere on earth; "
         "found [0, 91]; " + DEGREES),
        (feature(coordinates=[[[[0, 0, 0]]]]), "geometry: is no position; found a list; "
         + DEGREES),
    ],
)  # fmt: skip
def test_an_outline_that_cannot_be_drawn(tmp_path: Path, text: str, error: str) -> None:
    _, errors = read(tmp_path / "b.geojson", text)
    assert errors == [f"b.geojson: features[0].{error}"]


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_what_python_takes_for_json_and_browsers_do_not(tmp_path: Path, constant: str) -> None:
    text = f'{{"features": [], "x": {constant}}}'
    assert read(tmp_path / "b.geojson", text) == (
        None,
        [f"b.geojson: holds what is no number in JSON; found {constant}; write digits"],
    )
