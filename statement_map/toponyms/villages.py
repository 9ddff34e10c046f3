"""Villages and small towns: names that only the table of settlements has.

So many villages share a name that the name alone says nothing. One is meant where the text is: in
a region that it names, near towns that can be no others, or in its country if that has one only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, product

from statement_map.geocoding.settlements import find_longer, find_settlements
from statement_map.geocoding.world import Known, fold_words
from statement_map.model import Confidence, PlaceKind
from statement_map.prose.endings import Endings
from statement_map.toponyms.features import (
    KNOWN_AFAR_AS_A_WORD,
    LARGE,
    LESS_KNOWN,
    MAINLY,
    MOST_BESIDE,
    MUCH,
    NEXT_TO_KM,
    OF_A_LONGER_NAME,
    OUTSIDE_KM,
    SAME_NAME_KM,
    SAME_TOWN_KM,
    TOWN,
)
from statement_map.toponyms.line import Find, Line, Token
from statement_map.toponyms.ranking import Toponym, between_km
from statement_map.toponyms.surroundings import Surroundings
from statement_map.toponyms.words import PlaceWords

_MOST_NAMES = 60
"""So many nominatives that an inflected name may have are looked up."""

_COMPACT_KM = 150.0
"""The towns of a text that lie nearer to its first tell where its villages are."""

_SAME_VILLAGE_KM = 8.0
"""Nearer than that two villages of one name are parts of one."""

_NEXT_DOOR_KM = 10.0
"""So near to a place of its paragraph a village is meant before others that are twice as far."""

_FEW, _NEAR_KM = 3, 20.0
"""A name of more than so many places is that of one of OpenStreetMap's only where it is so near.

It has far from all, so that others may have that name too.
"""

_MOST_WORDS_BACK = 12
"""So far before a name in a list its preposition is looked for."""

_LONG_NAME = 8
"""The letters of a name that is one place's, where the table has one and the text tells nothing."""

_ADJECTIVE_AND_NOUN = 2


@dataclass(frozen=True)
class Chosen:
    """What a village may be, the likeliest first, and how sure that is: not at all with none."""

    known: tuple[Known, ...]
    confidence: Confidence


class Villages:
    """Looks up what the tables of cities and regions have not."""

    def __init__(self, words: PlaceWords, endings: Endings) -> None:
        self._words = words
        self._endings = endings

    def with_towns(self, line: Line, finds: Iterable[Find]) -> Iterator[Find]:
        """Yield the finds with the towns that are also called so: Batavia, which is Jakarta too."""
        for find in finds:
            if find.kind is PlaceKind.CITY and not find.known:
                named = self._named(line, find)
                # Of other countries only larger ones are meant, as of names that are words too.
                towns = [replace(it, is_word=True) for it in named if weighed(it).weight >= TOWN]
                yield replace(find, known=tuple(towns), kind=None) if towns else find
            elif longer := self._with_next_word(line, find):
                yield longer
            elif find.kind is None and find.known and not find.country:
                known = {it.place.source_id for it in find.known}
                own = line.tokens[find.first : find.stop]
                forms = [" ".join(it.folded for it in own)]
                forms += own[0].reading.forms if len(own) == 1 else ()
                more = [
                    replace(it, weight=it.weight - LESS_KNOWN)
                    for form in dict.fromkeys(forms)
                    for it in find_settlements(form)
                    if it.weight >= KNOWN_AFAR_AS_A_WORD
                    and not (it.place.source_id in known or it.place.is_estimate)
                ]
                yield replace(find, known=(*find.known, *more))
            else:
                yield find

    def _with_next_word(self, line: Line, find: Find) -> Find | None:
        """Return a name with the word behind it, if a village has both: "Góra Siewierska"."""
        stop = find.first + _ADJECTIVE_AND_NOUN
        if find.kind is not None or find.country or find.stop > stop:
            return None
        if not self._endings.section or line.capitals(find.first) != stop:
            return None
        if any(" " in fold_words(name) for it in find.known for name in it.names):
            return None
        before = line.before(find.first)
        if find.stop == stop and not (before and before.is_any(self._words.cities)):
            return None  # w Bieruniu Starym, which is of Bieruń
        longer = replace(find, stop=stop, known=(), kind=PlaceKind.CITY)
        return longer if any(self._named(line, longer)) else None

    def named(self, toponym: Toponym) -> tuple[Known, ...]:
        """Return all that have the name of a toponym, or a name of one more word, near or far."""
        found = {it.place.source_id: it for it in self._named(toponym.line, toponym.find)}
        for name in islice(self._names(toponym.line, toponym.find), _MOST_NAMES):
            for known in find_longer(name, OF_A_LONGER_NAME):
                less = replace(known, weight=known.weight - LESS_KNOWN)
                found.setdefault(known.place.source_id, less)
        return tuple(found.values())

    def is_nearer(
        self,
        toponym: Toponym,
        known: Sequence[Known],
        named: Sequence[Known],
        around: Surroundings,
    ) -> bool:
        """Return whether one of ``named`` lies near, and no town of ``known``, from a table."""
        points = _points_beside(toponym, around)
        in_city = [*points, *_city_points(around.points[:MOST_BESIDE])]
        if any(_is_quarter(it, in_city) for it in named):
            return not any(
                _nearest_km(it, in_city) < NEXT_TO_KM
                or (_is_large(it) and _is_often_told_of(it, around, self._words.home))
                for it in known
            )
        if not points or any(
            it.place.kind is not PlaceKind.CITY
            or it.weight >= (TOWN if _is_told_of(it, around, self._words.home) else LARGE)
            or _nearest_km(it, points) < OUTSIDE_KM
            for it in known
        ):
            return False
        return any(_nearest_km(it, points) < NEXT_TO_KM for it in named)

    def choose(
        self,
        toponym: Toponym,
        named: Sequence[Known],
        inside: Sequence[Known],
        around: Surroundings,
        told: Set[str | None],
    ) -> Chosen | None:
        """Return what a toponym may be where the text is, None if nothing tells.

        ``named`` have its name, ``inside`` are those in a region that its sentence names, ``told``
        the countries that stand right behind it: "Real del Monte in Mexico". OpenStreetMap's are
        asked where the others do not tell.
        """
        own, own_inside = _without_mapped(named), _without_mapped(inside)
        chosen = self._choose(toponym, own, own_inside, around, told) if own else None
        if len(own) == len(named) or (chosen and chosen.confidence is not Confidence.NONE):
            return chosen
        if len(named) > _FEW:
            points = _points_of(toponym, around)
            named = [
                it
                for it in named
                if it in inside or not it.is_mapped or _nearest_km(it, points) < _NEAR_KM
            ]
        return self._choose(toponym, named, inside, around, told) if named else None

    def _choose(
        self,
        toponym: Toponym,
        named: Sequence[Known],
        inside: Sequence[Known],
        around: Surroundings,
        told: Set[str | None],
    ) -> Chosen | None:
        if len(named) == 1 and named[0].place.kind is PlaceKind.REGION:
            return Chosen(tuple(named), Confidence.MEDIUM)  # no two counties have one name
        points = _points_of(toponym, around)
        told_of = {*around.nearby, self._words.home}
        near = [it for it in named if it.place.country in told_of or _is_inside(it, around)]
        own = inside or [it for it in near if _is_inside(it, around)]
        by_distance = sorted(own or near, key=lambda it: _nearest_km(it, points))
        close = [it for it in by_distance if _nearest_km(it, points) < NEXT_TO_KM]
        if close and _nearest_km(close[0], points) < _NEXT_DOOR_KM:
            close = [it for it in close if _nearest_km(it, points) < 2 * _NEXT_DOOR_KM]
        ranked = close or (by_distance if own else [])
        if not ranked:
            least = MUCH if _is_one_place(named) else MAINLY  # only one place has the name
            ranked = [it for it in near if around.share(it.place.country or "") >= least]
            ranked = ranked if _is_one_place(ranked) else []
        if not ranked:
            ranked = [it for it in named if it.place.country in told]
            ranked = ranked if _is_one_place(ranked) else []
        if not ranked and not any(around.share(it) >= MAINLY for it in around.nearby):
            some = [it for it in named if it in near or not it.is_mapped]
            ranked = some if _is_one_place(some) and _is_long(some[0]) else []
        if not ranked:
            return None
        if _is_one_place(ranked):
            return Chosen(tuple(ranked), Confidence.MEDIUM)
        is_in_district = bool(inside) and _reach_km(inside) < NEXT_TO_KM
        return Chosen(tuple(ranked), Confidence.LOW if is_in_district else Confidence.NONE)

    def _named(self, line: Line, find: Find) -> Iterator[Known]:
        found: dict[str, Known] = {}
        for name in islice(self._names(line, find), _MOST_NAMES):
            for known in find_settlements(name):
                found.setdefault(known.place.source_id, known)
        yield from found.values()

    def _names(self, line: Line, find: Find) -> Iterator[str]:
        """Yield the folded names of which the words may be forms."""
        own = line.tokens[find.first : find.stop]
        if not own[0].is_capital:  # a county: no other place is written so
            for county in self._words.counties:
                yield from (f"{county} {form}" for form in own[0].reading.forms)
            return
        yield " ".join(it.folded for it in own)
        before = line.before(find.first)
        if before is not None and before.is_any(self._words.cities):
            return  # in the village of a name, which stays as it is
        preposition = self._preposition(line, find.first)
        last = self._forms(own[-1], preposition)
        if len(own) == 1:
            yield from last
        elif len(own) == _ADJECTIVE_AND_NOUN:
            for noun in (own[-1].text, *last):
                if adjective := self._endings.adjective(own[0].text, noun):
                    yield fold_words(f"{adjective} {noun}")
            for first, noun in product(self._forms(own[0], preposition), last):
                yield f"{first} {noun}"

    def _forms(self, token: Token, preposition: str) -> Sequence[str]:
        if not self._endings.section:
            return ()
        guessed = [
            fold_words(name)
            for is_north in (False, True)
            for name in self._endings.villages(token.text, preposition, is_north=is_north)
        ]
        return tuple(dict.fromkeys([*token.reading.forms, *guessed]))

    def _preposition(self, line: Line, at: int) -> str:
        """Return the preposition that governs a name, that of its list if it is in one."""
        if (before := line.before(at)) and before.is_any(self._words.grounds | self._words.regions):
            return ""  # in the region of
        for token in reversed(line.tokens[max(0, at - _MOST_WORDS_BACK) : at]):
            if token.is_preposition(self._words):
                return token.folded
        return ""


def weighed(known: Known) -> Known:
    """Return a settlement, a town under another name than its own as less likely."""
    is_other = known.place.source_id.startswith("geonames:") and len(known.names) > 1
    return replace(known, weight=known.weight - LESS_KNOWN) if is_other else known


def _without_mapped(known: Sequence[Known]) -> Sequence[Known]:
    return [it for it in known if not it.is_mapped]


def _is_often_told_of(known: Known, around: Surroundings, home: str | None) -> bool:
    is_much = around.share(known.place.country or "") >= MUCH
    return is_much and _is_told_of(known, around, home)


def _is_long(known: Known) -> bool:
    """Return whether a name is so long that no other place is likely to have it."""
    return len(known.names[0]) >= _LONG_NAME


def _is_large(known: Known) -> bool:
    return known.weight >= LARGE or known.place.kind is not PlaceKind.CITY


def _is_quarter(known: Known, points: Sequence[tuple[float, float]]) -> bool:
    """Return whether it is a quarter, or a large district, of a city of the paragraph."""
    is_quarter = known.place.is_estimate or known.weight >= TOWN
    return is_quarter and _nearest_km(known, points) < SAME_NAME_KM


def _is_told_of(known: Known, around: Surroundings, home: str | None) -> bool:
    """Return whether the text names its country, or another place there."""
    country = known.place.country or ""
    return country == home or around.placed.get(country, 0) > 1


def _is_inside(known: Known, around: Surroundings) -> bool:
    if (known.place.country, known.region) in around.regions:
        return True
    at = known.place.lat, known.place.lon
    return any(
        between_km(at, (area.lat, area.lon)) < (area.radius_km or 0.0) for area in around.areas
    )


def _points_beside(toponym: Toponym, around: Surroundings) -> Sequence[tuple[float, float]]:
    """Return where the other places of its paragraph are that can be no others."""
    own = [(it.place.lat, it.place.lon) for it in toponym.find.known]
    others = (
        at
        for at in around.sure.get(toponym.paragraph, ())
        if all(between_km(at, it) > SAME_TOWN_KM for it in own)
    )
    return list(islice(others, MOST_BESIDE))


def _points_of(toponym: Toponym, around: Surroundings) -> Sequence[tuple[float, float]]:
    """Return the points that tell where a village is: of its paragraph, or else of its text."""
    points = _points_beside(toponym, around) or _all_points(around)
    return [*points, *_city_points(around.points[:MOST_BESIDE])]


def _all_points(around: Surroundings) -> Sequence[tuple[float, float]]:
    """Return where the places of a text are, nothing if they lie far apart."""
    points = list(islice((at for own in around.sure.values() for at in own), MOST_BESIDE))
    is_compact = all(between_km(points[0], it) < _COMPACT_KM for it in points[1:])
    return points if is_compact else []


@lru_cache(maxsize=64)
def _city_points(points: tuple[tuple[float, float], ...]) -> Sequence[tuple[float, float]]:
    """Return the places of the one city that a text is about, nothing if it is about none."""
    for middle in points:
        own = [it for it in points if between_km(middle, it) < SAME_NAME_KM]
        if len(own) > 1 and 2 * len(own) >= len(points):
            return own
    return []


def _nearest_km(known: Known, points: Sequence[tuple[float, float]]) -> float:
    at = known.place.lat, known.place.lon
    return min((between_km(at, it) for it in points[:MOST_BESIDE]), default=float("inf"))


def _reach_km(known: Sequence[Known]) -> float:
    """Return how far the others lie from the first."""
    at = [(it.place.lat, it.place.lon) for it in known]
    return max(between_km(at[0], it) for it in at)


def _is_one_place(ranked: Sequence[Known]) -> bool:
    """Return whether all are so near to the first that they are one place."""
    at = [(it.place.lat, it.place.lon) for it in ranked]
    return bool(at) and all(between_km(at[0], it) < _SAME_VILLAGE_KM for it in at[1:])
