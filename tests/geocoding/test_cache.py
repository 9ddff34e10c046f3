"""Answers that are kept: nothing is asked twice, and a damaged file costs a question alone."""

import errno
import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from statement_map.geocoding import nominatim
from tests.geocoding.conftest import KAZAKHSTAN, Run, WriteLocations, fault, rows_of
from tests.geocoding.server import (
    KAZAKHSTAN_FOUND,
    Server,
)


@pytest.mark.usefixtures("impatient")
def test_an_answer_is_kept_as_it_was_given(
    data: WriteLocations, server: Server, run: Run, tmp_path: Path
) -> None:
    server.places = {"Kazachstan": [KAZAKHSTAN_FOUND]}
    path = data(KAZAKHSTAN, "nowhere,Nigdzie,Nowhere,city,,Nowhere\n")
    first = run(path)
    located = path.read_bytes()
    assert server.queries == ["Kazachstan", "Nowhere"]
    entries = [json.loads(file.read_bytes()) for file in (tmp_path / "cache").iterdir()]
    answers = {entry["request"]["query"]: entry for entry in entries}
    assert answers["Kazachstan"]["answer"] == [KAZAKHSTAN_FOUND]
    assert answers["Nowhere"]["answer"] == []
    for entry in entries:
        assert entry["request"]["endpoint"] == f"{server.url}/search"
        assert entry["request"]["parameters"] == nominatim.PARAMETERS
        assert entry["retrieved"] == datetime.now(UTC).date().isoformat()
    # Nothing is asked twice, and the same answers make the same file.
    data(KAZAKHSTAN, "nowhere,Nigdzie,Nowhere,city,,Nowhere\n")
    assert run(path) == first
    assert len(server.asked) == 2
    assert path.read_bytes() == located


@pytest.mark.usefixtures("impatient")
def test_the_date_is_that_of_the_answer(
    data: WriteLocations, server: Server, run: Run, tmp_path: Path
) -> None:
    server.places = {"Kazachstan": [KAZAKHSTAN_FOUND]}
    path = data(KAZAKHSTAN)
    run(path)
    [file] = (tmp_path / "cache").iterdir()
    entry = json.loads(file.read_bytes()) | {"retrieved": "2026-01-31"}
    file.write_text(json.dumps(entry), encoding="utf-8")
    run(data(KAZAKHSTAN))
    assert len(server.asked) == 1
    assert rows_of(path)["kazakhstan"]["retrieved"] == "2026-01-31"


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff", b'{"answer": [{"lat": 1}]}'])
def test_a_damaged_answer_is_asked_for_again(
    damage: bytes, data: WriteLocations, server: Server, run: Run, tmp_path: Path
) -> None:
    server.places = {"Kazachstan": [KAZAKHSTAN_FOUND]}
    path = data(KAZAKHSTAN)
    run(path)
    [file] = (tmp_path / "cache").iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage)
    status, _, err = run(path)
    assert (status, err) == (0, f"{file} is damaged, so 'Kazachstan' is asked again\n")
    assert len(server.asked) == 2
    assert file.read_bytes() == whole


@pytest.mark.usefixtures("impatient", "server")
def test_a_full_disk_where_answers_are_kept(
    data: WriteLocations, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    path = data(KAZAKHSTAN)
    before = path.read_bytes()
    cache = tmp_path / "cache"
    found = (
        f"found 'No space left on device' at {cache}, where answers are kept; make room there, or "
        "name another folder with --cache"
    )
    assert run(path) == (1, "", fault(path, 2, found))
    assert path.read_bytes() == before
    assert list(cache.iterdir()) == []


@pytest.mark.usefixtures("impatient")
def test_an_answer_for_another_server_or_query_is_not_taken(
    data: WriteLocations, server: Server, run: Run
) -> None:
    path = data(KAZAKHSTAN)
    run(path)
    run(path, url=f"{server.url}/nominatim")
    run(data(KAZAKHSTAN.replace(",Kazachstan\n", ",KAZACHSTAN\n")))
    asked = [(asked.path, asked.query) for asked in server.asked]
    assert asked == [
        ("/search", "Kazachstan"),
        ("/nominatim/search", "Kazachstan"),
        ("/search", "KAZACHSTAN"),
    ]
