"""Titles of events: the clause that says what happens, without its date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from statement_map.drafting.dates.grammar import grammar_of
from statement_map.drafting.dates.tenses import find_verbs
from statement_map.drafting.languages import table_of

_MOST_WORDS = 8
_LEAST_WORDS = 3
_CLAUSE_END = re.compile(r"[,;:()–—]|\s-\s")
_EDGES = " \t\n,;:.–—-•*()[]\"'„”“«»"


def make_title(text: str, dates: Sequence[str], language: str) -> str:
    """Return what ``text`` tells in at most eight words, without the phrases of its ``dates``.

    That is the first clause with a verb, or else the first of some length. A longer one ends
    before a preposition or conjunction, so that no phrase is broken off.
    """
    for phrase in sorted(dates, key=len, reverse=True):
        text = text.replace(phrase, " ; " if text.find(phrase) > 0 else " ", 1)
    clauses = [
        words for clause in _CLAUSE_END.split(text) if (words := clause.strip(_EDGES).split())
    ]
    if not clauses:
        return " ".join(text.split()).strip(_EDGES)
    subordinate = table_of(language).words("text", "subordinate")
    main = [it for it in clauses if len(it) > 1 and it[0].casefold() not in subordinate]
    telling = [words for words in main if _has_verb(" ".join(words), language)]
    long = [words for words in main if len(words) >= _LEAST_WORDS]
    best = (telling or long or clauses)[0]
    if len(best) < _LEAST_WORDS and best in telling:  # "it rained": with what stands before it
        at = clauses.index(best)
        best = [*(clauses[at - 1] if at else ()), *best]
    title = " ".join(_cut(best, language)).strip(_EDGES)
    return title[:1].upper() + title[1:]


def _has_verb(text: str, language: str) -> bool:
    verbs = find_verbs(text, grammar_of(language).joints)
    return bool(verbs.past or verbs.to_come or verbs.present or verbs.future)


def _cut(words: list[str], language: str) -> list[str]:
    if len(words) <= _MOST_WORDS:
        return words
    openers = _openers_of(language)
    ends = [n for n in range(_LEAST_WORDS, _MOST_WORDS + 1) if words[n].casefold() in openers]
    return words[: ends[-1] if ends else _MOST_WORDS]


@cache
def _openers_of(language: str) -> frozenset[str]:
    """Return the words that open a phrase, before which a title may end."""
    return table_of(language).words("text", "openers")
