"""The list: every event as a table with search and filters, the accessible form of the map.

It is a fragment of its own, so that filtering runs neither the map nor the step. What is filtered
by stands in the address, in words that no language changes. What is hidden from learners has a gap
here and is not found either; what they reveal, the card alone tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import streamlit as st

from statement_map.finding import FACETS, Wanted, build_index, find_events
from statement_map.language import Language
from statement_map.model import Kind
from statement_map.panels.address import links_from
from statement_map.panels.data import PageData
from statement_map.panels.gaps import Veil
from statement_map.panels.program import part
from statement_map.panels.query import (
    note_made_of,
    read_value,
    read_values,
    unmet_wishes,
    write_query,
)
from statement_map.panels.templates import show
from statement_map.panels.views import asked_to_hide
from statement_map.panels.without_pandas import unlooked
from statement_map.timeline import Grade

ROWS = 200
"""As many rows are shown at first, and again with each "more"."""

MOST_LETTERS = 200
"""Longer words to look for are cut off."""

_WORDS = "search"
_ROWS = "list-rows"
_CLEARED = "list-cleared"
_TOLD = "list-told"

_lists = part(
    "lists",
    html='<p class="list-status" role="status"></p>',
)


@st.fragment
def show_event_list(data: PageData, language: Language) -> None:
    """Show the events that the address asks for, each leading to its place on the map."""
    veil = Veil(data.atlas, language.code, asked_to_hide(), language.words("learn-gap"))
    choices = _choices(data, language, veil)
    wanted, unknown = _read_address(choices)
    note_made_of(_WORDS, *FACETS)
    with st.container(key="event-list"):
        show("list_head.html", language, total=len(data.atlas.events))
        _show_filters(wanted, choices, language, veil)
        if unknown:
            show("list_unknown.html", language, unknown=unknown)
        _show_rows(data, language, wanted, veil)


def _choices(data: PageData, language: Language, veil: Veil) -> dict[str, dict[str, str]]:
    """Return what there is to choose from: for each facet, names by value."""
    choices = {
        "topic": {
            topic.id: veil.plain(topic.title.read(language.code), None)
            for topic in data.atlas.statement.topics
        },
        "kind": {kind.value: language.words(f"kind-{kind.value}") for kind in Kind},
        "basis": {
            grade.value: language.words("undated" if grade is Grade.NONE else f"look-{grade.value}")
            for grade in Grade
            if grade in data.timeline.grades
        },
    }
    if "place" not in veil.hidden:
        named = {mention.id for event in data.atlas.events for mention in event.places}
        choices["place"] = {
            place.id: place.names.read(language.code)
            for place in data.atlas.places.values()
            if place.id in named
        }
    return choices


def _read_address(choices: Mapping[str, Mapping[str, str]]) -> tuple[Wanted, list[str]]:
    """Return what the address asks for, and what in it this statement does not know."""
    facets, unknown = {}, []
    for facet, names in choices.items():
        values = list(dict.fromkeys(read_values(facet)))
        facets[facet] = tuple(value for value in values if value in names)
        unknown += [f"{facet}={value}" for value in values if value not in names]
    return Wanted((read_value(_WORDS) or "")[:MOST_LETTERS], facets), unknown


def _show_filters(
    wanted: Wanted, choices: Mapping[str, Mapping[str, str]], language: Language, veil: Veil
) -> None:
    # One set of widgets a language and view: Streamlit remembers what was chosen by its name.
    # Cleared, they are others: a browser may still tell what it had in those of before.
    cleared = st.session_state.get(_CLEARED, 0)
    named = "-".join((language.code, *sorted(veil.hidden), *([str(cleared)] if cleared else [])))
    keys = {name: f"list-{name}-{named}" for name in (_WORDS, *choices)}
    values = {_WORDS: wanted.words} | {facet: list(wanted.facets[facet]) for facet in choices}
    told = _fill({keys[name]: value for name, value in values.items()})

    def keep(changed: str) -> None:
        told.discard(keys[changed])  # the browser has it from its visitor
        _write_address({name: st.session_state[key] for name, key in keys.items()})

    with st.container(key="list-filters"):
        st.text_input(
            language.words("list-search"),
            key=keys[_WORDS],
            max_chars=MOST_LETTERS,
            type="search",
            autocomplete="off",  # what was looked for before may be what learners are to find
            live=True,
            placeholder=language.words("list-search-hint"),
            on_change=keep,
            args=(_WORDS,),
        )
        for facet, names in choices.items():
            st.multiselect(
                language.words(f"list-{facet}"),
                list(names),
                format_func=names.__getitem__,
                key=keys[facet],
                placeholder=language.words("list-any"),
                select_all=False,  # its name is English in every language
                wrap=False,  # a second line comes and goes under the pointer, and clicks miss
                on_change=keep,
                args=(facet,),
            )
        st.button(
            language.words("list-clear"),
            key="list-clear",
            on_click=_clear,
        )


def _fill(values: Mapping[str, str | list[str]]) -> set[str]:
    """Let the filters show these ``values``, by their keys; return which ones are told theirs.

    Those that may show others are, and then with every run: what goes out with one alone is never
    shown where the next comes too soon. No others are: a filter that is told its value forgets what
    is typed in it, and on a slow machine a click falls on what stands there instead.
    """
    told: set[str] = st.session_state.setdefault(_TOLD, set())
    told.update(
        key for key, value in values.items() if st.session_state.get(key, type(value)()) != value
    )
    st.session_state.update({key: value for key, value in values.items() if key in told})
    return told


def _clear() -> None:
    st.session_state[_CLEARED] = st.session_state.get(_CLEARED, 0) + 1
    _write_address(dict.fromkeys((_WORDS, *FACETS), ""))


def _write_address(values: Mapping[str, str | list[str]]) -> None:
    for name, value in values.items():
        write_query(name, value)
    st.session_state[_ROWS] = ROWS


def _show_rows(
    data: PageData,
    language: Language,
    wanted: Wanted,
    veil: Veil,
) -> None:
    timeline, total = data.timeline, len(data.atlas.events)
    index = _words_of_events(data, language, veil.hidden) if wanted.words else {}
    found = find_events(data.atlas.events, timeline, index, wanted)
    rows = found[: st.session_state.get(_ROWS, ROWS)]
    status = language.words("list-count", n=total, found=language.number(len(found)))
    if len(rows) < len(found):
        status += " " + language.words("list-first", n=len(rows))
    line = st.container()
    show(
        "event_list.html",
        language,
        atlas=data.atlas,
        rows=rows,
        topics={topic.id: topic.title for topic in data.atlas.statement.topics},
        gap=language.words("learn-gap"),
        veil=veil,
        timeline=timeline,
        link=links_from(data, data.first_day, language),
    )
    with line:  # said when the table is there
        _lists(key="list-status", data=unlooked({"status": status, "wishes": unmet_wishes()}))
    if len(rows) < len(found):

        def show_more() -> None:
            st.session_state[_ROWS] = len(rows) + ROWS

        more = language.words("list-more", n=min(ROWS, len(found) - len(rows)))
        st.button(more, key="list-more", on_click=show_more)


@lru_cache(maxsize=8)
def _words_of_events(
    data: PageData, language: Language, hidden: frozenset[str]
) -> Mapping[str, str]:
    """Return by id what each event is found by where ``hidden`` is left out."""
    veil = Veil(data.atlas, language.code, hidden, "")
    return build_index(data.atlas, data.timeline, language, veil.plain)
