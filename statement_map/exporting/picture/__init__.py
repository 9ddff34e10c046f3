"""The picture of one step, as SVG: for slides, worksheets and articles.

It is drawn here and not taken from the browser's map, so that the command line can make it too.
States differ in shape and line as they do on the map (``map_view/assets/map.css``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from textwrap import wrap
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element, SubElement

from statement_map.exporting.geometry import Geometry, geometry_of
from statement_map.exporting.picture.marks import draw_marks
from statement_map.exporting.picture.projection import (
    MAP_HEIGHT_PX,
    MARGIN_PX,
    WIDTH_PX,
    Projection,
    path_of,
)
from statement_map.exporting.picture.step import Step, shown
from statement_map.exporting.rows import attributions
from statement_map.exporting.source import ExportSource
from statement_map.language import Language
from statement_map.model import Event, PlaceKind
from statement_map.timeline import Grade, State

_LINE_PX, _LINE_LETTERS = 24, 138
_NAMES_MOST = 40
"""More places than these in one state are counted, not named."""

_STYLE = (Path(__file__).parent / "assets" / "picture.css").read_text(encoding="utf-8")


def draw_step(
    source: ExportSource, language: Language, day: date | None, event: Event | None
) -> bytes:
    """Return the SVG of ``day``, with the places of ``event`` in sight.

    Without an event it is about the first that the text states for the day, as the page is.
    """
    if event is None and day:
        event = next(iter(source.timeline.events_in(State.NOW, day)), None)
    step = Step(source, language, day, event)
    head, foot = list(_head(step)), list(_foot(step))
    top = MARGIN_PX + _LINE_PX * len(head) + 8
    height = top + MAP_HEIGHT_PX + _LINE_PX * (len(foot) + 1)
    svg = Element("svg", _view(WIDTH_PX, height))
    svg.set("xmlns", "http://www.w3.org/2000/svg")
    svg.set("role", "img")
    SubElement(svg, "title").text = source.atlas.statement.title.read(language.code)
    SubElement(svg, "desc").text = " ".join(text for _, text in (*head, *foot))
    SubElement(svg, "style").text = _STYLE
    svg.append(_patterns())
    SubElement(svg, "rect", width="100%", height="100%", fill="#fff")
    _write_lines(svg, head, MARGIN_PX)
    _draw_map(SubElement(svg, "svg", _view(WIDTH_PX, MAP_HEIGHT_PX), y=str(top)), step)
    _write_lines(svg, foot, top + MAP_HEIGHT_PX)
    return bytes(ET.tostring(svg, encoding="utf-8", xml_declaration=True))


def _patterns() -> Element:
    """Return the hatching of what is possible, the dots of an open area, and its fading edge."""
    defs = Element("defs")
    for id_, turned in (("hatching", 45), ("hatching-soft", -45), ("dots", 45)):
        size = {"width": "8", "height": "8", "patternUnits": "userSpaceOnUse"}
        turn = {"patternTransform": f"rotate({turned})"}
        pattern = SubElement(defs, "pattern", {"id": id_, **size, **turn})
        # The filter below finds the shape by this, where there is no line of the pattern.
        SubElement(pattern, "rect", {"width": "8", "height": "8", "class": "pattern-ground"})
        if id_ == "dots":
            dot = {"cx": "4", "cy": "4", "r": "1.1", "class": "pattern-dot"}
            SubElement(pattern, "circle", dot)
        else:
            SubElement(pattern, "path", {"d": "M0 0V8", "class": "pattern-line"})
    fade = SubElement(defs, "filter", id="fading")
    whole = {"in": "SourceAlpha", "result": "whole"}
    alpha = SubElement(fade, "feComponentTransfer", whole)
    SubElement(alpha, "feFuncA", type="linear", slope="255")
    SubElement(fade, "feGaussianBlur", {"in": "whole", "stdDeviation": "9", "result": "blurred"})
    mask = SubElement(fade, "feComponentTransfer", {"in": "blurred", "result": "mask"})
    SubElement(mask, "feFuncA", type="linear", slope="2", intercept="-1")
    SubElement(fade, "feComposite", {"in": "SourceGraphic", "in2": "mask", "operator": "in"})
    return defs


def _view(width: float, height: float) -> dict[str, str]:
    return {"width": f"{width:g}", "height": f"{height:g}", "viewBox": f"0 0 {width:g} {height:g}"}


# ------------------------------------------------------------------ words

Lines = Iterator[tuple[str, str]]
"""Pairs of a class and a text."""


def _head(step: Step) -> Lines:
    code = step.language.code
    yield from _wrapped("title", step.source.atlas.statement.title.read(code), 0.6)
    words, timeline = step.language.words, step.source.timeline
    if step.event:
        look = timeline.grade(step.event)
        date = step.language.date_of(step.event, timeline)
        own = f"{words(f'sign-{look.value}')} {date}"
        if look is not Grade.NONE:
            own += f" · {words(f'look-{look.value}')}"
        yield from _wrapped(f"own-date look-{look.value}", own, 0.8)
        paragraphs = words("paragraph-short", number=", ".join(map(str, step.event.paragraphs)))
        yield from _wrapped("claim", f"{paragraphs}: {step.event.title.read(code)}")
        if not step.event.reviewed:
            yield from _wrapped("soft", words("not-reviewed"), 1.1)
    if step.day:
        day = f"{words('day-shown')} {step.language.day(step.day, weekday=True)}"
        yield from _wrapped("soft", day, 1.1)
        if not timeline.events_in(State.NOW, step.day):
            yield from _wrapped("soft", words("day-none-stated"), 1.1)


def _foot(step: Step) -> Lines:
    language, statement = step.language, step.source.atlas.statement
    names: dict[State, list[str]] = {}
    for place in step.places:
        names.setdefault(step.state(place), []).append(place.names.read(language.code))
    for state in State:
        if found := names.get(state):
            label = language.words(f"state-{state.value}")
            more = f" (+{len(found) - _NAMES_MOST})" if len(found) > _NAMES_MOST else ""
            lines = _wrapped("soft", f"{label}: {'; '.join(found[:_NAMES_MOST])}{more}", 1.1)
            yield f"key is-{shown(state)}", next(lines)[1]
            yield from (("key", text) for _, text in lines)
    yield from _wrapped("claim", attributions(step.source)[language.code])
    publisher = language.publisher(statement)
    source = f"{language.words('published-in')}: {publisher}. {statement.url or ''}".rstrip()
    yield from _wrapped("soft", source, 1.15)
    yield from _wrapped("soft", language.words("share-licence"), 1.15)


def _wrapped(kind: str, text: str, share: float = 1) -> Lines:
    for line in wrap(text, int(_LINE_LETTERS * share)):
        yield kind, line


def _write_lines(svg: Element, lines: Iterable[tuple[str, str]], top: float) -> None:
    for number, (kind, text) in enumerate(lines, start=1):
        left, y = MARGIN_PX, top + number * _LINE_PX
        if "is-" in kind:
            sample = {"x": f"{left}", "y": f"{y - 13:g}", "width": "18", "height": "14"}
            SubElement(svg, "rect", {**sample, "class": kind.replace("key", "place")})
        if kind.startswith("key"):
            left, kind = left + 28, "soft"
        SubElement(svg, "text", {"x": f"{left}", "y": f"{y:g}", "class": kind}).text = text


# ------------------------------------------------------------------ the map


def _draw_map(svg: Element, step: Step) -> None:
    source = step.source
    drawn = {place.id: geometry_of(place, source) for place in step.places}
    project = Projection(_in_sight(step, drawn))
    SubElement(svg, "rect", {"width": "100%", "height": "100%", "class": "sea"})
    for kind in ("country", "region", "water"):
        for feature in source.boundaries["features"]:
            if feature["geometry"] and feature.get("properties", {}).get("kind") == kind:
                _draw_outline(svg, feature["geometry"], project, kind)
    points = []
    for place in step.places:
        geometry = drawn[place.id]
        if geometry and geometry["type"] == "Point":
            points.append(place)
        elif geometry:
            _draw_outline(svg, geometry, project, step.classes("place", place))
    draw_marks(svg, points, project, step)


def _draw_outline(svg: Element, geometry: Geometry, project: Projection, classes: str) -> None:
    if path := path_of(geometry, project):
        SubElement(svg, "path", {"d": path, "class": classes})


def _in_sight(step: Step, drawn: Mapping[str, Geometry | None]) -> list[Geometry]:
    """Return what the picture has to show: the home country, and the places of the event."""
    places = step.places
    home = next((place.id for place in places if place.kind is PlaceKind.COUNTRY), None)
    ids = [place.id for place in places if place.id == home or step.is_current(place)]
    geometries = [geometry for id_ in ids if (geometry := drawn[id_])]
    everything = [geometry for geometry in drawn.values() if geometry]
    return geometries or everything or list(step.source.outlines.values()) or [_NOWHERE]


_NOWHERE: Geometry = {"type": "Point", "coordinates": [0, 0]}
