"""Towns, villages and districts by name: what the table of cities lacks, and its other names.

The table is made by ``scripts/build_settlements.py`` from GeoNames (CC BY 4.0). It is read when a
text is drafted and searched by halves in its bytes, whose order is that of its letters, so that
it costs neither an index nor an object for each line.
"""

from __future__ import annotations

import lzma
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from statement_map.geocoding.candidates import Candidate
from statement_map.geocoding.world import CITY_RADII_KM, QUARTER_KM, Known, fold_words, read_spots
from statement_map.model import PlaceKind

_VILLAGE = 200
"""The inhabitants of a village of which nobody tells how many it has; our estimate."""

_VILLAGE_RADIUS_KM = 3.0
"""How far off the point of a village may be; our estimate, as that of a city."""


def find_settlements(name: str) -> tuple[Known, ...]:
    """Return the towns, villages, districts and quarters of cities with the folded ``name``."""
    data, key = _read_table(), f"{name}\t".encode()
    start = _first_line(data, key)
    listed = _read_line(data, start, name) if data.startswith(key, start) else ()
    return (*listed, *_read_quarters().get(name, ()))


def find_longer(name: str, least_weight: float) -> Iterator[Known]:
    """Yield the towns of at least that weight that have one more word behind the ``name``."""
    data, key = _read_table(), f"{name} ".encode()
    start = _first_line(data, key)
    while data.startswith(key, start):
        full = data[start : data.find(b"\t", start)].decode()
        if " " not in full[len(name) + 1 :]:
            known = _read_line(data, start, full)
            yield from (it for it in known if it.weight >= least_weight)
        start = data.find(b"\n", start) + 1


def _first_line(data: bytes, key: bytes) -> int:
    """Return where the first line starts that is not before ``key``."""
    low, high = 0, len(data)
    while low < high:
        start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
        if data[start : start + len(key)] < key:
            low = data.find(b"\n", start) + 1
        else:
            high = start
    return low


def _read_line(data: bytes, start: int, name: str) -> tuple[Known, ...]:
    _, *rows = data[start : data.find(b"\n", start)].decode().split("\t")
    return tuple(_read_known(row, name) for row in rows)


def find_districts(name: str) -> tuple[Known, ...]:
    """Return the districts whose name, without the word for it, is the folded ``name``."""
    return tuple(it for it in find_settlements(name) if it.place.kind is PlaceKind.REGION)


@cache
def _read_quarters() -> Mapping[str, Sequence[Known]]:
    """Return the quarters of cities by each of their folded names."""
    quarters: defaultdict[str, list[Known]] = defaultdict(list)
    for known in read_spots():
        if (known.place.radius_km or 0) <= QUARTER_KM:
            for name in known.names:
                quarters[fold_words(name)].append(known)
    return quarters


@cache
def _read_table() -> bytes:
    """Return the table; each line of it ends with a line feed."""
    data = (files(__package__) / "tables" / "settlements.tsv.xz").read_bytes()
    return lzma.decompress(data) + b"\n"


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
