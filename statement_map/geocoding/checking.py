"""Whether a locations.csv still says what a look-up would."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from statement_map.errors import DataError
from statement_map.geocoding.candidates import Candidate, GeocodingService
from statement_map.geocoding.judging import Judge, Verdict
from statement_map.geocoding.locating import look_up
from statement_map.geocoding.locations import Locations, PlaceRow
from statement_map.geocoding.outlines import Outline, distance_km
from statement_map.model import Method

DRIFT_KM = 5.0
"""How far a point may be from where it is found now, unless it is said to be less sure."""


@dataclass(frozen=True)
class Finding:
    """What there is to say of a place: a line to show, empty if none, and what is off."""

    line: str
    errors: tuple[DataError, ...]


def check_places(
    locations: Locations, source: GeocodingService, outlines: Mapping[str, Outline]
) -> Iterator[Finding]:
    """Look up every place that has a query, settled or not, and compare; write nothing.

    What an editor located may differ from what is found; it only has to lie in what it is part
    of. Raises :class:`DataErrors` if the source cannot be asked.
    """
    judge = Judge(locations, outlines)
    for row in locations.rows.values():
        errors = [*_displaced(judge, row)]
        line = ""
        if row.query and row.may_have_point:
            verdict = judge.choose(row, look_up(locations, row, source).candidates)
            line = f"{row.id}: {_compare(row, verdict, source.method)}"
            errors += _contradicted(locations, row, verdict, source.method)
        yield Finding(line, tuple(errors))


def _displaced(judge: Judge, row: PlaceRow) -> Iterator[DataError]:
    container = judge.find_container(row)
    if row.point and container and (outside := judge.outside_km(container, *row.point)):
        found = f"{outside:.0f} km from {container.id!r}"
        fault = f"lies outside what it is part of; found {found}; correct the point or part_of"
        yield judge.locations.error(row.id, "lat", fault)


def _compare(row: PlaceRow, verdict: Verdict, method: Method) -> str:
    if verdict.chosen is None:
        return f"{method} finds {verdict.review}"
    if row.point is None:
        return f"not located yet; {method} finds {verdict.chosen.name}"
    drift = _drift_km(row.point, verdict.chosen)
    said = f"drift {drift:.1f} km from {verdict.chosen.name}"
    if row.method is not Method.MANUAL:
        return said
    return f"{said}, located by an editor" if row.reviewed else f"{said}, as the data say"


def _contradicted(
    locations: Locations, row: PlaceRow, verdict: Verdict, method: Method
) -> Iterator[DataError]:
    """Yield what is off about a place that a geocoder located."""
    if row.method in {None, Method.MANUAL} or row.point is None:
        return
    if verdict.chosen is None:
        if row.method is method:
            advice = "correct the query or locate it yourself"
            fault = f"is no longer found; found {verdict.review}; {advice}"
            yield locations.error(row.id, "query", fault)
        return
    drift = _drift_km(row.point, verdict.chosen)
    if drift > max(DRIFT_KM, row.radius_km or 0.0, verdict.chosen.radius_km or 0.0):
        fault = f"has drifted; found it {drift:.1f} km from here; look it up again or review it"
        yield locations.error(row.id, "lat", fault)


def _drift_km(point: tuple[float, float], candidate: Candidate) -> float:
    return distance_km(point, (candidate.lat, candidate.lon))
