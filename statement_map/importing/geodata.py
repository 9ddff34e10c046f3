"""From GeoJSON, Linked Places, uMap and lists in JSON to rows with geometries."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from statement_map.errors import DataError, DataErrors
from statement_map.importing.items import find_items
from statement_map.importing.tables import MOST_ROWS, Sheet, SheetRow, clean, decode, refuse

_MARKUP = re.compile(r"<[^>]*>")
_BREAKS = re.compile(r"<(br|/p|/div|/h\d|/li)\b[^>]*>", re.IGNORECASE)
_MOST_BALLOON = 100_000
"""So many characters of a description in HTML are read: fifty pages."""


def plain(html: str) -> str:
    """Return the text of a description in HTML."""
    return clean(unescape(_MARKUP.sub("", _BREAKS.sub("\n", html[:_MOST_BALLOON]))))


def load_json(file: str, data: bytes) -> Any:
    """Return what a JSON file holds; a file with an object in each line holds a list of them."""
    text = decode(file, data)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        if lines := _load_lines(text):
            return lines
        fault = f"is not JSON; found {error.msg!r} in column {error.colno}; correct it"
        raise refuse(file, error.lineno, fault) from None
    except (RecursionError, ValueError):
        raise refuse(
            file, None, "is no JSON that can be read; found it nested too deeply"
        ) from None


def _load_lines(text: str) -> list[Any]:
    """Return the values of a JSON text sequence (RFC 8142) or of JSON lines; empty for neither."""
    lines = [line.strip("\x1e \t\r") for line in text.split("\n")]
    try:
        return [json.loads(line) for line in lines if line]
    except (ValueError, RecursionError):
        return []


def read_json(file: str, value: Any) -> Sheet | None:
    """Return the rows of GeoJSON, a uMap or a list of objects; None for other JSON."""
    match value:
        case {"type": "FeatureCollection", "features": list() as features}:
            return collect(file, _features(features), _title(value))
        case {"type": "Feature"}:
            return collect(file, _features([value]), "")
        case {"type": "umap", "layers": list() as layers}:
            own = [layer for layer in layers if isinstance(layer, Mapping)]
            features = [each for layer in own for each in _layer(layer)]
            elsewhere = [fault for layer in own if (fault := _elsewhere(file, layer))]
            return collect(file, _features(features), _title(value.get("properties")), elsewhere)
        case [{"type": "Feature"}, *_]:
            return collect(file, _features(value), "")
    if items := find_items(value):
        return collect(file, ((_flat(each), None) for each in items), "")
    return None


def _layer(layer: Mapping[str, Any]) -> Iterator[Any]:
    """Yield the features of a layer of uMap, each with its layer's name for a group."""
    features = layer.get("features")
    for each in features if isinstance(features, list) else []:
        if isinstance(each, Mapping) and isinstance(each.get("properties"), Mapping):
            properties = {k: v for k, v in each["properties"].items() if k != "_umap_options"}
            yield {**each, "properties": {"group": _option(layer, "name"), **properties}}
        else:
            yield each


def _option(layer: Mapping[str, Any], name: str) -> Any:
    """Return what a layer of uMap is set to; its third version renamed the member for that."""
    members = (layer.get("_umap_options"), layer.get("properties"))
    return next((it[name] for it in members if isinstance(it, Mapping) and it.get(name)), None)


def _elsewhere(file: str, layer: Mapping[str, Any]) -> DataError | None:
    """Return what is said of a layer that uMap fetches each time; None where it holds its own."""
    match _option(layer, "remoteData"):
        case {"url": str() as url} if url:
            fault = f"is a layer from elsewhere; found {url[:80]!r}; nothing is fetched"
            return DataError(file, None, str(_option(layer, "name") or "layer"), fault)
    return None


def _title(value: Any) -> str:
    """Return what a collection is called; Linked Places says so in ``indexing``."""
    found = value if isinstance(value, Mapping) else {}
    index = found.get("indexing")
    name = found.get("name") or (index.get("name") if isinstance(index, Mapping) else None)
    return clean(name) if isinstance(name, str) else ""


def _features(features: list[Any]) -> Iterator[tuple[dict[str, str], Any]]:
    for each in features:
        feature = each if isinstance(each, Mapping) else {}
        properties = feature.get("properties")
        cells = _flat(properties if isinstance(properties, Mapping) else {})
        yield cells | dict(_linked(feature)), feature.get("geometry")


def _flat(properties: Mapping[str, Any]) -> dict[str, str]:
    """Return the values as text; lists of words become one text, what is deeper is JSON."""
    return {clean(str(key)): _written(value) for key, value in properties.items()}


def _written(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            return clean(value)
        case list() if all(isinstance(each, str | int | float) for each in value):
            return "; ".join(map(str, value))
        case list() | dict():
            return json.dumps(value, ensure_ascii=False)
    return str(value)


def _linked(feature: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what a feature of Linked Places says beside its properties: its time, and words."""
    match feature.get("when"):
        case {"timespans": [{} as span, *_]} if isinstance(span, Mapping):
            for side, column in (("start", "start"), ("end", "end")):
                match span.get(side):
                    case (
                        {"in": str() as day} | {"earliest": str() as day} | {"latest": str() as day}
                    ):
                        yield column, day
    match feature.get("descriptions"):
        case [{"value": str() as words}, *_]:
            yield "description", clean(words)
    if isinstance(feature.get("names"), list):
        match feature.get("properties"):
            case {"title": str() as title}:
                yield "place", clean(title)


def collect(
    file: str,
    found: Iterable[tuple[dict[str, str], Any]],
    title: str,
    faults: Sequence[DataError] = (),
) -> Sheet:
    """Return the rows of what was ``found``: the cells of each by column, and its geometry."""
    rows, columns = [], dict[str, None]()
    for number, (cells, geometry) in enumerate(found, start=1):
        if number > MOST_ROWS:
            raise refuse(file, None, f"holds too much; found more than {MOST_ROWS}; import a part")
        filled = {name: cell for name, cell in cells.items() if cell}
        columns.update(dict.fromkeys(filled))
        rows.append(SheetRow(number, filled, geometry if isinstance(geometry, Mapping) else None))
    if not rows:
        fault = "is empty; found nothing in it; import a file with places or events"
        raise DataErrors([DataError(file, None, "", fault), *faults])
    return Sheet(file, tuple(columns), tuple(rows), title, tuple(faults))
