"""The package as pip installs it, and the command that serves it."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import statement_map
from statement_map import serving
from statement_map.__main__ import main
from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of all files in the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation"]
    built = subprocess.run(
        [*command, "--no-index", "--wheel-dir", str(folder), str(ROOT)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (file,) = folder.glob("statement_map-*.whl")
    return set(zipfile.ZipFile(file).namelist())


@pytest.mark.slow
def test_the_wheel_holds_the_app_and_its_data(wheel: set[str]) -> None:
    beside = ["app.py", "server.py", ".streamlit/config.toml"]
    beside += [f"data/{file.name}" for file in (ROOT / "data").iterdir()]
    assert {f"statement_map/site/{name}" for name in beside} <= wheel


@pytest.mark.slow
def test_the_wheel_holds_the_whole_package_and_nothing_else(wheel: set[str]) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "statement_map"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    strange = {
        name
        for name in wheel - set(listed.stdout.splitlines())
        if not re.match(r"statement_map/site/|statement_map-[0-9.]+\.dist-info/", name)
    }
    assert set(listed.stdout.splitlines()) - wheel == set()
    assert strange == set()


def test_what_is_pinned_is_what_the_package_asks_for() -> None:
    pins: dict[str, str] = {}
    for line in (ROOT / "requirements.in").read_text(encoding="utf-8").splitlines():
        if found := re.match(r"([\w-]+)==(\S+)", line):
            pins[canonicalize_name(found[1])] = found[2]
    asked = [Requirement(line) for line in PROJECT["dependencies"]]
    assert {canonicalize_name(each.name) for each in asked} == set(pins)
    for each in asked:
        assert Version(pins[canonicalize_name(each.name)]) in each.specifier, each.name


def test_it_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out == f"statement-map {statement_map.__version__}\n"


def test_a_checkout_serves_its_own_files() -> None:
    assert serving.app_folder() == ROOT


def test_a_statement_here_is_checked_and_where_there_is_none_the_apps_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 0
    assert capsys.readouterr().out.startswith("28 of 28 paragraphs, ")
    (tmp_path / "data").mkdir()
    assert main(["check"]) == 1
    assert "data/events.yaml: is missing" in capsys.readouterr().err.replace("\\", "/")


def test_an_installed_package_serves_what_it_carries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.setattr(serving, "_PACKAGE", tmp_path)
    command = serving.serve_command(None, 8600, "127.0.0.1")
    assert str(tmp_path / "site" / "server.py") in command
    assert command[-4:] == ["--server.port", "8600", "--server.address", "127.0.0.1"]


def test_a_folder_is_served_wherever_the_server_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    command = serving.serve_command(Path("own"), 8501, "0.0.0.0")
    assert command[-2:] == ["--", str(tmp_path / "own")]


def test_serve_ends_as_its_server_does(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []

    def call(command: list[str]) -> int:
        started.append(command)
        return 3

    monkeypatch.setattr(subprocess, "call", call)
    with pytest.raises(SystemExit) as stop:
        main(["serve", "--port", "8600"])
    assert stop.value.code == 3
    assert started == [serving.serve_command(None, 8600, "0.0.0.0")]
