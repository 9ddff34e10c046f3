"""From a cold start to every day without a mouse; every event is gone to in test_handout.py."""

import re

from playwright.sync_api import Page, expect

from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage


def tab_to(page: MapPage, what: str, key: str = "Tab") -> None:
    """Press `key` until the focus is on the element that the selector `what` names."""
    for _ in range(90):  # the bar and the map's marks come before the axis
        if page.page.evaluate("what => document.activeElement.matches(what)", what):
            return
        page.page.keyboard.press(key)
    raise AssertionError(f"90 tabs did not reach {what}")


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


SPOKEN = {
    "pl": (
        "Dzień",
        {
            "2022-01-04": "wtorek, 4 stycznia 2022, podane w jednym akapicie",
            "2022-01-05": "środa, 5 stycznia 2022, nic nie podano",
        },
    ),
    "en": (
        "Day",
        {
            "2022-01-05": "Wednesday, 5 January 2022, nothing stated",
            "2022-01-04": "Tuesday, 4 January 2022, one paragraph stated",
        },
    ),
}


def test_a_screen_reader_hears_the_day_in_words(new_page: NewPage) -> None:
    """In Polish from day to day, and in English back."""
    page = MapPage(new_page()).open("?date=2022-01-03&lang=pl")
    hear(page, "pl", "ArrowRight")
    page.page.keyboard.press("ArrowRight")
    page.expect_day("2022-01-06")
    page.page.get_by_text("English", exact=True).click()
    hear(page, "en", "ArrowLeft")


def hear(page: MapPage, code: str, key: str) -> None:
    name, spoken = SPOKEN[code]
    slider = page.page.get_by_role("slider", name=name, exact=True)
    for day, words in spoken.items():
        slider.press(key)
        page.expect_day(day)
        expect(slider).to_have_attribute("aria-valuetext", words)
        expect(page.page.locator(".st-key-date output")).to_be_visible()


def test_every_key_of_a_slider_moves_this_one(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?date=2022-01-05")
    page.slider.focus()
    for key, day in (
        ("ArrowUp", 6),
        ("ArrowDown", 5),
        ("ArrowLeft", 4),
        ("ArrowRight", 5),
        ("PageUp", 6),
        ("PageDown", 5),
        ("End", 10),
        ("Home", 2),
    ):
        page.page.keyboard.press(key)
        page.expect_day(f"2022-01-{day:02}")


def test_a_finger_moves_the_slider(new_page: NewPage) -> None:
    page = MapPage(new_page(phone=True)).open("?date=2022-01-02")
    track = page.slider.bounding_box()
    assert track is not None
    assert track["height"] >= 44
    page.page.touchscreen.tap(track["x"] + track["width"] / 2, track["y"] + track["height"] / 2)
    page.expect_day("2022-01-06")
    page.expect_state("kazakhstan", "now")


def test_a_mark_opens_and_leads_to_its_event(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?date=2022-01-06")
    page.mark("almaty-airport").focus()
    page.page.keyboard.press("Enter")
    link = page.map.locator(".popup-events a[data-event=airport-seized]")
    expect(link).to_be_visible()
    link.focus()
    page.page.keyboard.press("Enter")
    page.expect_event("airport-seized")


def test_the_row_of_paragraphs_is_one_stop(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en&event=airport-seized")
    walk_the_paragraphs(page.page)
    page.expect_event("airport-seized")  # the arrows went through the row, not through the events
    tab_to(page, ".st-key-date input")
    tab_to(page, ".paragraphs a", "Shift+Tab")
    focused = page.page.locator(".paragraphs a:focus")
    expect(focused).to_have_text("2")
    page.page.keyboard.press("Enter")
    page.expect_event("gas-price-measures")
    expect(focused).to_have_text("2")
    page.page.keyboard.press("Tab")
    expect(page.page.locator(".paragraphs :focus")).to_have_count(0)


def walk_the_paragraphs(page: Page) -> None:
    """From the last count through the row; it begins with paragraph 10, which the card tells."""
    focused = page.locator(".paragraphs a:focus")
    page.locator(".counts button").last.focus()
    for key, number in (
        ("Tab", "10"),
        ("ArrowRight", "11"),
        ("ArrowLeft", "10"),
        ("End", "28"),
        ("ArrowRight", "28"),
        ("Home", "1"),
        ("ArrowLeft", "1"),
        ("ArrowRight", "2"),
    ):
        page.keyboard.press(key)
        expect(focused).to_have_text(number)
        expect(focused).to_have_accessible_name(re.compile(f"^Paragraph {number}: .+; .+"))
        expect(page.locator(".paragraphs a[tabindex='0']")).to_have_text(number)
