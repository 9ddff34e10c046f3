"""What the world's countries, regions, cities and some areas are called, to find them in a text.

The table ``world.csv.xz`` is made by ``scripts/build_gazetteer.py`` from GeoNames (CC BY 4.0) and
Natural Earth (public domain). ``areas.csv`` are seas, rivers, mountains, continents and lands of
history, each with a point and a radius that an editor estimated (of waters, to tell them from
namesakes: they are not drawn as points); ``spots.csv`` are quarters of cities, stations,
battlefields and other small places, estimated likewise; ``countries.csv`` are more names
of countries.
"""

from __future__ import annotations

import csv
import lzma
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from statement_map.geocoding.candidates import ESTIMATE, OPENSTREETMAP, Candidate, Match
from statement_map.geocoding.entries import city_entries, outline_entries
from statement_map.geocoding.gazetteer import GazetteerService
from statement_map.geocoding.outlines import Outline
from statement_map.language.folding import fold
from statement_map.model import PlaceKind

CITY_RADII_KM = ((1_000_000, 20.0), (100_000, 10.0), (0, 5.0))
"""How far off the point of a city of so many inhabitants may be; our estimate."""

_REGION, _CITY_REGION = 5.5, 5.3
"""The weight of a region with an outline, and of one that is only a city."""

_CITY_HEIGHT_DEG = 0.7
"""A region that reaches over fewer degrees of latitude is a city with a region's rights."""

QUARTER_KM = 3.0
"""The radius of the largest quarter: what is smaller is only meant where the text is."""

_SPOT = 4.2
"""The weight of a spot, as of a town that is known afar."""

_REGION_LETTERS = 4
"""So many first letters of a region's name find it."""

_MOST_AIRPORTS = 6
"""So many airports of one name become candidates."""

_POSTAL = "geonames-postal:"
"""What the identifiers begin with of places that GeoNames has in its postal codes alone."""

_APOSTROPHE = re.compile("['’‘ʻʼ`]")
_GAPS = re.compile(r"[\W_]+")
_KINDS = (
    "województwo wojewodztwo obwód obwod region oblast voivodeship province prowincja county "
    "hrabstwo state stan kraj republika republic district dystrykt governorate gubernatorstwo "
    "department departament okręg okreg prefektura prefecture kanton canton land territory "
    "autonomous autonomiczny autonomiczna raion rejon krai of muhafaza wilajet emirat"
)
_KIND_WORDS = frozenset(_KINDS.split())


@dataclass(frozen=True, slots=True)
class Known:
    """A place that the table knows.

    ``weight`` is how likely it is meant, as a power of ten: the inhabitants of a city. ``region``
    is GeoNames' code of the first-level region in its country. ``is_word`` is set where its name
    is an English word too, ``is_first_name`` where people are called so.
    """

    place: Candidate
    names: tuple[str, ...]
    weight: float
    region: str = ""
    is_word: bool = False
    is_first_name: bool = False

    @property
    def is_river(self) -> bool:
        """Whether ``areas.csv`` calls it a river, which may be long."""
        return self.names[0].endswith("River")

    @property
    def is_district(self) -> bool:
        """Whether it is a county or another region of the second level, drawn as a circle."""
        return self.place.kind is PlaceKind.REGION and self.place.source_id.startswith(_POSTAL)

    @property
    def is_mapped(self) -> bool:
        """Whether only OpenStreetMap has it."""
        return self.place.source == OPENSTREETMAP

    @property
    def bare_names(self) -> tuple[str, ...]:
        """Its names without the word that tells a river from its namesakes: "San rzeka"."""
        return tuple(name.removesuffix(" rzeka") for name in self.names)


class World:
    """An index by folded name, in which the words stand apart by one space."""

    def __init__(self, outlines: Mapping[str, Outline]) -> None:
        """Know the countries and regions in ``outlines`` beside those of the tables."""
        self._places: list[Known] = []
        self._by_name: defaultdict[str, list[int]] = defaultdict(list)
        self._regions: defaultdict[str, list[int]] = defaultdict(list)
        self._lines = _read_lines()
        self._add_outlines(outlines)
        for row in _read_table("areas.csv"):
            kind = PlaceKind.WATER if row["kind"] == "water" else PlaceKind.REGION
            self._add(_read_estimate(row, kind, _weight_of_area(float(row["radius_km"]))))
        for known in read_spots():
            if (known.place.radius_km or 0) > QUARTER_KM:
                self._add(known)
        self._table_names: dict[str, list[int]] = {}
        self._index_lines()
        self._outlines = outlines
        self.airports = lru_cache(maxsize=4096)(self._find_airports)

    def look_up(self, name: str) -> tuple[Known, ...]:
        """Return what the folded ``name`` may be, regions that need a word for it left out."""
        own = [self._places[number] for number in self._by_name.get(name, ())]
        known = {it.place.source_id for it in own}
        listed = [_read_known(self._lines[number]) for number in self._table_names.get(name, ())]
        return (*own, *(it for it in listed if it.place.source_id not in known))

    def look_up_region(self, name: str) -> tuple[Known, ...]:
        """Return the regions whose name without words like "province" is the folded ``name``."""
        own = [self._places[number] for number in self._regions.get(name, ())]
        countries = {it.place.country for it in own}
        listed = [_read_known(self._lines[number]) for number in self._table_regions.get(name, ())]
        return (*own, *(it for it in listed if it.place.country not in countries))

    def region_of_code(self, code: str) -> Known | None:
        """Return the region with an ISO 3166-2 code, as far as the table has it."""
        number = self._region_codes.get(code)
        return None if number is None else _read_known(self._lines[number])

    def region_names(self, start: str) -> Sequence[str]:
        """Return the names of regions that have the first letters of ``start``."""
        return self._region_starts.get(start[:_REGION_LETTERS], ())

    def _find_airports(self, name: str) -> tuple[Candidate, ...]:
        """Return the airports that are called ``name``; no code of three letters is a name."""
        found = self._gazetteer.look_up(name).candidates
        return tuple(it for it in found if it.match is not Match.CODE)[:_MOST_AIRPORTS]

    @cached_property
    def _gazetteer(self) -> GazetteerService:
        return GazetteerService(self._outlines)

    def is_known(self, name: str) -> bool:
        """Whether anything has the folded ``name``."""
        return name in self._by_name or name in self._table_names

    @cached_property
    def _region_starts(self) -> Mapping[str, Sequence[str]]:
        starts: defaultdict[str, list[str]] = defaultdict(list)
        for name in dict.fromkeys((*self._regions, *self._table_regions)):
            starts[name[:_REGION_LETTERS]].append(name)
        return starts

    def _add_outlines(self, outlines: Mapping[str, Outline]) -> None:
        more = {
            row["boundary"]: row["other_names"].split("|") for row in _read_table("countries.csv")
        }
        for entry in outline_entries(outlines):
            place = entry.place
            names = {" ".join(name.words) for name in entry.names}
            if place.kind is PlaceKind.COUNTRY:
                own = outlines[place.boundary or ""].names.values()
                names |= {fold_words(name) for name in (*own, *more.get(place.boundary or "", ()))}
                # The Polish name of Norfolk Island is what English calls a county and a town.
                names -= {it.removesuffix(" island") for it in names if it.endswith(" island")}
                self._add(Known(place, tuple(names), 8.0))
            else:
                number = len(self._places)
                is_city = _height_deg(outlines[place.boundary or ""]) < _CITY_HEIGHT_DEG
                weight = _CITY_REGION if is_city else _REGION  # Kyiv Oblast is not Kyiv
                self._places.append(Known(place, tuple(names), weight))
                for name in names:
                    self._regions[name].append(number)
        for city in city_entries():
            inhabitants = {20.0: 6.2, 10.0: 5.2}.get(city.place.radius_km or 0, 4.2)
            self._add(
                Known(city.place, tuple(" ".join(it.words) for it in city.names), inhabitants)
            )

    def _add(self, known: Known) -> None:
        number = len(self._places)
        self._places.append(known)
        names = [fold_words(name) for name in known.names]
        # "the Severn" is looked for as "Severn River".
        turned = [f"{name[6:]} river" for name in names if name.startswith("river ")]
        for name in dict.fromkeys((*names, *turned)):
            self._by_name[name].append(number)

    def _index_lines(self) -> None:
        own = {id_ for known in self._places for id_ in known.place.source_id.split("; ")}
        self._table_regions: dict[str, list[int]] = {}
        self._region_codes: dict[str, int] = {}
        cities = self._table_names
        for number, line in enumerate(self._lines):
            kind, id_, keys, names, _ = line.split(",", 4)
            all_keys = (keys or names.casefold()).split("|")
            if kind == "city":
                if f"geonames:{id_}" not in own:
                    for key in all_keys:
                        cities.setdefault(key, []).append(number)
                continue
            if id_.startswith("iso3166:"):
                self._region_codes[id_.removeprefix("iso3166:").split(";")[0]] = number
            for folded in all_keys:
                words = [word for word in folded.split(" ") if word not in _KIND_WORDS]
                bare = " ".join(words)
                self._table_regions.setdefault(bare, []).append(number)
                if bare == folded or len(words) > 1:
                    self._table_names.setdefault(folded, []).append(number)


@lru_cache(maxsize=65536)
def fold_words(name: str) -> str:
    """Return ``name`` folded, its words apart by one space each."""
    folded = name.casefold() if name.isascii() else fold(name)
    if folded.isalpha():
        return folded
    return _GAPS.sub(" ", _APOSTROPHE.sub("", folded)).strip()


def _height_deg(outline: Outline) -> float:
    lats = [lat for polygon in outline.polygons for _, lat in polygon[0]]
    return max(lats) - min(lats)


def read_spots() -> Iterator[Known]:
    """Yield the quarters, stations, battlefields and other small places."""
    for row in _read_table("spots.csv"):
        yield _read_estimate(row, PlaceKind.CITY, _SPOT)


def _read_estimate(row: Mapping[str, str], kind: PlaceKind, weight: float) -> Known:
    names = tuple(row["names"].split("|"))
    place = Candidate(
        name=names[0],
        kind=kind,
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        source=ESTIMATE,
        source_id="",
        radius_km=float(row["radius_km"]),
        country=row["country"] or None,
    )
    return Known(place, names, weight)


def _weight_of_area(radius_km: float) -> float:
    """Return 6 for what is as large as a province, less for an island or a peak."""
    return 5.0 + min(1.0, math.log10(radius_km + 1) / 2)


def _read_lines() -> list[str]:
    data = (files(__package__) / "tables" / "world.csv.xz").read_bytes()
    return lzma.decompress(data).decode().splitlines()[1:]


def _read_known(line: str) -> Known:
    kind, id_, _, names, country, region, lat, lon, size, flags = next(csv.reader([line]))
    all_names = tuple(names.split("|"))
    if kind == "city":
        inhabitants = max(1, int(size))
        radius_km = next(radius for least, radius in CITY_RADII_KM if inhabitants >= least)
        weight = math.log10(inhabitants)
    else:
        radius_km, weight = float(size), 5.0
    place = Candidate(
        name=all_names[0],
        kind=PlaceKind.CITY if kind == "city" else PlaceKind.REGION,
        lat=float(lat),
        lon=float(lon),
        source="GeoNames" if kind == "city" else "Natural Earth",
        source_id=f"geonames:{id_}" if kind == "city" else id_,
        radius_km=radius_km,
        country=country,
    )
    return Known(place, all_names, weight, region, "w" in flags, "n" in flags)


def _read_table(name: str) -> Iterator[dict[str, str]]:
    text = (files(__package__) / "tables" / name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())
