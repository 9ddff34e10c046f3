"""Whatever a text holds, it ends in a draft that `check` accepts or in an error of our own.

`make test` tries a few texts, `make fuzz` 10 000 from a fixed seed; none may take five seconds.
"""

from time import thread_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from statement_map.drafting.proposing import Details, draft
from statement_map.drafting.writing import build_files
from statement_map.errors import DataError, DataErrors
from statement_map.files.folder import world_outlines
from statement_map.prose.text import build_source
from statement_map.reading import FILES, Content, compare_with_text, read_files
from statement_map.reviewing.opening import open_text
from statement_map.when import read_when
from tests.drafting.measuring import outlines, world
from tests.drafting.strict import TEXTS
from tests.growth import UNITS

DATES = st.sampled_from(
    [
        *("5 stycznia 2022 r.", "31 lutego", "w 44 r. p.n.e.", "on Monday", "5-3 January 1"),
        *("on the 31st", "a few days earlier", "last year", "99 years ago", "XXX wieku"),
        *("in the 99th century", "nazajutrz", "dwa lata wcześniej", "Yesterday", "that week"),
        *("w nocy z soboty na niedzielę", "until Friday", "from Monday until the end of May"),
        *("Wielkanoc", "Easter", "29 February", "29 lutego 1944 roku", "On the same day in 1945"),
        *("23.04.2025, godz. 19:00", "22 June 2022 (as of 3 p.m.)", "12 marca 2023, o 7"),
        *("early in the century", "pod koniec ubiegłego roku", "the 1st of this month"),
    ]
)
# The calendar's two ends, and years that it lacks.
ENDS = st.sampled_from(
    [
        *("0000", "in 0001", "in AD 1", "9999", "1 January 0001", "on 31 December 9999"),
        *("in December 9999", "Zimą 0001 roku", "zimą 9999", "in the winter of 0001"),
        *("the day after", "the day before", "dzień przed", "Three weeks later", "a century later"),
        *(
            "two days earlier",
            "a month before",
            "w I wieku",
            "in the 1st century",
            "następnej zimy",
        ),
        *("the following year", "the weekend before", "that winter", "late next year", "wczoraj"),
    ]
)
PLACES = st.sampled_from(
    [
        *("in Springfield, Illinois", "W Kijowie", "Lotnisko Ałmaty", "w kraju", "na wschodzie"),
        *("The people of London", "• W Polsce", "nad Sanem", "in the north of France", "WARSAW,"),
    ]
)
MARKS = st.sampled_from(
    [
        *("• ", "\n\n", "\n", "the", "'s", '"', "# ", "---", "\u2028", "\u0301", "\ufeff"),
        *("\U0001f600", ".", "?!", "(", "„", "”", ",", "–", "1) ", "\t", "\x0c", "\xad"),
    ]
)
REPEATED = st.builds(lambda unit, count: unit * count, st.sampled_from(UNITS), st.integers(1, 400))
# What people wrote, broken off anywhere, as a paste or a damaged file breaks it off.
WRITTEN = [path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.txt"))]
CUTS = st.builds(
    lambda text, start, length: text[start : start + length],
    st.sampled_from(WRITTEN),
    st.integers(0, 2_000),
    st.integers(1, 300),
)
PIECES = CUTS | DATES | ENDS | PLACES | MARKS | REPEATED | st.text(max_size=40)
MOST_SECONDS = 5.0
OUTLINES = world_outlines()


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """Load the dictionary and the tables, which takes its own time once in a process."""
    for language in ("pl", "en"):
        details = Details(read_when("2022"))
        source = build_source("text.txt", "5.05.2022 Lotnisko Ałmaty, Almaty Airport", language)
        draft(source, outlines(), details, world=world())


@settings(deadline=None)  # a busy machine is not slow code: the processor's time counts
@given(
    text=st.lists(PIECES, max_size=25).map(" ".join),
    language=st.sampled_from(["pl", "en"]),
    published=st.sampled_from([None, "2022-01-12", "0001-01-01", "9999-12-31", "2022"]),
)
@example(text="on Monday \n\n ,", language="en", published="2022-01-12")  # only a mark below it
@example(text="on Monday \n\n 5 stycznia 2022 r.", language="en", published="2022-01-12")  # counted
@example(text="• W Polsce \n WARSAW,", language="pl", published=None)  # the whole of a place
@example(text="the ship Marie-des-Anges.", language="en", published=None)  # ends in half a name
def test_any_text(text: str, language: str, published: str | None) -> None:
    start = thread_time()
    check(text, language, published)
    assert thread_time() - start < MOST_SECONDS


def check(text: str, language: str, published: str | None) -> None:
    """Draft a text, and read the files of the draft back."""
    details = Details(read_when(published) if published else None)
    try:
        text = open_text("text.txt", text.encode(errors="surrogatepass"))
        source = build_source("text.txt", text, language)
        proposal = draft(source, outlines(), details, world=world())
    except DataErrors as errors:
        for error in errors.exceptions:
            assert isinstance(error, DataError)
        return
    events, places = map(Content, FILES[:2], build_files(proposal))
    reading = read_files(events, places, OUTLINES)
    assert compare_with_text(reading, text.encode()) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The people of London were there on the day after 31 December 9999."),
        ("en", "In December 9999 it was in London. Three weeks later it was over."),
        ("en", "The people of London left on the day before 1 January 0001."),
        ("en", "In the winter of 0001 it snowed in London."),
        ("en", "In London, 29 February 1944 was a Tuesday. On the same day in 1945 it rained."),
        ("en", "On 31 December 9999 it was in London. The next day it was over."),
        ("en", "In January 0001 it rained in London. A month earlier it snowed."),
        ("en", "In 9999 it rained in London. A century later it snowed."),
        ("pl", "Zimą 0001 roku w Warszawie padało."),
        ("pl", "Zimą 9999 roku w Warszawie padało, a następnej zimy nie."),
        ("pl", "W Warszawie 31 grudnia 9999 roku padało, a nazajutrz nie."),
        ("pl", "W Warszawie padało na dwa dni przed 1 stycznia 0001 roku."),
    ],
)
@pytest.mark.parametrize("published", [None, "0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(language: str, text: str, published: str | None) -> None:
    details = Details(read_when(published) if published else None)
    proposal = draft(build_source("t", text, language), outlines(), details, world=world())
    assert len(proposal.events) >= 1


def test_a_day_that_no_calendar_has_is_told() -> None:
    text = "On 31 December 9999 it rained in London. The next day it snowed in Paris."
    proposal = draft(build_source("t", text, "en"), outlines(), world=world())
    assert [str(event.when) for event in proposal.events] == ["9999-12-31", "None"]
    assert [note.message for note in proposal.notes] == ["leaves a date open: The next day"]
