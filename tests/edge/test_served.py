"""Nothing of the data's folder can be had but the outlines, nor anything of a package."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from statement_map.policy import FRAME_FOLDER, FRAME_PAGE
from tests.browser.conftest import served
from tests.conftest import ROOT
from tests.edge.session import open_session

SECRET = "nobody is to read this"


@pytest.fixture(scope="module")
def visited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of the app on a folder with other files in it, and where its outlines are."""
    data = tmp_path_factory.mktemp("documents")
    for file in ("events.yaml", "locations.csv", "boundaries.geojson"):
        shutil.copy(ROOT / "data" / file, data)
    for name in ("grades.txt", ".env", "sub/.env", "sub/grades.txt"):
        (data / name).parent.mkdir(exist_ok=True)
        (data / name).write_text(SECRET)
    with (
        served(tmp_path_factory.mktemp("home"), str(data), script="app.py") as url,
        open_session(url) as session,
    ):
        session.run()
        assert session.failures == []
        yield url, session.data["statement_map_frame"]["outlines_at"]


def fetch(url: str) -> bytes | None:
    try:
        with urlopen(url) as answer:
            content: bytes = answer.read()
            return content
    except HTTPError:
        return None


def test_the_frame_finds_what_it_loads(visited: tuple[str, str]) -> None:
    url, outlines = visited
    assert (
        fetch(f"{url}/{FRAME_FOLDER}/{outlines}")
        == (ROOT / "data" / "boundaries.geojson").read_bytes()
    )
    page = fetch(f"{url}/{FRAME_FOLDER}/{FRAME_PAGE}")
    assert page is not None
    assert b"<script src=" in page


@pytest.mark.parametrize(
    "component",
    [
        FRAME_FOLDER,
        *(
            f"component/statement_map.panels.map_frame.{name}"
            for name in ("boundaries", "leaflet", "map", "world")
        ),
        "component/streamlit_folium.st_folium",
    ],
)
@pytest.mark.parametrize(
    "name",
    [
        *("grades.txt", ".env", "sub/.env", "sub/grades.txt", "events.yaml", "boundaries.geojson"),
        *("../grades.txt", "%2e%2e/grades.txt", "", ".", "index.html", "map.js", "leaflet.js"),
        *("__init__.py", "parts.js", "world.geojson"),
    ],
)
def test_nothing_else_is_served(visited: tuple[str, str], component: str, name: str) -> None:
    url, _ = visited
    content = fetch(f"{url}/{component}/{name}")
    # Streamlit answers paths that it does not know with its own page.
    assert content is None or b"<title>Streamlit</title>" in content
