"""A text that a reader brings along, with what the data quote from it marked.

The text itself is no part of the data: only its SHA-256 is, and short phrases from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import pairwise, product

from statement_map.model import Atlas, Event, Statement
from statement_map.reading.paragraphs import split_paragraphs

BOM = "\ufeff"

_NEAR = 256
"""So many characters around a quotation are looked at first, then four times as many, and so on."""

_FAR = 8_192
"""What lies farther from the quotation than this is as good anywhere."""

_OFTEN = 100
"""Of words that stand more often than this in what is looked at, only the first are compared."""


class Sort(StrEnum):
    """What a verbatim phrase stands for."""

    PLACE = "place"
    DATE = "date"
    NUMBER = "number"
    SOURCE = "source"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the data that stand in the text.

    Those of its introduction have no event; a number or a source belongs to its paragraph alone.
    """

    sort: Sort
    words: str
    event: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same phrases, the shortest of them first; often under none."""

    text: str
    phrases: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """A phrase that stands in none of the paragraphs it belongs to; 0 is the introduction."""

    paragraphs: tuple[int, ...]
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text cut into segments, paragraph by paragraph; ``paragraphs[0]`` has the number 1.

    What is missing stands in the order of its paragraphs.
    """

    introduction: tuple[Segment, ...]
    paragraphs: tuple[tuple[Segment, ...], ...]
    missing: tuple[Missing, ...]


def is_same_text(text: str, digest: str) -> bool:
    """Return whether ``digest`` is the SHA-256 of ``text`` in UTF-8.

    What a clipboard or an editor changes unseen does not count: a byte order mark, the ends of
    the lines, and line breaks after the last one.
    """
    lines = text.removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    forms = (
        mark + (lines + last).replace("\n", end)
        for mark, last, end in product(("", BOM), ("", "\n"), ("\n", "\r\n"))
    )
    return any(sha256(form.encode()).hexdigest() == digest for form in (text, *forms))


def mark_phrases(atlas: Atlas, text: str) -> MarkedText:
    """Return ``text`` with the phrases of ``atlas`` marked.

    In each paragraph of its event a phrase is marked once. Where it stands there several times,
    whole words go before parts of words ("2 January" is not meant in "12 January"), then what is
    nearest to the event's quotation, then what comes first. Events that share a phrase share
    the mark, unless their quotations tell them apart.
    """
    introduction, paragraphs = split_paragraphs(text.removeprefix(BOM))
    named = [Phrase(Sort.PLACE, m.phrase, place=m.id) for m in atlas.statement.places]
    spans: dict[int, list[PhraseSpan]] = {}
    missing = []
    for phrase in named:
        if span := SearchedText(introduction).find(phrase):
            spans.setdefault(0, []).append(span)
        elif phrase.words not in text:
            missing.append(Missing((0,), phrase))
    numbers = (n for event in atlas.events for n in event.paragraphs)
    of_statement = (number for number, _ in _phrases_of_paragraphs(atlas.statement))
    searched = {
        n: SearchedText(paragraphs[n - 1])
        for n in {*numbers, *of_statement}
        if n <= len(paragraphs)
    }
    for event in atlas.events:
        own = [n for n in event.paragraphs if n in searched]
        for phrase in _phrases_of(event):
            found = {n: span for n in own if (span := searched[n].find(phrase, event.quote))}
            for number, span in found.items():
                spans.setdefault(number, []).append(span)
            if not found:
                missing.append(Missing(event.paragraphs, phrase))
    for number, phrase in _phrases_of_paragraphs(atlas.statement):
        if number in searched and (span := searched[number].find(phrase)):
            spans.setdefault(number, []).append(span)
        else:
            missing.append(Missing((number,), phrase))
    return MarkedText(
        tuple(_cut(introduction, spans.get(0, []))),
        tuple(tuple(_cut(text, spans.get(n, []))) for n, text in enumerate(paragraphs, start=1)),
        tuple(sorted(missing, key=lambda m: m.paragraphs)),
    )


@dataclass(frozen=True, slots=True)
class PhraseSpan:
    """Where a phrase stands in its paragraph."""

    start: int
    end: int
    phrase: Phrase


def _phrases_of_paragraphs(statement: Statement) -> Iterator[tuple[int, Phrase]]:
    for sort, passages in ((Sort.NUMBER, statement.numbers), (Sort.SOURCE, statement.sources)):
        for passage in passages or ():
            yield passage.paragraph, Phrase(sort, passage.phrase)


def _phrases_of(event: Event) -> Iterator[Phrase]:
    if event.when_phrase:
        yield Phrase(Sort.DATE, event.when_phrase, event.id)
    for mention in event.places:
        yield Phrase(Sort.PLACE, mention.phrase, event.id, mention.id)
    yield Phrase(Sort.QUOTE, event.quote, event.id)


class SearchedText:
    """A paragraph in which phrases are looked for, each near the quotation of its event.

    Events follow one another as their quotations do; so each is looked for from the one before it
    on, and the time for all grows with the length of the paragraph, not with its square.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._quotes: dict[str, int] = {}
        self._first: dict[str, int | None] = {}
        self._last = 0

    def find(self, phrase: Phrase, quote: str = "") -> PhraseSpan | None:
        """Return where the phrase is meant, None if it is not there."""
        first = self._quote_at(quote)
        start = self._nearest(phrase.words, first, first + len(quote) if quote else None)
        return None if start is None else PhraseSpan(start, start + len(phrase.words), phrase)

    def _quote_at(self, quote: str) -> int:
        if quote and quote not in self._quotes:
            start = self._text.find(quote, self._last)
            if start < 0:
                start = max(self._text.find(quote), 0)
            self._quotes[quote] = self._last = start
        return self._quotes.get(quote, 0)

    def _nearest(self, words: str, first: int, last: int | None) -> int | None:
        """Return where ``words`` start nearest to the stretch from ``first`` to ``last``.

        Whole words go before parts of words, then what lies nearer, then what comes first; the
        search widens until it has found whole words. Without a ``last`` all is near.
        """

        def distance(start: int) -> tuple[int, int]:
            return max(first - start, start + len(words) - (last or 0), 0), start

        reach = 0
        while last is not None and reach <= _FAR:
            near = list(self._all(words, max(first - reach, 0), last + reach))
            whole = [start for start in near if self._is_whole(start, words)]
            if whole or (near and first <= reach and last + reach >= len(self._text)):
                return min(whole or near, key=distance)
            reach = max(4 * reach, _NEAR)
        return self._anywhere(words)

    def _anywhere(self, words: str) -> int | None:
        """Return where ``words`` come first, whole if they can; remembered for the next event."""
        if words not in self._first:
            found = list(self._all(words, 0, len(self._text)))
            whole = (start for start in found if self._is_whole(start, words))
            self._first[words] = next(whole, next(iter(found), None))
        return self._first[words]

    def _all(self, words: str, low: int, high: int) -> Iterator[int]:
        """Yield where ``words`` start, at most so often that no repeated letter takes long."""
        start = self._text.find(words, low, high)
        for _ in range(_OFTEN):
            if start < 0:
                return
            yield start
            start = self._text.find(words, start + 1, high)

    def _is_whole(self, start: int, words: str) -> bool:
        ends = (start, start + len(words))
        return not any(
            self._text[at - 1 : at + 1].isalnum() for at in ends if 0 < at < len(self._text)
        )


def _cut(text: str, spans: list[PhraseSpan]) -> Iterator[Segment]:
    """Yield ``text`` in segments: one from each place where a span starts or ends to the next."""
    waiting = sorted(spans, key=lambda span: span.start)[::-1]
    cuts = {0, len(text)}.union(*((span.start, span.end) for span in spans))
    present: list[PhraseSpan] = []
    for start, end in pairwise(sorted(cuts)):
        present = [span for span in present if span.end > start]
        while waiting and waiting[-1].start == start:
            present.append(waiting.pop())
        present.sort(key=lambda span: span.end - span.start)
        yield Segment(text[start:end], tuple(span.phrase for span in present))
