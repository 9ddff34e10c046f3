"""A page from elsewhere is refused, and nobody on the internet is asked about it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import served
from tests.edge.session import open_session

SWITCHING = 101  # to a websocket
FORBIDDEN = 403

# Python runs this before all else: it notes each name that the server looks up.
NOTE_LOOKUPS = """
import socket
from pathlib import Path
look_up = socket.getaddrinfo
def note(host, *others, **more):
    if host not in ("127.0.0.1", "localhost", None):
        with Path({told!r}).open("a") as file:
            print(host, file=file)
        raise socket.gaierror(host)
    return look_up(host, *others, **more)
socket.getaddrinfo = note
"""


@contextmanager
def watched(folder: Path, script: str, **settings: str) -> Iterator[tuple[str, Path]]:
    """The address of the app, after a first visitor, and the file with the names it looked up."""
    told = folder / "lookups"
    told.touch()
    (folder / "sitecustomize.py").write_text(NOTE_LOOKUPS.format(told=str(told)))
    with served(folder, script=script, settings={"PYTHONPATH": str(folder), **settings}) as url:
        with open_session(url) as session:
            session.run()
            assert session.failures == []
        yield url, told


def answer(url: str, origin: str | None, host: str | None = None) -> int:
    """The status that the server answers a websocket with."""
    headers = {} if origin is None else {"Origin": origin}
    asked = urlsplit(url)
    connection = HTTPConnection(asked.hostname or "", asked.port)
    handshake = {
        "Host": host or asked.netloc,
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",  # of RFC 6455, 1.3
    }
    connection.request("GET", "/_stcore/stream", headers={**handshake, **headers})
    status = connection.getresponse().status
    connection.close()
    return status


@pytest.mark.parametrize("script", ["app.py", "server.py"])
def test_a_page_from_elsewhere_is_refused_and_nobody_is_asked(tmp_path: Path, script: str) -> None:
    with watched(tmp_path, script) as (url, told):
        assert answer(url, url) == SWITCHING
        assert answer(url, None) == SWITCHING  # no browser
        for origin in ("http://example.org", "https://203.0.113.5", "null"):
            assert answer(url, origin) == FORBIDDEN, origin
        assert told.read_text() == ""


def test_pages_on_the_same_machine_are_elsewhere_too(tmp_path: Path) -> None:
    with watched(tmp_path, "server.py") as (url, _):
        for origin in ("http://localhost:1", url.rpartition(":")[0], "http://[", ""):
            assert answer(url, origin) == FORBIDDEN, origin
        assert answer(url, url.replace("http:", "https:")) == SWITCHING  # behind a proxy with TLS


@pytest.mark.parametrize("script", ["app.py", "server.py"])
def test_origins_and_hosts_can_be_set(tmp_path: Path, script: str) -> None:
    settings = {
        "STREAMLIT_SERVER_CORS_ALLOWED_ORIGINS": "https://example.org https://example.com",
        "STREAMLIT_SERVER_ALLOWED_HOSTS": "map.example.org 127.0.0.1",
    }
    with watched(tmp_path, script, **settings) as (url, told):
        assert answer(url, "https://example.org") == SWITCHING
        assert answer(url, "https://example.com") == SWITCHING
        assert answer(url, "https://example.net") == FORBIDDEN
        assert answer(url, "http://map.example.org", host="map.example.org") == SWITCHING
        assert answer(url, "http://rebound.example", host="rebound.example") == FORBIDDEN
        assert told.read_text() == ""
