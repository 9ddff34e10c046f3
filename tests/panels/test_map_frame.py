"""What the map's frame loads, by names that change with what they hold."""

from __future__ import annotations

from statement_map.panels.map_frame import frame_files
from statement_map.policy import FRAME_PAGE


def test_the_page_of_the_frame_names_its_script_and_its_style() -> None:
    files = frame_files()
    page = files[FRAME_PAGE].decode()
    others = [name for name in files if name != FRAME_PAGE]
    assert sorted(name.partition(".")[2] for name in others) == ["map.css", "map.js"]
    for name in others:
        assert name in page
        assert files[name]


def test_it_is_made_once_for_all_visitors() -> None:
    assert frame_files() is frame_files()
