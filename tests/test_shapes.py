"""Outlines as finely drawn as there are any: a peninsula is there, and what is far stays."""

import json
import shutil
from pathlib import Path

from shapely.geometry import Point, box, shape

from statement_map.base_map.shapes import finely_drawn
from statement_map.exporting import read_source
from statement_map.files.folder import WORLD
from statement_map.reading import read_data
from tests.browser.own_maps import TOWNS, write_map
from tests.conftest import ROOT


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
