"""The marks that every rival shows, and the slider that it shows them with."""

from __future__ import annotations

import csv
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import streamlit as st

DATA = Path(sys.argv[1])
COLOURS = {"now": "#b3400a", "earlier": "#777777", "later": "#bbbbbb", "undated": "#ffffff"}


@dataclass(frozen=True)
class Mark:
    """One event where it happened; ``day`` is empty if nobody knows."""

    id: str
    title: str
    text: str
    lat: float
    lon: float
    day: str

    def state(self, day: str) -> str:
        """Return how the event stands to ``day``."""
        if not self.day:
            return "undated"
        return "now" if self.day == day else "earlier" if self.day < day else "later"


@lru_cache
def read_marks() -> tuple[Mark, ...]:
    """Read the marks once."""
    with (DATA / "marks.csv").open(encoding="utf-8", newline="") as stream:
        return tuple(
            Mark(
                row["id"],
                row["title"],
                row["text"],
                float(row["lat"]),
                float(row["lon"]),
                row["day"],
            )
            for row in csv.DictReader(stream)
        )


def choose_day() -> str:
    """Show the slider and return its day."""
    days = sorted({mark.day for mark in read_marks() if mark.day})
    return st.select_slider("Date", days)
