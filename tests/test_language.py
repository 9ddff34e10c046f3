"""Every language has every word, and writes dates and plurals as it should."""

import re
from collections.abc import Mapping
from datetime import date

import pytest
from babel import Locale

from statement_map.exporting import FORMATS
from statement_map.importing.columns import CHOICES
from statement_map.language import languages
from statement_map.model import Kind, PlaceKind
from statement_map.timeline import Interval
from statement_map.when import read_when


@pytest.mark.parametrize("code", languages())
def test_no_language_lacks_a_key(code: str) -> None:
    every = set().union(*(language.entries for language in languages().values()))
    assert sorted(every - set(languages()[code].entries)) == []


def test_what_the_data_and_the_program_name_has_words() -> None:
    needed = {f"{word}-{kind}" for kind in Kind for word in ("kind", "kind-explain")}
    needed |= {f"map-kind-{kind}" for kind in PlaceKind}
    needed |= {f"share-as-{name}" for name in FORMATS}
    needed |= {f"review-column-{role}" for role in CHOICES}
    assert sorted(needed - set(languages()["en"].entries)) == []


@pytest.mark.parametrize("code", languages())
def test_plural_forms_are_those_of_the_language(code: str) -> None:
    """In Unicode CLDR; one that is left out reads as "other"."""
    forms = {*Locale.parse(code).plural_form.tags, "other"}
    entries = languages()[code].entries.items()
    tables = {key: entry for key, entry in entries if isinstance(entry, Mapping)}
    months = tables.pop("in-month")
    assert [*months] == [str(month) for month in range(1, 13)]
    assert {key for key, table in tables.items() if not {"other"} <= table.keys() <= forms} == set()


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
        ("uk", 1, "1 абзац:"),
        ("uk", 3, "3 абзаци:"),
        ("uk", 11, "11 абзаців:"),
        ("uk", 21, "21 абзац:"),  # as 1, unlike in Polish
        ("uk", 28, "28 абзаців:"),
        ("uk", 12345, "12\N{NO-BREAK SPACE}345 абзаців:"),
    ],
)
def test_plurals(code: str, n: int, words: str) -> None:
    assert languages()[code].words("accounts-total", n=n) == words


@pytest.mark.parametrize(
    ("code", "n", "words"),
    [
        ("en", 1, "1 paragraph,"),
        ("en", 28, "28 paragraphs,"),
        ("pl", 1, "1 akapit,"),
        ("pl", 3, "3 akapity i"),
        ("pl", 28, "28 akapitów i"),
        ("uk", 21, "21 абзац,"),
        ("uk", 3, "3 абзаци,"),
        ("uk", 28, "28 абзаців,"),
    ],
)
def test_the_subtitle_counts_in_the_right_form(code: str, n: int, words: str) -> None:
    assert f": {words} " in languages()[code].words("subtitle", n=n)


@pytest.mark.parametrize(
    ("code", "issuer"),
    [
        *(("en", "the Ministry"), ("en", "the authorities"), ("pl", "Ambasada"), ("pl", "władze")),
        *(("uk", "Посольство"), ("uk", "органи влади")),
    ],
)
def test_one_speaker_or_several_fit_the_attribution(code: str, issuer: str) -> None:
    """No verb has the speaker as its subject, so none need agree with that of a text's own."""
    expected = {
        "en": f"What is told here is the account of {issuer}: one side only.",
        "pl": f"Kto to podaje: {issuer}. To relacja jednej strony.",
        "uk": f"Хто це заявляє: {issuer}. Це розповідь лише однієї сторони.",
    }
    assert languages()[code].words("attribution", issuer=issuer) == expected[code]


def test_languages_are_named_as_each_names_them() -> None:
    """Their names are those of Unicode CLDR, so that one more needs no word in the others."""
    codes = ["en", "pl", "uk"]
    assert {code: language.any_of(codes) for code, language in languages().items()} == {
        "en": "English, Polish or Ukrainian",
        "pl": "angielski, polski lub ukraiński",
        "uk": "англійська, польська або українська",
    }


@pytest.mark.parametrize("code", languages())
def test_no_space_stands_before_three_dots(code: str) -> None:
    faulty = [key for key, entry in languages()[code].entries.items() if " …" in str(entry)]
    assert faulty == []


def interval(expression: str) -> Interval:
    when = read_when(expression)
    return Interval(when.start, when.end)


DATES = [
    # a day
    ("2022-01-02", "2 January 2022", "2 stycznia 2022"),
    ("2022-01-02~", "about 2 January 2022", "około 2 stycznia 2022"),
    ("2022-01-02?", "2 January 2022 (uncertain)", "2 stycznia 2022 (niepewne)"),
    ("2022-01-02%", "about 2 January 2022 (uncertain)", "około 2 stycznia 2022 (niepewne)"),
    # some time within days, months, years
    ("2022-01-04/2022-01-06", "some time on 4–6 January 2022", "kiedyś w dniach 4–6 stycznia 2022"),
    (
        "2022-01-30/2022-02-02",
        "some time from 30 January to 2 February 2022",
        "kiedyś od 30 stycznia do 2 lutego 2022",
    ),
    (
        "2021-12-30/2022-01-02",
        "some time from 30 December 2021 to 2 January 2022",
        "kiedyś od 30 grudnia 2021 do 2 stycznia 2022",
    ),
    ("2022-01", "some time in January 2022", "kiedyś w styczniu 2022"),
    ("2022-09", "some time in September 2022", "kiedyś we wrześniu 2022"),
    (
        "2022-01/2022-03",
        "some time from January to March 2022",
        "kiedyś od stycznia do marca 2022",
    ),
    (
        "2021-11/2022-02",
        "some time from November 2021 to February 2022",
        "kiedyś od listopada 2021 do lutego 2022",
    ),
    ("2022", "some time in 2022", "kiedyś w 2022 roku"),
    ("1914/1918", "some time in 1914–1918", "kiedyś w latach 1914–1918"),
    (
        "2022-02/2022-03-05",
        "some time from 1 February to 5 March 2022",
        "kiedyś od 1 lutego do 5 marca 2022",
    ),
    # approximate and uncertain ones
    (
        "2022-01-04~/2022-01-06",
        "some time about 4–6 January 2022",
        "kiedyś około 4–6 stycznia 2022",
    ),
    ("2022-01~", "some time about January 2022", "kiedyś około stycznia 2022"),
    ("2022~", "some time about 2022", "kiedyś około 2022 roku"),
    ("2022-01?", "some time in January 2022 (uncertain)", "kiedyś w styczniu 2022 (niepewne)"),
    # open on one side
    ("2022-01-02/..", "not before 2 January 2022", "nie wcześniej niż 2 stycznia 2022"),
    ("../2022-01-10", "not after 10 January 2022", "nie później niż 10 stycznia 2022"),
    (
        "2022-01-02~/..",
        "not before about 2 January 2022",
        "nie wcześniej niż około 2 stycznia 2022",
    ),
]


@pytest.mark.parametrize(("expression", "english", "polish"), DATES)
def test_dates_in_words(expression: str, english: str, polish: str) -> None:
    when, found = read_when(expression), interval(expression)
    assert languages()["en"].when(when, found).replace("\u2009", "") == english
    assert languages()["pl"].when(when, found) == polish


@pytest.mark.parametrize(
    ("expression", "english", "polish"),
    [
        ("2022-01-04/2022-01-06", "4–6 January 2022", "4–6 stycznia 2022"),
        ("2022-01", "January 2022", "styczeń 2022"),
        ("2022", "2022", "2022"),
        ("2022-01~", "about January 2022", "około stycznia 2022"),
        ("2022-01-04/..", "from 4 January 2022 on", "od 4 stycznia 2022"),
        ("../2022-01-04", "until 4 January 2022", "do 4 stycznia 2022"),
    ],
)
def test_only_what_lasted_throughout_reads_as_a_duration(
    expression: str, english: str, polish: str
) -> None:
    when, found = read_when(expression), interval(expression)
    assert languages()["en"].when(when, found, throughout=True) == english
    assert languages()["pl"].when(when, found, throughout=True) == polish


# Unicode CLDR: "d MMMM y р.", with the month in the genitive, and "LLLL y" where it stands alone.
UKRAINIAN = [
    ("2022-01-02", "2 січня 2022 р.", "2 січня 2022 р."),
    ("2022-02-02~", "близько 2 лютого 2022 р.", "близько 2 лютого 2022 р."),
    ("2022-03-02?", "2 березня 2022 р. (непевно)", "2 березня 2022 р. (непевно)"),
    ("2022-04-04/2022-04-06", "у якийсь момент 4–6 квітня 2022 р.", "4–6 квітня 2022 р."),
    (
        "2022-05-30/2022-06-02",
        "у якийсь момент від 30 травня до 2 червня 2022 р.",
        "30 травня – 2 червня 2022 р.",
    ),
    (
        "2021-12-30/2022-01-02",
        "у якийсь момент від 30 грудня 2021 р. до 2 січня 2022 р.",
        "30 грудня 2021 – 2 січня 2022 рр.",
    ),
    ("2022-07", "у якийсь момент у липні 2022 року", "липень 2022"),
    (
        "2022-08/2022-09",
        "у якийсь момент від серпня до вересня 2022",
        "1 серпня – 30 вересня 2022 р.",
    ),
    ("2022", "у якийсь момент у 2022 році", "2022"),
    ("1914/1918", "у якийсь момент у 1914–1918 роках", "1 січня 1914 – 31 грудня 1918 рр."),
    ("2022~", "у якийсь момент близько 2022 року", "близько 2022 року"),
    ("2022-10-02/..", "не раніше ніж 2 жовтня 2022 р.", "від 2 жовтня 2022 р."),
    ("../2022-11-10", "не пізніше ніж 10 листопада 2022 р.", "до 10 листопада 2022 р."),
]


@pytest.mark.parametrize(("expression", "within", "throughout"), UKRAINIAN)
def test_dates_in_ukrainian(expression: str, within: str, throughout: str) -> None:
    when, found, say = read_when(expression), interval(expression), languages()["uk"].when
    assert say(when, found).replace("\N{NARROW NO-BREAK SPACE}", " ") == within
    lasted = say(when, found, throughout=True)
    assert lasted.replace("\N{NARROW NO-BREAK SPACE}", " ") == throughout


def test_what_follows_from_its_neighbours_and_what_has_no_date() -> None:
    english, polish = languages()["en"], languages()["pl"]
    assert english.when(None, interval("2022-01-04/2022-01-06")) == "some time on 4–6 January 2022"
    assert english.when(None, interval("2022-01-04")) == "4 January 2022"
    assert english.when(None, None) == "no date in the text"
    assert polish.when(None, None) == "bez daty w tekście"


@pytest.mark.parametrize(
    ("code", "days", "names"),
    [
        ("en", ["2022-01-02", "2022-01-10"], ["Sun 2 Jan", "Mon 10 Jan"]),
        ("pl", ["2022-01-02", "2022-01-10"], ["niedz. 2 sty", "pon. 10 sty"]),
        ("en", ["1922-01-02", "1950-05-01", "2022-01-10"], ["1922", "1950", "2022"]),
        ("en", ["2020-01-02", "2020-05-01", "2022-01-10"], ["Jan 2020", "May 2020", "Jan 2022"]),
        (
            "en",
            ["1922-01-02", "2022-01-04", "2022-01-10"],
            ["2 Jan 1922", "4 Jan 2022", "10 Jan 2022"],
        ),
        ("en", [], []),
        (
            "uk",
            [f"2022-01-{day:02}" for day in range(3, 10)],
            [
                "пн 3 січ.",
                "вт 4 січ.",
                "ср 5 січ.",
                "чт 6 січ.",
                "пт 7 січ.",
                "сб 8 січ.",
                "нд 9 січ.",
            ],
        ),
    ],
)
def test_days_of_an_axis_are_told_apart_by_the_shortest_names_that_do(
    code: str, days: list[str], names: list[str]
) -> None:
    assert languages()[code].calendar_names([date.fromisoformat(day) for day in days]) == names
