"""What the map shows on each day of the slider, worked out by hand from the text.

A place goes by the nearest of its events, whose bounds are in tests/by_hand.py. Paragraph 1 states
2 January for the region, and what its people demanded stays open afterwards; 4 tells of the
spreading before the appeal of the 4th; 7 to 10 are told between that and the order of the 6th; 13,
15, 18 and 28 are possible throughout. The embassy is named above the first paragraph, and the text
is not older than the address of the 7th, of which it tells as past.
"""

import re

from playwright.sync_api import Locator, expect

from tests.browser.map_page import MapPage, rest
from tests.browser.visit import NewPage
from tests.by_hand import COUNTS, PLACELESS

OPEN = {
    "various-regions",
    "abroad",
    "hot-spots",
    "strategic-facilities",
    "diplomatic-missions",
    "community-facilities",
}
"""What paragraphs 11, 12, 17, 21 and 25 name, without any date."""

POSSIBLE = {"western-kazakhstan", "csto-members", "many-regions"}
ATTACKED = {
    "almaty",
    "almaty-city-administration",
    "almaty-presidential-residence",
    "almaty-airport",
    "almaty-police-headquarters",
    "almaty-security-committee",
    "almaty-prosecutors",
    "almaty-studios",
    "many-large-cities",
    "public-buildings",
    "police-stations",
    "military-bases",
}
SOURCE = {"poland", "kazakhstan-embassy-poland"}

# what places are on the 2nd, 3rd, … 10th: n(ow), p(ossible), o(pen), l(ater)
ROWS = [
    ({"mangystau"}, "n p p o o o o o o"),
    ({"larger-cities"}, "p p p o o o o o o"),
    (ATTACKED, "o o p p p o o o o"),
    ({"kazakhstan"}, "p p p p n n p p p"),
    (POSSIBLE, "p p p p p p p p p"),
    (OPEN, "o o o o o o o o o"),
    (SOURCE, "l l l l l p p p p"),
]
IS_AT = "day => window.statementMapStep?.date === day"
SHOWN = {"n": "is-now", "p": "is-possible", "o": "is-possible is-undated", "l": "is-later"}


ACCOUNTS = ("now", "possible", "open", "other-date")
MONTH = {"pl": "stycznia", "en": "January"}


def test_every_place_and_paragraph_is_shown_in_its_state(new_page: NewPage) -> None:
    """In Polish from the first day to the last, and in English back."""
    page = MapPage(new_page()).open("?date=2022-01-02&lang=pl")
    for day in range(2, 11):
        expect_states(page, day)
        expect_accounts(page, day, "pl")
        if day < 10:
            page.slider.press("ArrowRight")
    page.page.get_by_text("English", exact=True).click()
    expect(page.page.locator("html")).to_have_attribute("lang", "en")
    rest(page.page)
    for day in range(10, 1, -1):
        expect_accounts(page, day, "en")
        if day > 2:
            page.slider.press("ArrowLeft")


def expect_states(page: MapPage, day: int) -> None:
    page.page.wait_for_function(IS_AT, arg=f"2022-01-{day:02}")
    expected = {place: SHOWN[row.split()[day - 2]] for places, row in ROWS for place in places}
    found = {
        place: f"{state} is-undated"
        if page.mark(place).evaluate("mark => mark.classList.contains('is-undated')")
        else state
        for place, state in page.states().items()
    }
    assert found == expected, day


def expect_accounts(page: MapPage, day: int, language: str) -> None:
    """The account and the day below the card count the same paragraphs."""
    page.expect_day(f"2022-01-{day:02}")
    expect(page.card.locator(".of-day .day")).to_contain_text(f"{day} {MONTH[language]}")
    expected = dict(zip(ACCOUNTS, COUNTS[day], strict=True))
    counts = shown_numbers(page.page.locator(".accounts .count"))
    assert counts.pop("placeless")[0] == len(PLACELESS)
    assert {account: of for account, (of, _) in counts.items()} == expected, (day, language)
    assert sum(without for _, without in counts.values()) == len(PLACELESS), (day, language)
    for account, heading in {
        "now": "h4",
        "possible": "details.possible > summary",
        "open": "details.open > summary",
    }.items():
        told = page.card.locator(f".of-day {heading}")
        n = expected[account]
        expect(told).to_have_count(int(n > 0))
        if n:
            assert re.findall(r"\d+", told.inner_text())[0] == str(n), (day, account, language)


def shown_numbers(counts: Locator) -> dict[str, tuple[int, int]]:
    """Of how many paragraphs each account tells, and how many of them name no place."""
    found = {}
    for name, text in counts.evaluate_all(
        "counts => counts.map((one) => [one.className, one.textContent])"
    ):
        account = re.search(r"account-([\w-]+)", name)
        assert account
        of, *without = map(int, re.findall(r"\d+", text))
        found[account[1]] = of, sum(without)
    return found
