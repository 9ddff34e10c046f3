"""Dates in EDTF: what they mean, as the package edtf says too, and what is said of others."""

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from statement_map.when import When, read_when

JAN_1, JAN_2, JAN_4, JAN_31 = (date(2022, 1, day) for day in (1, 2, 4, 31))
DEC_31 = date(2022, 12, 31)


def fault(expression: str) -> str:
    with pytest.raises(ValueError, match=r".") as raised:
        read_when(expression)
    return str(raised.value)


@pytest.mark.parametrize(
    ("expression", "instead"),
    [
        # seasons, as months of the northern half of the earth
        ("2019-21", "2019-03~/2019-05~"),
        ("2019-23", "2019-09~/2019-11~"),
        ("2019-24", "2019-12~/2020-02~"),
        # digits that are not specified
        ("201X", "2010/2019"),
        ("18XX", "1800/1899"),
        ("2019-XX", "2019"),
        ("2019-05-XX", "2019-05"),
        ("2019-XX-XX", "2019"),
        # an end that is not known
        ("2019-05-03/", "2019-05-03/.."),
        ("/2019", "../2019"),
        # and such within an interval
        ("2019-21/2020-22", "2019-03~/2020-08~"),
        ("2004-06-XX/2004-07-03", "2004-06/2004-07-03"),
        ("201X/2025", "2010/2025"),
    ],
)
def test_edtf_that_can_be_written_otherwise(expression: str, instead: str) -> None:
    assert parse_edtf(expression)
    words = f"is EDTF that this map does not read; found {expression!r}; write {instead}"
    assert fault(expression) == words
    assert str(read_when(instead)) == instead


@pytest.mark.parametrize(
    "expression",
    [
        *("-0043", "-0043-03-15", "-0043/0014"),  # before Christ
        *("Y17000", "Y-17000", "{2019,2020}", "[1667,1668]"),
        *("156X-12-25", "2019-05-03T10:00:00", "2022-25", "2001-34", "2022-41"),
    ],
)
def test_edtf_that_cannot_be_drawn(expression: str) -> None:
    assert parse_edtf(expression)
    assert fault(expression) == (
        f"is EDTF that this map cannot draw; found {expression!r}; leave the date out and say it "
        "in the text of the event"
    )


@pytest.mark.parametrize(
    "expression",
    ["", "/", "../..", "2022-13", "2022-02-30", "2019-99-XX", "201x", "XXXX", "5.1.2022", "2022-"],
)
def test_no_edtf(expression: str) -> None:
    assert fault(expression).startswith(f"is not a date in EDTF; found {expression!r}; write a day")


@pytest.mark.parametrize(
    ("expression", "start", "end", "qualifier", "is_day"),
    [
        ("2022-01-02", JAN_2, JAN_2, "", True),
        ("2022-01", JAN_1, JAN_31, "", False),
        ("2022", JAN_1, DEC_31, "", False),
        ("2022-02", date(2022, 2, 1), date(2022, 2, 28), "", False),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "", False),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28), "", False),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29), "", True),
        ("0001", date(1, 1, 1), date(1, 12, 31), "", False),
        ("9999-12-31", date.max, date.max, "", True),
        ("2022-01-02~", JAN_2, JAN_2, "~", True),
        ("2022-01?", JAN_1, JAN_31, "?", False),
        ("2022%", JAN_1, DEC_31, "%", False),
        ("2022-01-02/2022-01-04", JAN_2, JAN_4, "", False),
        ("2022-01-02/2022-01-02", JAN_2, JAN_2, "", True),
        ("2022-01/2022", JAN_1, DEC_31, "", False),
        ("2022-01-02/..", JAN_2, None, "", False),
        ("../2022-01", None, JAN_31, "", False),
        ("2022-01-02~/2022-01-04", JAN_2, JAN_4, "~", False),
        ("2022-01-02/2022-01-04?", JAN_2, JAN_4, "?", False),
        ("2022-01-02~/2022-01-04?", JAN_2, JAN_4, "%", False),
    ],
)
def test_dates_that_are_read(
    expression: str, start: date | None, end: date | None, qualifier: str, is_day: bool
) -> None:
    when = read_when(expression)
    assert when == When(expression, start, end, qualifier)
    assert when.is_day is is_day
    assert str(when) == expression


@pytest.mark.parametrize(
    "expression",
    [
        "", " ", "..", "/", "../..", "2022/2023/2024", "2022-01-02 ",
        "2022-01-02\n", "02/01/2022", "2.1.2022", "2022-1-2", "20220102",
        "22-01-02", "12022", "+2022",
        "2022-00", "2022-13", "2022-01-00", "2022-01-32", "2022-02-29", "1900-02-29", "0000",
        "2022-01-02T10:00", "~2022", "2022-01-02~?", "open", "٢٠٢٢", "null",
    ],
)  # fmt: skip
def test_dates_that_are_refused(expression: str) -> None:
    with pytest.raises(ValueError, match=r"\A") as caught:
        read_when(expression)
    assert str(caught.value) == (
        f"is not a date in EDTF; found {expression!r}; write a day (2022-01-02), a month "
        "(2022-01), a year (2022) or an interval of them (2022-01-02/2022-01-04, 2022-01-02/..)"
    )


def test_an_interval_that_ends_before_it_starts() -> None:
    with pytest.raises(ValueError, match=r"\A") as caught:
        read_when("2022-02/2022-01-31")
    assert str(caught.value) == (
        "ends before it starts; found '2022-02/2022-01-31'; write the earlier date first"
    )


@settings(deadline=None, max_examples=50)  # the edtf package takes 4 ms for a date
@given(
    day=st.dates(),
    form=st.sampled_from(["{0:04}", "{0:04}-{1:02}", "{0:04}-{1:02}-{2:02}"]),
    qualifier=st.sampled_from(["", "~", "?", "%"]),
)
def test_dates_mean_what_the_edtf_package_says(day: date, form: str, qualifier: str) -> None:
    expression = form.format(day.year, day.month, day.day) + qualifier
    parsed = parse_edtf(expression)
    when = read_when(expression)
    assert when.start == date(*parsed.lower_strict()[:3])
    assert when.end == date(*parsed.upper_strict()[:3])


@given(day=st.dates())
def test_a_month_lasts_until_the_next(day: date) -> None:
    when = read_when(f"{day.year:04}-{day.month:02}")
    assert when.start == day.replace(day=1)
    assert when.end is not None
    assert when.end.replace(day=1) == when.start
    assert when.end == date.max or (when.end + timedelta(days=1)).day == 1
