"""The outlines in data/boundaries.geojson, held against what is known from elsewhere."""

import gzip
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from numpy.typing import NDArray
from shapely.geometry import LinearRing, Point, Polygon, shape

FILE = Path(__file__).resolve().parent.parent / "data" / "boundaries.geojson"

# ISO 3166-2:KZ as it stood in January 2022.
REGIONS = {
    "KZ-AKM", "KZ-AKT", "KZ-ALM", "KZ-ATY", "KZ-KAR", "KZ-KUS", "KZ-KZY",
    "KZ-MAN", "KZ-PAV", "KZ-SEV", "KZ-VOS", "KZ-YUZ", "KZ-ZAP", "KZ-ZHA",
}  # fmt: skip
CITIES = {"KZ-ALA", "KZ-AST"}
CSTO_MEMBERS = {"AM", "BY", "KG", "KZ", "RU", "TJ"}
# Between Poland and Kazakhstan, and all that has a border with a member of the CSTO.
NEIGHBOURS = {
    "AF", "AZ", "CN", "EE", "FI", "GE", "IR", "KP", "LT", "LV",
    "MN", "NO", "PL", "TM", "TR", "UA", "UZ",
}  # fmt: skip

# Latitude and longitude of what lies where: towns on Natural Earth's and any other map.
TOWNS = {
    "AM": (40.18, 44.51),  # Yerevan
    "BY": (53.90, 27.57),  # Minsk
    "KG": (42.87, 74.59),  # Bishkek
    "PL": (52.22977, 21.01178),  # Warsaw
    "RU": (55.75, 37.62),  # Moscow
    "TJ": (38.56, 68.77),  # Dushanbe
    "KZ-AKM": (53.28, 69.39),  # Kokshetau
    "KZ-AKT": (50.28, 57.21),  # Aktobe
    "KZ-ALM": (45.02, 78.37),  # Taldykorgan
    "KZ-ATY": (47.12, 51.92),  # Atyrau
    "KZ-KAR": (49.80, 73.10),  # Karaganda
    "KZ-KUS": (53.21, 63.63),  # Kostanay
    "KZ-KZY": (44.85, 65.50),  # Kyzylorda
    "KZ-MAN": (43.34, 52.86),  # Zhanaozen
    "KZ-PAV": (52.29, 76.97),  # Pavlodar
    "KZ-SEV": (54.87, 69.15),  # Petropavl
    "KZ-VOS": (49.95, 82.61),  # Oskemen
    "KZ-YUZ": (43.30, 68.25),  # Turkistan
    "KZ-ZAP": (51.23, 51.37),  # Oral
    "KZ-ZHA": (42.90, 71.37),  # Taraz
    "KZ-AST": (51.16, 71.43),  # Nur-Sultan
    "KZ-ALA": (43.25249, 76.9115),  # Almaty
}
IN_KAZAKHSTAN = {
    "label point of Kazakhstan": (49.0541, 68.6855),
    "Almaty": (43.25249, 76.9115),
    "Almaty International Airport": (43.3521, 77.0405),
    "Baikonur, leased to Russia": (45.63, 63.32),
}
# Official areas.
AREA_KM2 = {"KZ": 2_724_902, "KZ-MAN": 165_642}


def read_collection() -> dict[str, Any]:
    collection: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return collection


COLLECTION = read_collection()
FEATURES: dict[str, dict[str, Any]] = {feature["id"]: feature for feature in COLLECTION["features"]}
SHAPES = {id_: shape(feature["geometry"]) for id_, feature in FEATURES.items()}


def ids_of(kind: str) -> set[str]:
    return {id_ for id_, feature in FEATURES.items() if feature["properties"]["kind"] == kind}


def shapes_of(*kinds: str) -> list[shapely.Geometry]:
    return [SHAPES[id_] for kind in kinds for id_ in sorted(ids_of(kind))]


def rings_of(id_: str) -> Iterator[tuple[bool, list[list[float]]]]:
    """Each ring of a feature as it stands in the file, and whether it is an outer one."""
    geometry = FEATURES[id_]["geometry"]
    is_multi = geometry["type"] == "MultiPolygon"
    for polygon in geometry["coordinates"] if is_multi else [geometry["coordinates"]]:
        for number, ring in enumerate(polygon):
            yield number == 0, ring


def square_km(geometry: shapely.Geometry) -> float:
    """The area on a sphere as large as the earth, by Lambert's equal-area cylinder."""

    def flatten(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
        lon, lat = np.radians(degrees).T
        return 6371.007 * np.column_stack((lon, np.sin(lat)))

    return float(shapely.area(shapely.transform(geometry, flatten)))


def is_inside(id_: str, lat: float, lon: float) -> bool:
    return SHAPES[id_].contains(Point(lon, lat))


def test_file_is_small_enough_to_send_to_a_classroom() -> None:
    content = FILE.read_bytes()
    assert len(content) <= 260_000
    assert len(gzip.compress(content)) <= 85_000


def test_collection_names_its_sources() -> None:
    assert COLLECTION["type"] == "FeatureCollection"
    assert [sorted(source) for source in COLLECTION["sources"]] == [
        ["licence", "name", "package", "url", "version"]
    ] * len(COLLECTION["sources"])
    natural_earth = [s for s in COLLECTION["sources"] if s["name"].startswith("Natural Earth")]
    assert {source["licence"] for source in natural_earth} == {"public domain"}
    assert {source["url"] for source in natural_earth} == {
        "https://www.naturalearthdata.com/about/terms-of-use/"
    }


def test_ids_are_unique_and_in_order() -> None:
    kinds = ["country", "region", "city", "water"]
    order = [(kinds.index(f["properties"]["kind"]), f["id"]) for f in COLLECTION["features"]]
    assert order == sorted(set(order))
    assert len(FEATURES) == len(order)


def test_nothing_is_missing() -> None:
    assert ids_of("region") == REGIONS
    assert ids_of("city") == CITIES
    assert ids_of("country") >= CSTO_MEMBERS | NEIGHBOURS
    assert {id_ for id_ in ids_of("country") if not (len(id_) == 2 and id_.isupper())} == set()
    assert ids_of("water") >= {"water-aral-north", "water-balkhash", "water-caspian"}


@pytest.mark.parametrize("id_", FEATURES)
def test_properties(id_: str) -> None:
    properties = FEATURES[id_]["properties"]
    assert all(properties[f"name_{language}"].strip() for language in ("pl", "en", "kk", "ru"))
    assert properties.get("part_of") == ("KZ" if id_.startswith("KZ-") else None)
    assert is_inside(id_, properties["label_lat"], properties["label_lon"])
    assert 0 <= properties["label_zoom"] <= 10


@pytest.mark.parametrize(
    ("id_", "names"),
    [
        ("KZ", ["Kazachstan", "Kazakhstan", "Қазақстан", "Казахстан"]),
        (
            "KZ-MAN",
            [
                "Obwód mangystauski",
                "Mangystau Region",
                "Маңғыстау облысы",
                "Мангистауская область",
            ],
        ),
        (
            "KZ-YUZ",  # South Kazakhstan until June 2018
            [
                "Obwód turkiestański",
                "Turkistan Region",
                "Түркістан облысы",
                "Туркестанская область",
            ],
        ),
        ("KZ-ALA", ["Ałmaty", "Almaty", "Алматы", "Алматы"]),
        ("KZ-AST", ["Nur-Sułtan", "Nur-Sultan", "Нұр-Сұлтан", "Нур-Султан"]),
    ],
)
def test_names_of_january_2022(id_: str, names: list[str]) -> None:
    properties = FEATURES[id_]["properties"]
    assert [properties[f"name_{language}"] for language in ("pl", "en", "kk", "ru")] == names


@pytest.mark.parametrize("id_", FEATURES)
def test_shape_is_valid_geojson(id_: str) -> None:
    assert shapely.is_valid_reason(SHAPES[id_]) == "Valid Geometry"
    for is_outer, ring in rings_of(id_):
        assert len(ring) >= 4
        assert ring[0] == ring[-1]
        assert LinearRing(ring).is_ccw == is_outer  # RFC 7946: the right-hand rule
        assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in ring)
        assert all(abs(start[0] - end[0]) <= 90 for start, end in pairwise(ring))


def test_russia_reaches_both_sides_of_the_antimeridian() -> None:
    assert is_inside("RU", 66.0, 179.0)  # Chukotka
    assert is_inside("RU", 66.0, -175.0)
    assert SHAPES["RU"].bounds[0::2] == (-180.0, 180.0)


def test_shared_borders_coincide() -> None:
    assert shapely.coverage_is_valid([*shapes_of("country"), SHAPES["water-caspian"]])
    assert shapely.coverage_is_valid(shapes_of("region", "city"))


def test_between_the_countries_lie_only_the_caspian_sea_and_unclaimed_land() -> None:
    land = shapely.get_parts(shapely.union_all(shapes_of("country")))
    gaps = [Polygon(ring) for part in land for ring in part.interiors]
    free = [Point(51.0, 42.0), Point(33.7, 21.9)]  # Bir Tawil: neither Egypt's nor Sudan's
    assert [[gap.contains(point) for point in free].count(True) for gap in gaps] == [1, 1]


def test_regions_and_cities_make_up_kazakhstan() -> None:
    assert shapely.union_all(shapes_of("region", "city")).equals(SHAPES["KZ"])


@pytest.mark.parametrize(("id_", "expected"), AREA_KM2.items())
def test_area(id_: str, expected: float) -> None:
    assert square_km(SHAPES[id_]) == pytest.approx(expected, rel=0.01)


@pytest.mark.parametrize(("id_", "town"), TOWNS.items())
def test_town_is_in_its_country_or_region(id_: str, town: tuple[float, float]) -> None:
    kinds = ids_of("region") | ids_of("city") if "-" in id_ else ids_of("country")
    assert [other for other in sorted(kinds) if is_inside(other, *town)] == [id_]


@pytest.mark.parametrize("place", IN_KAZAKHSTAN)
def test_place_is_in_kazakhstan(place: str) -> None:
    assert is_inside("KZ", *IN_KAZAKHSTAN[place])


def test_baikonur_is_drawn_with_kyzylorda_region() -> None:
    assert "KZ-BAY" not in FEATURES  # withdrawn from ISO 3166-2 in 2002
    assert is_inside("KZ-KZY", *IN_KAZAKHSTAN["Baikonur, leased to Russia"])


def test_label_point_of_mangystau_is_natural_earths() -> None:
    properties = FEATURES["KZ-MAN"]["properties"]
    assert (properties["label_lat"], properties["label_lon"]) == (44.0351, 53.8538)
    assert is_inside("KZ-MAN", 44.0351, 53.8538)


def test_crimea_is_in_ukraine() -> None:
    simferopol = (44.95, 34.10)
    assert is_inside("UA", *simferopol)
    assert not is_inside("RU", *simferopol)
