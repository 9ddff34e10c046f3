"""Kinds of words around a name by which a place is noticed, or seen to be none."""

import pytest

from tests.toponyms.test_places import find


def names(text: str, language: str) -> list[str]:
    """Return what the places of a text are called."""
    return [mark.name for mark in find(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A name has an apostrophe, at its end or at its beginning.
        ("They sailed from St. John's to Halifax.", ["St. John's", "Halifax"]),
        ("It rained in St. John's and Halifax.", ["St. John's", "Halifax"]),
        ("We drove from Eindhoven to 's-Hertogenbosch.", ["Eindhoven", "'s-Hertogenbosch"]),
        # Something is done to a town.
        ("The troops occupied Tabora and Lindi.", ["Tabora", "Lindi"]),
        ("The rebels abandoned Kigoma.", ["Kigoma"]),
        ("The capture of Lindi took a week.", ["Lindi"]),
        # A note starts with where its way goes.
        ("Mostar to Sarajevo. A hot day.", ["Mostar", "Sarajevo"]),
        ("Galway to Ennis by bus.", ["Galway", "Ennis"]),
        ("Tabora to Kigoma, two days by train.", ["Tabora", "Kigoma"]),
        # A name stands in quotation marks.
        ('The traveller lands at "Galle" in the south.', ["Galle"]),
        ("They sailed to “Bergen” and back.", ["Bergen"]),
        ("He lived in 'Arnhem' for a year.", ["Arnhem"]),
        # A small word joins the halves of a name.
        ("He preached at Port de Grave in Newfoundland.", ["Port de Grave", "Newfoundland"]),
        ("Miners went to Real del Monte in Mexico.", ["Real del Monte", "Mexico"]),
        ("The ships of Lourenço de Almeida reached Galle.", ["Galle"]),
        # What acts is passed over as a whole.
        ("Australia sent money; New Zealand sent geologists.", []),
        ("New Zealand sent a ship to Suva.", ["Suva"]),
        ("South Korea signed in Geneva.", ["Geneva"]),
        # A person does something, or has initials.
        ("We met Lena, who left Hamburg.", ["Hamburg"]),
        ("Dallas, whom we met in Leeds, was ill.", ["Leeds"]),
        ("The Rev. R. Holland Taylor came from Poole.", ["Poole"]),
        # A newspaper's title stands in quotation marks.
        ('The "Halifax Herald" wrote of the fire in Boston.', ["Boston"]),
        ("“The Leeds Times” sent a man to Bergen.", ["Bergen"]),
        ('He read it in the "Belfast Telegraph".', []),
        # A feast has the name of a town, a state is in short.
        ("The church of Leeds was hallowed on Trinity Sunday.", ["Leeds"]),
        ("It opened at Fall River, Mass., in 1821.", ["Fall River"]),
        ("It opened at Hartford, Conn., in 1821.", ["Hartford"]),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert names(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A ship bears a name in quotation marks.
        ("Statek „Hannover” wyszedł z Bremy.", ["Bremen"]),
        ("Okręt „Gdynia” wrócił do Gdańska.", ["Gdańsk"]),
        ("Prom „Gdynia” wypłynął z Karlskrony.", ["Karlskrona"]),
        # A newspaper's title stands in quotation marks.
        ("„Gazeta Polska w Brazylii” pisała o Kurytybie.", ["Curitiba"]),
        ("„Kurier Warszawski” pisał o pożarze w Radomiu.", ["Radom"]),
        ("Pisał o tym „Głos Lublina”.", []),
        # Only the last word of a foreign name is inflected.
        ("Pojechał z Kurytyby do Ponta Grossy.", ["Curitiba", "Ponta Grossa"]),
        ("Wrócili z Buenos Airesu.", ["Buenos Aires"]),
        ("Szli z Porto Alegre do Santa Marii w Brazylii.",
         ["Porto Alegre", "Santa Maria", "Brazil"]),
        # Something is done to a town.
        ("Zajęcie Radomia trwało dzień.", ["Radom"]),
        ("Ostrzał Charkowa ustał.", ["Kharkiv"]),
        ("Wysiedlono Kielce.", ["Kielce"]),
    ],
)  # fmt: skip
def test_polish(text: str, expected: list[str]) -> None:
    assert names(text, "pl") == expected


def test_a_name_with_small_words_may_end_its_sentence() -> None:
    assert names("It was renamed Notre-Dame-des-Victoires.", "en") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Dr. Petra Lund from Bergen did not sit down.", ["Bergen"]),
        ("en", "In a letter to Athens, Archbishop Makarios demands it.", ["Athens"]),
        ("en", "The clinic at Bajo Chiquito in Panama was closed.", ["Bajo Chiquito", "Panama"]),
        ("pl", "Odprawa z Lekarzami bez Granic w Adenie.", ["Aden"]),
        ("pl", "W 1865 r. kierował Wyższą Szkołą Polską w Paryżu.", ["Paris"]),
        # A ship or a club has an article, a town has none.
        ("en", "The Southland was hit off Lemnos.", ["Lemnos"]),
        ("en", "They sailed from Leith on the Oregon.", ["Leith"]),
        ("en", "Crops failed in Oregon and in the Punjab.", ["Oregon", "Punjab"]),
        # What sort of building it is, a street of a town, whose soldiers they are.
        ("en", "The Methodist Church in Leeds was sold.", ["Leeds"]),
        ("en", "A fire in Duke Street, Leeds, killed two.", ["Leeds"]),
        ("en", "New Zealand soldiers landed at Suva.", ["Suva"]),
        ("en", "The Supreme Court of Pakistan freed a man in Karachi.", ["Karachi"]),
        ("pl", "Pogrzeb odbył się na Cmentarzu Centralnym w Kielcach.", ["Kielce"]),
        ("pl", "Sąd Najwyższy Pakistanu uwolnił rybaka w Karaczi.", ["Karachi"]),
        # Somebody acts with a people, or by them.
        ("pl", "Austriacy weszli z Niemcami do Pekinu.", ["Beijing"]),
        ("pl", "Miasto Jassy zdobyte przez Turków spłonęło.", ["Iaşi"]),
        # A name in quotation marks, and one of more words.
        ("pl", "Argentyński „Bahía Blanca” zatonął koło Helu.", ["Hel"]),
    ],
)
def test_who_is_no_place(language: str, text: str, expected: list[str]) -> None:
    assert names(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # Who is named in full or with a title is nobody's town, before that and after it.
        (
            "en",
            "We wrote to Leeds. Lancaster came. Henry Lancaster sang. Lancaster left.",
            ["Leeds"],
        ),
        ("en", "Captain Wellington came to Hull with Ann. Wellington sang.", ["Hull"]),
        ("pl", "Maria Bolívar była w Guayaquil. Bolívar milczała.", ["Guayaquil"]),
    ],
)
def test_a_person_is_one_in_the_whole_text(language: str, text: str, expected: list[str]) -> None:
    assert names(text, language) == expected


def test_a_place_is_one_in_the_whole_text() -> None:
    found = names("Zetabury begins to grow. A mill stands in Zetabury, near Leeds.", "en")
    assert found == ["Zetabury", "Zetabury", "Leeds"]


def test_of_namesakes_that_amid_the_other_places_is_meant() -> None:
    (mark,) = [
        it
        for it in find("From Cork, Limerick, Tralee and Killarney they went to Portsmouth.", "en")
        if it.name == "Portsmouth"
    ]
    assert mark.candidates[0].country == "GB"
