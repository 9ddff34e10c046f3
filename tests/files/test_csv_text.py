"""Changing one cell and nothing else."""

import csv
import io
from typing import Literal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from statement_map.files.csv_text import CsvText

CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


def has_a_value(row: list[str]) -> bool:
    """A row of blank cells is a blank line, as spreadsheets append them."""
    return any(cell.strip() for cell in row)


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, list[list[str]]]:
    """CSV text as different programs write it, and the cells in it."""
    width = draw(st.integers(2, 4))
    row = st.lists(CELLS, min_size=width, max_size=width).filter(has_a_value)
    rows = draw(st.lists(row, min_size=1, max_size=5))
    header = [f"column-{n}" for n in range(width)]
    text = ""
    for cells in (header, *rows):
        stream = io.StringIO(newline="")
        style: Literal[0, 1] = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
        csv.writer(stream, quoting=style).writerow(cells)
        blank_line = draw(st.sampled_from(["", "", "\n", "\r\n"]))
        text += stream.getvalue().removesuffix("\r\n") + draw(ENDS) + blank_line
    return (text.rstrip("\r\n") if draw(st.booleans()) and rows[-1][-1] else text), rows


@settings(deadline=None)
@given(tables())
def test_reading_and_writing_changes_nothing(table: tuple[str, list[list[str]]]) -> None:
    text, rows = table
    read = CsvText.read(text)
    assert str(read) == text
    for number, row in enumerate(rows):
        values = read.row(number)
        assert list(values.values()) == row
        assert str(read.with_values(number, values)) == text


@settings(deadline=None)
@given(tables(), st.data())
def test_one_cell_is_changed(table: tuple[str, list[list[str]]], data: st.DataObject) -> None:
    text, rows = table
    number = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.integers(0, len(rows[0]) - 1))
    value = data.draw(CELLS)
    changed = CsvText.read(text).with_values(number, {f"column-{column}": value})
    rows[number][column] = value
    assume(has_a_value(rows[number]))
    assert [list(changed.row(n).values()) for n in range(len(rows))] == rows
    assert list(filter(None, csv.reader(io.StringIO(str(changed), newline=""))))[1:] == rows


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("a,b\n1,2\n", "a,b\nx,2\n"),
        ("a,b\r\n1,2\r\n", "a,b\r\nx,2\r\n"),
        ('"a",b\n"1","2"', '"a",b\nx,"2"'),
        ('a,b\n\n1,"two, ""2"""\n\n', 'a,b\n\nx,"two, ""2"""\n\n'),
        ("a,b\n1,", "a,b\nx,"),
        ('b,a\n2,"1\n"\n3,4\n', "b,a\n2,x\n3,4\n"),
    ],
)
def test_the_rest_stays_as_it_was_written(text: str, changed: str) -> None:
    assert str(CsvText.read(text).with_values(0, {"a": "x"})) == changed


def test_values_are_quoted_where_they_must_be() -> None:
    text = CsvText.read("a,b\n1,2\n3,4\n").with_values(1, {"b": 'one, "two"\nthree'})
    assert str(text) == 'a,b\n1,2\n3,"one, ""two""\nthree"\n'
    assert text.row(1) == {"a": "3", "b": 'one, "two"\nthree'}


def test_a_missing_column_is_added_at_the_end() -> None:
    text = CsvText.read('a,b\r\n1,"2"\r\n\r\n3,4\r\n').with_values(1, {"c": "x", "a": ""})
    assert str(text) == 'a,b,c\r\n1,"2",\r\n\r\n,4,x\r\n'


def test_rows_and_columns_that_spreadsheets_append_are_no_rows_and_columns() -> None:
    text = CsvText.read("a,b,,\n1,2,,\n,,,\n3,4,,\n,,,\n")
    assert str(text.with_values(1, {"b": "x"})) == "a,b,,\n1,2,,\n,,,\n3,x,,\n,,,\n"
