"""How English names places: as they are, before or behind the words that say what they are."""

from __future__ import annotations

from statement_map.drafting.naming import (
    SMALL_TOWN,
    Find,
    Line,
    NameFinder,
    Token,
    is_only_a_word,
    needs_preposition,
)
from statement_map.drafting.vocabulary import words_of
from statement_map.model import PlaceKind

_WITHIN = frozenset(["in", "near", "at"])
_OF_STATES = frozenset(["the", "republic", "kingdom", "federation", "of"])
_NO_PLACES = frozenset(
    words_of(
        "parliament congress senate council court assembly cabinet bible god christ english "
        "latin polish german french russian italian spanish ukrainian arabic greek hebrew "
        "chinese japanese turkish parliamentary chapter article section annex figure table "
        "appendix part volume internet christmas easter lent ramadan act"
    )
)
_SENTENCE_WORDS = frozenset(
    words_of(
        "the a an in on at from by for to of and but or as after before during since until "
        "when while this that these those his her its their our in near both all some many "
        "most several early late later meanwhile however then there here it he she they we "
        "you i yesterday today tomorrow monday tuesday wednesday thursday friday saturday "
        "sunday january february march april may june july august september october november "
        "december not no with without under over about around between against across outside "
        "inside central greater northern southern eastern western north south east west "
        "downtown"
    )
)


class EnglishNameFinder(NameFinder):
    """The rules for English."""

    def _region_at(self, line: Line, at: int) -> Find | None:
        if not line.tokens[at].is_capital or self._starts_sentence(line.tokens[at]):
            return None
        for last in (at + 3, at + 2, at + 1):
            if last >= len(line) or not line.tokens[last].is_any(self._words.regions):
                continue
            if not line.joined(at, last + 1) or line.capitals(at) < last:
                continue
            if self._look_up(line.tokens[at : last + 1])[0]:
                continue  # the Czech Republic
            if known := self._find_region(line.tokens[at:last]):
                return Find(at, last + 1, known, at, PlaceKind.REGION)
            if line.tokens[last].is_capital:  # a county that no table has
                return Find(at, last + 1, (), at, PlaceKind.SITE)
        return None

    def _site_at(self, line: Line, at: int) -> Find | None:
        if not line.tokens[at].is_capital or line.tokens[at].folded == "the":
            return None
        for last in range(at + 1, line.capitals(at)):
            word = line.tokens[last].folded
            if word not in self._words.sites:
                continue
            if last == at + 1 and self._starts_sentence(line.tokens[at]):
                return None
            whole, _ = self._look_up(line.tokens[at : last + 1])
            if any(it.weight > SMALL_TOWN for it in whole):
                return None
            return Find(at, last + 1, (), at, PlaceKind.SITE, site=word)
        return None

    def _starts_sentence(self, token: Token) -> bool:
        return token.is_first and token.folded in _SENTENCE_WORDS

    def _part_stop(self, line: Line, at: int) -> int:
        following = at + 1
        while following < len(line) and line.tokens[following].folded in {"of", "the", "part"}:
            following += 1
        return following

    def _is_actor(self, line: Line, find: Find) -> bool:
        actors = self._words.actors
        own = line.tokens[find.first : find.stop]
        if own[-1].text.endswith(("'s", "’s")):
            return any(it.folded in actors for it in line.tokens[find.stop : find.stop + 4])
        after = line.after(find.stop)
        if after and own[0].text.isupper() and after.folded in actors:
            return True  # US troops
        at = find.first
        while at and line.tokens[at - 1].folded in _OF_STATES:
            at -= 1
        passed = [token.folded for token in line.tokens[at : find.first]]
        return "of" in passed and at > 0 and line.tokens[at - 1].folded in actors

    def _makes_surname(self, token: Token) -> bool:
        words = self._words
        known = words.sites | words.regions | words.cities | words.prepositions | _SENTENCE_WORDS
        if token.folded in known or token.folded in {*words.directions, "new", "old"}:
            return False
        return token.reading.is_first_name or not token.is_first

    def _is_person(self, line: Line, find: Find, *, is_led: bool) -> bool:
        own = line.tokens[find.first : find.stop]
        before, after = line.before(find.first), line.after(find.stop)
        if before and not is_led:
            words = self._words
            is_titled = before.is_any(words.titles) and not before.is_any(words.offices)
            if is_titled or (before.is_capital and self._makes_surname(before)):
                self._remember(own)
                return True
        if after is None or not after.is_capital or self._says_what(after):
            return False
        is_called = own[-1].reading.is_first_name or any(it.is_first_name for it in find.known)
        if is_called and not any(
            it.place.kind is PlaceKind.COUNTRY for it in self._world.look_up(after.reading.forms[0])
        ):
            self._remember([*own, after])
            return True
        before_of = before is not None and before.folded == "of"
        return find.country is None and (not is_led or before_of)

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
        if is_only_a_word(find):
            return False
        return is_led or not needs_preposition(find, is_first_name=token.reading.is_first_name)

    def _is_unknown_place(self, line: Line, at: int, stop: int) -> bool:
        if self._is_in_settlement(line, at):
            return True
        before, token = line.before(at), line.tokens[at]
        if before is None or before.folded not in _WITHIN or stop > at + 1:
            return False
        is_word = token.folded in _SENTENCE_WORDS | _NO_PLACES | self._lower_words
        return not (is_word or token.text.endswith(("'s", "’s", "ism", "ity")))
