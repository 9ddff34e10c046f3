"""The tables of languages: every rule has examples, and says the same in each language."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from statement_map.prose.languages import CODES, Forms, LanguageTable, read_table, table_of
from statement_map.prose.text import build_source
from statement_map.temporal_tagging import find_dates
from statement_map.temporal_tagging.grammar import Grammar, Patterns, grammar_of
from statement_map.temporal_tagging.joining import find_matches
from statement_map.temporal_tagging.joints import JOINTS
from statement_map.temporal_tagging.meanings import MEANINGS
from statement_map.when import read_when

WRITTEN = read_when("2022-01-12")
"""The day of the text that every example stands in, a Wednesday."""

MISSING = {
    # 01/05/2022 is read day first in Polish, where no other order is written.
    "pl": {"day or month", "before last", "month"},
    "en": {"offset", "turn of decades"},
    "uk": {"day or month", "before last", "month"},
}
"""What a language has no rule for."""


def examples(table: LanguageTable) -> Iterator[tuple[str, str, str]]:
    for rule in table.sections["rules"]:
        for text, expected in rule["examples"]:
            yield rule["name"], text, expected


def check(grammar: Grammar, code: str, rule: str, text: str, expected: str) -> None:
    """Read an example: its rule has to match, and its last date to be what is expected."""
    source = build_source("text.txt", text, code)
    sentences = list(source.sentences())
    matched = {found.name for it in sentences for found, _ in find_matches(it.text, grammar.rules)}
    marks = find_dates(source, sentences, WRITTEN, is_stated=True, grammar=grammar)
    assert rule in matched
    if not expected:
        assert marks == ()
    else:
        assert str(marks[-1].when or "?") == expected


@pytest.mark.parametrize(
    ("code", "rule", "text", "expected"),
    [(code, *it) for code in CODES for it in examples(table_of(code))],
)
def test_an_example(code: str, rule: str, text: str, expected: str) -> None:
    check(grammar_of(code), code, rule, text, expected)


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_name_of_its_own_and_an_example(code: str) -> None:
    rules = table_of(code).sections["rules"]
    assert len({rule["name"] for rule in rules}) == len(rules)
    assert all(rule["examples"] for rule in rules)


@pytest.mark.parametrize("code", CODES)
def test_each_meaning_has_an_example_in_every_language(code: str) -> None:
    meant = {rule["means"] for rule in table_of(code).sections["rules"]}
    assert meant == MEANINGS.keys() - MISSING[code]


@pytest.mark.parametrize("code", CODES)
def test_joints_are_known(code: str) -> None:
    assert table_of(code).section("joining").keys() <= JOINTS.keys()


GERMAN = read_table(Path(__file__).parent / "languages" / "de.toml")


@pytest.fixture(scope="module")
def german() -> Grammar:
    return Grammar(GERMAN)


@pytest.mark.parametrize(("rule", "text", "expected"), list(examples(GERMAN)))
def test_a_further_language_is_one_file(
    german: Grammar, rule: str, text: str, expected: str
) -> None:
    check(german, "en", rule, text, expected)  # cut into sentences as English is


def pattern(template: str) -> str:
    table = LanguageTable(
        "xx", {"patterns": {"hour": r"/\d\d?/", "its_hour": "at <hour#>[{hour}]"}}
    )
    return Patterns(table, {"day_word": "(?:one|two)"}).expression(template)


@pytest.mark.parametrize(
    ("template", "expression"),
    [
        ("last week", r"last\s+week"),
        ("[the ](first|last)_day", r"(?:the\s+)?(?:first|last)\s*day"),
        ("week*s+", r"week\w*s\w+"),
        ("<day>", "(?P<day>(?:one|two))"),
        ("<day2>", "(?P<day2>(?:one|two))"),
        ("{hour}", r"(?:\d\d?)"),
        ("{its_hour2}", r"(?:at\s+(?P<hour2>(?:\d\d?))(?:(?:\d\d?))?)"),
        ("<which:this|next> {day}", r"(?P<which>this|next)\s+(?:one|two)"),
        ("on!( time)=(,)", r"on(?!\s+time)(?=,)"),
        ("^(May)", "(?-i:May)"),
        (r"p.m\. 1\/2 /a\/b/", r"p\.m\.\s+1/2\s+a/b"),
    ],
)
def test_a_phrase_becomes_an_expression(template: str, expression: str) -> None:
    assert pattern(template) == expression


def test_a_name_that_nothing_has() -> None:
    with pytest.raises(KeyError, match="no pattern and no part of the lexicon is called 'week'"):
        pattern("{week}")


def test_forms_and_stems() -> None:
    forms = Forms([("ubiegł*|ub.", "last"), ("the next|Next", "next")])
    assert [forms.get(it) for it in ("Ubiegłego", "ub.", "the  NEXT", "now", None)] == [
        *("last", "last", "next", None, None),
    ]
    assert forms.pattern == r"(?:the\s+next|ubiegł\w*|next|ub\.)"
