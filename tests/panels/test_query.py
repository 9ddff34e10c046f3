"""The address as Python follows it, in Streamlit's own AppTest, where no browser tells anything."""

import json
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from statement_map.panels import query
from tests.conftest import ROOT


def page() -> None:
    """Show the address, the day and the event in it, as a whole page does."""
    import json
    from functools import partial
    from pathlib import Path

    import streamlit as st

    from statement_map.panels import query
    from statement_map.panels.address import current_day, current_event
    from statement_map.panels.data import read_saved
    from statement_map.panels.page_language import current_language

    data = read_saved(Path(st.session_state["folder"]))
    query.follow_address(without=query.STEPS)
    st.button("en", key="en", on_click=partial(query.write_query, "lang", "en"))
    st.button("two", key="two", on_click=partial(query.write_query, "hide", ["speaker", "place"]))
    st.button("none", key="none", on_click=partial(query.write_query, "hide", None))
    event = current_event(data)
    shown = {
        "query": query.read_query(),
        "day": str(current_day(data)),
        "event": event and event.id,
        "language": current_language().code,
        "wishes": query.unmet_wishes(),
    }
    st.text(json.dumps(shown))


@pytest.fixture
def app() -> AppTest:
    """The page, opened with nothing in its address."""
    test = AppTest.from_function(page, default_timeout=30)
    test.session_state["folder"] = str(ROOT / "data")
    return test


def shown(app: AppTest) -> dict[str, Any]:
    assert not app.exception
    found: dict[str, Any] = json.loads(app.text[0].value)
    return found


def test_the_query_that_the_page_is_opened_with_sets_day_event_and_language(app: AppTest) -> None:
    app.query_params.update({"date": "2022-01-05", "event": "airport-seized", "lang": "pl"})
    seen = shown(app.run())
    assert (seen["day"], seen["event"]) == ("2022-01-05", "airport-seized")
    assert seen["language"] == "pl"
    app.query_params["date"] = "2022-01-06"
    del app.query_params["event"]
    seen = shown(app.run())
    assert (seen["day"], seen["event"]) == ("2022-01-06", "operation-ordered")


def test_what_the_browser_shows_holds_over_what_the_page_was_opened_with(app: AppTest) -> None:
    app.query_params["date"] = "2022-01-05"
    app.session_state["address-shown"] = {"query": "date=2022-01-06&embed=true", "met": 0}
    seen = shown(app.run())
    assert seen["day"] == "2022-01-06"
    assert seen["query"] == {"date": ["2022-01-06"]}


def test_a_wish_holds_until_the_browser_has_met_it(app: AppTest) -> None:
    app.session_state["address-shown"] = {"query": "lang=pl&date=2022-01-05", "met": 3}
    app.run().button(key="en").click()
    seen = shown(app.run())
    assert seen["wishes"] == {"lang": [4, "en"]}
    assert (seen["language"], seen["day"]) == ("en", "2022-01-05")
    # A step that was made before the wish came takes nothing back, ...
    app.session_state["address-shown"] = {"query": "lang=pl&date=2022-01-06", "met": 3}
    seen = shown(app.run())
    assert (seen["language"], seen["day"]) == ("en", "2022-01-06")
    # ... and Back, after it was met, does.
    app.session_state["address-shown"] = {"query": "lang=pl&date=2022-01-06", "met": 4}
    seen = shown(app.run())
    assert (seen["language"], seen["wishes"]) == ("pl", {})


def test_several_values_and_none(app: AppTest) -> None:
    app.run().button(key="two").click()
    assert shown(app.run())["query"]["hide"] == ["speaker", "place"]
    app.button(key="none").click()
    seen = shown(app.run())
    assert "hide" not in seen["query"]
    assert seen["wishes"] == {"hide": [2, None]}


def test_a_wish_for_what_is_there_is_none(app: AppTest) -> None:
    app.query_params["lang"] = "en"
    app.run().button(key="en").click()
    assert shown(app.run())["wishes"] == {}


@pytest.mark.parametrize(
    "told",
    [
        "date=2022-01-06",
        {"query": ["date=2022-01-06"], "met": 0},
        {"query": "date=2022-01-06", "met": "0"},
        {"query": "date=2022-01-06&x=" + "y" * 20_000, "met": 0},
        {"met": 1},
        7,
    ],
)
def test_what_no_browser_of_ours_tells_is_left_aside(app: AppTest, told: object) -> None:
    app.query_params["date"] = "2022-01-05"
    app.session_state["address-shown"] = told
    assert shown(app.run())["day"] == "2022-01-05"


def test_more_parameters_than_any_address_of_ours_has_are_none(app: AppTest) -> None:
    app.session_state["address-shown"] = {"query": "a=1&" * 600 + "date=2022-01-06", "met": 0}
    seen = shown(app.run())
    assert (seen["query"], seen["day"]) == ({}, "2022-01-02")


def test_the_whole_page_runs_on_any_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["app.py"])
    whole = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name in ("date", "event", "account", "lang", "view", "hide", "hide-topics", "search"):
        whole.query_params[name] = "constructor"
    assert not whole.run().exception
    names = [each.proto.component_name for each in whole.get("bidi_component")]
    assert "statement_map_slider" in names
    assert "statement_map_follow" in names


def page_made_in_polish() -> None:
    from statement_map.panels import query

    query.follow_address(unsaid={"lang": ["pl"]})


@pytest.mark.parametrize(("said", "runs_again"), [("pl", []), ("en", ["app"])])
def test_a_page_is_not_made_anew_for_the_language_that_it_has(
    said: str, runs_again: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As for whoever comes without one in the address: the browser writes it there."""
    queries: Iterator[dict[str, list[str]]] = iter([{}, {"lang": [said]}])
    monkeypatch.setattr(query, "read_query", lambda: next(queries))
    asked: list[str] = []
    monkeypatch.setattr("streamlit.rerun", lambda scope: asked.append(scope))
    assert not AppTest.from_function(page_made_in_polish, default_timeout=30).run().exception
    assert asked == runs_again
