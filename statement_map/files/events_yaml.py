"""From a statement and its events to the text of events.yaml.

Whatever is valid in the model is written so that :mod:`statement_map.reading` reads it back.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from statement_map.fields import EVERY
from statement_map.model import Event, Mention, Passage, Statement, Text

_CHOSEN = (
    *("bars", "chapters"),
    *("voices", "words", "compare", "chain", "glossary", "other_accounts"),
)
_WIDTH = 98
"""Characters in a line of a comment, 100 with the sign and the blank before them."""

_LONGEST_COMMENT = 400
"""Characters of a paragraph that stand in a comment: enough to know it by."""


@dataclass(frozen=True)
class Comments:
    """The lines of comments in an events.yaml, each from its ``#`` on.

    ``before`` are those of each event by its id, ``tail`` those after the last.
    """

    head: tuple[str, ...] = ()
    before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tail: tuple[str, ...] = ()


def write_events(
    statement: Statement, events: Iterable[Event], comments: Comments | None = None
) -> str:
    """Return the text of events.yaml, with ``comments`` where they belong."""
    comments = comments or Comments()
    lines = [*comments.head, *write_statement(statement), "", "events:"]
    for event in events:
        lines += (f"  {line}" for line in comments.before.get(event.id, ()))
        lines += write_event(event)
    lines += (f"  {line}" for line in comments.tail)
    return "\n".join(lines) + "\n"


def write_statement(statement: Statement) -> Iterator[str]:
    """Yield the lines of the statement, the key ``statement`` first."""
    yield "statement:"
    for key in ("title", "issuer", "publisher"):
        text: Text | None = getattr(statement, key)
        if text:
            yield f"  {key}: {_text(text)}"
    if statement.url:
        yield f"  url: {quoted(statement.url)}"
    yield f"  language: {statement.language}"
    yield f"  published: {statement.published}"
    yield f"  published_basis: {statement.published_basis.value}"
    if statement.accessed:
        yield f"  accessed: {statement.accessed}"
    yield f"  paragraphs: {statement.paragraphs}"
    yield f"  sha256: {quoted(statement.sha256)}"
    yield from _mentions(statement.places, "  ")
    for key in ("numbers", "sources"):
        passages: Sequence[Passage] | None = getattr(statement, key)
        if passages is not None:
            yield f"  {key}:" if passages else f"  {key}: []"
            for passage in passages:
                phrase = quoted(passage.phrase)
                yield f"    - {{paragraph: {passage.paragraph}, phrase: {phrase}}}"
    yield "  topics:"
    for topic in statement.topics:
        yield f"    - {{id: {_id(topic.id)}, title: {_text(topic.title)}}}"
    yield from _chosen(statement)


def _chosen(statement: Statement) -> Iterator[str]:
    """Yield what an editor added for telling the statement and for weighing it, one item a line."""
    given = statement.model_dump(mode="json", include=set(_CHOSEN), exclude_defaults=True)
    for key in _CHOSEN:
        if key in given:
            items = given[key]
            yield f"  {key}:" if items else f"  {key}: []"
            yield from (f"    - {_flow(item)}" for item in items)


def _flow(value: Any) -> str:
    """Return plain data as YAML writes it on one line."""
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
        case list():
            return f"[{', '.join(map(_flow, value))}]"
        case str():
            return quoted(value)
    return str(value)


def write_event(event: Event) -> Iterator[str]:
    """Yield the lines of an event, as an item of a list."""
    yield f"  - id: {_id(event.id)}"
    numbers = event.paragraphs
    yield f"    paragraph: {numbers[0] if len(numbers) == 1 else list(numbers)}"
    if event.when:
        yield f"    when: {quoted(str(event.when))}"
    yield f"    basis: {quoted(event.basis.value)}"
    if event.when_phrase:
        yield f"    when_phrase: {quoted(event.when_phrase)}"
    yield from _bounds(event)
    if event.why_then:
        yield f"    why_then: {_text(event.why_then)}"
    if event.throughout:
        yield "    throughout: true"
    yield from _mentions(event.places, "    ")
    yield f"    kind: {event.kind.value}"
    yield f"    topic: {_id(event.topic)}"
    for key in ("title", "text"):
        yield f"    {key}: {_text(getattr(event, key))}"
    yield f"    quote: {quoted(event.quote)}"
    if event.note:
        yield f"    note: {_text(event.note)}"
    if not event.reviewed:
        yield "    reviewed: no"


def _bounds(event: Event) -> Iterator[str]:
    for side, ids, cues in event.bounds:
        if ids:
            yield f"    {side}: [{', '.join(map(_id, ids))}]"
        if cues:
            yield f"    {side}_cue: {_cues(cues)}"


def _mentions(mentions: Sequence[Mention], indent: str) -> Iterator[str]:
    if mentions:
        yield f"{indent}places:"
        for mention in mentions:
            yield f"{indent}  - {{id: {_id(mention.id)}, phrase: {quoted(mention.phrase)}}}"


def _text(text: Text) -> str:
    return "{" + ", ".join(f"{code}: {quoted(words)}" for code, words in text.root.items()) + "}"


def _cues(cues: Mapping[str, str]) -> str:
    if EVERY in cues:
        return quoted(cues[EVERY])
    return "{" + ", ".join(f"{_id(id_)}: {quoted(words)}" for id_, words in cues.items()) + "}"


def _id(value: str) -> str:
    return value if value[0].isalpha() and value not in {"null", "true", "false"} else quoted(value)


def quoted(value: str) -> str:
    """Return ``value`` as YAML reads it between double quotation marks.

    That is JSON, with what YAML would not have in a file, or nobody could see, as escapes.
    """
    text = json.dumps(value, ensure_ascii=False)
    if text.isprintable():
        return text
    return "".join(ch if ch.isprintable() or ch == " " else _escape(ch) for ch in text)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def comment_lines(paragraphs: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a comment that says ``paragraphs``, each cut off where it is long."""
    for paragraph in paragraphs:
        cut = paragraph[:_LONGEST_COMMENT] + ("…" if len(paragraph) > _LONGEST_COMMENT else "")
        plain = "".join(ch if ch.isprintable() else "\N{REPLACEMENT CHARACTER}" for ch in cut)
        yield from (f"# {line}".rstrip() for line in textwrap.wrap(plain, _WIDTH) or [""])
