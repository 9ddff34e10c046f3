"""The time axis: the date slider and above which day, or days, every event stands.

It has three lanes. What the text dates stands at its day. Some time within a stretch of days is a
bracket over them, without a mark in it; brackets over the same days are one, with the number of
their events. What has no date has no place on the axis: it lies on a shelf beside it. The button
of each lane opens the list of all its events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from statement_map.language import Language, markup
from statement_map.model import Atlas, Event, Statement, Text
from statement_map.page_view import write
from statement_map.timeline import Grade, Interval, Timeline

COLUMNS_MOST = 40
"""More days than this share columns, so that a column stays wide enough to point at."""

NAMES_MOST = 12
"""As many days are named at most; more would run into one another."""

MARKS_IN_ALL = 36
"""So many marks stand beside one another on the whole axis; its columns share them. More events of
a column than its share are a number, which opens their list."""

ROWS_MOST = 4
"""In so many rows brackets are drawn at most; the events of the others are counted below them."""

LISTED_MOST = 100
"""So many events of a day or a bracket are listed at most, the rest are counted."""

SLIDER = '<div class="date-slider"><input type="range" min="0" value="0"><output></output></div>'
"""The browser says its name, moves it, and moves with it."""


@dataclass(frozen=True)
class DayName:
    """The name of a column; it stands in its middle and may be as wide as ``width`` columns."""

    column: int
    width: int
    name: str


@dataclass(frozen=True)
class AxisSpan:
    """Events that have the same days; columns count from 0, both ends included.

    ``row`` counts the brackets that lie above one another; ``is_open`` says of the start and of
    the end that nothing bounds it.
    """

    first: int
    last: int
    look: Grade
    is_open: tuple[bool, bool]
    when: str
    events: tuple[Event, ...]
    row: int = 0


def write_axis(
    atlas: Atlas,
    timeline: Timeline,
    language: Language,
    link: Callable[[Event], str],
    conceal: Callable[[str, Event | None], str] | None = None,
) -> str:
    """Return the three lanes as HTML; ``link`` gives the address that opens an event.

    ``conceal`` leaves out of a text, which tells of an event or of any, what learners are to find.
    """
    axis = _Axis(timeline, language)
    dated = list(axis.stretches(atlas.events))
    within = _in_rows([each for each in dated if each.look is not Grade.STATED])

    def told(text: Text, event: Event | None) -> str:
        words = text.read(language.code)
        return conceal(words, event) if conceal else words

    def label(event: Event) -> str:
        when = language.date_of(event, timeline)
        look = timeline.grade(event)
        if look is not Grade.NONE:
            when += f", {language.words(f'look-{look.value}')}"
        return f"{when}: {told(event.title, event)}"

    return write(
        "axis.html",
        language,
        columns=axis.columns,
        days=list(axis.days()),
        stated=[each for each in dated if each.look is Grade.STATED],
        within=within,
        rows_most=ROWS_MOST,
        undrawn=sum(len(each.events) for each in within if each.row >= ROWS_MOST),
        marks_most=max(1, MARKS_IN_ALL // max(axis.columns, 1)),
        undated=[event for event in atlas.events if not timeline.interval(event)],
        topics={
            topic.id: markup.read(topic.title, language, told(topic.title, None))
            for topic in atlas.statement.topics
        },
        shape=atlas.statement.shapes,
        listed=_listed,
        label=label,
        link=link,
    )


def write_topics_style(statement: Statement) -> str:
    """Return the style by which the lanes leave out the topics that the reader hides."""
    return "\n".join(
        f'html[data-hidden~="{topic.id}"] .strip .topic-{topic.id} {{ display: none; }}'
        for topic in statement.topics
    )


def _listed(groups: Iterable[Sequence[Event]]) -> str:
    """Return what the browser builds lists from when they are opened (``layout/axis.js``).

    Built at once they would be most of the elements of a long statement's page.
    """
    told = []
    for events in groups:
        rest = len(events) - LISTED_MOST
        more = [f"+{rest}"] if rest > 0 else []
        told.append(" ".join([*(event.id for event in events[:LISTED_MOST]), *more]))
    return " | ".join(told)


class _Axis:
    """The steps of a timeline in columns."""

    def __init__(self, timeline: Timeline, language: Language) -> None:
        self._timeline = timeline
        self._language = language
        self._steps = timeline.steps
        self.columns = min(len(self._steps), COLUMNS_MOST)

    def days(self) -> Iterator[DayName]:
        """Yield the names of columns, as a calendar writes them."""
        width = max(-(-self.columns // NAMES_MOST), 1)
        columns = range(0, self.columns, width)
        first = [self._steps[self._first(column)] for column in columns]
        names = self._language.calendar_names(first)
        yield from (
            DayName(column, width, name) for column, name in zip(columns, names, strict=True)
        )

    def stretches(self, events: Sequence[Event]) -> Iterator[AxisSpan]:
        """Yield those of all dated events: what is stated first, then by start, longest first."""
        looks = list(Grade)
        timeline = self._timeline
        grouped: dict[tuple[int, int, int, tuple[bool, bool]], list[Event]] = {}
        for event in events:
            interval = timeline.interval(event)
            if interval is None:
                continue
            first, last = (self._column(step) for step in timeline.reach(interval))
            is_open = (interval.start is None, interval.end is None)
            at = (looks.index(timeline.grade(event)), first, last, is_open)
            grouped.setdefault(at, []).append(event)
        for at in sorted(grouped, key=lambda at: (at[0], at[1], -at[2])):
            look, first, last, is_open = at
            when = self._when(first, last, is_open)
            yield AxisSpan(first, last, looks[look], is_open, when, tuple(grouped[at]))

    def _when(self, first: int, last: int, is_open: tuple[bool, bool]) -> str:
        start = None if is_open[0] else self._reach(first)[0]
        end = None if is_open[1] else self._reach(last)[1]
        return self._language.when(None, Interval(start, end))

    def _reach(self, column: int) -> tuple[date, date]:
        """Return the first and the last day of a column."""
        timeline = self._timeline
        last = self._first(column + 1) - 1
        return timeline.stretch(self._first(column))[0], timeline.stretch(last)[1]

    def _first(self, column: int) -> int:
        """Return the first step of a column."""
        return -(-column * len(self._steps) // self.columns)

    def _column(self, step: int) -> int:
        return step * self.columns // len(self._steps)


def _in_rows(brackets: Sequence[AxisSpan]) -> list[AxisSpan]:
    """Return the ``brackets`` in as few rows as they fit into without lying over one another.

    Taken by where they start, each in the first row that is free there, they need no more rows
    than there are brackets over the fullest column.
    """
    ends: list[int] = []
    placed = []
    for bracket in sorted(brackets, key=lambda each: (each.first, -each.last)):
        row = next((n for n, end in enumerate(ends) if end < bracket.first), len(ends))
        ends[row:] = [bracket.last, *ends[row + 1 :]]
        placed.append(replace(bracket, row=row))
    return placed
