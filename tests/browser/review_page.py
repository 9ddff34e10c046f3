"""The page for a text of one's own as a test sees it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import FrameLocator, Locator, TimeoutError, expect

from tests.browser.map_page import PRESSES, rest
from tests.browser.test_event_list import open_filter
from tests.browser.visit import Visit

ZIP = "Download everything (ZIP)"
HANDOUT = "Handout, works without internet (HTML)"

TEXT = """\
Notice of the harbour office

On 3 March 2021 a ferry left Gdynia. On 5 March 2021 it reached Kalmar.

In Springfield people waited for news on 9 March 2021. Nobody was hurt.
"""
"""Three stated dates in two paragraphs; several towns are called Springfield."""

POLISH_TEXT = """\
Komunikat kapitanatu portu

W dniu 3 marca 2021 r. prom wypłynął z Gdyni. W dniu 5 marca 2021 r. dotarł do Kalmaru.

W Warszawie czekano na wiadomości.
"""

SELECT = """
words => {
  const nodes = document.createTreeWalker(document.querySelector(".review-text .text"), 4);
  while (nodes.nextNode()) {
    const node = nodes.currentNode;
    const start = node.data.indexOf(words);
    if (start < 0) continue;
    getSelection().setBaseAndExtent(node, start, node, start + words.length);
    return;
  }
  throw new Error(`no ${words} in the text`);
}
"""

DROP = """
files => {
  const dropped = new DataTransfer();
  for (const [name, content] of Object.entries(files)) {
    dropped.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name));
  }
  return dropped;
}
"""


class ReviewPage:
    """A visit to the page, from its start to what is taken home."""

    def __init__(self, visit: Visit, language: str = "en") -> None:
        self.visit = visit
        self.page = visit.page
        self.page.goto(f"{visit.app_url}/?view=review&lang={language}")
        self.pasted.wait_for(timeout=60_000)

    @property
    def pasted(self) -> Locator:
        return self.page.locator("[class*=st-key-review-pasted] textarea")

    @property
    def map(self) -> FrameLocator:
        return self.page.frame_locator(".st-key-map iframe").last

    @property
    def text(self) -> Locator:
        return self.page.locator(".review-text .text")

    @property
    def title(self) -> Locator:
        """The title on the card."""
        return self.page.locator("section.card h2")

    def expect_event(self, number: int, of: int) -> None:
        """Wait until the form is at this event of so many."""
        expect(self.page.locator(".st-key-review-choice")).to_contain_text(f"{number} of {of}")

    @property
    def faults(self) -> Locator:
        # While the page is made anew, the old ones are still there, and known as stale.
        return self.page.locator("[data-stale=false] .review-faults")

    def propose(self, text: str, patience: float | None = None) -> None:
        """Paste a text and ask for a map, whatever comes of it; ``patience`` is in ms."""
        rest(self.page)
        self.pasted.fill(text, timeout=patience)
        button = self.page.get_by_test_id("stFormSubmitButton").get_by_role("button")
        button.click(timeout=patience)

    def draft(self, text: str = TEXT) -> ReviewPage:
        """Paste a text and wait for its map; where Streamlit lost the press, press again."""
        self.propose(text)
        for _ in range(PRESSES):
            with suppress(TimeoutError):
                self.page.locator(".st-key-desk").wait_for(timeout=20_000)
                break
            with suppress(TimeoutError):  # the map has come meanwhile
                self.propose(text, patience=3_000)
        return self.wait()

    def wait(self) -> ReviewPage:
        """Wait until the work is on the page."""
        self.page.locator(".st-key-desk").wait_for(timeout=60_000)
        self.map.locator(".is-ready:not(.is-moving)").wait_for()
        expect(self.title).to_be_visible()
        return self

    def drop(self, files: Mapping[str, bytes]) -> None:
        """Drop files where they can be opened."""
        rest(self.page)
        self.page.locator("[role=tab]").nth(1).click()
        encoded = {name: b64encode(content).decode() for name, content in files.items()}
        self.page.locator(
            ".st-key-review-files [data-testid=stFileUploaderDropzone]"
        ).dispatch_event("drop", {"dataTransfer": self.page.evaluate_handle(DROP, encoded)})
        for name in files:
            if not name.endswith(".zip"):  # it opens, and the start is gone
                expect(self.page.locator(".st-key-review-files")).to_contain_text(name)

    def open(self, files: Mapping[str, bytes]) -> ReviewPage:
        """Drop files, open them and wait for their map; a ZIP opens by itself."""
        self.drop(files)
        if not any(name.endswith(".zip") for name in files):
            rest(self.page)
            # By its key: boxes have a button of this name too.
            self.page.locator(".st-key-review-open button").click()
        return self.wait()

    def button(self, name: str) -> Locator:
        """The button of this name, for a server that rests."""
        rest(self.page)
        return self.page.get_by_role("button", name=name, exact=True)

    def field(self, label: str) -> Locator:
        """The field with this label; while the page is made anew the old one comes second."""
        return self.page.get_by_label(label, exact=True).first

    def type_in(self, label: str, text: str) -> None:
        """Type into a field and leave it, once the server rests; again where that was lost.

        Streamlit loses what is typed into a field that it puts another in the place of.
        """
        for _ in range(PRESSES):
            rest(self.page)
            before = self.field(label).input_value()
            self.field(label).fill(text)
            self.field(label).press("Tab")
            rest(self.page)
            fields = self.page.get_by_label(label, exact=True)
            if fields.evaluate_all("nodes => nodes[0]?.value") != before:  # or it is gone
                return

    def turn_to(self, tab: str) -> None:
        """Turn to a tab; Streamlit loses a press on one that it draws anew, so press again then."""
        chosen = self.page.get_by_role("tab", name=tab, exact=True, selected=True)
        for _ in range(PRESSES):
            rest(self.page)
            self.page.get_by_role("tab", name=tab, exact=True).click()
            with suppress(TimeoutError):
                chosen.wait_for(timeout=5_000)
                return
        expect(chosen).to_be_visible()

    def choose_place(self, name: str) -> None:
        """Turn to the form of a place."""
        self.turn_to("Places")
        expect(self.field("Name (English)")).to_be_visible()
        self.choose(self.page.locator(".st-key-review-forms [role=combobox]").first, name)
        expect(self.field("Name (English)")).to_have_value(name)

    def choose(self, box: Locator, option: str) -> None:
        """Choose what is called so in a box of choices, once the server rests."""
        rest(self.page)
        open_filter(self.page, box)
        self.page.keyboard.type(option)
        self.page.get_by_role("option", name=option).first.click()

    def select(self, words: str, use: str) -> None:
        """Select words of the text and make them what ``use`` says, once the server rests."""
        rest(self.page)
        self.page.evaluate(SELECT, words)
        button = self.page.locator(f"[data-use={use}]")
        expect(button).to_be_enabled()
        button.click()

    def download(self, name: str, to: Path) -> Path:
        """Press the button called ``name`` and keep the file that comes."""
        with self.page.expect_download() as download:
            self.button(name).click()
        download.value.save_as(to)
        return to
