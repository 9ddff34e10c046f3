import hashlib
import json
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from statement_map.reading import read_atlas
from statement_map.reading.events import write_schema
from tests.reading.samples import EVENTS, KINDS, TEXT, change, errors_in, write_data

ROOT = Path(__file__).resolve().parent.parent.parent
HEAD = EVENTS[: EVENTS.index("events:")]
SHA256 = hashlib.sha256(TEXT.encode()).hexdigest()


def test_what_is_read(tmp_path: Path) -> None:
    atlas = read_atlas(write_data(tmp_path))
    first, second = atlas.events
    assert atlas.statement.title.read("en") == "A statement"
    assert str(atlas.statement.published) == "2022-01-07"
    assert first.paragraphs == (1,)
    assert first.after == ()
    assert [(mention.id, mention.phrase) for mention in first.places] == [("north", "In the north")]
    assert second.paragraphs == (2,)
    assert second.after == ("prices-rise",)
    assert not second.throughout


@pytest.mark.parametrize(
    ("bounds", "to_neighbour", "to_own_end"),
    [
        ("after: prices-rise", None, None),
        ("after: prices-rise\n    after_cue: again", "again", "again"),
        ("after: prices-rise\n    after_cue: {prices-rise: again}", "again", None),
        ("when: 2022-01-03/..\n    after_cue: again", "again", "again"),
    ],
)
def test_cues(
    tmp_path: Path, bounds: str, to_neighbour: str | None, to_own_end: str | None
) -> None:
    events = change(EVENTS, "after: prices-rise", bounds)
    event = read_atlas(write_data(tmp_path, events)).events[1]
    assert event.cue("after", "prices-rise") == to_neighbour
    assert event.cue("after") == to_own_end
    assert event.cue("before", "prices-rise") is None


def test_words_that_yaml_would_turn_into_something_else(tmp_path: Path) -> None:
    events = change(EVENTS, "quote: prices rose", "quote: NO 0123 12:30")
    events = change(events, "{en: Prices rise}", "{no: Yes, en: 0123}")
    event = read_atlas(write_data(tmp_path, events)).events[0]
    assert event.quote == "NO 0123 12:30"
    assert event.title.root == {"no": "Yes", "en": "0123"}


@pytest.mark.parametrize("text", ["אלמטי ألماتي", "🔥👩‍👩‍👧", "x" * 10_000, "<b>&amp;${x}`</b>"])
def test_text_is_taken_as_it_is(tmp_path: Path, text: str) -> None:
    events = change(EVENTS, "It says that prices rose.", f'"{text}"')
    assert read_atlas(write_data(tmp_path, events)).events[0].text.read("en") == text


def test_a_single_event_is_fine(tmp_path: Path) -> None:
    atlas = read_atlas(write_data(tmp_path, EVENTS[: EVENTS.index("  - id: prices-fall")]))
    assert [event.id for event in atlas.events] == ["prices-rise"]


@pytest.mark.parametrize(("word", "meant"), [("true", True), ("false", False)])
def test_true_and_false(tmp_path: Path, word: str, meant: bool) -> None:
    events = change(EVENTS, "kind: measure", f"kind: measure\n    throughout: {word}")
    assert read_atlas(write_data(tmp_path, events)).events[1].throughout is meant


@pytest.mark.parametrize(("word", "meant"), [("yes", True), ("no", False), ("'no'", False)])
def test_yes_and_no(tmp_path: Path, word: str, meant: bool) -> None:
    assert all(event.reviewed for event in read_atlas(write_data(tmp_path)).events)
    events = change(EVENTS, "kind: measure", f"kind: measure\n    reviewed: {word}")
    assert read_atlas(write_data(tmp_path, events)).events[1].reviewed is meant


@pytest.mark.parametrize(
    ("old", "new", "errors"),
    [
        # keys
        ("kind: measure", "knd: measure", [
            "events.yaml:28: events[1].kind: is missing; found nothing; write a value",
            "events.yaml:34: events[1].knd: is not a key here; found 'knd'; write 'kind'",
        ]),
        ("paragraph: 1", "paragraphs: 1", [
            "events.yaml:16: events[0].paragraph: is missing; found nothing; write a value",
            "events.yaml:17: events[0].paragraphs: is not a key here; found 'paragraphs'; "
            "write 'paragraph'",
        ]),
        ("phrase: Everywhere", "phrases: Everywhere", [
            "events.yaml:33: events[1].places[0].phrase: is missing; found nothing; write a value",
            "events.yaml:33: events[1].places[0].phrases: is not a key here; found 'phrases'; "
            "write 'phrase'",
        ]),
        ("  url:", "  qqq: x\n  url:", [
            "events.yaml:5: statement.qqq: is not a key here; found 'qqq'; "
            "write one of the 22 that are known",
        ]),
        ("kind: measure", "kind: measure\n    qqq: x", [
            "events.yaml:35: events[1].qqq: is not a key here; found 'qqq'; "
            "write one of the 19 that are known",
        ]),
        ("kind: measure", "kind: measure\n    nota:", [
            "events.yaml:35: events[1].nota: has no value; found nothing; "
            "write one or remove the key",
            "events.yaml:35: events[1].nota: is not a key here; found 'nota'; write 'note'",
        ]),
        # values of the wrong shape
        ("{en: A statement}", "A statement", [
            "events.yaml:2: statement.title: is not a text by language; found 'A statement'; "
            "write it as 'en: ...'",
        ]),
        ("{en: A statement}", "{eng: A statement, Pl: x}", [
            "events.yaml:2: statement.title.eng: is not a language; found 'eng'; "
            "write a code of two letters, such as 'en'",
            "events.yaml:2: statement.title.Pl: is not a language; found 'Pl'; "
            "write a code of two letters, such as 'en'",
        ]),
        ("{en: A statement}", "{}", [
            "events.yaml:2: statement.title: has no language; found {}; "
            "write at least one, such as 'en: ...'",
        ]),
        ("{en: A statement}", "{en: ' '}", [
            "events.yaml:2: statement.title.en: is blank; found nothing but white space; "
            "write some text",
        ]),
        ("quote: prices rose", "quote: [prices, rose]", [
            "events.yaml:27: events[0].quote: is not a single value; found a list; write one",
        ]),
        ("when: 2022-01-02", "when: {day: 2}", [
            "events.yaml:18: events[0].when: is not a single value; found keys with values; "
            "write one",
        ]),
        ("- {id: north, phrase: In the north}", "north", [
            "events.yaml:21: events[0].places: is not a list; found 'north'; "
            "write one item a line, each after '- '",
        ]),
        ("{id: north, phrase: In the north}", "north", [
            "events.yaml:22: events[0].places[0]: has no keys; found 'north'; "
            "write the keys id, phrase",
        ]),
        # numbers, truth values, words
        ("paragraph: 1", "paragraph: 01", [
            "events.yaml:17: events[0].paragraph: is not a whole number; found '01'; "
            "write digits, such as 12",
        ]),
        ("paragraph: [2]", "paragraph: [2, 1_0, 0x1, 1.0, '٢', 0]", [
            "events.yaml:29: events[1].paragraph[1]: is not a whole number; found '1_0'; "
            "write digits, such as 12",
            "events.yaml:29: events[1].paragraph[2]: is not a whole number; found '0x1'; "
            "write digits, such as 12",
            "events.yaml:29: events[1].paragraph[3]: is not a whole number; found '1.0'; "
            "write digits, such as 12",
            "events.yaml:29: events[1].paragraph[4]: is not a whole number; found '٢'; "
            "write digits, such as 12",
            "events.yaml:29: events[1].paragraph[5]: is too small; found '0'; write 1 or more",
        ]),
        ("paragraph: [2]", "paragraph: []", [
            "events.yaml:29: events[1].paragraph: holds nothing; found an empty list; "
            "write at least one item",
        ]),
        ("paragraphs: 2", "paragraphs: 999999999", [
            "events.yaml:9: statement.paragraphs: is too large; found '999999999'; "
            "write 100000 or less",
        ]),
        ("kind: measure", "kind: measure\n    throughout: yes", [
            "events.yaml:35: events[1].throughout: is neither true nor false; found 'yes'; "
            "write true or false",
        ]),
        ("kind: measure", "kind: measure\n    reviewed: false", [
            "events.yaml:35: events[1].reviewed: is neither yes nor no; found 'false'; "
            "write yes or no",
        ]),
        ("kind: measure", "kind: event", [
            "events.yaml:34: events[1].kind: is not a word known here; found 'event'; "
            f"write {KINDS}",
        ]),
        ("language: en", "language: english", [
            "events.yaml:6: statement.language: is not a language; found 'english'; "
            "write a code of two letters, such as 'en'",
        ]),
        ("  sha256: ", "  sha256: x", [
            f"events.yaml:10: statement.sha256: has the wrong form; found 'x{SHA256[:59]}'...; "
            "write what fits ^[0-9a-f]{64}$",
        ]),
        ("id: prices-fall", "id: Prices fall", [
            "events.yaml:28: events[1].id: is not an id; found 'Prices fall'; "
            "write small letters, digits and hyphens, such as 'almaty-airport'",
        ]),
        ("url: https://example.org/statement", "url: javascript:alert(1)", [
            "events.yaml:5: statement.url: is not a web address; found 'javascript:alert(1)'; "
            "write one that starts with https://",
        ]),
        ("quote: prices rose", "quote: a b c d e f g h i j k l m", [
            "events.yaml:27: events[0].quote: is too long a quotation; found 13 words; "
            "write at most 12",
        ]),
        # dates
        ("when: 2022-01-02", "when: 02/01/2022", [
            "events.yaml:18: events[0].when: is not a date in EDTF; found '02/01/2022'; "
            "write a day (2022-01-02), a month (2022-01), a year (2022) or an interval of them "
            "(2022-01-02/2022-01-04, 2022-01-02/..)",
        ]),
        ("when: 2022-01-02", "when: 2022-02-30", [
            "events.yaml:18: events[0].when: is not a date in EDTF; found '2022-02-30'; "
            "write a day (2022-01-02), a month (2022-01), a year (2022) or an interval of them "
            "(2022-01-02/2022-01-04, 2022-01-02/..)",
        ]),
        ("when: 2022-01-02", "when: 2022-01-04/2022-01-02", [
            "events.yaml:18: events[0].when: ends before it starts; "
            "found '2022-01-04/2022-01-02'; write the earlier date first",
        ]),
        # what several keys say together
        ("    when_phrase: on 2 January\n", "", [
            "events.yaml:16: events[0]: is stated but lacks the date or the words that state it; "
            "found basis 'stated'; write both 'when' and 'when_phrase', or another basis",
        ]),
        ("basis: stated\n    when_phrase", "basis: inferred\n    when_phrase", [
            "events.yaml:16: events[0]: has a date phrase but is not stated; "
            "found basis 'inferred'; write 'stated', or remove 'when_phrase'",
        ]),
        ("    after: prices-rise\n", "", [
            "events.yaml:28: events[1]: is inferred from nothing; found basis 'inferred'; "
            "write 'after', 'before' or 'when', or basis 'none'",
        ]),
        ("basis: inferred", "basis: none", [
            "events.yaml:28: events[1]: has a date but no basis; found basis 'none'; "
            "write 'stated' or 'inferred', or remove 'when', 'after' and 'before'",
        ]),
    ],
)  # fmt: skip
def test_refusals(tmp_path: Path, old: str, new: str, errors: list[str]) -> None:
    assert errors_in(write_data(tmp_path, change(EVENTS, old, new))) == errors


@pytest.mark.parametrize(
    ("text", "errors"),
    [
        ("just text", [
            "events.yaml:1: has no keys; found 'just text'; write the keys statement, events",
        ]),
        ("[1]", ["events.yaml:1: has no keys; found a list; write the keys statement, events"]),
        (HEAD, ["events.yaml:1: events: is missing; found nothing; write a value"]),
        (HEAD + "events: []", [
            "events.yaml:15: events: holds nothing; found an empty list; write at least one item",
        ]),
        (HEAD + "events:", [
            "events.yaml:15: events: has no value; found nothing; write one or remove the key",
        ]),
        (EVENTS[EVENTS.index("events:") :], [
            "events.yaml:1: statement: is missing; found nothing; write a value",
        ]),
        (HEAD + "events: {id: x}", [
            "events.yaml:15: events: is not a list; found keys with values; "
            "write one item a line, each after '- '",
        ]),
    ],
)  # fmt: skip
def test_files_without_the_two_keys(tmp_path: Path, text: str, errors: list[str]) -> None:
    assert errors_in(write_data(tmp_path, text)) == errors


def test_the_schema_is_that_of_the_model() -> None:
    committed = (ROOT / "data" / "events.schema.json").read_text(encoding="utf-8")
    assert committed == write_schema(), "run: make printed"


def as_an_editor_sees_it(text: str) -> object:
    """Parse YAML 1.2 as editors do: numbers and truth values are typed, dates are text."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


@pytest.mark.parametrize(
    ("old", "new", "is_valid"),
    [
        ("paragraph: 1", "paragraph: 1", True),
        ("paragraph: 1", "paragraph: [1, 2]", True),
        ("paragraph: 1", "paragraph: first", False),
        ("after: prices-rise", "after: [prices-rise]", True),
        ("after: prices-rise", "after: {id: prices-rise}", False),
        ("after: prices-rise", "after: prices-rise\n    after_cue: again", True),
        ("after: prices-rise", "after: prices-rise\n    after_cue: {prices-rise: again}", True),
        ("after: prices-rise", "after: prices-rise\n    after_cue: [again]", False),
        ("kind: measure", "kind: event", False),
        ("kind: measure", "knd: measure", False),
        ("kind: measure", "kind: measure\n    reviewed: 'no'", True),
        ("kind: measure", "kind: measure\n    reviewed: 'perhaps'", False),
    ],
)
def test_the_schema_says_what_the_reader_says(old: str, new: str, is_valid: bool) -> None:
    jsonschema = import_module("jsonschema")  # published without types
    validator = jsonschema.Draft202012Validator(json.loads(write_schema()))
    assert validator.is_valid(as_an_editor_sees_it(change(EVENTS, old, new))) == is_valid
