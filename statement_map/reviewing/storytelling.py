"""The chapters of a work: proposed, put in, moved about and taken out.

Each returns another work, the same where the event or chapter is not there (any more). Nothing of
the statement is lost by it: what no chapter names belongs to that of the event told before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from statement_map.model import Atlas, Basis, Chapter, Event
from statement_map.reviewing.editing import change_statement, new_id
from statement_map.reviewing.work import Work

MOST_CHAPTERS = 10
"""So many are proposed: at some fifteen seconds each a story of three minutes at most."""


def proposed_events(atlas: Atlas) -> tuple[Event, ...]:
    """Return the events that a story may tell, in the order of the text; at most ten.

    The first and the last are where the text begins and ends, which nobody else can choose for
    it. Between them stand those whose day the text itself states, so that no guess of ours becomes
    the story, and of which a place has a point, for the map has to fly somewhere. Where there are
    too many, each next one is that which is most days away from all that were taken (farthest-first
    traversal), so that a crowded day does not fill the story; of equals the one told first.
    """
    first, *_, last = (*atlas.events[:1], *atlas.events)
    taken = {first.id: first, last.id: last}
    rest = [event for event in atlas.events if _may_be_told(event, atlas) and event.id not in taken]
    while rest and len(taken) < MOST_CHAPTERS:
        days = [day for event in taken.values() if (day := _day(event))]
        event = max(rest, key=lambda it: _days_away(it, days))
        taken[event.id] = event
        rest.remove(event)
    return tuple(event for event in atlas.events if event.id in taken)


def propose_chapters(work: Work) -> Work:
    """Return the work with a chapter for each of the proposed events, with its title."""
    return _told(work, [_chapter_of(event, ()) for event in proposed_events(work.atlas)])


def add_chapter(work: Work, id_: str) -> Work:
    """Return the work with a chapter that an event begins, behind the last that begins earlier.

    It is in no other chapter then; the work stays as it is where one begins with it already.
    """
    chapters = work.atlas.statement.chapters
    order = [event.id for event in work.atlas.events]
    if id_ not in order or any(chapter.events[0] == id_ for chapter in chapters):
        return work
    event = work.atlas.events[order.index(id_)]
    others = [_without(chapter, id_) for chapter in chapters]
    earlier = (n for n, it in enumerate(others, 1) if order.index(it.events[0]) < order.index(id_))
    at = max(earlier, default=0)
    return _told(work, [*others[:at], _chapter_of(event, others), *others[at:]])


def move_chapter(work: Work, id_: str, by: int) -> Work:
    """Return the work with a chapter so many chapters further on, as far as there are any."""
    chapters = list(work.atlas.statement.chapters)
    ids = [chapter.id for chapter in chapters]
    if id_ not in ids:
        return work
    at = ids.index(id_)
    chapter = chapters.pop(at)
    chapters.insert(min(max(0, at + by), len(chapters)), chapter)
    return _told(work, chapters)


def remove_chapter(work: Work, id_: str) -> Work:
    """Return the work without a chapter; its events stay."""
    return _told(work, [it for it in work.atlas.statement.chapters if it.id != id_])


def _told(work: Work, chapters: Sequence[Chapter]) -> Work:
    return change_statement(work, {"chapters": chapters})


def _chapter_of(event: Event, others: Iterable[Chapter]) -> Chapter:
    id_ = new_id(event.id, {chapter.id for chapter in others})
    return Chapter(id=id_, title=event.title, events=(event.id,))


def _without(chapter: Chapter, id_: str) -> Chapter:
    return chapter.model_copy(update={"events": tuple(it for it in chapter.events if it != id_)})


def _may_be_told(event: Event, atlas: Atlas) -> bool:
    is_stated = event.basis is Basis.STATED
    return is_stated and any(atlas.places[mention.id].has_point for mention in event.places)


def _day(event: Event) -> date | None:
    return (event.when.start or event.when.end) if event.when else None


def _days_away(event: Event, others: Sequence[date]) -> int:
    """Return how many days lie between an event and the nearest of the others; 0 for none."""
    day = _day(event)
    return min((abs((day - other).days) for other in others), default=0) if day else 0
