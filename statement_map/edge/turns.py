"""Many sessions share one lock (GIL): what makes those who step wait least for the others.

Somebody's page of their own is made of a hundred and more parts in a tenth of a second; a step is
six small messages.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial, wraps
from threading import Lock
from typing import Any

from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.state import SafeSessionState

_TURN_S = 0.0005
"""So long a thread may run while others wait for Python's lock. A step asks for it some fifteen
times, in three threads and at each message: with Python's own 5 ms it waited for everybody whose
page was being made. Still shorter turns cost more than they give."""

_YOUNG_OBJECTS = 20_000
"""So many new objects have the garbage collection look at them, not Python's 700: it went through
all that thirty authors have on their pages every few seconds, a tenth of a second each time."""

_LOGGER = logging.getLogger(__name__)


def take_turns() -> None:
    """Let those who step come between, and spare the pages of others what they need not do."""
    sys.setswitchinterval(_TURN_S)
    gc.set_threshold(_YOUNG_OBJECTS)
    _wake_once()
    _copy_no_values()


def _wake_once() -> None:
    """Wake the loop that sends once for all that waits for it, not twice for each part of a page.

    Streamlit does so through the kernel, and who comes from there waits for Python's lock again.
    """
    wake = Runtime._enqueued_some_message
    handle = AppSession._handle_scriptrunner_event_on_event_loop

    def wake_from_elsewhere(runtime: Runtime) -> None:
        of_loop = runtime._get_async_objs()
        if asyncio._get_running_loop() is of_loop.eventloop:
            of_loop.need_send_data.set()
        else:
            wake(runtime)

    # What it wraps has to live on: the first run of app.py goes on meanwhile, and has it weakly.
    @wraps(AppSession._on_scriptrunner_event)
    def tell(session: AppSession, *event: Any, **more: Any) -> None:
        events: _Events = vars(session).setdefault("_statement_map_events", _Events())
        if events.add(partial(handle, session, *event, **more)):
            session._call_soon_on_event_loop(events.handle)

    _put(Runtime, "_enqueued_some_message", wake_from_elsewhere)
    _put(AppSession, "_on_scriptrunner_event", tell)


class _Events:
    """What a run of a script has told and the loop has not yet heard, in its order."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: list[Callable[[], None]] = []

    def add(self, event: Callable[[], None]) -> bool:
        """Add one; return whether it is the first, of which the loop has to be told."""
        with self._lock:
            self._waiting.append(event)
            return len(self._waiting) == 1

    def handle(self) -> None:
        """Handle all that there are; one that fails keeps none of the others from it."""
        with self._lock:
            waiting, self._waiting = self._waiting, []
        for event in waiting:
            try:
                event()
            except Exception:
                _LOGGER.exception("an event of a script could not be handled")


def _copy_no_values() -> None:
    """Spare each field of a form a copy of the values of all others: it looks up its own."""
    copy = vars(SafeSessionState)["filtered_state"].fget
    _put(SafeSessionState, "filtered_state", property(lambda state: _Kept(state, copy)))


def _put(kind: type, name: str, value: object) -> None:
    setattr(kind, name, value)


class _Kept(Mapping[str, Any]):
    """What a session keeps, by name, as Streamlit's own dictionary of it, which copies it all."""

    def __init__(self, state: SafeSessionState, copy: Any) -> None:
        self._safe, self._copy = state, copy

    def __contains__(self, name: object) -> bool:
        with self._safe._lock:
            return name in self._safe._state

    def __getitem__(self, name: str) -> Any:
        with self._safe._lock:
            return self._safe._state[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._copy(self._safe))

    def __len__(self) -> int:
        return len(self._copy(self._safe))
