"""Every command in a block of a document is run here as it stands, or listed with why it is not."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from statement_map.__main__ import main
from tests.conftest import ROOT

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PROGRAM = re.compile(r"^(?:\.venv/bin/)?python -m statement_map |^statement-map ")
PLACEHOLDERS = {"FILE": "table.csv", "TEXT_FILE": "communique.txt", "DIR": "made", "FOLDER": "all"}

# What starts so is not run, and why.
NOT_RUN = {
    "make run": "serves until it is ended; tests/browser serves the same server.py",
    "make test": "is what runs this",
    "python3 -m venv": "makes an environment; the workflow installs into one on every system",
    ".venv/bin/python -m pip": "needs a package index; the workflow does it",
    "python3 -m pip": "needs a package index; test_serving.py looks into the wheel",
    "py -m venv": "is for Windows; the workflow has it as python -m venv",
    r".venv\Scripts": "is for Windows",
    ".venv/bin/python -m streamlit": "serves until it is ended; tests/edge serves app.py alone",
    ".venv/bin/python -m pytest": "is what runs this",
    "statement-map serve": "serves until it is ended; test_serving.py asks what it starts",
    "python -m statement_map draft text.txt": "asks a model's server; tests/drafting has its own",
    "docker": "needs Docker; test_tooling.py reads the Dockerfile",
    "python -m statement_map geocode --nominatim": "asks a public server; tests have their own",
}


def blocks() -> Iterator[tuple[str, list[str]]]:
    """The commands of each block of a document, which belong together."""
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        for n, block in enumerate(re.findall(r"^```\n(.*?)^```", text, re.MULTILINE | re.DOTALL)):
            lines = block.replace("\\\n", " ").splitlines()
            if commands := [line for line in lines if is_command(line)]:
                yield f"{document.name}-{n}", commands


def is_command(line: str) -> bool:
    starts = ("make ", "python", "py ", ".venv", "statement-map ", "docker ", "cp ", "mkdir ")
    return line.startswith(starts)


def why_not(command: str) -> str | None:
    return next((why for start, why in NOT_RUN.items() if command.startswith(start)), None)


BLOCKS = dict(blocks())


def test_what_is_not_run_is_in_some_document() -> None:
    commands = [command for block in BLOCKS.values() for command in block]
    assert [start for start in NOT_RUN if not any(c.startswith(start) for c in commands)] == []


@pytest.mark.parametrize("name", BLOCKS)
def test_commands_do_what_they_say(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "docs" / "drafting", tmp_path / "docs" / "drafting")
    (tmp_path / "all").mkdir()
    (tmp_path / "communique.txt").write_text("On 3 May 2021 it rained in Leeds.\n", "utf-8")
    (tmp_path / "table.csv").write_text("Name,date\nRain in Leeds,2021-05-03\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    for command in BLOCKS[name]:
        if why_not(command):
            continue
        words = [PLACEHOLDERS.get(word, word) for word in shlex.split(command, comments=True)]
        before = snapshot(tmp_path)
        if PROGRAM.match(command):
            start = words.index("statement_map") if "statement_map" in words else 0
            assert main(words[start + 1 :]) == 0, command
        else:
            act(words)
        if "--output" in words or words[0] in {"cp", "mkdir"}:
            assert snapshot(tmp_path) != before, f"{command} leaves something behind"
            shutil.rmtree(tmp_path / "made", ignore_errors=True)
            shutil.rmtree(tmp_path / "communique", ignore_errors=True)


def snapshot(folder: Path) -> dict[str, bytes | None]:
    return {str(path): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def act(words: list[str]) -> None:
    """What the few commands of a shell do, on every system."""
    match words:
        case ["mkdir", name]:
            Path(name).mkdir()
        case ["cp", "-r", source, target]:
            shutil.copytree(source, target)
        case ["cp", source, target]:
            shutil.copy(source, target)
        case _:
            raise AssertionError(f"neither run nor listed: {words}")
