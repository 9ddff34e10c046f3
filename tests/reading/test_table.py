import pytest

from statement_map.errors import DataError
from statement_map.reading.table import CsvRow, CsvTable, read_table


def read(text: str) -> tuple[CsvTable | None, list[str]]:
    errors: list[DataError] = []
    table = read_table("f.csv", text, errors)
    return table, [str(error) for error in errors]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_know_their_lines_and_leave_out_blank_cells(end: str) -> None:
    lines = ["", "a,b,c", "1,,3", "", '"x', 'y"," ","say ""z"""', "é,🔥,אב"]
    assert read(end.join(lines)) == (
        CsvTable(
            "f.csv",
            2,
            ("a", "b", "c"),
            (
                CsvRow(3, {"a": "1", "c": "3"}),
                CsvRow(5, {"a": f"x{end}y", "c": 'say "z"'}),
                CsvRow(7, {"a": "é", "b": "🔥", "c": "אב"}),
            ),
        ),
        [],
    )


def test_long_values_are_read() -> None:
    table, errors = read(f"a,b\n{'x' * 10_000},1\n")
    assert errors == []
    assert table is not None
    assert table.rows == (CsvRow(2, {"a": "x" * 10_000, "b": "1"}),)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("\n\n", "f.csv:1: is empty; found no header; write the column names"),
        ("a;b\n1;2", "f.csv:1: is not separated by commas; found 'a;b'; save it with commas"),
        ("a\tb\n", "f.csv:1: is not separated by commas; found 'a\\tb'; save it with commas"),
        (
            'a,"b\n1,2\n',
            "f.csv:1: opens a quotation that is not closed; found '\"b'; "
            "write the closing mark, and two marks for one inside",
        ),
    ],
)
def test_no_table(text: str, error: str) -> None:
    assert read(text) == (None, [error])


def test_columns_without_a_name_or_twice() -> None:
    table, errors = read("a,,b,a,\n1,2,3,4,5\n")
    assert errors == [
        "f.csv:1: a: is written twice; found it in column 1 and column 4; keep one",
        "f.csv:1: has a column without a name; found it in column 2 and column 5; "
        "name or remove it",
    ]
    assert table is not None
    assert table.rows[0].cells["a"] == "1"


def test_rows_that_are_too_long_or_too_short() -> None:
    table, errors = read("a,b\n1,2\n43,25,7\n3\n4,5\n")
    assert errors == [
        "f.csv:3: has too many values; found 3 for 2 columns; "
        "put values with commas between quotation marks, and points in decimals",
        "f.csv:4: has too few values; found 1 for 2 columns; write a comma for each that is empty",
    ]
    assert table is not None
    assert table.whole
    assert [row.whole for row in table.rows] == [True, False, False, True]


UNCLOSED = "opens a quotation that is not closed"
CLOSE = "write the closing mark, and two marks for one inside"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('a,b\n1,2\n3,"4\n5,6\n', f"f.csv:3: {UNCLOSED}; found '\"4'; {CLOSE}"),
        # the next mark seems to close it
        ('a,b\n1,2\n3,"4\n5,"6"\n', f"f.csv:3: {UNCLOSED}; found '\"4'; {CLOSE}"),
        ('a,b\n1,2\n"3\n""x""\n","4\n', f"f.csv:5: {UNCLOSED}; found '\"4'; {CLOSE}"),
        ('a,b\n1,2\n3,"4"x\n5,6\n', f"f.csv:3: {UNCLOSED}; found '\"4\"x'; {CLOSE}"),
        (
            f'a,b\n1,2\n3,"4\n{"5,6" * 50_000}',
            f"f.csv:3: {UNCLOSED}; found '\"4'; {CLOSE}",
        ),
        (
            f"a,b\n1,2\n3,{'4' * 131_073}\n",
            "f.csv:3: has a value that is too long; found more than 131072 characters; write fewer",
        ),
    ],
)
def test_what_stops_the_parser(text: str, error: str) -> None:
    table, errors = read(text)
    assert errors == [error]
    assert table is not None
    assert not table.whole
    assert table.rows == (CsvRow(2, {"a": "1", "b": "2"}),)


def test_rows_and_columns_that_spreadsheets_append() -> None:
    errors: list[DataError] = []
    table = read_table("f.csv", "a,b,,\n1,2,,\n , ,,\n3,4\n,,,\n", errors)
    assert errors == []
    assert table
    assert table.columns == ("a", "b")
    assert [(row.line, dict(row.cells)) for row in table.rows] == [
        (2, {"a": "1", "b": "2"}),
        (4, {"a": "3", "b": "4"}),
    ]


def test_a_value_in_a_column_without_a_name_is_told() -> None:
    errors: list[DataError] = []
    read_table("f.csv", "a,b,,\n1,2,,x\n", errors)
    assert [error.message for error in errors] == [
        "has a column without a name; found it in column 3 and column 4; name or remove it"
    ]
