"""The data behind the page, read once a process and again when a file has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from statement_map.card_view import card_content
from statement_map.errors import DataErrors
from statement_map.finding import build_index
from statement_map.language import Language, languages
from statement_map.map_view import map_content
from statement_map.model import Atlas, Event
from statement_map.reading import read_data
from statement_map.timeline import Timeline

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class PageData:
    """What all visitors of the page share; nothing in it changes."""

    directory: Path
    stamp: Stamp
    atlas: Atlas
    timeline: Timeline
    map_content: dict[str, Any]

    @cached_property
    def card_contents(self) -> Mapping[str, dict[str, Any]]:
        """What cards and accounts are built from, by language."""
        return {
            code: card_content(self.atlas, self.timeline, {code: language})
            for code, language in languages().items()
        }

    @cached_property
    def digest(self) -> str:
        """A hash of all that the map draws: another map, another hash."""
        return hashlib.sha256(json.dumps(self.map_content).encode()).hexdigest()[:16]

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """The events by id."""
        return {event.id: event for event in self.atlas.events}

    @cached_property
    def word_indexes(self) -> Mapping[str, Mapping[str, str]]:
        """The folded words that events are found by: by language, by id."""
        return {
            code: build_index(self.atlas, self.timeline, language)
            for code, language in languages().items()
        }

    @property
    def first_day(self) -> date | None:
        """The first step, None where nothing is dated."""
        return next(iter(self.timeline.steps), None)

    @property
    def is_stale(self) -> bool:
        """Whether a file has changed since it was read."""
        return _stamp(self.directory) != self.stamp


def load_data(directory: Path) -> PageData:
    """Return what ``directory`` holds; show what is wrong with it and stop if it has errors."""
    try:
        return _read(directory, _stamp(directory))
    except DataErrors as errors:
        _show_errors(errors, _language_of_errors())
        st.stop()


def _stamp(directory: Path) -> Stamp:
    files = sorted(directory.iterdir()) if directory.is_dir() else []
    return tuple((path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in files)


@lru_cache(maxsize=4)
def _read(directory: Path, stamp: Stamp) -> PageData:
    atlas = read_data(directory).atlas
    timeline = Timeline(atlas)
    return PageData(directory, stamp, atlas, timeline, map_content(atlas, timeline, languages()))


def _language_of_errors() -> Language:
    return languages().get(str(st.query_params.get("lang")), languages()["en"])


def _show_errors(errors: DataErrors, language: Language) -> None:
    # st.error would read a file's text as Markdown; st.code shows it as it is.
    st.error(language.words("data-errors", n=len(errors.exceptions)))
    st.code("\n".join(str(error) for error in errors.exceptions), language=None, wrap_lines=True)
