from datetime import date

import pytest

from statement_map.model import Statement
from statement_map.reviewing.editing import change_statement
from statement_map.reviewing.looking_up import (
    MOST_CANDIDATES,
    find_candidates,
    find_date,
    find_place,
)
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
