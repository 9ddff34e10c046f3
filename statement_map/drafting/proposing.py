"""From a text to a proposal of its statement, events and places, for an editor to correct."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from operator import itemgetter

from statement_map.drafting.asking import LanguageModel
from statement_map.drafting.heeding import ask
from statement_map.drafting.telling import UNSORTED, Events, Note
from statement_map.errors import DataError, DataErrors
from statement_map.geocoding.candidates import Candidate
from statement_map.geocoding.outlines import Outline, distance_km
from statement_map.geocoding.world import World
from statement_map.language import languages
from statement_map.language.folding import as_id
from statement_map.model import (
    Basis,
    Confidence,
    Event,
    Mention,
    Method,
    Place,
    PlaceKind,
    Statement,
    Text,
    Topic,
)
from statement_map.prose.dictionaries import is_without_dictionary, open_lexicon
from statement_map.prose.lexicon import Lexicon
from statement_map.prose.text import Sentence, SourceText
from statement_map.temporal_tagging import DateMark, find_dates, find_publication
from statement_map.toponyms import PlaceFinder, PlaceMark
from statement_map.when import When, read_when

_LONGEST_TITLE = 700
"""Characters, for a text that has no blanks to count words by."""


def _in_all_languages(key: str) -> Text:
    return Text({code: it.words(key) for code, it in languages().items()})


WITHOUT_OUTLINE = _in_all_languages("draft-without-outline")
"""The note of a region or country that is drawn as a circle."""

WITHOUT_DICTIONARY = (
    "names are taken back to their base form by their endings alone, as the dictionary of the "
    "language is not installed; look at each name of a place"
)
"""The first comment of a draft whose language has a dictionary that is missing here."""

TellSentences = Callable[[str, int, int], None]
"""Is told what is done, how many sentences are, and how many there are."""


@dataclass(frozen=True)
class Draft:
    """A proposal, all of it to be reviewed.

    ``candidates`` are what each place may be, by its id, the likeliest first. ``date_marks`` and
    ``place_marks`` say where in the text what was found; ``place_ids`` are those of the places by
    the key of their marks.
    """

    source: SourceText
    statement: Statement
    events: tuple[Event, ...]
    places: tuple[Place, ...]
    notes: tuple[Note, ...]
    candidates: Mapping[str, tuple[Candidate, ...]]
    date_marks: tuple[DateMark, ...]
    place_marks: tuple[PlaceMark, ...]
    place_ids: Mapping[str, str]


@dataclass(frozen=True)
class Details:
    """What is known of a text beside it; None and empty is what is not."""

    published: When | None = None
    title: str = ""
    issuer: str = ""
    publisher: str = ""
    url: str = ""


def draft(
    source: SourceText,
    outlines: Mapping[str, Outline],
    details: Details | None = None,
    *,
    world: World | None = None,
    lexicon: Lexicon | None = None,
    model: LanguageModel | None = None,
    tell: TellSentences = lambda _what, _done, _total: None,
) -> Draft:
    """Return what ``source`` seems to tell; a ``model`` is asked too, if one is given.

    Raises :class:`DataErrors` if there is neither a date nor a place in it.
    """
    details = details or Details()
    sentences = list(source.sentences())
    published = details.published or find_publication(source)
    date_marks = find_dates(
        source,
        _counted("dates", sentences, tell),
        published,
        is_stated=details.published is None,
    )
    finder = PlaceFinder(
        source.language,
        lexicon or open_lexicon(source.language),
        world or World(outlines),
        outlines,
    )
    advice = ask(model, source)
    spans = _spans(date_marks)
    found = finder.find(
        sentences, lambda done: tell("places", done, len(sentences)), advice.names, spans
    )
    place_marks = tuple(it for it in found if not _overlaps(spans[it.paragraph], it))
    places = _Places(source.language, outlines, place_marks)
    proposal = Events(source, date_marks, place_marks, places.ids, published)
    if lexicon is None and is_without_dictionary(source.language):
        proposal.notes.append(Note(1, 0, WITHOUT_DICTIONARY))
    for sentence in sentences:
        proposal.add(sentence)
    proposal.finish()
    if not proposal.events:
        fault = (
            "tells no date and no place that is recognised; found "
            f"{len(source.paragraphs)} paragraphs; write events by hand, from the template"
        )
        raise DataErrors([DataError(source.name, None, "", fault)])
    introduced = [mark for mark in place_marks if mark.paragraph == 0]
    known = {mark.key for mark in introduced}
    introduced += [mark for mark in proposal.datelines if mark.key not in known]
    named = {mention.id for event in proposal.events for mention in event.places}
    named |= {places.ids[mark.key] for mark in introduced}
    kept = _with_wholes(tuple(places.build()), named)
    return Draft(
        source,
        _statement(source, details, published, [
            Mention(id=places.ids[mark.key], phrase=mark.phrase) for mark in introduced
        ]),
        tuple(advice.entitle(proposal.events)),
        kept,
        (*proposal.notes, *advice.notes(date_marks, proposal.events)),
        {place.id: places.candidates[place.id] for place in kept},
        date_marks,
        place_marks,
        places.ids,
    )  # fmt: skip


def _with_wholes(places: Sequence[Place], named: Iterable[str]) -> tuple[Place, ...]:
    """Return the places that are named, and what these are parts of."""
    wholes = {place.id: place.part_of for place in places}
    kept: set[str] = set()
    for id_ in named:
        part: str | None = id_
        while part and part not in kept:
            kept.add(part)
            part = wholes[part]
    return tuple(place for place in places if place.id in kept)


def _counted(what: str, sentences: Sequence[Sentence], tell: TellSentences) -> Iterator[Sentence]:
    for done, sentence in enumerate(sentences):
        tell(what, done, len(sentences))
        yield sentence
    tell(what, len(sentences), len(sentences))


def _spans(dates: Sequence[DateMark]) -> Mapping[int, Sequence[tuple[int, int]]]:
    """Return where each date starts and stops, by paragraph."""
    spans: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for mark in dates:
        spans[mark.paragraph].append((mark.start, mark.stop))
    return spans


def _overlaps(spans: Sequence[tuple[int, int]], place: PlaceMark) -> bool:
    """Return whether a place shares characters with any of ``spans``, which are in order."""
    before = bisect_left(spans, place.stop, key=itemgetter(0))
    return before > 0 and spans[before - 1][1] > place.start


def _statement(
    source: SourceText, details: Details, published: When | None, introduced: Sequence[Mention]
) -> Statement:
    language = source.language
    first_line = source.introduction.text.split("\n", 1)[0].strip()
    name = re.split(r"[\\/]", source.name)[-1]
    basis = Basis.STATED if published and not details.published else Basis.INFERRED
    title = details.title or _shorten(first_line, 20) or name
    return Statement(
        title=_text(language, title) if title else _in_all_languages("draft-untitled"),
        issuer=_text(language, details.issuer) if details.issuer else None,
        publisher=_text(language, details.publisher) if details.publisher else None,
        url=details.url or None,
        language=language,
        # Nobody knows more of an undated text than that it was there when it was drafted.
        published=published or read_when(f"../{_today().isoformat()}"),
        published_basis=basis,
        paragraphs=max(1, len(source.paragraphs)),
        sha256=source.digest,
        places=tuple(introduced),
        topics=(Topic(id=UNSORTED, title=_in_all_languages("draft-unsorted")),),
    )


def _today() -> date:
    return datetime.now(UTC).date()


def _text(language: str, words: str) -> Text:
    return Text({language: words})


def _shorten(text: str, words: int) -> str:
    """Return the first ``words`` of ``text`` on one line."""
    own = text.split()
    cut = " ".join(own[:words])[:_LONGEST_TITLE].strip()
    return f"{cut}…" if len(own) > words else cut


@dataclass
class _Places:
    """The places that a text names, each once."""

    language: str
    outlines: Mapping[str, Outline]
    marks: Sequence[PlaceMark]
    ids: dict[str, str] = field(default_factory=dict)
    candidates: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)
    _first: dict[str, PlaceMark] = field(default_factory=dict)

    def __post_init__(self) -> None:
        taken: set[str] = set()
        for mark in self.marks:
            if mark.key in self.ids:
                continue
            base = as_id(mark.name, "place")
            id_, number = base, 1
            while id_ in taken:
                number += 1
                id_ = f"{base}-{number}"
            taken.add(id_)
            self.ids[mark.key] = id_
            self.candidates[id_] = mark.candidates
            self._first[mark.key] = mark

    def build(self) -> Iterator[Place]:
        """Yield all places in the order in which the text names them."""
        for key, mark in self._first.items():
            yield self._build(self.ids[key], mark)

    def _build(self, id_: str, mark: PlaceMark) -> Place:
        within = self.ids.get(mark.within or "")
        part_of = within if within != id_ else None
        if not mark.candidates:
            return Place(
                id=id_,
                names=Text(dict.fromkeys(["pl", "en", self.language], mark.name)),
                kind=mark.kind,
                part_of=part_of,
                method=Method.GAZETTEER,
                query=mark.name,
                confidence=Confidence.NONE,
                review=_describe_rejected(mark),
            )
        best = mark.candidates[0]
        boundary = best.boundary or next(
            (
                code
                for code in re.findall("iso3166:([A-Z0-9-]+)", best.source_id)
                if code in self.outlines
            ),
            None,
        )
        outline = self.outlines.get(boundary or "")
        names = {"en": best.name, "pl": best.name}
        if outline:
            names |= {code: name for code, name in outline.names.items() if name}
        elif mark.local_name:
            names[self.language] = mark.local_name
        names.setdefault(self.language, mark.local_name or best.name)
        names |= {code: name for code, name in mark.names.items() if code in names}
        is_open = mark.confidence is Confidence.NONE
        if is_open or (best.kind is PlaceKind.WATER and boundary is None):
            return Place(  # no point stands for a river
                id=id_,
                names=Text(names),
                kind=best.kind or mark.kind,
                part_of=part_of,
                method=Method.GAZETTEER,
                query=names[self.language],
                confidence=Confidence.NONE,
                review=_review(mark) if is_open else None,
            )
        is_circle = best.kind in {PlaceKind.REGION, PlaceKind.COUNTRY} and boundary is None
        return Place(
            id=id_,
            names=Text(names),
            kind=best.kind or mark.kind,
            part_of=part_of,
            lat=round(best.lat, 5),
            lon=round(best.lon, 5),
            radius_km=None if boundary else best.radius_km,
            boundary=(boundary,) if boundary else (),
            method=Method.GAZETTEER,
            query=names[self.language],
            source=best.source,
            source_id=best.source_id or None,
            retrieved=_today(),
            confidence=mark.confidence,
            review=_review(mark) if mark.confidence is Confidence.LOW else None,
            notes=WITHOUT_OUTLINE if is_circle else None,
        )


def _describe_rejected(mark: PlaceMark) -> str | None:
    """Return which namesakes the text contradicts, None if there are none."""
    described = (
        f"{it.name} ({it.country or 'no country'}, {it.source_id}) at {it.lat:.4f} {it.lon:.4f}"
        for it in mark.rejected
    )
    names = "; ".join(described)
    return f"needs review; the text names it with what is far from {names}" if names else None


def _review(mark: PlaceMark) -> str | None:
    """Return which places may be meant, as looking places up says it; None if it is one."""
    if len(mark.candidates) < 2:
        return None
    first = mark.candidates[0]
    described = (
        f"{it.name} ({it.kind}, {it.country or 'no country'}, "
        f"{it.source_id.replace('; ', ', ')}) at {it.lat:.4f} {it.lon:.4f}, "
        f"{distance_km((first.lat, first.lon), (it.lat, it.lon)):.0f} km from the first"
        + (f", {reasons}" if (reasons := mark.reasons.get(it)) else "")
        for it in mark.candidates
    )
    return f"needs review; gazetteer finds several places: {'; '.join(described)}"
