"""The events that a text tells: which date belongs to which places, and what is told of them.

A date belongs to the places behind it up to the next; one in brackets, to what stands before it
("Leeds (3 May), Sheffield (4 May)"). A line that is only a date, and a date that heads its
paragraph as in a diary, govern what stands below them up to the next. A sentence without a date
that follows a dated one is only known to come after it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from statement_map.drafting.layout import HEAD_PARAGRAPHS, Layout
from statement_map.drafting.parting import DatesInText, SentencePart, is_within, once, part_sentence
from statement_map.drafting.titles import is_short, join_title, make_title, with_lead
from statement_map.fields import QUOTE_WORDS
from statement_map.language import languages
from statement_map.model import Basis, Event, Kind, Mention, Text
from statement_map.prose.languages import table_of
from statement_map.prose.text import Sentence, SourceText
from statement_map.temporal_tagging import DateMark
from statement_map.temporal_tagging.around import is_place_like
from statement_map.temporal_tagging.grammar import grammar_of
from statement_map.temporal_tagging.heading import tells_of_text_alone
from statement_map.toponyms import PlaceMark
from statement_map.when import When

UNSORTED = "unsorted"
"""The topic of all events of a draft."""

_LONGEST_TEXT = 700
_TEXT_WORDS = 120
"""What a card holds of a sentence, in letters and in words; the rest stands in the text."""

_LONGEST_QUOTE = 300
"""Letters of the words that are quoted; only tables and lists have so long ones."""

_LEAST_TITLE = 2
"""A title of fewer words says nothing by itself: "Declared"."""

_T = TypeVar("_T")
_DATELINE_END = re.compile(r"\s*\)?\s*(?:\([^)\n]{0,40}\))?\s*(?:(?:[–—:|]|-+)\s|[.,)]*\s*$|[.]\s)")
"""What stands between a dateline and what is told: its agency, and a dash."""


@dataclass(frozen=True)
class Note:
    """What was not understood; it stands before the event at ``position``."""

    line: int
    position: int
    message: str

    def __str__(self) -> str:
        """Return what is told of it."""
        return f"line {self.line}: {self.message}"


@dataclass
class _Head:
    """A date that governs what is below it; ``is_above`` is set where that has its own dates."""

    mark: DateMark
    position: int
    sentence: Sentence
    is_used: bool = False
    is_above: bool = False
    places: Sequence[PlaceMark] = ()


class Events:
    """The events of a text, one after another."""

    def __init__(
        self,
        source: SourceText,
        dates: Sequence[DateMark],
        places: Sequence[PlaceMark],
        place_ids: Mapping[str, str],
        published: When | None = None,
    ) -> None:
        """Know what was found; ``published`` is the date that the text gives for itself."""
        self.events: list[Event] = []
        self.notes: list[Note] = []
        self.datelines: list[PlaceMark] = []
        self._language = source.language
        self._joints = grammar_of(source.language).joints
        self._paragraphs = {number: it.text for number, it in source.numbered}
        self._place_ids = place_ids
        self._dates: defaultdict[int, list[tuple[int, DateMark]]] = defaultdict(list)
        for position, mark in enumerate(dates):
            self._dates[mark.paragraph].append((position, mark))
        self._places: defaultdict[int, list[PlaceMark]] = defaultdict(list)
        for place in places:
            self._places[place.paragraph].append(place)
        self._date_marks = dates
        self._published = published
        self._layout = Layout(self._paragraphs, self._joints, published)
        self._event_of_date: dict[int, str] = {}
        self._numbers: defaultdict[int, int] = defaultdict(int)
        self._titles: set[str] = set()
        self._same_titles: defaultdict[str, int] = defaultdict(int)
        self._label: tuple[Sentence, list[PlaceMark]] | None = None
        self._line: _Head | None = None
        self._entry: _Head | None = None
        self._last_dated: Event | None = None

    def add(self, sentence: Sentence) -> None:
        """Propose what ``sentence`` tells: an event for each of its dates, or one of its places."""
        start, stop = sentence.start, sentence.start + len(sentence.text)
        dates = _within(self._dates[sentence.paragraph], start, stop, lambda it: it[1].start)
        places = _within(self._places[sentence.paragraph], start, stop, lambda it: it.start)
        is_below = self._entry and self._entry.sentence.paragraph == sentence.paragraph
        is_first = dates and dates[0][1].start == start
        is_headed = dates and (dates[0][1].is_head or (sentence.opens_line and is_first))
        if self._entry and (not is_below or sentence.opens_item or is_headed):
            self._finish_entry()
        if self._label and self._label[0].paragraph != sentence.paragraph:
            self._finish_label()
        for _, mark in dates:
            if mark.when is None and mark.basis is Basis.NONE:
                self._note(sentence, f"leaves a date open: {mark.phrase}", mark.start - start)
        if self._joints.joins("these_days", sentence.text) and self._layout.is_line(sentence):
            self._note(sentence, f"has no day: {sentence.text}")
            self.finish()
        elif self._layout.is_only_date(sentence, dates, places) or (
            not places and self._is_dated_heading(sentence, dates)
        ):
            self._govern(_Head(dates[0][1], dates[0][0], sentence))
        elif sentence.paragraph and (own := self._without_dateline(sentence, dates, places)):
            self._tell(*own)

    def _is_dated_heading(self, sentence: Sentence, dates: DatesInText) -> bool:
        below = self._dates[sentence.paragraph + 1]
        return self._layout.is_dated_heading(sentence, dates, below)

    def _without_dateline(
        self, sentence: Sentence, dates: DatesInText, places: Sequence[PlaceMark]
    ) -> tuple[Sentence, DatesInText, Sequence[PlaceMark]] | None:
        """Return what a sentence tells behind "WARSAW, 5 March –", None if nothing is behind it.

        Where and when a text was written is told of it, and no event. So is "Published on 5 March".
        """
        mark = dates[0][1] if dates else None
        if mark and len(dates) == 1 and self._layout.is_period(sentence, mark):
            return None
        is_stated = mark is not None and mark.basis is Basis.STATED
        if mark is None or not is_stated or str(mark.when) != str(self._published):
            return sentence, dates, places
        start, stop = mark.start - sentence.start, mark.stop - sentence.start
        named = [it for it in places if it.stop <= mark.start]
        before = sentence.text[:start]
        for place in named:
            before = before.replace(place.phrase, " ", 1)
        is_told = re.search(r"\w", before) and not (
            self._joints.joins("in_dateline", before.strip(" ,"))
            or self._joints["published"].fullmatch(before)
            or is_place_like(before, self._joints)
        )
        behind = _DATELINE_END.match(sentence.text, stop)
        rest = sentence.text[behind.end() :] if behind else ""
        is_early = sentence.paragraph <= HEAD_PARAGRAPHS
        if tells_of_text_alone(sentence.text, start, stop, self._joints, is_early=is_early):
            self.datelines += named
            return None
        is_entry = not before.strip() and bool(self.events)  # "23 May – Rain.", further below
        if is_told or not behind or not is_early or is_entry:
            return sentence, dates, places
        self.datelines += named
        if not re.search(r"\w", rest):
            return None
        own = replace(sentence, start=sentence.start + behind.end(), text=rest)
        return own, dates[1:], [it for it in places if it.start >= own.start]

    def _govern(self, head: _Head) -> None:
        """Let a date that stands alone govern what is below it, or the rest of its paragraph."""
        whole, own = self._line and self._line.mark.when, head.mark.when
        if self._line and whole and own and is_within(own, whole):
            self._line.is_used = True  # a year heads its days
        if self._layout.is_line(head.sentence):
            self.finish()
            self._line = head
        elif head.sentence.paragraph:  # sentences are cut behind "W dniu 5 maja 1944 r."
            self._entry = head

    def _tell(
        self,
        sentence: Sentence,
        dates: Sequence[tuple[int, DateMark]],
        places: Sequence[PlaceMark],
    ) -> None:
        told = [
            it
            for it in dates
            if (it[1].when or it[1].basis is not Basis.NONE) and (places or not it[1].is_hour)
        ]
        if not told:
            self._add_undated(sentence, dates, places)
            return
        if both := self._layout.split_head(sentence, told, places):
            for own in both:
                self.add(own)
            return
        if told[0][1].is_head:
            is_alone = len(told) == 1 and self._layout.is_only_head(sentence, told[0][1], places)
            self._entry = _Head(told[0][1], told[0][0], sentence, is_used=not is_alone)
            if is_alone:
                self._entry.places = places
                return
        head = self._entry or self._line
        for above in filter(None, (self._entry, self._line)):
            whole = above.mark.when  # a month heads its days
            above.is_used |= whole is not None and any(
                mark.when and is_within(mark.when, whole) for _, mark in told
            )
        is_below = head is not None and head.sentence is not sentence
        is_owed = head is not None and is_below and not head.is_used
        parts = part_sentence(
            sentence, dates, places, self._joints, is_below=is_below, is_owed=is_owed
        )
        for part in parts:
            if part.is_lead and head:
                self._use(head)
                part.mark = head.mark
            self._propose(sentence, part, head if part.is_lead else None)
        if head and is_below:
            opens = not re.search(r"\w", sentence.text[: told[0][1].start - sentence.start])
            is_counted_from = any(mark.anchor == head.position for _, mark in told)
            head.is_above |= (opens and head is self._line) or bool(head.places)
            head.is_above |= is_counted_from and self._layout.ends_line(head.sentence)

    def finish(self) -> None:
        """Propose the dates that nothing stands below: they are all that is known of their days."""
        self._finish_label()
        for head in [it for it in (self._line, self._entry) if it and not it.is_used]:
            own = head.sentence
            if head.is_above:
                self.datelines += head.places  # where and when it was written
                self._note(own, f"heads what stands below it: {own.text}")
            elif own.paragraph:
                if head is self._entry and not head.places:  # with what its day is told of
                    rest = self._paragraphs[own.paragraph][own.start :][:_LONGEST_QUOTE]
                    own = replace(own, text=rest)
                self._propose(own, self._whole(own, head.position, head.mark, head.places))
        self._line = self._entry = None

    def _use(self, head: _Head) -> None:
        """Let something be told of the day of a head, first of all its own places."""
        if head.places and not head.is_used:
            own = head.sentence
            self._propose(own, self._whole(own, head.position, head.mark, head.places))
        head.is_used = True

    def _finish_entry(self) -> None:
        line, self._line = self._line, None
        self.finish()
        self._line = line

    def _finish_label(self) -> None:
        """Propose a place that heads nothing."""
        label, self._label = self._label, None
        if label:
            self._propose(label[0], self._whole(label[0], None, None, label[1]))

    def _add_undated(
        self,
        sentence: Sentence,
        dates: Sequence[tuple[int, DateMark]],
        places: Sequence[PlaceMark],
    ) -> None:
        if not re.search(r"\w", sentence.text):  # marks alone tell nothing
            return
        if not (dates or self.events) and self._layout.is_title(sentence, self._dates):
            self._note(sentence, f"heads what stands below it: {sentence.text}")
            return
        head = self._entry or self._line
        if head is None and not dates and self._layout.is_label(sentence, places):
            self._finish_label()
            if self._layout.is_heading(sentence):
                self._note(sentence, f"heads what stands below it: {sentence.text}")
            else:
                self._label = sentence, list(places)
            return
        if head is None and not (places or self._label):
            if not dates:
                self._note(sentence, f"no date and no place in: {sentence.text}")
            return
        if head and (places or not head.is_used):
            self._tell_below(head, sentence, places)
        elif places or self._label:
            self._propose(sentence, self._whole(sentence, None, None, places))
        elif not dates:
            self._note(sentence, f"no date and no place in: {sentence.text}")

    def _tell_below(self, head: _Head, sentence: Sentence, places: Sequence[PlaceMark]) -> None:
        """Propose what a sentence without a date tells of the head above it."""
        is_told = head.places and not head.is_used
        self._use(head)
        if is_told and not places:
            return
        own = None if places and self._follows_a_day(sentence, head) else head
        position, mark = (own.position, own.mark) if own else (None, None)
        self._propose(sentence, self._whole(sentence, position, mark, places), own)

    def _follows_a_day(self, sentence: Sentence, head: _Head) -> bool:
        """Return whether the paragraph told a day of the year or the month that heads it."""
        whole, last = head.mark.when, self._last_dated
        if whole is None or whole.is_day or last is None or last.when is None:
            return False
        is_here = sentence.paragraph in last.paragraphs and is_within(last.when, whole)
        return is_here and str(last.when) != str(whole)

    def _whole(
        self,
        sentence: Sentence,
        position: int | None,
        mark: DateMark | None,
        places: Sequence[PlaceMark],
    ) -> SentencePart:
        stop = sentence.start + len(sentence.text)
        return SentencePart(
            [] if position is None else [position], mark, sentence.start, stop, list(places)
        )

    def _propose(self, sentence: Sentence, part: SentencePart, head: _Head | None = None) -> None:
        """Add the event of a part; ``head`` is what dates it from above."""
        paragraph = sentence.paragraph
        self._numbers[paragraph] += 1
        id_ = f"p{paragraph}-{self._numbers[paragraph]}"
        text = sentence.text[part.start - sentence.start : part.stop - sentence.start].strip(" ,;")
        if self._label and self._label[0] is not sentence:
            part.places[:0], self._label = self._label[1], None
        places = list(once(part.places))
        above = head.sentence.paragraph if head else paragraph
        event = Event(
            id=id_,
            paragraphs=tuple(sorted({above, paragraph})) if above else (paragraph,),
            places=tuple(Mention(id=self._place_ids[it.key], phrase=it.phrase) for it in places),
            kind=Kind.OCCURRENCE,
            topic=UNSORTED,
            title=self._text(self._title(sentence, text, part, places)),
            text=self._text(_shorten(text)),
            quote=_quote(text),
            reviewed=False,
            **self._dated(part, head, is_below_heading=head is not None and not above),
        )
        if head is None:
            self._event_of_date.update(dict.fromkeys(part.positions, id_))
        self.events.append(event)
        if event.when and part.mark:
            self._last_dated = event

    def _dated(
        self, part: SentencePart, head: _Head | None, *, is_below_heading: bool
    ) -> dict[str, object]:
        mark = part.mark
        if mark is None:
            return self._after_the_last(part)
        if head and mark.basis is Basis.STATED:
            if is_below_heading:
                return {
                    "when": mark.when,
                    "basis": Basis.INFERRED,
                    "why_then": _why("draft-below", phrase=mark.phrase),
                }
            return {"when": mark.when, "basis": Basis.STATED, "when_phrase": mark.phrase}
        if mark.basis is Basis.STATED:
            return {"when": mark.when, "basis": Basis.STATED, "when_phrase": mark.phrase}
        return self._inferred(mark, is_below_heading=is_below_heading)

    def _after_the_last(self, part: SentencePart) -> dict[str, object]:
        """Bound what has no date by the dated event that its paragraph told before."""
        last = self._last_dated
        paragraph = self._paragraph_of(part)
        if part.is_open or last is None or paragraph not in last.paragraphs:
            return {"basis": Basis.NONE}
        return {
            "basis": Basis.INFERRED,
            "after": (last.id,),
            "why_then": _why("draft-told-after", phrase=last.when_phrase or str(last.when)),
        }

    def _paragraph_of(self, part: SentencePart) -> int:
        return part.places[0].paragraph if part.places else 0

    def _inferred(self, mark: DateMark, *, is_below_heading: bool) -> dict[str, object]:
        neighbour = self._event_of_date.get(mark.anchor) if mark.anchor is not None else None
        if mark.when is None and (not neighbour or not mark.sign):
            return {"basis": Basis.NONE}
        anchor = self._date_marks[mark.anchor] if mark.anchor is not None else None
        why = (
            _why("draft-counted-from", phrase=mark.phrase, counted=anchor.phrase)
            if anchor
            else _why("draft-counted-from-text", phrase=mark.phrase)
        )
        found: dict[str, object] = {"basis": Basis.INFERRED, "why_then": why}
        if mark.when:
            found["when"] = mark.when
        if neighbour and mark.sign > 0:
            found["after"] = (neighbour,)
        if neighbour and mark.sign < 0:
            found["before"] = (neighbour,)
        if is_below_heading:  # a cue stands in the paragraph of the event, and these words do not
            return found
        # The words that are counted from another date bind each end that they give.
        if "after" in found or (mark.when and mark.when.start):
            found["after_cue"] = mark.phrase
        if "before" in found or (mark.when and mark.when.end):
            found["before_cue"] = mark.phrase
        return found

    def _title(
        self, sentence: Sentence, text: str, part: SentencePart, places: Sequence[PlaceMark]
    ) -> str:
        """Return a title that no other event has, with what tells it from one that has it."""
        dates = [part.mark.phrase] if part.mark else []
        title = make_title(
            text, [*dates, *self._phrases(sentence, part.start, part.stop)], self._language
        )
        is_first = not sentence.text[: part.start - sentence.start].strip()
        if not is_first or len(title.split()) < _LEAST_TITLE:
            title = self._in_its_sentence(title, sentence, text, part)
        more = [it for it in (*(it.phrase for it in places[:1]), *dates) if is_short(it)]
        for words in more:
            if title and title.casefold() not in self._titles:
                break
            if words.casefold() not in title.casefold():
                title = join_title(title, words, self._language)
        base, number = title, self._same_titles[title.casefold()]
        while title.casefold() in self._titles:
            number += 1
            title = f"{base} ({number + 1})".strip()
        self._same_titles[base.casefold()] = number
        self._titles.add(title.casefold())
        return title or text[:_LONGEST_QUOTE]

    def _in_its_sentence(
        self, title: str, sentence: Sentence, text: str, part: SentencePart
    ) -> str:
        """Return the title of a later part of a sentence, which may say nothing without the first.

        An item of a list is told with what the list tells, "Pest: risings follow", and what only
        explains ("which is planned") by the sentence itself.
        """
        start, paragraph = sentence.start, sentence.paragraph
        names = _within(self._places[paragraph], start, part.stop, lambda it: it.start)
        if part.is_bracketed and names:
            first = names[0].start
            lead = make_title(
                sentence.text[: first - start].split(":")[0],  # what the list is of
                self._phrases(sentence, start, first),
                self._language,
            )
            return with_lead(title, lead, self._language)
        subordinate = table_of(self._language).words("text", "subordinate")
        is_clause = not subordinate.isdisjoint(text.casefold().split()[:1])
        if is_clause or len(title.split()) < _LEAST_TITLE:
            phrases = self._phrases(sentence, start, part.stop)
            upto = len(sentence.text) if part.start == start else part.stop - start
            whole = make_title(sentence.text[:upto], phrases, self._language)
            return whole if len(whole.split()) >= len(title.split()) else title
        return title

    def _phrases(self, sentence: Sentence, start: int, stop: int) -> list[str]:
        """Return the phrases of the dates that start in a stretch of a sentence's paragraph."""
        told = _within(self._dates[sentence.paragraph], start, stop, lambda it: it[1].start)
        return [mark.phrase for _, mark in told]

    def _text(self, words: str) -> Text:
        return Text({self._language: words})

    def _note(self, sentence: Sentence, message: str, offset: int = 0) -> None:
        line = sentence.line + sentence.text.count("\n", 0, max(0, offset))
        self.notes.append(Note(line, len(self.events), " ".join(message.split())))


def _why(key: str, **gaps: str) -> Text:
    return Text({code: it.words(key, **gaps) for code, it in languages().items()})


def _within(marks: Sequence[_T], start: int, stop: int, at: Callable[[_T], int]) -> Sequence[_T]:
    """Return the marks, which are in order, that start within a sentence."""
    return marks[bisect_left(marks, start, key=at) : bisect_left(marks, stop, key=at)]


def _shorten(text: str) -> str:
    """Return as much of ``text`` as an event holds, on one line."""
    own = text.split()
    cut = " ".join(own[:_TEXT_WORDS])[:_LONGEST_TEXT].strip()
    return f"{cut}…" if len(own) > _TEXT_WORDS else cut


def _quote(text: str) -> str:
    """Return the first words of ``text`` exactly as they stand."""
    ends = [match.end() for match in re.finditer(r"\S+", text)][:QUOTE_WORDS]
    return text[: ends[-1]][:_LONGEST_QUOTE].rstrip()
