"""The entries of a diary, a log or a timeline: the heads above a date, and what they date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from statement_map.model import Basis
from statement_map.temporal_tagging.context import LATELY, Context
from statement_map.temporal_tagging.counting import Told
from statement_map.temporal_tagging.joining import DatePhrase
from statement_map.temporal_tagging.joints import Joints
from statement_map.temporal_tagging.said import Anchor, Point, Relative
from statement_map.when import When, read_when

_NEXT_ENTRY = 20
"""A number so little above the day of the entry before it is the day of the next."""


_EVENING, _MORNING = 18, 6
"""An hour so early below one so late is of the next day."""

_HOUR = re.compile(r"(?<!\d)(?P<hour>[01]?\d|2[0-3])[.:h]?[0-5]\d(?!\d)")


@dataclass(frozen=True, slots=True)
class DateMark:
    """A date as the text names it.

    ``start`` and ``stop`` count characters in the text of ``paragraph`` (0 is the introduction).
    ``when`` is None where the phrase is understood but leaves the date open. ``anchor`` is the
    position, among all dates of the text, of the one it is counted from; ``sign`` is 1 if it
    comes after that one, -1 if before. ``is_head`` is set where it heads its paragraph, as the
    day of a diary does, ``has_company`` where other lines of the text begin in that way too;
    ``is_hour`` where it only names a time of its day.
    """

    paragraph: int
    start: int
    stop: int
    phrase: str
    when: When | None
    basis: Basis
    anchor: int | None = None
    sign: int = 0
    is_from_publication: bool = False
    is_head: bool = False
    has_company: bool = False
    is_hour: bool = False


class Entries(Context):
    """What a text has told, and the heads of its entries."""

    def __init__(
        self, joints: Joints, published: When | None, first_year: int | None = None
    ) -> None:
        """Begin a text of which only the day of its publication is known, and its first year."""
        super().__init__(published, first_year)
        self.marks: list[DateMark] = []
        self._joints = joints
        self._entry: Told | None = None
        self._last_entry: Told | None = None
        self._month_above: Told | None = None
        self._day_zero: date | None = None
        self._last_hour: int | None = None
        self._is_quoted = False

    def _mark(self, phrase: DatePhrase, expression: str | None, basis: Basis) -> DateMark:
        """Mark a phrase with a date in EDTF, or as left open: for want of one, or of such a day."""
        sentence, when = phrase.sentence, read_within_calendar(expression)
        return DateMark(
            sentence.paragraph,
            sentence.start + phrase.start,
            sentence.start + phrase.stop,
            sentence.text[phrase.start : phrase.stop],
            when,
            basis if when else Basis.NONE,
        )

    def _tell(self, phrase: DatePhrase, first: date | None, last: date | None, unit: str) -> Told:
        return Told(first, last, unit, len(self.marks), phrase.sentence.paragraph)

    def _enter(self, phrase: DatePhrase, told: Told) -> None:
        """Keep the date that heads an entry of a diary, from which "yesterday" is counted."""
        if told.is_entry:
            self._entry = told
            self._last_entry = self._last_entry if told.first == self._published else told
            number = self._joints["entry"].match(phrase.sentence.text, 0, phrase.stop)
            count = self._joints.count(number["number"]) if number else None
            if count and told.first and self._day_zero is None:
                days = timedelta(days=count)
                self._day_zero = told.first - days if told.first - date.min > days else None
            if not (isinstance(phrase.meaning, Relative) and phrase.meaning.count is None):
                self._last_hour = None
            self._is_quoted = phrase.sentence.text[:1] in '„“"«'
        elif told.unit == "month" and _is_line(phrase):
            self._month_above, self._entry = told, None
        elif not isinstance(phrase.meaning, Relative) and not self._is_entry_of(told.paragraph):
            self._entry = None

    def _is_entry_of(self, paragraph: int) -> bool:
        return self._entry is not None and self._entry.paragraph == paragraph

    def _find_entry(self, said: Relative, paragraph: int) -> Told | None:
        """Return the head of the entry that ``said`` is counted from, None for all else."""
        if said.anchor is not Anchor.WRITTEN or (said.weekday is not None and self._is_quoted):
            return None
        first = self._entry.first if self._entry else None
        if first and self._published and first > self._published:
            return None  # a plan, which is told today
        if self._is_entry_of(paragraph):
            return self._entry
        is_vague = is_of_these_days(said) and not said.count
        return self._entry if self._published is None and not is_vague else None

    def _entry_before(self, phrase: DatePhrase) -> Told | None:
        """Return the head that a weekday follows which heads an entry too: "Tuesday: it rained"."""
        said, text = phrase.meaning, phrase.sentence.text
        if not isinstance(said, Relative) or said.weekday is None or said.sign or said.bound:
            return None
        before, behind = text[: phrase.start], text[phrase.stop :]
        if re.search(r"\w", before) or not phrase.sentence.opens_line:
            return None
        if not re.search(r"\w", behind) and self._told and self._told[-1].unit == "day":
            return self._told[-1]
        return self._last_entry if re.match(r"\s*[.:–—(]", behind) else None

    def _hour(self, phrase: DatePhrase, said: Relative) -> DateMark | None:
        """Return the mark of an hour, none where an entry's head or nothing says its day.

        That is the day that its paragraph told last, or that of the text where it tells no other.
        """
        paragraph = phrase.sentence.paragraph
        told = next((it for it in reversed(self._told[-LATELY:]) if it.unit == "day"), None)
        is_here = told is not None and told.paragraph == paragraph
        if self._last_entry or (told and is_here and told.is_entry):
            return None
        ends = self.marks[-1].when.end if self.marks and self.marks[-1].when else None
        is_of_today = told is None or told.first == told.last == self._published
        if is_of_today or (is_here and said.unit == "part of day" and ends == self._published):
            day, anchor = self._published, None  # last night; in the morning
        elif told and is_here and said.unit == "hour" and told.first == told.last:
            day, anchor = told.first, told.position
        else:
            return None
        if day is None:
            return None
        mark = self._mark(phrase, day.isoformat(), Basis.INFERRED)
        return replace(mark, anchor=anchor, is_from_publication=anchor is None, is_hour=True)

    def _numbered(self, phrase: DatePhrase, said: Relative) -> tuple[DateMark | None, Told | None]:
        """Return the date of an entry with a number, nothing where the heads above tell none."""
        above, day, last = self._last_entry, None, None
        if said.unit == "day" and said.count is None:
            day = self._day_of_hour(phrase, above)
        elif said.unit == "day" and self._day_zero:
            count = timedelta(days=said.count or 0)
            day = self._day_zero + count if date.max - self._day_zero > count else None
            more = timedelta(days=(said.last_count or 0) - (said.count or 0))
            if day and timedelta(0) < more < date.max - day:
                last = day + more
        elif not self._is_below_month(above) and _is_line(phrase):
            return None, None  # a number of a page
        elif self._is_below_month(above):
            month = self._month_above.first if self._month_above else None
            days = Point(month.year, month.month, said.day).days() if month else None
            day, above = days[0] if days else None, self._month_above
        elif above and above.first and above.first == above.last and above.unit == "day":
            is_next = 0 < (said.day or 0) - above.first.day <= _NEXT_ENTRY
            if is_next and (days := Point(above.first.year, above.first.month, said.day).days()):
                day = days[0]
        if day is None:
            return None, None
        expression = f"{day}/{last}" if last else day.isoformat()
        mark = self._mark(phrase, expression, Basis.INFERRED)
        mark = replace(mark, anchor=above.position if above else None, sign=1)
        return mark, self._tell(phrase, day, last or day, "day")

    def _day_of_hour(self, phrase: DatePhrase, above: Told | None) -> date | None:
        """Return the day of an hour that heads a line: that above it, the next behind midnight."""
        day = above.first if above else self._published
        found = _HOUR.search(phrase.sentence.text, phrase.start, phrase.stop)
        last, self._last_hour = self._last_hour, int(found["hour"]) if found else None
        if day is None or last is None or self._last_hour is None or day == date.max:
            return day
        is_next = last >= _EVENING and self._last_hour <= _MORNING
        return day + timedelta(days=1) if is_next else day

    def _is_below_month(self, above: Told | None) -> bool:
        """Return whether a month stands above an entry, and no day of another month below it."""
        month = self._month_above
        if month is None or month.first is None:
            return False
        if above is None or above.first is None or above.position < month.position:
            return True
        return (above.first.year, above.first.month) == (month.first.year, month.first.month)


def read_within_calendar(expression: str | None) -> When | None:
    """Return a date in EDTF, None for one that the calendar lacks, as the year 0."""
    try:
        return read_when(expression) if expression else None
    except ValueError:
        return None


def _is_line(phrase: DatePhrase) -> bool:
    """Return whether a sentence says nothing else."""
    text = phrase.sentence.text
    return not re.search(r"\w", text[: phrase.start] + text[phrase.stop :])


def is_of_these_days(said: Relative) -> bool:
    """Return whether it may be vague where nothing tells it: "today", "in three days' time"."""
    is_day = said.unit == "day" and said.weekday is None and (said.count or 0) >= 0
    return is_day and said.anchor is Anchor.WRITTEN
