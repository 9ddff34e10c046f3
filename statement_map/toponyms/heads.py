"""Places that head what is told of them: a report, an item of a list, a label."""

from __future__ import annotations

import re

from statement_map.toponyms.line import Line

_DATELINE = re.compile(
    r"(?:,\s*[^\W\d]+(?:\s[^\W\d]+)?){0,2},?\s*\(?(?:[^\W\d_]{2,5}\s+(?=\d))?(?:\d|[A-Z][a-z]{2,8}\.?\s+\d)|\s+\([^\W\d_a-z]|\s*(?:–|—|--)\s"
)
"""What stands behind a place at the head of a report."""

_LABEL = re.compile(r"(?:,\s*(?:[^\W\d_]{1,2}\.\s?){1,5})?\s*(?::\s|[.:]?\s*$)")
"""What stands behind a place that is the label of what follows."""

_ITEM_DATE = re.compile(r"[^:\n]{0,30}\d[^:\n]{0,20}(?::|\s[–—-])\s+")
_ENDED = re.compile(r"[.;]?\s*$")


def is_label(line: Line, at: int) -> bool:
    """Return whether the name at ``at`` is all of its sentence, or heads it: "Lytton, B.C.:".

    So it is behind the date of an item: "5 May 1904: Hull".
    """
    stop = line.tokens[line.capitals(at) - 1].stop
    if _ITEM_DATE.fullmatch(line.text[: line.tokens[at].start]) and _ENDED.match(line.text, stop):
        return True
    if at or line.text[: line.tokens[0].start].strip("([*•- \t"):
        return False
    return _LABEL.match(line.text, stop) is not None


def is_dateline(line: Line, at: int) -> bool:
    """Return whether the name at ``at`` heads a report: "WARSAW, 5 March -"."""
    if at or line.text[: line.tokens[0].start].strip("([*• \t"):
        return False
    stop = line.capitals(at)
    return _DATELINE.match(line.text, line.tokens[stop - 1].stop) is not None
