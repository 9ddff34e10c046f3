"""The app with a policy on what its pages may load: `streamlit run server.py`, as app.py.

What the first visitor would wait for is read while the server starts.

Streamlit sends no policy of its own, but lets a program stand before its answers. What this
allows, and why, is told in docs/security.md.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from threading import Thread

import streamlit as st
from starlette.middleware import Middleware

from statement_map.edge import OwnOrigins, PolicyHeaders, ready_process

ready_process()


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Import what the first visitor would wait for longest, while that visitor's page loads."""
    Thread(target=import_module, args=("folium.plugins",), daemon=True).start()
    yield


app = st.App(
    Path(__file__).with_name("app.py"),
    lifespan=lifespan,
    middleware=[Middleware(OwnOrigins), Middleware(PolicyHeaders)],
)
