"""A text of a reader's own, as far as Python judges it; what it looks like, a browser tells."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.panels.whole import html_of, run, run_page


def judge() -> None:
    import streamlit as st

    from statement_map.language import languages
    from statement_map.panels.reader import _read_text

    st.text(repr(_read_text(languages()["en"], st.session_state["content"])))


def judged(content: bytes) -> tuple[str, list[str]]:
    """What is read of a file, and what is said of it."""
    app = AppTest.from_function(judge, default_timeout=60)
    app.session_state["content"] = content
    app.run()
    assert not app.exception
    return app.text[0].value, [error.value for error in app.error]


@pytest.mark.parametrize(
    "content",
    [
        "Żółw • ąę".encode("cp1250"),
        "naïve • café".encode("cp1252"),
        "• One".encode("utf-16"),
        "ab".encode("utf-16-le"),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    ],
)
def test_a_file_that_is_no_text_is_refused(content: bytes) -> None:
    read, (said,) = judged(content)
    assert read == "None"
    assert said.startswith("This is not text in UTF-8")


def test_a_text_in_utf_8_is_taken_as_it_is_up_to_a_megabyte() -> None:
    assert judged("• Żółw".encode()) == ("'• Żółw'", [])
    assert judged(b"a" * 2**20)[1] == []
    read, (said,) = judged(b"a" * (2**20 + 1))
    assert read == "None"
    assert said.startswith("This is more than 1 MB of text")


def shown(text: str) -> str:
    """What the page shows of a text that was pasted."""
    page = run_page({"lang": "en"}, opened=("text",))
    page.text_area(key="reader-text").set_value(text)
    next(it for it in page.button if it.label == "Show the text").click()
    return html_of(run(page))


def test_of_many_paragraphs_the_first_thousand_are_shown() -> None:
    html = shown("• a\n" * 1500)
    assert len(re.findall(r'data-paragraph="?\d+', html)) == 1000
    assert "Only the first 1,000 paragraphs are shown." in html


def test_a_text_without_its_words_shows_the_bars_again() -> None:
    assert 'class="bars' in shown(" \n ")
