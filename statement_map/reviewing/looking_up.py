"""What words may mean: places and dates, found without a network."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from statement_map.drafting.dates import find_dates
from statement_map.drafting.dictionaries import open_lexicon
from statement_map.drafting.places import PlaceFinder, PlaceMark
from statement_map.drafting.proposing import Details, Draft, Tell, draft
from statement_map.drafting.text import LANGUAGES, SourceText, build_source
from statement_map.files.folder import world_outlines
from statement_map.geocoding.candidates import Candidate
from statement_map.geocoding.outlines import Outline, build_areas
from statement_map.geocoding.world import World, fold_words
from statement_map.model import Statement
from statement_map.when import When

MOST_CANDIDATES = 12
"""So many are offered for one name."""


def draft_text(source: SourceText, details: Details, tell: Tell) -> Draft:
    """Return what ``source`` seems to tell; raises what :func:`draft` raises."""
    return draft(source, _areas(), details, world=_world(), tell=tell)


def find_candidates(name: str) -> tuple[Candidate, ...]:
    """Return what is called ``name``, the likeliest first."""
    if not (folded := fold_words(name)):
        return ()  # where there is no other name, the tables have an empty one
    known = [*_world().look_up(folded), *_world().look_up_region(folded)]
    known.sort(key=lambda it: -it.weight)
    found = dict.fromkeys([*(it.place for it in known), *_world().airports(name)])
    return tuple(found)[:MOST_CANDIDATES]


def find_place(words: str, statement: Statement) -> PlaceMark | None:
    """Return the first place in ``words`` of a statement, None if none is recognised."""
    if statement.language not in LANGUAGES:
        return None
    source = build_source("", words, statement.language)
    lexicon = open_lexicon(statement.language)
    finder = PlaceFinder(statement.language, lexicon, _world(), _areas())
    return next(iter(finder.find(list(source.sentences()))), None)


def find_date(words: str, statement: Statement) -> When | None:
    """Return the first date in ``words`` of a statement, None if they tell none by themselves."""
    if statement.language not in LANGUAGES:
        return None
    source = build_source("", words, statement.language)
    marks = find_dates(source, source.sentences(), statement.published)
    return next((mark.when for mark in marks if mark.when), None)


@lru_cache(maxsize=1)
def _areas() -> Mapping[str, Outline]:
    return build_areas(world_outlines())


@lru_cache(maxsize=1)
def _world() -> World:
    return World(_areas())
