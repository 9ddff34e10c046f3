"""Whatever a browser sends, the page answers, and tells nothing of where it runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from tests.browser.conftest import served
from tests.conftest import ROOT
from tests.edge.session import Session, open_session

EVENTS = sorted(
    {
        event
        for file in (ROOT / "statement_map" / "panels").rglob("*.py")
        for event in re.findall(r"\bon_(\w+)_change=", file.read_text(encoding="utf-8"))
    }
)
"""All that components of the page tell Python by."""

NAMES = ("date", "event", "topics", "account", "number", "knows", "query", "met", "lat", "use")
WRONG: tuple[Any, ...] = (
    *("text", "", "constructor", "\ud800", "../../etc/passwd", "9999-99-99"),
    *(3, -1, 0, 1e308, float("inf"), float("nan"), 10**30, True, None),
    *([], {}, [[]], [{}], ["a", 1], {"a": {"b": []}}),
)


ONE_OF_EACH_TYPE: tuple[Any, ...] = ("text", "\ud800", float("nan"), None, ["a", 1], {"a": {}})


def hostile() -> Iterator[Any]:
    yield from WRONG
    for value in WRONG:
        yield dict.fromkeys(NAMES, value)
    # Each name alone, as what is refused first hides the others; `make fuzz` tries all values.
    is_fuzzing = settings.get_current_profile_name() == "fuzz"
    for name in NAMES:
        for value in WRONG if is_fuzzing else ONE_OF_EACH_TYPE:
            yield {name: value}
    yield {name: {"nested": [name]} for name in NAMES}
    nested: Any = []
    for _ in range(200):
        nested = [nested]
    yield nested


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("home")) as address:
        yield address


@pytest.fixture
def session(url: str) -> Iterator[Session]:
    with open_session(url) as opened:
        yield opened


@pytest.mark.parametrize("query", ["lang=en", "lang=en&view=review"])
def test_what_no_browser_sends_fails_nowhere(session: Session, query: str) -> None:
    session.run(query)
    assert session.components
    for value in hostile():
        session.run(query, dict.fromkeys(EVENTS, value))
        assert session.failures == [], value
    session.run(query)
    assert session.failures == []


def test_nor_where_a_work_is_open(session: Session) -> None:
    query = "lang=en&view=review"
    session.run(query)
    files = {
        name: (ROOT / "data" / name).read_text(encoding="utf-8")
        for name in ("events.yaml", "locations.csv")
    }
    session.run(query, {"found": files})
    opened = session.data["statement_map_review"]["kept"]["events.yaml"]
    assert "airport-seized" in opened
    for value in hostile():
        session.run(query, dict.fromkeys(EVENTS, value))
        assert session.failures == [], value
    # The browser is handed a work only where it has changed.
    assert session.data["statement_map_review"]["kept"] is None
