"""What words may be where there is no dictionary."""

from __future__ import annotations

from statement_map.prose.endings import endings_of
from statement_map.prose.letters import letters_of
from statement_map.prose.lexicon import EndingsLexicon, PlainLexicon, WordReading


class FirstNames:
    """Knows one first name."""

    def read(self, word: str) -> WordReading:
        return WordReading((word,), frozenset(), is_first_name=word == "Ann")


def test_by_endings_a_capital_letter_alone_tells_a_name() -> None:
    lexicon = EndingsLexicon(endings_of("pl"), letters_of("pl"))
    name, word = lexicon.read("Warszawie"), lexicon.read("warszawie")
    assert "warszawa" in name.forms
    assert (name.is_common, name.is_noun) == (False, False)
    assert (word.is_common, word.is_noun) == (True, True)
    assert not name.is_known


def test_a_language_that_does_not_inflect_loses_its_possessive() -> None:
    lexicon = PlainLexicon()
    for written in ("Gdańsk", "Gdańsk's", "Gdańsk’s"):
        assert lexicon.read(written).forms == ("gdansk",)
        assert not lexicon.read(written).is_first_name


def test_first_names_are_asked_of_another_dictionary() -> None:
    lexicon = PlainLexicon(FirstNames())
    assert lexicon.read("Ann").is_first_name
    assert lexicon.read("Ann’s").is_first_name
    assert not lexicon.read("ann").is_first_name
    assert not lexicon.read("Anna").is_first_name
