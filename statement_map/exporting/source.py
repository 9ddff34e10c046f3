"""What every export is made of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from statement_map.base_map.shapes import finely_drawn
from statement_map.model import Atlas
from statement_map.reading import read_data
from statement_map.reading.outlines import Outlines
from statement_map.timeline import Timeline


@dataclass(frozen=True)
class ExportSource:
    """An atlas, its timeline, and the FeatureCollection of outlines that belongs to it."""

    atlas: Atlas
    timeline: Timeline
    boundaries: Mapping[str, Any]

    @cached_property
    def outlines(self) -> Mapping[str, dict[str, Any]]:
        """The GeoJSON geometries of the outlines by id; one without a geometry is left out."""
        features = self.boundaries["features"]
        return {each["id"]: each["geometry"] for each in features if each["geometry"]}


def read_source(directory: Path) -> ExportSource:
    """Read the data files in ``directory``; raises what :func:`read_data` raises."""
    reading = read_data(directory)
    return build_source(reading.atlas, Timeline(reading.atlas), reading.outlines)


def build_source(atlas: Atlas, timeline: Timeline, outlines: Outlines) -> ExportSource:
    """Return the source of exports, with ``outlines`` as finely drawn as there are any."""
    return ExportSource(atlas, timeline, finely_drawn(outlines, atlas).collection)


def write_json(value: object) -> str:
    """Return ``value`` as JSON in which no ``<`` stands, so that it is safe inside HTML too."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")
