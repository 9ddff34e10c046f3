"""From a table's phrases to rules that find dates: a compiler of templates.

A phrase is written as people write it, with these signs:

=================  =========================================================================
a space            any white space
``_``              white space or none
``[x]``            x or nothing; ``[x|y]`` is x, y or nothing
``(x|y)``          x or y
``x*``, ``x+``     any letters behind x, at least one letter behind x
``{name}``         a pattern of the table, or any word of that part of its lexicon
``<name>``         the same, kept for the meaning; ``<day2>`` is a second ``day``
``<name:x>``       x, kept under that name
``!(x)``, ``=(x)`` not followed by x, followed by x
``^(x)``           x as it is written, where else capitals do not count
``/x/``            the regular expression x
=================  =========================================================================

A backslash takes a sign as a mark of the text. In a pattern whose name is asked for with a number,
``{its_year2}``, each ``#`` is that number. No phrase starts or ends within a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from statement_map.prose.languages import LanguageTable, table_of
from statement_map.temporal_tagging.joints import Joints
from statement_map.temporal_tagging.line_tokens import HeadWords
from statement_map.temporal_tagging.meanings import reader_of
from statement_map.temporal_tagging.said import Meaning
from statement_map.temporal_tagging.words import DateLexicon

_TOKEN = re.compile(
    r"\\(?P<mark>.)|/(?P<regex>(?:\\.|[^/\\])*)/|<(?P<name>\w+)(?P<own>:)?|\{(?P<pattern>\w+)\}"
    r"|(?P<sign>[!=^]\()|(?P<char>.)",
    re.DOTALL,
)
_SIGNS = {
    " ": r"\s+",
    "_": r"\s*",
    "[": "(?:",
    "]": ")?",
    "(": "(?:",
    ")": ")",
    "|": "|",
    "*": r"\w*",
    "+": r"\w+",
    ">": ")",
    "!(": "(?!",
    "=(": "(?=",
    "^(": "(?-i:",
}

ReadMatch = Callable[[re.Match[str]], Sequence[Meaning]]


@dataclass(frozen=True)
class Rule:
    """A phrase and what its matches mean; that is nothing for what only looks like a date."""

    name: str
    means: str
    pattern: re.Pattern[str]
    read: ReadMatch


class Patterns:
    """The patterns of a language, compiled when they are asked for."""

    def __init__(self, table: LanguageTable, forms: Mapping[str, str]) -> None:
        """Know those of ``table``, and ``forms``: expressions for the parts of its lexicon."""
        self._templates: Mapping[str, str] = table.section("patterns")
        self._forms = forms

    def compile(self, template: str, *, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
        """Return the regular expression of a phrase."""
        return re.compile(self.expression(template), flags)

    def expression(self, template: str) -> str:
        """Return the text of that expression; a name that nothing has is a ``KeyError``."""
        return "".join(map(self._read, _TOKEN.finditer(template)))

    def _read(self, token: re.Match[str]) -> str:
        if token["mark"]:
            return re.escape(token["mark"])
        if token["regex"] is not None:
            return token["regex"].replace(r"\/", "/")
        if token["own"]:
            return f"(?P<{token['name']}>"
        if token["name"]:  # its closing sign follows
            return f"(?P<{token['name']}>{self._named(token['name'])}"
        if token["pattern"]:
            return self._named(token["pattern"])
        sign = token["sign"] or token["char"]
        return _SIGNS.get(sign) or re.escape(sign)

    def _named(self, name: str) -> str:
        if name in self._templates:
            return f"(?:{self.expression(self._templates[name])})"
        if (word := name.removesuffix("_word") + "_word") in self._forms:
            return self._forms[word]
        bare = name.rstrip("0123456789")
        if bare == name:
            raise KeyError(f"no pattern and no part of the lexicon is called {name!r}")
        if bare in self._templates:
            numbered = self._templates[bare].replace("#", name[len(bare) :])
            return f"(?:{self.expression(numbered)})"
        return self._named(bare)


class Grammar:
    """The rules of a language, and the words and patterns they are made of."""

    def __init__(self, table: LanguageTable) -> None:
        """Compile ``table``; a name that nothing has is a ``KeyError`` that tells the rule."""
        self.words = DateLexicon(table)
        self.head_words = HeadWords(table, self.words.seasons)
        self.patterns = Patterns(table, self.words.patterns)
        self.joints = Joints(
            table,
            {name: self.patterns.compile(it) for name, it in table.section("joining").items()},
            self.words.count,
        )
        self.rules = tuple(map(self._compile, table.sections["rules"]))

    def _compile(self, row: Mapping[str, Any]) -> Rule:
        name, means = row["name"], row["means"]
        try:
            pattern = self.patterns.compile(rf"/(?<!\w)/({row['phrase']})/(?!\w)/")
            read = reader_of(self.words, means, row.get("given", {}))
        except (KeyError, re.error) as error:
            raise KeyError(f"rule {name!r}: {error}") from None
        return Rule(name, means, pattern, read)


@cache
def grammar_of(code: str) -> Grammar:
    """Return the grammar of a language that has a table."""
    return Grammar(table_of(code))
