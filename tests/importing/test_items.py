"""Lists of objects in JSON, whoever wrote them."""

from __future__ import annotations

from typing import Any

import pytest

from statement_map.importing.items import find_items


@pytest.mark.parametrize(
    "value",
    [[{"a": 1}, {"a": 2}], {"events": [{"a": 1}, {"a": 2}]}, {"n": 3, "all": [{"a": 1}, {"a": 2}]}],
)
def test_a_list_alone_or_the_only_one_of_an_object(value: Any) -> None:
    assert find_items(value) == [{"a": 1}, {"a": 2}]


@pytest.mark.parametrize(
    "value",
    [
        *(None, 1, "a", [], {}, [1, 2], [{"a": 1}, 2]),
        {"one": [{"a": 1}], "two": [{"b": 1}]},
        {"one": [1]},
    ],
)
def test_what_is_no_one_list_of_objects(value: Any) -> None:
    assert find_items(value) == []


def test_a_timeline_of_timelinejs() -> None:
    """https://timeline.knightlab.com/docs/json-format.html"""
    timeline = {
        "title": {"text": {"headline": "All of it", "text": "As told"}},
        "events": [
            {
                "start_date": {"year": 2022, "month": 1, "day": 5, "display_date": "Wednesday"},
                "end_date": {"year": 2022},
                "text": {"headline": "It begins"},
                "media": {"url": "https://example.org/a.png"},
                "group": "Prices",
            },
            "no event",
        ],
        "eras": [{"start_date": {"year": 2021}, "text": {"headline": "Before"}}],
    }
    title, event, era = find_items(timeline)
    assert title == {"Headline": "All of it", "Text": "As told", "Media": None, "Type": "title"}
    assert event == {
        "Year": 2022,
        "Month": 1,
        "Day": 5,
        "End Year": 2022,
        "End Month": None,
        "End Day": None,
        "Display Date": "Wednesday",
        "Headline": "It begins",
        "Text": None,
        "Media": "https://example.org/a.png",
        "Group": "Prices",
    }
    assert (era["Year"], era["Headline"], era["Type"]) == (2021, "Before", "era")


def test_the_slides_of_a_storymap() -> None:
    """https://storymap.knightlab.com/advanced/"""
    slides = [
        {"type": "overview", "text": {"headline": "All of it"}},
        {"date": "5 January", "location": {"name": "Almaty", "lat": 43.25, "lon": 76.95}},
    ]
    overview, slide = find_items({"storymap": {"slides": slides}})
    assert (overview["Headline"], overview["Type"], overview["Place"]) == (
        "All of it",
        "title",
        None,
    )
    assert (slide["Date"], slide["Place"], slide["Lat"], slide["Lon"], slide["Type"]) == (
        *("5 January", "Almaty", 43.25, 76.95),
        None,
    )


def test_the_answer_of_a_sparql_service_has_its_values_alone() -> None:
    """https://www.w3.org/TR/sparql11-results-json/#select-bindings"""
    bindings = [{"placeLabel": {"type": "literal", "value": "Almaty", "xml:lang": "en"}}]
    answer = {"head": {"vars": ["placeLabel"]}, "results": {"bindings": bindings}}
    assert find_items(answer) == [{"placeLabel": "Almaty"}]
