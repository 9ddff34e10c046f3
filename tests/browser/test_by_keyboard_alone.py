"""Everything that the page offers, from a cold start and without a mouse."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import served
from tests.browser.large import write_large
from tests.browser.map_page import MapPage, press_until, rest
from tests.browser.visit import NewPage

FOCUSED = """([what, text]) => document.activeElement.matches(what)
  && document.activeElement.textContent.includes(text)"""
LIST = ".st-key-event-list"


class Hands:
    """A reader with a keyboard; what is not reached by its keys is out of reach."""

    def __init__(self, page: MapPage) -> None:
        self.map_page = page
        self.page = page.page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.insert_text(text)

    def go_to(self, what: str, key: str = "Tab", *, text: str = "", in_map: bool = False) -> None:
        """Press `key` until the focus is on what selector and text name, and is seen there."""
        where = self.page.frames[-1] if in_map else self.page.main_frame
        for _ in range(250):
            if where.evaluate(FOCUSED, [what, text]):
                break
            self.press(key)
        else:
            raise AssertionError(f"250 times {key} did not reach {what}")
        assert where.evaluate("document.activeElement.matches(':focus-visible')"), what

    def back_to(self, what: str) -> None:
        self.go_to(what, "Shift+Tab")

    def expect_focus(self, what: str) -> None:
        expect(self.page.locator(f"{what}:focus")).to_have_count(1)


@pytest.mark.timeout(400)
def test_everything_by_keyboard_alone(
    new_page: NewPage, statement_text: str, tmp_path: Path
) -> None:
    page = MapPage(new_page(reduced_motion="no-preference"))
    page.open("?lang=en", look_around=False)
    hands = Hands(page)
    start_from_the_cover(page, hands)
    walk_the_map(page, hands)
    walk_the_days(page, hands)
    open_the_counts(page, hands)
    ask_why(page, hands)
    play(page, hands)
    use_the_strip(page, hands)
    use_the_list(page, hands)
    read_the_text(page, hands, statement_text)
    switch_the_language(page, hands)
    assert page.visit.errors == []

    write_large(tmp_path / "data", 400)
    with served(tmp_path, str(tmp_path / "data")) as url:
        large = MapPage(new_page(reduced_motion="no-preference"), url).open("?lang=en")
        open_a_group(large, Hands(large))


@pytest.mark.timeout(400)
def test_the_views_by_keyboard_alone(new_page: NewPage) -> None:
    page = MapPage(new_page(reduced_motion="no-preference")).open("?lang=en")
    hands = Hands(page)
    present(page, hands)
    learn(page, hands)
    assert page.visit.errors == []


def start_from_the_cover(page: MapPage, hands: Hands) -> None:
    hands.press("Tab")
    hands.expect_focus("a:text('Skip to main content')")
    hands.go_to("[data-act=start]")
    hands.press("Enter")
    page.expect_event("protests-begin")
    hands.expect_focus("[data-act=next]")
    hands.back_to("[data-act=play]")
    expect_playing(hands)
    hands.press("Enter")
    expect_paused(hands)
    hands.go_to("[data-act=next]")
    hands.press("Enter")
    expect(page.card.locator(".chapter-number")).to_have_text("Chapter 2 of 10")
    hands.back_to("[data-act=previous]")
    hands.press("Enter")
    page.expect_event("protests-begin")
    hands.go_to("[data-act=pace]")
    hands.press("Space")
    expect(hands.page.locator("[data-act=pace]")).to_have_text("by event", use_inner_text=True)


def expect_playing(hands: Hands) -> None:
    expect(hands.page.locator("[data-act=play]")).to_contain_text("Pause", use_inner_text=True)


def expect_paused(hands: Hands) -> None:
    expect(hands.page.locator("[data-act=play]")).to_contain_text("Play", use_inner_text=True)


def walk_the_map(page: MapPage, hands: Hands) -> None:
    hands.go_to(".place.is-now", in_map=True)
    popup = page.map.locator(".popup-body")
    hands.press("Enter")
    expect(popup).to_be_visible()
    hands.press("Escape")
    expect(popup).to_have_count(0)
    hands.go_to(".place-almaty-airport", in_map=True)
    hands.press("Enter")
    expect(popup.locator("h2")).to_have_text("Almaty International Airport")
    hands.go_to(".popup-events a[data-event=airport-seized]", in_map=True)
    hands.press("Enter")
    page.expect_event("airport-seized")
    hands.go_to(".leaflet-popup-close-button", in_map=True)
    hands.press("Enter")
    expect(popup).to_have_count(0)


def walk_the_days(page: MapPage, hands: Hands) -> None:
    hands.go_to(".st-key-date input")
    hands.press("Home")
    for day in range(2, 11):
        page.expect_day(f"2022-01-{day:02}")
        expect(page.card.locator(".day")).to_contain_text(f"{day} January 2022")
        hands.press("ArrowRight")
    hands.press("Home")
    page.expect_day("2022-01-02")
    hands.go_to("[data-act=next]")
    hands.press("Enter")
    page.expect_event("protesters-demands")
    hands.back_to("[data-act=previous]")
    hands.press("Enter")
    page.expect_event("protests-begin")


def open_the_counts(page: MapPage, hands: Hands) -> None:
    listed = hands.page.locator(".account-list")
    hands.back_to(".counts [data-account=open]")  # the account stands before the slider
    for account in ("open", "placeless"):
        hands.go_to(f".counts [data-account={account}]")
        hands.press("Enter")
        hands.expect_focus(f"[data-account={account}][aria-expanded=true]")
        expect(listed).to_be_visible()
    hands.go_to(".account-list a[data-event=listening-state]")
    hands.press("Enter")
    page.expect_event("listening-state")
    hands.go_to(".paragraphs a")
    hands.go_to(".paragraphs a[data-event=almaty-worst]", "ArrowRight")
    hands.press("Enter")
    page.expect_event("almaty-worst")
    hands.back_to("[data-account=placeless]")
    hands.press("Enter")
    expect(listed).to_have_count(0)


def ask_why(page: MapPage, hands: Hands) -> None:
    hands.back_to(".card .why summary")
    hands.press("Enter")
    expect(page.card.locator(".why p").first).to_be_visible()
    hands.back_to(".card [data-place=almaty]")
    hands.press("Enter")
    expect(page.map.locator(".popup-body h2")).to_have_text("Almaty")


def play(page: MapPage, hands: Hands) -> None:
    act = hands.page.locator
    hands.go_to(".st-key-date input")
    hands.press("Home")  # eight days to go, so that it does not end before a busy machine looks
    page.expect_day("2022-01-02")
    hands.go_to("[data-act=speed]")
    hands.press("Enter")
    expect(act("[data-act=speed]")).to_contain_text("2×", use_inner_text=True)
    hands.back_to("[data-act=pace]")
    hands.press("Space")
    expect(act("[data-act=pace]")).to_have_text("by day", use_inner_text=True)
    hands.back_to("[data-act=play]")
    hands.press("Enter")
    day = page.slider.get_attribute("data-day") or ""
    expect_playing(hands)
    expect(page.slider).not_to_have_attribute("data-day", day)
    hands.press("Space")
    expect_paused(hands)
    hands.go_to("[data-act=help]")
    hands.press("Enter")
    keys = hands.page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(keys).to_be_visible()
    hands.press("Escape")
    expect(keys).to_be_hidden()
    hands.expect_focus("[data-act=help]")


def use_the_strip(page: MapPage, hands: Hands) -> None:
    hands.go_to(".spans a[data-event=operation-ordered]")
    hands.press("Enter")
    page.expect_event("operation-ordered")
    hands.go_to(".lane-within")
    hands.press("Enter")
    hands.go_to(".group-list a[data-event=airport-seized]")
    hands.press("Enter")
    page.expect_event("airport-seized")
    hands.go_to("[popovertarget=topics]")
    hands.press("Enter")
    hands.go_to(".topics [data-topic=protests]")
    for pressed in ("false", "true"):
        hands.press("Space")
        hands.expect_focus(f"[data-topic=protests][aria-pressed={pressed}]")
        mark = hands.page.locator(".spans a[data-event=protests-begin]")
        expect(mark).to_be_visible(visible=pressed == "true")
    hands.press("Escape")


def use_the_list(page: MapPage, hands: Hands) -> None:
    found = hands.page.locator(f"{LIST} [role=status]")
    hands.go_to("nav.bar a[data-panel=events]")
    hands.press("Enter")
    hands.expect_focus(f"{LIST} h2")
    hands.go_to(f"{LIST} input[type=search]")
    hands.type("peacekeep")
    expect(found).not_to_have_text("51 of 51 events.")
    hands.go_to(f"{LIST} .st-key-list-kind-en input")
    hands.page.keyboard.type("Claim")
    hands.press("Enter")
    expect(found).to_have_text("2 of 51 events.")
    hands.press("Escape")
    hands.go_to(f"{LIST} tbody a[data-event=csto-mandate]")
    hands.press("Enter")
    page.expect_event("csto-mandate")
    hands.expect_focus(".st-key-card")
    hands.go_to(".card a[data-row]")
    hands.press("Enter")
    hands.expect_focus(f"{LIST} tbody a[data-event=csto-mandate]")
    hands.back_to(".st-key-list-clear button")
    press_until(page.page, lambda: hands.press("Enter"), found, "51 of 51 events.")


def read_the_text(page: MapPage, hands: Hands, text: str) -> None:
    hands.go_to("nav.bar a[data-panel=text]")
    hands.press("Enter")
    hands.expect_focus(".st-key-reader h2")
    expect(hands.page.locator(".st-key-reader textarea")).to_be_visible()
    rest(page.page)
    hands.go_to(".st-key-reader textarea")
    hands.type(text)
    hands.go_to(".st-key-reader-show button")
    hands.press("Enter")
    expect(hands.page.locator(".verdict.is-same")).to_be_visible()
    hands.go_to(".reader ol a[data-event=protests-begin]")
    hands.press("Enter")
    page.expect_event("protests-begin")
    hands.expect_focus(".reader ol a[data-event=protests-begin]")
    hands.press("Escape")
    expect(hands.page.locator(".reader")).to_be_hidden()
    hands.expect_focus("nav.bar a[data-panel=text]")


def switch_the_language(page: MapPage, hands: Hands) -> None:
    hands.back_to(".st-key-language button")
    hands.press("ArrowRight", "Enter")
    expect(page.card.locator("h2")).to_have_text(
        "Władze o początku demonstracji w obwodzie mangystauskim"
    )
    hands.press("ArrowLeft", "Enter")
    expect(page.card.locator("h2")).to_have_text("Demonstrations said to begin in Mangystau Region")


def choose_view(hands: Hands, name: str) -> None:
    """From where the focus is on the button that opens the views."""
    choice = "[data-testid=stPopoverBody] button"
    hands.press("Enter")
    hands.expect_focus("[data-testid=stPopoverBody]")
    hands.press("Tab")
    hands.expect_focus(choice)
    hands.go_to(choice, "ArrowRight", text=name)
    hands.press("Enter")


def present(page: MapPage, hands: Hands) -> None:
    hands.go_to(".st-key-view button")
    choose_view(hands, "Present")
    leave = hands.page.locator(".st-key-leave button")
    expect(leave).to_be_visible()
    expect(page.slider).to_be_focused()
    hands.press("ArrowRight")
    page.expect_day("2022-01-03")
    hands.back_to(".st-key-leave button")
    hands.press("Enter")
    expect(leave).to_have_count(0)
    expect(hands.page.locator("nav.bar")).to_be_visible()
    expect(hands.page).not_to_have_url(re.compile("view="))


def learn(page: MapPage, hands: Hands) -> None:
    page.open("?lang=en")
    hands.go_to(".st-key-view button")
    choose_view(hands, "Hide the places")
    expect(hands.page).to_have_url(re.compile("hide=place"))
    hands.press("Escape")
    hands.expect_focus(".st-key-view button")
    hands.go_to(".st-key-date input")
    hands.press("Home")
    expect(page.card.locator("h2")).to_have_text("Demonstrations said to begin in [hidden]")
    hands.back_to(".card [data-reveal=place]")
    hands.press("Enter")
    expect(page.card.locator("h2")).to_have_text("Demonstrations said to begin in Mangystau Region")


def open_a_group(page: MapPage, hands: Hands) -> None:
    hands.go_to(".strip button.group")
    hands.press("Enter")
    shown = hands.page.locator(".group-list:popover-open")
    expect(shown).to_be_visible()
    hands.press("Escape")
    expect(shown).to_have_count(0)
    hands.expect_focus(".strip button.group")
    hands.press("Enter")
    hands.go_to(".group-list a[data-event=event-60]")
    hands.press("Enter")
    page.expect_event("event-60")
    expect(shown).to_have_count(0)
