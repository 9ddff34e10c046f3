"""The app with a policy on what its pages may load: `streamlit run server.py`, as app.py.

What the first visitor would wait for is read while the server starts.

Streamlit sends no policy of its own, but lets a program stand before its answers. What this
allows, and why, is told in docs/security.md.
"""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread

import streamlit as st
from starlette.middleware import Middleware

from statement_map.edge import KeptFiles, OwnOrigins, PolicyHeaders, ready_process

ready_process()


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Make what the first visitor would wait for longest, while that visitor's page loads."""
    Thread(target=_prepare, daemon=True).start()
    yield


def _prepare() -> None:
    from statement_map.panels.map_frame import prepare_map

    own_data = Path(__file__).with_name("data")
    prepare_map(Path(sys.argv[1]) if len(sys.argv) > 1 else own_data)


app = st.App(
    Path(__file__).with_name("app.py"),
    lifespan=lifespan,
    middleware=[Middleware(OwnOrigins), Middleware(PolicyHeaders), Middleware(KeptFiles)],
)
