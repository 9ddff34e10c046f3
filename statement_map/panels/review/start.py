"""Where a review starts: with a text to be drafted, or with files that are there."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from statement_map.drafting.proposing import Details
from statement_map.language import Language
from statement_map.panels.review.columns import choose_columns
from statement_map.panels.review.desk import open_desk
from statement_map.panels.review.faults import show_faults
from statement_map.panels.review.keeping import show_own_works, start_field
from statement_map.panels.review.waiting import begin, is_waiting, wait
from statement_map.prose.text import LANGUAGES
from statement_map.reviewing import jobs
from statement_map.reviewing.opening import MAX_BYTES, MAX_ZIP_BYTES, is_foreign
from statement_map.when import read_when

MEGABYTE = 2**20
_CAME = "review-files-came"
_FOREIGN = (
    *("tsv", "xlsx", "ods", "json", "jsonld", "jsonl", "ndjson", "geojsonl", "kml", "kmz", "gpx"),
    *("umap", "html"),
)
"""Endings of what is imported, beside those of the data files."""


def show_start(language: Language) -> None:
    """Show both ways to start, and how far what was begun is."""
    st.text(language.words("review-promise"))
    show_own_works(language)
    text, files = st.tabs([language.words("review-from-text"), language.words("review-from-files")])
    with text:
        _show_text_start(language)
    with files:
        _show_files_start(language)
    with st.container():
        if is_waiting() and (opened := wait(language)):
            open_desk(opened.unpack(), is_saved=opened.is_saved)
            st.rerun()


def _show_text_start(language: Language) -> None:
    w = language.words
    with st.form("review-draft"):
        file = st.file_uploader(
            w("reader-file"),
            type="txt",
            max_upload_size=MAX_BYTES // MEGABYTE,
            key="review-text-file",
        )
        pasted = st.text_area(
            w("review-paste", languages=language.any_of(LANGUAGES)),
            height=220,
            **start_field("pasted"),
        )
        at_text = st.container()
        with st.expander(w("review-details")):
            published = st.text_input(
                w("review-published"), help=w("review-published-help"), **start_field("published")
            ).strip()
            at_published = st.container()
            details = {
                name: st.text_input(w(f"review-{name}"), **start_field(name))
                for name in ("title", "issuer", "publisher", "url")
            }
            spoken = st.selectbox(
                w("review-text-language"),
                ("", *LANGUAGES),
                format_func=lambda code: (
                    language.language_name(code) if code else w("review-language-found")
                ),
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
    if when or not published:
        name, content = (
            (file.name, file.getvalue()) if file else (w("review-pasted"), pasted.encode())
        )
        with at_text:
            begin(
                jobs.draft_work,
                *(name, content, spoken or None, Details(when, **details)),
                language=language,
            )


def _show_files_start(language: Language) -> None:
    st.text(language.words("review-files-explain"))
    uploads = st.file_uploader(
        language.words("review-files"),
        type=["yaml", "yml", "csv", "geojson", "zip", "txt", *_FOREIGN],
        accept_multiple_files=True,
        max_upload_size=MAX_ZIP_BYTES // MEGABYTE,
        key="review-files",
    )
    files = {upload.name: upload.getvalue() for upload in uploads}
    chosen = {}
    if is_foreign(files) and sum(map(len, files.values())) <= MAX_ZIP_BYTES:
        ((name, data),) = files.items()
        chosen = choose_columns(uploads[0].file_id, name, data, language)
    asked = uploads and st.button(language.words("review-open"), type="primary", key="review-open")
    if asked or _is_new_zip([upload.file_id for upload in uploads], files):
        begin(jobs.open_uploads, files, chosen, language=language)


def _is_new_zip(ids: list[str], files: Mapping[str, bytes]) -> bool:
    """Return whether a ZIP alone has just come, which holds all that there is to open."""
    is_new = st.session_state.get(_CAME) != ids
    st.session_state[_CAME] = ids
    return is_new and len(files) == 1 and next(iter(files)).casefold().endswith(".zip")
