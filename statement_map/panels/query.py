"""What Python writes into the query of the page's address, and what of it must not be taken back.

Each request of the browser brings along the query that it knows, and Streamlit lets that stand. A
request sent before the answer to another has come knows an older query, and would take back what
the other wrote. So what is written is numbered, and page.js says which number it knew (see
stepping.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import streamlit as st

_Value: TypeAlias = str | Sequence[str] | None
_Written: TypeAlias = Mapping[str, tuple[int, _Value]]

_WRITTEN = "written"


def write_query(name: str, value: _Value) -> None:
    """Write a value, or several, under ``name``; nothing, or none, takes the name out."""
    _put(name, value)
    st.session_state[_WRITTEN] = {**_written(), name: (last_written() + 1, value)}


def last_written() -> int:
    """Return the number of what was written last, 0 before anything was."""
    return max((number for number, _ in _written().values()), default=0)


def write_again(known: int) -> None:
    """Write again all that was written after number ``known``."""
    for name, (number, value) in _written().items():
        if number > known:
            _put(name, value)


def _written() -> _Written:
    written: _Written = st.session_state.get(_WRITTEN, {})
    return written


def _put(name: str, value: _Value) -> None:
    if value:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)
