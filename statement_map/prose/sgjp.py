"""The dictionary of Polish SGJP, through the package morfeusz2 (BSD-2-Clause), where it is there.

What its tags say of a word, and nothing else, is written here; the package is made for Linux on
x86-64, for macOS and for Windows.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from statement_map.geocoding.world import fold_words
from statement_map.prose.endings import endings_of
from statement_map.prose.lexicon import WordReading

NAME = "morfeusz2"
"""How a table names it."""


PERFECTIVE_PRESENT = re.compile(r"fin:.*:perf")
"""The tag of forms in the present that speak of what is to come, being perfective."""

PRESENT = re.compile(r"fin:")
PRETERITE = re.compile(r"praet:|imps:")

_PLURAL_LEMMAS = 4
"""Plurals that are looked up as names; a word with more has rare forms behind the first."""

_OF_A_TOWN = ("iczach", "icach")
"""Of towns like Baranowicze, of which the dictionary knows the surname alone."""


@cache
def open_analyser() -> Any:
    """Return the analyser, None where the package is not installed."""
    try:
        import morfeusz2
    except ImportError:
        return None
    return morfeusz2.Morfeusz(expand_tags=False)


class SgjpLexicon:
    """Polish, by the dictionary SGJP in the package morfeusz2 (BSD-2-Clause)."""

    def __init__(self, analyser: Any) -> None:
        self._analyser = analyser
        self._endings = endings_of("pl")
        self.read = lru_cache(maxsize=65536)(self._read)

    def _read(self, word: str) -> WordReading:
        readings = [
            (lemma.split(":")[0], tag, labels)
            for _, _, (form, lemma, tag, labels, *_) in self._analyser.analyse(word)
            if form == word
        ]
        known = [reading for reading in readings if reading[1] != "ign"]
        folded = fold_words(word)
        if not known:
            return WordReading(tuple(self._endings.guess(folded)), frozenset({folded}))
        forms = {folded: None}
        for lemma, tag, _ in known:
            base = fold_words(lemma)
            forms[base] = None
            if tag.startswith(("ppas", "pact")):
                for form in _participle_forms(folded):
                    forms[form] = None
            elif tag.startswith("adj"):
                for form in _adjective_forms(base, tag):
                    forms[form] = None
            elif tag.startswith("subst:pl") and (
                not tag.endswith((":m1", ":m1:pt")) or word.endswith(_OF_A_TOWN)
            ):
                for plural in self._plurals(lemma):
                    forms[plural] = None
        labels = {label for _, _, own in known for label in own}
        cases = {
            case for _, tag, _ in known for part in tag.split(":")[1:3] for case in part.split(".")
        }
        is_place = any("geograficzn" in label for label in labels)
        return WordReading(
            tuple(forms),
            frozenset(fold_words(lemma) for lemma, _, _ in known),
            is_known=True,
            is_place=is_place,
            is_first_name="imię" in labels,
            is_surname="nazwisko" in labels,
            is_common=any(
                not own or "nazwa_pospolita" in own
                for lemma, tag, own in known
                if lemma[:1].islower() and not (is_place and tag.startswith("adv"))  # Kłodzko
            ),
            is_genitive="gen" in cases,
            is_nominative="nom" in cases,
            is_verb=any(tag.startswith(("fin", "praet", "bedzie")) for _, tag, _ in known),
            is_adjective=any(tag.startswith("adj") for _, tag, _ in known),
            is_noun=any(tag.startswith(("subst", "adj")) for _, tag, _ in known)
            and not any(
                tag.startswith(("praet", "fin", "prep", "conj", "adv")) for _, tag, _ in known
            ),
            place_names=frozenset(
                fold_words(lemma) for lemma, _, own in known if "nazwa_geograficzna" in own
            ),
            is_people=any(
                lemma[:1].isupper() and "nazwa_pospolita" in own for lemma, _, own in known
            ),
            place_name=next((it[0] for it in known if "nazwa_geograficzna" in it[2]), ""),
        )

    @lru_cache(maxsize=16384)  # noqa: B019  # one dictionary lives as long as the process
    def _plurals(self, lemma: str) -> tuple[str, ...]:
        generated = self._analyser.generate(lemma)
        found = [
            fold_words(form) for form, _, tag, *_ in generated if tag.startswith("subst:pl:nom")
        ]
        return tuple(dict.fromkeys(found))[:_PLURAL_LEMMAS]


def _adjective_forms(base: str, tag: str) -> tuple[str, ...]:
    """Return the nominatives of an adjective in the genders that its tag says."""
    if not base.endswith(("y", "i")):
        return (base,)
    stem = base[:-1]
    soft = base if base.endswith("i") else stem
    feminine = f"{stem}a" if base.endswith(("y", "ki", "gi")) else f"{base}a"
    _, number, _, genders = [*tag.split(":"), "", "", ""][:4]
    if number != "sg":
        return base, feminine, f"{soft}e"
    forms = {"m": base, "f": feminine, "n": f"{soft}e"}
    return tuple(form for gender, form in forms.items() if gender in genders)


def _participle_forms(folded: str) -> tuple[str, ...]:
    for ending in ("ych", "ymi", "ym", "ego", "emu", "ej", "y", "a", "e"):
        if folded.endswith(ending):
            stem = folded.removesuffix(ending)
            return f"{stem}y", f"{stem}a", f"{stem}e"
    return ()
