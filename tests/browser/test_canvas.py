"""Hundreds of marks stand on a canvas: it shows them as elements are, and answers for them."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Locator, Page, expect

from statement_map.exporting import FORMATS, read_source
from tests.browser.drawn import boxes, view_of
from tests.browser.own_maps import Spot, rest, write_map
from tests.browser.visit import NewPage

SPOTS = [
    Spot(f"spot-{row}-{column}", f"Spot {row}/{column}", 45 + row / 2, 60 + column * 0.75, kind)
    for row in range(16)
    for column, kind in enumerate(("site", "city") * 10)
]
"""320 places, half a degree and three quarters apart: at zoom 7 some 70 px."""
TWIN = Spot("twin", "Twin", SPOTS[0].lat, SPOTS[0].lon)
DATES = {
    6: "when: 2022-01-04\n    basis: stated\n    when_phrase: on that day",
    7: "when: 2022-01-02\n    basis: stated\n    when_phrase: on that day",
    9: "basis: inferred\n    after: in-spot-7-0\n    before: in-spot-6-0",
    10: "basis: none",
}
"""By row; all others are told for 3 January, which is the day that is shown."""
THAT_DAY = "when: 2022-01-03\n    basis: stated\n    when_phrase: on that day"
LOOKS = {
    6: "is-later",
    7: "is-earlier",
    8: "is-now",
    9: "is-possible",
    10: "is-possible is-undated",
}
DRAWN_ANEW = """
async () => {
  const canvas = document.querySelector(".leaflet-crowd-pane canvas");
  const pen = canvas.getContext("2d");
  const pixels = () => {
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    return [...new Uint32Array(data.buffer)];
  };
  const before = pixels();
  pen.reset();
  statementMap.stage.map.fire("viewreset");
  const after = pixels();
  return [before.some(Boolean), before.filter((pixel, i) => pixel !== after[i]).length];
}
"""
"""Draws all of the canvas; returns whether it was not empty, and how many pixels are others now."""
DATED = re.compile(r"when: 2022-01-..\n    basis: stated\n    when_phrase: on that day")


@pytest.fixture(scope="module")
def handout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handout of `SPOTS`, with an event for each, and one more at the first of them."""
    folder = tmp_path_factory.mktemp("crowd")
    write_map(folder, [*SPOTS, TWIN])
    head, *events = (folder / "events.yaml").read_text("utf-8").split("  - id: in-")
    told = [head.partition("  - id: everywhere")[0]]
    for spot, event in zip([*SPOTS, TWIN], events, strict=True):
        row = int(spot.id.split("-")[1]) if spot is not TWIN else 0
        told.append(DATED.sub(DATES.get(row, THAT_DAY), event))
    (folder / "events.yaml").write_text("  - id: in-".join(told), "utf-8")
    file = folder / "handout.html"
    file.write_bytes(FORMATS["html"].export(read_source(folder)))
    return file


@pytest.fixture
def page(handout: Path, new_page: NewPage) -> Page:
    """The handout at 3 January, looking at the middle of `SPOTS`; the chosen event is elsewhere."""
    page = new_page().page
    page.goto(f"{handout.as_uri()}#lang=en&date=2022-01-03&event=in-spot-15-19")
    rest(page)
    look_at(page, "spot-8-8")
    return page


def look_at(page: Page, id_: str, zoom: int = 7) -> None:
    spot = next(spot for spot in SPOTS if spot.id == id_)
    page.evaluate(
        "at => { statementMap.stage.map.setView(at.slice(0, 2), at[2], { animate: false }); }",
        [spot.lat, spot.lon, zoom],
    )
    rest(page)


def spot_of(page: Page, id_: str) -> tuple[float, float]:
    """Where a place lies on the page, in px."""
    box = page.locator("#map").bounding_box()
    spot = next(spot for spot in SPOTS if spot.id == id_)
    x, y = view_of(page).project(spot.lat, spot.lon)
    assert box
    return box["x"] + 1 + x, box["y"] + 1 + y  # within its border


def picture(page: Page, at: tuple[float, float], reach: int) -> Image.Image:
    side = 2 * reach
    clip = {"x": round(at[0]) - reach, "y": round(at[1]) - reach, "width": side, "height": side}
    return Image.open(BytesIO(page.screenshot(clip=clip))).convert("RGB")  # type: ignore[arg-type]


def unlike(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that are clearly of another colour."""
    off = ImageChops.difference(one, other).convert("L").point(lambda by: 255 if by > 60 else 0)
    return off.histogram()[255] / (off.width * off.height)


def mark(page: Page, id_: str) -> Locator:
    return page.locator(f".mark.place-{id_}")


@pytest.mark.parametrize(
    ("scheme", "forced"), [("light", "none"), ("dark", "none"), ("light", "active")]
)
def test_a_mark_on_the_canvas_looks_like_an_element(
    page: Page, scheme: Literal["light", "dark"], forced: Literal["none", "active"]
) -> None:
    """Each look, square and round: drawn on the canvas, and lifted out of it under the pointer.

    The dashes of the one may lie between those of the other.
    """
    page.emulate_media(color_scheme=scheme, forced_colors=forced)
    pictures = {}
    for row, look in LOOKS.items():
        for column in (8, 9):
            id_ = f"spot-{row}-{column}"
            expect(mark(page, id_)).to_have_count(0)
            assert page.evaluate("id => statementMap.lookOf(id)", id_).endswith(look)
            at = spot_of(page, id_)
            drawn = picture(page, at, 12)
            page.mouse.move(*at)
            expect(mark(page, id_)).to_have_class(re.compile(rf" {look}( |$)"))
            page.wait_for_timeout(50)
            if column == 8:
                pictures[row] = drawn
            assert unlike(drawn, picture(page, at, 12)) < (0.2 if row > 8 else 0.03), id_
            page.mouse.move(at[0] + 34, at[1] + 34)
            expect(mark(page, id_)).to_have_count(0)
    for (row, one), (other_row, other) in combinations(pictures.items(), 2):
        assert row == other_row or unlike(one, other) > 0.05, (row, other_row)


def test_a_step_changes_what_the_canvas_shows(page: Page) -> None:
    """On 4 January row 6 is told for the day, which fills its marks, and row 8 was before."""
    page.evaluate("() => { statementMap.stage.following = false; }")
    spots = {row: spot_of(page, f"spot-{row}-8") for row in (6, 8)}
    before = {row: picture(page, at, 8) for row, at in spots.items()}
    page.locator(".date-slider input").press("ArrowRight")
    rest(page)
    for row, look in ((6, "is-now"), (8, "is-earlier")):
        assert page.evaluate("id => statementMap.lookOf(id)", f"spot-{row}-9").endswith(look)
    after = {row: picture(page, at, 8) for row, at in spots.items()}
    assert unlike(before[6], after[6]) > 0.5
    assert unlike(before[8], after[8]) > 0.5
    assert unlike(before[8], after[6]) < 0.05
    # Other events of the day: what is drawn then is only what lies around the marks that change.
    for chosen in ("spot-8-8", "spot-8-9"):
        page.evaluate(
            "event => { location.hash = `#lang=en&date=2022-01-04&event=in-${event}`; }", chosen
        )
        expect(mark(page, chosen)).to_have_class(re.compile(" is-current( |$)"))
        rest(page)
    assert page.evaluate(DRAWN_ANEW) == [True, 0]


def test_after_a_zoom_all_is_as_if_it_were_drawn_at_once(handout: Path, new_page: NewPage) -> None:
    """A zoom that moves leaves marks and names to the frames after it."""
    page = new_page(reduced_motion="no-preference").page
    page.goto(f"{handout.as_uri()}#lang=en&date=2022-01-03&event=in-spot-15-19")
    rest(page)
    look_at(page, "spot-8-8")
    name = mark(page, "spot-8-8").locator(".label")
    page.mouse.move(*spot_of(page, "spot-8-8"))
    expect(name).to_be_visible()
    page.locator(".leaflet-control-zoom-in").click()
    page.wait_for_function("statementMap.stage.map.getZoom() > 7")
    expect(page.locator(".leaflet-zoom-anim")).to_have_count(0)
    rest(page)
    assert page.evaluate(DRAWN_ANEW) == [True, 0]
    page.mouse.move(*spot_of(page, "spot-8-8"))
    expect(name).to_be_visible()


def test_what_is_under_the_pointer_is_named_and_opens(page: Page) -> None:
    x, y = spot_of(page, "spot-8-8")
    page.mouse.move(x + 5, y - 4)
    expect(mark(page, "spot-8-8").locator(".label")).to_have_text("Spot 8/8")
    expect(mark(page, "spot-8-8").locator(".label")).to_be_visible()
    page.mouse.click(x + 5, y - 4)
    expect(page.locator(".popup-body h2")).to_have_text("Spot 8/8")
    expect(page.locator(".popup-events a")).to_have_text("In Spot 8/8")
    page.keyboard.press("Escape")
    page.mouse.move(x + 34, y + 34)
    expect(mark(page, "spot-8-8")).to_have_count(0)
    expect(page.locator("#map .mark")).to_have_count(1)  # the one that is chosen


def test_places_on_one_spot_are_listed(page: Page) -> None:
    look_at(page, "spot-0-0")
    page.mouse.click(*spot_of(page, "spot-0-0"))
    names = page.locator(".popup-places button")
    expect(names).to_have_count(2)
    assert {text.partition(",")[0] for text in names.all_inner_texts()} == {"Spot 0/0", "Twin"}
    names.filter(has_text="Twin").click()
    expect(page.locator(".popup-body h2")).to_have_text("Twin")


def test_the_keyboard_opens_a_place_from_the_card(page: Page) -> None:
    """What was chosen is an element, which has the focus back after its popup."""
    chosen = mark(page, "spot-15-19")
    expect(chosen).to_have_attribute("aria-label", "Spot 15/19, the text gives this day")
    page.locator("#card [data-place=spot-15-19]").press("Enter")
    expect(page.locator(".popup-body h2")).to_have_text("Spot 15/19")
    page.keyboard.press("Escape")
    chosen.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".popup-body a:focus")).to_have_text("In Spot 15/19")
    page.keyboard.press("Escape")
    expect(chosen).to_be_focused()
    page.locator("[data-act=next]").press("Enter")
    expect(mark(page, "twin")).to_have_count(1)
    expect(chosen).to_have_count(0)


def test_the_canvas_follows_the_map_and_is_sharp_on_paper(page: Page) -> None:
    """Who drags it beyond its edge sees the marks there while it is dragged."""
    at = spot_of(page, "spot-8-8")
    filled = picture(page, at, 7)
    page.mouse.move(at[0] + 34, at[1] + 34)
    page.mouse.down()
    page.mouse.move(at[0] + 334, at[1] + 34, steps=5)
    west = spot_of(page, "spot-8-2")  # was 410 px west of the middle of a map that is 808 px wide
    assert unlike(filled, picture(page, west, 7)) < 0.05
    page.mouse.up()
    (canvas,) = boxes(page, ".leaflet-crowd-pane canvas")
    assert canvas.left <= 0
    assert canvas.right >= view_of(page).width
    page.evaluate("() => { window.dispatchEvent(new Event('beforeprint')); }")
    ratio = "canvas => canvas.width / canvas.clientWidth"
    assert page.locator(".leaflet-crowd-pane canvas").evaluate(ratio) == pytest.approx(3, abs=0.01)
