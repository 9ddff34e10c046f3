"""What the browser is sent for card and accounts: all of it once, veiled for learners."""

from __future__ import annotations

import json
from typing import Any

from streamlit.testing.v1 import AppTest

from statement_map.reading import read_data
from tests.conftest import ROOT

ATLAS = read_data(ROOT / "data").atlas


def page() -> None:
    import json
    from pathlib import Path

    import streamlit as st

    from statement_map.panels.card import _content
    from statement_map.panels.data import read_saved
    from statement_map.panels.page_language import current_language
    from statement_map.panels.query import follow_address

    follow_address()
    told, content = _content(read_saved(Path(st.session_state["folder"])), current_language())
    st.text(json.dumps([told, json.loads(content)]))


def sent(**query: str) -> tuple[dict[str, Any], dict[str, Any]]:
    app = AppTest.from_function(page, default_timeout=60)
    app.session_state["folder"] = str(ROOT / "data")
    app.query_params.update(query)
    app.run()
    assert not app.exception
    told, content = json.loads(app.text[0].value)
    return told, content


def test_every_event_is_sent_at_once_in_the_language_of_the_page() -> None:
    told, content = sent(lang="pl")
    assert (told["language"], told["hide"], told["presenting"]) == ("pl", [], False)
    assert [event["id"] for event in content["events"]] == [event.id for event in ATLAS.events]
    assert not any("veiled" in event for event in content["events"])


def test_learners_are_sent_veiled_texts_beside_those_that_are_revealed() -> None:
    told, content = sent(lang="en", hide="place")
    assert told["hide"] == ["place"]
    (airport,) = (event for event in content["events"] if event["id"] == "airport-seized")
    assert "Almaty" not in json.dumps(airport["veiled"])
    assert airport["veiled"]["place"]["title"] == "\0 said to be seized"


def test_the_projector_is_told_as_one() -> None:
    told, _ = sent(lang="en", view="present")
    assert (told["presenting"], told["panels"]) == (True, [])
