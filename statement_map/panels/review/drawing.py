"""A place drawn by hand on the map: what waits for it, what the map is told, and what it tells.

The counterpart of ``drawing.js``. The form of a place and the sheet of an event ask for it alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from statement_map.language import Language
from statement_map.model import Place
from statement_map.panels.review.desk import SHEET, Desk
from statement_map.reviewing import editing, placing

SHAPES = ("point", "circle", "area", "outline")
"""How a place is drawn; one whose kind has no point is an area, or has the outline of a region."""

_WORDS = ("done", "back", "stop", "keys", "edge", "corners", "radius")


def shapes_for(place: Place) -> tuple[str, ...]:
    """Return how a place may be drawn."""
    return SHAPES if place.kind.may_have_point else SHAPES[2:]


def picking_told(desk: Desk, language: Language) -> dict[str, Any] | None:
    """Return what the map needs to know of the place that waits for it, None if none does."""
    if desk.picking is None:
        return None
    words = {name: language.entries[f"review-pick-{name}"] for name in _WORDS}
    words["told"] = language.words(f"review-picking-{desk.picking.shape}")
    return {
        "place": desk.picking.place,
        "shape": desk.picking.shape,
        "isOnSheet": desk.picking.where == SHEET,
        "words": words,
    }


def take_drawn(desk: Desk, drawn: Mapping[str, Any]) -> None:
    """Put the place that waits for it where somebody drew it; without a point it waits no more."""
    picking, desk.picking = desk.picking, None
    desk.deeds += 1
    told = drawn.get("points")
    points = [it for it in map(_point, told if isinstance(told, list) else ()) if it]
    if picking is None or picking.place not in desk.work.atlas.places:
        return
    id_ = picking.place
    match picking.shape, points:
        case "point", [at]:
            desk.do(lambda work: editing.set_point(work, id_, *at), picking.where)
        case "circle", [middle, edge]:
            desk.do(lambda work: placing.set_circle(work, id_, middle, edge), picking.where)
        case "area", [_, _, _, *_]:
            desk.do(lambda work: placing.set_drawn_outline(work, id_, points), picking.where)
        case "outline", [at] if around := desk.work.areas_around(*at):
            desk.do(lambda work: editing.set_outline(work, id_, around[0]), picking.where)


def _point(value: object) -> placing.LatLon | None:
    """Return a point as a browser tells it, None for what is none on earth."""
    match value:
        case [int() | float() as lat, int() | float() as lon] if abs(lat) <= 90 and abs(lon) <= 180:
            return float(lat), float(lon)
    return None
