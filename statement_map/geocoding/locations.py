"""locations.csv as a file to be changed in place.

:mod:`statement_map.reading` reads the same file for the map and wants it complete. Here a row may
still lack all that looking its place up will add.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from statement_map.errors import DataError, DataErrors
from statement_map.fields import BoundaryId, Decimal, Id, YesNo
from statement_map.files.atomic import replace_file
from statement_map.files.csv_text import CsvText
from statement_map.model import Method, PlaceKind
from statement_map.reading.files import read_text
from statement_map.reading.links import check_places
from statement_map.reading.messages import explain
from statement_map.reading.places import PlacesRead
from statement_map.reading.table import CsvTable, read_table


def _split_ids(value: Any) -> Any:
    return value.split("|") if isinstance(value, str) else value


class PlaceRow(BaseModel):
    """A row of locations.csv, as far as looking its place up needs it.

    ``lat`` and ``lon`` are WGS 84 degrees, ``radius_km`` is how far off they may be.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: Id
    kind: PlaceKind
    part_of: Id | None = None
    lat: Annotated[Decimal, Field(ge=-90, le=90)] | None = None
    lon: Annotated[Decimal, Field(ge=-180, le=180)] | None = None
    radius_km: Annotated[Decimal, Field(ge=0)] | None = None
    boundary: Annotated[tuple[BoundaryId, ...], BeforeValidator(_split_ids)] = ()
    method: Method | None = None
    query: str | None = None
    reviewed: YesNo = False

    @property
    def point(self) -> tuple[float, float] | None:
        """Its lat and lon, None if it has no point."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)

    @property
    def may_have_point(self) -> bool:
        """Whether a place of its kind lies anywhere in particular."""
        return self.kind.may_have_point

    @property
    def is_settled(self) -> bool:
        """Whether an editor located it, so that no geocoder may; one who typed a point did."""
        typed = self.method is None and (self.lat is not None or self.lon is not None)
        return self.reviewed or self.method is Method.MANUAL or typed


@dataclass(frozen=True)
class Locations:
    """What a locations.csv held when it was read or written last."""

    path: Path
    rows: Mapping[str, PlaceRow]
    _lines: Mapping[str, int]
    _text: CsvText
    _mark: bytes

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read the file at ``path``.

        Raises :class:`DataErrors` if it is not CSV, or if an id, a kind or something else that
        looking up needs is wrong or missing.
        """
        errors: list[DataError] = []
        text = read_text(path, errors)
        table = None if text is None else read_table(str(path), text, errors)
        rows = [] if table is None else _read_rows(table, errors)
        if errors or table is None or text is None:
            raise DataErrors(errors)
        return cls(
            path,
            {row.id: row for row in rows},
            {row.id: raw.line for row, raw in zip(rows, table.rows, strict=True)},
            CsvText.read(text),
            codecs.BOM_UTF8 if path.read_bytes().startswith(codecs.BOM_UTF8) else b"",
        )

    def ancestors(self, row: PlaceRow) -> Iterator[PlaceRow]:
        """Yield what ``row`` lies in, the nearest first."""
        while row.part_of is not None:
            row = self.rows[row.part_of]
            yield row

    def values(self, id_: str) -> Mapping[str, str]:
        """Return the cells of a place's row by column."""
        return self._text.row(self._number(id_))

    def error(self, id_: str, column: str, message: str) -> DataError:
        """Return an error in the row of a place."""
        return DataError(str(self.path), self._lines[id_], column, message)

    def refresh(self) -> Self:
        """Return what the file holds now, which somebody may have edited meanwhile."""
        try:
            unchanged = self.path.read_bytes() == self._mark + str(self._text).encode()
        except OSError:
            unchanged = False
        return self if unchanged else self.read(self.path)

    def write(self, id_: str, values: Mapping[str, str]) -> Self:
        """Put ``values``, by column, into the row of a place, and return what the file holds.

        The file is replaced as a whole: whoever reads it, and whenever this is stopped, there is
        the old or the new one. Raises :class:`DataErrors` if it cannot be written.
        """
        text = self._text.with_values(self._number(id_), values)
        try:
            replace_file(self.path, self._mark + str(text).encode())
        except OSError as error:
            fault = f"cannot be written; found {error.strerror!r}; make room or allow it, run again"
            raise DataErrors([DataError(str(self.path), None, "", fault)]) from None
        row = text.row(self._number(id_))
        cells = {column: value for column, value in row.items() if value.strip()}
        rows = {**self.rows, id_: PlaceRow.model_validate(cells)}
        return replace(self, rows=rows, _text=text)

    def _number(self, id_: str) -> int:
        return list(self.rows).index(id_)


def _read_rows(table: CsvTable, errors: list[DataError]) -> list[PlaceRow]:
    errors += check_places(PlacesRead(table, ()), None)
    rows = []
    for raw in table.rows:
        try:
            rows.append(PlaceRow.model_validate(raw.cells))
        except ValidationError as error:
            errors += (
                table.error(raw, str(loc[0]), fault) for loc, fault in explain(error, PlaceRow)
            )
    return rows
