"""Where a review starts: with a text to be drafted, or with files that are there."""

from __future__ import annotations

from threading import Lock

import streamlit as st

from statement_map.drafting.proposing import Details
from statement_map.drafting.text import LANGUAGES, SourceText, build_source, detect_language
from statement_map.errors import DataErrors
from statement_map.language import Language
from statement_map.panels.data import show_errors
from statement_map.panels.review.desk import open_desk
from statement_map.panels.review.fields import show_faults
from statement_map.reviewing.looking_up import draft_text
from statement_map.reviewing.opening import (
    MAX_BYTES,
    MAX_ZIP_BYTES,
    open_draft,
    open_files,
    open_text,
)
from statement_map.when import read_when

MEGABYTE = 2**20

_drafting = Lock()


def show_start(language: Language) -> None:
    """Show both ways to start."""
    st.text(language.words("review-promise"))
    text, files = st.tabs([language.words("review-from-text"), language.words("review-from-files")])
    with text:
        _show_text_start(language)
    with files:
        _show_files_start(language)


def _show_text_start(language: Language) -> None:
    w = language.words
    with st.form("review-draft"):
        file = st.file_uploader(
            w("reader-file"),
            type="txt",
            max_upload_size=MAX_BYTES // MEGABYTE,
            key="review-text-file",
        )
        pasted = st.text_area(w("review-paste"), height=220, key="review-pasted")
        at_text = st.container()
        with st.expander(w("review-details")):
            published = st.text_input(
                w("review-published"), help=w("review-published-help"), key="review-published"
            ).strip()
            at_published = st.container()
            details = {
                name: st.text_input(w(f"review-{name}"), key=f"review-{name}")
                for name in ("title", "issuer", "publisher", "url")
            }
            spoken = st.selectbox(
                w("review-text-language"),
                ("", *LANGUAGES),
                format_func=lambda code: w(f"review-language-{code or 'found'}"),
                key=f"review-text-language-{language.code}",
            )
        asked = st.form_submit_button(w("review-draft"), type="primary")
    if not asked:
        return
    when = None
    try:
        when = read_when(published) if published else None
    except ValueError as error:
        with at_published:
            show_faults(language, [str(error)])
    with at_text:
        name, content = (
            (file.name, file.getvalue()) if file else (w("review-pasted"), pasted.encode())
        )
        source = _read(name, content, spoken, language)
        if source and (when or not published):
            _draft(source, Details(when, **details), language)


def _read(name: str, content: bytes, spoken: str, language: Language) -> SourceText | None:
    """Return a text to draft, or say why it is none."""
    try:
        text = open_text(name, content)
        if not spoken and detect_language(text) is None:
            show_faults(language, [language.words("review-no-language")])
            return None
        return build_source(name, text, spoken or None, content)
    except DataErrors as errors:
        show_faults(language, [str(error) for error in errors.faults])
    return None


def _draft(source: SourceText, details: Details, language: Language) -> None:
    bar = st.progress(0.0, language.words("review-drafting"))

    def tell(what: str, done: int, total: int) -> None:
        half = 0.5 if what == "places" else 0.0
        if done % 20 == 0 or done == total:
            bar.progress(half + done / max(1, total) / 2, language.words("review-drafting"))

    try:
        with _drafting:  # a class that drafts at once waits its turn, no page stands still
            draft = draft_text(source, details, tell)
    except DataErrors:
        bar.empty()
        show_faults(language, [language.words("review-nothing-found")])
        return
    open_desk(open_draft(draft))
    st.rerun()


def _show_files_start(language: Language) -> None:
    st.text(language.words("review-files-explain"))
    uploads = st.file_uploader(
        language.words("review-files"),
        type=["yaml", "yml", "csv", "geojson", "zip", "txt"],
        accept_multiple_files=True,
        max_upload_size=MAX_ZIP_BYTES // MEGABYTE,
        key="review-files",
    )
    if not uploads or not st.button(language.words("review-open"), type="primary"):
        return
    files = {upload.name: upload.getvalue() for upload in uploads}
    texts = {name: files.pop(name) for name in list(files) if name.casefold().endswith(".txt")}
    try:
        text = next((open_text(name, data) for name, data in texts.items()), None)
        work = open_files(files, text)
    except DataErrors as errors:
        show_errors(errors, language)
        return
    open_desk(work, is_saved=True)
    st.rerun()
