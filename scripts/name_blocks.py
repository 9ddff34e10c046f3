"""Tables of places by name in blocks, as ``statement_map/geocoding/settlements.py`` reads them.

A line is a folded name and what it may be, each with a bar between its fields: names (`;` between
several), country, GeoNames' code of the region, latitude, longitude, inhabitants (0 where nobody
tells) and an id that says more in some tables. Lines are in order, in blocks that are called by
their first name, to be searched by halves. The same places give the same file to the byte.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from statement_map.geocoding.outlines import distance_km
from statement_map.geocoding.world import fold_words

BLOCK = 32_768
"""The bytes of a block: to unpack one takes 0.2 ms."""

NO_TIME = (1980, 1, 1, 0, 0, 0)
SAME_KM = 3.0
"""Rows of one name that lie nearer than this are one place: with several postal codes, say."""


@dataclass(frozen=True)
class GazetteerRow:
    """One place."""

    names: tuple[str, ...]
    country: str
    region: str
    lat: float
    lon: float
    inhabitants: int = 0
    id: str = ""
    keys: tuple[str, ...] = ()
    """The folded names that it is found by, those of ``names`` if none are given."""

    @property
    def all_keys(self) -> Iterable[str]:
        """The folded names that it is found by, each once."""
        return dict.fromkeys(self.keys or map(fold_words, self.names))

    def __str__(self) -> str:
        digits = 3 if self.inhabitants else 2  # a village's point may be 3 km off
        at = f"{self.lat:.{digits}f}|{self.lon:.{digits}f}".replace(".000", "")
        inhabitants = self.inhabitants or 0
        return "|".join([
            ";".join(self.names), self.country, self.region, at, str(inhabitants), self.id,
        ])  # fmt: skip


def write_blocks(places: Iterable[GazetteerRow], target: Path) -> int:
    """Write a table of ``places``, the first of those that are one; return its number of names."""
    by_name: defaultdict[str, list[GazetteerRow]] = defaultdict(list)
    for place in places:
        for key in place.all_keys:
            if not any(is_same(place, other) for other in by_name[key]):
                by_name[key].append(place)
    lines = ["\t".join([key, *map(str, rows)]) for key, rows in sorted(by_name.items()) if key]
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for block in blocks(lines):
            archive.writestr(ZipInfo(name_of(block[0]), NO_TIME), "\n".join(block), ZIP_DEFLATED, 9)
    return len(lines)


def read_blocks(source: Path) -> Iterator[tuple[str, GazetteerRow]]:
    """Yield the folded names of a table, each with what it may be."""
    with ZipFile(source) as archive:
        for block in archive.namelist():
            for line in archive.read(block).decode().split("\n"):
                key, *rows = line.split("\t")
                for row in rows:
                    names, country, region, lat, lon, inhabitants, id_ = row.split("|")
                    at = float(lat), float(lon)
                    own = tuple(names.split(";"))
                    yield key, GazetteerRow(own, country, region, *at, int(inhabitants), id_)


def blocks(lines: list[str]) -> Iterator[list[str]]:
    """Yield the lines in blocks that are unpacked one by one."""
    block, size = [], 0
    for line in lines:
        block.append(line)
        size += len(line.encode()) + 1
        if size >= BLOCK:
            yield block
            block, size = [], 0
    if block:
        yield block


def name_of(line: str) -> str:
    """Return the folded name that a line starts with."""
    return line.split("\t", 1)[0]


def is_same(row: GazetteerRow, other: GazetteerRow) -> bool:
    """Return whether two rows of one name are one place."""
    return distance_km((row.lat, row.lon), (other.lat, other.lon)) < SAME_KM
