"""KML 2.2 (OGC 07-147r2), for Google Earth and other globes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from types import NoneType
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element, SubElement

from statement_map.exporting.geometry import Geometry, Shape
from statement_map.exporting.rows import (
    HALF_OPEN,
    EventAtPlace,
    Scalar,
    attributions,
    tell_rows,
    write_answer,
)
from statement_map.exporting.source import ExportSource
from statement_map.language import Language, languages
from statement_map.model import Statement
from statement_map.timeline import Grade, Interval

_NAMESPACES = {
    "xmlns": "http://www.opengis.net/kml/2.2",
    "xmlns:atom": "http://www.w3.org/2005/Atom",
}
_TYPES = {int: "int", float: "double"}
_FILL, _LINE, _SOFT_LINE = "59a0522d", "ffa0522d", "40a0522d"
"""Opacity, blue, green, red (KML 2.2, kml:colorType): a blue that shows on pictures of land."""

_WIDTHS = {
    Grade.STATED: "3",
    Grade.BOUNDED: "2",
    Grade.GIVEN: "2",
    Grade.SUGGESTED: "1",
    Grade.NONE: "1",
}
_SOFT_WIDTH = "12"


def export(source: ExportSource) -> bytes:
    """Return a Placemark for each event at each of its places, without a geometry for no place.

    A date is a TimeSpan, of one day too: it means "some time within". Without a date there is
    none, and a globe shows the Placemark at all times; ``date_grade`` tells what each rests on.
    """
    root = Element("kml", _NAMESPACES)
    document = SubElement(root, "Document")
    _describe(document, source)
    rows = list(tell_rows(source))
    _add_schema(document, rows)
    for row in rows:
        _add_placemark(document, row, source.atlas.statement)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _add(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text


def _describe(document: Element, source: ExportSource) -> None:
    """Say who states all this, and let a balloon show our own, escaped text alone.

    The usual balloon puts names and data into HTML as they are, which would run what they hold.
    """
    statement = source.atlas.statement
    _add(document, "name", statement.title.read("en"))
    if statement.issuer:
        _add(SubElement(document, "atom:author"), "atom:name", statement.issuer.read("en"))
    if statement.url:
        SubElement(document, "atom:link", href=statement.url)
    told = [*attributions(source).values(), *filter(None, [statement.url])]
    licences = [language.words("share-licence") for language in languages().values()]
    _add(document, "description", "".join(f"<p>{_html(line)}</p>" for line in told + licences))
    for grade in Grade:
        for is_soft in (False, True):
            _add_style(document, grade, is_soft)


def _add_style(document: Element, grade: Grade, is_soft: bool) -> None:
    """Add how lines and areas look: only what the text states is filled.

    A soft area has a wide, faint edge. Without a style a globe fills every area, opaque and white.
    """
    style = SubElement(document, "Style", id=_style_name(grade, is_soft))
    line = SubElement(style, "LineStyle")
    _add(line, "color", _SOFT_LINE if is_soft else _LINE)
    _add(line, "width", _SOFT_WIDTH if is_soft else _WIDTHS[grade])
    area = SubElement(style, "PolyStyle")
    _add(area, "color", _FILL)
    _add(area, "fill", "1" if grade is Grade.STATED else "0")
    _add(SubElement(style, "BalloonStyle"), "text", "$[description]")


def _style_name(grade: Grade, is_soft: bool) -> str:
    return f"{grade.value}-soft" if is_soft else grade.value


def _data(row: EventAtPlace) -> Mapping[str, Scalar]:
    """Return the values of ``row`` as each program reads them: a boolean as a word.

    GDAL 3.6 reads ``true`` as 0, and JavaScript's Boolean takes ``false`` and ``0`` for true.
    The half-open ends are left to the TimeSpan, whose ``end`` GDAL calls by the same name.
    """
    values = ((key, value) for key, value in row.values.items() if key not in HALF_OPEN)
    return {key: write_answer(value) for key, value in values}


def _add_schema(document: Element, rows: Iterable[EventAtPlace]) -> None:
    """Say which data a row can have: programs go by this, and not by what the first row has."""
    schema = SubElement(document, "Schema", name="row", id="row")
    types: dict[str, type] = {}
    for row in rows:
        for key, value in _data(row).items():
            if types.get(key, NoneType) is NoneType:
                types[key] = type(value)
    for key, type_ in types.items():
        SubElement(schema, "SimpleField", name=key, type=_TYPES.get(type_, "string"))


def _add_placemark(document: Element, row: EventAtPlace, statement: Statement) -> None:
    placemark = SubElement(document, "Placemark")
    title = row.event.title.read("en")
    _add(placemark, "name", f"{title}: {row.place.names.read('en')}" if row.place else title)
    _add(placemark, "description", "".join(_describe_row(row, statement)))
    if row.interval:
        _add_time(placemark, row.interval)
    is_soft = row.values["shape"] == Shape.SOFT_AREA
    _add(placemark, "styleUrl", f"#{_style_name(row.grade, is_soft)}")
    data = SubElement(SubElement(placemark, "ExtendedData"), "SchemaData", schemaUrl="#row")
    for key, value in _data(row).items():
        if value is not None:
            SubElement(data, "SimpleData", name=key).text = str(value)
    if row.geometry:
        _add_geometry(placemark, row.geometry)


def _describe_row(row: EventAtPlace, statement: Statement) -> Iterator[str]:
    """Yield the HTML of a balloon, in each language of the interface."""
    for code, language in languages().items():
        where = row.place.names.read(code) if row.place else language.words("no-place")
        facts = (
            f"{language.words('date')}: {_date(row, language)}",
            f"{language.words('places')}: {where}",
            f"{language.words('paragraph')}: {row.values['paragraph']}",
            f"{language.words('published-in')}: {language.publisher(statement)}",
            *(() if row.event.reviewed else (language.words("not-reviewed"),)),
        )
        yield f"<h3>{_html(row.event.title.read(code))}</h3>"
        yield f"<p>{_html(row.event.text.read(code))}</p>"
        yield f"<p>{'<br>'.join(map(_html, facts))}</p>"
        yield f"<p><b>{_html(str(row.values[f'attribution_{code}']))}</b></p>"
    if statement.url:
        yield f'<p><a href="{_html(statement.url)}">{_html(statement.url)}</a></p>'


def _date(row: EventAtPlace, language: Language) -> str:
    event = row.event
    when = language.when(event.when, row.interval, throughout=event.throughout)
    if row.grade is Grade.NONE:
        return when
    return f"{when} ({language.words(f'look-{row.grade.value}')})"


def _html(text: str) -> str:
    """Escape ``text`` for a description, which is HTML in which ``$[name]`` is replaced."""
    return escape(text).replace("$[", "$&#91;")


def _add_time(placemark: Element, interval: Interval) -> None:
    span = SubElement(placemark, "TimeSpan")
    if interval.start:
        _add(span, "begin", str(interval.start))
    if interval.end:
        _add(span, "end", str(interval.end))


def _add_geometry(parent: Element, geometry: Geometry) -> None:
    match geometry["type"]:
        case "Point":
            points = _coordinates([geometry["coordinates"]])
            _add(SubElement(parent, "Point"), "coordinates", points)
        case "Polygon":
            _add_polygon(parent, geometry["coordinates"])
        case "MultiPolygon":
            several = SubElement(parent, "MultiGeometry")
            for polygon in geometry["coordinates"]:
                _add_polygon(several, polygon)
        case "GeometryCollection":
            several = SubElement(parent, "MultiGeometry")
            for part in geometry["geometries"]:
                _add_geometry(several, part)


def _add_polygon(parent: Element, rings: list[list[list[float]]]) -> None:
    polygon = SubElement(parent, "Polygon")
    for number, ring in enumerate(rings):
        boundary = SubElement(polygon, "innerBoundaryIs" if number else "outerBoundaryIs")
        _add(SubElement(boundary, "LinearRing"), "coordinates", _coordinates(ring))


def _coordinates(points: list[list[float]]) -> str:
    return " ".join(f"{lon},{lat}" for lon, lat, *_ in points)
