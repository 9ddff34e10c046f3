"""Playing walks days or events, stops at the end, and survives what happens meanwhile."""

import re

from playwright.sync_api import Locator, expect

from statement_map.reading import read_atlas
from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage
from tests.conftest import ROOT

SEQUENCE = [event.id for event in read_atlas(ROOT / "data").events]


def act(page: MapPage, name: str) -> Locator:
    return page.page.locator(f"[data-act={name}]")


def play_fast(page: MapPage) -> None:
    act(page, "speed").click()
    expect(act(page, "speed")).to_contain_text("2×", use_inner_text=True)


def start(page: MapPage) -> None:
    """Play, and keep what is shown from now on."""
    page.record()
    act(page, "play").click()
    expect(act(page, "play")).to_contain_text(re.compile("Pause|Pauza"), use_inner_text=True)


def open_with_clock(new_page: NewPage, query: str) -> MapPage:
    """Open a page whose time can be made to go faster: reading takes a while."""
    page = MapPage(new_page(reduced_motion="no-preference"))
    page.page.clock.install()
    return page.open(query)


def read_on(page: MapPage) -> None:
    """Let more time go by than any event takes to read."""
    page.page.clock.fast_forward(60_000)


def wait_for_more(page: MapPage) -> None:
    """Read until two further events have been shown."""
    shown = len(page.shown())
    for count in (1, 2):
        read_on(page)
        page.page.wait_for_function("count => journey.events.length >= count", arg=shown + count)


def test_playing_by_day_stops_on_the_last_and_keeps_the_frame(new_page: NewPage) -> None:
    page = MapPage(new_page(reduced_motion="no-preference")).open("?date=2022-01-08&lang=en")
    page.page.frames[-1].evaluate("window.untouched = true")
    play_fast(page)
    act(page, "pace").click()
    expect(act(page, "pace")).to_have_text("by day", use_inner_text=True)
    start(page)
    page.expect_day("2022-01-10")
    expect(act(page, "play")).to_contain_text("Play", use_inner_text=True)
    days = ("Saturday, 8", "Sunday, 9", "Monday, 10")
    assert page.shown("days") == [f"{day} January 2022" for day in days]
    page.expect_state("kazakhstan", "possible")  # the mourning itself names no place
    assert page.page.frames[-1].evaluate("window.untouched") is True


def test_playing_by_event_survives_language_and_filter_and_pauses(new_page: NewPage) -> None:
    page = open_with_clock(new_page, "?lang=pl")
    play_fast(page)
    start(page)
    wait_for_more(page)
    page.page.get_by_text("English", exact=True).click()
    expect(act(page, "play")).to_contain_text("Pause", use_inner_text=True)
    expect(act(page, "speed")).to_contain_text("2×", use_inner_text=True)
    wait_for_more(page)
    page.toggle_topic("protests")
    wait_for_more(page)
    act(page, "play").click()
    expect(act(page, "play")).to_contain_text("Play", use_inner_text=True)
    walked = page.shown()
    read_on(page)
    assert page.shown() == walked == SEQUENCE[: len(walked)]


def test_at_the_end_playing_starts_anew(new_page: NewPage) -> None:
    """By event and by day: each is shown for seconds, which a busy machine takes to look."""
    page = MapPage(new_page()).open(f"?lang=en&event={SEQUENCE[-1]}")
    start(page)
    page.page.wait_for_function("() => journey.events.length > 1")
    assert page.shown()[:2] == [SEQUENCE[-1], SEQUENCE[0]]
    page.arrive("?lang=en&by=day&date=2022-01-10")
    page.expect_day("2022-01-10")
    expect(act(page, "play")).to_contain_text("Play", use_inner_text=True)
    start(page)
    page.page.wait_for_function("() => journey.days.length > 1")
    assert page.shown("days")[:2] == ["Monday, 10 January 2022", "Sunday, 2 January 2022"]


def test_playing_keeps_an_open_popup(new_page: NewPage) -> None:
    page = open_with_clock(new_page, "?lang=en&date=2022-01-06")
    page.map.locator(".unlocated summary").click()
    page.mark("many-regions").click()
    popup = page.map.get_by_role("heading", name="Many regions of the country")
    expect(popup).to_be_visible()
    play_fast(page)
    start(page)
    wait_for_more(page)
    expect(popup).to_be_visible()


def test_keys_walk_the_sequence(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?event=internet-restricted")
    page.expect_event("internet-restricted")
    for key, event in (
        ("ArrowRight", "operation-continues"),
        ("ArrowLeft", "internet-restricted"),
        ("Home", "protests-begin"),
        ("End", "day-of-mourning"),
    ):
        page.page.keyboard.press(key)
        page.expect_event(event)


def test_space_plays_and_the_help_lists_the_keys(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en&event=protests-begin")
    page.page.keyboard.press("Space")
    expect(act(page, "play")).to_contain_text("Pause", use_inner_text=True)
    page.page.keyboard.press("Space")
    expect(act(page, "play")).to_contain_text("Play", use_inner_text=True)
    page.page.keyboard.press("?")
    dialog = page.page.get_by_role("dialog", name="Keyboard shortcuts")
    for key in ("← →", "Home End", "Space", "?"):
        expect(dialog.locator("kbd", has_text=key)).to_be_visible()
    page.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_the_story_goes_by_chapter_and_leaves_nothing_out(new_page: NewPage) -> None:
    page = open_with_clock(new_page, "?lang=en&by=chapter&event=operation-continues")
    chapter = page.card.locator(".chapter-number")
    expect(chapter).to_have_text("Chapter 9 of 10")
    # paragraphs 23 to 26 tell seven events: this one, two that the editor named, and four more
    expect(page.card.locator(".of-chapter > .events a")).to_have_count(2)
    more = page.card.locator(".of-chapter .more")
    expect(more.locator("summary")).to_have_text("4 more events: show")
    expect(more.locator("a")).to_have_count(4)
    act(page, "play").click()
    for _ in range(2):
        read_on(page)
        page.expect_event("day-of-mourning")
    expect(act(page, "play")).to_contain_text("Play", use_inner_text=True)
    page.page.keyboard.press("Home")
    expect(chapter).to_have_text("Chapter 1 of 10")
    page.settle()
    looked_at = page.page.frames[-1].evaluate("map.getBounds().getCenter().lng")
    assert 48 < looked_at < 60  # Mangystau, and not the middle of the country at 67 degrees
