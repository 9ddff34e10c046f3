"""A text that a reader brings along, with what the data quote from it marked.

The text itself is no part of the data: only its SHA-256 is, and short phrases from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import pairwise, product

from statement_map.model import Atlas, Event, Statement
from statement_map.reading.text import split_paragraphs

BOM = "\ufeff"


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
    spans: dict[int, list[_Span]] = {}
    missing = []
    for phrase in named:
        if span := _find(phrase, introduction):
            spans.setdefault(0, []).append(span)
        elif phrase.words not in text:
            missing.append(Missing((0,), phrase))
    for event in atlas.events:
        texts = {n: paragraphs[n - 1] for n in event.paragraphs if n <= len(paragraphs)}
        for phrase in _phrases_of(event):
            found = {n: span for n in texts if (span := _find(phrase, texts[n], event.quote))}
            for number, span in found.items():
                spans.setdefault(number, []).append(span)
            if not found:
                missing.append(Missing(event.paragraphs, phrase))
    for number, phrase in _phrases_of_paragraphs(atlas.statement):
        if number <= len(paragraphs) and (span := _find(phrase, paragraphs[number - 1])):
            spans.setdefault(number, []).append(span)
        else:
            missing.append(Missing((number,), phrase))
    return MarkedText(
        tuple(_cut(introduction, spans.get(0, []))),
        tuple(tuple(_cut(text, spans.get(n, []))) for n, text in enumerate(paragraphs, start=1)),
        tuple(sorted(missing, key=lambda m: m.paragraphs)),
    )


@dataclass(frozen=True, slots=True)
class _Span:
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


def _find(phrase: Phrase, text: str, quote: str = "") -> _Span | None:
    """Return where in ``text`` the phrase is meant, None if it is not there."""
    first, length = max(text.find(quote), 0), len(phrase.words)
    last = first + len(quote)

    def rank(start: int) -> tuple[bool, int, int]:
        end = start + length
        is_part = any(text[at - 1 : at + 1].isalnum() for at in (start, end) if 0 < at < len(text))
        return is_part, max(first - start, end - last, 0) if quote else 0, start

    starts = (found.start() for found in re.finditer(re.escape(phrase.words), text))
    start = min(starts, key=rank, default=None)
    return None if start is None else _Span(start, start + length, phrase)


def _cut(text: str, spans: list[_Span]) -> Iterator[Segment]:
    """Yield ``text`` in segments: one from each place where a span starts or ends to the next."""
    waiting = sorted(spans, key=lambda span: span.start)[::-1]
    cuts = {0, len(text)}.union(*((span.start, span.end) for span in spans))
    present: list[_Span] = []
    for start, end in pairwise(sorted(cuts)):
        present = [span for span in present if span.end > start]
        while waiting and waiting[-1].start == start:
            present.append(waiting.pop())
        present.sort(key=lambda span: span.end - span.start)
        yield Segment(text[start:end], tuple(span.phrase for span in present))
