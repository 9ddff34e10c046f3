"""The head of a text: its lines that say when it was written (document creation time)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum, auto

from statement_map.prose.text import Sentence, SourceText
from statement_map.temporal_tagging.around import is_place_like
from statement_map.temporal_tagging.grammar import Grammar, grammar_of
from statement_map.temporal_tagging.joining import DatePhrase, find_phrases
from statement_map.temporal_tagging.joints import Joints
from statement_map.temporal_tagging.lines import find_line_heads
from statement_map.temporal_tagging.said import Anchor, Meaning, Relative, Said
from statement_map.temporal_tagging.tenses import find_verbs
from statement_map.when import When, read_when

_HEAD_LINES = 6
"""So many lines at most stand over what a text tells: its kind, title, number, place and date."""

_LAST_LINES = 3
"""So many stand below: a place and date, and who signs."""

_TITLE_LINES = 2
_BYLINE_CHARACTERS = 40
"""The longest byline: two names, or a name and a town, before the date."""

_DATELINE = re.compile(r"[^\W\d][^\d\n]{1,48}$")
_LONGEST_DATE = 40
"""A longer line says more than a day and its hour."""

_COLUMNS = re.compile(r"\n|[^\S\n]{4,}")
"""What lies between the lines of a head, and between what stands at its left and at its right."""

_SEGMENT = re.compile(r"\s[/|·]\s")
_MOST_IN_A_LINE = 120
"""A longer line is a sentence, and does not only say when the text was published."""

_ISSUE = re.compile(r"\W*[^\W\d]{1,3}\.?\s*\d+[\d\s/().,|–-]*")
"""The number of an issue before its day: No. 27 (182)."""

_HEAD_END = re.compile(r"\s*(?:[.:–—)\]|]|-\s|,?\s*\d{1,2}[.:][0-5]\d(?!\d))")
"""What stands behind the day or the hour that heads an entry."""

_ENTRIES = 2
"""So many lines that start with a day are a diary's, and none is the day of the text."""


def find_publication(source: SourceText) -> When | None:
    """Return the date that the text gives for itself, None if it gives none.

    That is the only full date in its first lines or the last ones that stands in one of its own,
    behind a place ("Warsaw, 5 March 2021 -"), beside an hour, a word such as "published" or what
    the text calls itself ("Evening report").
    """
    grammar = grammar_of(source.language)
    joints = grammar.joints
    lines = [
        line for _, paragraph in source.numbered for line in _COLUMNS.split(paragraph.text) if line
    ]
    alone, period = [], None
    is_document = any(joints["documents"].search(line) for line in lines[:_TITLE_LINES])
    heads = Counter(_kind_of_head(line, grammar) for line in lines)
    dated_lines = heads[_Head.ALONE] + heads[_Head.PLACED]
    placed = heads[_Head.PLACED] + heads[_Head.PLACED_ENTRY]
    entries = max(heads[_Head.ENTRY], heads[_Head.PLACED_ENTRY])
    entered = _entries(list(find_line_heads(list(source.sentences()), grammar).values()))
    is_diary = (entries >= _ENTRIES or dated_lines > 1) and not is_document
    for line, phrase, meaning, days in _find_days(lines, grammar):
        if period is None and joints.joins("period", line[: phrase.start]):
            period = days[1]
        if meaning.start != meaning.end or not meaning.end.has_day:
            continue
        start, stop = phrase.start, phrase.stop
        if _is_entered(line, start, stop, entered) and not _is_timed(line[stop:], joints):
            continue
        is_called = _is_called_published(line, start, stop, joints)
        if meaning.bound and not is_called:
            continue
        is_report = start and joints.joins("at_hour", line[stop:])
        is_dateline = placed == 1 and is_place_like(line[:start], joints)
        if is_diary and not (is_report or is_called or is_dateline):
            continue
        if is_of_text(line, start, stop, joints, is_early=line in lines[:_HEAD_LINES]):
            return read_when(days[0].isoformat())
        if not line[:start].strip() and not line[stop:].strip(" )\t."):
            alone.append(days[0])
    written = alone[0] if alone and dated_lines == 1 else period
    return read_when(written.isoformat()) if written else None


def _is_entered(line: str, start: int, stop: int, entered: Sequence[str]) -> bool:
    """Return whether a line begins with the head of an entry, or has one behind a place."""
    if len(entered) < _ENTRIES:
        return False
    behind = [it for it in entered if len(it) >= stop - start]
    return line.lstrip("# *").startswith(tuple(entered)) or line.startswith(tuple(behind), start)


def _entries(heads: Sequence[DatePhrase]) -> tuple[str, ...]:
    """Return the beginnings of lines that head entries, not of one with the day of a later post."""
    days = [it.meaning.end.days() if isinstance(it.meaning, Said) else None for it in heads]
    is_later = len(days) > 1 and days[0] and days[1] and days[0][0] > days[1][1]
    return tuple(it.sentence.text[: it.stop] for it in heads[bool(is_later) :])


def _find_days(
    lines: Sequence[str], grammar: Grammar
) -> Iterator[tuple[str, DatePhrase, Said, tuple[date, date]]]:
    """Yield the full dates of a text's first lines and last, each with its first and last day.

    A dateline without a year, "Manila, 24 May –", is in that which a line above it tells.
    """
    year = None
    last = lines[_HEAD_LINES:]
    signed = [
        it for it in last[-_LAST_LINES:-1] if len(it) <= _LONGEST_DATE and it[-1:] in "0123456789."
    ]
    for line in (*lines[:_HEAD_LINES], *signed, *last[-1:]):
        for phrase in find_phrases(Sentence(0, 0, 1, line[:200]), grammar):
            said = phrase.meaning
            if not isinstance(said, Said):
                continue
            before = line[: phrase.start].rstrip()
            is_placed = before.endswith(",") and is_place_like(before, grammar.joints)
            if is_placed or _is_called_published(line, phrase.start, phrase.stop, grammar.joints):
                said = _of_weekday_in(said, year)
            year = said.end.year or year
            if days := said.end.days():
                yield line, phrase, said, days


def _of_weekday_in(said: Said, year: int | None) -> Said:
    """Return a day in a year, as it was where it names none, or names another weekday."""
    if year is None or said.end.year is not None:
        return said
    dated = said.in_year(year)
    days, weekday = dated.end.days(), said.end.weekday
    return dated if days and weekday in {None, days[0].weekday()} else said


def is_of_text(line: str, start: int, stop: int, joints: Joints, *, is_early: bool) -> bool:
    """Return whether the words around a date in a line say that it is that of the text itself.

    ``is_early`` is set in the head of the text, where a byline may stand.
    """
    head, behind = line[:start], line[stop:]
    is_timed = _is_timed(behind, joints)
    before, after = head.strip(), "" if is_timed else behind.strip(" )\t")
    if is_timed and is_early and not find_verbs(head, joints).past:
        return True
    if _is_called_published(line, start, stop, joints):
        return True
    if is_early and _is_segment(line, start, stop) and not find_verbs(line, joints).past:
        return True
    if _is_of_document(before, after, line, joints, is_early=is_early):
        return True
    ends = is_timed or _ends_sentence(line, stop)
    if is_early and ends and _ISSUE.fullmatch(head):
        return True
    if is_early and ends and before.endswith(",") and len(head) <= _BYLINE_CHARACTERS:
        return not find_verbs(head, joints).past  # a byline, and no sentence
    if before:
        is_dateline = _DATELINE.fullmatch(head) and is_place_like(before, joints)
        return bool(is_dateline) and (ends or after[0] in "–—-:(,|")
    return after[:1] == "|" or is_place_like(after.strip(" ,.|"), joints)


def _is_timed(behind: str, joints: Joints) -> bool:
    """Return whether only an hour is behind a date, or an hour and a place: ", 20.00, Sveg"."""
    hour, comma, place = behind.rpartition(",")
    is_placed = comma and is_place_like(re.sub(r"[().]", " ", place), joints)
    return joints.joins("at_hour", behind) or bool(is_placed and joints.joins("at_hour", hour))


def _is_segment(line: str, start: int, stop: int) -> bool:
    """Return whether a date is a part of a line by itself: "No. 12 / 18 April 2025 / Oslo"."""
    before, behind = _SEGMENT.split(line[:start]), _SEGMENT.split(line[stop:])
    is_apart = len(before) + len(behind) > 2 and len(line) <= _MOST_IN_A_LINE
    return is_apart and not before[-1].strip() and not behind[0].strip()


def tells_of_text_alone(
    text: str, start: int, stop: int, joints: Joints, *, is_early: bool
) -> bool:
    """Return whether a sentence with the day of the text, at ``start``, tells nothing else."""
    left = max((it.end() for it in _COLUMNS.finditer(text, 0, start)), default=0)
    text, start, stop = text[left:], start - left, stop - left
    behind = text[stop:]
    is_ended = not re.search(r"\w", behind) or _is_timed(behind, joints)
    is_ended |= is_early and _is_segment(text, start, stop)
    is_ended |= is_early and joints["documents"].search(behind) is not None
    return is_ended and is_of_text(text, start, stop, joints, is_early=is_early)


class _Head(Enum):
    """How a line starts with a date: as the day of an entry or alone, or so behind a place."""

    ENTRY = auto()
    ALONE = auto()
    PLACED = auto()
    PLACED_ENTRY = auto()
    NONE = auto()


def _kind_of_head(line: str, grammar: Grammar) -> _Head:
    """Return how a line starts with a day, if it does."""
    phrase = next(iter(find_phrases(Sentence(0, 0, 1, line[:60]), grammar)), None)
    if phrase is None:
        return _Head.NONE
    joints, behind = grammar.joints, line[phrase.stop :]
    before = joints["entry"].sub("", line[: phrase.start], count=1)
    is_placed = is_place_like(before, joints)
    if re.search(r"\w", before) and not is_placed:
        return _Head.NONE
    is_alone = not behind.strip(" .:)]*#\t") or joints.joins("at_hour", behind)
    if is_alone and len(line) <= _LONGEST_DATE:
        return _Head.PLACED if is_placed else _Head.ALONE
    is_ended = line[: phrase.stop].endswith(".") or _HEAD_END.match(behind) is not None
    if not (is_ended and _is_day(phrase.meaning)):
        return _Head.NONE
    if not is_placed:
        return _Head.ENTRY
    is_set_off = before.rstrip().endswith(",") and re.match(r"\s*[:–—-]", behind)
    return _Head.PLACED_ENTRY if is_set_off else _Head.NONE


def _is_day(meaning: Meaning) -> bool:
    """Return whether a phrase names or counts a day, or a weekday, as heads of entries do."""
    if isinstance(meaning, Relative):
        is_counted = meaning.anchor is Anchor.ENTRY and meaning.count is not None
        is_weekday = meaning.weekday is not None and not (meaning.sign or meaning.bound)
        return is_weekday or is_counted or (meaning.anchor, meaning.unit) == (Anchor.TOLD, "day")
    return isinstance(meaning, Said) and meaning.end.has_day


def _ends_sentence(line: str, stop: int) -> bool:
    """Return whether nothing of its sentence stands behind a date."""
    said, rest = line[:stop], line[stop:].lstrip(" )")
    return rest[:1] in {"", "."} or (said.endswith(".") and rest[0].isupper())


def _is_called_published(line: str, start: int, stop: int, joints: Joints) -> bool:
    """Return whether a word such as "published" stands right before a date or leads its phrase.

    That is a line or a sentence of its own.
    """
    found = joints["published"].search(line, 0, stop)
    is_alone = found and found.start() == 0 and _ends_sentence(line, stop)
    if found is None or (len(line) > _MOST_IN_A_LINE and not is_alone):
        return False
    if re.match(r"\s*[^\W\d]", line[stop:]) and not joints.joins("at_hour", line[stop:]):
        return False  # issued on 5 May by the king
    return found.end() < stop and not line[found.end() : start].strip()


def _is_of_document(before: str, after: str, line: str, joints: Joints, *, is_early: bool) -> bool:
    """Return whether a line is "Situation report, 21 March 2019", or "5 May 2020. Evening report".

    It is no sentence that tells of another report.
    """
    if len(line) > _MOST_IN_A_LINE:
        return False
    is_sentence = line.rstrip().endswith(".") and bool(find_verbs(line, joints).past)
    if after.strip("."):
        is_title = is_early and not before and not find_verbs(line, joints).past
        return is_title and joints["documents"].search(after) is not None
    return not is_sentence and joints["documents"].search(before) is not None
