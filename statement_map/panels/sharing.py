"""Taking the page along: a link, a QR code, a frame for other pages, a citation, and files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache, partial
from html import escape
from pathlib import Path
from threading import Lock
from urllib.parse import urlencode, urlsplit

import segno
import streamlit as st
from streamlit.components.v2 import component

from statement_map.exporting import FORMATS, Source, read_boundaries
from statement_map.exporting.picture import draw_step
from statement_map.language import Language
from statement_map.model import Basis, Statement
from statement_map.panels.address import DAY_KEY, current_day, current_event
from statement_map.panels.data import PageData, Stamp, load_data
from statement_map.panels.templates import ASSETS, show
from statement_map.panels.views import asked_to_hide, is_presenting
from statement_map.timeline import Interval

FRAME_HEIGHT_PX = 800
"""A frame of this height holds map, card, slider and attribution; what follows them scrolls."""

_LOOPBACK = ("localhost", "127.0.0.1", "::1")

_follow = component(
    "statement_map_sharing",
    js=(ASSETS / "sharing.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


@st.fragment
def show_sharing(data: PageData, language: Language) -> None:
    """Show the panel; what is in it is made when somebody opens it.

    While presenting, and while learners are not to know who speaks, there is none.
    """
    if is_presenting() or asked_to_hide():
        return
    with st.container(key="sharing"):
        panel = st.expander(language.words("share"), key="share", on_change="rerun")
        if panel.open:
            with panel:
                _show_panel(data, language)


def _show_panel(data: PageData, language: Language) -> None:
    statement = data.atlas.statement
    day = current_day()
    link = _link(language, day)
    show(
        "sharing.html",
        language,
        code=_qr_code(link),
        is_local=urlsplit(link).hostname in _LOOPBACK,
    )
    for name, text, syntax in (
        ("share-link", link, None),
        ("share-citation", _cite(statement, language, link), None),
        ("share-embed", _frame(link, statement.title.read(language.code)), "html"),
    ):
        st.caption(language.words(name))
        st.code(text, language=syntax, wrap_lines=True)
    _show_files(data, language, day)
    # The page's other parts run without this one: the browser says when the address has changed.
    _follow(key="share-follow", on_moved_change=lambda: None)


def _link(language: Language, day: date | None) -> str:
    """Return the address that opens what the page shows, on whichever host it is open."""
    query = {key: st.query_params.get_all(key) for key in st.query_params}
    query["lang"] = [language.code]
    if day:
        query[DAY_KEY] = [day.isoformat()]
    return f"{st.context.url or ''}?{urlencode(query, doseq=True)}"


def _qr_code(link: str) -> str:
    """Return the address of a picture: dark on white in any theme, with the margin it needs."""
    code = segno.make(link, error="m", micro=False)
    return code.svg_data_uri(border=4, dark="#000", light="#fff", omitsize=True)


def _frame(link: str, title: str) -> str:
    return (
        f'<iframe src="{escape(f"{link}&embed=true")}" title="{escape(title)}" loading="lazy"\n'
        f'  style="width: 100%; height: {FRAME_HEIGHT_PX}px; border: 0"></iframe>'
    )


def _cite(statement: Statement, language: Language, link: str) -> str:
    when = statement.published
    day = language.when(when, Interval(when.start, when.end))
    if statement.published_basis is not Basis.STATED:
        day = f"{day} ({language.words('basis-inferred')})"
    return language.words(
        "share-cite",
        issuer=statement.issuer.read(language.code),
        title=statement.title.read(language.code),
        publisher=statement.publisher.read(language.code),
        date=day,
        url=statement.url,
        link=link,
    )


def _show_files(data: PageData, language: Language, day: date | None) -> None:
    """Offer every format; a file is read again only when somebody fetches it."""
    files = _files(data.directory, data.stamp)
    event = current_event(data, day)
    st.caption(language.words("share-files"))
    with st.container(horizontal=True, key="share-files"):
        for format_ in FORMATS.values():
            _offer(
                language,
                format_.name,
                format_.file_name,
                format_.media_type,
                partial(files.content, format_.name),
            )
        draw = partial(draw_step, files.source, language, day, event)
        name = f"statement-map-{day or 'undated'}.svg"
        _offer(language, "svg", name, "image/svg+xml", draw)


def _offer(
    language: Language, name: str, file_name: str, media_type: str, read: Callable[[], bytes]
) -> None:
    label = language.words(f"share-as-{name}")
    st.download_button(
        f"{label} · {_size(len(read()), language)}",
        data=read,
        file_name=file_name,
        mime=media_type,
        key=f"share-as-{name}",
        on_click="ignore",
    )


def _size(octets: int, language: Language) -> str:
    """Return a size in kilobytes or megabytes of 1000, as browsers count downloads."""
    if octets < 999_500:
        return f"{language.number(max(1, round(octets / 1000)))} kB"
    return f"{language.number(round(octets / 1_000_000, 1))} MB"


class _Files:
    """The files of one state of the data; each is made once, for all visitors."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._contents: dict[str, bytes] = {}
        self._lock = Lock()

    def content(self, name: str) -> bytes:
        with self._lock:
            if name not in self._contents:
                self._contents[name] = FORMATS[name].export(self.source)
            return self._contents[name]


@lru_cache(maxsize=1)
def _files(directory: Path, stamp: Stamp) -> _Files:  # noqa: ARG001, the files change with it
    data = load_data(directory)
    return _Files(Source(data.atlas, data.timeline, read_boundaries(directory)))
