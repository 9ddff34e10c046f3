"""Names as people write them: in any case, without their diacritics, inflected.

A name is compared by its words. Words that only say what a place is ("obwód", "Region",
"қаласы") are told apart from those that say which one, and prepositions are left out, so that
"w obwodzie Mangistauskim" is a region whose name is "mangistauskim".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from statement_map.language.folding import fold
from statement_map.model import PlaceKind

SHORTEST_STEM = 4
"""In letters. With fewer, stems of different names meet ("Mali" and "Malta")."""

_PREPOSITIONS = {
    *("w", "we", "na", "z", "ze", "do", "od", "o", "u", "przy"),
    *("in", "of", "the"),
    *("в", "во", "на", "из", "с"),
}

_KIND_WORDS = {
    PlaceKind.COUNTRY: (
        "państwo państwa państwu państwem państwie republika republiki republice republikę "
        "republiką terytorium country republic территория республика республики республике "
        "республику республикой республикасы"
    ),
    PlaceKind.REGION: (
        "obwód obwodu obwodowi obwodem obwodzie region regionu regionem regionie oblast "
        "область области областью облыс облысы облысында облысының"
    ),
    PlaceKind.CITY: (
        "miasto miasta miastu miastem mieście city town город города городу городе қала қаласы "
        "қаласында қаласының"
    ),
    PlaceKind.SITE: (
        "lotnisko lotniska lotnisku lotniskiem airport аэропорт аэропорта аэропорту аэропорте "
        "әуежай әуежайы әуежайында"
    ),
}
_INTERNATIONAL = (
    "międzynarodowy międzynarodowe międzynarodowego międzynarodowemu międzynarodowym "
    "international международный международного международному международном халықаралық"
)

# Endings of Polish nouns and adjectives, already folded (-ę is -e, -ą is -a).
_NOMINATIVE = ("a", "e", "i", "o", "y")
_OBLIQUE = (
    *("a", "ach", "ami", "e", "em", "i", "ie", "o", "om", "owi", "u", "y"),
    *("ego", "ej", "emu", "ich", "iego", "iej", "iemu", "im", "imi", "ych", "ym", "ymi"),
)
# Before the ending -e the last consonant turns soft: Polska, w Polsce.
_HARDENED = {"c": "k", "dz": "d", "rz": "r"}


@dataclass(frozen=True)
class Name:
    """A name taken apart: the words that say which, and what the others say.

    ``kind`` is what kind of place it says it is, a site being an airport; None if it says none.
    """

    words: tuple[str, ...]
    kind: PlaceKind | None = None
    is_international: bool = False


def _fold_words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", fold(text)))


_KIND_OF = {word: kind for kind, words in _KIND_WORDS.items() for word in _fold_words(words)}
_INTERNATIONAL_WORDS = frozenset(_fold_words(_INTERNATIONAL))


def read_name(text: str) -> Name:
    """Take ``text`` apart; where several words say what it is, the first one counts."""
    words = [word for word in _fold_words(text) if word not in _PREPOSITIONS]
    kinds = [_KIND_OF[word] for word in words if word in _KIND_OF]
    silent = _KIND_OF.keys() | _INTERNATIONAL_WORDS
    return Name(
        words=tuple(word for word in words if word not in silent),
        kind=kinds[0] if kinds else None,
        is_international=not _INTERNATIONAL_WORDS.isdisjoint(words),
    )


def is_inflected(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Return whether ``words`` may be the Polish ``name`` in another case, both folded."""
    return len(words) == len(name) > 0 and all(
        not _stems(word, _OBLIQUE).isdisjoint(_stems(base, _NOMINATIVE))
        for word, base in zip(words, name, strict=True)
    )


def start_of(word: str) -> str:
    """Return the letters that each name starts with which ``word`` may be in another case.

    The last letter of a stem may be another one in the name, which has turned soft.
    """
    return word[: min(map(len, _stems(word, _OBLIQUE))) - 1]


@lru_cache(maxsize=65536)
def _stems(word: str, endings: tuple[str, ...]) -> frozenset[str]:
    """Return ``word`` and all that is left of it without one of ``endings``."""
    stems = {word}
    for ending in endings:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST_STEM:
            stems.add(stem)
            stems |= {
                stem.removesuffix(soft) + hard
                for soft, hard in _HARDENED.items()
                if ending.endswith("e") and stem.endswith(soft)
            }
    return frozenset(stems)
