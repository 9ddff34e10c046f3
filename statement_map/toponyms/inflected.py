"""Names of places in a language that inflects them, such as Polish."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from statement_map.geocoding.settlements import find_settlements
from statement_map.geocoding.world import Known, fold_words
from statement_map.model import PlaceKind
from statement_map.prose.endings import endings_of
from statement_map.toponyms.inflected_regions import InflectedRegions
from statement_map.toponyms.line import (
    SMALL_TOWN,
    Find,
    Line,
    Token,
    is_area,
    is_only_a_word,
    needs_preposition,
)
from statement_map.toponyms.naming import SHORTEST

_LONGEST_OFFICE = 5
"""Words of the longest name of an office before its country: "Ministerstwo Rolnictwa"."""

_SURE_UNKNOWN = 5.3
"""The weight of a town of 200 000 people: an inflected form of its name needs no preposition."""

_SURE_PLACE = 5.8
"""The weight of a city of 600 000 people: right behind a capital it is still no surname."""


class InflectedNameFinder(InflectedRegions):
    """The rules: what a name is, the words before it say, and its own forms."""

    def find(self, line: Line, hints: Sequence[str] = ()) -> tuple[Find, ...]:
        """Return what the words of a sentence name, in order."""
        self._region_stop = self._county_stop = None
        return super().find(line, hints)

    def _find_at(self, line: Line, at: int) -> Find | None:
        if self._is_club(line, at) or (at and self._is_club(line, at - 1)):
            return None
        return self._water_at(line, at) or super()._find_at(line, at)

    def _is_club(self, line: Line, at: int) -> bool:
        """Return whether a river and its town are a club: "z Wartą Poznań"."""
        if line.capitals(at, 3) != at + 2 or not line.is_spaced(at + 1):
            return False
        before, home = line.before(at), line.tokens[at + 1]
        if before and (before.folded in self._words.on_water or before.is_any(self._words.waters)):
            return False
        if not (home.reading.is_place and home.reading.is_nominative):
            return False
        own, _ = self._look_up(line.tokens[at : at + 1])
        towns, _ = self._look_up([home])
        is_river = any(it.place.kind is PlaceKind.WATER for it in own)
        return is_river and any(it.place.kind is PlaceKind.CITY for it in towns)

    def _name_at(self, line: Line, at: int) -> Find | None:
        """Find what the shared rules do, with an adjective behind it: "w Bieruniu Starym"."""
        find = self._named_at(line, at) or super()._name_at(line, at)
        if find is None or find.stop != at + 1 or find.stop >= len(line):
            return find
        behind = line.tokens[find.stop]
        is_part = behind.is_capital and behind.reading.is_adjective and line.is_spaced(find.stop)
        if is_part and not find.country and line.joined(at, find.stop + 1):
            return replace(find, stop=find.stop + 1)
        return find

    def _named_at(self, line: Line, at: int) -> Find | None:
        """Find a name that stays in the nominative: "w miejscowości Borki"."""
        before, token = line.before(at), line.tokens[at]
        if not token.is_capital or before is None or not before.is_any(self._words.cities):
            return None
        stop = line.capitals(at, 3)
        for end in range(stop, at, -1):
            name = " ".join(it.folded for it in line.tokens[at:end])
            known = tuple(it for it in self._world.look_up(name) if it.place.kind is PlaceKind.CITY)
            if known:
                return Find(at, end, known, at)
            if end > at + 1 and find_settlements(name):
                return Find(at, end, (), at, PlaceKind.CITY)
        return None

    def _judge(self, line: Line, find: Find) -> Find | None:
        """Return what the shared rules do, but no army, bank or club: "Wojska Polskiego"."""
        own = line.tokens[find.first : find.stop]
        if self._ends_organisation(line, find):
            return None
        if self._is_doing(line, find) or self._is_a_people(line, find):
            return None
        if self._is_longer(line, find) or self._is_family(line, find):
            return None
        is_own = not self._words.own_adjective.isdisjoint(own[-1].reading.lemmas)
        is_town = all(it.place.kind is PlaceKind.CITY for it in find.known)
        if len(own) > 1 and is_own and is_town and own[0].reading.is_common:
            return None
        return super()._judge(line, find)

    def _is_doing(self, line: Line, find: Find) -> bool:
        """Return whether a sentence says what a foreign name does: it is rather somebody's."""
        own, after = line.tokens[find.stop - 1], line.after(find.stop)
        if after is None or own.reading.is_known or find.weight >= _SURE_UNKNOWN:
            return False
        is_town = all(it.place.kind is PlaceKind.CITY for it in find.known)
        does = after.reading.is_verb and not after.is_any(self._words.passive)
        if not (is_town and does and not after.is_capital) or self._is_led(line, find.first):
            return False
        self._remember([own])
        return True

    def _is_family(self, line: Line, find: Find) -> bool:
        """Return whether a name ends as that of a family who does something: "Kłosowie płyną"."""
        own = line.tokens[find.stop - 1]
        is_family = own.folded.endswith(self._words.family_endings)
        return is_family and not self._is_led(line, find.first)

    def _is_longer(self, line: Line, find: Find) -> bool:
        """Return whether a foreign name goes on: "w Canton Paluesa"; or is inflected as one's is.

        That is "grenadierzy San Martína".
        """
        own, after = line.tokens[find.stop - 1], line.after(find.stop)
        if own.reading.is_known or find.country or find.weight >= _SURE_PLACE:
            return False
        if find.stop > find.first + 1 and find.is_inflected and find.weight < _SURE_UNKNOWN:
            written = " ".join(it.folded for it in line.tokens[find.first : find.stop])
            is_named = any(written == fold_words(name) for it in find.known for name in it.names)
            return not (is_named or self._is_led(line, find.first))
        if after is None or not after.is_capital or not line.is_spaced(find.stop):
            return False
        return not (after.reading.is_known or self._look_up([after])[0])

    def _is_a_people(self, line: Line, find: Find) -> bool:
        """Return whether somebody acts by or with a people: "przez Turków", "z Niemcami"."""
        own, before = line.tokens[find.first].reading, line.before(find.first)
        if before is None or not own.is_people or find.stop > find.first + 1:
            return False
        if before.folded in self._words.company:
            return not own.is_genitive
        return before.folded in self._words.through and own.is_genitive

    def _ends_organisation(self, line: Line, find: Find) -> bool:
        """Return whether a word goes on with who it is: "Bank Gdański", "Legia Warszawa"."""
        before, own = line.before(find.first), line.tokens[find.stop - 1]
        if before is None or not before.is_capital or find.stop != find.first + 1:
            return False
        if not line.is_spaced(find.first) or self._last_stop == find.first:
            return False
        said = before.reading
        if said.is_place or said.is_first_name or not (said.is_noun and said.is_nominative):
            return False
        if own.reading.is_adjective:
            return True
        is_name = not before.is_first and before.text.isalpha() and not before.text.isupper()
        return (
            is_name
            and said.is_common
            and own.reading.is_nominative
            and not own.is_any(before.reading.lemmas)
        )

    def _water_at(self, line: Line, at: int) -> Find | None:
        """Find a river or lake behind "nad" or a word for it: "nad Sanem", "rzeka Bug"."""
        before = line.before(at)
        if before is None or not line.tokens[at].is_capital:
            return None
        if before.folded in self._words.on_water or before.is_any(self._words.waters):
            return self._find_water(line, at)
        return None

    def _look_up(self, tokens: Sequence[Token]) -> tuple[tuple[Known, ...], bool]:
        found, is_inflected = super()._look_up(tokens)
        if len(tokens) > 1 and not found:
            return self._look_up_foreign(tokens), True
        if len(tokens) > 1 or tokens[0].folded.endswith(self._words.region_adjectives):
            return found, is_inflected
        forms = {
            it for it in tokens[0].reading.forms if not it.endswith(self._words.region_adjectives)
        }
        # "Śląska" is of Śląsk, and no form of the region Śląskie.
        kept = tuple(
            it
            for it in found
            if not it.region
            or it.place.kind is not PlaceKind.REGION
            or not forms.isdisjoint(map(fold_words, it.names))
        )
        return kept, is_inflected

    def _look_up_foreign(self, tokens: Sequence[Token]) -> tuple[Known, ...]:
        """Return what has a name of which only the last word is inflected: "do Ponta Grossy"."""
        first = " ".join(it.folded for it in tokens[:-1])
        guessed = endings_of(self._words.code).guess(tokens[-1].folded)
        return tuple(
            dict.fromkeys(known for it in guessed for known in self._world.look_up(f"{first} {it}"))
        )

    def _is_adjective(self, line: Line, find: Find, country: Known) -> bool:
        token, after = line.tokens[find.first], line.after(find.stop)
        reading = token.reading
        is_led = self._is_led(line, find.first)
        is_own = not self._words.own_adjective.isdisjoint(reading.lemmas)
        if is_own and token.folded.endswith(self._words.adjective_endings):
            return True  # Wojsko Polskie
        before = line.before(find.first)
        if is_own and before and before.is_capital and before.reading.is_common and not is_led:
            return not token.reading.is_genitive  # Szkoła Polska
        if is_own and after and not is_led and not after.is_capital:
            return after.reading.is_noun  # Polska grupa
        is_by = before is not None and before.folded in self._words.through
        if reading.is_first_name and (is_by or not is_led):
            return True  # Dominika
        if reading.is_place or not reading.is_known:
            return False
        if not self._words.own_state.isdisjoint(reading.lemmas):
            return False
        return token.folded not in {fold_words(name) for name in country.names}

    def _part_stop(self, line: Line, at: int) -> int:
        following = at + 1
        if following < len(line) and line.tokens[following].is_any(self._words.part_words):
            following += 1
        return following

    def _part_at(self, line: Line, at: int) -> Find | None:
        find = super()._part_at(line, at)
        if find and line.tokens[at].is_any(self._words.part_nouns):
            return find if line.tokens[find.stop - 1].reading.is_genitive else None
        return find

    def _is_led(self, line: Line, at: int) -> bool:
        """Return what the shared rules do, and so behind "zdobyli", which one does to a town."""
        before = line.before(at)
        is_taken = before is not None and self._does(before, self._words.takes)
        return is_taken or super()._is_led(line, at)

    def _is_beside(self, line: Line, at: int) -> bool:
        """Return what the shared rules do; "z" says with whom before another case than "of"."""
        return super()._is_beside(line, at) and not line.tokens[at].reading.is_genitive

    def _is_with(self, line: Line, at: int) -> bool:
        """Return whether a name that no table has is of whom one is with: "z Borussią"."""
        before = line.before(at)
        is_so = line.tokens[at].text.endswith(self._words.with_endings)
        return is_so and before is not None and before.folded in self._words.with_

    def _does(self, token: Token, words: Iterable[str]) -> bool:
        """Return whether a verb is one of ``words``, in the first or second person too."""
        stems = (
            token.text.removesuffix(it)
            for it in self._words.person_endings
            if token.text.endswith(it)
        )
        return token.is_any(words) or any(
            not self._lexicon.read(it).lemmas.isdisjoint(words) for it in stems
        )

    def _is_verb(self, token: Token) -> bool:
        return token.reading.is_verb

    def _is_actor(self, line: Line, find: Find) -> bool:
        at = find.first
        while (before := line.before(at)) and before.is_any(self._words.of_states):
            at -= 1
        own, after = line.tokens[find.first], line.after(find.stop)
        ahead = line.before(find.first)
        if ahead and ahead.folded in self._words.against and own.reading.is_people:
            return True  # przeciwko Niemcom
        is_led = self._is_led(line, find.first)
        if own.reading.is_people and own.reading.is_nominative and not is_led:
            return True  # wkraczają Niemcy
        acts = after and after.reading.is_verb and not after.is_any(self._words.passive)
        if acts and own.reading.is_nominative and not is_led:
            return True  # Niemcy spędzili
        is_genitive = line.tokens[find.stop - 1].reading.is_genitive
        if before is None or not is_genitive:
            return False
        return before.is_any(self._words.actors) or self._heads_office(line, at)

    def _heads_office(self, line: Line, at: int) -> bool:
        """Return whether an office of more words stands before ``at``: "Sąd Najwyższy"."""
        for first in range(at - 1, max(-1, at - _LONGEST_OFFICE), -1):
            if not line.tokens[first].is_capital or not line.joined(first, first + 2):
                return False
            if line.tokens[first].is_any(self._words.actors):
                return True
        return False

    def _makes_surname(self, token: Token) -> bool:
        reading = token.reading
        return reading.is_first_name or not (
            reading.is_known or self._world.is_known(reading.forms[0])
        )

    def _is_person(self, line: Line, find: Find, *, is_led: bool) -> bool:
        own = line.tokens[find.first : find.stop]
        before, after = line.before(find.first), line.after(find.stop)
        if before and before.folded in self._words.on_water and find.weight < SMALL_TOWN:
            return all(it.place.kind is PlaceKind.CITY for it in find.known)  # it is a river
        if is_led:
            return False
        if before and self._is_rest_of_name(line, find.first) and find.weight < _SURE_UNKNOWN:
            return True
        if before and self._is_behind_a_name(line, find):
            self._remember(own)
            return True
        if before and self._is_surname(before, own[-1]):
            self._remember(own)
            return True
        if after and after.is_capital and own[-1].reading.is_first_name:
            return not self._world.is_known(after.reading.forms[0])
        return False

    def _is_behind_a_name(self, line: Line, find: Find) -> bool:
        """Return whether a name that is no place's goes right before: "Javier Segovia"."""
        before = line.tokens[find.first - 1]
        return (
            before.is_capital
            and not before.is_first
            and not before.text.isupper()
            and line.is_spaced(find.first)
            and self._last_stop != find.first
            and find.weight < _SURE_PLACE
        )

    def _is_rest_of_name(self, line: Line, at: int) -> bool:
        """Return whether an adjective with a capital goes before: "w Czerwonym Borze"."""
        if at < 2 or not line.is_spaced(at):
            return False
        before = line.tokens[at - 1]
        is_word = before.reading.is_known and not before.reading.is_first_name
        return before.is_capital and not before.is_first and is_word and self._last_stop != at

    def _is_surname(self, before: Token, last: Token) -> bool:
        words = self._words
        if before.is_any(words.offices):
            return not last.reading.is_genitive
        return before.is_any(words.titles) or (before.is_capital and self._makes_surname(before))

    def _is_around(self, line: Line, at: int) -> bool:
        """Return whether a name says around what something is: "w rejonie Czeremchy"."""
        before, ahead = line.before(at), line.before(at - 1)
        if before is None or ahead is None or not ahead.is_preposition(self._words):
            return False
        if line.tokens[at].reading.is_surname and not line.tokens[at].reading.is_place:
            return False
        is_of_side = before.is_preposition(self._words) and ahead.is_any(self._words.part_nouns)
        return before.is_any(self._words.grounds | self._words.regions) or is_of_side

    def _may_be_single(self, line: Line, find: Find, *, is_led: bool) -> bool:
        """Return what the shared rules do, and so where a foreign name is not inflected.

        That is "w Mora": of the word that is written so another case stands there.
        """
        before, own = line.before(find.first), line.tokens[find.first]
        is_in = before is not None and before.folded in self._words.in_ and not find.is_inflected
        reading = own.reading
        is_bare = reading.is_nominative if reading.is_common else reading.is_known
        if is_in and is_bare and not reading.is_place and not self._is_somebody(own):
            return len(own.text) >= SHORTEST
        return super()._may_be_single(line, find, is_led=is_led)

    def _is_single(self, token: Token, find: Find, *, is_led: bool, is_followed: bool) -> bool:
        reading = token.reading
        if not reading.is_known:
            if find.is_inflected and not is_led and find.weight < _SURE_UNKNOWN:
                return False
        elif not reading.is_place:
            is_word = reading.is_common and (
                token.is_first or not (all(map(is_area, find.known)) or _is_named_so(token, find))
            )
            if is_word or not is_led or find.weight < SMALL_TOWN:
                return False
        elif reading.is_common and (is_followed or (token.is_first and not is_led)):
            return False
        if is_only_a_word(find) and not reading.is_place:
            return False
        if reading.is_place and not (reading.is_first_name or reading.is_common):
            return True
        is_of = reading.is_genitive and not reading.is_nominative
        if reading.is_common and is_of and find.weight < SMALL_TOWN:
            return is_led  # Lekarze bez Granic
        return is_led or not needs_preposition(find, token, is_first_name=reading.is_first_name)

    def _guess_stop(self, line: Line, at: int, stop: int) -> int:  # noqa: ARG002  # English needs it
        return stop

    def _may_guess(self, line: Line, at: int) -> bool:
        """Return whether the table of settlements is asked: one is in no person and no people."""
        reading, before = line.tokens[at].reading, line.before(at)
        if not self._is_led(line, at) or reading.is_people:
            return False
        if not at:
            return not reading.is_known  # "Chiwa."
        is_in = before is not None and before.folded in self._words.in_
        is_word = reading.is_common and line.tokens[at].is_first
        is_person = reading.is_surname or reading.is_first_name
        if line.tokens[at].is_any(self._words.sites):
            return False
        return is_in or not (is_word or (is_person and not reading.is_place))

    def _is_within(self, token: Token) -> bool:
        return token.folded in self._words.within and token.is_preposition(self._words)

    def _is_unknown_place(self, line: Line, at: int, stop: int) -> bool:
        reading = line.tokens[at].reading
        if self._is_in_settlement(line, at):
            return True
        if self._is_with(line, at):
            return False
        if reading.is_known and not reading.is_place:
            before = line.before(at)  # one is in no person, but in Suszek, which is a surname too
            is_in = before is not None and before.folded in self._words.in_
            is_name = reading.is_surname and not (reading.is_common or reading.is_first_name)
            return is_in and is_name and stop == at + 1
        if self._is_around(line, at) or (self._is_faced(line, at) and reading.is_place):
            return True
        before = line.before(at)
        if before and (before.folded in self._words.on_water or before.is_any(self._words.river)):
            return stop == at + 1 and not (reading.is_first_name or reading.is_surname)
        is_within = before is not None and self._is_within(before)
        is_surely = not (reading.is_surname or reading.is_first_name or reading.is_common)
        if before and reading.is_place and before.folded in self._words.in_:
            return True
        if before and reading.is_place and is_surely and before.is_preposition(self._words):
            return True
        if not (is_within or self._is_listed(line, at, is_known=False)):
            return False
        is_word = reading.is_surname or (reading.is_common and line.tokens[at].is_first)
        is_named = reading.is_place and not is_word
        return is_named or (stop == at + 1 and not reading.is_known)


def _is_named_so(token: Token, find: Find) -> bool:
    """Return whether a common word is the first name of a region too: "w Kalmarze", a squid."""
    regions = (it for it in find.known if it.place.kind is PlaceKind.REGION and it.region)
    return any(fold_words(it.names[0]) in token.reading.forms for it in regions)
