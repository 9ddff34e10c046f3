"""What the map shows on each day that the text states, worked out by hand from the text.

Paragraph 1 gives 2 January; 4 tells of the spreading before the appeal of 4 January (5); 7 to 10
are told between that and the order of 6 January (14); 15 is bounded by the escalation of 7 and
the arrival of 18, which, like publication, lies between 7 and 10 January (23, 28).
"""

import pytest

from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage

UNDATED = {
    "various-regions",
    "abroad",
    "hot-spots",
    "strategic-facilities",
    "diplomatic-missions",
    "community-facilities",
}
ALWAYS_POSSIBLE = UNDATED | {"many-regions"}
ALMATY = {
    "almaty",
    "almaty-city-administration",
    "almaty-presidential-residence",
    "almaty-airport",
    "almaty-police-headquarters",
    "almaty-security-committee",
    "almaty-prosecutors",
    "almaty-studios",
}
ATTACKED = ALMATY | {"many-large-cities", "public-buildings", "police-stations", "military-bases"}
WEST = {"mangystau", "western-kazakhstan"}
SOURCE = {"poland", "kazakhstan-embassy-poland"}

EXPECTED: dict[str, dict[str, set[str]]] = {
    "2022-01-02": {
        "now": WEST,
        "possible": ALWAYS_POSSIBLE | {"larger-cities"},
        "earlier": set(),
        "later": ATTACKED | SOURCE | {"kazakhstan", "csto-members"},
    },
    "2022-01-04": {
        "now": set(),
        "possible": ALWAYS_POSSIBLE
        | ATTACKED
        | WEST
        | {"larger-cities", "kazakhstan", "csto-members"},
        "earlier": set(),
        "later": SOURCE,
    },
    "2022-01-06": {
        "now": {"kazakhstan"},
        "possible": ALWAYS_POSSIBLE | ATTACKED | {"western-kazakhstan", "csto-members"},
        "earlier": {"mangystau", "larger-cities"},
        "later": SOURCE,
    },
    "2022-01-07": {
        "now": {"kazakhstan"},
        "possible": ALWAYS_POSSIBLE | SOURCE | {"csto-members"},
        "earlier": ATTACKED | WEST | {"larger-cities"},
        "later": set(),
    },
    "2022-01-10": {
        "now": {"kazakhstan"},
        "possible": ALWAYS_POSSIBLE | SOURCE | {"csto-members"},
        "earlier": ATTACKED | WEST | {"larger-cities"},
        "later": set(),
    },
}


@pytest.mark.parametrize("day", EXPECTED)
def test_every_place_has_one_mark_in_its_state(new_page: NewPage, day: str) -> None:
    page = MapPage(new_page()).open(f"?date={day}&lang=pl")
    page.expect_day(day)
    states = page.states()
    for state, places in EXPECTED[day].items():
        assert {place for place, shown in states.items() if shown == f"is-{state}"} == places


def test_undated_places_are_told_apart_from_possible_ones(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?date=2022-01-05")
    for place, state in page.states().items():
        if state == "is-possible":
            undated = page.mark(place).evaluate("mark => mark.classList.contains('is-undated')")
            assert undated == (place in UNDATED), place


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        ("2022-01-02", (1, 3, 8, 8, 8)),
        ("2022-01-05", (0, 7, 5, 8, 8)),
        ("2022-01-06", (1, 7, 4, 8, 8)),
        ("2022-01-10", (1, 2, 9, 8, 8)),
    ],
)
def test_the_counts_account_for_all_paragraphs(
    new_page: NewPage, day: str, counts: tuple[int, ...]
) -> None:
    page = MapPage(new_page(locale="en-GB")).open(f"?date={day}&lang=en")
    page.expect_day(day)
    names = ["on this day", "possibly on this day", "at other dates", "undated", "without a place"]
    shown = page.page.locator(".accounts .count").all_inner_texts()
    assert shown == [f"{n} {name}" for n, name in zip(counts, names, strict=True)]
    assert page.page.locator(".accounts .paragraphs li").count() == 28
