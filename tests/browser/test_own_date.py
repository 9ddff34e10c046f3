"""An event stands under its own date and no other; what belongs to the day stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from statement_map.model import Event
from statement_map.reading import read_data
from statement_map.timeline import Timeline
from tests.browser.handout_page import OpenHandout, handout_file, open_handout
from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage
from tests.by_hand import COUNTS, PLACELESS
from tests.conftest import ROOT

__all__ = ["handout_file", "open_handout"]

ATLAS = read_data(ROOT / "data").atlas
TIMELINE = Timeline(ATLAS)
DAYS = [f"2022-01-{day:02}" for day in range(2, 11)]
ACCOUNTS = ("now", "possible", "open", "other-date")
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


@pytest.mark.parametrize("language", ["en", "pl"])
def test_in_the_handout_no_other_date_stands_above_any_event(
    open_handout: OpenHandout, language: str
) -> None:
    handout = open_handout().open(f"#lang={language}")
    seen = walk(handout.page, f"#lang={language}", "#card", ATLAS.events)
    expect_own_dates(seen, language)


@pytest.mark.parametrize("query", ["lang=en", "lang=pl", "lang=en&view=present"])
def test_in_the_app_no_other_date_stands_above_any_event(new_page: NewPage, query: str) -> None:
    page = MapPage(new_page()).open(f"?{query}")
    expect_own_dates(walk(page.page, f"?{query}", ".card", ATLAS.events), query[5:7])


def test_an_address_shows_an_event_under_its_own_date(new_page: NewPage) -> None:
    query = "?lang=en&date=2022-01-05&event=day-of-mourning"
    page = MapPage(new_page()).open(query)
    (seen,) = page.page.evaluate(WALK, [[(query, "day-of-mourning", "2022-01-05")], ".card"])
    expect_own_date(seen, "day-of-mourning", "2022-01-05", "en")
    expect(page.card.locator(".stands")).to_have_text("The event above: later than this day.")
    expect(page.card.locator(".of-day .no-stated")).to_be_visible()


def test_why_then_quotes_the_words_or_says_that_there_are_none(open_handout: OpenHandout) -> None:
    handout = open_handout().open("#lang=en")
    bound = [event for event in ATLAS.events if event.after or event.before]
    for event, seen in zip(bound, walk(handout.page, "#lang=en", "#card", bound), strict=True):
        neighbours = [("after", id_) for id_ in event.after]
        neighbours += [("before", id_) for id_ in event.before]
        cues = [cue for side, id_ in neighbours if (cue := event.cue(side, id_))]  # type: ignore[arg-type]
        for cue in cues:
            assert f"Bound by the text’s words: “{cue}”." in seen["why"], event.id
        order = seen["why"].count("Only the order of telling suggests it.")
        assert order == len(neighbours) - len(cues), event.id


# ------------------------------------------------------------------ when and where counted apart


def shown_numbers(counts: Locator) -> dict[str, tuple[int, int]]:
    found = {}
    for name, text in counts.evaluate_all(
        "counts => counts.map((one) => [one.className, one.textContent])"
    ):
        account = re.search(r"account-([\w-]+)", name)
        assert account
        of, *without = map(int, re.findall(r"\d+", text))
        found[account[1]] = of, sum(without)
    return found


@pytest.mark.parametrize("language", ["en", "pl"])
def test_the_account_and_the_day_below_the_card_count_the_same_paragraphs(
    new_page: NewPage, language: str
) -> None:
    page = MapPage(new_page()).open(f"?lang={language}&date={DAYS[0]}")
    page.slider.focus()
    for step, day in enumerate(DAYS, start=2):
        page.expect_day(day)
        expect(page.card.locator(".of-day .day")).to_contain_text(
            re.compile(rf"\b{int(day[-2:])}\b")
        )
        expected = dict(zip(ACCOUNTS, COUNTS[step], strict=True))
        counts = shown_numbers(page.page.locator(".accounts .count"))
        assert counts.pop("placeless")[0] == len(PLACELESS)
        assert {account: of for account, (of, _) in counts.items()} == expected, day
        assert sum(without for _, without in counts.values()) == len(PLACELESS)
        for account, heading in {
            "now": "h4",
            "possible": "details.possible > summary",
            "open": "details.open > summary",
        }.items():
            told = page.card.locator(f".of-day {heading}")
            n = expected[account]
            expect(told).to_have_count(int(n > 0))
            if n:
                assert re.findall(r"\d+", told.inner_text())[0] == str(n), (day, account)
        page.page.keyboard.press("ArrowRight")


@pytest.mark.parametrize(
    ("language", "line", "name"),
    [
        (
            "en",
            "1 on this day (1 names no place)",
            "Paragraph 5: on this day; names no place",
        ),
        (
            "pl",
            "1 tego dnia (1 nie wymienia miejsca)",
            "Akapit 5: tego dnia; nie wymienia miejsca",
        ),
    ],
)
def test_on_4_january_one_paragraph_is_stated_and_names_no_place(
    new_page: NewPage, open_handout: OpenHandout, language: str, line: str, name: str
) -> None:
    app = MapPage(new_page()).open(f"?lang={language}&date=2022-01-04").page
    handout = open_handout().open(f"#lang={language}&date=2022-01-04").page
    for page in (app, handout):
        expect(page.locator(".count.account-now")).to_have_text(line)
        cell = page.locator(".paragraphs li").nth(4)
        expect(cell).to_have_class("account-now is-placeless")
        expect(cell.locator("a")).to_have_accessible_name(name)
        sign = "cell => getComputedStyle(cell, '::after').content"
        assert "∅" in cell.evaluate(sign)
        assert "∅" not in page.locator(".paragraphs li").nth(0).evaluate(sign)


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


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ("Sun 2 Jan", "Mon 10 Jan")),
        ("pl", ("niedz. 2 sty", "pon. 10 sty")),
    ],
)
def test_the_axis_names_its_days_as_a_calendar_does(
    new_page: NewPage, language: str, names: tuple[str, str]
) -> None:
    strip = MapPage(new_page()).open(f"?lang={language}").page.locator(".strip")
    shown = strip.locator(".day-name").all_inner_texts()
    assert (len(shown), shown[0], shown[-1]) == (9, *names)
    strip.locator(".lane-none").click()
    row = strip.locator("li", has=strip.page.locator("a[data-event=armed-aggression]"))
    none = {"en": "no date in the text", "pl": "bez daty w tekście"}
    expect(row.locator(".own-date .date")).to_have_text(none[language])
    stated = strip.locator(".spans a[data-event=day-of-mourning]")
    own = {
        "en": "10 January 2022, stated in the text: ",
        "pl": "10 stycznia 2022, datę podaje tekst: ",
    }
    expect(stated).to_have_accessible_name(re.compile(f"^{own[language]}"))
