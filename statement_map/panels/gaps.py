"""Gap texts for learners: words that would give the speaker or a place away are left out.

A word is left out if it begins like a word of a name, so that "mangystauskim" goes with
"mangystauski". What a text paraphrases stays: no list of names can know it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import combinations
from typing import Any

from statement_map.model import Atlas, Event, Place

SHORTEST = 4
"""Shorter words of a name give nothing away: "of", "the", "w"."""

STEM = 5
"""So many letters in common make two words forms of one; shorter words count whole."""

GAP = "\0"
"""Stands for words that are left out; no text of the data files holds it."""

_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(rf"{GAP}(?:[\s-]+{GAP})*")


def stems(names: Iterable[str]) -> frozenset[str]:
    """Return how the words of ``names`` begin, in small letters."""
    words = (word for name in names for word in _WORD.findall(name.casefold()))
    return frozenset(word[:STEM] for word in words if len(word) >= SHORTEST)


def leave_out(text: str, hidden: Iterable[str]) -> str:
    """Return ``text`` with one ``GAP`` for words in a row that begin like ``hidden``."""
    left = _WORD.sub(lambda word: GAP if _begins_like(word.group(), hidden) else word.group(), text)
    return _RUN.sub(GAP, left)


def _begins_like(word: str, hidden: Iterable[str]) -> bool:
    folded = word.casefold()
    return len(folded) >= SHORTEST and any(
        folded.startswith(stem) or stem.startswith(folded) for stem in hidden
    )


def veiled_texts(atlas: Atlas, code: str, hidden: Collection[str]) -> list[dict[str, Any]]:
    """Return the texts of each event, in the order of the text, for every choice of ``hidden``.

    A choice is named by what it hides, in order and joined by ``+``; its texts are ``title``,
    ``text``, ``quote`` and ``topic`` with ``GAP`` for what is left out.
    """
    choices = [each for n in range(len(hidden)) for each in combinations(sorted(hidden), n + 1)]
    veils = {"+".join(choice): Veil(atlas, code, frozenset(choice), "") for choice in choices}
    topics = {topic.id: topic.title.read(code) for topic in atlas.statement.topics}
    return [
        {
            choice: {
                "title": veil.leave_out(event.title.read(code), event),
                "text": veil.leave_out(event.text.read(code), event),
                "quote": veil.leave_out(event.quote, event),
                "topic": veil.leave_out(topics[event.topic], event),
            }
            for choice, veil in veils.items()
        }
        for event in atlas.events
    ]


class Veil:
    """Leaves out of texts what ``hidden`` names: the ``speaker``, the ``place``, or nothing."""

    def __init__(self, atlas: Atlas, code: str, hidden: frozenset[str], gap: str) -> None:
        self._atlas = atlas
        self._code = code
        self._gap = gap
        self.hidden = hidden

    def leave_out(self, text: str, event: Event | None) -> str:
        """Return ``text`` with ``GAP`` for what is hidden; it tells of ``event``, or of any."""
        left_out: frozenset[str] = frozenset()
        if "speaker" in self.hidden:
            left_out |= self.speaker
        if "place" in self.hidden:
            left_out |= self._places(event) if event else self._every_place
        return leave_out(text, left_out) if left_out else text

    def plain(self, text: str, event: Event | None) -> str:
        """Return the same with words for the gaps."""
        return self.leave_out(text, event).replace(GAP, self._gap)

    @cached_property
    def speaker(self) -> frozenset[str]:
        """How the words begin that tell who speaks and are not merely the name of a place."""
        named = self._atlas.statement.issuer
        issuer = stems(self._in_words(named.root)) if named else frozenset()
        places = (self._in_words(place.names.root) for place in self._atlas.places.values())
        return issuer - stems(name for names in places for name in names) or issuer

    @cached_property
    def _every_place(self) -> frozenset[str]:
        return frozenset().union(*map(self._places, self._atlas.events))

    def _places(self, event: Event) -> frozenset[str]:
        names = [mention.phrase for mention in event.places]
        for mention in event.places:
            for place in self._and_around(self._atlas.places[mention.id]):
                names += self._in_words(place.names.root)
        return stems(names)

    def _and_around(self, place: Place) -> Iterator[Place]:
        yield place
        while place.part_of:
            place = self._atlas.places[place.part_of]
            yield place

    def _in_words(self, names: Mapping[str, str]) -> list[str]:
        """The names in the language of the page and in that of the quotations."""
        codes = {self._code, self._atlas.statement.language}
        return [name for code, name in names.items() if code in codes]
