"""Where a place lies, drawn by hand; and a place of its own for one of several mentions."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from statement_map.errors import DataError, DataErrors
from statement_map.geocoding.outlines import distance_km
from statement_map.importing.areas import Areas, is_own_outline
from statement_map.model import Confidence, Mention, Place, PlaceKind
from statement_map.reading.outlines import Extent, Outlines, write_outlines
from statement_map.reviewing import editing
from statement_map.reviewing.work import PLACES, Work

LatLon = tuple[float, float]
"""A point, in WGS 84 degrees."""

_LEAST_KM = 0.1
"""Nobody points more exactly on a map of this size."""

_SURE_UP_TO_KM = ((25.0, Confidence.HIGH), (250.0, Confidence.MEDIUM))
"""How sure a place is that lies somewhere in a circle drawn by hand: 25 km is as far as a city of
millions reaches from its middle, 250 km as a large region does. A larger circle says little more
than the country, and no export may call that certain."""

_SOFT = {PlaceKind.SITE, PlaceKind.CITY, PlaceKind.UNNAMED}
"""What is an area without a border of its own once somebody has drawn one by hand."""


def set_circle(work: Work, id_: str, middle: LatLon, edge: LatLon) -> Work:
    """Return the work with a place somewhere in the circle around a point, up to another one."""
    radius = max(_LEAST_KM, _roughly(distance_km(middle, edge)))
    sure = next((sure for most, sure in _SURE_UP_TO_KM if radius <= most), Confidence.LOW)
    values = {"radius_km": radius, "confidence": sure}
    return editing.change_place(editing.set_point(work, id_, *middle), id_, values)


def set_drawn_outline(work: Work, id_: str, points: Sequence[LatLon]) -> Work:
    """Return the work with a place within an outline that an editor drew, corner by corner.

    Raises :class:`DataErrors` where it crosses the meridian of 180°, which an outline cannot.
    """
    place = work.atlas.places[id_]
    lons = [lon for _, lon in points]
    if max(lons) - min(lons) > 180:
        fault = "crosses 180 degrees; found corners on both sides; draw it on one side"
        raise DataErrors([DataError(PLACES, None, f"places.{id_}.boundary", fault)])
    outlines, boundary = _with_outline(work, place, points)
    values = editing.by_hand(boundary=(boundary,), lat=None, lon=None, radius_km=None)
    if place.kind in _SOFT:
        values["kind"] = PlaceKind.AREA
    return editing.change_place(replace(work, outlines=outlines), id_, values)


def _with_outline(work: Work, place: Place, points: Sequence[LatLon]) -> tuple[Outlines, str]:
    """Return the outlines with one more, in place of what was drawn for the place before."""
    used = {id_ for it in work.atlas.places.values() if it.id != place.id for id_ in it.boundary}
    gone = {id_ for id_ in place.boundary if is_own_outline(id_) and id_ not in used}
    kept = [it for it in work.outlines.collection["features"] if it["id"] not in gone]
    areas = Areas(taken={it["id"] for it in kept})
    ring = [[lon, lat] for lat, lon in (*points, points[0])]
    _, boundary = areas.locate({"type": "Polygon", "coordinates": [ring]})
    assert boundary
    areas.name(boundary, place.names.read("en"))
    lons, lats = zip(*areas.features[0]["geometry"]["coordinates"][0][0], strict=True)
    extents = {id_: it for id_, it in work.outlines.extents.items() if id_ not in gone}
    extents[boundary] = Extent(min(lats), min(lons), max(lats), max(lons))
    collection = {**work.outlines.collection, "features": [*kept, *areas.features]}
    return write_outlines(collection, extents), boundary


def _roughly(km: float) -> float:
    """Return a distance with two figures: a hand knows no more."""
    return round(km, 1 - math.floor(math.log10(km))) if km else 0.0


# ------------------------------------------------------------------ one mention of several


def mentions_of(work: Work, id_: str) -> int:
    """Return how often the events name a place."""
    return sum(mention.id == id_ for event in work.atlas.events for mention in event.places)


def set_apart(work: Work, event_id: str, mention: Mention) -> Work:
    """Return the work with a place of its own for one ``mention`` of an event.

    It begins as the place was, but nobody has said yet where this one lies.
    """
    event = next(it for it in work.atlas.events if it.id == event_id)
    place = work.atlas.places[mention.id]
    id_ = editing.new_id(place.id, work.atlas.places)
    unsure = place.confidence if place.confidence is Confidence.NONE else Confidence.LOW
    own = place.model_copy(update={"id": id_, "reviewed": False, "confidence": unsure})
    places: list[Place] = []
    for it in work.atlas.places.values():
        places += [it, own] if it is place else [it]
    named = Mention(id=id_, phrase=mention.phrase)
    mentions = tuple(named if it == mention else it for it in event.places)
    changed = event.model_copy(update={"places": mentions})
    cells: Mapping[str, Any] = work.own_cells
    if place.id in cells:
        cells = {**cells, id_: cells[place.id]}
    events = [changed if it is event else it for it in work.atlas.events]
    return work.replace(events=events, places=places, own_cells=cells)


def twin_of(work: Work, id_: str) -> str | None:
    """Return another place that is named as this one, None if there is none."""
    place = work.atlas.places[id_]
    same = (it.id for it in work.atlas.places.values() if it.id != id_ and it.names == place.names)
    return next(same, None)
