"""What a sentence is in the layout of its text: a line for itself, a heading, a label, a date."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from statement_map.drafting.parting import DatesInText, is_within
from statement_map.model import Basis
from statement_map.prose.text import Sentence
from statement_map.temporal_tagging import DateMark
from statement_map.temporal_tagging.joints import Joints
from statement_map.temporal_tagging.tenses import find_verbs
from statement_map.toponyms import PlaceMark
from statement_map.when import When

HEAD_PARAGRAPHS = 6
"""So many paragraphs, the introduction beside, may be the head of a text."""

_HEADING_CHARACTERS = 60
"""No heading with a day is longer."""

_TOLD_END = re.compile(r"(?:\d|[^\W\d]{3})[.!?…:]\W*$")
"""The end of a sentence, and no abbreviation: it rained in 1905."""

_DASH = re.compile(r"[.,]?\s*[–—-]+\s*")
"""What sets what is told off from the place and the day of its report."""

_SENTENCE_END = re.compile(r"[.!?…:]\W*$")


@dataclass(frozen=True)
class Layout:
    """The paragraphs of a text by their numbers, its joints, and the date it gives for itself."""

    paragraphs: Mapping[int, str]
    joints: Joints
    published: When | None

    def is_heading(self, sentence: Sentence) -> bool:
        """Return whether a sentence has a line for itself, with more of its paragraph below."""
        text = self.paragraphs[sentence.paragraph]
        return self.is_line(sentence) and bool(
            text[sentence.start + len(sentence.text) :].strip(" .:\t\n")
        )

    def is_label(self, sentence: Sentence, places: Sequence[PlaceMark]) -> bool:
        """Return whether a sentence is only a place, as what stands before a report from there."""
        rest = sentence.text
        for place in places:
            rest = rest.replace(place.phrase, " ", 1)
        return bool(places) and not re.search(r"\w", rest)

    def is_line(self, sentence: Sentence) -> bool:
        """Return whether a sentence has its lines for itself."""
        before = self.paragraphs[sentence.paragraph][: sentence.start].rstrip(" \t")
        return before[-1:] in {"", "\n"} and self.ends_line(sentence)

    def ends_line(self, sentence: Sentence) -> bool:
        """Return whether nothing stands behind a sentence in its line."""
        stop = sentence.start + len(sentence.text)
        behind = self.paragraphs[sentence.paragraph][stop:].lstrip(" .:\t")
        return behind[:1] in {"", "\n"}

    def is_only_date(
        self,
        sentence: Sentence,
        dates: Sequence[tuple[int, DateMark]],
        places: Sequence[PlaceMark],
    ) -> bool:
        """Return whether a sentence is only a date, and not that of the text itself."""
        if len(dates) != 1 or places or not (mark := dates[0][1]).when:
            return False
        before = "" if mark.has_company else sentence.text[: mark.start - sentence.start]
        before = self.joints["entry"].sub("", before, count=1)
        behind = sentence.text[mark.stop - sentence.start :]
        beside = {behind, behind.rstrip(" .:;)")}
        joints = ("weekday_beside", "at_hour")
        if any(self.joints.joins(it, own) for it in joints for own in beside):
            behind = ""
        if re.search(r"\w", before + behind):
            return False
        return mark.basis is Basis.INFERRED or str(mark.when) != str(self.published)

    def is_only_head(self, sentence: Sentence, mark: DateMark, places: Sequence[PlaceMark]) -> bool:
        """Return whether a sentence is only places and a day, as the head of a report is."""
        start, stop = mark.start - sentence.start, mark.stop - sentence.start
        before, behind = sentence.text[:start], sentence.text[stop:]
        for place in places:
            before = before.replace(place.phrase, " ", 1)
        is_off = any(self.joints.joins(it, behind) for it in ("weekday_beside", "at_hour"))
        return bool(places) and not re.search(r"\w", before + ("" if is_off else behind))

    def split_head(
        self, sentence: Sentence, dates: DatesInText, places: Sequence[PlaceMark]
    ) -> tuple[Sentence, Sentence] | None:
        """Return "CORK, Feb. 27" and what is told behind its dash, where that has its own date."""
        mark = dates[0][1]
        stop = mark.stop - sentence.start
        dash = _DASH.match(sentence.text, stop)
        if dash is None or len(dates) < 2 or not mark.is_head:
            return None
        head = replace(sentence, text=sentence.text[:stop])
        named = [it for it in places if it.stop <= mark.start]
        if not self.is_only_head(head, mark, named):
            return None
        at = dash.end()
        rest = replace(sentence, start=sentence.start + at, text=sentence.text[at:])
        return head, replace(rest, opens_line=False, starts_line=False)

    def is_dated_heading(self, sentence: Sentence, dates: DatesInText, below: DatesInText) -> bool:
        """Return whether a short line with a date heads what is below it: "2. Actions on 17 May".

        One with a year does where the paragraph ``below`` begins with a day in it.
        """
        if len(dates) != 1 or not (mark := dates[0][1]).when or mark.basis is not Basis.STATED:
            return False
        verbs = find_verbs(sentence.text, self.joints)
        is_told = verbs.past or verbs.present or verbs.future or verbs.to_come
        is_short = len(sentence.text) <= _HEADING_CHARACTERS and sentence.start == 0
        is_apart = not (is_told or mark.is_head)
        is_over = self.is_heading(sentence) or (
            self._is_over_text(sentence) and str(mark.when) != str(self.published)
        )
        if not mark.when.is_day:
            return bool(
                is_short
                and is_apart
                and sentence.paragraph
                and self._is_over_heads(sentence, mark, below)
            )
        return is_short and is_apart and is_over

    def _is_over_heads(self, sentence: Sentence, mark: DateMark, below: DatesInText) -> bool:
        first = below[0][1] if below else None
        if (
            first is None
            or _TOLD_END.search(sentence.text)
            or not (first.is_head and first.when and mark.when)
        ):
            return False
        return self.is_line(sentence) and is_within(first.when, mark.when)

    def _is_over_text(self, sentence: Sentence) -> bool:
        """Return whether a line is a paragraph that ends no sentence, above one that does."""
        own = self.paragraphs[sentence.paragraph].strip()
        below = self.paragraphs.get(sentence.paragraph + 1, "")
        is_line = own == sentence.text and not _SENTENCE_END.search(own)
        return is_line and _SENTENCE_END.search(below) is not None

    def is_period(self, sentence: Sentence, mark: DateMark) -> bool:
        """Return whether a line only says which days the text reports of."""
        start, stop = mark.start - sentence.start, mark.stop - sentence.start
        is_named = self.joints.joins("period", sentence.text[:start])
        return is_named and not re.search(r"\w", sentence.text[stop:])

    def is_title(self, sentence: Sentence, dates: Mapping[int, DatesInText]) -> bool:
        """Return whether a line below the day of the text is its title, with sentences below it."""
        number = sentence.paragraph
        if number > HEAD_PARAGRAPHS or _SENTENCE_END.search(sentence.text):
            return False
        is_alone = self.paragraphs[number].strip() == sentence.text
        below = self.paragraphs.get(number + 1, "")
        is_above_text = len(below) > len(sentence.text) and _SENTENCE_END.search(below)
        return bool(is_alone and is_above_text) and any(
            mark.basis is Basis.STATED and str(mark.when) == str(self.published)
            for above in range(number)
            for _, mark in dates.get(above, ())
        )
