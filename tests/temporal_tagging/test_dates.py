"""What dates mean beside others, each by hand; each way to name one is an example of its rule."""

import pytest

from statement_map.prose.text import build_source
from statement_map.temporal_tagging import DateMark, find_dates, find_publication
from statement_map.when import read_when


def find(text: str, language: str, published: str | None = None) -> tuple[DateMark, ...]:
    source = build_source("text.txt", text, language)
    when = read_when(published) if published else None
    return find_dates(source, list(source.sentences()), when)


def write(marks: tuple[DateMark, ...]) -> list[str | None]:
    return [str(mark.when) if mark.when else None for mark in marks]


@pytest.mark.parametrize(
    ("language", "text"),
    [("pl", "5 maja 2020 r. padało."), ("en", "In early May 2020 it rained.")],
)
def test_what_a_phrase_says_by_itself_is_stated(language: str, text: str) -> None:
    (mark,) = find(text, language)
    assert mark.basis == "stated"
    assert text[mark.start : mark.stop] == mark.phrase


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Maj jest ciepły, a może nie."),
        ("pl", "Do 1200 mieszkań nie dotarł prąd, zostało od 1100 do 1300 krów."),
        ("pl", "Zmarł w wieku 80 lat."),
        ("en", "They shall answer within ten days."),
        ("en", "Between 1500 and 1800 cattle died, and up to 1500 homes burned."),
        ("en", "The day before she sailed it rained."),
        ("en", "The school reopens by the summer holidays."),
    ],
)
def test_what_only_looks_like_a_date(language: str, text: str) -> None:
    assert find(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("pl", "5 stycznia 2022 r. padało. Nazajutrz też.", "2022-01-06"),
        ("pl", "5 stycznia 2022 r. padało. Następnego dnia też.", "2022-01-06"),
        ("pl", "5 stycznia 2022 r. padało. Tego samego dnia wiało.", "2022-01-05"),
        ("pl", "5 stycznia 2022 r. padało. Dwa dni później wiało.", "2022-01-07"),
        ("pl", "5 stycznia 2022 r. padało. Dzień wcześniej wiało.", "2022-01-04"),
        ("en", "On 5 January 2022 it rained. That November it blew.", "2022-11"),
        ("en", "On 5 January 2022 it rained. That night it blew.", "2022-01-05/2022-01-06"),
        ("en", "On 5 January 2022 it rained. Until that day it blew.", "../2022-01-05"),
        ("en", "On 5 January 2022 it rained. By the following weekend it blew.", "../2022-01-09"),
        ("en", "On 5 January 2022 it rained. The summer before, it blew.", "2021-06~/2021-08~"),
    ],
)
def test_what_is_counted_from_the_date_before(language: str, text: str, expected: str) -> None:
    first, second = find(text, language)
    assert str(first.when) == "2022-01-05"
    assert str(second.when) == expected
    assert second.basis == "inferred"
    assert second.anchor == 0


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # 12 January 2022 was a Wednesday
        ("pl", "Wczoraj padało.", "2022-01-11"),
        ("pl", "W poniedziałek padało.", "2022-01-10"),
        ("pl", "W ubiegły wtorek padało.", "2022-01-11"),
        ("pl", "W piątek odbędzie się mecz.", "2022-01-14"),
        ("pl", "W ubiegłym roku padało.", "2021"),
        ("pl", "W zeszłym tygodniu padało.", "2022-01-03/2022-01-09"),
        ("pl", "Dwa miesiące temu padało.", "2021-11"),
        ("pl", "30 grudnia padało.", "2021-12-30"),
        ("en", "Yesterday it rained.", "2022-01-11"),
        ("en", "On Monday it rained.", "2022-01-10"),
        ("en", "Last Tuesday it rained.", "2022-01-11"),
        ("en", "On Friday they will meet.", "2022-01-14"),
        ("en", "Last year it rained.", "2021"),
        ("en", "Last March it rained.", "2021-03"),
        ("en", "On 30 December it rained.", "2021-12-30"),
        ("pl", "W nocy z soboty na niedzielę padało.", "2022-01-08/2022-01-09"),
        ("pl", "Od piątku do niedzieli padało.", "2022-01-07/2022-01-09"),
        ("pl", "Między czwartkiem a sobotą padało.", "2022-01-06/2022-01-08"),
        ("pl", "W miniony weekend padało.", "2022-01-08/2022-01-09"),
        ("pl", "W piątkowy wieczór padało.", "2022-01-07"),
        ("pl", "We wtorek w ubiegłym tygodniu padało.", "2022-01-04"),
        ("pl", "Dwa tygodnie temu padało.", "2021-12-29"),
        ("pl", "Od poniedziałku padało.", "2022-01-10/.."),
        ("pl", "W przyszły piątek będzie padać.", "2022-01-21"),
        ("pl", "W najbliższy piątek będzie padać.", "2022-01-14"),
        ("pl", "Do końca tygodnia będzie padać.", "../2022-01-16"),
        ("pl", "Padało 4 bm. w porcie.", "2022-01-04"),
        ("pl", "W I kwartale ub. r. padało.", "2021-01/2021-03"),
        ("pl", "Pod koniec ubiegłego roku padało.", "2021-10~/2021-12~"),
        ("pl", "Ubiegłego lata padało.", "2021-06~/2021-08~"),
        ("en", "It rained Monday.", "2022-01-10"),
        ("en", "By Saturday it had rained.", "../2022-01-08"),
        ("en", "Since Monday it has rained.", "2022-01-10/.."),
        ("en", "On Monday and Tuesday it rained.", "2022-01-10/2022-01-11"),
        ("en", "Over the weekend it rained.", "2022-01-08/2022-01-09"),
        ("en", "Over the weekend it will rain.", "2022-01-15/2022-01-16"),
        ("en", "On Tuesday next week it will rain.", "2022-01-18"),
        ("en", "Two weeks ago it rained.", "2021-12-29"),
        ("en", "Trains are cancelled until Sunday.", "../2022-01-16"),
        ("pl", "Pociągi odwołano do niedzieli.", "../2022-01-16"),
        ("en", "In the third quarter of last year it rained.", "2021-07/2021-09"),
        ("en", "Late last year it rained.", "2021-10~/2021-12~"),
        ("en", "Last summer it rained.", "2021-06~/2021-08~"),
        ("en", "Two years ago last month it rained.", "2019-12"),
        ("en", "It rained; on Friday a meeting will be held.", "2022-01-14"),
        ("pl", "Padało do jutra.", "../2022-01-13"),
        ("pl", "Od wczoraj pada.", "2022-01-11/.."),
        ("pl", "Za trzy dni będzie padać.", "2022-01-15"),
        ("pl", "Padało minionej nocy.", "2022-01-11/2022-01-12"),
        ("pl", "Padało w ub. tygodniu.", "2022-01-03/2022-01-09"),
        ("pl", "W sobotę i niedzielę staną cysterny.", "2022-01-15/2022-01-16"),
        ("pl", "Premier przyleci w czwartek.", "2022-01-13"),
        ("pl", "„Nie będzie wody” – powiedziała w piątek.", "2022-01-07"),
        ("pl", "W piątek padało w mieście, które przetrwa.", "2022-01-07"),
        ("pl", "W piątek zaczyna się festiwal.", "2022-01-14"),
        ("pl", "Od piątku trwa strajk.", "2022-01-07/.."),
        ("en", "It has rained since yesterday.", "2022-01-11/.."),
        ("en", "The order is due to expire on Sunday.", "2022-01-16"),
        ("en", "It will rain from Monday until the end of the month.", "2022-01-17/2022-01"),
        ("pl", "Od jutra do 20 stycznia będzie padać.", "2022-01-13/2022-01-20"),
        ("en", "It rained over the weekend and will snow for hours.", "2022-01-08/2022-01-09"),
        ("pl", "Zakaz ma obowiązywać w piątek.", "2022-01-14"),
        ("pl", "W połowie maja ubiegłego roku padało.", "2021-05-11~/2021-05-20~"),
        ("en", "By daybreak on Friday it will rain.", "../2022-01-14"),
        ("pl", "Rozprawę wyznaczono na 14 września.", "2022-09-14"),
        ("en", "It will rain in three days' time.", "2022-01-15"),
        ("en", "It rained the week before last.", "2021-12-27/2022-01-02"),
        ("en", "The ban runs through Friday.", "../2022-01-14"),
        ("en", "He said on Friday that it will rain.", "2022-01-07"),
        ("en", "It will rain on both Saturday and Sunday.", "2022-01-15/2022-01-16"),
    ],
)
def test_what_is_counted_from_the_day_of_the_text(language: str, text: str, expected: str) -> None:
    (mark,) = find(text, language, "2022-01-12")
    assert str(mark.when) == expected
    assert mark.basis == "inferred"
    assert mark.is_from_publication


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "W poniedziałek padało."),
        ("pl", "Nazajutrz padało."),
        ("pl", "5 stycznia padało."),
        ("pl", "W 44 r. p.n.e. padało."),
        ("en", "On Monday it rained."),
        ("en", "The next day it rained."),
        ("en", "On 5 January it rained."),
        ("en", "In 44 BC it rained."),
    ],
)
def test_what_nothing_tells_is_left_open(language: str, text: str) -> None:
    (mark,) = find(text, language)
    assert mark.when is None
    assert mark.basis == "none"


def test_an_unknown_number_of_days_is_only_after() -> None:
    first, second = find("5 stycznia 2022 r. padało. Kilka dni później wiało.", "pl")
    assert (second.when, second.basis, second.anchor, second.sign) == (None, "inferred", 0, 1)
    assert first.basis == "stated"


def test_the_year_is_inherited() -> None:
    text = "W 2021 roku padało. 30 listopada wiało. 3 marca świeciło słońce."
    assert write(find(text, "pl")) == ["2021", "2021-11-30", "2022-03-03"]
    assert write(find("1956\n\n28 June – rain\n\n4 November – wind", "en")) == [
        *("1956", "1956-06-28", "1956-11-04")
    ]


def test_the_year_is_counted_from_the_date_before() -> None:
    text = "On 5 January 2022 it rained. Two years later, on 5 May, it blew."
    assert write(find(text, "en")) == ["2022-01-05", "2024-05-05"]
    text = "5 stycznia 2022 r. padało. W maju tegoż roku wiało."
    assert write(find(text, "pl")) == ["2022-01-05", "2022-05"]
    assert write(find("Padało w maju ub.r. w porcie.", "pl", "2022-01-12")) == ["2021-05"]


def test_days_in_a_row_are_one_range_and_others_are_not() -> None:
    assert write(find("It rained on 5, 6 and 9 May 2020.", "en")) == [
        *("2020-05-05/2020-05-06", "2020-05-09")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained on 4 March and 7 April 2020.", ["2020-03-04", "2020-04-07"]),
        ("It rained in March and May 2020.", ["2020-03", "2020-05"]),
        ("It rained in March and April 2020.", ["2020-03/2020-04"]),
        ("It rained in 1956, 1968 and 1970.", ["1956", "1968", "1970"]),
        ("It rained in 1922 and 1925-26.", ["1922", "1925/1926"]),
    ],
)
def test_what_is_listed_is_no_range(text: str, expected: list[str]) -> None:
    assert write(find(text, "en")) == expected


def test_the_evening_of_a_day_without_its_month() -> None:
    text = "On 11 May 2019 it rained. On the evening of the 10th it blew. The next day it did not."
    assert write(find(text, "en")) == ["2019-05-11", "2019-05-10", "2019-05-11"]


def test_a_diary_counts_from_the_day_of_its_entry() -> None:
    # 31 July 1944 was a Monday
    text = "Poniedziałek, 31 lipca 1944. Wczoraj padało, w sobotę wiało.\n\n2 VIII. Jutro wracamy."
    assert write(find(text, "pl")) == [
        *("1944-07-31", "1944-07-30", "1944-07-29", "1944-08-02", "1944-08-03")
    ]
    marks = find("Monday, 4 May 1908. Yesterday it rained.", "en")
    assert (marks[1].anchor, marks[1].is_from_publication) == (0, False)


def test_tomorrow_of_an_entry_is_told_below_its_head() -> None:
    text = "Camp, 4 August 1918\n\nIt rained.\n\nTo-morrow we march."
    assert write(find(text, "en")) == ["1918-08-04", "1918-08-05"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 November 1917. On the 24th it rained.", "1917-10-24"),
        ("1 November 1917. On the 3rd it rained.", "1917-11-03"),
        ("8 July 1900. They surrendered on 31 May. He died on the 2nd.", "1900-07-02"),
        ("1 November 1917. On the 24th it will rain.", "1917-11-24"),
    ],
)
def test_a_day_of_an_entry_is_not_long_after_it(text: str, expected: str) -> None:
    assert write(find(text, "en"))[-1] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # 9 October 1885 was a Friday
        ("en", "9 October 1885. She comes on Monday.", "1885-10-12"),
        ("en", "9 October 1885. She came on Monday.", "1885-10-05"),
        ("en", "9 October 1885. In the night to Monday it rained.", "1885-10-04/1885-10-05"),
        ("pl", "9 października 1885. W nocy na poniedziałek padało.", "1885-10-04/1885-10-05"),
        ("pl", "9 października 1885. Kupiła bilet na poniedziałek.", "1885-10-12"),
        ("pl", "9 października 1885. Do poniedziałku zmarło sześć osób.", "../1885-10-05"),
        (
            "en",
            "9 October 1885. On the night of Friday to Saturday it rained.",
            "1885-10-09/1885-10-10",
        ),
    ],
)
def test_the_weekday_that_an_entry_means(language: str, text: str, expected: str) -> None:
    assert write(find(text, language))[-1] == expected


def test_four_digits_are_hours_beside_others() -> None:
    text = "On 15 June 1918 they shelled us from 0715. Driven out by 1300; quiet after 2030."
    assert write(find(text, "en")) == ["1918-06-15"]
    text = "On 15 June 1918 it rained. It had rained in 1834 (phone 0191 496 0133)."
    assert write(find(text, "en")) == ["1918-06-15", "1834"]


def test_what_ends_ahead_is_not_of_the_year_before() -> None:
    text = "Shelters to be cleared by 6 November. The road was cut on 30 October."
    assert write(find(text, "en", "1998-11-03")) == ["../1998-11-06", "1998-10-30"]


def test_what_a_diary_is_quoted_with_is_counted_from_its_date() -> None:
    # 12 July 1903 was a Sunday
    text = '"Cuzco, Sunday, 12 July 1903," she wrote. On Tuesday she took the train.'
    assert write(find(text, "en")) == ["1903-07-12", "1903-07-14"]


def test_a_year_that_is_only_a_limit_is_that_year() -> None:
    text = "W 1918 r. padało. Od 1926 r. uczyła. W marcu tego roku wyszła za mąż."
    assert write(find(text, "pl")) == ["1918", "1926/..", "1926-03"]


def test_the_day_after_an_evening_is_not_that_after_the_night() -> None:
    text = "5 stycznia 2022 r. padało. Tej nocy wiało. Nazajutrz świeciło słońce."
    assert write(find(text, "pl")) == ["2022-01-05", "2022-01-05/2022-01-06", "2022-01-06"]


def test_what_is_said_now_of_the_past_is_dated_now() -> None:
    # 24 April 2024 was a Wednesday
    text = "12 lutego padało, 7 marca wiało. „Było zimno” – mówiła w poniedziałek."
    assert write(find(text, "pl", "2024-04-24")) == ["2024-02-12", "2024-03-07", "2024-04-22"]


def test_a_day_without_its_month_in_another_paragraph_is_of_the_day_of_the_text() -> None:
    text = "It rained less than in July of last year.\n\nIt blew on the 4th."
    assert write(find(text, "en", "2022-07-18")) == ["2021-07", "2022-07-04"]
    text = "It rained less than in July of last year.\n\nIt blew on the 30th."
    assert write(find(text, "en", "2022-07-18")) == ["2021-07", "2022-06-30"]


def test_since_march_is_before_the_day_of_the_text() -> None:
    text = "9 października 2023 r. padało. Był to pierwszy deszcz od marca."
    assert write(find(text, "pl", "2023-10-09")) == ["2023-10-09", "2023-03/.."]


def test_the_year_after_several_is_that_after_the_last() -> None:
    text = "It rained between 2010 and 2012. On 3 January of the year after it blew."
    assert write(find(text, "en")) == ["2010/2012", "2013-01-03"]


def test_the_first_day_of_the_month() -> None:
    text = "Padało w lipcu 2021 r. Pierwszego dnia miesiąca wiało."
    assert write(find(text, "pl")) == ["2021-07", "2021-07-01"]


def test_a_decade_is_of_the_century_of_its_text() -> None:
    text = "W 1836 r. padało. Pod koniec lat siedemdziesiątych wiało."
    assert write(find(text, "pl")) == ["1836", "1877~/1879~"]
    text = "It rained in 1890. In the twenties it blew."
    assert write(find(text, "en")) == ["1890", "1920/1929"]


def test_the_autumn_of_the_same_year_is_of_what_is_told() -> None:
    text = "30 maja 2018 r. padało. We wrześniu tego samego roku wiało."
    assert write(find(text, "pl", "2023-07-27")) == ["2018-05-30", "2018-09"]


def test_the_end_of_that_century() -> None:
    text = "In 1745 it rained. At the end of that century it blew."
    assert write(find(text, "en")) == ["1745", "1771~/1800~"]
    text = "W 1745 r. padało. Pod koniec tego stulecia wiało."
    assert write(find(text, "pl")) == ["1745", "1771~/1800~"]


def test_days_without_their_month_are_one_range_or_two_days() -> None:
    text = "On 5 January 2022 it rained. Between the 7th and the 9th it blew."
    assert write(find(text, "en")) == ["2022-01-05", "2022-01-07/2022-01-09"]
    text = "On 5 January 2022 it rained. On the 7th and 9th it blew."
    assert write(find(text, "en")) == ["2022-01-05", "2022-01-07", "2022-01-09"]


def test_a_story_of_another_year_goes_on_in_the_next_paragraph() -> None:
    text = "Sąd orzekł wczoraj.\n\nW poniedziałek 17 stycznia 2022 r. padało.\n\n4 marca wiało."
    assert write(find(text, "pl", "2025-02-06")) == ["2025-02-05", "2022-01-17", "2022-03-04"]


def test_what_was_announced_lies_between_the_text_and_its_last_day() -> None:
    text = "Books are due until 6 January 2023. Those after 1 December will be held."
    assert write(find(text, "en", "2022-11-24")) == ["../2023-01-06", "2022-12-01/.."]


def test_the_year_of_a_season_is_that_of_the_text() -> None:
    # 2 October 2024 was a Wednesday
    text = "Od środy padało.\n\nZaczęło się wiosną. 17 czerwca wiało."
    assert write(find(text, "pl", "2024-10-04")) == [
        *("2024-10-02/..", "2024-03~/2024-05~", "2024-06-17")
    ]


def test_a_weekday_tells_the_year() -> None:
    # 13 April was a Wednesday in 2022, and not in 2021
    text = "On 4 March 2021 it rained. On Wednesday, 13 April it blew."
    assert write(find(text, "en")) == ["2021-03-04", "2022-04-13"]


def test_a_weekday_is_one_of_the_days_told_before() -> None:
    # 1 to 3 April 2022 were a Friday, a Saturday and a Sunday
    text = "From 1 to 3 April 2022 it rained. On Friday it blew."
    assert write(find(text, "en")) == ["2022-04-01/2022-04-03", "2022-04-01"]


def test_the_entries_of_a_diary_follow_on_one_another() -> None:
    text = (
        "3 Oct. 1848. It rained. It will snow in February.\n\n5 Nov. It blew.\n\n4 Jan. It froze."
    )
    assert write(find(text, "en")) == ["1848-10-03", "1849-02", "1848-11-05", "1849-01-04"]
    text = "3 Oct. 1848. It rained.\n\n1851\n\n4 March. It blew."
    assert write(find(text, "en")) == ["1848-10-03", "1851", "1851-03-04"]


def test_the_date_of_a_law_is_not_counted_from() -> None:
    text = "On 5 May 2020 it rained. Under the law of 1 June 2002 all stayed. The next day it blew."
    assert write(find(text, "en")) == ["2020-05-05", "2002-06-01", "2020-05-06"]


def test_what_is_announced_is_not_counted_from() -> None:
    text = "On 5 May 2020 it rained. It will end on 9 May 2020. The next day it blew."
    assert write(find(text, "en")) == ["2020-05-05", "2020-05-09", "2020-05-06"]


def test_no_day_that_the_calendar_lacks() -> None:
    (mark,) = find("30 lutego 2021 r. padało.", "pl")
    assert mark.when is None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("pl", "Warszawa, 12 marca 2023 r. – Rząd ogłosił program.", "2023-03-12"),
        ("pl", "Komunikat\n\nData publikacji: 12.03.2023\n\nRząd był w domu.", "2023-03-12"),
        ("pl", "Rząd był w domu i nie pracował.\n\nWarszawa, 12 marca 2023 r.", "2023-03-12"),
        (
            "pl",
            "Wójt podaje, co następuje:\n\nLało.\n\nŁomża, 12 marca 2023.\nWójt: Jan Nowak",
            "2023-03-12",
        ),
        ("pl", "12 marca 2023 r. – padało\n\n13 marca 2023 r. – wiało", None),
        ("pl", "W dniu 12 marca 2023 r. padało.", None),
        ("pl", "12.03.2023 | Komenda w Łomży\n\nW porcie padało i wiało.", "2023-03-12"),
        ("pl", "PRZEGLĄD\nNr 27 (182)   12 marca 2023 r.\n\nPadało i wiało.", "2023-03-12"),
        ("en", "Weekly report | 5–11 March 2023 | issued Sunday 12 March\n\nRain.", "2023-03-12"),
        (
            "pl",
            "Na podstawie informacji otrzymanych do godz. 19:30, 12 marca 2023 r.\n\nPadało.",
            "2023-03-12",
        ),
        ("en", "WARSAW, 12 March 2023. The rain went on.\n\nIt was cold.", "2023-03-12"),
        ("en", "Notice no. 5, dated 12 March 2023\n\nIt was cold.", "2023-03-12"),
        ("en", "Situation report no. 5, 12 March 2023\n\nIt was cold.", "2023-03-12"),
        ("en", "They met on 12 March 2023 in Warsaw.", None),
        ("en", "By our reporter, 12 March 2023. The rain went on.", "2023-03-12"),
        ("en", "They met in Warsaw, 12 March 2023. The rain went on.", None),
        ("pl", "Opublikowano 12 marca 2023 r. W związku z ulewą padało.", "2023-03-12"),
        ("pl", "Łomża, 12.03.2023, godz. 18:00\n\nPadało i wiało.", "2023-03-12"),
        ("pl", "Powiatowa Komenda w Łomży, 12.03.2023, godz. 18:00\n\nPadało.", "2023-03-12"),
        ("pl", "Raport dzienny 12.03.2023 (stan na godz. 7.30)\n\nPadało i wiało.", "2023-03-12"),
        ("uk", "Львів, 12.03.2023, о 18:00\n\nЙшов дощ.", "2023-03-12"),
        ("en", "Flood update No. 9 | 12 March 2023 (as of 5 p.m.)\n\nIt was cold.", "2023-03-12"),
        ("en", "WARSAW, 12 March 2023, 18:30\n\nThe rain went on.", "2023-03-12"),
    ],
)
def test_the_date_of_the_text_itself(language: str, text: str, expected: str | None) -> None:
    found = find_publication(build_source("text.txt", text, language))
    assert (found and str(found)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It rained in May, June and July 1912.", ["1912-05/1912-07"]),
        (
            *("en", "It is set for 3 May, 5 June and 7 July 1913."),
            ["1913-05-03", "1913-06-05", "1913-07-07"],
        ),
        (
            *("en", "It rained on 3 and 5 May and 7 June 1914."),
            ["1914-05-03", "1914-05-05", "1914-06-07"],
        ),
        ("en", "In March and later in July 1917 it rained.", ["1917-03", "1917-07"]),
        ("en", "On 5 May, and again on 9 June, 1918 it rained.", ["1918-05-05", "1918-06-09"]),
        ("en", "On the 12th day of June in the year of our Lord 1872 it rained.", ["1872-06-12"]),
        (
            *("en", "Held as of June 16, June 19, and October 21, 2025."),
            ["2025-06-16", "2025-06-19", "2025-10-21"],
        ),
        ("en", "It rained in November, December and January 1913.", ["1912-11/1913-01"]),
        ("en", "It rained in summer and autumn 1921.", ["1921-06~/1921-11~"]),
        ("pl", "Padało w maju, czerwcu i lipcu 1912 roku.", ["1912-05/1912-07"]),
        (
            *("pl", "Wybory są na 3 maja, 5 czerwca i 7 lipca 1913 r."),
            ["1913-05-03", "1913-06-05", "1913-07-07"],
        ),
        (
            *("pl", "Padało 3 i 5 maja oraz 7 czerwca 1914 roku."),
            ["1914-05-03", "1914-05-05", "1914-06-07"],
        ),
        ("pl", "W marcu, a potem w lipcu 1917 r. padało.", ["1917-03", "1917-07"]),
        ("pl", "Padało w kwietniu i w maju w 1867 roku.", ["1867-04/1867-05"]),
        ("pl", "W dniu 12 czerwca, w roku Pańskim 1872, padało.", ["1872-06-12"]),
        ("pl", "Padało wiosną i latem roku 1868.", ["1868-03~/1868-08~"]),
        ("pl", "Padało w listopadzie, grudniu i styczniu 1913 r.", ["1912-11/1913-01"]),
        (
            "pl",
            "Padało 5 i 7 grudnia oraz 3 stycznia 1914 r.",
            ["1913-12-05", "1913-12-07", "1914-01-03"],
        ),
    ],
)
def test_a_year_at_the_end_of_a_list_is_that_of_all(
    language: str, text: str, expected: list[str]
) -> None:
    before = {"en": "On 4 March 1909 it snowed. ", "pl": "Dnia 4 marca 1909 r. śnieżyło. "}
    assert write(find(before[language] + text, language))[1:] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "On 15 January 1743/44 it rained.", "1744-01-15"),
        ("en", "On 11 February 1731/2 it rained.", "1732-02-11"),
        ("en", "On March 20, 1702/3 it rained.", "1703-03-20"),
        ("en", "On 4 June 1743/44 it rained.", "1743-06-04"),
        ("pl", "Dnia 15 stycznia 1743/44 r. padało.", "1744-01-15"),
    ],
)
def test_a_double_dated_year_is_the_one_that_begins_in_january(
    language: str, text: str, expected: str
) -> None:
    assert write(find(text, language)) == [expected]


def test_no_year_is_taken_from_a_later_sentence() -> None:
    text = "On May 9 troops crossed the river. This goes on with what began in May 2015."
    assert write(find(text, "en")) == [None, "2015-05"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The 3rd Motorized Rifle Division holds the town."),
        ("en", "The amendment is older than the 14th Amendment."),
        ("en", "He lives on the 5th Avenue."),
        ("en", "The 1874 Boundary Treaty was broken."),
        ("en", "The 1991 Constitution says so."),
    ],
)
def test_units_and_treaties_are_no_dates(language: str, text: str) -> None:
    assert find(text, language) == ()
