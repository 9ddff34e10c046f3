"""Editing the data while the page is open: it shows what was saved, or what is wrong with it."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import WebSocketRoute, expect

from statement_map.errors import DataErrors
from statement_map.reading import read_data
from tests.browser.conftest import served
from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def url(home: Path) -> Iterator[str]:
    """The app on data that tests spoil."""
    shutil.copytree(ROOT / "data", home / "data")
    with served(home, str(home / "data")) as address:
        yield address


@pytest.fixture
def data(home: Path, url: str) -> Path:
    """The folder of these data, as nobody has touched them."""
    assert url
    restore(home / "data")
    return home / "data"


def restore(data: Path) -> None:
    for name in ("events.yaml", "locations.csv", "boundaries.geojson"):
        shutil.copy(ROOT / "data" / name, data)


def edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def errors_in(data: Path) -> list[str]:
    """What the page tells of them: visitors do not learn where the folder is."""
    with pytest.raises(DataErrors) as caught:
        read_data(data)
    return [str(error).removeprefix(f"{data}{os.sep}") for error in caught.value.exceptions]


def test_all_faults_are_told_at_once_and_the_page_comes_back(
    new_page: NewPage, data: Path, url: str
) -> None:
    log = data.parent / "server.log"
    before = len(log.read_text(encoding="utf-8"))
    polish = MapPage(new_page(), url).open("?date=2022-01-05&event=airport-seized&lang=pl")
    english = MapPage(new_page(), url).open("?date=2022-01-02&lang=en")
    edit(
        data / "events.yaml",
        ("basis: stated\n", "basis: stated\n    colour: red\n"),
        ("kind: occurrence", "kind: '<img src=x onerror=window.ran=1>'"),
        ("- id: airport-seized", "- id: protests-begin"),
        ("paragraph: 3\n", "paragraph: 99\n"),
        ("  url: https:", "  url: javascript:"),
    )
    edit(data / "locations.csv", ("almaty,", "almatty,"), ("43.3521,77.0405", "77.0405,43.3521"))
    edit(data / "boundaries.geojson", ('"kind":"country"', '"kind":"![x](http://x.invalid/)"'))
    told = errors_in(data)
    assert len(told) > 8
    assert {line.split(":")[0] for line in told} == {
        "events.yaml",
        "locations.csv",
        "boundaries.geojson",
    }
    for page, heading in ((polish, "Danych nie da się pokazać"), (english, "cannot be shown")):
        page.page.locator("[data-act=next]").click()
        expect(page.page.get_by_test_id("stAlert")).to_contain_text(heading, timeout=15_000)
        expect(page.page.get_by_test_id("stAlert")).to_contain_text(str(len(told)))
        message = page.page.get_by_test_id("stCode")
        assert message.locator("code").inner_text().split("\n") == told
        assert page.page.evaluate("window.ran ?? null") is None

    logged = log.read_text(encoding="utf-8")[before:]
    assert logged.count(f"{data / 'events.yaml'}:") == sum("events.yaml:" in line for line in told)

    restore(data)
    for page in (polish, english):  # without a reload
        expect(page.map.locator(".is-ready")).to_be_visible(timeout=60_000)
        expect(page.page.get_by_test_id("stAlert")).to_have_count(0)
        assert page.visit.errors == []
        assert not [asked for asked in page.visit.requests if "x.invalid" in asked]
    expect(polish.page.locator(".st-key-event-list h2")).to_have_text(re.compile("51"))
    english.expect_event("protesters-demands")


def test_what_the_page_before_asks_late_breaks_nothing(
    new_page: NewPage, data: Path, url: str
) -> None:
    """A drawer asks for its panels while the data are being spoilt, and asks again."""
    visit = new_page()
    servers: list[WebSocketRoute] = []
    asked: list[bytes | str] = []

    def relay(line: WebSocketRoute) -> None:
        server = line.connect_to_server()
        servers.append(server)

        def pass_on(message: bytes | str) -> None:
            if b"drawer-follow" in (message if isinstance(message, bytes) else message.encode()):
                asked.append(message)
            server.send(message)

        line.on_message(pass_on)

    visit.page.route_web_socket("**/_stcore/stream", relay)
    page = MapPage(visit, url).open("?date=2022-01-05&lang=en")
    assert asked
    edit(data / "events.yaml", ("basis: stated\n", "basis: stated\n    colour: red\n"))
    page.page.locator("[data-act=next]").click()
    expect(page.page.get_by_test_id("stAlert")).to_be_visible()
    servers[-1].send(asked[0])
    page.page.wait_for_timeout(2000)  # in which it would be answered
    expect(page.page.get_by_test_id("stAlert")).to_have_text(re.compile("cannot be shown"))
    restore(data)
    expect(page.map.locator(".is-ready")).to_be_visible()
    assert visit.errors == []


def test_more_errors_than_fit_are_counted(new_page: NewPage, data: Path, url: str) -> None:
    with (data / "locations.csv").open("a", encoding="utf-8") as stream:
        stream.write("one,two\n" * 700)  # each is too short, and all but the first have its id
    page = new_page().page
    page.goto(f"{url}/?lang=en")
    expect(page.get_by_test_id("stAlert")).to_contain_text("1,399 errors", timeout=15_000)
    assert len(page.get_by_test_id("stCode").locator("code").inner_text().split("\n")) == 500
    expect(page.get_by_text("and 899 more;")).to_be_visible()


def test_a_day_that_goes_leaves_the_page_up(new_page: NewPage, data: Path, url: str) -> None:
    page = MapPage(new_page(), url).open("?date=2022-01-10&lang=en")
    text = (data / "events.yaml").read_text(encoding="utf-8")
    for day in ("2022-01-10", "2022-01-09", "2022-01-08"):
        text = text.replace(f"when: {day}", "when: 2022-01-07")
    (data / "events.yaml").write_text(text, encoding="utf-8")
    page.page.locator("[data-act=previous]").click()
    expect(page.slider).to_have_attribute("max", "5", timeout=15_000)
    expect(page.card).to_be_visible()
    page.page.locator("[data-act=next]").click()
    expect(page.page.get_by_test_id("stException")).to_have_count(0)
    assert page.visit.errors == []


def test_what_was_saved_is_shown_at_the_next_step(new_page: NewPage, data: Path, url: str) -> None:
    page = MapPage(new_page(), url).open("?event=airport-seized&lang=en")
    edit(data / "events.yaml", ("Almaty airport said to be seized", "The airport of Almaty seized"))
    page.page.locator("[data-act=next]").click()
    listed = page.page.locator(".event-list a[data-event=airport-seized]")
    expect(listed).to_have_text("The airport of Almaty seized", timeout=15_000)
    page.page.locator("[data-act=previous]").click()
    expect(page.card.locator("h2")).to_have_text("The airport of Almaty seized")
