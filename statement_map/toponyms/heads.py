"""Places that head what is told of them: a report, an item of a list, a label."""

from __future__ import annotations

import re

from statement_map.toponyms.line import Line

_DATELINE = re.compile(
    r"(?:,\s*[^\W\d]+(?:\s[^\W\d]+)?){0,2},?\s*\(?(?:[^\W\d_]{2,5}\s+(?=\d))?(?:\d|[A-Z][a-z]{2,8}\.?\s+\d)|\s+\([^\W\d_a-z]|\s*(?:–|—|--)\s"
)
"""What stands behind a place at the head of a report."""

_LABEL = re.compile(r"(?:,\s*(?:[^\W\d_]{1,2}\.\s?){1,5})?\s*(?:[:;]\s|[.:;!]?\s*$)")
"""What stands behind a place that is the label of what follows."""

_ITEM_HOUR = re.compile(r"[^:\n]{0,30}\d[^:\n]{0,20}(?::|\s[–—-])\s+")
_ENDED = re.compile(r"[.;]?\s*$")

_BEHIND_COLON = re.compile(r":\s+\Z")
_GAP = re.compile(r",?\s+\(?")
"""What stands between a place and the date behind it."""


def is_label(line: Line, at: int) -> bool:
    """Return whether the name at ``at`` is all of its sentence, or heads it: "Lytton, B.C.:".

    So it is behind the date of an item, or its hour: "5 May 1904: Hull", "6 p.m. – Hull".
    """
    stop = line.tokens[line.capitals(at) - 1].stop
    if _ITEM_HOUR.fullmatch(line.text[: line.tokens[at].start]) and _ENDED.match(line.text, stop):
        return True
    return line.opens(at) and _LABEL.match(line.text, stop) is not None


def is_dateline(line: Line, at: int) -> bool:
    """Return whether the name at ``at`` heads a report: "WARSAW, 5 March -".

    So it is behind a colon: "Training: Tyndrum, 10 March".
    """
    stop = line.capitals(at)
    if _BEHIND_COLON.search(line.text, 0, line.tokens[at].start):
        return any(
            _GAP.fullmatch(line.text, line.tokens[stop - 1].stop, it) for it, _ in line.dates
        )
    if not line.opens(at):
        return False
    return _DATELINE.match(line.text, line.tokens[stop - 1].stop) is not None
