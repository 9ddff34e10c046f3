"""The data behind the page, read once a process and again when a file has changed."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from threading import Lock
from time import monotonic, sleep, time
from typing import Any

import streamlit as st

from statement_map.base_map import names_for
from statement_map.base_map.shapes import finely_drawn
from statement_map.card_view import card_content
from statement_map.errors import DataError, DataErrors
from statement_map.language import Language, languages
from statement_map.map_view import as_script_json, map_content
from statement_map.model import Atlas, Event
from statement_map.panels.page_language import current_language
from statement_map.reading import FILES, read_data
from statement_map.reading.outlines import Outlines
from statement_map.timeline import Timeline

SETTLED_S = 0.5
"""Files that changed less than so many seconds ago may be half written."""

PATIENCE_S = 3.0
"""So long an empty or missing file may still be on its way. A folder that does not settle in this
time is read as it is."""

ERRORS_MOST = 500
"""So many errors are shown at once, the rest are counted."""

Stamp = tuple[tuple[int, ...], ...]
"""What tells one state of the files from another: for each its inode, size and times in ns."""

_LOGGER = logging.getLogger(__name__)
_READING = Lock()


@dataclass(frozen=True, eq=False)
class PageData:
    """What the page shows; nothing in it changes.

    ``outlines`` are a file's content, which every visitor may have, or the FeatureCollection of
    one visitor.
    """

    atlas: Atlas
    timeline: Timeline
    map_json: str
    outlines: Outlines | Mapping[str, Any]

    @cached_property
    def card_json(self) -> Mapping[str, str]:
        """What cards and accounts are built from, as JSON, by language: made when looked up."""
        return _CardJson(self.atlas, self.timeline)

    @cached_property
    def digest(self) -> str:
        """A hash of all that the map draws: another map, another hash."""
        own = self.outlines
        outlines = own.data if isinstance(own, Outlines) else self.own_outlines.encode()
        return hashlib.sha256(b"\0".join((self.map_json.encode(), outlines))).hexdigest()[:16]

    @cached_property
    def ground(self) -> Sequence[str]:
        """The names of the tiles of the base map below its places."""
        own = self.outlines
        return names_for(self.atlas, own.collection if isinstance(own, Outlines) else own)

    @cached_property
    def own_outlines(self) -> str:
        """The outlines of one visitor as JSON, empty where there are none."""
        return "" if isinstance(self.outlines, Outlines) else json.dumps(self.outlines)

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """The events by id."""
        return {event.id: event for event in self.atlas.events}

    @property
    def first_day(self) -> date | None:
        """The first step, None where nothing is dated."""
        return next(iter(self.timeline.steps), None)

    @property
    def is_stale(self) -> bool:
        """Whether it has to be read again; what is in no file never has."""
        return False


class _CardJson(dict[str, str]):
    """Is filled by what is looked up; two visitors who look up at once make the same."""

    def __init__(self, atlas: Atlas, timeline: Timeline) -> None:
        super().__init__()
        self._made_of = atlas, timeline

    def __missing__(self, code: str) -> str:
        content = card_content(*self._made_of, {code: languages()[code]})
        made = self[code] = json.dumps(content, separators=(",", ":"))
        return made


@dataclass(frozen=True, eq=False)
class SavedData(PageData):
    """What the files in ``directory`` held at ``stamp``; all visitors share it."""

    directory: Path
    stamp: Stamp

    @property
    def is_stale(self) -> bool:
        """Whether a file has changed since it was read."""
        return _stamp(self.directory) != self.stamp


def load_data(directory: Path) -> SavedData | None:
    """Return what ``directory`` holds, or show what is wrong with it and return None."""
    try:
        return read_saved(directory)
    except DataErrors as errors:
        language = current_language()
        _tell_the_log("\n".join(str(fault) for fault in errors.faults))
        show_errors(_without_folder(errors), language)
        st.text(language.words("data-errors-mend"))
        _come_back(directory, _stamp(directory))
        return None


def read_saved(directory: Path) -> SavedData:
    """Return what ``directory`` holds; raises DataErrors where something in it is wrong."""
    with _READING:  # a hundred visitors, one reading
        return _load(directory)


def _without_folder(errors: DataErrors) -> DataErrors:
    """Return what visitors may know: where the files lie is the operator's business."""
    return DataErrors(
        [DataError(Path(e.file).name, e.line, e.field, e.message) for e in errors.faults]
    )


@lru_cache(maxsize=1)
def _tell_the_log(told: str) -> None:
    """Log what is wrong with the files, once and not for each visitor."""
    _LOGGER.error("the data cannot be shown:\n%s", told)


def build_data(
    atlas: Atlas,
    timeline: Timeline,
    outlines: Outlines | Mapping[str, Any],
    before: PageData | None = None,
) -> PageData:
    """Return what the page shows of an ``atlas`` that is in no file yet.

    ``before`` is what it showed on the same ``outlines`` until now: what lies below is taken from
    there where the places are the same. The outlines are not drawn finely: that takes a fifth of a
    second, in which nobody else could step.
    """
    data = PageData(atlas, timeline, _write_map(atlas, timeline), outlines)
    if before and list(before.atlas.named_places) == list(atlas.named_places):
        vars(data)["ground"] = before.ground
    return data


def _write_map(atlas: Atlas, timeline: Timeline) -> str:
    return as_script_json(map_content(atlas, timeline, languages()))


def _load(directory: Path) -> SavedData:
    """Return the files as they stand together, none of them half written."""
    give_up = monotonic() + PATIENCE_S
    while True:
        stamp = _settled(directory, give_up)
        try:
            data = _read(directory, stamp)
        except DataErrors:
            if _stamp(directory) == stamp or monotonic() > give_up:
                raise
        else:
            if _stamp(directory) == stamp or monotonic() > give_up:
                return data


def _settled(directory: Path, give_up: float) -> Stamp:
    """Return the stamp of files of which none was changed, made or removed for a moment.

    That moment also outlasts the clock of the file system, which ticks every few milliseconds:
    a later change always leaves another stamp.
    """
    while True:
        stamp = _stamp(directory)
        rest_s = SETTLED_S if all(file and file[1] for file in stamp) else PATIENCE_S
        changes = chain.from_iterable(file[2:] for file in (*stamp, _stamp_file(directory)))
        now = time()
        ages = [age for change in changes if 0 <= (age := now - change / 1e9) < rest_s]
        if not ages or monotonic() > give_up:
            return stamp
        sleep(min(SETTLED_S, rest_s - min(ages)))


def _stamp(directory: Path) -> Stamp:
    return tuple(map(_stamp_file, _files_in(directory)))


@lru_cache(maxsize=4)
def _files_in(directory: Path) -> tuple[Path, ...]:
    """Return where the files lie, put together once: every step asks whether they changed."""
    return tuple(directory / name for name in FILES)


def _stamp_file(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


@lru_cache(maxsize=4)
def _read(directory: Path, stamp: Stamp) -> SavedData:
    reading = read_data(directory)
    atlas, timeline = reading.atlas, Timeline(reading.atlas)
    drawn = finely_drawn(reading.outlines, atlas)
    return SavedData(atlas, timeline, _write_map(atlas, timeline), drawn, directory, stamp)


def show_errors(errors: DataErrors, language: Language) -> None:
    """Show all that is wrong with somebody's files, as it is."""
    # st.error would read a file's text as Markdown; st.code shows it as it is.
    count = len(errors.exceptions)
    st.error(language.words("data-errors", n=count))
    shown = "\n".join(str(error) for error in errors.exceptions[:ERRORS_MOST])
    st.code(shown, language=None, wrap_lines=True)
    if count > ERRORS_MOST:
        st.text(language.words("data-errors-more", n=count - ERRORS_MOST))


@st.fragment(run_every=1.0)
def _come_back(directory: Path, stamp: Stamp) -> None:
    """Show the page again when a file was saved."""
    if _stamp(directory) != stamp:
        st.rerun()
