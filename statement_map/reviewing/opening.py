"""From files that somebody brings along, or a draft, to a work."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from statement_map.drafting.proposing import Draft
from statement_map.drafting.writing import build_files
from statement_map.errors import DataError, DataErrors
from statement_map.files.archive import read_archive, too_large
from statement_map.files.events_text import EventsText
from statement_map.files.events_yaml import Comments
from statement_map.files.folder import is_world, world_outlines
from statement_map.files.locations_csv import LocationsText
from statement_map.importing.building import TellRows
from statement_map.importing.foreign import convert_file
from statement_map.reading import FILES, Content, Reading, read_files
from statement_map.reading.document import read_comments
from statement_map.reading.files import read_text, split_lines
from statement_map.reading.outlines import Outlines
from statement_map.reading.paragraphs import break_pages
from statement_map.reading.places import OWN
from statement_map.reviewing.work import (
    BOUNDARIES,
    EVENTS,
    MAX_WORK_BYTES,
    PLACES,
    TEXT,
    Work,
)

MAX_BYTES = 2**20
"""The largest file that is opened alone; a thousand events take about a megabyte."""

MAX_ZIP_BYTES = MAX_WORK_BYTES
"""The largest ZIP that is opened, and the largest file in it: what this room packs is not more."""

MAX_ROWS = 10_000
"""The longest table that is imported on the page, in about five seconds; the command takes more."""

_DROP = "drop .yaml and .csv"
_OWN_ENDINGS = {".yaml", ".yml", ".txt", ".zip", ""}


def open_draft(draft: Draft) -> Work:
    """Return the work that starts with ``draft``, on the outlines of all countries.

    Raises :class:`DataErrors` if it is larger than what can be opened again.
    """
    events, places = build_files(draft)
    if len(events) > MAX_WORK_BYTES:
        fault = f"is too long; found {len(events)} bytes of events; draft a part of it"
        raise DataErrors([DataError(draft.source.name, None, "", fault)])
    return _open(Content(EVENTS, events), Content(PLACES, places), None, draft.source.text)


def open_text(name: str, data: bytes) -> str:
    """Return the text in a file called ``name``; raises :class:`DataErrors` if it is none."""
    if len(data) > MAX_BYTES:
        raise DataErrors([too_large(name, len(data), MAX_BYTES)])
    errors: list[DataError] = []
    text = read_text(Content(name, data), errors, break_pages)
    if errors or text is None:
        raise DataErrors(errors)
    return text


def open_kept(kept: object) -> Work:
    """Return the work that a browser kept: the text of each file by its name.

    Raises :class:`DataErrors` if it is not as it was handed over.
    """
    texts = kept if isinstance(kept, Mapping) else {}
    # A browser may hand back half a character, which is no text and is refused as such.
    data = {
        name: text.encode(errors="surrogatepass")
        for name in (*FILES, TEXT)
        if isinstance(text := texts.get(name), str)
    }
    return _open_roles({name: Content(name, content) for name, content in data.items()})


def open_files(
    files: Mapping[str, bytes],
    chosen: Mapping[str, str] | None = None,
    tell: TellRows = lambda _done, _total: None,
) -> Work:
    """Return the work in ``files``, which are keyed by name: one of each kind, or a ZIP of them.

    They are told apart by their endings; the statement's own text may be with them. Without a file
    of outlines those of all countries are used. One file of another program, alone, is imported;
    ``chosen`` are its columns by their role, ``tell`` is told of its rows.
    Raises :class:`DataErrors` if one is missing, of another kind, larger than :data:`MAX_BYTES`
    (:data:`MAX_ZIP_BYTES` in a ZIP, or itself one, or imported), of more than :data:`MAX_ROWS`
    rows, or has faults.
    """
    if is_foreign(files):
        return _open_foreign(*next(iter(files.items())), chosen, tell)
    by_role: dict[str, Content] = {}
    for content, most in _unpacked(files):
        role = _role(content.name)
        if role is None:
            raise _refuse(content.name, "is none of the files; found another ending; " + _DROP)
        if role in by_role:
            fault = f"is one too many; found {by_role[role].name!r} too; drop one"
            raise _refuse(content.name, fault)
        if len(content.data) > most:
            raise DataErrors([too_large(content.name, len(content.data), most)])
        by_role[role] = content
    return _open_roles(by_role)


def is_foreign(files: Mapping[str, bytes]) -> bool:
    """Return whether ``files`` are one file that is none of the data files."""
    names = [PurePosixPath(name.casefold()) for name in files]
    return len(names) == 1 and names[0].name not in FILES and names[0].suffix not in _OWN_ENDINGS


def _open_foreign(name: str, data: bytes, chosen: Mapping[str, str] | None, tell: TellRows) -> Work:
    if len(data) > MAX_ZIP_BYTES:
        raise DataErrors([too_large(name, len(data), MAX_ZIP_BYTES)])
    imported = convert_file(name, data, None, chosen, None, tell, MAX_ROWS)
    events = Content(EVENTS, imported.events)
    if len(events.data) > MAX_WORK_BYTES:
        fault = f"tells too much; found {len(events.data)} bytes of events; drop a part of it"
        raise DataErrors([DataError(name, None, "", fault)])
    places = Content(PLACES, imported.places)
    return _open(events, places, imported.outlines, imported.text)


def _open_roles(by_role: Mapping[str, Content]) -> Work:
    missing = [role for role in (EVENTS, PLACES) if role not in by_role]
    if missing:
        fault = "is missing; found no such file; drop both together, or their ZIP"
        raise DataErrors([DataError(role, None, "", fault) for role in missing])
    large = [each for each in by_role.values() if len(each.data) > MAX_WORK_BYTES]
    if large:
        raise DataErrors([too_large(each.name, len(each.data), MAX_WORK_BYTES) for each in large])
    own = by_role.get(TEXT)
    text = open_text(own.name, own.data) if own else None
    return _open(by_role[EVENTS], by_role[PLACES], by_role.get(BOUNDARIES), text)


def _unpacked(files: Mapping[str, bytes]) -> Iterator[tuple[Content, int]]:
    """Yield the files, those in a ZIP too, each with how many bytes it may have."""
    for name, data in files.items():
        if not name.casefold().endswith(".zip"):
            yield Content(name, data), MAX_BYTES
            continue
        if len(data) > MAX_ZIP_BYTES:
            raise DataErrors([too_large(name, len(data), MAX_ZIP_BYTES)])
        for content in read_archive(name, data, _is_packed, MAX_WORK_BYTES):
            yield content, MAX_WORK_BYTES


def _is_packed(name: str) -> bool:
    """Return whether a file of this name in a ZIP is one of those that are opened."""
    return PurePosixPath(name).name == TEXT if _role(name) == TEXT else _role(name) is not None


def _role(name: str) -> str | None:
    ending = PurePosixPath(name.casefold()).suffix
    return {
        ".yaml": EVENTS,
        ".yml": EVENTS,
        ".csv": PLACES,
        ".geojson": BOUNDARIES,
        ".txt": TEXT,
    }.get(ending)


def _refuse(name: str, fault: str) -> DataErrors:
    return DataErrors([DataError(name, None, "", fault)])


def _open(
    events: Content, places: Content, outlines: Content | Outlines | None, text: str | None
) -> Work:
    if outlines is None or is_world(outlines.data):
        outlines = world_outlines()
    reading = read_files(events, places, outlines)
    atlas, written = reading.atlas, events.data.decode("utf-8-sig")
    comments, own_cells = _comments(reading, written), _own_cells(reading)
    return Work(
        atlas,
        reading.outlines,
        text,
        comments,
        own_cells,
        EventsText.read(written, reading.document, atlas.statement, atlas.events, comments),
        LocationsText.read(places.data.decode("utf-8-sig"), atlas.places.values(), own_cells),
    )


def _comments(reading: Reading, text: str) -> Comments:
    """Return the comments of events.yaml, each with the event before or in which it stands.

    What stands anywhere above the first event, but not right above it, is taken for the file's.
    """
    comments = read_comments(text)
    lines = split_lines(text)
    filled = {n for n, line in enumerate(lines, start=1) if line.strip()}
    alone = {n for n in comments if lines[n - 1].lstrip().startswith("#")}
    data = sorted(filled - alone)
    nodes = reading.document.root.child("events")
    items = nodes.value if nodes else None
    assert isinstance(items, list), "it was read before"
    starts = [node.line for node in items]
    head: list[str] = []
    tail: list[str] = []
    before: defaultdict[str, list[str]] = defaultdict(list)
    for line, comment in comments.items():
        following = bisect_left(data, line)
        if following == len(data):
            tail.append(comment)
        elif data[following] < starts[0]:
            head.append(comment)
        else:
            position = bisect_right(starts, data[following]) - 1
            before[reading.atlas.events[position].id].append(comment)
    return Comments(tuple(head), {id_: tuple(own) for id_, own in before.items()}, tuple(tail))


def _own_cells(reading: Reading) -> Mapping[str, Mapping[str, str]]:
    own = [column for column in reading.table.columns if column.startswith(OWN)]
    return {
        row.cells["id"]: {column: row.cells.get(column, "") for column in own}
        for row in reading.table.rows
        if own
    }
