"""What the text gives and what it does not, as a visitor meets it."""

import io
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from statement_map.exporting import FORMATS, ExportSource, read_source
from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage
from tests.conftest import ROOT

HEADING = {
    "en": "What this text gives, and what it does not",
    "pl": "Co ten tekst daje, a czego nie",
}


@pytest.fixture(scope="module")
def source() -> ExportSource:
    return read_source(ROOT / "data")


def test_it_stands_beside_the_map_leads_to_its_events_and_is_printed(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?panel=balance&lang=pl")
    expect_balance(page, "pl")
    page.page.get_by_text("English", exact=True).click()
    expect_balance(page, "en")
    page.page.locator(".st-key-balance a[data-event=operation-ordered]").first.click()
    expect(page.card.locator("article")).to_have_attribute("data-shown", "operation-ordered")
    page.page.locator(".st-key-panel-balance").get_by_role("button", name="Close").click()
    expect(page.page.locator(".st-key-drawer")).to_be_hidden()
    expect_printed(page)


def expect_balance(page: MapPage, code: str) -> None:
    panel = page.page.locator(".st-key-balance")
    expect(panel.get_by_role("heading", name=HEADING[code])).to_be_attached()
    expect(panel.locator(".counted").first.locator("tbody tr").first).to_contain_text(
        re.compile(r"5\s(of|z) 28")
    )


def expect_printed(page: MapPage) -> None:
    pages = PdfReader(io.BytesIO(page.page.pdf(format="A4"))).pages
    words = re.sub(r"\s", "", "".join(each.extract_text() for each in pages))
    for text in (HEADING["en"], "Quoted in their own words: nobody", "https://www.ohchr.org/"):
        assert re.sub(r"\s", "", text) in words


def test_it_fits_a_phone(new_page: NewPage) -> None:
    page = MapPage(new_page(width=360, height=740)).open("?panel=balance&lang=pl")
    panel = page.page.locator(".balance")
    panel.wait_for()
    wide = panel.evaluate(
        "(node) => [...node.querySelectorAll('*')].filter("
        "(each) => each.getBoundingClientRect().right > innerWidth).length"
    )
    assert wide == 0


def test_the_handout_has_it_in_the_language_shown(
    new_page: NewPage, source: ExportSource, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("handout") / "handout.html"
    file.write_bytes(FORMATS["html"].export(source))
    page = new_page().page
    for code, other in (("en", "pl"), ("pl", "en")):
        page.goto("about:blank")
        page.goto(f"{file.as_uri()}#lang={code}")
        expect(page.get_by_role("heading", name=HEADING[code])).to_be_visible()
        expect(page.get_by_role("heading", name=HEADING[other])).to_be_hidden()
    page.locator("[data-in=pl] a[data-event=day-of-mourning]").first.click()
    expect(page.locator("#card article")).to_have_attribute("data-shown", "day-of-mourning")
