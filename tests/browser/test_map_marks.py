"""Marks stand where their places lie, crowds come apart without moving them, names keep apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product
from math import dist

import pytest
from playwright.sync_api import Locator, Page, expect

from statement_map.reading import read_data
from tests.browser.drawn import Map, boxes, overlapping, view_of
from tests.browser.map_page import STATES, MapPage
from tests.browser.own_maps import HALL, SIZES, TOWNS, OpenOwn, rest
from tests.browser.visit import NewPage
from tests.conftest import ROOT

ALMATY = ("almaty", "almaty-city-administration", "almaty-presidential-residence", "almaty-airport")
ATLAS = read_data(ROOT / "data").atlas
NAME = re.compile(r"^name name-|(?<=chosen) shape-\d")  # what is chosen has the sign of its topic
OWN = [(spot.id, spot.lat, spot.lon) for spot in TOWNS]
POINTS = [
    (place.id, place.lat, place.lon)
    for place in ATLAS.named_places
    if place.lat is not None and place.lon is not None and not place.boundary
]


def go_home(window: Page) -> None:
    window.locator(".tools button").first.click()
    rest(window)


def show(window: Page, event: str) -> None:
    window.evaluate("event => { location.hash = `lang=en&event=${event}`; }", event)
    expect(window.locator("#card article")).to_have_attribute("data-shown", event)
    rest(window)


def expect_in_place(window: Map, points: list[tuple[str, float, float]], within_px: float) -> None:
    view = view_of(window)
    for id_, lat, lon in points:
        expected = view.project(lat, lon)
        for part in ("", " .glyph"):
            (mark,) = boxes(window, f".place-{id_}{part}", seen=False)
            assert dist(mark.middle, expected) <= within_px, (id_, part)


# ------------------------------------------------------------------ in place


@pytest.mark.parametrize("size", SIZES)
def test_each_mark_stands_where_its_place_lies(open_own: OpenOwn, size: str) -> None:
    """At the view of the event and at the home view; a px of slack is Leaflet's rounding."""
    page = open_own("statement", "&event=almaty-buildings-seized", size)
    expect_in_place(page, POINTS, 2)
    go_home(page)
    assert view_of(page).zoom < 6
    expect_in_place(page, POINTS, 2)


@pytest.mark.parametrize("size", SIZES)
def test_forty_towns_stand_where_they_lie(open_own: OpenOwn, size: str) -> None:
    page = open_own("towns", "&event=everywhere", size)
    expect_in_place(page, OWN, 2)
    for crowd in boxes(page, ".crowd"):
        assert min(dist(crowd.middle, view_of(page).project(lat, lon)) for _, lat, lon in OWN) < 2


def test_the_apps_marks_stand_where_they_lie(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?date=2022-01-05&lang=en")
    expect_in_place(page.page.frames[-1], POINTS, 2)


@pytest.mark.parametrize("size", SIZES)
def test_a_crowd_is_near_each_of_its_places(open_own: OpenOwn, size: str) -> None:
    page = open_own("towns", "", size)
    go_home(page)
    crowds = page.evaluate(
        "() => statementMap.stage.crowds.map(({ members }) => members.map(({ place }) => place.id))"
    )
    assert crowds
    at = {id_: view_of(page).project(lat, lon) for id_, lat, lon in OWN}
    drawn = [crowd.middle for crowd in boxes(page, ".crowd")]
    for members, middle in zip(crowds, sorted_as(page, drawn), strict=True):
        for id_ in members:
            assert dist(at[id_], middle) <= 12 + 2, id_
    grouped = {id_ for members in crowds for id_ in members}
    alone = [xy for id_, xy in at.items() if id_ not in grouped]
    for n, one in enumerate(alone):
        for other in alone[n + 1 :]:
            assert dist(one, other) > 11


def sorted_as(page: Page, drawn: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The middles of the crowds in the order of `statementMap.stage.crowds`."""
    order = page.evaluate(
        """() => {
          const nodes = [...document.querySelectorAll(".crowd")];
          return statementMap.stage.crowds.map(({ node }) => nodes.indexOf(node));
        }"""
    )
    return [drawn[n] for n in order]


def test_a_crowded_place_keeps_its_element_and_its_state(open_own: OpenOwn) -> None:
    page = open_own("towns", "&event=everywhere")
    go_home(page)
    classes: list[list[str]] = page.locator(".place").evaluate_all(
        "marks => marks.map(mark => [...mark.classList])"
    )
    assert len(classes) == len(TOWNS)
    for names in classes:
        assert len(STATES.intersection(names)) == 1, names
    # The first event, of the second day, names all of them: no other day does.
    assert sum("is-now" in names for names in classes) == len(TOWNS)
    counts = [int(text) for text in page.locator(".crowd .share.is-now").all_inner_texts()]
    assert sum(counts) == page.locator(".mark.in-crowd").count()


def test_signs_side_by_side_do_not_overlap(open_own: OpenOwn) -> None:
    page = open_own("towns", "&event=everywhere")
    go_home(page)
    assert list(overlapping(boxes(page, ".mark:not(.in-crowd) .glyph"))) == []


# ------------------------------------------------------------------ crowds come apart


def open_with_mouse(crowd: Locator) -> None:
    crowd.click()


def open_with_finger(crowd: Locator) -> None:
    crowd.tap()


def open_with_keys(crowd: Locator) -> None:
    crowd.focus()
    crowd.press("Enter")


@pytest.mark.parametrize(
    ("size", "way"),
    [
        ("desktop", open_with_mouse),
        ("desktop", open_with_keys),
        ("phone", open_with_finger),
        ("small phone", open_with_finger),
    ],
)
def test_a_crowd_opens_into_callouts_whose_lines_end_at_the_places(
    open_own: OpenOwn, size: str, way: Callable[[Locator], None]
) -> None:
    """The four of Almaty: at the home view they lie within 12 px, two of them 260 m apart."""
    page = open_own("statement", "&date=2022-01-05", size)
    go_home(page)
    crowd = page.locator(".crowd")
    expect(crowd).to_have_count(1)
    expect(crowd).to_have_attribute("aria-label", re.compile("^4 places at this spot"))
    way(crowd)
    expect(crowd).to_have_attribute("aria-expanded", "true")
    labels = boxes(page, ".mark.in-crowd .label")
    assert len(labels) == 4
    assert list(overlapping(labels)) == []
    view = view_of(page)
    for label in labels:
        assert label.lies_in(view.box), label
    expect_in_place(page, [point for point in POINTS if point[0] in ALMATY], 2)
    for id_, lat, lon in POINTS:
        if id_ in ALMATY:
            assert ends_at(page, f".place-{id_} .line", view.project(lat, lon)), id_
    name = page.locator(".place-almaty-airport .label")
    name.tap() if size != "desktop" else name.click()
    expect(page.locator(".leaflet-popup h2")).to_have_text("Almaty International Airport")
    page.keyboard.press("Escape")
    expect(page.locator(".leaflet-popup")).to_have_count(0)
    expect(crowd).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(crowd).to_have_attribute("aria-expanded", "false")


def ends_at(page: Page, line: str, spot: tuple[float, float]) -> bool:
    """Whether a line is drawn and one of its ends lies within 2 px of a spot."""
    (box,) = boxes(page, line)
    corners = [(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]
    return min(dist(corner, spot) for corner in corners) <= 3


def test_the_keyboard_reaches_each_place_of_a_crowd(open_own: OpenOwn) -> None:
    page = open_own("statement", "&date=2022-01-05")
    go_home(page)
    page.locator(".crowd").focus()
    reached = set()
    for _ in ALMATY:
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.className.match(/place-(\\S+)/)[1]"))
        assert page.locator(".mark:focus .label").is_visible()
    assert reached == set(ALMATY)
    page.keyboard.press("Enter")
    expect(page.locator(".leaflet-popup a:focus")).to_have_count(1)


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_the_chosen_place_is_called_out_by_name(open_own: OpenOwn, size: str) -> None:
    """In a crowd too, as Bytom is in Upper Silesia; the home view shows all of Poland."""
    page = open_own("towns", "&event=everywhere", size)
    page.locator("summary", has_text="Map").click()
    page.get_by_label("Move the map with each step").uncheck()
    page.locator("summary", has_text="Map").click()
    go_home(page)
    for id_ in ("bytom", "chorzow", "gdynia", "skawina", "swidnik", "hel"):
        show(page, f"in-{id_}")
        spot = next(spot for spot in TOWNS if spot.id == id_)
        (label,) = boxes(page, ".mark.is-current .label")
        assert spot.name in label.name
        assert label.lies_in(view_of(page).box)
        middle = view_of(page).project(spot.lat, spot.lon)
        away = dist(middle, nearest(label.left, label.right, label.top, label.bottom, middle))
        assert away < 25 or ends_at(page, f".place-{id_} .line", middle), id_


def nearest(
    left: float, right: float, top: float, bottom: float, spot: tuple[float, float]
) -> tuple[float, float]:
    return min(max(spot[0], left), right), min(max(spot[1], top), bottom)


# ------------------------------------------------------------------ names keep apart


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("towns", ["event=everywhere", "event=in-bytom"]),
        ("hall", ["event=everywhere"]),
        ("statement", ["date=2022-01-05", "event=almaty-buildings-seized", "event=csto-appeal"]),
    ],
)
def test_no_name_runs_into_another_or_over_the_edge(
    open_own: OpenOwn, name: str, steps: list[str], size: str
) -> None:
    page = open_own(name, f"&{steps[0]}", size)
    seen = 0
    for step, at_home in product(steps, (False, True)):
        page.evaluate("step => { location.hash = `lang=en&${step}`; }", step)
        rest(page)
        if at_home:
            go_home(page)
        names = boxes(page, ".mark .label, .name")
        seen += len(names)
        assert list(overlapping(names)) == []
        view = view_of(page)
        for each in names:
            assert each.lies_in(view.box), each
        controls = boxes(page, ".leaflet-control")
        for control in controls:
            assert not [each for each in names if each.overlaps(control)]
    assert seen  # with nothing chosen a map of 294 px, half of it buttons, may have room for none


@pytest.mark.parametrize(
    ("event", "name"), [("state-of-emergency", "Kazakhstan"), ("demands-met", "Mangystau Region")]
)
def test_a_chosen_place_is_named_once(open_own: OpenOwn, event: str, name: str) -> None:
    page = open_own("statement", f"&event={event}")
    assert named(page, name) == ["chosen"]
    show(page, "listening-state")  # which names no place: the base map's own name is back
    assert named(page, name) != ["chosen"]
    assert len(named(page, name)) == 1


def named(page: Page, name: str) -> list[str]:
    """The kinds of the names on the map that say this."""
    found = [box.name for box in boxes(page, ".mark .label, .name")]
    return [
        kind for kind, said in (NAME.sub("", each).split(" ", 1) for each in found) if said == name
    ]


@pytest.mark.parametrize("size", SIZES)
def test_a_building_alone_has_something_around_it(open_own: OpenOwn, size: str) -> None:
    """The nearest outline of a country is far from the town hall of Warsaw; it is in sight."""
    page = open_own("hall", "", size)
    view = view_of(page)
    x, y = view.project(HALL.lat, HALL.lon)
    assert 0 < x < view.width
    assert 0 < y < view.height
    names = boxes(page, ".name")
    lines = page.evaluate(
        """() => {
          const { map } = statementMap.stage;
          return statementMap.stage.lines.filter((at) => map.getBounds().contains(at)).length;
        }"""
    )
    assert names or lines
