"""The words of a language that tell places from other names, folded and in their base forms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from babel import Locale

from statement_map.geocoding.world import fold_words
from statement_map.prose.languages import table_of
from statement_map.temporal_tagging.grammar import grammar_of

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, kw_only=True)
class PlaceWords:
    """The section ``[places]`` of a table, where each group of words is explained.

    ``names`` says whether they are ``inflected`` or ``plain``; ``home`` is the country whose towns
    are likelier, by its ISO 3166-1 code. ``listed`` is what stands between the names of a list,
    ``qualified`` between a name and where it lies, ``relative`` behind who does something,
    ``passed`` behind what a ship passes, ``personal`` behind a person. ``homeland`` are the
    phrases for the country that a text is about, ``directions`` the parts of a country, by the
    sides (north, east) they are on.
    """

    code: str
    names: str
    home: str | None = None
    listed: re.Pattern[str] = _NEVER
    qualified: re.Pattern[str] = _NEVER
    homeland: re.Pattern[str] = _NEVER
    relative: re.Pattern[str] = _NEVER
    passed: re.Pattern[str] = _NEVER
    personal: re.Pattern[str] = _NEVER
    directions: Mapping[str, tuple[int, int]]
    prepositions: frozenset[str]
    questions: frozenset[str]
    takes: frozenset[str]
    deeds: frozenset[str]
    facing: frozenset[str]
    leaving: frozenset[str]
    bound: frozenset[str]
    within: frozenset[str]
    along: frozenset[str]
    titles: frozenset[str]
    ships: frozenset[str]
    offices: frozenset[str]
    actors: frozenset[str]
    bearers: frozenset[str]
    becomes: frozenset[str]
    campuses: frozenset[str]
    flows: frozenset[str]
    riversides: frozenset[str]
    titled: frozenset[str]
    with_: frozenset[str]
    regions: frozenset[str]
    cities: frozenset[str]
    grounds: frozenset[str]
    sites: frozenset[str]
    airports: frozenset[str]
    nature: frozenset[str]
    nature_of: frozenset[str]
    nature_before: frozenset[str]
    river: frozenset[str]
    waters: frozenset[str]
    water_leads: frozenset[str]
    on_water: frozenset[str]
    by_river: frozenset[str]
    in_: frozenset[str]
    site_surnames: frozenset[str]
    short_sites: frozenset[str]
    monuments: frozenset[str]
    in_a_country: frozenset[str]
    of_states: frozenset[str]
    part_nouns: frozenset[str]
    part_words: frozenset[str]
    passive: frozenset[str]
    verbs: frozenset[str]
    no_places: frozenset[str]
    people: frozenset[str]
    organisations: frozenset[str]
    papers: frozenset[str]
    near: frozenset[str]
    saints: frozenset[str]
    company: frozenset[str]
    through: frozenset[str]
    buildings: frozenset[str]
    streets: frozenset[str]
    sorts: frozenset[str]
    bare_regions: frozenset[str]
    communes: frozenset[str]
    works: frozenset[str]
    around: frozenset[str]
    against: frozenset[str]
    counties: frozenset[str]
    short_counties: frozenset[str]
    sentence_words: frozenset[str]
    day_words: frozenset[str]
    articles: frozenset[str]
    of: frozenset[str]
    and_: frozenset[str]
    from_: frozenset[str]
    to: frozenset[str]
    ages: frozenset[str]
    joiners: frozenset[str]
    feast_leads: frozenset[str]
    silent: frozenset[str]
    no_prepositions: frozenset[str]
    own_adjective: frozenset[str]
    own_state: frozenset[str]
    demonym_endings: tuple[str, ...]
    family_endings: tuple[str, ...]
    with_endings: tuple[str, ...]
    possessive_endings: tuple[str, ...]
    abstract_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    person_endings: tuple[str, ...]
    plural_ending: tuple[str, ...]
    region_noun_endings: tuple[str, ...]
    region_endings: tuple[str, ...]
    region_adjectives: tuple[str, ...]
    region_stems: tuple[str, ...]
    county_endings: tuple[str, ...]
    adjective_endings: tuple[str, ...]

    @property
    def leads(self) -> frozenset[str]:
        """Words behind which a name is rather a place's, such as "in" and "where"."""
        return self.prepositions | self.questions

    def singular(self, word: str) -> str:
        """Return a word without the ending of the plural, if the language has one such."""
        return next((word[: -len(it)] for it in self.plural_ending if word.endswith(it)), word)

    def is_plural(self, word: str) -> bool:
        """Return whether a word has that ending."""
        return bool(self.plural_ending) and word.endswith(self.plural_ending)


@cache
def names_of_languages(code: str) -> frozenset[str]:
    """Return what the languages of the world are called in one."""
    return frozenset(map(fold_words, Locale(code).languages.values()))


@cache
def words_of(code: str) -> PlaceWords:
    """Return the words of a language that has a table."""
    section, compile_ = table_of(code).section("places"), grammar_of(code).patterns.compile
    words = {
        field.name: str(section.get(field.name.rstrip("_"), "")).split()
        for field in fields(PlaceWords)
        if str(field.type).startswith(("frozenset", "tuple"))
    }
    words["titles"] += words["ships"]
    tuples = {field.name for field in fields(PlaceWords) if str(field.type).startswith("tuple")}
    sides = section.get("directions", {})
    return PlaceWords(
        code=code,
        names=section["names"],
        home=section.get("home"),
        listed=compile_(section["listed"]),
        qualified=compile_(section["qualified"]),
        relative=compile_(section["relative"]) if "relative" in section else _NEVER,
        passed=compile_(section["passed"]) if "passed" in section else _NEVER,
        personal=compile_(section["personal"]) if "personal" in section else _NEVER,
        homeland=re.compile(
            "|".join(compile_(it).pattern for it in section["homeland"]), re.IGNORECASE
        ),
        directions={word: (north, east) for word, (north, east) in sides.items()},
        **{  # type: ignore[arg-type]
            name: tuple(own) if name in tuples else frozenset(own) for name, own in words.items()
        },
    )
