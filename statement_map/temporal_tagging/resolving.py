"""What each phrase means in the light of those before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from statement_map.model import Basis
from statement_map.temporal_tagging.around import heed_denial, is_attribute, is_head
from statement_map.temporal_tagging.context import LATELY
from statement_map.temporal_tagging.counting import (
    Told,
    count_within_calendar,
    first_month,
    write_edtf,
)
from statement_map.temporal_tagging.entries import (
    DateMark,
    Entries,
    is_of_these_days,
    read_within_calendar,
)
from statement_map.temporal_tagging.joining import DatePhrase
from statement_map.temporal_tagging.joints import Joints
from statement_map.temporal_tagging.said import Anchor, Bound, Point, Relative, Said, Span, Stretch
from statement_map.temporal_tagging.story import Year
from statement_map.when import When

_LONG_AGO = timedelta(days=21)
"""A weekday told of days nearer to that of the text than this is counted from that of the text."""

_HALF_A_MONTH = 15
_YESTERDAY = Relative(Anchor.WRITTEN, "day", -1)
_THESE_MONTHS = timedelta(days=300)
"""What lies further from the day of the text than this is told as the past, not as its own time."""


class Resolver(Entries):
    """Reads each phrase in the light of those before it."""

    def __init__(
        self,
        joints: Joints,
        published: When | None,
        years: Sequence[Year | None],
        first_year: int | None,
        *,
        is_stated: bool,
    ) -> None:
        super().__init__(joints, published, first_year)
        self._is_stated = is_stated
        self._years = years
        self._seen = 0
        self._is_of_past = False
        self._aside: Told | None = None
        self._latest_year: int | None = None

    def add(
        self,
        phrase: DatePhrase,
        *,
        speaks_of_future: bool,
        is_to_come: bool,
        is_of_past: bool = False,
    ) -> None:
        """Mark a phrase; nothing that is only announced (``is_to_come``) is counted from later."""
        self._is_of_past = is_of_past and not speaks_of_future
        if phrase.sentence.opens_item and self._is_entry_of(phrase.sentence.paragraph):
            self._entry = None
        self._seen += 1
        is_numbered = isinstance(phrase.meaning, Relative) and phrase.meaning.anchor is Anchor.ENTRY
        is_entry = is_numbered or is_head(phrase, self._joints)
        is_entry |= self._entry_before(phrase) is not None or self._heads_today(phrase)
        mark: DateMark | None
        match phrase.meaning:
            case Said() as said:
                mark, told = self._said(phrase, said, speaks_of_future)
            case Span() as span:
                mark, told = self._span(phrase, span, speaks_of_future)
            case Stretch() as stretch:
                mark, told = self._stretch(phrase, stretch, speaks_of_future)
            case Relative(anchor=Anchor.ENTRY) as numbered:
                mark, told = self._numbered(phrase, numbered)
            case relative:
                mark, told = self._relative(phrase, relative, speaks_of_future)
        if told:
            told = replace(told, is_to_come=is_to_come, is_entry=is_entry)
            self._told.append(told)
            if told.first:
                self._latest_year = max(self._latest_year or 0, told.first.year)
            self._enter(phrase, told)
        if mark:
            is_entry &= mark.when is not None
            mark = replace(mark, is_head=is_entry, has_company=is_entry and phrase.is_head)
            self.marks.append(mark)

    def _said(self, phrase: DatePhrase, said: Said, future: bool) -> tuple[DateMark, Told | None]:
        said = self._complete(phrase, said)
        if said.end == Point():  # an era that EDTF has here no years for
            return self._mark(phrase, None, Basis.NONE), None
        from_publication = False
        if said.end.year is None:
            year, from_publication = self._find_year(phrase, said.end, future=future)
            if year is None:
                return self._mark(phrase, None, Basis.NONE), None
            said = said.in_year(self._year_since(said, year, future=future))
        expression = write_edtf(said)
        mark = self._mark(phrase, expression, Basis.STATED)
        if (when := mark.when) is None:
            return mark, None
        if from_publication and not self._is_stated:
            mark = replace(mark, basis=Basis.INFERRED, is_from_publication=True)
        is_of_months = said.end.month or said.end.season
        unit = "day" if said.end.has_day else "month" if is_of_months else "year"
        told = self._tell(phrase, when.start or when.end, when.end or when.start, unit)
        if unit == "year" and (
            said.bound or (self._published and is_attribute(phrase, self._joints))
        ):
            self._aside = told
            return mark, None  # "since 2008" is not when what follows happened
        if said.start == said.end and self._is_of_document(phrase, told):
            return mark, None
        if said.bound is Bound.FROM and unit == "month":
            self._aside = told  # since December
            return mark, None
        return mark, told

    def _year_since(self, said: Said, year: int, *, future: bool) -> int:
        """Return ``year``, or the one before where "since the spring" has not come yet in it."""
        last = self._told[-1].last if self._told else None
        if said.bound is not Bound.FROM or future or last is None or said.end.has_day:
            return year
        days = first_month(said.start).with_year(year).days()
        return year - 1 if days and days[0] > last else year

    def _span(
        self, phrase: DatePhrase, span: Span, future: bool
    ) -> tuple[DateMark | None, Told | None]:
        """Mark all from one date to another; each may lack the year of the other."""
        first, last = span.first, span.dated_last
        mark, told = self._said(phrase, last, future)
        if mark.when is None or told is None or told.last is None:
            return mark, told
        if first.end.year is None:
            turns = (first.start.month or 1) > told.last.month
            first = first.in_year(told.last.year - turns)
        start, end = write_edtf(first), str(mark.when).split("/")[-1]
        if start is None or start.split("/")[0].strip("~?") > end:
            return self._mark(phrase, None, Basis.NONE), None
        when = read_within_calendar(f"{start.split('/')[0]}/{end}")
        if when is None:
            return self._mark(phrase, None, Basis.NONE), None
        return replace(mark, when=when), replace(told, first=when.start)

    def _stretch(
        self, phrase: DatePhrase, stretch: Stretch, future: bool
    ) -> tuple[DateMark | None, Told | None]:
        """Mark all from one date to another, each read by itself; only what one tells, if so."""
        first, last = (
            self._said(phrase, it, future)[0]
            if isinstance(it, Said)
            else self._relative(phrase, it, future)[0]
            for it in (stretch.first, stretch.last)
        )
        if not (first and last and first.when and last.when):
            return last if first is None or first.when is None else first, None
        start, end = str(first.when).removesuffix("/.."), str(last.when).removeprefix("../")
        if not (first.when.start and last.when.end and first.when.start <= last.when.end):
            return first, None
        when = read_within_calendar(f"{start}/{end}")
        if when is None:
            return first, None
        mark = replace(first, when=when, basis=Basis.INFERRED)
        return mark, self._tell(phrase, first.when.start, last.when.end, "day")

    def _is_of_document(self, phrase: DatePhrase, told: Told) -> bool:
        """Return whether a date only says which law or agreement of another year is meant."""
        text = phrase.sentence.text
        said = text[max(0, phrase.start - 10) : phrase.stop]
        digit = re.search(r"\d", said)
        if (
            told.unit != "day"
            or digit is None
            or not self._joints["of_document"].search(said[: digit.start()])
        ):
            return False
        latest = self._told[-1].first if self._told else self._published
        if latest is None or told.first is None:
            return False
        return told.first < latest and told.first.year not in {latest.year, self._published_year}

    def _find_year(
        self, phrase: DatePhrase, point: Point, *, future: bool
    ) -> tuple[int | None, bool]:
        """Return the year of a date that names none, and whether the text's own date tells it."""
        if point.ending is not None:
            return self._year_ending(point.ending), False
        if (year := self._relative_year(phrase, future)) is not None:
            return year, False
        chosen = self._years[self._seen - 1]
        return (chosen.year, chosen.is_from_publication) if chosen else (None, False)

    def _relative_year(self, phrase: DatePhrase, future: bool) -> int | None:
        if not isinstance(phrase.year_from, Relative):
            return None
        own = phrase.year_from
        if self._published is None and own.anchor is Anchor.WRITTEN:  # then that of its last date
            if own.unit != "year":
                return None
            return self._latest_year + (own.count or 0) if self._latest_year else None
        _, told = self._relative(phrase, own, future)
        day = told and (told.last if own.sign > 0 else told.first)
        return day.year if day else None

    def _complete(self, phrase: DatePhrase, said: Said) -> Said:
        """Return a date with what it leaves to its context, but for its year."""
        said = replace(said, bound=heed_denial(phrase, said.bound, self._joints))
        if said.end.day and said.end.month is None:  # on the 28th
            if is_head(phrase, self._joints) and (above := self._month_of_entry(said.end.day)):
                year, month = above
                start, end = (replace(it, year=year, month=month) for it in (said.start, said.end))
                return replace(said, start=start, end=end)
            if before := self._month_before_entry(said, phrase.sentence.paragraph):
                year, month = before
                start, end = (Point(year, month, it.day) for it in (said.start, said.end))
                return replace(said, start=start, end=end)
            return self._inherit_month(said, phrase.sentence.paragraph)
        return self._inherit_century(said) if said.is_of_century else said

    def _month_before_entry(self, said: Said, paragraph: int) -> tuple[int, int] | None:
        """Return the year and month of a day that an entry tells as past: the last one before it.

        So is "on the 24th" on 1 November, and "on the 2nd" on 8 July, where what was told before
        it in the entry was on 31 May; else it goes on with what was told.
        """
        day, entry = said.end.day, self._find_entry(_YESTERDAY, paragraph)
        if day is None or entry is None or entry.last is None or said.bound or not self._is_of_past:
            return None
        told = next((it for it in reversed(self._told[-LATELY:]) if it.unit != "year"), None)
        if told is None or told.last is None or (told is not entry and told.last > entry.last):
            return None
        is_ahead = day - entry.last.day > _HALF_A_MONTH
        if told is entry:
            goes_back = is_ahead
        else:
            is_ahead = day > entry.last.day
            is_long_before = told.last.day - day > _HALF_A_MONTH
            goes_back = is_long_before and entry.last.month != told.last.month
        if not goes_back:
            return None
        months = entry.last.year * 12 + entry.last.month - 1 - is_ahead
        return months // 12, months % 12 + 1

    def _month_of_entry(self, day: int) -> tuple[int, int] | None:
        """Return the year and month of a head that is only a day: that above it, or the next."""
        last, month = self._last_entry, self._month_above
        if month and month.first and self._is_below_month(last):
            return month.first.year, month.first.month
        if last is None or last.last is None:
            return None
        months = last.last.year * 12 + last.last.month - 1 + (day < last.last.day)
        return months // 12, months % 12 + 1

    def _relative(
        self, phrase: DatePhrase, said: Relative, future: bool
    ) -> tuple[DateMark | None, Told | None]:
        """Return the mark too, but none for a "today" that may mean these days."""
        open_mark = self._mark(phrase, None, Basis.NONE)
        paragraph = phrase.sentence.paragraph
        said = self._anchored(phrase, said)
        if said.is_hour:
            return self._hour(phrase, said), None
        entry = None if self._heads_today(phrase) else self._find_entry(said, paragraph)
        is_of_today = self._published and phrase.is_of_speech and said.anchor is Anchor.WRITTEN
        counted_from = None if entry or is_of_today else self._find_anchor(said, paragraph, future)
        counted_from = self._entry_before(phrase) or counted_from
        base = self._find_base(said, counted_from or entry)
        if base is None:
            return (None if is_of_these_days(said) else open_mark), None
        if said.count is None and said.month is None and said.season is None:
            if counted_from is None:
                return open_mark, None
            position, sign = counted_from.position, said.sign or 1
            return replace(open_mark, basis=Basis.INFERRED, anchor=position, sign=sign), None
        if counted_from and _is_shift(said, counted_from):
            return self._shift(phrase, said, counted_from)
        above = entry if entry and _is_weekday_of(said, entry) else None
        expression, unit = count_within_calendar(base, said, future, counted_from or above)
        own_year = phrase.year_from.end.year if isinstance(phrase.year_from, Said) else None
        if own_year and expression and unit == "day":
            expression = f"{own_year:04}{expression[4:10]}"
        mark = self._mark(phrase, expression, Basis.INFERRED)
        if (when := mark.when) is None:
            return open_mark, None
        mark = replace(
            mark,
            anchor=told_from.position if (told_from := counted_from or entry) else None,
            sign=said.sign,
            is_from_publication=told_from is None,
        )
        if said.bound is Bound.FROM and said.anchor is Anchor.WRITTEN and said.weekday is None:
            return mark, None
        if said.unit == "night":  # what follows is counted from its evening
            return mark, self._tell(phrase, when.start, when.start, "day")
        return mark, self._tell(phrase, when.start or when.end, when.end or when.start, unit)

    def _anchored(self, phrase: DatePhrase, said: Relative) -> Relative:
        """Return what a phrase says, with what it is counted from where that has to be found."""
        if above := self._entry_before(phrase):
            return replace(said, anchor=Anchor.TOLD, sign=int(not _is_weekday_of(said, above)))
        said = replace(said, bound=heed_denial(phrase, said.bound, self._joints))
        is_this_year = (said.anchor, said.unit, said.count) == (Anchor.WRITTEN, "year", 0)
        if is_this_year and self._published is None:
            return replace(said, anchor=Anchor.TOLD)
        if said.unit == "month" and said.day and not self._told:  # the 19th instant
            return replace(said, anchor=Anchor.WRITTEN)
        if said.anchor is Anchor.NEAR:
            return replace(said, anchor=self._nearest_anchor(said, phrase.sentence.paragraph))
        return said

    def _heads_today(self, phrase: DatePhrase) -> bool:
        """Return whether the day of the text heads a line among others: "Friday: …", "Today: …"."""
        said = phrase.meaning
        if not isinstance(said, Relative):
            return False
        is_today = (said.anchor, said.unit, said.count) == (Anchor.WRITTEN, "day", 0)
        is_head = phrase.sentence.opens_line and not re.search(
            r"\w", phrase.sentence.text[: phrase.start]
        )
        is_ended = re.match(r"\s*[:–—]", phrase.sentence.text[phrase.stop :]) is not None
        return is_today and self._published is not None and is_head and is_ended

    def _find_base(self, said: Relative, anchor: Told | None) -> date | None:
        """Return the day from which to count."""
        if anchor:
            return anchor.last if said.sign >= 0 else anchor.first
        return self._published if said.anchor is Anchor.WRITTEN else None

    def _nearest_anchor(self, said: Relative, paragraph: int) -> Anchor:
        """Return what "by the end of the month" is counted from."""
        if said.unit == "month" and said.day and self._is_entry_of(paragraph):
            return Anchor.WRITTEN
        if self._published is None:
            return Anchor.TOLD
        if said.unit == "month" and said.day:  # the 3rd prox., behind the 28th ult.
            return Anchor.WRITTEN if self._is_of_its_day() else Anchor.TOLD
        last = self._told[-1] if self._told else None
        if last is None or last.first is None or last.paragraph != paragraph:
            return Anchor.WRITTEN
        if not self._is_of_its_day():
            return Anchor.TOLD
        is_long_ago = abs(self._published - last.first) > _THESE_MONTHS
        return Anchor.WRITTEN if said.unit == "week" or is_long_ago else Anchor.TOLD

    def _shift(
        self, phrase: DatePhrase, said: Relative, anchor: Told
    ) -> tuple[DateMark, Told | None]:
        """Count days or weeks from a date that is no day: both its ends move."""
        assert anchor.first
        assert anchor.last
        moved = timedelta(days=(said.count or 0) * (7 if said.unit == "week" else 1))
        try:
            first, last = anchor.first + moved, anchor.last + moved
        except OverflowError:
            return self._mark(phrase, None, Basis.NONE), None
        mark = self._mark(phrase, f"{first}~/{last}~", Basis.INFERRED)
        mark = replace(mark, anchor=anchor.position, sign=said.sign)
        return mark, self._tell(phrase, first, last, "month")

    def _find_anchor(self, said: Relative, paragraph: int, future: bool) -> Told | None:
        """Return the date told last that is fine enough to count from."""
        fine = {
            "day": {"day"},
            "days": {"day"},
            "night": {"day"},
            "week": {"day"},
            "calendar week": {"day"},
            "month": {"day", "month"},
        }.get(said.unit if said.month is None else "", {"day", "month", "year"})
        earlier = self._told[-LATELY:]
        if not future:  # what follows is not counted from what was only announced
            earlier = [it for it in earlier if not it.is_to_come] or earlier
        told = next((it for it in reversed(earlier) if it.unit in fine), None)
        if self._aside and (said.anchor, said.unit, said.count) == (Anchor.TOLD, "year", 0):
            earlier.append(self._aside)  # since 1926; in March of that year
            earlier.sort(key=lambda it: it.position)
            told = earlier[-1]
        last = earlier[-1] if earlier else None
        if last and last.is_short and said.weekday is None:
            told = last
        if said.anchor is Anchor.TOLD or told is None or told.first is None:
            return told if said.anchor is Anchor.TOLD else None
        if said.weekday is None or said.sign or said.unit != "day":
            return None
        if self._published is None:
            return told
        if future and told.first < self._published:
            return None
        # A weekday in a text about what is long past is one of that time.
        distance = self._published - told.first
        here = [it for it in earlier if it.paragraph == paragraph and it.unit == "day"]
        long_ago = [it for it in here if it.first and self._published - it.first > _LONG_AGO]
        is_told_here = len(long_ago) > 1 or (bool(here) and distance < _THESE_MONTHS)
        is_past = is_told_here or not self._is_of_its_day()
        return told if is_past and distance > _LONG_AGO else None


def _is_weekday_of(said: Relative, entry: Told) -> bool:
    """Return whether a weekday is one of the days that head an entry."""
    if said.weekday is None or entry.first is None or entry.last is None:
        return False
    return (said.weekday - entry.first.weekday()) % 7 <= (entry.last - entry.first).days > 0


def _is_shift(said: Relative, anchor: Told) -> bool:
    """Return whether both ends of a date move by as many days or weeks."""
    if said.unit not in {"day", "week"} or said.weekday is not None:
        return False
    return anchor.unit != "day" or (said.unit == "week" and anchor.is_night)
