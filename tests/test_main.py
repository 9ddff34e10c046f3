import subprocess
import sys
from pathlib import Path

import pytest

from statement_map.__main__ import main
from tests.reading.samples import EVENTS, KINDS, LOCATIONS, TEXT, change, write_data

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with good data, named ``data`` as seen from the working directory."""
    monkeypatch.chdir(tmp_path)
    return write_data(tmp_path / "data").relative_to(tmp_path)


@pytest.mark.usefixtures("data")
def test_check_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    # 2 January is dated; the fall of prices is after it and has no last day
    counts = "2 of 2 paragraphs, 2 events, 4 places, 1 day from 2022-01-02 to 2022-01-02\n"
    assert capsys.readouterr() == (counts, "")


def test_check_counts_one_of_each_and_no_dates(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    events = EVENTS[: EVENTS.index("  - id: prices-fall")].replace("paragraphs: 2", "paragraphs: 1")
    events = change(events, "    when: 2022-01-02\n    basis: stated\n", "    basis: none\n")
    events = change(events, "    when_phrase: on 2 January\n", "").replace("north", "capital")
    header, *_, capital, _ = LOCATIONS.splitlines()
    write_data(data, events, f"{header}\n{capital.replace(',country,', ',,')}\n")
    assert main(["check", "data"]) == 0
    assert capsys.readouterr() == ("1 of 1 paragraph, 1 event, 1 place, no dates\n", "")


def test_check_counts_the_days_of_a_long_text(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    events = change(EVENTS, "after: prices-rise", "after: prices-rise\n    when: 2032-01-01")
    write_data(data, events)
    assert main(["check", "data"]) == 0
    # 2 January 2022 to 1 January 2032: ten years with two leap days (2024, 2028)
    assert "3652 days from 2022-01-02 to 2032-01-01\n" in capsys.readouterr().out


def test_check_writes_warnings_and_succeeds(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_data(data, change(EVENTS, "paragraphs: 2", "paragraphs: 3"))
    assert main(["check", "data"]) == 0
    assert capsys.readouterr() == (
        "2 of 3 paragraphs, 2 events, 4 places, 1 day from 2022-01-02 to 2022-01-02\n",
        "data/events.yaml:9: statement.paragraphs: warning: counts a paragraph that no event "
        "tells; found 3; write an event for it\n",
    )


def test_check_writes_every_error_and_fails(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    events = change(EVENTS, "kind: measure", "kind: event")
    locations = change(LOCATIONS, "51.13", "151.13")
    before = write_data(data, events, locations).joinpath("locations.csv").read_bytes()
    assert main(["check", "data"]) == 1
    assert capsys.readouterr() == (
        "",
        "data/events.yaml:34: events[1].kind: is not a word known here; found 'event'; "
        f"write {KINDS}\n"
        "data/locations.csv:4: lat: lies beyond a pole; found lat 151.13, lon 71.43; "
        "swap them: lat 71.43, lon 151.13\n",
    )
    assert (data / "locations.csv").read_bytes() == before


def test_check_shows_no_value_that_a_terminal_would_obey(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_data(data, change(EVENTS, "kind: measure", '"\\e[31m": "\\u202e"'))
    assert main(["check"]) == 1
    assert "\x1b" not in (errors := capsys.readouterr().err)
    assert "\\x1b[31m" in errors


def test_check_compares_with_the_text(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("text.txt").write_text(TEXT, encoding="utf-8")
    assert main(["check", "data", "--text", "text.txt"]) == 0
    assert capsys.readouterr().err == ""
    write_data(data, change(EVENTS, "quote: prices rose", "quote: prices soared"))
    assert main(["check", "data", "--text", "text.txt"]) == 1
    assert capsys.readouterr() == (
        "",
        "data/events.yaml:27: events[0].quote: is not in paragraph 1; found 'prices soared'; "
        "write it as it stands there\n",
    )


def test_check_needs_the_text_it_was_asked_to_compare_with(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(data), "--text", "nowhere.txt"]) == 1
    assert capsys.readouterr() == (
        "",
        "nowhere.txt: is missing; found no such file; write it, or name another folder\n",
    )


def test_schema(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert capsys.readouterr() == ("data/events.schema.json\n", "")
    committed = (ROOT / "data" / "events.schema.json").read_bytes()
    assert (data / "events.schema.json").read_bytes() == committed


def test_schema_without_a_folder(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", str(data / "more")]) == 1
    assert capsys.readouterr() == (
        "",
        "data/more/events.schema.json: cannot be written; found 'No such file or directory'; "
        "name a folder that is there\n",
    )


@pytest.mark.parametrize("arguments", [[], ["chekc"], ["check", "a", "b"], ["check", "--text"]])
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("usage: python -m statement_map")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_the_module_runs_and_exits_with_the_result(tmp_path: Path) -> None:
    assert run("-m", "statement_map", "check", str(write_data(tmp_path))).returncode == 0
    assert run("-m", "statement_map", "check", str(tmp_path / "no")).returncode == 1
    assert run("-m", "statement_map").returncode == 2


def test_check_imports_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys; from statement_map.__main__ import main\n"
        f"main(['check', {str(write_data(tmp_path))!r}])\n"
        "print({'edtf', 'folium', 'geopy', 'pandas', 'streamlit'} & sys.modules.keys())"
    )
    assert run("-c", code).stdout.splitlines()[-1] == "set()"
