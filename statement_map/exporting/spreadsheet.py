"""CSV (RFC 4180) that a spreadsheet opens without running anything in it.

The file starts with a byte order mark, without which Excel takes UTF-8 for the local code page;
pandas reads it with ``encoding="utf-8-sig"``, and so do Python's csv module and LibreOffice.
"""

from __future__ import annotations

import csv
import io
import re

from statement_map.exporting.rows import Scalar, tell_rows, write_answer
from statement_map.exporting.source import ExportSource

_START = r"(^|[\t\r\n;])"
_FOLLOWING = r"(?=[\s\"]*[=+\-@＝＋－＠]|[\t\r\n])"
_MARKED = re.compile(f"{_START}'{_FOLLOWING}")
_FORMULA = re.compile(_START + _FOLLOWING)
"""Where a spreadsheet would see the start of a formula (OWASP, CSV Injection).

That is the start of a text, and also what follows a semicolon or a break inside it: where the list
separator is a semicolon, as in Polish, Excel cuts any CSV file there.
"""


def export(source: ExportSource) -> bytes:
    """Return a row for each event at each of its places.

    A text in which a spreadsheet could see a formula gets an apostrophe in front of that, the
    sign by which spreadsheets know text; all texts stand in quotation marks, numbers do not.
    """
    rows = [row.values for row in tell_rows(source)]
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, rows[0], quoting=csv.QUOTE_NONNUMERIC)
    writer.writeheader()
    for values in rows:
        writer.writerow({column: _write(value) for column, value in values.items()})
    return stream.getvalue().encode("utf-8-sig")


def _write(value: Scalar) -> Scalar:
    value = write_answer(value)
    return as_text(value) if isinstance(value, str) else value


def as_typed(text: str) -> str:
    """Return ``text`` without the apostrophes of :func:`as_text`."""
    return _MARKED.sub(r"\1", text)


def as_text(text: str) -> str:
    """Return ``text`` with an apostrophe wherever a spreadsheet could see a formula."""
    return _FORMULA.sub(r"\1'", text)
