"""Work is never lost in silence: a killed server, a forgotten session, a full storage, a reload."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Locator, Page, WebSocketRoute, expect

from tests.browser.conftest import free_port, served
from tests.browser.map_page import rest
from tests.browser.review_page import TEXT, ReviewPage
from tests.browser.test_reviewing import watch_warnings
from tests.browser.visit import NewPage, Visit

TYPED = "statement-map-review-typed"
TITLE = "Title (English)"
OTHER_TEXT = "On 7 May 2021 a train left Lublin. On 8 May 2021 it reached Warsaw."


class Server:
    """A server of the app that can be killed and started again at the same address."""

    def __init__(self, home: Path) -> None:
        self._home, self._port = home, free_port()
        self._context = served(home, port=self._port)
        self.url = self._context.__enter__()

    def kill(self) -> None:
        """End it as the kernel does where memory runs out."""
        (process,) = [
            each
            for each in psutil.Process().children()
            if str(self._port) in (words := each.cmdline()) and "streamlit" in words
        ]
        os.kill(process.pid, signal.SIGKILL)
        self._context.__exit__(None, None, None)

    def start(self) -> None:
        self._context = served(self._home, port=self._port)
        assert self._context.__enter__() == self.url

    def stop(self) -> None:
        self._context.__exit__(None, None, None)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    own = Server(tmp_path)
    yield own
    own.stop()


LAY_DOWN = """
kept => new Promise((resolve, reject) => {
  const work = JSON.parse(kept);
  const asked = indexedDB.open("statement-map");
  asked.onerror = asked.onblocked = reject;
  asked.onsuccess = () => {
    try {
      const transaction = asked.result.transaction("works", "readwrite");
      transaction.oncomplete = resolve;
      transaction.onabort = reject;
      transaction.objectStore("works")
        .put({ id: "a", title: "A map", seen: 0, of: 1, state: "s", at: 0, work });
    } catch (error) {
      reject(error);
    }
  };
})
"""


def have_little_room(page: Page, url: str) -> None:
    """Let the browser have 100 kB for the app: enough for a map, and not for one of many words."""
    session = page.context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": url, "quotaSize": 100_000})


def another_tab(review: ReviewPage) -> ReviewPage:
    """Open the page in a second tab of the same browser."""
    return ReviewPage(Visit(review.page.context.new_page(), review.visit.app_url))


def own_works(review: ReviewPage) -> Locator:
    """What the browser keeps, as the page lists it."""
    return review.page.locator(".own-works li")


def open_kept(review: ReviewPage, title: str) -> ReviewPage:
    """Open a map from the list."""
    rest(review.page)
    own_works(review).filter(has_text=title).get_by_role("button", name="Open").click()
    return review.wait()


def begin(review: ReviewPage) -> ReviewPage:
    """Have a map with an edit that the server knows, and one that it has not heard of."""
    review.draft()
    review.type_in(TITLE, "A ferry sets out")
    expect(review.title).to_have_text("A ferry sets out")
    rest(review.page)
    review.field(TITLE).fill("A ferry sets out at dawn")
    return review


def expect_all_back(review: ReviewPage) -> None:
    """Wait until Streamlit has come back, with a session that knows nothing, and all is there."""
    following = review.page.locator(".st-key-review-next button")
    expect(following).to_be_enabled(timeout=60_000)
    following.click()
    expect(review.page.locator(".review-kept")).to_contain_text("The server has lost this session")
    review.wait()
    expect(review.text).to_contain_text("Nobody was hurt.")
    expect(review.page.locator(".review-unsaved")).to_have_text("Not downloaded yet")
    expect(review.field(TITLE)).to_have_value("A ferry sets out at dawn")
    expect(review.title).to_have_text("A ferry sets out at dawn")


def test_a_server_that_was_killed_takes_nothing_with_it(new_page: NewPage, server: Server) -> None:
    visit = new_page()
    warnings = watch_warnings(visit)
    review = begin(ReviewPage(Visit(visit.page, server.url)))
    server.kill()
    server.start()
    expect_all_back(review)
    rest(review.page)
    review.page.reload()
    review.wait()
    assert warnings == ["beforeunload"]
    expect(review.title).to_have_text("A ferry sets out at dawn")


def test_a_cut_for_longer_than_the_server_remembers(new_page: NewPage, tmp_path: Path) -> None:
    """Two minutes by Streamlit's default; here it is told to remember for a second."""
    visit = new_page()
    open_lines: list[WebSocketRoute] = []
    is_cut = False

    def relay(line: WebSocketRoute) -> None:
        if is_cut:
            line.close()
        else:
            open_lines.extend([line, line.connect_to_server()])

    visit.page.route_web_socket("**/_stcore/stream", relay)
    with served(tmp_path, settings={"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "1"}) as url:
        review = begin(ReviewPage(Visit(visit.page, url)))
        is_cut = True
        for line in open_lines:
            line.close()
        review.page.wait_for_timeout(2500)
        is_cut = False
        expect_all_back(review)


def test_what_was_typed_right_before_a_reload_is_there(new_page: NewPage) -> None:
    """The reload asks first, and so does closing the tab, as nothing was taken home."""
    review = ReviewPage(new_page()).draft()
    warnings = watch_warnings(review.visit)
    rest(review.page)
    review.field(TITLE).fill("Typed and not left")
    review.page.reload()
    review.wait()
    expect(review.field(TITLE)).to_have_value("Typed and not left")
    expect(review.title).to_have_text("Typed and not left")
    rest(review.page)
    assert warnings == ["beforeunload"]
    review.page.keyboard.press("Tab")  # a browser asks only whoever has pressed something
    with review.page.expect_event("close"):
        review.page.close(run_before_unload=True)
    assert warnings == ["beforeunload", "beforeunload"]


def test_what_was_typed_into_the_form_of_the_start_is_there_after_a_reload(
    new_page: NewPage,
) -> None:
    review = ReviewPage(new_page())
    review.pasted.fill(TEXT)  # the page's program may not have come yet
    review.page.wait_for_function("key => sessionStorage.getItem(key)", arg=TYPED)
    review.page.reload()
    # The field of before stays for a moment beside the one that is filled.
    expect(review.pasted.first).to_have_value(TEXT, timeout=60_000)
    rest(review.page)
    review.page.get_by_test_id("stFormSubmitButton").get_by_role("button").click()
    review.wait()


def test_a_full_storage_is_told_at_once(new_page: NewPage) -> None:
    visit = new_page()
    have_little_room(visit.page, visit.app_url)
    review = ReviewPage(visit).draft()
    watch_warnings(visit)
    rest(review.page)
    told = review.page.locator(".review-kept")
    expect(told).to_have_count(0)
    review.type_in(TITLE, "Far more words than fit " * 5000)
    expect(told).to_contain_text("no room left to keep this map")
    review.page.reload()
    review.wait()
    # What could be kept is there, and it is told that it is older.
    expect(told).to_contain_text(re.compile("this is the map as it was at .+ gone"))
    expect(review.title).to_have_text("A ferry left Gdynia")


def test_a_browser_that_keeps_nothing_is_told_so(new_page: NewPage) -> None:
    visit = new_page()
    visit.page.add_init_script("Object.defineProperty(window, 'indexedDB', { value: undefined })")
    review = ReviewPage(visit).draft()
    expect(review.page.locator(".review-kept")).to_contain_text("This browser keeps nothing")
    assert visit.errors == []


def test_a_closed_tab_loses_nothing(new_page: NewPage) -> None:
    """Closed without a question, as by a crash: also what was typed and is not sent is there."""
    review = begin(ReviewPage(new_page()))
    review.page.close()
    again = another_tab(review)
    expect(own_works(again)).to_have_count(1)
    expect(own_works(again)).to_contain_text("0 of 3 events seen")
    open_kept(again, "Notice of the harbour office")
    expect(again.field(TITLE)).to_have_value("A ferry sets out at dawn")
    expect(again.title).to_have_text("A ferry sets out at dawn")
    expect(again.text).to_contain_text("Nobody was hurt.")


def test_maps_are_kept_beside_each_other_and_deleted_one_by_one(new_page: NewPage) -> None:
    review = ReviewPage(new_page()).draft()
    watch_warnings(review.visit)
    works = own_works(review)
    review.button("Close").click()
    review.button("Close the map").click()
    expect(works).to_have_count(1)
    review.draft(OTHER_TEXT)
    review.button("Close").click()
    review.button("Close the map").click()
    expect(works).to_have_count(2)
    open_kept(review, "Notice of the harbour office")
    expect(review.title).to_have_text("A ferry left Gdynia")
    review.button("Close").click()
    review.button("Close and delete it").click()
    expect(works).to_have_count(1)
    expect(works).not_to_contain_text("Notice of the harbour office")
    review.page.get_by_role("button", name="Delete all maps").click()
    expect(works).to_have_count(1)  # it asks first
    review.page.get_by_role("button", name="Really delete? Press again").click()
    expect(works).to_have_count(0)


def test_two_tabs_do_not_overwrite_each_other(new_page: NewPage) -> None:
    one = ReviewPage(new_page()).draft()
    rest(one.page)
    two = another_tab(one)
    open_kept(two, "Notice of the harbour office")
    one.type_in(TITLE, "Changed in the first tab")
    expect(one.title).to_have_text("Changed in the first tab")
    rest(one.page)
    two.turn_to("Places")  # changes nothing of the map
    two.turn_to("Events")
    rest(two.page)
    expect(two.page.locator(".review-kept")).to_have_count(0)
    two.type_in(TITLE, "Changed in the second tab")
    expect(two.page.locator(".review-kept")).to_contain_text("kept as a map of its own")
    expect(one.page.locator(".review-kept")).to_have_count(0)
    three = another_tab(one)
    expect(own_works(three)).to_have_count(2)
    for tab, title in ((one, "Changed in the first tab"), (two, "Changed in the second tab")):
        watch_warnings(tab.visit)
        tab.page.reload()
        tab.wait()
        expect(tab.title).to_have_text(title)


CANNOT_BE_OPENED = (
    '"something else"',
    '{"events.yaml":"statement: 1","locations.csv":"id"}',
    '{"a":' * 1000 + "1" + "}" * 1000,
)


def test_what_cannot_be_opened_is_told_set_aside_and_does_not_come_back(new_page: NewPage) -> None:
    review = ReviewPage(new_page())
    rest(review.page)
    review.page.wait_for_function("indexedDB.databases().then((all) => all.length)")
    for kept in CANNOT_BE_OPENED:
        expect_told_and_set_aside(review, kept)
    rest(review.page)
    review.draft()
    expect(review.title).to_have_text("A ferry left Gdynia")


def expect_told_and_set_aside(review: ReviewPage, kept: str) -> None:
    address = review.page.url
    review.page.goto(f"{review.visit.app_url}/_stcore/health")  # no page that keeps anything itself
    review.page.evaluate(LAY_DOWN, kept)
    review.page.evaluate("sessionStorage.setItem('statement-map-review', '{\"record\":\"a\"}')")
    notice = review.page.locator(".review-kept")
    for _ in range(2):  # what a page told in the moment before a reload nobody has read
        review.page.goto(address)
        expect(notice).to_contain_text("cannot be opened here")
    with review.page.expect_download() as download:
        notice.get_by_role("button", name="Save it as a file").click()
    assert Path(download.value.path()).read_text("utf-8") == kept
    notice.get_by_role("button", name="OK").click()
    expect(notice).to_have_count(0)
    expect(own_works(review).get_by_role("button", name="Open")).to_have_count(0)


def test_the_work_is_sent_only_when_it_has_changed(new_page: NewPage) -> None:
    visit = new_page()
    received: list[bytes] = []
    visit.page.on(
        "websocket",
        lambda socket: socket.on(
            "framereceived",
            lambda frame: received.append(frame if isinstance(frame, bytes) else b""),
        ),
    )
    review = ReviewPage(visit).draft()
    rest(review.page)

    def sent() -> int:
        return sum(frame.count(b"published_basis: ") for frame in received)

    first = sent()
    assert first >= 1
    review.button("Next").click()
    expect(review.title).to_contain_text("reached Kalmar")
    rest(review.page)
    assert sent() == first
    review.type_in(TITLE, "Another title")
    expect(review.title).to_have_text("Another title")
    rest(review.page)
    assert sent() == first + 1
