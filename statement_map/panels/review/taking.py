"""What a visitor takes home."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from statement_map.exporting.site import is_address
from statement_map.language import Language
from statement_map.panels.review.desk import Desk
from statement_map.panels.review.faults import show_faults
from statement_map.reviewing.packing import build_handout, build_site_zip, build_zip

ZIP_NAME = "statement-map.zip"
HANDOUT_NAME = "statement-map.html"
SITE_NAME = "statement-map-site.zip"


def show_taking(desk: Desk, language: Language) -> None:
    """Offer the data files with the handout, and the handout alone."""
    work = desk.work
    key = f"review-with-text-{desk.id}"
    with_text = st.session_state.setdefault(key, True)

    def pack() -> bytes:
        """Build the ZIP; only then is the work taken home."""
        content = build_zip(work, with_text=with_text)
        desk.saved = work
        return content

    # A press runs nothing: a run that starts before the file is built revokes it. What comes of it
    # is asked for by review.js.
    st.download_button(
        language.words("review-take-zip"),
        data=pack,
        file_name=ZIP_NAME,
        mime="application/zip",
        key="review-take-zip",
        type="primary",
        on_click="ignore",
    )
    if work.text is not None:
        st.checkbox(
            language.words("review-with-text"), key=key, help=language.words("review-with-text-why")
        )
    st.download_button(
        language.words("share-as-html"),
        data=lambda: build_handout(work),
        file_name=HANDOUT_NAME,
        mime="text/html",
        key="review-take-handout",
        on_click="ignore",
    )
    _show_publishing(desk, language)


def _show_publishing(desk: Desk, language: Language) -> None:
    """Offer a folder for a web server; where it will be may be told, for its QR code."""
    w, work = language.words, desk.work
    with st.popover(w("review-publish")):
        st.text(w("review-publish-explain"))
        address = st.text_input(
            w("review-publish-address"), key=f"review-publish-address-{desk.id}"
        ).strip()
        if address and not is_address(address):
            show_faults(language, [w("review-publish-no-address")])
            return
        st.download_button(
            w("review-publish-zip"),
            data=lambda: build_site_zip(work, address or None, datetime.now(UTC).date()),
            file_name=SITE_NAME,
            mime="application/zip",
            key="review-publish-zip",
            type="primary",
            on_click="ignore",
        )
