"""A river, lake or sea is its outline, or nowhere on the map: no point stands for it."""

import json

import pytest

from statement_map.card_view import card_content
from statement_map.exporting import FORMATS, ExportSource, read_source
from statement_map.exporting.picture import draw_step
from statement_map.language import languages
from statement_map.map_view import map_content
from tests.reading.samples import BOUNDARIES, EVENTS, LOCATIONS, change, write_data

LAKE = """\
{"type": "Feature", "id": "water-balkhash", "properties": \
{"kind": "water", "name_en": "Lake", "label_lat": 46, "label_lon": 75, "label_zoom": 6}, \
"geometry": {"type": "Polygon", "coordinates": \
[[[74, 45], [79, 45], [79, 47], [74, 47], [74, 45]]]}},
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> ExportSource:
    """The sample, with a lake that has an outline, and a river that has none."""
    boundaries = change(
        BOUNDARIES, '{"type": "Feature", "id": "KZ",', LAKE + '{"type": "Feature", "id": "KZ",'
    )
    rows = [
        "lake,Jezioro,Lake,water,country,,,,water-balkhash,,manual,,,,,high,yes,",
        "river,Rzeka,River,water,country,,,,,,manual,,,,,none,yes,",
    ]
    mention = "      - {id: regions, phrase: Everywhere}"
    events = change(
        EVENTS,
        mention,
        "".join(
            f"      - {{id: {id_}, phrase: Everywhere}}\n" for id_ in ("lake", "river", "regions")
        ).rstrip(),
    )
    directory = tmp_path_factory.mktemp("waters")
    return read_source(
        write_data(directory, events, LOCATIONS + "\n".join(rows) + "\n", boundaries)
    )


def test_a_river_without_its_course_has_no_geometry(source: ExportSource) -> None:
    features = json.loads(FORMATS["geojson"].export(source))["features"]
    shapes = {
        each["properties"]["place"]: (each["properties"]["shape"], each["geometry"])
        for each in features
    }
    assert shapes["river"] == ("none", None)
    assert shapes["lake"][0] == "outline"
    assert shapes["lake"][1]["type"] == "Polygon"


def test_a_gazetteer_knows_them_for_waters(source: ExportSource) -> None:
    features = json.loads(FORMATS["linked-places"].export(source))["features"]
    found = {each["properties"]["place"]: each for each in features}
    for id_ in ("lake", "river"):
        assert found[id_]["properties"]["fclasses"] == ["H"]  # GeoNames: stream, lake, …
        assert found[id_]["properties"]["ccodes"] == ["KZ"]  # the country that they are part of
    assert found["river"]["geometry"] is None


def test_the_map_draws_an_outline_or_lists_it_without_a_place(source: ExportSource) -> None:
    content = map_content(source.atlas, source.timeline, languages())
    places = {place["id"]: place for place in content["places"]}
    assert (places["lake"]["outline"], places["lake"]["lat"]) == (["water-balkhash"], None)
    assert (places["river"]["outline"], places["river"]["lat"]) == ([], None)
    words = content["words"]
    assert words["en"]["map-kind-water"] == "river, lake or sea"
    assert words["pl"]["map-kind-water"] == "rzeka, jezioro lub morze"


def test_the_picture_has_no_mark_for_a_river(source: ExportSource) -> None:
    first = source.timeline.steps[0]
    picture = draw_step(source, languages()["en"], first, source.atlas.events[1]).decode()
    assert picture.count("kind-water") == 1


def test_a_card_says_how_far_only_the_outline_reaches(source: ExportSource) -> None:
    places = card_content(source.atlas, source.timeline, languages())["places"]
    found = {place["id"]: place.get("is_outline", False) for place in places}
    assert (found["lake"], found["river"]) == (True, False)
