"""Towns and villages of much of Europe, and counties of Poland, by name.

The table is made by ``scripts/build_settlements.py`` from GeoNames (CC BY 4.0). It is read when a
text is drafted, and searched by halves, so that it costs no index.
"""

from __future__ import annotations

import lzma
import math
from bisect import bisect_left
from functools import cache
from importlib.resources import files

from statement_map.geocoding.candidates import Candidate
from statement_map.geocoding.world import CITY_RADII_KM, Known, fold_words
from statement_map.model import PlaceKind

_VILLAGE = 200
"""The inhabitants of a village of which nobody tells how many it has; our estimate."""

_VILLAGE_RADIUS_KM = 3.0


def find_settlements(name: str) -> tuple[Known, ...]:
    """Return the towns and villages with the folded ``name``."""
    lines = _read_lines()
    at = bisect_left(lines, f"{name}\t")
    if at == len(lines) or not lines[at].startswith(f"{name}\t"):
        return ()
    return tuple(_read_known(row, name) for row in lines[at].split("\t")[1:])


@cache
def _read_lines() -> list[str]:
    data = (files(__package__) / "tables" / "settlements.tsv.xz").read_bytes()
    return lzma.decompress(data).decode().split("\n")


def _read_known(row: str, key: str) -> Known:
    names, country, region, lat, lon, size, id_ = row.split("|")
    inhabitants = int(size)
    is_county = id_.startswith("r")
    radius_km = float(id_[1:]) if is_county else _VILLAGE_RADIUS_KM
    if inhabitants:
        radius_km = next(radius for least, radius in CITY_RADII_KM if inhabitants >= least)
    # The spelling that was looked for is the one that the text has.
    all_names = tuple(sorted(names.split(";"), key=lambda it: fold_words(it) != key))
    place = Candidate(
        name=all_names[0],
        kind=PlaceKind.REGION if is_county else PlaceKind.CITY,
        lat=float(lat),
        lon=float(lon),
        source="GeoNames",
        source_id=f"geonames:{id_}"
        if inhabitants and id_
        else f"geonames-postal:{country}:{lat}:{lon}",
        radius_km=radius_km,
        country=country,
    )
    return Known(place, all_names, math.log10(inhabitants or _VILLAGE), region)
