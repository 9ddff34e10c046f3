"""The page without pandas, which costs a third of a second of a processor and 70 MB.

On a container with a tenth of a processor and 690 MB, as Streamlit Community Cloud grants at least,
that is three seconds of the first visitor's wait and a tenth of the memory, and the page has no use
for it. Streamlit imports it to see whether what a component is handed is a table: it looks into
each value of a dictionary that is neither text nor number, but neither into a list nor into bytes.
So components get :func:`as_bytes`, or a list of one dictionary (:func:`unlooked`). Bytes also spare
what large content would cost in each run, where Streamlit writes JSON twice and compares it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def as_bytes(told: Mapping[str, Any], **written: str) -> bytes:
    """Return ``told`` for a component, as JSON in UTF-8, with values that are ``written`` already.

    The component reads it with ``JSON.parse(new TextDecoder().decode(data))``.
    """
    fields = (f"{json.dumps(name)}:{value}" for name, value in written.items())
    return f"{json.dumps(told)[:-1]},{','.join(fields)}}}".encode()


def unlooked(told: dict[str, Any]) -> list[dict[str, Any]]:
    """Return ``told`` in a list, into which Streamlit does not look; the component takes it out."""
    return [told]
