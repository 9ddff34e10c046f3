"""The app below a path of a host that serves other things too, as a proxy puts it there."""

from pathlib import Path

import pytest

from tests.browser.conftest import served
from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage


@pytest.mark.parametrize("script", ["app.py", "server.py"])
def test_it_finds_its_map_below_a_path(new_page: NewPage, tmp_path: Path, script: str) -> None:
    visit = new_page()
    with served(tmp_path, script=script, path="/maps/of-texts") as url:
        page = MapPage(visit, url).open("?date=2022-01-05&event=airport-seized&lang=en")
        page.page.locator("[data-act=next]").click()
        page.expect_event("aircraft-with-passengers")
        page.page.reload()
        page.map.locator(".is-ready").wait_for()
        page.expect_event("aircraft-with-passengers")
        assert visit.errors == []
