"""What every test may ask for."""

import os
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

# How hard hypothesis looks. An example that takes longer than the deadline is a failure: whoever
# edits a file waits for it. `make fuzz` takes the second, everything else the first, which tries
# the same examples each time: a change fails for what it does, and not for the luck of the day.
FEW_SECONDS = timedelta(seconds=5)
settings.register_profile("test", max_examples=60, deadline=FEW_SECONDS, derandomize=True)
settings.register_profile(
    "fuzz",
    max_examples=10_000,
    deadline=FEW_SECONDS,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.load_profile("test")

# What `make check` leaves to `make test`: these take half the time of all that need no browser, as
# they start servers, wait as a server's rules ask, time what grows, or try many inputs. Such a test
# in a file of quick ones is marked where it stands.
SLOW = frozenset(
    ROOT / "tests" / name
    for name in (
        "drafting/test_fuzz.py",
        "drafting/test_growth.py",
        "drafting/test_measure.py",
        "drafting/test_strict.py",
        "edge/test_collector.py",
        "edge/test_forged.py",
        "edge/test_kept.py",
        "edge/test_origins.py",
        "edge/test_process.py",
        "files/test_every_edit.py",
        "geocoding/test_nominatim.py",
        "geocoding/test_stopping.py",
        "reading/test_data.py",
        "reading/test_fuzz.py",
        "reviewing/test_any_edits.py",
        "reviewing/test_fuzz.py",
        "reviewing/test_privacy.py",
        "test_commands.py",
        "test_timeline_properties.py",
        "panels/test_data.py",
        "panels/test_sharing.py",
        "panels/test_without_pandas.py",
    )
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the slow tests, and those in a browser, which run last: they are the slowest.

    Of these the longest files come first, those with a test that is given more time than others
    before them, so that none is left alone at the end.
    """
    browser = ROOT / "tests" / "browser"
    for item in items:
        if item.path.is_relative_to(browser):
            item.add_marker("browser")
        if item.path in SLOW:
            item.add_marker("slow")
    tested = {item.path for item in items if item.path.is_relative_to(browser)}
    sizes = {path: path.stat().st_size for path in tested}
    slowest = {item.path for item in items if item.get_closest_marker("timeout")}
    items.sort(
        key=lambda item: (item.path in sizes, item.path not in slowest, -sizes.get(item.path, 0))
    )


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


@pytest.fixture(scope="session")
def folder() -> Iterator[Path]:
    """A folder that many examples are written to, one after the other."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)
