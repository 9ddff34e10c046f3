"""No word of a language stands in the Python that reads texts: they are in the tables.

Looked for are letters of a table's alphabet in any string, words in regular expressions, and words
of the tables among the constants of a module. The plug of a dictionary, whose tags have names, and
the command are left out.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from statement_map.prose.languages import CODES, table_of
from tests.conftest import ROOT

PACKAGE = ROOT / "statement_map"
ROOMS = ("prose", "temporal_tagging", "toponyms", "drafting")
EXEMPT = {"command.py", "sgjp.py", "vesum.py"}
FILES = sorted(
    path for room in ROOMS for path in (PACKAGE / room).rglob("*.py") if path.name not in EXEMPT
)
LISTS = ("frequent", "openers", "subordinate", "conjunctions", "auxiliaries")
SIGNS = re.compile(r"\(\?P<\w+>|\[[^\]]*\]|\\.")
SEARCHES = ("compile", "search", "match", "fullmatch", "finditer", "findall", "split", "sub")
WORD = re.compile(r"[^\W\d_]{3,}")
OUR_NAMES = frozenset(["city", "country", "region", "site", "water", "iso"])
"""Kinds of places and the schemes of identifiers, which are the data's."""


def text_of(node: ast.AST) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.lineno, node.value


def strings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield all strings but docstrings."""
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if id(node) not in alone:
            yield from text_of(node)


def patterns(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the strings that are compiled or searched for."""
    searches = {f"re.{name}" for name in SEARCHES}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in searches:
            own = node.args[0]
            for part in own.values if isinstance(own, ast.JoinedStr) else [own]:
                yield from text_of(part)


def constants(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the strings in the collections that a module names, but not their keys."""
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            yield from members(node.value)


def members(node: ast.expr) -> Iterator[tuple[int, str]]:
    yield from text_of(node)
    inner: list[ast.expr] = []
    if isinstance(node, ast.Tuple | ast.Set | ast.List):
        inner = node.elts
    elif isinstance(node, ast.Dict):
        inner = node.values
    elif isinstance(node, ast.Call) and ast.unparse(node.func) in {"frozenset", "set", "tuple"}:
        inner = node.args
    for own in inner:
        yield from members(own)


def words_of_the_tables() -> frozenset[str]:
    return frozenset(
        word.casefold()
        for code in CODES
        for name in LISTS
        for word in table_of(code).words("text", name)
    )


def found(source: str) -> list[tuple[int, str]]:
    tree, known = ast.parse(source), words_of_the_tables()
    letters = "".join(str(table_of(code).section("text").get("letters", "")) for code in CODES)
    return [
        *(it for it in strings(tree) if set(letters) & set(it[1].casefold())),
        *(it for it in patterns(tree) if set(WORD.findall(SIGNS.sub(" ", it[1]))) - OUR_NAMES),
        *(it for it in constants(tree) if it[1].casefold() in known),
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_words(path: Path) -> None:
    assert found(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        'X = re.compile(r",\\s(?:which|whose)\\b")',
        'X = re.compile(r"(?:dnia\\s+)?\\d")\nY = frozenset(["przy", "nad"])',
        'X = ("owie", "ię")',
    ],
)
def test_a_word_is_found(source: str) -> None:
    assert found(source)
