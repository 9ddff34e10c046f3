"""A Chromium that asks nobody but this machine, and the pages that are watched in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

WATCH = Path(__file__).parent / "watch.js"
TIMEOUT_MS = 240_000
OPTIONS = [
    "--headless",
    "--no-sandbox",
    "--enable-unsafe-swiftshader",  # WebGL without a graphics card
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start the browser that CHROMIUM names, else Playwright's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM"), args=OPTIONS
        )
        yield browser
        browser.close()


@contextmanager
def new_page(browser: Browser) -> Iterator[Page]:
    """Open a page as a first visitor has it, with nothing kept from others."""
    with browser.new_context(
        viewport={"width": 1280, "height": 800},
        locale="en-GB",
        bypass_csp=True,  # what server.py sends forbids the scripts that Playwright waits with
    ) as context:
        context.set_default_timeout(TIMEOUT_MS)
        context.add_init_script(path=WATCH)
        yield context.new_page()
