"""The marks of a picture, each where its place lies, and all names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import dist
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from statement_map.exporting.picture.names import XY, Box, Names, edge_of, size_of
from statement_map.exporting.picture.projection import (
    MAP_HEIGHT_PX,
    WIDTH_PX,
    Projection,
    middle,
)
from statement_map.exporting.picture.step import Step, shown
from statement_map.model import Place, PlaceKind
from statement_map.timeline import State

_CROWDED_PX = 18
"""Marks nearer than this to one another cannot be told apart: callouts do."""

_CALLOUTS_MOST = 12
"""More names than these from one spot have no room beside it."""

_REACH_PX, _SIGN_PX = 12, 20
_NAME_PX, _LAND_PX = 14, 13
_AREA = Box(4, 4, WIDTH_PX - 4, MAP_HEIGHT_PX - 4)

Placed = Mapping[str, XY]


def draw_marks(svg: Element, places: Sequence[Place], project: Projection, step: Step) -> None:
    """Draw the marks of ``places``, and all names: theirs, what was chosen, and countries."""
    spots = {place.id: _spot(place, project) for place in places}
    land = SubElement(svg, "g")  # below the marks, which keep their names
    lines = SubElement(svg, "g")
    crowds = list(_crowds(places, spots))
    signs = [Box.around(spots[place.id], 18, 18) for place in places]
    names = Names(_AREA, [sign for sign in signs if sign.overlap(_AREA)])
    writer = _Writer(svg, lines, spots, names, step)
    for crowd in crowds:
        writer.mark(crowd)
    for crowd in sorted(crowds, key=lambda crowd: not any(map(step.is_current, crowd))):
        writer.name(crowd)
    _name_chosen(land, step, project, names)
    _name_countries(land, step, project, names)


class _Writer:
    """Draws marks and writes their names, with lines from those that stand farther off."""

    def __init__(
        self, svg: Element, lines: Element, spots: Placed, names: Names, step: Step
    ) -> None:
        self._svg, self._lines, self._spots = svg, lines, spots
        self._names, self._step = names, step

    def mark(self, crowd: Sequence[Place]) -> None:
        """Draw the marks of a crowd; where callouts have their signs, a dot is where each lies."""
        called = len(self._called(crowd)) > 1
        for place in crowd:
            at = self._spots[place.id]
            if called and self._step.is_named(place):
                dot = {"cx": f"{at[0]:.1f}", "cy": f"{at[1]:.1f}", "r": "3.5"}
                kind = f"dot is-{shown(self._step.state(place))}{self._step.chosen(place)}"
                SubElement(self._svg, "circle", {**dot, "class": kind})
            else:
                self._sign(at, place)
                if self._step.is_current(place):
                    self._ring(at, place)

    def name(self, crowd: Sequence[Place]) -> None:
        called = self._called(crowd)
        if len(called) > 1:
            called = sorted(called, key=lambda place: self._spots[place.id][::-1])
            sizes = [self._size(place, _SIGN_PX) for place in called]
            columns = self._names.place_column(self._spots[called[0].id], sizes)
            for place, row in zip(called, columns, strict=True):
                self._line(place, row)
                inner = _SIGN_PX / 2
                across = row.right - inner if self._is_left(place, row) else row.left + inner
                self._sign((across, (row.top + row.bottom) / 2), place)
                self._write(place, row, _SIGN_PX)
            return
        for place in crowd:
            if self._step.is_named(place):
                at, must = self._spots[place.id], self._step.is_current(place)
                reach = _REACH_PX + 3 if must else _REACH_PX  # for the ring
                box = self._names.place_beside(at, reach, self._size(place, 0), must=must)
                if box:
                    if dist(edge_of(box, at), at) > reach + 12:
                        self._line(place, box)
                    self._write(place, box, 0)

    def _called(self, crowd: Sequence[Place]) -> list[Place]:
        """Return the places of a crowd that are called out, none where there are too many."""
        called = [place for place in crowd if self._step.is_named(place)]
        return called if 1 < len(called) <= _CALLOUTS_MOST else []

    def _size(self, place: Place, more: float) -> XY:
        width, height = size_of(self._step.name(place), _NAME_PX)
        return width + more, max(height, more and _SIGN_PX + 4)

    def _line(self, place: Place, box: Box) -> None:
        at = self._spots[place.id]
        end = edge_of(box, at)
        ends = {"x1": at[0], "y1": at[1], "x2": end[0], "y2": end[1]}
        drawn = {name: f"{value:.1f}" for name, value in ends.items()}
        SubElement(self._lines, "line", {**drawn, "class": "leader"})

    def _write(self, place: Place, box: Box, more: float) -> None:
        kind = "name is-current" if self._step.is_current(place) else "name"
        _write(self._svg, box, more, kind, self._step.name(place), self._is_left(place, box))

    def _is_left(self, place: Place, box: Box) -> bool:
        return box.right < self._spots[place.id][0]

    def _sign(self, at: XY, place: Place) -> None:
        state = self._step.state(place)
        size = 6.0 if state in (State.EARLIER, State.LATER) else 9.0
        box = {"x": at[0] - size, "y": at[1] - size, "width": 2 * size, "height": 2 * size}
        shape = {name: f"{value:.1f}" for name, value in box.items()}
        if place.kind is PlaceKind.CITY:
            shape["rx"] = f"{size:g}"
        SubElement(self._svg, "rect", {**shape, "class": self._step.classes("mark", place)})
        if sign := {State.POSSIBLE: "?", State.OPEN: "–"}.get(state):
            spot = {"x": f"{at[0]:.1f}", "y": f"{at[1] + 4:.1f}", "class": "sign"}
            SubElement(self._svg, "text", spot).text = sign

    def _ring(self, at: XY, place: Place) -> None:
        size = 12
        box = {"x": at[0] - size, "y": at[1] - size, "width": 2 * size, "height": 2 * size}
        shape = {name: f"{value:.1f}" for name, value in box.items()}
        if place.kind is PlaceKind.CITY:
            shape["rx"] = f"{size:g}"
        SubElement(self._svg, "rect", {**shape, "class": f"ring{self._step.chosen(place)}"})


def _write(
    svg: Element, box: Box, more: float, kind: str, text: str, is_left: bool = False
) -> None:
    """Write ``text`` in its box, ``more`` px from the side where its mark lies."""
    x = box.right - more - 2 if is_left else box.left + more + 2
    spot = {"x": f"{x:.1f}", "y": f"{(box.top + box.bottom) / 2 + 5:.1f}", "class": kind}
    if is_left:
        spot["text-anchor"] = "end"
    SubElement(svg, "text", spot).text = text


def _spot(place: Place, project: Projection) -> XY:
    assert place.lat is not None
    assert place.lon is not None
    return project(place.lat, place.lon)


def _crowds(places: Iterable[Place], spots: Placed) -> Iterator[list[Place]]:
    """Return the places, those that lie near the first of them together."""
    left = list(places)
    while left:
        first = spots[left[0].id]
        crowd = [place for place in left if dist(spots[place.id], first) < _CROWDED_PX]
        left = [place for place in left if place not in crowd]
        yield crowd


def _name_chosen(svg: Element, step: Step, project: Projection, names: Names) -> None:
    """Name what the event names and has an outline, in the middle of it."""
    labels = {feature["id"]: _label(feature) for feature in step.source.boundaries["features"]}
    for place in step.places:
        spots = [labels[id_] for id_ in place.boundary if labels.get(id_)]
        if not step.is_current(place) or not spots:
            continue
        at = project(*middle(spots))
        size = size_of(step.name(place), _NAME_PX)
        if box := names.place(_lines_around(at, size)):
            _write(svg, box, 0, "name is-current", step.name(place))


def _name_countries(svg: Element, step: Step, project: Projection, names: Names) -> None:
    """Name what fits, the widest first; a name that would run into another is left out."""
    features = [
        feature
        for feature in step.source.boundaries["features"]
        if feature.get("properties", {}).get("kind") == "country"
    ]
    features.sort(key=lambda feature: float(feature["properties"].get("label_zoom", 0)))
    for feature in features:
        labels = feature["properties"]
        name = str(labels.get(f"name_{step.language.code}") or labels.get("name_en", ""))
        size = size_of(name, _LAND_PX * 1.06)  # its letters stand a little apart
        if box := names.place(_lines_around(project(*_label(feature)), size)):
            _write(svg, box, 0, "land", name)


def _label(feature: Mapping[str, Any]) -> XY:
    """Return the lat and lon at which the name of an outline stands best."""
    labels = feature.get("properties", {})
    return labels.get("label_lat", 0.0), labels.get("label_lon", 0.0)


def _lines_around(at: XY, size: XY) -> Iterator[Box]:
    """Yield the box of a name with its middle at a spot, then one line lower and one higher."""
    for shift in (0, 1, -1):
        yield Box.around((at[0], at[1] + shift * size[1]), *size)
