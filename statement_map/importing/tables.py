"""From a spreadsheet to rows that know their number: CSV, TSV, XLSX, ODS.

What is blank at the ends of a sheet is no row and no column, as spreadsheets append both.
"""

from __future__ import annotations

import csv
import io
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile

from statement_map.errors import DataError, DataErrors
from statement_map.fields import CONTROL
from statement_map.importing.roles import NAMES, fold_name

MOST_ROWS = 100_000
"""Ten thousand take about four seconds of a processor."""

MOST_COLUMNS = 500
"""More than any table has that people wrote; what a broken one has further to the right is left."""

MOST_CELLS = 2_000_000
"""What a few bytes of an ODS may say a million times is counted before it is made."""

BROKEN_ZIP = (
    BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    zlib.error,
)
"""What Python raises for a ZIP that is damaged, in its list or in what is packed."""

_XML_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
MOST_UNPACKED = 64 * 2**20
"""So many bytes a file in a workbook may have; ten thousand rows have about five millions."""

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
"""Characters that nobody sees, and that make two ids of one."""

_DELIMITERS = ",;\t|"
_SEPARATOR = re.compile('"?sep=([,;\t|])"?\r?\n', re.IGNORECASE)
_VALUE = re.compile(r"\d{4}-\d\d-\d\d.*|\d{1,2}[./]\d{1,2}[./]\d{2,4}|[-+]?\d+[.,]\d+")
"""A day or a decimal number; a whole number may head a column, as a year does in pivot tables."""
_MOST_ABOVE = 10
"""So many rows may stand above a header."""
_FEWEST_KNOWN = 2
"""A title may be a word that names a column too, but hardly two of them in one row."""
_LONGEST_NAME = 40
"""Characters; a longer cell at the top of a table is a sentence, and no column's name."""

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SHEET = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


@dataclass(frozen=True)
class SheetRow:
    """Cells by column, without blank ones; ``geometry`` is GeoJSON, where the file has some."""

    number: int
    cells: Mapping[str, str]
    geometry: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Sheet:
    """A table with a header; ``title`` is what the file is called in itself."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    title: str = ""
    faults: tuple[DataError, ...] = field(default=())


def refuse(file: str, line: int | None, fault: str) -> DataErrors:
    """Return the error that a whole file ends in."""
    return DataErrors([DataError(file, line, "", fault)])


def clean(text: str) -> str:
    """Return ``text`` without control characters, and no blanks around."""
    return CONTROL.sub("", text).strip()


def tidy(word: str) -> str:
    """Return a name, number or date without what is invisible; a text may need such characters."""
    return _INVISIBLE.sub("", word).replace("\xa0", " ").strip()


def decode(file: str, data: bytes) -> str:
    """Return the text of a file in UTF-8 or UTF-16, as programs save it; no other is guessed."""
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        found = f"the byte 0x{data[error.start]:02X}"
        fault = f"is not UTF-8 text; found {found}; save the file as UTF-8 (in Excel: CSV UTF-8)"
        raise refuse(file, data[: error.start].count(b"\n") + 1, fault) from None


def read_delimited(file: str, data: bytes) -> Sheet:
    """Return the rows of a CSV or TSV, whichever of commas, semicolons and tabs it is cut with.

    Excel writes a line in front of some that names the sign: ``sep=;``.
    """
    text = decode(file, data)
    named = _SEPARATOR.match(text)
    first = next((line for line in text.splitlines() if line.strip()), "")
    unquoted = re.sub('"[^"]*"', "", first)
    delimiter = named[1] if named else max(_DELIMITERS, key=unquoted.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
    records = _numbered(file, reader)
    if named:
        next(records)
    return read_sheet(file, records)


def _numbered(file: str, reader: Any) -> Iterator[tuple[int, list[str]]]:
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise refuse(file, line, f"cannot be cut into cells; found {str(error)!r}") from None


def read_workbook(file: str, data: bytes) -> Sheet:
    """Return the rows of the first sheet of an XLSX or ODS that is a table, or else has any.

    It is a ZIP that was judged before.
    """
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            if "content.xml" in archive.namelist():
                sheets = list(_read_ods(file, archive.read("content.xml")))
            else:
                sheets = list(_read_xlsx(data))
    except (*BROKEN_ZIP, KeyError, ET.ParseError):
        fault = "is no workbook that can be opened; found other data; save it as CSV"
        raise refuse(file, None, fault) from None
    filled = [(name, rows) for name, rows in sheets if rows]
    tables = [each for each in filled if any(len(cells) > 1 for _, cells in each[1])]
    taken, rows = (tables or filled or [("", [])])[0]
    others = tuple(
        DataError(file, None, name, f"is another sheet; found {len(other)} rows; save it alone")
        for name, other in filled
        if name != taken
    )
    sheet = read_sheet(file, rows)
    return replace(sheet, faults=(*others, *sheet.faults))


Records = list[tuple[int, list[str]]]
"""Rows with their numbers, without blank ones and without blank cells at their ends."""


def _read_xlsx(data: bytes) -> Iterator[tuple[str, Records]]:
    import warnings

    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and checks that are not read here
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            rows = [
                (number, _without_end([_write(cell) for cell in cells]))
                for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1)
            ]
            yield sheet.title, [row for row in rows if row[1]]


def _read_ods(file: str, data: bytes) -> Iterator[tuple[str, Records]]:
    root = parse_xml(file, data)
    for table in root.iter(f"{_SHEET}table"):
        rows: Records = []
        number, filled = 1, 0
        for row in table.iter(f"{_SHEET}table-row"):
            cells: list[str] = []
            for cell in row:
                room = MOST_COLUMNS - len(cells)
                cells += [_read_cell(cell)] * min(_times(cell, "columns"), room)
            cells = _without_end(cells)
            repeated = _times(row, "rows")
            if cells:
                filled += len(cells) * repeated
                if filled > MOST_CELLS:
                    fault = f"has too many cells; found {filled}; import up to {MOST_CELLS}"
                    raise refuse(file, None, fault)
                rows += [(number + n, cells) for n in range(repeated)]
            number += repeated
        yield table.get(f"{_SHEET}name", ""), rows


def _without_end(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _times(element: ET.Element, what: str) -> int:
    return int(element.get(f"{_SHEET}number-{what}-repeated", "1"))


def _read_cell(cell: ET.Element) -> str:
    if day := cell.get(f"{_OFFICE}date-value"):
        return day.removesuffix("T00:00:00")
    number = cell.get(f"{_OFFICE}value")
    return number or "\n".join("".join(line.itertext()) for line in cell.iter(f"{_TEXT}p"))


def _write(value: object) -> str:
    """Return a cell as it would be typed: a day without its midnight, a whole number so."""
    match value:
        case None:
            return ""
        case datetime():
            return value.isoformat().removesuffix("T00:00:00")
        case date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
    return str(value)


def parse_xml(file: str, data: bytes) -> ET.Element:
    """Return the root of an XML document; one that defines entities of its own is refused."""
    if any("<!ENTITY".encode(encoding) in data for encoding in _XML_ENCODINGS):
        raise refuse(file, None, "defines entities; found '<!ENTITY'; write what they stand for")
    try:
        return ET.fromstring(data)
    except ET.ParseError as error:
        raise refuse(file, error.position[0], f"is not XML; found {str(error)!r}") from None
    except (LookupError, ValueError) as error:  # of an encoding that there is not, or not here
        raise refuse(file, 1, f"is not XML that can be read; found {str(error)!r}") from None


def read_sheet(file: str, records: Iterable[tuple[int, list[str]]]) -> Sheet:
    """Return the table in ``records``: its header, the rows below it, and what stands above."""
    filled = ((number, [clean(cell) for cell in cells]) for number, cells in records)
    rows = [(number, cells) for number, cells in filled if any(cells)]
    if not rows:
        raise refuse(file, None, "is empty; found no rows; import a table with a header")
    if len(rows) > MOST_ROWS:
        raise refuse(file, None, f"has too many rows; found {len(rows)}; import up to {MOST_ROWS}")
    above, rows = _part(rows)
    line, header = rows[0]
    columns = [tidy(name) for name in header[:MOST_COLUMNS]]
    if is_headless := _is_headless(columns):
        columns = [""] * len(columns)
    else:
        columns = _without_end(columns)
        rows = rows[1:]
    names = [name or f"column {n}" for n, name in enumerate(columns, start=1)]
    faults = [
        *(_above(file, number, cells) for number, cells in above),
        *_header_faults(file, line, names, is_headless=is_headless),
    ]
    faults += [
        DataError(file, number, "", f"has more cells than columns; found {cells[len(names) :]!r}")
        for number, cells in rows
        if any(cells[len(names) :])
    ]
    found = tuple(
        SheetRow(number, {name: cell for name, cell in _pairs(names, cells) if cell})
        for number, cells in rows
    )
    if not found and len(names) > 1:
        raise refuse(
            file, line, "is a header alone; found no rows below it; import a table with some"
        )
    used = {name for row in found for name in row.cells}
    columns_used = tuple(name for name in dict.fromkeys(names) if name in used)
    return Sheet(file, columns_used, found, _title(above), tuple(faults))


def _part(rows: Records) -> tuple[Records, Records]:
    """Return what stands above the header, and the rows from the header on.

    People write a title above a table, and heads that go over several columns. The header is the
    row with the most names that are known, else the first that has more than one cell.
    """
    first = rows[:_MOST_ABOVE]
    known = [_count_known(cells) for _, cells in first]
    start = known.index(max(known))
    if known[start] < _FEWEST_KNOWN:
        wide = (at for at, (_, cells) in enumerate(first) if sum(map(bool, cells)) > 1)
        start = next(wide, 0)
    return rows[:start], rows[start:]


def _count_known(cells: list[str]) -> int:
    return sum(fold_name(cell) in NAMES for cell in cells if len(cell) <= _LONGEST_NAME)


def _is_headless(header: list[str]) -> bool:
    """Return whether a first row is no header: a day or a decimal number names no column."""
    return not _count_known(header) and any(map(_VALUE.fullmatch, header))


def _header_faults(
    file: str, line: int, names: list[str], *, is_headless: bool
) -> Iterator[DataError]:
    if is_headless:
        fault = "is no header; found a day or a number in it; it is taken for a row"
        yield DataError(file, line, "", fault)
    for n, name in enumerate(names):
        if name in names[:n]:
            fault = "is a column twice; found it again; the first one is taken"
            yield DataError(file, line, name, fault)


def _above(file: str, number: int, cells: list[str]) -> DataError:
    words = " ".join(filter(None, cells))
    return DataError(file, number, "", f"stands above the header; found {words!r}")


def _title(above: Records) -> str:
    """Return the words above a table, if they stand alone in the first row."""
    cells = [cell for cell in above[0][1] if cell] if above else []
    return cells[0] if len(cells) == 1 else ""


def _pairs(names: list[str], cells: list[str]) -> list[tuple[str, str]]:
    """Return each column with its cell, of two columns of one name the first last."""
    return list(zip(names, cells, strict=False))[::-1]
