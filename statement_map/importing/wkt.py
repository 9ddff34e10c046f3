"""Well-known text, as gazetteers and spatial databases write geometry (OGC 06-103r4, 7.2)."""

from __future__ import annotations

import json
import re
from typing import Any

_NAMES = {
    name.upper(): name
    for name in (
        *("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"),
        "GeometryCollection",
    )
}
_WHOLE = re.compile(r"\s*(?:SRID=(\d+);)?\s*([A-Z]+)\s*(?:ZM|Z|M)?\s*(\(.*\))\s*", re.DOTALL)
_PART = re.compile(r"[A-Z]{5,}\s*(?:ZM|Z|M)?\s*\([^A-DF-Z]*\)")
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:E[-+]?\d+)?"
_POSITION = re.compile(rf"({_NUMBER})\s+({_NUMBER})(?:\s+{_NUMBER})*")
_DEEPEST = 3  # a ring in a polygon in a MultiPolygon
_WGS_84 = "4326"


def read_wkt(text: str) -> dict[str, Any]:
    """Return the geometry as GeoJSON has it: longitude first, altitudes and measures left out.

    Raises a ValueError for what is none, or not in WGS 84 degrees.
    """
    found = _WHOLE.fullmatch(text.upper())
    if found is None or found[2] not in _NAMES:
        raise ValueError(f"is no well-known text; found {text[:30]!r}")
    if found[1] not in {None, _WGS_84}:
        raise ValueError(f"is not in WGS 84; found SRID {found[1]}")
    if found[2] == "GEOMETRYCOLLECTION":
        parts = _PART.findall(found[3][1:-1])
        return {"type": _NAMES[found[2]], "geometries": [read_wkt(part) for part in parts]}
    return {"type": _NAMES[found[2]], "coordinates": _coordinates(found[2], found[3], text)}


def _coordinates(name: str, brackets: str, text: str) -> Any:
    """Return nested lists for nested brackets; a point has its position without any."""
    is_deep = "(" * (_DEEPEST + 1) in re.sub(r"\s", "", brackets)
    if is_deep or re.search(r"\d", _POSITION.sub("", brackets)):
        raise ValueError(f"is no well-known text; found {text[:30]!r}")
    listed = _POSITION.sub(lambda each: f"[{float(each[1])!r},{float(each[2])!r}]", brackets)
    try:
        read = json.loads(listed.translate(str.maketrans("()", "[]")))
    except (json.JSONDecodeError, RecursionError):
        raise ValueError(f"is no well-known text; found {text[:30]!r}") from None
    return read[0] if name == "POINT" else read
