"""What comes of asking a server, held against a real one on loopback."""

import socket
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import geopy
import pytest

from statement_map.geocoding import nominatim
from tests.geocoding.conftest import KAZAKHSTAN, Run, WriteLocations, fault, rows_of
from tests.geocoding.server import (
    ALMATY,
    ALMATY_POINT,
    KAZAKHSTAN_FOUND,
    MANGYSTAU_FOUND,
    RIVER,
    Reply,
    Server,
    answer,
    as_json,
    cut,
    hang_up,
    refuse,
    stall,
)

MANGYSTAU = "mangystau,Obwód mangystauski,Mangystau,region,kazakhstan,Mangystau Region\n"
CITY = "almaty,Ałmaty,Almaty,city,kazakhstan,Ałmaty\n"


@pytest.mark.usefixtures("impatient")
def test_places_are_located(data: WriteLocations, server: Server, run: Run) -> None:
    server.places = {
        "Kazachstan": [KAZAKHSTAN_FOUND],
        "Mangystau Region": [MANGYSTAU_FOUND],
        "Ałmaty": [RIVER, ALMATY, ALMATY_POINT],
    }
    path = data(KAZAKHSTAN, MANGYSTAU, CITY)
    today = datetime.now(UTC).date().isoformat()
    credit = "OpenStreetMap contributors (ODbL), Nominatim at 127.0.0.1"

    assert run(path) == (
        0,
        "kazakhstan: Kazakhstan, osm:relation/214665; wikidata:Q232, at 48.1013 66.77808, "
        "confidence high\n"
        "mangystau: Mangystau Region, Kazakhstan, osm:relation/3263728; wikidata:Q238931, "
        "at 44.05 53.85, confidence high\n"
        "almaty: Almaty, Kazakhstan, osm:relation/215757; wikidata:Q35493, at 43.23639 76.94573, "
        "confidence high\n"
        "3 located, 0 to review\n",
        "",
    )
    rows = rows_of(path)
    for row in rows.values():
        assert row["method"] == "nominatim"
        assert row["source"] == credit
        assert row["retrieved"] == today
        assert row["reviewed"] == "no"
    # By identity: ISO 3166-2 calls the region KZ-47 today, the outline has its code of 2022.
    assert [row["boundary"] for row in rows.values()] == ["KZ", "KZ-MAN", ""]
    # Half of the box's diagonal: 0.37 degrees north (41 km), 0.43 degrees east (35 km).
    assert [row["radius_km"] for row in rows.values()] == ["", "", "26.9"]


@pytest.mark.usefixtures("impatient")
def test_what_the_server_is_told(data: WriteLocations, server: Server, run: Run) -> None:
    run(data(KAZAKHSTAN), "--contact", "maps@example.org")
    [asked] = server.asked
    assert asked.path == "/search"
    assert asked.parameters == {
        "q": "Kazachstan",
        "format": "json",
        "limit": "10",
        "addressdetails": "1",
        "extratags": "True",
        "namedetails": "1",
        "accept-language": "en",
    }
    agent = f"statement-map geocode; geopy {geopy.__version__}; contact: maps@example.org"
    assert asked.headers["User-Agent"] == agent


def test_one_request_a_second_as_the_server_sees_it(
    data: WriteLocations, server: Server, run: Run
) -> None:
    cities = [f"city-{n},Miasto,City,city,kazakhstan,City {n}\n" for n in range(3)]
    server.replies = [as_json([KAZAKHSTAN_FOUND]), refuse(429, ("Retry-After", "0"))]
    status, _, _ = run(data(KAZAKHSTAN, *cities))
    assert status == 0
    assert server.queries == ["Kazachstan", "City 0", "City 0", "City 1", "City 2"]
    assert min(server.gaps) >= 1.0


def test_a_run_waits_before_its_first_request_too(
    data: WriteLocations, server: Server, run: Run, tmp_path: Path
) -> None:
    run(data(KAZAKHSTAN))
    for entry in (tmp_path / "cache").iterdir():
        entry.unlink()
    run(data(KAZAKHSTAN))
    assert len(server.asked) == 2
    assert min(server.gaps) >= 1.0


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("reply", "found"),
    [
        (
            refuse(403),
            "found HTTP 403, the server does not want this program; read its usage policy, name a "
            "--contact, or ask a server of your own",
        ),
        (refuse(404), "found HTTP 404; check the address after --nominatim"),
        (refuse(500), "found HTTP 500, the server has trouble; run it again later"),
        (refuse(502), "found HTTP 502, the server has trouble; run it again later"),
        (refuse(503), "found HTTP 503, the server has trouble; run it again later"),
        (
            refuse(301, ("Location", "/elsewhere")),
            "found a redirect; name the address after --nominatim that it leads to",
        ),
        (cut, "found the connection cut; run it again later"),
        (hang_up, "found the connection cut; run it again later"),
        (stall(4), "found no answer within 2 s; run it again later"),
        *(
            (
                reply,
                "found an answer that is not Nominatim's; check the address after --nominatim",
            )
            for reply in (
                answer("<html>Welcome</html>"),
                answer("", "application/json"),
                answer('[{"lat": "43.2", "lon"', "application/json"),
                as_json(None),
                as_json({}),
                as_json({"error": "the database is busy"}),
                as_json("Almaty"),
                as_json(["Almaty"]),
                as_json([{**ALMATY, "lat": None}]),
                as_json([{**ALMATY, "lat": "north"}]),
                as_json([{**ALMATY, "lat": "NaN"}]),
                as_json([{**ALMATY, "lat": "143.2"}]),
                as_json([{key: value for key, value in ALMATY.items() if key != "lon"}]),
            )
        ),
    ],
)
def test_a_fault_ends_the_run_and_keeps_what_is_located(
    reply: Reply,
    found: str,
    data: WriteLocations,
    server: Server,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(nominatim, "TIMEOUT_S", 2.0)
    path = data(KAZAKHSTAN, CITY, MANGYSTAU)
    server.replies = [as_json([KAZAKHSTAN_FOUND]), reply]
    status, out, err = run(path)
    assert (status, err) == (1, fault(path, 3, found))
    assert out.startswith("kazakhstan: Kazakhstan, ")
    assert server.queries == ["Kazachstan", "Ałmaty"]
    rows = rows_of(path)
    assert rows["kazakhstan"]["boundary"] == "KZ"
    assert rows["almaty"]["lat"] == rows["mangystau"]["lat"] == ""
    # Errors are not kept: the next run asks again, and goes on where this one stopped.
    server.places = {"Ałmaty": [ALMATY], "Mangystau Region": [MANGYSTAU_FOUND]}
    status, _, err = run(path)
    assert (status, err) == (0, "")
    assert server.queries == ["Kazachstan", "Ałmaty", "Ałmaty", "Mangystau Region"]
    assert rows_of(path)["almaty"]["lat"] == "43.23639"


@pytest.mark.usefixtures("impatient", "server")
def test_a_server_that_cannot_be_reached(data: WriteLocations, run: Run) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"
        path = data(KAZAKHSTAN)
        before = path.read_bytes()
        found = (
            "found no connection to the server; check the network and the address after --nominatim"
        )
        assert run(path, url=url) == (1, "", fault(path, 2, found))
        assert path.read_bytes() == before


@pytest.mark.usefixtures("impatient")
def test_a_server_is_waited_for(data: WriteLocations, server: Server, run: Run) -> None:
    server.replies = [refuse(429, ("Retry-After", "1"))]
    server.places = {"Kazachstan": [KAZAKHSTAN_FOUND]}
    status, out, err = run(data(KAZAKHSTAN))
    assert status == 0
    assert out.endswith("1 located, 0 to review\n")
    assert err == (
        "the server asks to wait 1 s (HTTP 429; 1 of at most 5 times)\n"
        "the server asked to wait once\n"
    )
    assert server.queries == ["Kazachstan"] * 2
    assert server.gaps[0] >= 1.0


@pytest.mark.usefixtures("impatient")
def test_a_server_is_waited_for_until_a_date(
    data: WriteLocations, server: Server, run: Run
) -> None:
    until = datetime.now(UTC) + timedelta(seconds=2)
    server.replies = [refuse(429, ("Retry-After", format_datetime(until, usegmt=True)))]
    status, _, err = run(data(KAZAKHSTAN))
    assert status == 0
    assert err.endswith("the server asked to wait once\n")
    assert datetime.now(UTC) >= until.replace(microsecond=0)


@pytest.mark.usefixtures("impatient")
def test_a_server_that_does_not_say_how_long_to_wait(
    data: WriteLocations, server: Server, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nominatim, "USUAL_WAIT_S", 1.0)
    server.replies = [refuse(429), refuse(429, ("Retry-After", "soon"))]
    status, _, err = run(data(KAZAKHSTAN))
    assert status == 0
    assert err == (
        "the server asks to wait 1 s (HTTP 429; 1 of at most 5 times)\n"
        "the server asks to wait 1 s (HTTP 429; 2 of at most 5 times)\n"
        "the server asked to wait 2 times\n"
    )
    assert min(server.gaps) >= 1.0


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("replies", "found"),
    [
        (
            [refuse(429, ("Retry-After", "3600"))],
            "found HTTP 429, to wait 3600 s; run it again after that time",
        ),
        (
            [refuse(429, ("Retry-After", "0"))] * 6,
            "found HTTP 429 after 5 waits; run it again tomorrow",
        ),
    ],
    ids=["too long", "too often"],
)
def test_patience_ends(
    replies: list[Reply], found: str, data: WriteLocations, server: Server, run: Run
) -> None:
    path = data(KAZAKHSTAN)
    before = path.read_bytes()
    server.replies = list(replies)
    status, out, err = run(path)
    assert (status, out) == (1, "")
    assert err.splitlines(keepends=True)[-1] == fault(path, 2, found)
    assert len(server.asked) == len(replies)
    assert path.read_bytes() == before


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    "edited",
    [
        "kazakhstan,Kazachstan,Kazakhstan,country,,Kazachstan,manual\n",
        "kazakhstan,Kazachstan,Kazakhstan,country,,Kazakhstan,\n",
        "poland,Polska,Poland,country,,,\n",
    ],
    ids=["decided", "another query", "removed"],
)
def test_what_an_editor_does_meanwhile_counts(
    edited: str, data: WriteLocations, server: Server, run: Run
) -> None:
    header = "id,name_pl,name_en,kind,part_of,query,method\n"
    path = data(KAZAKHSTAN.replace("\n", ",\n"), header=header)

    def edit(handler: BaseHTTPRequestHandler) -> None:
        data(edited, header=header)
        as_json([KAZAKHSTAN_FOUND])(handler)

    server.replies = [edit]
    assert run(path) == (
        0,
        "kazakhstan: left alone, it was edited meanwhile\n"
        "0 located, 0 to review, 1 edited meanwhile\n",
        "",
    )
    assert path.read_text(encoding="utf-8") == header + edited
