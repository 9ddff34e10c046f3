"""A field of a form shows what its own desk has, whatever a field of another desk has."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextInput

from statement_map.panels.review.desk import Desk
from statement_map.reviewing import History
from tests.reviewing.samples import sample

TITLE = ["title", "en"]
FALL = "prices-fall"


def form() -> None:
    from statement_map.language import languages
    from statement_map.panels.review.desk import current_desk
    from statement_map.panels.review.fields import Form

    desk = current_desk()
    if desk:
        Form(desk, ("event", "prices-fall"), languages()["en"]).text(("title", "en"), "Title")


def field(page: AppTest) -> TextInput:
    assert not page.exception
    (found,) = page.text_input
    return found


def test_what_was_typed_for_another_desk_covers_nothing_that_was_kept() -> None:
    """A browser sends its fields' values to a new session before it hands back what it kept."""
    desk = Desk(History(sample()))
    page = AppTest.from_function(form, default_timeout=60)
    page.session_state["review-desk"] = desk
    field(page.run()).input("Prices fall at").run()
    assert field(page).value == "Prices fall at"

    kept = Desk(History(desk.work))
    kept.take_back({"typed": [["event", FALL, TITLE, "Prices fall at dawn"]]})
    page.session_state["review-desk"] = kept
    assert field(page.run()).value == "Prices fall at dawn"
    assert kept.event(FALL).title.read("en") == "Prices fall at dawn"
