"""Heads of lines: what several lines begin with, and what the lines above tell of it."""

import pytest

from statement_map.prose.text import build_source
from statement_map.temporal_tagging import find_dates, find_publication

HEADS = [
    # What a head lacks stands above it: in a line, in a title, in the head before.
    ("en", "1915\n\nFEB\nThu 4   Rain.\nFri 5   Snow.", "1915-02-04 1915-02-05"),
    ("en", "MAY, 1921.\n\n3rd – rain\n12th to 14th – floods", "1921-05-03 1921-05-12/1921-05-14"),
    (
        "en",
        "The strike of 1921: a chronology\n\nMay 3: rain.\nMay 15: snow.",
        "1921-05-03 1921-05-15",
    ),
    ("pl", "Ferie 2023 z harcerzami\n\nPn 6.02. Deszcz.\nWt 7.02. Śnieg.", "2023-02-06 2023-02-07"),
    # A number below a month that is a line of its own opens a line, and no dash is a hyphen.
    (
        "en",
        "Annals of 1921\n\nMAY.\n3. Rain.\n12–17. Snow.\nJUNE.\n2. Fire.\n4–6. Rain.",
        "1921-05-03 1921-05-12/1921-05-17 1921-06-02 1921-06-04/1921-06-06",
    ),
    ("pl", "1921\n\nXI 14 – deszcz.\nXII 3 – śnieg.", "1921-11-14 1921-12-03"),
    ("pl", "Dziennik 1943/44\n\n31 XII. Deszcz.\n2 I. Śnieg.", "1943-12-31 1944-01-02"),
    # What a sentence tells of the year or the month holds for the heads below it.
    ("pl", "W maju 1902 roku padało.\n\n7-go. Wiało.\n\n9-go. Padało.", "1902-05-07 1902-05-09"),
    (
        "pl",
        "W październiku 2003 r. padało.\n\n19.10 niedziela. Wiało.\n\n21.10 wtorek. Padało.",
        "2003-10-19 2003-10-21",
    ),
    (
        "en",
        "It rained in July 1937.\n\nTue 6/7\n\nIt blew.\n\nFri 9/7\n\nIt rained.",
        "1937-07-06 1937-07-09",
    ),
    # 3 August was a Tuesday in 1915.
    ("en", "War diary 1914–18\n\nTues. 3 Aug. Rain.\nThurs. 5 Aug. Snow.", "1915-08-03 1915-08-05"),
    # 12 April was a Thursday in 1979, and in no other year of four centuries that ends so.
    ("pl", "Log jachtu\n\n12.04.79 czw. Padało.\n\n27.04 pt. Lało.", "1979-04-12 1979-04-27"),
    ("en", "Ship's log\n\nSat 07/11/42 Rain.\nMon 09/11/42 Snow.", "1942-11-07 1942-11-09"),
    # A title may be long.
    (
        "pl",
        "Dyaryusz podróży do Stambułu Imć Pana Karola Boskampa Cieleckiego, pisany w roku 1777"
        "\n\nMAJ\n\nDnia 3. Padało.\n\nDnia 6. Lało.",
        "1777-05-03 1777-05-06",
    ),
    # The order of day and month is that in which the days go on.
    (
        "en",
        "Log 2021\n\n05/03 – rain\n05/15 – snow\n06/02 – fire",
        "2021-05-03 2021-05-15 2021-06-02",
    ),
    (
        "en",
        "Log 2021\n\n03/05 – rain\n15/05 – snow\n02/06 – fire",
        "2021-05-03 2021-05-15 2021-06-02",
    ),
    # What stands before a date does not matter, where all have it.
    ("en", "(1) 1860, July 18: rain.\n(2) 1860, July 20: snow.", "1860-07-18 1860-07-20"),
    (
        "pl",
        "Protokół nr 12 z 3 maja 1921. Deszcz.\nProtokół nr 13 z 5 maja 1921. Śnieg.",
        "1921-05-03 1921-05-05",
    ),
    # A place before it has a comma, a full stop or a column of its own.
    (
        "en",
        "Letters\n\nS.S. Norman, off Hull. 26 Feb. 1900.\nRain.\n\nCamp, York. 20th March.\nSnow.",
        "1900-02-26 1900-03-20",
    ),
    (
        "pl",
        "Listy\n\nOłomuniec, szpital, 23 V 1915\nDeszcz.\n\nOsada koło Turynu, 12 XII 1918\nŚnieg.",
        "1915-05-23 1918-12-12",
    ),
    (
        "en",
        "WAR DIARY, 1917\n\nTREVISO   26/12/17   Rain.\ndo.       1/1/18     Snow.\n"
        "CIANO     16/1/18    Sun.",
        "1917-12-26 1918-01-01 1918-01-16",
    ),
    # One place tells the year of the heads below it.
    (
        "pl",
        "Zapiski\n\nGdynia, niedziela 16 września 1934\n\nPadało.\n\n24.IX.\n\nWiało.\n\n"
        "13.X., sobota\n\nLało.",
        "1934-09-16 1934-09-24 1934-10-13",
    ),
    # So does the second sentence of a title.
    (
        "pl",
        "Dziennik drogi zesłańca. Rok 1864.\n\nKijów, 28 lutego. Padało.\n\n"
        "Moskwa, 19 marca. Wiało.",
        "1864-02-28 1864-03-19",
    ),
    # Two digits are the last such year, or that which is nearest to one that the text tells.
    (
        "en",
        "South\n\nDay 1 | Leeds | 08/01/23\nRain.\n\nDay 4 | Hull | 11/01/23\nSnow.\n\n"
        "Days 7–9 | the sea and sand | 14–16/01/23\nSun.",
        "2023-01-08 2023-01-11 2023-01-14/2023-01-16",
    ),
    (
        "en",
        "Log\n\n08/01/23 – Rain.\n11/01/23 – The mill of 1901 burned.",
        "1923-01-08 1923-01-11",
    ),
    ("uk", "Літопис 1921\n\nпн 2.05 – дощ.\nвт 3.05 – сніг.", "1921-05-02 1921-05-03"),
]


@pytest.mark.parametrize(("language", "text", "days"), HEADS)
def test_heads(language: str, text: str, days: str) -> None:
    source = build_source("text.txt", text, language)
    marks = find_dates(source, list(source.sentences()), None)
    assert [str(it.when).rstrip("?") for it in marks if it.is_head] == days.split()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Report 2021\n\n1.1 Aims\n1.2 Means"),
        ("pl", "Raport 2021\n\n1.1. Padało.\n\n1.2. Wiało.\n\n2.1. Lało."),
        ("en", "Report 2021\n\nSick: 14. Dead: 2.\nHurt: 15. Lost: 3."),
        ("en", "Report 2021\n\n12 soldiers\n14 horses"),
        ("en", "Report 2021\n\n3.5 km of road\n4.5 km of wall"),
        ("pl", "Raport za 2021\n\nI. Cele\nII. Środki"),
        ("pl", "Raport za 2021\n\n2-4 osoby\n5-7 osób"),
    ],
)
def test_numbers_are_no_heads(language: str, text: str) -> None:
    source = build_source("text.txt", text, language)
    marks = find_dates(source, list(source.sentences()), None)
    assert [it.phrase for it in marks] == ["2021"]


def test_pairs_below_a_day_are_hours() -> None:
    text = "3 maja 2021 r.\n06.30 – deszcz.\n09.15 – śnieg.\n17.10 – wiatr."
    source = build_source("text.txt", text, "pl")
    marks = find_dates(source, list(source.sentences()), None)
    assert [str(it.when) for it in marks] == ["2021-05-03"] * 4


def test_an_hour_behind_midnight_is_of_the_next_day() -> None:
    text = "14 April 1986\n\n22:40 – Fire.\n\n23:30 – Smoke.\n\n00:15 – Rain.\n\n02:10 – Sun."
    source = build_source("text.txt", text, "en")
    marks = find_dates(source, list(source.sentences()), None)
    assert [str(it.when) for it in marks] == ["1986-04-14"] * 3 + ["1986-04-15"] * 2


def test_a_year_that_heads_a_line_tells_that_of_its_days() -> None:
    text = (
        'Minutes\n\n1894 A brigade was formed.\n1898 "Red Tuesday", 1 February. Smoke.\n1899 Rain.'
    )
    source = build_source("text.txt", text, "en")
    assert find_publication(source) is None
    marks = find_dates(source, list(source.sentences()), None)
    assert [str(it.when) for it in marks] == ["1894", "1898", "1898-02-01", "1899"]


def test_the_first_of_several_heads_is_not_the_day_of_the_text() -> None:
    text = "Leeds, May 3, 1921. It rained.\n\nHull, May 5. It snowed."
    assert find_publication(build_source("text.txt", text, "en")) is None


def test_the_day_of_a_post_that_tells_of_a_day_before_heads_no_entry() -> None:
    text = "A ride\n\n2023-09-25\n\nIt was fine.\n\nSaturday, 19 August. It rained in Leeds."
    published = find_publication(build_source("text.txt", text, "en"))
    assert str(published) == "2023-09-25"
