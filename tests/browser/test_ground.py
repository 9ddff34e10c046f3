"""What lies on the ground: towns, rivers and relief, from afar and nearby, without the internet."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawn import boxes, overlapping
from tests.browser.own_maps import OpenOwn, rest
from tests.browser.visit import NewPage

NAMES = ".name-anchor :is(.name-town, .name-river, .name-lake)"


def names(page: Page, kind: str = "town") -> set[str]:
    return {
        box.name.removeprefix(f"name name-{kind} ")
        for box in boxes(page, f".name-anchor .name-{kind}")
    }


def test_the_map_names_large_towns_and_rivers_at_home(open_own: OpenOwn) -> None:
    page = open_own("statement", "&date=2022-01-05")
    expect(page.locator(".name-town", has_text="Baku")).to_be_visible()
    assert {"Baku", "Tashkent"} <= names(page)
    assert "Almaty" not in names(page)  # a place of the text has a name of its own
    expect(page.locator("path.ground-river").first).to_be_attached()
    expect(page.locator(".leaflet-relief-3-pane img").first).to_be_visible()
    expect(page.locator(".leaflet-ground-4-pane path")).to_have_count(0)


def test_the_capital_is_called_as_it_was_then(open_own: OpenOwn) -> None:
    """GeoNames calls it Astana, as it is called again since September 2022."""
    page = open_own("statement", "&date=2022-01-05")
    page.evaluate("() => { statementMap.stage.map.setView([51.1, 71.4], 6); }")
    expect(page.locator(".name-town", has_text="Nur-Sultan")).to_be_visible()
    assert not {"Astana"} & names(page)


def test_names_follow_the_language(open_own: OpenOwn) -> None:
    page = open_own("statement", "&date=2022-01-05")
    expect(page.locator(".name-town", has_text="Tashkent")).to_be_visible()
    page.evaluate("location.hash = location.hash.replace('lang=en', 'lang=pl')")
    expect(page.locator(".name-town", has_text="Taszkent")).to_be_visible()
    expect(page.locator(".name-town", has_text="Tashkent")).to_have_count(0)


def test_almaty_is_no_empty_sheet(open_own: OpenOwn) -> None:
    page = open_own("statement", "&event=airport-seized&date=2022-01-05")
    expect(page.locator("path.ground-urban").first).to_be_visible()
    expect(page.locator(".name-town", has_text="Talghar")).to_be_visible()
    # What the nearer tiles show is not shown from afar besides, and the rest is.
    clip = page.locator(".leaflet-relief-3-pane img").first
    expect(clip).to_have_css("clip-path", re.compile("^polygon"))
    # The country is all around: hatched it would cover the city, so a panel says how it stands.
    expect(page.locator(".around")).to_contain_text("Kazakhstan, possibly on this day")
    expect(page.locator(".place-kazakhstan")).to_have_css("fill", "none")


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_a_town_of_the_ground_covers_nothing(open_own: OpenOwn, size: str) -> None:
    page = open_own("towns", "", size)
    expect(page.locator(NAMES).first).to_be_visible()
    rest(page)
    named = boxes(page, NAMES)
    assert len(named) > 3
    assert list(overlapping(named)) == []
    marks = boxes(page, ".mark .glyph, .mark.named .label, .leaflet-control")
    assert not [(one.name, other.name) for one in named for other in marks if one.overlaps(other)]


def test_the_app_asks_for_what_it_sees(app_url: str, new_page: NewPage) -> None:
    visit = new_page()
    visit.page.goto(f"{app_url}?date=2022-01-05&lang=en")
    frame = visit.page.frame_locator(".st-key-map iframe")
    expect(frame.locator(".name-town", has_text="Yekaterinburg")).to_be_visible()
    asked = {
        url.rsplit("/", 1)[-1].split(".")[1]
        for url in visit.requests
        if ".3_" in url or ".4_" in url
    }
    assert "3_5_2" in asked
    assert not {name for name in asked if name.startswith("4_")}
    visit.page.goto(f"{app_url}?date=2022-01-05&event=airport-seized&lang=en")
    expect(frame.locator(".name-town", has_text="Talghar")).to_be_visible()
    assert not visit.requests_elsewhere
