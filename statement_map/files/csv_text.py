"""CSV text of which single cells are changed, while the rest stays as it was written.

A csv reader and writer would rewrite the quotation marks, the line ends and the blank lines of
the whole file, and hide one change among many.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

_FIELD = re.compile(r'("(?:[^"]|"")*+"|[^",\r\n][^,\r\n]*+|)(,|\r\n|\r|\n|\Z)')
_NEEDS_QUOTES = re.compile('[",\r\n]')


class _Record(NamedTuple):
    """A row: its cells as they are written, and what ends it."""

    cells: tuple[str, ...]
    end: str

    def __str__(self) -> str:
        return ",".join(self.cells) + self.end


@dataclass(frozen=True)
class CsvText:
    """A table with a header; rows count from 0, below the header and without blank lines."""

    _records: tuple[_Record, ...]

    @classmethod
    def read(cls, text: str) -> Self:
        """Take ``text`` apart; it must have been accepted by a strict csv reader."""
        records: list[_Record] = []
        cells: list[str] = []
        at = 0
        while at < len(text) or cells:
            field = _FIELD.match(text, at)
            assert field, f"the csv reader accepts this: {text[at : at + 60]!r}"
            cells.append(field[1])
            at = field.end()
            if field[2] != ",":
                records.append(_Record(tuple(cells), field[2]))
                cells = []
        return cls(tuple(records))

    def __str__(self) -> str:
        return "".join(map(str, self._records))

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(map(_unquote, self._records[self._filled[0]].cells))

    def row(self, number: int) -> Mapping[str, str]:
        """Return the values of a row by column."""
        record = self._records[self._filled[1 + number]]
        return dict(zip(self.columns, map(_unquote, record.cells), strict=False))

    def with_values(self, number: int, values: Mapping[str, str]) -> Self:
        """Return the text with other ``values``, by column, in one row.

        A column that there is not is added after the last one.
        """
        rows = [(n, {} if n != number else values) for n in range(len(self._filled) - 1)]
        return self.with_rows(rows)

    def with_rows(self, rows: Sequence[tuple[int | None, Mapping[str, str]]]) -> Self:
        """Return the text with these rows in this order: the number of each, and other values.

        A row without a number is a new one. A blank line goes with the row below it.
        """
        names = dict.fromkeys(name for _, values in rows for name in values)
        table = self._with_columns([name for name in names if name not in self.columns])
        columns, filled, end = table.columns, table._filled, table._records[table._filled[0]].end
        records = list(table._records[: filled[0] + 1])
        for number, values in rows:
            if number is None:
                cells = tuple(_quote(values.get(name, "")) for name in columns)
                records.append(_Record(cells, end))
                continue
            *above, record = table._records[filled[number] + 1 : filled[number + 1] + 1]
            pairs = zip(columns, record.cells, strict=False)
            cells = tuple(
                _quote(values[name]) if values.get(name, _unquote(cell)) != _unquote(cell) else cell
                for name, cell in pairs
            )
            records += [*above, record._replace(cells=cells)]
        records += table._records[filled[-1] + 1 :]
        whole = [record._replace(end=record.end or end or "\n") for record in records[:-1]]
        return type(self)((*whole, records[-1]))

    def _with_columns(self, names: list[str]) -> Self:
        records, width = list(self._records), len(self.columns)
        if not names:
            return self
        for row, position in enumerate(self._filled):
            added = names if row == 0 else [""] * len(names)
            record = records[position]
            blank = [""] * (width - len(record.cells))  # below blank columns at the end
            records[position] = record._replace(cells=(*record.cells, *blank, *map(_quote, added)))
        return type(self)(tuple(records))

    @property
    def _filled(self) -> list[int]:
        """Return the positions of the records with a value, the header first."""
        return [
            at
            for at, record in enumerate(self._records)
            if any(_unquote(cell).strip() for cell in record.cells)
        ]


def _unquote(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if cell.startswith('"') else cell


def _quote(value: str) -> str:
    return '"' + value.replace('"', '""') + '"' if _NEEDS_QUOTES.search(value) else value
