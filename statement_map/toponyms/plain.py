"""Names of places in a language that leaves them as they are, such as English."""

from __future__ import annotations

from collections.abc import Sequence

from statement_map.geocoding.settlements import find_settlements
from statement_map.geocoding.world import Known, fold_words
from statement_map.model import PlaceKind
from statement_map.toponyms.heads import is_label
from statement_map.toponyms.line import (
    SMALL_TOWN,
    Find,
    Line,
    Token,
    is_actor,
    is_only_a_word,
    is_titled,
    needs_preposition,
)
from statement_map.toponyms.plain_sites import PlainSites
from statement_map.toponyms.words import names_of_languages

_SHORTEST_VERB = 5
"""Letters of the shortest verb that its past ending tells; "red" and "bed" end so too."""

_LARGE_TOWN = 5.5
"""From this weight on a name is a town's though it does something: "London says"."""

_MOST_UNKNOWN = 2
"""Words of the longest name that is taken for a place's where no table has it."""

_TOWN_OF_NOTE = 4.9
"""Below this weight, 80 000 people, what has an article is no town, unless something says so."""


class PlainNameFinder(PlainSites):
    """The rules: what a name is, the words before or behind it say."""

    def _region_at(self, line: Line, at: int) -> Find | None:
        if not line.tokens[at].is_capital or self._starts_sentence(line.tokens[at]):
            return None
        if find := self._region_behind(line, at):
            return find
        for last in (at + 3, at + 2, at + 1):
            if last >= len(line) or not line.tokens[last].is_any(self._words.regions):
                continue
            if not line.joined(at, last + 1) or line.capitals(at) < last:
                continue
            if self._look_up(line.tokens[at : last + 1])[0]:
                continue  # the Czech Republic
            if find := self._region_called(line, at, last):
                return find
        return None

    def _region_called(self, line: Line, at: int, last: int) -> Find | None:
        """Find what is named before the word for a region at ``last``."""
        word, behind = line.tokens[last], line.after(last + 1)
        if word.is_capital and behind and behind.folded in self._words.of:
            return None  # the Democratic Republic of the Congo
        if known := self._find_region(line.tokens[at:last]):
            return Find(at, last + 1, known, at, PlaceKind.REGION)
        if self._words.is_plural(word.folded):
            return Find(at, last, (), at, PlaceKind.SITE)
        is_sort = not self._words.sorts.isdisjoint(it.folded for it in line.tokens[at:last])
        if is_sort or not word.is_capital:
            return None  # the Southern Military District
        return Find(at, last + 1, (), at, PlaceKind.SITE)

    def _region_behind(self, line: Line, at: int) -> Find | None:
        """Find "County Galway", "Province of Alberta"."""
        start = at + 1
        before = line.before(at)
        if not line.tokens[at].is_any(self._words.regions) or start >= len(line):
            return None
        if before and before.is_capital and line.is_spaced(at):
            return None  # the Democratic Republic of Congo
        if line.tokens[start].folded in self._words.of:
            start += 1
        if start < len(line) and not line.tokens[start].is_capital:
            return None
        for stop in range(min(start + 3, len(line)), start, -1):
            if not line.joined(at, stop) or line.capitals(start) < stop:
                continue
            if known := self._find_region(line.tokens[start:stop]):
                return Find(at, stop, known, at, PlaceKind.REGION)
        return None

    def _part_at(self, line: Line, at: int) -> Find | None:
        after, before = line.after(at + 1), line.before(at)
        words = self._words
        is_after = before is not None and before.folded in words.articles
        if after and after.folded in words.of and not is_after:
            return None  # north of Gori is not in it
        return super()._part_at(line, at)

    def _part_stop(self, line: Line, at: int) -> int:
        following = at + 1
        while following < len(line) and line.tokens[following].folded in self._words.part_words:
            following += 1
        return following

    def _look_up(self, tokens: Sequence[Token]) -> tuple[tuple[Known, ...], bool]:
        """Return what the shared rules do, and names with an apostrophe: "King's Lynn".

        That of "St. John's" is at the end, where it says elsewhere whose something is.
        """
        if exact := self._look_up_exact(tokens):
            return exact, False
        found, is_inflected = super()._look_up(tokens)
        between = [it.folded for it in tokens[1:-1]]
        if not found and between and self._words.by_river.issuperset(between):
            return self._on_river(tokens[0].folded, tokens[-1].folded), False
        if found or not self._has_possessive(tokens):
            return found, is_inflected
        return self._world.look_up(" ".join(it.folded for it in tokens)), False

    def _look_up_exact(self, tokens: Sequence[Token]) -> tuple[Known, ...]:
        """Return what is written just so, with its apostrophe: "St. George's"."""
        if not self._has_possessive(tokens):
            return ()
        known = self._world.look_up(" ".join(it.folded for it in tokens))
        written = " ".join(it.text for it in tokens).replace("’", "'").casefold()
        return tuple(it for it in known if written in {_bare(name) for name in it.names})

    def _has_possessive(self, tokens: Sequence[Token]) -> bool:
        own = tokens if len(tokens) > 1 else ()
        return any(it.text.endswith(self._words.possessive_endings) for it in own)

    def _on_river(self, town: str, river: str) -> tuple[Known, ...]:
        """Return the towns that a table calls by their river too: "Frankfurt on the Oder"."""
        names = {
            it: [fold_words(name).split(" ") for name in it.names]
            for it in self._world.look_up(town)
        }
        return tuple(
            known
            for known, own in names.items()
            if any(words[0] == town and river in words for words in own)
        )

    def _judge(self, line: Line, find: Find) -> Find | None:
        """Return what the shared rules do, but no small town behind "the": "the Union"."""
        before, after = line.before(find.first), line.after(find.stop)
        is_of_day = before is not None and before.folded in self._words.feast_leads
        if is_of_day and after and after.folded in self._words.day_words:
            return None  # on Trinity Sunday
        is_the = before is not None and before.folded in self._words.articles
        if is_the and self._is_only_called_so(line, find):
            return None
        if self._is_somebodys(line, find):
            return None
        if after and not after.is_capital and after.folded in self._words.ships:
            return None  # the Hanover packet
        own = line.tokens[find.first]
        is_small = find.stop == find.first + 1 and own.folded in self._words.sites
        if is_small or (own.is_first and own.folded in self._words.sentence_words):
            return None  # the Green; Down the valley
        if self._names_building(line, find):
            return None
        if self._is_doing(line, find):
            self._remember(line.tokens[find.first : find.stop])
            return None
        return super()._judge(line, find)

    def _is_only_called_so(self, line: Line, find: Find) -> bool:
        """Return whether what has an article is a ship or a club, as a town has none.

        Nor has a region in the countries of ``bare_regions``: "the Oregon".
        """
        words, after = self._words, line.after(find.stop)
        if after and after.folded in words.around:
            return False
        if any(fold_words(name).startswith("the ") for it in find.known for name in it.names):
            return False
        if any(
            it.place.kind is not PlaceKind.CITY
            and not (it.region and (it.place.country or "").lower() in words.bare_regions)
            for it in find.known
        ):
            return False
        ends = after is None or after.is_capital or self._is_verb(after)
        ends |= (
            after is not None and after.folded in words.prepositions | words.and_ | words.passive
        )
        return ends or find.weight < _TOWN_OF_NOTE

    def _names_building(self, line: Line, find: Find) -> bool:
        """Return whether a small town's name is a building's: "the Santa Rosa hospital"."""
        after, own = line.after(find.stop), line.tokens[find.stop - 1]
        if after is None or find.weight >= _LARGE_TOWN:
            return False
        if any(it.place.kind is not PlaceKind.CITY for it in find.known):
            return False
        is_its = own.text.endswith(("'", *self._words.possessive_endings))
        is_its |= line.text.startswith(("'", "’"), own.stop)
        is_building = after.folded in self._words.buildings | self._words.airports
        return is_building and (is_its or not after.is_capital)

    def _is_doing(self, line: Line, find: Find) -> bool:
        """Return whether a sentence says what a town of some size does: it is rather somebody."""
        own, after = line.tokens[find.first], line.after(find.stop)
        is_first = own.is_first or line.opens(find.first)
        if not is_first or after is None or after.is_capital or find.weight >= _LARGE_TOWN:
            return False
        if find.stop > find.first + 1:
            return False
        is_town = all(it.place.kind is PlaceKind.CITY for it in find.known)
        does = after.folded in self._words.verbs - self._words.passive
        return is_town and does and not self._is_led(line, find.first)

    def _is_somebodys(self, line: Line, find: Find) -> bool:
        """Return whether a small town's name only says whose something is: "Bentley's"."""
        own = line.tokens[find.stop - 1]
        is_town = all(it.place.kind is PlaceKind.CITY for it in find.known)
        if not is_town or not own.text.endswith(self._words.possessive_endings):
            return False
        written = " ".join(it.folded for it in line.tokens[find.first : find.stop])
        return (
            find.weight < SMALL_TOWN
            and not self._is_told(own)
            and not any(written == fold_words(name) for it in find.known for name in it.names)
        )

    def _is_led(self, line: Line, at: int) -> bool:
        """Return what the shared rules do, and so for "the Kupyansk direction", "took Lindi"."""
        before, after = line.before(at), line.after(line.capitals(at))
        is_article = before is not None and before.folded in self._words.articles
        if is_article and after is not None and after.folded in self._words.around:
            return True
        is_taken = before is not None and before.folded in self._words.takes
        return is_taken or self._heads_way(line, at) or super()._is_led(line, at)

    def _heads_way(self, line: Line, at: int) -> bool:
        """Return whether a note starts with where a way goes: "Slunj to Bihać."."""
        stop = line.capitals(at)
        after = line.after(stop)
        if at or after is None or after.folded not in self._words.to or stop + 1 == len(line):
            return False
        goal = line.tokens[stop + 1 : line.capitals(stop + 1)]
        return goal[0].is_capital and bool(self._look_up(goal)[0])

    def _name_at(self, line: Line, at: int) -> Find | None:
        """Find what the shared rules do; a village with a hyphen is one: "Beaumont-Hamel".

        So is one with a small word in it: "Bridge of Orchy".
        """
        stop = line.whole_stop(at, self._words.of | self._words.by_river)
        if stop and not self._look_up(line.tokens[at:stop])[0]:
            name = " ".join(it.folded for it in line.tokens[at:stop])
            if find_settlements(name):
                return Find(at, stop, (), at, PlaceKind.CITY, is_guess=True)
        return super()._name_at(line, at)

    def _is_actor(self, line: Line, find: Find) -> bool:
        words = self._words
        own, after = line.tokens[find.first : find.stop], line.after(find.stop)
        if own[-1].text.endswith(words.possessive_endings):
            behind = line.tokens[find.stop : find.stop + 3]
            return not any(it.folded in words.in_a_country or it.is_capital for it in behind)
        before = line.before(find.first)
        if after and after.is_capital and before and before.folded in words.articles:
            return not self._says_what(after)  # the Zimbabwe Red Cross
        is_named = own[0].text.isupper() or not (before and before.leads(words))
        if is_named and self._has_actors(line, find.stop):
            return True
        if after and after.is_capital and (own[0].text.isupper() or after.is_any(words.titles)):
            return not self._says_what(after)  # US Marines, New Zealand Captain A. B.
        if after and own[0].is_first and self._acts(line, find.stop):
            return True
        if own[0].is_first and words.relative.match(line.text, own[-1].stop):
            return True  # Zambia, which depended on it
        at = find.first
        while at and line.tokens[at - 1].folded in words.of_states:
            at -= 1
        while at and self._is_ally(line, at):
            at -= 1
        passed = [token.folded for token in line.tokens[at : find.first]]
        return not words.of.isdisjoint(passed) and at > 0 and is_actor(line.tokens[at - 1], words)

    def _has_actors(self, line: Line, stop: int) -> bool:
        """Return whether actors follow a country's name: "New Zealand mounted troops"."""
        words, after, behind = self._words, line.after(stop), line.after(stop + 1)
        if after is None or after.is_capital:
            return False
        small = words.leads | words.and_ | words.articles | words.verbs | words.passive
        if is_actor(after, words) or behind is None or after.folded in small:
            return is_actor(after, words)
        return not behind.is_capital and is_actor(behind, words)

    def _is_ally(self, line: Line, at: int) -> bool:
        """Return whether the word before ``at`` is one of those who act together.

        That is "the European Union" in "the ambassadors of the European Union and Zambia".
        """
        token, words = line.tokens[at - 1], self._words
        if is_actor(token, words):
            return False
        return (token.is_capital and not token.is_first) or token.folded in (
            words.of_states | words.and_ | words.of
        )

    def _acts(self, line: Line, stop: int) -> bool:
        """Return whether a verb follows a name that a sentence starts with."""
        token = line.tokens[stop]
        return not token.is_capital and self._is_verb(token)

    def _is_verb(self, token: Token) -> bool:
        word = token.folded
        return word in self._words.verbs or (
            word.endswith(self._words.past_endings) and len(word) >= _SHORTEST_VERB
        )

    def _makes_surname(self, token: Token, weight: float = SMALL_TOWN) -> bool:
        """Return what the shared rules ask; before a small town any word may be a first name."""
        words = self._words
        known = (
            words.sites | words.regions | words.cities | words.prepositions | words.sentence_words
        )
        if token.folded in known or token.folded in {*words.directions, *words.ages}:
            return False
        is_odd = weight < SMALL_TOWN and token.folded not in self._lower_words
        return token.reading.is_first_name or not token.is_first or is_odd

    def _is_person(self, line: Line, find: Find, *, is_led: bool) -> bool:
        own = line.tokens[find.first : find.stop]
        before, after = line.before(find.first), line.after(find.stop)
        is_in = before is not None and before.leads(self._words)
        if not (is_in or find.country) and self._words.personal.match(line.text, own[-1].stop):
            self._remember(own)
            return True  # Lena, who left
        if len(own) > 1 and not is_led and own[0].is_any(self._words.titles):
            self._remember(own)
            return True  # Prince Albert
        is_called = own[-1].reading.is_first_name or any(it.is_first_name for it in find.known)
        is_beside = before is not None and before.folded in self._words.company
        if is_beside and is_called and len(own) == 1 and not find.country:
            self._remember(own)
            return True  # with Ann
        if before and not is_led:
            is_surname = before.is_capital and self._makes_surname(before, find.weight)
            if is_surname or is_titled(line, find.first, self._words):
                self._remember(own)
                return True
        if after is None or not after.is_capital or self._says_what(after):
            return False
        if (
            is_called
            and line.is_spaced(find.stop)
            and not any(
                it.place.kind is PlaceKind.COUNTRY
                for it in self._world.look_up(after.reading.forms[0])
            )
        ):
            self._remember([*own, after])
            return True
        if (
            after.is_any(self._words.titles)
            or after.text.isupper()
            or not line.is_spaced(find.stop)
        ):
            return False
        is_within = before is not None and before.folded in self._words.within
        is_its = own[-1].text.endswith(self._words.possessive_endings)
        if is_within and find.weight >= SMALL_TOWN and (is_its or self._is_acting(line, find.stop)):
            return False  # in Alexandria Nasser announces
        return find.country is None and after.folded not in self._words.day_words

    def _is_acting(self, line: Line, at: int) -> bool:
        """Return whether a word is the name of whom the next words say what they do."""
        words, after = self._words, line.after(line.capitals(at))
        small = words.leads | words.and_ | words.articles
        does = after is not None and not after.is_capital and after.folded not in small
        return does or line.tokens[at].reading.is_first_name

    def _says_what(self, token: Token) -> bool:
        words = self._words
        return token.folded in words.sites | words.regions | words.cities

    def _is_single(
        self,
        token: Token,
        find: Find,
        *,
        is_led: bool,
        is_followed: bool,  # noqa: ARG002  # Polish needs it
    ) -> bool:
        if is_only_a_word(find) and (token.is_first or not is_led):
            return False
        if token.is_first and not is_led and any(it.is_word for it in find.known):
            return False  # Reading of the minutes
        is_called = token.reading.is_first_name or any(it.is_first_name for it in find.known)
        return is_led or not needs_preposition(find, token, is_first_name=is_called)

    def _is_unknown_place(self, line: Line, at: int, stop: int) -> bool:
        if self._is_in_settlement(line, at):
            return True
        words, before, token = self._words, line.before(at), line.tokens[at]
        if before and before.folded in words.articles and at > 1:
            is_river = stop == at + 1 and not words.is_plural(token.text)
            return is_river and line.tokens[at - 2].folded in words.along
        is_within = before is not None and before.folded in words.within
        after = line.after(stop)
        if before and after and before.folded in words.from_ and after.folded in words.to:
            is_within = True  # from A to B
        if before and before.folded in words.to and self._last_stop == at - 1:
            is_within = True
        if self._is_left(line, at, stop):
            is_within = True
        if before and before.folded in words.of and line.tokens[at - 2].folded in words.directions:
            is_within = True  # south of A
        is_near = before is not None and before.folded in words.near
        is_listed = self._is_listed(line, at, is_known=False)
        own = line.tokens[at:stop]
        capitals = sum(it.is_capital for it in own)  # two in "Tel el Fara"
        is_whole = is_near or is_listed or (is_within and capitals < len(own))
        if capitals > _MOST_UNKNOWN or (capitals == _MOST_UNKNOWN and not is_whole):
            return False
        if not (is_within or is_listed or is_near):
            return False
        is_word = token.folded in words.sentence_words | words.no_places | self._lower_words
        is_word |= token.folded in names_of_languages(words.code)
        is_word |= stop == at + 1 and token.folded in words.sites | words.cities
        return not (
            is_word or token.text.endswith((*words.possessive_endings, *words.abstract_endings))
        )

    def _is_left(self, line: Line, at: int, stop: int) -> bool:
        """Return whether one leaves a place for another: either in "left A for B"."""
        words, before, after = self._words, line.before(at), line.after(stop)
        if before and after and before.folded in words.leaving and after.folded in words.bound:
            return stop + 1 < len(line) and line.tokens[stop + 1].is_capital
        if not before or before.folded not in words.bound or self._last_stop != at - 1:
            return False
        return any(it.folded in words.leaving for it in line.tokens[max(0, at - 4) : at - 1])

    def _may_guess(self, line: Line, at: int) -> bool:
        words, token = self._words, line.tokens[at]
        is_word = token.folded in words.sentence_words | words.no_places | words.day_words
        is_word |= token.folded in self._lower_words | names_of_languages(words.code)
        is_word |= token.folded in words.directions or (not at and self._is_verb(token))
        is_name = token.reading.is_first_name or token.is_any(words.people | words.titles)
        is_word |= token.text.endswith((*words.possessive_endings, *words.abstract_endings))
        is_open = bool(at) or is_label(line, at) or self._is_noted(line, at)
        return is_open and self._is_led(line, at) and not (is_word or is_name)

    def _guess_stop(self, line: Line, at: int, stop: int) -> int:
        for end in range(stop, at, -1):
            if end == at + 1 < stop and not line.tokens[end].reading.is_first_name:
                return stop  # never half of Bajo Chiquito
            if find_settlements(" ".join(it.folded for it in line.tokens[at:end])):
                return end
        return stop


def _bare(name: str) -> str:
    """Return a name without full stops, to compare it as it is written: "st john's"."""
    return name.replace("’", "'").replace(".", "").casefold()
