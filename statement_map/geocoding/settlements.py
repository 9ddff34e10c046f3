"""Towns, villages and districts by name: what the table of cities lacks, and its other names.

Two tables have them. ``settlements.zip`` is made by ``scripts/build_settlements.py`` from GeoNames
(CC BY 4.0) and the airfields of airportsdata (MIT); ``osm_villages.zip`` by
``scripts/build_osm_villages.py`` from OpenStreetMap (ODbL 1.0), of what the first lacks. Each is a
ZIP of blocks of lines in order, called by the first name in it, so that only those are unpacked
that the names of a text may be in: it costs neither an index nor an object for each line.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

from statement_map.geocoding.candidates import OPENSTREETMAP, Candidate
from statement_map.geocoding.outlines import distance_km
from statement_map.geocoding.world import CITY_RADII_KM, QUARTER_KM, Known, fold_words, read_spots
from statement_map.model import PlaceKind

_GEONAMES, _OPENSTREETMAP = "settlements.zip", "osm_villages.zip"
_VILLAGE = 200
"""The inhabitants of a village of which nobody tells how many it has; our estimate."""

_VILLAGE_RADIUS_KM = 3.0
"""How far off the point of a village may be; our estimate, as that of a city."""


_MOST_BLOCKS, _MOST_NAMES = 256, 2048
"""So many blocks stay unpacked, of 32 kB each, and names: a text has its own again and again."""

_AIRFIELD_RADIUS_KM = 5.0
"""How far a village may lie from its airfield; our estimate."""

_MOST_FROM_AIRFIELD_KM = 20.0
"""A village of an airfield's name that is nearer is its own."""

_AIRFIELDS = "airportsdata"


@lru_cache(maxsize=_MOST_NAMES)
def find_settlements(name: str) -> tuple[Known, ...]:
    """Return the towns, villages, districts and quarters of cities with the folded ``name``."""
    listed = _read_line(_find_line(_GEONAMES, name), _read_known)
    mapped = _read_line(_find_line(_OPENSTREETMAP, name), _read_mapped)
    listed = tuple(it for it in listed if not _is_airfield_of(it, mapped))
    return (*listed, *mapped, *_read_quarters().get(name, ()))


def _is_airfield_of(known: Known, villages: Sequence[Known]) -> bool:
    """Return whether it stands for one of the ``villages``, whose own point is better."""
    at = known.place.lat, known.place.lon
    return known.place.source == _AIRFIELDS and any(
        distance_km(at, (it.place.lat, it.place.lon)) < _MOST_FROM_AIRFIELD_KM for it in villages
    )


def find_longer(name: str, least_weight: float) -> Iterator[Known]:
    """Yield GeoNames' towns of at least that weight that have one more word behind the ``name``."""
    start = f"{name} "
    for line in _lines_from(_GEONAMES, start):
        full = _name_of(line)
        if not full.startswith(start):
            return
        if " " not in full.removeprefix(start):
            yield from (it for it in _read_line(line, _read_known) if it.weight >= least_weight)


def _find_line(table: str, name: str) -> str:
    """Return the line of a table with the folded ``name``, empty if it has none."""
    line = next(_lines_from(table, name), "")
    return line if _name_of(line) == name else ""


def _lines_from(table: str, name: str) -> Iterator[str]:
    """Yield the lines of a table in order, the first of them not before ``name``."""
    blocks = _blocks(table)
    first = max(0, bisect_right(blocks, name) - 1)
    for number in range(first, len(blocks)):
        lines = _read_block(table, blocks[number])
        yield from lines[bisect_left(lines, name, key=_name_of) :]


def _name_of(line: str) -> str:
    return line.partition("\t")[0]


def _read_line(line: str, read: Callable[[str, str], Known]) -> tuple[Known, ...]:
    name, *rows = line.split("\t")
    return tuple(read(row, name) for row in rows)


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
def _archive(table: str) -> ZipFile:
    return ZipFile(BytesIO((files(__package__) / "tables" / table).read_bytes()))


@cache
def _blocks(table: str) -> Sequence[str]:
    """Return the first name in each block."""
    return _archive(table).namelist()


@lru_cache(maxsize=_MOST_BLOCKS)
def _read_block(table: str, block: str) -> Sequence[str]:
    return _archive(table).read(block).decode().split("\n")


def _read_mapped(row: str, key: str) -> Known:
    """Return what a row of OpenStreetMap is, which has no id there."""
    known = _read_known(row, key)
    place = known.place
    source_id = f"osm-place:{place.country}:{place.lat}:{place.lon}"
    return replace(known, place=replace(place, source=OPENSTREETMAP, source_id=source_id))


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
        source=_AIRFIELDS if is_airfield else "GeoNames",
        source_id=source_id,
        radius_km=radius_km,
        country=country,
    )
    return Known(place, all_names, math.log10(inhabitants or _VILLAGE), region)
