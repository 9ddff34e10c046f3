"""What a run of a script tells reaches the loop in its order, whatever becomes of one event."""

from __future__ import annotations

import logging

import pytest

from statement_map.edge.turns import _Events


def fail() -> None:
    raise ValueError("a fault of an event")


def test_the_loop_is_told_of_the_first_event_and_hears_all(
    caplog: pytest.LogCaptureFixture,
) -> None:
    events, heard = _Events(), list[str]()
    assert events.add(lambda: heard.append("started"))
    assert not events.add(fail)
    assert not events.add(lambda: heard.append("finished"))
    with caplog.at_level(logging.ERROR):
        events.handle()
    assert heard == ["started", "finished"]
    assert "a fault of an event" in caplog.text


def test_the_loop_is_told_again_of_what_comes_while_it_hears() -> None:
    events, heard = _Events(), list[str]()
    events.add(lambda: heard.append(str(events.add(lambda: heard.append("later")))))
    events.handle()
    assert heard == ["True"]
    events.handle()
    assert heard == ["True", "later"]
