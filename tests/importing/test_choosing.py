"""The columns of a table: what is guessed, shown and chosen before it is imported."""

import pytest
from streamlit.testing.v1 import AppTest

from statement_map.exporting import FORMATS, read_source
from statement_map.importing.foreign import Preview, import_file, preview_file
from statement_map.panels.review import waiting
from tests.conftest import ROOT
from tests.importing.test_foreign import read

TABLE = """\
Name,Reported,Happened,Spot,<b>Who</b>
Doors open,2021-06-01,2021-05-03,Gdynia,A
First train,2021-06-02,2021-05-04,Lublin,B
Last train,2021-06-03,2021-05-05,Lublin,C
Doors shut,2021-06-04,2021-05-06,Gdynia,D
"""


def test_a_table_is_looked_into() -> None:
    assert preview_file("a.csv", TABLE.encode()) == Preview(
        ("Name", "Reported", "Happened", "Spot", "<b>Who</b>"),
        {"title": "Name", "start": "Reported"},  # the first of which nearly all cells are days
        (
            ("Doors open", "2021-06-01", "2021-05-03", "Gdynia", "A"),
            ("First train", "2021-06-02", "2021-05-04", "Lublin", "B"),
            ("Last train", "2021-06-03", "2021-05-05", "Lublin", "C"),
        ),
    )


def test_there_is_nothing_to_choose_in_an_export_of_this_program() -> None:
    source = read_source(ROOT / "data")
    for name in ("csv", "linked-places", "html"):
        assert preview_file(f"a.{name}", FORMATS[name].export(source)) is None


def test_what_is_chosen_is_taken_and_none_is_none() -> None:
    chosen = {"start": "Happened", "place": "Spot", "topic": ""}
    atlas = read(import_file("a.csv", TABLE.encode(), chosen=chosen)).atlas
    assert [str(event.when) for event in atlas.events] == [f"2021-05-0{day}" for day in range(3, 7)]
    assert {place.names.read("en") for place in atlas.places.values()} == {"Gdynia", "Lublin"}
    undated = read(import_file("a.csv", TABLE.encode(), chosen={"start": ""})).atlas
    assert {event.when for event in undated.events} == {None}


def page() -> None:
    import streamlit as st

    from statement_map.language import languages
    from statement_map.panels.review.columns import choose_columns
    from tests.importing.test_choosing import TABLE

    st.session_state["chosen"] = choose_columns("1", "a.csv", TABLE.encode(), languages()["en"])


def test_the_page_shows_what_was_guessed_and_takes_what_is_chosen() -> None:
    app = AppTest.from_function(page, default_timeout=180).run()
    assert not app.exception
    boxes = {box.label: box for box in app.selectbox}
    assert boxes["Title"].value == "Name"
    assert boxes["Place"].value == ""
    boxes["Date, or its start"].set_value("Happened")
    boxes["Place"].set_value("Spot")
    app.run()
    chosen = app.session_state["chosen"]
    assert (chosen["title"], chosen["start"], chosen["place"]) == ("Name", "Happened", "Spot")
    assert chosen["topic"] == ""
    (rows,) = [it.proto.body for it in app.get("html")]
    assert '<th scope="col">Happened <small>→ Date, or its start</small></th>' in rows
    assert "&lt;b&gt;Who&lt;/b&gt;" in rows
    assert "<b>" not in rows
    assert "Doors shut" not in rows  # the fourth row


def test_what_took_too_long_is_looked_into_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(waiting, "_QUICK_S", 0)
        patched.setattr(waiting, "_FIRST_S", 0)
        app = AppTest.from_function(page, default_timeout=180).run()
        assert (app.session_state["chosen"], list(app.selectbox)) == ({}, [])
    app.run()
    assert "Title" in {box.label for box in app.selectbox}
