"""What the tests of looking places up ask for."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from statement_map.files.folder import open_outlines
from statement_map.geocoding.gazetteer import Gazetteer
from statement_map.geocoding.outlines import Outline, build_areas
from tests.conftest import ROOT
from tests.geocoding.server import Server

BOUNDARIES = ROOT / "data" / "boundaries.geojson"
HEADER = "id,name_pl,name_en,kind,part_of,query\n"
KAZAKHSTAN = "kazakhstan,Kazachstan,Kazakhstan,country,,Kazachstan\n"
BARE = ["id", "name_pl", "name_en", "name_kk", "name_ru", "kind", "part_of", "members", "query"]
WriteLocations = Callable[..., Path]


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
