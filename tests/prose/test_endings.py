"""What a Polish form may be in the nominative, where no dictionary has it."""

from __future__ import annotations

import pytest

from statement_map.prose.endings import Endings, endings_of


@pytest.mark.parametrize(
    ("form", "nominative"),
    [
        ("gdyni", "gdynia"),
        ("krakowie", "krakow"),
        ("warszawie", "warszawa"),
        ("plocku", "plock"),
        ("bydgoszczy", "bydgoszcz"),
        ("polsce", "polska"),
        ("pradze", "praga"),
        ("rydze", "ryga"),
        ("opolskiego", "opolskie"),
    ],
)
def test_the_nominative_is_among_what_is_guessed(form: str, nominative: str) -> None:
    guessed = endings_of("pl").guess(form)
    assert guessed[0] == form
    assert nominative in guessed


def test_a_stem_is_left_that_says_something() -> None:
    """With fewer than three letters any short word would have an ending."""
    assert endings_of("pl").guess("oku") == ["oku"]


@pytest.mark.parametrize(("is_north", "name"), [(True, "Rudkowo"), (False, "Rudków")])
def test_villages_end_otherwise_in_the_north(is_north: bool, name: str) -> None:
    assert endings_of("pl").villages("Rudkowie", "w", is_north=is_north)[0] == name


@pytest.mark.parametrize(
    ("adjective", "noun", "nominative"),
    [
        ("Małych", "Rudawki", "Małe"),
        ("Wielkim", "Dworze", "Wielkie"),
        ("Nowej", "Huta", "Nowa"),
        ("Starym", "Sącz", "Stary"),
        ("Kraków", "Huta", ""),
    ],
)
def test_an_adjective_agrees_with_its_noun(adjective: str, noun: str, nominative: str) -> None:
    assert endings_of("pl").adjective(adjective, noun) == nominative


def test_a_language_without_endings_leaves_words_as_they_are() -> None:
    bare = Endings({})
    assert bare.guess("kalmar") == ["kalmar"]
    assert bare.villages("Kalmar", "in", is_north=True) == ("Kalmar",)
    assert bare.adjective("New", "York") == ""
