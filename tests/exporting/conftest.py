"""The sources of exports: the project's own data, and data that means harm."""

import pytest

from statement_map.exporting import ExportSource, read_source
from tests.conftest import ROOT
from tests.exporting.hostile import write_hostile


@pytest.fixture(scope="session")
def source() -> ExportSource:
    return read_source(ROOT / "data")


@pytest.fixture(scope="session")
def hostile_source(tmp_path_factory: pytest.TempPathFactory) -> ExportSource:
    return read_source(write_hostile(tmp_path_factory.mktemp("hostile")))
