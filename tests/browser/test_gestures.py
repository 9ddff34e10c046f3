"""Wheel and finger scroll the page over the map too; where it does not, they move the map."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawn import Box, Map, View, view_of, wait_until
from tests.browser.map_page import MapPage
from tests.browser.own_maps import OpenOwn
from tests.browser.visit import NewPage

SCROLLED = "() => (document.querySelector('.stMain') ?? document.scrollingElement).scrollTop"
# It stands for a few seconds, which a busy machine may take until somebody looks.
NOTE_THE_HINT = """
() => {
  const hint = document.querySelector(".hint");
  window.hidden = [];
  new MutationObserver(() => window.hidden.push(hint.hidden))
    .observe(hint, { attributes: true, attributeFilter: ["hidden"] });
}
"""


def map_box(page: Page) -> Box:
    box = page.locator(".st-key-map iframe, #map").bounding_box()
    assert box is not None
    return Box("map", box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"])


def wheel_over_map(page: Page) -> None:
    x, y = map_box(page).middle
    page.mouse.move(x, y)
    page.mouse.wheel(0, 240)
    page.wait_for_timeout(500)


def check_the_wheel(page: Page, window: Map) -> None:
    before = view_of(window)
    wheel_over_map(page)
    wait_until(page, lambda: page.evaluate(SCROLLED) > 100)
    assert view_of(window) == before
    expect(window.locator(".hint")).to_contain_text("Ctrl")
    page.evaluate(
        "() => (document.querySelector('.stMain') ?? document.scrollingElement).scrollTo(0, 0)"
    )
    page.wait_for_timeout(300)
    page.keyboard.down("Control")
    wheel_over_map(page)
    wait_until(page, lambda: view_of(window).zoom < before.zoom)
    page.keyboard.up("Control")
    assert page.evaluate(SCROLLED) == 0


def test_the_wheel_zooms_the_map_that_is_the_page(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en")
    window = page.page.frames[-1]
    before = view_of(window)
    wheel_over_map(page.page)
    wait_until(page.page, lambda: view_of(window).zoom < before.zoom)
    assert page.page.evaluate(SCROLLED) == 0


def test_the_wheel_scrolls_the_handout(open_own: OpenOwn) -> None:
    page = open_own("statement", "&date=2022-01-02")
    check_the_wheel(page, page)


def test_the_wheel_zooms_a_map_that_has_the_focus(open_own: OpenOwn) -> None:
    page = open_own("statement", "&date=2022-01-02")
    before = view_of(page).zoom
    box = map_box(page)
    page.mouse.click(box.middle[0], box.bottom - 40)
    page.keyboard.press("Escape")
    wheel_over_map(page)
    wait_until(page, lambda: view_of(page).zoom < before)
    page.locator("[data-act=next]").focus()
    page.evaluate("scrollTo(0, 0)")
    zoom = view_of(page).zoom
    wheel_over_map(page)
    wait_until(page, lambda: page.evaluate(SCROLLED) > 100)
    assert view_of(page).zoom == zoom


def drag(page: Page, fingers: list[tuple[float, float]], by: tuple[float, float]) -> None:
    """Touch the page with fingers and move them together, as the browser itself sees it."""
    session = page.context.new_cdp_session(page)

    def send(kind: str, step: float) -> None:
        points = [
            {"x": x + by[0] * step, "y": y + by[1] * step, "id": n}
            for n, (x, y) in enumerate(fingers)
        ]
        session.send(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": points if kind != "touchEnd" else []},
        )

    send("touchStart", 0)
    for step in range(1, 13):
        send("touchMove", step / 12)
        page.wait_for_timeout(20)
    send("touchEnd", 1)
    page.wait_for_timeout(500)


def check_fingers(page: Page, window: Map) -> None:
    before = view_of(window)
    x, y = map_box(page).middle
    drag(page, [(x, y + 60)], (0, -120))
    wait_until(page, lambda: page.evaluate(SCROLLED) > 50)
    assert view_of(window) == before
    expect(window.locator(".hint")).to_contain_text("two fingers")
    page.evaluate(
        "() => (document.querySelector('.stMain') ?? document.scrollingElement).scrollTo(0, 0)"
    )
    page.wait_for_timeout(300)
    drag(page, [(x - 40, y + 30), (x + 40, y + 30)], (0, 60))  # below the panels of a small map
    wait_until(page, lambda: has_moved_down(window, before))
    assert page.evaluate(SCROLLED) == 0


def has_moved_down(window: Map, before: View) -> bool:
    """60 px down is a move of the view to the north by 60 px."""
    after = view_of(window)
    return abs(after.project(before.lat, before.lon)[1] - (after.height / 2 + 60)) < 25


def test_a_finger_moves_the_map_that_is_the_page(new_page: NewPage) -> None:
    page = MapPage(new_page(phone=True)).open("?lang=en")
    window = page.page.frames[-1]
    before = view_of(window)
    x, y = map_box(page.page).middle
    drag(page.page, [(x, y)], (0, 60))
    wait_until(page.page, lambda: has_moved_down(window, before))


def test_a_finger_sweeps_the_sheet_to_the_next_event_and_back(new_page: NewPage) -> None:
    page = MapPage(new_page(phone=True)).open("?lang=en&event=airport-seized")
    before = page.page.evaluate("history.length")
    box = page.card.locator("h2").bounding_box()
    assert box
    y = box["y"] + 10
    drag(page.page, [(300, y)], (-200, 10))
    page.expect_event("aircraft-with-passengers")
    assert page.page.evaluate("history.length") == before + 1
    drag(page.page, [(100, y)], (200, 10))
    page.expect_event("airport-seized")
    drag(page.page, [(300, y)], (-40, 0))  # a tap
    drag(page.page, [(300, y)], (-80, -80))  # the card is scrolled
    page.expect_event("airport-seized")


@pytest.mark.parametrize("size", ["phone", "small phone"])
def test_a_finger_scrolls_the_handout_and_two_move_the_map(open_own: OpenOwn, size: str) -> None:
    page = open_own("statement", "&date=2022-01-02", size)
    check_fingers(page, page)


def test_the_mouse_still_drags_the_map(open_own: OpenOwn) -> None:
    page = open_own("statement", "&date=2022-01-02")
    before = view_of(page)
    x, y = map_box(page).middle
    page.mouse.move(x - 60, y + 120)
    page.mouse.down()
    page.mouse.move(x - 10, y + 120, steps=5)
    page.mouse.up()

    def has_moved_right() -> bool:
        after = view_of(page)
        return abs(after.project(before.lat, before.lon)[0] - (after.width / 2 + 50)) < 3

    wait_until(page, has_moved_right)


def test_the_arrow_keys_move_the_map_and_the_hint_comes_once(open_own: OpenOwn) -> None:
    page = open_own("statement", "&date=2022-01-02")
    page.evaluate(NOTE_THE_HINT)
    wheel_over_map(page)
    wait_until(page, lambda: page.evaluate("window.hidden.length") == 2)
    page.evaluate("scrollTo(0, 0)")
    wheel_over_map(page)
    assert page.evaluate("window.hidden") == [False, True], "shown and hidden again, once"
    before = view_of(page)
    page.locator("#map").focus()
    page.keyboard.press("ArrowRight")
    wait_until(page, lambda: view_of(page).lon > before.lon)
