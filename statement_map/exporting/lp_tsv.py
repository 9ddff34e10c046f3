"""LP-TSV 0.5 (25 June 2024): the places alone, for gazetteers.

https://github.com/LinkedPasts/linked-places-format/blob/main/tsv_0.5.md. Fields stand between tabs
and have no quotation marks; several values of one are separated by semicolons. What the statement
tells of a place is no attribute of it and stays out: only where it names the place is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from statement_map.exporting.geometry import Geometry, geometry_of
from statement_map.exporting.linked_places import CLASSES, country_codes, identify, matches
from statement_map.exporting.rows import attributions
from statement_map.exporting.source import ExportSource
from statement_map.exporting.spreadsheet import as_text
from statement_map.model import Place, Statement

COLUMNS = (
    *("id", "title", "title_source", "fclasses", "attestation_year", "title_uri", "ccodes"),
    *("matches", "variants", "types", "parent_name", "parent_id", "lon", "lat", "geowkt"),
    *("geo_source", "approximation", "description"),
)


def export(source: ExportSource) -> bytes:
    """Return a row for each place, in the order of their file."""
    rows = (_row(place, source) for place in source.atlas.places.values())
    lines = [COLUMNS, *([row.get(column, "") for column in COLUMNS] for row in rows)]
    return "".join("\t".join(line) + "\n" for line in lines).encode()


def _row(place: Place, source: ExportSource) -> dict[str, str]:
    statement = source.atlas.statement
    parent = source.atlas.places[place.part_of] if place.part_of else None
    geometry = geometry_of(place, source)
    row = {
        "id": place.id,
        "title": _cell(place.names.read("en")),
        "title_source": _cell("; ".join(_source(statement))),
        "fclasses": CLASSES[place.kind],
        "attestation_year": _year(statement),
        "title_uri": _cell(statement.url or ""),
        "ccodes": ";".join(country_codes(place, source.atlas.places)),
        "matches": ";".join(matches(place)),
        "variants": _cell(";".join(_variants(place))),
        "types": place.kind.value,
        "parent_name": _cell(parent.names.read("en")) if parent else "",
        "parent_id": identify(statement, "place", parent.id) if parent else "",
        "geo_source": _cell(place.source or "") if geometry else "",
        "description": _cell(" ".join(_describe(place, source))),
    }
    if geometry is None:
        return row
    if geometry["type"] == "Point":
        lon, lat = map(str, geometry["coordinates"])
        radius = f"{place.radius_km:g}" if place.radius_km else ""
        return row | {"lon": lon, "lat": lat, "approximation": radius}
    return row | {"geowkt": write_wkt(geometry)}


def _source(statement: Statement) -> Iterator[str]:
    for text in (statement.issuer, statement.title, statement.publisher):
        if text:
            yield text.read("en")


def _year(statement: Statement) -> str:
    """Return the year of the text, else the last in which it can have been published."""
    day = statement.published.start or statement.published.end
    return str(day.year) if day else ""


def _variants(place: Place) -> Iterator[str]:
    for code, name in place.names.root.items():
        yield f"{name.replace(';', ',')}@{code}"


def _describe(place: Place, source: ExportSource) -> Iterator[str]:
    named = {
        number
        for event in source.atlas.events
        if any(mention.id == place.id for mention in event.places)
        for number in event.paragraphs
    }
    if named:
        yield f"Named in paragraphs {', '.join(map(str, sorted(named)))}."
    if place.notes:
        yield place.notes.read("en")
    yield attributions(source)["en"]


def _cell(text: str) -> str:
    """Return ``text`` on one line, for a spreadsheet no formula."""
    return as_text(re.sub(r"\s+", " ", text).strip())


def write_wkt(geometry: Geometry) -> str:
    """Return ``geometry`` as well-known text (OGC 06-103r4, 7.2), longitude first."""
    name = geometry["type"].upper()
    if name == "GEOMETRYCOLLECTION":
        return f"{name}({','.join(map(write_wkt, geometry['geometries']))})"
    return f"{name}{_positions(geometry['coordinates'])}"


def _positions(coordinates: list[Any]) -> str:
    """Return nested lists in brackets, and each position as its numbers with a blank between."""
    if not isinstance(coordinates[0], list):
        return " ".join(map(str, coordinates))
    return f"({','.join(map(_positions, coordinates))})"
