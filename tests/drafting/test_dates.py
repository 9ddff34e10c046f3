"""Every way to name a date, each by hand: what it means as EDTF, and what that rests on."""

import pytest

from statement_map.drafting.dates import DateMark, find_dates, find_publication
from statement_map.drafting.text import build_source
from statement_map.when import read_when


def find(text: str, language: str, published: str | None = None) -> tuple[DateMark, ...]:
    source = build_source("text.txt", text, language)
    when = read_when(published) if published else None
    return find_dates(source, list(source.sentences()), when)


def write(marks: tuple[DateMark, ...]) -> list[str | None]:
    return [str(mark.when) if mark.when else None for mark in marks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("W dniu 5 stycznia 2022 r. zamknięto port.", "2022-01-05"),
        ("5.01.2022 zamknięto port.", "2022-01-05"),
        ("Dnia 2022-01-05 zamknięto port.", "2022-01-05"),
        ("31 VIII 1980 r. podpisano umowę.", "1980-08-31"),
        ("Pierwszego maja 1982 roku padało.", "1982-05-01"),
        ("W środę, 5 stycznia 2022 r., padało.", "2022-01-05"),
        ("W nocy z 4 na 5 stycznia 2022 roku padało.", "2022-01-04/2022-01-05"),
        ("W dniach 5–7 stycznia 2022 r. padało.", "2022-01-05/2022-01-07"),
        ("Od 5 do 7 stycznia 2022 r. padało.", "2022-01-05/2022-01-07"),
        ("Między 5 a 7 stycznia 2022 r. padało.", "2022-01-05/2022-01-07"),
        ("Od 30 grudnia do 2 stycznia 2022 r. padało.", "2021-12-30/2022-01-02"),
        ("5.01–7.01.2022 padało.", "2022-01-05/2022-01-07"),
        ("W styczniu 2022 r. padało.", "2022-01"),
        ("Od marca do maja 2020 r. padało.", "2020-03/2020-05"),
        ("Na początku stycznia 2022 r. padało.", "2022-01-01~/2022-01-10~"),
        ("W połowie lutego 2022 r. padało.", "2022-02-11~/2022-02-20~"),
        ("Pod koniec lutego 2024 r. padało.", "2024-02-21~/2024-02-29~"),
        ("Do końca 2021 roku padało.", "../2021"),
        ("Przed 5 maja 2020 r. padało.", "../2020-05-05"),
        ("Po 5 maja 2020 r. padało.", "2020-05-05/.."),
        ("W 1956 r. padało.", "1956"),
        ("W roku 966 padało.", "0966"),
        ("Padało od 2014 roku.", "2014/.."),
        ("W latach 1939–1945 padało.", "1939/1945"),
        ("W latach 1939-45 padało.", "1939/1945"),
        ("Wiosną 1945 roku padało.", "1945-03~/1945-05~"),
        ("Zimą 1981/1982 padało.", "1981-12~/1982-02~"),
        ("W latach 90. XX wieku padało.", "1990/1999"),
        ("W latach dziewięćdziesiątych padało.", "1990/1999"),
        ("W XIX wieku padało.", "1801/1900"),
        ("W pierwszej połowie XVI w. padało.", "1501~/1550~"),
        ("W drugim kwartale 2022 r. padało.", "2022-04/2022-06"),
        ("Na przełomie lutego i marca 2022 r. padało.", "2022-02~/2022-03~"),
        ("W Wigilię 1981 roku padało.", "1981-12-24"),
        ("W Wielki Piątek 2021 roku padało.", "2021-04-02"),
        ("Wigilię 1981 roku spędził w domu.", "1981-12-24"),
        ("Padało z dniem 12.03.2021 r.", "2021-03-12"),
        ("Nie później niż 15 marca 2021 r. padało.", "../2021-03-15"),
        ("Do połowy marca 2021 r. padało.", "../2021-03-20~"),
        ("Od połowy marca 2021 r. padało.", "2021-03-11~/.."),
        ("Padało od wiosny 1941 do jesieni 1943 r.", "1941-03~/1943-11~"),
        ("Między końcem 2015 a początkiem 2017 roku padało.", "2015-10~/2017-03~"),
        ("Tydzień przed Bożym Narodzeniem 2020 r. padało.", "2020-12-18"),
        ("Dwa dni po Wielkanocy 2021 r. padało.", "2021-04-06"),
        ("W pierwszą niedzielę maja 2021 r. padało.", "2021-05-02"),
        ("W drugim tygodniu maja 2021 r. padało.", "2021-05-08~/2021-05-14~"),
        ("Późną jesienią 1941 r. padało.", "1941-11~"),
        ("Na przełomie lat 80. i 90. padało.", "1989~/1990~"),
        ("U schyłku XVIII stulecia padało.", "1771~/1800~"),
        ("Od poniedziałku, 1 marca, do środy, 3 marca 2021 r., padało.", "2021-03-01/2021-03-03"),
        ("Padało 5. maja 2020 r.", "2020-05-05"),
        ("Padało 5-go maja 2020.", "2020-05-05"),
        ("Padało 5.V.2020.", "2020-05-05"),
        ("Padało 05/05/2020.", "2020-05-05"),
        ("Padało 2020.05.05.", "2020-05-05"),
        ("Dwudziestego drugiego maja 2020 padało.", "2020-05-22"),
        ("Trzydziesty pierwszy grudnia 2020 był zimny.", "2020-12-31"),
        ("Padało 5/6 maja 2020.", "2020-05-05/2020-05-06"),
        ("Padało 5-7.05.2021.", "2021-05-05/2021-05-07"),
        ("Padało od 5 V do 7 VI 1920 r.", "1920-05-05/1920-06-07"),
        ("Padało 30 kwietnia i 1 maja 2020.", "2020-04-30/2020-05-01"),
        ("Padało w nocy z 31 grudnia 2019 na 1 stycznia 2020 r.", "2019-12-31/2020-01-01"),
        ("Padało tuż przed świtem 5 maja 2020 r.", "2020-05-05"),
        ("Padało krótko po północy 5 maja 2020 r.", "2020-05-05"),
        ("Padało do północy 5 maja 2020 r.", "../2020-05-05"),
        ("Padało do godz. 18.00 dnia 5 maja 2020 r.", "../2020-05-05"),
        ("Padało w piątek, trzynastego marca 2020 r.", "2020-03-13"),
        ("Zaplanowano to na trzeci kwartał 2020 r.", "2020-07/2020-09"),
        ("Padało od drugiego kwartału 2020 r.", "2020-04/.."),
        ("Padało do końca pierwszego półrocza 2020 r.", "../2020-06"),
        ("Padało w II połowie 2020 r.", "2020-07/2020-12"),
        ("Padało w 2. połowie maja 2020 r.", "2020-05-16~/2020-05-31~"),
        ("Padało w trzeciej dekadzie maja 2020 r.", "2020-05-21~/2020-05-31~"),
        ("Padało w pierwszej dekadzie XX wieku.", "1901~/1910~"),
        ("Padało na przełomie XIX i XX wieku.", "1891~/1910~"),
        ("Padało na przełomie lat 1939/40.", "1939-12~/1940-01~"),
        ("Padało w połowie lat 80.", "1983~/1985~"),
        ("Padało na początku lat dwudziestych.", "1920~/1922~"),
        ("Padało w roku szkolnym 2020/2021.", "2020/2021"),
        ("Padało latem i jesienią 1939 r.", "1939-06~/1939-11~"),
        ("Padało zimą z 1910 na 1911 r.", "1910-12~/1911-02~"),
        ("Padało w Dzień Kobiet 2020 r.", "2020-03-08"),
        ("Padało w przeddzień Wigilii 1988 r.", "1988-12-23"),
        ("Padało u progu lat siedemdziesiątych.", "1970~/1972~"),
        ("Padało w pierwszym tygodniu maja 2020 r.", "2020-05-01~/2020-05-07~"),
        ("Na pierwszy tydzień maja 2020 r. zapowiadano deszcz.", "2020-05-01~/2020-05-07~"),
        ("Padało w przedostatnim dniu grudnia 1655 r.", "1655-12-30"),
        ("Do ostatniego dnia lutego 2020 r. padało.", "../2020-02-29"),
        ("Padało w połowie ubiegłego wieku.", "1936~/1965~"),
        ("Padało przed świętami Bożego Narodzenia 2020 r.", "../2020-12-25"),
        ("Do września 2020 r. padało.", "../2020-09"),
        ("Chodzi o dane z lipca i sierpnia 2020 r.", "2020-07/2020-08"),
        ("5 maja 2020 r., czyli dzień przed wyborami, padało.", "2020-05-05"),
    ],
)
def test_polish(text: str, expected: str) -> None:
    (mark,) = find(text, "pl")
    assert str(mark.when) == expected
    assert mark.basis == "stated"
    assert text[mark.start : mark.stop] == mark.phrase


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 5 January 2022 the port was closed.", "2022-01-05"),
        ("January 5, 2022 was cold.", "2022-01-05"),
        ("Jan. 5, 2022 was cold.", "2022-01-05"),
        ("On the 5th of January, 2022, it rained.", "2022-01-05"),
        ("On the fifth of January 2022 it rained.", "2022-01-05"),
        ("On 2022-01-05 it rained.", "2022-01-05"),
        ("On 13/12/1981 it rained.", "1981-12-13"),
        ("On 5/12/1981 it rained.", "1981-12-05?"),
        ("On the morning of Thursday, 6 January 2022 it rained.", "2022-01-06"),
        ("On the night of 4-5 January 2022 it rained.", "2022-01-04/2022-01-05"),
        ("From 5 to 7 January 2022 it rained.", "2022-01-05/2022-01-07"),
        ("Between January 5 and January 7, 2022 it rained.", "2022-01-05/2022-01-07"),
        ("January 5–7, 2022 were cold.", "2022-01-05/2022-01-07"),
        ("It rained from 30 December 2021 to 2 January 2022.", "2021-12-30/2022-01-02"),
        ("In May 2020 it rained.", "2020-05"),
        ("In early March 2020 it rained.", "2020-03-01~/2020-03-10~"),
        ("In mid-April 2020 it rained.", "2020-04-11~/2020-04-20~"),
        ("By the end of 2021 it rained.", "../2021"),
        ("It has rained since 2014.", "2014/.."),
        ("Before 5 May 2020 it rained.", "../2020-05-05"),
        ("In 1956 it rained.", "1956"),
        ("The 1956 revolution failed.", "1956"),
        ("It rained in 1939–45.", "1939/1945"),
        ("In the spring of 1945 it rained.", "1945-03~/1945-05~"),
        ("In the winter of 1981/82 it rained.", "1981-12~/1982-02~"),
        ("It has not rained so since the winter of 2007-08.", "2007-12~/2008-02~"),
        ("In the late 1990s it rained.", "1997~/1999~"),
        ("In the 1700s it rained.", "1700/1799"),
        ("In the nineteenth century it rained.", "1801/1900"),
        ("In the first quarter of 2022 it rained.", "2022-01/2022-03"),
        ("On Christmas Eve 1981 it rained.", "1981-12-24"),
        ("On Easter Monday 2021 it rained.", "2021-04-05"),
        ("In AD 79 it rained.", "0079"),
        ("It rained on 8.xi.1925.", "1925-11-08"),
        ("KYIV, MARCH 5, 2022 was cold.", "2022-03-05"),
        ("As of 5 March 2022 it rained.", "2022-03-05"),
        ("On or before 5 March 2022 it rained.", "../2022-03-05"),
        ("It rained no sooner than 5 March 2022.", "2022-03-05/.."),
        ("It rained between late 2015 and early 2017.", "2015-10~/2017-03~"),
        ("It rained from mid-May to late June 2020.", "2020-05-11~/2020-06-30~"),
        ("It rained from 1 May until the end of June 2020.", "2020-05-01/2020-06-30~"),
        ("The day after 5 May 2020 it rained.", "2020-05-06"),
        ("Two weeks before Christmas 2020 it rained.", "2020-12-11"),
        ("On the eve of the vote, 5 May 2020, it rained.", "2020-05-05"),
        ("On 5 May 2020, the eve of the vote, it rained.", "2020-05-05"),
        ("On the first Sunday of May 2020 it rained.", "2020-05-03"),
        ("In the first week of May 2020 it rained.", "2020-05-01~/2020-05-07~"),
        ("In late summer 2020 it rained.", "2020-08~"),
        ("In the mid-1880s it rained.", "1883~/1885~"),
        ("Until the late 1960s it rained.", "../1969"),
        ("At the turn of the twentieth century it rained.", "1891~/1910~"),
        ("It rained on the twenty-second of May 2020.", "2020-05-22"),
        ("It rained on May the fifth, 2020.", "2020-05-05"),
        ("It rained between the 5th and 7th of May 2020.", "2020-05-05/2020-05-07"),
        ("It rained from May 5 through June 7, 2020.", "2020-05-05/2020-06-07"),
        ("It rained overnight on 5/6 May 2020.", "2020-05-05/2020-05-06"),
        ("It rained in the small hours of 5 May 2020.", "2020-05-05"),
        ("It rained shortly before dawn on 5 May 2020.", "2020-05-05"),
        ("It rained just after midnight on May 5, 2020.", "2020-05-05"),
        ("It rained until midnight on 5 May 2020.", "../2020-05-05"),
        ("It rained by 5 p.m. on 5 May 2020.", "../2020-05-05"),
        ("It rained up to and including 5 May 2020.", "../2020-05-05"),
        ("Not until 5 May 2020 did it rain.", "2020-05-05"),
        ("Not until the spring of 1896 did it rain.", "1896-03~/1896-05~"),
        ("It rained in mid-2019.", "2019-05~/2019-08~"),
        ("It rained in Q3 2021.", "2021-07/2021-09"),
        ("It rained in the latter half of 2020.", "2020-07/2020-12"),
        ("It rained from the 1920s to the 1940s.", "1920/1949"),
        ("It rained in the first decade of the twentieth century.", "1901~/1910~"),
        ("It rained in the 19th and 20th centuries.", "1801/2000"),
        ("It rained in the summer and autumn of 2020.", "2020-06~/2020-11~"),
        ("It rained in the fiscal year 2019/20.", "2019/2020"),
        ("It rained on Whit Monday 2020.", "2020-06-01"),
        ("It rained on Midsummer Day 1871.", "1871-06-24"),
        ("It rained on Thanksgiving 2020.", "2020-11-26"),
        ("It rained on 2020-05-05T17:30.", "2020-05-05"),
        ("It rained on 2020/05/13.", "2020-05-13"),
        ("It rained on the eve of 5 May 2020.", "2020-05-04"),
        ("It rained on 5 May 2020, two days before the vote.", "2020-05-05"),
        ("It rained as late as 1920.", "1920"),
        ("The house was not repaired until 1993.", "1993"),
        ("The men were not taken on again until 1993.", "1993"),
        ("The plan for 2025 to 2030 was published.", "2025/2030"),
        ("It rained on the last day of February 2020.", "2020-02-29"),
        ("It rained in the last three months of 1933.", "1933-10/1933-12"),
        ("The May 2020 vote failed.", "2020-05"),
    ],
)
def test_english(text: str, expected: str) -> None:
    (mark,) = find(text, "en")
    assert str(mark.when) == expected
    assert mark.basis == "stated"
    assert text[mark.start : mark.stop] == mark.phrase


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Art. 5 ust. 2 i § 12 obowiązują."),
        ("pl", "Zapłacono 1500 zł i 2 000 euro za 1956 ton."),
        ("pl", "Tel. 22 523 90 00, od godz. 8.00 do 20.00."),
        ("pl", "Zginęło 1200 osób na odcinku 2020 km."),
        ("pl", "Maj jest ciepły, a może nie."),
        ("pl", "Od poniedziałku do piątku w godz. 8.00–16.00 jest otwarte."),
        ("pl", "Między godz. 5.00 a 9.00 padało."),
        ("pl", "W każdą środę pada."),
        ("pl", "Ulica 3 Maja i plac 1 Maja były puste."),
        ("pl", "Konstytucja 3 Maja obowiązywała, Ruch 6 Kwietnia protestował."),
        ("pl", "Do 1200 mieszkań nie dotarł prąd, zostało od 1100 do 1300 krów."),
        ("pl", "Padało przez następny miesiąc, i tak jest do dziś."),
        ("pl", "Co roku w lipcu pada."),
        ("pl", "Zmarł w wieku 80 lat."),
        ("en", "Article 5 and section 1956 apply."),
        ("en", "It cost $1,956 for 2020 people."),
        ("en", "Call +48 22 523 90 00 at 5.30 p.m."),
        ("en", "They may march on, day and night."),
        ("en", "Room 2010 and page 1999 were empty."),
        ("en", "It rains every Monday; it is open Monday to Friday."),
        ("en", "Black Friday was wet."),
        ("en", "They shall answer within ten days."),
        ("en", "They came to 25 January Street and May 1 Square."),
        ("en", "The 6 April Movement met; May Smith met August Lane."),
        ("en", "Between 1500 and 1800 cattle died, and up to 1500 homes burned."),
        ("en", "Every July it rains for the next month."),
        ("en", "The day before she sailed it rained."),
        ("en", "In the past week it rained twice."),
        ("en", "It ended a year to the day after the vote."),
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
        ("pl", "5 stycznia 2022 r. padało. Tydzień później wiało.", "2022-01-12~"),
        ("pl", "5 stycznia 2022 r. padało. Po trzech miesiącach wiało.", "2022-04"),
        ("pl", "5 stycznia 2022 r. padało. Rok później wiało.", "2023"),
        ("pl", "5 stycznia 2022 r. padało. Pół roku później wiało.", "2022-07"),
        ("pl", "5 stycznia 2022 r. padało. Jesienią tego samego roku wiało.", "2022-09~/2022-11~"),
        ("pl", "5 stycznia 2022 r. padało. Do końca roku wiało.", "../2022"),
        ("pl", "5 stycznia 2022 r. padało. Następnej wiosny wiało.", "2022-03~/2022-05~"),
        ("pl", "5 stycznia 2022 r. padało. Od tego dnia wiało.", "2022-01-05/.."),
        ("pl", "5 stycznia 2022 r. padało. Tej samej nocy wiało.", "2022-01-05/2022-01-06"),
        ("pl", "5 stycznia 2022 r. padało. Półtora roku później wiało.", "2023-07"),
        ("pl", "5 stycznia 2022 r. padało. W roku następnym wiało.", "2023"),
        ("pl", "5 stycznia 2022 r. padało. Do wiosny następnego roku wiało.", "../2023-05~"),
        ("pl", "5 stycznia 2022 r. padało. W przeddzień wiało.", "2022-01-04"),
        ("en", "On 5 January 2022 it rained. That November it blew.", "2022-11"),
        ("en", "On 5 January 2022 it rained. That night it blew.", "2022-01-05/2022-01-06"),
        ("en", "On 5 January 2022 it rained. Until that day it blew.", "../2022-01-05"),
        ("en", "On 5 January 2022 it rained. By the following weekend it blew.", "../2022-01-09"),
        ("en", "On 5 January 2022 it rained. The summer before, it blew.", "2021-06~/2021-08~"),
        ("en", "On 5 January 2022 it rained. A year and a half later it blew.", "2023-07"),
        ("en", "On 5 January 2022 it rained. The Thursday before, it blew.", "2021-12-30"),
        ("en", "On 5 January 2022 it rained. A fortnight later it blew.", "2022-01-19"),
        ("en", "On 5 January 2022 it rained. A century later it blew.", "2122"),
        ("en", "On 5 January 2022 it rained. On the preceding Saturday it blew.", "2022-01-01"),
        ("en", "On 5 January 2022 it rained. By the end of the month it blew.", "../2022-01"),
        ("en", "On 5 January 2022 it rained. The following summer it blew.", "2022-06~/2022-08~"),
        ("en", "On 5 January 2022 it rained. In the following March it blew.", "2022-03"),
        ("en", "On 5 January 2022 it rained. On the same day in 2025 it blew.", "2025-01-05"),
        ("en", "On 5 January 2022 it rained. The next day too.", "2022-01-06"),
        ("en", "On 5 January 2022 it rained. On the same day it blew.", "2022-01-05"),
        ("en", "On 5 January 2022 it rained. Three days later it blew.", "2022-01-08"),
        ("en", "On 5 January 2022 it rained. Two days earlier it blew.", "2022-01-03"),
        ("en", "On 5 January 2022 it rained. The following month it blew.", "2022-02"),
        # 5 January 2022 was a Wednesday
        ("en", "On 5 January 2022 it rained. The following Monday it blew.", "2022-01-10"),
        ("en", "On 5 January 2022 it rained. The following week it blew.", "2022-01-10/2022-01-16"),
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
        ("pl", "12 marca 2023 r. – padało\n\n13 marca 2023 r. – wiało", None),
        ("pl", "W dniu 12 marca 2023 r. padało.", None),
        ("pl", "12.03.2023 | Komenda w Łomży\n\nW porcie padało i wiało.", "2023-03-12"),
        ("en", "WARSAW, 12 March 2023. The rain went on.\n\nIt was cold.", "2023-03-12"),
        ("en", "Notice no. 5, dated 12 March 2023\n\nIt was cold.", "2023-03-12"),
        ("en", "Situation report no. 5, 12 March 2023\n\nIt was cold.", "2023-03-12"),
        ("en", "They met on 12 March 2023 in Warsaw.", None),
        ("en", "By our reporter, 12 March 2023. The rain went on.", "2023-03-12"),
        ("en", "They met in Warsaw, 12 March 2023. The rain went on.", None),
        ("pl", "Opublikowano 12 marca 2023 r. W związku z ulewą padało.", "2023-03-12"),
    ],
)
def test_the_date_of_the_text_itself(language: str, text: str, expected: str | None) -> None:
    found = find_publication(build_source("text.txt", text, language))
    assert (found and str(found)) == expected
