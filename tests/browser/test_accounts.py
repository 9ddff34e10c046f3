"""Each count of paragraphs opens its list, and the list stays open from step to step."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import served
from tests.browser.large import write_large
from tests.browser.map_page import MapPage
from tests.browser.test_keyboard import tab_to
from tests.browser.visit import NewPage

PLACELESS = [2, 3, 5, 6, 20, 24, 26, 27]


def count(page: Page, account: str) -> Locator:
    return page.locator(f".counts [data-account={account}]")


def listed(page: Page) -> list[int]:
    texts = page.locator(".account-list .where").all_inner_texts()
    return [int(text.removeprefix("para. ")) for text in texts]


# For 7 January, from the text: 23 is stated; 13, 15, 18, 22 and 28 have begun by what they say and
# no words end them before; what the order of telling alone bounds (1 to 10 and 14) is not excluded,
# and neither is what has no date.
OPEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 17, 19, 20, 21, 24, 25, 26, 27]


COUNTED = [
    ("now", "1 on this day", "1 on this day", [23]),
    ("possible", "5 possibly on this day", "5 possibly on this day", [13, 15, 18, 22, 28]),
    ("open", "22 not ruled out (8 name no place)", "22 not ruled out", OPEN),
    ("placeless", "8 in all name no place", "8 in all name no place", PLACELESS),
]


def test_a_count_opens_the_list_of_its_paragraphs_which_leads_to_them(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?date=2022-01-07&lang=en")
    for account, name, label, paragraphs in COUNTED:
        expect(page.page.locator(".account-list")).to_have_count(0)
        button = page.page.locator(".counts").get_by_role("button", name=name, exact=True)
        expect(button).to_have_attribute("aria-expanded", "false")
        button.click()
        expect(page.page.get_by_role("list", name=label, exact=True)).to_be_visible()
        expect(count(page.page, account)).to_have_attribute("aria-expanded", "true")
        assert listed(page.page) == paragraphs
        button.click()
        expect(page.page.locator(".account-list")).to_have_count(0)
        expect(button).to_have_attribute("aria-expanded", "false")
    expect_rows_that_lead_there(page)
    expect_the_focus_on_the_count(page)


def expect_rows_that_lead_there(page: MapPage) -> None:
    """A list names what its paragraphs tell."""
    page.arrive("?date=2022-01-02&lang=en")
    page.expect_day("2022-01-02")
    count(page.page, "open").click()
    row = page.page.locator(".account-list li", has_text="para. 11")
    assert row.inner_text().split("\n") == [
        "para. 11",
        "○ no date in the text",
        "The authorities on “armed aggression”",
        "The authorities on the attackers’ combat experience",
    ]
    count(page.page, "other-date").click()
    expect(page.page.locator(".account-list li").last).to_contain_text("7 January 2022")
    # Their words tie both to the order of 6 January.
    assert listed(page.page) == [22, 23]
    page.page.locator(".account-list a[data-event=forces-in-action]").click()
    page.expect_event("forces-in-action")
    page.expect_day("2022-01-06")
    expect(page.page).to_have_url(re.compile("account=other-date"))


def expect_the_focus_on_the_count(page: MapPage) -> None:
    """A link that leaves the list hands its focus to the count."""
    page.arrive("?date=2022-01-05&lang=en&account=other-date")
    page.expect_day("2022-01-05")
    link = page.page.locator(".account-list a[data-event=operation-continues]")
    link.focus()
    page.page.keyboard.press("Enter")
    page.expect_event("operation-continues")
    expect(link).to_have_count(0)
    expect(count(page.page, "other-date")).to_be_focused()


def test_the_open_list_follows_the_steps_and_the_address(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?date=2022-01-06&lang=en")
    frame = page.page.frames[-1]
    frame.evaluate("window.untouched = true")
    count(page.page, "now").click()
    expect(page.page.locator(".account-list")).to_contain_text("An “anti-terrorist operation”")
    page.slider.focus()
    page.page.keyboard.press("ArrowRight")
    expect(page.page.locator(".account-list")).to_contain_text("The President is said to address")
    assert listed(page.page) == [23]
    page.page.keyboard.press("ArrowRight")
    expect(page.page.locator(".account-list")).to_have_text("No paragraph.")
    expect(count(page.page, "now")).to_have_text("0 on this day")
    assert frame.evaluate("window.untouched") is True
    page.page.get_by_text("Polski", exact=True).click()
    expect(page.page.locator(".account-list")).to_have_text("Żaden akapit.")
    other = MapPage(new_page()).open("?" + urlsplit(page.page.url).query)
    expect(count(other.page, "now")).to_have_attribute("aria-expanded", "true")


def test_an_unknown_account_opens_nothing(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?date=2022-01-06&lang=en&account=%3Cb%3E")
    expect(page.page.locator(".account-list")).to_have_count(0)
    assert page.page.locator(".counts [aria-expanded=true]").count() == 0
    count(page.page, "now").click()
    expect(page.page.locator(".account-list")).to_be_visible()


def test_by_keyboard_and_the_focus_stays(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?date=2022-01-06&lang=en")
    keys = page.page.keyboard
    tab_to(page, ".counts [data-account=open]")
    keys.press("Enter")
    expect(page.page.locator(".account-list")).to_be_visible()
    expect(count(page.page, "open")).to_be_focused()
    tab_to(page, ".account-list a[data-event=attackers-combat-experience]")
    keys.press("Enter")
    page.expect_event("attackers-combat-experience")
    link = page.page.locator(".account-list a[data-event=attackers-combat-experience]")
    expect(link).to_be_focused()
    expect(link).to_have_attribute("aria-current", "true")
    tab_to(page, ".paragraphs a")
    tab_to(page, ".paragraphs a[data-event=demands-met]", "ArrowLeft")
    keys.press("Enter")
    page.expect_event("demands-met")
    page.expect_day("2022-01-04")
    expect(page.page.locator(".paragraphs a[data-event=demands-met]")).to_be_focused()
    tab_to(page, ".counts [data-account=open]", "Shift+Tab")
    keys.press("Space")
    expect(page.page.locator(".account-list")).to_have_count(0)


def test_nothing_is_cut_off_on_a_phone(new_page: NewPage) -> None:
    page = MapPage(new_page(phone=True)).open("?lang=en&account=placeless").page
    cell = page.locator(".paragraphs li").nth(20).bounding_box()
    assert cell is not None
    page.touchscreen.tap(cell["x"] + 9, cell["y"] + 9)  # all cells are one target for a finger
    expect(count(page, "all")).to_have_attribute("aria-expanded", "true")
    assert listed(page) == list(range(1, 29))
    box = page.locator(".account-list")
    assert (
        box.evaluate(
            "list => Math.min(...[...list.querySelectorAll('a')].map((a) => a.offsetHeight))"
        )
        >= 44
    )
    assert box.evaluate("list => list.scrollWidth <= list.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box.locator("a[data-event=operation-continues]").tap()
    expect(page.locator(".card article")).to_have_attribute(
        "data-shown", re.compile("operation-continues")
    )
    expect(box).to_have_count(0)  # it would lie over the card


@pytest.fixture(scope="module")
def large_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on 900 paragraphs, one event each, thirty a day."""
    folder = tmp_path_factory.mktemp("large")
    write_large(folder, 900)
    with served(tmp_path_factory.mktemp("home"), str(folder)) as url:
        yield url


def test_a_long_list_is_counted_on(new_page: NewPage, large_url: str) -> None:
    page = MapPage(new_page(), large_url).open("?lang=en&date=2022-01-05").page
    expect(page.locator(".paragraphs")).to_have_count(0)
    count(page, "other-date").click()
    expect(page.locator(".account-list li")).to_have_count(201)
    expect(page.locator(".account-list li").last).to_have_text("and 670 more")
    count(page, "now").click()
    expect(page.locator(".account-list li")).to_have_count(30)


LEFT_OUT = {
    "listening-state": ["no date", "no place", "no number", "no named source"],
    "csto-forces-arriving": ["no date", "no named source"],
    "forces-in-action": ["no number"],
    "protesters-demands": ["no number", "no named source"],
}
NAMES_OF_EVERY_OBJECT = ("constructor", "__proto__", "toString", "hasOwnProperty")


def test_the_card_says_what_is_left_out_and_a_name_that_every_object_has_opens_no_list(
    new_page: NewPage,
) -> None:
    visit = new_page()
    page = MapPage(visit).open("?lang=en")
    for event, chips in LEFT_OUT.items():
        page.arrive(f"?lang=en&event={event}")
        page.expect_event(event)
        assert page.card.locator(".left-out").all_text_contents() == chips
    for name in NAMES_OF_EVERY_OBJECT:
        page.arrive(f"?date=2022-01-06&lang=en&account={name}")
        page.expect_day("2022-01-06")
        expect(page.page.locator(".paragraphs li")).to_have_count(28)
        expect(page.page.locator(".account-list")).to_have_count(0)
        page.page.locator("[data-act=next]").click()
        page.expect_event("csto-appeal")
        expect(page.page.locator(".account-list")).to_have_count(0)
        page.arrive("?lang=en")
        page.expect_day("2022-01-02")
    assert visit.errors == []
