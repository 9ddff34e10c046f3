"""From places to the text of locations.csv.

Whatever is valid in the model is written so that :mod:`statement_map.reading` reads it back.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from statement_map.model import Place
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


def _write_row(cells: Iterable[str]) -> str:
    """Return a line; the csv module quotes a carriage return only where lines end in it."""
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerow(cells)
    return stream.getvalue().removesuffix("\r\n") + "\n"


def _cells(
    places: Iterable[Place], own_cells: Mapping[str, Mapping[str, str]], columns: Sequence[str]
) -> Iterator[list[str]]:
    for place in places:
        names, notes = place.names.root, place.notes.root if place.notes else {}
        texts = {f"name_{code}": name for code, name in names.items()}
        texts |= {f"note_{code}": note for code, note in notes.items() if code != "en"}
        cells = {
            **own_cells.get(place.id, {}),
            **texts,
            "id": place.id,
            "name_pl": names.get("pl") or place.names.read("pl"),
            "name_en": place.names.read("en"),
            "kind": place.kind.value,
            "part_of": place.part_of or "",
            "lat": _number(place.lat),
            "lon": _number(place.lon),
            "radius_km": _number(place.radius_km),
            "boundary": "|".join(place.boundary),
            "members": "|".join(place.members),
            "method": place.method.value if place.method else "",
            "query": place.query or "",
            "source": place.source or "",
            "source_id": place.source_id or "",
            "retrieved": place.retrieved.isoformat() if place.retrieved else "",
            "confidence": place.confidence.value,
            "reviewed": "yes" if place.reviewed else "no",
            "review": place.review or "",
            "note": notes.get("en", ""),
        }
        yield [cells.get(column, "") for column in columns]


def _more_languages(places: Iterable[Place]) -> list[str]:
    """Return the columns of names and notes in languages beside those that are always there."""
    codes = [
        *(f"name_{code}" for place in places for code in place.names.root),
        *(f"note_{code}" for place in places if place.notes for code in place.notes.root),
    ]
    return [code for code in dict.fromkeys(codes) if code not in (*COLUMNS, "note_en")]


def _own_columns(own_cells: Mapping[str, Mapping[str, str]]) -> list[str]:
    return list(dict.fromkeys(column for cells in own_cells.values() for column in cells))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value + 0.0:.5f}".rstrip("0").rstrip(".")
