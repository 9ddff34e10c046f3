"""Buildings, waters and the like that a word beside their name tells, as in English."""

from __future__ import annotations

import re

from statement_map.geocoding.settlements import find_settlements
from statement_map.model import PlaceKind
from statement_map.toponyms.heads import is_label
from statement_map.toponyms.line import SMALL_TOWN, Find, Line, Token
from statement_map.toponyms.naming import NameFinder

_NUMERAL = re.compile("[IVX]+")

_LONGEST_LIST = 12
"""Words of a list of names before the word for them all: "A, B and C rivers"."""

_TOWN = 3.7
"""The weight of a town of 5 000 people, which a preposition may lead to."""


class PlainSites(NameFinder):
    """The rules of what is no settlement: the word for it stands before the name or behind it."""

    def _site_at(self, line: Line, at: int) -> Find | None:
        token = line.tokens[at]
        if not token.is_capital or token.folded in self._words.articles:
            return None
        if find := self._listed_at(line, at) or self._work_at(line, at) or self._water_at(line, at):
            return find
        return self._of_at(line, at) or self._called_at(line, at) or self._built_at(line, at)

    def _of_at(self, line: Line, at: int) -> Find | None:
        """Find what a first word and "of" say: "Gulf of Kutch", "Isle of Arran"."""
        start = at + 2
        if line.tokens[at].folded not in self._words.nature_of or not line.joined(at, start + 1):
            return None
        if line.tokens[at + 1].folded not in self._words.of:
            return None
        if line.tokens[start].folded in self._words.articles and line.joined(start, start + 2):
            start += 1
        if not line.tokens[start].is_capital:
            return None
        stop = line.capitals(start, 3)
        for end in range(stop, start, -1):
            if areas := self._areas(line.tokens[at:end]):
                return Find(at, end, areas, at, PlaceKind.REGION)
        return Find(at, stop, (), at, PlaceKind.SITE, site=line.tokens[at].folded)

    def _called_at(self, line: Line, at: int) -> Find | None:
        """Find what the first word says: "Lake Sevan", "Mount Hood"."""
        stop = line.capitals(at, 3)
        if line.tokens[at].folded not in self._words.nature_before or stop == at + 1:
            return None
        before = line.before(at)
        if before and before.folded in self._words.articles:
            return None  # the Lake Champlain is a ship
        if _NUMERAL.fullmatch(line.tokens[at + 1].text):
            return None  # a camp of a climb
        if not line.is_spaced(at + 1) or self._is_town(line, at, stop):
            return None
        if find_settlements(" ".join(it.folded for it in line.tokens[at:stop])):
            return Find(at, stop, (), at, PlaceKind.CITY)  # Fort Laramie
        return Find(at, stop, (), at, PlaceKind.SITE, site=line.tokens[at].folded)

    def _built_at(self, line: Line, at: int) -> Find | None:
        """Find what the last word says: "Independence Square"."""
        token, stop = line.tokens[at], line.capitals(at)
        if find := self._nature_at(line, at, stop):
            return find
        after = line.after(stop)
        if after and after.folded in self._words.nature and stop == at + 1:
            word = self._words.singular(after.folded)
            if areas := self._areas_called(f"{token.folded} {word}"):  # Pungwe and Buzi rivers
                return Find(at, stop + 1, areas, at, PlaceKind.REGION)
        last = next(
            (n for n in range(stop - 1, at, -1) if line.tokens[n].folded in self._words.sites), None
        )
        if last is None or (last + 1 < stop and line.is_spaced(last + 1)):
            return None  # as in the Grand Valley Railway
        word = line.tokens[last].folded
        if self._starts_sentence(token) and last <= at + 2:
            return None
        own = [it.folded for it in line.tokens[at:last]]
        if word in self._words.buildings and self._words.sorts.issuperset(own):
            return None  # the Methodist Church
        if not self._words.titles.isdisjoint(own[1:]):
            return None  # Before Rev. Hills
        if last == at + 1 and token.reading.is_first_name and word in self._words.site_surnames:
            return None
        if self._is_town(line, at, last + 1):
            return None
        name = " ".join(it.folded for it in line.tokens[at : last + 1])
        is_town = word in self._words.nature and bool(find_settlements(name))  # Hebden Bridge
        kind, site = (PlaceKind.CITY, "") if is_town else (PlaceKind.SITE, word)
        return Find(at, last + 1, (), at, kind, site=site)

    def _is_town(self, line: Line, at: int, stop: int) -> bool:
        """Return whether the words are rather a town's name: "reached Swan Hill"."""
        known, _ = self._look_up(line.tokens[at:stop])
        least = _TOWN if self._is_led(line, at) else SMALL_TOWN
        if is_label(line, at):  # Hay River, N.W.T.
            return bool(known)
        return any(it.weight > least or it.place.kind is not PlaceKind.CITY for it in known)

    def _nature_at(self, line: Line, at: int, stop: int) -> Find | None:
        """Find "the Dadia forest": a name that no table has before a word in small letters."""
        words, after, token = self._words, line.after(stop), line.tokens[at]
        if (
            after is None
            or after.is_capital
            or after.folded not in self._words.nature
            or token.is_first
        ):
            return None
        if token.reading.is_first_name or token.folded in self._people or token.text.isupper():
            return None
        last = line.tokens[stop - 1]
        if last.folded.endswith(words.demonym_endings) or last.text.endswith(
            words.possessive_endings
        ):
            return None
        if (
            self._look_up(line.tokens[at:stop])[0]
            or last.folded in self._lower_words | words.day_words
        ):
            return None
        return Find(at, stop + 1, (), at, PlaceKind.SITE, site=after.folded)

    def _work_at(self, line: Line, at: int) -> Find | None:
        """Find "Sahara mine", which bears the name of a land; one at a town is in that town."""
        stop, token = line.capitals(at), line.tokens[at]
        after = line.after(stop)
        if after is None or after.folded not in self._words.works:
            return None
        known, _ = self._look_up(line.tokens[at:stop])
        best = max(known, key=lambda it: it.weight, default=None)
        if best is None or best.place.kind in {PlaceKind.CITY, PlaceKind.COUNTRY}:
            return None
        if self._starts_sentence(token):
            return None
        return Find(at, stop + 1, (), at, PlaceKind.SITE, site=after.folded)

    def _water_at(self, line: Line, at: int) -> Find | None:
        """Find "the Tana", "the River Severn": rivers that a table calls so and "River".

        Where nothing leads to it, "the Bear" is rather a ship, unless a table has it just so.
        """
        words, before, own = self._words, line.before(at), line.tokens[at].folded
        if before is None or before.folded not in words.water_leads:
            return None
        no_rivers = words.day_words | words.cities | words.regions | words.sites
        is_one = line.capitals(at) == at + 1 and own not in no_rivers
        if not is_one or own.endswith(words.demonym_endings):
            return None  # the March, the City, the American
        if self._is_river(line, at):
            return self._find_water(line, at) or Find(at, at + 1, (), at, PlaceKind.CITY)
        ahead = line.before(at - 1)
        is_led = ahead and (ahead.leads(words) or ahead.folded in words.along | words.and_)
        if before.folded not in words.articles or is_led:
            return self._find_water(line, at)
        areas = self._areas(line.tokens[at : at + 1])
        return Find(at, at + 1, areas, at, PlaceKind.REGION) if areas else None

    def _is_river(self, line: Line, at: int) -> bool:
        """Return whether words say that it is a river: "the mouth of the Tana", "the Tana rose"."""
        words, after, ahead = self._words, line.after(at + 1), line.before(at - 1)
        if line.tokens[at].folded in self._lower_words:
            return False
        if after and after.folded in words.flows:
            return True
        if ahead is None or ahead.folded not in words.of:
            return False
        side = line.before(at - 2)
        return side is not None and side.is_any(words.riversides)

    def _listed_at(self, line: Line, at: int) -> Find | None:
        """Find the first of several names before a word for them all: "A, B and C rivers"."""
        stop, ahead = line.capitals(at, 3), line.capitals(at, 3)
        while ahead < min(len(line), at + _LONGEST_LIST):
            between = line.text[line.tokens[ahead - 1].stop : line.tokens[ahead].start]
            token = line.tokens[ahead]
            if token.folded in self._words.and_ and ahead + 1 < len(line):
                ahead += 1
            elif between.strip() != ",":
                return None
            if not line.tokens[ahead].is_capital:
                return None
            ahead = line.capitals(ahead, 3)
            if ahead < len(line) and line.is_spaced(ahead) and not line.tokens[ahead].is_capital:
                last = line.tokens[ahead].folded
                if last in self._words.sites and self._words.is_plural(last):
                    return self._find_water(line, at, self._words.singular(last)) or Find(
                        at, stop, (), at, PlaceKind.SITE, site=last
                    )
                if last in self._words.regions and self._words.is_plural(last):
                    known = self._find_region(line.tokens[at:stop])
                    kind = PlaceKind.REGION if known else PlaceKind.SITE
                    return Find(at, stop, known, at, kind)
        return None

    def _starts_sentence(self, token: Token) -> bool:
        return token.is_first and token.folded in self._words.sentence_words
