"""All dates of a text, in its order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from statement_map.prose.text import Sentence, SourceText
from statement_map.temporal_tagging.entries import DateMark
from statement_map.temporal_tagging.grammar import Grammar, grammar_of
from statement_map.temporal_tagging.joining import Clauses, DatePhrase, find_phrases, join_phrases
from statement_map.temporal_tagging.joints import Joints
from statement_map.temporal_tagging.lines import find_line_heads
from statement_map.temporal_tagging.resolving import Resolver
from statement_map.temporal_tagging.said import Anchor, Bound, Point, Relative, Said
from statement_map.temporal_tagging.tenses import find_verbs
from statement_map.temporal_tagging.years import DatedPhrase, choose_years, years_ahead
from statement_map.when import When

_EARLY_HOUR = re.compile(r"(?<![\w.,:/+-])(?<!\d )0\d[0-5]\d(?![\w:/-]|[.,]\d| \d)")
_OPENING = 3
"""A date that stands no further behind opens its sentence."""

_YEARS_BEFORE = 100
"""A year so far before the dates that a text with such hours tells is rather one of them."""

_SPEECH_CHARACTERS = 100
"""How far before a date "said" and the like is looked for."""


def find_dates(
    source: SourceText,
    sentences: Iterable[Sentence],
    published: When | None,
    *,
    is_stated: bool = False,
    grammar: Grammar | None = None,
) -> tuple[DateMark, ...]:
    """Return all dates of the text in its order.

    ``published`` is the date of the text itself; what is relative to it is left open without.
    ``is_stated`` is set where the text gives that date. The ``grammar`` is that of the text's
    language, unless another is given.
    """
    grammar = grammar or grammar_of(source.language)
    joints = grammar.joints
    sentences = list(sentences)
    heads = find_line_heads(sentences, grammar)
    by_sentence = [
        _heed_hours(
            it,
            join_phrases(_find_phrases(it, grammar, heads.get(number)), joints),
            joints,
        )
        for number, it in enumerate(sentences)
    ]
    dated = _without_four_digits(sentences, by_sentence)
    phrases = list(_heed_tenses(dated, _find_forecasts(sentences, joints), joints))
    ahead = years_ahead([it.phrase for it in phrases])
    years = choose_years(phrases, joints, published, ahead)
    first_year = next(filter(None, ahead), None)
    resolver = Resolver(joints, published, years, first_year, is_stated=is_stated)
    for it in phrases:
        resolver.add(
            it.phrase,
            speaks_of_future=it.speaks_of_future,
            is_to_come=it.is_to_come,
            is_of_past=it.is_of_past,
        )
    return tuple(resolver.marks)


def _without_four_digits(
    sentences: Sequence[Sentence], by_sentence: Sequence[Sequence[DatePhrase]]
) -> Sequence[Sequence[DatePhrase]]:
    """Return the phrases without the hours of four digits that look like years: "by 1300".

    They are hours where a text writes one as 0715 does, beside it or far from the years it tells.
    """
    hourly = [_EARLY_HOUR.search(it.text) is not None for it in sentences]
    if not any(hourly):
        return by_sentence
    told = [
        year
        for own in by_sentence
        for it in own
        if isinstance(it.meaning, Said) and it.meaning.end.month
        if (year := it.meaning.end.year)
    ]
    first, last = min(told, default=0) - _YEARS_BEFORE, max(told, default=9999)
    return [
        [it for it in own if not _is_hour(it, first, last, is_beside=is_beside)]
        for own, is_beside in zip(by_sentence, hourly, strict=True)
    ]


def _is_hour(phrase: DatePhrase, first: int, last: int, *, is_beside: bool) -> bool:
    own = phrase.meaning
    if phrase.is_head or not isinstance(own, Said) or own.start != own.end:
        return False
    year, said = own.end.year, phrase.sentence.text[phrase.start : phrase.stop]
    if year is None or own.end != Point(year) or not (own.bound or said.isdecimal()):
        return False
    return year // 100 < 24 and year % 100 < 60 and (is_beside or not first <= year <= last)


def _heed_tenses(
    by_sentence: Sequence[Sequence[DatePhrase]], forecasts: frozenset[int], joints: Joints
) -> Iterator[DatedPhrase]:
    """Yield all phrases in their order, with what their sentences say of past and future."""
    for own in filter(None, by_sentence):
        clauses = Clauses(own[0].sentence.text, joints)
        is_forecast = own[0].sentence.paragraph in forecasts
        is_ahead = False
        for phrase in own:
            text, start = phrase.sentence.text, phrase.start
            told = joints["told"].search(text, max(0, start - _SPEECH_CHARACTERS), start)
            future = None if told else clauses.find_future(phrase)  # she said on Friday that
            if future is None and clauses.is_of_past:
                phrase = _read_until(phrase)
            yield DatedPhrase(
                replace(phrase, is_of_speech=told is not None),
                speaks_of_future=future is not None
                or ((is_forecast or is_ahead) and not clauses.is_of_past),
                is_to_come=future is not None and future < phrase.start,
                is_of_past=clauses.is_of_past,
            )
            is_ahead |= _is_ahead(phrase)


def _find_phrases(
    sentence: Sentence, grammar: Grammar, head: DatePhrase | None
) -> Iterator[DatePhrase]:
    """Yield the phrases of a sentence, with the ``head`` that its line has in common with others.

    What a rule reads further than the head stays, in the year of the head where it names none.
    """
    phrases = list(find_phrases(sentence, grammar))
    if head is None:
        yield from phrases
        return
    own = next((it for it in phrases if it.start < head.stop), None)
    if own and _goes_further(own, head):
        yield _as_head(own, head)
    else:
        yield replace(head, start=min(head.start, own.start)) if own else head
    yield from (it for it in phrases if it is not own and it.start >= head.stop)


def _goes_further(phrase: DatePhrase, head: DatePhrase) -> bool:
    """Return whether a rule reads more than the head of a line, and no date where an hour is."""
    own = phrase.meaning
    if isinstance(own, Said) and (isinstance(head.meaning, Relative) or own.end == Point()):
        return False
    is_longer = phrase.stop > head.stop or phrase.start < head.start
    return phrase.stop >= head.stop and is_longer


def _as_head(phrase: DatePhrase, head: DatePhrase) -> DatePhrase:
    """Return what a rule reads at the head of a line, in the year that the lines above tell."""
    own, other = phrase.meaning, head.meaning
    if not (isinstance(own, Said) and isinstance(other, Said)):
        return phrase
    has_year = own.start.year or own.end.year or own.end.ending is not None
    if has_year or other.end.year is None:
        return replace(phrase, is_head=True)
    return replace(phrase, meaning=own.in_year(other.end.year), is_head=True)


def _heed_hours(
    sentence: Sentence, phrases: Sequence[DatePhrase], joints: Joints
) -> Sequence[DatePhrase]:
    """Return the phrases of a sentence without hours that are of no day, or of one it names.

    What was at an hour has a verb in the past: "the shop opens at 8:15" is so on each day.
    """
    is_hour = [isinstance(it.meaning, Relative) and it.meaning.is_hour for it in phrases]
    if not any(is_hour):
        return phrases
    if all(is_hour) and find_verbs(sentence.text, joints).past:
        return phrases[:1]
    return [it for it, hour in zip(phrases, is_hour, strict=True) if not hour]


def _is_ahead(phrase: DatePhrase) -> bool:
    """Return whether a phrase is of a day to come: "tomorrow in Hull, on Friday in York"."""
    own = phrase.meaning
    return isinstance(own, Relative) and own.anchor is Anchor.WRITTEN and own.sign > 0


def _read_until(phrase: DatePhrase) -> DatePhrase:
    """Return a weekday that opens a sentence of the past as the last: by Friday six had come."""
    own = phrase.meaning
    if not isinstance(own, Relative) or own.weekday is None or own.count != 0:
        return phrase
    is_opening = own.bound is Bound.UNTIL and phrase.start <= _OPENING
    return replace(phrase, meaning=replace(own, sign=0)) if is_opening else phrase


def _find_forecasts(sentences: Sequence[Sentence], joints: Joints) -> frozenset[int]:
    """Return the paragraphs that tell what is expected: with "Outlook" at their head or above."""
    found: set[int] = set()
    for sentence, following in zip_longest(sentences, sentences[1:]):
        if not sentence.opens_line or not joints["forecast"].match(sentence.text):
            continue
        is_alone = following and not sentence.start and following.paragraph > sentence.paragraph
        found.add(following.paragraph if following and is_alone else sentence.paragraph)
    return frozenset(found)
