"""The picture that other pages show beside a link to the map, as PNG: they take no SVG.

There are no words in it, which need fonts for every script; they stand beside it. It is about no
day, so nothing is filled: marks are rings, what has an outline has a line, and what has no border
of its own has dots.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from statement_map.exporting.geometry import Geometry, geometry_of
from statement_map.exporting.picture.names import XY
from statement_map.exporting.picture.projection import (
    MAP_HEIGHT_PX,
    WIDTH_PX,
    Projection,
    rings,
)
from statement_map.exporting.source import ExportSource
from statement_map.model import PlaceKind

HEIGHT_PX = 630
"""With 1200 px of width what the Open Graph protocol's readers show whole."""

_FINE = 2
"""Drawn so many times as large, and made smaller, which makes the lines smooth."""

_SEA, _LAND, _BORDER, _WATER, _MARK = "#d7e6ee", "#fbfaf6", "#b9b2a3", "#c3dbe8", "#b3400a"
_RADIUS_PX, _LINE_PX = 11, 5
_DOT_PX, _APART_PX = 2, 12


def draw_preview(source: ExportSource) -> bytes:
    """Return the PNG: all places that have one on a map, on the outlines of the land."""
    drawn = list(_drawn(source))
    project = Projection([geometry for _, geometry in drawn] or [_NOWHERE])
    image = Image.new("RGB", (WIDTH_PX * _FINE, MAP_HEIGHT_PX * _FINE), _SEA)
    draw = ImageDraw.Draw(image)
    for kind, fill in (("country", _LAND), ("region", None), ("water", _WATER)):
        for line in _lines(source, kind, project):
            draw.polygon(line, fill=fill, outline=_BORDER, width=_FINE)
    for kind, geometry in drawn:
        lines = [[_large(project(lat, lon)) for lat, lon in ring] for ring in rings(geometry)]
        if kind is PlaceKind.AREA:
            _draw_dots(image, lines)
            continue
        for line in lines:
            if len(line) > 1:
                draw.line(line, fill=_MARK, width=_LINE_PX * _FINE, joint="curve")
    for kind, geometry in drawn:
        if geometry["type"] == "Point" and kind is not PlaceKind.AREA:
            _draw_mark(draw, geometry, project)
    small = image.resize((WIDTH_PX, MAP_HEIGHT_PX), Image.Resampling.LANCZOS)
    top = (MAP_HEIGHT_PX - HEIGHT_PX) // 2
    stream = BytesIO()
    small.crop((0, top, WIDTH_PX, top + HEIGHT_PX)).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _drawn(source: ExportSource) -> Iterator[tuple[PlaceKind, Geometry]]:
    """Yield what is drawn, wide things first; countries only where there is nothing else."""
    every = [
        (place.kind, geometry)
        for place in source.atlas.places.values()
        if place.kind is not PlaceKind.GROUP and (geometry := geometry_of(place, source))
    ]
    narrow = [each for each in every if each[0] is not PlaceKind.COUNTRY]
    yield from sorted(narrow or every, key=lambda each: each[1]["type"] == "Point")


def _lines(source: ExportSource, kind: str, project: Projection) -> Iterator[list[XY]]:
    """Yield the rings of one kind of outline that may lie in the picture, the largest first."""
    lines = [
        [_large(project(lat, lon)) for lat, lon in ring]
        for feature in source.boundaries["features"]
        if feature["geometry"] and feature["properties"].get("kind") == kind
        for ring in rings(feature["geometry"])
    ]
    yield from sorted(filter(_touches, lines), key=_extent, reverse=True)


def _touches(line: Sequence[XY]) -> bool:
    xs, ys = zip(*line, strict=True)
    width, height = WIDTH_PX * _FINE, MAP_HEIGHT_PX * _FINE
    return max(xs) > 0 and min(xs) < width and max(ys) > 0 and min(ys) < height and len(line) > 1


def _extent(line: Sequence[XY]) -> float:
    xs, ys = zip(*line, strict=True)
    return float((max(xs) - min(xs)) * (max(ys) - min(ys)))


def _large(spot: XY) -> XY:
    return spot[0] * _FINE, spot[1] * _FINE


def _draw_dots(image: Image.Image, lines: Sequence[Sequence[XY]]) -> None:
    """Draw dots where an area lies, without an edge."""
    area = Image.new("1", image.size)
    within = ImageDraw.Draw(area)
    for line in lines:
        if len(line) > 1:
            within.polygon(line, fill=1)
    draw, reach = ImageDraw.Draw(image), _DOT_PX * _FINE
    for x in range(0, image.width, _APART_PX * _FINE):
        for y in range(0, image.height, _APART_PX * _FINE):
            if area.getpixel((x, y)):
                draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=_MARK)


def _draw_mark(draw: ImageDraw.ImageDraw, geometry: Geometry, project: Projection) -> None:
    lon, lat, *_ = geometry["coordinates"]
    x, y = _large(project(lat, lon))
    reach = _RADIUS_PX * _FINE
    box = (x - reach, y - reach, x + reach, y + reach)
    draw.ellipse(box, fill="#fff", outline=_MARK, width=_LINE_PX * _FINE)


_NOWHERE: Geometry = {"type": "Point", "coordinates": [0, 0]}
