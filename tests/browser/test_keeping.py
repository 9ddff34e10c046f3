"""Work is never lost in silence: a killed server, a forgotten session, a full storage, a reload."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import WebSocketRoute, expect

from tests.browser.conftest import free_port, served
from tests.browser.map_page import rest
from tests.browser.review_page import TEXT, ReviewPage
from tests.browser.test_reviewing import watch_warnings
from tests.browser.visit import NewPage, Visit

KEY = "statement-map-review"
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


def where_the_address_is_heard(review: ReviewPage) -> int:
    """Which part of the page it is: a late message is drawn over what stands there by then."""
    place: int = review.page.evaluate(
        """() => {
          const page = document.querySelector(".stMainBlockContainer > .stVerticalBlock");
          const parts = [...page.children];
          return parts.findIndex((part) => part.querySelector(".st-key-address"));
        }"""
    )
    return place


def fill_storage(review: ReviewPage) -> None:
    """Leave a few letters of room in the browser's storage."""
    review.page.evaluate(
        """() => {
          for (const size of [1e6, 1e5, 1e4, 1e3, 100, 10]) {
            try { for (;;) sessionStorage.setItem(`x${Math.random()}`, "x".repeat(size)); } catch {}
          }
        }"""
    )


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
    review = ReviewPage(new_page()).draft()
    watch_warnings(review.visit)
    rest(review.page)
    review.field(TITLE).fill("Typed and not left")
    review.page.reload()
    review.wait()
    expect(review.field(TITLE)).to_have_value("Typed and not left")
    expect(review.title).to_have_text("Typed and not left")


def test_what_was_typed_into_the_form_of_the_start_is_there_after_a_reload(
    new_page: NewPage,
) -> None:
    review = ReviewPage(new_page())
    review.pasted.fill(TEXT)  # the page's program may not have come yet
    review.page.wait_for_function("key => sessionStorage.getItem(key)", arg=f"{KEY}-typed")
    review.page.reload()
    # The field of before stays for a moment beside the one that is filled.
    expect(review.pasted.first).to_have_value(TEXT, timeout=60_000)
    rest(review.page)
    review.page.get_by_test_id("stFormSubmitButton").get_by_role("button").click()
    review.wait()


def test_a_full_storage_is_told_at_once(new_page: NewPage) -> None:
    review = ReviewPage(new_page()).draft()
    watch_warnings(review.visit)
    expect(review.page.locator(".review-kept")).to_have_count(0)
    fill_storage(review)
    review.type_in(TITLE, "Far more words than fit " * 5)
    expect(review.page.locator(".review-kept")).to_contain_text("no room left to keep this map")
    review.page.reload()
    review.wait()
    # What could be kept is there, and it is told that it is older.
    expect(review.title).to_have_text("A ferry left Gdynia")
    expect(review.page.locator(".review-kept")).to_contain_text(
        re.compile("this is the map as it was at .+ gone")
    )


def where_another_map_is_kept(new_page: NewPage) -> tuple[ReviewPage, str]:
    """A page without a map, in a tab that keeps one: as if a session without it had begun."""
    review = ReviewPage(new_page()).draft()
    watch_warnings(review.visit)
    before: str = review.page.evaluate(f"sessionStorage['{KEY}']")
    review.button("Close").click()
    review.button("Close the map").click()
    review.pasted.wait_for()
    rest(review.page)
    review.page.evaluate(f"kept => sessionStorage.setItem('{KEY}', kept)", before)
    return review, before


def test_a_new_map_does_not_overwrite_the_one_that_is_kept(new_page: NewPage) -> None:
    review, before = where_another_map_is_kept(new_page)
    review.draft(OTHER_TEXT)
    asked = review.page.locator(".st-key-review-other")
    expect(asked).to_contain_text("This tab still keeps another map")
    assert review.page.evaluate(f"sessionStorage['{KEY}']") == before
    review.button("Bring the other one back").click()
    expect(review.title).to_have_text("A ferry left Gdynia")
    expect(asked).to_have_count(0)
    review.page.reload()
    review.wait()
    expect(review.title).to_have_text("A ferry left Gdynia")


def test_going_on_with_the_new_map_keeps_it(new_page: NewPage) -> None:
    review, _ = where_another_map_is_kept(new_page)
    place = where_the_address_is_heard(review)
    assert place >= 0
    review.draft(OTHER_TEXT)
    expect(review.page.locator(".st-key-review-other")).to_be_visible()
    assert where_the_address_is_heard(review) == place
    review.button("Go on with this one").click()
    expect(review.page.locator(".st-key-review-other")).to_have_count(0)
    rest(review.page)
    review.page.reload()
    review.wait()
    expect(review.text).to_contain_text("it reached Warsaw")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("{", "is damaged"),
        ("[]", "is damaged"),
        ('{"desk": "a", "work": {"events.yaml": "statement: 1", "locations.csv": "id"}}', "here"),
        ('{"desk": "a", "work": %s}' % ('{"a":' * 3000 + "1" + "}" * 3000), "cannot be opened"),
    ],
    ids=["cut off", "something else", "faulty files", "deep"],
)
def test_what_cannot_be_opened_is_told_set_aside_and_does_not_come_back(
    new_page: NewPage, value: str, told: str
) -> None:
    review = ReviewPage(new_page())
    rest(review.page)
    review.page.evaluate(f"kept => sessionStorage.setItem('{KEY}', kept)", value)
    review.page.reload()
    expect(review.page.locator(".review-kept")).to_contain_text(told)
    assert review.page.evaluate(f"sessionStorage['{KEY}']") is None
    with review.page.expect_download() as download:
        review.page.locator(".review-kept button").first.click()
    assert Path(download.value.path()).read_text("utf-8") == value
    rest(review.page)
    review.draft()
    expect(review.title).to_have_text("A ferry left Gdynia")


def test_what_was_told_is_told_again_after_a_reload_until_it_is_closed(new_page: NewPage) -> None:
    """Whatever a page told in the moment before a reload nobody has read."""
    review = ReviewPage(new_page())
    rest(review.page)
    told = review.page.locator(".review-kept")
    review.page.evaluate(f"sessionStorage.setItem('{KEY}', '{{')")
    for _ in range(2):
        review.page.reload()
        expect(told).to_contain_text("is damaged")
    told.get_by_role("button", name="OK").click()
    expect(told).to_have_count(0)
    assert review.page.evaluate(f"sessionStorage['{KEY}-notice']") is None


def test_closing_a_tab_warns_of_work_that_was_not_taken_home(new_page: NewPage) -> None:
    review = ReviewPage(new_page()).draft()
    rest(review.page)
    warnings = watch_warnings(review.visit)
    with review.page.expect_event("close"):
        review.page.close(run_before_unload=True)
    assert warnings == ["beforeunload"]


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
