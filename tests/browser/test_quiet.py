"""Steps leave the map's frame alone, and the page asks nobody but the app."""

from playwright.sync_api import WebSocketRoute, expect

from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage


def test_no_step_reloads_the_frame_or_asks_elsewhere(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=pl")
    frame = page.page.frames[-1]
    frame.evaluate("window.untouched = true")
    page.slider.focus()
    for day in range(3, 11):
        page.page.keyboard.press("ArrowRight")
        page.expect_day(f"2022-01-{day:02}")
    for _ in range(3):
        page.page.locator("[data-act=previous]").click()
    page.choose("airport-seized")
    page.expect_event("airport-seized")
    page.page.get_by_text("English", exact=True).click()
    expect(page.card.locator("h2")).to_have_text("Almaty airport said to be seized")
    assert frame.evaluate("window.untouched") is True
    assert page.visit.requests_elsewhere == []
    assert page.visit.errors == []


def test_map_and_card_follow_the_slider_without_the_server(new_page: NewPage) -> None:
    page = MapPage(new_page())
    deaf = False

    def relay(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        socket.on_message(lambda message: None if deaf else server.send(message))

    page.page.route_web_socket("**/_stcore/stream", relay)
    page.open("?date=2022-01-02&lang=pl")
    page.expect_state("mangystau", "now")
    deaf = True
    page.slider.focus()
    for _ in range(4):
        page.page.keyboard.press("ArrowRight")
    page.expect_state("mangystau", "possible")  # by another event, which no word excludes
    page.expect_state("kazakhstan", "now")
    expect(page.card.locator(".day")).to_have_text("czwartek, 6 stycznia 2022")
    page.expect_event("operation-ordered")


def test_an_unreachable_background_leaves_the_outlines_and_says_so(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en")
    page.map.locator(".settings summary").click()
    for name in ("osm", "topo"):
        page.map.locator(".settings select").select_option(name)
        expect(page.map.locator(".status")).to_have_text(
            "The online map cannot be reached; the outlines remain."
        )
        expect(page.map.locator(".outline-country:visible").first).to_be_visible()
        expect(page.map.locator(".leaflet-control-attribution")).to_contain_text(
            "OpenStreetMap contributors"
        )
    page.map.locator(".settings select").select_option("")
    expect(page.map.locator(".status")).to_be_hidden()


def test_a_reachable_background_is_shown_with_its_credit(new_page: NewPage) -> None:
    page = MapPage(new_page())
    tile = (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
        b"\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa75\x81\x84"
        b"\x00\x00\x00\x00IEND\xaeB`\x82"
    )
    referers: list[str | None] = []

    def answer(route: object, request: object) -> None:
        referers.append(request.headers.get("referer"))  # type: ignore[attr-defined]
        route.fulfill(body=tile, content_type="image/png")  # type: ignore[attr-defined]

    page.page.route("https://tile.openstreetmap.org/**", answer)
    page.open("?lang=en")
    page.map.get_by_role("button", name="Online background").click()
    expect(page.map.locator(".has-tiles")).to_be_visible()
    expect(page.map.locator(".status")).to_be_hidden()
    assert referers
    assert all(referers)
