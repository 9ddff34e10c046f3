"""A class fits where few files may be open, as on a Mac; errors and settings are told as meant."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.browser.conftest import served
from tests.conftest import ROOT
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


def test_visitors_learn_of_a_failure_neither_where_nor_what_and_the_log_all(tmp_path: Path) -> None:
    script = tmp_path / "fails.py"
    script.write_text(
        "from statement_map.edge import ready_process\n"
        "ready_process()\n"
        "raise OSError('/srv/secret/data.yaml')\n",
        encoding="utf-8",
    )
    with served(tmp_path, script=str(script)) as url, open_session(url) as session:
        session.run()
    (failure,) = session.failures
    assert not re.search(r"OSError|secret|fails\.py|Traceback|line \d", failure)
    (log,) = tmp_path.glob("*.log")
    told = log.read_text(encoding="utf-8")
    assert "OSError: /srv/secret/data.yaml" in told
    assert f'File "{script}", line 3' in told


def test_theme_and_settings_are_told_as_streamlit_tells_them() -> None:
    program = """
import streamlit as st
from streamlit import config
from streamlit.proto.NewSession_pb2 import NewSession
from streamlit.runtime import app_session
from statement_map.edge import ready_process

def tell():
    told = NewSession()
    app_session._populate_config_msg(told.config)
    theme = told.custom_theme
    app_session._populate_theme_msg(theme)
    for part, name in ((theme.light, "light"), (theme.dark, "dark"), (theme.sidebar, "sidebar")):
        app_session._populate_theme_msg(part, f"theme.{name}")
    return told

config.get_config_options(force_reparse=True)
st.set_option("client.showErrorDetails", "none")
as_streamlit_tells = tell()
ready_process()
assert tell() == tell() == as_streamlit_tells
assert as_streamlit_tells.custom_theme.dark.primary_color == "#ff9a5c"
assert as_streamlit_tells.custom_theme.HasField("dark")
"""
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True)
