"""The table of OpenStreetMap's towns and villages, by places that any atlas has."""

import shutil
from pathlib import Path

import pytest

from scripts.name_blocks import read_blocks
from statement_map.exporting import read_source
from statement_map.geocoding.candidates import OPENSTREETMAP
from statement_map.geocoding.outlines import distance_km
from statement_map.geocoding.settlements import find_settlements
from statement_map.geocoding.world import Known, fold_words
from statement_map.language import languages
from statement_map.map_view import map_content
from tests.conftest import ROOT

TABLES = ROOT / "statement_map/geocoding/tables"
LICENCE = TABLES / "osm_villages.txt"


def mapped(name: str) -> list[Known]:
    return [it for it in find_settlements(name) if "OpenStreetMap" in it.place.source]


@pytest.mark.parametrize(
    ("name", "country", "at"),
    [
        ("tengeru", "TZ", (-3.37, 36.80)),
        ("massingir", "MZ", (-23.92, 32.16)),
        ("waterval boven", "ZA", (-25.65, 30.33)),
        ("minova", "CD", (-1.71, 29.02)),
        ("ghum", "IN", (27.01, 88.25)),
        ("pakbeng", "LA", (19.89, 101.13)),
        ("turiscai", "TL", (-8.81, 125.70)),
        ("uitvlugt", "GY", (6.87, -58.31)),
        ("reykjahlið", "IS", (65.64, -16.91)),
        ("ballydehob", "IE", (51.56, -9.46)),
        ("strathcarron", "GB", (57.42, -5.43)),
        ("agia roumeli", "GR", (35.23, 23.96)),  # in Greek letters on the map
    ],
)
def test_a_village_is_where_an_atlas_has_it(
    name: str, country: str, at: tuple[float, float]
) -> None:
    own = [it.place for it in mapped(name) if it.place.country == country]
    assert any(distance_km((it.lat, it.lon), at) < 10 for it in own)


def test_a_village_names_its_source_as_the_licence_asks() -> None:
    (tengeru,) = mapped("tengeru")
    assert tengeru.place.source == "OpenStreetMap contributors (ODbL)"
    assert tengeru.place.source_id == f"osm-place:TZ:{tengeru.place.lat}:{tengeru.place.lon}"
    assert tengeru.place.radius_km == 3


def test_a_town_is_likelier_than_a_village() -> None:
    (town,) = (it for it in mapped("waterval boven") if it.place.country == "ZA")
    assert town.weight > mapped("tengeru")[0].weight


def test_the_licence_stands_beside_the_table() -> None:
    text = LICENCE.read_text(encoding="utf-8")
    assert "© OpenStreetMap contributors" in text
    assert "https://opendatacommons.org/licenses/odbl/1-0/" in text
    assert "osm_villages.txt" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_a_map_with_a_point_of_openstreetmap_says_so(tmp_path: Path) -> None:
    """Almaty's stands for it here; a map without one says what it did before."""
    directory = shutil.copytree(ROOT / "data", tmp_path / "data")
    assert credit(directory) == "Natural Earth, GeoNames (CC BY)"
    locations = directory / "locations.csv"
    rows = locations.read_text(encoding="utf-8").replace("GeoNames", OPENSTREETMAP, 1)
    locations.write_text(rows, encoding="utf-8")
    assert credit(directory).endswith(", © OpenStreetMap contributors (ODbL)")


def credit(directory: Path) -> str:
    source = read_source(directory)
    return map_content(source.atlas, source.timeline, languages())["credit"]


def towns_of(table: Path) -> dict[str, list[tuple[float, float]]]:
    rows: dict[str, list[tuple[float, float]]] = {}
    for name, row in read_blocks(table):
        if not row.id.startswith(("r", "a")):  # a district or an airfield of that name may be near
            rows.setdefault(name, []).append((row.lat, row.lon))
    return rows


def test_each_row_is_a_place_of_its_own_under_a_name_as_it_is_looked_up() -> None:
    others = towns_of(TABLES / "settlements.zip")
    names = []
    for number, (name, row) in enumerate(read_blocks(TABLES / "osm_villages.zip")):
        names.append(name)
        if number % 100:
            continue
        assert name in map(fold_words, row.names)
        assert len(row.country) == 2
        assert -90 <= row.lat <= 90
        assert -180 <= row.lon <= 180
        assert row.inhabitants in {0, 3_000}
        at = row.lat, row.lon
        assert not any(distance_km(at, other) < 7 for other in others.get(name, []))
    assert names == sorted(names)
    assert len(names) > 300_000
