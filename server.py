"""The app with a policy on what its pages may load: `streamlit run server.py`, as app.py.

What the first visitor would wait for is read while the server starts.

Streamlit sends no policy of its own, but lets a program stand before its answers. What this
allows, and why, is told in docs/security.md.
"""

import re
from base64 import b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from threading import Thread

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TILES = "https://tile.openstreetmap.org https://tile.opentopomap.org"
SHELL = Path(st.__file__).parent / "static" / "index.html"


def page_policy() -> str:
    """Return the policy of the page: no script but Streamlit's own files and our components.

    Streamlit makes a component's script a `blob:` before it loads it, reads its messages with
    WebAssembly, and has one script in its page itself, which its hash stands for.
    """
    scripts = re.findall(r"<script>(.*?)</script>", SHELL.read_text(encoding="utf-8"), re.DOTALL)
    hashes = [b64encode(sha256(script.encode()).digest()).decode() for script in scripts]
    allowed = " ".join(f"'sha256-{digest}'" for digest in hashes)
    return (
        f"default-src 'none'; script-src 'self' blob: 'wasm-unsafe-eval' {allowed}; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'"
    )


def frame_policy() -> str:
    """Return the policy of the map's frame, where streamlit-folium writes scripts into the page.

    What runs there can ask nobody but the app, and the online backgrounds for pictures.
    """
    return (
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
        f"img-src 'self' data: {TILES}; connect-src 'self'; base-uri 'none'; form-action 'none'"
    )


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Import what the first visitor would wait for longest, while that visitor's page loads."""
    Thread(target=import_module, args=("folium.plugins",), daemon=True).start()
    yield


class Policy:
    """Puts the policy, and two more headers of the kind, on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._page = page_policy()
        self._frame = frame_policy()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                is_frame = "/component/" in scope["path"]
                headers["Content-Security-Policy"] = self._frame if is_frame else self._page
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
            await send(message)

        await self._app(scope, receive, send_with_policy)


app = st.App(Path(__file__).with_name("app.py"), lifespan=lifespan, middleware=[Middleware(Policy)])
