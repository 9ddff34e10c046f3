"""A link opens the view that it was copied from."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage


def query(page: MapPage) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(urlsplit(page.page.url).query).items()}


def test_a_deep_link_opens_day_event_and_language_and_the_slider_leaves_the_event(
    new_page: NewPage,
) -> None:
    page = MapPage(new_page(locale="pl-PL")).open("?date=2022-01-05&event=airport-seized&lang=en")
    page.expect_day("2022-01-05")
    page.expect_event("airport-seized")
    expect(page.card.locator("h2")).to_have_text("Almaty airport said to be seized")
    expect(page.card.locator(".day")).to_have_text("Wednesday, 5 January 2022")
    expect(page.mark("almaty-airport")).to_have_attribute(
        "aria-label", "Almaty International Airport, possibly on this day"
    )
    expect(page.map.locator(".mark.is-current.place-almaty-airport")).to_be_visible()
    page.slider.focus()
    page.page.keyboard.press("ArrowRight")
    page.expect_event("operation-ordered")
    expect(page.page).not_to_have_url(re.compile("event="))
    page.page.keyboard.press("ArrowLeft")  # to a day without a stated event
    expect(page.card.locator(".no-stated")).to_have_text("The text states no event for this day.")
    possible = page.card.locator(".possible a[data-event]")
    expect(possible.first).to_be_visible()
    assert "airport-seized" in possible.evaluate_all("links => links.map(l => l.dataset.event)")


def test_an_event_alone_opens_on_its_day(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?event=day-of-mourning")
    page.expect_day("2022-01-10")
    page.expect_event("day-of-mourning")


def test_the_address_follows_and_opens_the_same_view_elsewhere(new_page: NewPage) -> None:
    page = MapPage(new_page()).open()
    page.page.locator(".paragraphs a", has_text="23").click()
    page.expect_event("operation-continues")
    page.expect_day("2022-01-07")
    expect(page.page).to_have_url(re.compile("event=operation-continues"))
    expect(page.page).to_have_url(re.compile("date=2022-01-07"))
    other = MapPage(new_page(locale="en-GB")).open("?" + urlsplit(page.page.url).query)
    other.expect_event("operation-continues")
    other.expect_day("2022-01-07")
    expect(other.card.locator("h2")).to_have_text("Władze o przemówieniu prezydenta do narodu")


@pytest.mark.parametrize(
    ("locale", "heading"),
    [
        ("pl-PL", "Władze o początku demonstracji w obwodzie mangystauskim"),
        ("en-US", "Demonstrations said to begin in Mangystau Region"),
    ],
)
def test_the_browsers_language_is_taken_and_put_into_the_address(
    new_page: NewPage, locale: str, heading: str
) -> None:
    page = MapPage(new_page(locale=locale)).open()
    expect(page.card.locator("h2")).to_have_text(heading)
    expect(page.page).to_have_url(re.compile(f"lang={locale[:2]}"))


def test_the_switch_changes_the_language_of_page_and_map(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=pl&date=2022-01-05&event=state-of-emergency")
    expect(page.map.locator(".legend summary > :first-child")).to_have_text("Legenda")
    page.page.get_by_role("radio", name="English").or_(
        page.page.get_by_role("button", name="English")
    ).click()
    expect(page.card.locator("h2")).to_have_text(
        "The authorities on a state of emergency in the whole country"
    )
    expect(page.map.locator(".legend summary > :first-child")).to_have_text("Legend")
    page.expect_day("2022-01-05")
    assert query(page)["lang"] == "en"


def test_a_link_to_an_unknown_event_says_so_and_shows_the_day(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?date=2022-01-06&event=<b>nothing</b>&lang=en")
    expect(page.card.locator(".notice code")).to_have_text("<b>nothing</b>")
    page.expect_event("operation-ordered")
    assert query(page) == {"date": "2022-01-06", "lang": "en"}


def test_a_link_to_an_unknown_day_says_so_in_the_same_way_and_opens_the_first(
    new_page: NewPage,
) -> None:
    page = MapPage(new_page()).open("?date=2022-02-30&lang=en")
    page.expect_day("2022-01-02")
    notice = page.card.locator(".notice:has(code)")
    expect(notice).to_have_text("The link names a day that this map does not have: 2022-02-30")
    expect(notice).to_be_in_viewport()
    assert query(page) == {"lang": "en"}
    page.page.get_by_text("Polski", exact=True).click()
    expect(notice).to_have_text("Odnośnik wskazuje dzień, którego na tej mapie nie ma: 2022-02-30")
    page.page.reload()
    expect(notice).to_contain_text("2022-02-30", timeout=60_000)
    page.page.locator("[data-act=next]").click()
    expect(notice).to_have_count(0)
    page.page.go_back()
    expect(notice).to_contain_text("2022-02-30")


def test_names_that_every_object_has_are_no_names_of_ours(new_page: NewPage) -> None:
    page = MapPage(new_page(locale="en-GB"))
    for name in ("__proto__", "constructor", "toString"):
        expect_no_name_of_ours(page, name)
    assert page.visit.errors == []


def expect_no_name_of_ours(page: MapPage, name: str) -> None:
    names = ("date", "event", "account", "hide-topics", "lang", "view", "hide", "search")
    named = [*names, "topic", "kind", "basis", "place"]
    page.open("?" + "&".join(f"{one}={name}" for one in named))
    page.expect_event("protests-begin")
    expect(page.card.locator(".notice code")).to_have_text([name, name])
    page.page.locator("[data-act=next]").click()
    page.expect_event("protesters-demands")
    expect(page.page.locator(".account-list")).to_have_count(0)
    page.page.locator("[data-account]").first.click()
    expect(page.page.locator(".account-list")).to_be_visible()
    expect(page.page.locator("[data-topic][aria-pressed=false]")).to_have_count(0)
    expect(page.open_panel("events").locator(".list-unknown")).to_be_visible()


def test_the_frame_around_the_page_is_told_the_address(new_page: NewPage) -> None:
    """Whoever shows the app in a frame, as Streamlit Community Cloud does, can link to the view."""
    visit = new_page()
    page = visit.page
    page.goto(f"{visit.app_url}/_stcore/health")
    page.set_content("<iframe width=1200 height=800></iframe>")
    page.evaluate(
        """url => {
          window.told = [];
          window.addEventListener("message", ({ data }) => told.push(data));
          document.querySelector("iframe").src = url;
        }""",
        f"{visit.app_url}/?lang=en&embed=true",
    )
    frame = page.frame_locator("iframe")
    frame.frame_locator(".st-key-map iframe").locator(".is-ready").wait_for(timeout=60_000)
    frame.locator(".st-key-date input").press("ArrowRight")
    page.wait_for_function(
        """() => told.some(({ type, queryParams }) => type === "SET_QUERY_PARAM"
          && queryParams === "?lang=en&embed=true&date=2022-01-03")"""
    )
