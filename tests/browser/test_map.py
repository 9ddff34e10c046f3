"""The map and the lists lead to each other, and the view moves only when it should."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from benchmarks.inputs import marked, write_data
from statement_map.reading import read_data
from tests.browser.conftest import served
from tests.browser.drawn import view_of
from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage


def view(page: MapPage) -> tuple[float, float, float]:
    shown = page.page.frames[-1].evaluate(
        "() => [map.getCenter().lat, map.getCenter().lng, map.getZoom()]"
    )
    lat, lon, zoom = shown
    return lat, lon, zoom


def test_a_mark_leads_to_its_event_and_the_list_leads_to_the_mark(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?panel=events&date=2022-01-02&lang=pl")
    page.page.locator(".event-list a[data-event=airport-seized]").click()
    page.expect_event("airport-seized")
    mark = page.mark("almaty-airport")
    expect(mark).to_have_class(re.compile("is-current"))
    page.settle()
    expect(mark).to_be_in_viewport()
    expect(page.page.locator(".event-list a[data-event=airport-seized]")).to_have_attribute(
        "aria-current", "true"
    )
    mark.click()
    popup = page.map.locator(".leaflet-popup")
    expect(popup.locator("h2")).to_have_text("Międzynarodowe lotnisko Ałmaty")
    expect(popup.locator(".popup-source")).to_have_text("Kto to podaje: władze Kazachstanu")
    popup.locator("a[data-event=aircraft-with-passengers]").click()
    page.expect_event("aircraft-with-passengers")
    expect(popup).to_be_visible()


def test_an_unnamed_place_is_listed_and_leads_to_its_event(new_page: NewPage) -> None:
    page = MapPage(new_page(reduced_motion="no-preference")).open("?date=2022-01-06&lang=en")
    page.map.locator(".unlocated summary").click()
    page.mark("almaty-studios").click()
    page.map.locator(".leaflet-popup a[data-event=almaty-buildings-seized]").click()
    page.expect_event("almaty-buildings-seized")


def test_a_place_on_the_card_opens_on_the_map(new_page: NewPage) -> None:
    page = MapPage(new_page(reduced_motion="no-preference")).open("?event=airport-seized&lang=en")
    page.card.locator("[data-place=almaty-airport]").click()
    expect(page.map.locator(".leaflet-popup h2")).to_have_text("Almaty International Airport")


def test_the_view_moves_to_what_a_step_is_about_unless_switched_off(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?event=airport-seized&lang=en")
    airport = page.mark("almaty-airport")
    expect(airport).to_be_in_viewport()
    page.page.wait_for_function(
        "() => document.querySelector('.st-key-map iframe').contentWindow.map.getZoom() > 9"
    )
    page.map.locator(".settings summary").click()
    page.map.get_by_label("Move the map with each step").uncheck()
    before = view(page)
    page.page.locator(".paragraphs a", has_text="15").click()
    page.expect_event("csto-appeal")
    page.page.wait_for_timeout(1000)
    assert view(page) == before
    page.map.get_by_label("Move the map with each step").check()
    page.page.wait_for_function(
        "() => document.querySelector('.st-key-map iframe').contentWindow.map.getZoom() < 4"
    )


def test_marks_in_almaty_can_be_told_apart_at_country_zoom(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?date=2022-01-05&lang=en")
    names = {
        "almaty": "Almaty",
        "almaty-city-administration": "Almaty city administration (akimat)",
        "almaty-presidential-residence": "President’s residence in Almaty",
        "almaty-airport": "Almaty International Airport",
    }
    expect(page.map.locator(".crowd")).to_have_count(1)
    page.map.locator(".crowd").click()
    for place, name in names.items():
        expect(page.mark(place).locator(".label")).to_be_visible()
        page.mark(place).locator(".label").click()
        expect(page.map.get_by_role("heading", name=name, exact=True)).to_be_visible()
        page.page.keyboard.press("Escape")
        expect(page.map.locator(".leaflet-popup")).to_have_count(0)


def test_places_are_drawn_as_what_they_are(new_page: NewPage) -> None:
    page = MapPage(new_page(reduced_motion="no-preference")).open("?date=2022-01-06")
    assert page.mark("mangystau").evaluate("mark => mark.tagName") == "path"
    assert page.mark("western-kazakhstan").evaluate(
        "mark => [getComputedStyle(mark).stroke, getComputedStyle(mark).filter]"
    ) == ["none", 'url("#fading")']
    assert page.mark("csto-members").evaluate("mark => mark.tagName") == "path"
    assert page.mark("larger-cities").evaluate("mark => mark.tagName") == "BUTTON"
    bounds = json.loads(
        page.page.frames[-1].evaluate(
            """() => {
              let west = 180;
              map.eachLayer((layer) => {
                if (layer.getElement?.()?.classList?.contains("place-csto-members"))
                  west = [layer.getBounds().getWest(), layer.getBounds().getEast()];
              });
              return JSON.stringify(west);
            }"""
        )
    )
    # From Belarus (23° E) to Russia's far end at 170° W, which is 190° E.
    assert 19 < bounds[0] < 24
    assert 189 < bounds[1] < 192


@pytest.mark.parametrize(
    ("query", "width"),
    [
        ("?event=airport-seized&lang=pl", 390),
        ("?date=2022-01-06&lang=pl", 390),
        ("?date=2022-01-06&lang=en&view=present", 1440),
    ],
)
def test_no_name_of_a_mark_is_cut_off_at_the_edge(
    new_page: NewPage, query: str, width: int
) -> None:
    visit = new_page()
    visit.page.set_viewport_size({"width": width, "height": 900})
    page = MapPage(visit).open(query)
    cut = page.map.locator(".leaflet-container").evaluate(
        """map => {
          const { left, right } = map.getBoundingClientRect();
          return [...map.querySelectorAll(".mark")].filter((mark) => {
            const sign = mark.getBoundingClientRect();
            const label = mark.querySelector(".label");
            const name = label.getBoundingClientRect();
            const isSeen = sign.left >= left && sign.right <= right && name.width;
            const isTooLong = label.scrollWidth > label.clientWidth;
            return isSeen && (name.left < left || name.right > right || isTooLong);
          }).map((mark) => mark.getAttribute("aria-label"));
        }"""
    )
    assert cut == []


def test_among_hundreds_of_marks_the_view_stays_and_names_come_when_looked_at(
    new_page: NewPage, tmp_path: Path
) -> None:
    write_data(tmp_path / "data", events=400, seed=1)
    with served(tmp_path, str(tmp_path / "data")) as url:
        page = MapPage(new_page(reduced_motion="no-preference"), url).open(
            "?lang=en&date=2022-01-02"
        )
        # Each event names a place of its own, none the country: five are regions.
        assert len(page.states()) == 400
        expect(page.map.locator(".mark")).to_have_count(1)
        page.expect_state(marked(0), "now")
        page.expect_state(marked(1), "later")
        before = view(page)
        page.slider.focus()
        page.page.keyboard.press("ArrowRight")
        page.expect_state(marked(0), "earlier")
        page.expect_state(marked(1), "now")
        page.settle()
        assert view(page) == before
        # The one that the card tells of has its name, the others when they are looked at.
        expect(page.mark(marked(1)).locator(".label")).to_have_text(f"Place {marked(1)}")
        other = page.mark(marked(15))
        expect(other).to_have_count(0)
        place = read_data(tmp_path / "data").atlas.places[marked(15)]
        assert place.lat
        assert place.lon
        page.page.frames[-1].evaluate("id => { statementMap.lookAt(id); }", place.id)
        page.settle()
        x, y = view_of(page.page.frames[-1]).project(place.lat, place.lon)
        frame = page.page.locator(".st-key-map iframe").bounding_box()
        assert frame
        page.page.mouse.move(frame["x"] + x, frame["y"] + y)
        expect(other.locator(".label")).to_have_text(f"Place {marked(15)}")
        expect(other.locator(".label")).to_be_visible()
        page.page.mouse.click(frame["x"] + x, frame["y"] + y)
        expect(page.map.locator(".leaflet-popup h2")).to_have_text(f"Place {marked(15)}")
        assert page.visit.errors == []
