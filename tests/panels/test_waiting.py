"""Where a server has little processor, nobody is let into a queue that it cannot serve."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from statement_map.panels.review import waiting
from statement_map.panels.review.waiting import LONGEST_WAIT_S, estimate_wait_s, minutes
from tests.conftest import ROOT

TEXT = "On 1 May 2009 the people of Warsaw were there."


@pytest.mark.parametrize(
    ("before", "free", "is_started", "seconds"),
    [
        (0, 0.1, True, 10),  # a page takes a second of a processor
        (0, 0.1, False, 35),  # and a worker that begins two and a half
        (5, 0.1, True, 60),
        (6, 0.1, True, 70),
        (29, 0.5, False, 65),
        (0, 0.0, True, 1000),  # steps take all there is
    ],
)
def test_how_long_it_takes(before: int, free: float, is_started: bool, seconds: float) -> None:
    assert estimate_wait_s(before, free, is_started=is_started) == pytest.approx(seconds)


def test_what_is_told() -> None:
    assert [minutes(seconds) for seconds in (61, 120, 121, 1e9)] == [2, 2, 3, 60]
    assert LONGEST_WAIT_S == 60


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "would take 17 minutes or longer now"), ("pl", "zająłby 17 min lub dłużej")],
)
def test_who_would_wait_too_long_is_told_so(
    monkeypatch: pytest.MonkeyPatch, language: str, told: str
) -> None:
    monkeypatch.setattr(waiting, "count_processors", lambda: 0.1)
    monkeypatch.setattr(waiting, "count_free", lambda _: 0.0)
    monkeypatch.setattr(waiting, "_START_S", 0)
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    page.query_params.update({"view": "review", "lang": language})
    page.run()
    page.text_area(key="review-pasted").set_value(TEXT)
    next(button for button in page.button if "review-draft" in button.proto.id).click().run()
    assert not page.exception
    assert any(told in str(each.proto) for each in page.get("html"))
    assert not page.get("progress")
