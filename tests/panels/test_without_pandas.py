"""The page is made without what costs more than all the rest of it: pandas, numpy and folium."""

import json
import subprocess
import sys

from statement_map.panels.without_pandas import as_bytes, unlooked
from tests.conftest import ROOT

# Each in a process of its own: here pandas may have been imported long since.
PAGE = """
import sys
from streamlit.testing.v1 import AppTest
page = AppTest.from_file({app!r}, default_timeout=60)
page.query_params["lang"] = "en"
page.session_state["drawer-due"] = frozenset(("text", "events", "balance", "share", "about"))
page.run()
assert not page.exception, page.exception
assert page.get("bidi_component")
print(sorted({{"folium", "numpy", "pandas", "pyarrow", "streamlit.emojis"}} & set(sys.modules)))
"""


def run(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_whole_page_is_made_without_them() -> None:
    assert run(PAGE.format(app=str(ROOT / "app.py"))) == "[]\n"


def test_the_map_in_the_frame_is_the_one_that_folium_makes() -> None:
    program = """
import json
from statement_map.map_view.by_folium import build_empty_map
from statement_map.map_view.frame import EMPTY_MAP
kept = json.loads(EMPTY_MAP.read_text(encoding="utf-8"))
assert kept == build_empty_map(), "run scripts/build_frame.py"
"""
    assert run(program) == ""


def test_components_get_json() -> None:
    told = as_bytes({"day": None, "words": ["ś"]}, content='{"a":1}', outlines="null")
    assert json.loads(told) == {"day": None, "words": ["ś"], "content": {"a": 1}, "outlines": None}
    assert unlooked({"a": {}}) == [{"a": {}}]
