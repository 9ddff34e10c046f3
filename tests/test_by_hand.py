"""The account and the dates of the statement on every day of the slider, against by_hand.py."""

from collections import Counter
from datetime import date

import pytest

from statement_map.reading import read_atlas
from statement_map.timeline import Account, Interval, Timeline, at_step
from tests.by_hand import BOUNDS, COUNTS, DAYS, PARAGRAPHS, PLACELESS
from tests.conftest import ROOT

LETTERS = {"n": Account.NOW, "p": Account.POSSIBLE, "o": Account.OPEN, "x": Account.OTHER_DATE}


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return Timeline(read_atlas(ROOT / "data"))


def days(written: str) -> Interval | None:
    """Read "2-4", "6-" or "-"."""
    start, end = (date(2022, 1, int(day)) if day else None for day in written.split("-"))
    return Interval(start, end) if start or end else None


def test_the_slider_has_these_days(timeline: Timeline) -> None:
    assert timeline.steps == tuple(date(2022, 1, day) for day in DAYS)


def test_every_event_has_the_bounds_that_the_text_carries(timeline: Timeline) -> None:
    found = {event.id: timeline.dates(event) for event in timeline.atlas.events}
    assert list(found) == list(BOUNDS)
    for event, (bound, suggested, _) in BOUNDS.items():
        assert (found[event].bound, found[event].suggested) == (days(bound), days(suggested)), event


def test_every_paragraph_is_accounted_for_on_every_day(timeline: Timeline) -> None:
    found = {
        number: [at_step(changes, step) for step in range(len(DAYS))]
        for number, changes in enumerate(timeline.paragraph_accounts, start=1)
    }
    expected = {n: [LETTERS[letter] for letter in row.split()] for n, row in PARAGRAPHS.items()}
    assert found == expected
    assert sorted(timeline.placeless) == list(PLACELESS)


@pytest.mark.parametrize("day", DAYS)
def test_the_numbers_of_the_account(timeline: Timeline, day: int) -> None:
    step = timeline.steps.index(date(2022, 1, day))
    counted = Counter(at_step(changes, step) for changes in timeline.paragraph_accounts)
    assert tuple(counted[account] for account in LETTERS.values()) == COUNTS[day]
    assert counted.total() == sum(COUNTS[day]) == 28
