"""Which column means what: known by its name, as the programs have it that write such files.

A name is compared without case, blanks and marks. Whoever imports a file may say otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from statement_map.importing.tables import Row, Sheet
from statement_map.language.folding import fold

ROLES: Mapping[str, tuple[str, ...]] = {
    "title": (
        *("title", "headline", "name", "event", "label", "tytul", "naglowek", "nazwa"),
        *("wydarzenie", "subject", "quote_transcription", "sub_event_type"),
    ),
    "text": (
        *("text", "description", "desc", "notes", "summary", "body", "content", "opis", "tekst"),
        *("tresc", "details"),
    ),
    "start": (
        *("start", "date", "start_date", "when", "event_date", "begin", "begin_date", "data"),
        *("od", "data_od", "poczatek", "timestamp", "time_start", "day_of_event", "datum"),
    ),
    "end": ("end", "end_date", "until", "stop", "do", "data_do", "koniec", "finish"),
    "year": ("year", "rok"),
    "month": ("month", "miesiac"),
    "day": ("day", "dzien"),
    "end_year": ("end_year",),
    "end_month": ("end_month",),
    "end_day": ("end_day",),
    "date_shown": ("display_date",),
    "date_words": ("when_phrase", "date_phrase", "date_words"),
    "place": (
        *("place", "place_name", "location", "city", "town", "venue", "miejsce", "lokalizacja"),
        *("miejscowosc", "miasto", "toponym", "vocab_label", "address", "adres"),
    ),
    "lat": ("lat", "latitude", "szerokosc", "y", "szerokosc_geograficzna"),
    "lon": ("lon", "lng", "long", "longitude", "dlugosc", "x", "dlugosc_geograficzna"),
    "point": ("coordinates", "coords", "lat_lon", "latlon", "wspolrzedne"),
    "wkt": ("geowkt", "wkt", "the_geom", "geometry"),
    "radius_km": ("radius_km",),
    "topic": ("group", "category", "type", "topic", "event_type", "grupa", "kategoria", "temat"),
    "note": ("note", "comment", "comments", "uwagi", "komentarz"),
    "source": ("source", "sources", "url", "link", "media", "zrodlo", "uri", "matches"),
    "time_precision": ("time_precision",),
    "geo_precision": ("geo_precision",),
}
"""The names by which a column of each role goes, the likelier first."""


CHOICES = (
    *("title", "text", "start", "end", "place", "lat", "lon", "topic", "note", "source"),
    "date_words",
)
"""The roles that somebody is asked for; the others follow from the form of a file."""

_PARTS = ("year", "month", "day")


def fold_name(name: str) -> str:
    """Return a column's name as it is compared."""
    return re.sub(r"[^a-z0-9]+", "_", fold(name)).strip("_")


def guess_columns(sheet: Sheet, chosen: Mapping[str, str]) -> dict[str, str]:
    """Return the column of each role; ``chosen`` are those that somebody named, "" for none."""
    folded = {fold_name(name): name for name in reversed(sheet.columns)}
    found = {role: name for role, name in chosen.items() if name}
    for role, names in ROLES.items():
        name = next((folded[each] for each in names if each in folded), None)
        if name and role not in chosen and name not in found.values():
            found[role] = name
    if "start" in found:
        found = {role: name for role, name in found.items() if role not in _PARTS or role in chosen}
    if "title_source" in folded and "title" in found and "place" not in chosen:
        found.setdefault("place", found["title"])  # LP-TSV, where each row is a place
    if not {"start", "year"} & {*found, *chosen} and (name := _dated(sheet, found)):
        found["start"] = name
    if not {"title", "text"} & {*found, *chosen} and (name := _longest(sheet, found)):
        found["title"] = name
    return found


def _rest(sheet: Sheet, found: Mapping[str, str]) -> Sequence[str]:
    return [name for name in sheet.columns if name not in found.values()]


def _dated(sheet: Sheet, found: Mapping[str, str]) -> str | None:
    """Return the first column of which nearly all cells are days."""
    for name in _rest(sheet, found):
        cells = _cells(sheet.rows, name)
        days = sum(
            bool(re.fullmatch(r"\d{4}-\d\d-\d\d\b.*|\d{1,2}[./]\d{1,2}[./]\d{4}", cell))
            for cell in cells
        )
        if cells and days >= 0.9 * len(cells):
            return name
    return None


def _longest(sheet: Sheet, found: Mapping[str, str]) -> str | None:
    """Return the column with the most letters."""
    letters = {
        name: sum(map(str.isalpha, "".join(_cells(sheet.rows, name))))
        for name in _rest(sheet, found)
    }
    name = max(letters, key=lambda each: letters[each], default=None)
    return name if name and letters[name] else None


def _cells(rows: Sequence[Row], name: str) -> list[str]:
    return [row.cells[name] for row in rows[:200] if name in row.cells]
