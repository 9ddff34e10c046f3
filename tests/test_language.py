"""Every language has every word, and writes dates and plurals as it should."""

import re
from datetime import date

import pytest

from statement_map.language import languages
from statement_map.timeline import Interval
from statement_map.when import read_when


@pytest.mark.parametrize("code", languages())
def test_no_language_lacks_a_key(code: str) -> None:
    every = set().union(*(language.entries for language in languages().values()))
    assert sorted(every - set(languages()[code].entries)) == []


@pytest.mark.parametrize("code", languages())
def test_gaps_are_the_same_in_every_language(code: str) -> None:
    def gaps(entry: object) -> set[str]:
        return set(re.findall(r"\{(\w+)\}", str(entry)))

    for key, entry in languages()["en"].entries.items():
        assert gaps(entry) == gaps(languages()[code].entries[key]), key


@pytest.mark.parametrize(
    ("code", "n", "words"),
    [
        ("en", 1, "1 paragraph:"),
        ("en", 28, "28 paragraphs:"),
        ("pl", 1, "1 akapit:"),
        ("pl", 3, "3 akapity:"),
        ("pl", 28, "28 akapitów:"),
        ("pl", 22, "22 akapity:"),
        ("pl", 12345, "12\N{NO-BREAK SPACE}345 akapitów:"),
        ("en", 12345, "12,345 paragraphs:"),
    ],
)
def test_plurals(code: str, n: int, words: str) -> None:
    assert languages()[code].words("accounts-total", n=n) == words


DAYS = {day: date(2022, 1, day) for day in (2, 4, 10)}


@pytest.mark.parametrize(
    ("code", "expression", "interval", "words"),
    [
        ("pl", "2022-01-02", Interval(DAYS[2], DAYS[2]), "2 stycznia 2022"),
        ("en", "2022-01-02", Interval(DAYS[2], DAYS[2]), "2 January 2022"),
        ("en", "2022-01-02~", Interval(DAYS[2], DAYS[2]), "about 2 January 2022"),
        ("en", "2022-01-02?", Interval(DAYS[2], DAYS[2]), "2 January 2022 (uncertain)"),
        ("en", "2022-01", Interval(date(2022, 1, 1), date(2022, 1, 31)), "January 2022"),
        ("pl", "2022-01", Interval(date(2022, 1, 1), date(2022, 1, 31)), "styczeń 2022"),
        ("en", "2022", Interval(date(2022, 1, 1), date(2022, 12, 31)), "2022"),
        ("pl", None, Interval(DAYS[2], DAYS[4]), "2–4 stycznia 2022"),
        ("en", None, Interval(DAYS[2], None), "not before 2 January 2022"),
        ("pl", None, Interval(None, DAYS[10]), "nie później niż 10 stycznia 2022"),
        ("pl", None, None, "bez daty w tekście"),
    ],
)
def test_dates_in_words(
    code: str, expression: str | None, interval: Interval | None, words: str
) -> None:
    when = read_when(expression) if expression else None
    assert languages()[code].when(when, interval) == words
