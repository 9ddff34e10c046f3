"""The time axis: the date slider and above which day, or days, every event stands.

It has three lanes. What the text dates stands at its day. Some time within a stretch of days is a
bracket over them, without a mark in it; brackets over the same days are one, with the number of
their events. What has no date has no place on the axis: it lies on a shelf beside it. The button
of each lane opens the list of all its events.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from statement_map.language import Language
from statement_map.model import Event
from statement_map.panels.address import DAY_KEY, link_to
from statement_map.panels.data import PageData
from statement_map.panels.gaps import Veil
from statement_map.panels.program import part
from statement_map.panels.templates import show
from statement_map.panels.views import asked_to_hide
from statement_map.timeline import Grade, Interval

COLUMNS_MOST = 40
"""More days than this share columns, so that a column stays wide enough to point at."""

NAMES_MOST = 12
"""As many days are named at most; more would run into one another."""

MARKS_IN_ALL = 36
"""So many marks stand beside one another on the whole axis; its columns share them. More events of
a column than its share are a number, which opens their list."""

ROWS_MOST = 4
"""In so many rows brackets are drawn at most; the list of the lane has them all."""

LISTED_MOST = 100
"""So many events of a day or a bracket are listed at most, the rest are counted."""

_slider = part(
    "slider",
    html='<div class="date-slider"><input type="range" min="0" value="0"><output></output></div>',
)


@dataclass(frozen=True)
class Day:
    """The name of a column; it stands in its middle and may be as wide as ``width`` columns."""

    column: int
    width: int
    name: str


@dataclass(frozen=True)
class Stretch:
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


def show_axis(data: PageData, language: Language) -> None:
    """Show the slider and the three lanes; the browser moves it, and shows each step by itself."""
    axis = _Axis(data, language)
    veil = Veil(data.atlas, language.code, asked_to_hide(), language.words("learn-gap"))
    dated = list(axis.stretches())
    with st.container(key="axis"):
        if len(data.timeline.steps) > 1:
            _slider(key=DAY_KEY)
        show(
            "axis.html",
            language,
            columns=axis.columns,
            days=list(axis.days()),
            stated=[each for each in dated if each.look is Grade.STATED],
            within=_in_rows([each for each in dated if each.look is not Grade.STATED]),
            rows_most=ROWS_MOST,
            marks_most=max(1, MARKS_IN_ALL // max(axis.columns, 1)),
            timeline=data.timeline,
            veil=veil,
            undated=[event for event in data.atlas.events if not data.timeline.interval(event)],
            topics={
                topic.id: veil.plain(topic.title.read(language.code), None)
                for topic in data.atlas.statement.topics
            },
            shape=data.atlas.statement.shapes,
            most=LISTED_MOST,
            label=lambda event: _label(data, event, language, veil),
            link=lambda event: link_to(event, data, data.first_day, language),
        )


def _label(data: PageData, event: Event, language: Language, veil: Veil) -> str:
    when = language.date_of(event, data.timeline)
    look = data.timeline.grade(event)
    if look is not Grade.NONE:
        when += f", {language.words(f'look-{look.value}')}"
    return f"{when}: {veil.plain(event.title.read(language.code), event)}"


class _Axis:
    """The steps of a timeline in columns."""

    def __init__(self, data: PageData, language: Language) -> None:
        self._data = data
        self._language = language
        self._steps = data.timeline.steps
        self.columns = min(len(self._steps), COLUMNS_MOST)

    def days(self) -> Iterator[Day]:
        """Yield the names of columns, as a calendar writes them."""
        width = max(-(-self.columns // NAMES_MOST), 1)
        columns = range(0, self.columns, width)
        first = [self._steps[self._first(column)] for column in columns]
        names = self._language.calendar_names(first)
        yield from (Day(column, width, name) for column, name in zip(columns, names, strict=True))

    def stretches(self) -> Iterator[Stretch]:
        """Yield those of all dated events: what is stated first, then by start, longest first."""
        looks = list(Grade)
        timeline = self._data.timeline
        grouped: dict[tuple[int, int, int, tuple[bool, bool]], list[Event]] = {}
        for event in self._data.atlas.events:
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
            yield Stretch(first, last, looks[look], is_open, when, tuple(grouped[at]))

    def _when(self, first: int, last: int, is_open: tuple[bool, bool]) -> str:
        start = None if is_open[0] else self._reach(first)[0]
        end = None if is_open[1] else self._reach(last)[1]
        return self._language.when(None, Interval(start, end))

    def _reach(self, column: int) -> tuple[date, date]:
        """Return the first and the last day of a column."""
        timeline = self._data.timeline
        last = self._first(column + 1) - 1
        return timeline.stretch(self._first(column))[0], timeline.stretch(last)[1]

    def _first(self, column: int) -> int:
        """Return the first step of a column."""
        return -(-column * len(self._steps) // self.columns)

    def _column(self, step: int) -> int:
        return step * self.columns // len(self._steps)


def _in_rows(brackets: Sequence[Stretch]) -> list[Stretch]:
    """Return the ``brackets`` in as few rows as they fit into without lying over one another."""
    ends: list[int] = []
    placed = []
    for bracket in brackets:
        row = next((n for n, end in enumerate(ends) if end < bracket.first), len(ends))
        ends[row:] = [bracket.last, *ends[row + 1 :]]
        placed.append(replace(bracket, row=row))
    return placed
