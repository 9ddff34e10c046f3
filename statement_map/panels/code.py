"""The QR code of what is shown, and for whoever presents one as large as the screen.

A code can be read from about ten times its width (Delivr, "QR Code printing guidelines and best
practices"): for a class whose last row is 8 m away it has to be 80 cm wide on the wall. On a screen
of 1920x1080 it is 4 fifths as wide as the picture is high, so the picture has to be 1 m high.
"""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode, urlsplit

import segno
import streamlit as st

from statement_map.language import Language
from statement_map.panels.program import heard_from, part
from statement_map.panels.views import is_presenting
from statement_map.panels.without_pandas import unlooked

LINK_MOST = 1000
"""A longer link makes a code with more squares than a camera tells apart from afar."""

_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_ASKED = "code-asked"
_NOT_TAKEN_ALONG = ("view", "panel", "embed")

_follow = part("code")


def draw_code(link: str) -> str:
    """Return the address of a picture: dark on white in any theme, with the margin it needs."""
    code = segno.make(link, error="m", micro=False)
    return code.svg_data_uri(border=4, dark="#000", light="#fff", omitsize=True)


def is_local(link: str) -> bool:
    """Whether ``link`` leads nowhere from any other computer."""
    return urlsplit(link).hostname in _LOOPBACK


@st.fragment
def show_code(language: Language) -> None:
    """Have the code ready while presenting; the browser says what it shows when it asks for it."""
    if not is_presenting():
        return
    number, search = st.session_state.get(_ASKED, (0, ""))
    link = _link_to(search)
    told = {
        "number": number,
        "code": draw_code(link) if number and len(link) <= LINK_MOST else "",
        "link": link,
        "words": {
            "label": language.words("share-code"),
            "close": language.words("keys-close"),
            "local": language.words("share-local") if is_local(link) else "",
            "size": language.words("code-size"),
        },
    }
    _follow(key="code", data=unlooked(told), on_asked_change=_note_asked)


def _link_to(search: str) -> str:
    """Return the address that shows in the usual view what a browser shows whose query this is."""
    query = parse_qs(search.removeprefix("?"))
    kept = {name: values for name, values in query.items() if name not in _NOT_TAKEN_ALONG}
    return f"{st.context.url or ''}?{urlencode(kept, doseq=True)}"


def _note_asked() -> None:
    search = heard_from("code", "asked")
    number, _ = st.session_state.get(_ASKED, (0, ""))
    if isinstance(search, str):
        st.session_state[_ASKED] = (number + 1, search)
