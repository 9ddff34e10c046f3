"""From a GeoJSON geometry to a point, or to an outline of boundaries.geojson."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MOST = len(_LETTERS) ** 3
_OWN = "XA-"
_DECIMALS = 5
"""Of degrees: the last one is a metre."""

_NAME_ZOOM = 5.0
"""From this zoom on the map writes an outline's name, as those of middling regions."""


class Areas:
    """The outlines of a file, as features of boundaries.geojson.

    ISO 3166-1 leaves ``XA`` to its users, so that no country is meant by their ids; those ``taken``
    are of other outlines.
    """

    def __init__(self, taken: Collection[str] = ()) -> None:
        self.features: list[dict[str, Any]] = []
        self._ids: dict[str, str] = {}
        self._free = (id_ for n in range(1, _MOST) if (id_ := f"{_OWN}{_base_36(n)}") not in taken)

    def locate(self, geometry: Mapping[str, Any]) -> tuple[tuple[float, float] | None, str | None]:
        """Return the point of ``geometry`` as lat and lon, or the id of its outline.

        Raises a ValueError for what is neither, such as a line.
        """
        match geometry:
            case {"type": "Point", "coordinates": [lon, lat, *_]}:
                return self.point(float(lon), float(lat)), None
            case {"type": "MultiPoint", "coordinates": [[lon, lat, *_]]}:
                return self.point(float(lon), float(lat)), None
            case {"type": "MultiPoint", "coordinates": list() as points}:
                raise ValueError(f"is several places; found {len(points)} points; write each alone")
            case {"type": "Polygon", "coordinates": list() as rings}:
                return None, self._outline([rings])
            case {"type": "MultiPolygon", "coordinates": list() as polygons}:
                return None, self._outline(polygons)
            case {"type": "GeometryCollection", "geometries": list() as parts}:
                return self._collection(parts)
        raise ValueError(f"is neither a point nor an area; found {str(geometry.get('type'))!r}")

    def _collection(self, parts: list[Any]) -> tuple[tuple[float, float] | None, str | None]:
        polygons: list[Any] = []
        for part in parts:
            match part:
                case {"type": "Polygon", "coordinates": rings}:
                    polygons.append(rings)
                case {"type": "MultiPolygon", "coordinates": list() as own}:
                    polygons += own
        if polygons:
            return None, self._outline(polygons)
        if len(parts) == 1 and isinstance(parts[0], Mapping):
            return self.locate(parts[0])
        raise ValueError(
            f"is several places; found {len(parts)} geometries without an area; write each alone"
        )

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """Return a point as lat and lon in WGS 84 degrees; raises a ValueError if it is nowhere."""
        if not (abs(lat) <= 90 and abs(lon) <= 180):
            raise ValueError(f"lies nowhere on earth; found lat {lat:g}, lon {lon:g}")
        if lat == 0 and lon == 0:
            raise ValueError("lies at 0, 0; found no point that is known")
        return round(lat, _DECIMALS), round(lon, _DECIMALS)

    def _outline(self, polygons: list[Any]) -> str:
        rings = [[[_position(each) for each in ring] for ring in rings] for rings in polygons]
        positions = [each for polygon in rings for ring in polygon for each in ring]
        if not positions or not all(ring for polygon in rings for ring in polygon):
            raise ValueError("is an area without a border; found no positions")
        key = repr(rings)
        if key not in self._ids:
            if (id_ := next(self._free, None)) is None:
                raise ValueError(f"is one area too many; found more than {_MOST - 1}")
            self._ids[key] = id_
            lons, lats = zip(*positions, strict=True)
            self.features.append(
                {
                    "type": "Feature",
                    "id": id_,
                    "properties": {
                        "kind": "region",
                        "name_en": id_,
                        "label_lat": (min(lats) + max(lats)) / 2,
                        "label_lon": (min(lons) + max(lons)) / 2,
                        "label_zoom": _NAME_ZOOM,
                    },
                    "geometry": {"type": "MultiPolygon", "coordinates": rings},
                }
            )
        return self._ids[key]

    def name(self, id_: str, name: str) -> None:
        """Call an outline what its place is called."""
        feature = next(each for each in self.features if each["id"] == id_)
        feature["properties"]["name_en"] = name


def is_own_outline(id_: str) -> bool:
    """Return whether an outline is no country's and no region's, but somebody's own."""
    return id_.startswith(_OWN)


def _position(value: Any) -> list[float]:
    """Return lon and lat as numbers with a point in them, without an altitude."""
    lon, lat = (round(float(each), _DECIMALS) for each in value[:2])
    if not (abs(lat) <= 90 and abs(lon) <= 180):
        raise ValueError(f"lies nowhere on earth; found lat {lat:g}, lon {lon:g}")
    return [lon, lat]


def _base_36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, len(_LETTERS))
        digits = _LETTERS[rest] + digits
    return digits
