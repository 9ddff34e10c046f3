"""Whose pages may talk to the app: its own, and those that the operator names."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

_POLICY_VIOLATION = 1008  # RFC 6455, 7.4.1; before the handshake it becomes a 403


class OwnOrigins:
    """Middleware that refuses a websocket of a page from elsewhere.

    Streamlit refuses it too, but first looks up the server's own address on the internet, and
    everybody waits meanwhile. Pages of other origins are allowed by Streamlit's own setting
    ``server.corsAllowedOrigins``, which is read here; whom the server is asked as, by
    ``server.allowedHosts``, which Streamlit holds itself.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand before ``app``."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the app answer, or close the websocket before it opens."""
        if scope["type"] == "websocket" and not _is_allowed(Headers(scope=scope)):
            await receive()
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
            return
        await self._app(scope, receive, send)


def _is_allowed(headers: Headers) -> bool:
    origin = headers.get("origin")
    if origin is None:  # no browser
        return True
    if not config.get_option("server.enableCORS"):  # the operator lets everybody in
        return True
    if origin in config.get_option("server.corsAllowedOrigins"):
        return True
    try:
        return urlsplit(origin).netloc == headers.get("host")
    except ValueError:
        return False
