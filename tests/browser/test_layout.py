"""The map is the page: its share of the window, and what lies on it, at every size."""

from contextlib import suppress
from itertools import combinations
from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser.drawn import Box
from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage

PHONES = ((360, 740), (390, 844), (430, 932))
OTHERS = ((844, 390), (820, 1180), (1280, 720), (1440, 900), (1920, 1080))
SHARE = {(390, 844): 0.38, (1280, 720): 0.6, (1440, 900): 0.6, (1920, 1080): 0.6}

TITLE: dict[tuple[int, int], tuple[str, ...]] = dict.fromkeys(
    ((360, 740), (844, 390), (800, 500)), ()
)
"""Here the card has to be scrolled for it."""

# What stands beside one another, and never over one another.
BESIDE = {
    "bar": ".st-key-header",
    "map": ".st-key-map iframe",
    "axis": ".st-key-axis",
    "accounts": ".st-key-accounts",
    "line": ".st-key-attribution",
}
SHEET = {
    "sheet": ".st-key-sheet",
    "card": "[data-testid=stLayoutWrapper]:has(> .st-key-card)",
    "date": ".card article > .own-date",
    "title": ".card h2",
    "next": "[data-act=next]",
    "cells": ".paragraphs",
}
ON_THE_MAP = ".leaflet-control-container > * > *"
BOXES = """(wanted) => Object.entries(wanted).map(([name, where]) => {
  const { left, top, right, bottom } = document.querySelector(where).getBoundingClientRect();
  return [name, left, top, right, bottom];
})"""
CONTROLS = """(where) => [...document.querySelectorAll(where)]
  .map((node) => [node.className, node.getBoundingClientRect()])
  .filter(([, box]) => box.width && box.height)
  .map(([name, { left, top, right, bottom }]) => [name, left, top, right, bottom])"""
CUT = """() => ['.title h1', '.attribution:not(.once-revealed)']
  .map((where) => document.querySelector(where))
  .filter(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
    scrollWidth > clientWidth || scrollHeight > clientHeight + 1)
  .map((node) => node.textContent)"""


def boxes(page: MapPage, wanted: dict[str, str]) -> dict[str, Box]:
    found = page.page.evaluate(BOXES, wanted)
    return {name: Box(name, *sides) for name, *sides in found}


def check(page: MapPage, size: tuple[int, int]) -> None:
    """Give the window a size, and wait until all has found its place in it."""
    page.page.set_viewport_size({"width": size[0], "height": size[1]})
    page.settle()
    for _ in range(30):  # the sheet's size is told to the map when it has settled
        page.page.wait_for_timeout(300)
        with suppress(AssertionError):
            expect_places(page, size)
            return
    expect_places(page, size)


def expect_places(page: MapPage, size: tuple[int, int]) -> None:
    width, height = size
    window = Box("window", 0, 0, width, height)
    beside = boxes(page, BESIDE)
    for part in beside.values():
        assert part.lies_in(window, 1), (size, part)
    for one, other in combinations(beside.values(), 2):
        assert not one.overlaps(other, 1), (size, one, other)
    shown = beside["map"]
    share = (shown.right - shown.left) * (shown.bottom - shown.top) / (width * height)
    assert share >= SHARE.get(size, 0.3), (size, share)
    on = boxes(page, SHEET)
    for name in ("date", "next", "cells", *TITLE.get(size, ("title",))):
        assert on[name].lies_in(window, 1), (size, name)
    for name in ("date", *TITLE.get(size, ("title",))):
        assert on[name].lies_in(on["card"], 1), (size, name, "has to be scrolled to")
    if width > height:
        assert on["sheet"].lies_in(shown, 1), size
        for name, left, top, right, bottom in page.page.frames[-1].evaluate(CONTROLS, ON_THE_MAP):
            control = Box(name, left, top + shown.top, right, bottom + shown.top)
            assert not control.overlaps(on["sheet"], 1), (size, name)
    else:
        assert not any(on["sheet"].overlaps(part, 1) for part in beside.values()), size
    assert page.page.evaluate(CUT) == [], size
    assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), size


@pytest.mark.parametrize(("code", "theme"), [("pl", "light"), ("en", "dark")])
@pytest.mark.parametrize("sizes", [PHONES, OTHERS], ids=["phones", "others"])
def test_the_map_has_its_share_and_nothing_lies_over_anything(
    new_page: NewPage,
    sizes: tuple[tuple[int, int], ...],
    code: str,
    theme: Literal["light", "dark"],
) -> None:
    page = MapPage(new_page(phone=sizes is PHONES, color_scheme=theme))
    page.open(f"?lang={code}&event=airport-seized")
    for size in sizes:
        check(page, size)


@pytest.mark.parametrize("view", ["view=present", "hide=speaker&hide=place", "embed=true"])
def test_so_it_is_in_every_view(new_page: NewPage, view: str) -> None:
    page = MapPage(new_page()).open(f"?lang=pl&event=airport-seized&{view}")
    for size in ((1280, 720), (1920, 1080), (800, 500)):
        check(page, size)
    expect(page.page.locator(".attribution:visible")).to_be_in_viewport(ratio=1)
