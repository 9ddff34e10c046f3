"""What every test may ask for."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the browser tests, and run them last: they are the slow ones."""
    browser = ROOT / "tests" / "browser"
    for item in items:
        if item.path.is_relative_to(browser):
            item.add_marker("browser")
    items.sort(key=lambda item: item.path.is_relative_to(browser))


@pytest.fixture(scope="session")
def statement_text() -> str:
    """The text of the statement, which is not part of the project.

    It is read from STATEMENT_TEXT, or from the folder `shared` beside the checkout. Without it a
    test is skipped, but never in continuous integration.
    """
    beside = ROOT.parent / "shared" / "statement" / "statement.pl.txt"
    path = Path(os.environ.get("STATEMENT_TEXT") or beside)
    if path.is_file():
        return path.read_text(encoding="utf-8")
    reason = f"the statement's text is not at {path}; name the file in STATEMENT_TEXT"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
