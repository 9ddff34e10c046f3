"""What the data files tell, read without the program: the expectation of every export."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from tests.conftest import ROOT

FILE = yaml.load((ROOT / "data" / "events.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
STATEMENT: dict[str, Any] = FILE["statement"]
EVENTS: list[dict[str, Any]] = FILE["events"]
with (ROOT / "data" / "locations.csv").open(encoding="utf-8", newline="") as stream:
    PLACES = {row["id"]: row for row in csv.DictReader(stream)}

ATTRIBUTION = (
    "What is told here is the account of the authorities of Kazakhstan: one side only. "
    "This map does not verify it."
)


@dataclass(frozen=True)
class Told:
    """An event at a place, or without any."""

    event: str
    place: str | None
    paragraph: str
    basis: str


def told() -> list[Told]:
    """Every event at each of its places, in the order of the text."""
    rows = []
    for event in EVENTS:
        numbers = event["paragraph"]
        paragraph = numbers if isinstance(numbers, str) else "|".join(numbers)
        for mention in event.get("places", [{"id": None}]):
            rows.append(Told(event["id"], mention["id"], paragraph, event["basis"]))
    return rows


# Worked out by hand from the text, paragraph by paragraph (see tests/browser/test_states.py).
DATES: dict[str, tuple[date | None, date | None]] = {
    "protests-begin": (date(2022, 1, 2), date(2022, 1, 2)),
    "protesters-demands": (date(2022, 1, 2), date(2022, 1, 4)),
    "airport-seized": (date(2022, 1, 4), date(2022, 1, 6)),
    "operation-ordered": (date(2022, 1, 6), date(2022, 1, 6)),
    "day-of-mourning": (date(2022, 1, 10), date(2022, 1, 10)),
    "gatherings-peaceful-at-first": (date(2022, 1, 2), None),
}
UNDATED = "attackers-combat-experience"
"""Paragraph 11 tells it without any date."""
