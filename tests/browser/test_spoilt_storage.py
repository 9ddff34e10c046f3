"""What a browser kept and something spoilt does not fail the page, and does not stay."""

import pytest
from playwright.sync_api import expect

from tests.browser.visit import NewPage

KEYS = [f"statement-map-review{part}" for part in ("", "-typed", "-notice")]


@pytest.mark.parametrize(
    "kept", ["[" * 3000 + "]" * 3000, '{"a":' * 400 + "1" + "}" * 400, "{", "3"]
)
def test_the_start_page_comes_and_the_storage_is_cleared(new_page: NewPage, kept: str) -> None:
    visit = new_page()
    page = visit.page
    page.add_init_script(
        f"for (const key of {KEYS})"
        f" sessionStorage.getItem(key) ?? sessionStorage.setItem(key, {kept!r})"
    )
    page.goto(f"{visit.app_url}/?view=review&lang=en")
    page.locator(".st-key-review-paste, textarea").first.wait_for()
    page.wait_for_function(
        "([keys, kept]) => keys.every((key) => sessionStorage.getItem(key) !== kept)",
        arg=[KEYS, kept],
    )
    page.locator("[data-test-script-state=notRunning]").wait_for()
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert visit.errors == []
