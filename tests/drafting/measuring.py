"""Precision and recall of drafts against what an attentive reader finds.

A date is found if one in its paragraph has the same first and last day. `open` stands for one
that the text alone cannot date: it is found if a comment keeps its phrase. A place is found if its
paragraph is read as naming a place of that name, in any language, and, where the answer ends with
a country's code, in that country. Of a region, a river or the like the word that says so may be
missing ("Cajamarca Region", "Cajamarca"), and "Southern Peru" is "The south of Peru". A village
that the answer has without a country is found by its name. What is found and not in the
answers counts against precision.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from statement_map.drafting.proposing import Details, Draft, draft
from statement_map.files.folder import world_outlines
from statement_map.geocoding.outlines import Outline, build_areas
from statement_map.geocoding.world import Known, World, fold_words
from statement_map.language.folding import fold
from statement_map.model import Atlas, Basis, Place, PlaceKind
from statement_map.prose.text import build_source
from statement_map.reading import read_atlas
from statement_map.when import read_when
from tests.conftest import ROOT

TEXTS = Path(__file__).parent / "texts"

_GENERIC = frozenset(
    [
        "and",
        "the",
        "of",
        "region",
        "province",
        "state",
        "county",
        "department",
        "district",
        "governorate",
        "oblast",
        "krai",
        "voivodeship",
        "prefecture",
        "canton",
        "republic",
        "territory",
        "valley",
        "river",
        "lake",
        "mount",
        "mountains",
        "island",
        "islands",
        "peninsula",
        "desert",
    ]
)
_SIDE = re.compile(
    r"(?:(?P<adjective>(?:north|south)? ?(?:north|south|east|west)ern|central) |"
    r"the (?P<noun>(?:north|south|east|west)(?: east| west)?|middle) of )(?P<rest>.+)"
)


@dataclass(frozen=True)
class Score:
    """What should be found, what of that was, and what was found beside it, by paragraph."""

    expected: Mapping[int, tuple[str, ...]]
    missed: Mapping[int, tuple[str, ...]]
    wrong: Mapping[int, tuple[str, ...]]

    @property
    def count(self) -> int:
        return sum(map(len, self.expected.values()))

    @property
    def found(self) -> int:
        return self.count - sum(map(len, self.missed.values()))

    @property
    def recall(self) -> float:
        return self.found / self.count if self.count else 1.0

    @property
    def precision(self) -> float:
        proposed = self.found + sum(map(len, self.wrong.values()))
        return self.found / proposed if proposed else 1.0


def add_up(scores: Iterable[Score]) -> Score:
    """All scores as one; paragraphs are numbered through."""
    parts: tuple[dict[int, tuple[str, ...]], ...] = ({}, {}, {})
    offset = 0
    for score in scores:
        for part, own in zip(parts, (score.expected, score.missed, score.wrong), strict=True):
            part.update({offset + number: found for number, found in own.items()})
        offset += 100_000
    return Score(*parts)


@cache
def outlines() -> Mapping[str, Outline]:
    return build_areas(world_outlines())


@cache
def world() -> World:
    return World(outlines())


def names() -> list[str]:
    return sorted(path.name.removesuffix(".txt") for path in TEXTS.glob("*.txt"))


@cache
def draft_text(name: str) -> Draft:
    text = (TEXTS / f"{name}.txt").read_text(encoding="utf-8")
    return draft(build_source(name, text), outlines(), Details(), world=world())


def read_answers(name: str) -> dict[str, dict[int, list[str]]]:
    answers = yaml.load((TEXTS / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    return {
        what: {int(number): list(values) for number, values in answers[what].items()}
        for what in ("dates", "places")
    }


def score_text(name: str) -> tuple[Score, Score]:
    """The scores of dates and of places."""
    proposal, answers = draft_text(name), read_answers(name)
    return score_dates(proposal, answers["dates"]), score_places(proposal, answers["places"])


def _days(expression: str) -> str:
    when = read_when(expression)
    return f"{when.start or '..'}/{when.end or '..'}"


def _match(
    expected: Mapping[int, list[str]], proposed: Mapping[int, list[Any]], is_same: Any
) -> Score:
    missed: dict[int, tuple[str, ...]] = {}
    wrong: dict[int, tuple[str, ...]] = {}
    for number in sorted({*expected, *proposed}):
        rest = list(proposed.get(number, []))
        lost = []
        for answer in expected.get(number, []):
            hit = next((it for it in rest if is_same(answer, it)), None)
            if hit is None:
                lost.append(answer)
            else:
                rest.remove(hit)
        missed[number], wrong[number] = tuple(lost), tuple(map(str, rest))
    return Score({n: tuple(it) for n, it in expected.items()}, missed, wrong)


def score_dates(proposal: Draft, expected: Mapping[int, list[str]]) -> Score:
    proposed: dict[int, list[str]] = {}
    for mark in proposal.date_marks:
        if mark.paragraph:
            found = proposed.setdefault(mark.paragraph, [])
            if not mark.when or str(mark.when) not in found:
                found.append(str(mark.when or "open"))

    def is_same(answer: str, found: str) -> bool:
        if "open" in (answer, found):
            return answer == found
        return _days(answer) == _days(found)

    return _match(expected, proposed, is_same)


def score_places(proposal: Draft, expected: Mapping[int, list[str]]) -> Score:
    by_id = {place.id: place for place in proposal.places}
    phrases: dict[tuple[int, str], str] = {}
    for mark in proposal.place_marks:
        if mark.paragraph:
            phrases.setdefault((mark.paragraph, proposal.place_ids[mark.key]), mark.phrase)
    proposed: dict[int, list[_Named]] = {}
    for (number, id_), phrase in phrases.items():
        countries = {it.country for it in proposal.candidates[id_][:1] if it.country}
        proposed.setdefault(number, []).append(_Named(by_id[id_], phrase, frozenset(countries)))
    return _match(expected, proposed, lambda answer, found: found.is_meant_by(answer))


@dataclass(frozen=True)
class _Named:
    place: Place
    phrase: str
    countries: frozenset[str]

    def is_meant_by(self, answer: str) -> bool:
        found = re.fullmatch(r"(.+?)(?: ([A-Z]{2}))?", answer)
        assert found
        name, country = found.groups()
        is_located = bool(self.countries) or self.place.lat is not None
        if country and country not in self.countries and is_located:
            return False
        known = {*self.place.names.root.values()}
        if not self.place.boundary and self.place.kind is PlaceKind.SITE:
            known.add(self.phrase)
        if fold_words(name) in {fold_words(own) for own in known} | {self.place.id}:
            return True
        is_village = self.place.kind is PlaceKind.CITY and country is None
        if self.place.kind is PlaceKind.SITE or is_village:
            return fold(name) in fold(self.phrase)
        if any(_is_same(self.place, known) for known in world().look_up(fold_words(name))):
            return True
        return (
            country is None
            and self.place.kind is not PlaceKind.CITY
            and _bare(name) in set(map(_bare, known))
        )

    def __str__(self) -> str:
        return f"{self.place.id} {'/'.join(self.countries)} ({self.phrase})"


def _is_same(place: Place, known: Known) -> bool:
    """Whether the table calls that very place so too: Medjugorje, drafted as Međugorje."""
    return bool(place.source_id) and place.source_id == known.place.source_id


def _bare(name: str) -> tuple[str, str]:
    """The side of a place, and the name without the words that say what it is.

    "Southern Peru" and "The south of Peru" are alike, "South Georgia" is no side of Georgia.
    """
    words, side = fold_words(name), ""
    if found := _SIDE.fullmatch(words):
        side = (found["noun"] or found["adjective"].removesuffix("ern")).replace(" ", "")
        side, words = side.replace("central", "middle"), found["rest"]
    own = [word for word in words.split(" ") if word not in _GENERIC]
    return side, " ".join(own) or words


def score_statement(text: str) -> tuple[Score, Score]:
    """The scores of a draft of this project's statement, against its data.

    Expected are the dates that the data call stated, and all places but those without a name.
    """
    atlas = read_atlas(ROOT / "data")
    source = build_source("statement.pl.txt", text)
    proposal = draft(source, outlines(), Details(), world=world())
    dates: dict[int, list[str]] = {}
    for event in atlas.events:
        if event.basis is Basis.STATED:
            dates.setdefault(event.paragraphs[-1], []).append(str(event.when))
    places = expected_places(atlas)
    found: dict[int, list[str]] = {}
    for event in proposal.events:
        for mention in event.places:
            place = next(it for it in proposal.places if it.id == mention.id)
            key = _key_in_data(place, atlas)
            own = found.setdefault(event.paragraphs[-1], [])
            if key not in own:
                own.append(key)
    return (
        score_dates(proposal, dates),
        _match(places, found, lambda answer, own: answer == own),
    )


def expected_places(atlas: Atlas) -> dict[int, list[str]]:
    expected: dict[int, Counter[str]] = {}
    for event in atlas.events:
        for mention in event.places:
            if atlas.places[mention.id].kind is not PlaceKind.UNNAMED:
                expected.setdefault(event.paragraphs[-1], Counter())[mention.id] += 1
    return {number: list(ids) for number, ids in expected.items()}


def _key_in_data(place: Place, atlas: Atlas) -> str:
    """The id that the data have for a drafted place: by outline, identifier or name."""
    for own in atlas.places.values():
        same_outline = place.boundary and place.boundary == own.boundary
        same_source = place.source_id and place.source_id == own.source_id
        if own.kind is place.kind and (same_outline or same_source):
            return own.id
        if not place.boundary and fold(own.names.read("en")) == fold(place.names.read("en")):
            return own.id
    return f"{place.id}?"


def lines(title: str, dates: Score, places: Score) -> Iterator[str]:
    yield f"{title:24} {_row(dates)}  {_row(places)}"


def _row(score: Score) -> str:
    return f"{score.found:3}/{score.count:<3} {score.recall:5.2f} {score.precision:5.2f}"
