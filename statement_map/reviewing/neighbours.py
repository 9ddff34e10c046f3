"""What becomes of the bounds of a date, and of the words that bind it, when events change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from statement_map.fields import EVERY
from statement_map.model import Basis, Event, Side


def without_neighbour(event: Event, id_: str) -> Event:
    """Return ``event`` without a neighbour; it is undated if nothing else dates it."""
    if id_ not in {*event.after, *event.before}:
        return event
    rest: dict[str, Any] = {}
    for side, ids, cues in event.bounds:
        left = tuple(n for n in ids if n != id_)
        bound = {*left, EVERY} if left or event.own_end(side) else set(left)
        kept = {n: words for n, words in cues.items() if n in bound}
        rest |= {side: left, f"{side}_cue": kept}
    if not (event.when or rest["after"] or rest["before"]):
        rest |= {"basis": Basis.NONE, "why_then": None, "throughout": False}
    return event.model_copy(update=rest)


def with_neighbour_renamed(event: Event, old: str, new: str) -> Event:
    """Return ``event`` with another neighbour in the place of ``old``."""
    sides: dict[str, Any] = {}
    for side, ids, cues in event.bounds:
        renamed = {new if n == old else n: words for n, words in cues.items()}
        sides[side] = tuple(dict.fromkeys(new if n == old else n for n in ids))
        sides[f"{side}_cue"] = renamed
    return event.model_copy(update=sides)


def cues_of_both(
    parts: Sequence[Event], dated: Event, side: Side, ids: Sequence[str]
) -> str | Mapping[str, str] | None:
    """Return the words that bind one end of the date of events that become one.

    Words for an end of a date that was typed stand for all neighbours of that side too, so they
    stay only where they bind all of those that are left.
    """
    cues: dict[str, str] = {}
    for part in parts:
        for id_ in part.after if side == "after" else part.before:
            if id_ in ids and (words := part.cue(side, id_)):
                cues.setdefault(id_, words)
    own = dated.cue(side) if dated.own_end(side) else None
    return own if own and all(cues.get(id_) == own for id_ in ids) else cues
