"""Where a sentence names places: the rules that languages share."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace

from statement_map.geocoding.settlements import find_settlements
from statement_map.geocoding.world import Known
from statement_map.model import PlaceKind
from statement_map.toponyms.heads import is_dateline
from statement_map.toponyms.leading import NameReader
from statement_map.toponyms.line import (
    LONGEST,
    SMALL_TOWN,
    Find,
    Line,
    Token,
    is_everyday,
    is_initial,
    namesakes,
)

_ACRONYM = 4
"""Letters of the longest acronym that is taken for one; longer words in capitals are headings."""

SHORTEST = 3
"""Letters of the shortest name of one word; most words that are shorter are abbreviations."""

_LONGEST_ORGANISATION = 8
"""Words of the longest name of an organisation; more words in capitals are a heading."""

_LONGEST_CAMPUS = 4
"""Words of the longest name of a school whose town is meant, with the last of the town's."""

_LONGEST_PERSON = 4
"""Words of the longest name of a person that is kept in mind."""

_LONGEST_TITLE = 3
"""Words of the longest name in quotation marks; more of them are what somebody says."""

_TITLED = 2
"""So many words before a title in quotation marks may say what has it."""

_QUOTED = re.compile('[„“"«][^„“”"«».]{1,60}[”“"»]')
"""A title in quotation marks, which has no full stop."""

_NUMBERED = re.compile(r"\s\d{1,3}(?=[,;)]|\.?\s*$)")
"""A number right behind a name: "Hangar 12"."""

_INSIDE_HYPHENS = re.compile(r"-[^\W\d_]{1,4}-[^\W\d_]")
_CONTRACTION = re.compile(r"[^\W\d_]['’][^\W\d_]{1,2}")
"""A letter and what is left of a verb."""


class NameFinder(NameReader):
    """Finds the names of places in one text; what it learns of people holds for that text."""

    def find(self, line: Line, hints: Sequence[str] = ()) -> tuple[Find, ...]:
        """Return what the words of a sentence name, in order.

        ``hints`` are words of it that somebody takes for names of places.
        """
        self._hints = hints
        finds: list[Find] = []
        self._last_stop = self._actor_stop = self._subject = None
        at = 0
        titles = self._titles(line)
        while at < len(line):
            find = None if at in titles else self._find_at(line, at)
            if find is None:
                at += 1
            else:
                finds.append(replace(find, phrase_first=self._lead(line, find.phrase_first)))
                at = self._last_stop = find.stop
        if not finds and self._subject:
            finds.append(self._subject)  # where else should it be: "Angola becomes independent"
        return tuple(finds)

    def notice_people(self, line: Line) -> None:
        """Keep in mind who is named in full or with a title, for the whole text.

        One sense of a name holds for a discourse (Gale, Church and Yarowsky 1992).
        """
        for at in range(len(line) - 1):
            if self._names_person(line, at):
                for name in line.tokens[at + 1 : line.capitals(at + 1, _LONGEST_PERSON)]:
                    self._noticed.update((name.folded, *name.reading.forms))

    def _names_person(self, line: Line, at: int) -> bool:
        """Return whether a word is the title or the first name of whom the next words name."""
        token, words, name = line.tokens[at], self._words, line.tokens[at + 1]
        if not name.is_capital or name.text.isupper() or not line.joined(at, at + 2):
            return False
        if token.is_any(words.titles):
            return not name.is_any(words.titles)
        if not token.is_capital or not token.reading.is_first_name or not line.is_spaced(at + 1):
            return False
        said = words.sites | words.regions | words.cities | words.organisations
        is_kind = name.folded in said or name.reading.is_first_name
        return not is_kind and not self._look_up(line.tokens[at : at + 2])[0]

    def notice_places(self, line: Line, finds: Sequence[Find]) -> None:
        """Keep in mind which names stood where only a place's does, for the whole text."""
        for find in finds:
            own = line.tokens[find.first : find.stop]
            before = line.before(find.first)
            is_inside = before is not None and before.folded in self._words.within
            if len(own) == 1 and is_inside and find.kind in {None, PlaceKind.CITY}:
                self._places.update((own[0].folded, *own[0].reading.forms))

    def find_again(
        self, line: Line, finds: tuple[Find, ...], hints: Sequence[str] = ()
    ) -> tuple[Find, ...]:
        """Return what a sentence names in the light of all that the text has told since."""
        taken = {n for find in finds for n in range(find.first, find.stop)}
        is_changed = any(
            self._is_told(token) if n not in taken else self._is_somebody(token)
            for n, token in enumerate(line.tokens)
            if token.is_capital
        )
        if not is_changed:
            return finds
        acting = self.acting.copy()
        finds = self.find(line, hints)
        self.acting = acting
        return finds

    def _titles(self, line: Line) -> set[int]:
        """Return which words are the title of a newspaper, or a name in quotation marks.

        Such a name is of a ship, an inn or a song, unless something leads to a place.
        """
        found: set[int] = set()
        for match in _QUOTED.finditer(line.text):
            own = [n for n, it in enumerate(line.tokens) if match.start() < it.start < match.end()]
            tokens = [line.tokens[n] for n in own]
            is_name = 0 < len(own) <= _LONGEST_TITLE and all(it.is_capital for it in tokens)
            is_name = (
                is_name and line.joined(own[0], own[-1] + 1) and not self._is_led(line, own[0])
            )
            ahead = line.tokens[max(0, own[0] - _TITLED) : own[0]] if own else ()
            is_titled = any(it.is_any(self._words.titled) for it in ahead)
            if is_name and ahead and ahead[-1].is_any(self._words.ships):
                self._remember(tokens)
            if is_name or is_titled or any(it.is_any(self._words.papers) for it in tokens):
                found.update(own)
        return found

    def _find_at(self, line: Line, at: int) -> Find | None:
        return (
            self._region_at(line, at)
            or self._part_at(line, at)
            or self._site_at(line, at)
            or self._name_at(line, at)
            or self._hinted_at(line, at)
            or self._unknown_at(line, at)
        )

    def _hinted_at(self, line: Line, at: int) -> Find | None:
        """Find a name that somebody points at, and no rule does."""
        token = line.tokens[at]
        for hint in self._hints if token.is_capital else ():
            end = token.start + len(hint[hint.find(token.text) :])
            if token.text in hint and line.text[:end].endswith(hint):
                stop = next(n for n in range(len(line), at, -1) if line.tokens[n - 1].stop <= end)
                known, _ = self._look_up(line.tokens[at:stop])
                return Find(at, stop, known, at, None if known else PlaceKind.CITY)
        return None

    @abstractmethod
    def _region_at(self, line: Line, at: int) -> Find | None:
        """Find a region with the word that says so: "Kyiv region"."""

    @abstractmethod
    def _site_at(self, line: Line, at: int) -> Find | None:
        """Find a building or a spot with a name: "Independence Square"."""

    @abstractmethod
    def _is_actor(self, line: Line, find: Find) -> bool:
        """Return whether a country's name only says whose president, army or law something is."""

    def _is_subject(self, line: Line, find: Find) -> bool:
        """Return whether a sentence tells what becomes of a country: that is told of there."""
        after = line.after(find.stop)
        return after is not None and after.is_any(self._words.becomes)

    @abstractmethod
    def _makes_surname(self, token: Token) -> bool:
        """Return whether a capitalised word before a name makes it a surname."""

    @abstractmethod
    def _is_person(self, line: Line, find: Find, *, is_led: bool) -> bool:
        """Return whether the words around a name say that it is a person's."""

    @abstractmethod
    def _is_single(self, token: Token, find: Find, *, is_led: bool, is_followed: bool) -> bool:
        """Return whether one word may be a place's name here."""

    @abstractmethod
    def _is_unknown_place(self, line: Line, at: int, stop: int) -> bool:
        """Return whether a name that no table has is a place's, as the words around it say."""

    @abstractmethod
    def _part_stop(self, line: Line, at: int) -> int:
        """Return behind which word after a direction its country's name may start."""

    def _name_at(self, line: Line, at: int) -> Find | None:
        if not line.tokens[at].is_capital or self._ends_country(line, at):
            return None
        for stop in range(min(at + LONGEST, len(line)), at, -1):
            if stop > at + 1 and not (line.tokens[stop - 1].is_capital and line.joined(at, stop)):
                continue
            known, is_inflected = self._look_up(line.tokens[at:stop])
            if known and (
                kept := self._judge(line, Find(at, stop, known, at, is_inflected=is_inflected))
            ):
                return kept
            if any(it.place.kind is PlaceKind.COUNTRY for it in known):
                return None  # South Sudan is not Sudan
            if not known and stop > at + 1 and (longer := self._settlement_at(line, at, stop)):
                return longer
        return None

    def _settlement_at(self, line: Line, at: int, stop: int) -> Find | None:
        """Find a name of several words that only the table of settlements has.

        So "San Juan Comalapa" is not San Juan.
        """
        own = line.tokens[at:stop]
        if own[0].is_first and own[0].is_preposition(self._words):
            return None  # "Nad Jeziorem" is a village too
        if not find_settlements(" ".join(it.folded for it in own)):
            return None
        is_led = self._is_led(line, at)
        if own[0].reading.is_first_name and not is_led:
            return None
        return self._judge(line, Find(at, stop, (), at, PlaceKind.CITY, is_guess=not is_led))

    def _ends_country(self, line: Line, at: int) -> bool:
        """Return whether a word is the end of a country's name: New Zealand is not Zealand."""
        if not at or not line.tokens[at - 1].is_capital or not line.joined(at - 1, at + 1):
            return False
        known, _ = self._look_up(line.tokens[at - 1 : at + 1])
        return any(it.place.kind is PlaceKind.COUNTRY for it in known)

    def _judge(self, line: Line, find: Find) -> Find | None:
        """Return the find with the candidates that its context leaves, None if it is no place.

        No place is an acronym, a person, an organisation, or what only bears a place's name.
        """
        own = line.tokens[find.first : find.stop]
        is_led = self._is_led(line, find.first)
        if len(own) == 1 and _CONTRACTION.fullmatch(own[0].text):
            return None  # I'd
        if len(own) == 1 and self._is_acronym(own[0], find) and not is_dateline(line, find.first):
            return None
        if is_initial(line.text, own[0].start):
            self._remember(own[:1])
            return None
        if self._is_person(line, find, is_led=is_led) or self._is_called_after(line, find):
            return None
        if self._is_half(line, find.first, find.stop):
            return None
        if self._is_organisation(line, find) or self._is_only_a_kind(line, find):
            return None
        if country := find.country:
            return self._judge_country(line, find, country)
        if len(own) == 1 and not self._may_be_single(line, find, is_led=is_led):
            return None
        return find

    def _is_half(self, line: Line, first: int, stop: int) -> bool:
        """Return whether a small word joins a longer name to these words: "Port" in "Port de X"."""
        joiners, tokens = self._words.joiners, line.tokens
        before, after = line.before(first), line.after(stop)
        if _INSIDE_HYPHENS.match(line.text, tokens[stop - 1].stop):
            return True  # Crête-à-Pierrot
        if after and after.folded in joiners and not after.is_capital:
            return stop + 1 < len(line) and tokens[stop + 1].is_capital
        is_joined = before is not None and before.folded in joiners and not before.is_capital
        return is_joined and first > 1 and tokens[first - 2].is_capital

    def _is_organisation(self, line: Line, find: Find) -> bool:
        """Return whether a name goes on to what an organisation is: "Ireland Housing Trust"."""
        stop = line.capitals(find.first, _LONGEST_ORGANISATION)
        words = [it.folded for it in line.tokens[find.stop : stop]]
        if self._is_on_campus(line, find):
            return False
        return not self._words.organisations.isdisjoint(words)

    def _is_on_campus(self, line: Line, find: Find) -> bool:
        """Return whether something is at a town's school: "at Oxford University"."""
        before, stop = line.before(find.first), line.capitals(find.stop - 1, _LONGEST_CAMPUS)
        is_inside = before is not None and before.folded in self._words.within
        last = line.tokens[stop - 1]
        is_school = stop > find.stop and last.folded in self._words.campuses
        return is_inside and is_school and find.weight >= SMALL_TOWN

    def _is_only_a_kind(self, line: Line, find: Find) -> bool:
        """Return whether a name of one word says only what something is, or is no place's."""
        words = self._words
        named = [
            it for it in line.tokens[find.first : find.stop] if it.folded not in words.articles
        ]
        if len(named) != 1 or find.country:
            return False
        (own,) = named
        if own.folded in words.cities | words.regions | words.grounds or own.is_any(words.people):
            return True
        if own.folded in words.directions:
            return True
        before = line.before(find.first)
        is_inside = before is not None and before.folded in words.within
        return own.folded in words.no_places and not is_inside

    def _judge_country(self, line: Line, find: Find, country: Known) -> Find | None:
        own = line.tokens[find.first : find.stop]
        if self._is_actor(line, find) or self._goes_on(line, self._actor_stop, find.first):
            self._actor_stop = find.stop
            if self._is_subject(line, find):
                self._subject = replace(find, known=(country,))
            self.acting[country.place.country or ""] += 1
            return None
        if len(own) == 1 and (is_everyday(own[0]) or self._is_adjective(line, find, country)):
            return None
        return replace(find, known=(country, *namesakes(find, country)))

    def _may_be_single(self, line: Line, find: Find, *, is_led: bool) -> bool:
        """Return whether a name of one word may be a place's here, and not a person's."""
        own, after = line.tokens[find.first], line.after(find.stop)
        if len(own.text) < SHORTEST:
            return False
        if self._is_somebody(own) and (not is_led or self._is_beside(line, find.first)):
            return False
        is_followed = after is not None and after.is_capital and line.is_spaced(find.stop)
        return self._is_single(own, find, is_led=is_led, is_followed=is_followed)

    def _is_acronym(self, token: Token, find: Find) -> bool:
        """Return whether a few capitals are no name that a table has just so."""
        if not token.text.isupper() or len(token.text) > _ACRONYM or find.country:
            return False
        return not any(token.text in it.names for it in find.known)

    def _is_adjective(self, line: Line, find: Find, country: Known) -> bool:  # noqa: ARG002
        """Return whether a word that a country may be called is only an adjective of it."""
        return False

    def _is_called_after(self, line: Line, find: Find) -> bool:
        """Return whether "of" leads from what is only called after a place: a treaty, a duke."""
        before = line.before(find.first)
        if before is None or before.folded not in self._words.of or find.first < 2:
            return False
        bearer, words = line.tokens[find.first - 2], self._words
        is_saint = line.tokens[find.first].folded in words.saints
        is_kept = bearer.folded in words.buildings and not bearer.is_capital  # which is there
        is_bearer = bearer.folded in words.bearers and not is_kept
        return is_bearer or (is_saint and bearer.folded in words.sites - words.deeds)

    def _part_at(self, line: Line, at: int) -> Find | None:
        """Find "na zachodzie Kazachstanu", "western Queensland", "the north of France"."""
        side = self._side(line, at)
        if side is None:
            return None
        start = self._part_stop(line, at)
        if start < len(line) and (more := self._side(line, start)):  # south-eastern
            side = (side[0] or more[0], side[1] or more[1])
            start += 1
        if not line.joined(at, start + 1) or not line.tokens[start].is_capital:
            return None
        region = self._region_at(line, start)
        if region and region.known:  # northern Poltava Oblast
            whole = max(region.known, key=lambda it: it.weight)
            return Find(at, region.stop, (whole,), at, PlaceKind.REGION, side)
        for stop in range(min(start + 3, len(line)), start, -1):
            if not line.joined(start, stop):
                continue
            find = Find(at, stop, self._look_up(line.tokens[start:stop])[0], at)
            regions = [it for it in find.known if it.place.kind is PlaceKind.REGION]
            named = find.country or max(regions, key=lambda it: it.weight, default=None)
            if named is None or (
                line.tokens[at].is_capital and self._look_up(line.tokens[at:stop])[0]
            ):
                continue
            return replace(find, known=(named,), kind=PlaceKind.REGION, side=side)
        return None

    def _side(self, line: Line, at: int) -> tuple[int, int] | None:
        """Return the direction that a word gives, north and east; None if it gives none."""
        directions = self._words.directions
        return next(
            (directions[it] for it in line.tokens[at].reading.lemmas if it in directions), None
        )

    def _unknown_at(self, line: Line, at: int) -> Find | None:
        """Find a name that no table has, where words around it say that it is a place's.

        Where they only let it be one, it is a guess, which the table of settlements may confirm.
        """
        token = line.tokens[at]
        if self._is_no_unknown(line, at) or self._goes_on(line, self._actor_stop, at):
            return None
        stop = line.capitals(at, 3)
        if any(it.is_any(self._words.titles) for it in line.tokens[at:stop]):
            return None  # Archbishop Makarios, the District Commissioner
        if (is_half := self._is_half(line, at, stop)) and stop + 1 < len(line):
            stop = line.capitals(stop + 1, 2)
        for behind in range(at + 1, stop):
            own = line.tokens[behind].reading
            if own.is_people and own.is_nominative:
                stop = behind  # who acts there
                break
        is_told = stop == at + 1 and self._is_told(token)
        is_open = bool(at) and not token.text.isupper()
        if (is_told and not self._look_up([token])[0]) or (
            is_open and self._is_unknown_place(line, at, stop)
        ):
            return Find(at, stop, (), at, PlaceKind.CITY)
        stop = stop if is_half else self._guess_stop(line, at, stop)
        if self._look_up(line.tokens[at:stop])[0] or not self._may_guess(line, at):
            return None  # what a table of cities has was judged by its own rules
        return Find(at, stop, (), at, PlaceKind.CITY, is_guess=True)

    def _is_no_unknown(self, line: Line, at: int) -> bool:
        """Return whether a word is no name that a table may lack: too short, or somebody's."""
        token = line.tokens[at]
        if _NUMBERED.match(line.text, token.stop) or self._starts_country(line, at):
            return True
        if not token.is_capital or len(token.text) < SHORTEST:
            return True
        is_word = len(token.text) <= _ACRONYM or token.reading.is_common or line.text.isupper()
        if token.text.isupper() and is_word:
            return True  # "Z DROGI" in a title
        if is_initial(line.text, token.start) or self._starts_organisation(line, at):
            return True
        return self._is_somebody(token) or token.reading.is_first_name

    def _starts_country(self, line: Line, at: int) -> bool:
        """Return whether the words name a country, which then was judged to be no place."""
        stops = range(at + 1, line.capitals(at) + 1)
        known = (it for stop in stops for it in self._look_up(line.tokens[at:stop])[0])
        return any(it.place.kind is PlaceKind.COUNTRY for it in known)

    def _starts_organisation(self, line: Line, at: int) -> bool:
        words = [it.folded for it in line.tokens[at : line.capitals(at, _LONGEST_ORGANISATION)]]
        return not self._words.organisations.isdisjoint(words)

    @abstractmethod
    def _guess_stop(self, line: Line, at: int, stop: int) -> int:
        """Return how far a name may go that only a table of settlements can have."""

    @abstractmethod
    def _may_guess(self, line: Line, at: int) -> bool:
        """Return whether a capitalised word may be a place's name, if a table has it."""
