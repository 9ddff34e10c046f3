"""Waiting for heavy work, which is done in worker processes (see ``statement_map.working``).

Whoever waits sees the place in the queue and may leave it. A run of the page that comes between,
because the language was switched or the connection was cut for a moment, goes on waiting; a tab
that was closed does not.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import Any

import streamlit as st

from statement_map.errors import DataErrors
from statement_map.geocoding.candidates import Candidate
from statement_map.language import Language
from statement_map.panels.data import show_errors
from statement_map.panels.review.faults import show_faults
from statement_map.prose.text import LANGUAGES
from statement_map.reviewing import jobs
from statement_map.reviewing.jobs import NothingFoundError, UnknownLanguageError
from statement_map.working import (
    Limits,
    Pool,
    QueueFullError,
    Ticket,
    UnfinishedError,
    Why,
    count_free,
    count_processors,
    free_bytes,
)

LEAST_FREE_BYTES = 64 * 2**20
"""With less memory than this nothing more is begun: those who are here already need it."""

_NAMES_KEPT = 500
"""Names whose places are kept for all visitors; a draft has some dozens."""

_WORKER_BYTES = 256 * 2**20
"""What a worker needs that has read its tables and drafts a page."""

LONGEST_WAIT_S = 60.0
"""Nobody is let into a queue that takes longer."""

_DRAFT_S = 1.0
_START_S = 2.5
"""What a page, and a worker that begins, take of a processor."""

_FEW_PROCESSORS = 2
"""From so many on, what steps leave is enough."""

_TICKET = "review-ticket"
_LOOK_S = 0.3
"""How often a page that waits says how far its draft is: its bar moves, and little is sent."""

_QUICK_S, _FIRST_S = 10.0, 60.0
"""A look-up takes less than a second; who would wait longer than this is told so.

The second holds where a worker has to begin first, which takes long on a slow machine.
"""


@st.cache_resource(show_spinner=False)
def _pool() -> Pool:
    """Return the pool that all visitors share; a small machine has one worker, another two."""
    free = free_bytes()
    has_little = free is not None and free < 4 * _WORKER_BYTES
    is_small = has_little or count_processors() < _FEW_PROCESSORS
    return Pool(Limits(workers=1 if is_small else 2))


def begin(job: Callable[..., Any], *arguments: Any, language: Language) -> None:
    """Queue a job for this visitor, instead of one that still waits; or say that there is no room.

    What comes of it is told by :func:`wait`.
    """
    leave()
    pool, free = _pool(), free_bytes()
    least = LEAST_FREE_BYTES if pool.is_at_work else LEAST_FREE_BYTES + _WORKER_BYTES
    seconds = _wait_s(pool)
    if seconds > LONGEST_WAIT_S:
        show_faults(language, [language.words("review-no-time", n=minutes(seconds))])
        return
    try:
        if free is not None and free < least:
            raise QueueFullError
        st.session_state[_TICKET] = pool.submit(job, *arguments)
    except QueueFullError:
        show_faults(language, [language.words("review-no-room")])


def _wait_s(pool: Pool) -> float:
    """Return how long one more would wait, where there are few processors; else 0.

    Workers share what there is with the process that answers those who step, so what steps take now
    is no more to be had.
    """
    processors = count_processors()
    if processors >= _FEW_PROCESSORS:
        return 0.0
    return estimate_wait_s(pool.waiting, count_free(processors), is_started=pool.is_at_work)


def estimate_wait_s(waiting: int, free: float, *, is_started: bool) -> float:
    """Return the seconds to a draft behind ``waiting`` others, with so many ``free`` processors."""
    needed = _DRAFT_S * (waiting + 1) + (0 if is_started else _START_S)
    return needed / max(free, 0.001)


def minutes(seconds: float) -> int:
    """Return how many minutes are told: an hour stands for more, too."""
    return min(60, ceil(seconds / 60))


def is_waiting() -> bool:
    """Return whether this visitor waits for something."""
    return _TICKET in st.session_state


def leave() -> None:
    """Give up what this visitor waits for."""
    ticket: Ticket | None = st.session_state.pop(_TICKET, None)
    if ticket:
        ticket.leave()


def wait(language: Language) -> Any:
    """Show how far it is until it is done; return what came of it, None if only a message did."""
    ticket: Ticket = st.session_state[_TICKET]
    with st.container(key="review-waiting"):
        told = st.empty()
        st.button(language.words("review-leave"), key="review-leave", on_click=leave)
    try:
        while True:
            place = ticket.place
            words = (
                language.words("review-place-in-queue", place=place)
                if place
                else language.words("review-drafting")
            )
            # Also a run that is to end, since somebody left or the tab was closed, ends here.
            told.progress(ticket.progress, words)
            if ticket.wait(_LOOK_S):
                break
    finally:
        ticket.let_go()
    del st.session_state[_TICKET]
    told.empty()
    return _result(ticket, language)


def _result(ticket: Ticket, language: Language) -> Any:
    try:
        return ticket.result()
    except UnknownLanguageError:
        readable = language.any_of(LANGUAGES)
        show_faults(language, [language.words("review-no-language", languages=readable)])
    except NothingFoundError:
        show_faults(language, [language.words("review-nothing-found")])
    except DataErrors as errors:
        if ticket.job is jobs.open_uploads:
            show_errors(errors, language)
        else:
            show_faults(language, [str(error) for error in errors.faults])
    except UnfinishedError as error:
        if error.why is not Why.LEFT:
            show_faults(language, [language.words(f"review-unfinished-{error.why}")])
    return None


def ask(job: Callable[..., Any], *arguments: Any) -> Any:
    """Have something small looked up before all that waits; None if that takes too long."""
    try:
        return look_up(job, *arguments)
    except UnfinishedError:
        return None


def candidates(names: tuple[str, ...]) -> tuple[Candidate, ...]:
    """Return what is called by one of ``names``, the likeliest first; nothing if it takes long."""
    try:
        return _known(names)
    except UnfinishedError:
        return ()


@st.cache_data(max_entries=_NAMES_KEPT, show_spinner=False)
def _known(names: tuple[str, ...]) -> tuple[Candidate, ...]:
    found: tuple[Candidate, ...] = look_up(jobs.find_candidates, names)
    return found


def look_up(job: Callable[..., Any], *arguments: Any) -> Any:
    """Have something small looked up before all that waits.

    Raises :class:`UnfinishedError` if that takes too long.
    """
    patience_s = _QUICK_S if _pool().is_at_work else _FIRST_S
    ticket = _pool().submit(job, *arguments, is_urgent=True)
    try:
        if not ticket.wait(patience_s):
            raise UnfinishedError(Why.TIME)
        return ticket.result()
    finally:
        ticket.let_go()
