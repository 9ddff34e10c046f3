"""All dates of a text, in its order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from statement_map.prose.text import Sentence, SourceText
from statement_map.temporal_tagging.grammar import Grammar, grammar_of
from statement_map.temporal_tagging.joining import Clauses, find_phrases, join_phrases
from statement_map.temporal_tagging.joints import Joints
from statement_map.temporal_tagging.resolving import DateMark, Resolver, years_ahead
from statement_map.when import When

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
    by_sentence = [join_phrases(find_phrases(it, grammar), joints) for it in sentences]
    phrases = [phrase for own in by_sentence for phrase in own]
    resolver = Resolver(joints, published, years_ahead(phrases), is_stated=is_stated)
    forecasts = _find_forecasts(sentences, joints)
    for own in filter(None, by_sentence):
        clauses = Clauses(own[0].sentence.text, joints)
        is_forecast = own[0].sentence.paragraph in forecasts
        for phrase in own:
            text, start = phrase.sentence.text, phrase.start
            told = joints["told"].search(text, max(0, start - _SPEECH_CHARACTERS), start)
            future = None if told else clauses.find_future(phrase)  # she said on Friday that
            resolver.add(
                replace(phrase, is_of_speech=told is not None),
                speaks_of_future=future is not None or (is_forecast and not clauses.is_of_past),
                is_to_come=future is not None and future < phrase.start,
            )
    return tuple(resolver.marks)


def _find_forecasts(sentences: Sequence[Sentence], joints: Joints) -> frozenset[int]:
    """Return the paragraphs that tell what is expected: with "Outlook" at their head or above."""
    found: set[int] = set()
    for sentence, following in zip_longest(sentences, sentences[1:]):
        if not sentence.opens_line or not joints["forecast"].match(sentence.text):
            continue
        is_alone = following and not sentence.start and following.paragraph > sentence.paragraph
        found.add(following.paragraph if following and is_alone else sentence.paragraph)
    return frozenset(found)
