"""Places in a text: where they are named, and what they may be."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache

from statement_map.drafting.lexicon import Lexicon, guess_village
from statement_map.drafting.naming import Find, Line, NameFinder, Token, is_area
from statement_map.drafting.naming_en import EnglishNameFinder
from statement_map.drafting.naming_pl import PolishNameFinder
from statement_map.drafting.place_words import BY_LANGUAGE, PlaceWords
from statement_map.drafting.text import Sentence
from statement_map.geocoding.candidates import Candidate
from statement_map.geocoding.outlines import Outline, distance_km
from statement_map.geocoding.world import Known, World, fold_words
from statement_map.language.folding import fold
from statement_map.model import Confidence, PlaceKind

_FINDERS: Mapping[str, type[NameFinder]] = {"pl": PolishNameFinder, "en": EnglishNameFinder}
_SAME_PLACE_KM = 60.0
_SURE = 1.0
"""By how many powers of ten the likeliest of several places must be ahead of the next."""

_CLEARLY = 0.5
"""By how much a region must be ahead of what lies elsewhere for it to tell where a text is."""

_MENTIONED = 1.8
"""What a country that the text names adds to the weight of the places in it."""

_NEARBY = 1.2
"""What a country adds in which other places of the text are, or whose language it is in."""

_AT_HOME = 1.5
"""What it adds if it is both."""

_MAINLY, _MUCH = 0.4, 0.15
"""The shares of what a text names from which it is about a country, and often in it."""

_ABOUT = 2.1
"""What the country adds that a text is about."""

_SURELY = 10.0
"""What "Springfield, Illinois" adds to the Springfield in Illinois."""

_TOLD = 2.0
"""What a place adds that the text named before."""

_IN_REGION = 2.0
"""What a region adds to the places in it that the text names too, such as Ontario."""

_BESIDE = 1.0
"""What a place adds to those near it, where its paragraph names it and it can be no other."""

_FIRST_NAME = 0.8
"""What it adds that a name is the first one of a place or in the dictionary."""

_BESIDE_KM = 120.0
_SAME_TOWN_KM = 1.0
_MOST_BESIDE = 20
_LARGEST_AREA_KM = 300.0
_POLAND = (49.0, 55.0)
_NORTH = 52.2
"""From this latitude on more villages are called -owo than -ów."""

_NAMESAKE = 4.0
_ON_WATER = 4.0
_IN_WATER = -2.0
_OF_REGION = -0.6
_OUTLINED = 1.0
_CITY_OF_NOTE = 5.0
_TOWN = 3.7
_KNOWN_AFAR = 3.7
_KNOWN_AFAR_AS_A_WORD = 4.2
"""The weight of a town that may be meant in a text about other countries."""

_MOST_CANDIDATES = 6
_BY_NUMBER = {0: Confidence.NONE, 1: Confidence.MEDIUM}
_HOME = {"pl": "PL"}
_QUALIFIED = re.compile(r",?\s*\(?(?:w\s+|in\s+)?(?:stanie\s+)?")
_SIDES = {
    (1, 0): "The north of",
    (-1, 0): "The south of",
    (0, 1): "The east of",
    (0, -1): "The west of",
    (0, 0): "The middle of",
    (1, 1): "The north-east of",
    (1, -1): "The north-west of",
    (-1, 1): "The south-east of",
    (-1, -1): "The south-west of",
}


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """A place as the text names it.

    ``start`` and ``stop`` count characters in the text of ``paragraph``. ``key`` is the same for
    all mentions of one place. ``candidates`` are what it may be, the likeliest first, and empty
    for a place that no table has; ``within`` is the key of what it lies in, as far as that is
    told. ``local_name`` is its name in the language of the text, if a table has it.
    """

    paragraph: int
    start: int
    stop: int
    phrase: str
    key: str
    name: str
    kind: PlaceKind
    candidates: tuple[Candidate, ...]
    confidence: Confidence
    within: str | None = None
    local_name: str = ""


@dataclass(frozen=True)
class _Surroundings:
    """What a text tells of where its places are: how often it names something in each country."""

    countries: Mapping[str, int]
    nearby: Mapping[str, int]
    regions: Set[tuple[str | None, str]] = frozenset()
    """The regions that it names, by country and GeoNames' code."""

    areas: Sequence[Candidate] = ()
    """The areas without such a code that it names, unless they are very large."""

    sure: Mapping[int, Sequence[tuple[float, float]]] = field(default_factory=dict)
    """Where the places are that can be no others, by paragraph."""

    is_north: bool = False
    """Whether its towns in Poland lie in the north."""

    told: set[str] = field(default_factory=set)
    """The keys of the places named so far."""

    def share(self, country: str) -> float:
        """Return how much of what the text names is in ``country``."""
        return self.nearby.get(country, 0) / max(1, sum(self.nearby.values()))


class PlaceFinder:
    """Finds the places of a text."""

    def __init__(
        self, language: str, lexicon: Lexicon, world: World, outlines: Mapping[str, Outline]
    ) -> None:
        self._language = language
        self._lexicon = lexicon
        self._world = world
        self._outlines = outlines
        self._words: PlaceWords = BY_LANGUAGE[language]
        self._homeland = re.compile("|".join(self._words.homeland), re.IGNORECASE)

    def find(
        self, sentences: Sequence[Sentence], tell: Callable[[int], None] = lambda _done: None
    ) -> tuple[PlaceMark, ...]:
        """Return all places that the sentences of one text name, in their order.

        ``tell`` is told how many sentences are done.
        """
        finder = _FINDERS[self._language](self._lexicon, self._world, self._words, sentences)
        found: list[tuple[Sentence, Line, tuple[Find, ...]]] = []
        for sentence in sentences:
            found.append((sentence, *finder.find(sentence.text)))
            tell(len(found))
        around = _look_around(found, finder.acting)
        found = [
            (sentence, line, tuple(self._leave_out_far(line, finds, around)))
            for sentence, line, finds in found
        ]
        marks = [
            self._mark(sentence, line, find, finds, around)
            for sentence, line, finds in found
            for find in finds
        ]
        home = _main_country(
            Counter(it.candidates[0].country or "" for it in marks if it.candidates) + finder.acting
        )
        if home:
            marks = self._with_home(sentences, home, marks)
        return tuple(_place_sites(marks))

    def _leave_out_far(
        self, line: Line, finds: Sequence[Find], around: _Surroundings
    ) -> Iterator[Find]:
        """Yield the finds without small towns of countries that the text has nothing to do with."""
        for find in finds:
            told = {country for country, _ in _qualifiers(line, find, finds)}
            near = {*told, *around.countries, *around.nearby, _HOME.get(self._language)}
            kept = tuple(
                it
                for it in find.known
                if it.place.kind is not PlaceKind.CITY
                or it.place.country in near
                or it.weight >= (_KNOWN_AFAR_AS_A_WORD if it.is_word else _KNOWN_AFAR)
            )
            if kept or not find.known:
                yield replace(find, known=kept)

    def _mark(
        self,
        sentence: Sentence,
        line: Line,
        find: Find,
        finds: Sequence[Find],
        around: _Surroundings,
    ) -> PlaceMark:
        tokens, text = line.tokens, line.text
        own = tokens[find.first : find.stop]
        start, stop = tokens[find.phrase_first].start, own[-1].stop
        name = text[own[0].start : stop]
        common = {
            "paragraph": sentence.paragraph,
            "start": sentence.start + start,
            "stop": sentence.start + stop,
            "phrase": text[start:stop],
        }
        if find.kind is PlaceKind.SITE:
            airports = self._world.airports(name) if find.site in self._words.airports else ()
            return PlaceMark(
                **common,  # type: ignore[arg-type]
                key=f"site:{' '.join(token.reading.forms[-1] for token in own)}",
                name=airports[0].name if airports else name,
                kind=PlaceKind.SITE,
                candidates=airports,
                confidence=_BY_NUMBER.get(len(airports), Confidence.LOW),
                local_name=name,
            )
        if not find.known:
            base = " ".join(
                token.reading.forms[-1 if token.reading.is_known else 0] for token in own
            )
            return PlaceMark(
                **common,  # type: ignore[arg-type]
                key=f"unknown:{base}",
                name=self._name_unknown(line, find, around) or name,
                kind=PlaceKind.CITY,
                candidates=(),
                confidence=Confidence.NONE,
            )
        if find.side is not None:
            candidate = self._part_of_country(find.known[0], find.side)
            return PlaceMark(
                **common,  # type: ignore[arg-type]
                key=f"part:{_key(find.known[0].place)}:{find.side}",
                name=candidate.name,
                kind=PlaceKind.REGION,
                candidates=(candidate,),
                confidence=Confidence.LOW,
                within=_key(find.known[0].place),
            )
        ranked = self._rank(line, find, finds, around, sentence.paragraph)
        best = ranked[0][1].place
        around.told.add(_key(best))
        confidence = _confidence(ranked)
        return PlaceMark(
            **common,  # type: ignore[arg-type]
            key=_key(best),
            name=best.name,
            kind=best.kind or PlaceKind.CITY,
            candidates=tuple(dict.fromkeys(known.place for _, known in ranked[:_MOST_CANDIDATES])),
            confidence=confidence,
            within=f"country:{best.country}" if best.kind is not PlaceKind.COUNTRY else None,
            local_name=_local_name(ranked[0][1], own),
        )

    def _name_unknown(self, line: Line, find: Find, around: _Surroundings) -> str:
        """Return the nominative of a village that no table has, empty if it stays as it is."""
        own, before = line.tokens[find.first], line.before(find.first)
        if find.stop > find.first + 1 or self._language not in _HOME:
            return ""
        if own.reading.place_name or own.reading.is_known or before is None:
            return own.reading.place_name
        return guess_village(own.text, before.preposition, is_north=around.is_north)

    def _rank(
        self,
        line: Line,
        find: Find,
        finds: Sequence[Find],
        around: _Surroundings,
        paragraph: int,
    ) -> list[tuple[float, Known]]:
        """Return what is found with its weight here, the heaviest first."""
        qualifiers = _qualifiers(line, find, finds)
        preposition = line.tokens[find.phrase_first].folded
        own = line.tokens[find.first : find.stop]
        ranked = []
        of_country = {it: self._weight_of_country(it, around) for it in find.known}
        for known in find.known:
            # A river or a mountain is of no country, and so no farther than any of its namesakes.
            weight = known.weight + (
                max(of_country.values()) if is_area(known) else of_country[known]
            )
            if len(own) == 1 and _is_well_named(known, own[0]):
                weight += _FIRST_NAME
            if not qualifiers.isdisjoint(
                {(known.place.country, known.region), (known.place.country, "")}
            ):
                weight += _SURELY
            is_region = known.place.kind in {PlaceKind.REGION, PlaceKind.WATER}
            if _key(known.place) in around.told and (
                not is_region or find.kind or not known.region
            ):
                weight += _TOLD
            if is_region:
                weight += _weight_of_region(known, find, preposition=preposition)
                weight += _weight_of_namesake(known, line, find, finds, around)
            elif len(find.known) > 1:
                weight += _weight_of_surroundings(known, around, paragraph)
            ranked.append((weight, known))
        return sorted(ranked, key=lambda it: -it[0])

    def _weight_of_country(self, known: Known, around: _Surroundings) -> float:
        country = known.place.country or ""
        share = around.share(country)
        if share >= _MAINLY:
            return _ABOUT
        if around.countries.get(country) and share >= _MUCH:
            return _MENTIONED
        is_near = around.nearby.get(country, 0) > 1 or bool(around.countries.get(country))
        if country and _HOME.get(self._language) == country:
            return _AT_HOME if is_near else _NEARBY
        return _NEARBY if is_near else 0.0

    def _part_of_country(self, country: Known, side: tuple[int, int]) -> Candidate:
        """Return a circle in that part of a country: there is no border to draw."""
        place = country.place
        outline = self._outlines.get(place.boundary or "")
        lat, lon, radius_km = place.lat, place.lon, 100.0
        if outline:
            lat, lon, radius_km = _circle_on_side(outline, (place.lat, place.lon), side)
        elif place.radius_km:
            lat, lon, radius_km = _circle_in_circle(place, side)
        return Candidate(
            name=f"{_SIDES[side]} {place.name}",
            kind=PlaceKind.REGION,
            lat=lat,
            lon=lon,
            source="estimate from the country's outline",
            source_id="",
            radius_km=radius_km,
            country=place.country,
        )

    def _with_home(
        self, sentences: Sequence[Sentence], home: str, marks: Sequence[PlaceMark]
    ) -> list[PlaceMark]:
        """Return ``marks`` and where the text says "in the country" of the one it is about."""
        found: list[PlaceMark] = []
        taken, at = sorted(marks, key=lambda it: (it.paragraph, it.start)), 0
        for sentence in sentences:
            end = sentence.paragraph, sentence.start + len(sentence.text)
            first = at
            while at < len(taken) and (taken[at].paragraph, taken[at].start) < end:
                at += 1
            own = taken[first:at]
            own += list(self._home_marks(sentence, home, own))
            found += sorted(own, key=lambda it: it.start)
        return found

    def _home_marks(
        self, sentence: Sentence, home: str, own: Sequence[PlaceMark]
    ) -> Iterator[PlaceMark]:
        """Yield the marks of that in one sentence."""
        outline = self._outlines.get(home)
        if outline is None:
            return
        known = next(
            (
                it
                for it in self._world.look_up(fold_words(outline.name))
                if it.place.boundary == home
            ),
            None,
        )
        if known is None:
            return
        for match in self._homeland.finditer(sentence.text):
            start, stop = sentence.start + match.start(), sentence.start + match.end()
            if any(mark.start < stop and start < mark.stop for mark in own):
                continue
            side = _side_of(match, self._words)
            place = self._part_of_country(known, side) if side else known.place
            yield PlaceMark(
                sentence.paragraph,
                start,
                stop,
                match.group(),
                f"part:{_key(known.place)}:{side}" if side else _key(place),
                place.name,
                place.kind or PlaceKind.COUNTRY,
                (place,),
                Confidence.LOW if side else Confidence.MEDIUM,
            )


def _side_of(match: re.Match[str], words: PlaceWords) -> tuple[int, int] | None:
    """Return the side of the country that is meant, None if all of it is."""
    named = next((text for text in match.groups() if text), None)
    if named is None:
        return None
    folded = fold_words(named)
    for word, side in words.directions.items():
        if folded.startswith(word[:5]) and (len(folded) <= len(word) + 2):
            return side
    return None


def _look_around(
    found: Iterable[tuple[Sentence, Line, Sequence[Find]]], acting: Mapping[str, int]
) -> _Surroundings:
    """Return what the finds of all sentences, and who acts in them, tell of where a text is."""
    countries = Counter(acting)
    nearby: Counter[str] = Counter()
    regions: set[tuple[str | None, str]] = set()
    areas: dict[Candidate, None] = {}
    sure: defaultdict[int, list[tuple[float, float]]] = defaultdict(list)
    for sentence, line, finds in found:
        for find in finds:
            if find.country and find.country.place.country and len(find.known) == 1:
                countries[find.country.place.country] += 1
            owners = _owners(find)
            is_namesake = find.country is not None and len(find.known) > 1
            if len(owners) == 1 and not is_namesake and (owner := owners.pop()):
                nearby[owner] += 1
            own = {(it.place.country, it.region) for it in find.known if it.region}
            regions |= own & _qualifiers(line, find, finds)
            best = max(find.known, key=lambda it: it.weight, default=None)
            if best is None or find.side is not None:
                continue
            others = [
                it.weight
                for it in find.known
                if (it.place.country, it.region) != (best.place.country, best.region)
            ]
            lead = best.weight - max(others, default=0.0)
            if best.place.kind is PlaceKind.CITY and lead > _SURE:
                sure[sentence.paragraph].append((best.place.lat, best.place.lon))
            elif best.place.kind is PlaceKind.REGION and best.region:
                if lead > _CLEARLY:
                    regions.add((best.place.country, best.region))
            elif (
                best.place.kind in {PlaceKind.REGION, PlaceKind.WATER}
                and not best.names[0].endswith("River")
                and not _is_address(line, find, finds)
                and (best.place.radius_km or _LARGEST_AREA_KM) < _LARGEST_AREA_KM
            ):
                areas[best.place] = None
    lats = [at[0] for own in sure.values() for at in own if _POLAND[0] < at[0] < _POLAND[1]]
    return _Surroundings(
        countries,
        nearby + countries,
        regions,
        tuple(areas)[:_MOST_BESIDE],
        sure,
        is_north=sum(lats) > _NORTH * len(lats),
    )


def _owners(find: Find) -> set[str | None]:
    """Return the countries of what may well be meant."""
    least = max(_TOWN, find.weight - _SURE)
    return {it.place.country for it in find.known if it.weight >= least}


def _is_address(line: Line, find: Find, finds: Sequence[Find]) -> bool:
    """Return whether a find only says where the town before it is: "Birmingham, England"."""
    return any(
        it.stop <= find.first
        and _QUALIFIED.fullmatch(
            line.text, line.tokens[it.stop - 1].stop, line.tokens[find.first].start
        )
        for it in finds
    )


def _weight_of_surroundings(known: Known, around: _Surroundings, paragraph: int) -> float:
    """Return what the regions and towns that are named add to a town in or near them."""
    place = known.place
    at = place.lat, place.lon
    weight = 0.0
    if (place.country, known.region) in around.regions or any(
        _distance_km(at, (area.lat, area.lon)) < (area.radius_km or 0.0) for area in around.areas
    ):
        weight += _IN_REGION
    beside = around.sure.get(paragraph, ())[:_MOST_BESIDE]
    if any(_SAME_TOWN_KM < _distance_km(at, other) < _BESIDE_KM for other in beside):
        weight += _BESIDE
    return weight


def _weight_of_namesake(
    known: Known, line: Line, find: Find, finds: Sequence[Find], around: _Surroundings
) -> float:
    """Return what makes a name the region: "Hamilton, Ontario", Georgia in a text about the US."""
    before = next((it for it in reversed(finds) if it.stop <= find.first), None)
    if before and any(
        (it.place.country, it.region) == (known.place.country, known.region) for it in before.known
    ):
        between = line.text[line.tokens[before.stop - 1].stop : line.tokens[find.first].start]
        if _QUALIFIED.fullmatch(between):
            return _SURELY
    country = find.country
    if country is None:
        return 0.0
    is_there = around.nearby.get(known.place.country or "", 0) > 1
    return _NAMESAKE if is_there and not around.nearby.get(country.place.country or "") else 0.0


def _qualifiers(line: Line, find: Find, finds: Sequence[Find]) -> set[tuple[str | None, str]]:
    """Return the countries and regions that the next name may say a place is in."""
    following = next((it for it in finds if it.first >= find.stop), None)
    if following is None:
        return set()
    between = line.text[line.tokens[find.stop - 1].stop : line.tokens[following.first].start]
    if not _QUALIFIED.fullmatch(between):
        return set()
    own = {(it.place.country, it.region) for it in find.known if it.place.kind is PlaceKind.CITY}
    regions = {
        (it.place.country, it.region)
        for it in following.known
        if it.place.kind is PlaceKind.REGION and it.region
    }
    likeliest = max(following.known, key=lambda it: it.weight, default=None)
    if likeliest is None or likeliest.place.kind is PlaceKind.CITY:
        return regions & own  # Hamilton, Ontario; else it is the next one in a list
    return regions & own or {
        (it.place.country, "")
        for it in following.known
        if it.place.kind in {PlaceKind.REGION, PlaceKind.COUNTRY} and it.place.country
    }


def _weight_of_region(known: Known, find: Find, *, preposition: str) -> float:
    if preposition == "nad":
        return _ON_WATER
    if preposition == "w" and is_area(known):
        return _IN_WATER  # one lives in the town Wisła, and by the river
    if find.kind is PlaceKind.REGION:
        return _OUTLINED if known.place.boundary else 0.0
    return _OF_REGION if known.weight == _CITY_OF_NOTE else 0.0  # named after its city


def _circle_on_side(
    outline: Outline, middle: tuple[float, float], side: tuple[int, int]
) -> tuple[float, float, float]:
    """Return lat, lon and radius in km of a circle on one side of a country."""
    ring = max((polygon[0] for polygon in outline.polygons), key=len)
    lats, lons = [point[1] for point in ring], [point[0] for point in ring]
    height, width = max(lats) - min(lats), max(lons) - min(lons)
    lat = (max(lats) + min(lats)) / 2 + side[0] * height / 3 if side[0] else middle[0]
    lon = (max(lons) + min(lons)) / 2 + side[1] * width / 3 if side[1] else middle[1]
    sizes = (height * 111.2, width * 111.2 * math.cos(math.radians(lat)))
    spans = [size for size, on in zip(sizes, side, strict=True) if on] or [min(sizes)]
    # A country may be bent: then as far out as the point is still in it.
    for share in (1.0, 0.75, 0.5, 0.25, 0.0):
        near = middle[0] + (lat - middle[0]) * share, middle[1] + (lon - middle[1]) * share
        if not outline.outside_km(*near):
            break
    return *near, max(10.0, float(round(min(spans) / 6)))


def _circle_in_circle(place: Candidate, side: tuple[int, int]) -> tuple[float, float, float]:
    """Return lat, lon and radius in km of a circle on one side of another."""
    radius_km = place.radius_km or 0.0
    north, east = (radius_km / 2 / math.hypot(*side) * it if it else 0.0 for it in side)
    lat = place.lat + north / 111.2
    return lat, place.lon + east / (111.2 * math.cos(math.radians(lat))), round(radius_km / 2, 1)


def _main_country(countries: Mapping[str, int]) -> str | None:
    """Return the country that a text is about: named twice as often as any other."""
    counts = sorted(((count, code) for code, count in countries.items() if code), reverse=True)
    if not counts:
        return None
    second = counts[1][0] if len(counts) > 1 else 0
    return counts[0][1] if counts[0][0] >= 2 * second else None


def _local_name(known: Known, tokens: Sequence[Token]) -> str:
    """Return the name that the words are a form of, empty if none is."""
    forms = [{*token.reading.forms} for token in tokens]
    for name in (name.removesuffix(" rzeka") for name in known.names):
        words = fold_words(name).split(" ")
        if len(words) == len(forms) and all(
            word in own for word, own in zip(words, forms, strict=True)
        ):
            return name if name[:1].isupper() else ""
    return ""


def _is_well_named(known: Known, token: Token) -> bool:
    """Return whether a word is the first name of a place, or one that the dictionary has."""
    if names := token.reading.place_names:
        return not names.isdisjoint(map(fold_words, known.names))
    return fold_words(known.names[0]) in token.reading.forms


@lru_cache(maxsize=65536)
def _distance_km(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Return what a text that names the same towns again and again asks for as often."""
    return distance_km(first, second)


def _key(place: Candidate) -> str:
    if place.kind is PlaceKind.COUNTRY:
        return f"country:{place.country}"
    return f"{place.kind}:{place.source_id or fold(place.name)}"


def _confidence(ranked: Sequence[tuple[float, Known]]) -> Confidence:
    weight, best = ranked[0]
    at = best.place.lat, best.place.lon
    others = [
        other
        for other, known in ranked[1:]
        if _distance_km(at, (known.place.lat, known.place.lon)) > _SAME_PLACE_KM
    ]
    if not others:
        is_sure = best.weight >= 4
    elif (ahead := weight - max(others)) < _SURE:
        return Confidence.LOW
    else:
        is_sure = ahead >= 2 * _SURE
    return Confidence.HIGH if is_sure and not best.place.is_estimate else Confidence.MEDIUM


def _place_sites(marks: Sequence[PlaceMark]) -> Iterator[PlaceMark]:
    """Yield the marks, each building within the nearest city that its paragraph names."""
    by_paragraph: defaultdict[int, list[PlaceMark]] = defaultdict(list)
    for mark in marks:
        if mark.kind is PlaceKind.CITY:
            by_paragraph[mark.paragraph].append(mark)
    for mark in marks:
        if mark.kind is PlaceKind.SITE and not mark.candidates:
            cities = by_paragraph[mark.paragraph]
            behind = bisect_left(cities, mark.start, key=lambda city: city.start)
            beside = cities[max(0, behind - 1) : behind + 1]
            near = min(beside, key=lambda city: abs(city.start - mark.start), default=None)
            mark = replace(mark, within=near.key if near else None)
        yield mark
