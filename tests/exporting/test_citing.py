"""How the source is cited."""

from datetime import date

import pytest

from statement_map.exporting.citing import cite
from statement_map.language import languages
from statement_map.model import Statement
from statement_map.reading import read_atlas
from tests.conftest import ROOT

STATEMENT = read_atlas(ROOT / "data").statement
LINK = "https://example.org/?date=2022-01-05"


def cited(code: str, statement: Statement = STATEMENT) -> str:
    return cite(statement, languages()[code], LINK, date(2026, 11, 27))


def test_a_date_that_the_source_does_not_carry_is_not_given_as_its_own() -> None:
    assert ", [no date; not before 7 January 2022]. https://konsul.wse.edu.pl/" in cited("en")
    assert ", [b.d.; nie wcześniej niż 7 stycznia 2022]. https://konsul.wse.edu.pl/" in cited("pl")


def test_a_date_that_the_source_states_is_its_own() -> None:
    stated = STATEMENT.model_validate(
        STATEMENT.model_dump(by_alias=True)
        | {"published": "2022-01-10", "published_basis": "stated"}
    )
    assert ", 10 January 2022. https://konsul.wse.edu.pl/" in cited("en", stated)


def test_the_day_of_access_is_that_of_the_map_unless_another_is_known() -> None:
    """When the text was taken from its page is recorded nowhere; the map is seen today."""
    assert STATEMENT.accessed is None
    assert cited("en").endswith(f"informacje-z-msz/ (as told on a map that does not verify it: "
                                f"{LINK}, accessed on 27 November 2026)")  # fmt: skip
    known = STATEMENT.model_copy(update={"accessed": date(2026, 11, 26)})
    assert "informacje-z-msz/ (accessed on 26 November 2026) (as told" in cited("en", known)
    assert "informacje-z-msz/ (dostęp: 26 listopada 2026) (opowiedziane" in cited("pl", known)


@pytest.mark.parametrize(
    ("code", "speaker"),
    [("en", "The authorities of Kazakhstan: "), ("pl", "Władze Kazachstanu: ")],
)
def test_who_speaks_comes_first(code: str, speaker: str) -> None:
    assert cited(code).startswith(speaker)
