"""The dictionary of Ukrainian VESUM, through pymorphy3 (MIT) and pymorphy3-dicts-uk, where it is.

What its tags (grammemes) say of a word, and nothing else, is written here. It does not call names
of places so, but tags a name otherwise than a word: "NOUN,femn,inan" is one, "NOUN,inan femn" is
an everyday noun.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from statement_map.geocoding.world import fold_words
from statement_map.prose.endings import endings_of
from statement_map.prose.letters import letters_of
from statement_map.prose.lexicon import WordReading

NAME = "pymorphy3"
"""How a table names it."""

_LANGUAGE = "uk"
_PLACE = re.compile(r"NOUN,(?:(?:masc|femn|neut|plur),)(?:Pltm,)?inan")
_WORD = re.compile(r"NOUN,(?:inan|anim)\b(?!.*(?:Name|Surn|Patr))")
_OTHER = ("VERB", "PREP", "CONJ", "ADVB", "PRCL", "NPRO", "NUMR", "INFN", "GRND")
_NOMINATIVE = frozenset({"nomn"})


@cache
def open_analyser() -> Any:
    """Return the analyser, None where it or its dictionary is not installed."""
    try:
        import pymorphy3
    except ImportError:
        return None
    try:
        return pymorphy3.MorphAnalyzer(lang=_LANGUAGE)
    except ValueError:  # there is no dictionary of the language
        return None


class VesumLexicon:
    """Ukrainian, by the dictionary VESUM in the package pymorphy3-dicts-uk."""

    def __init__(self, analyser: Any) -> None:
        self._analyser = analyser
        self._endings = endings_of(_LANGUAGE)
        self._letters = letters_of(_LANGUAGE)
        self.read = lru_cache(maxsize=65536)(self._read)

    def _read(self, word: str) -> WordReading:
        plain, folded = word.replace("’", "'"), fold_words(word)
        if not self._analyser.word_is_known(plain):
            guessed = self._endings.guess(plain.casefold())
            return WordReading(self._forms(guessed), frozenset({folded}))
        parses = self._analyser.parse(plain)
        bases = [self._base(it) for it in parses]
        tags = [str(it.tag) for it in parses]
        names = [base for base, tag in zip(bases, tags, strict=True) if _PLACE.match(tag)]
        is_noun = any("NOUN" in it.tag or "ADJF" in it.tag for it in parses)
        return WordReading(
            self._forms([plain.casefold(), *bases, *(it.normal_form for it in parses)]),
            frozenset(fold_words(it.normal_form) for it in parses),
            is_known=True,
            is_place=bool(names),
            is_first_name=any("Name" in it.tag for it in parses),
            is_surname=any("Surn" in it.tag for it in parses),
            is_common=any(_WORD.match(tag) for tag in tags),
            is_genitive=any("gent" in it.tag for it in parses),
            is_nominative=any("nomn" in it.tag for it in parses),
            is_verb=any("VERB" in it.tag for it in parses),
            is_adjective=any("ADJF" in it.tag for it in parses),
            is_noun=is_noun and not any(tag.startswith(_OTHER) for tag in tags),
            place_names=frozenset(form for name in names for form in self._forms([name])),
            place_name=names[0].capitalize() if names else "",
        )

    def _base(self, parse: Any) -> str:
        """Return the nominative in the number and gender that a word has."""
        nominative = parse.inflect(_NOMINATIVE)
        return str(nominative.word if nominative else parse.normal_form)

    def _forms(self, words: list[str]) -> tuple[str, ...]:
        """Return words folded, in their own letters and in those of the tables."""
        own = [fold_words(word) for word in words]
        return tuple(
            dict.fromkeys([*own, *(fold_words(self._letters.in_latin(it)) for it in words)])
        )
