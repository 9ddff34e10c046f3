"""The code of what is shown: one that can be scanned, and where it leads."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
import segno

from statement_map.panels.code import LINK_MOST, draw_code, is_local


@pytest.mark.parametrize(
    ("link", "is_so"),
    [
        ("http://localhost:8501/?lang=en", True),
        ("http://127.0.0.1:8501/", True),
        ("http://[::1]:8501/", True),
        ("https://maps.example.org/", False),
        ("https://localhost.example.org/", False),
    ],
)
def test_a_link_to_ones_own_computer_leads_nowhere_from_another(link: str, is_so: bool) -> None:
    assert is_local(link) is is_so


def test_a_code_is_dark_on_white_in_any_theme_with_a_margin_of_four() -> None:
    """ISO/IEC 18004 asks for a quiet zone of four modules on each side."""
    link = "https://maps.example.org/?lang=en&date=2022-01-05&event=airport-seized"
    picture = unquote(draw_code(link))
    assert picture.startswith("data:image/svg+xml")
    assert "#000" in picture
    assert "#fff" in picture
    modules = segno.make(link, error="m", micro=False).symbol_size(border=0)[0]
    box = re.search(r"viewBox='0 0 (\d+) (\d+)'", picture)
    assert box
    assert box[1] == box[2] == str(modules + 2 * 4)


def test_the_longest_link_still_makes_a_code() -> None:
    assert draw_code("https://example.org/?" + "a" * (LINK_MOST - 21))
