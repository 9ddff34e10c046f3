"""The subcommand that writes the files."""

import re
from pathlib import Path

import pytest

from statement_map.__main__ import main
from statement_map.exporting import FORMATS, PICTURE_NAME, ExportSource
from tests.conftest import ROOT

DATA = str(ROOT / "data")
STARTS = {
    "html": b"<!DOCTYPE html>",
    "geojson": b'{"type":"FeatureCollection"',
    "linked-places": b'{"type":"FeatureCollection","@context"',
    "kml": b"<?xml version='1.0' encoding='utf-8'?>\n<kml xmlns=",
    "csv": b'\xef\xbb\xbf"row",',
    "timelinejs": b"\xef\xbb\xbfYear,Month,Day,Time,End Year,",
    "lp-tsv": b"id\ttitle\ttitle_source\t",
    "svg": b"<?xml version='1.0' encoding='utf-8'?>\n<svg ",
}


def test_every_format_has_a_start_here() -> None:
    assert STARTS.keys() == {*FORMATS, "svg"}


@pytest.mark.parametrize("name", STARTS)
def test_every_format_is_written_the_same_each_time(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / "one", tmp_path / "two"]
    for file in files:
        assert main(["export", DATA, "--format", name, "--output", str(file)]) == 0
    assert capsys.readouterr() == (f"{files[0]}\n{files[1]}\n", "")
    one, two = (file.read_bytes() for file in files)
    assert one == two
    assert one.startswith(STARTS[name])


@pytest.mark.parametrize(
    ("arguments", "day"),
    [
        ([], "Sunday, 2 January 2022"),
        (["--event", "day-of-mourning"], "Monday, 10 January 2022"),
        (["--date", "2022-01-05", "--language", "pl"], "środa, 5 stycznia 2022"),
        (["--date", "2022-01-05", "--event", "day-of-mourning"], "Wednesday, 5 January 2022"),
    ],
)
def test_the_picture_is_of_the_step_that_was_asked_for(
    arguments: list[str], day: str, tmp_path: Path
) -> None:
    file = tmp_path / "step.svg"
    assert main(["export", DATA, "--format", "svg", "--output", str(file), *arguments]) == 0
    assert f": {day}<" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["--format", "pdf", "--output", "x"], "invalid choice: 'pdf'"),
        (["--format", "csv"], "the following arguments are required: --output"),
        (
            ["--format", "csv", "--output", "x", "--event", "airport-seized"],
            "--date and --event are for --format svg or all",
        ),
        (["--format", "svg", "--output", "x", "--date", "soon"], "invalid day value: 'soon'"),
        (
            ["--format", "svg", "--output", "x", "--date", "2022-02-01"],
            "--date: 2022-02-01 is not a day of the statement: 2022-01-02 to 2022-01-10",
        ),
        (
            ["--format", "svg", "--output", "x", "--event", "landing"],
            "--event: the statement tells no event 'landing'",
        ),
        (
            ["--format", "svg", "--output", "x", "--language", "xx"],
            "--language: there is no 'xx': en, pl",
        ),
    ],
)
def test_wrong_usage(arguments: list[str], fault: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", DATA, *arguments])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("usage: python -m statement_map export")
    assert fault in re.sub(r"\s+", " ", said)


def test_all_of_them_go_into_a_folder(
    source: ExportSource, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--format", "all", "--output", str(tmp_path), "--event", "day-of-mourning"]
    assert main(["export", DATA, *arguments]) == 0
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    names = {PICTURE_NAME, *(format_.file_name for format_ in FORMATS.values())}
    assert {path.name for path in written} == names
    assert set(tmp_path.iterdir()) == set(written)
    for format_ in FORMATS.values():
        assert (tmp_path / format_.file_name).read_bytes() == format_.export(source)
    assert b": Monday, 10 January 2022<" in (tmp_path / "statement-map.svg").read_bytes()


def test_a_file_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "nowhere" / "x.csv"
    assert main(["export", DATA, "--format", "csv", "--output", str(file)]) == 1
    assert capsys.readouterr() == (
        "",
        f"{file}: cannot be written; found 'No such file or directory'; "
        "name a file in a folder that is there\n",
    )


def test_wrong_data_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "x.html"
    assert main(["export", str(tmp_path), "--format", "html", "--output", str(file)]) == 1
    assert "events.yaml: is missing" in capsys.readouterr().err
    assert not file.exists()
