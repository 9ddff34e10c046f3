"""The whole page in Streamlit's AppTest, as far as Python alone makes it."""

from __future__ import annotations

import sys
from unittest.mock import patch

from streamlit.testing.v1 import AppTest

from tests.conftest import ROOT

PANELS = ("text", "events", "balance", "share", "about")


def run_page(query: dict[str, str | list[str]], *, opened: tuple[str, ...] = ()) -> AppTest:
    """Run the page at an address, with panels as if a browser had asked for them already."""
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    page.query_params.update(query)
    if opened:
        page.session_state["drawer-due"] = frozenset(opened)
    return run(page)


def run(page: AppTest) -> AppTest:
    """Run the page once more, as after a press."""
    with patch.object(sys, "argv", ["app.py"]):  # else it is asked for the data of pytest's own
        page.run()
    assert not page.exception
    return page


def html_of(page: AppTest) -> str:
    """All that the page writes in HTML of its own."""
    return "\n".join(each.proto.body for each in page.get("html"))
