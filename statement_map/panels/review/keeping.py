"""What the browser keeps of a work, over a reload, a break or a restart of the server.

The counterpart of ``keeping.js``. The work is sent only when it has changed since it was
sent last, which its digest tells, or when the browser asks for it.
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
from statement_map.panels.address import current_language
from statement_map.panels.review.desk import WHEN, Desk, clear_desk, current_desk, open_desk
from statement_map.panels.review.waiting import ask
from statement_map.reviewing import jobs
from statement_map.reviewing.opening import open_kept
from statement_map.reviewing.work import BOUNDARIES, EVENTS, PLACES, TEXT

_SESSION = "review-session"
_SENT = "review-sent"
_FORGET = "review-forget-kept"
_TYPED_AGAIN = "review-typed-again"
_REFUSED = "review-kept-refused"
_OTHER = "review-kept-other"
_REPLACES = "review-kept-replaced"
_NOTICES = ("full", "broken", "refused", "returned", "stale", "save", "ok")


def kept_data(desk: Desk | None, language: Language, wanted: object) -> dict[str, Any]:
    """Return what keeping.js takes; ``wanted`` is the digest of a work that it has missed."""
    state = st.session_state
    data: dict[str, Any] = {
        "session": state.setdefault(_SESSION, token_hex(8)),
        "desk": desk and desk.id,
        "kept": None,
        "digest": None,
        "forget": state.get(_FORGET),
        "refused": state.get(_REFUSED, False),
        "replaces": state.get(_REPLACES),
        "language": language.code,
        "words": {name: language.entries[f"review-kept-{name}"] for name in _NOTICES},
    }
    if desk is None:
        return data
    state.pop(_FORGET, None)
    kept = _content(desk)
    data["digest"] = digest = _digest(kept)
    if state.get(_SENT) != digest or wanted == digest:
        state[_SENT] = digest
        data["kept"] = kept
    return data


def take_back(kept: object) -> None:
    """Put on the page what the browser kept, or ask where another work is there."""
    if not isinstance(kept, Mapping):
        return
    if isinstance(start := kept.get("start"), list):
        _type_again(start)
        return
    if current_desk():
        st.session_state[_OTHER] = kept
        return
    open_again(kept)


def open_again(kept: Mapping[str, Any]) -> None:
    """Put on the page what the browser kept; what cannot be read is refused, and kept aside."""
    st.session_state[_REPLACES] = kept.get("desk")
    try:
        work = open_kept(kept)
    except DataErrors:
        st.session_state[_REFUSED] = True
        return
    desk = open_desk(work, is_saved=bool(kept.get("saved")))
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


def show_other(language: Language) -> None:
    """Ask which of two works is to stay, where the browser kept another one than is on the page."""
    other: Mapping[str, Any] | None = st.session_state.get(_OTHER)
    desk = current_desk()
    if not other or desk is None:
        return

    def bring_back() -> None:
        clear_desk()
        st.session_state.pop(_OTHER)
        open_again(other)

    def drop() -> None:
        for name in (_OTHER, _SENT):
            st.session_state.pop(name, None)
        st.session_state[_REPLACES] = other.get("desk")

    with st.container(key="review-other"):
        st.warning(language.words("review-kept-other"))
        with st.container(horizontal=True):
            st.button(
                language.words("review-kept-back"), key="review-kept-back", on_click=bring_back
            )
            st.button(language.words("review-kept-drop"), key="review-kept-drop", on_click=drop)


def forget_kept() -> None:
    """Let the browser forget what it keeps."""
    st.session_state[_FORGET] = token_hex(4)
    for name in (_OTHER, _SENT):
        st.session_state.pop(name, None)


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
