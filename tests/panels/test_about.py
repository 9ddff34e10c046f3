"""What the page says about itself: that it verifies nothing, and what the kinds mean."""

from __future__ import annotations

from statement_map.language import languages
from statement_map.reading import read_data
from tests.conftest import ROOT
from tests.panels.whole import html_of, run_page


def test_it_says_what_every_kind_means_that_is_met() -> None:
    html = html_of(run_page({"lang": "en"}, opened=("about",)))
    words = languages()["en"].words
    kinds = {event.kind for event in read_data(ROOT / "data").atlas.events}
    assert len(kinds) == 6
    for kind in kinds:
        assert words(f"kind-{kind.value}") in html
        assert words(f"kind-explain-{kind.value}") in html
    assert "https://konsul.wse.edu.pl/informacje-z-msz/" in html


def test_it_is_sent_when_it_is_opened_and_not_before() -> None:
    explained = languages()["en"].words("kind-explain-claim")
    assert explained not in html_of(run_page({"lang": "en"}))
