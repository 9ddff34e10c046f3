"""The buttons that step are in the language of the page, and ask nothing of Python."""

from __future__ import annotations

import pytest

from tests.panels.whole import html_of, run_page


@pytest.mark.parametrize(
    ("code", "words"), [("en", ("← Previous", "Next →")), ("pl", ("← Poprzednie", "Następne →"))]
)
def test_they_are_buttons_of_the_browsers_own(code: str, words: tuple[str, str]) -> None:
    page = run_page({"lang": code})
    html = html_of(page)
    for act, said in zip(("previous", "next"), words, strict=True):
        assert f'data-act="{act}">{said}</button>' in html
    assert not {*words} & {button.label for button in page.button}
