"""From boundaries.geojson to the ids of its outlines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from statement_map.errors import DataError
from statement_map.reading.files import read_text
from statement_map.reading.messages import quoted


def read_boundaries(path: Path, errors: list[DataError]) -> frozenset[str] | None:
    """Return the ids of the features in the file at ``path``, None if it cannot be read."""
    if (text := read_text(path, errors)) is None:
        return None
    file = str(path)
    try:
        collection = json.loads(text, parse_int=float)  # int() refuses very long numbers
    except json.JSONDecodeError as error:
        fault = f"is not JSON; found {error.msg!r} in column {error.colno}; correct it"
        errors.append(DataError(file, error.lineno, "", fault))
        return None
    except RecursionError:
        fault = "is nested too deeply; found more levels than GeoJSON has; write GeoJSON"
        errors.append(DataError(file, None, "", fault))
        return None
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list):
        fault = "is not a FeatureCollection; found no list of features; write GeoJSON"
        errors.append(DataError(file, None, "features", fault))
        return None
    ids = [feature.get("id") if isinstance(feature, dict) else None for feature in features]
    errors += _faults(file, ids)
    return frozenset(id_ for id_ in ids if id_ and isinstance(id_, str))


def _faults(file: str, ids: list[Any]) -> Iterator[DataError]:
    seen: dict[str, int] = {}
    for position, id_ in enumerate(ids):
        field = f"features[{position}].id"
        if not isinstance(id_, str) or not id_:
            fault = f"is not text; found {quoted(id_)}; write the id of the outline"
            yield DataError(file, None, field, fault)
        elif (first := seen.setdefault(id_, position)) != position:
            fault = f"is taken; found {id_!r} in features[{first}] too; write another"
            yield DataError(file, None, field, fault)
