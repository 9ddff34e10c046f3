"""The strip: every event on the time axis, above the slider, with the buttons that play it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from statement_map.language import Language
from statement_map.model import Event
from statement_map.panels.address import link_to
from statement_map.panels.data import PageData
from statement_map.panels.gaps import Veil
from statement_map.panels.templates import show
from statement_map.panels.views import asked_to_hide
from statement_map.timeline import Grade, Interval

COLUMNS_MOST = 40
"""More days than this share columns, so that a column stays wide enough to point at."""

NAMES_MOST = 12
"""As many days are named at most; more would run into one another."""

GROUP_FROM = 13
"""So many events of one span are shown as a number for each topic, which opens their list."""

UNDATED_GROUP_FROM = 61
"""The tray of the undated is wider."""

LISTED_MOST = 100
"""So many events of a group are listed at most, the rest are counted; the list has them all."""

SHAPES = 7
"""How many shapes and colours the style of the page knows; further topics begin anew."""


@dataclass(frozen=True)
class Group:
    """Events of one topic; shown as a number, or one by one where there is room."""

    topic: str
    events: tuple[Event, ...]
    is_number: bool


@dataclass(frozen=True)
class Span:
    """Events that share a stretch of the axis; columns count from 0, both ends included."""

    first: int
    last: int
    look: Grade
    is_open: bool
    when: str
    groups: tuple[Group, ...]


def show_strip(data: PageData, language: Language) -> None:
    """Show all events on the axis, the undated in a tray, and a legend that filters."""
    steps = data.timeline.steps
    columns = min(len(steps), COLUMNS_MOST)
    days_a_name = -(-columns // NAMES_MOST)
    shapes = {topic.id: n % SHAPES for n, topic in enumerate(data.atlas.statement.topics)}
    veil = Veil(data.atlas, language.code, asked_to_hide(), language.words("learn-gap"))
    with st.container(key="strip"):
        show(
            "strip.html",
            language,
            columns=columns,
            days=[
                language.calendar_day(steps[-(-column * len(steps) // columns)])
                for column in range(0, columns, days_a_name)
            ],
            days_a_name=days_a_name,
            spans=tuple(_spans(data, columns, language)),
            timeline=data.timeline,
            veil=veil,
            undated=_groups(
                [event for event in data.atlas.events if not data.timeline.interval(event)],
                UNDATED_GROUP_FROM,
            ),
            topics={
                topic.id: veil.plain(topic.title.read(language.code), None)
                for topic in data.atlas.statement.topics
            },
            shape=shapes,
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


def _spans(data: PageData, columns: int, language: Language) -> Iterator[Span]:
    """Yield the spans of all dated events: what is stated first, then by start, longest first."""
    looks = list(Grade)
    grouped: dict[tuple[int, int, int, tuple[bool, bool]], list[Event]] = {}
    for event in data.atlas.events:
        interval = data.timeline.interval(event)
        if interval is None:
            continue
        first, last = (_column(data, step, columns) for step in data.timeline.reach(interval))
        has_ends = (interval.start is not None, interval.end is not None)
        at = (looks.index(data.timeline.grade(event)), first, last, has_ends)
        grouped.setdefault(at, []).append(event)
    days: dict[int, list[date]] = {}
    for step in range(len(data.timeline.steps)):
        days.setdefault(_column(data, step, columns), []).extend(data.timeline.stretch(step))
    for at in sorted(grouped, key=lambda at: (at[0], at[1], -at[2])):
        look, first, last, (has_start, has_end) = at
        start = days[first][0] if has_start else None
        end = days[last][-1] if has_end else None
        when = language.when(None, Interval(start, end))
        groups = _groups(grouped[at], GROUP_FROM)
        yield Span(first, last, looks[look], not (has_start and has_end), when, groups)


def _groups(events: Sequence[Event], number_from: int) -> tuple[Group, ...]:
    """Return the ``events``: few in the order of the text, from ``number_from`` on by topic."""
    if len(events) < number_from:
        return tuple(Group(event.topic, (event,), is_number=False) for event in events)
    by_topic: dict[str, list[Event]] = {}
    for event in events:
        by_topic.setdefault(event.topic, []).append(event)
    return tuple(Group(topic, tuple(of), is_number=True) for topic, of in by_topic.items())


def _column(data: PageData, step: int, columns: int) -> int:
    return step * columns // len(data.timeline.steps)
