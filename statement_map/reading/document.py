"""From the text of a YAML file to a tree that remembers its lines.

Only what an editor of data needs is read: mappings, lists and text. Aliases, merge keys and tags
are refused, and every scalar stays the text that was typed; ``NO``, ``0123`` and ``12:30`` mean
what they look like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from statement_map.errors import DataError
from statement_map.fields import CONTROL
from statement_map.reading.files import MIN_LETTERS, judge_lines, split_lines
from statement_map.reading.messages import REFUSED, Loc, quoted, write_path

MAX_DEPTH = 20
"""How deeply lists and mappings may lie in one another."""

_BLOCK = re.compile(r"[|>][-+0-9]*(?=\s)")  # how a value of several lines starts
MOST_VALUES = 10_000
"""So many values a short file may have; a longer one has one for each :data:`MIN_LETTERS`."""

_NULLS = {"", "~", "null", "Null", "NULL"}

_TOO_DEEP = "too deep"
_TOO_MANY = "too many"
_SECOND = "second document"
_ALIGN = "it level with its neighbours, or a whole value in quotation marks"
_QUOTE = "the value in quotation marks"
_CLOSED = ("opens a quotation that is not closed", "the closing mark")
_SYNTAX = {
    "mapping values are not allowed in this context": ("has a colon too many", _QUOTE),
    "block sequence entries are not allowed in this context": ("has a hyphen too many", _QUOTE),
    "found character that cannot start any token": ("starts with a special character", _QUOTE),
    "did not find expected key": ("does not fit what stands before it", _ALIGN),
    "did not find expected '-' indicator": ("does not fit the list before it", _ALIGN),
    "could not find expected ':'": ("is a key without a colon", "'key: value'"),
    "found unknown escape character": ("has an unknown escape", "'\\\\' for a backslash"),
    "did not find expected ',' or ']'": ("opens a bracket that is not closed", "']' at its end"),
    "did not find expected ',' or '}'": ("opens a brace that is not closed", "'}' at its end"),
    "found unexpected end of stream": _CLOSED,
    "found unexpected document indicator": _CLOSED,
    _TOO_DEEP: ("lies too deep", f"at most {MAX_DEPTH} levels"),
    _TOO_MANY: ("is one value too many", "fewer for so short a file"),
    _SECOND: ("starts a second document", "one document"),
}
_STARTS_EARLIER = {
    "while scanning a quoted scalar",
    "while scanning a simple key",
    "while parsing a flow sequence",
    "while parsing a flow mapping",
}


@dataclass(frozen=True, slots=True)
class Node:
    """A value of YAML, and the line of its key, or of itself where it has no key, as in a list.

    ``value`` is None where it was refused, which has been told.
    """

    line: int
    value: str | list[Node] | dict[str, Node] | None

    def child(self, step: str | int) -> Node | None:
        """Return the node under a key or at a position, None if there is none."""
        if isinstance(self.value, dict) and isinstance(step, str):
            return self.value.get(step)
        if isinstance(self.value, list) and isinstance(step, int) and step < len(self.value):
            return self.value[step]
        return None

    def plain(self) -> Any:
        """Return the value as text, lists and dicts."""
        match self.value:
            case dict() as entries:
                return {key: node.plain() for key, node in entries.items()}
            case list() as items:
                return [node.plain() for node in items]
            case None:
                return REFUSED
        return self.value

    def scalars(self, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
        """Yield all text in it, with its place."""
        match self.value:
            case dict() as entries:
                for key, node in entries.items():
                    yield from node.scalars((*loc, key))
            case list() as items:
                for position, node in enumerate(items):
                    yield from node.scalars((*loc, position))
            case str() as text:
                yield loc, text


@dataclass(frozen=True)
class Document:
    """A YAML file as it was written."""

    file: str
    root: Node

    def error(self, loc: Loc, message: str) -> DataError:
        """Return an error at ``loc``, with the line of the nearest node there is."""
        node = self.root
        for depth, step in enumerate(loc):
            if isinstance(node.value, str):
                loc = loc[:depth]  # one value was written where a list may stand
            if (child := node.child(step)) is None:
                break
            node = child
        return DataError(self.file, node.line, write_path(loc), message)


def read_document(file: str, text: str, errors: list[DataError]) -> Document | None:
    """Return the one document in ``text``, None if it cannot be parsed to its end."""
    if fault := judge_lines(file, text):
        errors.append(fault)
        return None
    try:
        root = _TreeBuilder(file, text, errors).build()
    except yaml.YAMLError as error:
        errors.append(_syntax_error(file, text, error))
        return None
    if root is None:
        errors.append(DataError(file, None, "", "is empty; found no keys; write the data"))
        return None
    return Document(file, root)


def read_comments(text: str) -> dict[int, str]:
    """Return the comments in ``text``, from their ``#`` on, by the number of their line from 1.

    Raises a YAMLError where it is no YAML.
    """
    lines = split_lines(text)
    inside: set[int] = set()
    ends: dict[int, int] = {}  # the column after the last value of a line
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        start, end = token.start_mark, token.end_mark
        if isinstance(token, yaml.ScalarToken):
            inside.update(range(start.line + 1, end.line))
            if header := _BLOCK.match(lines[start.line], start.column):
                ends[start.line] = header.end()
        if end.index > start.index:
            ends[end.line] = end.column
    rests = {
        number: line[ends.get(number, 0) :].strip()
        for number, line in enumerate(lines)
        if "#" in line and number not in inside
    }
    return {number + 1: rest for number, rest in rests.items() if rest.startswith("#")}


class _TreeBuilder:
    def __init__(self, file: str, text: str, errors: list[DataError]) -> None:
        self._file = file
        self._errors = errors
        self._events = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
        self._values_left = MOST_VALUES + len(text) // MIN_LETTERS

    def build(self) -> Node | None:
        """Build the tree; raise a YAMLError where the rest of the file cannot be read."""
        next(self._events)  # the stream starts
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        root = self._node(next(self._events), ())
        next(self._events)  # the document ends
        if not isinstance(event := next(self._events), yaml.StreamEndEvent):
            raise _stop(event, _SECOND)
        return root

    def _node(self, event: yaml.Event, loc: Loc, line: int | None = None) -> Node:
        line = line or _line(event)
        self._values_left -= 1
        if self._values_left < 0:
            raise _stop(event, _TOO_MANY)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, loc, f"is an alias; found '*{event.anchor}'; write the value")
            return Node(line, None)
        self._refuse_properties(event, loc)
        if isinstance(event, yaml.ScalarEvent):
            return Node(line, self._text(event, loc))
        if len(loc) == MAX_DEPTH:
            raise _stop(event, _TOO_DEEP)
        is_list = isinstance(event, yaml.SequenceStartEvent)
        return Node(line, self._items(loc) if is_list else self._entries(loc))

    def _text(self, event: yaml.ScalarEvent, loc: Loc) -> str | None:
        text: str = event.value
        if not event.style and text in _NULLS:
            found = repr(text) if text else "nothing"
            self._refuse(event, loc, f"has no value; found {found}; write one or remove the key")
            return None
        if found_control := CONTROL.search(text):  # from an escape such as "\0"
            self._refuse(
                event, loc, f"holds a control character; found {found_control[0]!r}; remove it"
            )
            return None
        return text

    def _items(self, loc: Loc) -> list[Node]:
        items: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*loc, len(items))))
        return items

    def _entries(self, loc: Loc) -> dict[str, Node]:
        entries: dict[str, Node] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, loc)
            line = _line(event)
            node = self._node(next(self._events), (*loc, key or "?"), line)
            if key in entries:
                self._refuse(
                    event,
                    (*loc, key),
                    f"is written twice; found it on lines {entries[key].line} and {line}; keep one",
                )
            elif key is not None:
                entries[key] = node
        return entries

    def _key(self, event: yaml.Event, loc: Loc) -> str | None:
        """Return the text of a key, None if it is none that is read."""
        if not isinstance(event, yaml.ScalarEvent):
            node = self._node(event, (*loc, "?"))
            if node.value is not None:
                found = quoted(node.value)
                self._refuse(event, loc, f"has a key that is no text; found {found}; write text")
            return None
        self._refuse_properties(event, loc)
        if event.value == "<<" and not event.style:
            self._refuse(event, loc, "has a merge key; found '<<'; write out what it stands for")
            return None
        key: str = event.value
        return key

    def _refuse_properties(self, event: yaml.Event, loc: Loc) -> None:
        if anchor := getattr(event, "anchor", None):
            self._refuse(event, loc, f"has an anchor; found '&{anchor}'; remove it")
        if tag := getattr(event, "tag", None):
            found = tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(event, loc, f"has a tag; found {found!r}; remove it")

    def _refuse(self, event: yaml.Event, loc: Loc, message: str) -> None:
        self._errors.append(self._error(event, loc, message))

    def _error(self, event: yaml.Event, loc: Loc, message: str) -> DataError:
        return DataError(self._file, _line(event), write_path(loc), message)


def _stop(event: yaml.Event, problem: str) -> yaml.MarkedYAMLError:
    mark = event.start_mark
    return yaml.MarkedYAMLError(None, None, problem, mark)  # type: ignore[arg-type]  # C's Mark


def _line(event: yaml.Event) -> int:
    assert event.start_mark is not None
    return event.start_mark.line + 1


def _syntax_error(file: str, text: str, error: yaml.YAMLError) -> DataError:
    """Say in everyday words what the parser stumbled over, and show the line."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return DataError(file, None, "", f"is not YAML; found {quoted(str(error))}; correct it")
    start = error.context_mark if error.context in _STARTS_EARLIER else None
    mark = start or error.problem_mark
    line = [*split_lines(text), ""][mark.line]
    what, write = _SYNTAX.get(error.problem or "", (f"is not YAML ({error.problem})", _QUOTE))
    if line[mark.column : mark.column + 1] == "\t":
        what, write = "is indented with a tab", "spaces"
    return DataError(
        file, mark.line + 1, "", f"{what}; found {quoted(line.strip())}; write {write}"
    )
