"""A map of one's own text: begun with a text or with files, and opened again."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import expect

from tests.browser.map_page import MapPage
from tests.browser.review_page import HANDOUT, POLISH_TEXT, TEXT, ZIP, ReviewPage
from tests.browser.test_keyboard import tab_to
from tests.browser.visit import NewPage
from tests.conftest import ROOT


def test_from_a_pasted_text_to_a_handout(new_page: NewPage, tmp_path: Path) -> None:
    """As a new user would; the handout then opens without any network, and steps."""
    review = ReviewPage(new_page())
    review.propose("")
    expect(review.faults).to_contain_text("There is no text yet")
    review.pasted.fill("On")  # what is mended is not complained about any more
    expect(review.faults).to_be_hidden()
    review.draft()
    expect(review.text).to_contain_text("On 3 March 2021 a ferry left Gdynia.")
    expect(review.text.locator("mark.mark-date")).to_have_text(
        ["On 3 March 2021", "On 5 March 2021", "on 9 March 2021"]
    )
    review.type_in("Title (English)", "A ferry sets out")
    expect(review.title).to_have_text("A ferry sets out")
    handout = review.download(HANDOUT, tmp_path / "handout.html")
    assert review.visit.errors == []
    assert review.visit.requests_elsewhere == []

    visit = new_page(locale="en-GB")
    visit.page.context.set_offline(True)
    visit.page.goto(handout.as_uri())
    days = ["Wednesday, 3 March 2021", "Friday, 5 March 2021", "Tuesday, 9 March 2021"]
    visit.page.locator("[data-act=look]").click()
    expect(visit.page.locator("#card h2")).to_have_text("A ferry sets out")
    for day in days:
        expect(visit.page.locator("#card .day")).to_have_text(day)
        visit.page.keyboard.press("ArrowRight")
    assert [asked for asked in visit.requests if not asked.startswith(("file:", "data:"))] == []
    assert visit.errors == []


def test_a_polish_text_is_told_in_polish(new_page: NewPage) -> None:
    review = ReviewPage(new_page(), "pl")
    expect(review.page.get_by_role("button", name="Wybierz plik", exact=True)).to_be_visible()
    uploader = review.page.locator(".st-key-review-text-file")
    expect(uploader).not_to_contain_text(re.compile("Upload|per file"), use_inner_text=True)
    review.draft(POLISH_TEXT)
    expect(review.text.locator("mark.mark-date")).to_have_text(
        ["W dniu 3 marca 2021 r.", "W dniu 5 marca 2021 r."]
    )
    figure = review.page.locator("section.card figcaption")
    expect(figure).to_have_text("Dosłownie z oświadczenia")
    review.page.get_by_text("English", exact=True).click()
    expect(figure).to_have_text("Verbatim from the statement, in Polish")


def test_both_files_are_dropped_and_their_zip_is_opened_again(
    new_page: NewPage, tmp_path: Path
) -> None:
    names = ("events.yaml", "locations.csv", "boundaries.geojson")
    own = {name: (ROOT / "data" / name).read_bytes() for name in names}
    review = ReviewPage(new_page()).open(own)
    review.expect_event(1, of=51)
    expect(review.page.locator(".review-unsaved")).to_have_text("")
    review.button("Also in English, Українська").click()  # the statement is Polish
    review.type_in("Title (English)", "Another title")
    expect(review.title).to_have_text("Another title")
    kept = review.download(ZIP, tmp_path / "all.zip")
    with ZipFile(kept) as archive:
        assert sorted(archive.namelist()) == sorted([*names, "statement-map.html"])
    again = ReviewPage(new_page()).open({"all.zip": kept.read_bytes()})
    expect(again.title).to_have_text("Another title")
    again.expect_event(1, of=51)
    assert again.visit.errors == []


def test_the_map_page_leads_here(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en")
    link = page.page.get_by_role("link", name="Make your own")
    link.click()
    expect(page.page.locator(".st-key-review-pasted")).to_be_visible(timeout=60_000)
    for query in ("?view=present", "?hide=speaker", "?embed=true"):
        MapPage(page.visit).open(f"{query}&lang=en")
        expect(link).to_have_count(0)


def test_the_start_by_keyboard_alone(new_page: NewPage) -> None:
    review = ReviewPage(new_page())
    page = MapPage(review.visit)
    tab_to(page, ".st-key-review-pasted textarea")
    review.page.keyboard.insert_text(TEXT)
    tab_to(page, "[data-testid=stFormSubmitButton] button")
    review.page.keyboard.press("Enter")
    review.wait()
