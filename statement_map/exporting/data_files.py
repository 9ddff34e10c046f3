"""The data files inside an export, for those formats that a reader does not edit.

What was changed by hand is not taken from them: a digest says what they were exported with.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from statement_map.exporting.source import ExportSource, write_json
from statement_map.files.events_yaml import write_events
from statement_map.files.locations_csv import write_locations
from statement_map.reading import FILES

MEMBER = "data_files"
"""The member of a JSON object that holds them."""


def tell_files(source: ExportSource) -> dict[str, str]:
    """Return the text of events.yaml and of locations.csv, by name."""
    atlas = source.atlas
    events = write_events(atlas.statement, atlas.events)
    return dict(zip(FILES, (events, write_locations(atlas.places.values())), strict=False))


def with_files(told: Mapping[str, Any], source: ExportSource) -> dict[str, Any]:
    """Return ``told`` with the files, and with the digest of what it was without them."""
    return {**told, MEMBER: {**tell_files(source), "sha256": digest_of(told)}}


def digest_of(told: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a JSON object without its data files."""
    rest = {key: value for key, value in told.items() if key != MEMBER}
    return sha256(write_json(rest).encode()).hexdigest()
