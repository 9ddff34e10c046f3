"""A map of one's own opens on the places of its text, wherever they are."""

from __future__ import annotations

from pathlib import Path

from statement_map.drafting.proposing import Details
from statement_map.reviewing.jobs import draft_work
from statement_map.reviewing.packing import build_handout
from tests.browser.own_maps import rest
from tests.browser.review_page import ReviewPage
from tests.browser.visit import NewPage

# A text about each country, which names another one too, and the corners of the box around its
# towns: south, west, north, east, from an atlas.
_EN = (
    "On 1 March 2021 a notice was published.\n\nOn 3 March 2021 a bus left {}. "
    "On 5 March 2021 it reached {}. On 7 March 2021 people in {} heard of it."
)
_PL = (
    "W dniu 1 marca 2021 r. ogłoszono komunikat.\n\nW dniu 3 marca 2021 r. woda zalała {}. "
    "W dniu 5 marca 2021 r. ewakuowano {}. W dniu 7 marca 2021 r. usłyszano o tym w {}."
)
TEXTS = {
    "Poland": (_PL.format("Kłodzko", "Nysę", "Norwegii"), (50.43, 16.66, 50.48, 17.33)),
    "Lithuania": (_EN.format("Vilnius", "Kaunas", "Norway"), (54.69, 23.91, 54.90, 25.28)),
    "Japan": (_EN.format("Osaka", "Kyoto", "Brazil"), (34.69, 135.50, 35.02, 135.76)),
    "Kenya": (_EN.format("Nairobi", "Mombasa", "Canada"), (-4.06, 36.82, -1.28, 39.66)),
    "Chile": (_EN.format("Santiago", "Valparaíso", "Finland"), (-33.46, -71.63, -33.04, -70.65)),
    "New Zealand": (
        _EN.format("Wellington", "Auckland", "Spain"),
        (-41.29, 174.76, -36.85, 174.78),
    ),
}
IN_VIEW = """
frame => {
  const { stage } = (frame?.contentWindow ?? window).statementMap;
  const bounds = stage.map.getBounds();
  return [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()];
}
"""


def expect_home(view: list[float], towns: tuple[float, float, float, float]) -> None:
    """All towns are in the view, which reaches at most four times as far where it is fitted."""
    assert view[0] < towns[0], view
    assert view[1] < towns[1], view
    assert view[2] > towns[2], view
    assert view[3] > towns[3], view
    ratios = [(view[n + 2] - view[n]) / (towns[n + 2] - towns[n]) for n in (0, 1)]
    assert min(ratios) < 4, view


def test_six_handouts_open_on_their_places_and_have_them_at_home(
    new_page: NewPage, tmp_path: Path
) -> None:
    """Though the first event has no place, and a country far off is named."""
    page = new_page().page
    for name, (text, towns) in TEXTS.items():
        file = tmp_path / f"{name}.html"
        details = Details(None, title="", issuer="", publisher="", url="")
        packed = draft_work("text.txt", text.encode(), None, details, lambda _share: None)
        file.write_bytes(build_handout(packed.unpack()))
        page.goto(f"{file.as_uri()}#lang=en")
        rest(page)
        expect_home(page.evaluate(IN_VIEW, None), towns)
        page.locator("[data-act=look]").click()
        page.locator(".tools button").first.click()
        rest(page)
        expect_home(page.evaluate(IN_VIEW, None), towns)


def test_the_page_opens_on_the_places_too(new_page: NewPage) -> None:
    text, towns = TEXTS["Chile"]
    review = ReviewPage(new_page()).draft(text)
    frame = review.page.locator(".st-key-map iframe").element_handle()
    expect_home(review.page.evaluate(IN_VIEW, frame), towns)
