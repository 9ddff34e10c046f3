"""What the text gives, as a panel of the page; what is counted, `tests/test_balance.py` holds."""

from __future__ import annotations

import pytest

from tests.panels.whole import html_of, run_page

HEADING = "What this text gives, and what it does not"


def test_it_is_there_once_it_was_asked_for() -> None:
    assert HEADING in html_of(run_page({"lang": "en"}, opened=("balance",)))
    assert HEADING not in html_of(run_page({"lang": "en"}))


@pytest.mark.parametrize("query", [{"hide": "speaker"}, {"hide": "place"}, {"view": "present"}])
def test_learners_and_the_projector_do_not_see_it_also_if_it_was_open(
    query: dict[str, str | list[str]],
) -> None:
    html = html_of(run_page({"lang": "en", **query}, opened=("balance",)))
    assert HEADING not in html
    assert 'class="balance' not in html
