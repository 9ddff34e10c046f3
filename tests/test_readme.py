"""What the README says holds, and what the tests' own says."""

import json
import re
from pathlib import Path

import pytest

import statement_map
from statement_map.__main__ import main
from tests.conftest import ROOT, SLOW

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_direct_requirement_is_explained() -> None:
    lines = (ROOT / "requirements.in").read_text(encoding="utf-8").splitlines()
    required = {line.split("==")[0] for line in lines if "==" in line}
    table = README.split("## What it is made of")[1].split("## Licences")[0]
    assert set(re.findall(r"^\| ([\w-]+) \|", table, re.MULTILINE)) - {"package"} == required


def test_links_within_the_repository_lead_somewhere() -> None:
    targets = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_check_prints_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(ROOT / "data")]) == 0
    shown = capsys.readouterr().out.strip()
    assert f"-m statement_map check\n{shown}\n" in README


# ------------------------------------------------------------------ the README of the tests

TESTS = ROOT / "tests"
PACKAGE = ROOT / "statement_map"
TESTS_README = (TESTS / "README.md").read_text(encoding="utf-8")
_TABLE = TESTS_README.split("| room | tests |")[1].split("\n\n")[0]
ROWS = [re.findall(r"`([^`]+)`", line) for line in _TABLE.splitlines()[2:]]
ROOMS = {
    path.stem
    for path in PACKAGE.iterdir()
    if path.suffix in {"", ".py"} and not path.stem.startswith("_")
}


def is_place(name: str) -> bool:
    return "/" in name or name.endswith(".py")


def test_every_room_has_its_tests_where_the_table_says() -> None:
    assert {name for row in ROWS for name in row if not is_place(name)} == ROOMS
    for row in ROWS:
        places = [TESTS / name for name in row if is_place(name)]
        assert [place for place in places if not place.exists()] == []
        files = [it for place in places for it in ([place] if place.is_file() else place.glob("*"))]
        assert any(file.name.startswith("test_") for file in files), row


def own_tests(module: Path) -> list[Path]:
    """The files of tests that are called after a module, where one looks for them."""
    name = f"test_{module.stem.strip('_')}.py"
    room = module.relative_to(PACKAGE).parts[0]
    beside = [folder / name for folder in (TESTS, TESTS / "browser", TESTS / "scripts")]
    return [*(file for file in beside if file.exists()), *(TESTS / room).rglob(name)]


def test_a_module_without_tests_of_its_name_is_told_with_those_that_hold_it() -> None:
    modules = [file for file in PACKAGE.rglob("*.py") if file.stem != "__init__"]
    bare = [file.relative_to(PACKAGE).with_suffix("") for file in modules if not own_tests(file)]
    table = TESTS_README.split("| modules | tests |")[1].split("\n\n")[0]
    rows = [line.strip("|").split("|") for line in table.splitlines()[2:]]
    told, holding = ([re.findall(r"`([^`]+)`", row[n]) for row in rows] for n in (0, 1))
    patterns = [pattern for row in told for pattern in row]
    met = {module: [it for it in patterns if fits(module, it)] for module in bare}
    assert [module for module, found in met.items() if not found] == []
    assert {*patterns} == {pattern for found in met.values() for pattern in found}
    assert [name for row in holding for name in row if not (TESTS / name).is_file()] == []


def fits(module: Path, pattern: str) -> bool:
    """Whether a module is named: by its path, or by `*` for those of a folder, not below it."""
    return module.match(pattern) and len(module.parts) == pattern.count("/") + 1


def test_every_folder_of_tests_is_of_a_room_or_told() -> None:
    folders = {path.name for path in TESTS.iterdir() if (path / "__init__.py").exists()}
    assert folders <= ROOMS | set(re.findall(r"^\| `(\w+)/`", TESTS_README, re.MULTILINE))


def test_what_check_leaves_out_is_there() -> None:
    assert [file for file in SLOW if not file.is_file()] == []


def test_what_contributing_names_is_there() -> None:
    quoted = re.findall(r"`([\w./-]+)`", read("CONTRIBUTING.md"))
    named = [name for name in quoted if re.search(r"/|\.[a-z]+$", name)]
    missing = [it for it in named if not (ROOT / it).exists() and not any(PACKAGE.rglob(it))]
    assert "model.py" in named
    assert missing == []


def test_commands_of_make_are_told_by_make_help() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE)
    told = re.findall(r"^# make ([a-z-]+)  ", makefile, re.MULTILINE)
    assert told == [name for name in targets if name in told]
    parts_of_others = {"lint", "quick", "style", "style-js", "types"}
    assert set(targets) - set(told) == parts_of_others
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), TESTS / "README.md"]
    named = {
        name
        for file in documents
        for name in re.findall(r"`make ([a-z-]+)", file.read_text(encoding="utf-8"))
    }
    assert named <= set(told)


def test_a_release_is_called_the_same_everywhere() -> None:
    version = statement_map.__version__
    (latest, day) = re.findall(r"^## (\S+) - (\S+)$", read("CHANGELOG.md"), re.MULTILINE)[0]
    assert latest == version
    assert f"\nversion: {version}\ndate-released: {day}\n" in read("CITATION.cff")
    assert json.loads(read("codemeta.json"))["version"] == version


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")
