"""An events.yaml of which single keys are changed, while the rest stays as it was written.

Writing a file anew would turn its comments, its quotation marks and the breaks of its lines, and
hide one change among a thousand. What a key says was read before, strictly; here only the lines
that it stands on are replaced. A file that is laid out in another way than one key a line is
written anew.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from statement_map.files.events_yaml import (
    Comments,
    quoted,
    write_event,
    write_events,
    write_statement,
)
from statement_map.model import Event, Statement, Text
from statement_map.reading.document import Document, Node, read_comments

_ITEM = re.compile(r" *- +(?=\w)")
_KEY = re.compile(r" *(?:- +)?(\w+):")
_FOLDED = re.compile(r": +>-$")
_WIDTH = 100
"""Characters in a line of a text that is folded anew, as in our own files."""


@dataclass(frozen=True)
class _Mapping:
    """The lines of a mapping: those before its keys, and of each key with comments above it."""

    head: tuple[str, ...]
    keys: Mapping[str, tuple[str, ...]]

    @property
    def lines(self) -> Iterator[str]:
        """All of them."""
        yield from self.head
        for lines in self.keys.values():
            yield from lines

    @property
    def indent(self) -> str:
        """What stands before each key but the first, which may be an item of a list."""
        first = next(filter(_KEY.match, next(iter(self.keys.values()))))
        found = _ITEM.match(first)
        return " " * (found.end() if found else len(first) - len(first.lstrip()))


@dataclass(frozen=True)
class EventsText:
    """A file as it was written, with what it said."""

    statement: Statement
    events: Mapping[str, Event]
    comments: Comments
    _about: _Mapping
    _between: tuple[str, ...]
    _items: Mapping[str, _Mapping]
    _tail: tuple[str, ...]
    _end: str

    @classmethod
    def read(
        cls,
        text: str,
        document: Document,
        statement: Statement,
        events: Sequence[Event],
        comments: Comments,
    ) -> Self | None:
        """Take ``text`` apart, which was read as ``document``; None if it is laid out otherwise."""
        end = "\r\n" if "\r\n" in text else "\n"
        lines = text.split(end)
        about, listed = document.root.child("statement"), document.root.child("events")
        assert about, "it was read before"
        assert listed, "it was read before"
        assert isinstance(listed.value, list), "it was read before"
        starts = [node.line for node in listed.value]
        if (
            about.line > listed.line
            or lines.pop()
            or any("\r" in line for line in lines)
            or not all(map(_ITEM.match, (lines[number - 1] for number in starts)))
        ):
            return None
        page = _Page(lines, {n for n in read_comments(text) if lines[n - 1].lstrip()[0] == "#"})
        firsts = [page.above(number, listed.line) for number in starts]
        stop = page.above(len(lines) + 1, starts[-1])
        mappings = [
            page.take_apart(node, first, end_)
            for node, first, end_ in zip(
                (about, *listed.value), (1, *firsts), (listed.line, *firsts[1:], stop), strict=True
            )
        ]
        if None in mappings:
            return None
        whole = [each for each in mappings if each]
        return cls(
            statement,
            {event.id: event for event in events},
            comments,
            whole[0],
            tuple(lines[listed.line - 1 : firsts[0] - 1]),
            dict(zip((event.id for event in events), whole[1:], strict=True)),
            tuple(lines[stop - 1 :]),
            end,
        )

    def write(self, statement: Statement, events: Iterable[Event], comments: Comments) -> str:
        """Return the text with another ``statement``, and with ``events`` in their order."""
        if comments.head != self.comments.head:
            return write_events(statement, events, comments)
        lines = list(self._about.lines)
        if statement != self.statement:
            old, new = ([*write_statement(each)][1:] for each in (self.statement, statement))
            lines = _spliced(self._about, old, new, _changed_texts(self.statement, statement))
        lines += self._between
        for event in events:
            lines += self._write_event(event, comments.before.get(event.id, ()))
        more = _more(comments.tail, self.comments.tail) or ()
        lines += [*(f"  {line}" for line in more), *self._tail]
        return "".join(f"{line}{self._end}" for line in lines)

    def _write_event(self, event: Event, comments: Sequence[str]) -> list[str]:
        known, item = self.events.get(event.id), self._items.get(event.id)
        more = _more(comments, self.comments.before.get(event.id, ()))
        if known is None or item is None or more is None:
            return [*(f"  {line}" for line in comments), *write_event(event)]
        above = [f"  {line}" for line in more]
        if event == known:
            return [*above, *item.lines]
        texts = _changed_texts(known, event)
        return [*above, *_spliced(item, write_event(known), write_event(event), texts)]


@dataclass(frozen=True)
class _Page:
    """The lines of a file, and the numbers of those that are comments alone; they count from 1."""

    lines: Sequence[str]
    comments: set[int]

    def above(self, number: int, least: int) -> int:
        """Return the first of the comments and blank lines right above a line, after ``least``."""
        while number - 1 > least and (
            number - 1 in self.comments or not self.lines[number - 2].strip()
        ):
            number -= 1
        return number

    def take_apart(self, node: Node, first: int, end: int) -> _Mapping | None:
        """Return the keys of ``node``, on the lines from ``first`` to before ``end``.

        None if one of them does not start a line.
        """
        assert isinstance(node.value, dict), "it was read before"
        starts = {key: child.line for key, child in node.value.items()}
        found = {key: _KEY.match(self.lines[line - 1]) for key, line in starts.items()}
        if any(not match or match[1] != key for key, match in found.items()):
            return None
        heads = [self.above(line, min(starts.values())) for line in starts.values()]
        lines = zip(starts, heads, [*heads[1:], end], strict=True)
        return _Mapping(
            tuple(self.lines[first - 1 : heads[0] - 1]),
            {key: tuple(self.lines[head - 1 : stop - 1]) for key, head, stop in lines},
        )


def _more(comments: Sequence[str], own: Sequence[str]) -> Sequence[str] | None:
    """Return what was put above the comments that were there; None if those are others now."""
    count = len(comments) - len(own)
    return comments[:count] if tuple(comments[count:]) == tuple(own) and count >= 0 else None


def _changed_texts(
    old: Statement | Event, new: Statement | Event
) -> Mapping[str, tuple[Text, Text]]:
    """Return the texts by language that are others now, by their key."""
    pairs = {key: (getattr(old, key), getattr(new, key)) for key in type(old).model_fields}
    return {
        key: (before, after)
        for key, (before, after) in pairs.items()
        if isinstance(before, Text) and isinstance(after, Text) and before != after
    }


def _spliced(
    mapping: _Mapping,
    old: Iterable[str],
    new: Iterable[str],
    texts: Mapping[str, tuple[Text, Text]],
) -> list[str]:
    """Return the lines of ``mapping`` with what differs between two writings of it."""
    before, after = _by_key(old), _by_key(new)
    written: dict[str, list[str]] = {}
    for key, lines in mapping.keys.items():
        if before.get(key) == after.get(key):
            written[key] = [*lines]
        elif key in after:
            at = next(n for n, line in enumerate(lines) if _KEY.match(line))
            text = _replaced_text(lines[at:], *texts[key]) if key in texts else None
            kept = _kept(before.get(key, ()), lines[at:])
            new_lines = text or _replaced(lines[at], after[key], kept, mapping)
            written[key] = [*lines[:at], *new_lines]
    order = [*written]
    for previous, key in zip([None, *after], after, strict=False):
        if key not in written:
            written[key] = [mapping.indent + line for line in after[key]]
            order.insert(order.index(previous) + 1 if previous else 1, key)
    return [*mapping.head, *(line for key in order for line in written[key])]


def _by_key(lines: Iterable[str]) -> dict[str, list[str]]:
    """Return what was written for each key, without its indentation."""
    keys: dict[str, list[str]] = {}
    flat = [line.replace("- ", "  ", 1) if n == 0 else line for n, line in enumerate(lines)]
    indent = len(flat[0]) - len(flat[0].lstrip())
    for line in flat:
        own = line[indent:]
        if not own.startswith(" "):
            key = own.partition(":")[0]
            keys[key] = []
        keys[key].append(own)
    return keys


def _kept(old: Sequence[str], lines: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Return the lines of each item of a list, by what was written for it."""
    items: list[list[str]] = []
    start = re.match(" *- ", lines[1]) if len(lines) > 1 else None
    for line in lines[1:] if start else ():
        if start and line.startswith(start[0]):
            items.append([])
        items[-1].append(line)
    return dict(zip(old[1:], items, strict=True)) if len(items) == len(old) - 1 else {}


def _replaced(
    line: str, new: Sequence[str], kept: Mapping[str, Sequence[str]], mapping: _Mapping
) -> list[str]:
    """Return ``new`` where the key of ``line`` stood, with the items of a list that stay."""
    item = _ITEM.match(line)
    first = f"{item[0] if item else mapping.indent}{new[0]}"
    items = (kept.get(each, [mapping.indent + each]) for each in new[1:])
    return [line if kept else first, *(line for lines in items for line in lines)]


def _replaced_text(lines: Sequence[str], old: Text, new: Text) -> list[str] | None:
    """Return a text by language with those that differ; None if it stands on one line."""
    own: dict[str, list[str]] = {}
    for line in lines[1:]:
        found = re.match(r"( +)([a-z]{2}):(?: |$)", line)
        if found and found[2] in old.root and found[2] not in own:
            own[found[2]] = []
        elif not own:
            return None
        [*own.values()][-1].append(line)
    if own.keys() != old.root.keys():
        return None
    deeper = lines[1][: len(lines[1]) - len(lines[1].lstrip())]
    changed = [lines[0]]
    for code, words in new.root.items():
        if old.root.get(code) == words:
            changed += own[code]
        elif code in own and _FOLDED.search(own[code][0]) and (folded := _fold(words, deeper)):
            changed += [own[code][0], *folded]
        else:
            changed.append(f"{deeper}{code}: {quoted(words)}")
    return changed


def _fold(words: str, indent: str) -> list[str] | None:
    """Return the lines of a folded block (YAML 1.2, 8.1.3); None where it would not say the same.

    A break in it is a blank, so that words need single blanks between them.
    """
    if not words.isprintable() or " ".join(words.split()) != words:
        return None
    deeper = f"{indent}  "
    return textwrap.wrap(
        words,
        _WIDTH,
        initial_indent=deeper,
        subsequent_indent=deeper,
        break_long_words=False,
        break_on_hyphens=False,
    )
