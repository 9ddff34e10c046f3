"""The command line: what it takes, and what it shows."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from statement_map.__main__ import main
from tests.conftest import ROOT
from tests.geocoding.conftest import KAZAKHSTAN, WriteLocations
from tests.geocoding.server import Server

PUBLIC = "https://nominatim.openstreetmap.org"
POLICY = "https://operations.osmfoundation.org/policies/nominatim/"


def usage_error(*options: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said of wrong usage."""
    with pytest.raises(SystemExit) as ended:
        main(["geocode", *options])
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err.splitlines()[-1].removeprefix("python -m statement_map geocode: error: ")


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (["--contact", "a@example.org"], "--contact goes with --nominatim"),
        (["--cache", "folder"], "--cache goes with --nominatim"),
        *(
            (
                ["--nominatim", url],
                f"--nominatim takes an address such as {PUBLIC}, not {url!r}",
            )
            for url in (
                "",
                "nominatim.example.org",
                "ftp://nominatim.example.org",
                "http://",
                "http://[::1",
                "http://localhost:80000",
                "http://user:secret@localhost",
                "http://:secret@localhost",
                "http://localhost/?format=json",
                "http://localhost/#top",
            )
        ),
        *(
            (
                ["--nominatim", "http://localhost", "--contact", contact],
                f"--contact takes plain letters, not {contact!r}",
            )
            for contact in ("a@example.org\r\nX-Own: 1", "Łukasz")
        ),
        *(
            (
                ["--nominatim", PUBLIC, *contact],
                "the public server wants --contact with a mail or web address; see " + POLICY,
            )
            for contact in ([], ["--contact", ""], ["--contact", "me"])
        ),
        (
            ["--nominatim", "http://nominatim.openstreetmap.org", "--contact", "a@example.org"],
            f"the public server is asked at {PUBLIC}",
        ),
        (
            ["--nominatim", "https://Nominatim.OpenStreetMap.org./"],
            "the public server wants --contact with a mail or web address; see " + POLICY,
        ),
    ],
)
def test_wrong_usage(options: list[str], error: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert usage_error(*options, capsys=capsys) == error


def test_help_explains_the_policy_of_the_public_server(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["geocode", "--help"])
    assert ended.value.code == 0
    words = capsys.readouterr().out
    for needed in (POLICY, PUBLIC, "one request a second", "attribution", "contact", "own"):
        assert needed in words


def test_the_command_line_loads_nothing_that_looks_up() -> None:
    code = (
        "import sys, statement_map.__main__\n"
        "print(sorted({'geopy', 'requests', 'babel', 'airportsdata'} & sys.modules.keys()))"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (result.stdout, result.stderr) == ("[]\n", "")


def test_a_folder_without_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["geocode", str(tmp_path)]) == 1
    assert capsys.readouterr() == (
        "",
        f"{tmp_path / 'locations.csv'}: is missing; found no such file; write it, or name another "
        "folder\n",
    )


def test_plain_lines_elsewhere_than_on_a_terminal(data: WriteLocations) -> None:
    path = data(KAZAKHSTAN, "poland,Polska,Poland,country,,Polska\n")
    result = subprocess.run(
        [sys.executable, "-m", "statement_map", "geocode", str(path.parent)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stderr == ""
    assert result.stdout == (
        "kazakhstan: Kazakhstan, wikidata:Q232; geonames:1522867, at 49.0541 68.6855, confidence "
        "high\n"
        "poland: Poland, wikidata:Q36; geonames:798544, at 51.9903 19.4905, confidence high\n"
        "2 located, 0 to review\n"
    )


def test_a_bar_on_a_terminal(data: WriteLocations) -> None:
    path = data(KAZAKHSTAN, "poland,Polska,Poland,country,,Polska\n")
    terminal, end = pty.openpty()
    command = [sys.executable, "-m", "statement_map", "geocode", str(path.parent)]
    subprocess.run(command, cwd=ROOT, stdout=end, stderr=end, check=True)
    os.close(end)
    shown = b""
    try:
        while part := os.read(terminal, 65536):
            shown += part
    except OSError:  # how Linux says that nobody writes any more
        pass
    finally:
        os.close(terminal)
    bars, *lines = shown.decode().split("\r\n")
    assert re.findall(r"\r[^\r]*Looking up  \[([#-]+)\]  (\d/\d)", bars) == [
        ("-" * 36, "0/2"),
        ("#" * 18 + "-" * 18, "1/2"),
        ("#" * 36, "2/2"),
    ]
    starts = [line.split(":")[0] for line in lines]
    assert starts == ["kazakhstan", "poland", "2 located, 0 to review", ""]


@pytest.mark.usefixtures("server")
def test_the_default_cache_is_the_users(
    data: WriteLocations,
    server: Server,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    assert main(["geocode", str(data(KAZAKHSTAN).parent), "--nominatim", server.url]) == 0
    assert len(list((tmp_path / "home" / "statement-map").iterdir())) == 1
    assert capsys.readouterr().err == ""
