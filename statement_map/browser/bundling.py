"""One script of many ES modules, so that nothing has to be installed to serve them.

A module becomes a function that runs once and returns what it exports, after those that it imports
(a bundle, in which each module keeps a scope of its own). It may import names of other files, and
export functions, classes and constants. All else is refused: an export that is not one of these, a
name or a file that is not there, a circle of imports. Comments in lines of their own, which are a
third of a module with its types, are left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_IMPORT = re.compile(r'^import \{([^{}]*)\} from "(\.[^"]*\.js)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const) (\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^ */\*(?:(?!\*/).)*\*/\n", re.MULTILINE | re.DOTALL)  # in lines of its own
_UNREAD = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)


class BundleError(Exception):
    """A module that cannot be put together with the others; the message says which, and why."""


@dataclass(frozen=True)
class _Import:
    path: Path
    names: Sequence[str]  # "name", or "name as another"


@dataclass(frozen=True)
class _Module:
    path: Path
    imports: Sequence[_Import]
    exports: Sequence[str]
    body: str


@dataclass(frozen=True)
class Bundle:
    """Modules in the order in which they run; the last one is what was asked for."""

    modules: Sequence[_Module]

    def as_script(self) -> str:
        """Return a classic script, which leaves on the window what a module puts there itself."""
        return f'(() => {{\n"use strict";\n{self._text()}}})();\n'

    def as_module(self) -> str:
        """Return an ES module with the exports of the last one."""
        last = self.modules[-1]
        return f"{self._text()}export const {{ {', '.join(last.exports)} }} = {_name(last.path)};\n"

    def _text(self) -> str:
        return "".join(_write(module) for module in self.modules)


def bundle(entry: Path) -> Bundle:
    """Put together the module ``entry`` and all that it imports.

    Raises:
        BundleError: if one of them cannot be read as above.
    """
    ordered: dict[Path, _Module] = {}
    _add(entry.resolve(), ordered, ())
    return Bundle(tuple(ordered.values()))


def _add(path: Path, ordered: dict[Path, _Module], within: Sequence[Path]) -> None:
    if path in within:
        circle = (*within[within.index(path) :], path)
        raise BundleError(f"a circle of imports: {' -> '.join(each.name for each in circle)}")
    if path in ordered:
        return
    module = _read(path)
    for imported in module.imports:
        _add(imported.path, ordered, (*within, path))
        _check(module, imported, ordered)
    ordered[path] = module


def _check(module: _Module, imported: _Import, known: Mapping[Path, _Module]) -> None:
    for name in imported.names:
        if name.split(" as ")[0] not in known[imported.path].exports:
            raise BundleError(f"{module.path.name}: {imported.path.name} exports no {name}")


def _read(path: Path) -> _Module:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise BundleError(f"there is no module {path}") from None
    imports = [
        _Import(
            (path.parent / file).resolve(),
            [name.strip() for name in names.split(",") if name.strip()],
        )
        for names, file in _IMPORT.findall(text)
    ]
    body = _EXPORT.sub("", _IMPORT.sub("", _COMMENT.sub("", text)))
    if unread := _UNREAD.search(body):
        raise BundleError(f"{path.name}: this cannot be put together: {unread.group()}")
    return _Module(path, imports, _EXPORT.findall(text), body.strip("\n"))


def _write(module: _Module) -> str:
    lines = [f"const {_name(module.path)} = (() => {{"]
    for imported in module.imports:
        names = ", ".join(name.replace(" as ", ": ") for name in imported.names)
        lines.append(f"const {{ {names} }} = {_name(imported.path)};")
    lines += [module.body, f"return {{ {', '.join(module.exports)} }};", "})();", ""]
    return "\n".join(lines)


def _name(path: Path) -> str:
    """Return what a module is called in the bundle: no module has such names itself."""
    return f"${path.parent.name}_{path.stem}"
