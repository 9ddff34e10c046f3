"""Regions, counties, buildings and waters in a language that inflects names, such as Polish."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from statement_map.geocoding.settlements import find_districts, find_settlements
from statement_map.geocoding.world import Known
from statement_map.model import PlaceKind
from statement_map.toponyms.line import QUOTED_GAP, Find, Line, Token, is_area
from statement_map.toponyms.naming import NameFinder

_SHORTEST_STEM = 4
"""Regions are looked up by so many first letters of an adjective's stem."""


class InflectedRegions(NameFinder):
    """The rules of what is no settlement: the word for it stands before the name."""

    _region_stop: int | None = None
    _county_stop: int | None = None

    def _region_at(self, line: Line, at: int) -> Find | None:
        words, token = self._words, line.tokens[at]
        if token.is_capital and token.folded.endswith(words.region_noun_endings):  # w Łódzkiem
            known = self._find_region([token])
            return Find(at, at + 1, known, at, PlaceKind.REGION) if known else None
        after = line.after(at + 1)
        is_before = after is not None and after.is_any(words.regions)
        is_adjective = token.folded.endswith(words.region_endings)
        if is_before and is_adjective and (known := self._find_region([token])):
            return Find(at, at + 2, known, at, PlaceKind.REGION)  # "Kyiv's oblast"
        goes_on = self._goes_on(line, self._region_stop, at)
        if goes_on and (find := self._next_region_at(line, at)):
            return find
        if find := self._county_at(line, at):
            return find
        return self._region_behind(line, at)

    def _region_behind(self, line: Line, at: int) -> Find | None:
        """Find "obwód kijowski", "ziemia lubuska": a region behind the word for it."""
        token, after = line.tokens[at], line.after(at + 1)
        if not token.is_any(self._words.regions):
            return None
        counties = self._words.counties | self._words.short_counties
        if after and token.is_any(counties) and self._counties(after):
            return None  # which is found where it is named
        for stop in (at + 4, at + 3, at + 2):
            if not line.joined(at, stop):
                continue
            if areas := self._areas(line.tokens[at:stop]):  # ziemia lubuska
                self._region_stop = stop
                return Find(at, stop, areas, at, PlaceKind.REGION)
            if known := self._find_region(line.tokens[at + 1 : stop]):
                self._region_stop = stop
                find = Find(at, stop, known, at, PlaceKind.REGION)
                return None if self._is_actor(line, find) else find
        return None

    def _next_region_at(self, line: Line, at: int) -> Find | None:
        """Find a further region of a list: "w województwie lubelskim i kujawsko-pomorskim"."""
        for stop in (at + 2, at + 1):
            if not line.joined(at, stop):
                continue
            own = line.tokens[at:stop]
            if own[-1].folded.endswith(self._words.region_endings) and (
                known := self._find_region(own)
            ):
                self._region_stop = stop
                return Find(at, stop, known, at, PlaceKind.REGION)
        return None

    def _county_at(self, line: Line, at: int) -> Find | None:
        """Find a county, which no table has: "powiat kartuski", and the others of a list."""
        token, before = line.tokens[at], line.tokens[at - 1] if at else None
        is_led = before is not None and before.is_any(
            self._words.counties | self._words.short_counties
        )
        if not is_led and not self._goes_on(line, self._county_stop, at):
            return None
        if token.is_capital or not token.folded.endswith(self._words.county_endings):
            return None
        self._county_stop = at + 1
        named = self._counties(token)
        if len(named) == 1:
            return Find(at, at + 1, named, at, PlaceKind.REGION)
        return Find(at, at + 1, (), at, PlaceKind.CITY)  # the text has to tell which

    def _counties(self, token: Token) -> tuple[Known, ...]:
        """Return the counties that an adjective may name: "kaliski" is of Kalisz."""
        return tuple(
            it
            for county in self._words.counties
            for form in token.reading.forms
            for it in find_districts(f"{county} {form}")
        )

    def _find_region(self, tokens: Sequence[Token]) -> tuple[Known, ...]:
        """Find a region by its name, or by the adjective of it: "kijowski" is of Kijów."""
        found = super()._find_region(tokens)
        if found or len(tokens) > 1:
            return found
        names: dict[str, None] = {}
        for form in tokens[0].reading.forms:
            stem = re.sub(f"(?:{'|'.join(self._words.region_stems)})[ea]?$", "", form)
            if stem != form and len(stem) >= _SHORTEST_STEM:
                for name in self._world.region_names(stem):
                    if name.startswith(stem[:-1]) and len(name) <= len(stem) + 3:
                        names[name] = None
        regions = (
            it for name in names if " " not in name for it in self._world.look_up_region(name)
        )
        return tuple(dict.fromkeys(regions))

    def _site_at(self, line: Line, at: int) -> Find | None:
        token = line.tokens[at]
        sites = token.reading.lemmas & self._words.sites
        if token.text in self._words.short_sites and line.text.startswith(".", token.stop):
            sites |= {token.text}
        if not sites or at + 1 == len(line) or not self._names_site(line, at):
            return None
        first, is_short = line.tokens[at + 1], token.text in self._words.short_sites
        stop = line.capitals(at + 1, 4)
        if token.is_capital and not token.is_first and self._look_up(line.tokens[at:stop])[0]:
            return None
        if self._is_no_site(line, at, stop, sites):
            return None
        is_airport = not sites.isdisjoint(self._words.airports)
        if first.reading.is_first_name and stop == at + 2 and not (is_airport or is_short):
            return None
        if areas := self._areas(line.tokens[at:stop]):  # przylądek Horn
            return Find(at, stop, areas, at, PlaceKind.REGION)
        if not sites.isdisjoint(self._words.nature) and (
            known := self._look_up(line.tokens[at + 1 : stop])[0]
        ):
            areas = tuple(filter(is_area, known))
            if areas:  # jezioro Bajkał
                return Find(at, stop, areas, at, PlaceKind.REGION)
        name = " ".join(it.folded for it in line.tokens[at:stop])
        if token.is_capital and find_settlements(name):
            return Find(at, stop, (), at, PlaceKind.CITY)  # Laguna Blanca
        return Find(at, stop, (), at, PlaceKind.SITE, site=min(sites))

    def _names_site(self, line: Line, at: int) -> bool:
        """Return whether a name goes on behind the word for a site at ``at``."""
        token, first = line.tokens[at], line.tokens[at + 1]
        if not first.is_capital or self._is_in_settlement(line, at):
            return False
        if line.text.startswith(".", token.stop) and token.text not in self._words.short_sites:
            return False  # a sentence ends here
        if first.text.isupper() and len(first.text) > 1:
            return False  # obóz NKWD
        is_quoted = QUOTED_GAP.fullmatch(line.text, token.stop, first.start)
        return is_quoted is not None or line.joined(at, at + 2)

    def _is_any_building(self, first: Token, sites: Iterable[str]) -> bool:
        """Return whether a common word says what sort of building it is: "cmentarz Centralny"."""
        said = first.reading
        is_name = said.is_place or said.is_surname or said.is_first_name or not said.is_common
        is_name |= first.folded.endswith(self._words.region_endings)  # Stocznia Gdańska
        return not is_name and not self._words.buildings.isdisjoint(sites)

    def _is_no_site(self, line: Line, at: int, stop: int, sites: Iterable[str]) -> bool:
        """Return whether a monument is of somebody, or what is named is a people or a country."""
        first = line.tokens[at + 1]
        is_monument = not self._words.monuments.isdisjoint(sites) and first.reading.is_surname
        if is_monument or first.reading.is_people or self._is_any_building(first, sites):
            return True
        named = self._look_up(line.tokens[at + 1 : stop])[0]
        return any(it.place.kind is PlaceKind.COUNTRY for it in named)  # the peak of a country
