"""What the map shows on each day of the slider, worked out by hand from the text.

A place goes by the nearest of its events, whose bounds are in tests/by_hand.py. Paragraph 1 states
2 January for the region, and what its people demanded stays open afterwards; 4 tells of the
spreading before the appeal of the 4th; 7 to 10 are told between that and the order of the 6th; 13,
15, 18 and 28 are possible throughout. The embassy is named above the first paragraph, and the text
is not older than the address of the 7th, of which it tells as past.
"""

from tests.browser.map_page import MapPage
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


def test_every_place_and_paragraph_is_shown_in_its_state(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?date=2022-01-02&lang=pl")
    page.slider.focus()
    for day in range(2, 11):
        page.expect_day(f"2022-01-{day:02}")
        expect_states(page, day)
        page.page.keyboard.press("ArrowRight")


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
    counted = page.page.locator(".accounts .count").evaluate_all(
        "counts => counts.map(count => parseInt(count.textContent, 10))"
    )
    assert counted == [*COUNTS[day], len(PLACELESS)], day
