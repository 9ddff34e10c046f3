"""What is done in a worker process: drafting, reading what was uploaded, looking names up.

The outlines of all countries, which every process has, do not travel along.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from statement_map.drafting.proposing import Details
from statement_map.errors import DataErrors
from statement_map.files.folder import world_outlines
from statement_map.geocoding.candidates import Candidate
from statement_map.importing.foreign import Preview, preview_file
from statement_map.model import Statement
from statement_map.prose.text import build_source, detect_language
from statement_map.reading.outlines import NO_OUTLINES
from statement_map.reviewing import looking_up
from statement_map.reviewing.looking_up import ReadDate
from statement_map.reviewing.opening import (
    is_foreign,
    open_draft,
    open_files,
    open_text,
)
from statement_map.reviewing.work import Work
from statement_map.toponyms import PlaceMark
from statement_map.working.worker import TellShare

_STEPS = 50
"""So often the progress of a draft, or of an import, is told."""

_OF_ROWS = 0.5
"""What of an import goes into its rows; the rest writes what they became, and reads it back."""


class UnknownLanguageError(Exception):
    """A text is in none of the languages that are drafted."""


class NothingFoundError(Exception):
    """A text has neither a date nor a place that is recognised."""


@dataclass(frozen=True)
class Packed:
    """A work on its way from one process to another; ``is_saved`` says that it came from files."""

    work: Work
    is_world: bool
    is_saved: bool

    @classmethod
    def pack(cls, work: Work, *, is_saved: bool) -> Packed:
        """Return ``work`` without its outlines, if they are those that every process has."""
        is_world = work.outlines is world_outlines()
        light = replace(work, outlines=NO_OUTLINES) if is_world else work
        return cls(light, is_world, is_saved)

    def unpack(self) -> Work:
        """Return the work with its outlines again."""
        return replace(self.work, outlines=world_outlines()) if self.is_world else self.work


def draft_work(
    name: str, content: bytes, language: str | None, details: Details, tell: TellShare
) -> Packed:
    """Return the work that starts with a draft of a text; ``content`` are the bytes of its file.

    Raises :class:`DataErrors`, :class:`UnknownLanguageError` or :class:`NothingFoundError`.
    """
    text = open_text(name, content)
    if not language and detect_language(text) is None:
        raise UnknownLanguageError
    source = build_source(name, text, language, content)
    told = -1

    def tell_share(what: str, done: int, total: int) -> None:
        nonlocal told
        share = (done / max(1, total) + (what == "places")) / 2
        if int(share * _STEPS) > told:
            told = int(share * _STEPS)
            tell(share)

    try:
        draft = looking_up.draft_text(source, details, tell_share)
    except DataErrors:
        raise NothingFoundError from None
    return Packed.pack(open_draft(draft), is_saved=False)


def open_uploads(files: Mapping[str, bytes], chosen: Mapping[str, str], tell: TellShare) -> Packed:
    """Return the work in files that somebody brings along; raises :class:`DataErrors`.

    ``chosen`` are the columns of a table by their role.
    """
    told = -1

    def tell_share(done: int, total: int) -> None:
        nonlocal told
        share = _OF_ROWS * done / max(1, total)
        if int(share * _STEPS) > told:
            told = int(share * _STEPS)
            tell(share)

    return Packed.pack(open_files(files, chosen, tell_share), is_saved=not is_foreign(files))


def preview_upload(name: str, data: bytes, tell: TellShare) -> Preview | None:  # noqa: ARG001
    """Return what the columns of a table are taken for; None where there is nothing to choose."""
    try:
        return preview_file(name, data)
    except DataErrors:
        return None  # it is told when the file is opened


def find_candidates(names: tuple[str, ...], tell: TellShare) -> tuple[Candidate, ...]:  # noqa: ARG001
    """Return what is called by one of ``names``, the likeliest first."""
    found = (it for name in names for it in looking_up.find_candidates(name))
    return tuple(dict.fromkeys(found))


def find_place(words: str, statement: Statement, tell: TellShare) -> PlaceMark | None:  # noqa: ARG001
    """Return the first place in ``words``; None if none is recognised."""
    return looking_up.find_place(words, statement)


def find_date(
    words: str,
    statement: Statement,
    language: str | None,
    tell: TellShare,  # noqa: ARG001
) -> ReadDate | None:
    """Return the first date in ``words``, of a statement or as a ``language`` writes them."""
    return looking_up.find_date(words, statement, language)


def dates_in(
    text: str,
    statement: Statement,
    paragraph: int,
    tell: TellShare,  # noqa: ARG001
) -> tuple[ReadDate, ...]:
    """Return the dates that a paragraph of a text names."""
    return looking_up.dates_in(text, statement, paragraph)
