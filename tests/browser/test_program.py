"""The page's program: one file, loaded once, whichever part of the page asks first."""

from playwright.sync_api import expect

from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage

LOADED = """
() => performance.getEntriesByType("resource")
  .map(({ name }) => name)
  .filter((name) => name.endsWith(".page.js"))
"""


def test_it_is_loaded_once(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en")
    expect(page.page.locator(".st-key-event-list")).to_be_attached()
    assert len(page.page.evaluate(LOADED)) == 1


def test_a_page_that_gets_another_one_begins_anew(new_page: NewPage) -> None:
    """As after the server was started with a newer one: two would both take each press."""
    page = MapPage(new_page()).open("?lang=en&date=2022-01-05")
    (address,) = page.page.evaluate(LOADED)
    with page.page.expect_navigation():
        page.page.evaluate("address => void import(`${address}?newer`)", address)
    page.expect_day("2022-01-05")
