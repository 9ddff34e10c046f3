"""What the pages may load is set for each of them, and the whole app works within it."""

import re
from http.client import HTTPResponse
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Frame, expect

from statement_map.edge import page_policy
from statement_map.policy import (
    FRAME_FOLDER,
    FRAME_PAGE,
    FRAME_POLICY,
    HANDOUT_NAME,
    HANDOUT_POLICY,
)
from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage
from tests.conftest import ROOT

TELL = """
window.violations = [];
addEventListener("securitypolicyviolation", (told) =>
  window.violations.push(`${told.effectiveDirective} ${told.blockedURI}`));
"""


@pytest.fixture
def page(new_page: NewPage) -> MapPage:
    visit = new_page()
    visit.page.add_init_script(TELL)
    return MapPage(visit).open("?date=2022-01-05&event=airport-seized&lang=en")


def answer_to(url: str) -> HTTPResponse | HTTPError:
    """The answer, also where it is a refusal."""
    try:
        answer: HTTPResponse = urlopen(url)
    except HTTPError as refusal:
        return refusal
    return answer


def violations(frame: Frame) -> list[str]:
    told: list[str] = frame.evaluate("window.violations")
    return told


@pytest.mark.parametrize(
    ("path", "policy"),
    [
        ("/", page_policy()),
        ("/?embed=true", page_policy()),
        ("/_stcore/health", page_policy()),
        (f"/{FRAME_FOLDER}/{FRAME_PAGE}", FRAME_POLICY),
        (f"/elsewhere/{FRAME_FOLDER}/{FRAME_PAGE}", page_policy()),
        (f"/{FRAME_FOLDER}/0a1b.{HANDOUT_NAME}", HANDOUT_POLICY),
        (f"/{FRAME_FOLDER}/0a1b.other-{HANDOUT_NAME}", page_policy()),
        (f"/elsewhere/{FRAME_FOLDER}/0a1b.{HANDOUT_NAME}", page_policy()),
        (f"/{FRAME_FOLDER}/../{FRAME_PAGE}", page_policy()),
    ],
)
def test_every_answer_has_it(app_url: str, path: str, policy: str) -> None:
    headers = answer_to(f"{app_url}{path}").headers
    assert headers.get_all("Content-Security-Policy") == [policy]
    assert headers.get_all("Cross-Origin-Opener-Policy") == ["same-origin"]
    assert headers.get_all("X-Content-Type-Options") == ["nosniff"]


def test_the_whole_app_works_within_it(page: MapPage) -> None:
    page.mark("almaty-airport").click()
    expect(page.map.locator(".leaflet-popup h2")).to_be_visible()
    page.slider.focus()
    page.page.keyboard.press("ArrowRight")
    page.expect_day("2022-01-06")
    page.page.locator("[data-act=next]").click()
    page.open_panel("events")
    page.page.locator(".st-key-event-list input[type=search]").fill("airport")
    expect(page.page.locator(".event-list tbody tr")).to_have_count(2)
    page.open_panel("text")
    page.page.locator(".st-key-reader textarea").fill("• A text.")
    page.page.locator(".st-key-reader").get_by_role("button", name="Show the text").click()
    expect(page.page.locator(".reader [data-paragraph='1']")).to_contain_text("A text.")
    page.open_panel("share")
    expect(page.page.locator(".st-key-sharing img").first).to_be_visible(timeout=15_000)
    with page.page.expect_download() as download:
        page.page.locator(".st-key-share-as-html button").click()
    assert download.value.path().stat().st_size > 100_000
    assert [told for frame in page.page.frames for told in violations(frame)] == []
    assert page.visit.errors == []


def test_nothing_else_is_loaded_sent_or_run(page: MapPage) -> None:
    try_all = """
    async (elsewhere) => {
      const add = (name, attributes) =>
        document.body.append(Object.assign(document.createElement(name), attributes));
      await fetch(elsewhere).catch(() => null);
      add("img", { src: elsewhere });
      add("script", { src: elsewhere });
      add("iframe", { src: elsewhere });
      add("script", { textContent: "window.ran = 1" });
      const button = Object.assign(document.createElement("button"));
      button.setAttribute("onclick", "window.ran = 2");
      button.click();
      await new Promise((resolve) => setTimeout(resolve, 500));
      return window.ran ?? null;
    }
    """
    failures: list[tuple[str | None, str | None]] = []
    page.page.on(
        "requestfailed",
        lambda asked: failures.append((urlsplit(asked.url).hostname, asked.failure)),
    )
    main, frame = page.page.main_frame, page.page.frames[1]
    assert frame.url.endswith(FRAME_PAGE)
    for each in (main, frame):
        assert each.evaluate(try_all, "https://192.0.2.1/") is None
        assert {told.split()[0] for told in violations(each)} == {
            *("connect-src", "img-src", "script-src-elem", "frame-src", "script-src-attr"),
        }
    assert set(failures) == {("192.0.2.1", "csp")}


def test_the_documents_say_what_is_sent() -> None:
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    told = [" ".join(block.split()) for block in re.findall(r"```\n(.*?)```", text, re.DOTALL)]
    assert told == [FRAME_POLICY, page_policy()]
