"""What becomes of a statement's chapters when events and places go, or become others."""

from __future__ import annotations

from statement_map.model import Statement


def with_other_event(statement: Statement, gone: str, other: str | None) -> Statement:
    """Return ``statement`` with the event ``other`` for one that is ``gone``, None for none.

    An event that a chapter has already stays in that one. A chapter of nothing goes too.
    """
    named = {id_ for chapter in statement.chapters for id_ in chapter.events}
    return _with_other(statement, "events", gone, None if other in named else other)


def with_other_place(statement: Statement, gone: str, other: str | None) -> Statement:
    """Return ``statement`` with another place to look at for one that is ``gone``, or none."""
    return _with_other(statement, "look_at", gone, other)


def _with_other(statement: Statement, key: str, gone: str, other: str | None) -> Statement:
    chapters = []
    for chapter in statement.chapters:
        ids = [other if id_ == gone else id_ for id_ in getattr(chapter, key)]
        kept = tuple(dict.fromkeys(id_ for id_ in ids if id_))
        chapters.append(chapter.model_copy(update={key: kept}))
    told = tuple(chapter for chapter in chapters if chapter.events)
    return statement.model_copy(update={"chapters": told})
