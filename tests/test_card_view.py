"""What the browser builds cards and accounts from."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from statement_map.card_view import card_content
from statement_map.language import languages
from statement_map.map_view import map_content
from statement_map.reading import read_data
from statement_map.timeline import Timeline
from tests.conftest import ROOT
from tests.reading.samples import EVENTS, change, write_data


@pytest.fixture(scope="module")
def content() -> dict[str, Any]:
    atlas = read_data(ROOT / "data").atlas
    english = {"en": languages()["en"]}
    told: dict[str, Any] = json.loads(json.dumps(card_content(atlas, Timeline(atlas), english)))
    return told


def event(content: dict[str, Any], id_: str) -> dict[str, Any]:
    return next(each for each in content["events"] if each["id"] == id_)


def test_every_text_is_there_in_the_asked_language_alone(content: dict[str, Any]) -> None:
    texts = [text for each in content["events"] for text in (each["title"], each["text"])]
    texts += [place["name"] for place in content["places"]]
    texts += [day for step in content["steps"] for day in (step["day"], step["full_day"])]
    assert {tuple(text) for text in texts} == {("en",)}
    assert list(content["words"]) == ["en"]


def test_what_a_century_tells_is_no_more_than_what_a_month_does(tmp_path: Path) -> None:
    sizes = []
    for last in ("2022-02-01", "2131-02-01"):
        events = change(EVENTS, "after: prices-rise", f"after: prices-rise\n    when: {last}")
        atlas = read_data(write_data(tmp_path, events)).atlas
        timeline = Timeline(atlas)
        for content in (card_content, map_content):
            sizes.append(len(json.dumps(content(atlas, timeline, languages()))))
    card_of_month, map_of_month, card_of_century, map_of_century = sizes
    assert card_of_century < card_of_month
    assert map_of_century < map_of_month


def test_a_step_that_stands_for_many_days_says_so(tmp_path: Path) -> None:
    events = change(EVENTS, "after: prices-rise", "after: prices-rise\n    when: 2131-02-01")
    atlas = read_data(write_data(tmp_path, events)).atlas
    steps = card_content(atlas, Timeline(atlas), languages())["steps"]
    assert [step["day"]["pl"].replace("\u2009", " ") for step in steps] == [
        "2 stycznia 2022",
        "3–6 stycznia 2022",
        "7 stycznia 2022",  # the text was published, and names a place before its first paragraph
        "8 stycznia 2022 – 31 stycznia 2131",
        "1 lutego 2131",
    ]


def test_days_are_told_with_the_first_event_stated_for_them(content: dict[str, Any]) -> None:
    assert [step["date"] for step in content["steps"]] == [
        f"2022-01-{day:02}" for day in range(2, 11)
    ]
    assert content["steps"][0]["full_day"]["en"] == "Sunday, 2 January 2022"
    stated = {step["date"][-2:]: step["event"] for step in content["steps"] if step["event"]}
    # DESIGN: five stated dates, in paragraphs 1, 5, 14, 23 and 28
    assert list(stated) == ["02", "04", "06", "07", "10"]
    paragraphs = [event(content, id_)["paragraphs"][0] for id_ in stated.values()]
    assert paragraphs == [1, 5, 14, 23, 28]


def test_a_stated_event(content: dict[str, Any]) -> None:
    begin = event(content, content["steps"][0]["event"])
    assert begin["states"] == [[0, "now"], [1, "earlier"]]
    assert begin["span"] == [0, 0]
    assert begin["date"] == {"en": "2 January 2022"}
    assert begin["when_phrase"] == "W dniu 2 stycznia 2022 r."
    assert begin["omissions"] == ["number", "source"]
    assert ["mangystau", "w obwodzie Mangistauskim na zachodzie Kazachstanu"] in begin["mentions"]


def test_an_area_without_a_border_has_no_outline_that_shows_how_far_it_reaches(
    content: dict[str, Any],
) -> None:
    outlined = {place["id"] for place in content["places"] if place.get("is_outline")}
    assert "mangystau" in outlined
    assert "western-kazakhstan" not in outlined


def test_an_undated_event_has_no_span(content: dict[str, Any]) -> None:
    undated = [each for each in content["events"] if each["basis"] == "none"]
    assert undated
    for each in undated:
        assert each["states"] == [[0, "open"]]
        assert "span" not in each


def test_every_paragraph_leads_to_its_first_event(content: dict[str, Any]) -> None:
    assert len(content["accounts"]) == 28
    for number in range(1, 29):
        position = content["first"][str(number)]
        assert number in content["events"][position]["paragraphs"]
        assert not any(number in each["paragraphs"] for each in content["events"][:position])


def test_the_words_are_enough_for_the_scripts(content: dict[str, Any]) -> None:
    """Keys that a script names in full or by their beginning are all handed over."""
    known = languages()["en"].entries
    handed = content["words"]["en"]
    scripts = list((ROOT / "statement_map" / "browser" / "program" / "card").glob("*.js"))
    assert len(scripts) == 7
    for script in scripts:
        for key in re.findall(r"say\([\"`]([a-z-]+)", script.read_text(encoding="utf-8")):
            expected = {name for name in known if name == key or name.startswith(key)}
            assert expected, key
            assert expected <= set(handed), key


def test_chapters_count_into_the_events_and_look_where_they_are_told_to(tmp_path: Path) -> None:
    chapters = """\
  chapters:
    - {id: down, title: {en: Down}, events: [prices-fall], look_at: [capital]}
    - {id: up, title: {en: Up}, events: prices-rise}
"""
    atlas = read_data(
        write_data(tmp_path, change(EVENTS, "  topics:\n", f"{chapters}  topics:\n"))
    ).atlas
    told = card_content(atlas, Timeline(atlas), {"en": languages()["en"]})
    assert [dict(chapter) for chapter in told["chapters"]] == [
        {"title": {"en": "Down"}, "events": [1], "look_at": ("capital",)},
        {"title": {"en": "Up"}, "events": [0], "look_at": ["north"]},
    ]
    assert [each["chapter"] for each in told["events"]] == [1, 0]


def test_without_chapters_no_event_belongs_to_one(tmp_path: Path) -> None:
    atlas = read_data(write_data(tmp_path)).atlas
    told = card_content(atlas, Timeline(atlas), languages())
    assert told["chapters"] == []
    assert not any("chapter" in each for each in told["events"])
