"""The map page as a test sees it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Literal
from urllib.parse import parse_qs

from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.browser.visit import Visit

# Keep what the page has shown: a test that looks now and then misses what stands for a second.
_RECORD = """
() => {
  window.journey = { events: [], days: [] };
  const add = (list, one) => { if (one && one !== list.at(-1)) list.push(one); };
  const look = () => {
    add(journey.events, document.querySelector(".card article")?.dataset.shown);
    add(journey.days, document.querySelector(".card .day")?.textContent);
  };
  look();
  new MutationObserver(look).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-shown"],
  });
}
"""

# As Back and Forward come to an address, without loading the page for each.
ARRIVE = """
address => {
  history.replaceState(null, "", address);
  window.dispatchEvent(new PopStateEvent("popstate", { state: null }));
}
"""

_IS_DRAWN = """
([place, look]) =>
  document.querySelector(".st-key-map iframe").contentWindow
    .statementMap.lookOf(place).split(" ").includes(look)
"""
# For each place its elements, of which a mark on the canvas may have none, and its classes.
_DRAWN = """
() => {
  const { document: map, statementMap } =
    document.querySelector(".st-key-map iframe").contentWindow;
  return Object.fromEntries([...statementMap.stage.marks.keys()].map((id) => {
    const elements = map.querySelectorAll(`.place-${id}`).length;
    return [id, [elements, statementMap.lookOf(id).split(" ")]];
  }));
}
"""

BEHIND_THE_COVER = "date=2022-01-02"
"""Where one comes to from the cover with "Look around"; test_cover.py holds that."""

PRESSES = 4
"""So often something is pressed that Streamlit may draw anew in that moment."""

STATES = {"is-now", "is-possible", "is-earlier", "is-later"}


class MapPage:
    """A visit to the map page, with what is on it by its meaning."""

    def __init__(self, visit: Visit, url: str | None = None) -> None:
        self.visit = visit
        self.page = visit.page
        self.url = url or visit.app_url

    def open(self, query: str = "", *, look_around: bool = True) -> MapPage:
        """Open the page at ``query`` and wait until map and card, and what follows, are there.

        Where a cover lies on the map, go past it unless it is what the test is about: of our own
        data at once, as with the map's first view goes a fifth of the time.
        """
        names_no_step = parse_qs(query[1:]).keys() <= {"lang"}
        if look_around and names_no_step and self.url == self.visit.app_url:
            query = f"?{BEHIND_THE_COVER}&{query[1:]}"
        self.page.goto(f"{self.url}/{query}")
        # Not `expect`, which describes the whole page at each look before it is there.
        self.map.locator(".is-ready").wait_for(timeout=60_000)
        self.card.wait_for(state="attached")
        self.page.locator(".st-key-event-list").wait_for(state="attached")
        rest(self.page)
        look = self.page.locator("[data-act=look]")
        if look_around and look.is_visible():
            look.click()
            expect(look).to_be_hidden()
        self.settle()
        return self

    def arrive(self, query: str) -> None:
        """Go to ``query`` on the open page; whoever asks waits for what it shows."""
        self.page.evaluate(ARRIVE, query)

    def open_panel(self, name: str) -> Locator:
        return open_panel(self.page, name)

    def choose(self, event: str) -> None:
        """Choose an event of the time axis: by its mark, or from the list that has it."""
        link = self.page.locator(f".strip a[data-event={event}]").first
        if not link.is_visible():
            opened = self.page.locator(f"[data-lists~={event}]").first.get_attribute("id")
            self.page.locator(f"[popovertarget={opened}]").click()
        link.click()

    def toggle_topic(self, topic: str) -> None:
        button = self.page.locator(f"[data-topic={topic}]")
        if not button.is_visible():
            self.page.locator("[popovertarget=topics]").click()
        button.click()

    def settle(self) -> None:
        """Wait until the view rests: what moves away under a click is missed."""
        self.map.locator(".is-ready:not(.is-moving)").wait_for()

    @property
    def map(self) -> FrameLocator:
        return self.page.frame_locator(".st-key-map iframe")

    @property
    def card(self) -> Locator:
        return self.page.locator(".card")

    @property
    def slider(self) -> Locator:
        return self.page.locator(".st-key-date input[type=range]")

    def mark(self, place: str) -> Locator:
        return self.map.locator(f".place.place-{place}")

    def expect_state(self, place: str, state: str) -> None:
        """Expect it of a mark that is an element, or is drawn on the canvas."""
        self.page.wait_for_function(_IS_DRAWN, arg=[place, f"is-{state}"])

    def expect_event(self, event: str) -> None:
        expect(self.card.locator("article")).to_have_attribute("data-shown", event)

    def expect_day(self, day: str) -> None:
        expect(self.slider).to_have_attribute("data-day", day)

    def record(self) -> None:
        """Keep from now on which events and days the card shows."""
        self.page.evaluate(_RECORD)

    def shown(self, what: Literal["events", "days"] = "events") -> list[str]:
        """The events, or the days, in the order in which they were shown since `record`."""
        found: list[str] = self.page.evaluate("what => journey[what]", what)
        return found

    def states(self) -> dict[str, str]:
        """The state of every mark by place; fails if one has none or several."""
        drawn: dict[str, tuple[int, list[str]]] = self.page.evaluate(_DRAWN)
        found = {}
        for place, (elements, names) in drawn.items():
            (found[place],) = STATES.intersection(names)
            assert elements <= 1, f"two marks for {place}"
        return found


def rest(page: Page) -> None:
    """Wait until the server has finished what it was asked: a press right before may be lost."""
    page.locator("[data-test-script-state=notRunning]").wait_for()


def press_until(page: Page, press: Callable[[], None], line: Locator, words: str) -> None:
    """Press until a line says so: Streamlit loses a press while it draws anew what is pressed."""
    for _ in range(PRESSES):
        rest(page)
        press()
        with suppress(AssertionError):
            expect(line).to_have_text(words, timeout=5_000)
            return
    expect(line).to_have_text(words)


def open_panel(page: Page, name: str) -> Locator:
    """Open a panel from the top bar, and wait until it is there."""
    menu = page.locator("nav.bar .menu")
    if menu.is_visible():
        menu.click()
    page.locator(f"nav.bar a[data-panel={name}]").click()
    panel = page.locator(f".st-key-panel-{name}")
    expect(panel).to_be_visible()
    expect(panel.locator(".waiting")).to_have_count(0)
    rest(page)
    return panel
