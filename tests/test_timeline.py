"""When events happen: examples, worked out by hand."""

from datetime import date, timedelta
from typing import Any

import pytest

from statement_map.model import Event
from statement_map.timeline import (
    Dates,
    Grade,
    Interval,
    NeighbourCycleError,
    State,
    infer_dates,
)
from tests.timelines import jan, make_event, make_timeline

NOW, POSSIBLE, OPEN, EARLIER, LATER = State


@pytest.mark.parametrize(
    ("events", "start", "end"),
    [
        # a date of its own is taken as it is
        ([make_event("x", "2022-01-03")], jan(3), jan(3)),
        ([make_event("x", "2022-01-03~")], jan(3), jan(3)),
        ([make_event("x", "2022-01")], jan(1), jan(31)),
        ([make_event("x", "2022-01-03/..")], jan(3), None),
        ([make_event("x", "../2022-01-03")], None, jan(3)),
        (
            [make_event("a", "2022-01-05"), make_event("x", "2022-01-06/2022-01-08", after=["a"])],
            jan(6),
            jan(8),
        ),
        # else it lies between its neighbours
        ([make_event("a", "2022-01-02"), make_event("x", after=["a"])], jan(2), None),
        ([make_event("x", before=["b"]), make_event("b", "2022-01-07")], None, jan(7)),
        (
            [
                make_event("a", "2022-01-02"),
                make_event("b", "2022-01-04"),
                make_event("x", after=["a", "b"], before=["c", "d"]),
                make_event("c", "2022-01-08"),
                make_event("d", "2022-01-06"),
            ],
            jan(4),
            jan(6),
        ),
        # from the earliest day of one to the latest day of the other
        (
            [
                make_event("a", "2022-01-02/2022-01-05"),
                make_event("x", after=["a"], before=["b"]),
                make_event("b", "2022-01-04/2022-01-09"),
            ],
            jan(2),
            jan(9),
        ),
        # and what bounds a neighbour bounds it too, in whatever order they stand
        (
            [
                make_event("x", after=["y"], before=["z"]),
                make_event("z", before=["b"]),
                make_event("b", "2022-01-07"),
                make_event("y", after=["a"]),
                make_event("a", "2022-01-02"),
            ],
            jan(2),
            jan(7),
        ),
        # an open side bounds nothing
        (
            [
                make_event("a", "../2022-01-02"),
                make_event("b", "2022-01-01"),
                make_event("x", after=["a", "b"], before=["c"]),
                make_event("c", "2022-01-05/.."),
            ],
            jan(1),
            None,
        ),
    ],
)
def test_intervals(events: list[Event], start: date | None, end: date | None) -> None:
    dates = infer_dates(events)
    assert dates["x"].suggested == Interval(start, end)
    # a date that is stated excludes by itself; without cues nothing else does
    event = next(event for event in events if event.id == "x")
    assert dates["x"].bound == (dates["x"].suggested if event.basis == "stated" else None)


def test_words_alone_bind_a_date() -> None:
    """An end of the bound interval goes from cue to cue; the suggested one over all neighbours."""
    dates = infer_dates(
        [
            make_event("second", "2022-01-02"),
            make_event("fourth", "2022-01-04~"),
            make_event("ninth", "2022-01-09"),
            # words bind it to the 2nd, order alone to the 4th and the 9th
            make_event(
                "a", after=["second", "fourth"], after_cue={"second": "later"}, before=["ninth"]
            ),
            # bound to a by words: so to the 2nd by words, and to the 4th by order
            make_event("b", after=["a"], after_cue="then", before=["ninth"], before_cue="until"),
            # told after b, and nothing more
            make_event("c", after=["b"]),
            # words bind it to c, which no words bind
            make_event("d", after=["c"], after_cue="after that"),
        ]
    )
    after_2, after_4 = Interval(jan(2), None), Interval(jan(4), None)
    to_9, from_4_to_9 = Interval(jan(2), jan(9)), Interval(jan(4), jan(9))
    assert dates["a"] == Dates(after_2, after_2, from_4_to_9)
    assert dates["b"] == Dates(to_9, to_9, from_4_to_9)
    assert dates["c"] == Dates(None, None, after_4)
    assert dates["d"] == Dates(None, None, after_4)


@pytest.mark.parametrize(
    ("more", "bound", "given"),
    [
        ({}, None, Interval(jan(3), jan(5))),
        ({"after_cue": "since"}, Interval(jan(3), None), Interval(jan(3), jan(5))),
        ({"before_cue": "until"}, Interval(None, jan(5)), Interval(jan(3), jan(5))),
        ({"after_cue": "a", "before_cue": "b"}, *[Interval(jan(3), jan(5))] * 2),
        # words that bind it to a neighbour narrow it, order alone does not
        ({"after": ["four"]}, None, Interval(jan(3), jan(5))),
        ({"after": ["four"], "after_cue": {"four": "then"}}, Interval(jan(4), None),
         Interval(jan(4), jan(5))),
    ],
)  # fmt: skip
def test_words_bind_the_ends_of_a_date_that_the_editor_inferred(
    more: dict[str, Any], bound: Interval | None, given: Interval
) -> None:
    event = make_event("x", "2022-01-03/2022-01-05", basis="inferred", **more)
    dates = infer_dates([make_event("four", "2022-01-04"), event])
    assert dates["x"] == Dates(bound, given, given)  # order has no part in it


@pytest.mark.parametrize(
    ("event", "grade"),
    [
        (make_event("x", "2022-01-03"), Grade.STATED),
        (make_event("x", "2022-01-03~"), Grade.STATED),
        (make_event("x"), Grade.NONE),
        (make_event("x", after=["undated"]), Grade.NONE),
        (make_event("x", after=["undated"], after_cue="then"), Grade.NONE),
        (make_event("x", after=["two"]), Grade.SUGGESTED),
        (make_event("x", after=["two"], after_cue="then"), Grade.BOUNDED),
        (make_event("x", after=["two"], after_cue="then", before=["nine"]), Grade.SUGGESTED),
        (
            make_event("x", after=["two"], after_cue="a", before=["nine"], before_cue="b"),
            Grade.BOUNDED,
        ),
        # its words name a neighbour that only order dates
        (make_event("x", after=["told-after-two"], after_cue="then"), Grade.SUGGESTED),
        # its date stands in the data alone, as in the cell of a table
        (make_event("x", "2022-01-03", basis="inferred"), Grade.GIVEN),
        (make_event("x", "2022-01-03/..", basis="inferred"), Grade.GIVEN),
        (make_event("x", "2022-01-03/..", basis="inferred", after_cue="a"), Grade.BOUNDED),
        (make_event("x", "2022-01-03/2022-01-05", basis="inferred", after_cue="a"), Grade.GIVEN),
        # words bind it to what only the data date, and order to nothing
        (make_event("x", after=["given"], after_cue="then"), Grade.GIVEN),
        (make_event("x", after=["given"], after_cue="then", before=["nine"]), Grade.SUGGESTED),
        (make_event("x", after=["given"]), Grade.SUGGESTED),
    ],
)
def test_what_a_date_rests_on(event: Event, grade: Grade) -> None:
    others = [
        make_event("undated"),
        make_event("two", "2022-01-02"),
        make_event("nine", "2022-01-09"),
        make_event("told-after-two", after=["two"]),
        make_event("given", "2022-01-04", basis="inferred"),
    ]
    assert make_timeline(event, *others).grade(event) is grade


@pytest.mark.parametrize(
    "events",
    [
        [make_event("x")],
        [make_event("u"), make_event("x", after=["u"], before=["u2"]), make_event("u2")],
        [make_event("a", "../2022-01-02"), make_event("x", after=["a"])],
        [make_event("x", after=["nobody"])],
    ],
)
def test_nothing_bounds_it(events: list[Event]) -> None:
    assert infer_dates(events)["x"] == Dates(None, None, None)


@pytest.mark.parametrize(
    ("events", "ids"),
    [
        ([make_event("a", after=["a"])], {"a"}),
        ([make_event("a", after=["b"]), make_event("b", after=["a"])], {"a", "b"}),
        (
            [
                make_event("a", before=["b"]),
                make_event("b", before=["c"]),
                make_event("c", before=["a"]),
                make_event("d", after=["a"]),
            ],
            {"a", "b", "c"},
        ),
        # dates do not excuse a circle
        (
            [
                make_event("a", "2022-01-01", before=["b"]),
                make_event("b", "2022-01-02", before=["a"]),
            ],
            {"a", "b"},
        ),
    ],
)
def test_neighbours_in_a_circle(events: list[Event], ids: set[str]) -> None:
    with pytest.raises(NeighbourCycleError) as caught:
        infer_dates(events)
    assert set(caught.value.ids) == ids
    assert caught.value.ids[0] == caught.value.ids[-1]
    assert len(caught.value.ids) == len(ids) + 1
    assert str(caught.value) == " -> ".join(caught.value.ids)


@pytest.mark.parametrize(
    ("event", "states"),
    [
        # on 2, 3, 4 and 5 January
        (make_event("x", "2022-01-03"), [LATER, NOW, EARLIER, EARLIER]),
        (make_event("x", "2022-01-03/2022-01-03"), [LATER, NOW, EARLIER, EARLIER]),
        (make_event("x", "2022-01-03~"), [LATER, POSSIBLE, EARLIER, EARLIER]),
        (make_event("x", "2022-01-03?"), [LATER, POSSIBLE, EARLIER, EARLIER]),
        # what no words bind excludes no day
        (make_event("x", "2022-01-03", basis="inferred"), [OPEN, POSSIBLE, OPEN, OPEN]),
        (
            make_event("x", "2022-01-03", basis="inferred", after_cue="then"),
            [LATER, POSSIBLE, OPEN, OPEN],
        ),
        (
            make_event("x", "2022-01-03", basis="inferred", before_cue="until"),
            [OPEN, POSSIBLE, EARLIER, EARLIER],
        ),
        (make_event("x", "2022-01-03/2022-01-04"), [LATER, POSSIBLE, POSSIBLE, EARLIER]),
        (
            make_event("x", "2022-01-03/2022-01-04", throughout=True),
            [LATER, NOW, NOW, EARLIER],
        ),
        (
            make_event("x", "2022-01-03/2022-01-04", throughout=True, basis="inferred"),
            [OPEN, POSSIBLE, POSSIBLE, OPEN],
        ),
        (
            make_event("x", "2022-01-03~/2022-01-04", throughout=True),
            [LATER, POSSIBLE, POSSIBLE, EARLIER],
        ),
        (make_event("x", "2022-01-04/.."), [LATER, LATER, POSSIBLE, POSSIBLE]),
        (make_event("x", "2022-01-04/..", throughout=True), [LATER, LATER, NOW, NOW]),
        (make_event("x", "../2022-01-03"), [POSSIBLE, POSSIBLE, EARLIER, EARLIER]),
        (make_event("x"), [OPEN, OPEN, OPEN, OPEN]),
    ],
)
def test_states(event: Event, states: list[State]) -> None:
    timeline = make_timeline(event)
    assert [timeline.state(event, jan(day)) for day in (2, 3, 4, 5)] == states


def test_the_states_of_an_event_that_words_bind_less_than_order_suggests() -> None:
    """After the 2nd by its words, and told between the 4th and the 6th."""
    event = make_event("x", after=["two", "four"], after_cue={"two": "after that"}, before=["six"])
    days = {"one": 1, "two": 2, "four": 4, "six": 6, "eight": 8}
    timeline = make_timeline(event, *(make_event(id_, f"{jan(day)}") for id_, day in days.items()))
    assert [timeline.state(event, jan(day)) for day in range(1, 9)] == [
        LATER, OPEN, OPEN, POSSIBLE, POSSIBLE, POSSIBLE, OPEN, OPEN,
    ]  # fmt: skip
    assert timeline.states(event) == ((0, LATER), (1, OPEN), (3, POSSIBLE), (6, OPEN))
    assert timeline.interval(event) == Interval(jan(4), jan(6))
    assert timeline.dates(event).bound == Interval(jan(2), None)
    assert timeline.day_of(event, jan(2)) == jan(4)


def test_the_interval_of_an_event() -> None:
    first, second, third = (
        make_event("a", "2022-01-02"),
        make_event("b", after=["a"]),
        make_event("c"),
    )
    timeline = make_timeline(first, second, third)
    assert timeline.interval(second) == Interval(jan(2), None)
    assert timeline.interval(third) is None


def test_events_in_a_state_stand_in_the_order_of_the_text() -> None:
    late, early, other = (
        make_event("late", "2022-01-05"),
        make_event("early", "2022-01-03"),
        make_event("other", "2022-01-05"),
    )
    timeline = make_timeline(late, early, other)
    assert timeline.events_in(LATER, jan(2)) == (late, early, other)
    assert timeline.events_in(NOW, jan(5)) == (late, other)
    assert timeline.events_in(EARLIER, jan(5)) == (early,)
    assert timeline.events_in(OPEN, jan(5)) == ()


@pytest.mark.parametrize(
    ("events", "first", "last"),
    [
        ([make_event("a", "2022-01-02")], jan(2), jan(2)),
        ([make_event("a", "2022-01-10"), make_event("b", "2022-01-02")], jan(2), jan(10)),
        ([make_event("a", "2022-01-05/.."), make_event("b", "../2022-01-09")], jan(5), jan(9)),
        ([make_event("a", "2022-01-30/2022-02-02")], jan(30), date(2022, 2, 2)),
        ([make_event("a", "9999-12-30/9999-12-31")], date(9999, 12, 30), date.max),
        ([make_event("a", "2022-01-02"), make_event("x", after=["a"])], jan(2), jan(2)),
    ],
)  # fmt: skip
def test_steps(events: list[Event], first: date, last: date) -> None:
    steps = make_timeline(*events).steps
    assert steps[0] == first
    assert steps[-1] == last
    assert [day - first for day in steps] == [timedelta(days=n) for n in range(len(steps))]


def test_a_year_has_a_stop_for_each_of_its_days() -> None:
    # 2020 is a leap year
    assert len(make_timeline(make_event("a", "2020")).steps) == 366


def test_a_long_text_stops_where_something_changes() -> None:
    timeline = make_timeline(
        make_event("a", "1900-01-01"),
        make_event("b", "1950-05"),
        make_event("c", "1971-03-04/.."),
        make_event("d", "2009-05-01", basis="stated"),
    )
    assert [day.isoformat() for day in timeline.steps] == [
        "1900-01-01", "1900-01-02", "1950-05-01", "1950-06-01", "1971-03-04", "2009-05-01",
    ]  # fmt: skip
    assert timeline.stretch(0) == (date(1900, 1, 1), date(1900, 1, 1))
    assert timeline.stretch(1) == (date(1900, 1, 2), date(1950, 4, 30))
    assert timeline.stretch(5) == (date(2009, 5, 1), date(2009, 5, 1))


def test_the_last_day_of_a_long_text_is_a_stop() -> None:
    timeline = make_timeline(make_event("a", "1900-01-01"), make_event("b", "2009"))
    assert [day.isoformat() for day in timeline.steps] == [
        "1900-01-01", "1900-01-02", "2009-01-01", "2009-12-31",
    ]  # fmt: skip


def test_the_last_day_that_there_is_has_none_after_it() -> None:
    timeline = make_timeline(make_event("a", "0001"), make_event("b", "9999"))
    assert [day.isoformat() for day in timeline.steps] == [
        "0001-01-01", "0002-01-01", "9999-01-01", "9999-12-31",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("current", "shown"), [("1899-01-01", "1950-01-01"), ("1980-01-01", "1960-07-01")]
)
def test_an_event_of_a_long_text_is_shown_on_a_stop(current: str, shown: str) -> None:
    event = make_event("x", "1950/1969")
    timeline = make_timeline(event, make_event("b", "1960-06"), make_event("c", "2000"))
    assert timeline.day_of(event, date.fromisoformat(current)).isoformat() == shown


def test_no_steps_without_dates() -> None:
    assert make_timeline(make_event("u"), make_event("x", after=["u"])).steps == ()


@pytest.mark.parametrize(
    ("event", "current", "shown"),
    [
        (make_event("x", "2022-01-03"), 3, 3),
        (make_event("x", "2022-01-03"), 9, 3),
        (make_event("x", "2022-01-03"), 1, 3),
        (make_event("x", "2022-01-03/2022-01-05"), 4, 4),
        (make_event("x", "2022-01-03/2022-01-05"), 2, 3),
        (make_event("x", "2022-01-03/2022-01-05"), 7, 5),
        (make_event("x", "2022-01-03/.."), 9, 9),
        (make_event("x", "2022-01-03/.."), 1, 3),
        (make_event("x", "../2022-01-03"), 1, 1),
        (make_event("x", "../2022-01-03"), 9, 3),
        (make_event("x"), 6, 6),
    ],
)
def test_the_day_to_show_an_event_on(event: Event, current: int, shown: int) -> None:
    assert make_timeline(event).day_of(event, jan(current)) == jan(shown)
