"""What words of a language may be: their base forms, and whether they name places or people."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from statement_map.geocoding.world import fold_words
from statement_map.prose.endings import Endings
from statement_map.prose.letters import Letters


@dataclass(frozen=True)
class WordReading:
    """All that a word may be; ``forms`` are folded words that name what it names.

    ``place_name`` is the name of a place in the nominative, where the dictionary has one;
    ``place_names`` are all such names, folded. ``is_people`` is set of "Poles".
    ``is_common`` is set where it is an everyday word, ``is_genitive`` where it may say "of",
    ``is_nominative`` where it may be who does something,
    ``is_noun`` where it is a noun or an adjective and no verb.
    """

    forms: tuple[str, ...]
    lemmas: frozenset[str]
    is_known: bool = False
    is_place: bool = False
    is_first_name: bool = False
    is_surname: bool = False
    is_common: bool = False
    is_genitive: bool = True
    is_nominative: bool = True
    is_verb: bool = False
    is_noun: bool = False
    is_adjective: bool = False
    place_name: str = ""
    place_names: frozenset[str] = frozenset()
    is_people: bool = False


class Lexicon(Protocol):
    """Knows the words of a language.

    Whoever has a language model can put it to use here: ``draft`` of ``drafting.proposing`` takes
    any object that reads words.
    """

    def read(self, word: str) -> WordReading:
        """Return what ``word``, as it stands in the text, may be."""


class EndingsLexicon:
    """Of a language that inflects names, by the endings in its table, without a dictionary.

    It knows no word, and so neither what is common nor what is a person's name.
    """

    def __init__(self, endings: Endings, letters: Letters) -> None:
        self._endings = endings
        self._letters = letters
        self.read = lru_cache(maxsize=65536)(self._read)

    def _read(self, word: str) -> WordReading:
        guessed = self._endings.guess(word.casefold())
        forms = [fold_words(it) for it in (*guessed, *map(self._letters.in_latin, guessed))]
        forms = list(dict.fromkeys([*self._endings.guess(fold_words(word)), *forms]))
        is_name = word[:1].isupper()
        return WordReading(
            tuple(forms), frozenset(forms), is_common=not is_name, is_noun=not is_name
        )


class PlainLexicon:
    """Of a language that leaves names as they are, such as English.

    The dictionary of Polish knows first names of many languages, and is asked for those if it is
    there; ``first_names`` are more of them, folded.
    """

    def __init__(
        self, names: Lexicon | None = None, first_names: frozenset[str] = frozenset()
    ) -> None:
        self._names = names
        self._first_names = first_names

    def read(self, word: str) -> WordReading:
        """Return ``word`` itself, without a possessive ending."""
        bare = word.removesuffix("'s").removesuffix("’s")
        folded = fold_words(bare)
        is_known = self._names is not None and self._names.read(bare).is_first_name
        is_name = word[:1].isupper() and (is_known or folded in self._first_names)
        return WordReading((folded,), frozenset({folded}), is_first_name=is_name)
