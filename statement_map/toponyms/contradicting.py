"""What contradicts a namesake: the region that its sentence names, or the town it is next to.

The only place of a name that a table has may lie 600 km from what the text tells of; then it is
none of the candidates, and the place has no point rather than a wrong one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from statement_map.geocoding.candidates import Candidate
from statement_map.geocoding.outlines import Outline
from statement_map.geocoding.world import Known
from statement_map.model import PlaceKind
from statement_map.toponyms.features import (
    LARGEST_AREA_KM,
    NEXT_TO_KM,
    OUTSIDE_KM,
    SMALL,
    TOWN,
)
from statement_map.toponyms.line import Find, is_area
from statement_map.toponyms.ranking import Toponym, between_km
from statement_map.toponyms.words import PlaceWords

_MOST_WORDS_BETWEEN = 2
"""Between a place and what says where it is: "Włochy k. Warszawy" has one."""


class Contradictions:
    """Leaves out what cannot be meant."""

    def __init__(self, words: PlaceWords, outlines: Mapping[str, Outline]) -> None:
        self._words = words
        self._outlines = outlines

    def leave_out(self, toponym: Toponym) -> tuple[Known, ...]:
        """Return the candidates of a toponym that nothing beside it contradicts."""
        known = toponym.find.known
        if towns := self._next_to(toponym):
            return tuple(it for it in known if _is_near(it.place, towns))
        if area := self._within(toponym):
            known = tuple(it for it in known if self._fits_area(it, area))
        regions = [it for find in toponym.finds if (it := _region_of(find))]
        if not regions or _region_of(toponym.find):
            return known
        return tuple(it for it in known if self._fits(it, regions))

    def inside(self, toponym: Toponym, known: Sequence[Known]) -> tuple[Known, ...]:
        """Return those in a region that the sentence of a toponym names, or next to its town.

        ``known`` are what nothing contradicts.
        """
        if self._next_to(toponym):
            return tuple(known)
        regions = [it for find in toponym.finds if (it := _region_of(find))]
        return tuple(
            it for it in known if any(self._outside_km(it.place, region) == 0 for region in regions)
        )

    def _next_to(self, toponym: Toponym) -> Sequence[Candidate]:
        """Return what a place is said to be next to: "Włochy k. Warszawy", "Biczyce, gm. Chełmiec".

        Those are all the towns of that name, so that it contradicts only what is next to none.
        """
        line, find = toponym.line, toponym.find
        behind = line.tokens[find.stop : find.stop + _MOST_WORDS_BETWEEN]
        is_near = bool(behind) and behind[0].folded in self._words.near
        is_in = any(it.folded in self._words.communes for it in behind)
        if find.kind is PlaceKind.REGION or not (is_near or is_in):
            return ()
        following = next((it for it in toponym.finds if it.first >= find.stop), None)
        if following is None or following.first > find.stop + _MOST_WORDS_BETWEEN:
            return ()
        if is_near and self._words.names == "inflected":
            goal = line.tokens[following.first].reading
            if goal.is_place and goal.is_nominative and not goal.is_genitive:
                return ()  # one goes there: "przez Ołomuniec pod Wiedeń"
        towns = [it for it in following.known if it.place.kind is PlaceKind.CITY]
        best = max((it.weight for it in towns), default=0.0)
        return [it.place for it in towns] if is_in or best >= TOWN else ()

    def _within(self, toponym: Toponym) -> Candidate | None:
        """Return the island or land that is named right behind a place: "Santa Cruz, Tenerife"."""
        following = next((it for it in toponym.finds if it.first >= toponym.find.stop), None)
        if following is None or following.first > toponym.find.stop + _MOST_WORDS_BETWEEN:
            return None
        between = toponym.line.text[
            toponym.line.tokens[toponym.find.stop - 1].stop : toponym.line.tokens[
                following.first
            ].start
        ]
        areas = [it.place for it in following.known if is_area(it)]
        if len(areas) != len(following.known) or len(areas) != 1 or areas[0].radius_km is None:
            return None
        is_land = areas[0].kind is PlaceKind.REGION and areas[0].radius_km < LARGEST_AREA_KM
        return areas[0] if is_land and self._words.qualified.fullmatch(between) else None

    def _fits_area(self, known: Known, area: Candidate) -> bool:
        is_town = known.place.kind is PlaceKind.CITY
        return not is_town or self._outside_km(known.place, area) < OUTSIDE_KM

    def _fits(self, known: Known, regions: list[Candidate]) -> bool:
        """Return whether a place is in or near one of the regions, or large enough to be far."""
        if known.place.kind is not PlaceKind.CITY or known.weight >= SMALL:
            return True
        return any(self._outside_km(known.place, region) < OUTSIDE_KM for region in regions)

    def _outside_km(self, place: Candidate, region: Candidate) -> float:
        if outline := self._outlines.get(region.boundary or ""):
            return outline.outside_km(place.lat, place.lon) or 0.0
        distance = between_km((place.lat, place.lon), (region.lat, region.lon))
        return max(0.0, distance - (region.radius_km or 0.0))


def _is_near(place: Candidate, towns: Sequence[Candidate]) -> bool:
    """Return whether a place lies next to one of the towns, or they lie in it."""
    at = place.lat, place.lon
    reach_km = 0.0 if place.kind is PlaceKind.CITY else place.radius_km or 0.0
    return any(between_km(at, (it.lat, it.lon)) < NEXT_TO_KM + reach_km for it in towns)


def _region_of(find: Find) -> Candidate | None:
    """Return the region of a country that a find surely names."""
    if find.kind is not PlaceKind.REGION or find.side is not None:
        return None
    regions = [
        it
        for it in find.known
        if it.place.kind is PlaceKind.REGION and (it.region or it.place.boundary)
    ]
    best = max(regions, key=lambda it: it.weight, default=None)
    return best.place if best else None
