"""The years of dates that name none, chosen for a text as a whole, as a reader has them."""

import pytest

from tests.temporal_tagging.test_dates import find, write


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The council voted on 4 May 1921 to clear the slum by March of the following year. "
            "In June the first houses fell. On 9 July a wall killed a mason. "
            "On 12 February 1922 the last tenant left.",
            ["1921-05-04", "../1922-03", "1921-06", "1921-07-09", "1922-02-12"],
        ),
        (
            "On 3 March 1954 work began. A bridge was to be ready by 1 May 1956. "
            "In April the river rose. On 7 June two piers were lost.",
            ["1954-03-03", "../1956-05-01", "1954-04", "1954-06-07"],
        ),
        (
            "On 5 September 1910 they left Leeds. In December they saw Hull. On 2 January it "
            "snowed, and on 8 March 1911 they came home.",
            ["1910-09-05", "1910-12", "1911-01-02", "1911-03-08"],
        ),
    ],
)
def test_a_plan_gives_no_year_and_a_later_date_does(text: str, expected: list[str]) -> None:
    assert write(find(text, "en")) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "W piątek 3 października zakończono prace w Radomiu. W tym roku w maju odnaleziono "
            "szczątki ofiar zbrodni z lutego 1945 r. Pogrzeb odbył się 6 września.",
            "2025-10-06",
            ["2025-10-03", "2025-05", "1945-02", "2025-09-06"],
        ),
        (
            "The museum opened on 2 June. It was founded in 1931. On 20 August a new hall follows.",
            "2024-06-10",
            ["2024-06-02", "1931", "2024-08-20"],
        ),
        (
            "6 grudnia rząd przedłużył stan wyjątkowy do 15 stycznia.",
            "2021-12-09",
            ["2021-12-06", "../2022-01-15"],
        ),
    ],
)
def test_in_news_what_is_long_past_gives_no_year(
    text: str, published: str, expected: list[str]
) -> None:
    language = "en" if text.startswith("The") else "pl"
    assert write(find(text, language, published)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2011, 22 March. Closed by a flood. Trains run again on Christmas Day.",
            ["2011-03-22", "2011-12-25"],
        ),
        (
            "3 January 1945. It snows.\n\n12 January. A letter of 29 December came.",
            ["1945-01-03", "1945-01-12", "1944-12-29"],
        ),
        (
            "1902\n\n4 May – rain\n\n1903\n\n9 February – frost",
            ["1902", "1902-05-04", "1903", "1903-02-09"],
        ),
    ],
)
def test_the_heads_of_entries_tell_the_years_below_them(text: str, expected: list[str]) -> None:
    assert write(find(text, "en")) == expected


def test_nothing_tells_a_year_that_no_sentence_names() -> None:
    found = find("On 3 May it rained. On 5 June it blew.", "en")
    assert [mark.when for mark in found] == [None, None]
