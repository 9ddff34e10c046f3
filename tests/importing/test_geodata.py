"""GeoJSON, uMap and lists in JSON become rows with geometries."""

from __future__ import annotations

from typing import Any

import pytest

from statement_map.errors import DataErrors
from statement_map.importing.geodata import collect, load_json, plain, read_json

POINT = {"type": "Point", "coordinates": [76.95, 43.25]}


def feature(**properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": POINT}


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a<br>b", "a\nb"),
        ("<p>a</p><p>b &amp; c</p>", "a\nb & c"),
        ("<script>x</script>&lt;b&gt;", "x<b>"),
        ("", ""),
    ],
)
def test_a_description_in_html_is_text(html: str, text: str) -> None:
    assert plain(html) == text


def test_an_object_in_each_line_is_a_list() -> None:
    """JSON lines, and a JSON text sequence (RFC 8142)."""
    assert load_json("a", b'{"a": 1}\n{"a": 2}\n') == [{"a": 1}, {"a": 2}]
    assert load_json("a", b'\x1e{"a": 1}\n\x1e{"a": 2}\n') == [{"a": 1}, {"a": 2}]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"a":\n x}', "a.json:2: is not JSON; found 'Expecting value' in column 2; correct it"),
        (
            b"[" * 100_000,
            "a.json: is no JSON that can be read; found it nested too deeply",
        ),
    ],
)
def test_what_is_no_json(data: bytes, said: str) -> None:
    with pytest.raises(DataErrors) as caught:
        load_json("a.json", data)
    assert [str(fault) for fault in caught.value.faults] == [said]


@pytest.mark.parametrize(
    "value",
    [
        {"type": "FeatureCollection", "features": [feature(name="a")]},
        feature(name="a"),
        [feature(name="a")],
        {"type": "umap", "layers": [{"features": [feature(name="a", _umap_options={"x": 1})]}]},
    ],
)
def test_features_wherever_they_stand(value: Any) -> None:
    sheet = read_json("a.json", value)
    assert sheet is not None
    (row,) = sheet.rows
    assert (row.cells, row.geometry) == ({"name": "a"}, POINT)


def test_values_become_what_would_be_typed() -> None:
    sheet = read_json("a.json", [{"a": None, "b": True, "c": 1.5, "d": ["x", 2], "e": {"f": 1}}])
    assert sheet is not None
    assert sheet.rows[0].cells == {"b": "yes", "c": "1.5", "d": "x; 2", "e": '{"f": 1}'}


def test_a_layer_is_a_group_and_one_from_elsewhere_is_told() -> None:
    """The member was renamed in the third version of uMap."""
    here = {"_umap_options": {"name": "Prices"}, "features": [feature(name="a")]}
    there = {"properties": {"name": "Live", "remoteData": {"url": "https://example.org/x"}}}
    sheet = read_json("a.umap", {"type": "umap", "layers": [here, there]})
    assert sheet is not None
    assert sheet.rows[0].cells == {"name": "a", "group": "Prices"}
    assert [str(fault) for fault in sheet.faults] == [
        "a.umap: Live: is a layer from elsewhere; found 'https://example.org/x'; nothing is fetched"
    ]


def test_linked_places_say_when_and_what_beside_their_properties() -> None:
    place = {
        **feature(title="Almaty"),
        "names": [{"toponym": "Almaty"}],
        "when": {"timespans": [{"start": {"in": "2022"}, "end": {"latest": "2023"}}]},
        "descriptions": [{"value": "A city"}],
    }
    sheet = read_json("a.jsonld", {"type": "FeatureCollection", "features": [place]})
    assert sheet is not None
    assert sheet.rows[0].cells == {
        "title": "Almaty",
        "place": "Almaty",
        "start": "2022",
        "end": "2023",
        "description": "A city",
    }


def test_other_json_holds_no_rows_and_an_empty_collection_says_so() -> None:
    assert read_json("a.json", {"a": 1}) is None
    with pytest.raises(DataErrors) as caught:
        collect("a.json", [], "")
    assert str(caught.value.faults[0]) == (
        "a.json: is empty; found nothing in it; import a file with places or events"
    )
