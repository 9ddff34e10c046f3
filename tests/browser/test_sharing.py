"""The share panel: a link, a QR code, a frame, a citation, and files with their sizes."""

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal
from urllib.parse import parse_qsl, urlsplit

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, Page, WebSocket, expect

from statement_map.exporting import FORMATS, ExportSource, read_source
from statement_map.language import languages
from tests.browser import map_page
from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage
from tests.conftest import ROOT

VIEW = "?lang=en&date=2022-01-05&event=airport-seized"


@pytest.fixture(scope="module")
def source() -> ExportSource:
    return read_source(ROOT / "data")


def panel(page: Page) -> Locator:
    return page.locator(".st-key-sharing")


def open_panel(page: Page) -> None:
    """Open the panel, and wait until the files are made."""
    map_page.open_panel(page, "share")
    expect(page.locator(".st-key-share-as-svg button")).to_be_visible(timeout=60_000)


def told(page: Page, what: str) -> Locator:
    """The link, the citation or the frame, in this order on the page."""
    order = ("link", "citation", "embed")
    return panel(page).locator("code").nth(order.index(what))


def scanned(picture: bytes) -> str:
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    return code.text


SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def test_link_and_code_open_what_is_shown(new_page: NewPage) -> None:
    page = MapPage(new_page()).open(VIEW)
    open_panel(page.page)
    link = f"{page.url}{VIEW}"
    expect(told(page.page, "link")).to_have_text(link)
    for scheme in SCHEMES:
        page.page.emulate_media(color_scheme=scheme)
        expect(page.page.locator(".stApp")).to_have_css("color-scheme", scheme)
        assert scanned(panel(page.page).locator("img").screenshot()) == link, scheme
    other = MapPage(new_page())
    other.page.goto(link)
    expect(other.card).to_be_visible(timeout=60_000)
    other.expect_day("2022-01-05")
    other.expect_event("airport-seized")
    assert page.visit.requests_elsewhere == []
    assert page.visit.errors == []


def test_the_panel_follows_where_the_reader_goes(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=pl&date=2022-01-06")
    open_panel(page.page)
    expect(told(page.page, "link")).to_have_text(f"{page.url}?lang=pl&date=2022-01-06")
    page.choose("airport-seized")
    link = re.compile(re.escape(page.url) + r"\?(?=.*date=2022-01-06)(?=.*event=airport-seized)")
    expect(told(page.page, "link")).to_have_text(link)
    address = told(page.page, "link").inner_text()
    assert scanned(panel(page.page).locator("img").screenshot()) == address
    panel(page.page).locator("[data-code]").click()
    large = page.page.locator("dialog.large-code")
    assert scanned(large.locator("img").screenshot()) == address
    page.page.keyboard.press("Escape")
    expect(large).to_have_count(0)


def test_whoever_presents_shows_a_code_of_the_step_that_the_last_row_can_read(
    new_page: NewPage,
) -> None:
    """On a picture 1 m high, of 1080 dots, 80 cm are 864: a phone reads that from 8 m."""
    visit = new_page()
    visit.page.set_viewport_size({"width": 1920, "height": 1080})
    page = MapPage(visit).open(f"{VIEW}&view=present")
    page.page.keyboard.press("PageDown")
    page.expect_event("aircraft-with-passengers")
    page.page.keyboard.press("q")
    code = page.page.locator("dialog.large-code img")
    expect(code).to_be_in_viewport(ratio=1)
    link = scanned(code.screenshot())
    assert re.fullmatch(re.escape(page.url) + r"/?\?[^?]*", link)
    assert dict(parse_qsl(urlsplit(link).query)) == {
        "lang": "en",
        "date": "2022-01-05",
        "event": "aircraft-with-passengers",
    }
    box = code.bounding_box()
    assert box is not None
    squares = 4 * 5 + 17  # a code of this length is of version 5; the margin is of 4 on each side
    assert box["height"] * squares / (squares + 8) > 864
    page.page.keyboard.press("PageDown")  # takes it away, and does nothing else
    expect(code).to_have_count(0)
    page.expect_event("aircraft-with-passengers")
    assert visit.errors == []


def test_what_is_shown_is_cited_and_taken_home(
    new_page: NewPage, source: ExportSource, tmp_path: Path
) -> None:
    page = MapPage(new_page()).open(VIEW)
    open_panel(page.page)
    expect_citation(page)
    expect_files(page, source, tmp_path)
    expect_picture_of_the_step(page, tmp_path)
    expect_worksheet_apart(page)


def expect_citation(page: MapPage) -> None:
    """It says who states it, and that nobody verified it."""
    today = languages()["en"].day(datetime.now(UTC).date())
    expect(told(page.page, "citation")).to_have_text(
        "The authorities of Kazakhstan: The Kazakh authorities’ statement on the events of January "
        "2022. The page “Informacje z MSZ” (“Information from the Foreign Ministry”: whose, it "
        "does not say) at konsul.wse.edu.pl, at the request of the Embassy of the Republic of "
        "Kazakhstan in Poland, [no date; not before 7 January 2022]. "
        "https://konsul.wse.edu.pl/informacje-z-msz/ (as told on a map that does not verify it: "
        f"{page.url}{VIEW}, accessed on {today})"
    )


def expect_files(page: MapPage, source: ExportSource, tmp_path: Path) -> None:
    """Every file is what the command line writes."""
    for name, format_ in FORMATS.items():
        button = page.page.locator(f".st-key-share-as-{name} button")
        with page.page.expect_download() as download:
            button.click()
        file = tmp_path / name
        download.value.save_as(file)
        assert download.value.suggested_filename == format_.file_name
        assert file.read_bytes() == format_.export(source)
        ((size, unit),) = re.findall(r"· ([\d.]+) (kB|MB)", button.inner_text())
        octets = file.stat().st_size
        assert float(size) == (round(octets / 1000) if unit == "kB" else round(octets / 1e6, 1))


def expect_picture_of_the_step(page: MapPage, tmp_path: Path) -> None:
    with page.page.expect_download() as download:
        page.page.locator(".st-key-share-as-svg button").click()
    assert download.value.suggested_filename == "statement-map-2022-01-05.svg"
    download.value.save_as(tmp_path / "step.svg")
    text = (tmp_path / "step.svg").read_text(encoding="utf-8")
    assert "Wednesday, 5 January 2022<" in text
    assert "Almaty airport said to be seized" in text
    with page.page.expect_download() as download:
        page.page.locator(".st-key-share-as-png button").click()
    assert download.value.suggested_filename == "statement-map-2022-01-05.png"
    download.value.save_as(tmp_path / "step.png")
    width, height = (int(n) for n in re.findall(r'(?:width|height)="(\d+)"', text)[:2])
    with Image.open(tmp_path / "step.png") as picture:
        assert picture.size == (2 * width, 2 * height)
        colours = picture.convert("RGB").getcolors(2**20)
    assert colours is not None
    assert len(colours) > 100  # more than paper: the ground, the marks, and the edges of letters
    assert page.visit.errors == []


def expect_worksheet_apart(page: MapPage) -> None:
    """The worksheet is that of the handout, which the app keeps apart."""
    with page.page.context.expect_page() as opened:
        page.page.locator("a[data-worksheet]").click()
    sheet = opened.value
    expect(sheet.get_by_role("heading", name="A worksheet of one page")).to_be_focused()
    expect(sheet.locator("#card article")).to_have_attribute("data-shown", "airport-seized")
    expect(sheet.locator(".strip .day-name")).to_have_count(9)
    assert sheet.evaluate("origin") == "null"  # what a script of it did, it could not do to the app


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[str]:
    """The address of another site, whose pages are the files in `tmp_path`."""
    handler = partial(SimpleHTTPRequestHandler, directory=tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


class Frames(HTMLParser):
    """Collects the attributes of frames."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag == "iframe"
        self.found.append(dict(attrs))


def test_the_frame_shows_the_view_on_another_page(
    new_page: NewPage, elsewhere: str, tmp_path: Path
) -> None:
    page = MapPage(new_page()).open(VIEW)
    open_panel(page.page)
    snippet = told(page.page, "embed").inner_text()
    frames = Frames()
    frames.feed(snippet)
    (frame,) = frames.found
    assert frame["src"] == f"{page.url}{VIEW}&embed=true"
    assert frame["title"] == "The Kazakh authorities’ statement on the events of January 2022"

    head = (
        '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    )
    (tmp_path / "article.html").write_text(head + snippet, encoding="utf-8")
    for width, phone in ((1200, False), (390, True)):
        article = new_page(width=width, phone=phone).page
        article.goto(f"{elsewhere}/article.html")
        expect_whole_frame(article)


def expect_whole_frame(article: Page) -> None:
    shown = article.frame_locator("iframe")
    expect(shown.frame_locator(".st-key-map iframe").locator(".is-ready")).to_be_visible(
        timeout=60_000
    )
    expect(shown.locator(".card article")).to_have_attribute("data-shown", "airport-seized")
    expect(shown.locator(".stAppHeader button, .stToolbar button")).to_have_count(0)
    outer = article.locator("iframe").bounding_box()
    assert outer is not None
    for part in (".st-key-map iframe", ".st-key-axis", ".st-key-attribution"):
        inner = shown.locator(part).bounding_box()
        assert inner is not None
        assert outer["x"] <= inner["x"]
        assert inner["x"] + inner["width"] <= outer["x"] + outer["width"]
        assert outer["y"] <= inner["y"]
        assert inner["y"] + inner["height"] <= outer["y"] + outer["height"]


def test_a_closed_panel_costs_a_step_nothing(new_page: NewPage) -> None:
    page = MapPage(new_page())
    received: list[bytes] = []
    sockets: list[WebSocket] = []

    def listen(socket: WebSocket) -> None:
        sockets.append(socket)
        socket.on(
            "framereceived",
            lambda frame: received.append(frame if isinstance(frame, bytes) else b""),
        )

    page.page.on("websocket", listen)
    page.open("?lang=en&date=2022-01-02")
    assert received
    assert not any(b"Share, cite, download" in frame for frame in received)
    page.slider.focus()
    received.clear()
    with sockets[-1].expect_event("framereceived"):
        page.page.keyboard.press("ArrowRight")
    expect(page.page.locator("[data-test-script-state=notRunning]")).to_be_attached()
    assert received
    assert not any(b"Share, cite, download" in frame for frame in received)


def test_on_a_phone_nothing_is_cut_off(new_page: NewPage) -> None:
    page = MapPage(new_page(phone=True)).open(VIEW)
    open_panel(page.page)
    assert page.page.evaluate("document.documentElement.scrollWidth") == 390
    for part in panel(page.page).locator("img, pre, button:visible").all():
        box = part.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
