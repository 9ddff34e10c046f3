"""A long run tells its lines: at once in a log, below the bar on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from statement_map.geocoding.progress import show_message, show_progress


def steps(until: int = 3) -> Iterator[int]:
    for number in range(1, until + 1):
        print(f"begin {number}")
        yield number


def line_of(number: int) -> str:
    return "" if number == 2 else f"end {number}"


def test_elsewhere_each_line_is_written_as_its_step_is_done(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert show_progress(steps(), 3, line_of) == [1, 2, 3]
    assert capsys.readouterr() == ("begin 1\nend 1\nbegin 2\nbegin 3\nend 3\n", "")


def be_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)


def test_on_a_terminal_the_lines_follow_the_bar(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    be_on_a_terminal(monkeypatch)
    assert show_progress(steps(), 3, line_of) == [1, 2, 3]
    told = capsys.readouterr().out
    assert "3/3" in told
    assert told.endswith("end 1\nend 3\n")


def test_what_was_done_is_told_also_if_the_end_comes_early(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    be_on_a_terminal(monkeypatch)

    def broken() -> Iterator[int]:
        yield 1
        raise OSError("no server")

    with pytest.raises(OSError, match="no server"):
        show_progress(broken(), 3, line_of)
    assert "end 1\n" in capsys.readouterr().out


def test_a_message_goes_to_the_other_stream(capsys: pytest.CaptureFixture[str]) -> None:
    show_message("asked again")
    assert capsys.readouterr() == ("", "asked again\n")


def test_a_message_stands_below_the_bar(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    be_on_a_terminal(monkeypatch)
    show_message("asked again")
    assert capsys.readouterr() == ("", "\nasked again\n")
