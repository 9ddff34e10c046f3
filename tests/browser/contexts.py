"""Browser contexts that go from test to test, emptied but for the browser's cache.

In a fresh one Chromium fetches and compiles all scripts of Streamlit anew, which takes longer than
the page itself. Cookies and storage are cleared and all pages of the test closed in between; a
context is not used again after a test that failed, or that installed a clock, which stays in it
for good.

Chromium ends a process with its last page, and with it goes what the process has compiled. So each
context keeps a bare page of the app and one of a file open, and `--process-per-site` puts the
pages of the tests beside them: a page opens with a seventh less of the processor's time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Error, Page, ViewportSize

DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
STORED = "cookies,local_storage,indexeddb,websql,service_workers,cache_storage"
HAS_CLOCK = "() => '__pwClock' in globalThis"


@dataclass(frozen=True)
class Kind:
    """What cannot be changed once a context is there; theme and motion each page is told."""

    phone: bool
    locale: str
    timezone: str


@dataclass(frozen=True)
class Contexts:
    """The contexts of a browser that nobody uses at the moment, by their kind."""

    browser: Browser
    bare_addresses: tuple[str, ...]
    bare: dict[BrowserContext, list[Page]] = field(default_factory=dict)
    free: dict[Kind, list[BrowserContext]] = field(default_factory=dict)

    def take(self, kind: Kind) -> BrowserContext:
        """Return one that no other visitor has, with nothing but its bare pages."""
        if kept := self.free.get(kind):
            return kept.pop()
        context = self.browser.new_context(
            viewport=PHONE if kind.phone else DESKTOP,
            is_mobile=kind.phone,
            has_touch=kind.phone,
            locale=kind.locale,
            timezone_id=kind.timezone,
            reduced_motion="reduce",
        )
        self.bare[context] = [context.new_page() for _ in self.bare_addresses]
        for page, address in zip(self.bare[context], self.bare_addresses, strict=True):
            page.goto(address)
        return context

    def give_back(self, kind: Kind, context: BrowserContext, asked: Iterable[str]) -> None:
        """Empty a context for the next test; ``asked`` are the addresses that were visited."""
        try:
            self._empty(context, asked)
        except Error:  # it hangs, or was closed
            context.close()
            return
        self.free.setdefault(kind, []).append(context)

    def _empty(self, context: BrowserContext, asked: Iterable[str]) -> None:
        bare, *_ = self.bare[context]
        for page in context.pages:
            if page not in self.bare[context]:
                page.close()
        context.set_offline(False)
        context.clear_permissions()
        context.clear_cookies()
        bare.reload()
        if bare.evaluate(HAS_CLOCK):
            raise Error("a clock stays in its context")
        session = context.new_cdp_session(bare)
        places = {(parts.scheme, parts.netloc) for parts in map(urlsplit, asked)}
        for scheme, host in places:
            if scheme in {"http", "https", "file"}:
                origin = {"origin": f"{scheme}://{host}", "storageTypes": STORED}
                session.send("Storage.clearDataForOrigin", origin)
        session.detach()
