"""What lies below the map comes after it, and comes anyway."""

from playwright.sync_api import expect

from statement_map.policy import FRAME_PAGE
from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage

PANELS = ("event-list", "reader", "share", "balance", "about")
# On a slow machine patience may end before the map is there; here it never ends.
NOTE_WHAT_COMES_FIRST = """
const { setTimeout } = window;
window.setTimeout = (act, ms, ...given) => ms > 9000 ? 0 : setTimeout(act, ms, ...given);
if (window === window.top) {
  new MutationObserver((_, observer) => {
    if (!document.querySelector(".st-key-event-list, .st-key-about")) return;
    const map = document.querySelector(".st-key-map iframe")?.contentDocument;
    window.wasMapFirst = Boolean(map?.querySelector(".is-ready"));
    observer.disconnect();
  }).observe(document, { subtree: true, childList: true });
}
"""


def expect_panels(page: MapPage) -> None:
    for name in PANELS:
        expect(page.page.locator(f".st-key-{name}")).to_be_attached()


def test_what_lies_below_comes_when_the_map_is_drawn_and_stays(new_page: NewPage) -> None:
    page = MapPage(new_page())
    page.page.add_init_script(NOTE_WHAT_COMES_FIRST)
    page.open("?lang=en")
    expect_panels(page)
    assert page.page.evaluate("wasMapFirst") is True
    page.page.get_by_text("Polski", exact=True).click()
    expect(page.page.get_by_role("heading", name="Wszystkie zdarzenia: 51")).to_be_visible()
    expect_panels(page)


def test_what_lies_below_comes_where_no_map_does(new_page: NewPage) -> None:
    page = MapPage(new_page())
    page.page.route(f"**/{FRAME_PAGE}", lambda route: route.abort())
    page.page.goto(f"{page.url}/?lang=en")
    page.card.wait_for()
    expect_panels(page)
    assert page.map.locator(".is-ready").count() == 0
    expect(page.page.locator(".st-key-event-list tbody tr")).to_have_count(51)
