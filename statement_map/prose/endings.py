"""Base forms of words that no dictionary has, by the endings that a language's table lists.

A table without ``[endings]`` leaves words as they are. Taking a word back to the form under which
a gazetteer has it is lemmatization; here it only proposes forms, which the gazetteer then confirms.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from statement_map.prose.languages import table_of

_SHORTEST_SOFT = 2
"""The same before a softened ending, which takes a letter of the stem with it."""

_SHORTEST_STEM = 3
"""Letters that have to be left without the ending; with fewer, any short word would have one."""

_NOTHING = "-"


@dataclass(frozen=True)
class Endings:
    """The section ``[endings]`` of a table, where each group is explained."""

    section: Mapping[str, Any]

    def words(self, name: str) -> tuple[str, ...]:
        """Return a group of endings."""
        return tuple(str(self.section.get(name, "")).split())

    def guess(self, folded: str) -> list[str]:
        """Return what a folded word may be in the nominative, itself first."""
        found = {folded: None}
        for soft, hards in self.section.get("soft", {}).items():
            if folded.endswith(soft) and len(folded) - len(soft) >= _SHORTEST_SOFT:
                for hard in hards.split():
                    found[folded.removesuffix(soft) + hard] = None
        for ending in self.words("endings"):
            stem = folded.removesuffix(ending)
            if stem != folded and len(stem) >= _SHORTEST_STEM:
                for nominative in self.words("nominatives"):
                    found[stem + nominative.replace(_NOTHING, "")] = None
        return list(found)

    def villages(self, word: str, preposition: str, *, is_north: bool) -> tuple[str, ...]:
        """Return what a village may be called behind a preposition, the likeliest first.

        ``is_north`` says where the text's other towns are, as that tells two endings apart.
        """
        cases = self.section.get("before", {})
        case = next((it for it, own in cases.items() if preposition in own.split()), None)
        case = case or next(reversed(cases), "")
        north, south = self.words("north_or_south") or ("", "")
        found: dict[str, None] = {}
        for ending, nominatives in self.section.get("villages", {}).get(case, {}).items():
            stem = word.removesuffix(ending)
            if stem != word and len(stem) >= _SHORTEST_STEM:
                for nominative in nominatives.split():
                    own = north if nominative == "*" and is_north else nominative
                    own = south if own == "*" else own
                    found[stem + own.replace(_NOTHING, "")] = None
        return tuple(found) or (word,)

    def adjective(self, word: str, noun: str) -> str:
        """Return an adjective as it stands before a noun in the nominative, empty if it is none.

        "Małych" before "Rudawki" is "Małe".
        """
        ending = next((it for it in self.words("adjectives") if word.endswith(it)), "")
        stem = word.removesuffix(ending)
        if not ending or not stem:
            return ""
        is_velar = stem.endswith(self.words("velar"))
        for rule in self.section.get("adjective_before", ()):
            if noun.endswith(tuple(rule["noun"].split())) or not rule["noun"]:
                is_hard = not ending.startswith("i") or (is_velar and rule["velar"] == "hard")
                return f"{stem}{rule['hard' if is_hard else 'soft']}"
        return ""


@cache
def endings_of(language: str) -> Endings:
    """Return the endings of a language, none where its table has none."""
    return Endings(table_of(language).section("endings"))
