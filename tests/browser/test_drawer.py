"""The drawer: what the top bar leads to, what paper needs of it, and Back."""

import re

from playwright.sync_api import expect

from statement_map.policy import FRAME_PAGE
from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage

PRINTED = ("event-list", "balance")
PANELS = ("text", "events", "balance", "share", "about")
# On a slow machine patience may end before the map is there; here it never ends.
NOTE_WHAT_COMES_FIRST = """
const { setTimeout } = window;
window.setTimeout = (act, ms, ...given) => ms > 9000 ? 0 : setTimeout(act, ms, ...given);
if (window === window.top) {
  new MutationObserver((_, observer) => {
    if (!document.querySelector(".st-key-event-list, .st-key-balance")) return;
    const map = document.querySelector(".st-key-map iframe")?.contentDocument;
    window.wasMapFirst = Boolean(map?.querySelector(".is-ready"));
    observer.disconnect();
  }).observe(document, { subtree: true, childList: true });
}
"""


def expect_printed(page: MapPage) -> None:
    for name in PRINTED:
        expect(page.page.locator(f".st-key-{name}")).to_be_attached()


def test_what_paper_needs_comes_when_the_map_is_drawn_and_the_rest_when_it_is_opened(
    new_page: NewPage,
) -> None:
    page = MapPage(new_page())
    page.page.add_init_script(NOTE_WHAT_COMES_FIRST)
    page.open("?lang=en")
    expect_printed(page)
    assert page.page.evaluate("wasMapFirst") is True
    for name in ("reader", "sharing", "about"):
        expect(page.page.locator(f".st-key-{name}")).to_have_count(0)
    for name in PANELS:
        panel = page.open_panel(name)
        expect(page.page).to_have_url(re.compile(f"panel={name}"))
        expect(page.page.locator(".st-key-drawer [class*='st-key-panel-']:visible")).to_have_count(
            1
        )
        expect(panel.locator("h2").first).to_be_focused()  # a screen reader says where one is
        link = page.page.locator(f"nav.bar a[data-panel={name}]")
        expect(link).to_have_attribute("aria-current", "true")
    page.page.get_by_text("Polski", exact=True).click()
    expect(page.page.locator(".st-key-event-list h2")).to_have_text("Wszystkie zdarzenia: 51")
    expect(page.page.locator(".st-key-panel-about")).to_be_visible()
    assert page.visit.errors == []


def test_what_paper_needs_comes_where_no_map_does(new_page: NewPage) -> None:
    page = MapPage(new_page())
    page.page.route(f"**/{FRAME_PAGE}", lambda route: route.abort())
    page.page.goto(f"{page.url}/?lang=en")
    page.page.locator(".cover").wait_for()
    expect_printed(page)
    assert page.map.locator(".is-ready").count() == 0
    expect(page.page.locator(".st-key-event-list tbody tr")).to_have_count(51)
    page.page.locator("[data-act=look]").click()
    page.page.locator("[data-act=next]").click()
    page.expect_event("protesters-demands")
    page.card.locator("[data-place]").first.click()
    assert not [told for told in page.visit.errors if "Failed to load" not in told]


def test_a_panel_is_an_entry_of_the_history_and_is_closed_in_three_ways(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en&event=airport-seized")
    drawer = page.page.locator(".st-key-drawer")
    before = page.page.evaluate("history.length")
    page.open_panel("events")
    page.open_panel("about")
    assert page.page.evaluate("history.length") == before + 2
    page.page.go_back()
    expect(page.page.locator(".st-key-panel-events")).to_be_visible()
    page.page.go_back()
    expect(drawer).to_be_hidden()
    page.expect_event("airport-seized")
    link = page.page.locator("nav.bar a[data-panel=share]")
    for close in ("Escape", "the button", "the link"):
        link.click()
        expect(page.page.locator(".st-key-panel-share")).to_be_visible()
        if close == "Escape":
            page.page.keyboard.press("Escape")
        elif close == "the link":
            link.click()
        else:
            page.page.locator(".st-key-panel-share").get_by_role("button", name="Close").click()
        expect(drawer).to_be_hidden()
        expect(link).to_be_focused()
    expect(page.page).not_to_have_url(re.compile("panel="))


def test_learners_and_the_projector_are_offered_no_panel_that_tells(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en&hide=speaker&panel=about")
    assert page.page.locator("nav.bar a").all_inner_texts() == ["All events"]
    expect(page.page.locator(".st-key-drawer")).to_be_hidden()
    page = MapPage(new_page()).open("?lang=en&view=present&panel=events")
    expect(page.page.locator("nav.bar")).to_have_count(0)
    expect(page.page.locator(".st-key-drawer")).to_be_hidden()
