"""What the handout is told: all that the map is, and the texts, days and accounts besides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from statement_map.exporting.source import Source
from statement_map.language import languages
from statement_map.map_view import map_content
from statement_map.model import Atlas, Event, Omission, Place, Text
from statement_map.timeline import Account, Interval

Changes = list[tuple[int, str]]
"""Pairs of a step and what holds from it on; the first is at step 0."""


def build_content(source: Source) -> dict[str, Any]:
    """Return the content of the map (see :func:`map_content`) with what the page adds to it.

    ``states`` of an event and the ``accounts`` of the paragraphs, in their order, are changes.
    ``span`` are the first and the last step at which an event can be, None if it is undated.
    """
    atlas, known = source.atlas, languages()
    statement = atlas.statement
    content = map_content(atlas, source.timeline, known)
    first: dict[int, int] = {}
    for number, event in enumerate(atlas.events):
        for paragraph in event.paragraphs:
            first.setdefault(paragraph, number)
    return {
        **content,
        "standalone": True,
        "boundaries": source.boundaries,
        "words": {code: language.entries for code, language in known.items()},
        "statement": {
            "title": statement.title.root,
            "publisher": statement.publisher.root,
            "url": statement.url,
            "language": statement.language,
            "paragraphs": statement.paragraphs,
            "published": {
                code: language.when(
                    statement.published,
                    Interval(statement.published.start, statement.published.end),
                )
                for code, language in known.items()
            },
        },
        "topics": {topic.id: topic.title.root for topic in statement.topics},
        "steps": [
            step | {"day": {code: each.day(day, weekday=True) for code, each in known.items()}}
            for step, day in zip(content["steps"], source.timeline.steps, strict=True)
        ],
        "places": [place | _of_place(atlas.places[place["id"]]) for place in content["places"]],
        "events": [
            told | _of_event(source, event) | {"omissions": left_out}
            for told, event, left_out in zip(
                content["events"], atlas.events, _omissions(atlas), strict=True
            )
        ],
        "accounts": _account_changes(source),
        "first": first,
    }


def _of_place(place: Place) -> dict[str, Any]:
    return {"method": place.method, "source_id": place.source_id}


def _of_event(source: Source, event: Event) -> dict[str, Any]:
    return {
        "kind": event.kind,
        "topic": event.topic,
        "text": event.text.root,
        "quote": event.quote,
        "when_phrase": event.when_phrase,
        "why": _by_language(event.why_then),
        "note": _by_language(event.note),
        "after": event.after,
        "before": event.before,
        "mentions": [(mention.id, mention.phrase) for mention in event.places],
        "has_date": event.when is not None,
        "states": _state_changes(source, event),
        "span": _span(source, event),
    }


def _omissions(atlas: Atlas) -> Iterator[tuple[Omission, ...]]:
    """Yield what the paragraphs of each event leave out.

    Only the events of the same paragraphs bear on that; to ask all of them takes a minute for
    ten thousand.
    """
    told: dict[int, list[Event]] = {}
    for event in atlas.events:
        for number in event.paragraphs:
            told.setdefault(number, []).append(event)
    for event in atlas.events:
        beside = tuple(other for number in event.paragraphs for other in told[number])
        yield replace(atlas, events=beside).omissions(event.paragraphs)


def _by_language(text: Text | None) -> Any:
    return text.root if text else None


def _span(source: Source, event: Event) -> tuple[int, int] | None:
    interval, steps = source.timeline.interval(event), source.timeline.steps
    if interval is None or not steps:
        return None
    first = (interval.start - steps[0]).days if interval.start else 0
    last = (interval.end - steps[0]).days if interval.end else len(steps) - 1
    return first, last


def _state_changes(source: Source, event: Event) -> Changes:
    """Return the states of an event, which can change where its interval starts and ends."""
    timeline = source.timeline
    span = _span(source, event)
    at = {0, span[0], span[1] + 1} if span else {0}
    changes: Changes = []
    for step in sorted(at):
        if step < len(timeline.steps):
            state = timeline.state(event, timeline.steps[step]).value
            if not changes or changes[-1][1] != state:
                changes.append((step, state))
    return changes or [(0, "undated")]


def _account_changes(source: Source) -> list[Changes]:
    """Return under which account each paragraph stands at each step."""
    changes: list[Changes] = [[] for _ in range(source.atlas.statement.paragraphs)]
    current: dict[int, Account] = {}
    for step, day in enumerate(source.timeline.steps):
        for account, numbers in source.timeline.accounts(day).items():
            for number in numbers:
                if current.get(number) is not account:
                    current[number] = account
                    changes[number - 1].append((step, account.value))
    return changes
