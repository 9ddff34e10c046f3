"""Drafting takes time in proportion to the text, whatever the text is.

Held as a ratio: four times as much of a text may take at most ten times as long, where the square
would take sixteen. The rules of dates read sentences, which are cut at 2 000 characters; each may
take more than its share there, but not much more.
"""

import pytest

from statement_map.drafting.proposing import Details, draft
from statement_map.drafting.writing import build_files
from statement_map.errors import DataErrors
from statement_map.prose.languages import CODES
from statement_map.prose.text import Sentence, build_source, split_sentences
from statement_map.temporal_tagging.grammar import grammar_of
from statement_map.temporal_tagging.joining import find_phrases
from statement_map.when import read_when
from tests.drafting.measuring import outlines, world
from tests.growth import HOSTILE, UNITS, measure_growth

GRAMMARS = tuple(map(grammar_of, CODES))
MOST = 10.0
HEAD = {"en": "On 5 May 2020 in London it rained ", "pl": "5 maja 2020 r. w Warszawie padało "}


def repeat(unit: str, size: int, tail: str) -> str:
    return unit * (size // len(unit) + 1) + tail


@pytest.mark.parametrize("unit", UNITS)
def test_sentences(unit: str) -> None:
    growth = measure_growth(
        lambda text: list(split_sentences(text, "en")),
        lambda n: f"a {repeat(unit, n, 'a')}",
        2_000,
        MOST,
    )
    assert growth < MOST


def draft_it(text: str, language: str) -> None:
    try:
        source = build_source("text.txt", text, language)
        build_files(draft(source, outlines(), Details(read_when("2021-03-10")), world=world()))
    except DataErrors:
        pass  # a text that is refused costs nothing more


@pytest.mark.parametrize(("language", "unit"), HOSTILE)
def test_drafts(language: str, unit: str) -> None:
    growth = measure_growth(
        lambda text: draft_it(text, language),
        lambda n: HEAD[language] + repeat(unit, n, "a"),
        2_500,
        MOST,
    )
    assert growth < MOST


@pytest.mark.parametrize("unit", UNITS)
def test_rules_within_a_sentence(unit: str) -> None:
    """No rule starts over and over within one run of something, as a leading ``\\s*`` would."""
    growth = measure_growth(
        lambda text: [list(find_phrases(Sentence(1, 0, 1, text), it)) for it in GRAMMARS],
        lambda n: repeat(unit, n, "a"),
        480,
        MOST,
        largest=480,
    )
    assert growth < MOST
