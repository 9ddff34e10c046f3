"""A page elsewhere that opens or embeds the app runs nothing in it, whatever it sends and when."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.conftest import served
from tests.browser.visit import NewPage

TITLE = "The Kazakh authorities’ statement on the events of January 2022"

# Every 20 ms to every window that it reaches: what makes streamlit-folium's frame run a script, in
# both of its ways, and what Streamlit's own page and the events of ours are called.
ATTACK = """
<!doctype html><title>Elsewhere</title><body><script>
const script = "window.ran = 1; parent.ran = 1; parent.document.title = 'Nothing of this is true'";
const args = {
  script, html: `<img src=x onerror="${script}">`, header: `<script>${script}<\\/script>`,
  id: "map_1", key: "key", height: 500, width: null, returned_objects: [], default: {}, zoom: 3,
  center: null,
  feature_group: script, layer_control: script, return_on_hover: false, css_links: [],
  js_links: [`data:text/javascript,${script}`], wrap_longitude: false,
};
const messages = [
  { type: "streamlit:render", args, dfs: [], disabled: false, theme: null },
  { type: "statement-map:choose", detail: { event: "day-of-mourning" }, event: "day-of-mourning" },
  { stCommVersion: 1, type: "SET_PAGE_TITLE", title: "Nothing of this is true" },
];
window.sent = 0;
function* windowsIn(one) {
  yield one;
  for (let n = 0; n < one.length; n += 1) yield* windowsIn(one[n]);
}
setInterval(() => {
  for (const one of windowsIn(window.victim)) {
    if (one === window) continue;
    for (const message of messages) one.postMessage(message, "*");
    window.sent += 1;
  }
}, 20);
</script>
"""
OPENS = "url => { window.victim = window.open(url); }"
EMBEDS = """url => {
  const size = { width: 1200, height: 700 };
  const frame = Object.assign(document.createElement("iframe"), { src: url, ...size });
  document.body.append(frame);
  window.victim = frame.contentWindow;
}"""


@contextmanager
def elsewhere() -> Iterator[str]:
    """The address of the attacker's page, whose port makes it another origin."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(ATTACK.encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        Thread(target=partial(server.serve_forever, poll_interval=0.1), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module", params=["app.py", "server.py"])
def attacked_url(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("home"), script=request.param) as url:
        yield url


def expect_untouched(attacker: Page, app: Frame) -> None:
    """Wait until the map is there, and then for fifty messages more."""
    frame = app.frame_locator(".st-key-map iframe")
    frame.locator(".is-ready").wait_for(timeout=60_000)
    expect(app.locator(".card article")).to_have_attribute("data-shown", "airport-seized")
    late = attacker.evaluate("window.sent")
    attacker.wait_for_function("late => window.sent > late + 50", arg=late)
    assert late > 5
    expect(app.locator("h1")).to_have_text(TITLE)
    assert app.evaluate("document.title") != "Nothing of this is true"
    for each in (app, *app.child_frames):
        assert each.evaluate("window.ran ?? null") is None
    expect(app.locator(".card article")).to_have_attribute("data-shown", "airport-seized")


def test_who_embeds_the_app_runs_nothing_in_it(new_page: NewPage, attacked_url: str) -> None:
    with elsewhere() as address:
        attacker = new_page().page
        attacker.goto(address)
        attacker.evaluate(EMBEDS, f"{attacked_url}/?event=airport-seized&lang=en&embed=true")
        attacker.wait_for_function("window.victim.length")
        expect_untouched(attacker, attacker.main_frame.child_frames[0])


def test_who_opens_the_app_runs_nothing_in_it(new_page: NewPage, attacked_url: str) -> None:
    with elsewhere() as address:
        attacker = new_page().page
        attacker.goto(address)
        with attacker.context.expect_page() as opened:
            attacker.evaluate(OPENS, f"{attacked_url}/?event=airport-seized&lang=en")
        expect_untouched(attacker, opened.value.main_frame)


def test_the_window_that_server_opens_cannot_be_reached(new_page: NewPage, app_url: str) -> None:
    with elsewhere() as address:
        attacker = new_page().page
        attacker.goto(address)
        with attacker.context.expect_page() as opened:
            attacker.evaluate(OPENS, f"{app_url}/?lang=en")
        opened.value.locator(".cover").wait_for(timeout=60_000)
        assert attacker.evaluate("window.victim.closed") is True  # as far as it can tell
        assert opened.value.evaluate("window.opener") is None
