"""Taking the page along: a link, a QR code, a frame for other pages, a citation, and files."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache, partial
from html import escape
from pathlib import Path
from subprocess import DEVNULL, Popen
from threading import Lock
from time import time_ns
from urllib.parse import urlencode
from weakref import finalize

import streamlit as st

from statement_map.exporting import FORMATS, PICTURE_NAME, build_source
from statement_map.exporting.citing import cite
from statement_map.exporting.picture import draw_step
from statement_map.language import Language
from statement_map.model import Event
from statement_map.panels.address import DAY_KEY, current_day, current_event
from statement_map.panels.code import draw_code, is_local
from statement_map.panels.data import SavedData, Stamp
from statement_map.panels.drawer import PANEL_KEY
from statement_map.panels.program import part, serve
from statement_map.panels.query import read_query
from statement_map.panels.templates import show
from statement_map.panels.views import asked_to_hide, is_presenting
from statement_map.policy import FRAME_FOLDER, HANDOUT_NAME
from statement_map.reading.outlines import Outlines
from statement_map.served import make_folder, name_by_content

FRAME_HEIGHT_PX = 800
"""A frame of this height has room for all of the page on a phone too; one half as high will do."""

_ROOT = Path(__file__).resolve().parents[2]

_follow = part("sharing")


@st.fragment
def show_sharing(data: SavedData, language: Language) -> None:
    """Show the panel; its files are begun when somebody opens it.

    While presenting, and while learners are not to know who speaks, there is none.
    """
    if is_presenting() or asked_to_hide():
        return
    with st.container(key="sharing"):
        _show_panel(data, language)


def _show_panel(data: SavedData, language: Language) -> None:
    statement = data.atlas.statement
    day = current_day(data)
    link = _link(language, day)
    show(
        "sharing.html",
        language,
        code=draw_code(link),
        link=link,
        is_local=is_local(link),
    )
    for name, text, syntax in (
        ("share-link", link, None),
        ("share-citation", cite(statement, language, link, datetime.now(UTC).date()), None),
        ("share-embed", _frame(link, statement.title.read(language.code)), "html"),
    ):
        st.markdown(f"**{language.words(name)}**")
        st.code(text, language=syntax, wrap_lines=True)
    files = _files(data)
    waiting = not (files.are_ready or files.failed)  # asked first: once more is better than never
    picture = _show_files(data, language, files)
    # The page's other parts run without this one: the browser says when to look again.
    told = {"waiting": waiting, "picture": picture}
    _follow(key="share-follow", data=told, on_again_change=lambda: None)


def _link(language: Language, day: date | None) -> str:
    """Return the address that opens what the page shows, on whichever host it is open."""
    query = {name: values for name, values in read_query().items() if name != PANEL_KEY}
    query["lang"] = [language.code]
    if day:
        query[DAY_KEY] = [day.isoformat()]
    return f"{st.context.url or ''}?{urlencode(query, doseq=True)}"


def _frame(link: str, title: str) -> str:
    return (
        f'<iframe src="{escape(f"{link}&embed=true")}" title="{escape(title)}" loading="lazy"\n'
        f'  style="width: 100%; height: {FRAME_HEIGHT_PX}px; border: 0"></iframe>'
    )


def _show_files(data: SavedData, language: Language, files: _Files) -> dict[str, str | int] | None:
    """Offer every format with its size, as soon as all are made.

    Returns the picture that the browser is to make a PNG of, if somebody has just asked for one:
    the letters in it are drawn where there are fonts for every script.
    """
    with st.container(key="share-files"):
        st.markdown(f"**{language.words('share-files')}**")
        if not files.are_ready:
            st.text(language.words("share-failed" if files.failed else "share-waiting"))
            return None
        day = current_day(data)
        show("worksheet_link.html", language, address=_worksheet(language, day, files))
        draw = partial(_draw, data, language, day, current_event(data))
        with st.container(horizontal=True):
            for format_ in FORMATS.values():
                path = files.folder / format_.file_name
                size = _size(path.stat().st_size, language)
                _offer(language, format_.name, path.name, size, format_.media_type, path.read_bytes)
            about = _size((files.folder / PICTURE_NAME).stat().st_size, language)
            name = f"statement-map-{day or 'undated'}"
            _offer(language, "svg", f"{name}.svg", f"≈ {about}", "image/svg+xml", draw)
            if st.button(language.words("share-as-png"), key="share-as-png"):
                number = time_ns() // 1_000_000
                return {"number": number, "name": f"{name}.png", "svg": draw().decode()}
    return None


def _worksheet(language: Language, day: date | None, files: _Files) -> str:
    """Return the address of the handout, opened at its worksheet and at what the page shows."""
    serve({files.handout_name: files.handout.read_bytes})
    query = {"lang": language.code, PANEL_KEY: "worksheet"}
    if day:
        query[DAY_KEY] = day.isoformat()
    if event := read_query().get("event"):
        query["event"] = event[-1]
    return f"{FRAME_FOLDER}/{files.handout_name}#{urlencode(query)}"


def _draw(data: SavedData, language: Language, day: date | None, event: Event | None) -> bytes:
    assert isinstance(data.outlines, Outlines)
    source = build_source(data.atlas, data.timeline, data.outlines)
    return draw_step(source, language, day, event)


def _offer(
    language: Language,
    name: str,
    file_name: str,
    size: str,
    media_type: str,
    read: Callable[[], bytes],
) -> None:
    """Show a button; what it fetches is read only when somebody presses it."""
    st.download_button(
        f"{language.words(f'share-as-{name}')} · {size}",
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
    """The files of one state of the data, made once for all visitors.

    A process of its own makes them, with less right to the processor than the page has: with ten
    thousand events that takes half a minute, and nobody's step is to wait for it.
    """

    def __init__(self, directory: Path) -> None:
        made = make_folder()
        finalize(self, made.cleanup)
        self.folder = Path(made.name)
        command = [sys.executable, "-m", "statement_map", "export", str(directory.resolve())]
        command += ["--format", "all", "--output", str(self.folder)]
        self._process = Popen(command, cwd=_ROOT, stdout=DEVNULL)
        if sys.platform != "win32":
            os.setpriority(os.PRIO_PROCESS, self._process.pid, 10)

    @property
    def handout(self) -> Path:
        """The handout, once it is made."""
        return self.folder / FORMATS["html"].file_name

    @cached_property
    def handout_name(self) -> str:
        """The name under which browsers may have it."""
        return name_by_content(HANDOUT_NAME, self.handout.read_bytes())

    @property
    def are_ready(self) -> bool:
        return self._process.poll() == 0

    @property
    def failed(self) -> bool:
        """Whether they cannot be made; the server's log says why."""
        return bool(self._process.poll())


_starting = Lock()


def _files(data: SavedData) -> _Files:
    with _starting:
        return _files_of(data.directory, data.stamp)


@lru_cache(maxsize=1)
def _files_of(directory: Path, stamp: Stamp) -> _Files:  # noqa: ARG001, the files change with it
    return _Files(directory)
