"""From a cold start to every day and every event without a mouse."""

from playwright.sync_api import expect

from statement_map.reading import read_data
from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage
from tests.conftest import ROOT


def tab_to(page: MapPage, what: str, key: str = "Tab") -> None:
    """Press `key` until the focus is on the element that the selector `what` names."""
    for _ in range(60):
        if page.page.evaluate("what => document.activeElement.matches(what)", what):
            return
        page.page.keyboard.press(key)
    raise AssertionError(f"60 tabs did not reach {what}")


def test_every_day(new_page: NewPage) -> None:
    page = MapPage(new_page()).open()
    tab_to(page, ".st-key-date input")
    for day in range(2, 11):
        page.expect_day(f"2022-01-{day:02}")
        expect(page.card.locator(".day")).to_contain_text(f"{day} stycznia 2022")
        page.page.keyboard.press("ArrowRight")
    page.expect_day("2022-01-10")
    page.page.keyboard.press("Home")
    page.expect_day("2022-01-02")


def test_every_event_in_the_order_of_the_text(new_page: NewPage) -> None:
    events = [event.id for event in read_data(ROOT / "data").atlas.events]
    page = MapPage(new_page()).open()
    tab_to(page, "[data-act=next]")
    for event in events[1:]:
        page.page.keyboard.press("Enter")
        page.expect_event(event)
    expect(page.page.locator("[data-act=next]")).to_be_disabled()
    tab_to(page, "[data-act=previous]", "Shift+Tab")
    page.page.keyboard.press("Enter")
    page.expect_event(events[-2])


def test_a_mark_opens_and_leads_to_its_event(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?date=2022-01-06")
    page.mark("almaty-airport").focus()
    page.page.keyboard.press("Enter")
    link = page.map.locator(".popup-events a[data-event=airport-seized]")
    expect(link).to_be_visible()
    link.focus()
    page.page.keyboard.press("Enter")
    page.expect_event("airport-seized")
