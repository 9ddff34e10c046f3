"""Looking up the places of a locations.csv, and writing down what is found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from statement_map.errors import DataErrors
from statement_map.geocoding.candidates import Answer, GeocodingError, GeocodingService
from statement_map.geocoding.judging import Judge, Verdict
from statement_map.geocoding.locations import Locations, PlaceRow
from statement_map.geocoding.outlines import Outline
from statement_map.model import Method

LOCATED, TO_REVIEW = "located", "to review"

DECIMALS = 5
"""Of a degree; the last one is a metre or less."""


@dataclass(frozen=True)
class Outcome:
    """What became of a place: a line to show, and what it is counted as."""

    line: str
    result: str


def sort_by_parent(locations: Locations) -> list[PlaceRow]:
    """Return all rows, each after what it lies in, otherwise in the order of the file."""
    return sorted(locations.rows.values(), key=lambda row: len(list(locations.ancestors(row))))


def why_left_alone(row: PlaceRow) -> str:
    """Return why a place is not to be looked up, empty if it is."""
    if not row.may_have_point:
        return "of a kind without a point"
    if row.is_settled:
        return "settled by an editor"
    return "" if row.query else "without a query"


def look_up(locations: Locations, row: PlaceRow, source: GeocodingService) -> Answer:
    """Return what ``source`` answers to the query of ``row``; its failure becomes DataErrors."""
    assert row.query
    try:
        return source.look_up(row.query)
    except GeocodingError as error:
        fault = f"could not be looked up; {error}"
        raise DataErrors([locations.error(row.id, "query", fault)]) from None


def locate_places(
    locations: Locations, source: GeocodingService, outlines: Mapping[str, Outline]
) -> Iterator[Outcome]:
    """Look up every open place, and write the file after each.

    Raises :class:`DataErrors` if the source cannot be asked or the file cannot be written; what
    was written before stays.
    """
    for row in sort_by_parent(locations):
        if why_left_alone(row):
            continue
        answer = look_up(locations, row, source)
        locations = locations.refresh()
        current = locations.rows.get(row.id)
        if current is None or current.query != row.query or why_left_alone(current):
            yield Outcome(f"{row.id}: left alone, it was edited meanwhile", "edited meanwhile")
            continue
        verdict = Judge(locations, outlines).choose(current, answer.candidates)
        before = locations.values(row.id)
        values = _values(current, before, verdict, answer, source.method)
        if _differs(before, values):
            locations = locations.write(row.id, values)
        yield _outcome(row.id, verdict, source.method)


def _values(
    row: PlaceRow, before: Mapping[str, str], verdict: Verdict, answer: Answer, method: Method
) -> Mapping[str, str]:
    """Return what to write into the row, by column, in the order of columns.

    Where nothing is chosen, an earlier answer stays beside what there is to review.
    """
    chosen = verdict.chosen
    if chosen is None and row.point:
        return {"review": _review(verdict, method)}
    values = {
        "lat": _number(chosen.lat, DECIMALS) if chosen else "",
        "lon": _number(chosen.lon, DECIMALS) if chosen else "",
        "radius_km": _number(chosen.radius_km, 1) if chosen and chosen.radius_km else "",
        "boundary": (chosen and chosen.boundary) or "|".join(row.boundary),
        "method": method.value,
        "source": chosen.source if chosen else "",
        "source_id": chosen.source_id if chosen else "",
        "retrieved": answer.retrieved.isoformat(),
        "confidence": verdict.confidence.value,
        "reviewed": "no",
    }
    review = "" if chosen else _review(verdict, method)
    return values | {"review": review} if review or "review" in before else values


def _review(verdict: Verdict, method: Method) -> str:
    return f"needs review; {method} finds {verdict.review}"


def _number(value: float, decimals: int) -> str:
    return f"{round(value, decimals) + 0.0:.{decimals}f}".rstrip("0").rstrip(".")


def _differs(before: Mapping[str, str], values: Mapping[str, str]) -> bool:
    """Return whether ``values`` say anything new, beside when they were retrieved."""
    return any(
        before.get(column, "") != value for column, value in values.items() if column != "retrieved"
    )


def _outcome(id_: str, verdict: Verdict, method: Method) -> Outcome:
    chosen = verdict.chosen
    if chosen is None:
        return Outcome(f"{id_}: {_review(verdict, method)}", TO_REVIEW)
    point = f"{_number(chosen.lat, DECIMALS)} {_number(chosen.lon, DECIMALS)}"
    found = f"{chosen.name}, {chosen.source_id}, at {point}"
    return Outcome(f"{id_}: {found}, confidence {verdict.confidence}", LOCATED)
