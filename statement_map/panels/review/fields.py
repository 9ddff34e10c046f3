"""Fields of a form that take what is typed at once, each with what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import streamlit as st

from statement_map.language import Language, languages
from statement_map.model import Event
from statement_map.panels.review.desk import WHEN, Desk, Subject
from statement_map.panels.review.faults import show_faults
from statement_map.panels.review.waiting import ask
from statement_map.reading.messages import Loc, write_path
from statement_map.reviewing import jobs


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

    def texts(
        self, path: Loc, label: str, *, height: int | None = None, without: str | None = None
    ) -> None:
        """Show a field for a text in the statement's language, and in others if they are asked for.

        They stand side by side. One language may have its field elsewhere.
        """
        codes = [code for code in self._codes(path) if code != without]
        columns = st.columns(len(codes)) if codes else ()
        for code, column in zip(codes, columns, strict=True):
            with column:
                self._text_in(code, path, label, height)
        self._tell(path)

    def _codes(self, path: Loc) -> Iterable[str]:
        """Return the languages with a field: what was refused is always in sight, to be mended."""
        own = self.desk.work.atlas.statement.language
        typed = self.desk.typed.get(self.subject)
        refused = [str(at[-1]) for at in (typed.values if typed else ()) if at[:-1] == path]
        more = (*languages(), *(self._value(path) or ())) if self.desk.in_all_languages else ()
        return dict.fromkeys((own, *more, *refused))

    def offer_languages(self) -> None:
        """Show the way to the fields of the other languages, for all forms at once, and back."""
        own = self.desk.work.atlas.statement.language
        words, is_open = self.language.words, self.desk.in_all_languages
        others = ", ".join(self._name_of(code) for code in languages() if code != own)
        st.button(
            words("review-own-language", language=self._name_of(own))
            if is_open
            else words("review-other-languages", languages=others),
            key="review-languages",
            on_click=setattr,
            args=(self.desk, "in_all_languages", not is_open),
        )

    def own_text(self, path: Loc, label: str) -> None:
        """Show a field for a text in the statement's language alone."""
        self._text_in(self.desk.work.atlas.statement.language, path, label, None)

    def _text_in(self, code: str, path: Loc, label: str, height: int | None) -> None:
        self.text((*path, code), f"{label} ({self._name_of(code)})", height=height)

    def _name_of(self, code: str) -> str:
        known = languages().get(code)
        return known.words("language-name") if known else self.language.language_name(code)

    def date(self, event: Event) -> None:
        """Show a field for the date of an event, in the words of whoever types, or in EDTF."""
        words, key = self.language.words, self._key(WHEN)
        typed = self.desk.typed.get(self.subject)
        is_refused = typed is not None and WHEN in typed.values
        shown = (
            self._value(WHEN) if is_refused else event.when and self.language.date_typed(event.when)
        )

        def take() -> None:
            value = st.session_state[key]
            statement = self.desk.work.atlas.statement
            read = (
                ask(jobs.find_date, value, statement, self.language.code) if value.strip() else None
            )
            self.desk.type_date(event.id, value, read)

        st.text_input(
            words("review-date-typed"),
            shown,
            key=key,
            on_change=take,
            help=words("review-date-help"),
        )
        is_wrong = self._faults.pop("when", None)
        show_faults(self.language, [words("review-date-unread", words=shown)] if is_wrong else [])

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


def _split_commas(value: str) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()]
