"""Names that only the table of settlements can settle, and names that are no places.

Positions are those of an atlas, rounded to a tenth of a degree.
"""

import pytest

from statement_map.geocoding.outlines import distance_km
from statement_map.model import Confidence
from tests.toponyms.test_places import find

NEAR_KM = 15


@pytest.mark.parametrize(
    ("text", "phrase", "at"),
    [
        # a village beside a town, though its name is a surname or a word too
        ("Niemcy spalili wieś Sochy koło Zwierzyńca.", "wieś Sochy", (50.58, 22.95)),
        ("W Siemiatyczach czekano na ludzi z Tonkiel.", "z Tonkiel", (52.41, 22.57)),
        ("Z Hajnówki szli do Narewki i Dubin.", "Dubin", (52.7, 23.6)),
        # half of a name, where the whole is near
        ("Z Siemiatycz wyruszył oddział z Bielska.", "z Bielska", (52.77, 23.19)),
        ("Z Wałbrzycha jechali do Polanicy.", "do Polanicy", (50.41, 16.51)),
        ("Z Koszalina jechali do Połczyna.", "do Połczyna", (53.76, 16.1)),
        # both words of a village, where one of them is a place elsewhere
        ("W miejscowości Góra Siewierska koło Będzina.", "W miejscowości Góra Siewierska",
         (50.4, 19.0)),
        # other names of a town
        ("Z Buchary jechali do Szachrisabzu.", "do Szachrisabzu", (39.06, 66.83)),
        ("Pociąg ze Lwowa stanął w Zaleszczykach.", "w Zaleszczykach", (48.64, 25.74)),
        # what one does to a town, without a preposition
        ("Rosjanie zdobyli Borysów.", "Borysów", (54.23, 28.5)),
        ("Powstańcy opuścili Kraków.", "Kraków", (50.06, 19.94)),
        ("Wojska zajęły Tarnów.", "Tarnów", (50.01, 20.99)),
    ],
)  # fmt: skip
def test_polish(text: str, phrase: str, at: tuple[float, float]) -> None:
    _is_at(text, "pl", phrase, at)


@pytest.mark.parametrize(
    ("text", "phrase", "at"),
    [
        # other names of a town, and namesakes that are near
        ("The ferry left Manila for Legazpi.", "for Legazpi", (13.14, 123.74)),
        ("They sailed from Madras to Tranquebar.", "to Tranquebar", (11.03, 79.85)),
        ("Ships lay between Ceylon and Batavia.", "Batavia", (-6.2, 106.8)),
        # a country that only acts makes no town of it likelier
        ("The ambassadors of the United States met in Geneva.", "in Geneva", (46.2, 6.1)),
        # a name behind a preposition is no person's because of the next one
        ("In Alexandria Nasser spoke; in Cairo he rested.", "In Alexandria", (31.2, 29.9)),
        # a head of a report is a town, whatever its last word is
        ("Hay River, N.W.T.: Crews came from all over Canada.", "Hay River", (60.82, -115.79)),
    ],
)
def test_english(text: str, phrase: str, at: tuple[float, float]) -> None:
    _is_at(text, "en", phrase, at)


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("Do miasta wkraczają Niemcy.", "pl", "Niemcy"),
        ("Po tygodniu byli tu znów Niemcy.", "pl", "Niemcy"),
        ("W Lublinie zebrali się Węgrzy, a z nimi Włosi.", "pl", "Włosi"),
        ("Poszli w Krakowie do Wójcika.", "pl", "Wójcika"),
        ("Near Geneva Mary Shelley began her novel.", "en", "Mary"),
        ("Israel hands over Gaza.", "en", "Israel"),
        ("Outlook: The drought goes on in Kenya.", "en", "Outlook"),
    ],
)
def test_no_place(text: str, language: str, word: str) -> None:
    assert not [it for it in find(text, language) if word in it.phrase]


@pytest.mark.parametrize(
    "text", ["The quake hit Mubende District.", "Cases were found in Nwoya District."]
)
def test_a_district_has_a_circle(text: str) -> None:
    (mark,) = find(f"The Ministry of Health of Uganda told this. {text}", "en")
    assert mark.candidates[0].country == "UG"
    assert (mark.candidates[0].radius_km or 0) >= 15


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("In 1852 a fire broke out at Truro.", True),  # of Cornwall or of Nova Scotia
        ("In 1852 a fire broke out at Truro in Cornwall.", False),
        ("In 1852 a fire broke out at Falmouth, and a mine at Truro was flooded.", True),
        ("In 1852 a fire broke out at Manchester.", False),  # so large that it is meant
    ],
)
def test_a_small_town_with_likely_namesakes_is_open(text: str, is_open: bool) -> None:
    mark = find(text, "en")[-1 if "mine" in text else 0]
    assert len(mark.candidates) > 1
    assert (mark.confidence is Confidence.NONE) is is_open


@pytest.mark.parametrize(
    ("text", "phrase", "is_open"),
    [
        # A town of 1 700 people, and thirteen villages.
        ("W Szczecinie padał śnieg. Strażacy wyjechali do Kuźnicy.", "do Kuźnicy", True),
        ("W Szczecinie padał śnieg. Strażacy z Puław wyjechali rano.", "z Puław", False),
        ("W Opolu padał śnieg. Strażacy wyjechali do Nowego Dworu.", "do Nowego Dworu", True),
    ],
)
def test_a_small_town_is_open_where_its_namesakes_outweigh_it(
    text: str, phrase: str, is_open: bool
) -> None:
    (mark,) = (it for it in find(text, "pl") if it.phrase == phrase)
    assert (mark.confidence is Confidence.NONE) is is_open


def test_a_village_beside_its_town_is_meant_before_a_city_abroad() -> None:
    _is_at("W Żninie zbudowano kolejkę. Kończy bieg w Wenecji.", "pl", "w Wenecji", (52.81, 17.76))


@pytest.mark.parametrize(
    ("language", "text", "phrase", "at"),
    [
        # Häme in Finland is written otherwise.
        (
            "pl",
            "W Syrii wojsko stoi pod Himsem i na przedmieściach Hamy.",
            "na przedmieściach Hamy",
            (35.13, 36.76),
        ),
        ("en", "The ship sailed from Norfolk, Va., on 3 May.", "from Norfolk", (36.85, -76.29)),
        # a quarter of the city of its paragraph
        ("pl", "W Warszawie rusza druga linia, z Woli pod rzeką.", "z Woli", (52.24, 20.96)),
        ("pl", "W Warszawie rusza druga linia, pod rzeką na Pragę.", "na Pragę", (52.25, 21.04)),
    ],
)
def test_what_stands_beside_a_name_tells_which_is_meant(
    language: str, text: str, phrase: str, at: tuple[float, float]
) -> None:
    _is_at(text, language, phrase, at)


def _is_at(text: str, language: str, phrase: str, at: tuple[float, float]) -> None:
    (mark,) = (it for it in find(text, language) if it.phrase == phrase)
    best = mark.candidates[0]
    assert distance_km((best.lat, best.lon), at) < NEAR_KM
