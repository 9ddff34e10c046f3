"""What the page shows, kept in its address: day and event, beside the language.

So a link opens exactly the view that it was copied from. What an address shows, `address.js` says
in the browser; one table of cases holds both to the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from urllib.parse import urlencode

from statement_map.language import Language
from statement_map.model import Event
from statement_map.panels.data import PageData
from statement_map.panels.query import read_value, write_query
from statement_map.panels.views import view_query

DAY_KEY = "date"
"""The slider's key, its name in the address, and its class on the page."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def current_day(data: PageData) -> date | None:
    """Return the day that is shown, None where nothing is dated.

    It is the last stop of the slider up to the day that the address names. Where it names none
    that the slider reaches, it is the day of the event that it names, else the first.
    """
    steps = data.timeline.steps
    if not steps:
        return None
    named = _day(read_value(DAY_KEY) or "")
    if named and steps[0] <= named <= steps[-1]:
        return steps[data.timeline.step_at(named)]
    event = data.events.get(named_event() or "")
    return data.timeline.day_of(event, steps[0]) if event else steps[0]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def named_event() -> str | None:
    """Return the id that the address names, whether there is such an event or not."""
    return read_value("event")


def current_event(data: PageData) -> Event | None:
    """Return the chosen event, else the first that the text states for the day, else None."""
    chosen = data.events.get(named_event() or "")
    day = current_day(data)
    if chosen or day is None:
        return chosen
    return data.timeline.first_stated[data.timeline.step_at(day)]


def forget_event() -> None:
    """Let the day alone decide what is shown."""
    write_query("event", None)


def links_from(data: PageData, day: date | None, language: Language) -> Callable[[Event], str]:
    """Return what gives the query that opens an event from a page that shows ``day``."""
    view = view_query()

    def link_to(event: Event) -> str:
        query = {"event": [event.id], "lang": [language.code], **view}
        if day:
            query[DAY_KEY] = [data.timeline.day_of(event, day).isoformat()]
        return "?" + urlencode(query, doseq=True)

    return link_to
