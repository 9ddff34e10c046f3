"""What leads to a name in its sentence, and what the tables have of it: for all languages."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, islice, product

from statement_map.geocoding.settlements import find_districts
from statement_map.geocoding.world import Known, World, fold_words
from statement_map.model import PlaceKind
from statement_map.prose.lexicon import Lexicon
from statement_map.prose.text import Sentence
from statement_map.toponyms.heads import is_dateline, is_label
from statement_map.toponyms.line import Find, Line, Token, is_area, words_in
from statement_map.toponyms.words import PlaceWords

_MOST_KEYS = 400
"""So many combinations of the forms of a name's words are looked up; a few long names have more."""

_LONGEST_LIST = 20
"""So many names at most are looked through for what is told of all of them."""

_DASH = re.compile("[–—-]")
_NOTE = re.compile(r",(?:\s[^\W\d_]+){1,5}[.!]?\s*$")
"""What stands behind a place at the head of a note: some words that are no sentence."""


class NameReader(ABC):
    """Looks up words, and says whether what stands around them leads to the name of a place.

    ``acting`` counts the countries that are no places where they are named, but do something.
    """

    def __init__(
        self, lexicon: Lexicon, world: World, words: PlaceWords, sentences: Sequence[Sentence]
    ) -> None:
        self._lexicon = lexicon
        self._world = world
        self._words = words
        self._people: set[str] = set()
        self._noticed: set[str] = set()
        self._places: set[str] = set()
        self._hints: Sequence[str] = ()
        self._last_stop: int | None = None
        self._actor_stop: int | None = None
        self._subject: Find | None = None
        self.acting: Counter[str] = Counter()
        texts = chain.from_iterable(words_in(sentence.text) for sentence in sentences)
        self._lower_words = {fold_words(word) for word in texts if word.islower()}
        self._look_up_forms = lru_cache(maxsize=16384)(self._read_forms)

    def _look_up(self, tokens: Sequence[Token]) -> tuple[tuple[Known, ...], bool]:
        """Return what the words may name, and whether only in another case of theirs."""
        return self._look_up_forms(tuple(token.reading.forms for token in tokens))

    def _read_forms(self, forms: tuple[tuple[str, ...], ...]) -> tuple[tuple[Known, ...], bool]:
        found = dict.fromkeys(self._world.look_up(" ".join(own[0] for own in forms)))
        is_inflected = not found
        for words in islice(product(*forms), _MOST_KEYS):
            for it in self._world.look_up(" ".join(words)):
                found.setdefault(it)
        return tuple(found), is_inflected

    def _find_region(self, tokens: Sequence[Token]) -> tuple[Known, ...]:
        found: dict[Known, None] = {}
        for words in islice(product(*(token.reading.forms for token in tokens)), _MOST_KEYS):
            for it in self._world.look_up_region(" ".join(words)):
                found.setdefault(it)
        return tuple(found) or self._find_district(tokens)

    def _find_district(self, tokens: Sequence[Token]) -> tuple[Known, ...]:
        """Return the regions of the second level with a name; of Poland's, its adjective is."""
        return find_districts(" ".join(it.folded for it in tokens))

    def _is_led(self, line: Line, at: int) -> bool:
        """Return whether a preposition, a word such as "city", or a list leads to a name."""
        if is_dateline(line, at) or is_label(line, at) or self._is_noted(line, at):
            return True
        if self._is_told(line.tokens[at]) and line.capitals(at) == at + 1:
            return True
        before = self._before_side(line, at)
        if before and (before.leads(self._words) or self._is_lead(before)):
            return True
        is_done = self._is_undergoing(line, at) or self._is_faced(line, at)
        return is_done or self._is_listed(line, at)

    def _is_told(self, token: Token) -> bool:
        """Return whether the text names a place so elsewhere, and nobody."""
        if not token.is_capital or token.folded not in self._places:
            return False
        own = token.reading
        is_other = own.is_first_name or own.is_common or token.folded in self._lower_words
        is_other |= token.is_first and own.is_known and not own.is_place
        return not is_other and not self._is_somebody(token)

    def _is_somebody(self, token: Token) -> bool:
        """Return whether the text names a person so."""
        forms = (token.folded, *token.reading.forms)
        is_noticed = not token.reading.is_place and not self._noticed.isdisjoint(forms)
        return is_noticed or not self._people.isdisjoint(forms)

    def _is_beside(self, line: Line, at: int) -> bool:
        """Return whether what goes before a name is rather a person's company: "with"."""
        before = line.before(at)
        return before is not None and before.folded in self._words.company

    def _is_faced(self, line: Line, at: int) -> bool:
        """Return whether several words lead to a name: "as far as Lindi"."""
        ahead = line.tokens[max(0, at - 2) : at]
        is_next = line.joined(at - 2, at + 1)
        return len(ahead) == 2 and is_next and all(it.folded in self._words.facing for it in ahead)

    def _is_undergoing(self, line: Line, at: int) -> bool:
        """Return whether what is done to a name is done to places: "the capture of Lindi"."""
        before = line.before(at)
        if before and before.folded in self._words.of:
            before = line.before(at - 1)
        return before is not None and before.is_any(self._words.deeds)

    def _is_noted(self, line: Line, at: int) -> bool:
        """Return whether a note starts with a name: "Visby, a day of rest.", "Visby astern."."""
        stop = line.capitals(at)
        own = line.tokens[at:stop]
        if not own[0].is_capital or own[0].reading.is_first_name:
            return False
        is_word = own[0].is_first and (
            (own[0].reading.is_common and not own[0].reading.is_place)
            or own[0].folded in self._lower_words
        )
        is_passed = self._words.passed.match(line.text, own[-1].stop) is not None
        if (is_passed and not is_word) or self._heads_list(line, at):
            return True
        if at or any(it.is_word for it in self._look_up(own)[0]):
            return False
        is_short = _NOTE.match(line.text, own[-1].stop) is not None
        rest = line.tokens[stop:]
        return is_short and not any(it.is_capital or self._is_verb(it) for it in rest)

    def _heads_list(self, line: Line, at: int) -> bool:
        """Return whether a name starts a list that heads its sentence: "Leeds and Hull:".

        So it is wherever only places are told so of: "Leeds and Hull were flooded".
        """
        stop, names = line.capitals(at), 1
        while stop < len(line) and names < _LONGEST_LIST:
            following = stop + (not line.tokens[stop].is_capital)
            if following == len(line) or not self._goes_on(line, stop, following):
                break
            stop, names = line.capitals(following), names + 1
        end = line.tokens[stop - 1].stop
        if names > 1 and self._words.passed.match(line.text, end):
            return True
        return names > 1 and line.opens(at) and line.text.startswith(":", end)

    @abstractmethod
    def _is_verb(self, token: Token) -> bool:
        """Return whether a word is a verb, as far as the language shows."""

    def _before_side(self, line: Line, at: int) -> Token | None:
        """Return the token before a name and its side: "in western Kupyansk"."""
        before = line.before(at)
        if before and not before.is_capital and before.folded in self._words.directions:
            return line.before(at - 1)
        return before

    def _is_listed(self, line: Line, at: int, *, is_known: bool = True) -> bool:
        """Return whether a name follows another place in a list: "in A, B and C".

        A dash joins only names that a table has: behind that of a dateline the report starts.
        """
        if not self._goes_on(line, self._last_stop, at):
            return False
        between = line.between(line.tokens[(self._last_stop or 1) - 1].stop, line.tokens[at].start)
        return is_known or not _DASH.search(between)

    def _goes_on(self, line: Line, stop: int | None, at: int) -> bool:
        """Return whether only a comma, "and" or a dash stands between what stops and a name."""
        if stop is None or not stop <= at <= stop + 2:
            return False
        between = line.between(line.tokens[stop - 1].stop, line.tokens[at].start)
        return self._words.listed.fullmatch(between) is not None

    def _is_lead(self, token: Token) -> bool:
        words = self._words
        return token.is_any(words.cities | words.grounds | words.regions)

    def _lead(self, line: Line, first: int) -> int:
        """Return where the phrase starts: at a preposition and a word such as "city" before."""
        at = first
        while at > first - 3 and line.joined(at - 1, at + 1) and (before := line.before(at)):
            if before.is_preposition(self._words):
                return at if before.folded in self._words.of else at - 1
            if not (self._is_lead(before) or before.folded in self._words.silent):
                break
            at -= 1
        return at

    def _remember(self, tokens: Iterable[Token]) -> None:
        """Keep in mind that these words are a person's name in this text."""
        for token in tokens:
            self._people.update((token.folded, *token.reading.forms))

    def _find_water(self, line: Line, at: int, word: str = "") -> Find | None:
        """Find a river whose bare name may mean something else: the San, the Tana."""
        stop = line.capitals(at, 2)
        word = word or next(iter(self._words.river))
        for end in range(stop, at, -1):
            for words in product(*(token.reading.forms for token in line.tokens[at:end])):
                name = " ".join(words)
                if areas := self._areas_called(f"{name} {word}") or self._areas_called(name):
                    return Find(at, end, areas, at, PlaceKind.REGION)
        return None

    def _areas_called(self, name: str) -> tuple[Known, ...]:
        return tuple(filter(is_area, self._world.look_up(name)))

    def _areas(self, tokens: Sequence[Token]) -> tuple[Known, ...]:
        """Return the rivers, islands and the like that the words may name."""
        return tuple(filter(is_area, self._look_up(tokens)[0]))

    def _is_in_settlement(self, line: Line, at: int) -> bool:
        """Return whether "village of", "town" or the like stands before a name."""
        before = line.before(at)
        if before and before.folded in self._words.of:
            before = line.before(at - 1)
            at -= 1
        if before is None or not before.is_any(self._words.cities):
            return False
        ahead = line.before(at - 1)
        return not (before.is_capital and ahead is not None and ahead.is_capital)
