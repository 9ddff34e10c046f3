"""The list says in words what the map shows: searched, filtered, and leading there and back."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import served
from tests.browser.large import write_large
from tests.browser.map_page import MapPage, press_until
from tests.browser.test_keyboard import tab_to
from tests.browser.visit import NewPage

PROMISES = [
    "csto-will-leave",
    "findings-promised",
    "economic-policy-unchanged",
]
LIST = ".st-key-event-list"


def expect_rows(page: Page, ids: list[str]) -> None:
    """Wait until the table holds as many events as there are `ids`, and compare them."""
    links = page.locator(f"{LIST} tbody a")
    expect(links).to_have_count(len(ids))
    assert links.evaluate_all("links => links.map(link => link.dataset.event)") == ids


def status(page: Page) -> Locator:
    return page.locator(f"{LIST} [role=status]")


def search(page: Page) -> Locator:
    return page.locator(f"{LIST} input[type=search]")


def open_filter(page: Page, box: Locator) -> Locator:
    """Open a filter by the keyboard; return its options."""
    box.focus()
    # Scrolling closes an open filter; two frames later it is over.
    page.evaluate("() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))")
    page.keyboard.press("ArrowDown")
    options = page.get_by_role("listbox")
    expect(options).to_be_visible()
    return options


def choose(page: Page, label: str, option: str) -> None:
    """Choose an option of a filter, after typing what narrows the options down."""
    open_filter(page, page.locator(LIST).get_by_role("combobox", name=label))
    page.keyboard.type(option)
    page.get_by_role("option", name=option, exact=True).click()
    page.keyboard.press("Escape")


def test_searching_needs_neither_case_nor_marks_and_leaves_the_map_alone(
    new_page: NewPage,
) -> None:
    page = MapPage(new_page()).open("?panel=events&lang=pl&event=airport-seized")
    frame = page.page.frames[-1]
    frame.evaluate("window.untouched = true")
    page.page.locator(".card").evaluate("card => card.untouched = true")
    status(page.page).evaluate("line => line.untouched = true")
    expect(status(page.page)).to_have_text("51 z 51 zdarzeń.")
    search(page.page).press_sequentially("LOTNISKO almaty")
    expect(status(page.page)).to_have_text("2 z 51 zdarzeń.")
    expect(page.page).to_have_url(re.compile("search=LOTNISKO"))
    expect_rows(page.page, ["airport-seized", "aircraft-with-passengers"])
    search(page.page).fill("zaloby narodowej")
    expect(status(page.page)).to_have_text("1 z 51 zdarzeń.")
    expect_rows(page.page, ["day-of-mourning"])
    # The line that a screen reader listens to is still the same, so it reads the new count.
    assert status(page.page).evaluate("line => line.untouched") is True
    assert page.page.locator(".card").evaluate("card => card.untouched") is True
    assert frame.evaluate("window.untouched") is True
    assert page.visit.errors == []
    assert page.visit.requests_elsewhere == []


def test_filters_narrow_one_another_and_are_cleared(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?panel=events&lang=en").page
    clear = page.locator(LIST).get_by_role("button", name="Clear filters")
    choose(page, "Topic", "CSTO forces")
    expect(status(page)).to_have_text("7 of 51 events.")
    choose(page, "Kind", "Claim")
    expect(status(page)).to_have_text("3 of 51 events.")
    expect_rows(page, ["csto-mandate", "national-forces-lead", "csto-stay-temporary"])
    choose(page, "Place", "Strategic facilities")
    expect(status(page)).to_have_text("1 of 51 events.")
    choose(page, "Where the date comes from", "stated in the text")
    expect(status(page)).to_have_text("0 of 51 events.")
    expect(page.locator(f"{LIST} .event-list")).to_have_text(
        "No event fits this search and these filters."
    )
    expect(page).to_have_url(
        re.compile("topic=csto&kind=claim&place=strategic-facilities&basis=stated")
    )
    page.wait_for_timeout(500)  # Python hears of the address a moment later, in a run of its own
    press_until(page, lambda: clear.press("Enter"), status(page), "51 of 51 events.")
    expect(clear).to_be_focused()
    expect(page).not_to_have_url(re.compile("topic=|kind=|place=|basis="))
    expect(page.locator(f"{LIST} tbody a")).to_have_count(51)


def test_letters_typed_into_a_filter_outlast_another_that_is_told(new_page: NewPage) -> None:
    """Without them the list of a filter is whole again, and a click falls on something else."""
    page = MapPage(new_page()).open("?panel=events&lang=en")
    kind = page.page.locator(LIST).get_by_role("combobox", name="Kind")
    open_filter(page.page, kind)
    page.page.keyboard.type("Claim")
    page.arrive("?panel=events&lang=en&topic=csto")
    expect(status(page.page)).to_have_text("7 of 51 events.")
    expect(kind).to_have_value("Claim")
    expect(page.page.get_by_role("option")).to_have_text(["Claim"])


def test_a_link_opens_the_same_list_in_every_language(new_page: NewPage) -> None:
    query = "kind=promise&topic=csto&topic=assurances&search=wladze"
    page = MapPage(new_page()).open(f"?panel=events&lang=pl&{query}").page
    expect(status(page)).to_have_text("3 z 51 zdarzeń.")
    expect_rows(page, PROMISES)
    expect(search(page)).to_have_value("wladze")
    topics = page.locator(f"{LIST} .stMultiSelect").filter(has_text="Temat")
    expect(topics).to_contain_text("Siły OUBZ")
    search(page).fill("")
    expect(page).not_to_have_url(re.compile("search="))
    page.get_by_text("English", exact=True).click()
    expect(status(page)).to_have_text("3 of 51 events.")
    expect_rows(page, PROMISES)
    topics = page.locator(f"{LIST} .stMultiSelect").filter(has_text="Topic")
    expect(topics).to_contain_text("CSTO forces")
    expect(page).to_have_url(re.compile("topic=csto&topic=assurances"))
    expect(page).to_have_url(re.compile("lang=en"))


def test_what_an_address_filters_by_in_vain_is_told_and_left_aside(new_page: NewPage) -> None:
    page = MapPage(new_page()).open(
        "?panel=events&lang=en&kind=promise&kind=rumour&place=%3Cimg%20src%3Dx%20onerror%3Dwindow.ran%3D1%3E"
    )
    notice = page.page.locator(".list-unknown")
    expect(notice).to_contain_text("something that this statement does not have")
    assert notice.locator("code").all_inner_texts() == [
        "kind=rumour",
        "place=<img src=x onerror=window.ran=1>",
    ]
    expect_rows(page.page, PROMISES)
    assert page.page.evaluate("window.ran ?? null") is None
    choose(page.page, "Topic", "CSTO forces")
    expect(notice).to_have_count(0)
    expect(page.page).not_to_have_url(re.compile("rumour"))
    expect_rows(page.page, ["csto-will-leave"])


@pytest.mark.parametrize("phone", [False, True])
def test_it_is_a_table_whose_rows_lead_to_the_map_and_back(new_page: NewPage, phone: bool) -> None:
    page = MapPage(new_page(phone=phone)).open("?panel=events&lang=en&date=2022-01-02")
    expect_table(page.page)
    link = page.page.locator(f"{LIST} a[data-event=day-of-mourning]")
    link.tap() if phone else link.click()
    page.expect_event("day-of-mourning")
    page.expect_day("2022-01-10")
    expect(page.page.locator(".st-key-map iframe")).to_be_in_viewport()
    expect(link).to_have_attribute("aria-current", "true")
    back = page.card.get_by_role("link", name="To its row in the list")
    back.tap() if phone else back.click()
    expect(link).to_be_in_viewport()
    expect(link).to_be_focused()
    page.expect_event("day-of-mourning")


def expect_table(page: Page) -> None:
    """A table for whoever does not see it."""
    table = page.locator(LIST).get_by_role("table")
    expect(table.locator("caption")).to_have_text(
        "In the order of the text. Choosing one shows it on the map and in the card."
    )
    names = ["Paragraph", "Date", "Event", "Kind", "Topic", "Places"]
    assert table.get_by_role("columnheader").all_inner_texts() == names
    assert table.get_by_role("row").count() == 1 + 51
    row = table.get_by_role("row").filter(has=page.locator("[data-event=airport-seized]"))
    # What is heard; the signs of date and topic are for the eye alone.
    expect(row).to_match_aria_snapshot("""
      - row:
        - /children: equal
        - cell "para. 10"
        - cell "some time on 4–6 January 2022 · not stated; only the order of telling suggests it"
        - rowheader "Almaty airport said to be seized"
        - cell "Reported happening"
        - cell "Violence and who is blamed"
        - cell "Almaty International Airport"
    """)
    expect(row.locator(".sign")).to_have_text("⋯")
    expect(row.locator(".topic-sign")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_back_from_an_event_whose_row_is_filtered_out_leads_to_the_filters(
    new_page: NewPage,
) -> None:
    page = MapPage(new_page()).open("?lang=en&event=airport-seized&kind=promise")
    page.card.get_by_role("link", name="To its row in the list").click()
    expect(page.page.locator(LIST)).to_be_focused()
    expect(status(page.page)).to_be_in_viewport()


def test_all_of_it_by_keyboard(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en&event=protests-begin")
    keys = page.page.keyboard
    tab_to(page, ".card a[data-row]")
    keys.press("Enter")
    expect(page.page.locator("#row-protests-begin a")).to_be_focused()
    tab_to(page, f"{LIST} input[type=search]", "Shift+Tab")
    keys.type("peacekeeping")
    expect(status(page.page)).not_to_have_text("51 of 51 events.")
    tab_to(page, f"{LIST} .st-key-list-kind-en input")
    keys.type("Claim")
    keys.press("Enter")
    expect(status(page.page)).to_have_text("2 of 51 events.")
    keys.press("Escape")
    tab_to(page, f"{LIST} tbody a")
    keys.press("Tab")
    keys.press("Enter")
    page.expect_event("csto-stay-temporary")
    expect(page.page.locator(".st-key-card")).to_be_focused()
    expect(page.card).to_be_in_viewport()
    keys.press("Tab")
    assert page.card.evaluate("card => card.contains(document.activeElement)")


@pytest.fixture(scope="module")
def large_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on 1 000 events."""
    folder = tmp_path_factory.mktemp("large")
    write_large(folder, 1000)
    with served(tmp_path_factory.mktemp("home"), str(folder)) as url:
        yield url


def test_of_a_thousand_events_the_first_are_shown_and_all_are_found(
    new_page: NewPage, large_url: str
) -> None:
    page = MapPage(new_page(), large_url).open("?panel=events&lang=en").page
    expect(status(page)).to_have_text("1,000 of 1,000 events. Shown: the first 200.")
    expect_rows(page, [f"event-{n}" for n in range(1, 201)])
    page.get_by_role("button", name="Show 200 more").click()
    expect(status(page)).to_have_text("1,000 of 1,000 events. Shown: the first 400.")
    expect_rows(page, [f"event-{n}" for n in range(1, 401)])
    search(page).fill("number 99")
    # 99, 199 and so on to 899, and 990 to 999.
    expect(status(page)).to_have_text("19 of 1,000 events.")
    expect_rows(page, [f"event-{n}" for n in [*range(99, 900, 100), *range(990, 1000)]])
    search(page).fill("")
    expect(status(page)).to_have_text("1,000 of 1,000 events. Shown: the first 200.")
