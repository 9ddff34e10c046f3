"""From one file of any kind that is known here to the content of data files."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any
from zipfile import ZipFile

from statement_map.errors import DataError
from statement_map.exporting.timelinejs import CONTEXT
from statement_map.files.archive import judge_archive
from statement_map.files.events_yaml import Comments, comment_lines, write_events
from statement_map.files.folder import open_outlines, world_outlines
from statement_map.files.locations_csv import write_locations
from statement_map.importing.building import About, TellRows, build
from statement_map.importing.columns import guess_columns
from statement_map.importing.geodata import load_json, plain, read_json
from statement_map.importing.globes import read_gpx, read_kml
from statement_map.importing.own import build_own, files_in_handout, files_inside, is_own
from statement_map.importing.tables import (
    BROKEN_ZIP,
    MOST_ROWS,
    MOST_UNPACKED,
    Sheet,
    read_delimited,
    read_workbook,
    refuse,
)
from statement_map.prose.text import detect_language
from statement_map.reading import FILES, Content, read_files
from statement_map.reading.outlines import Outlines

MAX_BYTES = 32 * 2**20
"""The largest file that is imported."""

KNOWN = (
    "a table (CSV, TSV, XLSX, ODS), GeoJSON, KML, GPX, a uMap, Linked Places, LP-TSV, a timeline "
    "of TimelineJS, annotations of Recogito, a CSV of ACLED, or an export of this program"
)
MOST_TOLD = 200
"""So much of what was not taken is told one by one."""

_ROWS_SHOWN = 3
_CELL_LETTERS = 80
"""Enough of a table to see what its columns are."""

_HEAD = (
    "Imported from {file}. Nothing in it has been reviewed: each row of the file is a paragraph, "
    "a date is what its cell says and not what a text states, and kinds were not known."
)


@dataclass(frozen=True)
class Imported:
    """The content of the data files, and what is to be told.

    ``outlines`` are those of all countries where the file brings none; ``text`` is the text that
    the events quote, None for an export of this program. ``guesses`` are the columns that were
    recognised, each with the first value in it; ``left_out`` is what was not taken.
    """

    events: bytes
    places: bytes
    outlines: Outlines
    text: str | None
    guesses: tuple[str, ...] = ()
    left_out: tuple[DataError, ...] = ()

    @property
    def boundaries(self) -> bytes:
        """The content of boundaries.geojson."""
        return self.outlines.data


@dataclass(frozen=True)
class Preview:
    """What a table is taken for before it is imported: ``guessed`` is the column of each role."""

    columns: tuple[str, ...]
    guessed: Mapping[str, str]
    rows: tuple[tuple[str, ...], ...]


def preview_file(name: str, data: bytes) -> Preview | None:
    """Return the columns of a table with their first cells; None for this program's own files.

    Raises :class:`DataErrors` as :func:`import_file` does, but for what only all rows can tell.
    """
    found = _read_whole(name, data)
    if isinstance(found, dict) or is_own(found):
        return None
    sheet = _without_context(found)
    rows = tuple(
        tuple(row.cells.get(column, "")[:_CELL_LETTERS] for column in sheet.columns)
        for row in sheet.rows[:_ROWS_SHOWN]
    )
    return Preview(sheet.columns, guess_columns(sheet, {}), rows)


def import_file(
    name: str,
    data: bytes,
    about: About | None = None,
    chosen: Mapping[str, str] | None = None,
    outlines: Outlines | None = None,
    tell: TellRows = lambda _done, _total: None,
) -> Imported:
    """Return what the file called ``name`` becomes, as ``check`` accepts it.

    Raises :class:`DataErrors` if it is none of the files that are known, is broken, or becomes
    something that is not right. The rest is as for :func:`convert_file`.
    """
    imported = convert_file(name, data, about, chosen, outlines, tell)
    events, places = Content(FILES[0], imported.events), Content(FILES[1], imported.places)
    read_files(events, places, imported.outlines)
    return imported


def convert_file(
    name: str,
    data: bytes,
    about: About | None = None,
    chosen: Mapping[str, str] | None = None,
    outlines: Outlines | None = None,
    tell: TellRows = lambda _done, _total: None,
    most_rows: int = MOST_ROWS,
) -> Imported:
    """Return what the file called ``name`` becomes, for whoever reads the result in any case.

    ``chosen`` are columns by their role, see :data:`statement_map.importing.roles.ROLES`, "" for
    none of them; ``tell`` is told of each row of a table. Without ``outlines`` they are
    those of all countries. Raises :class:`DataErrors` if it is none of the files that are known,
    is broken, or a table of more than ``most_rows`` rows.
    """
    found = _read_whole(name, data)
    outlines = outlines or world_outlines()
    if isinstance(found, dict):
        drawn = found.get(FILES[2])
        files = (found[FILES[0]].encode(), found[FILES[1]].encode())
        return Imported(*files, _read_outlines(drawn.encode()) if drawn else outlines, None)
    if is_own(found):
        own = build_own(found)
        events = write_events(own.statement, own.events).encode()
        places = write_locations(own.places).encode()
        return Imported(events, places, outlines, None, (), tuple(own.left_out))
    if len(found.rows) > most_rows:
        fault = f"has too many rows; found {len(found.rows)}; import up to {most_rows}"
        raise refuse(name, None, fault)
    return _import_sheet(found, about, chosen or {}, outlines, tell)


def _import_sheet(
    sheet: Sheet, about: About | None, chosen: Mapping[str, str], outlines: Outlines, tell: TellRows
) -> Imported:
    sheet = _without_context(sheet)
    unknown = [name for name in chosen.values() if name and name not in sheet.columns]
    if unknown:
        fault = f"has no such column; found {', '.join(sheet.columns)}; name one of these"
        raise refuse(sheet.file, None, f"{unknown[0]!r} {fault}")
    columns = guess_columns(sheet, chosen)
    known = about or About()
    language = known.language or language_of(sheet, columns)
    built = build(sheet, columns, replace(known, language=language), tell)
    guesses = tuple(_guess(sheet, role, name) for role, name in columns.items())
    comments = Comments(
        tuple(comment_lines([_HEAD.format(file=sheet.file)])),
        tail=tuple(comment_lines(_notes(guesses, built.left_out))),
    )
    return Imported(
        write_events(built.statement, built.events, comments).encode(),
        write_locations(built.places).encode(),
        _with_outlines(outlines, built.outlines) if built.outlines else outlines,
        built.text,
        guesses,
        tuple(built.left_out),
    )


def _notes(guesses: Sequence[str], left_out: Sequence[DataError]) -> Iterator[str]:
    """Yield what stays with the files, for whoever reviews them: what was taken, and what not."""
    yield "Taken for, with the first value:"
    yield from guesses
    if left_out:
        yield "Not taken:"
        yield from map(str, left_out[:MOST_TOLD])
    if len(left_out) > MOST_TOLD:
        yield f"and {len(left_out) - MOST_TOLD} more"


def language_of(sheet: Sheet, columns: Mapping[str, str]) -> str:
    """Return the language of what is told, English where it is not recognised."""
    names = [columns[role] for role in ("title", "text") if role in columns]
    words = " ".join(row.cells.get(name, "") for row in sheet.rows[:200] for name in names)
    return detect_language(plain(words)) or "en"


def _guess(sheet: Sheet, role: str, name: str) -> str:
    first = next((row.cells[name] for row in sheet.rows if name in row.cells), "")
    return f"{role}: {name!r}, such as {first[:60]!r}"


def _without_context(sheet: Sheet) -> Sheet:
    """Return a sheet for TimelineJS without what this program wrote below its texts."""
    if not {"Headline", "Text"} <= set(sheet.columns):
        return sheet
    start = f'<p class="{CONTEXT}">'
    texts = (row.cells.get("Text", "").partition(start)[0] for row in sheet.rows)
    rows = [
        replace(row, cells={**row.cells, "Text": text})
        for row, text in zip(sheet.rows, texts, strict=True)
    ]
    return replace(sheet, rows=tuple(rows))


def _with_outlines(outlines: Outlines, features: list[dict[str, Any]]) -> Outlines:
    collection = {**outlines.collection, "features": [*outlines.collection["features"], *features]}
    return _read_outlines(
        json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()
    )


def _read_outlines(data: bytes) -> Outlines:
    return open_outlines(Content(FILES[2], data))


def _read_whole(name: str, data: bytes) -> Sheet | dict[str, str]:
    if len(data) > MAX_BYTES:
        fault = f"is too large; found {len(data)} bytes; import up to {MAX_BYTES}"
        raise refuse(name, None, fault)
    if not data.strip():
        raise refuse(name, None, f"is empty; found no text; import {KNOWN}")
    return _read(name, data)


def _read(name: str, data: bytes) -> Sheet | dict[str, str]:
    """Return the rows of a file, or the data files in it; its content says what it is."""
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\x1e \t\r\n")[:1000]
    if data.startswith(b"PK"):
        return _read_zip(name, data)
    if start.startswith(b"<"):
        return _read_markup(name, data, start.lower())
    if start[:1] in {b"{", b"["}:
        value = load_json(name, data)
        if files := files_inside(value):
            return files
        if sheet := read_json(name, value):
            return sheet
        raise refuse(name, None, f"is JSON of another kind; found no features; import {KNOWN}")
    is_table = PurePosixPath(name.casefold()).suffix in {".csv", ".tsv", ".tab", ".txt"}
    is_utf16 = data[:2] in {b"\xff\xfe", b"\xfe\xff"}
    if is_table and (is_utf16 or b"\0" not in data):
        sheet = read_delimited(name, data)
        if len(sheet.columns) > 1:
            return sheet
    raise refuse(name, None, f"is none of the files that can be imported; import {KNOWN}")


def _read_zip(name: str, data: bytes) -> Sheet:
    judge_archive(name, data, MOST_UNPACKED)
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            inside = [info for info in archive.infolist() if info.filename.endswith(".kml")]
            if inside:
                return read_kml(name, archive.read(inside[0]))
    except BROKEN_ZIP:
        raise refuse(name, None, "is no ZIP that can be opened; found other data") from None
    return read_workbook(name, data)


def _read_markup(name: str, data: bytes, start: bytes) -> Sheet | dict[str, str]:
    if b"<kml" in start:
        return read_kml(name, data)
    if b"<gpx" in start:
        return read_gpx(name, data)
    if b"<html" in start:
        return files_in_handout(name, data)
    raise refuse(name, None, f"is a page or XML of another kind; import {KNOWN}")
