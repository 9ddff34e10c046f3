"""From GeoJSON, Linked Places, KML, GPX, uMap and lists in JSON to rows with geometries."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any
from xml.etree import ElementTree as ET

from statement_map.importing.tables import MOST_ROWS, Row, Sheet, clean, decode, parse_xml, refuse

_MARKUP = re.compile(r"<[^>]*>")
_BREAKS = re.compile(r"<(br|/p|/div|/h\d|/li)\b[^>]*>", re.IGNORECASE)
_MOST_BALLOON = 100_000


def plain(html: str) -> str:
    """Return the text of a description in HTML."""
    return clean(unescape(_MARKUP.sub("", _BREAKS.sub("\n", html[:_MOST_BALLOON]))))


def load_json(file: str, data: bytes) -> Any:
    """Return what a JSON file holds."""
    try:
        return json.loads(decode(file, data))
    except json.JSONDecodeError as error:
        fault = f"is not JSON; found {error.msg!r} in column {error.colno}; correct it"
        raise refuse(file, error.lineno, fault) from None
    except (RecursionError, ValueError):
        raise refuse(
            file, None, "is no JSON that can be read; found it nested too deeply"
        ) from None


def read_json(file: str, value: Any) -> Sheet | None:
    """Return the rows of a FeatureCollection, a uMap or a list of objects; None for other JSON."""
    match value:
        case {"type": "FeatureCollection", "features": list() as features}:
            return _collect(file, _features(features), _title(value))
        case {"type": "umap", "layers": list() as layers}:
            own = [layer for layer in layers if isinstance(layer, Mapping)]
            features = [each for layer in own for each in _layer(layer)]
            return _collect(file, _features(features), _title(value.get("properties")))
        case list() as items if items and all(isinstance(each, Mapping) for each in items):
            rows = ((_flat(each), None) for each in items)
            return _collect(file, rows, "")
    return None


def _layer(layer: Mapping[str, Any]) -> Iterator[Any]:
    """Yield the features of a layer of uMap, each with its layer's name for a group."""
    options = layer.get("_umap_options")
    name = options.get("name") if isinstance(options, Mapping) else None
    features = layer.get("features")
    for each in features if isinstance(features, list) else []:
        if isinstance(each, Mapping) and isinstance(each.get("properties"), Mapping):
            properties = {k: v for k, v in each["properties"].items() if k != "_umap_options"}
            yield {**each, "properties": {"group": name, **properties}}
        else:
            yield each


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
        title = (feature.get("properties") or {}).get("title")
        if isinstance(title, str):
            yield "place", clean(title)


def read_kml(file: str, data: bytes) -> Sheet:
    """Return a row for each Placemark (KML 2.2), with its time, its data and its geometry."""
    root = parse_xml(file, data)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    document = root.find("Document")
    title = document.findtext("name", "") if document is not None else ""
    return _collect(file, map(_placemark, root.iter("Placemark")), clean(title))


def _placemark(placemark: ET.Element) -> tuple[dict[str, str], dict[str, Any] | None]:
    cells = {
        "name": clean(placemark.findtext("name", "")),
        "description": plain(placemark.findtext("description", "")),
        "start": placemark.findtext("TimeSpan/begin") or placemark.findtext("TimeStamp/when") or "",
        "end": placemark.findtext("TimeSpan/end", ""),
    }
    for each in placemark.iter("SimpleData"):
        cells[each.get("name", "")] = clean(each.text or "")
    for each in placemark.iter("Data"):
        cells[each.get("name", "")] = clean(each.findtext("value", ""))
    return cells, _geometry_of(placemark)


def _geometry_of(placemark: ET.Element) -> dict[str, Any] | None:
    polygons = [
        [
            _positions(ring.findtext("LinearRing/coordinates", ""))
            for ring in polygon
            if "oundaryIs" in ring.tag
        ]
        for polygon in placemark.iter("Polygon")
    ]
    if polygons:
        return {"type": "MultiPolygon", "coordinates": polygons}
    if placemark.find(".//LineString") is not None:
        return {"type": "LineString", "coordinates": []}
    points = _positions(placemark.findtext(".//Point/coordinates", ""))
    return {"type": "Point", "coordinates": points[0]} if points else None


def _positions(text: str) -> list[list[float]]:
    try:
        return [[float(number) for number in each.split(",")[:2]] for each in text.split()]
    except ValueError:
        return []


def read_gpx(file: str, data: bytes) -> Sheet:
    """Return a row for each waypoint (GPX 1.1); of a track or route, its name alone."""
    root = parse_xml(file, data)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    title = root.findtext("metadata/name", "")
    return _collect(file, _waypoints(root), clean(title))


def _waypoints(root: ET.Element) -> Iterator[tuple[dict[str, str], dict[str, Any] | None]]:
    for each in root:
        if each.tag not in {"wpt", "trk", "rte"}:
            continue
        cells = {
            "name": clean(each.findtext("name", "")),
            "description": clean(each.findtext("desc") or each.findtext("cmt") or ""),
            "start": each.findtext("time") or each.findtext(".//time") or "",
        }
        if each.tag == "wpt":
            points = _positions(f"{each.get('lon', '')},{each.get('lat', '')}")
            yield cells, {"type": "Point", "coordinates": points[0]} if points else None
        else:
            yield cells, {"type": "LineString", "coordinates": []}


def _collect(file: str, found: Iterator[tuple[dict[str, str], Any]], title: str) -> Sheet:
    rows, columns = [], dict[str, None]()
    for number, (cells, geometry) in enumerate(found, start=1):
        if number > MOST_ROWS:
            raise refuse(file, None, f"holds too much; found more than {MOST_ROWS}; import a part")
        filled = {name: cell for name, cell in cells.items() if cell}
        columns.update(dict.fromkeys(filled))
        rows.append(Row(number, filled, geometry if isinstance(geometry, Mapping) else None))
    if not rows:
        raise refuse(
            file, None, "is empty; found nothing in it; import a file with places or events"
        )
    return Sheet(file, tuple(columns), tuple(rows), title)
