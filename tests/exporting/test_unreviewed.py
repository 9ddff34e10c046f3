"""What rules proposed and nobody has reviewed passes for reviewed nowhere."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from statement_map.card_view import card_content
from statement_map.exporting import FORMATS, ExportSource
from statement_map.exporting.picture import draw_step
from statement_map.language import languages
from statement_map.map_view import map_content
from statement_map.timeline import Timeline

PROPOSED = {"airport-seized", "price-moratorium"}
"""One at an airport and one without a place."""

SAID = {
    "en": "Proposed automatically, checked by nobody yet",
    "pl": "Propozycja automatyczna, jeszcze niesprawdzona",
}
KML = "{http://www.opengis.net/kml/2.2}"


@pytest.fixture(scope="module")
def unreviewed(source: ExportSource) -> ExportSource:
    events = tuple(
        event.model_copy(update={"reviewed": event.id not in PROPOSED})
        for event in source.atlas.events
    )
    airport = source.atlas.places["almaty-airport"].model_copy(update={"reviewed": False})
    places = {**source.atlas.places, airport.id: airport}
    atlas = replace(source.atlas, events=events, places=places)
    return ExportSource(atlas, Timeline(atlas), source.boundaries)


def exported(source: ExportSource, name: str) -> str:
    return FORMATS[name].export(source).decode("utf-8-sig")


@pytest.mark.parametrize("name", FORMATS)
def test_reviewed_data_say_nothing_of_it(source: ExportSource, name: str) -> None:
    text = exported(source, name)
    if name == "html":  # there it is a word of the card's script
        assert text.count('"unreviewed":true') == 0
    else:
        assert not any(words in text for words in SAID.values())


def test_csv(unreviewed: ExportSource) -> None:
    rows = list(csv.DictReader(io.StringIO(exported(unreviewed, "csv"), newline="")))
    assert {row["event"] for row in rows if row["reviewed"] == "no"} == PROPOSED
    assert {row["event"] for row in rows if row["reviewed"] == "yes"} == {
        event.id for event in unreviewed.atlas.events if event.id not in PROPOSED
    }
    assert {row["place"] for row in rows if row["place_reviewed"] == "no"} == {"almaty-airport"}
    assert {row["place_reviewed"] for row in rows if not row["place"]} == {""}


def test_geojson(unreviewed: ExportSource) -> None:
    features = json.loads(exported(unreviewed, "geojson"))["features"]
    told = [each["properties"] for each in features]
    assert {each["event"] for each in told if each["reviewed"] is False} == PROPOSED
    assert all(isinstance(each["reviewed"], bool) for each in told)
    assert {each["place"] for each in told if each["place_reviewed"] is False} == {"almaty-airport"}


def test_kml(unreviewed: ExportSource) -> None:
    root = ET.fromstring(exported(unreviewed, "kml"))
    for placemark in root.iter(f"{KML}Placemark"):
        data = {each.get("name"): each.text for each in placemark.iter(f"{KML}SimpleData")}
        balloon = placemark.findtext(f"{KML}description") or ""
        is_proposed = data["event"] in PROPOSED
        assert data["reviewed"] == ("no" if is_proposed else "yes")
        assert [words in balloon for words in SAID.values()] == [is_proposed] * 2


def described(feature: dict[str, Any]) -> Iterator[tuple[str, list[dict[str, str]]]]:
    for each in feature["relations"]:
        if each["relationType"] == "crm:P67i_is_referred_to_by":
            yield each["label"], each["descriptions"]


def test_linked_places(unreviewed: ExportSource) -> None:
    titles = {event.title.read("en") for event in unreviewed.atlas.events if event.id in PROPOSED}
    collection = json.loads(exported(unreviewed, "linked-places"))
    told = [each for feature in collection["features"] for each in described(feature)]
    told += [(each["title"], each["descriptions"]) for each in collection["events"]]
    proposed = [{"value": words, "lang": code} for code, words in SAID.items()]
    found = {title for title, texts in told if all(words in texts for words in proposed)}
    assert found == titles
    reviewed = {
        each["properties"]["place"]: each["properties"]["reviewed"]
        for each in collection["features"]
    }
    assert [id_ for id_, is_reviewed in reviewed.items() if not is_reviewed] == ["almaty-airport"]


def test_card_and_popup_of_page_and_handout(unreviewed: ExportSource) -> None:
    atlas, timeline = unreviewed.atlas, unreviewed.timeline
    card = card_content(atlas, timeline, languages())
    assert {each["id"] for each in card["events"] if each.get("unreviewed")} == PROPOSED
    drawn = map_content(atlas, timeline, languages())
    assert {each["id"] for each in drawn["events"] if each.get("unreviewed")} == PROPOSED
    for code, words in SAID.items():
        assert drawn["words"][code]["not-reviewed"] == words
        assert card["words"][code]["not-reviewed"] == words
    assert exported(unreviewed, "html").count('"unreviewed":true') == 2  # for both scripts


@pytest.mark.parametrize("code", SAID)
def test_picture(unreviewed: ExportSource, code: str) -> None:
    def draw(event: str) -> str:
        found = next(each for each in unreviewed.atlas.events if each.id == event)
        day = unreviewed.timeline.day_of(found, unreviewed.timeline.steps[0])
        picture = draw_step(unreviewed, languages()[code], day, found)
        return " ".join(ET.fromstring(picture).itertext())

    assert SAID[code] in draw("airport-seized")
    assert SAID[code] not in draw("protests-begin")
