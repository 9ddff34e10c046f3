from datetime import date

import pytest

from statement_map.language import languages
from statement_map.model import Statement
from statement_map.reviewing.editing import change_statement
from statement_map.reviewing.looking_up import (
    MOST_CANDIDATES,
    dates_in,
    find_candidates,
    find_date,
    find_place,
)
from statement_map.when import read_when
from tests.reviewing.samples import sample

ENGLISH = sample().atlas.statement  # published on 7 January 2022, a Friday
POLISH = change_statement(sample(), {"language": "pl"}).atlas.statement
KAZAKH = change_statement(sample(), {"language": "kk"}).atlas.statement


@pytest.mark.parametrize(
    ("words", "statement", "expected"),
    [
        ("on 5 January 2022", ENGLISH, (date(2022, 1, 5), date(2022, 1, 5))),
        ("on Monday", ENGLISH, (date(2022, 1, 3), date(2022, 1, 3))),
        ("w dniach 5–7 stycznia", POLISH, (date(2022, 1, 5), date(2022, 1, 7))),
        ("prices rose", ENGLISH, None),
        ("", ENGLISH, None),
        ("5 қаңтар", KAZAKH, None),
    ],
)
def test_dates(
    words: str, statement: Statement, expected: tuple[date | None, date | None] | None
) -> None:
    found = find_date(words, statement)
    assert (found and (found.when.start, found.when.end)) == expected


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("3 November 2023", "en", "2023-11-03"),
        ("3 listopada 2023", "pl", "2023-11-03"),
        ("3 листопада 2023 року", "uk", "2023-11-03"),
        ("w nocy z 4 na 5 maja", "pl", "2021-05-04/2021-05-05"),  # the last one before it
        ("between spring and autumn 1945", "en", "1945-03~/1945-11~"),
        ("między wiosną a jesienią 1945", "pl", "1945-03~/1945-11~"),
        ("2022-01-02/..", "pl", "2022-01-02/.."),
        ("May 2023", "pl", "2023-05"),  # the statement's language, if not that of the page
        ("soon", "en", None),
        ("  ", "en", None),
    ],
)
def test_dates_as_people_type_them(words: str, language: str, expected: str | None) -> None:
    found = find_date(words, ENGLISH, language)
    assert (found and str(found.when)) == expected


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize(
    "expression",
    [
        *("2023-11-03", "2023-11", "2023", "2023-11-04/2023-11-05", "2023-11-30/2023-12-02"),
        *("2023-12-30/2024-01-02", "2024-09-18/..", "../2024-09", "1920~", "2022-05-04~"),
        *("2021-03~/2021-05~", "2023-05~", "2020/2023", "2023-11-03?"),
    ],
)
def test_a_date_that_a_field_shows_is_read_as_the_same(code: str, expression: str) -> None:
    when = read_when(expression)
    found = find_date(languages()[code].date_typed(when), ENGLISH, code)
    assert found
    assert (found.when.start, found.when.end, found.when.qualifier) == (
        *(when.start, when.end, when.qualifier),
    )


def test_dates_of_a_paragraph() -> None:
    """In the light of the year that one before it names."""
    text = "In May 2021 it rained.\n\nOn 3 June it was dry, and on 5 June not.\n\nOn 7 June, too."
    found = dates_in(text, ENGLISH, 2)
    assert [(str(date.when), date.words) for date in found] == [
        ("2021-06-03", "On 3 June"),
        ("2021-06-05", "on 5 June"),
    ]
    assert dates_in(text, KAZAKH, 2) == ()


@pytest.mark.parametrize(
    ("words", "statement", "expected"),
    [
        ("in Almaty", ENGLISH, "Almaty"),
        ("w Krakowie", POLISH, "Kraków"),
        ("prices rose", ENGLISH, None),
        ("", ENGLISH, None),
        ("Алматыда", KAZAKH, None),
    ],
)
def test_places(words: str, statement: Statement, expected: str | None) -> None:
    mark = find_place(words, statement)
    assert (mark and mark.candidates[0].name) == expected


def test_candidates() -> None:
    first, *_ = find_candidates("Almaty")
    assert (first.country, round(first.lat), round(first.lon)) == ("KZ", 43, 77)
    assert find_candidates("ALMATY")[0] == first
    assert find_candidates("Springfield")[0].country == "US"
    assert len(find_candidates("Springfield")) == MOST_CANDIDATES
    assert find_candidates("Poland")[0].boundary == "PL"
    for words in ("", " ", "\x00", "Qwertyuiop", "x" * 100_000):
        assert find_candidates(words) == ()
