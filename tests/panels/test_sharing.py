"""The files that the share panel offers, made by a process of their own."""

import time
from pathlib import Path

import pytest

from statement_map.exporting import FORMATS, PICTURE_NAME
from statement_map.panels.sharing import _Files
from tests.conftest import ROOT

SECONDS = 60


def wait_for(files: _Files) -> None:
    deadline = time.monotonic() + SECONDS
    while not (files.are_ready or files.failed):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_they_are_there_when_they_are_said_to_be() -> None:
    files = _Files(ROOT / "data")
    wait_for(files)
    assert files.are_ready
    assert not files.failed
    names = {PICTURE_NAME, *(format_.file_name for format_ in FORMATS.values())}
    assert {path.name for path in files.folder.iterdir()} == names


def test_a_folder_given_from_where_the_app_was_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT.parent)
    files = _Files(Path(ROOT.name) / "data")
    wait_for(files)
    assert files.are_ready


def test_what_cannot_be_made_is_not_waited_for(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    files = _Files(tmp_path)
    wait_for(files)
    assert files.failed
    assert not files.are_ready
    assert "events.yaml: is missing" in capfd.readouterr().err
