"""On paper: black on white, nothing cut off, and who states it on every page."""

import io
import re
import unicodedata
from itertools import pairwise
from typing import Literal

import pytest
from playwright.sync_api import expect
from pypdf import PageObject, PdfReader

from statement_map.reading import read_data
from tests.browser.conftest import PATIENCE_MS
from tests.browser.contexts import Contexts, Kind
from tests.browser.map_page import MapPage
from tests.browser.own_maps import rest
from tests.browser.visit import NewPage, Visit
from tests.conftest import ROOT

ATTRIBUTION = "What is told here is the account of the authorities of Kazakhstan: one side only."
ADDRESS = "https://konsul.wse.edu.pl/informacje-z-msz/"
BREAKS = "dates => dates.map((date) => getComputedStyle(date).breakAfter)"
CONCEALED = "One side’s account. Who states it is hidden until you reveal it."


def printed(page: MapPage, paper: str = "A4") -> list[PageObject]:
    return list(PdfReader(io.BytesIO(page.page.pdf(format=paper))).pages)


def words_on(*pages: PageObject) -> str:
    """What stands on the pages; lines break where they like, and letters join as they like."""
    return as_words("".join(page.extract_text() for page in pages))


def as_words(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def lines_of(page: PageObject) -> list[tuple[float, str]]:
    """The lines from the top, each with its height above the lower edge in points."""
    lines: dict[float, str] = {}

    def visit(text: str, page_matrix: list[float], matrix: list[float], *_: object) -> None:
        if text.strip():
            x, y = matrix[4:6]
            height = round(x * page_matrix[1] + y * page_matrix[3] + page_matrix[5], 1)
            lines[height] = lines.get(height, "") + text

    page.extract_text(visitor_text=visit)
    return sorted(lines.items(), reverse=True)


@pytest.fixture(scope="module")
def sheets(kept_contexts: Contexts, app_url: str) -> dict[str, list[PageObject]]:
    """The page of 6 January on paper, by the paper's size."""
    kind = Kind(False, "pl-PL", "Europe/Warsaw")
    context = kept_contexts.take(kind)
    context.set_default_timeout(PATIENCE_MS)
    visit = Visit(context.new_page(), app_url)
    page = MapPage(visit).open("?lang=en&date=2022-01-06")
    made = {paper: printed(page, paper) for paper in ("A4", "Letter")}
    kept_contexts.give_back(kind, context, [app_url])
    return made


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_every_page_names_the_speaker_and_the_source(
    sheets: dict[str, list[PageObject]], paper: str
) -> None:
    pages = sheets[paper]
    assert len(pages) > 2
    for text in map(words_on, pages):
        assert text.count(as_words(ATTRIBUTION)) == 1
        assert as_words(ADDRESS) in text


def test_map_card_counts_and_every_event_are_printed(sheets: dict[str, list[PageObject]]) -> None:
    pages = sheets["A4"]
    words = words_on(*pages)
    first = words_on(pages[0])
    # The map with its key, and the places that it cannot draw, in full.
    for text in (
        "somewhere in this circle",
        "Named, but not on the map: 9",
        "Many regions of the country",
    ):
        assert as_words(text) in first, text
    for text in (
        "Thursday, 6 January 2022",
        "nakazał rozpoczęcie w kraju operacji antyterrorystycznej",
        "28 paragraphs:",
        "11 possibly on this day (1 names no place)",
        "8 in all name no place",
    ):
        assert as_words(text) in words, text
    for event in read_data(ROOT / "data").atlas.events:
        assert as_words(event.title.read("en")) in words, event.id
    for text in ("Previous", "Next →", "Play", "View", "Polski", "Search", "OSM"):
        assert as_words(text) not in words, text


def test_nothing_is_printed_over_the_attribution_or_beyond_the_paper(
    sheets: dict[str, list[PageObject]],
) -> None:
    for page in sheets["A4"]:
        lines = lines_of(page)
        start = next(
            n for n, (_, text) in enumerate(lines) if as_words(text).startswith("Whatistoldhere")
        )
        assert lines[start - 1][0] - lines[start][0] > 10, "less than a line apart"
        foot = as_words("".join(text for _, text in lines[start:]))
        assert foot == as_words(f"{ATTRIBUTION} This map does not verify it. The source: {ADDRESS}")
        assert lines[-1][0] > 28
        assert lines[0][0] < page.mediabox.height - 28


def test_a_long_list_runs_on_in_order(sheets: dict[str, list[PageObject]]) -> None:
    words = words_on(*sheets["A4"])
    listed = words[words.index("All51events") :]
    at = [
        listed.index(as_words(event.title.read("en")))
        for event in read_data(ROOT / "data").atlas.events
    ]
    assert all(one < other for one, other in pairwise(at))


@pytest.mark.parametrize("view", ["", "&view=present"])
def test_paper_is_white_whatever_the_theme(new_page: NewPage, view: str) -> None:
    page = MapPage(new_page(color_scheme="dark")).open(f"?lang=en&date=2022-01-06{view}")
    expect(page.map.locator("html.dark")).to_be_attached()
    expect_white_paper(page)
    leave_paper(page, "light")
    expect(page.map.locator("html.dark")).to_have_count(0)
    expect_white_paper(page)


def tell_of_printing(page: MapPage, name: Literal["beforeprint", "afterprint"]) -> None:
    page.page.evaluate(
        "name => { for (const it of [window, frames[0]]) it.dispatchEvent(new Event(name)); }", name
    )


def leave_paper(page: MapPage, color_scheme: Literal["light", "dark"]) -> None:
    """Close the dialog as a browser does: the screen is back before anybody is told.

    Streamlit looks at the system's theme then, and deaf for a moment it misses what comes after.
    """
    page.page.emulate_media(media="screen", color_scheme=color_scheme)
    tell_of_printing(page, "afterprint")


def expect_white_paper(page: MapPage) -> None:
    page.page.emulate_media(media="print")
    tell_of_printing(page, "beforeprint")
    for where in (".card h2", ".card .text", ".attribution", ".counts", ".event-list a"):
        expect(page.page.locator(where).first).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.page.locator(".stApp")).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    expect(page.map.locator(".legend")).to_have_css("color", "rgb(28, 30, 33)")
    expect(page.page.locator(".st-key-event-list")).to_be_visible()


def test_printing_leaves_the_screen_as_it_was(new_page: NewPage) -> None:
    page = MapPage(new_page(color_scheme="dark")).open("?lang=en&event=airport-seized")
    frame = page.page.frames[-1]
    state = """() => [
      map.getZoom(), map.options.zoomSnap,
      document.documentElement.className, frameElement.style.cssText,
      [...document.querySelectorAll('.panel')].map((panel) => panel.open),
      [...document.querySelectorAll('.leaflet-control-container > *')].map((one) => one.className),
      map.getSize().x, map.getSize().y,
    ]"""
    before = frame.evaluate(state)
    frame.evaluate("window.middle = map.getCenter()")
    assert "dark" in before[2]
    assert len(printed(page)) > 2
    # Leaflet reads the middle of a resized map back from whole px: rounded once, it does not drift.
    for _ in range(3):
        rest(frame)
        assert frame.evaluate("map.project(middle).distanceTo(map.project(map.getCenter()))") <= 1
        assert frame.evaluate(state) == before
        frame.evaluate("for (const n of ['before', 'after']) dispatchEvent(new Event(`${n}print`))")
    expect_dates_kept_on_the_card_alone(page)


def expect_dates_kept_on_the_card_alone(page: MapPage) -> None:
    """A date is kept with what follows on the card, and not in the list."""
    page.page.emulate_media(media="print")
    card = page.card.locator("article > .own-date")
    expect(card).to_have_css("break-after", "avoid")
    dates = page.page.locator(".event-list .own-date")
    assert dates.count() == 51
    assert set(dates.evaluate_all(BREAKS)) == {"auto"}  # else a row is kept with the next


def test_the_printed_map_shows_what_the_screen_shows(new_page: NewPage) -> None:
    page = MapPage(new_page(width=1800)).open("?lang=en&event=protests-begin")
    frame = page.page.frames[-1]
    frame.evaluate("window.shown = map.getBounds(); dispatchEvent(new Event('beforeprint'))")
    assert frame.evaluate("map.getBounds().contains(shown)")
    assert frame.evaluate("[map.getSize().x, map.getSize().y]") == [680, 440]
    assert frame.evaluate("map.getZoom()") > 3
    frame.evaluate("dispatchEvent(new Event('afterprint'))")
    assert frame.evaluate("map.getSize().x") > 1000


def test_an_exercise_is_printed_as_one(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en&event=airport-seized&hide=speaker&hide=place")
    texts = [words_on(one) for one in printed(page)]
    words = "".join(texts)
    assert as_words("[hidden] said to be seized") in words
    for text in ("authorities", "konsul.wse.edu.pl", "Almaty International", "Studios"):
        assert as_words(text).casefold() not in words.casefold(), text
    for text in texts:
        assert as_words(CONCEALED) in text
    page.page.get_by_role("button", name="Reveal who states it").click()
    expect(page.page.locator(".attribution:visible")).to_contain_text("the authorities")
    for one in printed(page):
        assert as_words(ATTRIBUTION) in words_on(one)
