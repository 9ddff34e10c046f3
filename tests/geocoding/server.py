"""A web server on loopback that answers as Nominatim does, or as it does when it cannot."""

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

Reply = Callable[[BaseHTTPRequestHandler], None]

# Results as Nominatim 5.3.3 writes them with format=json and accept-language=en.
KAZAKHSTAN_FOUND = {
    "place_id": 101,
    "licence": "Data © OpenStreetMap contributors, ODbL 1.0. http://osm.org/copyright",
    "osm_type": "relation",
    "osm_id": 214665,
    "lat": "48.1012954",
    "lon": "66.7780818",
    "class": "boundary",
    "type": "administrative",
    "place_rank": 4,
    "importance": 0.83,
    "addresstype": "country",
    "name": "Kazakhstan",
    "display_name": "Kazakhstan",
    "address": {"country": "Kazakhstan", "country_code": "kz"},
    "extratags": {"wikidata": "Q232", "ISO3166-1": "KZ"},
    "namedetails": {"name": "Қазақстан", "name:en": "Kazakhstan", "name:pl": "Kazachstan"},
    "boundingbox": ["40.5681442", "55.4421701", "46.4932179", "87.3156316"],
}
MANGYSTAU_FOUND = {
    **KAZAKHSTAN_FOUND,
    "osm_id": 3263728,
    "lat": "44.0500000",
    "lon": "53.8500000",
    "place_rank": 8,
    "addresstype": "state",
    "name": "Mangystau Region",
    "display_name": "Mangystau Region, Kazakhstan",
    "address": {
        "state": "Mangystau Region",
        "ISO3166-2-lvl4": "KZ-47",
        "country": "Kazakhstan",
        "country_code": "kz",
    },
    "extratags": {"wikidata": "Q238931"},
    "namedetails": {"name": "Маңғыстау облысы", "name:en": "Mangystau Region"},
    "boundingbox": ["41.2", "45.8", "49.5", "57.1"],
}
ALMATY = {
    **KAZAKHSTAN_FOUND,
    "osm_id": 215757,
    "lat": "43.2363924",
    "lon": "76.9457275",
    "place_rank": 16,
    "addresstype": "city",
    "name": "Almaty",
    "display_name": "Almaty, Kazakhstan",
    "address": {"city": "Almaty", "country": "Kazakhstan", "country_code": "kz"},
    "extratags": {"wikidata": "Q35493"},
    "namedetails": {"name": "Алматы", "name:en": "Almaty", "name:pl": "Ałmaty"},
    "boundingbox": ["43.0344", "43.4037", "76.7371", "77.1648"],
}
ALMATY_POINT = {**ALMATY, "osm_type": "node", "osm_id": 60674, "class": "place", "type": "city"}
RIVER = {
    **ALMATY,
    "osm_id": 7,
    "class": "waterway",
    "type": "river",
    "addresstype": "river",
    "display_name": "Kishi Almaty, Kazakhstan",
    "extratags": None,
    "namedetails": None,
}


@dataclass(frozen=True)
class Asked:
    """A request as the server saw it: when, in seconds of a clock, for what, and with what."""

    at: float
    path: str
    parameters: dict[str, str]
    headers: dict[str, str]

    @property
    def query(self) -> str:
        return self.parameters["q"]


class Server:
    """Answers a query with the results in ``places``, unless ``replies`` has one that is due.

    ``asked`` are all requests so far.
    """

    def __init__(self) -> None:
        self.places: dict[str, list[dict[str, Any]]] = {}
        self.replies: list[Reply] = []
        self.asked: list[Asked] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def queries(self) -> list[str]:
        return [asked.query for asked in self.asked]

    @property
    def gaps(self) -> list[float]:
        """The seconds between the arrivals of requests."""
        times = [asked.at for asked in self.asked]
        return [later - earlier for earlier, later in pairwise(times)]

    def _handler(server) -> type[BaseHTTPRequestHandler]:  # noqa: N805
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                arrived = time.monotonic()
                url = urlsplit(self.path)
                parameters = {name: values[0] for name, values in parse_qs(url.query).items()}
                server.asked.append(Asked(arrived, url.path, parameters, dict(self.headers)))
                results = server.places.get(parameters["q"], [])
                reply = server.replies.pop(0) if server.replies else as_json(results)
                reply(self)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


def as_json(value: object) -> Reply:
    return answer(json.dumps(value, ensure_ascii=False), "application/json; charset=utf-8")


def answer(
    text: str,
    type_: str = "text/html; charset=utf-8",
    status: int = 200,
    headers: tuple[tuple[str, str], ...] = (),
) -> Reply:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        content = text.encode()
        handler.send_response(status)
        for name, value in (*headers, ("Content-Type", type_)):
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    return reply


def refuse(status: int, *headers: tuple[str, str]) -> Reply:
    return answer(f"<html><h1>{status}</h1></html>", status=status, headers=headers)


def cut(handler: BaseHTTPRequestHandler) -> None:
    """Promise an answer, send its beginning, and hang up."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'[{"place_id":')
    handler.close_connection = True


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    """Hang up without a word."""
    handler.close_connection = True


def stall(seconds: float) -> Reply:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(seconds)
        handler.close_connection = True

    return reply
