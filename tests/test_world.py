"""The outlines in data/world.geojson, held against what is known from elsewhere."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
import shapely
from shapely.geometry import Point, shape

FILE = Path(__file__).resolve().parent.parent / "data" / "world.geojson"
FEATURES: dict[str, dict[str, Any]] = {
    feature["id"]: feature for feature in json.loads(FILE.read_text(encoding="utf-8"))["features"]
}
SHAPES = {id_: shape(feature["geometry"]) for id_, feature in FEATURES.items()}

# Latitude and longitude of what lies where, far from any coast or border.
TOWNS = {
    "AR": (-31.42, -64.18),  # Córdoba
    "AU": (-23.70, 133.88),  # Alice Springs
    "BR": (-15.79, -47.88),  # Brasília
    "CA": (53.55, -113.49),  # Edmonton
    "CD": (-5.90, 22.42),  # Kananga
    "IN": (21.15, 79.09),  # Nagpur
    "PL-MZ": (52.23, 21.01),  # Warsaw
    "SY": (33.13, 35.82),  # Quneitra, on the Golan Heights
    "UA": (45.30, 34.40),  # Crimea
    "UA-43": (45.30, 34.40),  # Crimea
    "US": (39.74, -104.98),  # Denver
    "KZ-MAN": (43.34, 52.86),  # Zhanaozen
    "ZA": (-29.12, 26.21),  # Bloemfontein
}
# The 193 members of the United Nations have an ISO code each; a few of them by continent.
MEMBERS = {
    *("AD", "BB", "CH", "DM", "EG", "FJ", "GT", "HT", "IS", "JM", "KE", "LI", "MC", "NZ", "OM"),
    *("PG", "QA", "RW", "SM", "TV", "UY", "VU", "WS", "YE", "ZW"),
}


def test_file_is_small_enough_to_go_with_every_draft() -> None:
    content = FILE.read_bytes()
    assert len(content) <= 400_000
    assert len(gzip.compress(content)) <= 120_000


def test_countries_of_all_continents_are_there() -> None:
    countries = {id_ for id_ in FEATURES if len(id_) == 2}
    assert countries >= MEMBERS
    assert len(countries) >= 193


@pytest.mark.parametrize("id_", TOWNS)
def test_towns_lie_where_they_do(id_: str) -> None:
    lat, lon = TOWNS[id_]
    assert SHAPES[id_].contains(Point(lon, lat))


def test_shapes_are_valid_and_do_not_overlap() -> None:
    assert all(outline.is_valid for outline in SHAPES.values())
    countries = [outline for id_, outline in SHAPES.items() if len(id_) == 2]
    assert shapely.coverage_is_valid(countries)


def test_nothing_of_ukraine_is_drawn_with_another_country() -> None:
    crimea = Point(34.4, 45.3)
    assert [id_ for id_ in SHAPES if len(id_) == 2 and SHAPES[id_].contains(crimea)] == ["UA"]


@pytest.mark.parametrize("id_", FEATURES)
def test_names_and_label_points(id_: str) -> None:
    properties = FEATURES[id_]["properties"]
    assert all(properties[f"name_{language}"].strip() for language in ("pl", "en", "kk", "ru"))
    assert properties.get("part_of") == (id_[:2] if "-" in id_ else None)
    assert SHAPES[id_].contains(Point(properties["label_lon"], properties["label_lat"]))
