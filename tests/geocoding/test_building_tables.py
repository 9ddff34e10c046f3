"""How the tables of places are made, by small samples."""

import gzip
from pathlib import Path

import pytest

from scripts.build_osm_villages import (
    city_km,
    countries_and_regions,
    keys_of_its_own,
    latin_names,
    read_places,
)
from scripts.greek import written
from scripts.name_blocks import BLOCK, GazetteerRow, read_blocks, write_blocks

ARUSHA = GazetteerRow(("Arusha",), "TZ", "26", -3.367, 36.683, 416_442, "161325")
NAIROBI = GazetteerRow(("Nairobi",), "KE", "05", -1.283, 36.817, 4_397_073, "184745")


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Tengeru", ["Tengeru"]),
        ("Alfeld (Leine)", ["Alfeld"]),
        ("Trent, Rügen", ["Trent"]),
        ("平度市 (Píngdù)", ["Píngdù"]),
        ("Khanam Kotie /خانم کوټی", ["Khanam Kotie"]),
        ("Gonowetz/Konovece", ["Gonowetz", "Konovece"]),
        ("Oulu - Uleåborg", ["Oulu", "Uleåborg"]),
        ("Cəlilabad", ["Cəlilabad", "Calilabad"]),
        ("EL REAL", ["El Real"]),
        ("Saint-Jean-d'Angély", ["Saint-Jean-d'Angély"]),
        ("Семёновка", ["Semyonovka", "Siemionowka"]),
        ("Αγία Ρουμέλη", ["Agia Roumeli"]),
        ("八村", []),
        ("Каменецкий 2-й", []),
        ("adı ?", []),
        ("unknown", []),
    ],
)
def test_a_name_is_written_in_latin_letters(name: str, latin: list[str]) -> None:
    assert list(latin_names(name, "")) == latin


@pytest.mark.parametrize(
    ("greek", "latin"),
    [
        ("Εύοσμος", "Evosmos"),
        ("Ευκαρπία", "Efkarpia"),
        ("Μπανάτο", "Banato"),
        ("Άγιος Νικόλαος", "Agios Nikolaos"),
        ("Χώρα Σφακίων", "Chora Sfakion"),
        ("Λουτράκι", "Loutraki"),
        ("Ψαχνά", "Psachna"),
    ],
)
def test_greek_is_written_as_signposts_have_it(greek: str, latin: str) -> None:
    assert written(greek) == latin


def test_a_place_of_another_table_is_left_out() -> None:
    tengeru = GazetteerRow(("Tengeru",), "", "", -3.374, 36.793)
    assert keys_of_its_own(tengeru, {}) == ("tengeru",)
    near, far = ((-3.37, 36.82), 8.0), ((-3.37, 36.99), 8.0)  # 3 and 22 km off
    assert keys_of_its_own(tengeru, {"tengeru": [far, near]}) == ()
    assert keys_of_its_own(tengeru, {"tengeru": [far]}) == ("tengeru",)
    assert city_km(2_000_000) > city_km(20_000) > city_km(0)


def test_a_place_is_in_the_country_of_its_outline_and_the_region_of_the_next() -> None:
    """Tengeru is near Arusha, Minjingu 90 km off.

    Malaba and the shore of Lake Natron lie at a border, which the next place of GeoNames tells only
    where it is near: Magadi is 48 km from the lake, on the other side.
    """
    malaba = GazetteerRow(("Malaba",), "KE", "07", 0.63, 34.28)
    magadi = GazetteerRow(("Magadi",), "KE", "08", -1.9, 36.29)
    points = [(-3.374, 36.793), (-3.71, 35.92), (0.641, 34.262), (-2.22, 36.0)]
    found = list(countries_and_regions(points, [ARUSHA, NAIROBI, malaba, magadi]))
    assert found == [("TZ", "26"), ("TZ", ""), ("KE", "07"), ("TZ", "")]


def test_the_file_is_read_with_the_largest_first(tmp_path: Path) -> None:
    source = tmp_path / "poi.dat.gz"
    rows = ("# poi.dat v1.02", "10 -6.0 35.0 Tanzania", "", "14 -3.374 36.793 Tengeru")
    source.write_bytes(gzip.compress("\n".join([*rows, "13 -3.335 37.34 Moshi"]).encode()))
    town, village = read_places(source, [ARUSHA])
    assert (town.names, town.country, town.inhabitants) == (("Moshi",), "TZ", 3_000)
    assert (village.names, village.region, village.inhabitants) == (("Tengeru",), "26", 0)


def test_a_table_is_the_same_to_the_byte_and_reads_as_it_was_written(tmp_path: Path) -> None:
    places = [ARUSHA, NAIROBI, GazetteerRow(("Nairobi",), "KE", "05", -1.29, 36.82)]
    many = [GazetteerRow((f"Place {number}",), "KE", "", 1.0, 2.0) for number in range(2_000)]
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    assert write_blocks([*places, *many], first) == 2_002
    write_blocks([*places, *many], second)
    assert first.read_bytes() == second.read_bytes()
    assert sum(len(str(it)) for it in many) > BLOCK  # it has more blocks than one
    rows = dict(read_blocks(first))
    assert rows["nairobi"] == NAIROBI
    assert rows["place 7"] == many[7]
