"""The words of an error: what is wrong, what was found, what to write."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import Any, TypeAlias, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

Loc: TypeAlias = tuple[str | int, ...]
"""Where something stands in a file: keys and positions from the outermost to the innermost."""

REFUSED = object()
"""Stands for a value that was reported already, so that no second error is made of it."""

MOST_FAULTS = 10_000
"""So many faults are told; a file with more is no data, and would take all memory to tell."""

_LONGEST = 60
"""Characters of a wrong value that an error tells: enough to find it."""

_NO_SINGLE_VALUE = "is not a single value; found {found}; write one"
_MESSAGES = {
    "missing": "is missing; found nothing; write a value",
    "enum": "is not a word known here; found {found}; write {expected}",
    "literal_error": "is not a word known here; found {found}; write {expected}",
    "string_type": _NO_SINGLE_VALUE,
    "float_type": "is not a number; found {found}; write digits",
    "int_type": _NO_SINGLE_VALUE,
    "bool_type": _NO_SINGLE_VALUE,
    "is_instance_of": _NO_SINGLE_VALUE,
    "tuple_type": "is not a list; found {found}; write one item a line, each after '- '",
    "dict_type": "is not a text by language; found {found}; write it as 'en: ...'",
    "too_short": "holds nothing; found an empty list; write at least one item",
    "greater_than_equal": "is too small; found {found}; write {ge:g} or more",
    "less_than_equal": "is too large; found {found}; write {le:g} or less",
    "string_pattern_mismatch": "has the wrong form; found {found}; write what fits {pattern}",
}


def quoted(value: object) -> str:
    """Return how a message shows a ``value`` that was found."""
    match value:
        case str() if len(value) > _LONGEST:
            return f"{value[:_LONGEST]!r}..."
        case list() | tuple():
            return "a list"
        case dict():
            return "keys with values"
        case None:
            return "nothing"
        case _:
            return repr(value)


def write_path(loc: Loc) -> str:
    """Return ``loc`` as it is written: ``events[3].places[0].id``."""
    steps = (
        f".{step}" if isinstance(step, str) and re.fullmatch(r"\w+", step) else f"[{step!r}]"
        for step in loc
    )
    return "".join(steps).removeprefix(".")


def advice(found: str, known: Collection[str]) -> str:
    """Return which of the ``known`` words to write instead of the one ``found``."""
    by_small_letters = {word.casefold(): word for word in known}
    if near := get_close_matches(found.casefold(), by_small_letters, n=1):
        return f"write {by_small_letters[near[0]]!r}"
    if not known:
        return "add it first, or remove this"
    if len(known) > 12:
        return f"write one of the {len(known)} that are known"
    return "write " + " or ".join(repr(word) for word in known)


def explain(error: ValidationError, model: type[BaseModel]) -> Iterator[tuple[Loc, str]]:
    """Yield where and what each fault is that pydantic found in data for ``model``."""
    if (count := error.error_count()) > MOST_FAULTS:
        yield (), f"has too many faults; found {count}; start with a file that has fewer"
        return
    for fault in error.errors(include_url=False):
        if fault["input"] is REFUSED and fault["type"] != "extra_forbidden":
            continue
        if fault["type"] == "too_short" and fault["input"]:
            continue  # pydantic counts the items that are valid; the others are reported
        loc = fault["loc"]
        if loc and loc[-1] == "[key]":
            loc = loc[:-1]
        if fault["type"] == "fault_in":
            loc = (*loc, fault["ctx"]["field"])
        yield loc, _message(fault, model)


def _message(fault: ErrorDetails, model: type[BaseModel]) -> str:
    found, context, loc = quoted(fault["input"]), fault.get("ctx", {}), fault["loc"]
    match fault["type"]:
        case "value_error":
            return str(context["error"])
        case "fault_in":
            return str(context["fault"])
        case "extra_forbidden":
            key = str(loc[-1])
            return f"is not a key here; found {key!r}; {advice(key, _keys(model, loc[:-1]))}"
        case "model_type":
            return f"has no keys; found {found}; write the keys {', '.join(_keys(model, loc))}"
        case type_ if type_ in _MESSAGES:
            return _MESSAGES[type_].format(found=found, **context)
    return f"is not valid; found {found}; {fault['msg']}"


def _keys(model: type[BaseModel], loc: Loc) -> list[str]:
    """Return the keys that a mapping at ``loc`` may have, counted from ``model``."""
    for step in loc:
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        if isinstance(step, str):
            model = _model_in(fields[step].annotation) or model
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)
