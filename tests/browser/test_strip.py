"""The strip shows every event on the time axis and leads to each."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import served
from tests.browser.large import write_large
from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage


def test_every_event_stands_on_the_strip_once(new_page: NewPage) -> None:
    page = MapPage(new_page()).open()
    strip = page.page.locator(".strip")
    assert strip.locator(".axis a[data-event]").count() == 51
    # By hand in tests/by_hand.py: what is stated, bound by words, suggested by order, or undated.
    assert strip.locator(".span.look-stated a").count() == 5
    assert strip.locator(".span.look-bounded a").count() == 8
    assert strip.locator(".span.look-suggested a").count() == 16
    assert strip.locator(".tray a").count() == 22


def test_a_stated_mark_stands_above_its_day_on_the_slider(new_page: NewPage) -> None:
    page = MapPage(new_page()).open()
    # Who presses the slider right above a mark comes to the mark's day.
    for day, event in (
        ("2022-01-06", "operation-ordered"),
        ("2022-01-07", "operation-continues"),
        ("2022-01-10", "day-of-mourning"),
        ("2022-01-02", "protests-begin"),
    ):
        mark = page.page.locator(f".strip .look-stated a[data-event={event}]").bounding_box()
        track = page.slider.bounding_box()
        assert mark is not None
        assert track is not None
        page.page.mouse.click(mark["x"] + mark["width"] / 2, track["y"] + track["height"] / 2)
        page.expect_day(day)


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


@pytest.fixture(scope="module")
def large_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on 4 000 events: 133 or 134 on each of 30 days, and one topic a day."""
    folder = tmp_path_factory.mktemp("large")
    write_large(folder, 4000)
    with served(tmp_path_factory.mktemp("home"), str(folder)) as url:
        yield url


def test_many_events_of_a_day_are_a_number_that_opens_their_list(
    new_page: NewPage, large_url: str
) -> None:
    page = MapPage(new_page(), large_url).open("?lang=en&date=2022-01-02")
    groups = page.page.locator(".axis button.group")
    # 4 000 is 133 times 30 and ten more, which fall on 2 to 11 January; number 30 on the 1st.
    assert groups.all_inner_texts() == ["133"] + ["134"] * 10 + ["133"] * 19
    assert page.page.locator(".axis a:visible").count() == 0
    odd = page.page.get_by_role("button", name="134 events: Odd (2 January 2022)")
    odd.click()
    shown = page.page.locator(".group-list:popover-open")
    expect(shown).to_be_visible()
    assert [" ".join(row.split()) for row in shown.locator("li:has(a)").all_inner_texts()] == [
        f"■ 2 January 2022 · stated in the text Event number {n}" for n in range(1, 3000, 30)
    ]
    expect(shown.locator("li").last).to_have_text("and 34 more")
    shown.locator("[data-event=event-31]").click()
    page.expect_event("event-31")
    expect(shown).to_have_count(0)
    page.page.locator(".topics button", has_text="Odd").click()
    expect(odd).to_be_hidden()
    expect(groups.locator("visible=true")).to_have_count(15)


def test_a_finger_hits_every_mark_and_the_day_stays_in_sight(
    new_page: NewPage, large_url: str
) -> None:
    for url, marks in ((None, "a.mark"), (large_url, "button.group")):
        page = MapPage(new_page(phone=True), url).open("?lang=en&date=2022-01-02")
        boxes = page.page.locator(f".axis {marks}, .topics button, .controls button").evaluate_all(
            """marks => marks.map((mark) => mark.getBoundingClientRect())
              .map((box) => [box.width, box.height])"""
        )
        assert len(boxes) > 30
        assert [box for box in boxes if min(box) < 24] == []
        assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    last = page.page.locator(".axis button.group").last
    expect(last).not_to_be_in_viewport()
    page.slider.focus()
    page.page.keyboard.press("End")
    page.page.locator(".strip").scroll_into_view_if_needed()
    expect(last).to_be_in_viewport(ratio=1)
