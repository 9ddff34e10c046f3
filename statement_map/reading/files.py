"""From a file to its text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO, Literal, TypeAlias

from statement_map.errors import DataError
from statement_map.fields import CONTROL

MAX_BYTES = 16 * 2**20
"""The largest data file that is read; ten thousand events take about half of it."""

MOST_LINES = 10_000
"""So many lines a short file may have; a longer one has one for each :data:`MIN_LETTERS`."""

MIN_LETTERS = 8
"""A key and a value have as many; shorter lines on the whole are no data, but cost memory."""

_LINE_BREAK = re.compile("\r\n|\r|\n")


@dataclass(frozen=True)
class Content:
    """What a file would hold, where there is none; ``name`` is told in errors."""

    name: str
    data: bytes = field(repr=False)

    def __str__(self) -> str:
        """Return what a path would be told as."""
        return self.name

    def open(self, mode: Literal["rb"]) -> IO[bytes]:  # noqa: ARG002, as a path is opened
        """Return a stream of the content."""
        return BytesIO(self.data)


File: TypeAlias = Path | Content


def read_bytes(path: File, errors: list[DataError]) -> bytes | None:
    """Return what is in the file at ``path``, None if it cannot be read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        fault = "is missing; found no such file; write it, or name another folder"
    except OSError as error:
        fault = f"cannot be read; found {error.strerror!r}; write a readable file there"
    else:
        if len(data) <= MAX_BYTES:
            return data
        fault = f"is too large; found more than {MAX_BYTES} bytes; write fewer"
    errors.append(DataError(str(path), None, "", fault))
    return None


def read_text(
    path: File, errors: list[DataError], clean: Callable[[str], str] = lambda text: text
) -> str | None:
    """Return the UTF-8 text of the file at ``path``, None if it has none that can be read.

    A byte order mark is taken off. Control characters are reported and left out, so that what
    is wrong besides them is found too; ``clean`` may take some out before.
    """
    if (data := read_bytes(path, errors)) is None:
        return None
    try:
        text = clean(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        errors.append(_not_utf8(str(path), error))
        return None
    if not text.strip():
        errors.append(DataError(str(path), None, "", "is empty; found no text; write the data"))
        return None
    errors += _control_characters(str(path), text)
    return CONTROL.sub("", text)


def judge_lines(file: str, text: str) -> DataError | None:
    """Return what is said of a file with far more lines than its size lets expect.

    Each line of data costs some memory, however short it is.
    """
    lines = text.count("\n") + text.count("\r")
    if lines <= MOST_LINES + len(text) // MIN_LETTERS:
        return None
    fault = f"has too many lines; found {lines}; write fewer for so short a file"
    return DataError(file, None, "", fault)


def split_lines(text: str) -> list[str]:
    """Return the lines of ``text`` as an editor counts them, without their ends."""
    return _LINE_BREAK.split(text)


def _not_utf8(file: str, error: UnicodeDecodeError) -> DataError:
    lines = re.split(rb"\r\n|\r|\n", error.object[: error.start])
    return DataError(
        file,
        len(lines),
        "",
        f"is not UTF-8 text; found the byte 0x{error.object[error.start]:02X} after "
        f"{len(lines[-1])} others in this line; save the file as UTF-8",
    )


def _control_characters(file: str, text: str) -> list[DataError]:
    if not CONTROL.search(text):
        return []
    return [
        DataError(file, number, "", f"holds a control character; found {found[0]!r}; remove it")
        for number, line in enumerate(split_lines(text), start=1)
        if (found := CONTROL.search(line))
    ]
