from pathlib import Path

import pytest

from statement_map.errors import DataError
from statement_map.reading.boundaries import read_boundaries
from tests.reading.samples import BOUNDARIES


def read(path: Path, text: str) -> tuple[frozenset[str] | None, list[str]]:
    path.write_text(text, encoding="utf-8")
    errors: list[DataError] = []
    ids = read_boundaries(path, errors)
    return ids, [str(error).removeprefix(f"{path.parent}/") for error in errors]


def test_ids(tmp_path: Path) -> None:
    path = tmp_path / "b.geojson"
    assert read(path, BOUNDARIES) == (frozenset({"KZ", "KZ-NOR", "KZ-SEV"}), [])
    assert read(path, '{"features": []}') == (frozenset(), [])


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
    text = '{"features": [{"id": "A"}, {}, {"id": 7}, "x", {"id": ""}, {"id": "A"}, {"id": [1]}]}'
    assert read(tmp_path / "b.geojson", text) == (
        frozenset({"A"}),
        [
            "b.geojson: features[1].id: is not text; found nothing; write the id of the outline",
            "b.geojson: features[2].id: is not text; found 7.0; write the id of the outline",
            "b.geojson: features[3].id: is not text; found nothing; write the id of the outline",
            "b.geojson: features[4].id: is not text; found ''; write the id of the outline",
            "b.geojson: features[5].id: is taken; found 'A' in features[0] too; write another",
            "b.geojson: features[6].id: is not text; found a list; write the id of the outline",
        ],
    )


def test_long_numbers_are_no_matter(tmp_path: Path) -> None:
    text = f'{{"features": [{{"id": "A", "area": {"1" * 5000}}}]}}'
    assert read(tmp_path / "b.geojson", text) == (frozenset({"A"}), [])
