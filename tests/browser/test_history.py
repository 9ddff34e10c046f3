"""One step is one entry of the browser's history; Back and Forward show what was there."""

import json
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

import pytest
from playwright.sync_api import expect

from statement_map.reading import read_atlas
from tests.browser.map_page import MapPage, rest
from tests.browser.visit import NewPage
from tests.conftest import ROOT

SEQUENCE = [event.id for event in read_atlas(ROOT / "data").events]

# What a visitor reads of a view, folded away or not, and what a screen reader is told of it.
_WORDS = """() => {
  const text = (what) => document.querySelector(what)?.textContent;
  const slider = document.querySelector(".st-key-date input");
  const pressed = [...document.querySelectorAll("[data-topic]")].map((one) => one.ariaPressed);
  const words = [".title h1", ".card", ".accounts", ".st-key-date output"].map(text);
  words.push(document.documentElement.dataset.panel);
  return [...words, slider?.ariaValueText ?? slider?.getAttribute("aria-valuetext"), ...pressed];
}"""


def words(page: MapPage) -> list[str]:
    found: list[str] = page.page.evaluate(_WORDS)
    return found


def entries(page: MapPage) -> int:
    count: int = page.page.evaluate("history.length")
    return count


def expect_words(page: MapPage, expected: list[str]) -> None:
    """Wait until the page says what it said before, and goes on saying it."""
    page.page.wait_for_function(
        f"expected => JSON.stringify(({_WORDS})().map((one) => one ?? null)) === expected",
        arg=json.dumps(expected, ensure_ascii=False, separators=(",", ":")),
        polling=100,
    )
    page.page.wait_for_timeout(400)
    assert words(page) == expected


def choose_on_the_map(page: MapPage) -> None:
    page.mark("almaty-airport").focus()
    page.page.keyboard.press("Enter")
    page.map.locator(".popup-events a[data-event=aircraft-with-passengers]").click()
    page.expect_event("aircraft-with-passengers")


def choose(where: str, event: str) -> Callable[[MapPage], None]:
    def step(page: MapPage) -> None:
        page.page.locator(f"{where} a[data-event={event}]").first.click()
        page.expect_event(event)

    return step


def press(key: str, day: str) -> Callable[[MapPage], None]:
    def step(page: MapPage) -> None:
        page.slider.focus()
        page.page.keyboard.press(key)
        page.expect_day(day)

    return step


def click(what: str, shown: str) -> Callable[[MapPage], None]:
    def step(page: MapPage) -> None:
        page.page.locator(what).first.click()
        expect(page.page.locator(shown).first).to_be_visible()

    return step


def choose_on_the_axis(page: MapPage) -> None:
    page.choose("airport-seized")
    page.expect_event("airport-seized")


def choose_in_the_list(page: MapPage) -> None:
    page.page.locator(".event-list a[data-event=csto-mandate]").click()
    page.expect_event("csto-mandate")


def switch_a_topic_off(page: MapPage) -> None:
    page.toggle_topic("protests")
    expect(page.page.locator("[data-topic=protests]")).to_have_attribute("aria-pressed", "false")


def switch_to_polish(page: MapPage) -> None:
    page.page.get_by_text("Polski", exact=True).click()
    expect(page.page.locator("html")).to_have_attribute("lang", "pl")
    expect(page.page.locator("[data-act=next]")).to_have_text("Następne →")


STEPS: Mapping[str, Callable[[MapPage], None]] = MappingProxyType(
    {
        "next": click("[data-act=next]", "article[data-shown=protesters-demands]"),
        "the slider": press("ArrowRight", "2022-01-03"),
        "the end of the slider": press("End", "2022-01-10"),
        "the axis": choose_on_the_axis,
        "a panel": click("nav.bar a[data-panel=events]", ".st-key-panel-events"),
        "the list": choose_in_the_list,
        "the map": choose_on_the_map,
        "the paragraphs": choose(".paragraphs", "demands-met"),
        "an account": click("[data-account]:not([aria-expanded=true])", ".account-list"),
        "a topic": switch_a_topic_off,
        "the language": switch_to_polish,
        "previous": click("[data-act=previous]", "article[data-shown]"),
    }
)


def test_whatever_makes_a_step_makes_one_entry_and_back_shows_each(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en")
    seen = [words(page)]
    addresses = [page.page.url]
    for name, step in STEPS.items():
        before = entries(page)
        step(page)
        page.page.wait_for_function("count => history.length > count", arg=before)
        page.page.wait_for_timeout(800)  # Python has been told, and no entry comes late
        assert entries(page) == before + 1, name
        seen.append(words(page))
        addresses.append(page.page.url)
    assert len({tuple(each) for each in seen}) == len(seen)
    for shown, address in zip(reversed(seen[:-1]), reversed(addresses[:-1]), strict=True):
        page.page.go_back()
        expect_words(page, shown)
        assert page.page.url == address
    for shown, address in zip(seen[1:], addresses[1:], strict=True):
        page.page.go_forward()
        expect_words(page, shown)
        assert page.page.url == address
    assert page.visit.errors == []


def walk(page: MapPage, steps: int) -> list[list[str]]:
    """Press Next so often; return the words of each view, the first one included."""
    seen = [words(page)]
    for event in SEQUENCE[1 : steps + 1]:
        page.page.locator("[data-act=next]").click()
        page.expect_event(event)
        seen.append(words(page))
    return seen


def test_five_steps_add_five_entries_and_back_shows_them_in_reverse(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en")
    before = entries(page)
    seen = walk(page, 5)
    assert entries(page) == before + 5
    assert not re.search("view|hide", page.page.url), "the usual address names no view"
    for shown in reversed(seen[:-1]):
        page.page.go_back()
        expect_words(page, shown)
    for shown in seen[1:]:
        page.page.go_forward()
        expect_words(page, shown)


def test_playing_adds_an_entry_a_step_and_back_pauses(new_page: NewPage) -> None:
    seen = walk(MapPage(new_page()).open("?lang=en"), 9)
    page = MapPage(new_page())
    page.page.clock.install()
    page.open("?lang=en")
    play = page.page.locator("[data-act=play]")
    page.page.locator("[data-act=speed]").click()
    before = entries(page)
    page.record()
    play.click()
    for count in range(2, 7):
        page.page.clock.fast_forward(60_000)  # longer than an event takes to read
        page.page.wait_for_function("count => journey.events.length >= count", arg=count)
    page.page.go_back()
    expect(play).to_contain_text("Play", use_inner_text=True)
    steps = entries(page) - before
    assert page.shown() == [*SEQUENCE[: steps + 1], SEQUENCE[steps - 1]]
    for shown in reversed(seen[1:steps]):
        expect_words(page, shown)
        page.page.go_back()
    expect_words(page, seen[0])
    page.page.clock.fast_forward(60_000)
    page.expect_event(SEQUENCE[0])
    expect(play).to_contain_text("Play", use_inner_text=True)


def test_what_one_press_or_drag_does_is_one_entry(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en&date=2022-01-02")
    before = entries(page)
    page.slider.focus()
    for _ in range(4):  # held down: the keys after the first are repeated ones
        page.page.keyboard.down("ArrowRight")
    page.page.keyboard.up("ArrowRight")
    page.expect_day("2022-01-06")
    expect(page.page).to_have_url(re.compile("date=2022-01-06"))
    assert entries(page) == before + 1
    track = page.slider.bounding_box()
    assert track is not None
    middle = track["y"] + track["height"] / 2
    page.page.mouse.move(track["x"] + track["width"] / 2, middle)
    page.page.mouse.down()
    page.page.mouse.move(track["x"] + track["width"], middle, steps=8)
    page.page.mouse.up()
    page.expect_day("2022-01-10")
    expect(page.page).to_have_url(re.compile("date=2022-01-10"))
    assert entries(page) == before + 2
    page.page.go_back()
    page.expect_day("2022-01-06")
    page.page.go_back()
    page.expect_day("2022-01-02")


def test_the_view_is_an_entry_and_what_is_typed_into_the_search_is_one(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?panel=events&lang=en&event=airport-seized")
    before = entries(page)
    page.page.locator(".st-key-event-list input[type=search]").press_sequentially("airport")
    expect(page.page).to_have_url(re.compile("search=airport"))
    assert entries(page) == before + 1
    page.page.locator(".st-key-view button").first.click()
    page.page.get_by_test_id("stPopoverBody").get_by_text("Present in large type").click()
    leave = page.page.get_by_role("button", name="Leave the presentation")
    expect(leave).to_be_visible()
    expect(page.page).to_have_url(re.compile("view=present"))
    assert entries(page) == before + 2
    page.page.go_back()
    expect(leave).to_have_count(0)
    rest(page.page)  # until then the list that goes stands beside the one that comes
    field = page.page.locator(".st-key-event-list input[type=search]")
    expect(field).to_have_value("airport")
    page.page.go_back()
    expect(field).to_have_value("")
    expect(page.page.locator(".list-status")).to_have_text("51 of 51 events.")
    page.page.go_forward()
    expect(field).to_have_value("airport")


@pytest.mark.parametrize("days", [1, 3])
def test_a_reload_shows_the_same_and_keeps_the_way_back(new_page: NewPage, days: int) -> None:
    page = MapPage(new_page()).open("?lang=en&embed=true")
    page.slider.focus()
    for _ in range(days):
        page.page.keyboard.press("ArrowRight")
    page.page.locator("[data-act=next]").click()
    expect(page.page).to_have_url(re.compile("event="))
    page.page.wait_for_timeout(500)  # Python has been told
    seen, address = words(page), page.page.url
    assert "embed=true" in address
    page.page.reload()
    page.page.locator(".st-key-event-list").wait_for(state="attached")
    expect_words(page, seen)
    assert page.page.url == address
    page.page.go_back()
    page.expect_day(f"2022-01-{2 + days:02}")
    assert "embed=true" in page.page.url
