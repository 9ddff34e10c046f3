"""The page is made without pandas, and whoever wants pandas in the same process has it."""

import json
import subprocess
import sys

import pytest

from statement_map.panels.without_pandas import as_bytes, unlooked, withheld
from tests.conftest import ROOT

# Each in a process of its own: here pandas may have been imported long since.
PAGE = """
import sys
from streamlit.testing.v1 import AppTest
page = AppTest.from_file({app!r}, default_timeout=60)
page.query_params["lang"] = "en"
page.session_state["below-due"] = True
page.run()
assert not page.exception, page.exception
assert page.get("bidi_component")
assert "folium" in sys.modules
print(sorted({{"pandas", "pyarrow"}} & set(sys.modules)))
import pandas
print(pandas.DataFrame({{"a": [1]}}).a[0])
"""
FOLIUM = """
import sys
from threading import Thread
from statement_map.panels.without_pandas import withheld
found = []
def look():
    import pandas
    found.append(pandas.__name__)
with withheld("pandas"):
    import folium.utilities
    other = Thread(target=look)
    other.start()
    other.join()
print(folium.utilities.pd, found, sys.meta_path[0])
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


def test_the_whole_page_is_made_without_it() -> None:
    assert run(PAGE.format(app=str(ROOT / "app.py"))) == "[]\n1\n"


def test_only_the_thread_that_withholds_it_goes_without() -> None:
    told = run(FOLIUM)
    assert told.startswith("None ['pandas'] ")
    assert "_NotHere" not in told


def test_what_is_withheld_is_there_again_also_after_a_failure() -> None:
    before = list(sys.meta_path)
    with pytest.raises(ModuleNotFoundError, match="nobody is withheld"), withheld("nobody"):
        __import__("nobody")
    assert sys.meta_path == before


def test_components_get_json() -> None:
    told = as_bytes({"day": None, "words": ["ś"]}, content='{"a":1}', outlines="null")
    assert json.loads(told) == {"day": None, "words": ["ś"], "content": {"a": 1}, "outlines": None}
    assert unlooked({"a": {}}) == [{"a": {}}]
