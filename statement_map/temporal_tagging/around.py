"""What the words around a date say of it: that it heads an entry, names a plan, is denied."""

from __future__ import annotations

import re

from statement_map.temporal_tagging.joining import DatePhrase
from statement_map.temporal_tagging.joints import Joints
from statement_map.temporal_tagging.said import Bound, Said

_NEAR_CHARACTERS = 100
"""How far before a date "not" is looked for."""

_ADDRESS_CHARACTERS = 50
_HEADING_CHARACTERS = 20
"""So much beside a date leaves it a heading: a town, a weekday."""

_BRACKET = re.compile(r"^\s*\([^()\d\n]{1,60}\)\s*$")
"""What is said in brackets of the whole entry, behind its day: (written later)."""

_NUMBER = re.compile(r"(?:[^\W\d_]{1,10}\.?\s)?(?:\d{1,3}|[IVXLC]+)[.:]")
"""A number, with a word before it: No., Nr, Telegram."""

_SET_OFF = re.compile(r"\s*[–—-]\s|[^\S\n]*\t|[^\S\n]{2}")
"""What sets the day of an entry off: a dash, or the room of a column."""


def is_place_like(text: str, joints: Joints) -> bool:
    """Return whether a text is some words in capitals, as places of a dateline are."""
    words = re.findall(r"\w+", text)
    return 0 < len(words) <= 4 and all(
        word[0].isupper() or joints.joins("in_dateline", word) for word in words
    )


def is_address(text: str, joints: Joints) -> bool:
    """Return whether a text is some names of places with a full stop: "S.S. Norman, off Hull."."""
    if not text.rstrip().endswith(".") or len(text) > _ADDRESS_CHARACTERS:
        return False
    parts = [it for it in re.split(r"[,.()]", text) if it.strip()]
    return bool(parts) and all(is_place_like(it, joints) for it in parts)


def is_number(text: str) -> bool:
    """Return whether a text only numbers what stands behind it: "No. 61.", "12."."""
    return _NUMBER.fullmatch(text.strip()) is not None


def is_attribute(phrase: DatePhrase, joints: Joints) -> bool:
    """Return whether a year says which of several is meant: "the 2021 plan"."""
    return joints.joins("attribute", phrase.sentence.text[phrase.start : phrase.stop])


def heed_denial(phrase: DatePhrase, bound: Bound | None, joints: Joints) -> Bound | None:
    """Return which side of a date is meant where something is denied until then.

    "Not before Friday" is from Friday on, and "not until Friday" that day.
    """
    if bound is not Bound.UNTIL:
        return bound
    start = max(0, phrase.start - _NEAR_CHARACTERS)
    for found in joints["not_before"].finditer(phrase.sentence.text, start, phrase.stop):
        if found.end() > phrase.start:
            return Bound.FROM
    return None if _is_negated(phrase, joints) else bound


def _is_negated(phrase: DatePhrase, joints: Joints) -> bool:
    """Return whether what was not until a date began with it: "not until 5 May"."""
    start = max(0, phrase.start - _NEAR_CHARACTERS)
    return joints["not_until"].search(phrase.sentence.text, start, phrase.start) is not None


def is_head(phrase: DatePhrase, joints: Joints) -> bool:
    """Return whether a day heads its paragraph or line: "Monday, 31 July 1944. It rained"."""
    meaning, text = phrase.meaning, phrase.sentence.text
    if phrase.is_head:
        return isinstance(meaning, Said) and meaning.end.has_day
    if not isinstance(meaning, Said) or meaning.bound:
        return False
    if (
        not meaning.end.has_day
        or not phrase.sentence.opens_line
        or joints["within_sentence"].match(text, phrase.start)
    ):
        return False
    before = joints["entry"].sub("", text[: phrase.start], count=1).strip(' „“"(,–-')
    after = text[phrase.stop :]
    if weekday := joints["weekday_beside"].match(after):
        after = weekday.group().rstrip()[-1] + after[weekday.end() :]
    after = _BRACKET.sub("", after.strip('”"'))
    if before and not (len(before) <= _HEADING_CHARACTERS and is_place_like(before, joints)):
        return False
    return (
        not after
        or after[0] in ".:|)\n"
        or len(after) <= _HEADING_CHARACTERS
        or (_SET_OFF.match(after) is not None)
        or (meaning.end.weekday is not None and not before and after.lstrip()[:1].isupper())
    )
