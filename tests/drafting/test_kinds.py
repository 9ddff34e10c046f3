"""Kinds of texts that were once read wrongly, each with inputs beside the one that showed it.

A row is what an attentive reader finds: the date in EDTF, or - where none is told (also where an
event only comes after another), and the places by their names.
"""

from typing import NamedTuple

import pytest

from statement_map.drafting.proposing import draft
from statement_map.drafting.text import build_source
from statement_map.language.folding import fold
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
