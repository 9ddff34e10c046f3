"""locations.csv, changed in place."""

import errno
import os
import stat
from pathlib import Path

import pytest

from statement_map.errors import DataErrors
from statement_map.geocoding.locations import Locations
from tests.conftest import ROOT
from tests.geocoding.conftest import HEADER, KAZAKHSTAN, WriteLocations

ALMATY = "almaty,Ałmaty,Almaty,city,kazakhstan,Ałmaty\n"


def read_errors(path: Path) -> list[str]:
    with pytest.raises(DataErrors) as raised:
        Locations.read(path)
    return [str(error) for error in raised.value.exceptions]


def test_the_file_of_the_project_is_written_as_it_is_read(tmp_path: Path) -> None:
    content = (ROOT / "data" / "locations.csv").read_bytes()
    path = tmp_path / "locations.csv"
    path.write_bytes(content)
    locations = Locations.read(path)
    for id_ in locations.rows:
        locations = locations.write(id_, locations.values(id_))
    assert path.read_bytes() == content
    assert Locations.read(path) == locations


def test_unknown_columns_mark_and_line_ends_stay(data: WriteLocations) -> None:
    path = data()
    path.write_bytes(
        "\ufeffx_first,id,kind,x_last\r\n"
        '"a, b",kazakhstan,country,"2"\r\n'
        "\r\n"
        "c,almaty,city,3".encode()
    )
    Locations.read(path).write("almaty", {"lat": "43.25", "kind": "city"})
    assert path.read_bytes().decode() == (
        "\ufeffx_first,id,kind,x_last,lat\r\n"
        '"a, b",kazakhstan,country,"2",\r\n'
        "\r\n"
        "c,almaty,city,3,43.25"
    )


def test_what_was_written_is_known(data: WriteLocations) -> None:
    path = data(KAZAKHSTAN, ALMATY)
    values = {"lat": "43.25", "lon": "76.9", "radius_km": "20", "method": "gazetteer"}
    locations = Locations.read(path).write("almaty", values)
    assert locations.rows["almaty"].point == (43.25, 76.9)
    assert locations == Locations.read(path)
    assert locations.refresh() is locations


def test_what_an_editor_wrote_meanwhile_is_kept(data: WriteLocations) -> None:
    path = data(KAZAKHSTAN, ALMATY)
    locations = Locations.read(path)
    data(KAZAKHSTAN, ALMATY.replace("Almaty", "Almaty city"))
    locations.refresh().write("almaty", {"query": "Almaty"})
    assert path.read_text(encoding="utf-8") == HEADER + KAZAKHSTAN + (
        "almaty,Ałmaty,Almaty city,city,kazakhstan,Almaty\n"
    )


def test_a_file_that_went_missing(data: WriteLocations) -> None:
    path = data(KAZAKHSTAN)
    locations = Locations.read(path)
    path.unlink()
    with pytest.raises(DataErrors) as raised:
        locations.refresh()
    [error] = raised.value.exceptions
    assert str(error) == f"{path}: is missing; found no such file; write it, or name another folder"


def test_permissions_and_links_stay(data: WriteLocations) -> None:
    path = data(KAZAKHSTAN)
    path.chmod(0o640)
    link = path.with_name("link.csv")
    link.symlink_to(path.name)
    Locations.read(link).write("kazakhstan", {"query": "Kazakhstan"})
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert path.read_text(encoding="utf-8").endswith(",Kazakhstan\n")


@pytest.mark.parametrize("function", ["fsync", "fdopen"])
def test_a_full_disk_leaves_the_file_as_it_was(
    function: str, data: WriteLocations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int, *_: object) -> None:
        if function == "fdopen":
            os.close(descriptor)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = data(KAZAKHSTAN)
    before = path.read_bytes(), sorted(path.parent.iterdir())
    locations = Locations.read(path)
    monkeypatch.setattr(os, function, full)
    with pytest.raises(DataErrors) as raised:
        locations.write("kazakhstan", {"query": "Kazakhstan"})
    [error] = raised.value.exceptions
    assert str(error) == (
        f"{path}: cannot be written; found 'No space left on device'; "
        "make room or allow it, run again"
    )
    assert (path.read_bytes(), sorted(path.parent.iterdir())) == before


@pytest.mark.parametrize(
    ("rows", "errors"),
    [
        (
            ["a,A,A,town,,\n"],
            [
                ":2: kind: is not a word known here; found 'town'; write 'site', 'city', 'region', "
                "'country', 'area', 'water', 'group' or 'unnamed'"
            ],
        ),
        (
            ["a,A,A,city,,\n", "a,A,A,city,,\n"],
            [":3: id: is taken; found 'a' on lines 2 and 3; write another id"],
        ),
        (
            ["a,A,A,city,b,\n"],
            [":2: part_of: is no known place; found 'b'; write 'a'"],
        ),
        (
            ["a,A,A,city,a,\n"],
            [":2: part_of: lies in itself; found a -> a; remove one of these"],
        ),
        (
            ["a,A,A,city\n"],
            [":2: has too few values; found 4 for 6 columns; write a comma for each that is empty"],
        ),
        (
            [",A,A,city,,\n"],
            [":2: id: is missing; found nothing; write a value"],
        ),
    ],
)
def test_errors(rows: list[str], errors: list[str], data: WriteLocations) -> None:
    path = data(*rows)
    assert read_errors(path) == [f"{path}{error}" for error in errors]


def test_errors_of_cells_that_are_not_there_at_first(data: WriteLocations) -> None:
    path = data("a,city,143,5,maybe,kz\n", header="id,kind,lat,radius_km,reviewed,boundary\n")
    assert read_errors(path) == [
        f"{path}:2: lat: is too large; found '143'; write 90 or less",
        f"{path}:2: boundary: is not an ISO 3166 code, nor a water; found 'kz'; "
        "write one such as 'KZ', 'KZ-MAN' or 'water-balkhash'",
        f"{path}:2: reviewed: is neither yes nor no; found 'maybe'; write yes or no",
    ]
