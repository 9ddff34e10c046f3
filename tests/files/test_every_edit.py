"""One edit of any event, in each of its keys, is one hunk that is read back."""

from __future__ import annotations

from collections.abc import Iterator

from statement_map.model import Event, Kind, Mention, Text
from statement_map.reviewing import Work
from tests.files.test_events_text import changed_lines, read, work

__all__ = ["work"]


def edits_of(event: Event) -> Iterator[tuple[str, object]]:
    yield "kind", Kind.CLAIM if event.kind is Kind.OCCURRENCE else Kind.OCCURRENCE
    yield "reviewed", not event.reviewed
    yield "quote", "three other words"
    yield "note", Text({**(event.note.root if event.note else {}), "en": "a note"})
    yield "paragraphs", (*event.paragraphs, 28)
    for key in ("title", "text"):
        texts = getattr(event, key).root
        for code, words in texts.items():
            yield key, Text({**texts, code: f"{words} And more."})
    if event.places:
        yield "places", (Mention(id=event.places[0].id, phrase="other words"), *event.places[1:])


def test_one_edit_changes_at_most_five_lines_and_is_read_back(work: Work) -> None:
    written = work.written
    assert written
    for position, event in enumerate(work.atlas.events):
        for key, value in edits_of(event):
            changed = event.model_copy(update={key: value})
            events = (*work.atlas.events[:position], changed, *work.atlas.events[position + 1 :])
            text = written.write(work.atlas.statement, events, work.comments)
            assert 1 <= len(changed_lines(work.events_yaml, text)) <= 5, (event.id, key)
            assert read(text) == events
