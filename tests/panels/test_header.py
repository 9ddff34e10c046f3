"""The head of the page: what it leads to, and whom it names, in each view."""

from __future__ import annotations

import re

import pytest

from tests.panels.whole import PANELS, html_of, run_page

SPEAKER = "the authorities of Kazakhstan"


def links_of(html: str) -> list[str]:
    """The panels that the top bar leads to."""
    return re.findall(r'<a href="[^"]*" target="_self" data-panel="(\w+)">', html)


def test_usually_it_leads_to_every_panel_and_to_a_map_of_ones_own() -> None:
    page = run_page({"lang": "en"})
    html = html_of(page)
    assert links_of(html) == list(PANELS)
    assert 'class="own-text" href="?view=review&amp;lang=en"' in html
    assert "<h1>The Kazakh authorities’ statement on the events of January 2022</h1>" in html
    assert 'class="attribution until-revealed"' not in html


@pytest.mark.parametrize("hide", ["speaker", "place"])
def test_learners_are_led_to_no_panel_that_tells(hide: str) -> None:
    html = html_of(run_page({"lang": "en", "hide": hide, "panel": "about"}))
    assert links_of(html) == ["events"]
    assert "own-text" not in html


def test_whom_learners_are_to_find_is_not_named_before() -> None:
    html = html_of(run_page({"lang": "en", "hide": "speaker"}))
    assert "<h1>One statement on a map</h1>" in html
    before = re.search(r'<p class="attribution until-revealed">(.*?)</p>', html, re.DOTALL)
    assert before
    assert "Who states it is hidden until you reveal it." in before[1]
    assert SPEAKER not in before[1]
    after = re.search(r'<p class="attribution once-revealed">(.*?)</p>', html, re.DOTALL)
    assert after
    assert SPEAKER in after[1]


def test_the_projector_has_a_code_and_a_way_out_in_place_of_a_bar() -> None:
    page = run_page({"lang": "en", "view": "present"})
    html = html_of(page)
    assert links_of(html) == []
    assert "own-text" not in html
    assert 'data-act="ask-code"' in html
    assert "Leave the presentation" in [button.label for button in page.button]
    assert SPEAKER in html


def test_the_language_is_that_of_the_address() -> None:
    page = run_page({"lang": "pl"})
    (switch,) = (each for each in page.get("button_group") if "language" in each.proto.id)
    names = [option.content for option in switch.proto.options]
    assert names == ["English", "Polski", "Українська"]
    assert "Stanowisko władz Kazachstanu" in html_of(page)
