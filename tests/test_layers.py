"""Rooms look down only, and each outside package stays in the rooms that it belongs to."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "statement_map"

# A room may use those in the rows above its own.
ROWS = [
    {"errors", "policy", "served", "serving", "when"},
    {"browser", "fields", "working"},
    {"criticism"},
    {"model"},
    {"timeline"},
    {"language", "reading"},
    {"files"},
    {"balance", "base_map", "map_view", "card_view", "geocoding", "finding"},
    {"page_view"},
    {"drafting", "exporting"},
    {"importing"},
    {"reviewing"},
    {"panels", "edge"},
    {"__main__"},
]
OWNERS: dict[str, set[str]] = {
    "streamlit": {"panels", "edge"},
    "starlette": {"edge"},
    "streamlit_folium": set(),
    "folium": {"map_view"},
    "branca": {"map_view"},
    "geopy": {"geocoding"},
    "yaml": {"reading"},
    "morfeusz2": {"drafting"},
    "edtf": {"when"},
    "openpyxl": {"importing"},
    "PIL": {"exporting"},
}


def room_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


FILES = [file for file in PACKAGE.rglob("*.py") if file != PACKAGE / "__init__.py"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_room_uses_only_what_is_below_it(file: Path) -> None:
    row = next(n for n, rooms in enumerate(ROWS) if room_of(file) in rooms)
    allowed = {room for rooms in ROWS[:row] for room in rooms} | {room_of(file)}
    used = {name.split(".")[1] for name in imports(file) if name.startswith("statement_map.")}
    assert used <= allowed


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_an_outside_package_stays_in_its_rooms(file: Path) -> None:
    for name in imports(file):
        owners = OWNERS.get(name.split(".")[0])
        assert owners is None or room_of(file) in owners, name


def test_every_room_has_its_row() -> None:
    assert {room_of(file) for file in FILES} <= {room for rooms in ROWS for room in rooms}


def test_contributing_lists_every_room_above_those_that_may_use_it() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.split("## The rooms")[1].split("\n## ")[0]
    lines = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    listed = [room for line in lines for room in re.findall(r"`(\w+)`", line)]
    assert sorted(listed) == sorted(room for rooms in ROWS[:-1] for room in rooms)
    places = [next(n for n, rooms in enumerate(ROWS) if room in rooms) for room in listed]
    assert places == sorted(places)
