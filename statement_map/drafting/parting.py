"""The parts of a sentence: which of its dates belongs to which of its places.

A place belongs to the date before it in its clause, or else to the first behind it there; one right
before a date in brackets belongs to that: "Leeds (3 May), Sheffield (4 May)"; before several dates,
to each: "Leeds (3 May; 5 May)".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from statement_map.model import Basis
from statement_map.prose.text import Sentence
from statement_map.temporal_tagging import DateMark
from statement_map.temporal_tagging.joints import Joints
from statement_map.temporal_tagging.tenses import find_verbs
from statement_map.toponyms import PlaceMark
from statement_map.when import When

_OPENED = re.compile(r"\(\s*(?:[^\W\d_]{1,3}\.\s*)?$")
_CLOSED = re.compile(r"\s*[);,]")
_BESIDE = re.compile(r"[\s\"”’]*\(\s*(?:[^\W\d_]{1,3}\.\s*)?")
_SEPARATOR = re.compile(r",(?!\d)|[;–—]|\)\s")
_HEADED = re.compile(r"\W*[–—:-]")
"""What stands behind a year that heads its entry: "1883 – The railway …"."""

DatesInText = Sequence[tuple[int, DateMark]]
"""DatesInText with their positions among all of the text."""


@dataclass
class SentencePart:
    """What one date of a sentence dates, or what none does.

    ``positions`` are those of the date and of others that say the same; ``is_lead`` is set where a
    clause goes before the first that has a date. ``goes_on`` is set where the date stands in the
    brackets of the one before, and dates what that does.
    """

    positions: list[int]
    mark: DateMark | None
    start: int
    stop: int
    places: list[PlaceMark] = field(default_factory=list)
    is_bracketed: bool = False
    goes_on: bool = False
    is_open: bool = False
    is_lead: bool = False


def part_sentence(
    sentence: Sentence,
    dates: DatesInText,
    places: Sequence[PlaceMark],
    joints: Joints,
    *,
    is_below: bool = False,
    is_owed: bool = False,
) -> list[SentencePart]:
    """Return the parts of a sentence, each with its date and the places of that.

    A date that is told but not read has its part too, so that it lends its places to no other.
    Where the sentence ``is_below`` a date that governs it, a first clause without a date of its
    own is a part too, whether it names a place or not; where that date dates nothing yet
    (``is_owed``), what goes before a comma is one.
    """
    parts: list[SentencePart] = []
    heading, own_dates = _without_its_year(sentence, dates)
    for position, mark in own_dates:
        last = parts[-1] if parts else None
        if last and last.mark and mark.when and str(last.mark.when) == str(mark.when):
            last.positions.append(position)
            last.stop = mark.stop
            continue
        is_open = mark.when is None and mark.basis is Basis.NONE
        goes_on = last is not None and _goes_on(sentence, last, mark, joints)
        if last and goes_on:
            last.is_bracketed = True
        parts.append(
            SentencePart(
                [] if is_open else [position],
                None if is_open else mark,
                mark.start,
                mark.stop,
                is_bracketed=goes_on or _is_bracketed(sentence, mark),
                goes_on=goes_on,
                is_open=is_open,
            )
        )
    parts[0].positions += heading
    lead = _share_places(sentence, parts, places, joints, is_below=is_below)
    if is_owed and not lead:
        lead = _find_lead(sentence, parts[0], joints)
    kept = [*lead, *(it for it in parts if not _is_idle(it, parts))]
    _set_bounds(sentence, kept, joints)
    return kept


def _without_its_year(sentence: Sentence, dates: DatesInText) -> tuple[list[int], DatesInText]:
    """Return a year that heads the sentence apart from a date of that year behind it.

    "1883 – The railway is opened on 11 July" tells of one day, and so does a line that a bare year
    opens.
    """
    (position, mark), *rest = dates
    if not rest or mark.when is None or not _is_whole_year(mark.when):
        return [], dates
    before = sentence.text[: mark.start - sentence.start]
    is_head = not re.search(r"\w", before)
    is_bare = sentence.opens_line and mark.phrase[:1].isdigit()
    is_head &= is_bare or (_HEADED.match(sentence.text, mark.stop - sentence.start) is not None)
    if is_head and any(it.when and _is_of_year(it.when, mark.when) for _, it in rest):
        return [position], rest
    return [], dates


def _is_of_year(when: When, year: When) -> bool:
    """Return whether a date lies within a year, or begins in it and is open: "from 5 July"."""
    start = when.start if when.start and when.end is None else None
    begins = start and year.start and year.end and year.start <= start <= year.end
    return bool(begins) or is_within(when, year)


def _is_whole_year(when: When) -> bool:
    start, end = when.start, when.end
    if start is None or end is None or start.year != end.year:
        return False
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


@dataclass(frozen=True)
class _Clauses:
    """Where the clauses of a sentence start; ``strong`` ones share no date with those before."""

    starts: Sequence[int]
    strong: frozenset[int]

    def number(self, at: int) -> int:
        """Return in which clause a character stands."""
        return bisect_left(self.starts, at + 1) - 1

    def are_apart(self, first: int, second: int) -> bool:
        """Return whether a strong boundary lies between two clauses."""
        return any(start in self.strong for start in self.starts[first + 1 : second + 1])


def _find_clauses(sentence: Sentence, parts: Sequence[SentencePart], joints: Joints) -> _Clauses:
    """Return the clauses, which start behind a semicolon, or with "and" between two verbs."""
    text, verbs = sentence.text, find_verbs(sentence.text, joints)
    told = sorted(
        start
        for spans in (verbs.past, verbs.future, verbs.to_come, verbs.present)
        for start, _ in spans
    )
    semicolons = {found.end() for found in re.finditer(";", text)}
    dated = {part.start - sentence.start for part in parts}
    strong, starts, last = set(semicolons), {0, *semicolons}, 0
    for found in joints["goes_on"].finditer(text):
        has_verb = bisect_left(told, found.start()) > bisect_left(told, last)
        goes_on = bisect_left(told, found.end()) < len(told)
        is_dated = found.end() in dated  # and on 2 July she left
        if not (is_dated or (has_verb and goes_on)):
            continue
        last = found.end()
        starts.add(last)
        if is_dated:
            strong.add(last)
    return _Clauses(sorted(starts), frozenset(strong))


def _share_places(
    sentence: Sentence,
    parts: Sequence[SentencePart],
    places: Sequence[PlaceMark],
    joints: Joints,
    *,
    is_below: bool,
) -> list[SentencePart]:
    """Give each place to the part of its date; return the part of those that none dates, if any."""
    clauses, offset = _find_clauses(sentence, parts, joints), sentence.start
    starts = [part.start for part in parts]
    lead = SentencePart([], None, offset, offset, is_lead=True)
    for place in places:
        following = bisect_left(starts, place.start)
        between = (
            sentence.text[place.stop - offset : starts[following] - offset]
            if following < len(parts)
            else ""
        )
        if following < len(parts) and (
            _takes_before(sentence, parts[following], places) or joints.joins("where", between)
        ):
            parts[following].places.append(place)
            continue
        before = [it for it in parts[:following] if not it.is_bracketed] or parts[:following]
        own = clauses.number(place.start - offset)
        behind = [it for it in parts[following:] if not it.is_bracketed]
        is_date_last = bool(places) and places[0].stop <= parts[0].start
        if (
            before
            and behind
            and (
                _goes_to_next(sentence, before[-1], place, behind[0], joints)
                or (is_date_last and _is_listed(sentence, before[-1], place, behind[0], joints))
            )
        ):
            behind[0].places.append(place)
            continue
        is_behind = bool(behind) and clauses.number(behind[0].start - offset) == own
        if before and (not is_behind or clauses.number(before[-1].start - offset) == own):
            before[-1].places.append(place)
        elif before and is_behind:
            behind[0].places.append(place)
        elif clauses.are_apart(own, clauses.number(parts[0].start - offset)):
            lead.places.append(place)
        else:
            parts[0].places.append(place)
    for first, further in pairwise(parts):
        if further.goes_on:
            further.places.extend(first.places)
    is_told = is_below and clauses.are_apart(0, clauses.number(parts[0].start - offset))
    return [lead] if lead.places or is_told else []


def _find_lead(sentence: Sentence, first: SentencePart, joints: Joints) -> list[SentencePart]:
    """Return what a sentence tells before the comma before its first date, with its places.

    So is the first of two verbs that "and" joins: "falls ill in Leeds and dies on 3 May".
    """
    text, offset = sentence.text, sentence.start
    clauses = _find_clauses(sentence, [first], joints).starts
    upto = first.start - offset
    ends = [it.end() for it in _SEPARATOR.finditer(text, 0, upto)]
    stop = max((it for it in (*ends, *clauses) if 0 < it <= upto), default=0)
    own = [it for it in first.places if it.stop <= offset + stop]
    verbs = find_verbs(text[:stop], joints)
    is_told = bool(verbs.past or verbs.present or verbs.to_come)
    if (
        not joints.verbs
    ):  # nothing knows its verbs: no participle goes on, "a letter, sent on 3 May"
        is_told |= bool(own) and joints["past"].match(text[stop:].lstrip()) is None
    if not is_told:
        return []
    first.places = [it for it in first.places if it not in own]
    return [SentencePart([], None, offset, offset, own, is_lead=True)]


def _goes_to_next(
    sentence: Sentence, before: SentencePart, place: PlaceMark, behind: SentencePart, joints: Joints
) -> bool:
    """Return whether a place stands right before its date: "in 1908 and in Hull in 1909"."""
    text, offset = sentence.text, sentence.start
    if text[place.stop - offset : behind.start - offset].strip():
        return False
    between = text[before.stop - offset : place.start - offset]
    return joints["goes_on"].match(f"{between} ") is not None or between.strip() == ","


def _is_listed(
    sentence: Sentence, before: SentencePart, place: PlaceMark, behind: SentencePart, joints: Joints
) -> bool:
    """Return whether a place and the date behind it are the next of a list of such.

    "The king landed on Usedom on 6 July, took Stettin on the 20th": each date stands last.
    """
    text, offset = sentence.text, sentence.start
    between = text[before.stop - offset : place.start - offset]
    goes_on = "," in between or joints["goes_on"].search(f"{between} ") is not None
    return goes_on and not re.search(r"[,;]", text[place.stop - offset : behind.start - offset])


def _set_bounds(sentence: Sentence, parts: Sequence[SentencePart], joints: Joints) -> None:
    """Set where each part starts and stops: at a comma before its date, or behind a bracket.

    Where there is none, it is before a word such as "and".
    """
    text, offset = sentence.text, sentence.start
    at = 0
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        stop = len(text)
        if following and following.start == part.start:  # two dates of one phrase
            part.stop = offset + len(text)
            part.start = at + offset
            continue
        if following:
            own_stop, next_start = part.stop - offset, following.start - offset
            breaks = [it.end() for it in _SEPARATOR.finditer(text, own_stop, next_start)]
            first_place = min((it.start for it in following.places), default=following.start)
            last = first_place - offset
            fitting = [it for it in breaks if it <= last] or [
                it.start() for it in joints["goes_on"].finditer(text, own_stop, max(own_stop, last))
            ][:1]
            stop = (fitting or [min(next_start, last)])[-1]
            if part.is_bracketed and breaks:
                stop = breaks[0]
        part.start, part.stop = at + offset, max(at + 1, stop) + offset
        at = max(at + 1, stop)
    for before, part in pairwise(parts):
        own = text[part.start - offset : part.stop - offset]
        if part.mark and not re.search(r"[^\W\d_]", own.replace(part.mark.phrase, "", 1)):
            part.start = before.start  # a date alone tells nothing


def _is_bracketed(sentence: Sentence, mark: DateMark) -> bool:
    """Return whether a date stands in brackets: "Leeds (3 May)"."""
    stop = mark.stop - sentence.start
    return _is_opened(sentence, mark.start) and _CLOSED.match(sentence.text, stop) is not None


def _is_opened(sentence: Sentence, at: int) -> bool:
    """Return whether a bracket opens right before a character."""
    start = at - sentence.start
    return _OPENED.search(sentence.text, max(0, start - 10), start) is not None


def _goes_on(sentence: Sentence, last: SentencePart, mark: DateMark, joints: Joints) -> bool:
    """Return whether a date is listed behind another in its brackets: "(3 May; 5 May)"."""
    between = sentence.text[last.stop - sentence.start : mark.start - sentence.start]
    is_listed = between.strip() == ";" or joints.joins("listed", between)
    is_within = last.goes_on or _is_opened(sentence, last.start)
    return is_listed and is_within and not last.is_open


def _takes_before(sentence: Sentence, part: SentencePart, places: Sequence[PlaceMark]) -> bool:
    """Return whether a date in brackets stands right behind a place, and so is what dates it."""
    if not part.is_bracketed or part.is_open:
        return False
    before = [it for it in places if it.stop <= part.start]
    if not before:
        return False
    start, stop = before[-1].stop - sentence.start, part.start - sentence.start
    return _BESIDE.fullmatch(sentence.text, start, stop) is not None


def _is_idle(part: SentencePart, parts: Sequence[SentencePart]) -> bool:
    """Return whether a date says no more than those in brackets: "in May (3 May), … (4 May)"."""
    if part.is_open:
        return not part.places
    if part.places or part.is_bracketed or part.mark is None or part.mark.when is None:
        return False
    whole = part.mark.when
    others = [it.mark.when for it in parts if it.is_bracketed and it.places and it.mark]
    return bool(others) and all(it is not None and is_within(it, whole) for it in others)


def is_within(when: When, whole: When) -> bool:
    """Return whether a date lies within another, both with two ends."""
    if not (when.start and when.end and whole.start and whole.end):
        return False
    return whole.start <= when.start <= when.end <= whole.end


def once(places: Sequence[PlaceMark]) -> Iterator[PlaceMark]:
    """Yield the first mention of each place."""
    first: dict[str, PlaceMark] = {}
    for place in places:
        first.setdefault(place.key, place)
    yield from first.values()
