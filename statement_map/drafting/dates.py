"""Dates in a text: where they stand, what they mean, and what that rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from statement_map.drafting import calendar_en, calendar_pl
from statement_map.drafting.calendar import Rule, Said
from statement_map.drafting.phrases import (
    Clauses,
    Phrase,
    find_phrases,
    is_place_like,
    join_phrases,
)
from statement_map.drafting.resolving import DateMark, Resolver, years_ahead
from statement_map.drafting.text import Sentence, SourceText
from statement_map.when import When, read_when

__all__ = ["DateMark", "find_dates", "find_publication"]

_CALENDARS = {"pl": calendar_pl, "en": calendar_en}
_BYLINE_CHARACTERS = 40
_SPEECH_CHARACTERS = 100
"""How far before a date "said" and the like is looked for."""

_DATELINE = re.compile(r"[\w .,'’/()-]{2,40},?\s*\(?$")
_PUBLISHED = re.compile(
    r"(?:opublikowan\w+|data publikacji|data wydania|dodano|aktualizacja|published|released|issued|"
    r"posted|updated|dated|as of|date|data|stan na)\s*(?:on|at|w dniu|dnia|dzień)?\s*:?\s*",
    re.IGNORECASE,
)
_DOCUMENTS = re.compile(
    r"\b(?:komunikat|oświadczenie|obwieszczenie|informacja|raport|biuletyn|notatka|list|report|"
    r"statement|release|bulletin|notice|communiqué|communique|briefing|update|letter|memo)\b",
    re.IGNORECASE,
)
_MOST_IN_A_LINE = 120


def find_dates(
    source: SourceText,
    sentences: Iterable[Sentence],
    published: When | None,
    *,
    is_stated: bool = False,
) -> tuple[DateMark, ...]:
    """Return all dates of the text in its order.

    ``published`` is the date of the text itself; what is relative to it is left open without.
    ``is_stated`` is set where the text gives that date.
    """
    calendar = _CALENDARS[source.language]
    by_sentence = [
        join_phrases(list(find_phrases(sentence, calendar.RULES))) for sentence in sentences
    ]
    phrases = [phrase for own in by_sentence for phrase in own]
    resolver = Resolver(published, years_ahead(phrases), is_stated=is_stated)
    for own in filter(None, by_sentence):
        clauses = Clauses(own[0].sentence.text, calendar.find_verbs)
        for phrase in own:
            text, start = phrase.sentence.text, phrase.start
            told = calendar.TOLD.search(text, max(0, start - _SPEECH_CHARACTERS), start)
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
    calendar = _CALENDARS[source.language]
    rules = calendar.RULES
    lines = [
        line for _, paragraph in source.numbered for line in paragraph.text.split("\n") if line
    ]
    alone = []
    for line in (*lines[:4], *lines[4:][-1:]):
        for phrase in find_phrases(Sentence(0, 0, 1, line[:200]), rules):
            meaning = phrase.meaning
            if not isinstance(meaning, Said) or not (days := meaning.end.days()):
                continue
            if meaning.start != meaning.end or meaning.bound or not meaning.end.has_day:
                continue
            before, after = line[: phrase.start].strip(), line[phrase.stop :].strip(" )\t")
            head = line[: phrase.start]
            if _is_called_published(line, phrase) or _is_of_heading(before, after, line):
                return read_when(days[0].isoformat())
            is_dateline = bool(before) and _DATELINE.fullmatch(head) and is_place_like(before)
            ends = _ends_sentence(line, phrase)
            is_byline = before.endswith(",") and len(head) <= _BYLINE_CHARACTERS
            is_sentence = bool(calendar.find_verbs(head).past)
            if is_byline and ends and line in lines[:2] and not is_sentence:
                return read_when(days[0].isoformat())
            if is_dateline and (ends or after[0] in "–—-:(,|"):
                return read_when(days[0].isoformat())
            if not before and (after[:1] == "|" or is_place_like(after.strip(" ,.|"))):
                return read_when(days[0].isoformat())
            if not before and not after.strip("."):
                alone.append(days[0])
    dated_lines = sum(bool(_is_only_date(line, rules)) for line in lines)
    return read_when(alone[0].isoformat()) if alone and dated_lines == 1 else None


def _ends_sentence(line: str, phrase: Phrase) -> bool:
    """Return whether nothing of its sentence stands behind a date."""
    said, rest = line[: phrase.stop], line[phrase.stop :].lstrip(" )")
    return rest[:1] in {"", "."} or (said.endswith(".") and rest[0].isupper())


def _is_called_published(line: str, phrase: Phrase) -> bool:
    """Return whether a word such as "published" stands right before a date or leads its phrase.

    That is a line or a sentence of its own.
    """
    found = _PUBLISHED.search(line, 0, phrase.stop)
    is_alone = found and found.start() == 0 and _ends_sentence(line, phrase)
    if found is None or (len(line) > _MOST_IN_A_LINE and not is_alone):
        return False
    return found.end() < phrase.stop and not line[found.end() : phrase.start].strip()


def _is_of_heading(before: str, after: str, line: str) -> bool:
    """Return whether a line such as "Situation report, 21 March 2019" ends with its date."""
    is_last = not after and not line.rstrip().endswith(".") and len(line) <= _MOST_IN_A_LINE
    return is_last and _DOCUMENTS.search(before) is not None


def _is_only_date(line: str, rules: Sequence[Rule]) -> bool:
    if len(line) > 40:
        return False
    return any(
        not line[: phrase.start].strip() and not line[phrase.stop :].strip(" .:\t")
        for phrase in find_phrases(Sentence(0, 0, 1, line), rules)
    )
