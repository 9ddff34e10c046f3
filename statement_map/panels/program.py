"""The page's program in the browser, and the components that are its parts.

The program is one file, which the browser loads once and may keep for good. Streamlit sends the
script of a component with each of its messages; that of ours is only the line that finds the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import streamlit as st
from streamlit.components.v1 import declare_component
from streamlit.components.v2 import component
from streamlit.components.v2.types import ComponentRenderer

from statement_map.browser import page_module
from statement_map.policy import FRAME_FOLDER
from statement_map.served import Payload, name_by_content, write_served

_LOADS = """\
const { PARTS } = await import(new URL("%s", document.baseURI).href);
export default PARTS.%s;
"""


def part(name: str, html: str | None = None) -> ComponentRenderer:
    """Return the component ``name`` of the page, which ``program/page/index.js`` knows."""
    (file,) = _program()
    script = _LOADS % (f"{FRAME_FOLDER}/{file}", name)
    mount = component(f"statement_map_{name}", html=html, js=script, isolate_styles=False)

    def serve_and_mount(**arguments: Any) -> Any:
        serve({})
        return mount(**arguments)

    return serve_and_mount


def heard_from(key: str, name: str) -> Any:
    """Return what the component ``key`` told last as ``name``, None where it is there no more.

    Streamlit calls back for what a browser told before the page became another.
    """
    return (st.session_state.get(key) or {}).get(name)


def serve(contents: Mapping[str, Payload]) -> None:
    """Let browsers have ``contents``, by name, and the program."""
    # Declaring a component is Streamlit's way to serve what is not in ``static/``.
    declare_component("files", path=write_served({**_program(), **contents}))


@cache
def _program() -> Mapping[str, bytes]:
    content = page_module().encode()
    return {name_by_content("page.js", content): content}
