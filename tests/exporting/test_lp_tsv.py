"""LP-TSV, by the wording of its specification, 0.5 of 25 June 2024."""

import re

import pytest
import shapely
from shapely.geometry import shape

from statement_map.exporting import FORMATS, ExportSource
from statement_map.exporting.geometry import geometry_of
from statement_map.exporting.lp_tsv import write_wkt
from tests.exporting.told import ATTRIBUTION, PLACES, STATEMENT

Rows = list[dict[str, str]]


def read(source: ExportSource) -> Rows:
    """Fields "should have no quotes enclosing" them, so lines and tabs are cut as they stand."""
    header, *lines = FORMATS["lp-tsv"].export(source).decode().splitlines()
    columns = header.split("\t")
    rows = [line.split("\t") for line in lines]
    assert {len(row) for row in rows} == {len(columns)}
    return [dict(zip(columns, row, strict=True)) for row in rows]


@pytest.fixture(scope="module")
def rows(source: ExportSource) -> Rows:
    return read(source)


def test_what_is_required_is_there(rows: Rows) -> None:
    assert [row["id"] for row in rows] == list(PLACES)
    for row in rows:
        assert row["title"] == PLACES[row["id"]]["name_en"]
        assert row["title_source"].startswith("the authorities of Kazakhstan; ")
        assert set(row["fclasses"].split(";")) <= set("AHLPRST")
        assert row["attestation_year"] == "2022"
        assert row["title_uri"] == STATEMENT["url"]


def test_several_values_stand_between_semicolons(rows: Rows) -> None:
    by_id = {row["id"]: row for row in rows}
    almaty = PLACES["almaty"]
    names = {f"{almaty[f'name_{code}']}@{code}" for code in ("pl", "en", "kk", "ru")}
    assert set(by_id["almaty"]["variants"].split(";")) == names
    assert by_id["almaty"]["matches"].split(";") == ["gn:1526384", "wd:Q35493"]
    assert by_id["csto-members"]["ccodes"] == "AM;BY;KG;KZ;RU;TJ"
    assert by_id["almaty"]["parent_name"] == "Kazakhstan"
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", by_id["almaty"]["parent_id"])


def test_geometries_are_those_of_the_places(rows: Rows, source: ExportSource) -> None:
    for row in rows:
        geometry = geometry_of(source.atlas.places[row["id"]], source)
        if geometry is None:
            assert {row["lon"], row["lat"], row["geowkt"]} == {""}
        elif geometry["type"] == "Point":
            assert [float(row["lon"]), float(row["lat"])] == geometry["coordinates"]
        else:
            assert shapely.equals(shapely.from_wkt(row["geowkt"]), shape(geometry))


def test_well_known_text_has_the_hole_of_a_polygon() -> None:
    rings = [[[0, 0], [4, 0], [4, 4], [0, 0]], [[1.5, 1], [2, 1], [2, 1.5], [1.5, 1]]]
    written = write_wkt({"type": "Polygon", "coordinates": rings})
    assert written == "POLYGON((0 0,4 0,4 4,0 0),(1.5 1,2 1,2 1.5,1.5 1))"


def test_every_row_says_who_names_the_place(rows: Rows) -> None:
    assert all(row["description"].endswith(ATTRIBUTION) for row in rows)
    almaty = next(row for row in rows if row["id"] == "almaty")
    assert re.match(r"Named in paragraphs 9(, \d+)*\.", almaty["description"])


def test_no_field_of_hostile_data_is_a_formula_or_a_line_of_its_own(
    hostile_source: ExportSource,
) -> None:
    for row in read(hostile_source):
        for name, field in row.items():
            if name not in {"lat", "lon"}:
                assert not re.match(r"[\s\"]*[=+\-@]", field), field
