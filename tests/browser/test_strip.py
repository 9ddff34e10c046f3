"""The strip shows every event on the time axis and leads to each."""

import re

from playwright.sync_api import expect

from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage


def test_every_event_stands_on_the_strip_once(new_page: NewPage) -> None:
    page = MapPage(new_page()).open()
    strip = page.page.locator(".strip")
    assert strip.locator(".axis a[data-event]").count() == 51
    # Five dates are stated, 25 events have nothing that bounds them, the rest is inferred.
    assert strip.locator(".span.is-stated a").count() == 5
    assert strip.locator(".tray a").count() == 25
    assert strip.locator(".span.is-inferred a").count() == 21


def test_a_stated_mark_stands_above_its_day_on_the_slider(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?date=2022-01-06")
    thumb = page.page.locator(".st-key-date [data-testid=stSliderThumbValue]").bounding_box()
    mark = page.page.locator(".strip .is-stated a[data-event=operation-ordered]").bounding_box()
    assert thumb is not None
    assert mark is not None
    assert abs(thumb["x"] + thumb["width"] / 2 - mark["x"] - mark["width"] / 2) < 6


def test_choosing_a_mark_goes_to_its_event(new_page: NewPage) -> None:
    page = MapPage(new_page()).open()
    mark = page.page.locator(".strip a[data-event=airport-seized]")
    mark.click()
    page.expect_event("airport-seized")
    page.expect_day("2022-01-04")
    expect(page.page).to_have_url(re.compile("event=airport-seized"))
    expect(mark).to_have_attribute("aria-current", "true")
    expect(page.mark("almaty-airport")).to_have_class(re.compile("is-current"))


def test_the_legend_filters_by_topic_and_the_address_keeps_it(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en")
    protests = page.page.locator(".topics button", has_text="Protests")
    mark = page.page.locator(".axis a[data-event=protests-begin]")
    expect(mark).to_be_visible()
    protests.click()
    expect(mark).to_be_hidden()
    expect(protests).to_have_attribute("aria-pressed", "false")
    expect(page.page).to_have_url(re.compile("hide-topics=protests"))
    expect(page.page.locator(".axis a[data-event=airport-seized]")).to_be_visible()
    other = MapPage(new_page()).open("?lang=pl&hide-topics=protests,nothing")
    expect(other.page.locator(".axis a[data-event=protests-begin]")).to_be_hidden()
    other.page.locator(".topics button", has_text="Protesty").click()
    expect(other.page.locator(".axis a[data-event=protests-begin]")).to_be_visible()
    expect(other.page).not_to_have_url(re.compile("hide-topics"))


def test_topics_differ_in_shape(new_page: NewPage) -> None:
    page = MapPage(new_page()).open()
    shapes = page.page.locator(".topics i").evaluate_all(
        "marks => marks.map(mark => getComputedStyle(mark).clipPath)"
    )
    assert len(set(shapes)) == len(shapes) == 7
