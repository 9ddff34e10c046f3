"""Titles of events: the clause that says what happens, without its date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from statement_map.prose.languages import table_of
from statement_map.temporal_tagging.grammar import grammar_of
from statement_map.temporal_tagging.tenses import find_verbs

_MOST_WORDS = 8
"""Words of the longest title, which is read at a glance and fits in a line of the list."""

_LEAST_WORDS = 3
"""A clause of fewer words tells nothing by itself: somebody, something done, and to what."""

_CLAUSE_END = re.compile(r"(?<!\d)[,;:](?!\d)|[,;:](?=\s)|[()–—]|\s-\s")
_EDGES = " \t\n,;:.–—-•*()[]\"'„”“«»"
_NUMBER = re.compile(r"^\s*(?:[-–—•*]\s*)?\(?\d{1,3}[.)]\s+(?=\D)")
"""What counts the items of a list: "4. Lorries left"."""


def make_title(text: str, dates: Sequence[str], language: str) -> str:
    """Return what ``text`` tells in at most eight words, without the phrases of its ``dates``.

    That is the first clause with a verb, or else the first of some length: with its subject where
    something stands between them, and with the clause behind it where it is short ("He said that
    …"). A longer one ends before a preposition or conjunction, so that no phrase is broken off.
    """
    for phrase in sorted(dates, key=len, reverse=True):
        text = text.replace(phrase, " ", 1)
    clauses = [
        words
        for clause in _CLAUSE_END.split(_NUMBER.sub("", text, count=1))
        if (words := clause.strip(_EDGES).split())
    ]
    if not clauses:
        return ""
    clauses[0] = _without_conjunction(clauses[0], language)
    at = _telling(clauses, language)
    own, following = clauses[at], clauses[at + 1 : at + 2]
    if at > 1 and _starts_with_verb(own, language) and not _has_verb(clauses[0], language):
        own = [*_head(clauses[0], language), *own]
    elif len(own) < _LEAST_WORDS and _has_verb(own, language) and following:
        own = [*own[:-1], f"{own[-1]},", *following[0]]
    title = " ".join(_cut(own, language)).strip(_EDGES)
    return title[:1].upper() + title[1:]


def join_title(title: str, more: str, language: str) -> str:
    """Return a title with what tells it from others in brackets, both in at most eight words."""
    most = max(_LEAST_WORDS, _MOST_WORDS - len(more.split()))
    own = " ".join(_cut(title.split(), language, most)).strip(_EDGES)
    return f"{own} ({more})".strip()


def with_lead(title: str, lead: str, language: str) -> str:
    """Return the title of a list's item with what the list tells: "Pest: risings follow"."""
    most = _MOST_WORDS - len(title.split())
    own = " ".join(_cut(lead.split(), language, most)).strip(_EDGES) if most > 1 else ""
    return f"{title}: {own[:1].lower()}{own[1:]}" if own else title


def is_short(words: str) -> bool:
    """Return whether a title has room for those words beside its own."""
    return len(words.split()) <= _MOST_WORDS - _LEAST_WORDS


def has_verb(text: str, language: str) -> bool:
    """Return whether a text has a verb that is known as one."""
    verbs = find_verbs(text, grammar_of(language).joints)
    return bool(verbs.past or verbs.to_come or verbs.present or verbs.future)


def _has_verb(words: Sequence[str], language: str) -> bool:
    return has_verb(" ".join(words), language)


def _starts_with_verb(words: Sequence[str], language: str) -> bool:
    return _has_verb(words[:1], language)


def _telling(clauses: Sequence[Sequence[str]], language: str) -> int:
    """Return which clause says what happens."""
    subordinate = table_of(language).words("text", "subordinate")
    main = [
        n for n, it in enumerate(clauses) if len(it) > 1 and it[0].casefold() not in subordinate
    ]
    telling = [n for n in main if _has_verb(clauses[n], language)]
    long = [n for n in main if len(clauses[n]) >= _LEAST_WORDS]
    return (telling or long or [0])[0]


def _without_conjunction(words: list[str], language: str) -> list[str]:
    conjunctions = table_of(language).words("text", "conjunctions")
    while len(words) > 1 and words[0].casefold() in conjunctions:
        words = words[1:]
    return words


def _head(words: Sequence[str], language: str) -> Sequence[str]:
    """Return a subject without what is said of it: "two residents" of a village."""
    openers = _openers_of(language)
    stop = next((n for n in range(1, len(words)) if words[n].casefold() in openers), len(words))
    return words[: min(stop, _MOST_WORDS // 2)]


def _main_verb(words: Sequence[str], language: str) -> int:
    """Return where the verb of a clause starts, that of no clause within it; 0 without one."""
    text = table_of(language)
    within, auxiliaries = text.words("text", "subordinate"), text.words("text", "auxiliaries")
    if _has_verb(words[:1], language):
        return 0
    for n, word in enumerate(words):
        if n and _has_verb([word], language) and words[n - 1].casefold() not in within:
            while n > 1 and words[n - 1].casefold() in auxiliaries:
                n -= 1
            return n
    return 0


def _cut(words: Sequence[str], language: str, most: int = _MOST_WORDS) -> Sequence[str]:
    """Return at most so many words that do not end within a phrase."""
    openers = unfinished = _openers_of(language)
    if len(words) > most:
        least = min(_LEAST_WORDS, most)
        ends = [
            n
            for n in range(least, most + 1)
            if words[n].casefold() in openers and not _is_completed(words, n, language)
        ]
        stop = ends[-1] if ends else most
        verb = _main_verb(words, language)
        is_cut = stop < _end_of_verb(words, verb, language)
        if is_cut and len(head := _head(words[:verb], language)) < verb:
            return _cut([*head, *words[verb:]], language, most)
        words = words[:stop]
        unfinished = openers | table_of(language).words("text", "determiners")
    while len(words) > 1 and words[-1].casefold().strip(_EDGES) in unfinished:
        words = words[:-1]
    return words


def _end_of_verb(words: Sequence[str], start: int, language: str) -> int:
    """Return where a verb ends, with its auxiliaries and the verb that completes it."""
    auxiliaries = table_of(language).words("text", "auxiliaries")

    def after_one(n: int) -> int:
        while n < len(words) - 1 and words[n].casefold() in auxiliaries:
            n += 1
        return n + 1

    end = after_one(start)
    return after_one(end + 1) if _is_completed(words, end, language) else end


def _is_completed(words: Sequence[str], n: int, language: str) -> bool:
    """Return whether a verb before word ``n`` is completed by the verb behind it.

    "Was found to be unsafe" is no "was found", and who failed to come did not just fail.
    """
    text = table_of(language)
    if n + 1 >= len(words) or words[n].casefold() not in text.words("text", "infinitives"):
        return False
    behind = words[n + 1]
    is_verb = behind.islower() and behind not in text.words("text", "determiners")
    is_passive = n > 1 and words[n - 2].casefold() in text.words("text", "auxiliaries")
    return is_verb and (is_passive or _has_verb(words[n - 1 : n], language))


@cache
def _openers_of(language: str) -> frozenset[str]:
    """Return the words that open a phrase, before which a title may end."""
    return table_of(language).words("text", "openers")
