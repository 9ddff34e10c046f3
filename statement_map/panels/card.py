"""The card beside the map, and the account of all paragraphs, which the browser fills.

All that they show at any step is sent here once; a step is then only told by its day and its event.
"""

from __future__ import annotations

import json
from typing import Any

import streamlit as st

from statement_map.language import Language, languages
from statement_map.panels.cover import has_cover
from statement_map.panels.data import PageData
from statement_map.panels.drawer import offered_panels
from statement_map.panels.gaps import veiled_texts
from statement_map.panels.program import part
from statement_map.panels.views import asked_to_hide, is_presenting
from statement_map.panels.without_pandas import as_bytes

_page = part("page")


def show_card(data: PageData, language: Language) -> None:
    """Make room for the card, and hand the browser what it shows."""
    with st.container(key="card"):
        st.html('<section class="card"></section>')
    told, content = _content(data, language)
    _page(key="content", data=as_bytes(told, content=content))


def show_accounts() -> None:
    """Make room for the account of all paragraphs."""
    with st.container(key="accounts"):
        st.html('<section class="accounts"></section>')


def _content(data: PageData, language: Language) -> tuple[dict[str, Any], str]:
    """Return what this page adds to the content, and the content as JSON."""
    content = data.card_json[language.code]
    hidden = asked_to_hide()
    if hidden:
        veiled = veiled_texts(data.atlas, language.code, hidden)
        plain = json.loads(content)
        events = [
            event | {"veiled": texts} for event, texts in zip(plain["events"], veiled, strict=True)
        ]
        content = json.dumps(plain | {"events": events})
    told = {
        "language": language.code,
        "languages": list(languages()),
        "hide": sorted(hidden),
        "presenting": is_presenting(),
        "panels": offered_panels(),
        "cover": has_cover(),
        "map_title": language.words("map-title"),
    }
    return told, content
