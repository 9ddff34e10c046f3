"""Files that never change, kept in memory once they have been asked for.

Each visitor's browser asks for about a hundred files at the start. Streamlit reads each of them
from the disk in a thread, for everybody anew, and does not compress them: on a tenth of a processor
that is most of what a class waits for, and on a wireless network a hundred megabytes.
"""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass, replace
from mimetypes import guess_type
from pathlib import Path

import streamlit as st
from anyio import to_thread
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

from statement_map.policy import FRAME_FOLDER
from statement_map.served import served_folder

MOST_BYTES = 32 * 2**20
"""So much is kept in all. Streamlit's own files are 26 MB, of which a visit asks for three."""

_STATIC = Path(st.__file__).parent / "static" / "static"
_OURS = re.compile(r"[0-9a-f]{16}\.[\w.]+")
_LEVEL = 4  # a little larger than 6, in half the time
_PACKED = re.compile(r"text/|application/(javascript|json|geo\+json|wasm)|image/svg")
_FOR_GOOD = "public, immutable, max-age=31536000"
_NEEDS_MORE = ("range", "if-none-match", "if-modified-since", "origin")


@dataclass(frozen=True)
class _Kept:
    kind: str
    body: bytes
    is_final: bool = False
    is_packed: bool = False

    def packed(self) -> _Kept:
        """Return it compressed, where that makes it smaller."""
        if not _PACKED.match(self.kind):
            return replace(self, is_final=True)
        return replace(
            self, body=gzip.compress(self.body, _LEVEL, mtime=0), is_final=True, is_packed=True
        )

    def headers(self) -> list[tuple[bytes, bytes]]:
        """Return the headers of an answer with it."""
        headers = {
            "content-type": self.kind,
            "content-length": str(len(self.body)),
            "cache-control": _FOR_GOOD,
            "vary": "Accept-Encoding",
            **({"content-encoding": "gzip"} if self.is_packed else {}),
        }
        return [(name.encode(), value.encode()) for name, value in headers.items()]


class KeptFiles:
    """Middleware that answers for files whose name holds a hash of their content.

    The first answer is the file as it is, since compressing would add to the wait of the first
    visitor; from the second one on it is compressed.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand before ``app``."""
        base = f"/{config.get_option('server.baseUrlPath').strip('/')}".rstrip("/")
        self._app = app
        self._static = {
            f"{base}/static/{file.relative_to(_STATIC).as_posix()}": file
            for file in _STATIC.rglob("*.*")
        }
        self._ours = f"{base}/{FRAME_FOLDER}/"
        self._kept: dict[str, _Kept] = {}
        self._bytes = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory, or let the app answer."""
        kept = await self._find(scope) if _is_plain(scope) else None
        if kept is None:
            await self._app(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": 200, "headers": kept.headers()})
        await send({"type": "http.response.body", "body": kept.body})

    async def _find(self, scope: Scope) -> _Kept | None:
        path: str = scope["path"]
        kept = self._kept.get(path)
        if kept is None:
            file = self._file(path)
            if file is None:
                return None
            kept = _Kept(guess_type(file.name)[0] or "application/octet-stream", file.read_bytes())
        elif not kept.is_final:
            kept = await to_thread.run_sync(kept.packed)
        else:
            return kept
        more = len(kept.body) - (len(self._kept[path].body) if path in self._kept else 0)
        if self._bytes + more <= MOST_BYTES:
            self._kept[path] = kept
            self._bytes += more
        return kept

    def _file(self, path: str) -> Path | None:
        name = path.removeprefix(self._ours)
        if name != path:
            file = served_folder() / name
            return file if _OURS.fullmatch(name) and file.is_file() else None
        return self._static.get(path)


def _is_plain(scope: Scope) -> bool:
    """Whether the whole of something is asked for, by the page itself, compressed if need be."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    headers = Headers(scope=scope)
    packs = "gzip" in headers.get("accept-encoding", "")
    return packs and not any(name in headers for name in _NEEDS_MORE)
