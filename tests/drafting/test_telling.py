"""Which date belongs to what: date lines, diaries, dates in brackets, sentences without a date."""

import pytest

from statement_map.drafting.proposing import Draft, draft
from statement_map.drafting.text import build_source
from statement_map.drafting.titles import make_title
from tests.drafting.measuring import outlines, world


def propose(text: str, language: str) -> Draft:
    return draft(build_source("text.txt", text, language), outlines(), world=world())


def told(text: str, language: str) -> list[tuple[str, str]]:
    """The events of a text: when, and the names of its places."""
    proposal = propose(text, language)
    names = {place.id: place.names.read(language) for place in proposal.places}
    return [
        (str(event.when or ""), ", ".join(names[it.id] for it in event.places))
        for event in proposal.events
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "March 3, 1921\n\nSailors hold a meeting in Tallinn.\n\n"
            "March 5, 1921\n\nThe harbour of Riga is closed.",
            [("1921-03-03", "Tallinn"), ("1921-03-05", "Riga")],
        ),
        (
            "pl",
            "Maj 1971\n3 maja\n► W Opolu stają tramwaje. ► Strajkuje też huta w Nysie.\n"
            "4 maja\n► Robotnicy w Brzegu wybierają komitet.",
            [("1971-05-03", "Opole"), ("1971-05-03", "Nysa"), ("1971-05-04", "Brzeg")],
        ),
        (
            "pl",
            "1956\n\nW Poznaniu wybucha strajk.\n\n1957\n\nW Łodzi stają tramwaje.",
            [("1956", "Poznań"), ("1957", "Łódź")],
        ),
        (
            "en",
            "Rain\n\nMonday, 5 May 1902\n\nIt rains in Leeds.\n\nThe river rises.\n\n"
            "It blows in London.\n\nTuesday, 6 May 1902\n\nThe river falls.",
            [("1902-05-05", "Leeds"), ("1902-05-05", "London"), ("1902-05-06", "")],
        ),
        # one that nothing stands below is all that is known of its day
        ("en", "5 May 1902\n\n6 May 1902\n\nIt rains in Leeds.", [
            ("1902-05-05", ""), ("1902-05-06", "Leeds"),
        ]),
    ],
)  # fmt: skip
def test_a_date_line_governs_what_stands_below_it(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text, language) == expected


def test_what_stands_below_a_date_line_is_of_both_paragraphs() -> None:
    text = "Rain\n\n5 May 1902\n\nIt rains in Leeds.\n\n6 May 1902\n\nIt blows."
    event, other = propose(text, "en").events
    assert (other.paragraphs, str(other.when)) == ((3, 4), "1902-05-06")
    assert (event.paragraphs, event.basis, event.when_phrase) == ((1, 2), "stated", "5 May 1902")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "pl",
            "Maj 1971\nStrajkują: huta w Radomiu (3 V); tkalnia w Tarnowie (4 V); port w Elblągu "
            "(5-7 V).",
            [
                ("1971-05-03", "Radom"),
                ("1971-05-04", "Tarnów"),
                ("1971-05-05/1971-05-07", "Elbląg"),
            ],
        ),
        (
            "en",
            "In May 1971 strikes broke out at a mill in Leeds (3 May), a foundry in Sheffield "
            "(4 May) and the docks of Liverpool (5-7 May).",
            [
                ("1971-05-03", "Leeds"),
                ("1971-05-04", "Sheffield"),
                ("1971-05-05/1971-05-07", "Liverpool"),
            ],
        ),
        (
            "pl",
            "W sierpniu 1980 r. strajkowano w Lublinie i Świdniku (5 VIII), Łodzi (7 VIII).",
            [("1980-08-05", "Lublin, Świdnik"), ("1980-08-07", "Łódź")],
        ),
        # a year in brackets behind something else dates no place
        (
            "en",
            "On 5 May 1921 the old school (1890) burned down in Leeds.",
            [("1921-05-05", "Leeds"), ("1890", "")],
        ),
    ],
)  # fmt: skip
def test_a_date_in_brackets_belongs_to_what_stands_before_it(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("pl", "5 maja 1944. Byliśmy w Opolu. Potem w Nysie.", [
            ("1944-05-05", "Opole"), ("1944-05-05", "Nysa"),
        ]),
        ("en", "Friday, 5 May 1944. We were in Leeds. Then in Bradford.", [
            ("1944-05-05", "Leeds"), ("1944-05-05", "Bradford"),
        ]),
        # sentences are cut behind "r."
        ("pl", "W dniu 25 września 2024 r. Prezydent miasta przybył do Opola.", [
            ("2024-09-25", "Opole"),
        ]),
    ],
)  # fmt: skip
def test_the_head_of_an_entry_dates_all_of_it(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text, language) == expected


def test_a_sentence_behind_a_dated_one_comes_after_it() -> None:
    text = "On 4 March 1921 troops took Warsaw. In Paris people wept.\n\nIn Rome it rained."
    first, second, third = propose(text, "en").events
    assert (second.basis, second.when, second.after) == ("inferred", None, (first.id,))
    assert second.why_then
    assert second.why_then.read("en") == "The text tells it right after “On 4 March 1921”."
    assert second.why_then.read("pl") == "Tekst mówi o tym zaraz po „On 4 March 1921”."
    assert (third.basis, third.after) == ("none", ())


def test_a_date_that_is_not_read_lends_its_places_to_none() -> None:
    text = "Pierwszy wiec odbył się 4.2.1992 w Bytomiu, drugi 31.31.92 w Zabrzu."
    assert told(text, "pl") == [("1992-02-04", "Bytom"), ("", "Zabrze")]
    assert [note.message for note in propose(text, "pl").notes] == ["leaves a date open: 31.31.92"]


@pytest.mark.parametrize(
    ("language", "text", "date", "title"),
    [
        ("en", "On 5 May 1921 troops took the town, as the staff said.", "On 5 May 1921",
         "Troops took the town"),
        ("en", "The king, who was ill, left for Paris in a carriage with six horses on Monday.",
         "on Monday", "Left for Paris in a carriage"),
        ("pl", "Dnia 4 maja pada Bytom.", "Dnia 4 maja", "Pada Bytom"),
        ("pl", "Jak podała agencja, 5 maja oddziały weszły do miasta od strony rzeki i lasu.",
         "5 maja", "Oddziały weszły do miasta od strony rzeki"),
    ],
)  # fmt: skip
def test_a_title_is_the_clause_that_tells_something(
    language: str, text: str, date: str, title: str
) -> None:
    assert make_title(text, [date], language) == title


def test_no_two_events_have_one_title() -> None:
    text = "5 May 1902\n\nIt rains. It rains in Leeds. It rains in Bradford.\n\nIt rains in Leeds."
    titles = [event.title.read("en") for event in propose(text, "en").events]
    assert len(titles) == len(set(titles))
