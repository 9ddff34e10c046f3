"""Types of what Python sends to the browser, printed for the browser's type checker.

They are written once, as classes of :class:`typing.TypedDict` beside what makes the content.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from inspect import getdoc
from types import NoneType, UnionType
from typing import Any, Literal, NotRequired, get_args, get_origin, get_type_hints, is_typeddict

_HEAD = (
    "/* Printed by `python -m scripts.print_types` from the classes of these names in Python. */\n"
)
_PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", NoneType: "null"}


def print_types(roots: Iterable[type]) -> str:
    """Return TypeScript declarations of the TypedDicts ``roots``, and of what they name."""
    named: dict[str, str] = {}
    for root in roots:
        _declare(root, named)
    return "\n".join((_HEAD, *(named[name] for name in sorted(named))))


def _declare(type_: type, named: dict[str, str]) -> None:
    if type_.__name__ in named:
        return
    named[type_.__name__] = ""  # it may name itself
    if issubclass(type_, StrEnum):
        values = " | ".join(f'"{value}"' for value in type_)
        named[type_.__name__] = f"type {type_.__name__} = {values};\n"
        return
    hints = get_type_hints(type_, include_extras=True)
    for part in _parts(hints.values()):
        _declare(part, named)
    lines = [f"  {_field(name, hint)};" for name, hint in hints.items()]
    about = " ".join((getdoc(type_) or "").split("\n\n")[0].split())
    named[type_.__name__] = "\n".join(
        (f"/** {about} */", f"interface {type_.__name__} {{", *lines, "}", "")
    )


def _parts(hints: Iterable[Any]) -> Iterator[type]:
    """Yield the types in ``hints`` that are declared by name."""
    for hint in hints:
        if is_typeddict(hint) or (isinstance(hint, type) and issubclass(hint, StrEnum)):
            yield hint
        elif get_origin(hint) is not Literal:
            yield from _parts(get_args(hint))


def _field(name: str, hint: Any) -> str:
    if get_origin(hint) is NotRequired:
        return f"{name}?: {_write(get_args(hint)[0])}"
    return f"{name}: {_write(hint)}"


def _write(hint: Any) -> str:
    origin, of = get_origin(hint), get_args(hint)
    if hint in _PLAIN:
        return _PLAIN[hint]
    if origin is UnionType:
        return " | ".join(map(_write, of))
    if origin is Literal:
        return " | ".join(f'"{value}"' for value in of)
    if origin is tuple:
        return f"[{', '.join(map(_write, of))}]"
    if origin is Sequence:
        return f"Array<{_write(of[0])}>"
    if origin is Mapping:
        return f"Record<string, {_write(of[1])}>"
    return str(hint.__name__)
