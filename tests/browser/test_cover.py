"""The cover: what this is, whose account and how to read it, for whoever comes without a link."""

import re

from playwright.sync_api import expect

from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage

TOLD = (
    "One side’s account",
    "The Kazakh authorities’ statement on the events of January 2022",
    "every one of its 28 paragraphs",
    "What is told here is the account of the authorities of Kazakhstan: one side only.",
    "the text itself gives the date",
    "the text gives no day",
    "nothing in the text dates it",
)


def test_it_leads_into_the_story_and_a_step_back_leads_to_it_again(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en", look_around=False)
    cover = page.page.locator(".cover")
    sheet = page.page.locator(".st-key-sheet")
    expect(cover).to_be_in_viewport(ratio=1)
    for text in TOLD:
        expect(cover).to_contain_text(text)
    expect(sheet).to_be_hidden()
    assert page.map.locator(".place.is-current").count() == 0, "nothing is chosen yet"
    before = page.page.evaluate("history.length")
    cover.get_by_role("button", name="Start").click()
    page.expect_event("protests-begin")
    expect(page.card.locator(".chapter-number")).to_have_text("Chapter 1 of 10")
    expect(page.page.locator("html[data-playing=true]")).to_be_attached()
    expect(sheet).to_be_visible()
    expect(page.page.locator("[data-act=next]")).to_be_focused()
    assert page.page.evaluate("history.length") == before + 1
    page.page.locator("[data-act=previous]").click()
    expect(cover).to_be_visible()
    expect(page.page).not_to_have_url(re.compile("date|event|by="))
    expect(page.page.locator("html[data-playing=false]")).to_be_attached()
    page.page.go_back()
    page.expect_event("protests-begin")
    page.page.go_back()
    expect(cover).to_be_visible()
    page.page.keyboard.press("ArrowRight")
    page.expect_event("protests-begin")
    page.page.keyboard.press("ArrowLeft")
    cover.get_by_role("button", name="Look around").click()
    expect(cover).to_be_hidden()
    page.expect_day("2022-01-02")
    expect(page.page).to_have_url(re.compile("date=2022-01-02"))


def test_a_frame_learners_and_the_projector_have_none(new_page: NewPage) -> None:
    visit = new_page()
    for query in ("embed=true", "hide=speaker", "view=present"):
        page = MapPage(visit).open(f"?lang=en&{query}", look_around=False)
        expect(page.page.locator(".cover")).to_have_count(0)
        page.expect_event("protests-begin")
        expect(page.page.locator("[data-act=previous]")).to_be_disabled()
