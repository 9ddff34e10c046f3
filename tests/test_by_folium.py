"""What folium makes: an empty map that is kept in a file, and a map for other programs."""

from __future__ import annotations

import json

from statement_map.map_view.by_folium import build_empty_map, build_map
from statement_map.map_view.frame import EMPTY_MAP

OUTLINES = {"type": "FeatureCollection", "features": []}


def test_the_file_of_the_empty_map_is_what_folium_writes_now() -> None:
    assert json.loads(EMPTY_MAP.read_text(encoding="utf-8")) == build_empty_map()


def test_a_map_for_a_notebook_has_all_in_it_and_asks_nobody() -> None:
    page = build_map('{"places":[]}', OUTLINES).get_root().render()
    assert 'statementMap.draw(map_statement, {"places":[]}, ' in page
    assert '"features":[]' in page
    for asked in ("cdn.jsdelivr.net", "unpkg.com", "cdnjs.cloudflare.com", "tile.openstreetmap"):
        assert asked not in page


def test_each_map_is_a_new_one() -> None:
    one, other = (build_map("{}", OUTLINES) for _ in range(2))
    assert one is not other
    assert one.get_name() == other.get_name()
