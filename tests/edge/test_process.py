"""A class fits where few files may be open, as on a Mac."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.browser.conftest import served
from tests.edge.session import open_session

if sys.platform == "win32":
    pytest.skip("Windows has no such limit", allow_module_level=True)

import resource

FEW = 256
STAY = 30
LEAVE = 80  # and Streamlit keeps three files of each for two minutes


@contextmanager
def few_files() -> Iterator[None]:
    """What is started meanwhile may open few files, unless it asks for more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (FEW, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.parametrize("script", ["app.py", "server.py"])
def test_a_class_that_comes_and_reloads_is_answered(tmp_path: Path, script: str) -> None:
    with ExitStack() as opened:
        with few_files():
            url = opened.enter_context(served(tmp_path, script=script))
        for number in range(STAY + LEAVE):
            with ExitStack() as visit:
                session = (opened if number < STAY else visit).enter_context(open_session(url))
                session.run()
                assert session.failures == [], number
