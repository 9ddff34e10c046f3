"""The work on the page, what was typed but cannot be, and what the browser keeps of it.

The work lives in the visitor's session and in the browser's IndexedDB (see ``keeping``). What is
typed is taken as soon as the field is left; where it is refused it stays in its field, beside the
reason, until it is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from secrets import randbelow, token_hex
from typing import Any, TypeAlias

import streamlit as st

from statement_map.errors import DataError, DataErrors
from statement_map.model import Event, Place, Statement
from statement_map.reading.messages import Loc, write_path
from statement_map.reviewing import History, Work, editing
from statement_map.reviewing.looking_up import ReadDate
from statement_map.reviewing.settling import date_event

Subject: TypeAlias = tuple[str, str]
"""What a form is about: ``event``, ``place`` or ``statement``, and its id."""

STATEMENT: Subject = ("statement", "")

TEXT, SHEET, FORMS = "text", "sheet", "forms"
"""Where on the page something is done, and said where it cannot be."""

WHEN: Loc = ("when",)
"""The field for the date of an event."""

TABS = ("events", "places", "statement", "chapters", "notes")
"""The forms."""

QUESTIONS = ("issuer", "publisher", "published")
"""What is asked about a text first; see ``questions``."""

DATES = "dates"
"""What is made of the text and not of the work, and so outlives an edit."""

_DESK = "review-desk"


@dataclass(frozen=True)
class Typed:
    """What was typed for a subject and refused: values by path, and why."""

    values: Mapping[Loc, Any]
    faults: tuple[DataError, ...]


@dataclass(frozen=True)
class Picking:
    """A place that waits for what is drawn on the map, asked for ``where`` on the page.

    ``shape`` is a point, a circle (its middle and a point of its edge), an area (its corners), or
    an outline: that of the country or region around a point.
    """

    place: str
    shape: str
    where: str = FORMS


@dataclass
class Desk:
    """What is on the page of one visitor.

    ``id`` tells it from every other desk. ``at_fault`` is where on the page that was asked for
    which has ``faults``. ``round`` is a part of the keys of all fields. It goes up when a value
    changes other than by typing, since a Streamlit widget takes a new value only under a new key;
    no two desks begin alike, since a browser may send a field's value of before to a new session.
    ``saved`` is the work as it was taken home last, ``record`` what the browser calls the work that
    this was opened from, ``tab`` the open form, ``place`` the chosen place and ``picking`` the one
    that waits for the map. ``read_of`` is an event whose date was typed last, with those of the
    words that were read. ``deeds`` counts what was pressed on the sheet: each is answered.
    ``unknown`` are the questions that were answered with *not known*. ``in_all_languages`` says
    that a text has a field for each language, and not for that of the statement alone.
    """

    history: History
    saved: Work | None = None
    record: str | None = None
    id: str = field(default_factory=partial(token_hex, 8))
    typed: dict[Subject, Typed] = field(default_factory=dict)
    faults: tuple[DataError, ...] = ()
    at_fault: str = ""
    round: int = field(default_factory=partial(randbelow, 1_000_000_000))
    tab: str = TABS[0]
    place: str | None = None
    picking: Picking | None = None
    read_of: tuple[str, str] | None = None
    deeds: int = 0
    unknown: set[str] = field(default_factory=set)
    in_all_languages: bool = False

    @property
    def work(self) -> Work:
        """The work as it is now."""
        return self.history.present

    @property
    def is_unsaved(self) -> bool:
        """Whether something would be lost if the page were left."""
        return self.saved != self.work or bool(self.typed)

    def do(self, change: Callable[[Work], Work], where: str = FORMS) -> None:
        """Make a change, or say why it cannot be, ``where`` on the page it was asked for."""
        self.faults, self.at_fault = (), where
        try:
            work = change(self.work)
        except DataErrors as errors:
            self.faults = errors.faults
        else:
            before, self.history = self.work, self.history.add(work)
            self.round += 1
            self._take_again(before)

    def type_in(self, subject: Subject, path: Loc, value: Any) -> None:
        """Take what was typed into a field together with what was refused before."""
        before = self.typed.get(subject)
        self.faults = ()
        self._take(subject, {**(before.values if before else {}), path: value})

    def type_date(self, id_: str, words: str, read: ReadDate | None) -> None:
        """Take what was typed for the date of an event, and what it was ``read`` as."""
        subject = ("event", id_)
        if words.strip() and read is None:
            self.type_in(subject, WHEN, words)
            return
        before = self.typed.pop(subject, None)
        self.faults = ()
        self.history = self.history.add(date_event(self.work, id_, read.when if read else None))
        self.read_of = (id_, read.words) if read and read.words != words.strip() else None
        rest = (
            {path: value for path, value in before.values.items() if path != WHEN} if before else {}
        )
        if rest:
            self._take(subject, rest)

    def _take(self, subject: Subject, values: Mapping[Loc, Any]) -> None:
        self.typed.pop(subject, None)
        try:
            work = _change(self.work, subject, values)
        except DataErrors as errors:
            self.typed[subject] = Typed(values, errors.faults)
        else:
            self.history = self.history.add(work)

    def faults_at(self, where: str) -> list[str]:
        """Return why what was asked for at this part of the page cannot be."""
        return [fault.message for fault in self.faults] if self.at_fault == where else []

    def left_open(self) -> dict[str, Any]:
        """Return what is on the page besides the work, for :meth:`take_back`."""
        typed = [
            [*subject, path, value]
            for subject, its in self.typed.items()
            for path, value in its.values.items()
        ]
        unknown = " ".join(sorted(self.unknown))
        left = {"tab": self.tab, "place": self.place, "typed": typed, "unknown": unknown}
        return {**left, "languages": self.in_all_languages}

    def take_back(self, left: Mapping[str, Any]) -> None:
        """Put on the page what :meth:`left_open` returned, as far as the work has it.

        A browser may hand back anything; what fits no field is left out.
        """
        self.tab = left["tab"] if left.get("tab") in TABS else self.tab
        self.place = place if isinstance(place := left.get("place"), str) else None
        self.unknown = {name for name in QUESTIONS if name in _words(left.get("unknown"))}
        self.in_all_languages = left.get("languages") is True
        typed = left.get("typed")
        for each in typed if isinstance(typed, list) else ():
            match each:
                case [str(kind), str(id_), [*path], value] if self._has_field(
                    (kind, id_), tuple(path)
                ) and _is_typed(value):
                    self.type_in((kind, id_), tuple(path), value)

    def _has_field(self, subject: Subject, path: Loc) -> bool:
        """Return whether there can be a field at ``path``, and none in it or around it."""
        typed = self.typed[subject].values if subject in self.typed else {}
        return _leads(_data(self.work, subject), path) and not any(
            all(one == other for one, other in zip(path, known, strict=False))
            for known in typed
            if known != path
        )

    def _take_again(self, before: Work) -> None:
        """Take what was refused again, but for what a change has replaced or removed."""
        for subject, typed in list(self.typed.items()):
            old, new = _data(before, subject), _data(self.work, subject)
            kept = {
                path: value
                for path, value in typed.values.items()
                if new and old.get(str(path[0])) == new.get(str(path[0]))
            }
            if kept:
                self._take(subject, kept)
            else:
                del self.typed[subject]

    def forget_typed(self, subject: Subject) -> None:
        """Take back what was typed for a subject and refused."""
        self.typed.pop(subject, None)
        self.round += 1

    def go(self, history: History) -> None:
        """Go back or forth; what was refused belongs to another state and is gone."""
        self.history = history
        self.faults, self.typed, self.picking = (), {}, None
        self.round += 1

    def show_place(self, id_: str) -> None:
        """Turn to the form of a place."""
        self.tab, self.place, self.picking = "places", id_, None

    @property
    def chosen_place(self) -> Place | None:
        """The place to show: the chosen one, else the first, None if there is none."""
        places = self.work.atlas.places
        return places.get(self.place or "") or next(iter(places.values()), None)

    def event(self, id_: str | None) -> Event:
        """Return the event with this id, the first one if there is none."""
        events = self.work.atlas.events
        return next((event for event in events if event.id == id_), events[0])

    def value(self, subject: Subject, path: Loc) -> Any:
        """Return what a field shows: what was typed, else what the work has; None for nothing."""
        typed = self.typed.get(subject)
        if typed and path in typed.values:
            return typed.values[path]
        value: Any = _data(self.work, subject)
        for step in path:
            value = value[step] if isinstance(step, int) else (value or {}).get(step)
        return value

    def faults_of(self, subject: Subject) -> dict[str, list[str]]:
        """Return what is wrong with what was typed, by field; those of no field at ``""``."""
        typed = self.typed.get(subject)
        found: dict[str, list[str]] = {}
        for fault in typed.faults if typed else ():
            own = re.fullmatch(rf"{re.escape(_where(self.work, subject))}(?:\.(.+))?", fault.field)
            path = own[1] if own else None
            found.setdefault(path or "", []).append(fault.message if path else _tell(fault))
        return found


def current_desk() -> Desk | None:
    """Return what the visitor works at, None if nothing was opened."""
    desk: Desk | None = st.session_state.get(_DESK)
    return desk


@st.cache_resource(scope="session", show_spinner=False)
def made_of_work() -> dict[str, Any]:
    """Return what was made of a visitor's work, for whoever makes it to keep there.

    Streamlit keeps a session for minutes after its tab was closed, since it may come back; this it
    gives back at once, and what is made of the work can be made again.
    """
    return {}


def open_desk(work: Work, *, is_saved: bool = False) -> Desk:
    """Put ``work`` on the page."""
    desk = Desk(History(work), work if is_saved else None)
    st.session_state[_DESK] = desk
    return desk


def clear_desk() -> None:
    """Take the work off the page."""
    st.session_state.pop(_DESK, None)


def _tell(fault: DataError) -> str:
    return f"{fault.field}: {fault.message}" if fault.field else fault.message


def _where(work: Work, subject: Subject) -> str:
    kind, id_ = subject
    if kind == "event":
        return write_path(("events", [event.id for event in work.atlas.events].index(id_)))
    return write_path(("places", id_)) if kind == "place" else "statement"


def _data(work: Work, subject: Subject) -> dict[str, Any]:
    """Return what the work has of a subject; nothing if it is gone."""
    kind, id_ = subject
    model: Event | Place | Statement | None = None
    if kind == "event":
        model = next((event for event in work.atlas.events if event.id == id_), None)
    elif kind == "place":
        model = work.atlas.places.get(id_)
    elif subject == STATEMENT:
        model = work.atlas.statement
    return model.model_dump(mode="json", by_alias=True, exclude_none=True) if model else {}


def _change(work: Work, subject: Subject, typed: Mapping[Loc, Any]) -> Work:
    data = _data(work, subject)
    for path, value in typed.items():
        _put(data, path, value)
    values = {key: data.get(key) for path in typed if isinstance(key := path[0], str)}
    kind, id_ = subject
    if kind == "event":
        return editing.change_event(work, id_, values)
    if kind == "place":
        return editing.change_place(work, id_, values)
    return editing.change_statement(work, values)


def _leads(data: Any, path: Sequence[Any]) -> bool:
    """Return whether ``path`` leads to where ``data`` has something, or could have it."""
    match data, path:
        case (dict(), [str(key)]):
            return bool(data) and bool(key)
        case (dict(), [str(key), *rest]):
            return bool(data) and _leads(data.get(key, {"": None}), rest)
        case (list(), [int(position), *rest]) if 0 <= position < len(data):
            return not rest or _leads(data[position], rest)
    return False


def _is_typed(value: object) -> bool:
    """Return whether ``value`` is of a kind that a field has."""
    if isinstance(value, list):
        return all(isinstance(item, str) for item in value)
    return value is None or isinstance(value, str | bool)


def _put(data: Any, path: Sequence[Any], value: Any) -> None:
    *outer, last = path
    for step in outer:
        data = data.setdefault(step, {}) if isinstance(data, dict) else data[step]
    data[last] = value


def _words(value: object) -> list[str]:
    return value.split() if isinstance(value, str) else []
