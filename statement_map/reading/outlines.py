"""From boundaries.geojson to its outlines: the shapes of countries, regions and waters."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import isfinite
from typing import Annotated, Any, Literal, NoReturn, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from statement_map.errors import DataError
from statement_map.fields import CONTROL, Words
from statement_map.model import Text
from statement_map.reading.files import Content, File, read_bytes, read_text
from statement_map.reading.messages import explain, quoted

_POSITION = "write lon and lat in degrees, such as [76.95, 43.24]"


@dataclass(frozen=True, slots=True)
class Extent:
    """The bounding box of an outline, in WGS 84 degrees; its edges belong to it."""

    south: float
    west: float
    north: float
    east: float

    def has(self, lat: float, lon: float) -> bool:
        """Whether a point lies in it."""
        return self.south <= lat <= self.north and self.west <= lon <= self.east


Extents: TypeAlias = Mapping[str, Extent | None]
"""How far each outline reaches, by its id; None where the outline has a fault."""


@dataclass(frozen=True)
class Outlines:
    """What a boundaries.geojson holds, parsed once for whoever needs it.

    ``data`` is the file as it was written, ``collection`` its FeatureCollection. ``extents`` say
    how far each outline reaches, which places are checked with.
    """

    data: bytes = field(repr=False)
    collection: Mapping[str, Any] = field(repr=False, compare=False)
    extents: Extents = field(repr=False, compare=False)

    @cached_property
    def names(self) -> Mapping[str, Text]:
        """The names of the outlines that a place may have, by id."""
        return {
            feature["id"]: Text(dict(_names(feature["properties"])))
            for feature in self.collection["features"]
            if feature["properties"]["kind"] != "water"
        }


NO_OUTLINES = Outlines(b"", {"type": "FeatureCollection", "features": []}, {})


def _names(properties: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, name in properties.items():
        found = re.fullmatch("name_([a-z]{2})", key)
        if found and isinstance(name, str) and name.strip() and not CONTROL.search(name):
            yield found[1], name


class _Label(BaseModel):
    """What the map needs to name an outline, and cannot do without."""

    model_config = ConfigDict(frozen=True, strict=True)

    kind: Literal["country", "region", "city", "water"]
    name_en: Words
    label_lat: Annotated[float, Field(ge=-90, le=90)]
    label_lon: Annotated[float, Field(ge=-180, le=180)]
    label_zoom: float


def read_outlines(path: File, errors: list[DataError]) -> Outlines | None:
    """Return the outlines in the file at ``path``, None if it cannot be read."""
    file = str(path)
    if (data := read_bytes(path, errors)) is None:
        return None
    if (text := read_text(Content(file, data), errors)) is None:
        return None
    if (collection := _parse(file, text, errors)) is None:
        return None
    return Outlines(data, collection, _extents(file, collection["features"], errors))


def write_outlines(collection: Mapping[str, Any], extents: Extents) -> Outlines:
    """Return the outlines of a ``collection`` that was made here, and how far they reach."""
    written = json.dumps(collection, ensure_ascii=False, separators=(",", ":"))
    return Outlines(written.encode(), collection, extents)


def _extents(file: str, features: list[Any], errors: list[DataError]) -> Extents:
    ids = [feature.get("id") if isinstance(feature, dict) else None for feature in features]
    errors += _id_faults(file, ids)
    extents: dict[str, Extent | None] = {}
    for position, (id_, feature) in enumerate(zip(ids, features, strict=True)):
        if not id_ or not isinstance(id_, str):
            continue
        where = f"features[{position}]"
        faults = list(_label_faults(feature))
        extents[id_] = None
        try:
            extents[id_] = _extent(feature.get("geometry"))
        except ValueError as error:
            faults.append(("geometry", str(error)))
        errors += [DataError(file, None, f"{where}.{name}", fault) for name, fault in faults]
    return extents


def _parse(file: str, text: str, errors: list[DataError]) -> dict[str, Any] | None:
    """Return what browsers would take for the collection in ``text``, None if there is none."""

    def refuse(constant: str) -> NoReturn:
        raise ValueError(f"holds what is no number in JSON; found {constant}; write digits")

    def number(digits: str) -> float:
        if not isfinite(value := float(digits)):
            raise ValueError(f"holds too large a number; found {quoted(digits)}; write degrees")
        return value

    def whole(digits: str) -> int:
        number(digits)
        return int(digits)

    line, where = None, ""
    try:
        collection = json.loads(text, parse_int=whole, parse_float=number, parse_constant=refuse)
    except json.JSONDecodeError as error:
        line = error.lineno
        fault = f"is not JSON; found {error.msg!r} in column {error.colno}; correct it"
    except RecursionError:
        fault = "is nested too deeply; found more levels than GeoJSON has; write GeoJSON"
    except ValueError as error:
        fault = str(error)
    else:
        if isinstance(collection, dict) and isinstance(collection.get("features"), list):
            return collection
        where = "features"
        fault = "is not a FeatureCollection; found no list of features; write GeoJSON"
    errors.append(DataError(file, line, where, fault))
    return None


def _id_faults(file: str, ids: list[Any]) -> Iterator[DataError]:
    seen: dict[str, int] = {}
    for position, id_ in enumerate(ids):
        where = f"features[{position}].id"
        if not isinstance(id_, str) or not id_:
            fault = f"is not text; found {quoted(id_)}; write the id of the outline"
            yield DataError(file, None, where, fault)
        elif (first := seen.setdefault(id_, position)) != position:
            fault = f"is taken; found {id_!r} in features[{first}] too; write another"
            yield DataError(file, None, where, fault)


def _label_faults(feature: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    try:
        _Label.model_validate(feature.get("properties"))
    except ValidationError as error:
        for loc, fault in explain(error, _Label):
            yield ".".join(("properties", *map(str, loc))), fault


def _extent(geometry: Any) -> Extent:
    """Return how far a ``geometry`` reaches; a ValueError says what is wrong with it."""
    positions = list(_positions(geometry))
    lons, lats = zip(*positions, strict=True)
    return Extent(min(lats), min(lons), max(lats), max(lons))


def _positions(geometry: Any) -> Iterator[tuple[float, float]]:
    """Yield all positions of a polygon or several: lon before lat, as GeoJSON has them."""
    match geometry:
        case {"type": "Polygon", "coordinates": rings}:
            polygons = [rings]
        case {"type": "MultiPolygon", "coordinates": polygons}:
            pass
        case {"type": kind}:
            raise ValueError(
                f"has the wrong type; found {quoted(kind)}; write 'Polygon' or 'MultiPolygon'"
            )
        case _:
            raise ValueError(
                f"is no outline; found {quoted(geometry)}; write a type and its coordinates"
            )
    for polygon in _filled(polygons):
        for ring in _filled(polygon):
            for position in _filled(ring):
                match position:
                    case [int() | float(), int() | float()] if bool in map(type, position):
                        raise ValueError(f"is no position; found {quoted(position)}; {_POSITION}")
                    case [int() | float() as lon, int() | float() as lat] if (
                        abs(lon) <= 180 and abs(lat) <= 90
                    ):
                        yield lon, lat
                    case [int() | float() as lon, int() | float() as lat]:
                        raise ValueError(
                            f"lies nowhere on earth; found [{lon:g}, {lat:g}]; {_POSITION}"
                        )
                    case _:
                        raise ValueError(f"is no position; found {quoted(position)}; {_POSITION}")


def _filled(value: Any) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise ValueError(f"has a ring without positions; found {quoted(value)}; {_POSITION}")
    return value
