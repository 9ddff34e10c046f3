"""Which date belongs to what: date lines, diaries, dates in brackets, sentences without a date."""

import pytest

from statement_map.drafting.proposing import Draft, draft
from statement_map.drafting.titles import make_title
from statement_map.prose.text import build_source
from tests.drafting.measuring import draft_text, names, outlines, world


def propose(text: str, language: str) -> Draft:
    return draft(build_source("text.txt", text, language), outlines(), world=world())


def told(text: str, language: str) -> list[tuple[str, str]]:
    """The events of a text: when, and the names of its places."""
    proposal = propose(text, language)
    names = {place.id: place.names.read(language) for place in proposal.places}
    return [
        (str(event.when or ""), ", ".join(names[it.id] for it in event.places))
        for event in proposal.events
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "March 3, 1921\n\nSailors hold a meeting in Tallinn.\n\n"
            "March 5, 1921\n\nThe harbour of Riga is closed.",
            [("1921-03-03", "Tallinn"), ("1921-03-05", "Riga")],
        ),
        (
            "pl",
            "Maj 1971\n3 maja\n► W Opolu stają tramwaje. ► Strajkuje też huta w Nysie.\n"
            "4 maja\n► Robotnicy w Brzegu wybierają komitet.",
            [("1971-05-03", "Opole"), ("1971-05-03", "Nysa"), ("1971-05-04", "Brzeg")],
        ),
        (
            "pl",
            "1956\n\nW Poznaniu wybucha strajk.\n\n1957\n\nW Łodzi stają tramwaje.",
            [("1956", "Poznań"), ("1957", "Łódź")],
        ),
        (
            "en",
            "Rain\n\nMonday, 5 May 1902\n\nIt rains in Leeds.\n\nThe river rises.\n\n"
            "It blows in London.\n\nTuesday, 6 May 1902\n\nThe river falls.",
            [("1902-05-05", "Leeds"), ("1902-05-05", "London"), ("1902-05-06", "")],
        ),
        # one that nothing stands below is all that is known of its day
        ("en", "5 May 1902\n\n6 May 1902\n\nIt rains in Leeds.", [
            ("1902-05-05", ""), ("1902-05-06", "Leeds"),
        ]),
    ],
)  # fmt: skip
def test_a_date_line_governs_what_stands_below_it(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text, language) == expected


def test_a_date_line_whose_lines_have_their_own_dates_is_not_lost() -> None:
    """It is no event of that day, of which nothing is told, and a comment has it."""
    text = (
        "Diary, 1904\n\n9 March\n\nOn 7 March we left York. On 8 March we were in Ripon."
        "\n\n12 March\n\nRain in Dover."
    )
    draft = propose(text, "en")
    assert [str(event.when) for event in draft.events] == ["1904-03-07", "1904-03-08", "1904-03-12"]
    assert "line 3: heads what stands below it: 9 March" in [str(note) for note in draft.notes]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Log, 1904\n\n9 March, 10 p.m.\nYork burned yesterday.\n\n12 March\nRain in Dover."),
        (
            "en",
            "Log of March 1904.\n\nNo. 61. 9th, noon.\n(a) York burned yesterday.\n\n"
            "No. 63. 12th, midnight.\n(a) Rain in Dover.",
        ),
        (
            "en",
            "Log of March 1904.\n\nNo 61, 9th March, noon.\nYork burned yesterday.\n\n"
            "No 63, 12th March.\nRain in Dover.",
        ),
        (
            "pl",
            "Depesze z marca 1904 r.\n\nNr 61. 9 marca, godz. 22.\nWczoraj spłonął York.\n\n"
            "Nr 63. 12 marca, godz. 8.\nDeszcz w Dover.",
        ),
    ],
)
def test_a_date_line_below_which_yesterday_is_told_is_no_event(language: str, text: str) -> None:
    """Its hour and its number tell nothing of its day either."""
    draft = propose(text, language)
    days = [str(event.when) for event in draft.events if event.when and event.when.is_day]
    assert days == ["1904-03-08", "1904-03-12"]
    assert any("heads what stands below it" in str(note) for note in draft.notes)


def test_what_stands_below_a_date_line_is_of_both_paragraphs() -> None:
    text = "Rain\n\n5 May 1902\n\nIt rains in Leeds.\n\n6 May 1902\n\nIt blows."
    event, other = propose(text, "en").events
    assert (other.paragraphs, str(other.when)) == ((3, 4), "1902-05-06")
    assert (event.paragraphs, event.basis, event.when_phrase) == ((1, 2), "stated", "5 May 1902")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "pl",
            "Maj 1971\nStrajkują: huta w Radomiu (3 V); tkalnia w Tarnowie (4 V); port w Elblągu "
            "(5-7 V).",
            [
                ("1971-05-03", "Radom"),
                ("1971-05-04", "Tarnów"),
                ("1971-05-05/1971-05-07", "Elbląg"),
            ],
        ),
        (
            "en",
            "In May 1971 strikes broke out at a mill in Leeds (3 May), a foundry in Sheffield "
            "(4 May) and the docks of Liverpool (5-7 May).",
            [
                ("1971-05-03", "Leeds"),
                ("1971-05-04", "Sheffield"),
                ("1971-05-05/1971-05-07", "Liverpool"),
            ],
        ),
        (
            "pl",
            "W sierpniu 1980 r. strajkowano w Lublinie i Świdniku (5 VIII), Łodzi (7 VIII).",
            [("1980-08-05", "Lublin, Świdnik"), ("1980-08-07", "Łódź")],
        ),
        # several dates in one pair of brackets
        (
            "en",
            "Strikes broke out in Leeds (3 May 1926; 5 May 1926) and Hull (4 May 1926).",
            [
                ("1926-05-03", "Leeds"),
                ("1926-05-05", "Leeds"),
                ("1926-05-04", "Hull"),
            ],
        ),
        (
            "en",
            "Shells hit Leeds (8 May 1926, 9 May 1926 and 11 May 1926).",
            [("1926-05-08", "Leeds"), ("1926-05-09", "Leeds"), ("1926-05-11", "Leeds")],
        ),
        (
            "pl",
            "Strajkowano w Lublinie (3 V 1926; 5 V 1926), Łodzi (4 V 1926).",
            [("1926-05-03", "Lublin"), ("1926-05-05", "Lublin"), ("1926-05-04", "Łódź")],
        ),
        # a year in brackets behind something else dates no place
        (
            "en",
            "On 5 May 1921 the old school (1890) burned down in Leeds.",
            [("1921-05-05", "Leeds"), ("1890", "")],
        ),
    ],
)  # fmt: skip
def test_a_date_in_brackets_belongs_to_what_stands_before_it(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("pl", "5 maja 1944. Byliśmy w Opolu. Potem w Nysie.", [
            ("1944-05-05", "Opole"), ("1944-05-05", "Nysa"),
        ]),
        ("en", "Friday, 5 May 1944. We were in Leeds. Then in Bradford.", [
            ("1944-05-05", "Leeds"), ("1944-05-05", "Bradford"),
        ]),
        # sentences are cut behind "r."
        ("pl", "W dniu 25 września 2024 r. Prezydent miasta przybył do Opola.", [
            ("2024-09-25", "Opole"),
        ]),
    ],
)  # fmt: skip
def test_the_head_of_an_entry_dates_all_of_it(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text, language) == expected


def test_a_sentence_behind_a_dated_one_comes_after_it() -> None:
    text = "On 4 March 1921 troops took Warsaw. In Paris people wept.\n\nIn Rome it rained."
    first, second, third = propose(text, "en").events
    assert (second.basis, second.when, second.after) == ("inferred", None, (first.id,))
    assert second.why_then
    assert second.why_then.read("en") == "The text tells it right after “On 4 March 1921”."
    assert second.why_then.read("pl") == "Tekst mówi o tym zaraz po „On 4 March 1921”."
    assert (third.basis, third.after) == ("none", ())


def test_a_date_that_is_not_read_lends_its_places_to_none() -> None:
    text = "Pierwszy wiec odbył się 4.2.1992 w Bytomiu, drugi 31.31.92 w Zabrzu."
    assert told(text, "pl") == [("1992-02-04", "Bytom"), ("", "Zabrze")]
    assert [note.message for note in propose(text, "pl").notes] == ["leaves a date open: 31.31.92"]


@pytest.mark.parametrize(
    ("language", "text", "date", "title"),
    [
        ("en", "On 5 May 1921 troops took the town, as the staff said.", "On 5 May 1921",
         "Troops took the town"),
        ("en", "The king, who was ill, left for Paris in a carriage with six horses on Monday.",
         "on Monday", "The king left for Paris in a carriage"),
        ("pl", "Dnia 4 maja pada Bytom.", "Dnia 4 maja", "Pada Bytom"),
        ("pl", "Jak podała agencja, 5 maja oddziały weszły do miasta od strony rzeki i lasu.",
         "5 maja", "Oddziały weszły do miasta od strony rzeki"),
        # the number of an item, and a conjunction
        ("en", "4. Lorries with food left on 3 May.", "on 3 May", "Lorries with food left"),
        ("en", "but the bridge was closed on 3 May", "on 3 May", "The bridge was closed"),
        ("pl", "a 4 maja zamknięto most", "4 maja", "Zamknięto most"),
        # a date within a clause, without which that goes on
        ("pl", "Pokój podpisano 1 lutego 1411 r. w Toruniu.", "1 lutego 1411 r.",
         "Pokój podpisano w Toruniu"),
        ("pl", "Król zawrócił i 13 lipca zdobył Dąbrówno.", "13 lipca",
         "Król zawrócił i zdobył Dąbrówno"),
        # what somebody says, with what is said
        ("pl", "Słowacja ogłosiła 26 maja, że wstrzymuje pomoc.", "26 maja",
         "Słowacja ogłosiła, że wstrzymuje pomoc"),
        # a subject that stands far from its verb
        ("en", "Two residents of the village, in the hills of Gori, were seized on 3 May.",
         "on 3 May", "Two residents were seized"),
        ("en", "An order for all of the area west of the town was issued on 3 May.", "on 3 May",
         "An order was issued"),
        # nothing is broken off
        ("pl", "Hela dostała list z Wilna z czerwca.", "czerwca", "Hela dostała list z Wilna"),
        ("en", "The news did not reach her until 3 May.", "3 May", "The news did not reach her"),
        # a verb stands with the one that completes it: nobody "was found", nobody just "refused"
        ("en", "On 6 March a bridge near Mtito Andei was found to be unsafe, and traffic stopped.",
         "On 6 March", "A bridge was found to be unsafe"),
        ("en", "The deputies of the northern province refused to sign the treaty on 3 May.",
         "on 3 May", "The deputies refused to sign the treaty"),
        ("en", "The chief of the third brigade was said to have ordered the retreat on 3 May.",
         "on 3 May", "The chief was said to have ordered"),
        ("en", "The minister came from Nairobi to the school on 3 May and promised help.",
         "on 3 May", "The minister came from Nairobi to the school"),
    ],
)  # fmt: skip
def test_a_title_is_the_clause_that_tells_something(
    language: str, text: str, date: str, title: str
) -> None:
    assert make_title(text, [date], language) == title


def test_no_two_events_have_one_title() -> None:
    text = "5 May 1902\n\nIt rains. It rains in Leeds. It rains in Bradford.\n\nIt rains in Leeds."
    titles = [event.title.read("en") for event in propose(text, "en").events]
    assert len(titles) == len(set(titles))


@pytest.mark.slow
@pytest.mark.parametrize("name", names())
def test_titles_are_short_and_no_bare_dates(name: str) -> None:
    proposal = draft_text(name)
    titles = [event.title.read(proposal.source.language) for event in proposal.events]
    assert len({title.casefold() for title in titles}) == len(titles)
    for event, title in zip(proposal.events, titles, strict=True):
        assert 1 <= len(title.split()) <= 9  # eight words, and a number where they are the same
        assert title != event.when_phrase


@pytest.mark.parametrize(
    ("language", "text", "titles"),
    [
        ("en", "Risings followed in Vienna (13 March 1848), Pest (15 March) and Berlin (18 March).",
         ["Risings followed in Vienna", "Pest: risings followed", "Berlin: risings followed"]),
        ("pl", "W maju 1971 r. wolne są: Jarocin (1 V), Krotoszyn (3 V).",
         ["Wolne są, Jarocin", "Krotoszyn: wolne są"]),
        ("pl", "Maj 1971\nStrajkują: huta w Radomiu (3 V); tkalnia w Tarnowie (4 V).",
         ["Huta w Radomiu", "Tkalnia w Tarnowie: strajkują"]),
    ],
)  # fmt: skip
def test_the_items_of_a_list_say_what_the_list_tells(
    language: str, text: str, titles: list[str]
) -> None:
    assert [it.title.read(language) for it in propose(text, language).events] == titles


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "1883 – The railway to Leeds is opened on 11 July.", [("1883-07-11", "Leeds")]),
        ("en", "1902 – 3 May: It rains in Bradford.", [("1902-05-03", "Bradford")]),
        ("pl", "1340 – w kwietniu król zajmuje Toruń.", [("1340-04", "Toruń")]),
        ("pl", "1894 – od 5 VI do 10 X wystawa w Krakowie.", [("1894-06-05/1894-10-10", "Kraków")]),
        # a year that is told for itself stays
        ("en", "In 1883 it rained in Leeds. On 11 July 1884 it snowed in Bradford.", [
            ("1883", "Leeds"), ("1884-07-11", "Bradford"),
        ]),
    ],
)  # fmt: skip
def test_a_year_that_heads_its_entry_is_no_date_beside_that_of_the_day(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # behind a semicolon the date may come last
        ("en", "It rained in Leeds on 3 May 1902; Bradford was flooded on 4 May.", [
            ("1902-05-03", "Leeds"), ("1902-05-04", "Bradford"),
        ]),
        ("pl", "3 lutego 1919 r. bój trwał w Poznaniu; Babimost padł dziewięć dni później.", [
            ("1919-02-03", "Poznań"), ("1919-02-12", "Babimost"),
        ]),
        # and so with a verb of its own
        ("en", "On 3 May 1902 lorries left Leeds and reached Bradford on 4 May.", [
            ("1902-05-03", "Leeds"), ("1902-05-04", "Bradford"),
        ]),
        # what goes before the first date is not dated by it
        ("en", "She had moved from Leeds to Bradford, and on 2 July 1901 she arrived in Hull.", [
            ("", "Leeds, Bradford"), ("1901-07-02", "Hull"),
        ]),
        ("pl", "Pożary wybuchły w Opolu, a od 22 sierpnia 2023 r. płonęło w Nysie.", [
            ("", "Opole"), ("2023-08-22/..", "Nysa"),
        ]),
        # but by the head of its entry
        ("en", "7 December 1991. The road to Karlovac is open again; it was shelled on Thursday.", [
            ("1991-12-07", "Karlovac"), ("1991-12-05", ""),
        ]),
    ],
)  # fmt: skip
def test_a_place_has_the_date_of_its_clause(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Nairobi, 14 May 2018 – The dam at Thika broke yesterday.",
         [("2018-05-13", "Thika")]),
        ("pl", "Rzeszów, 28 sierpnia 2023 r.\n\nW Łańcucie wczoraj padało.",
         [("2023-08-27", "Łańcut")]),
        ("en", "It rained in Leeds on 9 November.\n\nTbilisi, 10 November 2021",
         [("2021-11-09", "Leeds")]),
        ("en", "Published on 14 May 2018. It rained in Leeds yesterday.",
         [("2018-05-13", "Leeds")]),
    ],
)  # fmt: skip
def test_where_and_when_a_text_was_written_is_no_event(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text, language) == expected


def test_the_place_of_a_dateline_is_the_statement_s() -> None:
    statement = propose("Nairobi, 14 May 2018 – It rained in Leeds yesterday.", "en").statement
    assert [it.id for it in statement.places] == ["nairobi"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("pl", "Woj. pomorskie. W Ustce zerwało dach.", [("", "Ustka, województwo pomorskie")]),
        ("en", "Kamloops, B.C.: It rained on 3 May 2021.", [("2021-05-03", "Kamloops")]),
        (
            "pl",
            "15 maja 2007\nBuchara. W meczecie jest remont.\n\n16 maja 2007\nPada w Nukusie.",
            [("2007-05-15", "Buchara"), ("2007-05-16", "Nukus")],
        ),
    ],
)
def test_a_place_that_heads_a_report_belongs_to_what_follows(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    found = [(when, ", ".join(sorted(names.split(", ")))) for when, names in told(text, language)]
    assert found == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Friday 6 December 1991\nIt rained in Leeds.\n\nSunday\nIt snowed in Hull.",
         [("1991-12-06", "Leeds"), ("1991-12-08", "Hull")]),
        ("en", "January 1848\nPalermo rises on 12 January.\n\nMarch\nUnrest in Vienna (13 March).",
         [("1848-01-12", "Palermo"), ("1848-03-13", "Vienna")]),
        ("pl", "3 sierpnia 1920, wtorek. W Łukowie pada.", [("1920-08-03", "Łuków")]),
        ("pl", "Środa, 12 września 2007\nW Taszkencie pada.\n\n19.09\nPada w Samarkandzie.",
         [("2007-09-12", "Taszkent"), ("2007-09-19", "Samarkanda")]),
    ],
)  # fmt: skip
def test_heads_of_entries_in_their_paragraphs(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "SUDAN: DAILY REPORT\n17 April 2024, 1800 hrs\n\nIt rained in Kosti yesterday.",
         "2024-04-16"),
        ("pl", "Raport z działań straży, 19 lutego 2022 r., godz. 15.00\n\nWczoraj w Łebie padało.",
         "2022-02-18"),
        ("en", "Issued Sunday, August 20, 2023, 11:30 a.m.\n\nIt rained in Leeds yesterday.",
         "2023-08-19"),
    ],
)  # fmt: skip
def test_a_report_gives_its_day_with_the_hour(language: str, text: str, expected: str) -> None:
    assert told(text, language)[-1][0] == expected
