"""What is unpacked of a ZIP, and what is said of one that is not to be opened."""

from __future__ import annotations

import io
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from statement_map.errors import DataErrors
from statement_map.files.archive import MOST_FILES, judge_archive, read_archive, too_large


def packed(*files: tuple[str, bytes], method: int = ZIP_STORED) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", method) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return stream.getvalue()


def read(data: bytes, most: int = 100) -> dict[str, bytes]:
    found = read_archive("a.zip", data, lambda name: name.endswith(".csv"), most)
    return {content.name: content.data for content in found}


def fault(data: bytes, most: int = 100) -> str:
    """What both ways to open it say."""
    said = []
    for act in (lambda: read(data, most), lambda: judge_archive("a.zip", data, most)):
        with pytest.raises(DataErrors) as caught:
            act()
        said.append(str(caught.value.faults[0]))
    assert said[0] == said[1]
    return said[0]


def test_what_is_wanted_is_unpacked_and_hidden_files_are_not() -> None:
    data = packed(
        ("data/a.csv", b"id\n"),
        ("data/b.txt", b"no"),
        ("__MACOSX/data/a.csv", b"no"),
        ("data/._a.csv", b"no"),
        ("data/", b""),
    )
    assert read(data) == {"a.zip/data/a.csv": b"id\n"}
    judge_archive("a.zip", data, 100)


@pytest.mark.parametrize("data", [b"", b"PK", b"\x89PNG" * 30, packed(("a.csv", b"id"))[:-8]])
def test_what_is_no_zip(data: bytes) -> None:
    assert fault(data) == "a.zip: is no ZIP that can be opened; found other data"


def test_a_zip_that_is_damaged_within() -> None:
    data = bytearray(packed(("a.csv", b"id,name\n" * 4)))
    data[40] ^= 0xFF  # a letter of the content, which its checksum then denies
    with pytest.raises(DataErrors, match="the data has errors") as caught:
        read(bytes(data))
    assert str(caught.value.faults[0]) == "a.zip: is no ZIP that can be opened; found other data"


def test_too_many_files() -> None:
    data = packed(*((f"{n}.csv", b"") for n in range(MOST_FILES + 1)))
    assert fault(data) == (
        "a.zip: holds too many files; found more than 1000; pack the data files alone"
    )


def test_a_file_that_becomes_too_large() -> None:
    data = packed(("a.csv", b"x" * 101))
    assert fault(data) == "a.zip/a.csv: is too large; found 101 bytes; write up to 100"
    assert str(too_large("a", 2, 1)) == "a: is too large; found 2 bytes; write up to 1"


def test_a_file_that_is_packed_too_densely() -> None:
    """A megabyte of one letter takes about a thousandth of that."""
    data = packed(("a.csv", b"x" * 2**20), method=ZIP_DEFLATED)
    said = fault(data, 2**24)
    assert said.startswith("a.zip/a.csv: is packed too densely; found 1048576 bytes in ")
    assert said.endswith("; drop the files themselves")


def test_a_method_that_python_would_unpack_whole() -> None:
    data = packed(("a.csv", b"id\n" * 40), method=ZIP_BZIP2)
    assert fault(data, 1000) == (
        "a.zip/a.csv: is packed in a way that is not opened; found bzip2; "
        "pack it as an ordinary ZIP"
    )
