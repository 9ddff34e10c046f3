"""What each paragraph leaves out, against the text."""

import re
from dataclasses import replace

import pytest

from statement_map.model import Omission
from statement_map.reading import compare_with_text, read_atlas, read_data, split_paragraphs
from tests.conftest import ROOT
from tests.growth import measure_growth
from tests.reading.samples import EVENTS, TEXT, change, errors_in, write_data

ATLAS = read_atlas(ROOT / "data")
DATE = re.compile(r"\d{1,2} stycznia( \d{4} r\.)?")
ARTICLES = "artykuły 2 i 4"
NUMBER_WORDS = re.compile(
    r"\b(dwa|dwie|dwóch|dwoje|trzy|trzech|cztery|pięć|sześć|siedem|osiem|dziewięć|dziesi|"
    r"kilkana|kilkadzies|sto\b|stu\b|dwieście|setk|tysiąc|tysięc|milion|połow|procent)",
    re.IGNORECASE,
)
SAYING = re.compile(
    r"\b(poinformował|powiedział|oświadczył|stwierdził|podał|podaje|według|zgodnie z|"
    r"artykuł|wykazał|zdaniem|w przemówieniu)",
    re.IGNORECASE,
)

# Read in the text: D stated date, P place, N quantity, S named source.
GIVEN = {
    1: "DP", 2: "", 3: "", 4: "P", 5: "D", 6: "", 7: "P", 8: "P", 9: "P", 10: "P",
    11: "P", 12: "P", 13: "P", 14: "DP", 15: "P", 16: "P", 17: "P", 18: "PN", 19: "P", 20: "",
    21: "P", 22: "P", 23: "DPS", 24: "", 25: "P", 26: "", 27: "", 28: "DP",
}  # fmt: skip


@pytest.fixture(scope="module")
def paragraphs(statement_text: str) -> dict[int, str]:
    return dict(enumerate(split_paragraphs(statement_text)[1], start=1))


@pytest.mark.parametrize("number", GIVEN)
def test_every_paragraph_of_the_statement(number: int) -> None:
    signs = {"D": Omission.DATE, "P": Omission.PLACE, "N": Omission.NUMBER, "S": Omission.SOURCE}
    expected = tuple(signs[sign] for sign in "DPNS" if sign not in GIVEN[number])
    assert ATLAS.omissions([number]) == expected


def test_digits_that_are_neither_dates_nor_articles_are_numbers(
    paragraphs: dict[int, str],
) -> None:
    left = {n: DATE.sub("", text).replace(ARTICLES, "") for n, text in paragraphs.items()}
    assert {n for n, text in left.items() if re.search(r"\d", text)} == {18}
    assert {n for n, text in left.items() if NUMBER_WORDS.search(text)} == set()
    assert {n for n, given in GIVEN.items() if "N" in given} == {18}


def test_dates_stand_where_they_are_given(paragraphs: dict[int, str]) -> None:
    dated = {n for n, text in paragraphs.items() if DATE.search(text)}
    assert dated == {n for n, given in GIVEN.items() if "D" in given}


def test_every_word_of_saying_was_weighed(paragraphs: dict[int, str]) -> None:
    """In 2 an instruction is obeyed, in 6 deeds show something; 11 names neither of its sources,
    and 16 names what a deployment rests on in law, not who told of it."""
    assert {n for n, text in paragraphs.items() if SAYING.search(text)} == {2, 6, 11, 16, 23}
    assert {n for n, given in GIVEN.items() if "S" in given} == {23}


def test_several_paragraphs_leave_out_what_none_of_them_gives() -> None:
    assert ATLAS.omissions([5, 18]) == (Omission.SOURCE,)


def with_facts(facts: str) -> str:
    return change(EVENTS, "  topics:\n", f"{facts}  topics:\n")


NUMBERS = "  numbers:\n    - {paragraph: 2, phrase: 'again'}\n"


@pytest.mark.parametrize(
    ("facts", "first", "second"),
    [
        ("", (), (Omission.DATE,)),  # nobody has looked for numbers and sources
        ("  numbers: []\n", (Omission.NUMBER,), (Omission.DATE, Omission.NUMBER)),
        ("  sources: []\n", (Omission.SOURCE,), (Omission.DATE, Omission.SOURCE)),
        (NUMBERS, (Omission.NUMBER,), (Omission.DATE,)),
    ],
)
def test_nothing_is_said_of_what_nobody_looked_for(
    tmp_path_factory: pytest.TempPathFactory,
    facts: str,
    first: tuple[Omission, ...],
    second: tuple[Omission, ...],
) -> None:
    atlas = read_atlas(write_data(tmp_path_factory.mktemp("data"), with_facts(facts)))
    assert atlas.omissions([1]) == first
    assert atlas.omissions([2]) == second


def test_a_passage_after_the_last_paragraph(tmp_path_factory: pytest.TempPathFactory) -> None:
    facts = NUMBERS.replace("paragraph: 2", "paragraph: 3")
    folder = write_data(tmp_path_factory.mktemp("data"), with_facts(facts))
    assert errors_in(folder) == [
        "events.yaml:14: statement.numbers[0].paragraph: is after the last paragraph; found 3; "
        "write 1 to 2",
    ]


def test_a_passage_is_verbatim_and_of_its_own_paragraph(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("data")
    facts = NUMBERS + "  sources:\n    - {paragraph: 1, phrase: fell again}\n"
    reading = read_data(write_data(folder, with_facts(facts)))
    assert [str(error) for error in compare_with_text(reading, TEXT.encode())] == [
        f"{folder}/events.yaml:16: statement.sources[0].phrase: is not in paragraph 1; "
        "found 'fell again'; write it as it stands there",
    ]


def test_among_many_events_each_takes_as_long_as_among_few() -> None:
    """Looked for among all events for each of them, four times as many take sixteen times."""

    def ask(paragraphs: str) -> None:
        first, numbers = ATLAS.events[0], range(1, len(paragraphs) + 1)
        events = (first.model_copy(update={"id": f"e{n}", "paragraphs": (n,)}) for n in numbers)
        atlas = replace(ATLAS, events=tuple(events))
        for event in atlas.events:
            atlas.omissions(event.paragraphs)

    assert measure_growth(ask, lambda size: "¶" * size, 1_000, most=10) < 10
