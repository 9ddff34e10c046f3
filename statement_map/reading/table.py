"""From the text of a CSV file to rows that remember their lines."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from statement_map.errors import DataError
from statement_map.reading.files import judge_lines, split_lines
from statement_map.reading.messages import quoted, write_path

_FIELD = re.compile(r'(?:"(?:[^"]|"")*+"|[^",\r\n][^,\r\n]*+)?(?:,|\r\n|\r|\n|\Z)')


@dataclass(frozen=True, slots=True)
class CsvRow:
    """A row by column, without its blank cells, and the line on which it starts.

    It is not ``whole`` if it has more or fewer values than there are columns.
    """

    line: int
    cells: Mapping[str, str]
    whole: bool = True


@dataclass(frozen=True)
class CsvTable:
    """A CSV file as it was written; it is not ``whole`` if rows could not be parsed."""

    file: str
    header_line: int
    columns: tuple[str, ...]
    rows: tuple[CsvRow, ...]
    whole: bool = True

    def error(self, row: CsvRow, column: str, message: str) -> DataError:
        """Return an error in ``row``."""
        return DataError(self.file, row.line, column, message)


def read_table(file: str, text: str, errors: list[DataError]) -> CsvTable | None:
    """Return the rows in ``text``, None if it has no header with columns or far too many lines."""
    if fault := judge_lines(file, text):
        errors.append(fault)
        return None
    records, unparsed = _records(file, text)
    line, header = records.pop(0) if records else (1, [])
    columns = _named_columns(header, [cells for _, cells in records])
    if len(columns) < 2:
        errors.append(unparsed or _without_columns(file, line, columns))
        return None
    errors += _header_faults(file, line, columns)
    blank = len(header) - len(columns)
    rows = tuple(
        _row(file, columns, number, _without_blank(cells, len(columns), blank), errors)
        for number, cells in records
    )
    if unparsed:
        errors.append(unparsed)
    return CsvTable(file, line, columns, rows, whole=not unparsed)


def _records(file: str, text: str) -> tuple[list[tuple[int, list[str]]], DataError | None]:
    """Return the line and the cells of each record, and what stopped the parser if it did."""
    records = []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):  # spreadsheets append rows of commas
                records.append((line, cells))
            line = reader.line_num + 1
    except csv.Error:
        return records, _unparsed(file, text, line)
    return records, None


def _named_columns(header: list[str], rows: list[list[str]]) -> tuple[str, ...]:
    """Return the columns without those at the end that have neither a name nor a value."""
    width = len(header)
    while width and not header[width - 1].strip():
        if any(cells[width - 1].strip() for cells in rows if len(cells) >= width):
            break
        width -= 1
    return tuple(header[:width])


def _without_blank(cells: list[str], width: int, most: int) -> list[str]:
    """Return ``cells`` without as many blank ones at their end as blank columns were appended."""
    return cells[:width] if width < len(cells) <= width + most else cells


def _header_faults(file: str, line: int, columns: tuple[str, ...]) -> Iterator[DataError]:
    places: defaultdict[str, list[str]] = defaultdict(list)
    for number, column in enumerate(columns, start=1):
        places[column].append(f"column {number}")
    for column, numbers in places.items():
        found = f"found it in {' and '.join(numbers)}"
        if not column:
            fault = f"has a column without a name; {found}; name or remove it"
            yield DataError(file, line, "", fault)
        elif len(numbers) > 1:
            yield DataError(
                file, line, write_path((column,)), f"is written twice; {found}; keep one"
            )


def _row(
    file: str, columns: tuple[str, ...], line: int, cells: list[str], errors: list[DataError]
) -> CsvRow:
    if len(cells) != len(columns):
        what, write = (
            ("many", "put values with commas between quotation marks, and points in decimals")
            if len(cells) > len(columns)
            else ("few", "write a comma for each that is empty")
        )
        found = f"{len(cells)} for {len(columns)} columns"
        errors.append(DataError(file, line, "", f"has too {what} values; found {found}; {write}"))
    by_column: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if cell.strip():
            by_column.setdefault(column, cell)
    return CsvRow(line, by_column, whole=len(cells) == len(columns))


def _without_columns(file: str, line: int, header: tuple[str, ...]) -> DataError:
    if not header:
        return DataError(file, line, "", "is empty; found no header; write the column names")
    return DataError(
        file,
        line,
        "",
        f"is not separated by commas; found {quoted(header[0])}; save it with commas",
    )


def _unparsed(file: str, text: str, line: int) -> DataError:
    """Say what the csv module stumbled over in the record that starts on ``line``."""
    at = 0
    while at < len(text) and (field := _FIELD.match(text, at)):
        at = field.end()
    if at == len(text):
        limit = csv.field_size_limit()
        fault = f"has a value that is too long; found more than {limit} characters; write fewer"
        return DataError(file, line, "", fault)
    fault = (
        f"opens a quotation that is not closed; found {quoted(split_lines(text[at:])[0])}; "
        "write the closing mark, and two marks for one inside"
    )
    return DataError(file, len(split_lines(text[:at])), "", fault)
