"""From KML and GPX, which globes and receivers write, to rows with geometries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

from statement_map.errors import DataError
from statement_map.importing.geodata import collect, plain
from statement_map.importing.tables import Sheet, clean, parse_xml

_CONTAINERS = {"kml", "Document", "Folder"}
_NOT_TAKEN = {
    "NetworkLink": "is a link to another file; found {!r}; nothing is fetched; import that file",
    "GroundOverlay": "is a picture; found {!r}; nothing is made of it",
    "ScreenOverlay": "is a picture; found {!r}; nothing is made of it",
    "PhotoOverlay": "is a picture; found {!r}; nothing is made of it",
    "TimeSpan": "is a time for all of {!r}; write it to each Placemark; it is not taken",
    "TimeStamp": "is a time for all of {!r}; write it to each Placemark; it is not taken",
}
"""Children of a folder that become no row; what they are called, or what their folder is."""

CellsAndGeometry = tuple[dict[str, str], dict[str, Any] | None]


def read_kml(file: str, data: bytes) -> Sheet:
    """Return a row for each Placemark (KML 2.2): its time, data, geometry, and folder as group."""
    root = _read_root(file, data)
    document = root.find("Document")
    title = document.findtext("name", "") if document is not None else ""
    faults = list(_left_out(file, root))
    return collect(file, _walk(root, ""), clean(title), faults)


def _read_root(file: str, data: bytes) -> ET.Element:
    root = parse_xml(file, data)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def _walk(container: ET.Element, group: str) -> Iterator[CellsAndGeometry]:
    """Yield the Placemarks of a folder and of those in it, each with its own folder's name."""
    pending = [(container, group)]
    while pending:
        element, group = pending.pop()
        if element.tag == "Placemark":
            yield _placemark(element, group)
        elif element.tag in _CONTAINERS:
            if element.tag == "Folder":
                group = clean(element.findtext("name", "")) or group
            pending += [(child, group) for child in reversed(element)]


def _left_out(file: str, root: ET.Element) -> Iterator[DataError]:
    for container in root.iter():
        if container.tag in _CONTAINERS:
            for child in container:
                if fault := _NOT_TAKEN.get(child.tag):
                    named = container if child.tag.startswith("Time") else child
                    name = clean(named.findtext("name", ""))
                    yield DataError(file, None, child.tag, fault.format(name))


def _placemark(placemark: ET.Element, group: str) -> CellsAndGeometry:
    moments = [each.text or "" for each in placemark.iter("when")]
    cells = {
        "name": clean(placemark.findtext("name", "")),
        "description": plain(placemark.findtext("description", "")),
        "start": placemark.findtext("TimeSpan/begin") or (moments[0] if moments else ""),
        "end": placemark.findtext("TimeSpan/end") or (moments[-1] if len(moments) > 1 else ""),
        "group": group,
    }
    for each in placemark.iter("SimpleData"):
        cells[each.get("name", "")] = clean(each.text or "")
    for each in placemark.iter("Data"):
        cells[each.get("name", "")] = clean(each.findtext("value", ""))
    return cells, _geometry_of(placemark)


def _geometry_of(placemark: ET.Element) -> dict[str, Any] | None:
    parts = list(_geometries(placemark))
    if len(parts) > 1:
        return {"type": "GeometryCollection", "geometries": parts}
    return parts[0] if parts else None


def _geometries(placemark: ET.Element) -> Iterator[dict[str, Any]]:
    polygons = [
        [
            _positions(ring.findtext("LinearRing/coordinates", ""))
            for ring in polygon
            if "oundaryIs" in ring.tag
        ]
        for polygon in placemark.iter("Polygon")
    ]
    if polygons:
        yield {"type": "MultiPolygon", "coordinates": polygons}
    for point in placemark.iter("Point"):
        for position in _positions(point.findtext("coordinates", ""))[:1]:
            yield {"type": "Point", "coordinates": position}
    for tag in ("LineString", "Track"):
        for _ in placemark.iter(tag):
            yield {"type": "LineString", "coordinates": []}


def _positions(text: str) -> list[list[float]]:
    try:
        return [[float(number) for number in each.split(",")[:2]] for each in text.split()]
    except ValueError:
        return []


def read_gpx(file: str, data: bytes) -> Sheet:
    """Return a row for each waypoint (GPX 1.1); of a track or route, its name and its time."""
    root = _read_root(file, data)
    return collect(file, _waypoints(root), clean(root.findtext("metadata/name", "")))


def _waypoints(root: ET.Element) -> Iterator[CellsAndGeometry]:
    for each in root:
        if each.tag not in {"wpt", "trk", "rte"}:
            continue
        moments = [time.text or "" for time in each.iter("time")]
        cells = {
            "name": clean(each.findtext("name", "")),
            "description": clean(each.findtext("desc") or each.findtext("cmt") or ""),
            "start": moments[0] if moments else "",
            "end": moments[-1] if len(moments) > 1 else "",
        }
        for extension in each.iterfind("extensions//*"):
            if not len(extension):
                cells.setdefault(extension.tag, clean(extension.text or ""))
        if each.tag == "wpt":
            points = _positions(f"{each.get('lon', '')},{each.get('lat', '')}")
            yield cells, {"type": "Point", "coordinates": points[0]} if points else None
        else:
            yield cells, {"type": "LineString", "coordinates": []}
