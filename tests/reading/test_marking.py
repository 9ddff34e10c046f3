from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_map.model import Atlas
from statement_map.reading import read_data, split_paragraphs
from statement_map.reading.marking import (
    Missing,
    Phrase,
    SearchedText,
    Segment,
    Sort,
    is_same_text,
    mark_phrases,
)
from tests.conftest import ROOT
from tests.growth import measure_growth
from tests.reading.samples import EVENTS, TEXT, change, write_data

CAPITAL = Phrase(Sort.PLACE, "in the capital", place="capital")
NORTH = Phrase(Sort.PLACE, "In the north", "prices-rise", "north")
DAY = Phrase(Sort.DATE, "on 2 January", "prices-rise")
ROSE = Phrase(Sort.QUOTE, "prices rose", "prices-rise")
EVERYWHERE = Phrase(Sort.PLACE, "Everywhere", "prices-fall", "regions")
FELL = Phrase(Sort.QUOTE, "they fell again", "prices-fall")


def atlas(directory: Path, *changes: tuple[str, str]) -> Atlas:
    events = EVENTS
    for old, new in changes:
        events = change(events, old, new)
    return read_data(write_data(directory, events)).atlas


def marks(segments: tuple[Segment, ...]) -> list[tuple[str, list[str]]]:
    """What is marked, and as what, the innermost first."""
    return [(s.text, [f"{p.sort} {p.event}" for p in s.phrases]) for s in segments if s.phrases]


def test_every_phrase_is_marked_in_its_paragraph(tmp_path: Path) -> None:
    marked = mark_phrases(atlas(tmp_path), TEXT)
    assert marked.introduction == (
        Segment("By the issuer, "),
        Segment("in the capital", (CAPITAL,)),
        Segment("."),
    )
    assert marked.paragraphs == (
        (
            Segment("In the north", (NORTH,)),
            Segment(", "),
            Segment("on 2 January", (DAY,)),
            Segment(", "),
            Segment("prices rose", (ROSE,)),
            Segment("."),
        ),
        (
            Segment("Everywhere", (EVERYWHERE,)),
            Segment(" "),
            Segment("they fell again", (FELL,)),
            Segment("."),
        ),
    )
    assert marked.missing == ()


def test_nested_phrases_share_what_they_share(tmp_path: Path) -> None:
    longer = ("quote: prices rose", "quote: In the north, on 2 January, prices rose")
    marked = mark_phrases(atlas(tmp_path, longer), TEXT)
    assert marks(marked.paragraphs[0]) == [
        ("In the north", ["place prices-rise", "quote prices-rise"]),
        (", ", ["quote prices-rise"]),
        ("on 2 January", ["date prices-rise", "quote prices-rise"]),
        (", prices rose", ["quote prices-rise"]),
    ]


def test_overlapping_phrases_share_what_they_share(tmp_path: Path) -> None:
    overlapping = ("when_phrase: on 2 January", "when_phrase: on 2 January, prices")
    marked = mark_phrases(atlas(tmp_path, overlapping), TEXT)
    assert marks(marked.paragraphs[0])[1:] == [
        ("on 2 January, ", ["date prices-rise"]),
        ("prices", ["quote prices-rise", "date prices-rise"]),
        (" rose", ["quote prices-rise"]),
    ]


def test_events_with_the_same_phrase_share_its_mark(tmp_path: Path) -> None:
    same = (
        ("phrase: Everywhere}", "phrase: In the north}"),
        ("paragraph: [2]", "paragraph: [1]"),
    )
    marked = mark_phrases(atlas(tmp_path, *same), TEXT)
    assert marks(marked.paragraphs[0])[0] == (
        "In the north",
        ["place prices-rise", "place prices-fall"],
    )
    assert marked.paragraphs[1] == (Segment("Everywhere they fell again."),)
    assert marked.missing == (Missing((1,), FELL),)


@pytest.mark.parametrize(
    ("paragraph", "before"),
    [
        ("In the north and In the north.", ""),
        ("In the north nothing. In the north prices rose.", "In the north nothing. "),
        ("In the north prices rose, In the north too.", ""),
        ("In the northwest. In the north.", "In the northwest. "),
        ("In the northwest prices rose. In the north not.", "In the northwest prices rose. "),
        ("In the northwest.", ""),
    ],
    ids=["first", "nearest", "nearest-first", "whole", "whole-before-nearest", "part"],
)
def test_a_phrase_that_stands_there_often_is_marked_once(
    tmp_path: Path, paragraph: str, before: str
) -> None:
    (segments,) = mark_phrases(atlas(tmp_path), f"• {paragraph}").paragraphs
    at = [segment.phrases[:1] for segment in segments].index((NORTH,))
    assert "".join(segment.text for segment in segments[:at]) == before
    assert sum(NORTH in segment.phrases for segment in segments) == 1


def test_a_quotation_around_the_second_place_tells_it_from_the_first(tmp_path: Path) -> None:
    quoted = ("quote: prices rose", "quote: prices rose In the north")
    text = "• In the north it snowed, but prices rose In the north."
    (segments,) = mark_phrases(atlas(tmp_path, quoted), text).paragraphs
    assert marks(segments) == [
        ("prices rose ", ["quote prices-rise"]),
        ("In the north", ["place prices-rise", "quote prices-rise"]),
    ]


def test_an_event_of_several_paragraphs_is_marked_in_each(tmp_path: Path) -> None:
    both = ("paragraph: 1", "paragraph: [1, 2]")
    text = "• In the north.\n• In the north.\n• In the north."
    marked = mark_phrases(atlas(tmp_path, both), text)
    assert marked.paragraphs == (
        (Segment("In the north", (NORTH,)), Segment(".")),
        (Segment("In the north", (NORTH,)), Segment(".")),
        (Segment("In the north."),),
    )
    assert marked.missing[:2] == (Missing((0,), CAPITAL), Missing((1, 2), DAY))


def test_another_text_lacks_its_phrases(tmp_path: Path) -> None:
    text = change(TEXT, "2 January", "3 January").replace("• Everywhere", "Everywhere")
    marked = mark_phrases(atlas(tmp_path), text)
    assert len(marked.paragraphs) == 1
    assert marked.missing == (
        Missing((1,), DAY),
        Missing((2,), EVERYWHERE),
        Missing((2,), FELL),
    )


PASSAGES = (
    "  topics:\n",
    "  numbers: [{paragraph: 1, phrase: on 2}]\n"
    "  sources: [{paragraph: 2, phrase: they fell}, {paragraph: 2, phrase: says}]\n  topics:\n",
)


def test_numbers_and_sources_are_marked_in_their_paragraphs(tmp_path: Path) -> None:
    marked = mark_phrases(atlas(tmp_path, PASSAGES), TEXT)
    assert marks(marked.paragraphs[0]) == [
        ("In the north", ["place prices-rise"]),
        ("on 2", ["number None", "date prices-rise"]),
        (" January", ["date prices-rise"]),
        ("prices rose", ["quote prices-rise"]),
    ]
    assert marks(marked.paragraphs[1]) == [
        ("Everywhere", ["place prices-fall"]),
        ("they fell", ["source None", "quote prices-fall"]),
        (" again", ["quote prices-fall"]),
    ]
    assert marked.missing == (Missing((2,), Phrase(Sort.SOURCE, "says")),)


def test_what_is_missing_stands_in_the_order_of_its_paragraphs(tmp_path: Path) -> None:
    marked = mark_phrases(atlas(tmp_path, PASSAGES), "• Nothing.")
    assert [missing.paragraphs for missing in marked.missing] == [(0,), *[(1,)] * 4, *[(2,)] * 4]


def test_nothing_is_marked_in_nothing(tmp_path: Path) -> None:
    marked = mark_phrases(atlas(tmp_path), "")
    assert (marked.introduction, marked.paragraphs) == ((), ())
    assert len(marked.missing) == 6


@cache
def own_atlas() -> Atlas:
    return read_data(ROOT / "data").atlas


@given(
    text=st.text("ab ", max_size=40),
    words=st.text("ab ", min_size=1, max_size=3),
    quote=st.text("ab ", max_size=9),
)
def test_a_phrase_is_marked_where_comparing_all_its_places_finds_it(
    text: str, words: str, quote: str
) -> None:
    first = max(text.find(quote), 0)
    last = first + len(quote)

    def rank(start: int) -> tuple[bool, int, int]:
        ends = (start, start + len(words))
        is_part = any(text[at - 1 : at + 1].isalnum() for at in ends if 0 < at < len(text))
        return is_part, max(first - start, ends[1] - last, 0) if quote else 0, start

    starts = [n for n in range(len(text)) if text.startswith(words, n)]
    found = SearchedText(text).find(Phrase(Sort.PLACE, words), quote)
    assert (found and found.start) == min(starts, key=rank, default=None)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "phrase", "quote"),
    [
        ("On day {n} it rained in the north. ", "north", "it rained in the north"),
        ("On day {n} it rained in the north. ", "in the north", "On day {n} it rained"),
        ("On day {n} it rained. ", "o", "On day {n} it rained"),
        ("On day {n} it rained. ", "nowhere", "On day {n} it snowed"),
        ("aaaaaaaaaaaaaaaa", "a", "aa"),
        ("a a a a a a a a ", "a", "a a a"),
    ],
)
def test_time_to_mark_grows_with_the_text(line: str, phrase: str, quote: str) -> None:
    def build(number: int) -> str:
        return "".join(line.format(n=n) for n in range(number))

    def mark(text: str) -> None:
        paragraph = SearchedText(text)
        for n in range(len(text) // len(line)):
            paragraph.find(Phrase(Sort.PLACE, phrase.format(n=n)), quote.format(n=n))

    assert measure_growth(mark, build, size=1_000, most=10, largest=4_000) < 10


@given(st.text(st.sampled_from("In thenorw,23Jay•\n pices\ufeff"), max_size=300))
def test_every_letter_of_the_text_is_kept(text: str) -> None:
    marked = mark_phrases(own_atlas(), text)
    introduction, paragraphs = split_paragraphs(text.removeprefix("\ufeff"))
    assert "".join(segment.text for segment in marked.introduction) == introduction
    assert tuple("".join(s.text for s in segments) for segments in marked.paragraphs) == paragraphs
    assert all(segment.text for segments in marked.paragraphs for segment in segments)


@pytest.mark.slow
def test_long_texts_are_marked_at_once(tmp_path: Path) -> None:
    small = atlas(tmp_path)
    long = "In the north prices rose, on 2 January " * 25_000
    assert len(mark_phrases(small, f"• {long}").paragraphs[0]) == 6
    assert len(mark_phrases(small, "•\n" * 300_000).paragraphs) == 300_000


@pytest.mark.parametrize(
    "text",
    [
        "One.\nTwo.\n",
        "One.\nTwo.",
        "One.\r\nTwo.\r\n",
        "One.\rTwo.",
        "\ufeffOne.\nTwo.\n",
        "\ufeffOne.\r\nTwo.\r\n\r\n",
    ],
)
@pytest.mark.parametrize("published", ["One.\nTwo.\n", "One.\nTwo.", "\ufeffOne.\r\nTwo.\r\n"])
def test_the_same_text_in_another_form(text: str, published: str) -> None:
    assert is_same_text(text, sha256(published.encode()).hexdigest())


@pytest.mark.parametrize("text", ["One.\nTwo", "One. \nTwo.", "One.\n\nTwo.", "one.\nTwo.", ""])
def test_another_text(text: str) -> None:
    assert not is_same_text(text, sha256(b"One.\nTwo.\n").hexdigest())


def test_a_text_with_its_own_odd_form_is_the_same_as_itself() -> None:
    odd = "One.\rTwo.\r\n\n\n"
    assert is_same_text(odd, sha256(odd.encode()).hexdigest())


def test_the_statement_itself(statement_text: str) -> None:
    assert is_same_text(statement_text, own_atlas().statement.sha256)
    marked = mark_phrases(own_atlas(), statement_text)
    assert marked.missing == ()
    assert len(marked.paragraphs) == 28
    sorts = {"number": {18}, "source": {23}}
    for sort, numbers in sorts.items():
        found = {
            number
            for number, segments in enumerate(marked.paragraphs, start=1)
            if any(phrase.sort == sort for segment in segments for phrase in segment.phrases)
        }
        assert found == numbers
    # The order of 6 January stands "w kraju", in the country; so does something before it.
    order = [text for text, of in marks(marked.paragraphs[13]) if "place operation-ordered" in of]
    assert order == ["w kraju"]
    before = "".join(segment.text for segment in marked.paragraphs[13]).index("W dniu 6 stycznia")
    at = [segment.text for segment in marked.paragraphs[13]].index("w kraju")
    assert len("".join(segment.text for segment in marked.paragraphs[13][:at])) > before
