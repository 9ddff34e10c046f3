"""What the parts of the page in the browser tell, and when it is told too late."""

import pytest
from streamlit.testing.v1 import AppTest


def page(told: str) -> None:
    import streamlit as st

    from statement_map.panels import code, drawer, query

    late = {"due": drawer._note_due, "asked": code._note_asked, "shown": query._note_shown}
    late[told]()
    st.text("here")


@pytest.mark.parametrize("told", ["due", "asked", "shown"])
def test_what_is_told_by_what_is_there_no_more_is_no_fault(told: str) -> None:
    test = AppTest.from_function(page, args=(told,)).run()
    assert not test.exception
    assert [it.value for it in test.text] == ["here"]
