"""Dates in a text: where they stand, what they mean, and what that rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from statement_map.drafting.dates.grammar import Grammar, grammar_of
from statement_map.drafting.dates.joining import (
    Clauses,
    DatePhrase,
    find_phrases,
    is_place_like,
    join_phrases,
)
from statement_map.drafting.dates.joints import Joints
from statement_map.drafting.dates.resolving import DateMark, Resolver, years_ahead
from statement_map.drafting.dates.said import Said
from statement_map.drafting.dates.tenses import find_verbs
from statement_map.drafting.text import Sentence, SourceText
from statement_map.when import When, read_when

__all__ = ["DateMark", "find_dates", "find_publication"]

_BYLINE_CHARACTERS = 40
"""The longest byline: two names, or a name and a town, before the date."""

_SPEECH_CHARACTERS = 100
"""How far before a date "said" and the like is looked for."""

_DATELINE = re.compile(r"[\w .,'’/()-]{2,40},?\s*\(?$")
_MOST_IN_A_LINE = 120
"""A longer line is a sentence, and does not only say when the text was published."""

_ENTRIES = 3
"""So many lines that start with a day are a diary's, and none is the day of the text."""


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
    by_sentence = [join_phrases(find_phrases(it, grammar), joints) for it in sentences]
    phrases = [phrase for own in by_sentence for phrase in own]
    resolver = Resolver(joints, published, years_ahead(phrases), is_stated=is_stated)
    for own in filter(None, by_sentence):
        clauses = Clauses(own[0].sentence.text, joints)
        for phrase in own:
            text, start = phrase.sentence.text, phrase.start
            told = joints["told"].search(text, max(0, start - _SPEECH_CHARACTERS), start)
            future = None if told else clauses.find_future(phrase)  # she said on Friday that
            resolver.add(
                replace(phrase, is_of_speech=told is not None),
                speaks_of_future=future is not None,
                is_to_come=future is not None and future < phrase.start,
            )
    return tuple(resolver.marks)


def find_publication(source: SourceText) -> When | None:
    """Return the date that the text gives for itself, None if it gives none.

    That is the only full date in its first lines or the last that stands in a line of its own,
    behind a place ("Warsaw, 5 March 2021 -") or behind a word such as "published".
    """
    grammar = grammar_of(source.language)
    joints = grammar.joints
    lines = [
        line for _, paragraph in source.numbered for line in paragraph.text.split("\n") if line
    ]
    alone = []
    is_diary = sum(_starts_with_date(line, grammar) for line in lines) >= _ENTRIES
    for line in (*lines[:4], *lines[4:][-1:]):
        for phrase in find_phrases(Sentence(0, 0, 1, line[:200]), grammar):
            meaning = phrase.meaning
            if not isinstance(meaning, Said) or not (days := meaning.end.days()):
                continue
            if meaning.start != meaning.end or meaning.bound or not meaning.end.has_day:
                continue
            is_report = phrase.start and joints.joins("at_hour", line[phrase.stop :])
            if is_diary and not (is_report or _is_called_published(line, phrase, joints)):
                continue
            if _is_of_text(line, phrase, joints, is_early=line in lines[:2]):
                return read_when(days[0].isoformat())
            before, after = line[: phrase.start], line[phrase.stop :]
            if not before.strip() and not after.strip(" )\t."):
                alone.append(days[0])
    dated_lines = sum(bool(_is_only_date(line, grammar)) for line in lines)
    return read_when(alone[0].isoformat()) if alone and dated_lines == 1 else None


def _starts_with_date(line: str, grammar: Grammar) -> bool:
    """Return whether a line starts with a day and goes on, as the entries of a diary do."""
    phrase = next(iter(find_phrases(Sentence(0, 0, 1, line[:60]), grammar)), None)
    if phrase is None or not isinstance(phrase.meaning, Said) or not phrase.meaning.end.has_day:
        return False
    is_first = not re.search(r"\w", line[: phrase.start])
    is_ended = line[: phrase.stop].endswith(".") or re.match(r"\s*[.:–—]", line[phrase.stop :])
    return is_first and bool(is_ended)


def _is_of_text(line: str, phrase: DatePhrase, joints: Joints, *, is_early: bool) -> bool:
    """Return whether the words around a date say that it is that of the text itself.

    ``is_early`` is set in the first two lines, where a byline may stand.
    """
    head, behind = line[: phrase.start], line[phrase.stop :]
    is_timed = joints.joins("at_hour", behind)
    before, after = head.strip(), "" if is_timed else behind.strip(" )\t")
    if is_timed and is_early and not before:
        return True
    if _is_called_published(line, phrase, joints) or _is_of_heading(before, after, line, joints):
        return True
    ends = bool(is_timed) or _ends_sentence(line, phrase)
    if is_early and ends and before.endswith(",") and len(head) <= _BYLINE_CHARACTERS:
        return not find_verbs(head, joints).past  # a byline, and no sentence
    if before:
        is_dateline = _DATELINE.fullmatch(head) and is_place_like(before, joints)
        return bool(is_dateline) and (ends or after[0] in "–—-:(,|")
    return after[:1] == "|" or is_place_like(after.strip(" ,.|"), joints)


def _ends_sentence(line: str, phrase: DatePhrase) -> bool:
    """Return whether nothing of its sentence stands behind a date."""
    said, rest = line[: phrase.stop], line[phrase.stop :].lstrip(" )")
    return rest[:1] in {"", "."} or (said.endswith(".") and rest[0].isupper())


def _is_called_published(line: str, phrase: DatePhrase, joints: Joints) -> bool:
    """Return whether a word such as "published" stands right before a date or leads its phrase.

    That is a line or a sentence of its own.
    """
    found = joints["published"].search(line, 0, phrase.stop)
    is_alone = found and found.start() == 0 and _ends_sentence(line, phrase)
    if found is None or (len(line) > _MOST_IN_A_LINE and not is_alone):
        return False
    return found.end() < phrase.stop and not line[found.end() : phrase.start].strip()


def _is_of_heading(before: str, after: str, line: str, joints: Joints) -> bool:
    """Return whether a line such as "Situation report, 21 March 2019" ends with its date."""
    if after.strip(".") or len(line) > _MOST_IN_A_LINE or not joints["documents"].search(before):
        return False
    return not line.rstrip().endswith(".") or not find_verbs(before, joints).past


def _is_only_date(line: str, grammar: Grammar) -> bool:
    if len(line) > 40:
        return False
    return any(
        not line[: phrase.start].strip() and not line[phrase.stop :].strip(" .:\t")
        for phrase in find_phrases(Sentence(0, 0, 1, line), grammar)
    )
