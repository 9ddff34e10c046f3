"""What the offline geocoder finds, and what it does not."""

import unicodedata
from collections.abc import Callable
from typing import Literal

import pytest
from babel import Locale
from geopy.exc import GeocoderUnavailable
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from hypothesis import given, settings
from hypothesis import strategies as st

from statement_map.files.folder import open_outlines
from statement_map.geocoding.entries import LANGUAGES, city_entries
from statement_map.geocoding.gazetteer import Gazetteer
from statement_map.geocoding.outlines import build_areas
from statement_map.model import Atlas, PlaceKind
from statement_map.reading import read_atlas
from tests.conftest import ROOT
from tests.geocoding.conftest import BOUNDARIES

OUTLINES = build_areas(open_outlines(BOUNDARIES))

# Of all that the text says of places, what names one, and where that is.
PHRASES = {
    "w Polsce": "PL",
    "w obwodzie Mangistauskim": "KZ-MAN",
    "w mieście Ałmaty": "geonames:1526384; wikidata:Q35493",
    "międzynarodowe lotnisko Ałmaty": "iata:ALA; icao:UAAA",
    "w Kazachstanie": "KZ",
    "do Kazachstanu": "KZ",
    "na terytorium Kazachstanu": "KZ",
}


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return read_atlas(ROOT / "data")


def find(gazetteer: Gazetteer, query: str) -> list[str]:
    """The ids of what is found: that of the outline if there is one."""
    locations = gazetteer.geocode(query, exactly_one=False) or []
    return [location.raw["boundary"] or location.raw["source_id"] for location in locations]


def test_the_phrases_of_the_text(gazetteer: Gazetteer, atlas: Atlas) -> None:
    mentions = [*atlas.statement.places, *(m for event in atlas.events for m in event.places)]
    expected = {mention.phrase: PHRASES.get(mention.phrase) for mention in mentions}
    assert expected.keys() >= PHRASES.keys()
    for phrase, id_ in expected.items():
        assert find(gazetteer, phrase) == ([id_] if id_ else []), phrase
    for mention in mentions:
        if mention.phrase in PHRASES:
            place = atlas.places[mention.id]
            assert PHRASES[mention.phrase] in (*place.boundary, place.source_id)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("Kazachstan", ["KZ"]),
        ("Қазақстан", ["KZ"]),
        ("Казахстан", ["KZ"]),
        ("Republika Kazachstanu", ["KZ"]),
        ("Белоруссия", []),
        ("Беларусь", ["BY"]),
        ("Türkiye", ["TR"]),
        ("Turkey", ["TR"]),
        ("Mangystau", ["KZ-MAN"]),
        ("Obwód mangystauski", ["KZ-MAN"]),
        ("Obwód mangistauski", ["KZ-MAN"]),
        ("Мангистауская область", ["KZ-MAN"]),
        ("Маңғыстау облысы", ["KZ-MAN"]),
        ("Мангыстау облысы", ["KZ-MAN"]),
        ("Алма-Ата", ["geonames:1526384; wikidata:Q35493"]),
        ("Ałmaty", ["KZ-ALM", "geonames:1526384; wikidata:Q35493"]),
        ("Almaty Region", ["KZ-ALM"]),
        ("город Алматы", ["geonames:1526384; wikidata:Q35493"]),
        ("w Warszawie", ["geonames:756135"]),
        ("ALA", ["iata:ALA; icao:UAAA"]),
        ("uaaa", ["iata:ALA; icao:UAAA"]),
        ("Almaty International Airport", ["iata:ALA; icao:UAAA"]),
        ("Алматы халықаралық әуежайы", ["iata:ALA; icao:UAAA"]),
        ("Международный аэропорт Алматы", ["iata:ALA; icao:UAAA"]),
        ("lotnisko w Warszawie", ["iata:WMI; icao:EPMO", "iata:WAW; icao:EPWA"]),
        ("Aktau", ["geonames:610612", "geonames:1526269", "geonames:1526601"]),
        # The letters are also an airport's, so it is for the place's kind and parent to tell.
        ("MSZ", ["iata:MSZ; icao:FNMO"]),
        # The west of the country, whichever way it is said, is not the region of that name.
        ("Zachodni Kazachstan", []),
        ("zachodni Kazachstan", []),
        ("w zachodnim Kazachstanie", []),
        ("West Kazakhstan", []),
        ("Батыс Қазақстан", []),
        ("West Kazakhstan Region", ["KZ-ZAP"]),
        ("w obwodzie zachodniokazachstańskim", ["KZ-ZAP"]),
        ("Западно-Казахстанская область", ["KZ-ZAP"]),
        ("Kazakhstan Region", []),
        ("miasto Kazachstan", []),
        ("", []),
        ("w", []),
        ("obwód", []),
    ],
)
def test_queries(query: str, ids: list[str], gazetteer: Gazetteer) -> None:
    assert find(gazetteer, query) == ids


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_is_found_by_its_name_and_no_other(language: str, gazetteer: Gazetteer) -> None:
    for code, name in Locale(language).territories.items():
        locations = gazetteer.geocode(name, exactly_one=False) or []
        found = [it.raw["boundary"] for it in locations if it.raw["kind"] != PlaceKind.SITE]
        assert found == [code] * (code in OUTLINES), name


NAMES = sorted(
    {name for outline in OUTLINES.values() for name in outline.names.values()}
    | {name for language in LANGUAGES for name in Locale(language).territories.values()}
    | {"Ałmaty", "Нұр-Сұлтан", "Жаңаөзен", "Öskemen", "Kyzyłorda", "Tałdykorgan", "Алма-Ата"}
)
WITHOUT = str.maketrans("łŁқҚғҒңҢөӨұҰүҮәӘһҺіІ", "lLкКгГнНоОуУуУаАхХиИ")


def without_diacritics(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0].translate(WITHOUT)


@st.composite
def names_as_typed(draw: st.DrawFn) -> tuple[str, str]:
    """A name, and the same with each letter in any case, with or without its diacritics."""
    name = draw(st.sampled_from(NAMES))
    ways: list[Callable[[str], str]] = [str, str.upper, str.lower, without_diacritics]
    typed = (draw(st.sampled_from(ways))(letter) for letter in name)
    form: Literal["NFC", "NFD"] = draw(st.sampled_from(["NFC", "NFD"]))
    return name, unicodedata.normalize(form, "".join(typed))


@settings(deadline=None)
@given(names=names_as_typed())
def test_any_case_with_or_without_diacritics_finds_the_same(
    gazetteer: Gazetteer, names: tuple[str, str]
) -> None:
    name, typed = names
    assert find(gazetteer, typed) == find(gazetteer, name)


def test_it_is_a_geocoder_of_geopy(gazetteer: Gazetteer) -> None:
    assert isinstance(gazetteer, Geocoder)
    location = gazetteer.geocode("w mieście Ałmaty")
    assert isinstance(location, Location)
    assert (location.address, location.latitude, location.longitude) == (
        "Almaty",
        43.25249,
        76.9115,
    )
    assert location.raw["source"] == "GeoNames"
    assert location.raw["radius_km"] == 20
    assert location.raw["match"] == "name"
    assert gazetteer.geocode("Atlantyda") is None
    assert gazetteer.geocode("Atlantyda", exactly_one=False) is None
    assert len(gazetteer.geocode("Aktau", exactly_one=False, limit=2)) == 2


def test_it_never_asks_the_network(gazetteer: Gazetteer) -> None:
    for ask in (gazetteer.adapter.get_json, gazetteer.adapter.get_text):
        with pytest.raises(GeocoderUnavailable, match="the gazetteer needs no network"):
            ask("https://example.org", timeout=1, headers={})


def test_cities_lie_in_their_countries() -> None:
    for city in city_entries():
        place = city.place
        assert place.country
        assert OUTLINES[place.country].outside_km(place.lat, place.lon) == 0, place.name
