"""Which candidate is the place, if that is certain; else why it is not.

Nothing is guessed. A candidate fits if it is of the place's kind, in its country, in what it lies
in and in its own outline. Only if exactly one fits is it taken; otherwise an editor has to look.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from statement_map.geocoding.candidates import Candidate, Match
from statement_map.geocoding.locations import Locations, PlaceRow
from statement_map.geocoding.outlines import Outline, distance_km
from statement_map.model import Confidence, PlaceKind

EDGE_KM = 5.0
"""How far outside of an outline a place may lie: outlines are simplified, and towns have ports."""

DRAWN_BY_OUTLINE = {PlaceKind.COUNTRY, PlaceKind.REGION}
"""Kinds of places that a point in their middle would misrepresent."""

_BY_DOUBTS = (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)


@dataclass(frozen=True)
class Verdict:
    """The one candidate that fits and how sure that is; None, and what an editor has to see."""

    chosen: Candidate | None
    confidence: Confidence = Confidence.NONE
    review: str = ""


@dataclass(frozen=True)
class Judge:
    """Knows where places lie: those located so far, and the outlines by id."""

    locations: Locations
    outlines: Mapping[str, Outline]

    def choose(self, row: PlaceRow, candidates: tuple[Candidate, ...]) -> Verdict:
        """Return which of the ``candidates`` the place in ``row`` is.

        The confidence is high if the place is named as it stands and what it lies in is known; it
        falls by one for each of these that is not so. A country need not lie in anything.
        """
        misfits = {candidate: self._misfit(row, candidate) for candidate in candidates}
        fitting = [candidate for candidate, misfit in misfits.items() if not misfit]
        if len(fitting) != 1:
            return Verdict(None, review=self._review(row, misfits))
        is_loose = fitting[0].match is Match.LOOSE
        is_anywhere = row.kind is not PlaceKind.COUNTRY and self.find_container(row) is None
        return Verdict(fitting[0], _BY_DOUBTS[is_loose + is_anywhere])

    def find_container(self, row: PlaceRow) -> PlaceRow | None:
        """Return the nearest place that ``row`` lies in and whose extent is known."""
        return next((it for it in self.locations.ancestors(row) if self._has_extent(it)), None)

    def outside_km(self, row: PlaceRow, lat: float, lon: float) -> float:
        """Return how far a point lies outside of a place whose extent is known, 0 if inside."""
        outlines = [self.outlines[id_] for id_ in row.boundary if id_ in self.outlines]
        if outlines:
            outside = min(outline.outside_km(lat, lon) for outline in outlines)
            return outside if outside > EDGE_KM else 0.0
        assert row.point
        assert row.radius_km
        return max(0.0, distance_km(row.point, (lat, lon)) - row.radius_km)

    def _has_extent(self, row: PlaceRow) -> bool:
        has_circle = row.point is not None and bool(row.radius_km)
        return has_circle or not self.outlines.keys().isdisjoint(row.boundary)

    def _misfit(self, row: PlaceRow, candidate: Candidate) -> str:
        """Return why ``candidate`` is not the place in ``row``, empty if it may be."""
        at = candidate.lat, candidate.lon
        country = self._country(row)
        container = self.find_container(row)
        if candidate.kind is not row.kind:
            return f"not a {row.kind}"
        if country and candidate.country and candidate.country != country:
            return f"in {candidate.country}, not in {country}"
        if container and (outside := self.outside_km(container, *at)):
            return f"{outside:.0f} km outside {container.id}"
        if not container and candidate.match is Match.CODE:
            return "a code that may mean something else, as nothing tells where the place lies"
        if row.boundary and (outside := self.outside_km(row, *at)):
            return f"{outside:.0f} km outside its own outline"
        if row.kind in DRAWN_BY_OUTLINE and not (row.boundary or candidate.boundary):
            return "without an outline in boundaries.geojson"
        return ""

    def _country(self, row: PlaceRow) -> str | None:
        """Return the ISO 3166-1 code of the country that ``row`` lies in, if that is known."""
        for ancestor in self.locations.ancestors(row):
            if ancestor.kind is PlaceKind.COUNTRY and len(ancestor.boundary) == 1:
                return ancestor.boundary[0]
        return None

    def _review(self, row: PlaceRow, misfits: Mapping[Candidate, str]) -> str:
        """Return how many candidates there are, and each with its distance from what is known."""
        if not misfits:
            return "nothing"
        fitting = sum(not misfit for misfit in misfits.values())
        container = self.find_container(row)
        if container and container.point:
            start, name = container.point, container.id
        else:
            first = next(iter(misfits))
            start, name = (first.lat, first.lon), "the first"
        described = (
            f"{it.name} ({it.kind or 'no place'}, {it.source_id.replace('; ', ', ')}) at "
            f"{it.lat:.4f} {it.lon:.4f}, {distance_km(start, (it.lat, it.lon)):.0f} km from {name}"
            + (f": {misfit}" if misfit else "")
            for it, misfit in misfits.items()
        )
        head = f"{fitting} places that fit" if fitting else "nothing that fits"
        return f"{head}: {'; '.join(described)}"
