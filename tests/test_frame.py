"""The page in the map's frame: it loads two files, and nothing written into it runs."""

from __future__ import annotations

import json
import re

from statement_map.map_view.frame import EMPTY_MAP, build_frame, scripts, styles
from statement_map.policy import FRAME_POLICY


def test_the_page_has_one_script_one_style_and_its_policy() -> None:
    page = build_frame().page("a.js", "b.css")
    assert re.findall(r"<script[^>]*>(.*?)</script>", page, re.DOTALL) == [""]
    assert '<script src="a.js">' in page
    assert '<link rel="stylesheet" href="b.css">' in page
    assert f'http-equiv="Content-Security-Policy" content="{FRAME_POLICY}"' in page
    assert "<style" not in page
    assert not re.search(r"\son\w+=", page)


def test_the_script_is_leaflet_then_the_map_between_what_folium_wrote() -> None:
    made = json.loads(EMPTY_MAP.read_text(encoding="utf-8"))
    frame = build_frame()
    assert frame.script.startswith(made["before"])
    assert frame.script.endswith(made["after"])
    assert frame.script.index("Leaflet 1.9") < frame.script.index("statementMap")
    assert "sourceMappingURL" not in scripts()


def test_the_style_asks_for_no_picture() -> None:
    assert "url(" not in styles()
    assert styles() in build_frame().style
