"""Tables as programs save them: what is cut, where the header stands, and what is told of it."""

from __future__ import annotations

import io
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from statement_map.errors import DataErrors
from statement_map.importing.tables import clean, parse_xml, read_delimited, read_workbook, tidy


@pytest.mark.parametrize(
    "text",
    [
        "Title,Date\nIt begins,2022-01-05\n",
        "Title;Date\r\nIt begins;2022-01-05\r\n",
        "Title\tDate\nIt begins\t2022-01-05",
        "Title|Date\nIt begins|2022-01-05\n",
        "sep=;\nTitle;Date\nIt begins;2022-01-05\n",
        '"a, b",Title,Date\n,"It begins",2022-01-05\n',
        "\nTitle,Date,\n\nIt begins,2022-01-05,\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_whatever_it_is_cut_with(text: str, encoding: str) -> None:
    sheet = read_delimited("a.csv", text.encode(encoding))
    assert [dict(row.cells) for row in sheet.rows] == [{"Title": "It begins", "Date": "2022-01-05"}]
    assert sheet.faults == ()


def test_rows_have_the_numbers_of_their_lines() -> None:
    sheet = read_delimited("a.csv", b'Title,Date\n"two\nlines",1\n\nlast,2\n')
    assert [row.number for row in sheet.rows] == [2, 5]


@pytest.mark.parametrize(
    ("text", "columns", "told"),
    [
        (
            "What happened\nTitle,Date\nIt begins,1\n",
            ("Title", "Date"),
            ["a.csv:1: stands above the header; found 'What happened'"],
        ),
        (
            "2022-01-05,It begins\n",
            ("column 1", "column 2"),
            ["a.csv:1: is no header; found a day or a number in it; it is taken for a row"],
        ),
        (
            "Title,Title\nIt begins,again\n",
            ("Title",),
            ["a.csv:1: Title: is a column twice; found it again; the first one is taken"],
        ),
        (
            "Title,Date\nIt begins,1,more\n",
            ("Title", "Date"),
            ["a.csv:2: has more cells than columns; found ['more']"],
        ),
    ],
)
def test_what_is_not_as_it_should_be_is_told(
    text: str, columns: tuple[str, ...], told: list[str]
) -> None:
    sheet = read_delimited("a.csv", text.encode())
    assert sheet.columns == columns
    assert [str(fault) for fault in sheet.faults] == told
    assert "It begins" in sheet.rows[0].cells.values()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "a.csv: is empty; found no rows; import a table with a header"),
        (
            b"Title,Date\n",
            "a.csv:1: is a header alone; found no rows below it; import a table with some",
        ),
        (
            b"Title\nIt\n\xb3\n",
            "a.csv:3: is not UTF-8 text; found the byte 0xB3; save the file as UTF-8 "
            "(in Excel: CSV UTF-8)",
        ),
    ],
)
def test_what_is_no_table(data: bytes, said: str) -> None:
    with pytest.raises(DataErrors) as caught:
        read_delimited("a.csv", data)
    assert [str(fault) for fault in caught.value.faults] == [said]


def test_a_workbook_gives_what_would_be_typed() -> None:
    half_past_ten = datetime(2022, 1, 5, 10, 30)  # noqa: DTZ001  # as a workbook has it
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Notes"
    first.append(["only one cell"])
    second = book.create_sheet("Events")
    second.append(["Title", "Start", "End", "Lat"])
    second.append(["It begins", date(2022, 1, 5), half_past_ten, 43.0])
    stream = io.BytesIO()
    book.save(stream)
    sheet = read_workbook("a.xlsx", stream.getvalue())
    assert [dict(row.cells) for row in sheet.rows] == [
        {"Title": "It begins", "Start": "2022-01-05", "End": "2022-01-05T10:30:00", "Lat": "43"}
    ]
    assert [str(fault) for fault in sheet.faults] == [
        "a.xlsx: Notes: is another sheet; found 1 rows; save it alone"
    ]


def test_invisible_characters_are_taken_out() -> None:
    assert clean(" a\x00b\u202e\n") == "ab"
    assert tidy("al\u200bmaty\xa0\ufeff") == "almaty"


def test_xml_with_entities_is_refused() -> None:
    for encoding in ("utf-8", "utf-16-le"):
        data = '<!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode(encoding)
        with pytest.raises(DataErrors) as caught:
            parse_xml("a.kml", data)
        assert str(caught.value.faults[0]) == (
            "a.kml: defines entities; found '<!ENTITY'; write what they stand for"
        )
