"""What the tests of looking places up ask for."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from statement_map.__main__ import main
from statement_map.files.folder import open_outlines
from statement_map.geocoding import nominatim
from statement_map.geocoding.gazetteer import Gazetteer
from statement_map.geocoding.outlines import Outline, build_areas
from tests.conftest import ROOT
from tests.geocoding.server import Server

BOUNDARIES = ROOT / "data" / "boundaries.geojson"
HEADER = "id,name_pl,name_en,kind,part_of,query\n"
KAZAKHSTAN = "kazakhstan,Kazachstan,Kazakhstan,country,,Kazachstan\n"
BARE = ["id", "name_pl", "name_en", "name_kk", "name_ru", "kind", "part_of", "members", "query"]
WriteLocations = Callable[..., Path]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def outlines() -> Mapping[str, Outline]:
    return build_areas(open_outlines(BOUNDARIES))


@pytest.fixture(scope="session")
def gazetteer(outlines: Mapping[str, Outline]) -> Gazetteer:
    return Gazetteer(outlines)


@pytest.fixture
def data(tmp_path: Path) -> WriteLocations:
    """Writes a folder with the project's outlines and a locations.csv, and returns the latter."""

    def write(*rows: str, header: str = HEADER) -> Path:
        folder = tmp_path / "data"
        folder.mkdir(exist_ok=True)
        (folder / "boundaries.geojson").unlink(missing_ok=True)
        (folder / "boundaries.geojson").symlink_to(BOUNDARIES)
        path = folder / "locations.csv"
        path.write_text(header + "".join(rows), encoding="utf-8", newline="")
        return path

    return write


@pytest.fixture
def bare(data: WriteLocations) -> Path:
    """The project's locations.csv with nothing but ids, names, kinds, parents and queries."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, BARE, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    with (ROOT / "data" / "locations.csv").open(encoding="utf-8", newline="") as rows:
        writer.writerows(csv.DictReader(rows))
    return data(stream.getvalue(), header="")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server on loopback that answers as Nominatim does, and is reached without a proxy."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with Server() as server:
        yield server


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """No pause between requests, for tests in which their times are not at stake."""
    monkeypatch.setattr(nominatim, "INTERVAL_S", 0.0)


@pytest.fixture
def run(server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs ``geocode`` on the file at a path, and returns its status and what it wrote."""

    def run(path: Path, *options: str, url: str = server.url) -> tuple[int, str, str]:
        cache = str(tmp_path / "cache")
        command = ["geocode", str(path.parent), "--nominatim", url, "--cache", cache, *options]
        status = main(command)
        return status, *capsys.readouterr()

    return run


def rows_of(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return {row["id"]: row for row in csv.DictReader(stream)}


def fault(path: Path, line: int, found: str) -> str:
    return f"{path}:{line}: query: could not be looked up; {found}\n"
