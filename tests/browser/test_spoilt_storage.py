"""What a browser kept and something spoilt does not fail the page, and does not stay."""

import pytest
from playwright.sync_api import expect

from tests.browser.visit import NewPage

KEY = "statement-map-review"


@pytest.mark.parametrize(
    "kept", ["[" * 3000 + "]" * 3000, '{"a":' * 400 + "1" + "}" * 400, "{", "3"]
)
def test_the_start_page_comes_and_the_storage_is_cleared(new_page: NewPage, kept: str) -> None:
    visit = new_page()
    page = visit.page
    page.add_init_script(
        f"sessionStorage.getItem('{KEY}') ?? sessionStorage.setItem('{KEY}', {kept!r})"
    )
    page.goto(f"{visit.app_url}/?view=review&lang=en")
    page.locator(".st-key-review-paste, textarea").first.wait_for()
    page.wait_for_function("([key, kept]) => sessionStorage.getItem(key) !== kept", arg=[KEY, kept])
    page.locator("[data-test-script-state=notRunning]").wait_for()
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert visit.errors == []
