"""From files that somebody brings along, or a draft, to a work."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any
from zipfile import BadZipFile, ZipFile

from statement_map.drafting.files import Comments
from statement_map.drafting.proposing import Draft
from statement_map.drafting.writing import WORLD, build_files
from statement_map.errors import DataError, DataErrors
from statement_map.reading import FILES, Content, Reading, read_files
from statement_map.reading.document import read_comments
from statement_map.reading.files import read_text, split_lines
from statement_map.reading.places import OWN
from statement_map.reviewing.work import BOUNDARIES, EVENTS, PLACES, Outlines, Work

MAX_BYTES = 2**20
"""The largest file that is opened; a thousand events take about a megabyte."""


def open_draft(draft: Draft) -> Work:
    """Return the work that starts with ``draft``, on the outlines of all countries."""
    events, places = build_files(draft)
    return _open(Content(EVENTS, events), Content(PLACES, places), None, draft.source.text)


def open_text(name: str, data: bytes) -> str:
    """Return the text in a file called ``name``; raises :class:`DataErrors` if it is none."""
    if len(data) > MAX_BYTES:
        raise _refuse(name, f"is too large; found {len(data)} bytes; open up to {MAX_BYTES}")
    errors: list[DataError] = []
    text = read_text(Content(name, data), errors)
    if errors or text is None:
        raise DataErrors(errors)
    return text


def open_kept(kept: Mapping[str, Any]) -> Work:
    """Return the work that a browser kept: the text of each file by its name, and ``text``.

    Raises :class:`DataErrors` if it is not as it was handed over.
    """
    files = {name: text.encode() for name in FILES if isinstance(text := kept.get(name), str)}
    text = kept.get("text")
    return open_files(files, text if isinstance(text, str) else None)


def open_files(files: Mapping[str, bytes], text: str | None = None) -> Work:
    """Return the work in ``files``, which are keyed by name: one of each kind, or a ZIP of them.

    They are told apart by their endings. Without a file of outlines those of all countries are
    used. Raises :class:`DataErrors` if one is missing, of another kind, larger than
    :data:`MAX_BYTES`, or has faults.
    """
    by_role: dict[str, Content] = {}
    for name, data in _unpacked(files):
        role = _role(name)
        if role is None:
            raise _refuse(name, "is none of the files; found another ending; drop .yaml and .csv")
        if role in by_role:
            raise _refuse(name, f"is one too many; found {by_role[role].name!r} too; drop one")
        if len(data) > MAX_BYTES:
            raise _refuse(name, f"is too large; found {len(data)} bytes; open up to {MAX_BYTES}")
        by_role[role] = Content(name, data)
    for role in (EVENTS, PLACES):
        if role not in by_role:
            raise _refuse(role, "is missing; found no such file; drop both together, or their ZIP")
    return _open(by_role[EVENTS], by_role[PLACES], by_role.get(BOUNDARIES), text)


def _unpacked(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name, data in files.items():
        if not name.casefold().endswith(".zip"):
            yield name, data
            continue
        try:
            with ZipFile(BytesIO(data)) as archive:
                for info in archive.infolist():
                    if _role(info.filename):
                        # No more than this is unpacked, whatever the archive says of itself.
                        with archive.open(info) as stream:
                            yield f"{name}/{info.filename}", stream.read(MAX_BYTES + 1)
        except (BadZipFile, NotImplementedError, RuntimeError, EOFError):
            raise _refuse(name, "is no ZIP that can be opened; found other data") from None


def _role(name: str) -> str | None:
    ending = PurePosixPath(name.casefold()).suffix
    return {
        ".yaml": EVENTS,
        ".yml": EVENTS,
        ".csv": PLACES,
        ".geojson": BOUNDARIES,
    }.get(ending)


def _refuse(name: str, fault: str) -> DataErrors:
    return DataErrors([DataError(name, None, "", fault)])


@lru_cache(maxsize=1)
def world_outlines() -> Outlines:
    """Return the outlines of all countries, and of the regions that this project ships."""
    return Outlines(WORLD.read_bytes())


def _open(events: Content, places: Content, boundaries: Content | None, text: str | None) -> Work:
    outlines = Outlines(boundaries.data) if boundaries else world_outlines()
    reading = read_files(events, places, boundaries or Content(BOUNDARIES, outlines.data))
    comments = _comments(reading, events.data.decode("utf-8-sig"))
    return Work(reading.atlas, outlines, text, comments, _own_cells(reading))


def _comments(reading: Reading, text: str) -> Comments:
    """Return the comments of events.yaml, each with the event before or in which it stands.

    What stands right above an event is taken for its comment, and what stands anywhere above
    the first one, but not right above it, for the file's.
    """
    comments = read_comments(text)
    filled = {n for n, line in enumerate(split_lines(text), start=1) if line.strip()}
    data = sorted(filled - comments.keys())
    nodes = reading.document.root.child("events")
    items = nodes.value if nodes else None
    assert isinstance(items, list), "it was read before"
    starts = [node.line for node in items]
    head: list[str] = []
    tail: list[str] = []
    before: defaultdict[str, list[str]] = defaultdict(list)
    for line, comment in comments.items():
        following = bisect_right(data, line)
        if following == len(data):
            tail.append(comment)
        elif data[following] < starts[0]:
            head.append(comment)
        else:
            position = bisect_right(starts, data[following]) - 1
            before[reading.atlas.events[position].id].append(comment)
    return Comments(tuple(head), {id_: tuple(own) for id_, own in before.items()}, tuple(tail))


def _own_cells(reading: Reading) -> Mapping[str, Mapping[str, str]]:
    own = {
        row.cells["id"]: {
            column: cell for column, cell in row.cells.items() if column.startswith(OWN)
        }
        for row in reading.table.rows
    }
    return {id_: cells for id_, cells in own.items() if cells}
