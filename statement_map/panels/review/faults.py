"""What is wrong with what somebody typed or pressed, in plain words, shown beside it.

The files' own messages are for whoever writes files: what is wrong, what was found, what to write.
Here the same is said in the words of the page's language. What no row is for is shown as it is.
"""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Sequence

import streamlit as st

from statement_map.language import Language
from statement_map.panels.templates import show

_MESSAGE = re.compile(
    r"(?:^|: )(?P<what>[^;:]+); found (?P<found>.*?)(?:; (?P<advice>[^;]*))?$", re.DOTALL
)
_PLAIN = {
    "is missing": "fault-missing",
    "is blank": "fault-missing",
    "has no language": "fault-missing",
    "is not a date in EDTF": "review-date-unread",
    "is EDTF that this map does not read": "review-date-unread",
    "is EDTF that this map cannot draw": "review-date-unread",
    "ends before it starts": "fault-backwards",
    "are two dates": "fault-two-dates",
    "is too long a quotation": "fault-quotation",
    "is not a web address": "fault-address",
    "is not a whole number": "fault-number",
    "is not a decimal number": "fault-number",
    "is not a number": "fault-number",
    "has a decimal comma": "fault-comma",
    "is too large": "fault-large",
    "is too small": "fault-small",
    "is stated but lacks the date or the words that state it": "fault-not-stated",
    "has a date but no basis": "fault-no-basis",
    "has a date phrase but is not stated": "fault-words",
    "is inferred from nothing": "fault-inferred",
    "binds no date": "fault-binds",
    "is a group of nothing": "fault-group",
    "lies in itself": "fault-circle",
    "lies at 0, 0": "fault-zero",
    "crosses 180 degrees": "fault-across",
    "holds a control character": "fault-control",
    "is empty": "fault-empty",
    "is not UTF-8 text": "fault-not-text",
}
"""What is wrong, as the files' messages begin, and the key of the same in plain words."""

_HALF_A_POINT = " alone"
"""Where of a point one number is missing, the other was found so."""


def show_faults(language: Language, faults: Sequence[str]) -> None:
    """Show what is wrong, each in plain words."""
    # Without its own container, what comes or goes would make the fields below it anew.
    with st.container():
        if faults:
            told = dict.fromkeys(in_plain_words(fault, language) for fault in faults)
            show("review_faults.html", language, faults=list(told))


def in_plain_words(message: str, language: Language) -> str:
    """Return what a message of the files says in the words of a language, as far as it is known."""
    parts = _MESSAGE.search(message)
    key = _PLAIN.get(parts["what"]) if parts else None
    if parts is None or key is None:
        return message
    if parts["found"].endswith(_HALF_A_POINT):
        key = "fault-half-a-point"
    limit = re.search(r"-?[\d.]+", parts["advice"] or "")
    found = _unquoted(parts["found"])
    return language.words(key, found=found, words=found, limit=limit.group() if limit else "")


def _unquoted(found: str) -> str:
    """Return a value as it was typed, which a message shows as Python writes it."""
    try:
        return str(literal_eval(found.removesuffix("...")))
    except (ValueError, SyntaxError):
        return found
