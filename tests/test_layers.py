"""Rooms look down only, and each outside package stays in the rooms that it belongs to."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
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
    {"prose"},
    {"temporal_tagging"},
    {"toponyms"},
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
    "jinja2": {"language"},
    "yaml": {"reading"},
    "morfeusz2": {"prose"},
    "edtf": {"when"},
    "openpyxl": {"importing"},
    "PIL": {"exporting"},
}


# These have rooms of their own.
INNER_ROWS: dict[Path, list[set[str]]] = {
    PACKAGE / "prose": [
        {"languages"},
        {"endings", "letters", "text"},
        {"lexicon"},
        {"sgjp", "vesum"},
        {"dictionaries"},
    ],
    PACKAGE / "drafting": [
        {"asking", "parting", "titles"},
        {"layout"},
        {"telling"},
        {"heeding"},
        {"proposing"},
        {"writing"},
        {"command"},
    ],
    PACKAGE / "browser" / "program": [
        {"parts", "presses", "unpacking"},
        {"sequence"},
        {"address", "history", "playing"},
        {"card", "walking"},
        {"layout"},
        {"page"},
    ],
}
LARGEST = 1 / 5
"""Of the lines of Python and JavaScript in the package; more in one room is hard to see through."""


def room_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(file: Path) -> Iterator[str]:
    """What a file of Python or JavaScript imports, by the name that Python has for it."""
    if file.suffix == ".js":
        for path in re.findall(
            r'(?:from|import) "(\.[^"]+)\.js"', file.read_text(encoding="utf-8")
        ):
            yield ".".join((file.parent / path).resolve().relative_to(ROOT).parts)
        return
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def code_in(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.suffix in {".py", ".js"}]


FILES = [file for file in code_in(PACKAGE) if file != PACKAGE / "__init__.py"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_room_uses_only_what_is_below_it(file: Path) -> None:
    row = next(n for n, rooms in enumerate(ROWS) if room_of(file) in rooms)
    allowed = {room for rooms in ROWS[:row] for room in rooms} | {room_of(file)}
    used = {name.split(".")[1] for name in imports(file) if name.startswith("statement_map.")}
    assert used <= allowed


@pytest.mark.parametrize(
    "file",
    [file for file in FILES if file.suffix == ".py"],
    ids=lambda file: str(file.relative_to(PACKAGE)),
)
def test_an_outside_package_stays_in_its_rooms(file: Path) -> None:
    for name in imports(file):
        owners = OWNERS.get(name.split(".")[0])
        assert owners is None or room_of(file) in owners, name


def test_every_room_has_its_row() -> None:
    assert {room_of(file) for file in FILES} <= {room for rooms in ROWS for room in rooms}


def test_no_module_uses_one_that_uses_it() -> None:
    """All imports count, those for types and those within functions too."""
    modules = {}
    for file in FILES:
        path = file.relative_to(ROOT).with_suffix("")
        modules[".".join(path.parent.parts if path.name == "__init__" else path.parts)] = file
    used = {
        module: {name for name in imports(file) if name in modules} - {module}
        for module, file in modules.items()
    }
    TopologicalSorter(used).prepare()


def inner_room(folder: Path, file: Path) -> str:
    return file.relative_to(folder).parts[0].partition(".")[0]


def lines_by_room(folder: Path) -> Counter[str]:
    return Counter(
        inner_room(folder, file)
        for file in code_in(folder)
        for _ in file.read_text(encoding="utf-8").splitlines()
    )


def used_in(folder: Path, file: Path) -> set[str]:
    """The rooms of ``folder`` that a file of it imports from."""
    start = ".".join((*folder.relative_to(ROOT).parts, ""))
    names = (name for name in imports(file) if name.startswith(start))
    return {name.removeprefix(start).split(".")[0] for name in names}


@pytest.mark.parametrize("folder", INNER_ROWS, ids=lambda folder: folder.name)
def test_the_rooms_of_a_room_look_down_only(folder: Path) -> None:
    floors = {room: n for n, rooms in enumerate(INNER_ROWS[folder]) for room in rooms}
    for file in code_in(folder):
        room = inner_room(folder, file)
        if room != "__init__":
            used = used_in(folder, file) & floors.keys() - {room}
            assert {it for it in used if floors[it] >= floors[room]} == set(), file


def test_no_room_holds_more_than_a_fifth_of_the_code() -> None:
    lines = lines_by_room(PACKAGE)
    most = lines.total() * LARGEST
    assert {room: n for room, n in lines.items() if n > most} == {}


def test_contributing_lists_every_room_above_those_that_may_use_it() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.split("## The rooms")[1].split("\n## ")[0]
    lines = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    listed = [room for line in lines for room in re.findall(r"`(\w+)`", line)]
    assert sorted(listed) == sorted(room for rooms in ROWS[:-1] for room in rooms)
    places = [next(n for n, rooms in enumerate(ROWS) if room in rooms) for room in listed]
    assert places == sorted(places)
