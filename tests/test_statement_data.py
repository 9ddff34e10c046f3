"""The data of this project: the statement of January 2022, against what its text says."""

import re
from datetime import date

import pytest

from statement_map.model import Basis, Kind, PlaceKind
from statement_map.reading import Reading, compare_with_text, read_data
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_data(ROOT / "data")


def test_all_paragraphs_are_covered_without_a_warning(reading: Reading) -> None:
    told = {number for event in reading.atlas.events for number in event.paragraphs}
    assert told == set(range(1, 29))
    assert reading.warnings == ()


def test_the_text_states_five_dates_and_no_other(reading: Reading) -> None:
    stated = [
        (event.paragraphs, event.when.expression, event.when_phrase)
        for event in reading.atlas.events
        if event.basis is Basis.STATED and event.when
    ]
    assert stated == [
        ((1,), "2022-01-02", "W dniu 2 stycznia 2022 r."),
        ((5,), "2022-01-04", "W dniu 4 stycznia 2022 r."),
        ((14,), "2022-01-06", "W dniu 6 stycznia"),
        ((23,), "2022-01-07", "W dniu 7 stycznia 2022 r."),
        ((28,), "2022-01-10", "10 stycznia 2022 r."),
    ]
    assert all(e.when is None for e in reading.atlas.events if e.basis is not Basis.STATED)


def test_every_inferred_date_says_why(reading: Reading) -> None:
    inferred = [event for event in reading.atlas.events if event.basis is Basis.INFERRED]
    assert inferred
    assert [event.id for event in inferred if event.why_then is None] == []


def test_phrases_and_quotations_are_verbatim(reading: Reading, statement_text: str) -> None:
    assert compare_with_text(reading, statement_text.encode()) == []


def test_every_text_names_who_states_it(reading: Reading) -> None:
    names = {"pl": "władz", "en": "authorities"}
    silent = [
        (event.id, language)
        for event in reading.atlas.events
        for language, name in names.items()
        if name not in event.text.read(language).lower()
    ]
    assert silent == []


def test_titles_and_texts_are_in_both_languages(reading: Reading) -> None:
    for event in reading.atlas.events:
        for text in (event.title, event.text, event.note, event.why_then):
            assert text is None or set(text.root) == {"pl", "en"}, event.id


def test_the_words_are_the_projects_own(reading: Reading, statement_text: str) -> None:
    """No run of eight words of a Polish text of ours stands in the statement."""

    def runs(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", text.lower())
        return {tuple(words[n : n + 8]) for n in range(len(words) - 7)}

    source = runs(statement_text)
    copied = [e.id for e in reading.atlas.events if runs(e.text.read("pl")) & source]
    assert copied == []


def test_nothing_has_a_point_that_the_text_does_not_support(reading: Reading) -> None:
    pointless = {PlaceKind.AREA, PlaceKind.GROUP, PlaceKind.UNNAMED}
    places = reading.atlas.places.values()
    assert {place.id for place in places if place.kind in pointless and place.has_point} == set()
    assert {place.id for place in places if place.kind is PlaceKind.SITE} == {
        "almaty-city-administration",
        "almaty-presidential-residence",
        "almaty-airport",
        "kazakhstan-embassy-poland",
    }
    # The text names neither its city nor its street.
    assert not reading.atlas.places["kazakhstan-embassy-poland"].has_point


@pytest.mark.parametrize(
    ("place", "lat", "lon", "radius_km"),
    [
        ("kazakhstan", 49.0541, 68.6855, None),
        ("mangystau", 44.0351, 53.8538, None),
        ("almaty", 43.25249, 76.9115, 20),
        ("almaty-city-administration", 43.23639, 76.94556, 0.15),
        ("almaty-presidential-residence", 43.23472, 76.94778, 0.15),
        ("almaty-airport", 43.3521, 77.0405, 2),
    ],
)
def test_points_are_those_of_their_sources(
    reading: Reading, place: str, lat: float, lon: float, radius_km: float | None
) -> None:
    found = reading.atlas.places[place]
    assert found.lat == pytest.approx(lat, abs=1e-3)
    assert found.lon == pytest.approx(lon, abs=1e-3)
    assert found.radius_km == radius_km
    assert found.source


def test_the_csto_had_six_members_in_january_2022(reading: Reading) -> None:
    assert set(reading.atlas.places["csto-members"].members) == {
        "armenia",
        "belarus",
        "kazakhstan",
        "kyrgyzstan",
        "russia",
        "tajikistan",
    }


def test_all_kinds_of_events_occur(reading: Reading) -> None:
    assert {event.kind for event in reading.atlas.events} == set(Kind)


def test_nothing_in_it_says_until_when_it_was_written(reading: Reading) -> None:
    """It tells 7 January as past; of 10 January only that it was declared a day of mourning."""
    published = reading.atlas.statement.published
    assert (published.start, published.end) == (date(2022, 1, 7), None)
    assert reading.atlas.statement.published_basis is Basis.INFERRED
