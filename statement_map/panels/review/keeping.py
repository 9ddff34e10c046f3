"""What the browser keeps of a work, whatever becomes of the tab, the connection and the server.

The counterpart of ``keeping.js`` and ``own_works.js``. The work is sent only when it has changed
since it was sent last, which its digest tells, or when the browser asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from secrets import token_hex
from typing import Any

import streamlit as st

from statement_map.errors import DataErrors
from statement_map.files.folder import world_outlines
from statement_map.language import Language
from statement_map.panels.page_language import current_language
from statement_map.panels.program import part
from statement_map.panels.review.desk import WHEN, Desk, current_desk, open_desk
from statement_map.panels.review.waiting import ask
from statement_map.reviewing import jobs
from statement_map.reviewing.opening import open_kept
from statement_map.reviewing.work import BOUNDARIES, EVENTS, PLACES, TEXT

_SESSION = "review-session"
_SENT = "review-sent"
_FORGET = "review-forget-kept"
_TYPED_AGAIN = "review-typed-again"
_ERASE = "review-erase-kept"
_REFUSED = "review-kept-refused"
_NOTICES = ("full", "unkept", "refused", "returned", "stale", "gone", "forked", "save", "ok")
_FILES = (EVENTS, PLACES, BOUNDARIES, TEXT)
_LIST = ("title", "explain", "row", "open", "delete", "all", "sure", "save")

_works = part("works", html='<section class="own-works"></section>')


def kept_data(desk: Desk | None, language: Language, wanted: object) -> dict[str, Any]:
    """Return what keeping.js takes; ``wanted`` is the digest of a work that it has missed."""
    state = st.session_state
    data: dict[str, Any] = {
        "session": state.setdefault(_SESSION, token_hex(8)),
        "desk": desk and desk.id,
        "kept": None,
        "digest": None,
        "record": desk and desk.record,
        "forget": state.get(_FORGET),
        "erase": state.get(_ERASE, False),
        "refused": state.get(_REFUSED),
        "language": language.code,
        "words": {name: language.entries[f"review-kept-{name}"] for name in _NOTICES},
    }
    if desk is None:
        return data
    state.pop(_FORGET, None)
    kept = _content(desk)
    data["digest"] = digest = _digest(kept)
    data["about"] = _about(desk, language, kept)
    if state.get(_SENT) != digest or wanted == digest:
        state[_SENT] = digest
        data["kept"] = kept
    return data


def show_own_works(language: Language) -> None:
    """Show the works that the browser keeps, which it alone knows of."""
    words = {name: language.entries[f"review-works-{name}"] for name in _LIST}
    _works(key="works", data={"words": words, "language": language.code})


def take_back(kept: object) -> None:
    """Put on the page what the browser kept; what cannot be read is refused, and kept aside."""
    if not isinstance(kept, Mapping) or current_desk():
        return
    if isinstance(start := kept.get("start"), list):
        _type_again(start)
        return
    record = record if isinstance(record := kept.get("record"), str) else None
    try:
        work = open_kept(kept)
    except DataErrors:
        st.session_state[_REFUSED] = record
        return
    desk = open_desk(work, is_saved=bool(kept.get("saved")))
    desk.record = record
    desk.take_back(kept)
    later = kept.get("later")
    desk.take_back({**desk.left_open(), "typed": [_entry(it) for it in _entries(later)]})
    _read_dates(desk)


def _read_dates(desk: Desk) -> None:
    """Read what was typed for dates, in words, right before the browser lost the server."""
    statement, language = desk.work.atlas.statement, current_language()
    for (_, id_), typed in list(desk.typed.items()):
        words = typed.values.get(WHEN)
        if isinstance(words, str) and (
            read := ask(jobs.find_date, words, statement, language.code)
        ):
            desk.type_date(id_, words, read)


def let_go(*, erase: bool) -> None:
    """Let the tab have no work any more; with ``erase`` the browser forgets it, too."""
    st.session_state[_FORGET] = token_hex(4)
    st.session_state[_ERASE] = erase
    st.session_state.pop(_SENT, None)


def _content(desk: Desk) -> dict[str, Any]:
    work = desk.work
    is_world = work.outlines is world_outlines()
    return {
        EVENTS: work.events_yaml,
        PLACES: work.locations_csv,
        BOUNDARIES: None if is_world else work.outlines.data.decode("utf-8-sig"),
        TEXT: work.text,
        "saved": desk.saved is work,
        **desk.left_open(),
    }


def _about(desk: Desk, language: Language, kept: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a list tells of the work, and which state of the map it is.

    Another form that is open makes no other state.
    """
    events = desk.work.atlas.events
    return {
        "title": desk.work.atlas.statement.title.read(language.code),
        "seen": sum(event.reviewed for event in events),
        "of": len(events),
        "state": _digest({name: kept[name] for name in (*_FILES, "typed")}),
    }


def _digest(kept: Mapping[str, Any]) -> str:
    digest = sha256()
    for value in kept.values():
        digest.update(repr(value).encode(errors="surrogatepass"))
    return digest.hexdigest()[:16]


def start_field(name: str) -> dict[str, Any]:
    """Return the key and the value with which a field of the start's form begins.

    A value that is set in the session's state goes out with one run alone, and where the next run
    comes before the browser has drawn the first, it is never shown. So what is typed again is what
    a field begins with, which every run sends, and the field is another one than before.
    """
    number, value = _typed_again().get(name, (0, ""))
    return {"key": f"review-{name}" + (f"__{number}" if number else ""), "value": value}


def _type_again(entries: list[Any]) -> None:
    """Fill the form of the start with what was typed before."""
    again = _typed_again()
    for entry in _entries(entries):
        name, value = entry.get("id"), entry.get("value")
        if isinstance(name, str) and isinstance(value, str):
            number, _ = again.get(name, (0, ""))
            again[name] = number + 1, value


def _typed_again() -> dict[str, tuple[int, str]]:
    typed: dict[str, tuple[int, str]] = st.session_state.setdefault(_TYPED_AGAIN, {})
    return typed


def _entries(value: object) -> list[Mapping[str, Any]]:
    return [it for it in value if isinstance(it, Mapping)] if isinstance(value, list) else []


def _entry(it: Mapping[str, Any]) -> list[Any]:
    """Return what was typed as :meth:`Desk.take_back` takes it."""
    value, path = it.get("value"), it.get("path")
    if path == ["paragraph"] and isinstance(value, str):
        value = [part.strip() for part in value.split(",") if part.strip()]
    return [it.get("kind"), it.get("id"), path, value]
