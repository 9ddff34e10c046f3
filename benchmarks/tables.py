"""Figures and tables in Markdown, and word of what is being measured."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Sequence
from math import ceil
from statistics import median


def percentile(values: Sequence[float], percent: int) -> float:
    """Return the smallest value that ``percent`` of all do not exceed."""
    return sorted(values)[ceil(len(values) * percent / 100) - 1]


def spread(values: Sequence[float], digits: int = 0) -> str:
    """Return the median, and the least to the most."""
    if not values:
        return ""
    middle, least, most = median(values), min(values), max(values)
    return f"{middle:.{digits}f} ({least:.{digits}f} to {most:.{digits}f})"


def high(values: Sequence[float], digits: int = 0) -> str:
    """Return the 95th percentile."""
    return f"{percentile(values, 95):.{digits}f}" if values else ""


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table; all columns but the first are figures."""
    lines = [columns, ["---", *["--:"] * (len(columns) - 1)], *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def progress(what: str) -> None:
    """Say on standard error what is measured now: the whole takes a quarter of an hour."""
    print(f"{time.strftime('%H:%M:%S')}  {what}", file=sys.stderr, flush=True)
