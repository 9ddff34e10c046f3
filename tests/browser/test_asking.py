"""What is chosen on the page shows at once; Python is asked, and late answers change nothing."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage

# In the order of the text, from the first event on.
FIRST_EVENTS = [
    "protests-begin",
    "protesters-demands",
    "gas-price-measures",
    "price-moratorium",
]


def hold_answers(page: Page) -> Callable[[bool], None]:
    """Let the server's messages wait while the returned switch is on; then they come in order."""
    waiting: list[str | bytes] = []
    is_held = False
    sockets: list[WebSocketRoute] = []

    def relay(socket: WebSocketRoute) -> None:
        sockets.append(socket)
        server = socket.connect_to_server()
        socket.on_message(server.send)
        server.on_message(lambda message: (waiting.append if is_held else socket.send)(message))

    def hold(on: bool) -> None:
        nonlocal is_held
        is_held = on
        while not on and waiting:
            sockets[-1].send(waiting.pop(0))

    page.route_web_socket("**/_stcore/stream", relay)
    return hold


def test_a_chosen_event_is_there_before_python_answers(new_page: NewPage) -> None:
    page = MapPage(new_page())
    hold = hold_answers(page.page)
    page.open("?lang=en&date=2022-01-02")
    hold(True)
    page.choose("airport-seized")
    page.expect_event("airport-seized")
    expect(page.card.locator(".day")).to_have_text("Tuesday, 4 January 2022")
    page.expect_state("mangystau", "possible")
    page.expect_day("2022-01-04")
    hold(False)
    expect(page.page).to_have_url(re.compile("event=airport-seized"))
    page.expect_event("airport-seized")


def test_late_answers_never_lead_backwards(new_page: NewPage) -> None:
    page = MapPage(new_page())
    hold = hold_answers(page.page)
    page.open("?lang=en&event=protests-begin")
    page.record()
    hold(True)
    for event in FIRST_EVENTS[1:]:
        page.page.locator("[data-act=next]").click()
        page.expect_event(event)
    hold(False)
    expect(page.page).to_have_url(re.compile(f"event={FIRST_EVENTS[-1]}"))
    page.page.wait_for_timeout(500)
    assert page.shown() == FIRST_EVENTS


def test_who_moves_the_slider_meanwhile_is_not_led_away(new_page: NewPage) -> None:
    page = MapPage(new_page())
    hold = hold_answers(page.page)
    page.open("?lang=en&date=2022-01-06")
    hold(True)
    page.choose("day-of-mourning")
    page.expect_event("day-of-mourning")
    page.page.wait_for_timeout(500)  # Python has been told
    page.slider.focus()
    page.page.keyboard.press("ArrowLeft")
    page.expect_day("2022-01-09")
    page.record()
    hold(False)
    expect(page.page).to_have_url(re.compile("date=2022-01-09"))
    page.page.wait_for_timeout(1000)
    assert page.shown("days") == ["Sunday, 9 January 2022"]


def test_a_list_and_a_topic_open_and_close_at_once_together(new_page: NewPage) -> None:
    page = MapPage(new_page())
    hold = hold_answers(page.page)
    page.open("?lang=en&date=2022-01-06")
    hold(True)
    page.page.locator("[data-account=open]").click()
    expect(page.page.locator(".account-list")).to_be_visible()
    page.toggle_topic("protests")
    expect(page.page.locator("[data-topic=protests]")).to_have_attribute("aria-pressed", "false")
    expect(page.page.locator(".account-list")).to_be_visible()
    hold(False)
    expect(page.page).to_have_url(re.compile("account=open"))
    expect(page.page).to_have_url(re.compile("hide-topics=protests"))


def test_what_another_part_of_the_page_asks_meanwhile_takes_nothing_back(new_page: NewPage) -> None:
    page = MapPage(new_page())
    hold = hold_answers(page.page)
    page.open("?lang=pl&date=2022-01-10")
    hold(True)
    page.choose("airport-seized")
    page.expect_event("airport-seized")
    page.record()
    page.page.wait_for_timeout(500)  # Python has been asked, and its answer waits
    page.page.get_by_text("English", exact=True).click()
    page.page.wait_for_timeout(500)
    hold(False)
    expect(page.card.locator("h2")).to_have_text("Almaty airport said to be seized")
    expect(page.page).to_have_url(re.compile(r"(?=.*event=airport-seized)(?=.*lang=en)"))
    page.expect_day("2022-01-06")
    page.expect_event("airport-seized")
    assert page.shown() == ["airport-seized"]


def test_what_is_chosen_here_takes_nothing_back_from_another_part(new_page: NewPage) -> None:
    page = MapPage(new_page())
    hold = hold_answers(page.page)
    page.open("?lang=pl&date=2022-01-10")
    hold(True)
    page.page.get_by_text("English", exact=True).click()
    page.choose("airport-seized")
    page.page.wait_for_timeout(500)  # long enough to ask, were it not for the other answer
    hold(False)
    expect(page.page).to_have_url(re.compile(r"(?=.*event=airport-seized)(?=.*lang=en)"))
    expect(page.card.locator("h2")).to_have_text("Almaty airport said to be seized")
