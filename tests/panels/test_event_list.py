"""The list as an address opens it; what visitors do with it, `browser/test_event_list.py` holds."""

from __future__ import annotations

import re

import pytest

from tests.panels.whole import html_of, run_page


def rows_of(html: str) -> list[str]:
    """The events whose rows the list has, in their order."""
    return re.findall(r'<tr[^>]* id="row-([a-z-]+)"', html)


@pytest.mark.parametrize(
    ("basis", "topic", "rows"),
    [
        ("bounded", "csto", ["csto-appeal", "csto-forces-arriving"]),
        ("suggested", "protests", ["protesters-demands", "protests-spread"]),
    ],
)
def test_what_a_date_rests_on_filters(basis: str, topic: str, rows: list[str]) -> None:
    """By hand in tests/by_hand.py."""
    page = run_page({"lang": "en", "basis": basis, "topic": topic}, opened=("events",))
    assert rows_of(html_of(page)) == rows


def test_without_a_filter_all_events_are_there() -> None:
    assert len(rows_of(html_of(run_page({"lang": "en"}, opened=("events",))))) == 51


@pytest.mark.parametrize("basis", ["inferred", "given"])
def test_a_value_that_there_is_not_is_told(basis: str) -> None:
    """ "inferred" was one once; that data alone give a date is so of no event of this text."""
    page = run_page({"lang": "en", "basis": basis, "topic": "csto"}, opened=("events",))
    html = html_of(page)
    assert f"<code>basis={basis}</code>" in html
    assert len(rows_of(html)) == 7  # the events of the topic
