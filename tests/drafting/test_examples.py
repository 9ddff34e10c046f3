"""The template and the examples of the docs, with the outlines that the docs name."""

import re
import shutil
from pathlib import Path

import pytest

from statement_map.files.folder import WORLD
from statement_map.model import Kind
from statement_map.reading import Reading, compare_with_text, read_data
from statement_map.timeline import Timeline
from tests.conftest import ROOT

EXAMPLES = ROOT / "docs" / "drafting"


def read_example(name: str, folder: Path) -> Reading:
    for file in ("events.yaml", "locations.csv"):
        shutil.copy(EXAMPLES / name / file, folder)
    shutil.copy(WORLD, folder / "boundaries.geojson")
    return read_data(folder)


def test_the_template_is_right_and_complete(tmp_path: Path) -> None:
    reading = read_example("template", tmp_path)
    assert reading.warnings == ()
    assert [event.id for event in reading.atlas.events] == ["first-event"]


def test_the_template_names_every_kind_of_event() -> None:
    template = (EXAMPLES / "template" / "events.yaml").read_text(encoding="utf-8")
    (named,) = re.findall(r"^    kind: .*# (.*)$", template, re.MULTILINE)
    assert re.split(r", | or ", named) == [kind.value for kind in Kind]


@pytest.mark.parametrize("name", ["chronology", "journey"])
def test_an_example_is_right_and_quotes_its_text(name: str, tmp_path: Path) -> None:
    reading = read_example(name, tmp_path)
    assert reading.warnings == ()
    assert compare_with_text(reading, (EXAMPLES / name / "text.txt").read_bytes()) == []


def test_the_chronology_has_no_dates_but_an_order(tmp_path: Path) -> None:
    atlas = read_example("chronology", tmp_path).atlas
    assert Timeline(atlas).steps == ()
    assert [event.after for event in atlas.events] == [(), ("mill-built",), ("mill-burns",)]


def test_the_journey_has_places_in_several_countries(tmp_path: Path) -> None:
    atlas = read_example("journey", tmp_path).atlas
    assert {place.part_of for place in atlas.places.values()} == {
        *(None, "lithuania", "latvia", "estonia", "finland")
    }
    assert [str(event.when) for event in atlas.events] == [
        *("2019-05-03", "2019-05-05", "2019-05-08", "2019-05-11~/2019-05-20~")
    ]
