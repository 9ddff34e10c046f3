"""The tiles of the base map, and which of them a text gets."""

import gzip
import json
import math
from base64 import b64decode
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from scripts.cyrillic import written
from statement_map.base_map import MOST, names_for, read_tile
from statement_map.reading import read_atlas
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
    """All that is seen from afar, and Almaty nearby and close: at most 250 kB as they are sent."""
    almaty = ("4_11_5", "6_45_23")
    seen = [tile for name, tile in statement.items() if name[0] == "3" or name in almaty]
    assert len(seen) > 4
    assert sum(map(as_sent, seen)) <= 250_000


def as_sent(tile: dict[str, Any]) -> int:
    text = json.dumps(tile, ensure_ascii=False, separators=(",", ":"))
    return len(gzip.compress(text.encode(), 4))


def test_close_to_almaty_the_mountains_are_in_the_south(statement: dict[str, Any]) -> None:
    """256.95 / 360 * 64 = 45.68 and (1 - 0.267) * 32 = 23.46: at 0.68 and 0.46 of tile 45, 23.

    The Ili's plain begins 40 km to the north of the city, the Trans-Ili Alatau 15 km to the south;
    a tile has 40 075 km / 64 * cos 43.25 = 456 km.
    """
    tile = statement["6_45_23"]
    assert tile["features"] == []
    picture = Image.open(BytesIO(b64decode(tile["relief"].partition(",")[2]))).convert("L")
    size = picture.width
    at = (0.68 * size, 0.46 * size)

    def contrast(north_km: float) -> int:
        top, half = at[1] - north_km / 456 * size, 15 / 456 * size
        around = (at[0] - half, top - half, at[0] + half, top + half)
        shades = picture.crop(around).tobytes()
        return max(shades) - min(shades)

    assert contrast(55) < 20 < 60 < contrast(-35)


def test_names_are_in_both_languages(tmp_path: Path) -> None:
    poland = tiles(write_map(tmp_path, TOWNS))
    towns = [each["properties"] for tile in poland.values() for each in features(tile, "town")]
    (warsaw,) = (town for town in towns if town["name_en"] == "Warsaw")
    assert warsaw["name_pl"] == "Warszawa"
    assert warsaw["capital"]
    gdansk = next(town for town in towns if town["name_en"] == "Gdańsk")
    assert "name_pl" not in gdansk  # as in English


def test_names_around_vilnius_are_polish() -> None:
    """Zoom 4: (25.3 + 180) / 360 * 16 = 9.1 and, at 54.7 N, (1 - 0.365) * 8 = 5.1."""
    names = {
        each["properties"]["name_en"]: each["properties"].get("name_pl")
        for each in features(json.loads(read_tile("4_9_5")), "town")
    }
    for english, polish in (
        ("Maladzyechna", "Mołodeczno"),
        ("Oshmyany", "Oszmiana"),
        ("Jonava", "Janów"),
    ):
        assert names[english] == polish


@pytest.mark.parametrize(
    ("cyrillic", "country", "polish"),  # by the rules of PWN, by hand
    [
        ("Альметьевск", "RU", "Almietjewsk"),
        ("Йошкар-Ола", "RU", "Joszkar-Oła"),
        ("Нижнеянск", "RU", "Niżniejansk"),
        ("Железнодорожный", "RU", "Żeleznodorożny"),
        ("Бирюлёво", "RU", "Biriulowo"),
    ],
)
def test_a_name_in_cyrillic_as_polish_writes_it(cyrillic: str, country: str, polish: str) -> None:
    assert written(cyrillic, country, to_be_read=True)[1] == polish


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
