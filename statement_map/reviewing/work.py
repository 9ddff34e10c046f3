"""A statement while somebody works on it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from statement_map.drafting.files import Comments, write_events, write_locations
from statement_map.model import Atlas, Event, Place, Statement, Text
from statement_map.reading import FILES, Content, read_files
from statement_map.timeline import Timeline

EVENTS, PLACES, BOUNDARIES = FILES


@dataclass(frozen=True, eq=False)
class Outlines:
    """The content of a boundaries.geojson; one object for all who use the same."""

    data: bytes = field(repr=False)

    @cached_property
    def collection(self) -> dict[str, Any]:
        """The FeatureCollection."""
        collection: dict[str, Any] = json.loads(self.data.decode("utf-8-sig"))
        return collection

    @cached_property
    def names(self) -> Mapping[str, Text]:
        """The names of the outlines that a place may have, by id."""
        return {
            feature["id"]: Text(
                {
                    key.removeprefix("name_"): name
                    for key, name in feature["properties"].items()
                    if key.startswith("name_") and name
                }
            )
            for feature in self.collection["features"]
            if feature["properties"]["kind"] != "water"
        }


@dataclass(frozen=True)
class Work:
    """All that the files of a statement hold, which are valid at any time.

    ``text`` is the statement's own, None where nobody has opened it. ``comments`` are those of
    events.yaml and ``own_cells`` the columns of locations.csv that are somebody's own, by the id
    of the place: both are kept as they are.
    """

    atlas: Atlas
    outlines: Outlines
    text: str | None = None
    comments: Comments = field(default_factory=Comments)
    own_cells: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @cached_property
    def timeline(self) -> Timeline:
        """What is shown at each step."""
        return Timeline(self.atlas)

    @cached_property
    def events_yaml(self) -> str:
        """The text of events.yaml."""
        return write_events(self.atlas.statement, self.atlas.events, self.comments)

    @cached_property
    def locations_csv(self) -> str:
        """The text of locations.csv."""
        return write_locations(self.atlas.places.values(), self.own_cells)

    def with_text(self, text: str) -> Work:
        """Return the work with the statement's own text."""
        return replace(self, text=text)

    def replace(
        self,
        *,
        statement: Statement | None = None,
        events: Sequence[Event] | None = None,
        places: Collection[Place] | None = None,
    ) -> Work:
        """Return the work with other parts.

        Raises :class:`DataErrors` with all that the files would have wrong then, as
        :func:`statement_map.reading.read_files` tells it.
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
        )
        read_files(
            Content(EVENTS, changed.events_yaml.encode()),
            Content(PLACES, changed.locations_csv.encode()),
            Content(BOUNDARIES, self.outlines.data),
        )
        return changed
