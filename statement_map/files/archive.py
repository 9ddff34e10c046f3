"""What a ZIP holds, as far as it is opened at all.

An archive is judged by what it says of itself before anything in it is unpacked: how its files are
packed, how many there are, and how large each becomes. Of the methods only "stored" and "deflate"
are unpacked piece by piece; of a bzip2 or LZMA stream Python's zipfile unpacks all that it has
read (https://docs.python.org/3/library/zipfile.html, "Decompression pitfalls").
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from statement_map.errors import DataError, DataErrors
from statement_map.reading import Content

MOST_FILES = 1_000
"""More files than this no archive of data files has."""

MOST_TIMES = 250
"""So many times as large as packed a file may be: data files are up to thirty, bombs a thousand."""

_METHODS = {9: "deflate64", 12: "bzip2", 14: "LZMA", 93: "Zstandard", 95: "XZ"}
"""What the numbers of methods stand for (APPNOTE.TXT of PKWARE, 4.4.5)."""

_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x07"
_END_SIZE = 22
_DIRECTORY = struct.Struct("<HL")
_LONGEST_COMMENT = 2**16
"""Bytes of the record at the end, and of the comment behind it at most (APPNOTE.TXT, 4.3.16)."""

_ENTRY_BYTES = 512
"""What the directory of an archive may take for each file, with its name and further fields."""

# What zipfile raises besides its own error: for passwords, names and sizes that it cannot read,
# and for contents that its decompressor cannot.
_DAMAGED = (
    *(BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError),
    *(OverflowError, struct.error, zlib.error),
)


def read_archive(
    name: str, data: bytes, is_wanted: Callable[[str], bool], most: int
) -> Iterator[Content]:
    """Yield the files in a ZIP whose names are wanted, of at most so many bytes each.

    Raises :class:`DataErrors` if it is none, or is not to be opened.
    """
    _judge_directory(name, data)
    try:
        with ZipFile(BytesIO(data)) as archive:
            wanted = [info for info in archive.infolist() if _is_file(info, is_wanted)]
            for info in wanted:
                _judge(f"{name}/{info.filename}", info, most)
            for info in wanted:
                with archive.open(info) as stream:
                    yield Content(f"{name}/{info.filename}", stream.read(most + 1))
    except _DAMAGED:
        raise _no_archive(name) from None


def judge_archive(name: str, data: bytes, most: int) -> None:
    """Raise :class:`DataErrors` unless all of a ZIP may be unpacked; ``most`` bytes for each file.

    For formats that are a ZIP, and the libraries that open it themselves.
    """
    _judge_directory(name, data)
    try:
        with ZipFile(BytesIO(data)) as archive:
            for info in archive.infolist():
                _judge(f"{name}/{info.filename}", info, most)
    except _DAMAGED:
        raise _no_archive(name) from None


def too_large(name: str, size: int, most: int) -> DataError:
    """Return what is said of a file with more bytes than are read."""
    return DataError(name, None, "", f"is too large; found {size} bytes; write up to {most}")


def _judge_directory(name: str, data: bytes) -> None:
    """Raise if the end of ``data`` is none of a ZIP, or tells of more files than are opened."""
    end = len(data) - _END_SIZE
    if end < 0 or not (data.startswith(_END, end) and data.endswith(b"\0\0")):
        end = data.rfind(_END, max(0, end - _LONGEST_COMMENT))
    if end < 0 or len(data) < end + _END_SIZE:
        raise _no_archive(name)
    files, size = _DIRECTORY.unpack_from(data, end + 10)
    if size > end:
        raise _no_archive(name)
    is_zip64 = data[max(0, end - 20) : end].startswith(_END_64)
    if is_zip64 or files > MOST_FILES or size > MOST_FILES * _ENTRY_BYTES:
        fault = f"holds too many files; found more than {MOST_FILES}; pack the data files alone"
        raise DataErrors([DataError(name, None, "", fault)])


def _is_file(info: ZipInfo, is_wanted: Callable[[str], bool]) -> bool:
    path = PurePosixPath(info.filename)
    is_hidden = "__MACOSX" in path.parts or path.name.startswith(".")
    return not info.is_dir() and not is_hidden and is_wanted(info.filename)


def _judge(name: str, info: ZipInfo, most: int) -> None:
    if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        found = _METHODS.get(info.compress_type, f"method {info.compress_type}")
        fault = f"is packed in a way that is not opened; found {found}; pack it as an ordinary ZIP"
        raise DataErrors([DataError(name, None, "", fault)])
    if info.file_size > most:
        raise DataErrors([too_large(name, info.file_size, most)])
    if info.file_size > MOST_TIMES * max(1, info.compress_size):
        found = f"{info.file_size} bytes in {info.compress_size}"
        fault = f"is packed too densely; found {found}; drop the files themselves"
        raise DataErrors([DataError(name, None, "", fault)])


def _no_archive(name: str) -> DataErrors:
    fault = "is no ZIP that can be opened; found other data"
    return DataErrors([DataError(name, None, "", fault)])
