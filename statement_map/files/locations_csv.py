"""From places to the text of locations.csv.

Whatever is valid in the model is written so that :mod:`statement_map.reading` reads it back.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from statement_map.files.csv_text import CsvText
from statement_map.model import PLAIN_FIELDS, Place
from statement_map.reading.places import COLUMNS


def write_locations(
    places: Collection[Place], own_cells: Mapping[str, Mapping[str, str]] | None = None
) -> str:
    """Return the text of locations.csv.

    ``own_cells`` are those of columns that are somebody's own, by the id of the place.
    """
    own_cells = own_cells or {}
    columns = (*COLUMNS, *_more_languages(places), *_own_columns(own_cells))
    return "".join(map(_write_row, (columns, *_cells(places, own_cells, columns))))


@dataclass(frozen=True)
class LocationsText:
    """A file as it was written, with what it said: cells are changed, the rest stays as it was."""

    places: Mapping[str, Place]
    own_cells: Mapping[str, Mapping[str, str]]
    _text: CsvText

    @classmethod
    def read(
        cls, text: str, places: Iterable[Place], own_cells: Mapping[str, Mapping[str, str]]
    ) -> Self:
        """Take ``text`` apart, which was read as ``places``, a row for each."""
        return cls({place.id: place for place in places}, own_cells, CsvText.read(text))

    def write(
        self, places: Iterable[Place], own_cells: Mapping[str, Mapping[str, str]] | None = None
    ) -> str:
        """Return the text with ``places`` in their order."""
        own_cells = own_cells or {}
        numbers = {id_: number for number, id_ in enumerate(self.places)}
        rows: list[tuple[int | None, Mapping[str, str]]] = []
        for place in places:
            new, known = write_cells(place, own_cells.get(place.id, {})), self.places.get(place.id)
            if known is None:
                rows.append((None, {name: cell for name, cell in new.items() if cell}))
                continue
            old = write_cells(known, self.own_cells.get(place.id, {}))
            changed = {
                name: new.get(name, "")
                for name in {**old, **new}
                if old.get(name, "") != new.get(name, "")
            }
            rows.append((numbers[place.id], changed))
        return str(self._text.with_rows(rows))


def _write_row(cells: Iterable[str]) -> str:
    """Return a line; the csv module quotes a carriage return only where lines end in it."""
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerow(cells)
    return stream.getvalue().removesuffix("\r\n") + "\n"


def _cells(
    places: Iterable[Place], own_cells: Mapping[str, Mapping[str, str]], columns: Sequence[str]
) -> Iterator[list[str]]:
    for place in places:
        cells = write_cells(place, own_cells.get(place.id, {}))
        yield [cells.get(column, "") for column in columns]


def write_cells(place: Place, own: Mapping[str, str]) -> dict[str, str]:
    """Return the cells of a place by column, with its ``own``."""
    names, notes = place.names.root, place.notes.root if place.notes else {}
    texts = {f"name_{code}": name for code, name in names.items()}
    texts |= {f"note_{code}": note for code, note in notes.items() if code != "en"}
    return {
        **own,
        **texts,
        **{name: _write(getattr(place, name)) for name in PLAIN_FIELDS},
        "name_pl": names.get("pl") or place.names.read("pl"),
        "name_en": place.names.read("en"),
        "note": notes.get("en", ""),
    }


def _write(value: object) -> str:
    """Return a value of a place as a cell; what it has none of is a blank one."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value + 0.0:.5f}".rstrip("0").rstrip(".")
        case tuple():
            return "|".join(map(str, value))
        case _:
            return str(value)


def _more_languages(places: Iterable[Place]) -> list[str]:
    """Return the columns of names and notes in languages beside those that are always there."""
    codes = [
        *(f"name_{code}" for place in places for code in place.names.root),
        *(f"note_{code}" for place in places if place.notes for code in place.notes.root),
    ]
    return [code for code in dict.fromkeys(codes) if code not in (*COLUMNS, "note_en")]


def _own_columns(own_cells: Mapping[str, Mapping[str, str]]) -> list[str]:
    return list(dict.fromkeys(column for cells in own_cells.values() for column in cells))
