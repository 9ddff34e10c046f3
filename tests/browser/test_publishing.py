"""From a pasted text to a folder on a web server, and its page in the browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from zipfile import ZipFile

from playwright.sync_api import expect

from tests.browser.review_page import ReviewPage
from tests.browser.visit import NewPage, Visit


class Quiet(SimpleHTTPRequestHandler):
    """Hands files out and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def handed_out(folder: Path) -> Iterator[str]:
    """The address of ``folder`` on Python's own web server."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_published_folder_opens_from_any_web_server(new_page: NewPage, tmp_path: Path) -> None:
    review = ReviewPage(new_page()).draft()
    review.button("Publish").click()
    packed = review.download("Download the website (ZIP)", tmp_path / "site.zip")
    with ZipFile(packed) as archive:
        assert not [name for name in archive.namelist() if name.endswith("text.txt")]
        archive.extractall(tmp_path / "site")
    with handed_out(tmp_path / "site") as address:
        context_of = new_page()
        visit = Visit(context_of.page, address, context_of.errors, context_of.requests)
        page = visit.page
        page.goto(f"{address}/#lang=en")
        expect(page.locator(".is-ready:not(.is-moving)")).to_be_visible()
        page.locator("[data-act=look]").click()
        expect(page.locator("#card h2")).to_have_text("A ferry left Gdynia")
        for link in page.locator(".beside a").all():
            path = f"{address}/{link.get_attribute('href')}"
            assert page.request.get(path).ok, path
        assert visit.errors == []
        assert visit.requests_elsewhere == []
