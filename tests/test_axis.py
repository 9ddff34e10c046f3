"""The axis and the cover as HTML: what they say that the dates rest on."""

import re

from statement_map.language import languages
from statement_map.model import Event
from statement_map.page_view import write
from statement_map.page_view.axis import write_axis
from tests.timelines import make_event, make_timeline

ENGLISH = languages()["en"]
STATED = make_event("stated", "2022-01-02")
OF_TEXT = make_event("of-text", after=["stated"], after_cue="then")
OF_DATA = make_event("of-data", "2022-01-03", basis="inferred")


def test_the_bracket_of_a_date_that_is_in_the_data_alone() -> None:
    timeline = make_timeline(STATED, OF_TEXT, OF_DATA)
    html = write_axis(timeline.atlas, timeline, ENGLISH, lambda event: f"?event={event.id}")
    assert 'class="span look-given"' in html
    assert "3 January 2022, not in the text’s words; it comes from the data" in html
    assert "a dashed one comes from the data" in html


def test_of_a_text_without_such_dates_nothing_is_said_of_data() -> None:
    timeline = make_timeline(STATED, OF_TEXT)
    html = write_axis(timeline.atlas, timeline, ENGLISH, lambda event: f"?event={event.id}")
    html += write("cover.html", ENGLISH, timeline=timeline)
    assert "data" not in html.replace("data-", "")


def test_the_cover_names_the_data_where_dates_come_from_them() -> None:
    html = write("cover.html", ENGLISH, timeline=make_timeline(STATED, OF_DATA))
    assert "no words of the text give the day; the data, its words or its order" in html


def test_brackets_share_a_row_where_they_do_not_lie_over_one_another() -> None:
    # In the order of what dates them, the late half would have come before the early one.
    events = [
        *STRETCH,
        make_event("late", after=["sixth"], after_cue="then"),
        _inferred("early", 2, 5),
        _inferred("all", 2, 9),
    ]
    html = _write(events)
    assert re.findall(r"grid-area: (\d) / (\d) / auto / (\d+)", html) == [
        ("1", "1", "9"),
        ("2", "1", "5"),
        ("2", "5", "9"),
    ]
    assert "undrawn" not in html


def test_what_has_no_row_is_counted() -> None:
    html = _write([*STRETCH, *(_inferred(f"to-{last}", 2, last) for last in range(3, 9))])
    assert len(re.findall(r"grid-area", html)) == 4
    assert "and 2 more" in html


STRETCH = [make_event("first", "2022-01-02"), make_event("sixth", "2022-01-06")]
STRETCH += [make_event("last", "2022-01-09")]


def _inferred(id_: str, first: int, last: int) -> Event:
    return make_event(id_, f"2022-01-0{first}/2022-01-0{last}", basis="inferred")


def _write(events: list[Event]) -> str:
    timeline = make_timeline(*events)
    return write_axis(timeline.atlas, timeline, ENGLISH, lambda event: f"?event={event.id}")
