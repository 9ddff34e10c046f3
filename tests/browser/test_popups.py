"""Popups can be read and closed at every size: within the map, beside its buttons and panels."""

from __future__ import annotations

from contextlib import suppress

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawn import Map, boxes, view_of, wait_until
from tests.browser.map_page import MapPage
from tests.browser.own_maps import OpenOwn, rest
from tests.browser.visit import NewPage

WIDTHS = {320: 640, 360: 740, 390: 844, 412: 915, 820: 1180, 1280: 720, 1920: 1080}
COUNT = """
window.measured = 0;
const measure = Element.prototype.getBoundingClientRect;
Element.prototype.getBoundingClientRect = function () {
  if (this.closest(".leaflet-control")) window.measured += 1;
  return measure.call(this);
};
"""
PLACES = ("almaty-airport", "mangystau", "csto-members", "almaty-studios", "many-regions")


def expect_whole(window: Map) -> None:
    """The popup lies in the map and on no button or panel; its × is in sight and large enough."""
    rest(window)
    (popup,) = boxes(window, ".leaflet-popup-content-wrapper")
    assert popup.lies_in(view_of(window).box), popup
    for control in boxes(window, ".leaflet-control"):
        assert not popup.overlaps(control), control
    (close,) = boxes(window, ".leaflet-popup-close-button")
    assert close.lies_in(popup)
    assert min(close.right - close.left, close.bottom - close.top) >= 24
    (title,) = boxes(window, ".popup-body h2")
    assert title.lies_in(popup)
    assert popup.bottom - popup.top > 90  # the name in two lines and one of text, which scrolls
    content = window.locator(".leaflet-popup-content")
    content.evaluate("node => node.scrollTo(0, node.scrollHeight)")
    (last,) = boxes(window, ".popup-published")
    assert popup.top < last.bottom <= popup.bottom, "who published it can be scrolled to"
    assert content.evaluate("node => node.scrollWidth <= node.clientWidth")


def test_a_popup_opened_from_the_card_of_the_app(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?event=airport-seized&date=2022-01-05&lang=pl")
    expect_whole_from_the_card(page)
    page.page.get_by_text("English", exact=True).click()
    expect(page.card.locator("h2")).to_have_text("Almaty airport said to be seized")
    expect_whole_from_the_card(page)


def expect_whole_from_the_card(page: MapPage) -> None:
    frame = page.page.frames[-1]
    for width, height in WIDTHS.items():
        page.page.set_viewport_size({"width": width, "height": height})
        rest(frame)
        page.card.locator("[data-place=almaty-airport]").first.click()
        expect(page.map.locator(".leaflet-popup")).to_be_visible()
        expect_whole(frame)
        page.map.locator(".leaflet-popup-close-button").click()
        expect(page.map.locator(".leaflet-popup")).to_have_count(0)
    page.page.set_viewport_size({"width": 1280, "height": 800})
    rest(frame)


def test_popups_of_the_handout(open_own: OpenOwn) -> None:
    """From a button of the card, as from a mark, wherever the map looks."""
    page = open_own("statement", "&event=airport-seized")
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        rest(page)
        for place in PLACES:
            page.evaluate("place => statementMap.open(place)", place)
            expect(page.locator(".leaflet-popup")).to_be_visible()
            expect_whole(page)
            page.locator(".leaflet-popup-close-button").click()
            expect(page.locator(".leaflet-popup")).to_have_count(0)
        page.evaluate("statementMap.lookAt('almaty-airport')")
        rest(page)
        page.locator(".place-almaty-airport").click()
        expect_whole(page)
        page.locator(".leaflet-popup-close-button").click()


def test_a_popup_stays_whole_when_the_map_becomes_smaller(open_own: OpenOwn) -> None:
    page = open_own("statement", "&event=airport-seized")
    page.evaluate("statementMap.open('almaty-airport')")
    expect(page.locator(".leaflet-popup")).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator(".card-sheet")).to_have_css("position", "static")  # below the map now
    # The handout's policy lets nothing be evaluated while a function is waited for.
    wait_until(page, lambda: page.evaluate("statementMap.stage.covered.right") == 0)
    for _ in range(30):  # the new size comes to the map in several steps
        with suppress(AssertionError):
            expect_whole(page)
            return
        page.wait_for_timeout(300)
    expect_whole(page)


def test_on_a_phone_a_popup_folds_the_panels_and_a_panel_closes_it(open_own: OpenOwn) -> None:
    page = open_own("statement", "&event=airport-seized", "phone")
    panel = page.locator(".panel.legend")
    panel.locator("summary").tap()
    expect(panel).to_have_attribute("open", "")
    page.locator(".panel.unlocated summary").tap()
    expect(panel).not_to_have_attribute("open", "")
    page.locator(".panel.unlocated li:not([hidden]) button").first.tap()
    expect(page.locator(".leaflet-popup")).to_be_visible()
    expect(page.locator(".panel[open]")).to_have_count(0)
    panel.locator("summary").tap()
    expect(page.locator(".leaflet-popup")).to_have_count(0)


@pytest.mark.parametrize(
    ("code", "source", "published"),
    [
        ("en", "Stated by the authorities of Kazakhstan", "konsul.wse.edu.pl"),
        ("pl", "Kto to podaje: władze Kazachstanu", "konsul.wse.edu.pl"),
    ],
)
def test_a_popup_says_who_states_it_where_and_in_which_paragraph(
    open_own: OpenOwn, code: str, source: str, published: str
) -> None:
    """Paragraph 10 tells of the airport; it gives no date, and its words leave 4 to 6 January."""
    page = open_own("statement", "&event=airport-seized&date=2022-01-09")
    page.evaluate("code => statementMap.show({ ...statementMapStep, language: code })", code)
    page.evaluate("statementMap.open('almaty-airport')")
    popup = page.locator(".leaflet-popup")
    expect(popup.locator(".popup-source")).to_have_text(source)
    expect(popup.locator(".popup-published")).to_contain_text(published)
    line = popup.locator("li", has=page.locator("[data-event=airport-seized]")).locator("small")
    expect(line).to_contain_text("10")
    expect(line).not_to_contain_text("9 ")
    for sign in ("⊢⊣", "⋯"):
        if sign in line.inner_text():
            break
    else:
        raise AssertionError("no sign for what the date rests on")


def test_the_speaker_stays_hidden_in_popups(open_own: OpenOwn) -> None:
    page: Page = open_own("statement", "&event=airport-seized")
    page.evaluate("statementMap.show({ ...statementMapStep, conceal: { by: 'Hidden' } })")
    page.evaluate("statementMap.open('almaty-airport')")
    popup = page.locator(".leaflet-popup")
    expect(popup.locator(".popup-source")).to_have_text("Hidden")
    expect(popup.locator(".popup-published")).to_have_count(0)


def test_popups_that_are_closed_measure_nothing(open_own: OpenOwn) -> None:
    """Forty places have as many popups: the buttons are measured for the map alone.

    With a measuring for each, three thousand places took over a minute until the map was ready.
    The map's names are arranged once or, where its size changes meanwhile, a few times.
    """
    measured = {name: buttons_measured(open_own, name) for name in ("landings", "towns")}
    assert 0 < measured["towns"] < 5 * measured["landings"]


def buttons_measured(open_own: OpenOwn, name: str) -> int:
    """How often a button or panel of the map is measured until it is ready."""
    page = open_own("hall")
    page.add_init_script(COUNT)
    page.goto(page.url.replace("hall.html", f"{name}.html"))
    page.locator(".is-ready").wait_for()
    found: int = page.evaluate("measured")
    return found
