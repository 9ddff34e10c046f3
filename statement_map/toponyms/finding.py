"""The places of a text: each toponym with what it may be, the likeliest first."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter

from statement_map.geocoding.candidates import Candidate
from statement_map.geocoding.outlines import Outline
from statement_map.geocoding.world import Known, World, fold_words
from statement_map.language import languages
from statement_map.model import Confidence, PlaceKind
from statement_map.prose.endings import endings_of
from statement_map.prose.lexicon import Lexicon
from statement_map.prose.text import Sentence
from statement_map.toponyms.contradicting import Contradictions
from statement_map.toponyms.features import KNOWN_AFAR, KNOWN_AFAR_AS_A_WORD
from statement_map.toponyms.inflected import InflectedNameFinder
from statement_map.toponyms.line import Find, Line, Token, read_line
from statement_map.toponyms.naming import NameFinder
from statement_map.toponyms.plain import PlainNameFinder
from statement_map.toponyms.ranking import (
    Ranker,
    Toponym,
    confidence_of,
    is_open,
    key_of,
    reasons_of,
)
from statement_map.toponyms.sides import name_side, part_of_country, side_of
from statement_map.toponyms.surroundings import (
    Qualifiers,
    Surroundings,
    look_around,
    main_country,
    name_of,
)
from statement_map.toponyms.villages import Villages, weighed
from statement_map.toponyms.words import words_of

_FINDERS: Mapping[str, type[NameFinder]] = {
    "plain": PlainNameFinder,
    "inflected": InflectedNameFinder,
}
_MOST_CANDIDATES = 6
"""So many candidates are handed on for an editor to choose from, the likeliest first."""

_ADJECTIVE_AND_NOUN = 2
_BY_NUMBER = {0: Confidence.NONE, 1: Confidence.MEDIUM}


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """A place as the text names it.

    ``start`` and ``stop`` count characters in the text of ``paragraph``. ``key`` is the same for
    all mentions of one place. ``candidates`` are what it may be, the likeliest first, and empty
    for a place that no table has; with a ``confidence`` of none, nothing tells which one it is.
    ``reasons`` are what makes some likelier than others; ``within`` is the key of what it lies in,
    as far as that is told. ``local_name`` is its name in the language of the text, if a table has
    it, ``names`` are those in other languages. ``rejected`` are namesakes that the text
    contradicts, where there are no others.
    """

    paragraph: int
    start: int
    stop: int
    phrase: str
    key: str
    name: str
    kind: PlaceKind
    candidates: tuple[Candidate, ...]
    confidence: Confidence
    within: str | None = None
    local_name: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[Candidate, str] = field(default_factory=dict)
    rejected: tuple[Candidate, ...] = ()


class PlaceFinder:
    """Finds the places of a text."""

    def __init__(
        self, language: str, lexicon: Lexicon, world: World, outlines: Mapping[str, Outline]
    ) -> None:
        self._lexicon = lexicon
        self._world = world
        self._outlines = outlines
        self._words = words_of(language)
        self._endings = endings_of(language)
        self._villages = Villages(self._words, self._endings)
        self._qualifiers = Qualifiers(self._words, world)
        self._contradictions = Contradictions(self._words, outlines)

    def find(
        self,
        sentences: Sequence[Sentence],
        tell: Callable[[int], None] = lambda _done: None,
        hints: Mapping[int, Sequence[str]] | None = None,
        dates: Mapping[int, Sequence[tuple[int, int]]] | None = None,
    ) -> tuple[PlaceMark, ...]:
        """Return all places that the sentences of one text name, in their order.

        ``tell`` is told how many sentences are done; ``hints`` are words that somebody takes for
        names of places, ``dates`` where each date starts and stops, in order: both by paragraph.
        """
        hints, dates = hints or {}, dates or {}
        finder = _FINDERS[self._words.names](self._lexicon, self._world, self._words, sentences)
        lines = [
            read_line(it.text, self._lexicon, _dates_in(it, dates.get(it.paragraph, ())))
            for it in sentences
        ]
        for line in lines:
            finder.notice_people(line)
        first: list[tuple[Sentence, Line, tuple[Find, ...]]] = []
        for sentence, line in zip(sentences, lines, strict=True):
            own = finder.find(line, hints.get(sentence.paragraph, ()))
            finder.notice_places(line, own)
            first.append((sentence, line, own))
            tell(len(first))
        found: list[tuple[Sentence, Line, tuple[Find, ...]]] = []
        for sentence, line, own in first:
            finds = finder.find_again(line, own, hints.get(sentence.paragraph, ()))
            found.append((sentence, line, tuple(self._villages.with_towns(line, finds))))
        around = look_around(found, finder.acting, self._qualifiers)
        ranker = Ranker(self._words, self._qualifiers, around)
        marks = []
        for sentence, line, all_finds in found:
            named: list[tuple[PlaceMark, Find]] = []
            finds = tuple(self._leave_out_far(line, all_finds, around))
            for find in finds:
                toponym = Toponym(line, find, finds, sentence.paragraph)
                if mark := self._mark(sentence, toponym, ranker, around):
                    named.append((mark, find))
            marks += self._without_buildings(named)
        told = Counter(
            it.candidates[0].country or ""
            for it in marks
            if it.candidates and it.confidence is not Confidence.NONE
        )
        if home := main_country(told + finder.acting):
            marks = self._with_home(sentences, home, marks)
        return tuple(_place_sites(marks))

    def _without_buildings(self, named: Sequence[tuple[PlaceMark, Find]]) -> list[PlaceMark]:
        """Return the marks of a sentence without the streets and houses of a town it names."""
        has_town = any(it.kind is PlaceKind.CITY and it.candidates for it, _ in named)
        return [
            mark
            for mark, find in named
            if not (has_town and find.site in self._words.streets and not mark.candidates)
        ]

    def _leave_out_far(
        self, line: Line, finds: Sequence[Find], around: Surroundings
    ) -> Iterator[Find]:
        """Yield the finds without small towns of countries that the text has nothing to do with."""
        for find in finds:
            told = {country for country, _ in self._qualifiers.of(line, find, finds)}
            near = {*told, *around.countries, *around.nearby, self._words.home}
            kept = tuple(
                it
                for it in find.known
                if it.place.kind is not PlaceKind.CITY
                or it.place.country in near
                or it.weight >= (KNOWN_AFAR_AS_A_WORD if it.is_word else KNOWN_AFAR)
            )
            if kept or not find.known:
                yield replace(find, known=kept)
            elif find.kind is None:  # a village near may have that name
                before = line.before(find.first)
                is_sure = before is not None and before.folded in self._words.within
                yield replace(find, known=(), kind=PlaceKind.CITY, is_guess=not is_sure)

    def _mark(
        self, sentence: Sentence, toponym: Toponym, ranker: Ranker, around: Surroundings
    ) -> PlaceMark | None:
        """Return the mark of a toponym, None if it was a guess that no table confirms."""
        line, find, own = toponym.line, toponym.find, toponym.own
        start, stop = line.tokens[find.phrase_first].start, own[-1].stop
        at = PlaceMark(
            sentence.paragraph,
            sentence.start + start,
            sentence.start + stop,
            line.text[start:stop],
            key="",
            name=line.text[own[0].start : stop],
            kind=PlaceKind.CITY,
            candidates=(),
            confidence=Confidence.NONE,
        )
        if find.kind is PlaceKind.SITE:
            return self._mark_site(at, find, own)
        named = self._villages.named(toponym) if _may_be_settlement(find) else ()
        if village := self._village(at, toponym, named, around):
            return village
        if find.is_guess and not find.known:
            return None
        if not find.known:
            forms = [it.reading.forms[-1 if it.reading.is_known else 0] for it in own]
            name = self._name_unknown(line, find, around) or at.name
            return replace(at, key=f"unknown:{' '.join(forms)}", name=name)
        if find.side is not None:
            return self._mark_part(at, find.known[0], find.side)
        fitting = self._contradictions.leave_out(toponym)
        if not fitting:
            rejected = tuple(it.place for it in find.known[:_MOST_CANDIDATES])
            folded = " ".join(it.folded for it in own)
            name = own[0].reading.place_name if len(own) == 1 else ""
            return replace(at, key=f"unknown:{folded}", name=name or at.name, rejected=rejected)
        ranked = ranker.rank(replace(toponym, find=replace(find, known=fitting)))
        best = ranked[0].place
        at = replace(
            at,
            key=key_of(best),
            name=best.name,
            kind=best.kind or PlaceKind.CITY,
            candidates=tuple(dict.fromkeys(it.place for it in ranked[:_MOST_CANDIDATES])),
            local_name=_local_name(ranked[0].known, own),
            reasons=reasons_of(ranked[:_MOST_CANDIDATES]),
        )
        rivals = self._rivals(toponym, ranked[0].known, named, around)
        if is_open(ranked, rivals, around.points):
            return replace(at, key=f"open:{fold_words(best.name)}")
        around.told.add(key_of(best))
        within = f"country:{best.country}" if best.kind is not PlaceKind.COUNTRY else None
        return replace(at, confidence=confidence_of(ranked), within=within)

    def _rivals(
        self, toponym: Toponym, best: Known, named: Sequence[Known], around: Surroundings
    ) -> Sequence[Known]:
        """Return which of the settlements ``named`` so may be meant as well as the likeliest town.

        Where a sentence names a region, those are in it if the town is. Those of OpenStreetMap are
        so small that one by a name which the words may only be a form of is none.
        """
        told = {*around.nearby, self._words.home}
        called = name_of(toponym.line, toponym.find)
        own = [weighed(it) for it in named if not it.is_mapped or fold_words(it.names[0]) == called]
        rivals = [it for it in own if it.place.country in told or it.weight >= KNOWN_AFAR]
        if self._contradictions.inside(toponym, [best]):
            return self._contradictions.inside(toponym, rivals)
        return rivals

    def _village(
        self, at: PlaceMark, toponym: Toponym, named: tuple[Known, ...], around: Surroundings
    ) -> PlaceMark | None:
        """Return the mark of a village, None if a table of cities has what may be meant.

        ``named`` are the settlements that have its name.
        """
        if not named:
            return None
        known = toponym.find.known and self._contradictions.leave_out(toponym)
        fitting = self._contradictions.leave_out(
            replace(toponym, find=replace(toponym.find, known=named))
        )
        inside = self._contradictions.inside(toponym, fitting)
        is_nearer = self._villages.is_nearer(toponym, known, named, around) or (
            inside and not self._contradictions.inside(toponym, known)
        )
        if known and not is_nearer:
            return None
        told = {
            country for country, _ in self._qualifiers.of(toponym.line, toponym.find, toponym.finds)
        }
        chosen = self._villages.choose(toponym, fitting, inside, around, told)
        if chosen is None:
            return None
        best = chosen.known[0].place
        is_sure = chosen.confidence is not Confidence.NONE
        return replace(
            at,
            key=key_of(best) if is_sure else f"open:{fold_words(best.name)}",
            name=best.name,
            kind=best.kind or PlaceKind.CITY,
            candidates=tuple(it.place for it in chosen.known[:_MOST_CANDIDATES]),
            confidence=chosen.confidence,
            within=f"country:{best.country}" if is_sure else None,
            local_name=_local_name(chosen.known[0], toponym.own),
        )

    def _mark_site(self, at: PlaceMark, find: Find, own: Sequence[Token]) -> PlaceMark:
        airports = self._world.airports(at.name) if find.site in self._words.airports else ()
        return replace(
            at,
            key=f"site:{' '.join(token.reading.forms[-1] for token in own)}",
            name=airports[0].name if airports else at.name,
            kind=PlaceKind.SITE,
            candidates=airports,
            confidence=_BY_NUMBER.get(len(airports), Confidence.LOW),
            local_name=at.name,
        )

    def _mark_part(self, at: PlaceMark, whole: Known, side: tuple[int, int]) -> PlaceMark:
        outline = self._outlines.get(whole.place.boundary or "")
        candidate = part_of_country(whole, side, outline)
        called = outline.names if outline else {}
        return replace(
            at,
            key=f"part:{key_of(whole.place)}:{side}",
            name=candidate.name,
            kind=PlaceKind.REGION,
            candidates=(candidate,),
            confidence=Confidence.LOW,
            within=key_of(whole.place),
            names={
                code: name_side(side, code, called.get(code) or whole.place.name)
                for code in languages()
            },
        )

    def _name_unknown(self, line: Line, find: Find, around: Surroundings) -> str:
        """Return the nominative of a village that no table has, empty if it stays as it is."""
        own, before = line.tokens[find.first], line.before(find.first)
        if self._words.names == "plain":
            return ""
        if find.stop > find.first + 1:
            return self._name_of_two(line, find, around)
        if not own.is_capital:  # a county: no other place is written so
            stem = own.text.removesuffix("m").removesuffix("emu").removesuffix("ego")
            return f"{next(iter(self._words.counties))} {stem}"
        if before is not None and before.is_any(self._words.cities):
            return ""  # in the village of a name, which stays as it is
        if self._world.is_known(own.folded) and not own.reading.is_known:
            return ""  # do Nome
        if own.reading.place_name or own.reading.is_known or before is None:
            return own.reading.place_name
        return self._endings.villages(own.text, before.folded, is_north=around.is_north)[0]

    def _name_of_two(self, line: Line, find: Find, around: Surroundings) -> str:
        """Return the nominative of an adjective and a noun: "w Małych Rudawkach"."""
        words, before = line.tokens[find.first : find.stop], line.before(find.first)
        if len(words) != _ADJECTIVE_AND_NOUN or before is None or not words[0].reading.is_adjective:
            return ""
        noun = self._endings.villages(words[1].text, before.folded, is_north=around.is_north)[0]
        adjective = self._endings.adjective(words[0].text, noun)
        return f"{adjective} {noun}" if adjective and noun != words[1].text else ""

    def _with_home(
        self, sentences: Sequence[Sentence], home: str, marks: Sequence[PlaceMark]
    ) -> list[PlaceMark]:
        """Return ``marks`` and where the text says "in the country" of the one it is about."""
        found: list[PlaceMark] = []
        taken, at = sorted(marks, key=lambda it: (it.paragraph, it.start)), 0
        for sentence in sentences:
            end = sentence.paragraph, sentence.start + len(sentence.text)
            first = at
            while at < len(taken) and (taken[at].paragraph, taken[at].start) < end:
                at += 1
            own = taken[first:at]
            own += list(self._home_marks(sentence, home, own))
            found += sorted(own, key=lambda it: it.start)
        return found

    def _home_marks(
        self, sentence: Sentence, home: str, own: Sequence[PlaceMark]
    ) -> Iterator[PlaceMark]:
        """Yield the marks of that in one sentence."""
        outline = self._outlines.get(home)
        if outline is None:
            return
        known = next(
            (
                it
                for it in self._world.look_up(fold_words(outline.name))
                if it.place.boundary == home
            ),
            None,
        )
        if known is None:
            return
        for match in self._words.homeland.finditer(sentence.text):
            start, stop = sentence.start + match.start(), sentence.start + match.end()
            if any(mark.start < stop and start < mark.stop for mark in own):
                continue
            at = PlaceMark(
                sentence.paragraph,
                start,
                stop,
                match.group(),
                key_of(known.place),
                known.place.name,
                PlaceKind.COUNTRY,
                (known.place,),
                Confidence.MEDIUM,
            )
            side = side_of(match, self._words)
            yield replace(self._mark_part(at, known, side), within=None) if side else at


def _dates_in(sentence: Sentence, dates: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Return the dates of a paragraph that start in a sentence, counted from its beginning."""
    start, stop = sentence.start, sentence.start + len(sentence.text)
    first = bisect_left(dates, start, key=itemgetter(0))
    last = bisect_left(dates, stop, key=itemgetter(0))
    return [(own - start, end - start) for own, end in dates[first:last]]


def _may_be_settlement(find: Find) -> bool:
    """Return whether a find is neither a region nor a side of something."""
    return find.side is None and find.kind is not PlaceKind.REGION


def _local_name(known: Known, tokens: Sequence[Token]) -> str:
    """Return the name that the words are a form of, empty if none is.

    Where the tables write it in other letters than the text, it is the dictionary's.
    """
    if not tokens[0].folded.isascii() and fold_words(known.names[0]).isascii():
        return tokens[0].reading.place_name if len(tokens) == 1 else ""
    forms = [{*token.reading.forms} for token in tokens]
    for name in known.bare_names:
        words = fold_words(name).split(" ")
        if len(words) == len(forms) and all(
            word in own for word, own in zip(words, forms, strict=True)
        ):
            return name if name[:1].isupper() else ""
    return ""


def _place_sites(marks: Sequence[PlaceMark]) -> Iterator[PlaceMark]:
    """Yield the marks, each building within the nearest city that its paragraph names."""
    by_paragraph: defaultdict[int, list[PlaceMark]] = defaultdict(list)
    for mark in marks:
        if mark.kind is PlaceKind.CITY:
            by_paragraph[mark.paragraph].append(mark)
    for mark in marks:
        if mark.kind is PlaceKind.SITE and not mark.candidates:
            cities = by_paragraph[mark.paragraph]
            behind = bisect_left(cities, mark.start, key=lambda city: city.start)
            beside = cities[max(0, behind - 1) : behind + 1]
            near = min(beside, key=lambda city: abs(city.start - mark.start), default=None)
            mark = replace(mark, within=near.key if near else None)
        yield mark
