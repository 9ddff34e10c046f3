"""What learners are to find stands nowhere that they can see or have read to them."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from statement_map.reading import read_atlas
from tests.browser import own_maps
from tests.browser.map_page import MapPage, rest
from tests.browser.test_event_list import open_filter
from tests.browser.test_views import choose_view
from tests.browser.visit import NewPage
from tests.conftest import ROOT

ATLAS = read_atlas(ROOT / "data")
NAMED = {mention.id for event in ATLAS.events for mention in event.places}

# How the names begin that stand in titles, topics and texts, in all their forms.
PLACES = re.compile(r"ałmat|almat|mang[iy]s|zachod\w+ kaza|west of kaza|kazakhstan|kazachsta", re.I)
SPEAKER = re.compile(r"\bwładz|\bauthorit|konsul\.wse|\bambasad|\bembass", re.I)

COLLECT = """
root => {
  for (const details of root.querySelectorAll("details")) details.open = true;
  const found = [document.title];
  const spoken = ["aria-label", "aria-description", "aria-valuetext", "aria-roledescription",
    "title", "alt", "placeholder", "value"];
  for (const node of [root, ...root.querySelectorAll("*")]) {
    if (!node.checkVisibility({ visibilityProperty: true })) continue;
    for (const name of spoken) found.push(node.getAttribute(name) ?? "");
    found.push(node.value ?? "");
    if (["SCRIPT", "STYLE"].includes(node.tagName)) continue;
    for (const child of node.childNodes)
      if (child.nodeType === Node.TEXT_NODE) found.push(child.data);
  }
  return found.map((text) => String(text).trim()).filter(Boolean);
}
"""


def told(where: Locator) -> list[str]:
    """All text under `where` that is seen, shown as a tooltip or read out by a screen reader."""
    texts: list[str] = where.evaluate(COLLECT)
    spoken = where.aria_snapshot().splitlines()
    return [*texts, *(line for line in spoken if not line.strip().startswith("- /url:"))]


def all_told(page: MapPage) -> Iterator[str]:
    """What a page with the list of events tells, with every list open and every filter's choices.

    The title and the line of attribution name the issuer, as they always do: they are left out.
    """
    for account in ("possible", "other-date", "open", "placeless"):
        page.page.locator(f".counts [data-account={account}]").click()
        expect(page.page.locator(".account-list")).to_be_visible()
        yield from told(page.page.locator(".st-key-accounts"))
    for lane in ("stated", "within", "none"):
        page.page.locator(f"button.lane-{lane}").click()
        yield from told(page.page.locator(".group-list:popover-open"))
        page.page.keyboard.press("Escape")
    for part in page.page.locator(".stMainBlockContainer > .stVerticalBlock > *").all():
        if part.locator(".title, .attribution").count() == 0:
            yield from told(part)
    yield from told(page.page.locator("body > .live"))
    for facet in page.page.locator(".st-key-list-filters [role=combobox]").all():
        yield from told(open_filter(page.page, facet))
        page.page.keyboard.press("Escape")


def framed(page: MapPage) -> list[str]:
    # A popup that was open, or is asked for, must not tell either.
    page.page.frames[-1].evaluate("statementMap.open('almaty-airport')")
    return told(page.map.locator("body"))


def but_for_who_states_it(code: str, texts: list[str]) -> list[str]:
    """The texts without the names of issuer and publisher, which name the country too."""
    for who in (ATLAS.statement.issuer, ATLAS.statement.publisher):
        assert who
        texts = [text.replace(who.read(code), "") for text in texts]
    return texts


def full_names(code: str, texts: list[str]) -> set[str]:
    """The names of the hidden places that stand whole in one of `texts`."""
    names = {ATLAS.places[id_].names.read(code) for id_ in NAMED}
    return {name for name in names for text in texts if name.casefold() in text.casefold()}


def telling(pattern: re.Pattern[str], texts: list[str]) -> list[str]:
    return [text for text in texts if pattern.search(text)]


@pytest.mark.parametrize("code", ["en", "pl"])
def test_where_nothing_is_hidden_both_are_told(new_page: NewPage, code: str) -> None:
    """So that what is looked for below would be found."""
    page = MapPage(new_page()).open(f"?lang={code}&event=armed-aggression&panel=events")
    texts = list(all_told(page))
    assert len(full_names(code, texts)) == len(NAMED)
    assert telling(PLACES, texts)
    assert telling(SPEAKER, [*texts, *headed(page)])
    assert telling(SPEAKER, speaking_popup(page))
    assert telling(PLACES, framed(page))


@pytest.mark.parametrize(
    ("code", "events"),
    [("en", ("airport-seized",)), ("pl", ("protests-begin", "almaty-buildings-seized"))],
)
def test_no_place_is_told_before_it_is_revealed(
    new_page: NewPage, code: str, events: tuple[str, ...]
) -> None:
    first, *others = events
    page = MapPage(new_page()).open(f"?lang={code}&event={first}&hide=place&panel=events")
    expect_no_place_told(page, code)
    for event in others:
        page.arrive(f"?lang={code}&event={event}&hide=place&panel=events")
        page.expect_event(event)
        rest(page.page)
        expect_no_place_told(page, code)


def expect_no_place_told(page: MapPage, code: str) -> None:
    texts = list(all_told(page))
    assert len(texts) > 500
    texts = but_for_who_states_it(code, texts)
    assert full_names(code, texts) == set()
    assert telling(PLACES, texts) == []
    # The map under the places names countries and regions as an atlas does, whatever is hidden.
    own_maps.rest(page.page.frames[-1])  # else a name finds its place between the two looks
    atlas_names = set(page.map.locator(".leaflet-names-pane .name").all_inner_texts())
    assert page.map.locator(".name-chosen").count() == 0
    in_frame = [text for text in framed(page) if text.strip(' -"') not in atlas_names]
    assert telling(PLACES, in_frame) == []


@pytest.mark.parametrize("code", ["en", "pl"])
def test_the_speaker_is_not_told_before_being_revealed(new_page: NewPage, code: str) -> None:
    query = f"?lang={code}&event=armed-aggression&hide=speaker&panel=events"
    page = MapPage(new_page()).open(query)
    texts = list(all_told(page))
    assert len(texts) > 500
    assert telling(SPEAKER, [*texts, *headed(page)]) == []
    assert telling(SPEAKER, speaking_popup(page)) == []


def headed(page: MapPage) -> list[str]:
    """What title and attribution tell, which name the issuer where it is not to be found out."""
    return [
        text
        for part in (".title", ".attribution:visible")
        for text in told(page.page.locator(part))
    ]


def speaking_popup(page: MapPage) -> list[str]:
    """What the map's frame tells with a popup that says who states it."""
    page.page.frames[-1].evaluate("statementMap.open('abroad')")
    expect(page.map.locator(".popup-source")).to_be_visible()
    return told(page.map.locator("body"))


def test_the_list_has_gaps_and_finds_nothing_by_what_is_hidden(new_page: NewPage) -> None:
    page = MapPage(new_page()).open(
        "?panel=events&lang=en&event=no-persecution&hide=place&place=almaty"
    )
    rows = page.page.locator(".event-list tbody tr")
    # The filter by place is withheld, in the address too.
    expect(rows).to_have_count(51)
    expect(page.page.locator(".list-unknown")).to_have_count(0)
    filters = page.page.locator(".st-key-list-filters")
    expect(filters.get_by_role("combobox")).to_have_count(3)
    row = page.page.locator("#row-airport-seized")
    expect(row.get_by_role("rowheader")).to_have_text("[hidden] said to be seized")
    expect(row.get_by_role("cell").last).to_have_text("[hidden]")
    without = page.page.locator("#row-no-persecution").get_by_role("cell").last
    expect(without).to_have_text("no place")
    search = page.page.locator(".st-key-event-list input[type=search]")
    found = page.page.locator(".st-key-event-list [role=status]")
    for words in ("airport", "Almaty", "lotnisko", "Mangystau"):
        search.fill(words)
        expect(found).to_have_text("0 of 51 events.")
    search.fill("took over")
    expect(found).not_to_have_text("0 of 51 events.")
    expect(rows.locator("[data-event=airport-seized]")).to_be_visible()


def test_the_switch_withholds_the_places_in_the_list_and_gives_them_back(
    new_page: NewPage,
) -> None:
    page = MapPage(new_page()).open("?lang=en&event=no-persecution&place=almaty-airport")
    rows = page.page.locator(".event-list tbody tr")
    expect(rows).to_have_count(2)
    choose_view(page, "Hide the places")
    expect(rows).to_have_count(51)
    assert telling(PLACES, told(page.page.locator(".event-list"))) == []
    page.page.get_by_test_id("stPopoverBody").get_by_text("Hide the places").click()
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("Almaty International Airport")


def test_what_is_revealed_of_one_event_stays_hidden_of_the_others(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en&event=airport-seized&hide=place&account=possible")
    listed = page.page.locator(".account-list")
    expect(listed.locator("[data-event=airport-seized]")).to_have_text("[hidden] said to be seized")
    page.page.get_by_role("button", name="Reveal the place").click()
    expect(page.card.locator("h2")).to_have_text("Almaty airport said to be seized")
    expect(listed.locator("[data-event=airport-seized]")).to_have_text(
        "Almaty airport said to be seized"
    )
    hardest = "The situation in [hidden] is called the hardest"
    expect(listed.locator("[data-event=almaty-worst]")).to_have_text(hardest)
    page.card.locator(".possible summary").click()
    other = page.card.locator(".possible [data-event=almaty-worst]")
    expect(other).to_have_text(hardest)
