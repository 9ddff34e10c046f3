"""Linked Places, checked against the wording of its specification, 1.3 of 24 June 2024.

The JSON Schema that World Historical Gazetteer publishes belongs to its 2.0; the checks here
follow the README of 1.3, heading by heading.
"""

import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pyogrio
import pytest
import shapely

from statement_map.exporting import FORMATS, ExportSource
from tests.exporting.hostile import HOSTILE
from tests.exporting.told import ATTRIBUTION, DATES, EVENTS, PLACES, STATEMENT, UNDATED, told

Object = dict[str, Any]

DATE = re.compile(r"-?\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")  # ISO 8601
URI = re.compile(r"(https?://\S+|urn:[a-z0-9-]+:\S+|\w+:\S+)")
CERTAINTIES = {"certain", "less-certain", "uncertain"}


def faults_of_when(when: Object) -> Iterator[str]:
    """ "A when element, where used, must include one or more timespan"; its certainty is one of
    three words; "a timespan must have a start"."""
    if not when.get("timespans"):
        yield "when without a timespan"
    if when.get("certainty", "certain") not in CERTAINTIES:
        yield f"certainty {when['certainty']!r}"
    for span in when.get("timespans", ()):
        if "start" not in span or set(span) - {"start", "end"}:
            yield f"timespan {span}"
        for side in span.values():
            if not side or set(side) - {"in", "earliest", "latest"}:
                yield f"side {side}"
            yield from (f"date {day}" for day in side.values() if not DATE.fullmatch(day))


def faults_of_geometry(geometry: Object | None) -> Iterator[str]:
    """A GeoJSON geometry or, where the location is unknown, null; certainty as for when."""
    if geometry is None:
        return
    if not shapely.is_valid(shapely.from_geojson(json.dumps(geometry))):
        yield f"geometry of type {geometry['type']}"
    for part in geometry.get("geometries", [geometry]):
        if part.get("certainty") not in CERTAINTIES:
            yield f"certainty {part.get('certainty')!r}"


def faults_of_properties(properties: Object) -> Iterator[str]:
    if not properties.get("title"):
        yield "no title"
    if not properties.get("fclasses") or set(properties["fclasses"]) - set("AHLPRST"):
        yield f"fclasses {properties.get('fclasses')}"
    if any(not re.fullmatch("[A-Z]{2}", code) for code in properties.get("ccodes", ())):
        yield f"ccodes {properties['ccodes']}"


def faults_of_names(names: list[Object]) -> Iterator[str]:
    if not names or not all(name.get("toponym") for name in names):
        yield "names"
    if not any(name.get("citations") for name in names):
        yield "no name with a citation"


def faults_of_links(links: list[Object]) -> Iterator[str]:
    known = {"closeMatch", "exactMatch", "primaryTopicOf", "subjectOf", "seeAlso"}
    for link in links:
        if link["type"] not in known or not URI.fullmatch(link["identifier"]):
            yield f"link {link}"


def faults_of_relations(relations: list[Object]) -> Iterator[str]:
    for relation in relations:
        if not all(URI.fullmatch(relation[key]) for key in ("relationType", "relationTo")):
            yield f"relation {relation['label']}"
        if relation.get("certainty", "certain") not in CERTAINTIES:
            yield f"certainty {relation['certainty']!r}"
        if "when" in relation:
            yield from faults_of_when(relation["when"])


def faults_of_feature(feature: Object) -> Iterator[str]:
    if feature.get("type") != "Feature" or not URI.fullmatch(feature.get("@id", "")):
        yield "type or @id"
    yield from faults_of_properties(feature["properties"])
    yield from faults_of_names(feature.get("names", []))
    yield from faults_of_links(feature.get("links", []))
    yield from faults_of_relations(feature.get("relations", []))
    if "when" in feature:
        yield from faults_of_when(feature["when"])
    yield from faults_of_geometry(feature["geometry"])


@pytest.fixture(scope="module")
def collection(source: ExportSource) -> Object:
    document: Object = json.loads(FORMATS["linked-places"].export(source))
    return document


@pytest.fixture(scope="module")
def features(collection: Object) -> dict[str, Object]:
    return {feature["properties"]["place"]: feature for feature in collection["features"]}


def as_list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def relations(feature: Object) -> list[Object]:
    """What the statement tells about a place, without the places it lies in."""
    return [each for each in feature["relations"] if each["relationType"] != "gvp:broaderPartitive"]


def test_the_collection_keeps_to_the_specification(collection: Object) -> None:
    assert collection["type"] == "FeatureCollection"
    assert "linkedplaces-context" in collection["@context"][0]
    faults = {
        feature["properties"]["title"]: found
        for feature in collection["features"]
        if (found := list(faults_of_feature(feature)))
    }
    assert faults == {}
    ids = [feature["@id"] for feature in collection["features"]]
    assert len(set(ids)) == len(ids)


def test_every_place_is_a_feature_and_every_event_stands_somewhere(
    collection: Object, features: dict[str, Object]
) -> None:
    assert list(features) == list(PLACES)
    here = [row for row in told() if row.place]
    assert sum(len(relations(feature)) for feature in features.values()) == len(here)
    assert len(relations(features["almaty"])) == sum(row.place == "almaty" for row in here)
    titles = [event["title"] for event in collection["events"]]
    assert titles == [event["title"]["en"] for event in EVENTS]


def test_what_a_relation_leads_to_is_described(
    collection: Object, features: dict[str, Object]
) -> None:
    described = {each["@id"] for each in [*collection["events"], *collection["features"]]}
    targets = {each["relationTo"] for it in features.values() for each in it["relations"]}
    assert targets <= described


def test_the_terms_that_are_addresses_are_read_as_such(collection: Object) -> None:
    """The format's own context of 1.1 leaves them plain text (JSON-LD 1.1, 4.2.3)."""
    own = collection["@context"][1]
    for term in ("relationType", "relationTo", "identifier", "source"):
        assert own[term]["@type"] == "@id"
    assert own["gn"] == "https://sws.geonames.org/"  # and not geonames.org/ontology#
    assert own["wd"] == "http://www.wikidata.org/entity/"


def test_title_and_author_stand_where_a_gazetteer_reads_them(collection: Object) -> None:
    """World Historical Gazetteer reads `indexing`, and no further than the features."""
    keys = list(collection)
    assert keys.index("indexing") < keys.index("features")
    assert collection["indexing"]["name"] == STATEMENT["title"]["en"]
    assert collection["indexing"]["creator"] == [{"name": "the authorities of Kazakhstan"}]
    assert collection["indexing"]["description"] == ATTRIBUTION


@pytest.mark.parametrize(
    ("event", "place", "timespan", "label", "certainty"),
    [
        (
            "protests-begin",
            "mangystau",
            {"start": {"in": "2022-01-02"}},
            "stated in the text",
            "certain",
        ),
        (
            "airport-seized",
            "almaty-airport",
            {"start": {"earliest": "2022-01-04"}, "end": {"latest": "2022-01-06"}},
            "not stated; only the order of telling suggests it",
            "uncertain",
        ),
    ],
)
def test_when(
    features: dict[str, Object],
    event: str,
    place: str,
    timespan: Object,
    label: str,
    certainty: str,
) -> None:
    (title,) = (each["title"]["en"] for each in EVENTS if each["id"] == event)
    (relation,) = (each for each in relations(features[place]) if each["label"] == title)
    assert relation["when"] == {"timespans": [timespan], "label": label, "certainty": certainty}


def test_what_has_no_date_has_no_timespan(collection: Object, features: dict[str, Object]) -> None:
    """Programs read timespans, whatever a label says."""
    title = next(each["title"]["en"] for each in EVENTS if each["id"] == UNDATED)
    (relation,) = (each for each in relations(features["hot-spots"]) if each["label"] == title)
    assert "when" not in relation
    assert "when" not in features["hot-spots"]
    undated = {each["title"]["en"] for each in EVENTS if each["basis"] == "none"}
    for event in collection["events"]:
        assert ("when" in event) is (event["title"] not in undated)


def test_an_open_interval_has_no_end(features: dict[str, Object]) -> None:
    (gatherings,) = relations(features["western-kazakhstan"])
    assert gatherings["label"] == "The first gatherings are called peaceful"
    assert DATES["gatherings-peaceful-at-first"][1] is None
    assert gatherings["when"]["timespans"] == [{"start": {"earliest": "2022-01-02"}}]


def test_everything_says_who_states_it_and_where(
    collection: Object, features: dict[str, Object]
) -> None:
    assert collection["attribution"]["en"] == ATTRIBUTION
    told_of = [each for feature in features.values() for each in relations(feature)]
    for each in [*told_of, *collection["events"]]:
        (citation,) = each["citations"]
        assert citation["label"].startswith("the authorities of Kazakhstan; the page “Informacje")
        assert re.search(r"; paragraphs? \d+( and \d+)*", citation["label"])
        assert citation["source"] == "https://konsul.wse.edu.pl/informacje-z-msz/"
        assert "@id" not in citation  # all would be one node, and nobody knew which said what
    paragraphs = [[int(n) for n in as_list(each["paragraph"])] for each in EVENTS]
    cited = [event["citations"][0]["paragraph"] for event in collection["events"]]
    assert cited == paragraphs
    for feature in features.values():
        assert feature["properties"]["attribution_en"] == ATTRIBUTION


def test_places_are_what_they_are(features: dict[str, Object]) -> None:
    airport = features["almaty-airport"]
    assert airport["geometry"] == {
        "type": "Point",
        "coordinates": [77.0405, 43.3521],
        "certainty": "certain",
    }
    assert airport["properties"]["ccodes"] == ["KZ"]
    assert features["western-kazakhstan"]["properties"]["shape"] == "soft-area"
    assert features["csto-members"]["properties"]["ccodes"] == ["AM", "BY", "KG", "KZ", "RU", "TJ"]
    assert features["hot-spots"]["geometry"] is None
    assert {"type": "closeMatch", "identifier": "wd:Q238931"} in features["mangystau"]["links"]


def test_gdal_finds_the_places_with_their_geometries(
    source: ExportSource,
) -> None:
    document = io.BytesIO(FORMATS["linked-places"].export(source))
    meta, _, shapes, fields = pyogrio.raw.read(document)
    columns = dict(zip(meta["fields"], fields, strict=True))
    assert list(columns["place"]) == list(PLACES)
    assert set(columns["attribution_en"]) == {ATTRIBUTION}
    found = {
        place: shape.geom_type if shape else None
        for place, shape in zip(columns["place"], shapely.from_wkb(shapes), strict=True)
    }
    assert found["almaty-airport"] == "Point"
    assert found["kazakhstan"] == found["mangystau"] == "MultiPolygon"
    assert found["western-kazakhstan"] == found["csto-members"] == "GeometryCollection"
    assert found["hot-spots"] is None


def test_hostile_text_stays_text(hostile_source: ExportSource) -> None:
    document = FORMATS["linked-places"].export(hostile_source)
    assert b"<" not in document
    titles = [each["properties"]["title"] for each in json.loads(document)["features"]]
    assert HOSTILE in titles
