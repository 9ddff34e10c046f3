"""A real server and a real Chromium for the tests in this folder."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Literal
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    WebError,
    expect,
    sync_playwright,
)

from statement_map.exporting import FORMATS, read_source
from tests.browser.contexts import Contexts, Kind
from tests.browser.own_maps import MAPS, SIZES, OpenOwn, rest, write_map
from tests.browser.visit import NewPage, Visit
from tests.conftest import ROOT

FAILURES = ROOT / "tests" / "browser" / "failures"
START_SECONDS = 60
PATIENCE_MS = 40_000  # a machine that does other things besides is slow, not wrong
CALL_REPORT = pytest.StashKey[pytest.TestReport]()
CHROMIUM_OPTIONS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--process-per-site",  # see contexts.py
    # No test may lean on the internet.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]


@contextmanager
def served(
    home: Path,
    *arguments: str,
    port: int | None = None,
    script: str = "server.py",
    settings: Mapping[str, str] | None = None,
    path: str = "",
) -> Iterator[str]:
    """The address of the app, served as `make run` serves it, for a user without any settings.

    `home` is that user's folder; `arguments` go to app.py. Without a `port` it is any free one.
    With app.py as the `script` Streamlit answers alone; `settings` go into the environment. A
    `path` such as `/maps` is what the app is served below.
    """
    log = home / "server.log"
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.headless", "true"]
    command += ["--server.baseUrlPath", path]
    command += ["--server.address", "127.0.0.1", "--server.port", str(port)]
    # Who edits a file while the tests run must not change what they see.
    command += ["--server.fileWatcherType", "none", "--", *arguments]
    environment = {name: text for name, text in os.environ.items() if "STREAMLIT" not in name}
    environment |= {"HOME": str(home), "USERPROFILE": str(home), **(settings or {})}
    url = f"http://127.0.0.1:{port}{path}"
    with (
        log.open("wb") as output,
        subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        ) as server,
    ):
        try:
            wait_until_healthy(url, server, log)
            yield url
        finally:
            server.terminate()
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app on its own data."""
    with served(tmp_path_factory.mktemp("home")) as url:
        yield url


def wait_until_healthy(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Return once the server answers; fail with its output if it ends or stays silent."""
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with urlopen(f"{url}/_stcore/health", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    state = "is silent" if server.poll() is None else f"ended with {server.returncode}"
    pytest.fail(f"The server {state}. It said:\n{log.read_text(encoding='utf-8')}", pytrace=False)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium, as found by scripts/find_chromium.py."""
    search = [sys.executable, str(ROOT / "scripts" / "find_chromium.py")]
    found = subprocess.run(search, capture_output=True, text=True, check=False)
    if found.returncode != 0:
        pytest.fail(found.stderr, pytrace=False)
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=found.stdout.strip(), args=CHROMIUM_OPTIONS
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def kept_contexts(
    browser: Browser, app_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Contexts:
    """The contexts that are used again, of one browser."""
    bare_file = tmp_path_factory.mktemp("bare") / "page.html"
    bare_file.write_text("<!doctype html><title>bare</title>", encoding="utf-8")
    return Contexts(browser, (f"{app_url}/_stcore/health", bare_file.as_uri()))


@pytest.fixture
def new_page(
    kept_contexts: Contexts, app_url: str, request: pytest.FixtureRequest
) -> Iterator[NewPage]:
    """Opens pages, each with settings of its own; after a failure a picture of each is kept."""
    visits: list[Visit] = []

    def has_failed() -> bool:
        report = request.node.stash.get(CALL_REPORT, None)
        return report is None or report.failed

    with ExitStack() as contexts:

        def open_page(
            *,
            width: int = 1280,
            height: int = 800,
            phone: bool = False,
            locale: str = "pl-PL",
            timezone: str = "Europe/Warsaw",
            color_scheme: Literal["light", "dark"] = "light",
            # Moving pictures cost a machine without a graphics card most of its time.
            reduced_motion: Literal["reduce", "no-preference"] = "reduce",
        ) -> Visit:
            kind = Kind(phone, locale, timezone)
            context = kept_contexts.take(kind)
            context.set_default_timeout(PATIENCE_MS)
            visit = Visit(context.new_page(), app_url)
            visit.page.emulate_media(color_scheme=color_scheme, reduced_motion=reduced_motion)
            if not phone:
                visit.page.set_viewport_size({"width": width, "height": height})
            stop = listen(context, visit)

            def leave() -> None:
                stop()
                if has_failed():
                    context.close()
                else:
                    kept_contexts.give_back(kind, context, visit.requests)

            contexts.callback(leave)
            visits.append(visit)
            return visit

        yield open_page

        if has_failed():
            for number, visit in enumerate(visits, start=1):
                keep_picture(visit, f"{request.node.nodeid}-{number}")


@pytest.fixture(scope="session")
def own_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Handouts of maps of one's own, and of the statement itself."""
    folder = tmp_path_factory.mktemp("own-maps")
    data = {name: write_map(folder / name, spots) for name, spots in MAPS.items()}
    data["statement"] = ROOT / "data"
    for name, source in data.items():
        (folder / f"{name}.html").write_bytes(FORMATS["html"].export(read_source(source)))
    return {name: folder / f"{name}.html" for name in data}


@pytest.fixture
def open_own(new_page: NewPage, own_files: dict[str, Path]) -> OpenOwn:
    """Opens a handout of `own_files` at a size of `SIZES`."""

    def open_page(
        name: str,
        fragment: str = "",
        size: str = "desktop",
        *,
        color_scheme: Literal["light", "dark"] = "light",
    ) -> Page:
        width, height = SIZES[size]
        page = new_page(phone=size != "desktop", color_scheme=color_scheme).page
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{own_files[name].as_uri()}#lang=en{fragment}")
        rest(page)
        return page

    return open_page


def listen(context: BrowserContext, visit: Visit) -> Callable[[], None]:
    """Note what the pages of a context ask for and complain about; return what ends it."""

    def note_request(sent: Request) -> None:
        visit.requests.append(sent.url)

    def note_fault(error: WebError) -> None:
        visit.errors.append(str(error.error))

    def note_words(said: ConsoleMessage) -> None:
        if said.type == "error":
            visit.errors.append(said.text)

    def note_page(page: Page) -> None:
        watch_sockets(page, visit)

    watch_sockets(visit.page, visit)
    context.on("request", note_request)
    context.on("weberror", note_fault)
    context.on("console", note_words)
    context.on("page", note_page)

    def stop() -> None:
        context.remove_listener("request", note_request)
        context.remove_listener("weberror", note_fault)
        context.remove_listener("console", note_words)
        context.remove_listener("page", note_page)

    return stop


def watch_sockets(page: Page, visit: Visit) -> None:
    page.on("websocket", lambda opened: visit.requests.append(opened.url))


def keep_picture(visit: Visit, name: str) -> None:
    """Save what the page looks like, and print what pytest shows beside the failure."""
    FAILURES.mkdir(exist_ok=True)
    picture = FAILURES / f"{re.sub(r'[^A-Za-z0-9]+', '-', name)}.png"
    visit.page.screenshot(path=picture, full_page=True)
    print(f"{picture}\nerrors: {visit.errors}\nelsewhere: {visit.requests_elsewhere}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a fixture know, when it ends, how its test went."""
    report = yield
    if report.when == "call":
        item.stash[CALL_REPORT] = report
    return report
