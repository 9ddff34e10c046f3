"""The names of a picture as a browser measures them: none runs into another or over the edge."""

from itertools import combinations
from pathlib import Path

import pytest

from statement_map.exporting import read_source
from statement_map.exporting.picture import draw_step
from statement_map.exporting.picture.projection import MAP_HEIGHT_PX, WIDTH_PX
from statement_map.language import languages
from tests.browser.own_maps import MAPS, write_map
from tests.browser.visit import NewPage
from tests.conftest import ROOT

BOXES = """
() => [...document.querySelectorAll("text.name, text.land")].map((text) => {
  const { x, y, width, height } = text.getBBox();
  return [text.textContent, x, y, x + width, y + height];
})
"""


@pytest.mark.parametrize("code", ["pl", "en"])
@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("statement", "airport-seized"),
        ("statement", "csto-appeal"),
        ("statement", "almaty-buildings-seized"),
        ("towns", "everywhere"),
        ("towns", "in-bytom"),
        ("landings", "everywhere"),
        ("hall", "everywhere"),
    ],
)
def test_no_name_runs_into_another(
    new_page: NewPage, tmp_path: Path, name: str, event: str, code: str
) -> None:
    source = read_source(write_map(tmp_path, MAPS[name]) if name in MAPS else ROOT / "data")
    chosen = next(each for each in source.atlas.events if each.id == event)
    day = source.timeline.steps[min(3, len(source.timeline.steps) - 1)]
    picture = tmp_path / "picture.svg"
    picture.write_bytes(draw_step(source, languages()[code], day, chosen))
    page = new_page().page
    page.goto(picture.as_uri())
    boxes: list[tuple[str, float, float, float, float]] = page.evaluate(BOXES)
    assert boxes
    for each in boxes:
        _, left, top, right, bottom = each
        assert 0 <= left < right <= WIDTH_PX, each
        assert 0 <= top < bottom <= MAP_HEIGHT_PX, each
    for one, other in combinations(boxes, 2):
        across = min(one[3], other[3]) - max(one[1], other[1])
        down = min(one[4], other[4]) - max(one[2], other[2])
        assert across <= 0 or down <= 1, (one[0], other[0])
