"""KML as GDAL reads it."""

import io
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import numpy as np
import pyogrio
import pytest
import shapely

from statement_map.exporting import FORMATS, ExportSource
from tests.exporting.gdal import Columns, assert_every_row, read_columns
from tests.exporting.hostile import HOSTILE
from tests.exporting.told import ATTRIBUTION, DATES, PLACES, UNDATED, told

KML = "{http://www.opengis.net/kml/2.2}"


@pytest.fixture(scope="module")
def document(source: ExportSource) -> bytes:
    return FORMATS["kml"].export(source)


@pytest.fixture(scope="module")
def columns(document: bytes) -> Columns:
    return read_columns(document)


def test_gdal_finds_every_row(columns: Columns) -> None:
    assert_every_row(columns)
    assert set(columns["attribution_en"]) == {ATTRIBUTION}


def test_gdal_finds_the_time_spans(columns: Columns) -> None:
    spans = dict(
        zip(columns["event"], zip(columns["begin"], columns["end"], strict=True), strict=True)
    )
    for event, expected in DATES.items():
        for found, day in zip(spans[event], expected, strict=True):
            assert np.isnat(found) if day is None else found == np.datetime64(day)
    assert np.isnat(spans[UNDATED]).all()


def test_gdal_finds_the_same_geometries_as_in_geojson(
    columns: Columns, source: ExportSource
) -> None:
    _, _, shapes, _ = pyogrio.raw.read(io.BytesIO(FORMATS["geojson"].export(source)))
    for ours, theirs in zip(columns["geometry"], shapely.from_wkb(shapes), strict=True):
        assert (ours is None) == (theirs is None)
        if theirs is not None:
            assert ours.geom_type == theirs.geom_type
            assert shapely.equals(shapely.force_2d(ours), theirs)


def test_numbers_are_numbers(columns: Columns) -> None:
    radii = dict(zip(columns["place"], columns["radius_km"], strict=True))
    assert radii["almaty-airport"] == 2.0
    assert set(columns["paragraphs"]) == {28}


def test_answers_are_words(columns: Columns) -> None:
    """GDAL 3.6 takes true for 0, JavaScript takes false and 0 for true; words all read alike."""
    assert set(columns["reviewed"]) == {"yes"}
    assert set(columns["throughout"]) == {"no"}
    expected = [PLACES[row.place]["reviewed"] if row.place else None for row in told()]
    assert columns["place_reviewed"] == expected


def test_every_row_has_a_style_that_is_there(document: bytes) -> None:
    """Without one an area is opaque and white (KML 2.2, kml:PolyStyle)."""
    root = ET.fromstring(document)
    styles = {style.get("id"): style for style in root.iter(f"{KML}Style")}
    rows = list(root.iter(f"{KML}Placemark"))
    for row, expected in zip(rows, told(), strict=True):
        name = (row.findtext(f"{KML}styleUrl") or "").removeprefix("#")
        is_area = expected.place is not None and PLACES[expected.place]["kind"] == "area"
        assert name.endswith("-soft") == is_area
        area = styles[name].find(f"{KML}PolyStyle")
        assert area is not None
        assert area.findtext(f"{KML}fill") == ("1" if expected.basis == "stated" else "0")
        assert int((area.findtext(f"{KML}color") or "")[:2], 16) < 128  # what lies below is seen


def test_the_document_names_author_and_source(document: bytes) -> None:
    root = ET.fromstring(document)
    atom = "{http://www.w3.org/2005/Atom}"
    document_ = root.find(f"{KML}Document")
    assert document_ is not None
    assert document_.findtext(f"{atom}author/{atom}name") == "the authorities of Kazakhstan"
    link = document_.find(f"{atom}link")
    assert link is not None
    assert link.get("href") == "https://konsul.wse.edu.pl/informacje-z-msz/"
    assert ATTRIBUTION in (document_.findtext(f"{KML}description") or "")


class Tags(HTMLParser):
    """Collects the tags of a description, and its text as a balloon shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        assert all(name == "href" for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_hostile_text_is_text_in_a_balloon(hostile_source: ExportSource) -> None:
    root = ET.fromstring(FORMATS["kml"].export(hostile_source))
    balloons = [each.text or "" for each in root.iter(f"{KML}description")]
    assert len(balloons) == len(told()) + 1
    shown = Tags()
    for balloon in balloons:
        shown.feed(balloon)
        assert "$[" not in balloon  # a globe would put the value of that name there, unescaped
    assert shown.found == {"p", "h3", "b", "br", "a"}
    assert HOSTILE in shown.text
    # The balloon is our description alone, and not the names and data, which are plain text.
    assert {each.text for each in root.iter(f"{KML}text")} == {"$[description]"}
    assert len(list(root.iter(f"{KML}text"))) == len(list(root.iter(f"{KML}Style")))
