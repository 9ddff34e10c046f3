"""What words of a language may be: their base forms, and whether they name places or people."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from statement_map.errors import DataError, DataErrors
from statement_map.geocoding.world import fold_words

_PLURAL_LEMMAS = 4
_OF_A_TOWN = ("iczach", "icach")
"""Of towns like Baranowicze, of which the dictionary knows the surname alone."""

_SOFT = (
    ("cie", ("t", "ta", "to")),
    ("dzie", ("d", "da", "do")),
    ("rze", ("r", "ra", "ro")),
    ("le", ("l", "la", "lo")),
    ("ce", ("ka", "ca", "ce")),
    ("dze", ("ga",)),
    ("kiem", ("k", "ko")),
    ("giem", ("g", "go")),
    ("sie", ("s", "sa", "so")),
    ("zie", ("z", "za", "zo")),
    ("nie", ("n", "na", "no")),
    ("wie", ("w", "wa", "wo")),
    ("mie", ("m", "ma", "mo")),
    ("bie", ("b", "ba", "bo")),
    ("pie", ("p", "pa", "po")),
    ("skiego", ("ski", "skie")),
    ("skiemu", ("ski", "skie")),
    ("skim", ("ski", "skie")),
    ("skiej", ("ska",)),
    ("ska", ("ska",)),
    ("cka", ("cka",)),
    ("ckiej", ("cka",)),
    ("ckim", ("cki", "ckie")),
    ("ckiego", ("cki", "ckie")),
)
_ENDINGS = ("owi", "ach", "ami", "em", "om", "ow", "a", "u", "e", "y", "i", "o", "ie", "iem")
_NOMINATIVES = ("", "a", "o", "e", "y", "i", "ia")


@dataclass(frozen=True)
class Reading:
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

    Whoever has a language model can put it to use here: :func:`statement_map.drafting.draft`
    takes any object that reads words.
    """

    def read(self, word: str) -> Reading:
        """Return what ``word``, as it stands in the text, may be."""


class PolishLexicon:
    """Polish, by the dictionary SGJP in the package morfeusz2 (BSD-2-Clause)."""

    def __init__(self) -> None:
        """Load the dictionary; raises :class:`DataErrors` where the package is not installed."""
        try:
            import morfeusz2
        except ImportError:
            fault = (
                "is missing; found no dictionary of Polish; install the package morfeusz2, which "
                "is made for Linux on x86-64, for macOS and for Windows"
            )
            raise DataErrors([DataError("morfeusz2", None, "", fault)]) from None
        self._analyser = morfeusz2.Morfeusz(expand_tags=False)
        self.read = lru_cache(maxsize=65536)(self._read)

    def _read(self, word: str) -> Reading:
        readings = [
            (lemma.split(":")[0], tag, labels)
            for _, _, (form, lemma, tag, labels, *_) in self._analyser.analyse(word)
            if form == word
        ]
        known = [reading for reading in readings if reading[1] != "ign"]
        folded = fold_words(word)
        if not known:
            return Reading(tuple(_guess(folded)), frozenset({folded}))
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
        return Reading(
            tuple(forms),
            frozenset(fold_words(lemma) for lemma, _, _ in known),
            is_known=True,
            is_place=any("geograficzn" in label for label in labels),
            is_first_name="imię" in labels,
            is_surname="nazwisko" in labels,
            is_common=any(
                not own or "nazwa_pospolita" in own
                for lemma, _, own in known
                if lemma[:1].islower()
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


class PlainLexicon:
    """Of a language that leaves names as they are, such as English.

    The dictionary of Polish knows first names of many languages, and is asked for those if it is
    there.
    """

    def __init__(self, names: Lexicon | None = None) -> None:
        self._names = names

    def read(self, word: str) -> Reading:
        """Return ``word`` itself, without a possessive ending."""
        bare = word.removesuffix("'s").removesuffix("’s")
        folded = fold_words(bare)
        is_name = (
            self._names is not None
            and word[:1].isupper()
            and (self._names.read(bare).is_first_name)
        )
        return Reading((folded,), frozenset({folded}), is_first_name=is_name)


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


def _guess(folded: str) -> list[str]:
    """Return what an inflected word that no dictionary has may be in the nominative."""
    found = {folded: None}
    for soft, hards in _SOFT:
        if folded.endswith(soft) and len(folded) - len(soft) >= 2:
            for hard in hards:
                found[folded.removesuffix(soft) + hard] = None
    for ending in _ENDINGS:
        stem = folded.removesuffix(ending)
        if stem != folded and len(stem) >= 3:
            for nominative in _NOMINATIVES:
                found[stem + nominative] = None
    return list(found)


_LOCATIVE = frozenset(["w", "we", "na", "przy", "po", "o"])
_INSTRUMENTAL = frozenset(["nad", "pod", "za", "przed", "miedzy", "pomiedzy"])
# The endings of villages, the longest first, by case; "*" is "ów" in the south and "owo" in the
# north of Poland, as are most.
_VILLAGES = {
    "locative": (
        ("owie", "*"), ("górzu", "górze"), ("polu", "pole"), ("inie", "in"), ("ynie", "yn"),
        ("sku", "sk"), ("cku", "ck"), ("niu", "ń"),
        ("ciu", "ć"), ("siu", "ś"), ("lu", "l"), ("czu", "cz"), ("szu", "sz"), ("rzu", "rz"),
        ("żu", "ż"), ("cu", "iec"), ("ku", "ek"), ("kach", "ki"), ("gach", "gi"), ("cach", "ce"),
        ("czach", "cze"), ("szach", "sze"), ("lach", "le"), ("niach", "nie"), ("ach", "y"),
        ("skiej", "ska"), ("ej", "a"), ("ce", "ka"), ("dze", "ga"), ("rze", "ra"), ("dzie", "da"),
        ("cie", "ta"), ("wie", "wa"), ("nie", "na"), ("bie", "ba"), ("mie", "ma"), ("ii", "ia"),
    ),
    "instrumental": (
        ("owem", "*"), ("inem", "in"), ("ynem", "yn"), ("skiem", "sko"), ("kiem", "ek"),
        ("giem", "g"), ("cem", "iec"), ("em", ""), ("kami", "ki"), ("cami", "ce"), ("ami", "y"),
        ("ką", "ka"), ("ą", "a"),
    ),
    "genitive": (
        ("owa", "*"), ("ina", "in"), ("yna", "yn"), ("ska", "sk"), ("ca", "iec"), ("ic", "ice"),
        ("yc", "yce"), ("ek", "ki"), ("ki", "ka"), ("gi", "ga"), ("ej", "a"), ("ii", "ia"),
        ("y", "a"), ("a", ""),
    ),
}  # fmt: skip
_SHORTEST_STEM = 3


def guess_village(word: str, preposition: str, *, is_north: bool) -> str:
    """Return what a Polish village that no dictionary has is probably called: "w Nagnajowie"."""
    case = "genitive"
    if preposition in _LOCATIVE:
        case = "locative"
    elif preposition in _INSTRUMENTAL:
        case = "instrumental"
    for ending, nominative in _VILLAGES[case]:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            return stem + nominative.replace("*", "owo" if is_north else "ów")
    return word


_ADJECTIVE_ENDINGS = ("iego", "ego", "iej", "ej", "ich", "ych", "im", "ym")


def nominative_adjective(word: str, noun: str) -> str:
    """Return an adjective as it stands before a noun in the nominative: "Małych", "Rudawki"."""
    ending = next((it for it in _ADJECTIVE_ENDINGS if word.endswith(it)), "")
    stem = word.removesuffix(ending)
    if not ending or not stem:
        return ""
    is_soft = ending.startswith("i")
    if noun.endswith("a"):
        return f"{stem}{'ia' if is_soft and not stem.endswith(('k', 'g')) else 'a'}"
    if noun.endswith(("e", "i", "y", "o")):
        return f"{stem}{'ie' if is_soft else 'e'}"
    return f"{stem}{'i' if is_soft else 'y'}"


@lru_cache(maxsize=2)
def open_lexicon(language: str) -> Lexicon:
    """Return the lexicon of ``language``; raises :class:`DataErrors` if there is none."""
    if language == "pl":
        return PolishLexicon()
    try:
        return PlainLexicon(open_lexicon("pl"))
    except DataErrors:
        return PlainLexicon()
