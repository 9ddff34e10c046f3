"""The time axis: what is dated stands at its day, what is not stands at none, and each is found."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import served
from tests.browser.large import write_large
from tests.browser.map_page import MapPage
from tests.browser.visit import NewPage


def test_every_event_is_in_the_list_of_one_lane(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en")
    # By hand in tests/by_hand.py: what is stated, bound by words, suggested by order, or undated.
    lanes = {"stated": 5, "within": 8 + 16, "none": 22}
    for lane, n in lanes.items():
        assert page.page.locator(f"#lane-{lane} a").count() == 0, "built before it is opened"
        page.page.locator(f"button.lane-{lane}").click()
        expect(page.page.locator(f"#lane-{lane} a[data-event]")).to_have_count(n)
        expect(page.page.locator(f"button.lane-{lane} b")).to_have_text(f"{n}")
    assert page.page.locator("#lane-within .look-bounded").count() == 8


def test_only_what_the_text_dates_stands_at_a_day(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en&event=airport-seized&date=2022-01-05")
    expect(page.page.locator(".axis a[data-event]:visible")).to_have_count(5)
    assert page.page.locator(".brackets a").count() == 0
    for lane, name in (("spans", "stated"), ("brackets", "within")):
        beside = page.page.locator(f"button.lane-{name}").bounding_box()
        row = page.page.locator(f".{lane}").bounding_box()
        assert beside
        assert row
        middle = beside["y"] + beside["height"] / 2
        assert row["y"] < middle < row["y"] + row["height"], f"{name} beside its lane"
    # By hand: the airport is told between what is dated 4 and 6 January; each day is a ninth.
    chosen = page.page.locator(".brackets .chosen")
    expect(chosen).to_have_text("some time on 4–6 January 2022")
    expect(chosen).to_have_class("chosen look-suggested")
    axis, bracket = page.page.locator(".brackets").bounding_box(), chosen.bounding_box()
    assert axis
    assert bracket
    day = axis["width"] / 9
    assert abs(bracket["x"] - axis["x"] - 2 * day) < 6
    assert abs(bracket["width"] - 3 * day) < 12
    page.choose("csto-appeal")  # "not before 2 January": nothing bounds its end
    expect(chosen).to_have_class("chosen look-bounded opens-after")
    page.choose("armed-aggression")  # without a date
    expect(chosen).to_be_hidden()
    expect(page.page.locator(".lane.is-chosen")).to_have_class(re.compile("lane-none"))
    page.choose("day-of-mourning")  # at its day
    expect(chosen).to_be_hidden()
    expect(page.page.locator(".lane.is-chosen")).to_have_class(re.compile("lane-stated"))
    expect_marked_anew(page)


def expect_marked_anew(page: MapPage) -> None:
    """An axis that is drawn anew is marked anew."""
    page.choose("airport-seized")
    page.expect_event("airport-seized")
    page.toggle_topic("protests")
    topic = page.page.locator("[data-topic=protests]")
    expect(topic).to_have_attribute("aria-pressed", "false")
    page.page.evaluate(
        """() => {
          const axis = document.querySelector(".strip").parentElement;
          axis.innerHTML = axis.innerHTML
            .replace(/--step:[^;"]*;?/, "")
            .replaceAll('aria-pressed="false"', 'aria-pressed="true"')
            .replace(/class="chosen [^"]*"/, 'class="chosen" hidden');
        }"""
    )
    expect(topic).to_have_attribute("aria-pressed", "false")
    expect(page.page.locator(".brackets .chosen")).to_have_text("some time on 4–6 January 2022")
    expect(page.page.locator(".brackets .chosen")).to_be_visible()


def test_a_stated_mark_stands_below_its_day_on_the_slider_and_goes_to_its_event(
    new_page: NewPage,
) -> None:
    page = MapPage(new_page()).open()
    # Who presses the slider right above a mark comes to the mark's day.
    for day, event in (
        ("2022-01-06", "operation-ordered"),
        ("2022-01-07", "operation-continues"),
        ("2022-01-10", "day-of-mourning"),
        ("2022-01-02", "protests-begin"),
    ):
        mark = page.page.locator(f".spans a[data-event={event}]").bounding_box()
        track = page.slider.bounding_box()
        assert mark is not None
        assert track is not None
        page.page.mouse.click(mark["x"] + mark["width"] / 2, track["y"] + track["height"] / 2)
        page.expect_day(day)

    chosen = page.page.locator(".spans a[data-event=operation-ordered]")
    chosen.click()
    page.expect_event("operation-ordered")
    page.expect_day("2022-01-06")
    expect(page.page).to_have_url(re.compile("event=operation-ordered"))
    expect(chosen).to_have_attribute("aria-current", "true")
    page.choose("airport-seized")
    page.expect_event("airport-seized")
    expect(page.page.locator(".group-list:popover-open")).to_have_count(0)
    expect(page.mark("almaty-airport")).to_have_class(re.compile("is-current"))


def test_topics_differ_in_shape_and_filter_and_the_address_keeps_that(new_page: NewPage) -> None:
    page = MapPage(new_page()).open("?lang=en")
    shapes = page.page.locator(".topics i").evaluate_all(
        "marks => marks.map(mark => getComputedStyle(mark).clipPath)"
    )
    assert len(set(shapes)) == len(shapes) == 7
    protests = page.page.locator("[data-topic=protests]")
    mark = page.page.locator(".spans a[data-event=protests-begin]")
    expect(mark).to_be_visible()
    page.toggle_topic("protests")
    expect(mark).to_be_hidden()
    expect(protests).to_have_attribute("aria-pressed", "false")
    expect(page.page).to_have_url(re.compile("hide-topics=protests"))
    expect(page.page.locator(".spans a[data-event=operation-ordered]")).to_be_visible()
    other = MapPage(new_page()).open("?lang=pl&hide-topics=protests,nothing")
    expect(other.page.locator(".spans a[data-event=protests-begin]")).to_be_hidden()
    other.toggle_topic("protests")
    expect(other.page.locator(".spans a[data-event=protests-begin]")).to_be_visible()
    expect(other.page).not_to_have_url(re.compile("hide-topics"))


@pytest.fixture(scope="module")
def large_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on 4 000 events: 133 or 134 on each of 30 days, and one topic a day."""
    folder = tmp_path_factory.mktemp("large")
    write_large(folder, 4000)
    with served(tmp_path_factory.mktemp("home"), str(folder)) as url:
        yield url


@pytest.mark.parametrize("width", [1280, 390])
def test_a_name_stands_over_its_own_day(new_page: NewPage, large_url: str, width: int) -> None:
    page = MapPage(new_page(width=width), large_url).open("?lang=en&date=2022-01-04").page
    middles = """marks => marks.map((mark) => {
      const { left, width } = mark.getBoundingClientRect();
      return left + width / 2;
    })"""
    names = page.locator(".day-name")
    days = page.locator(".spans .span:visible").evaluate_all(middles)
    assert len(days) == 30
    assert names.count() == 10  # of 30 days each third is named, so that there are twelve at most
    assert names.evaluate_all(middles) == pytest.approx(days[::3], abs=1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_many_events_of_a_day_are_a_number_that_opens_their_list(
    new_page: NewPage, large_url: str
) -> None:
    page = MapPage(new_page(), large_url).open("?lang=en&date=2022-01-02")
    groups = page.page.locator(".axis button.group")
    # 4 000 is 133 times 30 and ten more, which fall on 2 to 11 January; number 30 on the 1st.
    assert groups.all_inner_texts() == ["133"] + ["134"] * 10 + ["133"] * 19
    assert page.page.locator(".axis a:visible").count() == 0
    page.page.get_by_role("button", name="134 events: 2 January 2022").click()
    shown = page.page.locator(".group-list:popover-open")
    expect(shown).to_be_visible()
    assert [" ".join(row.split()) for row in shown.locator("li:has(a)").all_inner_texts()] == [
        f"■ 2 January 2022 · stated in the text Event number {n}" for n in range(1, 3000, 30)
    ]
    expect(shown.locator("li").last).to_have_text("and 34 more")
    shown.locator("[data-event=event-31]").click()
    page.expect_event("event-31")
    expect(shown).to_have_count(0)


def test_a_finger_hits_what_the_axis_offers(new_page: NewPage, large_url: str) -> None:
    for url, offered in ((None, 5 + 4), (large_url, 4)):
        page = MapPage(new_page(phone=True), url).open("?lang=en&date=2022-01-02")
        boxes = page.page.locator(".strip :is(a, button):visible").evaluate_all(
            """marks => marks.map((mark) => mark.getBoundingClientRect())
              .map((box) => [box.width, box.height])"""
        )
        assert len(boxes) == offered
        assert [box for box in boxes if min(box) < 24] == []
        assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
