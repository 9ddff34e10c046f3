"""Which policy stands on an answer, by its path alone; that pages work in it, a browser tells."""

from __future__ import annotations

import asyncio
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
import streamlit as st
from starlette.types import Message, Receive, Scope, Send

from statement_map.edge.headers import PolicyHeaders, page_policy
from statement_map.policy import (
    FRAME_FOLDER,
    FRAME_PAGE,
    FRAME_POLICY,
    HANDOUT_NAME,
    HANDOUT_POLICY,
)


async def _app(_scope: Scope, _receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"x-own", b"1")]})
    await send({"type": "http.response.body", "body": b""})


def headers_of(path: str) -> dict[str, str]:
    """The headers of the app's answer to a path."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(PolicyHeaders(_app)({"type": "http", "path": path}, receive, send))
    return {name.decode(): value.decode() for name, value in sent[0]["headers"]}


@pytest.mark.parametrize(
    ("path", "policy"),
    [
        (f"/{FRAME_FOLDER}/{FRAME_PAGE}", FRAME_POLICY),
        (f"/{FRAME_FOLDER}/0a1b.{HANDOUT_NAME}", HANDOUT_POLICY),
        (f"/{FRAME_FOLDER}/0a1g.{HANDOUT_NAME}", None),  # g is no digit of a digest
        (f"/{FRAME_FOLDER}/.{HANDOUT_NAME}", None),
        (f"/{FRAME_FOLDER}/{FRAME_PAGE}/", None),
        ("/", None),
    ],
)
def test_the_frame_and_the_handout_have_policies_of_their_own(
    path: str, policy: str | None
) -> None:
    headers = headers_of(path)
    assert headers["content-security-policy"] == (policy or page_policy())
    assert headers["x-own"] == "1"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"


def test_of_scripts_in_the_page_streamlits_own_alone_is_let_in() -> None:
    shell = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", shell, re.DOTALL)
    assert scripts
    (allowed,) = (part for part in page_policy().split("; ") if part.startswith("script-src "))
    for script in scripts:
        digest = b64encode(sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in allowed
    assert "unsafe-inline" not in allowed
    assert page_policy().startswith("default-src 'none'; ")
