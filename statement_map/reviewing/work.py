"""A statement while somebody works on it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from statement_map.errors import DataError, DataErrors
from statement_map.files.archive import too_large
from statement_map.files.events_text import EventsText
from statement_map.files.events_yaml import Comments, write_events
from statement_map.files.locations_csv import LocationsText, write_locations
from statement_map.geocoding.outlines import Outline, build_areas, find_around
from statement_map.model import Atlas, Event, Place, Statement
from statement_map.reading import FILES, Content, read_files
from statement_map.reading.messages import write_path
from statement_map.reading.outlines import Outlines
from statement_map.reading.table import read_table
from statement_map.timeline import Timeline

EVENTS, PLACES, BOUNDARIES = FILES

TEXT = "text.txt"
"""The statement's own text, in a ZIP and where a browser keeps it."""

MAX_WORK_BYTES = 4 * 2**20
"""The largest file of a work; the draft of a text of 200 pages takes about three quarters."""


@dataclass(frozen=True)
class Work:
    """All that the files of a statement hold, which are valid at any time.

    ``text`` is the statement's own, None where nobody has opened it. ``comments`` are those of
    events.yaml and ``own_cells`` the columns of locations.csv that are somebody's own, by the id
    of the place: both are kept as they are. ``written`` and ``written_places`` are the files as
    somebody brought them along, of which an edit changes its own lines alone; None for a draft.
    """

    atlas: Atlas
    outlines: Outlines
    text: str | None = None
    comments: Comments = field(default_factory=Comments)
    own_cells: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    written: EventsText | None = field(default=None, repr=False, compare=False)
    written_places: LocationsText | None = field(default=None, repr=False, compare=False)

    @cached_property
    def areas(self) -> Mapping[str, Outline]:
        """The regions and countries that have an outline, by id."""
        return build_areas(self.outlines)

    def areas_around(self, lat: float, lon: float) -> list[Outline]:
        """Return the regions and countries around a point in WGS 84 degrees, regions first."""
        return find_around(self.areas.values(), lat, lon)

    @cached_property
    def timeline(self) -> Timeline:
        """What is shown at each step."""
        return Timeline(self.atlas)

    @cached_property
    def events_yaml(self) -> str:
        """The text of events.yaml."""
        write = self.written.write if self.written else write_events
        return write(self.atlas.statement, self.atlas.events, self.comments)

    @cached_property
    def locations_csv(self) -> str:
        """The text of locations.csv."""
        write = self.written_places.write if self.written_places else write_locations
        return write(self.atlas.places.values(), self.own_cells)

    def with_text(self, text: str) -> Work:
        """Return the work with the statement's own text."""
        return replace(self, text=text)

    def without_caches(self) -> Work:
        """Return the same work without what can be made from it again."""
        return replace(self)

    def replace(
        self,
        *,
        statement: Statement | None = None,
        events: Sequence[Event] | None = None,
        places: Collection[Place] | None = None,
        comments: Comments | None = None,
        own_cells: Mapping[str, Mapping[str, str]] | None = None,
    ) -> Work:
        """Return the work with other parts, as its files are read back.

        Raises :class:`DataErrors` with all that the files would have wrong then, as
        :func:`statement_map.reading.read_files` tells it, but with the id of a place instead of
        a line.
        """
        changed = replace(
            self,
            atlas=replace(
                self.atlas,
                statement=statement or self.atlas.statement,
                events=self.atlas.events if events is None else tuple(events),
                places=self.atlas.places
                if places is None
                else {place.id: place for place in places},
            ),
            comments=self.comments if comments is None else comments,
            own_cells=self.own_cells if own_cells is None else own_cells,
        )
        atlas = changed._read_back()
        return changed if atlas == changed.atlas else replace(changed, atlas=atlas)

    def _read_back(self) -> Atlas:
        events = Content(EVENTS, self.events_yaml.encode())
        places = Content(PLACES, self.locations_csv.encode())
        large = [each for each in (events, places) if len(each.data) > MAX_WORK_BYTES]
        if large:
            raise DataErrors(
                [too_large(each.name, len(each.data), MAX_WORK_BYTES) for each in large]
            )
        try:
            read = read_files(events, places, self.outlines).atlas
        except DataErrors as errors:
            raise DataErrors(list(self._by_id(errors))) from None
        return _sharing(read, self.atlas)

    def _by_id(self, errors: DataErrors) -> Iterator[DataError]:
        """Yield the errors with the id of a place for its line, which nobody sees."""
        table = read_table(PLACES, self.locations_csv, [])
        ids = {row.line: row.cells.get("id", "") for row in table.rows} if table else {}
        for fault in errors.faults:
            id_ = ids.get(fault.line or 0) if fault.file == PLACES else None
            column = (fault.field,) if fault.field else ()
            where = write_path(("places", id_, *column)) if id_ else fault.field
            yield DataError(fault.file, None, where, fault.message)


def _sharing(read: Atlas, given: Atlas) -> Atlas:
    """Return ``read`` with the objects of ``given`` where they are equal.

    A history then holds what was changed, not everything again for each change.
    """
    events = {event.id: event for event in given.events}
    return replace(
        read,
        statement=given.statement if given.statement == read.statement else read.statement,
        events=tuple(_same(event, events.get(event.id)) for event in read.events),
        places={id_: _same(place, given.places.get(id_)) for id_, place in read.places.items()},
        boundaries=given.boundaries if given.boundaries == read.boundaries else read.boundaries,
    )


def _same(read: Any, given: Any) -> Any:
    return given if given == read else read
