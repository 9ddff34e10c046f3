"""Towns, villages and districts by name: what the table of cities lacks, and its other names.

The table is made by ``scripts/build_settlements.py`` from GeoNames (CC BY 4.0) and the airfields of
airportsdata (MIT). It is a ZIP of blocks of lines in order, each called by the first name in it, so
that only those are unpacked that the names of a text may be in: it costs neither an index nor an
object for each line.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

from statement_map.geocoding.candidates import Candidate
from statement_map.geocoding.world import CITY_RADII_KM, QUARTER_KM, Known, fold_words, read_spots
from statement_map.model import PlaceKind

_VILLAGE = 200
"""The inhabitants of a village of which nobody tells how many it has; our estimate."""

_VILLAGE_RADIUS_KM = 3.0
"""How far off the point of a village may be; our estimate, as that of a city."""


_MOST_BLOCKS = 256
"""So many blocks stay unpacked, of 32 kB each: a text names its places again and again."""


_AIRFIELD_RADIUS_KM = 5.0
"""How far a village may lie from its airfield; our estimate."""


def find_settlements(name: str) -> tuple[Known, ...]:
    """Return the towns, villages, districts and quarters of cities with the folded ``name``."""
    lines = _read_block(max(0, bisect_right(_blocks(), name) - 1))
    at = bisect_left(lines, name, key=_name_of)
    is_listed = at < len(lines) and _name_of(lines[at]) == name
    listed = _read_line(lines[at]) if is_listed else ()
    return (*listed, *_read_quarters().get(name, ()))


def find_longer(name: str, least_weight: float) -> Iterator[Known]:
    """Yield the towns of at least that weight that have one more word behind the ``name``."""
    start = f"{name} "
    for line in _lines_from(start):
        full = _name_of(line)
        if not full.startswith(start):
            return
        if " " not in full.removeprefix(start):
            yield from (it for it in _read_line(line) if it.weight >= least_weight)


def _lines_from(name: str) -> Iterator[str]:
    """Yield the lines of the table in order, the first of them not before ``name``."""
    first = max(0, bisect_right(_blocks(), name) - 1)
    for number in range(first, len(_blocks())):
        lines = _read_block(number)
        yield from lines[bisect_left(lines, name, key=_name_of) :]


def _name_of(line: str) -> str:
    return line[: line.index("\t")]


def _read_line(line: str) -> tuple[Known, ...]:
    name, *rows = line.split("\t")
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
def _table() -> ZipFile:
    return ZipFile(BytesIO((files(__package__) / "tables" / "settlements.zip").read_bytes()))


@cache
def _blocks() -> Sequence[str]:
    """Return the first name in each block."""
    return _table().namelist()


@lru_cache(maxsize=_MOST_BLOCKS)
def _read_block(number: int) -> Sequence[str]:
    return _table().read(_blocks()[number]).decode().split("\n")


def _read_known(row: str, key: str) -> Known:
    names, country, region, lat, lon, size, id_ = row.split("|")
    inhabitants = int(size)
    is_county, is_airfield = id_.startswith("r"), id_.startswith("a")
    radius_km = float(id_[1:]) if is_county else _VILLAGE_RADIUS_KM
    source_id = f"geonames-postal:{country}:{lat}:{lon}"
    if inhabitants:
        radius_km = next(radius for least, radius in CITY_RADII_KM if inhabitants >= least)
        source_id = f"geonames:{id_}"
    elif is_airfield:
        radius_km, source_id = _AIRFIELD_RADIUS_KM, f"icao:{id_[1:]}"
    # The spelling that was looked for is the one that the text has.
    all_names = tuple(sorted(names.split(";"), key=lambda it: fold_words(it) != key))
    place = Candidate(
        name=all_names[0],
        kind=PlaceKind.REGION if is_county else PlaceKind.CITY,
        lat=float(lat),
        lon=float(lon),
        source="airportsdata" if is_airfield else "GeoNames",
        source_id=source_id,
        radius_km=radius_km,
        country=country,
    )
    return Known(place, all_names, math.log10(inhabitants or _VILLAGE), region)
