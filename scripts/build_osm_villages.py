"""Make statement_map/geocoding/tables/osm_villages.zip: towns and villages of OpenStreetMap.

They are those that the other tables lack. They come from the file poi.dat of FlightGear's base
data, which is an extract of OpenStreetMap of about 2014 and, as such, under the Open Database
License (ODbL) 1.0. So is the table, and so it stands by itself, its licence beside it.

Names in Cyrillic and in Greek letters are written in Latin ones; others that no reader of Polish or
English writes are left out, and so are those with digits. The file tells no country: it is that of
the outline around a place, near a border that of the next place of GeoNames, whose region a place
has too. ``name_blocks.py`` says what a line is. The id of a row is empty. Nobody tells how many
inhabitants a place has: a town is given 3 000, our estimate, and so is a city, which is none where
GeoNames has no city.

To run it (1.3 GB are fetched for a file of 12 MB):

    apt-get download flightgear-data-base
    dpkg-deb --fsys-tarfile flightgear-data-base_*.deb | tar x --wildcards '*/Navaids/poi.dat.gz'
    python -m scripts.build_osm_villages usr/share/games/flightgear/Navaids/poi.dat.gz

Two runs give the same file to the byte.
"""

from __future__ import annotations

import csv
import gzip
import json
import lzma
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import asinh, degrees, radians, tan
from pathlib import Path
from typing import TypeAlias

from shapely import Point, STRtree
from shapely.geometry import shape

from scripts.cyrillic import CYRILLIC
from scripts.cyrillic import written as written_from_cyrillic
from scripts.greek import GREEK
from scripts.greek import written as written_from_greek
from scripts.name_blocks import GazetteerRow, read_blocks, write_blocks
from statement_map.geocoding.outlines import distance_km
from statement_map.geocoding.world import CITY_RADII_KM, fold_words

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "statement_map/geocoding/tables"
OUTLINES = ROOT / "data/world.geojson"

INHABITANTS = {"12": 3_000, "13": 3_000, "14": 0}
"""Those of a city, a town and a village, by their numbers in poi.dat; 0 where nobody tells."""

SHORTEST = 4
LONGEST_WORDS = 5
KNOWN_KM = 8.0
"""A place of that name in another table that lies nearer is the same one, a city even farther."""

FARTHEST_DEG = 0.3
"""Degrees of latitude between what is never one place."""

BORDER_DEG = 0.15
"""So near to a border its outline tells little: those of the world are simplified to 14 km."""

COUNTRY_KM, REGION_KM = 10.0, 25.0
"""A place of GeoNames that lies nearer is in the same country or region."""

LatLon: TypeAlias = tuple[float, float]
Known: TypeAlias = Sequence[tuple[LatLon, float]]
"""The points of places and within how many km of each the same place may lie."""


_ROW = re.compile(r"(1[234]) (-?[\d.]+) (-?[\d.]+) +(.+)")
_IN_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]?")
_BETWEEN_NAMES = re.compile(r"\s*[/;]\s*|\s+[-–]\s+")
_LATIN_WORD = r"[^\W\d_][^\W\d_'’ʻʼ`.-]*(?:['’ʻʼ`.-]+[^\W\d_]+)*['’ʻʼ`.]?"
_LATIN_NAME = re.compile(
    rf"['’ʻʼ`]?{_LATIN_WORD}(?:\s['’ʻʼ`]?{_LATIN_WORD}){{0,{LONGEST_WORDS - 1}}}"
)
_OTHER_LETTERS = re.compile("[^\x00-\u024f\u0259\u02b0-\u02ff\u1e00-\u1eff\u2010-\u201f]+")
_OPEN_E = str.maketrans("əƏ", "aA")
"""As Azerbaijani names are written where there is no such letter."""


def main(source: Path) -> None:
    """Write the table from poi.dat."""
    known: defaultdict[str, list[tuple[LatLon, float]]] = defaultdict(list)
    listed: list[GazetteerRow] = []
    for key, row in (*read_blocks(TABLES / "settlements.zip"), *read_world()):
        if not row.id.startswith(("r", "a")):  # no district nor airfield is the village itself
            known[key].append(((row.lat, row.lon), KNOWN_KM + city_km(row.inhabitants)))
            listed += [row] if row.region else []
    for key, at in read_estimates():
        known[key].append((at, KNOWN_KM))
    target = TABLES / "osm_villages.zip"
    places = read_places(source, listed)
    rows = (replace(it, keys=keys) for it in places if (keys := keys_of_its_own(it, known)))
    print(write_blocks(rows, target), "names,", target.stat().st_size, "bytes")


def read_places(source: Path, listed: Sequence[GazetteerRow]) -> Iterator[GazetteerRow]:
    """Yield the places of poi.dat that have a name in Latin letters, the largest first.

    What is ``listed`` tells their regions, and near borders their countries.
    """
    with gzip.open(source, "rt", encoding="utf-8") as file:
        rows = sorted(found.groups() for line in file if (found := _ROW.fullmatch(line.strip())))
    points = [(float(lat), float(lon)) for _, lat, lon, _ in rows]
    where = countries_and_regions(points, listed)
    for (kind, _, _, name), at, (country, region) in zip(rows, points, where, strict=True):
        if names := tuple(dict.fromkeys(latin_names(name, country))):
            yield GazetteerRow(names, country, region, *at, INHABITANTS[kind])


def latin_names(name: str, country: str) -> Iterator[str]:
    """Yield what a name of OpenStreetMap is in Latin letters: "平度市 (Píngdù)" as "Píngdù".

    Several may stand in it, one behind the other. What is in brackets behind a name in Latin
    letters only tells it from others.
    """
    outside = list(_in_latin(_IN_BRACKETS.sub(" ", name), country))
    yield from outside or _in_latin(" / ".join(_IN_BRACKETS.findall(name)), country)


def _in_latin(names: str, country: str) -> Iterator[str]:
    for own in _BETWEEN_NAMES.split(names):
        name = own.split(",")[0].strip()  # "Trent, Rügen"
        if CYRILLIC.search(name):
            ways = written_from_cyrillic(name, country)
        elif GREEK.search(name):
            ways = [written_from_greek(name)]
        else:
            plain = " ".join(_OTHER_LETTERS.sub(" ", name).split())
            ways = [plain.title() if plain.isupper() else plain]
            ways += [it.translate(_OPEN_E) for it in ways if re.search("[əƏ]", it)]
        yield from filter(_is_name, ways)


def _is_name(name: str) -> bool:
    is_latin = not _OTHER_LETTERS.search(name) and _LATIN_NAME.fullmatch(name)
    return bool(is_latin) and len(name) >= SHORTEST and not name[0].islower()


def keys_of_its_own(row: GazetteerRow, known: Mapping[str, Known]) -> tuple[str, ...]:
    """Return the folded names of a place but those by which another table has it."""
    at = row.lat, row.lon
    return tuple(
        key
        for key in row.all_keys
        if not any(
            abs(there[0] - at[0]) < FARTHEST_DEG and distance_km(there, at) < km
            for there, km in known.get(key, ())
        )
    )


def city_km(inhabitants: int) -> float:
    """Return how far off the point of a city may be, nothing for a village."""
    radii = (radius for least, radius in CITY_RADII_KM if inhabitants >= least)
    return next(radii) if inhabitants else 0.0


def countries_and_regions(
    points: Sequence[LatLon], listed: Sequence[GazetteerRow]
) -> Iterator[tuple[str, str]]:
    """Yield the country of each point and its region, which is empty where nothing tells it."""
    tree = STRtree([mercator((it.lat, it.lon)) for it in listed])
    nearest = tree.nearest([mercator(at) for at in points])
    inside, around = countries_inside(points, BORDER_DEG), countries_inside(points, 0.0)
    for at, number, surely, outline in zip(points, nearest, inside, around, strict=True):
        place = listed[number]
        km = distance_km(at, (place.lat, place.lon))
        country = surely or (outline if km > COUNTRY_KM else "") or place.country
        is_there = country == place.country and km < REGION_KM
        yield country, place.region if is_there else ""


def mercator(at: LatLon) -> Point:
    """Return a point on a map that keeps angles: what is nearest there is so on the ground."""
    lat, lon = at
    return Point(lon, degrees(asinh(tan(radians(lat)))))


def countries_inside(points: Sequence[LatLon], border_deg: float) -> Sequence[str]:
    """Return the country of each point, empty nearer to a border or coast than ``border_deg``."""
    countries = [
        (feature["id"], shape(feature["geometry"]).buffer(-border_deg))
        for feature in json.loads(OUTLINES.read_text(encoding="utf-8"))["features"]
        if feature["properties"]["kind"] == "country"
    ]
    tree = STRtree([outline for _, outline in countries])
    own = [""] * len(points)
    pairs = tree.query([Point(lon, lat) for lat, lon in points], predicate="within")
    for point, country in zip(*pairs, strict=True):
        own[point] = countries[country][0]
    return own


def read_world() -> Iterator[tuple[str, GazetteerRow]]:
    """Yield the folded names of the cities of the table of the world, each with its city."""
    text = lzma.decompress((TABLES / "world.csv.xz").read_bytes()).decode()
    for row in csv.DictReader(text.splitlines()):
        if row["kind"] == "city":
            names = tuple(row["names"].split("|"))
            at = float(row["lat"]), float(row["lon"])
            city = GazetteerRow(names, row["country"], row["region"], *at, int(row["size"]))
            yield from ((key, city) for key in city.all_keys)


def read_estimates() -> Iterator[tuple[str, LatLon]]:
    """Yield the folded names of areas, quarters and other spots, each with its point."""
    for table in ("areas.csv", "spots.csv"):
        with (TABLES / table).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for name in row["names"].split("|"):
                    yield fold_words(name), (float(row["lat"]), float(row["lon"]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
