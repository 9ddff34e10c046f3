"""The words of a sentence, and what is found among them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from statement_map.geocoding.world import Known, fold_words
from statement_map.model import PlaceKind
from statement_map.prose.lexicon import Lexicon, WordReading
from statement_map.toponyms.words import PlaceWords

LONGEST = 6
"""The words in the longest name that is looked for."""

SMALL_TOWN = 4.7
"""Below this weight a name needs a preposition before it: so many words are towns somewhere."""

_LARGE_TOWN = 5.5
"""From this weight on a name is a place's before it is a person's."""

_LONG_NAME, _TOWN_OF_A_LONG_NAME = 6, 4.0
"""The same for a name that is so long that few words are like it."""

_LEAST_WORD = 4.2
"""Below this weight a name that is an everyday word too is no place's."""

_OPENING = re.compile(r"[\W_]*(?:(?:[a-z]|\d{1,3})[.)][\W_]*)?")
"""What may stand before the first word of a sentence, but for a date: bullets and numbers."""

_DATED = "\0"
"""What stands for a date."""

_EMPTY = re.compile(rf"\s*[(\[]\s*{_DATED}\s*[)\]]")
"""Brackets that hold a date alone, with the space before them."""

_HYPHEN = re.compile("[-–]")
_GAP = re.compile(r"(?:\s|-|–|\.\s|\.)?")
QUOTED_GAP = re.compile(r"\s[„“\"«‚‘']?")
"""What is between a word and the name in quotation marks behind it."""

_WORD = re.compile(r"(?:(?<![^\W\d_])['’]s-)?[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A word; that of "'s-Gravendeel" begins with what is left of an article."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence; ``is_first`` is set where a sentence or a quotation starts with it."""

    text: str
    start: int
    stop: int
    folded: str
    reading: WordReading
    is_capital: bool
    is_first: bool

    def is_preposition(self, words: PlaceWords) -> bool:
        """Whether it may stand before a place; "że" does not, though "ze" does."""
        return self.folded in words.prepositions and not self._is_no_preposition(words)

    def leads(self, words: PlaceWords) -> bool:
        """Whether a name behind it is rather a place's."""
        return self.folded in words.leads and not self._is_no_preposition(words)

    def _is_no_preposition(self, words: PlaceWords) -> bool:
        return self.text.casefold() in words.no_prepositions

    def is_any(self, words: Iterable[str]) -> bool:
        """Whether it is a form of one of ``words``."""
        return self.folded in words or not self.reading.lemmas.isdisjoint(words)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and its words, but for those of its ``dates``: where each starts and stops."""

    text: str
    tokens: tuple[Token, ...]
    dates: tuple[tuple[int, int], ...] = ()

    def __len__(self) -> int:
        return len(self.tokens)

    def joined(self, first: int, stop: int) -> bool:
        """Whether nothing but a space or a hyphen is between the tokens from first to stop."""
        if first < 0 or stop > len(self.tokens):
            return False
        return all(
            _GAP.fullmatch(self.text, self.tokens[n].stop, self.tokens[n + 1].start) is not None
            for n in range(first, stop - 1)
        )

    def is_spaced(self, stop: int) -> bool:
        """Whether only white space is between the token before ``stop`` and the next."""
        return not self.text[self.tokens[stop - 1].stop : self.tokens[stop].start].strip()

    def between(self, start: int, stop: int) -> str:
        """Return the text from ``start`` to ``stop`` without dates in brackets of their own."""
        return _EMPTY.sub("", self._without_dates(start, stop, _DATED))

    def opens(self, at: int) -> bool:
        """Whether a sentence opens with a word, behind a date or not: "5 May 1904: Hull"."""
        if at > 1 or (at and self.tokens[0].is_capital):
            return False
        return _OPENING.fullmatch(self._without_dates(0, self.tokens[at].start)) is not None

    def _without_dates(self, start: int, stop: int, sign: str = "") -> str:
        """Return the text from ``start`` to ``stop`` with a ``sign`` for each of its dates."""
        kept, at = "", start
        for first, last in self.dates[bisect_left(self.dates, (start, start)) :]:
            if last > stop:
                break
            kept, at = f"{kept}{self.text[at:first]}{sign}", last
        return kept + self.text[at:stop]

    def before(self, at: int) -> Token | None:
        """Return the token right before the one at ``at``, which quotation marks may open."""
        if not at:
            return None
        own, token = self.tokens[at - 1], self.tokens[at]
        is_quoted = QUOTED_GAP.fullmatch(self.text, own.stop, token.start)
        return own if is_quoted or self.joined(at - 1, at + 1) else None

    def after(self, stop: int) -> Token | None:
        """Return the token right behind the one before ``stop``."""
        return self.tokens[stop] if stop < len(self) and self.joined(stop - 1, stop + 1) else None

    def capitals(self, at: int, most: int = LONGEST) -> int:
        """Return where the capitalised words that start at ``at`` stop."""
        stop = at + 1
        while (
            stop < min(len(self), at + most)
            and self.tokens[stop].is_capital
            and self.joined(stop - 1, stop + 1)
        ):
            stop += 1
        return stop

    def whole_stop(self, at: int, small: Container[str]) -> int:
        """Return where a name stops that a hyphen or a small word joins, 0 if it is none."""
        if not self.tokens[at].is_capital or not self.joined(at, at + 2):
            return 0
        between = self.text[self.tokens[at].stop : self.tokens[at + 1].start]
        is_small = between.isspace() and self.tokens[at + 1].folded in small
        stop = at + 3 if is_small else at + 2
        if not is_small and not _HYPHEN.fullmatch(between):
            return 0
        return stop if self.joined(at, stop) and self.tokens[stop - 1].is_capital else 0


def words_in(text: str) -> list[str]:
    """Return the words of a text as they stand there."""
    return _WORD.findall(text)


def read_line(text: str, lexicon: Lexicon, dates: Sequence[tuple[int, int]] = ()) -> Line:
    """Return the words of a sentence, each with what the lexicon says of it.

    What stands within one of ``dates``, which are in order, is no word of it.
    """
    tokens = []
    for match in _WORD.finditer(text):
        word, behind = match.group(), bisect_right(dates, match.start(), key=itemgetter(0))
        if behind and match.start() < dates[behind - 1][1]:
            continue
        before = text[max(0, match.start() - 20) : match.start()]
        before = before.rstrip("\"'„“”‘’«([–—-•* \n\t")
        is_first = not before or before[-1] in ".!?:;"
        tokens.append(
            Token(
                word,
                match.start(),
                match.end(),
                fold_words(word),
                lexicon.read(word),
                word.rpartition("-")[2][0].isupper(),
                is_first and not is_initial(text, match.start()),
            )
        )
    return Line(text, tuple(tokens), tuple(dates))


@dataclass(frozen=True, slots=True)
class Find:
    """Tokens ``first`` to before ``stop`` that name something, ``known`` if a table has it.

    The phrase starts at ``phrase_first``. ``side`` is that of the country of which a part is
    meant; ``site`` is the word that says what a building is. ``is_guess`` is set where only a table
    of settlements can tell that it is a place at all.
    """

    first: int
    stop: int
    known: tuple[Known, ...]
    phrase_first: int
    kind: PlaceKind | None = None
    side: tuple[int, int] | None = None
    site: str = ""
    is_inflected: bool = False
    is_guess: bool = False

    @property
    def weight(self) -> float:
        """That of the heaviest place that may be meant."""
        return max((it.weight for it in self.known), default=0.0)

    @property
    def country(self) -> Known | None:
        """The country that may be meant."""
        return next((it for it in self.known if it.place.kind is PlaceKind.COUNTRY), None)


def is_area(known: Known) -> bool:
    """Return whether it is a river, an island or the like, and no part of one country alone."""
    if known.place.kind is PlaceKind.WATER:
        return True
    return known.place.kind is PlaceKind.REGION and not known.region and not known.place.boundary


def is_actor(token: Token, words: PlaceWords) -> bool:
    """Return whether a word is for somebody who acts for a country, or for several of them."""
    return token.is_any(words.actors) or words.singular(token.folded) in words.actors


def is_titled(line: Line, at: int, words: PlaceWords) -> bool:
    """Return whether a title goes before a name, with a first name between them or without."""
    before, ahead = line.before(at), line.before(at - 1) if at else None
    if before and before.is_any(words.titles) and not before.is_any(words.offices):
        return True
    return bool(before and before.is_capital and ahead and ahead.is_any(words.titles))


def namesakes(find: Find, country: Known) -> Iterable[Known]:
    """Return the regions of other countries that are called like ``country``."""
    return (
        it
        for it in find.known
        if it.place.kind is PlaceKind.REGION
        and it.region
        and it.place.country != country.place.country
    )


def is_everyday(token: Token) -> bool:
    """Return whether a sentence starts with a word that is no name at all."""
    reading = token.reading
    return token.is_first and reading.is_common and reading.is_known and not reading.is_place


def is_initial(text: str, start: int) -> bool:
    """Return whether a single letter and a full stop stand right before a name."""
    found = re.search(r"(?:^|(?<!\d)[\s(])([^\W\d_])\.\s?$", text[max(0, start - 5) : start])
    return found is not None and found[1].isupper()


def needs_preposition(find: Find, token: Token, *, is_first_name: bool) -> bool:
    """Return whether a single word is too seldom a place's name to be taken for one alone."""
    least = _TOWN_OF_A_LONG_NAME if len(token.text) >= _LONG_NAME else SMALL_TOWN
    return (
        find.weight < least
        or (find.known and _is_word(find))
        or (is_first_name and find.weight < _LARGE_TOWN)
    )


def _is_word(find: Find) -> bool:
    """Return whether all are everyday words, as a region called after such a town is then too."""
    countries = {it.place.country for it in find.known if it.is_word}
    return all(
        it.is_word
        or (it.place.kind is PlaceKind.REGION and it.region and it.place.country in countries)
        for it in find.known
    )


def is_only_a_word(find: Find) -> bool:
    """Return whether an everyday word is a place's name in some small town only."""
    return all(it.is_word for it in find.known) and find.weight < _LEAST_WORD
