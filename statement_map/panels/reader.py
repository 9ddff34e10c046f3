"""The statement's own text, which a reader brings along, with the phrases of the data marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import streamlit as st

from statement_map.language import Language
from statement_map.model import Event
from statement_map.panels.address import links_from
from statement_map.panels.data import PageData
from statement_map.panels.program import part
from statement_map.panels.templates import show
from statement_map.panels.views import asked_to_hide
from statement_map.reading.marking import Phrase, Segment, Sort, is_same_text, mark_phrases

MAX_BYTES = 2**20
"""More than any statement has. A file up to this size is kept in memory and nowhere else:
Starlette writes what is larger to a temporary file while it arrives."""

MOST_PARAGRAPHS = 1000
"""So many paragraphs of another text are shown at most."""

MOST_MISSING = 10
"""So many missing phrases are named at most."""

_follow = part("reader")


@st.fragment
def show_reader(data: PageData, language: Language) -> None:
    """Let a reader paste or open the text, and show it with its phrases marked.

    The text stands in the state of the two widgets alone and ends with the session: it is put
    into no cache, no file, no address and no message.
    """
    with st.container(key="reader"):
        show("reader_head.html", language)
        st.markdown(language.words("reader-promise"))
        file = st.file_uploader(
            language.words("reader-file"),
            type="txt",
            max_upload_size=MAX_BYTES // 2**20,
            key="reader-file",
        )
        # A form: leaving the field would move the button away under the hand that presses it.
        with st.form("reader-form", border=False):
            pasted = st.text_area(language.words("reader-paste"), height=160, key="reader-text")
            st.form_submit_button(language.words("reader-show"), key="reader-show")
        if file and pasted:
            st.info(language.words("reader-both"))
        text = _read_text(language, file.getvalue() if file else pasted.encode())
        if text and text.strip():
            _show_text(data, language, text)
            _follow(key="reader-follow")
        elif data.atlas.statement.bars and not asked_to_hide():
            _show_bars(data, language)
            _follow(key="reader-follow")


def _read_text(language: Language, content: bytes) -> str | None:
    """Return ``content`` as text; where that cannot be, say why and return None."""
    if len(content) > MAX_BYTES:
        st.error(language.words("reader-too-large"))
        return None
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text = None
    if text is None or "\0" in text:
        st.error(language.words("reader-not-text"))
        return None
    return text


def _show_text(data: PageData, language: Language, text: str) -> None:
    atlas = data.atlas
    marked = mark_phrases(atlas, text)
    show(
        "reader.html",
        language,
        atlas=atlas,
        is_same=is_same_text(text, atlas.statement.sha256),
        text=marked,
        shown=max(MOST_PARAGRAPHS, atlas.statement.paragraphs),
        named=MOST_MISSING,
        told_in=_told_in(atlas.events),
        sorts=Sort,
        events=data.events,
        timeline=data.timeline,
        runs=runs,
        about=lambda segments: about(data, language, segments),
        link=links_from(data, data.first_day, language),
    )


def _told_in(events: Iterable[Event]) -> dict[int, list[Event]]:
    """Return the events of each paragraph."""
    told: dict[int, list[Event]] = {}
    for event in events:
        for number in event.paragraphs:
            told.setdefault(number, []).append(event)
    return told


def _show_bars(data: PageData, language: Language) -> None:
    """Show what may be shown of a text that nobody has brought along: its length, its quotations.

    Words that are no quotation of an event of their paragraph are left out as the rest is.
    """
    told_in = _told_in(data.atlas.events)
    paragraphs = []
    for number, bars in enumerate(data.atlas.statement.bars[:MOST_PARAGRAPHS], start=1):
        quoting = {event.quote: event for event in told_in.get(number, ())}
        paragraphs.append(
            [(bar, quoting.get(bar), int(bar) if bar.isdecimal() else len(bar)) for bar in bars]
        )
    show(
        "reader_bars.html",
        language,
        atlas=data.atlas,
        paragraphs=paragraphs,
        told_in=told_in,
        timeline=data.timeline,
        link=links_from(data, data.first_day, language),
    )


def runs(segments: Iterable[Segment]) -> Iterator[tuple[Phrase | None, list[Segment]]]:
    """Yield neighbouring segments that lead to one event, with the first phrase that does.

    A number or a source leads nowhere by itself; it counts into the event that it is part of.
    """

    def leading(segment: Segment) -> Phrase | None:
        phrases = segment.phrases
        return next((p for p in phrases if p.event or p.place), next(iter(phrases), None))

    def target(segment: Segment) -> tuple[bool, str | None, str | None]:
        phrase = leading(segment)
        if phrase is None:
            return False, None, None
        return True, phrase.event, None if phrase.event else phrase.place

    for _, group in groupby(segments, key=target):
        run = list(group)
        yield leading(run[0]), run


def about(data: PageData, language: Language, segments: Iterable[Segment]) -> str:
    """Return in words what a run of segments is marked as, and for which events or places."""
    sorts: dict[str, list[str]] = {}
    for phrase in (phrase for segment in segments for phrase in segment.phrases):
        subject = ""
        if phrase.event:
            subject = data.events[phrase.event].title.read(language.code)
        elif phrase.place:
            subject = data.atlas.places[phrase.place].names.read(language.code)
        words = sorts.setdefault(subject, [])
        if (sort := language.words(f"reader-sort-{phrase.sort.value}")) not in words:
            words.append(sort)
    return "; ".join(
        ", ".join(words) + (f": {subject}" if subject else "") for subject, words in sorts.items()
    )
