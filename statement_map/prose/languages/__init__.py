"""A language is a table: what drafting knows of it stands in one TOML file beside this module.

``[text]`` tells the language and cuts its sentences, ``[joining]`` is what joins dates and what
stands around them, ``[lexicon]`` has the words for dates and what each stands for, ``[patterns]``
pieces of phrases, and ``[[rules]]`` the phrases that name a date, each with its meaning and an
example. ``statement_map.temporal_tagging.grammar`` says how phrases are written.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Generic, TypeVar

_T = TypeVar("_T")
_HERE = files(__name__)

CODES = tuple(
    sorted(
        file.name.removesuffix(".toml") for file in _HERE.iterdir() if file.name.endswith(".toml")
    )
)
"""The languages that have a table, by their ISO 639-1 codes."""


class Forms(Generic[_T]):
    """Forms of words and what each stands for.

    A form that ends with ``*`` is a stem: it stands for all words that start with it.
    """

    def __init__(self, values: Iterable[tuple[str, _T]]) -> None:
        """Know each of ``values`` by its forms, which are separated by ``|``."""
        self._whole: dict[str, _T] = {}
        self._stems: dict[str, _T] = {}
        for forms, value in values:
            for form in forms.casefold().split("|"):
                if form.endswith("*"):
                    self._stems[form[:-1]] = value
                else:
                    self._whole[form] = value

    @property
    def pattern(self) -> str:
        """A regular expression for any of the forms, the longest first."""
        longest = sorted([*self._whole, *(f"{stem}*" for stem in self._stems)], key=len)[::-1]
        return f"(?:{'|'.join(map(_escape, longest))})"

    def get(self, text: str | None) -> _T | None:
        """Return what ``text`` stands for, None if it is no form or nothing."""
        form = plain(text)
        if form in self._whole:
            return self._whole[form]
        return next((self._stems[stem] for stem in self._stems if form.startswith(stem)), None)


def plain(text: str | None) -> str:
    """Return what was matched in small letters and with single spaces; nothing for nothing."""
    return re.sub(r"\s+", " ", text or "").casefold().replace("’", "'").strip()


def _escape(form: str) -> str:
    pattern = re.escape(form.removesuffix("*")).replace(r"\ ", r"\s+").replace("'", "['’]")
    return rf"{pattern}\w*" if form.endswith("*") else pattern


@dataclass(frozen=True, eq=False)
class LanguageTable:
    """What is written of one language; ``code`` is its ISO 639-1 code."""

    code: str
    sections: Mapping[str, Any]

    def section(self, name: str) -> Mapping[str, Any]:
        """Return a section, empty where the language has none."""
        found: Mapping[str, Any] = self.sections.get(name, {})
        return found

    def forms(self, name: str) -> Forms[str]:
        """Return a part of the lexicon in which forms stand beside the name of their value."""
        values: Mapping[str, str] = self.section("lexicon").get(name, {})
        return Forms((forms, value) for value, forms in values.items())

    def words(self, section: str, name: str) -> frozenset[str]:
        """Return the words of a section that are separated by white space."""
        return frozenset(str(self.section(section).get(name, "")).split())


def read_table(file: Path) -> LanguageTable:
    """Return the table in ``file``, which is named by the code of its language."""
    return LanguageTable(file.stem, tomllib.loads(file.read_text(encoding="utf-8")))


@cache
def table_of(code: str) -> LanguageTable:
    """Return the table of a language among :data:`CODES`."""
    text = (_HERE / f"{code}.toml").read_text(encoding="utf-8")
    return LanguageTable(code, tomllib.loads(text))
