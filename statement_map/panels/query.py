"""The query of the page's address, which the browser keeps and Python follows.

The browser leads: it writes the address, one entry of its history for each step, and tells Python
what is ``shown``, so that every later run of the script starts from it. Streamlit's own
``st.query_params`` is what the page was opened with; it holds until the browser has told more, and
without the browser, as in Streamlit's ``AppTest``. Nothing is ever written into it: Streamlit would
put the whole query as it knows it into the address, and take back what was stepped to since (a
lost update).

Where Python wants something else to be shown, another language say, it has a numbered wish. Python
goes by its wishes at once, and the browser says with what it shows which number it has met. So
neither takes back what the other did, in whatever order the messages come.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeAlias
from urllib.parse import parse_qs

import streamlit as st

from statement_map.panels.program import heard_from, part
from statement_map.panels.without_pandas import unlooked

_Value: TypeAlias = str | Sequence[str] | None
_Query: TypeAlias = Mapping[str, Sequence[str]]
_Wishes: TypeAlias = Mapping[str, tuple[int, _Value]]

STEPS = frozenset({"date", "event", "by", "account", "hide-topics", "panel"})
"""What the browser shows by itself."""

_LETTERS_MOST = 16_000
"""A longer query is no address that this page has written."""

_FIELDS_MOST = 500
"""A query with more fields is none of ours; they are not read."""


_EMBEDDING = frozenset({"embed", "embed_options"})
"""How the page is framed, not what it shows."""

_SHOWN = "address-shown"
_WISHES = "address-wishes"
_MADE_OF = "address-made-of"

_follow = part("follow")


def read_query() -> dict[str, list[str]]:
    """Return the address' parameters, with what Python wants to be in it."""
    query, met = _shown()
    wanted = {name: value for name, (number, value) in _wishes().items() if number > met}
    changed = {name: _values(value) for name, value in wanted.items()}
    found = {name: list(values) for name, values in {**query, **changed}.items() if values}
    return {name: values for name, values in found.items() if name.lower() not in _EMBEDDING}


def read_values(name: str) -> list[str]:
    """Return all values of a parameter, none where the address does not have it."""
    return read_query().get(name, [])


def read_value(name: str) -> str | None:
    """Return the last value of a parameter, None where the address does not have it."""
    return next(reversed(read_values(name)), None)


def write_query(name: str, value: _Value) -> None:
    """Want a value, or several, under ``name``; nothing, or none, takes the name out."""
    if read_values(name) == _values(value):
        return
    number = 1 + max([_shown()[1], *(number for number, _ in _wishes().values())])
    st.session_state[_WISHES] = {**_wishes(), name: (number, value)}


def unmet_wishes() -> dict[str, tuple[int, _Value]]:
    """Return the wishes that the browser has not yet said to have met, by name."""
    met = _shown()[1]
    return {name: wish for name, wish in _wishes().items() if wish[0] > met}


def note_made_of(*names: str) -> None:
    """Note that a part of the page was made anew of the parameters of these names."""
    query = read_query()
    now = {name: query[name] for name in names if name in query}
    others = {name: values for name, values in _made_of().items() if name not in names}
    st.session_state[_MADE_OF] = {**others, **now}


def follow_address(
    is_stale: Callable[[], bool] = lambda: False,
    *,
    without: Collection[str] = (),
    unsaid: _Query = MappingProxyType({}),
) -> None:
    """Hear from the browser what it shows, and let it have Python's wishes.

    The page is made anew where it ``is_stale``, and where it was made of other parameters, apart
    from those that the browser shows ``without`` Python. That is so after Back, and after a press
    whose own run was lost: what a browser sends at once, Streamlit runs as one, of one fragment.
    Where the address does not name what is in ``unsaid``, that is what the page is made of: it is
    the same page once the browser has written it there.
    """
    st.session_state[_MADE_OF] = read_query()
    _listen(is_stale, frozenset(without), unsaid)


@st.fragment
def _listen(is_stale: Callable[[], bool], without: Collection[str], unsaid: _Query) -> None:
    wishes = {name: list(wish) for name, wish in unmet_wishes().items()}
    heard = _follow(key="address", data=unlooked({"wishes": wishes}), on_shown_change=_note_shown)
    if _SHOWN not in st.session_state and heard.shown:  # from before the server was started anew
        st.session_state[_SHOWN] = heard.shown
    now, then = (
        {name: values for name, values in {**unsaid, **query}.items() if name not in without}
        for query in (read_query(), _made_of())
    )
    if now != then or is_stale():
        st.rerun(scope="app")


def _note_shown() -> None:
    if shown := heard_from("address", "shown"):
        st.session_state[_SHOWN] = shown


def _shown() -> tuple[_Query, int]:
    """Return the parameters that the browser shows, and the number of the last wish in them."""
    told: Any = st.session_state.get(_SHOWN)
    match told:
        case {"query": str(query), "met": int(met)} if len(query) <= _LETTERS_MOST:
            return _parse(query), met
    return {name: st.query_params.get_all(name) for name in st.query_params}, 0


@lru_cache(maxsize=256)
def _parse(query: str) -> _Query:
    """Return the parameters of a query; each step asks for them several times."""
    try:
        return parse_qs(query, max_num_fields=_FIELDS_MOST)
    except ValueError:  # more parameters than that
        return {}


def _made_of() -> _Query:
    made_of: _Query = st.session_state[_MADE_OF]
    return made_of


def _wishes() -> _Wishes:
    wishes: _Wishes = st.session_state.get(_WISHES, {})
    return wishes


def _values(value: _Value) -> list[str]:
    if isinstance(value, str):
        return [value] if value else []
    return list(value or ())
