"""From a folder of data files to all that they hold, checked together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from statement_map.errors import DataError, DataErrors
from statement_map.model import Atlas
from statement_map.reading.document import Document
from statement_map.reading.events import read_events
from statement_map.reading.files import File
from statement_map.reading.links import check_events, check_places, warn_of_far_date
from statement_map.reading.messages import MOST_FAULTS
from statement_map.reading.outlines import Outlines, read_outlines
from statement_map.reading.places import PlacesRead, read_places
from statement_map.reading.table import CsvTable

FILES = ("events.yaml", "locations.csv", "boundaries.geojson")
"""The data files, in the order in which their errors are told."""


@dataclass(frozen=True)
class Reading:
    """What a folder of data files holds.

    ``outlines`` are those of boundaries.geojson. ``warnings`` are what is right but perhaps
    forgotten; they are not raised. ``document`` is events.yaml as it was written and knows the line
    of everything in it; ``table`` is locations.csv, with the columns that are somebody's own.
    """

    atlas: Atlas
    outlines: Outlines
    warnings: tuple[DataError, ...]
    document: Document = field(repr=False)
    table: CsvTable = field(repr=False)


def read_data(directory: Path) -> Reading:
    """Read events.yaml, locations.csv and boundaries.geojson in ``directory``.

    Raises what :func:`read_files` raises.
    """
    return read_files(*(directory / name for name in FILES))


def read_files(events_file: File, places_file: File, boundaries: File | Outlines) -> Reading:
    """Read the three files; outlines that were read before may stand for theirs.

    Raises :class:`DataErrors` with everything that is wrong in any of them. A fault that only
    shows between values (a date and its basis, dates and neighbours) is found once the values
    themselves are right.
    """
    files = [str(file) for file in (events_file, places_file, boundaries)]
    errors = _Faults(files)
    events = read_events(events_file, errors)
    places = read_places(places_file, errors)
    outlines = boundaries if isinstance(boundaries, Outlines) else read_outlines(boundaries, errors)
    if events:
        errors += check_events(events, places.ids if places else None)
    if places:
        errors += check_places(places, outlines.extents if outlines else None)
    if (
        errors
        or events is None
        or events.content is None
        or places is None
        or outlines is None  # each of them came with an error
    ):
        raise errors.in_order()
    atlas = Atlas(
        events.content.statement,
        events.content.events,
        {place.id: place for _, place in places.places},
        frozenset(outlines.extents),
    )
    warnings = (
        *_uncovered(atlas, events.document),
        *_unreviewed(atlas, events.document),
        *warn_of_far_date(events.document, events.valid),
        *places.warnings,
        *_unused(atlas, places),
    )
    return Reading(atlas, outlines, warnings, events.document, places.table)


class _Faults(list[DataError]):
    """What is wrong so far; reading ends where it is too much for anybody to mend."""

    def __init__(self, files: Sequence[str]) -> None:
        super().__init__()
        self._files = files

    def append(self, fault: DataError) -> None:
        super().append(fault)
        if len(self) >= MOST_FAULTS:
            raise self.in_order()

    def extend(self, faults: Iterable[DataError]) -> None:
        for fault in faults:
            self.append(fault)

    def __iadd__(self, faults: Iterable[DataError]) -> Self:  # type: ignore[override,misc]
        self.extend(faults)
        return self

    def in_order(self) -> DataErrors:
        """Return all of it in the order of files and lines."""
        return DataErrors(sorted(self, key=lambda e: (self._files.index(e.file), e.line or 0)))


def read_atlas(directory: Path) -> Atlas:
    """Read the data files in ``directory``; raises what :func:`read_data` raises."""
    return read_data(directory).atlas


def _uncovered(atlas: Atlas, document: Document) -> Iterator[DataError]:
    told = {number for event in atlas.events for number in event.paragraphs}
    for number in range(1, atlas.statement.paragraphs + 1):
        if number not in told:
            fault = f"counts a paragraph that no event tells; found {number}; write an event for it"
            yield document.error(("statement", "paragraphs"), fault)


def _unreviewed(atlas: Atlas, document: Document) -> Iterator[DataError]:
    waiting = [n for n, event in enumerate(atlas.events) if not event.reviewed]
    if waiting:
        found = f"{len(waiting)} of {len(atlas.events)} events"
        fault = f"is for an editor; found 'no' at {found}; correct each, then remove this key"
        yield document.error(("events", waiting[0], "reviewed"), fault)


def _unused(atlas: Atlas, places: PlacesRead) -> Iterator[DataError]:
    named = [event.places for event in atlas.events]
    used: set[str | None] = {mention.id for mentions in named for mention in mentions}
    used.update(mention.id for mention in atlas.statement.places)
    for place in atlas.places.values():
        used.update((*place.members, place.part_of))
    for row, place in places.places:
        if place.id not in used:
            fault = f"is named nowhere; found {place.id!r} only here; use it or remove the row"
            yield places.table.error(row, "id", fault)
