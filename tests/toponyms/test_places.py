"""Names that are places, and names that are not."""

import pytest

from statement_map.geocoding.outlines import distance_km
from statement_map.model import Confidence, PlaceKind
from statement_map.prose.dictionaries import open_lexicon
from statement_map.prose.endings import endings_of
from statement_map.prose.text import build_source
from statement_map.toponyms import PlaceFinder, PlaceMark
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
        ("Warszawa, 5 maja 2021 r. – padało.", "Warszawa", "Warsaw"),
        ("LIMA, 5 maja 2021 r. – padało.", "LIMA", "Lima"),
        ("Mieszkał w Łódzkiem.", "w Łódzkiem", "Łódź Voivodeship"),
        ("Mieszkał w Kieleckiem.", "w Kieleckiem", "Kieleckie"),
        ("Przybył ze Śląska.", "ze Śląska", "Silesia"),
        ("Mieszkał nad Sanem.", "nad Sanem", "San River"),
        ("Mieszkał nad rzeką Dobrzynką.", "nad rzeką Dobrzynką", "rzeką Dobrzynką"),
        ("Mieszkał nad jeziorem Bajkał.", "nad jeziorem Bajkał", "Lake Baikal"),
        ("Mieszkał nad morzem Marmara.", "nad morzem Marmara", "Sea of Marmara"),
        ("Mieszkał przy ul. Zawadzkiej.", "przy ul. Zawadzkiej", "ul. Zawadzkiej"),
        ("Urodził się w Baranowiczach.", "w Baranowiczach", "Baranovichi"),
        ("Padało w południowo-wschodniej Turcji.", "w południowo-wschodniej Turcji",
         "The south-east of Turkey"),
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
        ("BEIRA, 5 May 2021. It rained.", "Beira", "MZ"),
        ("Ships left the Sea of Marmara.", "Sea of Marmara", None),
        ("It rained on the Tana for days.", "Tana River", "KE"),
        ("It rained in Atlanta, Georgia.", "Atlanta", "US"),
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
        ("pl", "Polska grupa wyleciała, a Polski rząd milczał."),
        ("pl", "Wojsko Polskie stało."),
        ("pl", "Rządy Chile, Ekwadoru i Brazylii milczały."),
        ("pl", "Minister Piotr Kalisz mówił, a zdaniem Kalisza padało."),
        ("pl", "Most się zawalił, a Rada Ministrów milczała."),
        ("en", "The President of Poland spoke."),
        ("en", "He took over from Florence Lansing."),
        ("en", "The Grand Valley Railway closed."),
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
    assert [(mark.phrase, mark.name) for mark in marks] == [("W całym kraju", "Kazakhstan")]
    assert find("W całym kraju zamknięto szkoły.", "pl") == ()


def test_a_town_is_the_one_near_the_others() -> None:
    text = "They came from Hamilton, Ontario, and went to London. It rained in Paris and Brantford."
    found = [(mark.name, mark.candidates[0].country) for mark in find(text, "en")]
    assert found == [
        *(("Hamilton", "CA"), ("Ontario", "CA"), ("London", "CA")),
        *(("Paris", "CA"), ("Brantford", "CA")),
    ]


def test_a_country_and_the_state_of_that_name() -> None:
    text = "Rain fell in Chicago and Detroit. It reached Georgia."
    assert find(text, "en")[-1].candidates[0].country == "US"
    text = "Rain fell in Tbilisi. It reached Georgia."
    assert find(text, "en")[-1].candidates[0].country == "GE"


def test_lists_before_and_behind_the_word_for_them() -> None:
    marks = find("Padało w województwach lubelskim i podkarpackim.", "pl")
    assert [mark.name for mark in marks] == ["Lublin Voivodeship", "Podkarpackie Voivodeship"]
    marks = find("It rained in Zambezia and Tete provinces, on the Foo and Quux rivers.", "en")
    assert [mark.name for mark in marks] == ["Zambezia", "Tete", "Foo", "Quux rivers"]


def test_a_building_has_no_point_but_its_city() -> None:
    square, city = find("They met on Independence Square in Kyiv.", "en")
    assert (square.kind, square.candidates, square.within) == (PlaceKind.SITE, (), city.key)


@pytest.mark.parametrize(
    ("text", "language", "name", "country"),
    [
        ("Drewno spławiano do Wisły.", "pl", "Vistula", None),  # and not the town Wisła
        ("Zamieszkał w Wiśle.", "pl", "Wisła", "PL"),
        ("Popłynęli na Teneryfę.", "pl", "Tenerife", "ES"),
        ("Padało w Prusach Wschodnich.", "pl", "East Prussia", None),
        ("Burza przeszła nad Hiszpanią i Bałkanami.", "pl", "Balkans", None),
        ("Śpiewały zespoły ze Lwowa, Koszyc i Ostrawy.", "pl", "Košice", "SK"),
        ("They drove to Mutare along the Pungwe.", "en", "Pungwe", None),
        ("They lived in Bristol, on the Severn.", "en", "Severn", "GB"),
        ("They camped in the Ötztal Alps.", "en", "Ötztal Alps", None),
        ("A peak on South Georgia is called so.", "en", "South Georgia", None),
        ("They sailed to the Gulf of Carpentaria.", "en", "Gulf of Carpentaria", "AU"),
        ("He was born in County Galway.", "en", "Galway", "IE"),
        ("They reached Swan Hill, in Australia.", "en", "Swan Hill", "AU"),
        ("Rain fell in western Queensland.", "en", "The west of Queensland", "AU"),
        ("Okręt minął przylądek Horn.", "pl", "Cape Horn", "CL"),
        ("It rained in the Democratic Republic of the Congo.", "en", "Congo - Kinshasa", "CD"),
    ],
)
def test_seas_rivers_and_towns_are_told_apart(
    text: str, language: str, name: str, country: str | None
) -> None:
    found = {(mark.name, mark.candidates[0].country) for mark in find(text, language)}
    assert (name, country) in found


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("They walked along the Quistra for a day.", "along the Quistra"),
        ("The road leads from Cardiff to Quistrop.", "to Quistrop"),
        ("Boats lay off Quistrop.", "off Quistrop"),
    ],
)
def test_what_no_table_has_is_known_by_the_words_before_it(text: str, phrase: str) -> None:
    mark = find(text, "en")[-1]
    assert (mark.phrase, mark.candidates) == (phrase, ())


def test_the_side_of_a_region_lies_in_it() -> None:
    (whole,), (part,) = find("Rain fell in Queensland.", "en"), find("In eastern Queensland.", "en")
    (region, *_), (side,) = whole.candidates, part.candidates
    assert region.radius_km
    assert side.lon > region.lon
    assert distance_km((region.lat, region.lon), (side.lat, side.lon)) < region.radius_km


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Niemcy spędzili mieszkańców na rynek.", "pl"),
        ("Przewodniczący komitetu, Javier Segovia, mówił długo.", "pl"),
        ("Stanął tam pomnik Czarnieckiego.", "pl"),
        ("Koszty pokryje zarząd województwa świętokrzyskiego.", "pl"),
        ("The ambassadors of Mexico and Argentina were summoned.", "en"),
        ("Japan has exercised rights since 1996.", "en"),
        ("Zambia, which depended on the line, protested.", "en"),
        ("She looked over the Bible.", "en"),
        ("A bank inside Japan's economic zone was fished.", "en"),
        ("The Zimbabwe Red Cross runs a centre.", "en"),
        ("Warnings were broadcast in Korean.", "en"),
    ],
)
def test_who_acts_and_what_is_called_after_a_place_is_none(text: str, language: str) -> None:
    assert find(text, language) == ()


def test_what_is_done_to_a_country_is_done_there() -> None:
    (mark,) = find("Kazachstan został napadnięty.", "pl")
    assert mark.name == "Kazakhstan"


def test_north_of_a_place_is_not_in_it() -> None:
    (mark,) = find("The boat sank north of Iceland.", "en")
    assert mark.name == "Iceland"


def test_a_small_town_is_one_of_a_country_that_the_text_is_about() -> None:
    text = "They drove to Naramata."
    assert find(text, "en") == ()
    (_, town) = find(f"It rained in Canada. {text}", "en")
    assert (town.name, town.candidates[0].country) == ("Naramata", "CA")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Most stoi w Tarnobrzegu. Przeprawa jest w Nagnajowie.", "Nagnajów"),
        ("Kościół stoi w Tykocinie. Bociany są w Pentowie.", "Pentowo"),
    ],
)
def test_a_village_that_no_table_has_is_in_the_nominative(text: str, name: str) -> None:
    (_, village) = find(text, "pl")
    assert (village.name, village.candidates) == (name, ())


@pytest.mark.parametrize(
    ("word", "preposition", "is_north", "name"),
    [
        ("Nagnajowie", "w", False, "Nagnajów"),
        ("Pentowie", "w", True, "Pentowo"),
        ("Qwartówką", "nad", False, "Qwartówka"),
        ("Qwarzowic", "do", False, "Qwarzowice"),
        ("Qwarciny", "z", False, "Qwarcina"),
        ("Qwarkach", "w", False, "Qwarki"),
    ],
)
def test_villages_are_declined(word: str, preposition: str, is_north: bool, name: str) -> None:
    assert endings_of("pl").villages(word, preposition, is_north=is_north)[0] == name


def test_a_forest_that_no_table_has() -> None:
    (mark,) = find("It rained in the Dadia forest.", "en")
    assert (mark.name, mark.kind, mark.candidates) == ("Dadia forest", PlaceKind.SITE, ())


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


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # words for a kind are no names
        ("en", "Shells fell south of Luhansk City and north of Poltava City.", "Luhansk Poltava"),
        ("en", "Troops advanced in northern Poltava Oblast.", "The north of Poltava"),
        ("en", "The City was quiet, and so was the County.", ""),
        # behind the dash of a dateline the report starts
        ("en", "MARDAN, PAKISTAN - Soldiers dug through the rubble.", "Mardan Pakistan"),
        ("en", "LEEDS, England – Firemen came at noon.", "Leeds England"),
        # organisations, peoples, persons
        ("en", "The Northern Ireland Housing Trust met.", ""),
        ("en", "The Kenya Farmers Association met, and the Chad Relief Fund.", ""),
        ("pl", "Radio wzywało: „Walczcie przeciwko Niemcom i Węgrom”.", ""),
        ("pl", "2. Armia Wojska Polskiego zbliżała się do Budziszyna.", "Bautzen"),
        ("pl", "Zawarto umowę pomiędzy Stalinem a rządem.", ""),
        ("en", "Prince Albert came. Mary was baptised.", ""),
        # words that are towns somewhere
        ("en", "Reading of the minutes followed. The Union fought. The March was cold.", ""),
        ("en", "The Western press wrote of Annex 2 and of Liberal members.", ""),
        ("en", "He was born in Reading, near London.", "Reading London"),
        # what stands around a town
        ("en", "Fighting went on in western Kupyansk and in the Kupyansk direction.",
         "Kupyansk Kupyansk"),
        ("en", "They fought in the Vovchansk sector.", "Vovchansk"),
        # regions by their adjectives, counties, abbreviations
        ("pl", "Straty są w woj. kujawsko-pomorskim.", "Kuyavian-Pomeranian Voivodeship"),
        ("pl", "Wichura objęła województwo lubelskie, warmińsko-mazurskie i pomorskie.",
         "Lublin Voivodeship Warmian-Masurian Voivodeship Pomeranian Voivodeship"),
        ("pl", "Ucierpiały powiaty: kartuski, bytowski i tucholski.",
         "powiat kartuski powiat bytowski powiat tucholski"),
        ("en", "A rally was held in Co Kilkenny.", "Kilkenny"),
        # names of two words, and those that stay in the nominative
        ("pl", "Strajk objął hutę w Bieruniu Starym.", "Bieruń"),
        ("pl", "Drzewo spadło na dom w miejscowości Borki.", "Borki"),
        ("pl", "W Małych Rudawkach zginął człowiek.", "Małe Rudawki"),
        ("en", "Fighting went on near Vovchansk, Stara Vyshnia, Lypivka and Chuhuiv.",
         "Vovchansk Stara Vyshnia Lypivka Chuhuiv"),
    ],
)  # fmt: skip
def test_what_is_named_and_what_is_not(language: str, text: str, expected: str) -> None:
    assert " ".join(mark.name for mark in find(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("They met in Long Beach, CA.", "CA"),
        ("They met in Fresno, CA, and left.", "CA"),
        ("They met in Springfield, IL.", "IL"),
        ("They met in Columbus, Ga. and left.", "GA"),
        ("They met in Portland, ME.", "ME"),
        ("They met in Vancouver, WA.", "WA"),
    ],
)
def test_the_postal_abbreviation_of_a_state(text: str, region: str) -> None:
    (mark,) = find(text, "en")
    states = {"CA": (32, 42), "IL": (37, 42.5), "GA": (30, 35), "ME": (43, 47.5), "WA": (45.5, 49)}
    south, north = states[region]
    assert south < mark.candidates[0].lat < north
    assert mark.candidates[0].country == "US"
    assert "its region or country is named right behind it" in mark.reasons[mark.candidates[0]]


def test_a_namesake_outside_the_region_of_its_sentence_is_none() -> None:
    marks = find("Troops attacked in Sumy Oblast near Oleksiivka and Andriivka.", "en")
    assert [it.name for it in marks] == ["Sumy", "Oleksiivka", "Andriivka"]
    for mark in marks[1:]:  # several in the oblast, so that it is open; larger ones 600 km away
        assert all(50 < it.lat < 52.4 and 32.9 < it.lon < 35.7 for it in mark.candidates)
        assert mark.confidence is Confidence.NONE
    marks = find("Most stoi w województwie lubelskim, w Puławach, i dalej w Warszawie.", "pl")
    assert [bool(it.candidates) for it in marks] == [True, True, True]


@pytest.mark.parametrize(
    ("language", "text", "phrase", "at"),
    [
        # Points from Wikipedia. Of three called Kłodno one is in the county of Kartuzy.
        ("pl", "Zginęli w Kłodnie koło Kartuz.", "w Kłodnie", (54.21, 17.75)),
        ("pl", "Z Olsztynka ruszono pod Stębark. Obóz był w Łodwigowie.", "Łodwigowie",
         (53.46, 20.11)),
        # a town of the name is in Poland, 950 km away
        ("pl", "W Chersoniu słychać strzały. Walki trwają w Krynkach.", "w Krynkach",
         (46.74, 33.1)),
        # Polish names of towns in Ukraine and Russia
        ("pl", "Walki trwają pod Kupiańskiem, w rejonie Synkiwki.", "Synkiwki", (49.77, 37.67)),
        ("pl", "Statek stoi w Roslakowie koło Murmańska.", "w Roslakowie", (69.06, 33.2)),
        ("en", "Shells fell near Kupiansk and Synkivka.", "Synkivka", (49.77, 37.67)),
    ],
)  # fmt: skip
def test_a_village_where_the_text_is(
    language: str, text: str, phrase: str, at: tuple[float, float]
) -> None:
    mark = next(it for it in find(text, language) if phrase in it.phrase)
    best = mark.candidates[0]
    assert distance_km((best.lat, best.lon), at) < 10


def test_a_county_of_poland_is_a_circle_around_its_seat() -> None:
    # Seats by Wikipedia: Kartuzy, Bytów, Tuchola
    seats = [(54.33, 18.20), (54.17, 17.49), (53.59, 17.86)]
    marks = find("Ucierpiały powiaty: kartuski, bytowski i tucholski.", "pl")
    for mark, seat in zip(marks, seats, strict=True):
        (county,) = mark.candidates
        assert mark.kind is PlaceKind.REGION
        assert county.radius_km
        assert distance_km((county.lat, county.lon), seat) < county.radius_km


def test_what_is_next_to_a_town_is_there() -> None:
    marks = find("Spłonął skład we Włochach k. Warszawy.", "pl")
    assert [it.name for it in marks] == ["Włochy", "Warsaw"]
    (village,) = marks[0].candidates  # the district, and not Italy
    assert distance_km((village.lat, village.lon), (52.19, 20.93)) < 5


@pytest.mark.parametrize(
    ("text", "phrase", "at"),
    [
        # Points from Wikipedia. The tables' only or largest town of the name is elsewhere.
        ("Padało w Zagórzu w powiecie kutnowskim.", "w powiecie kutnowskim", (52.23, 19.36)),
        ("Wichura przeszła przez Brzeziny w powiecie kaliskim.", "Brzeziny", (51.62, 18.25)),
        ("Paliło się w Jasieniu w gminie Brzesko.", "w Jasieniu", (49.97, 20.58)),
        ("Paliło się w Dąbrowie, gm. Mogilno.", "w Dąbrowie", (52.75, 17.95)),
        ("W nadleśnictwie Brzegi Dolne koło Ustrzyk Dolnych padało.", "Brzegi Dolne",
         (49.45, 22.62)),
    ],
)  # fmt: skip
def test_the_commune_or_county_beside_a_name_decides(
    text: str, phrase: str, at: tuple[float, float]
) -> None:
    mark = next(it for it in find(text, "pl") if phrase in it.phrase)
    best = mark.candidates[0]
    assert distance_km((best.lat, best.lon), at) < 10


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It burned at Hollywood near Holywood in Ulster.", "en"),
        ("She was born at Memphis, near Penzance.", "en"),
        ("Paliło się w Gołkowicach, gmina Stary Sącz.", "pl"),
    ],
)
def test_a_namesake_far_from_what_it_is_next_to_is_for_review(text: str, language: str) -> None:
    mark = find(text, language)[0]
    assert mark.candidates == ()
    assert mark.rejected


@pytest.mark.parametrize(
    "text",
    [
        "An engine broke at Siberia colliery near Barnsley.",
        "The Sahara mine near Barnsley was closed.",
        "Stone came from the Crimea quarry near Barnsley.",
    ],
)
def test_a_mine_called_like_a_land_is_not_there(text: str) -> None:
    mark = find(text, "en")[0]
    assert (mark.kind, mark.candidates) == (PlaceKind.SITE, ())
