"""The subcommand that imports."""

from pathlib import Path

import pytest

from statement_map.__main__ import main
from tests.importing import samples


def write(folder: Path, name: str, text: str) -> str:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_a_file_becomes_a_folder_that_check_accepts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, folder = write(tmp_path, "a.csv", samples.TABLE), str(tmp_path / "new")
    assert main(["import", file, "--output", folder]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "title: 'Title', such as 'Doors open'",
        "text: 'Description', such as 'The station opens its doors.'",
        "start: 'Date', such as '2021-05-03'",
        "place: 'Place', such as 'Gdynia'",
        "lat: 'Latitude', such as '54.52'",
        "lon: 'Longitude', such as '18.53'",
        "topic: 'Category', such as 'Railway'",
        f"{folder}: 2 events, 2 of them to be reviewed; 0 not taken",
    ]
    assert told.err == ""
    text = str(tmp_path / "new" / "text.txt")
    assert main(["check", folder, "--text", text]) == 0
    counted = capsys.readouterr().out
    assert counted == (
        "2 of 2 paragraphs, 2 events, 1 place, 2 days from 2021-05-03 to 2021-05-04\n"
    )


def test_what_is_there_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path, "a.csv", samples.TABLE)
    arguments = ["import", file, "--output", str(tmp_path / "new")]
    assert main(arguments) == 0
    assert main(arguments) == 1
    assert "is there already; found a file" in capsys.readouterr().err
    assert main([*arguments, "--overwrite"]) == 0


def test_what_was_not_taken_is_told_on_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path, "a.gpx", samples.GPX)
    assert main(["import", file, "--output", str(tmp_path / "new")]) == 0
    told = capsys.readouterr()
    assert told.err == (
        "a.gpx:2: geometry: is neither a point nor an area; found 'LineString'; "
        "it is not on the map\n"
    )
    assert told.out.endswith("2 events, 2 of them to be reviewed; 1 not taken\n")


def test_what_is_said_of_a_file_is_written(tmp_path: Path) -> None:
    file, folder = write(tmp_path, "a.csv", samples.TABLE), tmp_path / "new"
    arguments = ["--title", "Station", "--issuer", "The railway", "--language", "pl"]
    arguments += ["--column", "note=Category"]
    assert main(["import", file, "--output", str(folder), *arguments]) == 0
    events = (folder / "events.yaml").read_text(encoding="utf-8")
    assert 'title: {pl: "Station"}' in events
    assert 'issuer: {pl: "The railway"}' in events
    assert 'note: {pl: "Railway"}' in events


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["--column", "colour=Title"], "argument --column: 'colour=Title' is not ROLE=NAME"),
        (["--language", "polski"], "--language takes a code of two letters, not 'polski'"),
    ],
)
def test_wrong_usage(
    arguments: list[str], fault: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path, "a.csv", samples.TABLE)
    with pytest.raises(SystemExit) as caught:
        main(["import", file, "--output", str(tmp_path / "new"), *arguments])
    assert caught.value.code == 2
    assert fault in capsys.readouterr().err


def test_faults_end_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--output", str(tmp_path / "new")]
    assert main(["import", str(tmp_path / "none.csv"), *arguments]) == 1
    assert "cannot be read; found 'No such file or directory'" in capsys.readouterr().err
    file = write(tmp_path, "a.csv", samples.TABLE)
    assert main(["import", file, *arguments, "--column", "title=Name"]) == 1
    assert capsys.readouterr().err == (
        "a.csv: 'Name' has no such column; found Title, Description, Date, Place, Latitude, "
        "Longitude, Category; name one of these\n"
    )
    assert not (tmp_path / "new").exists()


def test_a_long_table_tells_how_far_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("statement_map.files.progress._TELL_AFTER_S", 0)
    file = write(tmp_path, "a.csv", samples.TABLE)
    assert main(["import", file, "--output", str(tmp_path / "new")]) == 0
    assert capsys.readouterr().err.splitlines() == ["1 of 2 rows", "2 of 2 rows"]
