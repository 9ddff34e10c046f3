"""What words may mean: places and dates, found without a network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from statement_map.drafting.proposing import Details, Draft, TellSentences, draft
from statement_map.files.folder import world_outlines
from statement_map.geocoding.candidates import Candidate
from statement_map.geocoding.outlines import Outline, build_areas
from statement_map.geocoding.world import World, fold_words
from statement_map.model import Statement
from statement_map.prose.dictionaries import open_lexicon
from statement_map.prose.text import LANGUAGES, Sentence, SourceText, build_source
from statement_map.temporal_tagging import find_dates
from statement_map.toponyms import PlaceFinder, PlaceMark
from statement_map.when import When, read_when

MOST_CANDIDATES = 12
"""So many are offered for one name."""

_PARAGRAPHS_BEFORE = 10
"""So many paragraphs before one tell the year of what it names."""


@dataclass(frozen=True)
class ReadDate:
    """A date, and the words that were read as it; ``paragraph`` is where they stand."""

    when: When
    words: str
    paragraph: int = 0


def draft_text(source: SourceText, details: Details, tell: TellSentences) -> Draft:
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


def find_date(words: str, statement: Statement, language: str | None = None) -> ReadDate | None:
    """Return the first date in ``words`` of a statement, None if they tell none by themselves.

    They may be EDTF, or in the ``language`` of somebody who types them, else in the statement's.
    The reading that takes more of the words is the one that is meant. What they leave open, such
    as the year, is counted from the day of the statement.
    """
    try:
        return ReadDate(read_when(words.strip()), words.strip())
    except ValueError:
        pass
    found: list[ReadDate] = []
    for code in dict.fromkeys(filter(None, (language, statement.language))):
        if code in LANGUAGES:
            source = build_source("", words, code)
            found += _dates(source, source.sentences(), statement.published)[:1]
    return max(found, key=lambda it: len(it.words), default=None)


def dates_in(text: str, statement: Statement, paragraph: int) -> tuple[ReadDate, ...]:
    """Return the dates that a paragraph names, read in the light of those before it."""
    if statement.language not in LANGUAGES:
        return ()
    source = build_source("", text, statement.language)
    near = range(paragraph - _PARAGRAPHS_BEFORE, paragraph + 1)
    marks = _dates(
        source, [it for it in source.sentences() if it.paragraph in near], statement.published
    )
    return tuple(date for date in marks if date.paragraph == paragraph)


def _dates(
    source: SourceText, sentences: Iterable[Sentence], published: When | None
) -> list[ReadDate]:
    marks = find_dates(source, sentences, published)
    return [ReadDate(mark.when, mark.phrase, mark.paragraph) for mark in marks if mark.when]


@lru_cache(maxsize=1)
def _areas() -> Mapping[str, Outline]:
    return build_areas(world_outlines())


@lru_cache(maxsize=1)
def _world() -> World:
    return World(_areas())
