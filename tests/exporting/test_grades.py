"""What a date rests on, in every format: days, grade and words, worked out by hand."""

import csv
import io
import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from statement_map.exporting import FORMATS, ExportSource, read_source
from tests.exporting.test_handout import content_of, parse
from tests.reading.samples import EVENTS, TEXT, change, write_data

_TAIL = """\
    kind: claim
    topic: prices
    title: {{en: {title}}}
    text: {{en: It says so.}}
    quote: they fell again
"""

# The sample tells of a rise on the 2nd, and of a fall after it; here the fall is bound to the rise
# by "again", a third event is told between both dates, a fourth after the fall; the dates of two
# stand in the data alone, but that the words of the text bind the start of the second.
DATES = {
    "prices-rise": ("2022-01-02", "2022-01-02", "2022-01-02", "2022-01-02", "stated"),
    "prices-fall": ("2022-01-02", "", "2022-01-02", "", "bounded"),
    "between": ("2022-01-02", "2022-01-09", "2022-01-02", "", "suggested"),
    "by-order": ("2022-01-02", "", "", "", "suggested"),
    "of-data": ("2022-01-03", "2022-01-03", "", "", "given"),
    "half-of-data": ("2022-01-03", "2022-01-05", "2022-01-03", "", "given"),
    "ninth": ("2022-01-09", "2022-01-09", "2022-01-09", "2022-01-09", "stated"),
    "undated": ("", "", "", "", "none"),
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> ExportSource:
    events = change(EVENTS, "after: prices-rise", "after: prices-rise\n    after_cue: again")
    for id_, dates in (
        ("between", "basis: inferred\n    after: prices-fall\n    after_cue: fell again\n"
                    "    before: ninth"),
        ("by-order", "basis: inferred\n    after: prices-fall"),
        ("of-data", "when: 2022-01-03\n    basis: inferred"),
        ("half-of-data", "when: 2022-01-03/2022-01-05\n    basis: inferred\n    after_cue: fell"),
        ("ninth", "when: 2022-01-09\n    basis: stated\n    when_phrase: again"),
        ("undated", "basis: none"),
    ):  # fmt: skip
        events += f"  - id: {id_}\n    paragraph: 2\n    {dates}\n" + _TAIL.format(title=id_)
    assert "they fell again" in TEXT
    return read_source(write_data(tmp_path_factory.mktemp("graded"), events))


def test_geojson_and_csv(graded: ExportSource) -> None:
    features = json.loads(FORMATS["geojson"].export(graded))["features"]
    text = FORMATS["csv"].export(graded).decode("utf-8-sig")
    for rows in (
        [each["properties"] for each in features],
        list(csv.DictReader(io.StringIO(text))),
    ):
        columns = ("earliest", "latest", "not_before", "not_after", "date_grade")
        found = {row["event"]: tuple(row[column] or "" for column in columns) for row in rows}
        assert found == DATES
        cues = {row["event"]: (row["after_cue"] or "", row["before_cue"] or "") for row in rows}
        assert cues["prices-fall"] == ("again", "")
        assert cues["between"] == ("fell again", "")
        assert cues["by-order"] == ("", "")


def whens(document: dict[str, Any]) -> dict[str, Any]:
    """The `when` of each event, by its title."""
    relations = [each for feature in document["features"] for each in feature["relations"]]
    events = [*document["events"], *relations]
    return {each.get("title", each.get("label")): each.get("when") for each in events}


def test_linked_places(graded: ExportSource) -> None:
    found = whens(json.loads(FORMATS["linked-places"].export(graded)))
    assert found["Prices fall"] == {
        "timespans": [{"start": {"earliest": "2022-01-02"}}],
        "label": "not stated; the text’s words bound it: “again”",
        "certainty": "less-certain",
    }
    assert found["between"] == {
        "timespans": [{"start": {"earliest": "2022-01-02"}, "end": {"latest": "2022-01-09"}}],
        "label": "not stated; the order of telling suggests it, the text’s words (“fell again”) "
        "leave 2022-01-02/..",
        "certainty": "uncertain",
    }
    assert found["by-order"]["label"] == "not stated; only the order of telling suggests it"
    assert found["by-order"]["certainty"] == "uncertain"
    assert found["of-data"] == {
        "timespans": [{"start": {"in": "2022-01-03"}}],
        "label": "not in the text’s words; it comes from the data",
        "certainty": "less-certain",
    }
    assert found["half-of-data"]["label"] == (
        "not in the text’s words; it comes from the data, the text’s words (“fell”) "
        "leave 2022-01-03/.."
    )
    assert found["ninth"]["certainty"] == "certain"
    assert found["undated"] is None


def test_kml(graded: ExportSource) -> None:
    kml = "{http://www.opengis.net/kml/2.2}"
    root = ET.fromstring(FORMATS["kml"].export(graded))
    told = {each.findtext(f"{kml}name"): each for each in root.iter(f"{kml}Placemark")}
    between = told["between"]
    data = {each.get("name"): each.text for each in between.iter(f"{kml}SimpleData")}
    assert (data["date_grade"], data["after_cue"]) == ("suggested", "fell again")
    assert (data["not_before"], data.get("not_after")) == ("2022-01-02", None)
    assert between.findtext(f"{kml}TimeSpan/{kml}end") == "2022-01-09"
    assert "some time on 2–9 January 2022 (not stated; only the order of telling suggests it)" in (
        between.findtext(f"{kml}description") or ""
    ).replace("\u2009", "")
    assert told["undated"].find(f"{kml}TimeSpan") is None


def test_the_handout(graded: ExportSource) -> None:
    content = content_of(parse(FORMATS["html"].export(graded)))
    assert {each["id"]: each["look"] for each in content["events"]} == {
        event: grade for event, (*_, grade) in DATES.items()
    }
    (between,) = (each for each in content["events"] if each["id"] == "between")
    assert between["after_cue"] == {"prices-fall": "fell again"}
    assert "before_cue" not in between
