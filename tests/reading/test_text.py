import hashlib
from pathlib import Path

import pytest

from statement_map.reading import compare_with_text, read_data, split_paragraphs
from tests.reading.samples import EVENTS, TEXT, change, write_data


def compare(directory: Path, text: str, events: str = EVENTS) -> list[str]:
    errors = compare_with_text(read_data(write_data(directory, events)), text.encode())
    return [str(error).removeprefix(f"{directory}/") for error in errors]


def test_introduction_and_paragraphs() -> None:
    assert split_paragraphs("Title\n\nIntro.\n\n • One.\n•Two,\ncontinued.\r\n  • Three. \n") == (
        "Title\n\nIntro.",
        ("One.", "Two,\ncontinued.", "Three."),
    )
    assert split_paragraphs("") == ("", ())


def test_data_that_quote_the_text_rightly(tmp_path: Path) -> None:
    assert compare(tmp_path, TEXT) == []


@pytest.mark.parametrize(
    ("old", "new", "errors"),
    [
        ("quote: prices rose", "quote: prices Rose", [
            "events.yaml:27: events[0].quote: is not in paragraph 1; found 'prices Rose'; "
            "write it as it stands there",
        ]),
        ("when_phrase: on 2 January", "when_phrase: on 3 January", [
            "events.yaml:20: events[0].when_phrase: is not in paragraph 1; found 'on 3 January'; "
            "write it as it stands there",
        ]),
        ("phrase: In the north", "phrase: in the capital", [
            "events.yaml:22: events[0].places[0].phrase: is not in paragraph 1; "
            "found 'in the capital'; write it as it stands there",
        ]),
        ("phrase: in the capital", "phrase: in a capital", [
            "events.yaml:12: statement.places[0].phrase: is not in the text; "
            "found 'in a capital'; write it as it stands there",
        ]),
        ("after: prices-rise", "after: prices-rise\n    after_cue: again", []),
        ("after: prices-rise", "after: prices-rise\n    after_cue: on 2 January", []),
        ("after: prices-rise", "after: prices-rise\n    after_cue: {prices-rise: afterwards}", [
            "events.yaml:32: events[1].after_cue['prices-rise']: is not in paragraph 2 or 1; "
            "found 'afterwards'; write it as it stands there",
        ]),
        ("after: prices-rise", "when: ../2022-01-05\n    before_cue: on 2 January", [
            "events.yaml:32: events[1].before_cue: is not in paragraph 2; found 'on 2 January'; "
            "write it as it stands there",
        ]),
        ("phrase: in the capital", "phrase: Everywhere", []),
        ("paragraph: 1", "paragraph: [1, 2]", []),
        # a word stands as often as the data say, whatever its ending and its letters
        ("  topics:\n", "  words: [{stem: IN, means: {en: x}, paragraphs: [1, 2]}]\n"
         "  topics:\n", []),
        ("  topics:\n", "  words: [{stem: ros, means: {en: x}, paragraphs: [1]}]\n  topics:\n", []),
        ("  topics:\n", "  words: [{stem: r, means: {en: x}, paragraphs: [1, 2]}]\n  topics:\n", [
            "events.yaml:13: statement.words[0].paragraphs: is not where 'r' stands; "
            "found 1, 2; write [1, 1, 1, 1, 2, 2]",
        ]),
        ("  topics:\n", "  voices: [{who: {en: x}, speech: none, "
         "mentions: [{paragraph: 2, phrase: prices}]}]\n  topics:\n", [
            "events.yaml:13: statement.voices[0].mentions[0].phrase: is not in paragraph 2; "
            "found 'prices'; write it as it stands there",
        ]),
        ("  topics:\n", "  chain: [{step: {en: x}, basis: stated, phrase: By me}]\n  topics:\n", [
            "events.yaml:13: statement.chain[0].phrase: is not in the text; found 'By me'; "
            "write it as it stands there",
        ]),
        # "In the north, on 2 January, " has 28 characters, "Everywhere " 11
        ("  topics:\n", "  bars: [[28, prices rose, 1], [11, they fell again, 1]]\n"
         "  topics:\n", []),
        ("  topics:\n", "  bars: [[27, prices rose, 2], [28]]\n  topics:\n", [
            "events.yaml:13: statement.bars[0]: are not those of paragraph 1; "
            "found 27, prices rose, 2; write numbers and quotations that make up its 40 characters",
            "events.yaml:13: statement.bars[1]: are not those of paragraph 2; "
            "found 28; write numbers and quotations that make up its 27 characters",
        ]),
        ("paragraph: [2]\n", "paragraph: [1]\n", [
            "events.yaml:33: events[1].places[0].phrase: is not in paragraph 1; "
            "found 'Everywhere'; write it as it stands there",
            "events.yaml:38: events[1].quote: is not in paragraph 1; found 'they fell again'; "
            "write it as it stands there",
        ]),
        ("paragraph: [2]\n    basis: inferred\n    after: prices-rise\n    places:\n"
         "      - {id: regions, phrase: Everywhere}", "paragraph: [1, 2]\n    basis: none\n"
         "    places:\n      - {id: regions, phrase: Nowhere}", [
            "events.yaml:32: events[1].places[0].phrase: is not in paragraph 1 or 2; "
            "found 'Nowhere'; write it as it stands there",
        ]),
    ],
)  # fmt: skip
def test_what_is_not_verbatim(tmp_path: Path, old: str, new: str, errors: list[str]) -> None:
    assert compare(tmp_path, TEXT, change(EVENTS, old, new)) == errors


def test_another_text(tmp_path: Path) -> None:
    text = TEXT.replace(" • Everywhere", "Everywhere") + "\n"
    old, new = (hashlib.sha256(t.encode()).hexdigest() for t in (TEXT, text))
    assert compare(tmp_path, text) == [
        "events.yaml:9: statement.paragraphs: are not those of the text; found 2; write 1",
        f"events.yaml:10: statement.sha256: is not that of the text; found {old}; write {new}",
        "events.yaml:33: events[1].places[0].phrase: is not in paragraph 2; found 'Everywhere'; "
        "write it as it stands there",
        "events.yaml:38: events[1].quote: is not in paragraph 2; found 'they fell again'; "
        "write it as it stands there",
    ]


def test_a_text_that_is_not_utf8(tmp_path: Path) -> None:
    reading = read_data(write_data(tmp_path))
    fields = [error.field for error in compare_with_text(reading, TEXT.encode("utf-16"))]
    assert fields[:2] == ["statement.paragraphs", "statement.sha256"]
