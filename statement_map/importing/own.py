"""This program's own exports, read back: rows of CSV, GeoJSON and KML, and the files inside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from statement_map.errors import DataError, DataErrors
from statement_map.exporting.data_files import MEMBER, digest_of
from statement_map.exporting.handout.packing import unpack
from statement_map.exporting.rows import PLACE_COLUMNS
from statement_map.exporting.spreadsheet import as_typed
from statement_map.fields import AnyModel
from statement_map.importing.days import ReadDay, reader_of
from statement_map.importing.reduced import Reduced, reduce
from statement_map.importing.tables import Sheet, SheetRow, decode, refuse
from statement_map.model import LIST_FIELDS, Event, Place, Statement
from statement_map.reading import FILES
from statement_map.reading.files import MAX_BYTES
from statement_map.reading.messages import explain

_COLUMNS = {"row", "event", "date_basis", "title_en", "quote_language"}
_BLOCK = r'<script type="application/json" id="{}">(.*?)</script>'
_DAYS = ("own_when", "published", "accessed", "retrieved")


def files_inside(value: Any) -> dict[str, str] | None:
    """Return the data files in an export of Linked Places; None where it was changed since."""
    files = value.get(MEMBER) if isinstance(value, Mapping) else None
    if not isinstance(files, Mapping) or files.get("sha256") != digest_of(value):
        return None
    return {name: str(files.get(name, "")) for name in FILES[:2]}


def files_in_handout(file: str, data: bytes) -> dict[str, str]:
    """Return the data files in a handout, the outlines too."""
    text = decode(file, data)
    blocks = [re.search(_BLOCK.format(name), text, re.DOTALL) for name in ("data-files", "content")]
    if not all(blocks):
        fault = "is no handout of this program; found a page without data; import its GeoJSON"
        raise refuse(file, None, fault)
    try:
        files, content = (json.loads(block[1]) for block in blocks if block)
        return {**files, FILES[2]: _read_outlines(content["boundaries"])}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        fault = "is a handout that was changed; found data that cannot be read; export it again"
        raise refuse(file, None, fault) from None


def _read_outlines(packed: str | Mapping[str, Any]) -> str:
    """Return the GeoJSON of a handout's outlines; handouts of before 1.0 hold it as it is."""
    if isinstance(packed, Mapping):
        return json.dumps(packed, ensure_ascii=False)
    return unpack(packed, MAX_BYTES).decode()


def is_own(sheet: Sheet) -> bool:
    """Return whether ``sheet`` has the columns of this program's exports."""
    return set(sheet.columns) >= _COLUMNS


def build_own(sheet: Sheet) -> Reduced:
    """Return what the rows hold; raises :class:`DataErrors` with the row of each fault.

    Rows may have been taken out: what only they held, or what pointed to them, is left out.
    """
    builder = _ExportBuilder(sheet)
    statement, events, places = builder.statement(), builder.events(), builder.places()
    if builder.faults or statement is None:
        raise DataErrors(builder.faults)
    reduced = reduce(sheet.file, statement, events, places)
    reduced.left_out[:0] = builder.left_out
    return reduced


class _ExportBuilder:
    def __init__(self, sheet: Sheet) -> None:
        self.faults: list[DataError] = []
        self.left_out: list[DataError] = []
        self._file = sheet.file
        read = {name: reader_of(row.cells.get(name, "") for row in sheet.rows) for name in _DAYS}
        self._rows = [_typed(row, read) for row in sheet.rows]
        data = next(
            (row.cells["statement_data"] for row in self._rows if "statement_data" in row.cells),
            "",
        )
        if not data:
            fault = (
                "is not in the file; found no first row of the export; chapters, places that no "
                "event names and the like are left out"
            )
            self.left_out.append(DataError(self._file, None, "statement_data", fault))
        try:
            rest = json.loads(data or "{}")
        except ValueError:
            rest = {}
            fault = "cannot be read; found JSON that was cut or changed; export the file again"
            self.faults.append(DataError(self._file, sheet.rows[0].number, "statement_data", fault))
        self._rest: dict[str, Any] = rest if isinstance(rest, dict) else {}

    def statement(self) -> Statement | None:
        row = self._rows[0]
        cells = row.cells
        topics = {
            each.cells["topic"]: {"id": each.cells["topic"], "title": _texts(each, "topic")}
            for each in self._rows
            if "topic" in each.cells
        }
        values = {
            "title": _texts(row, "statement"),
            "issuer": _texts(row, "stated_by"),
            "publisher": _texts(row, "published_in"),
            "url": cells.get("source_url"),
            "language": cells.get("quote_language"),
            "published": cells.get("published"),
            "published_basis": cells.get("published_basis"),
            "accessed": cells.get("accessed"),
            "paragraphs": cells.get("paragraphs"),
            "sha256": cells.get("text_digest"),
            "topics": list(topics.values()),
            **self._rest.get("statement", {}),
        }
        return self._build(Statement, values, row)

    def events(self) -> list[Event]:
        by_id: dict[str, list[SheetRow]] = {}
        for row in self._rows:
            by_id.setdefault(row.cells.get("event", ""), []).append(row)
        return [event for rows in by_id.values() if (event := self._event(rows))]

    def _event(self, rows: Sequence[SheetRow]) -> Event | None:
        row, cells = rows[0], rows[0].cells
        mentions = [
            {"id": each.cells["place"], "phrase": phrase}
            for each in rows
            if "place" in each.cells
            for phrase in each.cells.get("phrase", "").split(" | ")
        ]
        after, before = (
            cells.get(side, "").split("|") if cells.get(side) else []
            for side in ("after", "before")
        )
        values = {
            "id": cells.get("event"),
            "paragraph": cells.get("paragraph", "").split("|"),
            "when": cells.get("own_when"),
            "basis": cells.get("date_basis"),
            "when_phrase": cells.get("when_phrase"),
            "after": after,
            "after_cue": _cues(cells.get("after_cue"), after),
            "before": before,
            "before_cue": _cues(cells.get("before_cue"), before),
            "why_then": _texts(row, "why_then"),
            "throughout": cells.get("throughout") == "yes",
            "places": mentions,
            "kind": cells.get("kind"),
            "topic": cells.get("topic"),
            "title": _texts(row, "title"),
            "text": _texts(row, "text"),
            "quote": cells.get("quote"),
            "note": _texts(row, "editors_note"),
            "reviewed": cells.get("reviewed"),
        }
        return self._build(Event, values, row)

    def places(self) -> list[Place]:
        first = {row.cells["place"]: row for row in reversed(self._rows) if "place" in row.cells}
        order = dict.fromkeys(row.cells["place"] for row in self._rows if "place" in row.cells)
        found = [self._build(Place, _place(first[id_]), first[id_]) for id_ in order]
        rest = self._rest.get("places", [])
        found += [self._build(Place, each, self._rows[0]) for each in rest]
        return [place for place in found if place]

    def _build(
        self, model: type[AnyModel], values: Mapping[str, Any], row: SheetRow
    ) -> AnyModel | None:
        given = {key: value for key, value in values.items() if value not in (None, "", {})}
        try:
            return model.model_validate(given)
        except ValidationError as error:
            for loc, fault in explain(error, model):
                where = ".".join(map(str, loc))
                self.faults.append(DataError(self._file, row.number, where, fault))
        return None


def _place(row: SheetRow) -> dict[str, Any]:
    cells = row.cells
    plain = {
        name: cells[column].split("|") if name in LIST_FIELDS else cells[column]
        for name, column in PLACE_COLUMNS.items()
        if column in cells
    }
    return {**plain, "names": _texts(row, "place_name"), "notes": _texts(row, "place_note")}


def _typed(row: SheetRow, read: Mapping[str, ReadDay]) -> SheetRow:
    """Return ``row`` as it was before a spreadsheet was told what is text, and what a day is."""
    cells = {name: as_typed(cell) for name, cell in row.cells.items()}
    for name in ("lat", "lon", "radius_km"):
        if name in cells:
            cells[name] = cells[name].replace(",", ".").removesuffix(".0")
    for name in _DAYS:
        if name in cells:
            try:
                cells[name] = read[name](cells[name])
            except ValueError:
                continue  # told by the model, with its row
    return SheetRow(row.number, cells, row.geometry)


def _texts(row: SheetRow, name: str) -> dict[str, str]:
    return {
        column[-2:]: cell
        for column, cell in row.cells.items()
        if re.fullmatch(rf"{name}_[a-z]{{2}}", column)
    }


def _cues(written: str | None, ids: Iterable[str]) -> str | dict[str, str] | None:
    """Return the words that bind an end of a date, by the event that they bind to."""
    if not written:
        return None
    parts = [part.partition(": ") for part in written.split(" | ")]
    known = set(ids)
    if all(id_ in known and sign for id_, sign, _ in parts):
        return {id_: words for id_, _, words in parts}
    return written
