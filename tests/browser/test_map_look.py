"""Fill means stated, names can be read, and panels stay clear of one another."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.drawn import boxes, overlapping, view_of
from tests.browser.own_maps import OpenOwn, rest

Rgb = tuple[float, float, float]
Scheme = Literal["light", "dark"]

STYLE = """
([selector, name]) => getComputedStyle(document.querySelector(selector))[name]
"""
# A square of each state on the map, dressed by the style sheet alone.
DRESS = """
(state) => {
  const path = document.querySelector("path.place.kind-country");
  path.setAttribute("class", `place-path place place-kazakhstan kind-country ${state}`);
  return getComputedStyle(path).fill;
}
"""


def style(page: Page, selector: str, name: str) -> str:
    found: str = page.evaluate(STYLE, [selector, name])
    return found


def rgb(color: str) -> Rgb:
    red, green, blue = re.findall(r"[\d.]+", color)[:3]
    return float(red), float(green), float(blue)


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of WCAG 2.2, from the relative luminance of two colours."""

    def luminance(color: Rgb) -> float:
        parts = [value / 255 for value in color]
        linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def over(top: Rgb, share: float, below: Rgb) -> Rgb:
    red, green, blue = (a * share + b * (1 - share) for a, b in zip(top, below, strict=True))
    return red, green, blue


def test_only_what_is_stated_is_filled(open_own: OpenOwn) -> None:
    page = open_own("statement", "&date=2022-01-05")
    fills = {
        state: page.evaluate(DRESS, state)
        for state in ("is-now", "is-possible", "is-possible is-undated", "is-earlier", "is-later")
    }
    assert fills["is-now"].startswith("rgb(")
    assert 'url("#hatching")' in fills["is-possible"]
    for state in ("is-possible is-undated", "is-earlier", "is-later"):
        assert fills[state] == "none", state


def test_a_group_of_states_is_an_outline_until_it_is_chosen(open_own: OpenOwn) -> None:
    page = open_own("statement", "&event=airport-seized&date=2022-01-05")
    assert style(page, ".place-csto-members", "fill") == "none"
    page = open_own("statement", "&event=csto-appeal&date=2022-01-05")
    assert "url(" in style(page, ".place-csto-members", "fill")


def test_the_ring_is_whole_only_around_what_is_stated_for_the_day(open_own: OpenOwn) -> None:
    """On 6 January an operation in the country is stated; its state of emergency is not."""
    page = open_own("statement", "&event=operation-ordered&date=2022-01-06")
    assert style(page, "path.place-kazakhstan", "strokeDasharray") == "none"
    page = open_own("statement", "&event=state-of-emergency&date=2022-01-06")
    assert style(page, "path.place-kazakhstan", "strokeDasharray") != "none"
    assert style(page, "path.place-kazakhstan", "fill").startswith("rgb(")
    page = open_own("statement", "&event=airport-seized&date=2022-01-06")
    assert style(page, ".place-almaty-airport .glyph", "outlineStyle") == "dashed"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chosen_place_has_a_ring_that_no_state_has(open_own: OpenOwn, scheme: Scheme) -> None:
    page = open_own("statement", "&event=airport-seized", color_scheme=scheme)
    assert contrast(variable(page, "--ring"), variable(page, "--land")) > 10
    assert style(page, ".place-almaty-airport .glyph", "outlineWidth") == "3px"
    assert rgb(style(page, ".place-almaty-airport .glyph", "outlineColor")) == variable(
        page, "--ring"
    )
    assert style(page, ".mark:not(.is-current) .glyph", "outlineStyle") == "none"


def variable(page: Page, name: str) -> Rgb:
    """A colour that the style sheet writes as #rrggbb."""
    color: str = page.evaluate(
        "name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()", name
    )
    red, green, blue = (int(color[n : n + 2], 16) for n in (1, 3, 5))
    return red, green, blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_names_can_be_read_on_land_water_and_what_is_stated(
    open_own: OpenOwn, scheme: Scheme
) -> None:
    """4.5 : 1, as WCAG 2.2 asks for text of this size (1.4.3)."""
    page = open_own("statement", "&date=2022-01-02", color_scheme=scheme)
    name = rgb(style(page, ".name-region", "color"))
    land = rgb(style(page, ".outline-country", "fill"))
    now = variable(page, "--now")
    share = float(style(page, ".place-mangystau", "fillOpacity"))
    for ground in (land, rgb(style(page, ".outline-water", "fill")), over(now, share, land)):
        assert contrast(name, ground) >= 4.5, ground
    assert style(page, ".leaflet-control-scale-line", "textShadow") == "none"


@pytest.mark.parametrize("size", ["desktop", "phone", "small phone"])
def test_panels_and_bars_do_not_lie_upon_one_another(open_own: OpenOwn, size: str) -> None:
    page = open_own("statement", "&event=airport-seized&date=2022-01-05", size)
    for panel in (None, ".legend", ".unlocated", ".settings"):
        if panel and not page.locator(f"{panel}[open]").count():
            page.locator(f"{panel} summary").click()
            rest(page)
        controls = boxes(page, ".leaflet-control-container > * > *")
        assert list(overlapping(controls)) == []
        for control in controls:
            assert control.lies_in(view_of(page).box), control
        closed = boxes(page, ".panel:not([open])")
        assert all(each.bottom - each.top < 50 for each in closed), "no tall empty columns"
