"""Text from the data is shown as it is and never run."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import served
from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage
from tests.conftest import ROOT

HOSTILE = (
    "`tick` ${window.ran=1} </script><script>window.ran=2</script> "
    "{{ ''.__class__ }} {% raw %} \\u00zz "
    "<img src=x onerror=window.ran=3> alert(coords); *_a_* _a1b2"
)


def as_yaml(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@pytest.fixture(scope="module")
def hostile_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on data in which every text of one event and its place is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copy(ROOT / "data" / "boundaries.geojson", folder)
    places = (ROOT / "data" / "locations.csv").read_text(encoding="utf-8")
    quoted = '"' + HOSTILE.replace('"', '""') + '"'
    places = places.replace("Almaty International Airport", quoted)
    places = places.replace("Międzynarodowe lotnisko Ałmaty", quoted)
    (folder / "locations.csv").write_text(places, encoding="utf-8")
    events = (ROOT / "data" / "events.yaml").read_text(encoding="utf-8")
    text = as_yaml(HOSTILE)
    for title in ("Zajęcie lotniska w Ałmaty", "Almaty airport seized"):
        events = events.replace(title, text)
    events = events.replace("phrase: międzynarodowe lotnisko Ałmaty", f"phrase: {text}")
    (folder / "events.yaml").write_text(events, encoding="utf-8")
    with served(tmp_path_factory.mktemp("home"), str(folder)) as url:
        yield url


def test_hostile_titles_and_names_are_shown_as_they_are(
    new_page: NewPage, hostile_url: str
) -> None:
    page = MapPage(new_page(reduced_motion="reduce"), hostile_url)
    page.open("?event=airport-seized&lang=en")
    # A page shows runs of blanks as one; there is none in the text.
    expect(page.card.locator("h2")).to_have_text(HOSTILE)
    page.card.locator("details.why summary").click()
    expect(page.card.locator("details.why")).to_contain_text(HOSTILE)
    expect(page.page.locator(".event-list a[data-event=airport-seized]")).to_have_text(HOSTILE)
    page.mark("almaty-airport").click()
    expect(page.map.locator(".leaflet-popup h3")).to_have_text(HOSTILE)
    expect(page.map.locator(".popup-events a[data-event=airport-seized]")).to_have_text(HOSTILE)
    expect(page.mark("almaty-airport").locator(".label")).to_have_text(HOSTILE)
    for frame in page.page.frames:
        assert frame.evaluate("window.ran ?? null") is None
    assert page.visit.errors == []
    assert {urlsplit(asked).netloc for asked in page.visit.requests} <= {
        urlsplit(hostile_url).netloc,
        "",
    }


def test_an_address_is_shown_as_it_is(new_page: NewPage, hostile_url: str) -> None:
    page = MapPage(new_page(), hostile_url)
    page.page.goto(f"{hostile_url}/?lang=en&event=%3Cimg%20src%3Dx%20onerror%3Dwindow.ran%3D1%3E")
    expect(page.card.locator(".notice code")).to_have_text("<img src=x onerror=window.ran=1>")
    assert page.page.evaluate("window.ran ?? null") is None


def test_broken_data_is_told_with_its_line_and_nothing_of_it_runs(
    new_page: NewPage, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    events = (data / "events.yaml").read_text(encoding="utf-8")
    line = events[: events.index("topic: protests\n")].count("\n") + 1
    hostile = "![x](http://198.51.100.1/x.png) <img src=x onerror=window.ran=1>"
    events = events.replace("topic: protests\n", f"topic: '{hostile}'\n", 1)
    (data / "events.yaml").write_text(events, encoding="utf-8")
    with served(tmp_path, str(data)) as url:
        visit = new_page()
        visit.page.goto(f"{url}/?lang=en")
        message = visit.page.get_by_test_id("stCode")
        expect(message).to_contain_text(hostile)
        expect(message).to_contain_text(f"events.yaml:{line}:")
        expect(visit.page.get_by_test_id("stAlert")).to_contain_text("cannot be shown")
        assert visit.page.evaluate("window.ran ?? null") is None
        assert not [asked for asked in visit.requests if "198.51.100.1" in asked]
        # Mended, the page comes back at the next rerun.
        shutil.copy(ROOT / "data" / "events.yaml", data)
        visit.page.reload()
        expect(visit.page.locator(".card h2")).to_be_visible()
