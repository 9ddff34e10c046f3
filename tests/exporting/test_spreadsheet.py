"""CSV as pandas reads it, and as a spreadsheet would."""

import csv
import io
import re

import pandas as pd
import pytest

from statement_map.exporting import FORMATS, ExportSource
from statement_map.exporting.spreadsheet import _write
from tests.exporting.hostile import HOSTILE
from tests.exporting.told import ATTRIBUTION, DATES, UNDATED, told


@pytest.fixture(scope="module")
def table(source: ExportSource) -> pd.DataFrame:
    content = io.BytesIO(FORMATS["csv"].export(source))
    return pd.read_csv(content, encoding="utf-8-sig", keep_default_na=False)


def test_pandas_finds_every_row(table: pd.DataFrame) -> None:
    names = ["event", "place", "paragraph", "date_basis"]
    expected = [[row.event, row.place or "", row.paragraph, row.basis] for row in told()]
    assert table[names].astype(str).to_numpy().tolist() == expected
    assert set(table["attribution_en"]) == {ATTRIBUTION}
    assert set(table["throughout"]) == {"no"}


def test_pandas_finds_dates_and_points(table: pd.DataFrame) -> None:
    for event, (earliest, latest) in DATES.items():
        of_event = table[table["event"] == event].iloc[0]
        assert of_event["earliest"] == str(earliest or "")
        assert of_event["latest"] == str(latest or "")
    assert set(table[table["event"] == UNDATED]["earliest"]) == {""}
    airport = table[table["row"] == "airport-seized/almaty-airport"]
    assert airport[["lat", "lon"]].astype(float).to_numpy().tolist() == [[43.3521, 77.0405]]


def test_excel_is_told_that_it_is_utf_8(source: ExportSource) -> None:
    content = FORMATS["csv"].export(source)
    assert content.startswith(b"\xef\xbb\xbf")
    assert "Ałmaty" in content.decode("utf-8-sig")
    assert b"\r\n" in content  # RFC 4180


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+48 22 1", "'+48 22 1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("\r=1", "'\r'=1"),
        (" \n =1", "' \n' =1"),
        ("＝1", "'＝1"),
        ('"=1', "'\"=1"),
        ("a;=1", "a;'=1"),
        ("a\n=1", "a\n'=1"),
        ("a=1; b-c", "a=1; b-c"),
        ("4–6 January", "4–6 January"),
        ("", ""),
    ],
)
def test_what_could_be_a_formula_is_marked_as_text(text: str, written: str) -> None:
    assert _write(text) == written


def test_numbers_stay_numbers() -> None:
    assert [_write(-12.5), _write(3), _write(None), _write(True)] == [-12.5, 3, None, "yes"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_of_hostile_data_is_a_formula(hostile_source: ExportSource, separator: str) -> None:
    """Wherever a spreadsheet cuts the file: in Polish, Excel takes semicolons for separators."""
    text = FORMATS["csv"].export(hostile_source).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        for cell in row:
            if not re.fullmatch(r"-?[0-9.]+", cell):
                assert not re.match(r"[\s\"]*[=+\-@]", cell), cell


def test_hostile_text_comes_back(hostile_source: ExportSource) -> None:
    content = io.BytesIO(FORMATS["csv"].export(hostile_source))
    rows = pd.read_csv(content, encoding="utf-8-sig")
    airport = rows[rows["row"] == "airport-seized/almaty-airport"]
    name = str(airport["place_name_en"].item())
    assert name.replace("'=", "=", 1).replace(";'+", ";+").replace(";'@", ";@") == HOSTILE
