"""Take the pictures that README and docs show, from the app as it is: `make pictures`.

Each is named with what it shows, so that no picture tells of a page that is no more. The moving one
steps through the first events, as WebP.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.server import serve  # noqa: E402
from scripts.find_chromium import find_chromium  # noqa: E402

OPTIONS = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
READY_MS = 60_000
FIRST = "?lang=en&event=protests-begin"  # a link leads past the cover
STEPS = 8
STEP_MS = 2_500  # long enough to read a title and find its place
READY = ".is-ready:not(.is-moving)"


class Picture(NamedTuple):
    """What is shown, in a window of so many px."""

    query: str
    width: int
    height: int
    is_phone: bool = False


PICTURES = {
    "page.png": Picture("?date=2022-01-05&lang=en", 1280, 800),
    "phone.png": Picture("?event=airport-seized&lang=en", 390, 844, is_phone=True),
    "presenting.png": Picture("?event=airport-seized&lang=en&view=present", 1280, 720),
}
OWN_TEXT = "own-text.png"
STORY = "story.webp"
PASTED = ROOT / "docs" / "drafting" / "journey" / "text.txt"


@contextmanager
def open_page(browser: Browser, address: str, picture: Picture) -> Iterator[Page]:
    """The page of a picture, once it rests."""
    with browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        is_mobile=picture.is_phone,
        has_touch=picture.is_phone,
        locale="en-GB",
        reduced_motion="reduce",
    ) as context:
        page = context.new_page()
        page.goto(f"{address}/{picture.query}")
        page.locator("[data-test-script-state=notRunning]").wait_for(timeout=READY_MS)
        yield page


def rest(page: Page) -> None:
    """Wait until the map rests, and the server."""
    page.frame_locator(".st-key-map iframe").last.locator(READY).wait_for(timeout=READY_MS)
    page.locator("[data-test-script-state=notRunning]").wait_for(timeout=READY_MS)


def draft(page: Page) -> None:
    """Paste the text of an example and wait for the desk with its map."""
    page.locator(".st-key-review-pasted textarea").fill(PASTED.read_text(encoding="utf-8"))
    page.get_by_test_id("stFormSubmitButton").get_by_role("button").click()
    page.locator(".st-key-desk").wait_for(timeout=READY_MS)
    rest(page)


def take_story(page: Page) -> list[Image.Image]:
    """What stands there at each of the first steps, one after the other."""
    frames: list[Image.Image] = []
    for _ in range(STEPS):
        frames.append(Image.open(io.BytesIO(page.screenshot())))
        shown = page.locator(".card article").get_attribute("data-shown")
        page.locator("[data-act=next]:visible").first.click()
        expect(page.locator(".card article")).not_to_have_attribute("data-shown", shown or "")
        rest(page)
    return frames


def main() -> None:
    folder = ROOT / "docs"
    with serve(ROOT / "server.py", ROOT / "data") as server, sync_playwright() as playwright:
        address = f"http://127.0.0.1:{server.port}"
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=OPTIONS)
        for name, picture in PICTURES.items():
            with open_page(browser, address, picture) as page:
                rest(page)
                page.screenshot(path=folder / name)
        with open_page(browser, address, Picture("?view=review&lang=en", 1280, 800)) as page:
            draft(page)
            page.screenshot(path=folder / OWN_TEXT)
        with open_page(browser, address, Picture(FIRST, 1000, 640)) as page:
            rest(page)
            first, *others = take_story(page)
        first.save(folder / STORY, save_all=True, append_images=others, duration=STEP_MS, loop=0)
        browser.close()
    print(*(f"docs/{name}" for name in (*PICTURES, OWN_TEXT, STORY)), sep="\n")


if __name__ == "__main__":
    main()
