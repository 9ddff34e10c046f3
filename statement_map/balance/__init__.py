"""What a text gives and what it does not, counted from the data, as HTML for page and handout.

A text without the keys of :mod:`statement_map.criticism` shows what can be counted, and no more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from statement_map.criticism import LoadedWord, Passage, Speech, Voice
from statement_map.language import Language
from statement_map.language.templates import Templates
from statement_map.model import Atlas, Basis, Event, Kind
from statement_map.timeline import Grade, Timeline

_ASSETS = Path(str(files(__name__) / "assets"))

STYLE = _ASSETS / "balance.css"
"""What the page around it has to say of colours stands in it."""

MOST_NAMED = 40
"""So many paragraphs are named in a row; more are counted, for nobody reads so many numbers."""

_TEMPLATES = Templates(_ASSETS)


@dataclass(frozen=True)
class Balance:
    """What can be counted; numbers are those of paragraphs, ascending.

    ``numbers``, ``sources`` and ``voices`` are None where nobody has looked for them. ``grades``
    counts the events by what their date rests on, with ``GIVEN`` only where there are any, and
    ``voices`` those of whom the text speaks by whether it lets them speak.
    """

    paragraphs: int
    dated: tuple[int, ...]
    placeless: tuple[int, ...]
    uncovered: tuple[int, ...]
    numbers: tuple[int, ...] | None
    sources: tuple[int, ...] | None
    events: int
    grades: Mapping[Grade, int]
    voices: Mapping[Speech, tuple[Voice, ...]] | None

    @property
    def rows(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Yield what is counted in paragraphs; what nobody has looked for is left out."""
        yield "dated", self.dated
        for name, paragraphs in (("numbers", self.numbers), ("sources", self.sources)):
            if paragraphs is not None:
                yield name, paragraphs
        yield "placeless", self.placeless
        if self.uncovered:
            yield "uncovered", self.uncovered

    @property
    def named(self) -> tuple[Voice, ...]:
        """Those whom the text calls by a person's name."""
        return tuple(v for voices in (self.voices or {}).values() for v in voices if v.named)


def weigh(timeline: Timeline) -> Balance:
    """Count what the text of ``timeline`` gives."""
    atlas = timeline.atlas
    statement = atlas.statement
    told = {number for event in atlas.events for number in event.paragraphs}
    dated = {n for event in atlas.events if event.basis is Basis.STATED for n in event.paragraphs}
    grades = Counter(timeline.grade(event) for event in atlas.events)
    return Balance(
        paragraphs=statement.paragraphs,
        dated=tuple(sorted(dated)),
        placeless=tuple(sorted(timeline.placeless)),
        uncovered=tuple(n for n in range(1, statement.paragraphs + 1) if n not in told),
        numbers=_paragraphs(statement.numbers),
        sources=_paragraphs(statement.sources),
        events=len(atlas.events),
        grades={each: grades[each] for each in Grade if each is not Grade.GIVEN or grades[each]},
        voices=None
        if statement.voices is None
        else {
            speech: tuple(voice for voice in statement.voices if voice.speech is speech)
            for speech in Speech
        },
    )


def kinds_in(atlas: Atlas) -> tuple[Kind, ...]:
    """Return the kinds that events have, to be explained where the page says what it claims."""
    present = {event.kind for event in atlas.events}
    return tuple(kind for kind in Kind if kind in present)


def _often_first(words: Iterable[LoadedWord]) -> list[LoadedWord]:
    return sorted(words, key=lambda word: -len(word.paragraphs))


def _paragraphs(passages: Iterable[Passage] | None) -> tuple[int, ...] | None:
    if passages is None:
        return None
    return tuple(sorted({passage.paragraph for passage in passages}))


def write_balance(timeline: Timeline, language: Language, link: Callable[[Event], str]) -> str:
    """Return the section in ``language``; a paragraph leads to what ``link`` says of its event."""
    first: dict[int, Event] = {}
    stated: dict[int, Event] = {}
    for event in timeline.atlas.events:
        for number in event.paragraphs:
            first.setdefault(number, event)
            if event.basis is Basis.STATED:
                stated.setdefault(number, event)
    return _TEMPLATES.write(
        "balance.html",
        language,
        balance=weigh(timeline),
        statement=timeline.atlas.statement,
        words=_often_first(timeline.atlas.statement.words or ()),
        first=first,
        stated=stated,
        link=link,
        most=MOST_NAMED,
    )
