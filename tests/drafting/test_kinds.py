"""Kinds of texts that were once read wrongly, each with inputs beside the one that showed it.

A row is what an attentive reader finds: the date in EDTF, or - where none is told (also where an
event only comes after another), and the places by their names.
"""

from typing import NamedTuple

import pytest

from statement_map.drafting.proposing import draft
from statement_map.language.folding import fold
from statement_map.prose.text import build_source
from tests.drafting.measuring import outlines, world


class Case(NamedTuple):
    kind: str
    language: str
    text: str
    rows: tuple[str, ...]


CASES = [
    # a year at the end of a list belongs to each of its days
    Case("shared year", "en", "Ships left on 2 May, 9 June and 4 July 1921.",
         ("1921-05-02", "1921-06-09", "1921-07-04")),
    Case("shared year", "en",
         "It rained in Leeds in 1909. In April and later in August 1917 it snowed.",
         ("1909 Leeds", "1917-04", "1917-08")),
    Case("shared year", "pl", "Strajki wybuchły 2 maja, 9 czerwca i 4 lipca 1921 r.",
         ("1921-05-02", "1921-06-09", "1921-07-04")),
    # a form that is not read lends its place to no neighbour
    Case("unread form", "pl", "Pierwszy mecz był 3.5.1993 w Gdyni, drugi 12.06.93 w Sopocie.",
         ("1993-05-03 Gdynia", "1993-06-12? Sopot")),
    Case("unread form", "en",
         "The first meeting was on 3 May 1921 in Leeds, the second on 31.31.21 in Hull.",
         ("1921-05-03 Leeds", "- Hull")),
    Case("unread form", "pl", "Ok. 1850 r. powstał most w Toruniu, a ok. 1912 r. w Grudziądzu.",
         ("1850~ Toruń", "1912~ Grudziądz")),
    # double-dated years
    Case("double year", "en",
         "On 3 February 1720/21 the bridge at Leeds fell.", ("1721-02-03 Leeds",)),
    Case("double year", "en",
         "The fair at Hull opened on 24 March 1699/1700.", ("1700-03-24 Hull",)),
    Case("double year", "en", "On 11 January 1688/9 a fleet lay off Dover.", ("1689-01-11 Dover",)),
    # abbreviations end no sentence
    Case("abbreviation", "en", "Work began c. 1820 in Leeds.", ("1820~ Leeds",)),
    Case("abbreviation", "pl", "W 1944 r. wojska gen. Andersa zdobyły Monte Cassino.",
         ("1944 Monte Cassino",)),
    Case("abbreviation", "pl", "Dnia 4 maja 1944 r. oddział por. Nowaka wszedł do Iłży.",
         ("1944-05-04 Iłża",)),
    # a line that is only a date governs what stands below it
    Case("date line", "en",
         "May 3, 1931\n\nA mill burns in Leeds.\n\nMay 5, 1931\n\nRain falls in Hull.",
         ("1931-05-03 Leeds", "1931-05-05 Hull")),
    Case("date line", "pl", "3 maja 1931\n\nPali się młyn w Iłży.\n\n5 maja\n\nPada w Toruniu.",
         ("1931-05-03 Iłża", "1931-05-05 Toruń")),
    Case("date line", "pl",
         "Maj 1931\n\n3 maja\n\n► Strajk w Łodzi.\n\n4 maja\n\n► Strajk w Radomiu.",
         ("1931-05-03 Łódź", "1931-05-04 Radom")),
    # a place before its date in brackets
    Case("brackets", "en",
         "Strikes broke out in York (3 May 1926), Hull (4 May) and Leeds (5-7 May).",
         ("1926-05-03 York", "1926-05-04 Hull", "1926-05-05/1926-05-07 Leeds")),
    Case("brackets", "pl",
         "W maju 1926 r. strajkowały Toruń (3 V), Bydgoszcz (4 V) i Grudziądz (5 V).",
         ("1926-05-03 Toruń", "1926-05-04 Bydgoszcz", "1926-05-05 Grudziądz")),
    Case("brackets", "pl", "Lipiec 1980\n\nStoją: huta w Opolu (3 VII); tkalnia w Nysie (4 VII).",
         ("1980-07-03 Opole", "1980-07-04 Nysa")),
    # a year, and the day of its entry
    Case("year and day", "pl",
         "1863 – 22 I w Warszawie ogłoszono manifest.", ("1863-01-22 Warsaw",)),
    Case("year and day", "pl", "1794, 24 III – Kościuszko składa przysięgę w Krakowie.",
         ("1794-03-24 Kraków",)),
    Case("year and day", "pl", "1920, 13 VIII – 16 VIII – bitwa pod Radzyminem.",
         ("1920-08-13/1920-08-16 Radzymin",)),
    # units, and what is called after a day, are no dates
    Case("unit", "en", "On 4 March 2015 men of the 5th Infantry Division came to Leeds.",
         ("2015-03-04 Leeds",)),
    Case("unit", "en", "On 9 May 1940 the 7th Army lay at Dunkirk.", ("1940-05-09 Dunkirk",)),
    Case("unit", "pl", "5 maja 1945 r. 1. Dywizja weszła do Berlina.", ("1945-05-05 Berlin",)),
    # some days after another
    Case("days after", "en",
         "On 4 March 1921 Hull was closed. Ten people drowned in the three days after "
         "the storm.", ("1921-03-04 Hull", "1921-03-05/1921-03-07")),
    Case("days after", "pl", "4 marca 1921 r. zamknięto Gdynię. Dwa dni później otwarto Sopot.",
         ("1921-03-04 Gdynia", "1921-03-06 Sopot")),
    Case("days after", "en", "On 4 March 1921 Hull was closed. A week later Leeds was closed.",
         ("1921-03-04 Hull", "1921-03-11~ Leeds")),
    # what does not name its year takes none from a later sentence
    Case("no year", "en",
         "On May 9 troops came to Poltava. In May 2015 they left.", ("- Poltava", "2015-05")),
    Case("no year", "pl", "9 maja wojska weszły do Połtawy. W maju 2015 r. odeszły.",
         ("- Połtawa", "2015-05")),
    Case("no year", "en",
         "On 3 June it rained in Hull. In July 1999 it snowed.", ("- Hull", "1999-07")),
    # next to a town
    Case("next to", "pl", "5 maja 1971 r. spłonął dom w Michałowicach k. Warszawy.",
         ("1971-05-05 Michałowice, Warsaw",)),
    Case("next to", "pl", "5 maja 1971 r. spłonął dom w Borowie koło Lublina.",
         ("1971-05-05 Borów, Lublin",)),
    Case("next to", "pl", "5 maja 1971 r. padało w Zielonce pod Warszawą.",
         ("1971-05-05 Zielonka, Warsaw",)),
    # a name with a word for what it is
    Case("generic word", "en",
         "On 4 March 2015 shells fell near Kherson City.", ("2015-03-04 Kherson",)),
    Case("generic word", "en", "On 4 March 2015 troops stood in eastern Kharkiv Oblast.",
         ("2015-03-04 The east of Kharkiv",)),
    Case("generic word", "en",
         "On 4 March 2015 troops stood south of Sumy City.", ("2015-03-04 Sumy",)),
    # directions
    Case("direction", "en",
         "On 4 March 2015 fighting went on in eastern Bakhmut.", ("2015-03-04 Bakhmut",)),
    Case("direction", "en", "On 4 March 2015 fighting went on in the Pokrovsk direction.",
         ("2015-03-04 Pokrovsk",)),
    Case("direction", "pl",
         "4 marca 2015 r. walki trwały na kierunku Bachmutu.", ("2015-03-04 Bachmut",)),
    # adjectives of regions and counties
    Case("regions", "pl", "5 maja 2017 r. wichura objęła województwo łódzkie, śląskie i opolskie.",
         ("2017-05-05 łódzkie, śląskie, opolskie",)),
    Case("regions", "pl", "5 maja 2017 r. padało w woj. warmińsko-mazurskim.",
         ("2017-05-05 warmińsko-mazurskie",)),
    Case("regions", "pl", "5 maja 2017 r. ucierpiały powiaty: nowotarski i tatrzański.",
         ("2017-05-05 nowotarski, tatrzański",)),
    # after the word for it a name stands as it is
    Case("as it is", "pl",
         "5 maja 2017 r. drzewo spadło w miejscowości Lipki.", ("2017-05-05 Lipki",)),
    Case("as it is", "pl",
         "5 maja 2017 r. drzewo spadło we wsi Kamionki.", ("2017-05-05 Kamionki",)),
    Case("as it is", "pl",
         "5 maja 2017 r. padało w miejscowości Sosnówka.", ("2017-05-05 Sosnówka",)),
    # peoples, persons and organisations are no places
    Case("no place", "pl",
         "5 maja 1944 r. radio wzywało do walki przeciwko Niemcom.", ("1944-05-05",)),
    Case("no place", "pl", "5 maja 1939 r. rozmawiano ze Stalinem i Hitlerem.", ("1939-05-05",)),
    Case("no place", "en", "On 4 March 1972 the Scotland Housing Trust met.", ("1972-03-04",)),
    Case("no place", "en", "On 4 March 1972 Mary was baptised.", ("1972-03-04",)),
    Case("no place", "en", "On 4 March 1972 Liberal members walked out.", ("1972-03-04",)),
    Case("no place", "en", "On 4 March 1972 the Union was dissolved.", ("1972-03-04",)),
    # states in two letters
    Case("postal", "en", "On 4 March 1972 it rained in Portland, ME.", ("1972-03-04 Portland",)),
    Case("postal", "en",
         "On 4 March 1972 it rained in Long Beach, CA.", ("1972-03-04 Long Beach",)),
    Case("postal", "en", "On 4 March 1972 it rained in Vancouver, WA.", ("1972-03-04 Vancouver",)),
    # the year of a treaty is none of an event
    Case("treaty", "en",
         "In May 1878 Bolivia acted despite the 1874 Boundary Treaty.", ("1878-05 Bolivia",)),
    Case("treaty", "en",
         "On 3 May 1921 Leeds voted under the 1918 Housing Act.", ("1921-05-03 Leeds",)),
    Case("treaty", "en", "In June 1980 Hull cited the 1951 Refugee Convention.", ("1980-06 Hull",)),
    # lines as PDF leaves them
    Case("broken lines", "pl",
         "Pierwszy zjazd delegatów kolejarzy odbył się w Toru-\nniu dnia 5 ma-\nja "
         "1925 r. i trwał do późnego wieczora, a obrady prowadził\nprezes okręgu.",
         ("1925-05-05 Toruń",)),
    Case("broken lines", "en",
         "The old mill on the hill above the town of Shef-\nfield burnt down on 5 Sep-"
         "\ntember 1925 before the fire brigade could be called\nto help the owner.",
         ("1925-09-05 Sheffield",)),
    Case("broken lines", "pl",
         "Drugi zjazd delegatów kolejarzy i tramwajarzy odbył się w Zielonej\nGórze dnia 5\nmaja "
         "1925 r. i trwał do późnego wieczora, a obrady\nprowadził prezes okręgu.",
         ("1925-05-05 Zielona Góra",)),
    # lists without sentences
    Case("list", "en", "- 3 May 1904: line opened, Leeds\n- 5 May 1904: line closed, Hull",
         ("1904-05-03 Leeds", "1904-05-05 Hull")),
    Case("list", "en",
         "* 3 May 1904: Leeds\n* 5 May 1904: Hull", ("1904-05-03 Leeds", "1904-05-05 Hull")),
    Case("list", "pl", "- 3 maja 1904: Toruń\n- 5 maja 1904: Radom",
         ("1904-05-03 Toruń", "1904-05-05 Radom")),
    # a note starts with where it was written, and a ship passes what it names
    Case("noted", "en", "3 May 1911. Hobart, a day of rest.", ("1911-05-03 Hobart",)),
    Case("noted", "pl", "3 maja 1911 r. Rønne, postój i zakupy.", ("1911-05-03 Rønne",)),
    Case("noted", "pl", "3 maja 1911 r. Kowno za rufą.", ("1911-05-03 Kowno",)),
    Case("noted", "en", "3 May 1911. Jersey abeam.", ("1911-05-03 Jersey",)),
    Case("noted", "en", "3 May 1911. Peter, the last man.", ("1911-05-03",)),
    # a list of places heads an item
    Case("heads", "en",
         "3 May 1990. Barnsley, Leeds and Hull: schools closed.",
         ("1990-05-03 Barnsley, Leeds, Hull",)),
    Case("heads", "en",
         "3 May 1990. Rangpur and Kurigram: schools closed.", ("1990-05-03 Rangpur, Kurigram",)),
    Case("heads", "pl",
         "3 maja 1990 r. Radom i Kielce: szkoły zamknięte.", ("1990-05-03 Radom, Kielce",)),
    # one leaves a place that no table has for another
    Case("left for", "en",
         "On 3 May 1911 we left Quistrop for Cardiff.", ("1911-05-03 Quistrop, Cardiff",)),
    Case("left for", "en",
         "On 3 May 1911 they left Cardiff for Quistrop.", ("1911-05-03 Cardiff, Quistrop",)),
    Case("left for", "en", "On 3 May 1911 they left Cardiff for good.", ("1911-05-03 Cardiff",)),
    # an apostrophe in a name
    Case("apostrophe", "en",
         "On 3 May 1990 they moved to King's Lynn.", ("1990-05-03 Lynn",)),
    Case("apostrophe", "en",
         "On 3 May 1990 it rained in Bishop's Stortford.", ("1990-05-03 Stortford",)),
    Case("apostrophe", "en", "On 3 May 1990 it rained in Hull's Lanes.", ("1990-05-03 Hull",)),
    # counties in -dzki, of which side and how far something is, and what somebody passes
    Case("county", "pl",
         "5 maja 2017 r. padało w powiecie grudziądzkim.", ("2017-05-05 grudziądzki",)),
    Case("county", "pl",
         "5 maja 2017 r. padało w powiecie starogardzkim.", ("2017-05-05 starogardzki",)),
    Case("county", "pl",
         "5 maja 2017 r. ucierpiały powiaty: białogardzki i stargardzki.",
         ("2017-05-05 białogardzki, stargardzki",)),
    Case("whereabouts", "pl",
         "5 maja 2017 r. ogień szedł od strony Trzciannego.", ("2017-05-05 Trzcianne",)),
    Case("whereabouts", "pl",
         "5 maja 2017 r. prom stanął na wysokości Darłowa.", ("2017-05-05 Darłowo",)),
    Case("whereabouts", "pl", "5 maja 2017 r. minęliśmy Łebę.", ("2017-05-05 Łeba",)),
    Case("whereabouts", "pl", "5 maja 2017 r. opuściłam Hel.", ("2017-05-05 Hel",)),
    # a place that is called like a thing
    Case("thing", "pl", "5 maja 2017 r. postój w Kalmarze.", ("2017-05-05 Kalmar",)),
    Case("thing", "pl", "5 maja 2017 r. w Kanale stał prom.", ("2017-05-05",)),
    Case("thing", "pl", "5 maja 2017 r. w Senacie mówiono o tym.", ("2017-05-05",)),
    # clubs, cups and camps that are only counted are no places, and a people is none of a name
    Case("sport", "pl", "5 maja 1974 r. oglądano mecz z Wisłą Płock.", ("1974-05-05",)),
    Case("sport", "pl", "5 maja 1974 r. Odra Opole wygrała z Wartą Poznań.", ("1974-05-05",)),
    Case("sport", "pl", "5 maja 1974 r. odbył się finał Pucharu Hiszpanii.", ("1974-05-05",)),
    Case("sport", "pl", "5 maja 1974 r. zdobyli mistrzostwo Włoch.", ("1974-05-05",)),
    Case("sport", "pl", "5 maja 1974 r. powódź nad Wisłą, Kraków pod wodą.",
         ("1974-05-05 Wisł, Kraków",)),
    Case("numbered", "en", "On 5 May 1957 they reached Camp IV.", ("1957-05-05",)),
    Case("numbered", "en", "On 5 May 1957 loads went to Camp II.", ("1957-05-05",)),
    Case("numbered", "en", "On 5 May 1957 they reached Camp David.", ("1957-05-05 Camp David",)),
    Case("people", "pl",
         "5 maja 1944 r. w Bondyrzu Niemcy zabijają siedem osób.", ("1944-05-05 Bondyrz",)),
    Case("people", "pl",
         "5 maja 1944 r. w Skierbieszowie Niemcy palą domy.", ("1944-05-05 Skierbieszów",)),
    Case("people", "pl",
         "5 maja 1944 r. we Frampolu Rosjanie palą domy.", ("1944-05-05 Frampol",)),
    # lines that somebody ended are sentences of their own
    Case("lines", "en", "The mill\n\n3 May 1904 – opened in Leeds\n5 May 1904 – burnt, as Hull saw",
         ("1904-05-03 Leeds", "1904-05-05 Hull")),
    Case("lines", "pl", "Kronika\n\n28 I 1905 – strajk w Łodzi\n8 II – strajk w Radomiu",
         ("1905-01-28 Łódź", "1905-02-08 Radom")),
    Case("lines", "pl",
         "Kalendarium\n\n2009, kwiecień\nKamień w Toruniu\n2010, jesień\nMost w Iławie",
         ("2009-04 Toruń", "2010-09~/2010-11~ Iława")),
    # the head of a text tells its day
    Case("head of a text", "en",
         "MORNING BRIEF | Thursday, 9 March 2023, 08:00 EET\n\nA bridge fell in Leeds yesterday.",
         ("2023-03-08 Leeds",)),
    Case("head of a text", "en",
         "Bulletin\nIssued at 0600 UTC on Sunday 18 February 1979\n\nIt snowed in Hull yesterday.",
         ("1979-02-17 Hull",)),
    Case("head of a text", "en",
         "Wednesday 5 June 2013. Evening report\n\nIt rained in Leeds on Monday.",
         ("2013-06-03 Leeds",)),
    Case("head of a text", "pl",
         "Raport nr 163/2024\nz dnia 11.06.2024 (wtorek), godz. 6:00\n\nWczoraj padało w Żorach.",
         ("2024-06-10 Żory",)),
    Case("head of a text", "pl",
         "Serwis – środa, 5 maja 2010 – wydanie wieczorne\n\nWczoraj padało w Opolu.",
         ("2010-05-04 Opole",)),
    Case("head of a text", "pl",
         "Ostrzeżenie nr 12\nWydane: 05.05.2010 godz. 10:15\n\nJutro będzie padać w Opolu.",
         ("2010-05-06 Opole",)),
    # heads of entries: a weekday, a number, digits behind a weekday
    Case("entry", "en",
         "Monday, 6 June 2022: It rained in Leeds.\n\nTuesday: It rained in Hull.\n\n"
         "Friday: It rained in York.",
         ("2022-06-06 Leeds", "2022-06-07 Hull", "2022-06-10 York")),
    Case("entry", "en",
         "Day 1 (14 March 2011): rain in Leeds.\n\nDay 3: rain in Hull.",
         ("2011-03-14 Leeds", "2011-03-16 Hull")),
    Case("entry", "pl", "24 VI 1934. Deszcz w Gdyni.\n\n27. Deszcz w Sopocie.",
         ("1934-06-24 Gdynia", "1934-06-27 Sopot")),
    Case("entry", "pl", "5.07.1937. Deszcz w Gdyni.\n\nWt 6.07 Deszcz w Sopocie.",
         ("1937-07-05 Gdynia", "1937-07-06 Sopot")),
    Case("entry", "pl", "1 IX 1939. Nalot na Lublin.\n\n2.IX. Nalot na Radom.",
         ("1939-09-01 Lublin", "1939-09-02 Radom")),
    Case("entry", "pl", "1 IX 1939. Nalot na Lublin.\n\n7-go. Nalot na Radom.",
         ("1939-09-01 Lublin", "1939-09-07 Radom")),
    Case("entry", "en",
         "War in the north\n\n- 15 April 2024: Shells hit Leeds.\n- It was calm in Hull.",
         ("2024-04-15 Leeds", "- Hull")),
    # a year at the head of its day, month or season, and with them in a sentence
    Case("year at the head", "en",
         "1643, Aug. 2nd. The town of Leeds fell.\n\n1685, September 3rd to 8th: a court in York.",
         ("1643-08-02 Leeds", "1685-09-03/1685-09-08 York")),
    Case("year at the head", "pl",
         "Roku 1655, dnia 25 lipca, bito się pod Ujściem.", ("1655-07-25 Ujście",)),
    Case("year at the head", "pl",
         "W 1410 roku padało. Tegoż roku we wrześniu oblegano Malbork.",
         ("1410", "1410-09 Malbork")),
    Case("year at the head", "en",
         "In 1410 it rained. In the same year, on 5 May, Leeds burned.",
         ("1410", "1410-05-05 Leeds")),
    # the days of saints
    Case("saint", "pl", "W wigilię św. Jana roku 1422 spłonął Toruń.", ("1422-06-23 Toruń",)),
    Case("saint", "pl", "W 1411 roku padało. W dzień św. Marcina spłonął Toruń.",
         ("1411", "1411-11-11 Toruń")),
    Case("saint", "en", "In 1411 it rained. On St Martin's day Leeds burned.",
         ("1411", "1411-11-11 Leeds")),
    # what is expected, without a verb
    Case("forecast", "pl",
         "Raport z 23.04.2025\n\nPrognoza\n\nW czwartek i piątek w Augustowie bez opadów.",
         ("2025-04-24/2025-04-25 Augustów",)),
    Case("forecast", "en",
         "Report, 23 April 2025\n\nOutlook: rain in Leeds on Friday, snow in Hull on Saturday.",
         ("2025-04-25 Leeds", "2025-04-26 Hull")),
    Case("forecast", "pl",
         "Raport z 15.09.2024\n\nW nocy z niedzieli na poniedziałek fala dojdzie do Nysy.",
         ("2024-09-15/2024-09-16 Nysa",)),
    # what goes on since a day is of the past, whatever the rest of the sentence expects
    Case("since", "pl",
         "Raport z 11.06.2024\n\nOd soboty nie ma wody w Tychach; dostawy mają wrócić jutro.",
         ("2024-06-08/.. Tychy", "2024-06-12")),
    Case("since", "pl", "Raport z 11.06.2024\n\nPada od piątkowego wieczora w Opolu.",
         ("2024-06-07/.. Opole",)),
    Case("since", "pl",
         "Raport z 11.06.2024\n\nOd niedzieli nie ma prądu w Opolu; szkoły ruszą pojutrze.",
         ("2024-06-09/.. Opole", "2024-06-13")),
    # a town that is called by its river
    Case("river", "en", "Frankfurt on the Oder fell on 13 April 1631.",
         ("1631-04-13 Frankfurt (Oder)",)),
    Case("river", "en", "On 5 May 1640 he lay at Frankfurt on the Main.",
         ("1640-05-05 Frankfurt am Main",)),
    Case("river", "en", "On 5 May 1640 they came to Rostov on Don.", ("1640-05-05 Rostov",)),
    # letters and logs of long ago
    Case("letter", "en",
         "Camp near Ghent, Aug. 3d, 1708. Yesterday a party went to Bruges.",
         ("1708-08-02 Bruges",)),
    Case("letter", "en", "On 5 May 1708 it rained. On the 22nd ult. Leeds burned.",
         ("1708-05-05", "1708-04-22 Leeds")),
    Case("letter", "en", "On 9 May 1708 it rained. It burned in Hull on the 7th inst.",
         ("1708-05-09", "1708-05-07 Hull")),
    # the first entry of a list is no heading
    Case("first entry", "pl",
         "15.03.1921 – Ryga, podpisanie\n18.03 – podpisanie w Rydze",
         ("1921-03-15 Ryga", "1921-03-18 Ryga")),
    Case("first entry", "pl", "1. IX. 1939 r. – ogień w Wieluniu\n1-3 IX – bój pod Mławą",
         ("1939-09-01 Wieluń", "1939-09-01/1939-09-03 Mława")),
    Case("first entry", "en", "410 – Rome is sacked\n793, June 8: fire in York",
         ("0410 Rome", "0793-06-08 York")),
    # a heading of two years, of a school or not
    Case("school year", "pl",
         "Kronika szkoły\n\nRok szkolny 1951/52\nSzkołę otwarto 4 września w Ełku.\n"
         "9 maja – akademia w Olecku.",
         ("1951-09-04 Ełk", "1952-05-09 Olecko")),
    Case("school year", "pl",
         "Kronika\n\nRok szkolny 1960/61\n12 X – deszcz w Ełku.\n2 III – śnieg w Olecku.",
         ("1960-10-12 Ełk", "1961-03-02 Olecko")),
    Case("school year", "en",
         "The school\n\n1895/96\n3 October: rain in Leeds.\n4 May: rain in Hull.",
         ("1895-10-03 Leeds", "1896-05-04 Hull")),
    # a day and month in digits, in a sentence
    Case("digits", "pl", "Raport z 18.04.2025\n\nDom w Opolu trafiony 15.04, pożar w Nysie.",
         ("2025-04-15 Opole, Nysa",)),
    Case("digits", "pl", "Raport z 18.04.2025\n\nSzczepienia w Opolu ruszą 22.04.",
         ("2025-04-22 Opole",)),
    Case("digits", "pl", "Raport z 18.04.2025\n\nCena w Opolu wzrosła o 12.05 zł.", ("- Opole",)),
    # what is counted behind a day is no year
    Case("counted", "pl", "1890\n\n23 września 812 osób przybyło do Gdyni.",
         ("1890-09-23 Gdynia",)),
    Case("counted", "en",
         "Report, 26 February 2024\n\nBetween 1 January and 24 February 400 fell ill in Leeds.",
         ("2024-01-01/2024-02-24 Leeds",)),
    Case("counted", "pl", "Raport z 18.04.2025\n\nDo Opola dotarło od 14 kwietnia 180 tys. ludzi.",
         ("2025-04-14/.. Opole",)),
    # an hour at the head of an item is of the day of the report
    Case("hour", "pl",
         "Raport, Zakopane, 17 lutego 2026 r., godz. 20.30\n\n1) 6.50 – wezwanie z Nowego Targu.\n"
         "2) 15.05 – lawina w Poroninie.",
         ("2026-02-17 Nowy Targ", "2026-02-17 Poronin")),
    Case("hour", "en",
         "Report, 17 February 2026\n\n- 14:20 – fire in Leeds.\n- 18:05 – fire in Hull.",
         ("2026-02-17 Leeds", "2026-02-17 Hull")),
    Case("hour", "pl", "Raport z 17.02.2026\n\n1) godz. 6.50 – pożar w Opolu.",
         ("2026-02-17 Opole",)),
    # a line of a chronicle that begins with its bare year
    Case("bare year", "en",
         "Annals\n\n1588 The army retires from Leeds.\n1663 Fire breaks out in Hull.",
         ("1588 Leeds", "1663 Hull")),
    Case("bare year", "en",
         "Annals\n\n1505 or 1506 A storm breaks over Leeds.\n1915, June Riots in Hull.",
         ("1505/1506 Leeds", "1915-06 Hull")),
    Case("bare year", "pl",
         "Dzieje\n\n1588 Pożar wybucha w Toruniu.\n1663 Zaraza dociera do Ełku.",
         ("1588 Toruń", "1663 Ełk")),
    # diaries of long ago, and those with numbers of days
    Case("diary", "en",
         "Sept. 14th, 1796. Left Leeds. In July the ague came to York.\n\nOctr. 2d. Rain in Hull."
         "\n\n9th. Rain in Dover.",
         ("1796-09-14 Leeds", "1796-07 York", "1796-10-02 Hull", "1796-10-09 Dover")),
    Case("diary", "en",
         "Day 5, 17 May 2023. Rain in Leeds.\n\nDay 6, 18 May. Rain in Hull.\n\n"
         "Days 7–8, 19 and 20 May. Rain in York.",
         ("2023-05-17 Leeds", "2023-05-18 Hull", "2023-05-19/2023-05-20 York")),
    Case("diary", "en",
         "22 June 1884, shortly before midnight\n\nRain in Leeds.\n\n4 August 1884\n\n"
         "Rain in Hull.",
         ("1884-06-22 Leeds", "1884-08-04 Hull")),
    # the day of the text among others on its line, and beside its plans
    Case("day of a report", "pl",
         "Raport misji\nNr 112 / piątek 18 kwietnia 2025 / Gdynia\n\n– Wczoraj padało w Opolu.",
         ("2025-04-17 Opole",)),
    Case("day of a report", "en",
         "Press release\n\nLeeds, 26 February 2024. – It rained in Hull on Thursday.\n\n"
         "• from 27 February: rain in York;\n• 1–3 March: rain in Dover;\n• 4 March: rain in Deal.",
         ("2024-02-22 Hull", "2024-02-27/.. York", "2024-03-01/2024-03-03 Dover",
          "2024-03-04 Deal")),
    Case("day of a report", "en",
         "Report, 26 February 2024\n\nThe road to Hull will not open before Thursday.",
         ("2024-02-29/.. Hull",)),
    # a name with an apostrophe at its end, and words that only look like a place
    Case("apostrophe", "en", "On 4 October 1914 they sailed from St. John's to Halifax.",
         ("1914-10-04 St. John's, Halifax",)),
    Case("no place", "en", "On 4 March 1972 the steamer \"Boston\" left Hull.",
         ("1972-03-04 Hull",)),
    Case("no place", "pl", "28 sierpnia 1890 r. statek „Hannover” wyszedł z Gdyni.",
         ("1890-08-28 Gdynia",)),
    Case("no place", "en", "On 4 March 1972 it rained; New Zealand sent geologists.",
         ("1972-03-04",)),
    # lone ordinals, and what is no date
    Case("ordinal", "pl", "W sierpniu 1920 r. padało. Uciekli do Płocka jeszcze siedemnastego.",
         ("1920-08", "1920-08-17 Płock")),
    Case("ordinal", "en",
         "On 7 September 1916 they reached Leeds, and the column came to Hull on the 15th after a "
         "fight.",
         ("1916-09-07 Leeds", "1916-09-15 Hull")),
    Case("ordinal", "en",
         "In 1951 it rained in Leeds. The flood of August 19, 1955 drowned Hull.",
         ("1951 Leeds", "1955-08-19 Hull")),
    # below a date, the first clause is of that date, and the second of its own
    Case("first clause", "en",
         "June 1845\n\nThe families step ashore; Leeds follows in September.\n\nJuly 1846\n\nRain.",
         ("1845-06", "1845-09 Leeds", "1846-07")),
    Case("first clause", "pl",
         "26 października 1979\n\nSłońce zaszło; wróci w lutym nad Toruń.\n\n3 marca 1980\n\nPada.",
         ("1979-10-26", "1980-02 Toruń", "1980-03-03")),
    Case("first clause", "en",
         "5 May 1902\n\nThe shops are shut; on 7 May they open in Hull.\n\n9 May 1902\n\nRain.",
         ("1902-05-05", "1902-05-07 Hull", "1902-05-09")),
    # a list in which each date stands behind its place
    Case("date last", "en",
         "The king landed at Hull on 6 July 1630, took York on the 20th and saw Leeds in August.",
         ("1630-07-06 Hull", "1630-07-20 York", "1630-08 Leeds")),
    Case("date last", "en",
         "It rained in Leeds on 3 May 1904, snowed in Hull on 4 May and hailed in York on 5 May.",
         ("1904-05-03 Leeds", "1904-05-04 Hull", "1904-05-05 York")),
    Case("date last", "pl",
         "Wieść dotarła do Torunia 3 maja 1904 r., do Radomia 4 maja, a do Opola w czerwcu.",
         ("1904-05-03 Toruń", "1904-05-04 Radom", "1904-06 Opole")),
    # a title of two lines, or a long one, tells the year of the entries below it
    Case("year of a title", "pl",
         "DZIENNIK Z DROGI – wyprawa geologiczna w dolinach, Kaukaz 1931\nA. Nowak\n\n"
         "7 V\nToruń. Pada.\n\n9 V\nRadom. Wieje.",
         ("1931 Kaukaz", "1931-05-07 Toruń", "1931-05-09 Radom")),
    Case("year of a title", "en",
         "NORTH BY SAIL\nThe ships and their crews, 1911\n\n"
         "8 May It rains in Leeds.\n\n10 May It snows in Hull.",
         ("1911", "1911-05-08 Leeds", "1911-05-10 Hull")),
    Case("year of a title", "en",
         "Letters of an apprentice to his sister and to the men of the mill, 1887\n\n"
         "3 June. It rained in Hull.\n\n4 June. It snowed in York.",
         ("1887-06-03 Hull", "1887-06-04 York")),
    # a year of the Lord heads its entries, and feasts tell their days
    Case("year of the Lord", "pl",
         "R. P. 1769. Zima lekka. W marcu padało w Toruniu.\n\n"
         "R. P. 1770. W styczniu wiało w Radomiu.",
         ("1769", "1769-03 Toruń", "1770-01 Radom")),
    Case("year of the Lord", "pl",
         "Roku Pańskiego 1654. Pada w Toruniu od Wielkiejnocy do św. Michała.",
         ("1654-04-05/1654-09-29 Toruń",)),
    Case("year of the Lord", "pl", "A. D. 1655. Dnia 10 maja wiało w Radomiu.",
         ("1655-05-10 Radom",)),
    # days and months in digits without a nought, as reports of the army have them
    Case("bare digits", "pl",
         "Meldunek. Toruń, 3 września 1939 r.\n\n"
         "Pułk opuścił Łódź dnia 2.9 wieczorem. Brygada: 1.9 zatrzymała wroga pod Radomiem.",
         ("1939-09-02 Łódź", "1939-09-01 Radom")),
    Case("bare digits", "pl",
         "Meldunek. Toruń, 3 września 1939 r.\n\n"
         "Kapitan ranny 2.9, pod Radomiem. Pociąg z Łodzi, wyznaczony na 2.9, nie przybył.",
         ("1939-09-02 Radom", "1939-09-02 Łódź")),
    Case("bare digits", "pl",
         "Meldunek. Toruń, 3 września 1939 r.\n\n"
         "W nocy 3/4 odwrót na Radom. Od świtu 1 bm. walki o Łódź.",
         ("1939-09-03/1939-09-04 Radom", "1939-09-01/.. Łódź")),
    # in brackets behind a day the same one by the old calendar
    Case("old calendar", "en",
         "12 May 1840 (30 April O.S.). It rained in Leeds.\n\n14 May. It snowed in Hull.",
         ("1840-05-12 Leeds", "1840-05-14 Hull")),
    Case("old calendar", "en",
         "On 2 July 1840 (20 June, Old Style) it rained in Leeds. Four days later it blew.",
         ("1840-07-02 Leeds", "1840-07-06")),
    Case("old calendar", "en", "1712, 4 March (22 February O.S.). It rained in Leeds.",
         ("1712-03-04", "1712-03-04 Leeds")),
    # heads of entries with several months or days, or with a later hand before them
    Case("head of several", "en",
         "1827, March to May. It rains in Leeds.\n1830, 2 June. It snows in Hull.\n"
         "1848, 5–6 October (night). It blows in York.",
         ("1827-03/1827-05 Leeds", "1830-06-02 Hull", "1848-10-05/1848-10-06 York")),
    Case("head of several", "en", "1902, June to August. It rained in Hull.",
         ("1902-06/1902-08 Hull",)),
    Case("head of several", "en", "[A later hand:] 1888, 7 December. It rained in Leeds.",
         ("1888-12-07 Leeds",)),
    # a head in digits, or with words in brackets for the whole entry, or a feast
    Case("short head", "en",
         "Rain in February 2001.\n\nTue 27/2\nIt snowed in Leeds.\n\nWed 28/2\nIt blew in Hull.",
         ("2001-02", "2001-02-27 Leeds", "2001-02-28 Hull")),
    Case("short head", "en",
         "Sat 3 March 2001 (from memory)\nIt rained in Leeds.\n\n"
         "Sun 4 March (late entry)\nIt rained in Hull.",
         ("2001-03-03", "2001-03-03 Leeds", "2001-03-04", "2001-03-04 Hull")),
    Case("short head", "pl",
         "22 grudnia 1981\nPada w Toruniu.\n\nWigilia\nPada w Radomiu.\n\nMarzec, chyba 10\n\n"
         "Pada w Łodzi.",
         ("1981-12-22 Toruń", "1981-12-24 Radom", "1982-03-10? Łódź")),
    # where and when a report was written is no event where it tells of other days
    Case("day of a report", "en",
         "SHIP NEWS\n\nLeeds, March 3, 1851. A mill burned in Hull on the 1st.\n\n"
         "York, March 4. It rained in Hull.",
         ("1851-03-01 Hull", "1851-03-04 York", "1851-03-04 Hull")),
    Case("day of a report", "en",
         "SHIP NEWS\n\nLeeds, March 3, 1851.—A mill burned in Hull on the 1st.\n\n"
         "York, March 4.—It rained in Hull.",
         ("1851-03-01 Hull", "1851-03-04 York, Hull")),
    Case("day of a report", "pl",
         "TELEGRAMY\n\nToruń, 3 marca 1877. Wczoraj spłonął młyn w Radomiu.\n\n"
         "Lublin, 4 marca. Pada w Łodzi.",
         ("1877-03-02 Radom", "1877-03-04 Lublin", "1877-03-04 Łódź")),
    # nor is a line with a day, where what is below it begins with another
    Case("day of a report", "pl",
         "Dziennik\n\n3 marca 1877\n\nOd poniedziałku pada w Radomiu.\n\n6 marca\n\nPada w Łodzi.",
         ("1877-02-26/.. Radom", "1877-03-06 Łódź")),
    # what is told before the first date of a sentence is of the line above
    Case("head of a sentence", "en",
         "1978\n\nSummer 1978\n\nShe fell ill in Leeds and died on 11 September.",
         ("1978-06~/1978-08~ Leeds", "1978-09-11")),
    Case("head of a sentence", "en",
         "3 June 2010\n\nHe died in Leeds, a day after losing his house in Hull.\n\n"
         "5 June 2010\n\nIt rained in York.",
         ("2010-06-03 Leeds", "2010-06-02 Hull", "2010-06-05 York")),
    Case("head of a sentence", "pl",
         "13 sierpnia 2012\n\nWoda zalała młyn w Radomiu, most w Łodzi zamknięto do czerwca 2013 r."
         "\n\n15 sierpnia 2012\n\nLało w Toruniu.",
         ("2012-08-13 Radom", "../2013-06 Łódź", "2012-08-15 Toruń")),
    # in the entry of a day in winter, what is told of the end of the year was the last one
    Case("before the turn", "pl",
         "2 stycznia 1982\nList z Torunia, wysłany 10 XII. Pada.\n\n4 stycznia\nPada w Radomiu.",
         ("1981-12-10 Toruń", "1982-01-02", "1982-01-04 Radom")),
    Case("before the turn", "en",
         "5 January 1921\nA letter of 29 December from Leeds.\n\n9 January\nIt rained in Hull.",
         ("1920-12-29 Leeds", "1921-01-05", "1921-01-09 Hull")),
    Case("before the turn", "en", "3 February 1917. Rain. The ship left Leeds on 20 November.",
         ("1917-02-03", "1916-11-20 Leeds")),
    Case("short head", "pl", "5 stycznia 2021\nPada w Toruniu.\n\nwrzesień\nPada w Radomiu.",
         ("2021-01-05 Toruń", "2021-09 Radom")),
    # in a text of its own days a month behind one of last year is of this year
    Case("on to this year", "pl",
         "Toruń, 6 czerwca 2024 r.\n\nPrace w Radomiu rozpoczęły się w październiku ubiegłego "
         "roku. W kwietniu rozebrano most w Łodzi.",
         ("2023-10 Radom", "2024-04 Łódź")),
    Case("on to this year", "pl",
         "Toruń, 6 czerwca 2024 r.\n\nW październiku ubiegłego roku zamknięto most w Radomiu. "
         "Do końca maja położono tory w Łodzi.",
         ("2023-10 Radom", "../2024-05 Łódź")),
    Case("on to this year", "en",
         "Leeds, 12 June 2023\n\nThe mill in Hull burned in October 2022; "
         "in May it opened again in York.",
         ("2022-10 Hull", "2023-05 York")),
    # a day that "when" joins to a year is in it
    Case("year, when", "en",
         "The mission has worked in Hull since 2019, when on 14 March the river rose in York.",
         ("2019/.. Hull", "2019-03-14 York")),
    Case("year, when", "pl", "Działa w Toruniu od 1921 roku, kiedy w marcu padało w Radomiu.",
         ("1921/.. Toruń", "1921-03 Radom")),
    Case("year, when", "pl", "Most w Łodzi stoi od 1934 r., gdy 3 maja otwarto tunel w Radomiu.",
         ("1934/.. Łódź", "1934-05-03 Radom")),
    # what dates from a month, or is moved from a day, does not last from then on
    Case("from but not since", "en",
         "Leeds, 12 January 2022\n\n"
         "The match in Hull, postponed from last Saturday, will be played in York on 20 January.",
         ("2022-01-08 Hull", "2022-01-20 York")),
    Case("from but not since", "en",
         "Leeds, 5 June 2021\n\nThe first cases in Hull date from April.", ("2021-04 Hull",)),
    Case("from but not since", "en",
         "Leeds, 5 June 2021\n\nThe rules in York are dated from May.", ("2021-05 York",)),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[f"{it.kind}-{it.text[:30]}" for it in CASES])
def test_a_kind(case: Case) -> None:
    source = build_source("text.txt", case.text, case.language)
    proposal = draft(source, outlines(), world=world())
    places = {it.id: it for it in proposal.places}
    found = []
    for event in proposal.events:
        names = [
            fold(f"{' '.join(places[own.id].names.root.values())} {own.phrase}")
            for own in event.places
        ]
        found.append((str(event.when or "-"), names))
    rows = [row.partition(" ")[::2] for row in case.rows]
    assert [date for date, _ in found] == [date for date, _ in rows]
    for (_, names), (_, asked) in zip(found, rows, strict=True):
        wanted = [fold(it) for it in asked.split(", ") if it]
        assert len(names) == len(wanted)
        assert all(any(it in name for name in names) for it in wanted)


def test_each_kind_has_three_inputs() -> None:
    kinds = [case.kind for case in CASES]
    assert all(kinds.count(kind) >= 3 for kind in kinds)


@pytest.mark.parametrize(
    ("town", "at"),
    [("Vancouver, WA", (46, -123)), ("Portland, ME", (44, -70)), ("Long Beach, CA", (34, -118))],
)
def test_a_state_in_two_letters_tells_the_town(town: str, at: tuple[int, int]) -> None:
    text = f"On 4 March 1972 it rained in {town}."
    (place,) = draft(build_source("text.txt", text, "en"), outlines(), world=world()).places
    assert place.lat is not None
    assert place.lon is not None
    assert (round(place.lat), round(place.lon)) == at
