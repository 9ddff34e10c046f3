"""Which column of a dropped table means what: guessed, shown on the first rows, and chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from statement_map.importing.columns import CHOICES
from statement_map.importing.foreign import Preview
from statement_map.language import Language
from statement_map.panels.review.waiting import look_up
from statement_map.panels.templates import show
from statement_map.reviewing import jobs
from statement_map.working import UnfinishedError

_KEPT = "review-preview"
_ACROSS = 3


def choose_columns(file_id: str, name: str, data: bytes, language: Language) -> dict[str, str]:
    """Show what a table's columns are taken for; return the column of each role, "" for none.

    Nothing is shown, and nothing returned, for a file in which there is nothing to choose.
    """
    preview = _preview(file_id, name, data)
    if preview is None:
        return {}
    w = language.words
    with st.container(key="review-columns"):
        rows = st.container()
        st.text(w("review-columns-explain"))
        chosen: dict[str, str] = {}
        across: list[Any] = []
        for role in CHOICES:
            across = across or st.columns(_ACROSS)
            with across.pop(0):
                chosen[role] = _choose(role, preview, f"{file_id}-{language.code}", language)
        with rows:
            show("review_columns.html", language, preview=preview, roles=_roles(chosen, language))
    return chosen


def _choose(role: str, preview: Preview, key: str, language: Language) -> str:
    columns = ("", *preview.columns)
    return st.selectbox(
        language.words(f"review-column-{role}"),
        columns,
        index=columns.index(preview.guessed.get(role, "")),
        format_func=lambda name: name or language.words("review-column-none"),
        key=f"review-column-{role}-{key}",
    )


def _roles(chosen: Mapping[str, str], language: Language) -> dict[str, list[str]]:
    """Return what each column is taken for, in words."""
    roles: dict[str, list[str]] = {}
    for role, column in chosen.items():
        if column:
            roles.setdefault(column, []).append(language.words(f"review-column-{role}"))
    return roles


def _preview(file_id: str, name: str, data: bytes) -> Preview | None:
    """Return what a file is taken for; it is looked into once, and not by this process.

    What takes too long is tried again with the next run.
    """
    kept_id, kept = st.session_state.get(_KEPT, ("", None))
    if kept_id != file_id:
        try:
            kept = look_up(jobs.preview_upload, name, data)
        except UnfinishedError:
            return None
        st.session_state[_KEPT] = (file_id, kept)
    preview: Preview | None = kept
    return preview
