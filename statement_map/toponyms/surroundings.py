"""What a text tells of where its places are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import chain

from statement_map.geocoding.candidates import Candidate
from statement_map.geocoding.world import Known, World
from statement_map.model import PlaceKind
from statement_map.prose.text import Sentence
from statement_map.toponyms.features import (
    CLEARLY,
    LARGEST_AREA_KM,
    MOST_BESIDE,
    SMALL,
    SURE,
    TOWN,
)
from statement_map.toponyms.line import Find, Line
from statement_map.toponyms.words import PlaceWords

_POLAND = (49.0, 55.0)
"""The latitudes between which it lies, in degrees."""

_NORTH = 52.2
"""From this latitude on more villages of Poland are called -owo than -ów."""

_POSTAL_COUNTRIES = ("US", "CA")
"""Where a state or province is written in two capitals behind a town: Fresno, CA."""

_POSTAL_LENGTH = 2

_MOST_POINTS = 200
"""So many towns of a text are compared with a name that nothing beside it tells."""

Region = tuple[str | None, str]
"""A country and GeoNames' code of its region, empty for all of it."""


@dataclass(frozen=True)
class Surroundings:
    """How often a text names something in each country, and what lies around its places."""

    countries: Mapping[str, int]
    nearby: Mapping[str, int]
    regions: Set[Region] = frozenset()
    """The regions that it names."""

    areas: Sequence[Candidate] = ()
    """The areas without such a code that it names, unless they are very large."""

    sure: Mapping[int, Sequence[tuple[float, float]]] = field(default_factory=dict)
    """Where the places are that can be no others, by paragraph."""

    placed: Mapping[str, int] = field(default_factory=dict)
    """How often it names a place in each country, without those who only act for one."""

    is_north: bool = False
    """Whether its towns in Poland lie in the north."""

    points: tuple[tuple[float, float], ...] = ()
    """The same of all paragraphs, each once, and no more of them than tell enough."""

    told: set[str] = field(default_factory=set)
    """The keys of the places named so far."""

    votes: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """How often each small town's name speaks for the one country that it may lie in."""

    def share(self, country: str) -> float:
        """Return how much of what the text names is in ``country``."""
        return self.nearby.get(country, 0) / max(1, sum(self.nearby.values()))

    def without(self, name: str) -> Surroundings:
        """Return what all other names tell, if they tell anything: none confirms itself."""
        own = self.votes.get(name, {})
        placed, nearby = Counter(self.placed), Counter(self.nearby)
        placed.subtract(own)
        nearby.subtract(own)
        return replace(self, nearby=+nearby, placed=+placed) if own and +nearby else self


class Qualifiers:
    """Says which country or region stands behind a name to tell where it is."""

    def __init__(self, words: PlaceWords, world: World) -> None:
        self._words = words
        self._world = world

    def of(self, line: Line, find: Find, finds: Sequence[Find]) -> set[Region]:
        """Return the countries and regions that are named right behind ``find``."""
        if postal := self._postal(line, find):
            return postal
        following = next((it for it in finds if it.first >= find.stop), None)
        if following is None or not self.joins(line, find, following):
            return set()
        own = {(it.place.country, it.region) for it in find.known if _is_in_region(it)}
        regions = {
            (it.place.country, it.region)
            for it in following.known
            if it.place.kind is PlaceKind.REGION and it.region
        }
        likeliest = max(following.known, key=lambda it: it.weight, default=None)
        if likeliest is None or _is_city(likeliest):
            return regions & own  # Hamilton, Ontario; else it is the next one in a list
        return regions & own or {
            (it.place.country, "")
            for it in following.known
            if it.place.kind in {PlaceKind.REGION, PlaceKind.COUNTRY} and it.place.country
        }

    def joins(self, line: Line, find: Find, following: Find) -> bool:
        """Return whether ``following`` may say where ``find`` is: only a comma is between."""
        between = line.text[line.tokens[find.stop - 1].stop : line.tokens[following.first].start]
        return self._words.qualified.fullmatch(between) is not None

    def is_address(self, line: Line, find: Find, finds: Sequence[Find]) -> bool:
        """Return whether a find only says where the town before it is: "Birmingham, England"."""
        return any(it.stop <= find.first and self.joins(line, it, find) for it in finds)

    def _postal(self, line: Line, find: Find) -> set[Region]:
        """Return the state that stands in short behind a town: "Fresno, CA", "Columbus, Ga."."""
        if find.stop >= len(line):
            return set()
        token = line.tokens[find.stop]
        between = line.text[line.tokens[find.stop - 1].stop : token.start]
        if between.strip() != ",":
            return set()
        known: tuple[Known, ...] = ()
        if len(token.text) == _POSTAL_LENGTH and token.text.isupper():
            codes = [f"{country}-{token.text}" for country in _POSTAL_COUNTRIES]
            known = tuple(it for code in codes if (it := self._world.region_of_code(code)))
        elif line.text.startswith(".", token.stop):
            known = self._world.look_up_region(token.folded)
        own = {(it.place.country, it.region) for it in find.known if _is_city(it)}
        return own & {
            (it.place.country, it.region) for it in known if it.place.country in _POSTAL_COUNTRIES
        }


def _is_city(known: Known) -> bool:
    return known.place.kind is PlaceKind.CITY


def _is_in_region(known: Known) -> bool:
    """Return whether a region may be named behind it: Lee County, Florida."""
    return _is_city(known) or known.is_district


def look_around(
    found: Sequence[tuple[Sentence, Line, Sequence[Find]]],
    acting: Mapping[str, int],
    qualifiers: Qualifiers,
) -> Surroundings:
    """Return where a text is set, to prefer nearby candidates of its names (toponym resolution).

    ``found`` are the names of each sentence with their candidates; ``acting`` is how often each
    country acts in the text ("Russia said") instead of lying somewhere in it.
    """
    regions: set[Region] = set()
    areas: dict[Candidate, None] = {}
    sure: defaultdict[int, list[tuple[float, float]]] = defaultdict(list)
    for sentence, line, finds in found:
        for find in finds:
            own = {(it.place.country, it.region) for it in find.known if it.region}
            regions |= own & qualifiers.of(line, find, finds)
            best = max(find.known, key=lambda it: it.weight, default=None)
            if best is None or find.side is not None:
                continue
            lead = best.weight - _next_elsewhere(find, best)
            if _is_city(best) and lead > SURE:
                sure[sentence.paragraph].append((best.place.lat, best.place.lon))
            elif best.place.kind is PlaceKind.REGION and best.region:
                if lead > CLEARLY:
                    regions.add((best.place.country, best.region))
                    areas |= {best.place: None} if best.is_district else {}
            elif _tells_where(best) and not qualifiers.is_address(line, find, finds):
                areas[best.place] = None
    lats = [at[0] for own in sure.values() for at in own if _POLAND[0] < at[0] < _POLAND[1]]
    countries, placed, votes = _count_countries(found, acting)
    return Surroundings(
        countries,
        placed + countries,
        regions,
        tuple(areas)[:MOST_BESIDE],
        sure,
        placed=placed,
        points=tuple(dict.fromkeys(chain.from_iterable(sure.values())))[:_MOST_POINTS],
        is_north=sum(lats) > _NORTH * len(lats),
        votes=votes,
    )


def _count_countries(
    found: Iterable[tuple[Sentence, Line, Sequence[Find]]], acting: Mapping[str, int]
) -> tuple[Counter[str], Counter[str], Mapping[str, Counter[str]]]:
    """Return how often each country is named, has a place named, and by which small towns."""
    countries, placed = Counter(acting), Counter[str]()
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line, find in ((line, find) for _, line, finds in found for find in finds):
        if find.country and find.country.place.country and len(find.known) == 1:
            countries[find.country.place.country] += 1
        owners = _owners(find)
        is_namesake = find.country is not None and len(find.known) > 1
        if len(owners) == 1 and not is_namesake and (owner := owners.pop()):
            placed[owner] += 1
            if find.weight < SMALL and all(map(_is_city, find.known)):
                votes[name_of(line, find)][owner] += 1
    return countries, placed, votes


def name_of(line: Line, find: Find) -> str:
    """Return the folded words of a name as they stand."""
    return " ".join(it.folded for it in line.tokens[find.first : find.stop])


def _next_elsewhere(find: Find, best: Known) -> float:
    """Return the weight of the likeliest candidate in another region than ``best``."""
    own = best.place.country, best.region
    others = [it.weight for it in find.known if (it.place.country, it.region) != own]
    return max(others, default=0.0)


def _tells_where(known: Known) -> bool:
    """Return whether an area is small enough to tell where a text is; a river is too long."""
    is_area = known.place.kind in {PlaceKind.REGION, PlaceKind.WATER} and not known.region
    return (
        is_area
        and not known.is_river
        and (known.place.radius_km or LARGEST_AREA_KM) < LARGEST_AREA_KM
    )


def _owners(find: Find) -> set[str | None]:
    """Return the countries of what may well be meant."""
    least = max(TOWN, find.weight - SURE)
    return {it.place.country for it in find.known if it.weight >= least}


def main_country(countries: Mapping[str, int]) -> str | None:
    """Return the country that a text is about: named twice as often as any other."""
    counts = sorted(((count, code) for code, count in countries.items() if code), reverse=True)
    if not counts:
        return None
    second = counts[1][0] if len(counts) > 1 else 0
    return counts[0][1] if counts[0][0] >= 2 * second else None
