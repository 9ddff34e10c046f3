"""Files that never change are answered from memory, compressed, and are the same files."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import streamlit as st

from statement_map.edge import page_policy
from statement_map.policy import FRAME_FOLDER, FRAME_PAGE
from tests.browser.conftest import served
from tests.conftest import ROOT
from tests.edge.session import open_session

STATIC = Path(st.__file__).parent / "static"
GZIP = {"Accept-Encoding": "gzip, deflate"}


@pytest.fixture(scope="module", params=["", "/maps/of/texts"])
def base(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app, at the top of its host and below a path."""
    with served(tmp_path_factory.mktemp("home"), path=request.param) as url:
        yield url


def fetch(url: str, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
    asked = urlsplit(url)
    connection = HTTPConnection(asked.hostname or "", asked.port)
    connection.request("GET", asked.path, headers=headers)
    answer = connection.getresponse()
    found = {name.lower(): value for name, value in answer.getheaders()}
    content = answer.read()
    connection.close()
    return answer.status, found, content


def scripts() -> list[str]:
    shell = (STATIC / "index.html").read_text(encoding="utf-8")
    return re.findall(r"static/js/[\w.-]+\.js", shell)[:3]


def test_scripts_are_the_same_each_time_and_compressed_from_the_second_on(base: str) -> None:
    assert scripts()
    for name in scripts():
        content = (STATIC / name).read_bytes()
        for number in range(3):
            status, headers, body = fetch(f"{base}/{name}", GZIP)
            assert status == 200
            assert "javascript" in headers["content-type"]
            assert headers["cache-control"] == "public, immutable, max-age=31536000"
            assert headers["vary"] == "Accept-Encoding"
            assert headers["content-security-policy"] == page_policy()
            assert int(headers["content-length"]) == len(body)
            assert ("content-encoding" in headers) == (number > 0)
            assert (gzip.decompress(body) if number else body) == content


def test_fonts_are_not_compressed_again(base: str) -> None:
    font = next((STATIC / "static" / "media").glob("*.woff2"))
    for _ in range(3):
        _, headers, body = fetch(f"{base}/static/media/{font.name}", GZIP)
        assert "content-encoding" not in headers
        assert body == font.read_bytes()


def test_whoever_takes_no_gzip_or_asks_for_a_part_gets_that(base: str) -> None:
    name = scripts()[0]
    content = (STATIC / name).read_bytes()
    for _ in range(2):
        fetch(f"{base}/{name}", GZIP)
    _, headers, body = fetch(f"{base}/{name}", {})
    assert "content-encoding" not in headers
    assert body == content
    status, _, body = fetch(f"{base}/{name}", {**GZIP, "Range": "bytes=0-9"})
    assert (status, body) == (206, content[:10])


def test_what_the_frame_loads_may_be_kept_for_good_but_not_its_page(base: str) -> None:
    with open_session(base) as session:
        session.run()
    status, headers, page = fetch(f"{base}/{FRAME_FOLDER}/{FRAME_PAGE}", {})
    assert (status, headers["cache-control"]) == (200, "no-cache")
    loaded = re.findall(rb'(?:src|href)="([^"]+)"', page)
    assert len(loaded) == 2
    for name in (each.decode() for each in loaded):
        bodies = set()
        for _ in range(3):
            status, headers, body = fetch(f"{base}/{FRAME_FOLDER}/{name}", GZIP)
            assert status == 200
            assert headers["cache-control"] == "public, immutable, max-age=31536000"
            packed = headers.get("content-encoding") == "gzip"
            bodies.add(gzip.decompress(body) if packed else body)
        assert len(bodies) == 1
        assert b"leaflet" in bodies.pop()


@pytest.mark.parametrize(
    "path",
    [
        *("static/../index.html", "static/%2e%2e/index.html", "static//js", "static/js"),
        *("static/js/../../../app_static_test.py", "static/nothing.js", "static/"),
        *(f"{FRAME_FOLDER}/../{FRAME_PAGE}", f"{FRAME_FOLDER}/0123456789abcdef.map.js"),
    ],
)
def test_nothing_else_is_to_be_had(base: str, path: str) -> None:
    for _ in range(2):
        _, headers, body = fetch(f"{base}/{path}", GZIP)
        assert "immutable" not in headers.get("cache-control", "") or b"<title>Streamlit" in body
        assert (ROOT / "server.py").read_bytes() not in body
