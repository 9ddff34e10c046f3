"""The example of docs/folium.md: streamlit-folium shows the map, and tells of clicks."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.browser.conftest import served
from tests.browser.visit import NewPage
from tests.conftest import ROOT


def test_streamlit_folium_shows_the_map(new_page: NewPage, tmp_path: Path) -> None:
    text = (ROOT / "docs" / "folium.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    script = tmp_path / "example.py"
    script.write_text(example, encoding="utf-8")
    visit = new_page(locale="en-GB")
    with served(tmp_path, script=str(script)) as url:
        visit.page.goto(url)
        frame = visit.page.frame_locator("iframe")
        frame.locator(".is-ready").wait_for(timeout=60_000)
        expect(frame.locator(".place-almaty-airport")).to_be_attached()
        expect(frame.locator(".outline-country").first).to_be_attached()
        frame.locator(".leaflet-container").click(position={"x": 200, "y": 300})
        expect(visit.page.get_by_test_id("stJson")).to_contain_text('"lat":')
    assert {urlsplit(asked).hostname for asked in visit.requests} <= {"127.0.0.1", None}
