from pathlib import Path

import pytest

from statement_map.errors import DataError
from statement_map.reading.files import MAX_BYTES, read_text, split_lines


def read(path: Path) -> tuple[str | None, list[str]]:
    errors: list[DataError] = []
    text = read_text(path, errors)
    return text, [str(error).removeprefix(f"{path.parent}/") for error in errors]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"plain", "plain"),
        (b"\xef\xbb\xbfwith a mark", "with a mark"),
        ("Ałmaty, Алматы, אלמטי, ألماتي, 🔥".encode(), "Ałmaty, Алматы, אלמטי, ألماتي, 🔥"),
        (b"tab\tand\r\nbreaks\r\n", "tab\tand\r\nbreaks\r\n"),
        (b"x" * MAX_BYTES, "x" * MAX_BYTES),
    ],
)
def test_text_that_is_read(tmp_path: Path, data: bytes, text: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    assert read(path) == (text, [])
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "file: is empty; found no text; write the data"),
        (b"\xef\xbb\xbf \r\n", "file: is empty; found no text; write the data"),
        (
            b"x" * (MAX_BYTES + 1),
            "file: is too large; found more than 16777216 bytes; write fewer",
        ),
        (
            "first\r\nsecond\rKasym-Żomart".encode("cp1250"),
            "file:3: is not UTF-8 text; found the byte 0xAF after 6 others in this line; "
            "save the file as UTF-8",
        ),
        (
            "Almaty – Aktau".encode("cp1252"),
            "file:1: is not UTF-8 text; found the byte 0x96 after 7 others in this line; "
            "save the file as UTF-8",
        ),
        (
            "text".encode("utf-16"),
            "file:1: is not UTF-8 text; found the byte 0xFF after 0 others in this line; "
            "save the file as UTF-8",
        ),
        (
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
            "file:1: is not UTF-8 text; found the byte 0x89 after 0 others in this line; "
            "save the file as UTF-8",
        ),
    ],
)
def test_files_without_text(tmp_path: Path, data: bytes, error: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    assert read(path) == (None, [error])


def test_missing(tmp_path: Path) -> None:
    error = "file: is missing; found no such file; write it, or name another folder"
    assert read(tmp_path / "file") == (None, [error])


def test_unreadable(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    error = "file: cannot be read; found 'Is a directory'; write a readable file there"
    assert read(tmp_path / "file") == (None, [error])


def test_control_characters_are_reported_by_line_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes("a\0b\n\tc\nd\x1b[31m\x07\ne\u2028f\n".encode())
    assert read(path) == (
        "ab\n\tc\nd[31m\nef\n",
        [
            "file:1: holds a control character; found '\\x00'; remove it",
            "file:3: holds a control character; found '\\x1b'; remove it",
            "file:4: holds a control character; found '\\u2028'; remove it",
        ],
    )


def test_lines_are_those_of_an_editor() -> None:
    assert split_lines("a\nb\r\nc\rd\x0be\n") == ["a", "b", "c", "d\x0be", ""]
