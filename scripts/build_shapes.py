"""Make statement_map/base_map/shapes.json.xz: the outlines of data/world.geojson, finely drawn.

They are kept as a topology, as TopoJSON does it: borders as arcs that neighbours share, each with
few points and with many. So statement_map.base_map can draw finely what lies near the places of a
text, and coarsely what does not, and no border falls apart.

To run it: what scripts/build_boundaries.py needs, and

    python -m scripts.build_shapes --regions KZ PL UA

with the regions that data/world.geojson was made with. Two runs give the same file to the byte.
"""

from __future__ import annotations

import json
import lzma
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from shapely.geometry import LineString, mapping

from scripts.build_boundaries import DIGITS, WORLD_TARGET, draw_world, mapshaper
from scripts.outline_shapes import Detail

TARGET = WORLD_TARGET.parents[1] / "statement_map" / "base_map" / "shapes.json.xz"
FINE = Detail(interval_km=0.8, area_km2=4)
COARSE_DEGREES = 0.12  # about 13 km, as in data/world.geojson
SCALE = 10**DIGITS
PIECE = 100  # points of a piece of an arc


def main() -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--regions", nargs="+", default=[], metavar="CODE")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        outlines = draw_world(parser.parse_args().regions, FINE, folder)
        features = [
            {"type": "Feature", "id": each.id, "properties": {}, "geometry": mapping(each.geometry)}
            for each in outlines
        ]
        source, target = folder / "fine.json", folder / "topology.json"
        source.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
        mapshaper(
            folder,
            *("-i", str(source), f"precision={1 / SCALE}"),
            *("-o", str(target), "format=topojson", "no-quantization", "force"),
        )
        topology = json.loads(target.read_text())
    (collection,) = topology["objects"].values()
    arcs: list[list[list[int]]] = []
    pieces = []  # the numbers of those that an arc was cut into
    for arc in topology["arcs"]:
        first = len(arcs)
        arcs += [[flat(piece), flat(coarse(piece))] for piece in cut(arc)]
        pieces.append(list(range(first, len(arcs))))
    shapes = {
        each["id"]: [[joined(ring, pieces) for ring in polygon] for polygon in polygons_of(each)]
        for each in collection["geometries"]
    }
    text = json.dumps({"scale": SCALE, "arcs": arcs, "shapes": shapes}, separators=(",", ":"))
    TARGET.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{TARGET}: {TARGET.stat().st_size:,} bytes, {len(text):,} unpacked, {len(arcs)} arcs")


def polygons_of(geometry: dict[str, Any]) -> list[list[list[int]]]:
    """The rings of each polygon as numbers of arcs; ~n is arc n backwards."""
    arcs: list[Any] = geometry["arcs"]
    return [arcs] if geometry["type"] == "Polygon" else arcs


def joined(ring: list[int], pieces: list[list[int]]) -> list[int]:
    """The ring in pieces of its arcs."""
    numbers = (
        pieces[arc] if arc >= 0 else [~piece for piece in reversed(pieces[~arc])] for arc in ring
    )
    return [number for part in numbers for number in part]


def cut(arc: list[list[float]]) -> list[list[list[float]]]:
    """The arc in pieces, so that a long coast is drawn finely only where a text is about it."""
    starts = range(0, max(1, len(arc) - 1), PIECE)
    return [arc[start : start + PIECE + 1] for start in starts]


def coarse(arc: list[list[float]]) -> list[list[float]]:
    """The arc with fewer points (Douglas-Peucker); its ends stay where other arcs meet it."""
    return [list(point) for point in LineString(arc).simplify(COARSE_DEGREES).coords]


def flat(arc: list[list[float]]) -> list[int]:
    """The first point, then the way from each to the next, in units of 1/scale degrees."""
    whole = [round(value * SCALE) for point in arc for value in point]
    return whole[:2] + [whole[n] - whole[n - 2] for n in range(2, len(whole))]


if __name__ == "__main__":
    main()
