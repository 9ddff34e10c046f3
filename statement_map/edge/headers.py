"""Headers on every answer: what a page may load, and who may hold on to its window."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from statement_map.policy import (
    FRAME_FOLDER,
    FRAME_PAGE,
    FRAME_POLICY,
    HANDOUT_NAME,
    HANDOUT_POLICY,
)

_SHELL = Path(st.__file__).parent / "static" / "index.html"


def page_policy() -> str:
    """Return the Content-Security-Policy of the page: Streamlit's own files and our components.

    Streamlit makes a component's script a `blob:` before it loads it, reads its messages with
    WebAssembly, and has one script in its page itself, which its hash stands for.
    """
    scripts = re.findall(r"<script>(.*?)</script>", _SHELL.read_text(encoding="utf-8"), re.DOTALL)
    hashes = [b64encode(sha256(script.encode()).digest()).decode() for script in scripts]
    allowed = " ".join(f"'sha256-{digest}'" for digest in hashes)
    return (
        f"default-src 'none'; script-src 'self' blob: 'wasm-unsafe-eval' {allowed}; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'"
    )


class PolicyHeaders:
    """Middleware that puts the policy, and more headers of the kind, on every answer.

    Cross-Origin-Opener-Policy: a page elsewhere that opens the app cannot reach its window.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand before ``app``."""
        base = config.get_option("server.baseUrlPath").strip("/")
        folder = "/".join(("", *filter(None, (base, FRAME_FOLDER)), ""))
        self._frame = folder + FRAME_PAGE
        self._handout = re.compile(rf"{re.escape(folder)}[0-9a-f]+\.{re.escape(HANDOUT_NAME)}")
        self._app = app
        self._policy = page_policy()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, with the headers added."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = self._policy_of(scope["path"])
                headers["Cross-Origin-Opener-Policy"] = "same-origin"
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
            await send(message)

        await self._app(scope, receive, send_with_headers)

    def _policy_of(self, path: str) -> str:
        if path == self._frame:
            return FRAME_POLICY
        return HANDOUT_POLICY if self._handout.fullmatch(path) else self._policy
