"""The page without pandas, which costs a third of a second of a processor and 70 MB.

On a container with a tenth of a processor and 690 MB, as Streamlit Community Cloud grants at least,
that is three seconds of the first visitor's wait and a tenth of the memory, and the page has no use
for it. Two import it all the same:

- folium, where it is to be had, for maps made of tables. This app makes none. importlib's
  LazyLoader does not help, since folium looks into it at once; so it is :func:`withheld`.
- Streamlit, to see whether what a component is handed is a table: it looks into each value of a
  dictionary that is neither text nor number, but neither into a list nor into bytes. So components
  get :func:`as_bytes`, or a list of one dictionary (:func:`unlooked`). Bytes also spare what large
  content would cost in each run, where Streamlit writes JSON twice and compares it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from threading import get_ident
from typing import Any


def as_bytes(told: Mapping[str, Any], **written: str) -> bytes:
    """Return ``told`` for a component, as JSON in UTF-8, with values that are ``written`` already.

    The component reads it with ``JSON.parse(new TextDecoder().decode(data))``.
    """
    fields = (f"{json.dumps(name)}:{value}" for name, value in written.items())
    return f"{json.dumps(told)[:-1]},{','.join(fields)}}}".encode()


def unlooked(told: dict[str, Any]) -> list[dict[str, Any]]:
    """Return ``told`` for a component as a list, of which it takes the first."""
    return [told]


@contextmanager
def withheld(package: str) -> Iterator[None]:
    """Let imports of ``package`` fail in this thread, as where it is not installed.

    Other threads import it as usual, and so does this one afterwards. What has been imported
    already stays.
    """
    finder = _NotHere(package, get_ident())
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


class _NotHere(MetaPathFinder):
    """Finds that a package is not there, for one thread."""

    def __init__(self, package: str, thread: int) -> None:
        self._package = package
        self._thread = thread

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """Raise for the package; leave all others to the finders that come after."""
        if fullname == self._package and get_ident() == self._thread:
            raise ModuleNotFoundError(f"{fullname} is withheld", name=fullname)
        return None
