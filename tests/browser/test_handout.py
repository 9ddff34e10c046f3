"""The handout in a browser without any network, beside the app with a server."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Locator, Page, expect

from tests.browser.axe import find_faults
from tests.browser.handout_page import (
    ATLAS,
    DAYS,
    Handout,
    OpenHandout,
    handout_file,
    open_handout,
    write_handout,
)
from tests.browser.large import write_large
from tests.browser.map_page import MapPage
from tests.browser.test_keyboard import tab_to, walk_the_paragraphs
from tests.browser.visit import NewPage
from tests.exporting.hostile import HOSTILE, write_hostile

__all__ = ["handout_file", "open_handout"]

EVENTS = [event.id for event in ATLAS.events]
CARD = (".own-date", ".speaker", "h2", ".text", ".quote", ".places", ".badges", ".origin", ".why")

# What is all around depends on the size of the map, which is another in the app.
MARKS = """
() => Object.fromEntries([...document.querySelectorAll(".place")].map((mark) => [
  [...mark.classList].find((name) => /^place-(?!path$)/.test(name)).slice(6),
  [...mark.classList].filter((name) => /^is-(?!around$)/.test(name)).sort().join(" "),
]))
"""


@dataclass(frozen=True)
class Seen:
    """What a step shows: every mark's states by place, and the card's texts without blanks."""

    marks: dict[str, str]
    card: dict[str, str]


def see(map_: Page | Frame, card: Locator) -> Seen:
    texts: dict[str, Any] = card.evaluate(
        """(card, parts) => Object.fromEntries(parts.map((part) => {
          const node = card.querySelector(`article ${part}`);
          return [part, node ? node.innerText : null];
        }))""",
        list(CARD),
    )
    without_blanks = {part: re.sub(r"\s", "", text or "") for part, text in texts.items()}
    return Seen(map_.evaluate(MARKS), without_blanks)


def walk_through_the_app(new_page: NewPage) -> dict[str, Seen]:
    """Every day and every event of the app, by keyboard, in English."""
    page = MapPage(new_page(reduced_motion="reduce")).open("?lang=en")
    frame = page.page.frames[-1]
    seen = {}

    def arrived(step: str) -> None:
        page.page.wait_for_function(
            "step => [window.statementMapStep.date, window.statementMapStep.event].includes(step)",
            arg=step,
        )

    page.slider.focus()
    for day in DAYS:
        page.expect_day(day)
        arrived(day)
        expect(page.card.locator(".day")).to_contain_text(str(int(day[-2:])))
        seen[day] = see(frame, page.card)
        page.page.keyboard.press("ArrowRight")
    page.slider.evaluate("slider => slider.blur()")
    page.page.keyboard.press("Home")
    tab_to(page, "[data-act=next]")
    for event in EVENTS:
        page.expect_event(event)
        arrived(event)
        seen[event] = see(frame, page.card)
        page.page.keyboard.press("Enter")
    expect(page.page.locator("[data-act=next]")).to_be_disabled()
    tab_to(page, "[data-act=previous]", "Shift+Tab")
    page.page.keyboard.press("Enter")
    page.expect_event(EVENTS[-2])
    return seen


def walk_through_the_handout(handout: Handout) -> dict[str, Seen]:
    """Every day and every event of the handout, by keyboard."""
    seen = {}
    handout.slider.focus()
    handout.page.keyboard.press("Home")
    for day in DAYS:
        handout.expect_day(day)
        seen[day] = see(handout.page, handout.card)
        handout.page.keyboard.press("ArrowRight")
    handout.slider.evaluate("slider => slider.blur()")
    handout.page.keyboard.press("Home")
    for event in EVENTS:
        handout.expect_event(event)
        seen[event] = see(handout.page, handout.card)
        handout.page.keyboard.press("ArrowRight")
    return seen


# For each day and, from the first on, each event: its marks as above, and the title on the card.
READ = """
async ([days, events]) => {
  const seen = {};
  const look = async (step, isThere) => {
    while (!isThere()) await new Promise(requestAnimationFrame);
    seen[step] = [(MARKS)(), document.querySelector("#card h2")?.innerText ?? null];
  };
  for (const day of days) {
    location.hash = `lang=pl&date=${day}`;
    await look(day, () => statementMapStep.date === day);
  }
  location.hash = `lang=pl&event=${events[0]}`;
  for (const event of events) {
    await look(event, () => statementMapStep.event === event &&
      document.querySelector("#card [data-shown]").dataset.shown === event);
    document.querySelector("[data-act=next]").click();
  }
  return seen;
}
""".replace("MARKS", MARKS.strip())


@pytest.mark.timeout(300)
def test_every_step_is_the_apps_and_nothing_is_asked_for(
    new_page: NewPage, open_handout: OpenHandout
) -> None:
    handout = open_handout(locale="en-GB").open("#date=2022-01-02")
    in_english = walk_through_the_handout(handout)
    of_the_app = walk_through_the_app(new_page)
    assert len(of_the_app) == len(DAYS) + len(EVENTS) == 60
    for step, seen in of_the_app.items():
        assert in_english[step].marks == seen.marks, step
        assert in_english[step].card == seen.card, step

    handout.page.get_by_label("English").focus()
    handout.page.keyboard.press("ArrowDown")
    expect(handout.page.get_by_label("Polski")).to_be_checked()
    in_polish = handout.page.evaluate(READ, [DAYS, EVENTS])
    for step, seen in of_the_app.items():
        assert in_polish[step][0] == seen.marks, step
    for event in ATLAS.events:
        assert in_polish[event.id][1] == event.title.read("pl")
        assert in_english[event.id].card["h2"] == re.sub(r"\s", "", event.title.read("en"))
    assert handout.requests == [handout.url]
    assert handout.errors == []


def test_a_mark_leads_to_its_event_and_the_list_leads_to_the_mark(
    open_handout: OpenHandout,
) -> None:
    handout = open_handout().open("#lang=en")
    handout.page.locator("a[data-panel=events]").click()
    expect(handout.page.locator("#all")).to_be_focused()
    expect(handout.page.locator("#all")).to_be_in_viewport()
    handout.page.locator(".event-list a[data-event=airport-seized]").click()
    handout.expect_event("airport-seized")
    expect(handout.mark("almaty-airport")).to_have_class(re.compile("is-current"))
    expect(handout.page.locator(".page")).to_be_in_viewport()
    expect(handout.page.locator(".event-list a[aria-current]")).to_have_text(
        "Almaty airport said to be seized"
    )
    handout.card.locator("[data-place=almaty-airport]").click()
    popup = handout.page.locator(".leaflet-popup")
    expect(popup.locator(".popup-source")).to_have_text("Stated by the authorities of Kazakhstan")
    popup.locator("a[data-event=aircraft-with-passengers]").click()
    handout.expect_event("aircraft-with-passengers")


def test_the_accounts_are_the_apps(open_handout: OpenHandout) -> None:
    """Counted by hand, as in test_states.py."""
    handout = open_handout().open("#date=2022-01-05&lang=en")
    counts = [" ".join(text.split()) for text in handout.page.locator(".count").all_inner_texts()]
    assert counts == [
        "0 on this day",
        "10 possibly on this day (1 names no place)",
        "16 not ruled out (7 name no place)",
        "2 on other days",
        "8 in all name no place",
    ]
    assert handout.page.locator(".paragraphs li").count() == 28
    handout.page.locator(".paragraphs a", has_text="23").click()
    handout.expect_event("operation-continues")
    handout.expect_day("2022-01-07")


def test_the_row_of_paragraphs_is_one_stop_for_the_tab_key(open_handout: OpenHandout) -> None:
    handout = open_handout().open("#event=airport-seized&lang=en")
    walk_the_paragraphs(handout.page)
    handout.expect_event("airport-seized")
    handout.page.keyboard.press("Tab")
    expect(handout.page.locator(".paragraphs :focus")).to_have_count(0)


def test_the_address_opens_a_view_and_follows_it(open_handout: OpenHandout) -> None:
    handout = open_handout().open("#date=2022-01-05&event=airport-seized&lang=en")
    handout.expect_day("2022-01-05")
    handout.expect_event("airport-seized")
    expect(handout.card.locator(".day")).to_have_text("Wednesday, 5 January 2022")
    handout.page.locator("[data-act=next]").click()
    expect(handout.page).to_have_url(
        re.compile("#date=2022-01-05&event=aircraft-with-passengers&lang=en$")
    )
    handout.page.evaluate("location.hash = 'event=day-of-mourning&lang=pl'")
    handout.expect_event("day-of-mourning")
    handout.expect_day("2022-01-10")
    expect(handout.card.locator("h2")).to_have_text("Władze o dniu żałoby narodowej")
    other = open_handout().open(handout.page.url.removeprefix(handout.url))
    other.expect_event("day-of-mourning")


@pytest.mark.parametrize(
    ("locale", "whose"), [("pl-PL", "Relacja jednej strony"), ("en-US", "One side’s account")]
)
def test_it_opens_on_its_cover_in_the_browsers_language(
    open_handout: OpenHandout, locale: str, whose: str
) -> None:
    handout = open_handout(locale=locale).open()
    expect(handout.page.locator(".cover .whose")).to_have_text(whose)
    expect(handout.page.locator(".cover [data-act=start]")).to_be_in_viewport(ratio=1)
    expect(handout.card).to_be_hidden()
    expect(handout.page).to_have_url(re.compile(f"lang={locale[:2]}$"))


def open_with_clock(handout: Handout, query: str) -> None:
    """Open it; then time passes as the test lets it: a busy machine is slower than a reader."""
    noon = datetime(2022, 1, 10, 12, tzinfo=UTC)
    handout.page.clock.install(time=noon)
    handout.open(query)
    handout.page.clock.pause_at(noon + timedelta(hours=1))


def test_start_tells_the_story_and_the_step_before_the_first_event_is_the_cover(
    open_handout: OpenHandout,
) -> None:
    handout = open_handout()
    open_with_clock(handout, "#lang=en")
    handout.page.locator("[data-act=start]").click()
    handout.expect_event(EVENTS[0])
    expect(handout.page.locator("html[data-playing=true][data-by=chapter]")).to_have_count(1)
    expect(handout.card.locator(".chapter-number")).to_contain_text("1")
    expect(handout.page.locator("[data-act=next]")).to_be_focused()
    handout.page.keyboard.press("ArrowLeft")
    expect(handout.page.locator(".cover")).to_be_visible()
    expect(handout.page.locator("html[data-playing=false]")).to_have_count(1)
    expect(handout.page).to_have_url(re.compile("#lang=en$"))
    handout.page.keyboard.press("ArrowRight")
    handout.expect_event(EVENTS[0])
    expect(handout.page.locator(".cover")).to_be_hidden()


def test_the_axis_is_the_apps(open_handout: OpenHandout) -> None:
    """§ 10, the airport: between what § 7 states for 4 January and what § 13 does for 6 January."""
    handout = open_handout().open("#event=airport-seized&date=2022-01-05&lang=en")
    strip = handout.page.locator(".strip")
    expect(strip.locator(".chosen")).to_have_text("some time on 4–6 January 2022")
    expect(strip.locator(".lane-within.is-chosen b")).to_have_text("24")
    days = strip.locator(".day-name").evaluate_all(
        "days => days.map((day) => day.getBoundingClientRect()).map((box) => box.x + box.width / 2)"
    )
    bracket = strip.locator(".chosen").bounding_box()
    assert bracket is not None
    covered = [bracket["x"] < day < bracket["x"] + bracket["width"] for day in days]
    assert covered == [False, False, True, True, True, False, False, False, False]
    strip.locator(".lane-none").click()
    undated = strip.locator("#lane-none")
    expect(undated.locator("a")).to_have_count(22)
    undated.locator("a[data-event=armed-aggression]").click()
    handout.expect_event("armed-aggression")
    expect(undated).to_be_hidden()
    expect(handout.slider).to_have_attribute(
        "aria-valuetext", "Wednesday, 5 January 2022, nothing stated"
    )
    handout.page.locator(".languages [value=pl]").check()
    expect(strip.locator(".day-name").nth(3)).to_have_text("śr. 5 sty")


def test_an_address_that_leads_nowhere_says_so(open_handout: OpenHandout) -> None:
    handout = open_handout().open("#date=2022-02-30&event=%3Cimg%20src%3Dx%3E&lang=en")
    expect(handout.card.locator(".notice code")).to_have_text(["2022-02-30", "<img src=x>"])
    handout.expect_day("2022-01-02")
    expect(handout.page).to_have_url(re.compile("#lang=en$"))


def test_one_step_is_one_entry_and_back_shows_what_was_there(open_handout: OpenHandout) -> None:
    handout = open_handout()
    handout.open(f"#event={EVENTS[0]}&lang=en")
    before = handout.page.evaluate("history.length")
    for event in EVENTS[1:4]:
        handout.page.locator("[data-act=next]").click()
        handout.expect_event(event)
    handout.slider.focus()
    handout.page.keyboard.press("End")
    handout.expect_day("2022-01-10")
    handout.page.locator(".languages [value=pl]").check()
    expect(handout.page.locator("html")).to_have_attribute("lang", "pl")
    assert handout.page.evaluate("history.length") == before + 5
    handout.page.go_back()
    expect(handout.page.locator("[data-act=next]")).to_have_text("Next →")
    handout.expect_day("2022-01-10")
    for event in EVENTS[3::-1]:
        handout.page.go_back()
        handout.expect_event(event)
    handout.expect_day("2022-01-02")
    handout.page.go_forward()
    handout.expect_event(EVENTS[1])
    assert handout.errors == []


def test_it_plays_event_by_event_until_it_is_paused(open_handout: OpenHandout) -> None:
    handout = open_handout()
    open_with_clock(handout, f"#event={EVENTS[0]}&lang=en")
    handout.page.keyboard.press("Space")
    expect(handout.page.locator("[data-act=play] .if-playing")).to_have_text("❚❚ Pause")
    told = {event.id: event for event in ATLAS.events}
    for event, following in pairwise(EVENTS[:4]):
        words = " ".join(text.root["en"] for text in (told[event].title, told[event].text))
        handout.page.clock.run_for(1000 * len(words) // 15)  # as long as they take to read
        handout.expect_event(event)
        handout.page.clock.run_for(1500)  # and until the map is there
        handout.expect_event(following)
    handout.page.keyboard.press("ArrowLeft")
    handout.expect_event(EVENTS[2])
    handout.page.keyboard.press("Space")
    expect(handout.page.locator("[data-act=play] .if-paused")).to_be_visible()
    handout.page.clock.run_for(5000)
    handout.expect_event(EVENTS[2])
    handout.page.keyboard.press("End")
    handout.page.locator("[data-act=play]").click()
    handout.expect_event(EVENTS[0])


def test_on_a_phone_nothing_is_cut_off(open_handout: OpenHandout) -> None:
    handout = open_handout(phone=True).open("#event=airport-seized&lang=pl")
    width = handout.page.evaluate("document.documentElement.scrollWidth")
    assert width == 390
    for part in (
        "#map",
        "[data-act=previous]",
        "[data-act=play]",
        "[data-act=next]",
        ".date-slider input",
        ".strip",
        ".counts",
        "#card",
        ".claim",
    ):
        box = handout.page.locator(part).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    expect(handout.page.locator(".claim")).to_be_in_viewport()
    handout.page.locator(".about p").last.scroll_into_view_if_needed()
    expect(handout.page.locator(".claim")).to_be_in_viewport()


def test_axe_finds_nothing(open_handout: OpenHandout) -> None:
    for color_scheme in ("light", "dark"):
        handout = open_handout(color_scheme=color_scheme).open("#event=airport-seized&lang=en")
        of_colours = color_scheme == "dark"  # the elements are the same
        assert find_faults(handout.page, of_colours=of_colours) == []
        handout.page.evaluate("location.hash = 'lang=en'")
        expect(handout.page.locator(".cover")).to_be_visible()
        assert find_faults(handout.page, of_colours=of_colours) == []


def test_hostile_texts_are_shown_as_they_are(open_handout: OpenHandout, tmp_path: Path) -> None:
    handout = open_handout(write_handout(write_hostile(tmp_path), tmp_path))
    handout.open("#event=airport-seized&lang=en")
    expect(handout.card.locator("h2")).to_have_text(HOSTILE)
    expect(handout.page.locator("h1")).to_have_text(HOSTILE)
    handout.card.locator(".why summary").click()
    expect(handout.card.locator(".why")).to_contain_text(HOSTILE)
    handout.mark("almaty-airport").click()
    expect(handout.page.locator(".leaflet-popup h2")).to_have_text(HOSTILE)
    assert handout.page.evaluate("window.ran ?? null") is None
    assert handout.page.locator("img:not([class*=leaflet-relief-] > *)").count() == 0
    assert handout.requests == [handout.url]
    assert handout.errors == []


def test_a_long_list_is_shown_in_parts(open_handout: OpenHandout, tmp_path: Path) -> None:
    write_large(tmp_path, 450)
    handout = open_handout(write_handout(tmp_path, tmp_path)).open("#lang=en")
    rows = handout.page.locator(".event-list li")
    expect(handout.page.locator("#all")).to_have_text("All 450 events")
    expect(rows).to_have_count(200)
    handout.page.get_by_role("button", name="Show 200 more").click()
    handout.page.get_by_role("button", name="Show 50 more").click()
    expect(rows).to_have_count(450)
    expect(handout.page.locator("#more")).to_be_hidden()
    expect(handout.page.locator(".paragraphs li")).to_have_count(0)


def test_a_long_folded_list_is_built_when_it_is_opened_and_stays_open(
    open_handout: OpenHandout, tmp_path: Path
) -> None:
    """Of a hundred events two have a day; no day is excluded for the others."""
    write_large(tmp_path, 100)
    dated = "    when: 2022-01-{:02}\n    basis: stated\n    when_phrase: on that day\n"
    told = (tmp_path / "events.yaml").read_text("utf-8")
    for day in (1, *range(4, 31)):
        told = told.replace(dated.format(day), "    basis: none\n")
    head, second, later = told.partition("  - id: event-31\n")
    for day in (2, 3):
        later = later.replace(dated.format(day), "    basis: none\n")
    (tmp_path / "events.yaml").write_text(head + second + later, "utf-8")
    handout = open_handout(write_handout(tmp_path, tmp_path)).open("#lang=en&event=event-1")
    rows = handout.card.locator(".of-day details.open li")
    expect(handout.card.locator(".of-day details.open")).to_have_count(1)
    expect(rows).to_have_count(0)
    handout.card.locator(".of-day details.open > summary").click()
    expect(rows).to_have_count(1)  # one date, under which all of them stand
    expect(rows.locator("a")).to_have_count(98)
    handout.page.keyboard.press("ArrowRight")
    expect(handout.card.locator("article")).to_have_attribute("data-shown", "event-2")
    expect(rows.locator("a")).to_have_count(98)
    rows.locator("a").nth(40).click()
    expect(handout.card.locator("article")).to_have_attribute("data-shown", "event-43")
    expect(rows.locator("a").nth(40)).to_be_focused()
