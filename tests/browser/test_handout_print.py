"""The handout on paper: its worksheet, and all of it."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import Literal

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.handout_page import ATLAS, OpenHandout, handout_file, open_handout
from tests.browser.test_print import (
    ADDRESS,
    ATTRIBUTION,
    BREAKS,
    as_words,
    lines_of,
    words_on,
)

__all__ = ["handout_file", "open_handout"]


def test_the_worksheet_is_one_page_with_the_questions_that_are_ticked(
    open_handout: OpenHandout,
) -> None:
    handout = open_handout().open("#lang=pl")
    sheet = handout.page.locator(".worksheet:visible")
    who, *_, compared = sheet.locator("li span").all_inner_texts()
    handout.page.evaluate(
        "window.print = () => (window.printed = document.documentElement.dataset.worksheet)"
    )
    sheet.locator("[data-print=worksheet]").click()
    assert handout.page.evaluate("window.printed") == ""
    sheet.locator("input").first.uncheck()
    sheet.locator("input").last.check()
    handout.page.evaluate("document.documentElement.dataset.worksheet = ''")  # as while it prints
    (page,) = PdfReader(io.BytesIO(handout.page.pdf(format="A4"))).pages
    words = words_on(page)
    assert as_words(compared) in words
    assert as_words(who) not in words
    assert as_words(ATLAS.events[1].title.read("pl")) not in words  # nothing of the list
    for day in ("wt. 4 sty", "śr. 5 sty", "pt. 7 sty"):
        assert as_words(day) in words


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_every_printed_page_says_who_states_it(
    open_handout: OpenHandout, color_scheme: Literal["light", "dark"]
) -> None:
    handout = open_handout(color_scheme=color_scheme).open("#event=airport-seized&lang=en")
    dark = handout.page.locator("html.dark")
    expect(dark).to_have_count(int(color_scheme == "dark"))
    pages = PdfReader(io.BytesIO(handout.page.pdf(format="A4"))).pages
    assert len(pages) > 2
    texts = [words_on(page) for page in pages]
    for text in texts:
        assert text.count(as_words(ATTRIBUTION)) == 1
        assert ADDRESS in text
    everything = "".join(texts)
    for event in ATLAS.events:
        assert as_words(event.title.read("en")) in everything
    heights = {as_words(line): y for y, line in reversed(lines_of(pages[0]))}
    dated = [y for words, y in heights.items() if as_words("some time on 4–6 January") in words]
    last = [y for words, y in heights.items() if as_words("Emergency and operation") in words]
    assert min(last, default=0) > max(dated, default=0)  # the whole legend stands above the card
    assert handout.page.locator(".map.paper").count() == 0
    expect(dark).to_have_count(int(color_scheme == "dark"))
    assert as_words("Sat 8 Jan") in everything  # of the axis alone
    handout.page.emulate_media(media="print")
    edges = [
        handout.page.locator(part).evaluate(
            "(part) => ['top', 'bottom'].map((side) => part.getBoundingClientRect()[side])"
        )
        for part in ("#card", ".time", "#accounts", ".event-list")
    ]
    for (_, bottom), (top, _) in pairwise(edges):
        assert bottom <= top  # nothing lies over anything
    dates = handout.page.locator(".event-list .own-date")
    assert set(dates.evaluate_all(BREAKS)) == {"auto"}  # else a row is kept with the next
