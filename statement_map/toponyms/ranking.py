"""Which of several namesakes a text means: each candidate with the features that hold of it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from statement_map.geocoding.candidates import Candidate
from statement_map.geocoding.outlines import distance_km
from statement_map.geocoding.world import Known, fold_words
from statement_map.language.folding import fold
from statement_map.model import Confidence, PlaceKind
from statement_map.toponyms.features import (
    AMID_KM,
    BESIDE_KM,
    CITY_OF_NOTE,
    FEATURES,
    LEAST_AHEAD,
    LEAST_AHEAD_AFAR,
    LEAST_AMID,
    MAINLY,
    MOST_BESIDE,
    MUCH,
    NEXT_TO_KM,
    PROVEN,
    SAME_NAME_KM,
    SAME_PLACE_KM,
    SAME_TOWN_KM,
    SMALL,
    SURE,
)
from statement_map.toponyms.line import Find, Line, Token, is_area
from statement_map.toponyms.surroundings import Qualifiers, Surroundings, name_of
from statement_map.toponyms.words import PlaceWords

_MARKED = re.compile("[äöüåøæß]", re.IGNORECASE)
"""Letters that Polish and English have not, and that are kept where a name has them."""

_LEAST_SURE = 4.0
"""The weight below which a place of a name of its own is not called sure."""


@dataclass(frozen=True)
class Ranked:
    """A candidate with its weight, and the names of the features that it comes from."""

    known: Known
    weight: float
    features: tuple[str, ...] = ()

    @property
    def place(self) -> Candidate:
        """The place itself."""
        return self.known.place

    @property
    def reasons(self) -> str:
        """What speaks for it and against it, in words; empty if nothing does."""
        held = [FEATURES[name] for name in self.features]
        return "; ".join(f"{'+' if it.weight > 0 else '−'} {it.why}" for it in held)


@dataclass(frozen=True)
class Toponym:
    """A name in its sentence, with the other names there; what it means is yet to be resolved."""

    line: Line
    find: Find
    finds: Sequence[Find]
    paragraph: int

    @property
    def own(self) -> Sequence[Token]:
        """The words of the name."""
        return self.line.tokens[self.find.first : self.find.stop]


class Ranker:
    """Ranks the candidates of each toponym in one text."""

    def __init__(self, words: PlaceWords, qualifiers: Qualifiers, around: Surroundings) -> None:
        self._words = words
        self._qualifiers = qualifiers
        self._around = around

    def rank(self, toponym: Toponym) -> list[Ranked]:
        """Return the candidates of a toponym, the likeliest first."""
        find = toponym.find
        qualifiers = self._qualifiers.of(toponym.line, find, toponym.finds)
        around = self._around
        if len(find.known) > 1:
            around = around.without(name_of(toponym.line, find))
        of_country = {it: self._country_feature(it, around) for it in find.known}
        ranked = []
        for known in find.known:
            held = [of_country[known]]
            if is_area(known):  # which is of no country, and so no farther than its namesakes
                held = [max(of_country.values(), key=_weight)]
            if len(toponym.own) == 1 and _is_well_named(known, toponym.own[0]):
                held.append("well named")
            if _is_spelt_otherwise(known, toponym.own):
                held.append("spelt otherwise")
            of_place = {(known.place.country, known.region), (known.place.country, "")}
            if not qualifiers.isdisjoint(of_place):
                held.append("qualified")
            is_region = known.place.kind in {PlaceKind.REGION, PlaceKind.WATER}
            is_told = key_of(known.place) in self._around.told
            if is_told and (not is_region or find.kind or not known.region):
                held.append("told")
            if is_region:
                held += [self._region_feature(known, toponym), self._namesake(known, toponym)]
            else:
                held += self._features_around(known, toponym.paragraph)
            features = tuple(filter(None, held))
            weight = known.weight + sum(map(_weight, features))
            ranked.append(Ranked(known, weight, features))
        return sorted(ranked, key=lambda it: -it.weight)

    def _country_feature(self, known: Known, around: Surroundings) -> str:
        country = known.place.country or ""
        if country == self._words.home:
            around = self._around
        if not around.placed.get(country):
            return ""  # who only acts does so anywhere
        share = around.share(country)
        if share >= MAINLY:
            return "about"
        is_named = bool(around.countries.get(country))
        if is_named and share >= MUCH and around.placed.get(country):
            return "mentioned"
        is_near = around.nearby.get(country, 0) > 1 or is_named
        if country and self._words.home == country:
            return "at home" if is_near else "nearby"
        return "nearby" if is_near else ""

    def _region_feature(self, known: Known, toponym: Toponym) -> str:
        preposition = toponym.line.tokens[toponym.find.phrase_first].folded
        if preposition in self._words.on_water:
            return "on water"
        if preposition in self._words.in_ and is_area(known):
            return "in water"
        if toponym.find.kind is PlaceKind.REGION:
            return "outlined" if known.place.boundary else ""
        if known.weight != CITY_OF_NOTE:
            return ""
        cities = {it.place.country for it in toponym.find.known if it.place.kind is PlaceKind.CITY}
        if known.place.country in cities:
            return "called after its city"
        is_there = bool(self._around.placed.get(known.place.country or ""))
        return "of no city" if cities and is_there else ""

    def _namesake(self, known: Known, toponym: Toponym) -> str:
        """Return what makes a name the region: "Hamilton, Ontario", or where the text is."""
        line, find = toponym.line, toponym.find
        before = next((it for it in reversed(toponym.finds) if it.stop <= find.first), None)
        own = known.place.country, known.region
        is_of_it = before and any((it.place.country, it.region) == own for it in before.known)
        if before and is_of_it and self._qualifiers.joins(line, before, find):
            return "qualified"
        country = find.country
        if country is None:
            return ""
        nearby = self._around.nearby
        is_there = nearby.get(known.place.country or "", 0) > 1
        return "namesake" if is_there and not nearby.get(country.place.country or "") else ""

    def _features_around(self, known: Known, paragraph: int) -> list[str]:
        """Return what the regions and towns that are named add to a town in or near them."""
        at, held = (known.place.lat, known.place.lon), []
        is_inside = any(
            between_km(at, (area.lat, area.lon)) < (area.radius_km or 0.0)
            for area in self._around.areas
        )
        if is_inside or (known.place.country, known.region) in self._around.regions:
            held.append("in region")
        beside = self._around.sure.get(paragraph, ())[:MOST_BESIDE]
        if any(SAME_TOWN_KM < between_km(at, other) < BESIDE_KM for other in beside):
            held.append("beside")
        if self._is_amid(at):
            held.append("amid")
        return held

    def _is_amid(self, at: tuple[float, float]) -> bool:
        """Return whether half of the places that can be no others lie near."""
        others = [
            it for it in self._around.points[:MOST_BESIDE] if between_km(at, it) > SAME_TOWN_KM
        ]
        near = sum(between_km(at, it) < AMID_KM for it in others)
        return len(others) >= LEAST_AMID and 2 * near >= len(others)


def _weight(feature: str) -> float:
    return FEATURES[feature].weight if feature else 0.0


@lru_cache(maxsize=65536)
def between_km(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Return what a text that names the same towns again and again asks for as often."""
    return distance_km(first, second)


def _is_well_named(known: Known, token: Token) -> bool:
    """Return whether a word is the first name of a place, or one that the dictionary has."""
    if names := token.reading.place_names:
        return not names.isdisjoint(map(fold_words, known.names))
    return fold_words(known.names[0]) in token.reading.forms


def _is_spelt_otherwise(known: Known, own: Sequence[Token]) -> bool:
    """Return whether all names of a place have a letter as "ä" where the text writes none."""
    if any(_MARKED.search(it.text) for it in own):
        return False
    return all(_MARKED.search(name) for name in known.names)


def key_of(place: Candidate) -> str:
    """Return what is the same for all mentions of a place."""
    if place.kind is PlaceKind.COUNTRY:
        return f"country:{place.country}"
    return f"{place.kind}:{place.source_id or fold(place.name)}"


def confidence_of(ranked: Sequence[Ranked]) -> Confidence:
    """Return how sure the likeliest candidate is, by how far it is ahead of the others."""
    best = ranked[0]
    others = _elsewhere(ranked)
    if not others:
        is_sure = best.known.weight >= _LEAST_SURE
    elif (ahead := best.weight - max(others)) < SURE:
        return Confidence.LOW
    else:
        is_sure = ahead >= 2 * SURE
    return Confidence.HIGH if is_sure and not best.place.is_estimate else Confidence.MEDIUM


def _elsewhere(ranked: Sequence[Ranked]) -> Sequence[float]:
    """Return the weights of what is elsewhere than the likeliest."""
    at = ranked[0].place.lat, ranked[0].place.lon
    return [
        it.weight
        for it in ranked[1:]
        if between_km(at, (it.place.lat, it.place.lon)) > SAME_PLACE_KM
    ]


def is_open(
    ranked: Sequence[Ranked], rivals: Iterable[Known], points: Sequence[tuple[float, float]]
) -> bool:
    """Return whether nothing tells which of several places is meant.

    That is a small town which is as likely as one far off, or not far enough ahead of the
    ``rivals`` of its name that other tables have while none of the ``points`` that the text surely
    names lies near. Such a place has no point until somebody says which is meant.
    """
    best = ranked[0]
    if best.place.kind is not PlaceKind.CITY or best.known.weight >= SMALL:
        return False
    ahead = best.weight - max(_elsewhere(ranked), default=-math.inf)
    is_told = _tells_country(best)
    proof = sum(FEATURES[name].proof for name in best.features)
    if proof < PROVEN and confidence_of(ranked) is Confidence.LOW:
        return True
    if {"told", "qualified", "in region"} & {*best.features}:
        return False
    at = best.place.lat, best.place.lon
    if any(SAME_TOWN_KM < between_km(at, it) < NEXT_TO_KM for it in points):
        return False
    others = [
        10**it.weight
        for it in rivals
        if between_km(at, (it.place.lat, it.place.lon)) > SAME_NAME_KM
        and (it.place.country == best.place.country or not is_told)
    ]
    if not is_told and ahead < LEAST_AHEAD_AFAR:
        return True
    least = LEAST_AHEAD if is_told else LEAST_AHEAD_AFAR
    return bool(others) and best.known.weight - math.log10(sum(others)) < least


def _tells_country(ranked: Ranked) -> bool:
    """Return whether something but its name speaks for a place."""
    return not {"well named"}.issuperset(ranked.features)


def reasons_of(ranked: Sequence[Ranked]) -> Mapping[Candidate, str]:
    """Return why each candidate stands where it does, as far as something tells."""
    return {it.place: it.reasons for it in ranked if it.reasons}
