"""From boundaries.geojson to the ids of its outlines and how far each of them reaches."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Annotated, Any, Literal, NoReturn, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from statement_map.errors import DataError
from statement_map.fields import Words
from statement_map.reading.files import File, read_text
from statement_map.reading.messages import explain, quoted

_POSITION = "write lon and lat in degrees, such as [76.95, 43.24]"


@dataclass(frozen=True, slots=True)
class Box:
    """The smallest rectangle around an outline, in WGS 84 degrees; its edges belong to it."""

    south: float
    west: float
    north: float
    east: float

    def has(self, lat: float, lon: float) -> bool:
        """Whether a point lies in it."""
        return self.south <= lat <= self.north and self.west <= lon <= self.east


Boxes: TypeAlias = Mapping[str, Box | None]
"""How far each outline reaches, by its id; None where the outline has a fault."""


class _Label(BaseModel):
    """What the map needs to name an outline, and cannot do without."""

    model_config = ConfigDict(frozen=True, strict=True)

    kind: Literal["country", "region", "city", "water"]
    name_en: Words
    label_lat: Annotated[float, Field(ge=-90, le=90)]
    label_lon: Annotated[float, Field(ge=-180, le=180)]
    label_zoom: float


def read_boundaries(path: File, errors: list[DataError]) -> Boxes | None:
    """Return how far each outline in the file at ``path`` reaches, None if it cannot be read."""
    if (text := read_text(path, errors)) is None:
        return None
    file = str(path)
    if (features := _features(file, text, errors)) is None:
        return None
    ids = [feature.get("id") if isinstance(feature, dict) else None for feature in features]
    errors += _id_faults(file, ids)
    boxes: dict[str, Box | None] = {}
    for position, (id_, feature) in enumerate(zip(ids, features, strict=True)):
        if not id_ or not isinstance(id_, str):
            continue
        field = f"features[{position}]"
        faults = list(_label_faults(feature))
        boxes[id_] = None
        try:
            boxes[id_] = _box(feature.get("geometry"))
        except ValueError as error:
            faults.append(("geometry", str(error)))
        errors += [DataError(file, None, f"{field}.{name}", fault) for name, fault in faults]
    return boxes


def _features(file: str, text: str, errors: list[DataError]) -> list[Any] | None:
    """Return what browsers would take for the features in ``text``, None if there are none."""

    def refuse(constant: str) -> NoReturn:
        raise ValueError(f"holds what is no number in JSON; found {constant}; write digits")

    def number(digits: str) -> float:
        if not isfinite(value := float(digits)):
            raise ValueError(f"holds too large a number; found {quoted(digits)}; write degrees")
        return value

    line, field = None, ""
    try:  # int() refuses very long numbers
        collection = json.loads(text, parse_int=number, parse_float=number, parse_constant=refuse)
    except json.JSONDecodeError as error:
        line = error.lineno
        fault = f"is not JSON; found {error.msg!r} in column {error.colno}; correct it"
    except RecursionError:
        fault = "is nested too deeply; found more levels than GeoJSON has; write GeoJSON"
    except ValueError as error:
        fault = str(error)
    else:
        features = collection.get("features") if isinstance(collection, dict) else None
        if isinstance(features, list):
            return features
        field = "features"
        fault = "is not a FeatureCollection; found no list of features; write GeoJSON"
    errors.append(DataError(file, line, field, fault))
    return None


def _id_faults(file: str, ids: list[Any]) -> Iterator[DataError]:
    seen: dict[str, int] = {}
    for position, id_ in enumerate(ids):
        field = f"features[{position}].id"
        if not isinstance(id_, str) or not id_:
            fault = f"is not text; found {quoted(id_)}; write the id of the outline"
            yield DataError(file, None, field, fault)
        elif (first := seen.setdefault(id_, position)) != position:
            fault = f"is taken; found {id_!r} in features[{first}] too; write another"
            yield DataError(file, None, field, fault)


def _label_faults(feature: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    try:
        _Label.model_validate(feature.get("properties"))
    except ValidationError as error:
        for loc, fault in explain(error, _Label):
            yield ".".join(("properties", *map(str, loc))), fault


def _box(geometry: Any) -> Box:
    """Return the box around a ``geometry``; a ValueError says what is wrong with it."""
    positions = list(_positions(geometry))
    lons, lats = zip(*positions, strict=True)
    return Box(min(lats), min(lons), max(lats), max(lons))


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
                    case [float(lon), float(lat)] if abs(lon) <= 180 and abs(lat) <= 90:
                        yield lon, lat
                    case [float(lon), float(lat)]:
                        raise ValueError(
                            f"lies nowhere on earth; found [{lon:g}, {lat:g}]; {_POSITION}"
                        )
                    case _:
                        raise ValueError(f"is no position; found {quoted(position)}; {_POSITION}")


def _filled(value: Any) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise ValueError(f"has a ring without positions; found {quoted(value)}; {_POSITION}")
    return value
