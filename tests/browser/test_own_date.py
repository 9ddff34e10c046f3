"""An event stands under its own date and no other; what belongs to the day stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from statement_map.model import Event
from statement_map.reading import read_data
from statement_map.timeline import Timeline
from tests.browser.handout_page import OpenHandout, handout_file, open_handout
from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage
from tests.conftest import ROOT

__all__ = ["handout_file", "open_handout"]

ATLAS = read_data(ROOT / "data").atlas
TIMELINE = Timeline(ATLAS)
MONTH = {"en": "January", "pl": "stycznia"}

# The five dates that the text states: paragraphs 1, 5, 14, 23 and 28.
STATED = {
    "protests-begin": 2,
    "president-appeals-for-calm": 4,
    "operation-ordered": 6,
    "operation-continues": 7,
    "day-of-mourning": 10,
}

# For each address, come to as Back and Forward do: what stands on the card above its title,
# its own date apart, that date, and why it is so.
WALK = """
async ([steps, where]) => {
  const seen = [];
  for (const [address, event, day] of steps) {
    history.replaceState(null, "", address);
    window.dispatchEvent(new PopStateEvent("popstate", { state: null }));
    const isThere = () =>
      document.querySelector(`${where} [data-shown]`)?.dataset.shown === event &&
      document.querySelector("input[type=range]").dataset.day === day;
    while (!isThere()) await new Promise(requestAnimationFrame);
    const card = document.querySelector(where);
    const title = card.querySelector("article h2");
    const own = card.querySelector("article > .own-date");
    const range = document.createRange();
    range.setStart(card, 0);
    range.setEndBefore(title);
    const before = range.cloneContents();
    before.querySelector(".own-date").remove();
    seen.push({
      event: title.closest("article").dataset.shown,
      first: card.querySelector("article").firstElementChild === own,
      isSeen: own.checkVisibility() && own.getBoundingClientRect().height > 0,
      own: own.textContent,
      beside: before.textContent,
      day: card.querySelector(".of-day .day").textContent,
      isBelow: Boolean(title.compareDocumentPosition(card.querySelector(".of-day")) & 4),
      why: card.querySelector(".why")?.textContent,
    });
  }
  return seen;
}
"""


def other_day(event: str) -> str:
    """A day that is not the event's own: one before or after its interval, if there is any."""
    found = next(each for each in ATLAS.events if each.id == event)
    interval = TIMELINE.interval(found)
    days = [day.isoformat() for day in TIMELINE.steps if interval is None or day not in interval]
    inside = [day.isoformat() for day in TIMELINE.steps[1:-1]]
    return next(iter(days), inside[0])


def expect_own_date(seen: dict[str, Any], event: str, day: str, language: str) -> None:
    assert seen["event"] == event
    assert str(int(day[-2:])) in seen["day"]
    assert seen["isBelow"]
    assert seen["first"], event
    dates = rf"\d+ {MONTH[language]}|2022"
    assert not re.search(dates, seen["beside"]), (event, seen["beside"])
    if event in STATED:
        assert seen["own"].startswith(f"■ {STATED[event]} {MONTH[language]} 2022 · ")
        return
    assert not seen["own"].startswith("■"), event
    basis = next(each.basis for each in ATLAS.events if each.id == event)
    if basis == "none":
        none = {"en": "○ no date in the text", "pl": "○ bez daty w tekście"}
        assert seen["own"] == none[language]
    else:
        said = {"en": "not stated", "pl": "daty tekst nie podaje"}
        assert re.match("(⊢⊣|⋯) ", seen["own"])
        assert f" · {said[language]}; " in seen["own"]


def walk(page: Page, address: str, card: str, events: Iterable[Event]) -> list[dict[str, Any]]:
    """What is seen of each event on another day than its own; ``address`` is all but these two."""
    days = [(event.id, other_day(event.id)) for event in events]
    steps = [(f"{address}&date={day}&event={event}", event, day) for event, day in days]
    seen: list[dict[str, Any]] = page.evaluate(WALK, [steps, card])
    return seen


def expect_own_dates(seen: list[dict[str, Any]], language: str) -> None:
    assert len(seen) == len(ATLAS.events) == 51
    for event, one in zip(ATLAS.events, seen, strict=True):
        expect_own_date(one, event.id, other_day(event.id), language)
        assert one["isSeen"], event.id


def expect_why(seen: list[dict[str, Any]]) -> None:
    """The words that bind an event to its neighbours are quoted, or it is told that none do."""
    by_id = {one["event"]: one for one in seen}
    for event in ATLAS.events:
        neighbours = [("after", id_) for id_ in event.after]
        neighbours += [("before", id_) for id_ in event.before]
        if not neighbours:
            continue
        why = by_id[event.id]["why"]
        cues = [cue for side, id_ in neighbours if (cue := event.cue(side, id_))]  # type: ignore[arg-type]
        for cue in cues:
            assert f"Bound by the text’s words: “{cue}”." in why, event.id
        order = why.count("Only the order of telling suggests it.")
        assert order == len(neighbours) - len(cues), event.id


def test_in_the_handout_no_other_date_stands_above_any_event(open_handout: OpenHandout) -> None:
    handout = open_handout().open("#lang=en")
    seen = walk(handout.page, "#lang=en", "#card", ATLAS.events)
    expect_own_dates(seen, "en")
    expect_why(seen)
    expect_own_dates(walk(handout.page, "#lang=pl", "#card", ATLAS.events), "pl")


def test_in_the_app_no_other_date_stands_above_any_event(new_page: NewPage) -> None:
    query = "?lang=en&date=2022-01-05&event=day-of-mourning"
    page = MapPage(new_page()).open(query)
    (seen,) = page.page.evaluate(WALK, [[(query, "day-of-mourning", "2022-01-05")], ".card"])
    expect_own_date(seen, "day-of-mourning", "2022-01-05", "en")
    expect(page.card.locator(".stands")).to_have_text("The event above: later than this day.")
    expect(page.card.locator(".of-day .no-stated")).to_be_visible()
    expect_own_dates(walk(page.page, "?lang=en", ".card", ATLAS.events), "en")


EACH_KIND = (
    "protests-begin",  # a day that is stated
    "airport-seized",  # between two days
    "overthrow-alleged",  # after a day
    "sleeper-cells",  # none
)
"""The program that builds the card is the handout's, which is walked in Polish too."""


@pytest.mark.parametrize("query", ["lang=pl", "lang=en&view=present"])
def test_nor_in_polish_nor_while_presenting(new_page: NewPage, query: str) -> None:
    page = MapPage(new_page()).open(f"?{query}")
    events = [event for event in ATLAS.events if event.id in EACH_KIND]
    seen = walk(page.page, f"?{query}", ".card", events)
    assert [one["event"] for one in seen] == list(dict.fromkeys(event.id for event in events))
    for one in seen:
        expect_own_date(one, one["event"], other_day(one["event"]), query[5:7])
        assert one["isSeen"], one["event"]


# ------------------------------------------------------------------ when and where counted apart


def expect_one_without_a_place(page: Page, line: str, name: str) -> None:
    expect(page.locator(".count.account-now")).to_have_text(line)
    cell = page.locator(".paragraphs li").nth(4)
    expect(cell).to_have_class("account-now is-placeless")
    expect(cell.locator("a")).to_have_accessible_name(name)
    sign = "cell => getComputedStyle(cell, '::after').content"
    assert "∅" in cell.evaluate(sign)
    assert "∅" not in page.locator(".paragraphs li").nth(0).evaluate(sign)


def test_on_4_january_one_paragraph_is_stated_and_names_no_place(
    new_page: NewPage, open_handout: OpenHandout
) -> None:
    app = MapPage(new_page()).open("?lang=en&date=2022-01-04").page
    handout = open_handout().open("#lang=en&date=2022-01-04").page
    for page in (app, handout):
        line = "1 on this day (1 names no place)"
        expect_one_without_a_place(page, line, "Paragraph 5: on this day; names no place")
    app.get_by_text("Polski", exact=True).click()
    handout.locator(".languages [value=pl]").check()
    for page in (app, handout):
        line = "1 tego dnia (1 nie wymienia miejsca)"
        expect_one_without_a_place(page, line, "Akapit 5: tego dnia; nie wymienia miejsca")


# ------------------------------------------------------------------ what changed comes into sight


@pytest.mark.parametrize("phone", [False, True])
def test_the_card_of_another_event_is_shown_from_its_date_on(
    new_page: NewPage, phone: bool
) -> None:
    page = MapPage(new_page(phone=phone)).open("?lang=en&event=protests-begin")
    date = page.card.locator("article > .own-date")
    cell = ".paragraphs a[data-event=csto-appeal]"
    for where in (".account-list a[data-event=csto-appeal]" if phone else cell, "[data-act=next]"):
        if phone and "account" in where:
            page.page.locator("[data-account=all]").tap()
        page.card.locator(".of-day summary").last.scroll_into_view_if_needed()
        expect(date).not_to_be_in_viewport()
        page.page.locator(where).click()
        expect(date).to_be_in_viewport()


def test_on_a_phone_the_handout_shows_the_story_after_next(open_handout: OpenHandout) -> None:
    handout = open_handout(phone=True).open(f"#event={ATLAS.events[0].id}&lang=en")
    for _ in range(15):
        handout.page.locator("[data-act=next]").tap()
    handout.expect_event(ATLAS.events[15].id)
    expect(handout.card.locator("h2")).to_be_in_viewport(ratio=1)
    tops = [
        handout.page.locator(part).evaluate("part => part.getBoundingClientRect().top")
        for part in ("#map", "[data-act=next]", "#card", ".strip", "#accounts", "#events")
    ]
    assert tops == sorted(tops)
    count = handout.page.locator("[data-account=all]")
    count.scroll_into_view_if_needed()
    count.tap()
    handout.page.locator(".account-list a[data-event=operation-continues]").tap()
    handout.expect_event("operation-continues")
    expect(handout.card.locator("h2")).to_be_in_viewport(ratio=1)


# ------------------------------------------------------------------ the axis


def test_the_axis_names_its_days_as_a_calendar_does(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en").page
    expect_days(page, ("Sun 2 Jan", "Mon 10 Jan"), "no date in the text")
    own = "10 January 2022, stated in the text: "
    stated = page.locator(".strip .spans a[data-event=day-of-mourning]")
    expect(stated).to_have_accessible_name(re.compile(f"^{own}"))
    page.get_by_text("Polski", exact=True).click()
    expect_days(page, ("niedz. 2 sty", "pon. 10 sty"), "bez daty w tekście")
    own = "10 stycznia 2022, datę podaje tekst: "
    expect(stated).to_have_accessible_name(re.compile(f"^{own}"))


def expect_days(page: Page, names: tuple[str, str], none: str) -> None:
    strip = page.locator(".strip")
    days = strip.locator(".day-name")
    expect(days).to_have_count(9)
    expect(days.first).to_have_text(names[0], use_inner_text=True)
    expect(days.last).to_have_text(names[1], use_inner_text=True)
    strip.locator(".lane-none").click()
    row = strip.locator("li", has=page.locator("a[data-event=armed-aggression]"))
    expect(row.locator(".own-date .date")).to_have_text(none)
    page.keyboard.press("Escape")
    expect(page.locator(".group-list:popover-open")).to_have_count(0)
