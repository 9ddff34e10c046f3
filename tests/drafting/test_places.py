"""Names that are places, and names that are not."""

import pytest

from statement_map.drafting.lexicon import open_lexicon
from statement_map.drafting.places import PlaceFinder, PlaceMark
from statement_map.drafting.text import build_source
from statement_map.model import Confidence, PlaceKind
from tests.drafting.measuring import outlines, world


def find(text: str, language: str) -> tuple[PlaceMark, ...]:
    source = build_source("text.txt", text, language)
    finder = PlaceFinder(language, open_lexicon(language), world(), outlines())
    return finder.find(list(source.sentences()))


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Samolot wylądował w Szymkencie.", "w Szymkencie", "Shymkent"),
        ("Mieszkał w Nowym Sączu.", "w Nowym Sączu", "Nowy Sącz"),
        ("Pojechał do Bielska-Białej.", "do Bielska-Białej", "Bielsko-Biala"),
        ("Wrócił z Helsinek.", "z Helsinek", "Helsinki"),
        ("Uciekli do Stanów Zjednoczonych.", "do Stanów Zjednoczonych", "United States"),
        ("Stało się to w mieście Ałmaty.", "w mieście Ałmaty", "Almaty"),
        ("Strajk w obwodzie mangystauskim trwał.", "w obwodzie mangystauskim", "Mangystau Region"),
        ("Walki w obwodzie donieckim trwały.", "w obwodzie donieckim", "Donetsk"),
        ("Pożar w województwie mazowieckim.", "w województwie mazowieckim", "Masovian Voivodeship"),
        ("Mieszkał nad Wisłą.", "nad Wisłą", "Vistula"),
        ("Walki na wschodzie Ukrainy.", "na wschodzie Ukrainy", "The east of Ukraine"),
        ("Protesty w zachodnim Kazachstanie.", "w zachodnim Kazachstanie",
         "The west of Kazakhstan"),
        ("Zajęto międzynarodowe lotnisko Ałmaty.", "międzynarodowe lotnisko Ałmaty",
         "Almaty International Airport"),
        ("Wyjechał do RFN.", "do RFN", "West Germany"),
    ],
)  # fmt: skip
def test_polish(text: str, phrase: str, name: str) -> None:
    (mark,) = find(text, "pl")
    assert (mark.phrase, mark.name) == (phrase, name)
    assert text[mark.start : mark.stop] == phrase


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("It happened in Kyiv.", "Kyiv", "UA"),
        ("He lived in Springfield, Illinois.", "Springfield", "US"),
        ("He studied in Manchester, England.", "Manchester", "GB"),
        ("They met in the Czech Republic.", "Czechia", "CZ"),
        ("Fighting in eastern Ukraine went on.", "The east of Ukraine", "UA"),
        ("Ships left the Baltic Sea.", "Baltic Sea", None),
        ("Shelling hit the Gaza Strip.", "Gaza Strip", "PS"),
    ],
)
def test_english(text: str, name: str, country: str | None) -> None:
    mark = find(text, "en")[0]
    assert mark.name == name
    assert mark.candidates[0].country == country


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Prezydent Kazachstanu przemówił."),
        ("pl", "Konstytucja Republiki Kazachstanu obowiązuje."),
        ("pl", "Generał Lublin rozmawiał z Janem Krakowskim."),
        ("pl", "Anna Warszawa śpiewała."),
        ("pl", "Prokuratury i komendy policji we wszystkich większych miastach zajęto."),
        ("pl", "Most się zawalił, a Rada Ministrów milczała."),
        ("en", "The President of Poland spoke."),
        ("en", "Ukraine's foreign ministry answered."),
        ("en", "Captain Paris met Jack London."),
        ("en", "Maria London sang, and London danced."),
        ("en", "The Treaty of Versailles was signed."),
        ("en", "Most people read, and reading is nice."),
        ("en", "Police stations in all larger cities were seized."),
    ],
)
def test_what_is_no_place(language: str, text: str) -> None:
    assert find(text, language) == ()


def test_a_surname_and_the_place_of_that_name_are_told_apart() -> None:
    marks = find("Anna Tarnów pracuje w Tarnowie. Tarnów dodała, że wróci do Krakowa.", "pl")
    assert [mark.phrase for mark in marks] == ["w Tarnowie", "do Krakowa"]


def test_an_ambiguous_town_has_candidates_and_little_confidence() -> None:
    (mark,) = find("The storm reached Springfield.", "en")
    assert mark.confidence is Confidence.LOW
    assert len({it.source_id for it in mark.candidates}) > 2
    (mark,) = find("The storm reached Warsaw.", "en")
    assert mark.confidence is Confidence.HIGH
    assert mark.candidates[0].country == "PL"


def test_a_place_named_before_is_meant_again() -> None:
    first, _, again = find("In Springfield, Ohio, it rained. Springfield was flooded.", "en")
    assert again.key == first.key


def test_a_list_of_cities_is_no_address() -> None:
    marks = find("They called from Washington, London and Berlin.", "en")
    assert [mark.candidates[0].country for mark in marks] == ["US", "GB", "DE"]


def test_the_country_that_a_text_is_about() -> None:
    marks = find("Kazachstan ogłosił żałobę. W całym kraju zamknięto szkoły.", "pl")
    assert [(mark.phrase, mark.name) for mark in marks] == [
        ("Kazachstan", "Kazakhstan"),
        ("W całym kraju", "Kazakhstan"),
    ]
    assert find("W całym kraju zamknięto szkoły.", "pl") == ()


def test_a_building_has_no_point_but_its_city() -> None:
    square, city = find("They met on Independence Square in Kyiv.", "en")
    assert (square.kind, square.candidates, square.within) == (PlaceKind.SITE, (), city.key)


def test_a_village_that_no_table_has() -> None:
    (mark,) = find("The village of Qwertyuiop burned.", "en")
    assert (mark.kind, mark.candidates, mark.confidence) == (
        *(PlaceKind.CITY, ()),
        Confidence.NONE,
    )


@pytest.mark.parametrize(("side", "compass"), [("zachodzie", (0, -1)), ("północy", (1, 0))])
def test_a_part_of_a_country_lies_in_it_and_on_its_side(
    side: str, compass: tuple[int, int]
) -> None:
    (mark,) = find(f"Padało na {side} Kazachstanu.", "pl")
    (part,) = mark.candidates
    kazakhstan = outlines()["KZ"]
    assert kazakhstan.outside_km(part.lat, part.lon) == 0
    assert part.boundary is None
    assert (part.lat - kazakhstan.lat) * compass[0] + (part.lon - kazakhstan.lon) * compass[1] > 0
