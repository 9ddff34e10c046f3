"""The tiles of the base map, and which of them a text gets."""

import gzip
import json
import math
import shutil
from base64 import b64decode
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from shapely.geometry import Point, box, shape

from statement_map.base_map import MOST, names_for, read_tile
from statement_map.base_map.shapes import finely_drawn
from statement_map.exporting import read_source
from statement_map.files.folder import WORLD
from statement_map.reading import read_atlas, read_data
from tests.browser.own_maps import LANDINGS, TOWNS, Spot, write_map
from tests.conftest import ROOT


def tiles(directory: Path) -> dict[str, Any]:
    boundaries = json.loads((directory / "boundaries.geojson").read_text(encoding="utf-8"))
    names = names_for(read_atlas(directory), boundaries)
    return {name: json.loads(read_tile(name)) for name in names}


@pytest.fixture(scope="module")
def statement() -> dict[str, Any]:
    return tiles(ROOT / "data")


def features(tile: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [each for each in tile["features"] if each["properties"]["kind"] == kind]


def test_the_statement_has_kazakhstan_from_afar_and_almaty_nearby(
    statement: dict[str, Any],
) -> None:
    """Almaty, 43.25 N 76.95 E: (76.95 + 180) / 360 * 16 = 11.4.

    From the north: (1 - asinh(tan 43.25°) / pi) / 2 * 16 = (1 - 0.267) * 8 = 5.9.
    """
    assert len(statement) <= MOST
    assert next(iter(statement)) == "3_5_2"  # 11.4 and 5.9, halved
    names = {each["properties"]["name_en"] for each in features(statement["4_11_5"], "town")}
    assert "Talghar" in names  # 25 km from Almaty
    largest = {each["properties"]["name_en"] for each in features(statement["3_5_2"], "town")}
    assert {"Almaty", "Karaganda"} <= largest


def test_what_the_story_shows_is_small(statement: dict[str, Any]) -> None:
    """All that is seen from afar, and Almaty nearby: at most 250 kB as they are sent."""
    seen = [tile for name, tile in statement.items() if name[0] == "3" or name == "4_11_5"]
    assert len(seen) > 4
    assert sum(map(as_sent, seen)) <= 250_000


def as_sent(tile: dict[str, Any]) -> int:
    text = json.dumps(tile, ensure_ascii=False, separators=(",", ":"))
    return len(gzip.compress(text.encode(), 4))


def test_names_are_in_both_languages(tmp_path: Path) -> None:
    poland = tiles(write_map(tmp_path, TOWNS))
    towns = [each["properties"] for tile in poland.values() for each in features(tile, "town")]
    (warsaw,) = (town for town in towns if town["name_en"] == "Warsaw")
    assert warsaw["name_pl"] == "Warszawa"
    assert warsaw["capital"]
    gdansk = next(town for town in towns if town["name_en"] == "Gdańsk")
    assert "name_pl" not in gdansk  # as in English


def test_a_spot_near_an_edge_has_both_tiles(tmp_path: Path) -> None:
    """From the north, Gdańsk lies at (1 - asinh(tan 54.352°) / pi) / 2 * 16 = 5.11."""
    (gdansk,) = (town for town in TOWNS if town.name == "Gdańsk")
    assert {"4_8_4", "4_8_5"} <= tiles(write_map(tmp_path, [gdansk])).keys()


def test_tiles_go_on_beyond_180_degrees(tmp_path: Path) -> None:
    """The landings lie at 16.5 S: (1 + asinh(tan 16.5°) / pi) / 2 * 16 = 8.7."""
    assert {"4_15_8", "4_0_8"} <= tiles(write_map(tmp_path, LANDINGS)).keys()


def test_the_open_sea_has_none_nearby(tmp_path: Path) -> None:
    found = tiles(write_map(tmp_path, [Spot("nemo", "Point Nemo", -48.877, -123.393)]))
    assert not [name for name in found if name[0] == "4"]


def test_what_a_tile_holds_lies_in_it(statement: dict[str, Any]) -> None:
    for name, tile in statement.items():
        zoom, column, row = map(int, name.split("_"))
        for each in features(tile, "town"):
            lon, lat = each["geometry"]["coordinates"]
            north = math.asinh(math.tan(math.radians(lat))) / math.pi
            assert int((lon + 180) / 360 * 2**zoom) == column
            assert int((1 - north) / 2 * 2**zoom) == row


def test_the_relief_is_grey_and_flat_on_the_caspian_sea(statement: dict[str, Any]) -> None:
    """The middle of the Caspian Sea, 41.5 N 50.5 E: 10.24 from the west, 6.01 from the north."""
    kind, code = statement["4_10_6"]["relief"].split(",")
    assert kind == "data:image/webp;base64"
    picture = Image.open(BytesIO(b64decode(code))).convert("L")
    assert picture.size == (512, 512)
    sea = [picture.getpixel((x, y)) for x in range(110, 130) for y in range(5, 25)]
    assert all(isinstance(grey, int) and abs(grey - 128) <= 3 for grey in sea)
    darkest, lightest = picture.getextrema()
    assert isinstance(darkest, int | float)
    assert isinstance(lightest, int | float)
    assert darkest < 100 < 156 < lightest  # the Caucasus and the Alborz


def gdansk(tmp_path: Path) -> Path:
    """A text on Gdańsk and Hel, with the outlines that drafts come with."""
    folder = write_map(tmp_path / "gdansk", [it for it in TOWNS if it.name in ("Gdańsk", "Hel")])
    shutil.copy(WORLD, folder / "boundaries.geojson")
    return folder


def test_hel_is_no_island_in_the_sea(tmp_path: Path) -> None:
    """The harbour of Hel, 54.605 N 18.801 E, and the root of its peninsula, 54.78 N 18.44 E.

    In the outlines that a draft comes with, a point every 14 km, the peninsula is missing.
    """
    source = read_source(gdansk(tmp_path))
    fine = shape(source.outlines["PL"])
    coarse = next(it for it in json.loads(WORLD.read_bytes())["features"] if it["id"] == "PL")
    hel, root = Point(18.78, 54.62), Point(18.44, 54.78)
    bay = Point(18.6, 54.6)  # the Bay of Puck, between Gdynia and Hel
    assert shape(coarse["geometry"]).distance(hel) > 0.1  # degrees
    assert fine.distance(hel) < 0.02
    assert fine.distance(root) < 0.02
    assert not fine.contains(bay)


def test_what_is_far_stays_as_it_was(tmp_path: Path) -> None:
    source = read_source(gdansk(tmp_path))
    world = {it["id"]: it["geometry"] for it in json.loads(WORLD.read_bytes())["features"]}
    for id_ in ("KZ", "US", "ES", "UA"):
        assert source.outlines[id_] == world[id_]
    assert source.outlines.keys() == world.keys()


def test_neighbours_share_their_border(tmp_path: Path) -> None:
    """The Vistula Spit: what of its border Poland has, Russia has too, near as they are."""
    source = read_source(gdansk(tmp_path))
    poland, russia = (shape(source.outlines[id_]).boundary for id_ in ("PL", "RU"))
    near = box(19.3, 54.2, 21, 54.5)
    assert poland.intersection(near).intersection(russia).length > 0.5  # degrees


def test_outlines_of_somebodys_own_are_left_alone() -> None:
    reading = read_data(ROOT / "data")
    assert finely_drawn(reading.outlines, reading.atlas) is reading.outlines
