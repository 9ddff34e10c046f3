"""ZIPs that are broken, or made to take memory and time: none is opened, each is told."""

import struct
import tracemalloc
from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_map.errors import DataErrors
from statement_map.reviewing.opening import (
    MAX_ZIP_BYTES,
    open_files,
)
from tests.reading.samples import EVENTS
from tests.reviewing.dropped import TWO, WORLD_EVENTS, zipped
from tests.reviewing.samples import refused

NO_ZIP = "a.zip: is no ZIP that can be opened; found other data"


def memory_for(files: dict[str, bytes]) -> tuple[list[str], float]:
    """What is said of files that are refused, and the memory for it in times their size."""
    tracemalloc.start()
    try:
        told = refused(lambda: open_files(files))
        return told, tracemalloc.get_traced_memory()[1] / sum(map(len, files.values()))
    finally:
        tracemalloc.stop()


def bomb(method: int, size: int) -> bytes:
    """A ZIP with a file of so many bytes that packs to almost nothing."""
    stream = BytesIO()
    with ZipFile(stream, "w", method) as archive, archive.open("e.yaml", "w") as file:
        for _ in range(size // 2**20):
            file.write(b"#" * 2**20)
    return stream.getvalue()


@pytest.mark.parametrize(("method", "name"), [(ZIP_BZIP2, "bzip2"), (ZIP_LZMA, "LZMA")])
def test_what_cannot_be_unpacked_piece_by_piece_is_not_unpacked(method: int, name: str) -> None:
    data = bomb(method, 40 * 2**20)  # packing it is what takes time here
    more = zipped({"none.html": b"\0" * 500_000}, ZIP_STORED)  # against which little is little
    told, memory = memory_for({"a.zip": data, "b.zip": more})
    assert told == [
        "a.zip/e.yaml: is packed in a way that is not opened; "
        f"found {name}; pack it as an ordinary ZIP"
    ]
    assert memory < 2


def test_a_bomb_is_not_unpacked() -> None:
    told, memory = memory_for({"a.zip": bomb(ZIP_DEFLATED, 200 * 2**20)})
    assert told == ["a.zip/e.yaml: is too large; found 209715200 bytes; write up to 4194304"]
    assert memory < 2


def test_what_is_packed_too_densely_is_not_unpacked() -> None:
    data = bomb(ZIP_DEFLATED, 4 * 2**20)
    with ZipFile(BytesIO(data)) as archive:
        size = archive.getinfo("e.yaml").compress_size
    assert refused(lambda: open_files({"a.zip": data})) == [
        f"a.zip/e.yaml: is packed too densely; found 4194304 bytes in {size}; "
        "drop the files themselves"
    ]


def test_a_size_that_is_a_lie_is_held_to() -> None:
    data = bytearray(zipped({**TWO, "e.yaml": WORLD_EVENTS.encode() * 2_000}))
    struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 24, 1000)
    assert refused(lambda: open_files({"a.zip": bytes(data)})) == [NO_ZIP]


LINES = 1_900_000


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("e.yaml", b"#\n" * LINES),
        ("places.CSV", b"a\n" * LINES),
        ("places.CSV", b"a,b\n" + b",\n" * (LINES - 1)),
    ],
)
def test_millions_of_lines_cost_what_their_size_says(name: str, data: bytes) -> None:
    told, memory = memory_for({"a.zip": zipped({**TWO, name: data}, ZIP_STORED)})
    assert told == [
        f"a.zip/{name}: has too many lines; found {LINES}; write fewer for so short a file"
    ]
    assert memory < 12


def test_a_zip_that_is_too_large() -> None:
    assert refused(lambda: open_files({"a.zip": b" " * (MAX_ZIP_BYTES + 1)})) == [
        "a.zip: is too large; found 4194305 bytes; write up to 4194304"
    ]


def test_many_members_and_the_same_role_twice() -> None:
    members = {f"{number}.txt": b"" for number in range(900)}
    assert open_files({"a.zip": zipped({**members, **TWO})}) == open_files(TWO)
    members = {f"{number}.yaml": EVENTS.encode() for number in range(900)}
    assert refused(lambda: open_files({"a.zip": zipped(members)})) == [
        "a.zip/1.yaml: is one too many; found 'a.zip/0.yaml' too; drop one"
    ]
    assert refused(lambda: open_files({"a.zip": zipped(TWO), **TWO})) == [
        "e.yaml: is one too many; found 'a.zip/e.yaml' too; drop one"
    ]


TOO_MANY = "a.zip: holds too many files; found more than 1000; pack the data files alone"


def test_thousands_of_members_are_counted_before_they_are_read() -> None:
    data = zipped({f"{number}.txt": b"" for number in range(10_000)})
    # A count that is a lie does not help: what the directory takes counts, too.
    lie = bytearray(data)
    struct.pack_into("<HH", lie, len(data) - 14, 1, 1)
    for each in (data, bytes(lie)):
        told, memory = memory_for({"a.zip": each})
        assert told == [TOO_MANY]
        assert memory < 2


def encrypted() -> bytes:
    """A ZIP whose first file says that it needs a password."""
    data = bytearray(zipped(TWO))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + at] |= 1
    return bytes(data)


def damaged() -> bytes:
    """A ZIP in which bytes of a file were changed, as a bad disk would."""
    data = bytearray(zipped(TWO))
    start = data.index(b"PK\x03\x04") + 30 + len("e.yaml")
    data[start + 5 : start + 25] = b"\xff" * 20
    return bytes(data)


def unknown_method() -> bytes:
    data = bytearray(zipped(TWO))
    for signature, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        struct.pack_into("<H", data, data.index(signature) + at, 97)
    return bytes(data)


def half_a_name() -> bytes:
    """A ZIP that calls a name UTF-8 which is none."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr(ZipInfo("ż.yaml"), EVENTS)
    return stream.getvalue().replace("ż".encode(), b"\xc5\xc5")


NO_ZIPS = {
    "empty": b"",
    "text": b"no ZIP",
    "cut off": zipped(TWO)[:-40],
    "encrypted": encrypted(),
    "damaged": damaged(),
    "half a name": half_a_name(),
    "nothing in it": b"PK\x05\x06" + b"\xff" * 18,
}


@pytest.mark.parametrize("name", NO_ZIPS)
def test_what_is_no_zip(name: str) -> None:
    assert refused(lambda: open_files({"a.zip": NO_ZIPS[name]})) == [NO_ZIP]


def test_an_unknown_method_is_told_by_its_number() -> None:
    assert refused(lambda: open_files({"a.zip": unknown_method()})) == [
        "a.zip/e.yaml: is packed in a way that is not opened; "
        "found method 97; pack it as an ordinary ZIP"
    ]


@given(data=st.data())
def test_any_damage_to_a_zip(data: st.DataObject) -> None:
    method = data.draw(st.sampled_from([ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA]))
    content = bytearray(zipped(TWO, method))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(DataErrors):
        assert len(open_files({"a.zip": bytes(content)}).atlas.events) == 2
