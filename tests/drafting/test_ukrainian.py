"""Ukrainian: a third language by one table and one plug.

Positions are those of an atlas, rounded to a tenth of a degree.
"""

import pytest

from statement_map.drafting.proposing import draft
from statement_map.geocoding.outlines import distance_km
from statement_map.prose import vesum
from statement_map.prose.dictionaries import is_without_dictionary
from statement_map.prose.endings import endings_of
from statement_map.prose.letters import letters_of
from statement_map.prose.lexicon import EndingsLexicon
from statement_map.prose.text import build_source, detect_language
from statement_map.toponyms import PlaceFinder
from tests.drafting.measuring import outlines, world
from tests.toponyms.test_places import find

NEAR_KM = 15


@pytest.mark.parametrize(
    ("name", "expected"),
    # as the Ukrainian government's rules of 2010 have them among their examples
    [
        ("Алушта", "alushta"), ("Борщагівка", "borshchahivka"), ("Вінниця", "vinnytsia"),
        ("Гадяч", "hadiach"), ("Ґалаґан", "galagan"), ("Єнакієве", "yenakiieve"),
        ("Згорани", "zghorany"), ("Їжакевич", "yizhakevych"), ("Йосипівка", "yosypivka"),
        ("Щербухи", "shcherbukhy"), ("Юрій", "yurii"), ("Яготин", "yahotyn"),
    ],
)  # fmt: skip
def test_letters(name: str, expected: str) -> None:
    assert letters_of("uk").in_latin(name) == expected
    assert letters_of("pl").in_latin("Łódź") == "łódź"


@pytest.mark.parametrize(
    ("text", "phrase", "at"),
    [
        ("У Дрогобичі вітер зірвав дах.", "У Дрогобичі", (49.35, 23.51)),
        ("Поїзд їде з Харкова.", "з Харкова", (49.98, 36.25)),
        ("Люди пішли до Заліщиків.", "до Заліщиків", (48.64, 25.74)),
        ("Вантажівки прибули з Варшави.", "з Варшави", (52.23, 21.01)),
        ("Військо взяло Чернівці.", "Чернівці", (48.29, 25.93)),
        ("Місто Маріуполь оточили.", "Місто Маріуполь", (47.1, 37.55)),
    ],
)
def test_towns(text: str, phrase: str, at: tuple[float, float]) -> None:
    (mark,) = find(text, "uk")
    assert mark.phrase == phrase
    assert distance_km((mark.candidates[0].lat, mark.candidates[0].lon), at) < NEAR_KM


@pytest.mark.parametrize(
    ("text", "boundary"),
    [
        ("У Київській області йшов дощ.", "UA-32"),
        ("У Львівській області йшов дощ.", "UA-46"),
        ("У Румунії йшов дощ.", "RO"),
        ("Він поїхав до Польщі.", "PL"),
    ],
)
def test_regions_and_countries(text: str, boundary: str) -> None:
    (mark,) = find(text, "uk")
    assert mark.candidates[0].boundary == boundary


@pytest.mark.parametrize(
    "text", ["Уряд Польщі заявив, що допоможе.", "Тарас Шевченко сказав це.", "Прийшли німці."]
)
def test_no_place(text: str) -> None:
    assert find(text, "uk") == ()


def test_without_the_dictionary_the_endings_do() -> None:
    lexicon = EndingsLexicon(endings_of("uk"), letters_of("uk"))
    finder = PlaceFinder("uk", lexicon, world(), outlines())
    text = "Поїзд їде з Харкова до Ужгорода."
    marks = finder.find(list(build_source("text.txt", text, "uk").sentences()))
    assert [it.candidates[0].name for it in marks] == ["Kharkiv", "Uzhhorod"]


def test_it_says_so_without_the_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_without_dictionary("uk")
    monkeypatch.setattr(vesum, "open_analyser", lambda: None)
    assert is_without_dictionary("uk")


@pytest.mark.parametrize(
    "text",
    [
        "В январе 2022 года в Алматы начались протесты, и на площади было много людей.",
        "У студзені 2022 года ў Алматы пачаліся пратэсты, і на плошчы было шмат людзей.",
        "През януари 2022 година в Алмати започнаха протести, на площада имаше много хора.",
        "У јануару 2022. године у Алматију су почели протести, на тргу је било много људи.",
    ],
)
def test_its_neighbours_are_not_taken_for_it(text: str) -> None:
    assert detect_language(text) is None


def test_a_draft() -> None:
    text = "У Дрогобичі 5 січня 2022 року вітер зірвав дах.\n\nНаступного дня рух відновили."
    assert detect_language(text) == "uk"
    proposal = draft(build_source("text.txt", text), outlines(), world=world())
    assert [str(it.when) for it in proposal.events] == ["2022-01-05", "2022-01-06"]
    assert proposal.events[0].title.read("uk") == "У Дрогобичі вітер зірвав дах"
    (place,) = proposal.places
    assert place.names.root == {"en": "Drohobych", "pl": "Drohobych", "uk": "Дрогобич"}
