"""Which column means what: known by its name, as the programs have it that write such files.

Whoever imports a file may say otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from statement_map.importing.roles import ROLES, fold_name
from statement_map.importing.tables import Sheet, SheetRow

CHOICES = (
    *("title", "text", "start", "end", "place", "lat", "lon", "topic", "note", "source"),
    "date_words",
)
"""The roles that somebody is asked for; the others follow from the form of a file."""

_PARTS = ("year", "month", "day")
_ADDRESS = re.compile("[a-z]+://")


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
            bool(re.fullmatch(r"\d{4}[-/]\d\d[-/]\d\d\b.*|\d{1,2}[./]\d{1,2}[./]\d{4}", cell))
            for cell in cells
        )
        if cells and days >= 0.9 * len(cells):
            return name
    return None


def _longest(sheet: Sheet, found: Mapping[str, str]) -> str | None:
    """Return the column with the most letters, but for addresses."""
    cells = {name: _cells(sheet.rows, name) for name in _rest(sheet, found)}
    letters = {
        name: sum(map(str.isalpha, "".join(own)))
        for name, own in cells.items()
        if not all(map(_ADDRESS.match, own))
    }
    name = max(letters, key=lambda each: letters[each], default=None)
    return name if name and letters[name] else None


def _cells(rows: Sequence[SheetRow], name: str) -> list[str]:
    return [row.cells[name] for row in rows[:200] if name in row.cells]
