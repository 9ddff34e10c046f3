"""Where things are drawn on the map, and where they should be: in px from its upper left corner."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import cos, log, pi, radians, tan
from typing import Any

from playwright.sync_api import Frame, Page

from tests.browser.conftest import PATIENCE_MS

Map = Page | Frame
"""The window that holds the map: the app's frame, or the page of a handout."""

_LOOK = """
() => {
  const { map } = statementMap.stage;
  const [{ lat, lng }, { x, y }] = [map.getCenter(), map.getSize()];
  return [lat, lng, map.getZoom(), x, y];
}
"""
_BOXES = """
(selector) => {
  const container = statementMap.stage.map.getContainer();
  const outer = container.getBoundingClientRect();
  const map = { left: outer.left + container.clientLeft, top: outer.top + container.clientTop };
  return [...document.querySelectorAll(selector)].map((node) => {
    const box = node.getBoundingClientRect();
    return {
      name: (node.closest(".place") ?? node).getAttribute("class") + " " + node.textContent,
      left: box.left - map.left,
      top: box.top - map.top,
      right: box.right - map.left,
      bottom: box.bottom - map.top,
      seen: node.checkVisibility({ visibilityProperty: true }) && box.width > 0,
    };
  });
}
"""


@dataclass(frozen=True)
class Box:
    name: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def lies_in(self, other: Box, slack: float = 0.5) -> bool:
        return (
            self.left >= other.left - slack
            and self.top >= other.top - slack
            and self.right <= other.right + slack
            and self.bottom <= other.bottom + slack
        )

    def overlaps(self, other: Box, slack: float = 0.5) -> bool:
        return (
            self.left < other.right - slack
            and other.left < self.right - slack
            and self.top < other.bottom - slack
            and other.top < self.bottom - slack
        )


@dataclass(frozen=True)
class View:
    """Where the map looks: its middle in degrees, its zoom, and its size in px."""

    lat: float
    lon: float
    zoom: float
    width: float
    height: float

    def project(self, lat: float, lon: float) -> tuple[float, float]:
        """Web Mercator on a world of 256 px at zoom 0 (EPSG:3857 as web maps use it)."""
        world = 256 * 2**self.zoom

        def x(at: float) -> float:
            return world * (at + 180) / 360

        def y(at: float) -> float:
            phi = radians(at)
            return world * (1 - log(tan(phi) + 1 / cos(phi)) / pi) / 2

        return x(lon) - x(self.lon) + self.width / 2, y(lat) - y(self.lat) + self.height / 2

    @property
    def box(self) -> Box:
        return Box("map", 0, 0, self.width, self.height)


def view_of(window: Map) -> View:
    return View(*window.evaluate(_LOOK))


def boxes(window: Map, selector: str, *, seen: bool = True) -> list[Box]:
    """The boxes of all elements of a selector, or of those that are seen."""
    found: list[dict[str, Any]] = window.evaluate(_BOXES, selector)
    return [Box(**each) for each in found if each.pop("seen") or not seen]


def overlapping(found: Iterable[Box]) -> Iterator[tuple[str, str]]:
    """The names of those that lie upon one another."""
    for one, other in combinations(found, 2):
        if one.overlaps(other):
            yield one.name, other.name


def wait_until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait for what comes later on a slow machine, where a policy forbids wait_for_function."""
    for _ in range(PATIENCE_MS // 100):
        if holds():
            return
        page.wait_for_timeout(100)
    raise AssertionError("nothing followed")
