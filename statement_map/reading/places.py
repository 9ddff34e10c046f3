"""From locations.csv to places."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from statement_map.errors import DataError
from statement_map.model import LIST_FIELDS, PLAIN_FIELDS, Confidence, Method, Place, PlaceKind
from statement_map.reading.files import File, read_text
from statement_map.reading.messages import REFUSED, advice, explain, write_path
from statement_map.reading.table import CsvRow, CsvTable, read_table

_TEXTS = {
    "names": ("name_pl", "name_en", "name_kk", "name_ru"),
    "notes": ("note", "note_pl"),
}
"""The columns of a new file for what a place has in several languages."""

COLUMNS = tuple(column for name in Place.model_fields for column in _TEXTS.get(name, (name,)))
"""The columns of a new file: those of each field of a place, in the order of the fields."""

OWN = "x_"
"""Columns that start so are somebody's own and are not looked at."""

_NAMES = ("name_pl", "name_en")
_REQUIRED = (
    *("id", "name_pl", "name_en", "kind", "part_of", "lat", "lon", "radius_km", "boundary"),
    *("members", "method", "query", "source", "source_id", "retrieved", "confidence", "reviewed"),
)
"""The columns that every file has, though most may be blank; it may do without the others."""

_OPTIONAL = tuple(column for column in COLUMNS if column not in _REQUIRED)
_BY_LANGUAGE = re.compile(r"(name|note)_([a-z]{2})")
_LOCATED = {PlaceKind.SITE, PlaceKind.CITY}


@dataclass(frozen=True)
class PlacesRead:
    """What was read of locations.csv; ``places`` are the valid ones, each with its row."""

    table: CsvTable
    places: tuple[tuple[CsvRow, Place], ...]

    @property
    def ids(self) -> list[str] | None:
        """The ids of all rows, valid or not; None if some rows or their ids cannot be known."""
        if not self.table.whole or "id" not in self.table.columns:
            return None
        ids = (row.cells["id"] for row in self.table.rows if "id" in row.cells)
        return list(dict.fromkeys(ids))

    @property
    def warnings(self) -> Iterator[DataError]:
        """What is not wrong but unfinished in a single place."""
        for row, place in self.places:
            is_settled = place.reviewed and place.method is Method.MANUAL
            if place.kind in _LOCATED and not (place.has_point or is_settled):
                fault = "is not located yet; found no point; write lat and lon, or geocode it"
                yield self.table.error(row, "lat", fault)
            if place.review:
                fault = f"is for an editor; found {place.review!r}; decide, then empty this cell"
                yield self.table.error(row, "review", fault)


def split_ids(row: CsvRow, column: str) -> list[str]:
    """Return the ids in a cell, which are separated by ``|``."""
    return row.cells[column].split("|") if column in row.cells else []


def read_places(path: File, errors: list[DataError]) -> PlacesRead | None:
    """Return what the file at ``path`` holds, None if it cannot be parsed."""
    if (text := read_text(path, errors)) is None:
        return None
    if (table := read_table(str(path), text, errors)) is None:
        return None
    errors += _column_faults(table)
    places = []
    for row in table.rows:
        if row.whole and (place := _read_place(table, row, errors)):
            errors += _undrawable(table, row, place)
            places.append((row, place))
    return PlacesRead(table, tuple(places))


def _column_faults(table: CsvTable) -> Iterator[DataError]:
    known = (*_REQUIRED, *_OPTIONAL)
    for column in _REQUIRED:
        if column not in table.columns:
            fault = f"is missing; found no such column; add {column!r}"
            yield DataError(table.file, table.header_line, column, fault)
    for column in dict.fromkeys(table.columns):
        if column and not column.startswith(OWN) and not _is_read(column):
            fault = f"is not a column here; found {column!r}; {advice(column, known)}"
            own = f", or '{OWN}{column}' for one of your own"
            yield DataError(table.file, table.header_line, write_path((column,)), fault + own)


def _is_read(column: str) -> bool:
    if _BY_LANGUAGE.fullmatch(column):
        return column != "note_en"  # this is ``note``
    return column in PLAIN_FIELDS or column == "note"


def _read_place(table: CsvTable, row: CsvRow, errors: list[DataError]) -> Place | None:
    missing = [column for column in _REQUIRED if column not in table.columns]
    faults = [fault for fault in _cell_faults(row) if fault[0] not in missing]
    place = None
    try:
        place = Place.model_validate(_place_data(row, {*missing, *(name for name, _ in faults)}))
    except ValidationError as error:
        faults += [(str(loc[0]) if loc else "", fault) for loc, fault in explain(error, Place)]
    errors += [table.error(row, *fault) for fault in faults]
    return place


def _place_data(row: CsvRow, faulty: Collection[str]) -> dict[str, Any]:
    """Return the cells as the model wants them; those in ``faulty`` columns were reported."""
    data: dict[str, Any] = {name: row.cells[name] for name in PLAIN_FIELDS if name in row.cells}
    data |= {name: split_ids(row, name) for name in LIST_FIELDS}
    data |= {name: REFUSED for name in PLAIN_FIELDS if name in faulty}
    refused = {name[-2:]: REFUSED for name in _NAMES if name in faulty}
    data["names"] = _by_language(row, "name") | refused
    data["notes"] = _by_language(row, "note") or None
    return data


def _cell_faults(row: CsvRow) -> Iterator[tuple[str, str]]:
    """Yield the column and what is wrong where the model could not tell it as well."""
    for column in _NAMES:
        if column not in row.cells:
            yield column, "is missing; found nothing; write a value"
    lat, lon = row.cells.get("lat", ""), row.cells.get("lon", "")
    if _looks_swapped(lat, lon):
        fault = f"lies beyond a pole; found lat {lat}, lon {lon}; swap them: lat {lon}, lon {lat}"
        yield "lat", fault


def _looks_swapped(lat: str, lon: str) -> bool:
    try:
        return 90 < abs(float(lat)) <= 180 and abs(float(lon)) <= 90
    except ValueError:
        return False


def _by_language(row: CsvRow, what: str) -> dict[str, Any]:
    texts = {
        found[2]: cell
        for column, cell in row.cells.items()
        if (found := _BY_LANGUAGE.fullmatch(column)) and found[1] == what
    }
    return texts | ({"en": row.cells[what]} if what in row.cells else {})


def _undrawable(table: CsvTable, row: CsvRow, place: Place) -> Iterator[DataError]:
    """Yield why the map has no way to show ``place``, which it must not leave out silently."""
    kind = place.kind.value
    match place:
        case Place(kind=PlaceKind.AREA, boundary=()):
            column, found = "boundary", f"kind {kind!r} without an outline; write its ids"
        case Place(kind=PlaceKind.COUNTRY | PlaceKind.REGION, boundary=(), has_point=False):
            column, found = "boundary", f"kind {kind!r} without outline or point; write its ids"
        case Place(kind=PlaceKind.SITE | PlaceKind.CITY, has_point=False) if (
            place.confidence is not Confidence.NONE
        ):
            confidence = f"confidence {place.confidence.value!r}"
            column, found = "lat", f"{confidence} without a point; write lat and lon, or 'none'"
        case _:
            return
    yield table.error(row, column, f"cannot be drawn; found {found}")
