"""axe-core finds no fault of any weight, on the page and in the map's frame, however it is used."""

from collections.abc import Callable
from itertools import cycle

import pytest
from playwright.sync_api import expect

from tests.browser.axe import find_faults
from tests.browser.map_page import MapPage
from tests.browser.test_event_list import open_filter
from tests.browser.test_reader import Reader
from tests.browser.test_sharing import open_panel
from tests.browser.visit import NewPage

EVENT = "&event=airport-seized"

# What is Streamlit's own and cannot be mended from outside, as states, rule and selector.
FROM_STREAMLIT = [
    # The box that files are dropped on has a name and the role "presentation"; rated as minor.
    (
        {"reader", "reader on a tablet"},
        "presentation-role-conflict",
        "[data-testid=stFileUploaderDropzone]",
    ),
    # Its button's words are the style sheet's: browsers read them aloud, as test_review_start.py
    # holds, and axe-core does not look at them.
    (
        {"reader", "reader on a tablet"},
        "button-name",
        "[data-testid=stFileUploaderDropzone] button",
    ),
    # The choices of a filter are laid over the page, outside its landmarks; rated as moderate.
    ({"the list, filtered"}, "region", "[role=listbox]"),
]


def nothing(_: MapPage, __: str) -> None:
    """The page as it opens."""


def open_event(page: MapPage, _: str) -> None:
    page.card.locator(".why summary").click()
    page.card.locator("[data-place]").first.click()
    expect(page.map.locator(".popup-body")).to_be_visible()


def open_topics(page: MapPage, _: str) -> None:
    expect(page.page.locator(".list-unknown")).to_be_visible()
    open_filter(page.page, page.page.locator(".st-key-list-filters [role=combobox]").first)


def open_reader(page: MapPage, text: str) -> None:
    reader = Reader(page).open().paste(text.replace("2 stycznia", "3 stycznia"))
    expect(reader.text.locator(".missing")).to_be_visible()
    expect(reader.text.locator("li[aria-current]")).to_be_attached()


def open_sharing(page: MapPage, _: str) -> None:
    open_panel(page.page)


def open_views(page: MapPage, _: str) -> None:
    page.page.locator(".st-key-view button").first.click()
    expect(page.page.get_by_test_id("stPopoverBody")).to_be_visible()


def open_keys(page: MapPage, _: str) -> None:
    page.page.keyboard.press("?")
    expect(page.page.locator("dialog.keys")).to_be_visible()


STATES: dict[str, tuple[str, int, Callable[[MapPage, str], None]]] = {
    "normal": ("", 1280, nothing),
    "on a phone": (EVENT, 390, nothing),
    "an event": (EVENT, 1280, open_event),
    "a count's list": ("&account=other-date", 1280, nothing),
    "the cover": ("", 1280, nothing),
    "the list, filtered": ("&panel=events&topic=csto&kind=rumour&search=a", 1280, open_topics),
    "reader": (EVENT, 1440, open_reader),
    "reader on a tablet": (EVENT, 820, open_reader),
    "the share panel": (EVENT, 1280, open_sharing),
    "the choice of views": ("", 1280, open_views),
    "the keys": ("", 1280, open_keys),
    "presenting": (f"{EVENT}&view=present", 1280, nothing),
    "learners": (f"{EVENT}&hide=speaker&hide=place", 1280, nothing),
    "presenting to learners": (f"{EVENT}&view=present&hide=place", 820, nothing),
}


# One language each: the elements are the same, and test_language.py holds that all have words.
@pytest.mark.parametrize(("state", "code"), [*zip(STATES, cycle(["pl", "en"]), strict=False)])
def test_axe_finds_only_what_is_known_of_streamlit(
    new_page: NewPage, state: str, code: str, statement_text: str
) -> None:
    query, width, act = STATES[state]
    page = MapPage(new_page(width=width)).open(
        f"?lang={code}{query}", look_around=state != "the cover"
    )
    act(page, statement_text)
    known = {(rule, where) for states, rule, where in FROM_STREAMLIT if state in states}
    expect_faults(page, known)
    page.page.emulate_media(color_scheme="dark")
    expect(page.map.locator("html.dark")).to_be_attached()
    for shown in (page.page, page.page.frames[-1]):
        assert find_faults(shown, of_colours=True) == []


def expect_faults(page: MapPage, known: set[tuple[str, str]]) -> None:
    """Fail if there are others than the `known` ones, or if one of these is no longer met."""
    met = set()
    for fault in find_faults(page.page):
        element = page.page.locator(fault.selector)
        excused = {
            (rule, where)
            for rule, where in known
            if rule == fault.rule
            and element.evaluate("(node, where) => node.matches(where)", where)
        }
        assert excused, fault
        met |= excused
    assert met == known, "an exception that is no longer needed"
    assert find_faults(page.page.frames[-1]) == []
