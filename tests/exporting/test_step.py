"""The picture of a step, as an XML parser and shapely see it."""

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from statement_map.exporting import ExportSource
from statement_map.exporting.picture import draw_step
from statement_map.exporting.picture.projection import MAP_HEIGHT_PX, WIDTH_PX
from statement_map.language import languages
from tests.exporting.hostile import HOSTILE
from tests.exporting.told import ATTRIBUTION

SVG = "{http://www.w3.org/2000/svg}"


def drawn(
    source: ExportSource, day: str, event: str | None = None, language: str = "en"
) -> ET.Element:
    found = next((each for each in source.atlas.events if each.id == event), None)
    return ET.fromstring(draw_step(source, languages()[language], date.fromisoformat(day), found))


def lines(picture: ET.Element) -> list[str]:
    return [text.text or "" for text in picture.findall(f"{SVG}text")]


RINGS = ("is-current", "is-broken")


def states(picture: ET.Element, kind: str) -> list[str]:
    """The states of the outlines, or of the marks, of places of a kind, as drawn."""
    classes = [each.get("class", "").split() for each in picture.iter()]
    return [
        next(n for n in reversed(names) if n.startswith("is-") and n not in RINGS)
        for names in classes
        if f"kind-{kind}" in names
    ]


def test_it_says_what_it_shows_and_who_states_it(source: ExportSource) -> None:
    picture = drawn(source, "2022-01-02")
    said = lines(picture)
    assert said[:4] == [
        "The Kazakh authorities’ statement on the events of January 2022",
        "■ 2 January 2022 · stated in the text",
        "para. 1: Demonstrations said to begin in Mangystau Region",
        "The day on the map: Sunday, 2 January 2022",
    ]
    assert "the text gives this day: Mangystau Region" in said
    assert ATTRIBUTION in said
    assert any("https://konsul.wse.edu.pl/informacje-z-msz/" in line for line in said)
    assert any("Natural Earth, public domain" in line for line in said)


@pytest.mark.parametrize(
    ("event", "language", "own"),
    [
        ("armed-aggression", "en", "○ no date in the text"),
        ("armed-aggression", "pl", "○ bez daty w tekście"),
        ("day-of-mourning", "en", "■ 10 January 2022 · stated in the text"),
        ("day-of-mourning", "pl", "■ 10 stycznia 2022 · datę podaje tekst"),
    ],
)
def test_an_event_stands_under_its_own_date_and_above_the_day(
    source: ExportSource, event: str, language: str, own: str
) -> None:
    said = lines(drawn(source, "2022-01-05", event, language))
    day = {"en": "Wednesday, 5 January 2022", "pl": "środa, 5 stycznia 2022"}[language]
    title = next(n for n, line in enumerate(said) if re.match(r"(para\.|ak\.) \d+: ", line))
    assert said[title - 1] == own
    assert day in said[title + 1]
    assert not any(day in line for line in said[:title])


def test_a_day_without_a_stated_event_says_so(source: ExportSource) -> None:
    assert "Na ten dzień tekst nie podaje żadnego zdarzenia." in lines(
        drawn(source, "2022-01-05", language="pl")
    )


def test_places_are_drawn_in_their_states(source: ExportSource) -> None:
    """As worked out by hand in tests/browser/test_states.py."""
    second, sixth = drawn(source, "2022-01-02"), drawn(source, "2022-01-06")
    assert states(second, "region") == ["is-now"]
    assert states(second, "area") == ["is-possible"]
    assert set(states(second, "site")) == {"is-undated"}
    assert states(sixth, "region") == ["is-undated"]
    assert states(sixth, "area") == ["is-possible"]
    assert states(sixth, "city") == ["is-possible"]


@pytest.mark.parametrize("event", ["protests-begin", "airport-seized", "csto-appeal"])
def test_the_places_of_the_event_are_in_sight(source: ExportSource, event: str) -> None:
    picture = drawn(source, "2022-01-06", event)
    current = [each for each in picture.iter() if "is-current" in each.get("class", "")]
    spots = [
        (float(x), float(y))
        for each in current
        for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", each.get("d", ""))
    ]
    marks = [(float(each.get("x", 0)), float(each.get("y", 0))) for each in current]
    for x, y in spots or marks:
        assert 0 <= x <= WIDTH_PX
        assert 0 <= y <= MAP_HEIGHT_PX


@pytest.mark.parametrize(
    ("event", "ring"), [("operation-ordered", {False}), ("state-of-emergency", {True})]
)
def test_the_ring_is_whole_only_around_what_is_stated_for_the_day(
    source: ExportSource, event: str, ring: set[bool]
) -> None:
    """Kazakhstan is filled on 6 January, for the operation that the text dates to that day."""
    picture = drawn(source, "2022-01-06", event)
    classes = [each.get("class", "").split() for each in picture.iter()]
    assert {
        "is-broken" in names for names in classes if {"place", "is-current"} <= {*names}
    } == ring
    assert states(picture, "country")[-1] == "is-now"


def test_a_mark_or_a_dot_stands_where_each_place_lies(source: ExportSource) -> None:
    """Two of the four in Almaty are 260 m apart: less than a px on the whole of Kazakhstan."""
    picture = drawn(source, "2022-01-05", "airport-seized")
    dots = [each for each in picture.iter(f"{SVG}circle") if "dot" in each.get("class", "").split()]
    spots = [(float(each.get("cx", 0)), float(each.get("cy", 0))) for each in dots]
    assert len(spots) == 4
    # 0.26 km of about 2 000 km on 1 000 px, and the airport 15 km from the city's point.
    assert max(abs(x - a) + abs(y - b) for x, y in spots for a, b in spots) < 18
    leaders = [each for each in picture.iter(f"{SVG}line") if each.get("class") == "leader"]
    ends = {(float(each.get("x1", 0)), float(each.get("y1", 0))) for each in leaders}
    assert ends == set(spots)


def test_russia_is_not_cut_at_180_degrees(source: ExportSource) -> None:
    """Its far east lies beside the rest of it, and no line runs along the cut."""
    picture = drawn(source, "2022-01-06", "csto-appeal")
    (group,) = (each for each in picture.iter() if "kind-group" in each.get("class", ""))
    xs = [float(x) for x in re.findall(r"(-?[\d.]+) -?[\d.]+", group.get("d", ""))]
    assert max(xs) - min(xs) < WIDTH_PX
    assert re.search(r"[\d.]M", group.get("d", ""))  # rings that stay open along the cut


def test_hostile_text_is_text(hostile_source: ExportSource) -> None:
    picture = drawn(hostile_source, "2022-01-05", "airport-seized")
    assert {each.tag.removeprefix(SVG) for each in picture.iter()} <= {
        *("svg", "title", "desc", "style", "defs", "filter", "feGaussianBlur"),
        *("pattern", "feComponentTransfer", "feFuncA", "feComposite"),
        *("rect", "circle", "path", "line", "text", "g"),
    }
    assert not [name for each in picture.iter() for name in each.attrib if name.startswith("on")]
    assert picture.findtext(f"{SVG}title") == HOSTILE
