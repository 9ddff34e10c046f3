"""The one error that bad data ends in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self


class DataError(Exception):
    """Something in a data file is wrong.

    ``file`` is the name as the user knows it, ``line`` counts from 1 (None when the fault
    belongs to the file as a whole), ``field`` is a path such as ``events[3].places[0].id`` or a
    column name (empty when the fault belongs to the line), and ``message`` says what is wrong,
    what was found and what to write instead.
    """

    def __init__(self, file: str, line: int | None, field: str, message: str) -> None:
        """Keep the four parts; ``str()`` joins them as ``FILE:LINE: FIELD: MESSAGE``."""
        super().__init__(file, line, field, message)
        self.file = file
        self.line = line
        self.field = field
        self.message = message

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return ": ".join(part for part in (place, self.field, self.message) if part)


class DataErrors(ExceptionGroup[DataError]):
    """All that is wrong with the data, raised once, in the order of files and lines."""

    def __new__(cls, errors: Sequence[DataError]) -> Self:
        """Group ``errors``, of which there is at least one."""
        return super().__new__(cls, "the data has errors", errors)

    @property
    def faults(self) -> tuple[DataError, ...]:
        """The errors themselves."""
        return tuple(error for error in self.exceptions if isinstance(error, DataError))

    def derive(self, excs: Sequence[DataError]) -> DataErrors:  # type: ignore[override]
        """Keep the class when Python splits the group."""
        return DataErrors(excs)
