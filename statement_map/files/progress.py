"""How far a long command is, told on standard error."""

from __future__ import annotations

import sys
import time

_TELL_AFTER_S = 1.0
"""Who waits longer is told how far it is."""


class Progress:
    """Writes a line that tells how far a command is, at most once a second."""

    def __init__(self) -> None:
        self._told = time.monotonic()

    def tell(self, line: str) -> None:
        """Write ``line``, unless one was written just before."""
        now = time.monotonic()
        if now - self._told >= _TELL_AFTER_S:
            self._told = now
            print(line, file=sys.stderr, flush=True)
