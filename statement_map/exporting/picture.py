"""The picture of one step, as SVG: for slides, worksheets and articles.

It is drawn here and not taken from the browser's map, so that the command line can make it too.
States differ in shape and line as they do on the map (``map_view/assets/map.css``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import atan2, cos, hypot, radians, sin, sqrt
from pathlib import Path
from textwrap import wrap
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element, SubElement

from statement_map.exporting.geometry import Geometry, geometry_of
from statement_map.exporting.rows import attributions
from statement_map.exporting.source import Source
from statement_map.language import Language
from statement_map.model import Event, Place, PlaceKind
from statement_map.timeline import Grade, State

Point = tuple[float, float]

WIDTH_PX, MAP_HEIGHT_PX, MARGIN_PX = 1200, 720, 24
_LINE_PX, _LINE_LETTERS = 24, 138
_NAMES_MOST = 40
"""More places than these in one state are counted, not named."""

_NEAR_PX = 26
"""Points nearer than this to one another are set apart, in a column beside their spot."""

_APART_MOST = 12
"""More points than these on one spot stay where they are, as on the map."""

_STYLE = (Path(__file__).parent / "assets" / "picture.css").read_text(encoding="utf-8")


@dataclass(frozen=True)
class _Step:
    """What is shown: a day (None where nothing is dated), an event or none, and a language."""

    source: Source
    language: Language
    day: date | None
    event: Event | None

    @cached_property
    def places(self) -> list[Place]:
        """The places that the text names, those with the largest geometries first."""
        atlas = self.source.atlas
        mentions = [mention for event in atlas.events for mention in event.places]
        named = {mention.id for mention in (*mentions, *atlas.statement.places)}
        order = list(reversed(PlaceKind))
        places = [place for place in atlas.places.values() if place.id in named]
        return sorted(places, key=lambda place: order.index(place.kind))

    def state(self, place: Place) -> State:
        changes = self.source.timeline.place_states[place.id]
        return [state for step, state in changes if step <= self._at][-1]

    @cached_property
    def _at(self) -> int:
        return self.source.timeline.step_at(self.day) if self.day else 0

    @cached_property
    def _current(self) -> frozenset[str]:
        return frozenset(each.id for each in self.event.places) if self.event else frozenset()

    def is_current(self, place: Place) -> bool:
        return place.id in self._current


class _Projection:
    """Lambert's azimuthal equal-area projection of the sphere, fitted into the map.

    Snyder, Map Projections: A Working Manual (USGS 1395, 1987), equations 24-2 and 24-4 with the
    radius 1. It has no seam at 180°.
    """

    def __init__(self, geometries: Sequence[Geometry]) -> None:
        spots = [spot for geometry in geometries for ring in _rings(geometry) for spot in ring]
        self._lat, self._lon = _middle(spots)
        flat = [self._flat(lat, lon) for lat, lon in spots]
        left, right = min(x for x, _ in flat), max(x for x, _ in flat)
        low, high = min(y for _, y in flat), max(y for _, y in flat)
        room_x, room_y = WIDTH_PX - 8 * MARGIN_PX, MAP_HEIGHT_PX - 4 * MARGIN_PX
        self._scale = min(room_x / max(right - left, 0.01), room_y / max(high - low, 0.01))
        self._middle = (left + right) / 2, (low + high) / 2

    def _flat(self, lat: float, lon: float) -> Point:
        phi, turn = radians(lat), radians(lon) - self._lon
        across = sin(self._lat) * sin(phi) + cos(self._lat) * cos(phi) * cos(turn)
        k = sqrt(2 / max(1 + across, 1e-9))
        up = cos(self._lat) * sin(phi) - sin(self._lat) * cos(phi) * cos(turn)
        return k * cos(phi) * sin(turn), k * up

    def __call__(self, lat: float, lon: float) -> Point:
        """Return where a spot (WGS 84 degrees) lies in the map, in px from its upper left."""
        x, y = self._flat(lat, lon)
        return (
            WIDTH_PX / 2 + (x - self._middle[0]) * self._scale,
            MAP_HEIGHT_PX / 2 - (y - self._middle[1]) * self._scale,
        )


def _middle(spots: Iterable[Point]) -> Point:
    """Return the lat and lon, in radians, of the middle of ``spots``, across 180° too."""
    x = y = z = 0.0
    for lat, lon in spots:
        phi, turn = radians(lat), radians(lon)
        x, y, z = x + cos(phi) * cos(turn), y + cos(phi) * sin(turn), z + sin(phi)
    return atan2(z, hypot(x, y)), atan2(y, x)


def draw_step(source: Source, language: Language, day: date | None, event: Event | None) -> bytes:
    """Return the SVG of ``day``, with the places of ``event`` in sight.

    Without an event it is about the first that the text states for the day, as the page is.
    """
    if event is None and day:
        event = next(iter(source.timeline.events_in(State.NOW, day)), None)
    step = _Step(source, language, day, event)
    head, foot = list(_head(step)), list(_foot(step))
    top = MARGIN_PX + _LINE_PX * len(head) + 8
    height = top + MAP_HEIGHT_PX + _LINE_PX * (len(foot) + 1)
    svg = Element("svg", _view(WIDTH_PX, height))
    svg.set("xmlns", "http://www.w3.org/2000/svg")
    svg.set("role", "img")
    SubElement(svg, "title").text = source.atlas.statement.title.read(language.code)
    SubElement(svg, "desc").text = " ".join(text for _, text in (*head, *foot))
    SubElement(svg, "style").text = _STYLE
    blur = SubElement(SubElement(svg, "defs"), "filter", id="fade")
    SubElement(blur, "feGaussianBlur", stdDeviation="9")
    SubElement(svg, "rect", width="100%", height="100%", fill="#fff")
    _write_lines(svg, head, MARGIN_PX)
    _draw_map(SubElement(svg, "svg", _view(WIDTH_PX, MAP_HEIGHT_PX), y=str(top)), step)
    _write_lines(svg, foot, top + MAP_HEIGHT_PX)
    return bytes(ET.tostring(svg, encoding="utf-8", xml_declaration=True))


def _view(width: float, height: float) -> dict[str, str]:
    return {"width": f"{width:g}", "height": f"{height:g}", "viewBox": f"0 0 {width:g} {height:g}"}


# ------------------------------------------------------------------ words

Lines = Iterator[tuple[str, str]]
"""Pairs of a class and a text."""


def _head(step: _Step) -> Lines:
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


def _foot(step: _Step) -> Lines:
    language, statement = step.language, step.source.atlas.statement
    names: dict[State, list[str]] = {}
    for place in step.places:
        names.setdefault(step.state(place), []).append(place.names.read(language.code))
    for state in State:
        if found := names.get(state):
            label = language.words(f"state-{state.value}")
            more = f" (+{len(found) - _NAMES_MOST})" if len(found) > _NAMES_MOST else ""
            lines = _wrapped("soft", f"{label}: {'; '.join(found[:_NAMES_MOST])}{more}", 1.1)
            yield f"key is-{_shown(state)}", next(lines)[1]
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


def _draw_map(svg: Element, step: _Step) -> None:
    source = step.source
    drawn = {place.id: geometry_of(place, source) for place in step.places}
    project = _Projection(_in_sight(step, drawn))
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
            _draw_outline(svg, geometry, project, _classes("place", place, step))
    land = SubElement(svg, "g")  # below the marks, which keep their names
    named = [
        name
        for crowd in _crowds(points, project)
        for name in _draw_points(svg, crowd, project, step)
    ]
    _name_countries(land, step, project, named)


_Name = tuple[float, float, float]
"""Where a name stands, in px: its middle, its line, and half its width."""


def _half(name: str) -> float:
    return 4.5 * len(name)


def _name_countries(svg: Element, step: _Step, project: _Projection, taken: list[_Name]) -> None:
    """Name what fits, the widest first; a name that would run into another is left out."""
    labels = [feature.get("properties", {}) for feature in step.source.boundaries["features"]]
    countries = [label for label in labels if label.get("kind") == "country"]
    for label in sorted(countries, key=lambda label: float(label.get("label_zoom", 0))):
        name = str(label.get(f"name_{step.language.code}") or label.get("name_en", ""))
        x, y = project(label["label_lat"], label["label_lon"])
        half = _half(name)
        if not (half < x < WIDTH_PX - half and MARGIN_PX < y < MAP_HEIGHT_PX - MARGIN_PX):
            continue
        if all(abs(x - a) > half + other or abs(y - b) > 16 for a, b, other in taken):
            taken.append((x, y, half))
            SubElement(svg, "text", {"x": f"{x:.0f}", "y": f"{y:.0f}", "class": "land"}).text = name


def _in_sight(step: _Step, drawn: Mapping[str, Geometry | None]) -> list[Geometry]:
    """Return what the picture has to show: the home country, and the places of the event."""
    places = step.places
    home = next((place.id for place in places if place.kind is PlaceKind.COUNTRY), None)
    ids = [place.id for place in places if place.id == home or step.is_current(place)]
    geometries = [geometry for id_ in ids if (geometry := drawn[id_])]
    everything = [geometry for geometry in drawn.values() if geometry]
    return geometries or everything or list(step.source.outlines.values()) or [_NOWHERE]


_NOWHERE: Geometry = {"type": "Point", "coordinates": [0, 0]}


def _rings(geometry: Geometry) -> Iterator[list[Point]]:
    """Yield the rings of a geometry, or its point as a ring of one, as lat, lon."""
    match geometry["type"]:
        case "Point":
            yield _spots([geometry["coordinates"]])
        case "Polygon":
            yield from map(_spots, geometry["coordinates"])
        case "MultiPolygon":
            for polygon in geometry["coordinates"]:
                yield from map(_spots, polygon)
        case "GeometryCollection":
            for part in geometry["geometries"]:
                yield from _rings(part)


def _spots(coordinates: list[list[float]]) -> list[Point]:
    return [(lat, lon) for lon, lat, *_ in coordinates]


def _classes(what: str, place: Place, step: _Step) -> str:
    current = " is-current" if step.is_current(place) else ""
    return f"{what} kind-{place.kind.value} is-{_shown(step.state(place))}{current}"


def _shown(state: State) -> str:
    """Return the class of a state; what is open is drawn as possible, with dots."""
    return "possible is-undated" if state is State.OPEN else state.value


def _draw_outline(svg: Element, geometry: Geometry, project: _Projection, classes: str) -> None:
    parts = []
    for ring in _rings(geometry):
        spots, end = _open_at_180(ring)
        line = [project(lat, lon) for lat, lon in spots]
        if _touches(line):
            parts.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in _thin(line)) + end)
    if parts:
        SubElement(svg, "path", {"d": "".join(parts), "class": classes})


def _open_at_180(ring: list[Point]) -> tuple[list[Point], str]:
    """Return a ring and how its path ends: open along 180°, where GeoJSON cuts what goes on."""
    spots = ring[:-1]
    ends = [n for n, (_, lon) in enumerate(spots) if abs(lon) == 180 != abs(ring[n + 1][1])]
    if not ends:
        return ring, "Z"
    spots = [*spots[ends[0] :], *spots[: ends[0]]]
    while abs(spots[-1][1]) == abs(spots[-2][1]) == 180:
        spots.pop()
    return spots, "" if abs(spots[-1][1]) == 180 else "Z"


def _touches(line: Sequence[Point]) -> bool:
    """Whether something of a ring may lie in the map."""
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return max(xs) > 0 and min(xs) < WIDTH_PX and max(ys) > 0 and min(ys) < MAP_HEIGHT_PX


def _thin(line: Sequence[Point]) -> Iterator[Point]:
    """Yield the points of a ring without those that could not be told from the one before."""
    last = line[0]
    yield last
    for x, y in line[1:]:
        if abs(x - last[0]) + abs(y - last[1]) >= 0.7:
            last = x, y
            yield last


def _crowds(points: Iterable[Place], project: _Projection) -> Iterable[list[Place]]:
    """Return the points, those that would overlap together."""
    cells: dict[tuple[int, int], list[Place]] = {}
    for place in points:
        x, y = (round(side / _NEAR_PX) for side in _spot(place, project))
        around = [(x + right, y + down) for right in (0, -1, 1) for down in (0, -1, 1)]
        near = next((cells[cell] for cell in around if cell in cells), None)
        cells.setdefault((x, y), near if near is not None else []).append(place)
    return {id(crowd): crowd for crowd in cells.values()}.values()


def _spot(place: Place, project: _Projection) -> Point:
    assert place.lat is not None
    assert place.lon is not None
    return project(place.lat, place.lon)


def _draw_points(
    svg: Element, crowd: Sequence[Place], project: _Projection, step: _Step
) -> Iterator[_Name]:
    """Draw marks, several on one spot in a column beside it; yield the names that are shown."""
    aside = 40 if 1 < len(crowd) <= _APART_MOST else 0
    left = -1 if _spot(crowd[0], project)[0] > WIDTH_PX * 0.7 else 1
    for number, place in enumerate(crowd):
        at = _spot(place, project)
        x = at[0] + left * aside
        y = at[1] + ((number - (len(crowd) - 1) / 2) * _LINE_PX if aside else 0)
        if aside:
            ends = {"x1": at[0], "y1": at[1], "x2": x, "y2": y}
            line = {name: f"{value:.1f}" for name, value in ends.items()}
            SubElement(svg, "line", {**line, "class": "leader"})
        _draw_mark(svg, (x, y), place, step)
        if step.is_current(place) or step.state(place) not in (State.EARLIER, State.LATER):
            name = place.names.read(step.language.code)
            attributes = {"x": f"{x + left * 14:.1f}", "y": f"{y + 5:.1f}"}
            attributes["text-anchor"] = "end" if left < 0 else "start"
            attributes["class"] = "name is-current" if step.is_current(place) else "name"
            SubElement(svg, "text", attributes).text = name
            yield x + left * (14 + _half(name)), y + 5, _half(name)


def _draw_mark(svg: Element, at: Point, place: Place, step: _Step) -> None:
    state = step.state(place)
    size = 6.0 if state in (State.EARLIER, State.LATER) else 9.0
    box = {"x": at[0] - size, "y": at[1] - size, "width": 2 * size, "height": 2 * size}
    shape = {name: f"{value:.1f}" for name, value in box.items()}
    if place.kind is PlaceKind.CITY:
        shape["rx"] = f"{size:g}"
    SubElement(svg, "rect", {**shape, "class": _classes("mark", place, step)})
    if sign := {State.POSSIBLE: "?", State.OPEN: "–"}.get(state):
        spot = {"x": f"{at[0]:.1f}", "y": f"{at[1] + 4:.1f}", "class": "sign"}
        SubElement(svg, "text", spot).text = sign
