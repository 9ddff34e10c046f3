"""Fields of a form that take what is typed at once, each with what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import streamlit as st

from statement_map.language import Language, languages
from statement_map.panels.review.desk import Desk, Subject
from statement_map.panels.templates import show
from statement_map.reading.messages import Loc, write_path


@dataclass
class Form:
    """The fields of one subject.

    Each is named by its path in the data; what is wrong with it is told below it, once.
    """

    desk: Desk
    subject: Subject
    language: Language

    def __post_init__(self) -> None:
        self._faults = self.desk.faults_of(self.subject)

    def text(self, path: Loc, label: str, *, height: int | None = None, **options: Any) -> None:
        """Show a field for a text, of several lines if it has a ``height`` in pixels."""
        value = self._value(path)
        common = {"key": self._key(path), "on_change": self._taker(path), **options}
        if height:
            st.text_area(label, str(value or ""), height=height, **common)
        else:
            st.text_input(label, str(value or ""), **common)
        self._tell(path)

    def texts(self, path: Loc, label: str, *, height: int | None = None) -> None:
        """Show a field for a text in each of its languages, side by side, the statement's first."""
        known = languages()
        own = self.desk.work.atlas.statement.language
        codes = list(dict.fromkeys((own, *known, *(self._value(path) or ()))))
        for code, column in zip(codes, st.columns(len(codes)), strict=True):
            with column:
                own_name = known[code].words("language-name") if code in known else None
                name = own_name or self.language.language_name(code)
                self.text((*path, code), f"{label} ({name})", height=height)
        self._tell(path)

    def listed(self, path: Loc, label: str) -> None:
        """Show a field for values with commas between them."""
        value = self._value(path)
        shown = value if isinstance(value, str) else ", ".join(map(str, value or ()))
        st.text_input(label, shown, key=self._key(path), on_change=self._taker(path, _split_commas))
        self._tell(path)

    def choice(
        self, path: Loc, label: str, options: Mapping[str, str], *, empty: str | None = None
    ) -> None:
        """Show a choice of one of the ``options``, words by value; ``empty`` words no choice."""
        known = ({"": empty} if empty is not None else {}) | dict(options)
        value = str(self._value(path) or "")
        if value not in known:
            known[value] = value
        st.selectbox(
            label,
            list(known),
            index=list(known).index(value),
            format_func=known.__getitem__,
            key=key_of_choice(self._key(path), known),
            on_change=self._taker(path, key=key_of_choice(self._key(path), known)),
        )
        self._tell(path)

    def choices(self, path: Loc, label: str, options: Mapping[str, str]) -> None:
        """Show a choice of any of the ``options``, words by value."""
        chosen = [str(value) for value in self._value(path) or ()]
        known = dict(options) | {value: value for value in chosen if value not in options}
        st.multiselect(
            label,
            list(known),
            chosen,
            format_func=known.__getitem__,
            placeholder=self.language.words("review-choose"),
            select_all=False,
            key=key_of_choice(self._key(path), known),
            on_change=self._taker(path, key=key_of_choice(self._key(path), known)),
        )
        self._tell(path)

    def cues(self, path: Loc, label: str, bound: Mapping[str, str], help_: str) -> None:
        """Show a field for the words that bind a date to each neighbour; ``bound`` is their titles.

        Words for a single one, or for an end of a date that is typed, are kept without an id.
        """
        value = self._value(path)
        shown = {
            id_: value if isinstance(value, str) else (value or {}).get(id_, "") for id_ in bound
        }
        for id_, title in bound.items():
            name = f"{label}: {title}" if len(bound) > 1 else label
            key = self._key((*path, id_))

            def take(id_: str = id_, key: str = key) -> None:
                words = st.session_state[key]
                typed = {**shown, id_: words} if len(bound) > 1 else words
                self.desk.type_in(self.subject, path, typed)

            st.text_input(name, shown[id_], key=key, on_change=take, help=help_)
        self._tell(path)

    def flag(self, path: Loc, label: str) -> None:
        """Show a box to tick."""
        st.checkbox(
            label, bool(self._value(path)), key=self._key(path), on_change=self._taker(path)
        )
        self._tell(path)

    def tell_refused(self) -> None:
        """Show whether something that was typed is not taken, and a way to take it back."""
        words = self.language.words
        with st.container():
            if self.subject in self.desk.typed:
                st.warning(words("review-refused"))
                st.button(
                    words("review-forget"),
                    key="review-forget",
                    on_click=self.desk.forget_typed,
                    args=(self.subject,),
                )

    def tell_rest(self) -> None:
        """Show what is wrong and belongs to no field that was shown."""
        rest = [fault for faults in self._faults.values() for fault in faults]
        self._faults = {}
        show_faults(self.language, rest)

    def _value(self, path: Loc) -> Any:
        return self.desk.value(self.subject, path)

    def _key(self, path: Loc) -> str:
        # keeping.js reads it from the class that Streamlit makes of it.
        return f"review-{'__'.join(map(str, (self.desk.round, *self.subject, *path)))}"

    def _taker(
        self,
        path: Loc,
        read: Callable[[Any], Any] = lambda value: value,
        key: str | None = None,
    ) -> Callable[[], None]:
        key = key or self._key(path)

        def take() -> None:
            self.desk.type_in(self.subject, path, read(st.session_state[key]))

        return take

    def _tell(self, path: Loc) -> None:
        """Show what is wrong at ``path`` or in a part of it that has no field of its own."""
        name = write_path(path)
        own = [at for at in self._faults if at == name or at.startswith((f"{name}.", f"{name}["))]
        faults = [fault for at in own for fault in self._faults.pop(at)]
        show_faults(self.language, faults)


def key_of_choice(key: str, options: Mapping[str, str]) -> str:
    """Return a key that changes with the words of the ``options``.

    Streamlit keeps what is chosen by its words, and would lose it when they change.
    """
    return f"{key}-{crc32(repr(list(options.items())).encode())}"


def show_faults(language: Language, faults: Sequence[str]) -> None:
    """Show what is wrong, each as it is said."""
    # Without its own container, what comes or goes would make the fields below it anew.
    with st.container():
        if faults:
            show("review_faults.html", language, faults=faults)


def _split_commas(value: str) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()]
