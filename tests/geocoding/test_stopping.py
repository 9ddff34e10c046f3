"""What is left when a run is stopped, or the disk is full: the old file or the new one."""

import csv
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from statement_map.__main__ import main
from statement_map.geocoding.locations import Locations
from tests.conftest import ROOT
from tests.geocoding.conftest import KAZAKHSTAN, WriteLocations
from tests.geocoding.server import KAZAKHSTAN_FOUND, Server, as_json, stall

COUNTRIES = {"armenia": "Armenia", "belarus": "Białoruś", "poland": "Polska", "russia": "Rosja"}
ROWS = [f"{id_},{name},{name},country,,{name}\n" for id_, name in COUNTRIES.items()]

# Ends the process without a farewell in the N-th call of a function, before or after its work.
KILLER = """
import os, pathlib, signal, sys
owner, name, moment, number = {owner}, {name!r}, {moment!r}, {number}
real, calls = getattr(owner, name), []
def deadly(*arguments):
    calls.append(arguments)
    if len(calls) == number and moment == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    result = real(*arguments)
    if len(calls) == number:
        os.kill(os.getpid(), signal.SIGKILL)
    return result
setattr(owner, name, deadly)
"""
# Tests that were started in the background would hand on that Ctrl-C is to be ignored.
MAIN = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from statement_map.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def located(path: Path) -> list[str]:
    """The ids of the rows with an outline, in a file that must be whole."""
    Locations.read(path)
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert text.count("\n") == 1 + len(ROWS)
    return [row["id"] for row in csv.DictReader(text.splitlines()) if row.get("boundary")]


@pytest.fixture
def whole(data: WriteLocations) -> bytes:
    """What the file holds after a run that nobody stopped."""
    path = data(*ROWS)
    assert main(["geocode", str(path.parent)]) == 0
    return path.read_bytes()


@pytest.mark.parametrize("number", [1, 2, 4])
@pytest.mark.parametrize(
    ("owner", "name", "moment"),
    [
        ("os", "fsync", "before"),
        ("os", "fsync", "after"),
        ("pathlib.Path", "replace", "before"),
        ("pathlib.Path", "replace", "after"),
    ],
)
def test_killed(
    owner: str, name: str, moment: str, number: int, data: WriteLocations, whole: bytes
) -> None:
    path = data(*ROWS)
    code = KILLER.format(owner=owner, name=name, moment=moment, number=number) + MAIN
    command = [sys.executable, "-c", code, "geocode", str(path.parent)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert result.returncode == -signal.SIGKILL
    done = number if (name, moment) == ("replace", "after") else number - 1
    assert located(path) == list(COUNTRIES)[:done]
    # The next run goes on and ends with the same file.
    assert main(["geocode", str(path.parent)]) == 0
    assert path.read_bytes() == whole


def wait_for_requests(server: Server, count: int) -> None:
    end = time.monotonic() + 20
    while len(server.asked) < count:
        assert time.monotonic() < end, "the server was not asked"
        time.sleep(0.02)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_stopped_while_it_waits_for_a_server(
    number: signal.Signals, data: WriteLocations, server: Server, tmp_path: Path
) -> None:
    path = data(KAZAKHSTAN, "poland,Polska,Poland,country,,Polska\n")
    options = [str(path.parent), "--nominatim", server.url, "--cache", str(tmp_path / "cache")]
    poland = KAZAKHSTAN_FOUND | {"lat": "52", "lon": "19"}
    poland |= {"address": {"country_code": "pl"}, "extratags": {"wikidata": "Q36"}}
    server.places = {"Kazachstan": [KAZAKHSTAN_FOUND], "Polska": [poland]}
    server.replies = [as_json([KAZAKHSTAN_FOUND]), stall(3)]
    process = subprocess.Popen(
        [sys.executable, "-c", MAIN, "geocode", *options],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    wait_for_requests(server, 2)
    process.send_signal(number)
    out, err = process.communicate(timeout=20)
    assert "kazakhstan: Kazakhstan, " in out
    if number == signal.SIGINT:
        assert process.returncode == 130
        assert err == "stopped; what is written stays, run it again to go on\n"
    assert [row["id"] for row in read_rows(path) if row["boundary"]] == ["kazakhstan"]
    # What was answered is not asked again.
    assert main(["geocode", *options]) == 0
    assert server.queries == ["Kazachstan", "Polska", "Polska"]
    assert [row["boundary"] for row in read_rows(path)] == ["KZ", "PL"]


def read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_file_system_that_takes_no_more(data: WriteLocations) -> None:
    """The kernel itself refuses: the limit is below what the file would hold after one place."""
    path = data(*ROWS)
    before = path.read_bytes()
    limit = len(before) + 60

    def restrict() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    result = subprocess.run(
        [sys.executable, "-m", "statement_map", "geocode", str(path.parent)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        preexec_fn=restrict,
        check=False,
    )
    assert result.returncode == 1
    assert result.stderr == (
        f"{path}: cannot be written; found 'File too large'; make room or allow it, run again\n"
    )
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir() if file.name.startswith(".")] == []
