"""What was done, to take it back and do it again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from statement_map.reviewing.work import Work

MOST = 200
"""So many changes can be taken back."""


@dataclass(frozen=True)
class History:
    """The present work between what was done and what was taken back, both nearest last."""

    present: Work
    past: tuple[Work, ...] = ()
    future: tuple[Work, ...] = ()

    def add(self, work: Work) -> History:
        """Return the history after a change; one that changes nothing is none."""
        if work == self.present:
            return self
        return History(work, (*self.past, self.present.without_caches())[-MOST:])

    def undo(self) -> History:
        """Return the history one change back, the same where there is none."""
        if not self.past:
            return self
        *past, work = self.past
        future = (*self.future, self.present.without_caches())
        return replace(self, present=work, past=tuple(past), future=future)

    def redo(self) -> History:
        """Return the history with what was taken back last, the same where nothing was."""
        if not self.future:
            return self
        *future, work = self.future
        past = (*self.past, self.present.without_caches())
        return replace(self, present=work, past=past, future=tuple(future))
