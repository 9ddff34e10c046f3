"""Two visitors never see each other's state, and a restart loses nothing that the address has."""

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import free_port, served
from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage


def search(page: MapPage, words: str) -> None:
    page.open_panel("events")
    page.page.locator(".st-key-event-list input[type=search]").fill(words)
    expect(page.page).to_have_url(re.compile(f"search={words}"))


def paste(page: MapPage, text: str) -> None:
    page.open_panel("text")
    page.page.locator(".st-key-reader textarea").fill(text)
    page.page.locator(".st-key-reader-show button").click()
    expect(page.page.locator(".reader")).to_contain_text(text.removeprefix("• "))


def test_two_visitors_side_by_side(new_page: NewPage) -> None:
    """Each chooses, filters and pastes while the other does; neither sees a trace of it."""
    first = MapPage(new_page()).open("?date=2022-01-05&event=airport-seized&lang=en")
    second = MapPage(new_page()).open("?date=2022-01-02&event=protests-begin&lang=pl")
    search(first, "airport")
    search(second, "protest")
    paste(first, "• The first one's own words.")
    paste(second, "• Własne słowa drugiej osoby.")
    for page in (first, second):  # Python is asked again for all of it
        page.page.locator("[data-act=next]").click()
    first.expect_event("aircraft-with-passengers")
    second.expect_event("protesters-demands")
    first.expect_day("2022-01-05")
    second.expect_day("2022-01-02")
    first_text, second_text = first.page.content(), second.page.content()
    assert "The first one's" in first_text
    assert "The first one's" not in second_text
    assert "drugiej osoby" in second_text
    assert "drugiej osoby" not in first_text
    assert "search=protest" in second.page.url
    assert "Wszystkie zdarzenia" in second_text
    assert "Wszystkie zdarzenia" not in first_text
    field = ".st-key-event-list input[type=search]"
    expect(first.page.locator(field)).to_have_value("airport")
    expect(second.page.locator(field)).to_have_value("protest")
    assert first.visit.errors == second.visit.errors == []


def test_what_one_learner_reveals_stays_hidden_from_the_other(new_page: NewPage) -> None:
    query = "?date=2022-01-05&event=airport-seized&lang=en&hide=speaker"
    first, second = (MapPage(new_page()).open(query) for _ in range(2))
    reveal = "[data-reveal=speaker]"
    first.card.locator(reveal).click()
    expect(first.card.locator("dl")).to_contain_text("the authorities of Kazakhstan")
    second.slider.focus()
    second.page.keyboard.press("ArrowRight")
    second.expect_day("2022-01-06")
    second.page.keyboard.press("ArrowLeft")
    second.expect_day("2022-01-05")
    expect(second.card).not_to_contain_text("the authorities of Kazakhstan")
    second.page.goto(f"{second.url}/{query}")
    expect(second.card.locator(reveal)).to_be_visible(timeout=60_000)
    expect(first.card.locator(reveal)).to_have_count(0)


def test_a_restart_loses_nothing_that_the_address_carries(
    new_page: NewPage, tmp_path: Path
) -> None:
    port = free_port()
    visit = new_page()
    with served(tmp_path, port=port) as url:
        page = MapPage(visit, url).open("?date=2022-01-05&lang=en&topic=violence&account=open")
        search(page, "airport")
        page.page.locator(".event-list a[data-event=airport-seized]").click()
        page.expect_event("airport-seized")
        expect(page.page).to_have_url(re.compile("event=airport-seized"))
        address = page.page.url
    visit.requests.clear()
    with served(tmp_path, port=port):
        # An open page finds the server again by itself ...
        while not any(asked.startswith("ws:") for asked in visit.requests):
            page.page.wait_for_timeout(100)
        page.page.locator("[data-act=next]").click()
        shown = page.card.locator("article[data-shown=aircraft-with-passengers]")
        expect(shown).to_be_visible(timeout=60_000)
        # ... and a new visitor with its address sees the same.
        other = MapPage(new_page(), url).open(address.removeprefix(f"{url}/"))
        other.expect_event("airport-seized")
        other.expect_day("2022-01-05")
        expect(other.card.locator("h2")).to_have_text("Almaty airport said to be seized")
        expect(other.page.locator(".event-list tbody tr")).to_have_count(2)
        expect(other.page.locator(".account-list")).to_be_visible()
        field = ".st-key-event-list input[type=search]"
        expect(other.page.locator(field)).to_have_value("airport")
