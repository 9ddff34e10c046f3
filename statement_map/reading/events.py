"""From events.yaml to the statement and its events."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from statement_map.errors import DataError
from statement_map.model import Event, Statement
from statement_map.reading.document import Document, read_document
from statement_map.reading.files import File, read_text
from statement_map.reading.messages import explain


class EventsFile(BaseModel):
    """A statement and the events that it tells."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    statement: Statement
    events: Annotated[tuple[Event, ...], Field(min_length=1)]


@dataclass(frozen=True)
class EventsRead:
    """What was read of events.yaml.

    ``content`` is None if anything in it is wrong; ``valid`` are the events that are right by
    themselves, by their position in the file.
    """

    document: Document
    content: EventsFile | None
    valid: Mapping[int, Event]


def read_events(path: File, errors: list[DataError]) -> EventsRead | None:
    """Return what the file at ``path`` holds, None if it cannot be parsed."""
    if (text := read_text(path, errors)) is None:
        return None
    if (document := read_document(str(path), text, errors)) is None:
        return None
    data = document.root.plain()
    try:
        content = EventsFile.model_validate(data, by_alias=True, by_name=False)
    except ValidationError as error:
        errors += [document.error(*fault) for fault in explain(error, EventsFile)]
        return EventsRead(document, None, _valid_events(data))
    return EventsRead(document, content, dict(enumerate(content.events)))


def write_schema() -> str:
    """Return the JSON Schema of events.yaml, which editors complete and check it with."""
    schema = EventsFile.model_json_schema(by_alias=True)
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _valid_events(data: Any) -> dict[int, Event]:
    """Return the events that are right by themselves; what is wrong was reported."""
    items = data.get("events") if isinstance(data, dict) else None
    events: dict[int, Event] = {}
    for position, item in enumerate(items if isinstance(items, list) else ()):
        try:
            events[position] = Event.model_validate(item, by_alias=True, by_name=False)
        except ValidationError:
            continue
    return events
