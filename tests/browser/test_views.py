"""Presenting on a projector, exercises for learners, and what a screen reader is told."""

import re

import pytest
from playwright.sync_api import FloatRect, Locator, WebSocketRoute, expect

from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage

ISSUER = "authorities"
BESIDE = (".bar", ".lanes", ".controls")


def choose_view(page: MapPage, name: str) -> None:
    page.page.locator(".st-key-view button").first.click()
    page.page.get_by_test_id("stPopoverBody").get_by_text(name).click()


def box(of: Locator) -> FloatRect:
    found = of.bounding_box()
    assert found is not None
    return found


def type_size(of: Locator) -> float:
    return float(of.evaluate("node => parseFloat(getComputedStyle(node).fontSize)"))


def look(page: MapPage) -> list[float]:
    """Where the map looks: latitude, longitude and zoom of its middle."""
    shown: list[float] = page.page.frames[-1].evaluate(
        "() => [map.getCenter().lat, map.getCenter().lng, map.getZoom()]"
    )
    return shown


# ------------------------------------------------------------------ presenting


def test_a_link_presents_map_date_and_card_alone_in_large_type(new_page: NewPage) -> None:
    usual = MapPage(new_page()).open("?lang=en&event=airport-seized")
    page = MapPage(new_page()).open("?lang=en&event=airport-seized&view=present")
    for part in BESIDE:
        expect(usual.page.locator(part)).to_be_visible()
        expect(page.page.locator(part)).to_be_hidden()
    for part in ("a[data-row]", ".why", ".of-day .possible", ".of-day .open"):
        expect(usual.card.locator(part)).to_be_visible()
        expect(page.card.locator(part)).to_be_hidden()
    expect(page.page.locator(".st-key-language")).to_have_count(0)
    assert type_size(page.card.locator(".text")) >= 22
    own_date = "article > .own-date"
    assert type_size(page.card.locator(own_date)) > type_size(usual.card.locator(own_date))
    assert type_size(page.card.locator(".day")) < type_size(page.card.locator(own_date))
    assert type_size(page.mark("almaty-airport").locator(".label")) >= 16
    assert box(page.page.locator(".st-key-map iframe"))["height"] > 500
    expect(page.card.locator(".speaker")).to_have_text("Stated by: the authorities of Kazakhstan")
    expect(page.page.locator(".attribution")).to_be_in_viewport()
    expect(page.page.locator(".counts")).to_be_visible()


@pytest.mark.parametrize("code", ["pl", "en"])
def test_a_small_projector_shows_the_whole_account_on_every_day(
    new_page: NewPage, code: str
) -> None:
    page = MapPage(new_page(width=1280, height=720)).open(
        f"?lang={code}&date=2022-01-02&view=present"
    )
    expect(page.slider).to_be_focused()  # it takes the keys
    line = page.page.locator(".st-key-attribution").bounding_box()
    assert line is not None
    for day in range(2, 11):
        page.expect_day(f"2022-01-{day:02}")
        if day == 4:
            page.expect_event("president-appeals-for-calm")
        for count in page.page.locator(".count").all():
            box = count.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] < line["y"], count.inner_text()
            assert box["x"] + box["width"] < 1280, count.inner_text()
        page.page.keyboard.press("ArrowRight")
    page.page.keyboard.press("Home")
    page.expect_day("2022-01-02")
    page.page.keyboard.press("End")
    page.expect_day("2022-01-10")
    expect(page.page).to_have_url(re.compile("view=present"))


def test_a_clicker_steps_and_keys_blacken_and_reveal_while_presenting(new_page: NewPage) -> None:
    page = MapPage(new_page()).open(
        "?view=present&hide=speaker&hide=place&lang=en&by=chapter&event=operation-ordered"
    )
    keys = page.page.keyboard
    keys.press("PageDown")  # the slider has the focus, and would go by days
    page.expect_event("csto-appeal")
    black = page.page.locator("html[data-black]")
    keys.press("b")
    expect(black).to_be_attached()
    keys.press("PageDown")
    expect(black).not_to_be_attached()
    page.expect_event("csto-appeal")
    keys.press("PageUp")
    page.expect_event("operation-ordered")
    expect(page.card.locator("[data-reveal]")).to_have_count(2)
    keys.press("r")
    expect(page.card.locator("[data-reveal]")).to_have_count(0)


def test_presenting_and_hiding_keep_everything_else(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en&event=airport-seized")
    frame = page.page.frames[-1]
    frame.evaluate("() => { window.untouched = true; map.setView([50, 60], 6); }")
    choose_view(page, "Present in large type")
    leave = page.page.get_by_role("button", name="Leave the presentation")
    expect(leave).to_be_visible()
    page.expect_event("airport-seized")
    page.expect_day("2022-01-04")
    expect(page.page).to_have_url(re.compile("view=present"))
    page.page.wait_for_timeout(500)
    lat, lon, zoom = look(page)
    # A larger frame shows more, but of the same.
    assert (abs(lat - 50) < 4, abs(lon - 60) < 6, zoom) == (True, True, 6)
    leave.click()
    expect(leave).to_have_count(0)
    expect(page.page.locator("nav.bar a[data-panel=text]")).to_be_visible()
    page.expect_event("airport-seized")
    expect(page.page).not_to_have_url(re.compile("view="))
    expect(page.card.locator("h2")).to_have_text("Almaty airport said to be seized")

    choose_view(page, "Hide the places")
    expect(page.card.locator("h2")).to_have_text("[hidden] said to be seized")
    expect(page.page).to_have_url(re.compile("hide=place"))
    page.page.get_by_test_id("stPopoverBody").get_by_text("Hide the places").click()
    expect(page.card.locator("h2")).to_have_text("Almaty airport said to be seized")
    expect(page.page).not_to_have_url(re.compile("hide="))
    assert frame.evaluate("window.untouched") is True
    assert page.visit.errors == []


# ------------------------------------------------------------------ learners: the speaker


def test_the_speaker_stays_hidden_until_revealed(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en&event=airport-seized&hide=speaker")
    body = page.page.locator("body")
    attribution = page.page.locator(".attribution:visible")
    expect(attribution).to_have_text(
        "One side’s account. Who states it is hidden until you reveal it."
        " This map does not verify it."
    )
    expect(page.card.locator(".text")).to_have_text(
        "The [hidden] state that people whom they call terrorists also took over Almaty’s"
        " international airport."
    )
    page.mark("almaty-airport").click()
    source = page.map.locator(".popup-source")
    expect(source).to_have_text("Who states it is hidden")
    assert ISSUER not in body.inner_text().casefold()
    assert "konsul.wse.edu.pl" not in body.inner_text()
    assert ISSUER not in page.map.locator("body").inner_text().casefold()

    page.page.get_by_role("button", name="Reveal who states it").click()
    expect(page.card.locator(".speaker")).to_contain_text("the authorities of Kazakhstan")
    expect(attribution).to_contain_text(
        "What is told here is the account of the authorities of Kazakhstan"
    )
    expect(attribution.get_by_role("link")).to_be_visible()
    expect(source).to_have_text("Stated by the authorities of Kazakhstan")

    # The next event is a new question, and so is coming back.
    page.page.locator("[data-act=next]").click()
    page.expect_event("aircraft-with-passengers")
    expect(attribution).to_contain_text("hidden until you reveal it")
    page.page.locator("[data-act=previous]").click()
    page.expect_event("airport-seized")
    expect(page.page.get_by_role("button", name="Reveal who states it")).to_be_visible()

    # Nor do popups tell it in titles.
    page.arrive("?lang=en&event=armed-aggression&hide=speaker")
    page.expect_event("armed-aggression")
    page.map.locator(".unlocated summary").click()
    page.mark("abroad").click()
    expect(page.map.locator(".popup-events a").first).to_have_text(
        "The [hidden] on “armed aggression”"
    )


# ------------------------------------------------------------------ learners: the place


def test_the_place_stays_hidden_until_revealed(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en&hide=place")
    at_first = look(page)
    for event in ("almaty-worst", "airport-seized", "csto-appeal"):
        page.page.evaluate(
            "event => window.dispatchEvent("
            "new CustomEvent('statement-map:choose', { detail: { event } }))",
            event,
        )
        page.expect_event(event)
        page.settle()
        assert look(page) == at_first
    for event in ("operation-ordered", "security-council-chair"):
        page.page.locator("[data-act=previous]").click()
        page.expect_event(event)
    for place in ("kazakhstan", "almaty", "almaty-airport", "csto-members", "almaty-studios"):
        expect(page.mark(place)).to_be_hidden()
    expect(page.map.locator(".unlocated")).to_be_hidden()


def test_an_event_without_a_place_is_presented_with_the_country_in_sight(
    new_page: NewPage,
) -> None:
    """At first the panels of a small map stand open and leave no room beside the sheet."""
    page = MapPage(new_page(width=1280, height=720)).open("?date=2022-01-04&view=present")
    page.settle()
    zoom = page.page.evaluate(
        "document.querySelector('.st-key-map iframe').contentWindow.map.getZoom()"
    )
    assert zoom < 6  # Kazakhstan is wider than a window from there on


def test_revealing_the_place_shows_and_tells_it_and_moves_the_map(new_page: NewPage) -> None:
    visit = new_page()
    page = MapPage(visit).open("?lang=en&event=airport-seized&hide=place")
    told = page.page.locator("body > [aria-live=polite]")
    expect(told).to_have_text(
        "some time on 4–6 January 2022, not stated; only the order of telling suggests it:"
        " [hidden] said to be seized. The day on the map: 4 January 2022. The place is hidden."
    )
    body = page.page.locator("body")
    expect(page.card.locator("h2")).to_have_text("[hidden] said to be seized")
    expect(page.card.locator("blockquote")).to_have_text("Terroryści zajęli również [hidden]")
    assert "Almaty" not in page.card.locator("article").inner_text()
    assert "Almaty International" not in body.inner_text()
    expect(page.mark("almaty-airport")).to_be_hidden()
    assert look(page)[2] < 6

    page.page.get_by_role("button", name="Reveal the place").click()
    expect(told).to_contain_text("Almaty airport said to be seized")
    expect(page.card.locator("h2")).to_have_text("Almaty airport said to be seized")
    expect(page.card.locator("[data-place]")).to_have_text("Almaty International Airport")
    expect(page.mark("almaty-airport")).to_be_visible()
    page.page.wait_for_function(
        "() => document.querySelector('.st-key-map iframe').contentWindow.map.getZoom() > 9"
    )
    # Who states it was never hidden here.
    expect(page.page.locator(".attribution:visible")).to_contain_text("the authorities")

    page.page.locator("[data-act=next]").click()
    page.expect_event("aircraft-with-passengers")
    expect(page.mark("almaty-airport")).to_be_hidden()
    expect(page.card.locator("[data-place]")).to_have_count(0)


def test_a_late_answer_gives_no_place_away(new_page: NewPage) -> None:
    page = MapPage(new_page())
    deaf = False

    def relay(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        socket.on_message(lambda message: None if deaf else server.send(message))

    page.page.route_web_socket("**/_stcore/stream", relay)
    page.open("?date=2022-01-05&event=airport-seized&hide=place&lang=en")
    page.page.get_by_role("button", name="Reveal the place").click()
    expect(page.mark("almaty-airport")).to_be_visible()
    deaf = True
    page.slider.focus()
    page.page.keyboard.press("ArrowRight")
    expect(page.mark("almaty-airport")).to_be_hidden()


def test_both_are_revealed_one_by_one_and_a_link_keeps_both(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=pl&event=airport-seized&hide=speaker&hide=place")
    page.page.get_by_role("button", name="Ujawnij miejsce").click()
    expect(page.mark("almaty-airport")).to_be_visible()
    expect(page.card.locator("h2")).to_have_text("[ukryte] o zajęciu lotniska w Ałmaty")
    expect(page.card.locator("article")).not_to_contain_text("Kto to podaje")
    page.page.get_by_role("button", name="Ujawnij, kto to podaje").click()
    expect(page.card.locator(".speaker")).to_contain_text("władze Kazachstanu")
    expect(page.card.locator(".questions")).to_have_count(0)
    link = page.card.locator(".events a").first.get_attribute("href")
    assert link is not None
    assert "hide=speaker&hide=place" in link
    other = MapPage(new_page()).open(link)
    expect(other.card.locator(".questions button")).to_have_count(2)


def test_a_link_that_hides_something_unknown_hides_nothing(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en&event=airport-seized&hide=everything&view=%3Cb%3E")
    expect(page.card.locator("h2")).to_have_text("Almaty airport said to be seized")
    expect(page.page.locator("nav.bar a[data-panel=text]")).to_be_visible()


# ------------------------------------------------------------------ a screen reader


def test_a_step_is_told_once_and_briefly(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en&date=2022-01-02")
    told = page.page.locator("body > [aria-live=polite]")
    expect(told).to_have_text(
        "2 January 2022, stated in the text: Demonstrations said to begin in Mangystau Region."
        " The day on the map: 2 January 2022."
        " On the map, with this day given by the text: Mangystau Region."
        " Possibly: 5 places."
    )
    page.page.evaluate(
        """() => {
          const live = document.querySelector("body > .live");
          window.told = [];
          new MutationObserver(() => window.told.push(live.textContent))
            .observe(live, { childList: true });
        }"""
    )
    page.slider.focus()
    for _ in range(4):
        page.page.keyboard.press("ArrowRight", delay=30)
    now = "6 January 2022, stated in the text: An “anti-terrorist operation” is said to be ordered."
    day = "The day on the map: 6 January 2022."
    expect(told).to_have_text(
        re.compile(f"^{now} {day} On the map, with this day given by the text: Kazakhstan")
    )
    heard = page.page.evaluate("window.told")
    assert [text[: len(now)] for text in heard] == [now]
    assert len(heard[0]) < 250
    assert box(told)["width"] <= 1


# ------------------------------------------------------------------ every screen


def test_who_wants_less_motion_sees_none(new_page: NewPage) -> None:
    page = MapPage(new_page(reduced_motion="reduce")).open("?lang=en&date=2022-01-02")
    moving = page.page.evaluate(
        """() => [...document.querySelectorAll('.stApp *')].filter((node) => {
          const style = getComputedStyle(node);
          const lasts = style.transitionDuration.split(', ').some((time) => parseFloat(time));
          return style.animationName !== 'none' || (style.transitionProperty !== 'none' && lasts);
        }).map((node) => node.outerHTML.slice(0, 100))"""
    )
    assert moving == []
    frame = page.page.frames[-1]
    frame.evaluate(
        """() => {
          window.looks = new Set();
          const watch = () => {
            looks.add(map.getZoom() + ' ' + map.getPane("mapPane").style.transform);
            requestAnimationFrame(watch);
          };
          watch();
        }"""
    )
    page.choose("airport-seized")
    page.expect_event("airport-seized")
    page.settle()
    page.map.get_by_role("button", name="Zoom out").click()
    frame.wait_for_function("() => looks.size >= 3")
    page.page.wait_for_timeout(600)
    # Before, at the airport, and zoomed out: three looks and none between.
    assert frame.evaluate("looks.size") == 3
