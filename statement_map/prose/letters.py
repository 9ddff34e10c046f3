"""Names in another alphabet, as the gazetteers write them (transliteration, romanization)."""

from __future__ import annotations

import re
from functools import cache

from statement_map.prose.languages import table_of


class Letters:
    """The section ``[letters]`` of a table; without it words stay as they are.

    ``each`` says how a letter is written, ``first`` how at the head of a word, ``together`` how
    letters are that stand side by side.
    """

    def __init__(self, language: str) -> None:
        section = table_of(language).section("letters")
        self._each = dict(section.get("each", {}))
        self._first = dict(section.get("first", {}))
        self._together = dict(section.get("together", {}))
        parts = sorted({*self._together, *self._each}, key=len, reverse=True)
        self._part = re.compile("|".join(map(re.escape, parts)) or "(?!)")

    def in_latin(self, word: str) -> str:
        """Return ``word`` in small letters of the Latin alphabet, itself if nothing is to do."""
        return self._part.sub(self._write, word.casefold())

    def _write(self, found: re.Match[str]) -> str:
        own = found.group()
        if not found.start() and own in self._first:
            return str(self._first[own])
        return str(self._together.get(own) or self._each[own])


@cache
def letters_of(language: str) -> Letters:
    """Return how the names of a language are written in the tables."""
    return Letters(language)
