from datetime import date, timedelta
from typing import Any

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from statement_map.errors import DataError, DataErrors
from statement_map.model import Event, Place, Text
from statement_map.when import When, read_when

JAN_1, JAN_2, JAN_4, JAN_31 = (date(2022, 1, day) for day in (1, 2, 4, 31))
DEC_31 = date(2022, 12, 31)


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
    parsed = edtf.parse_edtf(expression)
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


EVENT = {
    "id": "e",
    "paragraph": 1,
    "basis": "none",
    "kind": "claim",
    "topic": "t",
    "title": {"en": "T"},
    "text": {"en": "T"},
    "quote": "a b",
}
PLACE = {"id": "p", "names": {"en": "P"}, "kind": "city"}


def faults(model: type[Event | Place], **data: object) -> list[str]:
    """What the model has against the data, with where it has it."""
    base: dict[str, Any] = EVENT if model is Event else PLACE
    try:
        model.model_validate(base | data)
    except ValidationError as error:
        found = error.errors()
    else:
        found = []
    told = []
    for fault in found:
        context = fault.get("ctx", {})
        where = [*fault["loc"], *(context[key] for key in ("field",) if key in context)]
        message = context.get("error") or context.get("fault") or fault["type"]
        told.append(f"{'.'.join(map(str, where))}: {message}")
    return told


@pytest.mark.parametrize(
    "data",
    [
        {"paragraph": [1, 2], "after": "a", "basis": "inferred"},
        {"when": "2022-01-02", "basis": "inferred"},
        {"when": "2022-01-02", "basis": "stated", "when_phrase": "on 2 January"},
        {"quote": "1 2 3 4 5 6 7 8 9 10 11 12"},
        {"throughout": "true"},
    ],
)
def test_events_that_are_right(data: dict[str, object]) -> None:
    assert faults(Event, **data) == []


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({"id": "A b"}, "id: is not an id; found 'A b'; write small letters, digits and hyphens, "
         "such as 'almaty-airport'"),
        ({"id": "a--b"}, "id: is not an id; found 'a--b'; write small letters, digits and hyphens, "
         "such as 'almaty-airport'"),
        ({"quote": " \n"}, "quote: is blank; found nothing but white space; write some text"),
        ({"quote": "a\x1b"}, "quote: holds a control character; found '\\x1b'; remove it"),
        ({"quote": "a " * 13}, "quote: is too long a quotation; found 13 words; write at most 12"),
        ({"title": {}}, "title: has no language; found {}; write at least one, such as 'en: ...'"),
        ({"title": {"EN": "x"}}, "title.EN.[key]: is not a language; found 'EN'; "
         "write a code of two letters, such as 'en'"),
        ({"when": {"expression": "2022"}}, "when: is_instance_of"),
        ({"throughout": "on"}, "throughout: is neither true nor false; found 'on'; "
         "write true or false"),
        ({"basis": "stated", "when": "2022"}, ": is stated but lacks the date or the words that "
         "state it; found basis 'stated'; write both 'when' and 'when_phrase', or another basis"),
        ({"basis": "stated", "when_phrase": "x"}, ": is stated but lacks the date or the words "
         "that state it; found basis 'stated'; write both 'when' and 'when_phrase', or another "
         "basis"),
        ({"when_phrase": "x"}, ": has a date phrase but is not stated; found basis 'none'; "
         "write 'stated', or remove 'when_phrase'"),
        ({"basis": "inferred"}, ": is inferred from nothing; found basis 'inferred'; "
         "write 'after', 'before' or 'when', or basis 'none'"),
        ({"before": ["x"]}, ": has a date but no basis; found basis 'none'; "
         "write 'stated' or 'inferred', or remove 'when', 'after' and 'before'"),
    ],
)  # fmt: skip
def test_events_that_are_wrong(data: dict[str, object], fault: str) -> None:
    assert faults(Event, **data) == [fault]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ({"lat": "43.25", "lon": "-0.5"}, []),
        ({"lat": "90", "lon": "180"}, []),
        ({"kind": "group", "members": ["a"]}, []),
        ({"retrieved": "2022-01-02"}, []),
        ({"lat": "43,25", "lon": "1"}, ["lat: has a decimal comma; found '43,25'; write 43.25"]),
        ({"lat": " 43", "lon": "+1"}, [
            "lat: is not a decimal number; found ' 43'; write one such as 43.25",
            "lon: is not a decimal number; found '+1'; write one such as 43.25",
        ]),
        ({"lat": "1,234,5", "lon": "1."}, [
            "lat: is not a decimal number; found '1,234,5'; write one such as 43.25",
            "lon: is not a decimal number; found '1.'; write one such as 43.25",
        ]),
        ({"lat": float("nan"), "lon": float("inf")}, ["lat: finite_number", "lon: finite_number"]),
        ({"lat": "90.001", "lon": "-180.001"}, [
            "lat: less_than_equal", "lon: greater_than_equal",
        ]),
        ({"retrieved": "1641081600"}, [
            "retrieved: is not a day; found '1641081600'; write one such as 2022-01-02",
        ]),
        ({"retrieved": "2022-02-29"}, [
            "retrieved: is not a day; found '2022-02-29'; write one such as 2022-01-02",
        ]),
        ({"lon": "1"}, ["lat: is missing; found lon alone; write both or neither"]),
        ({"lat": "0", "lon": "-0.0"}, [
            "lat: lies at 0, 0; found lat 0, lon 0; leave both empty if the point is not known",
        ]),
        ({"lat": "1", "lon": "1", "kind": "area"}, [
            "lat: has a point that its kind cannot have; found kind 'area'; "
            "leave lat and lon empty",
        ]),
        ({"kind": "group"}, ["members: is a group of nothing; found no members; write their ids"]),
    ],
)  # fmt: skip
def test_places(data: dict[str, object], found: list[str]) -> None:
    assert faults(Place, **data) == found


def test_text_falls_back_on_english_then_on_what_there_is() -> None:
    assert Text({"pl": "p", "en": "e"}).read("pl") == "p"
    assert Text({"pl": "p", "en": "e"}).read("kk") == "e"
    assert Text({"pl": "p", "ru": "r"}).read("kk") == "p"


@pytest.mark.parametrize(
    ("codes", "languages", "shown"),
    [
        (["pl", "en"], ["pl"], ["pl"]),
        (["pl", "en"], ["uk"], ["en"]),
        (["pl", "en"], ["en", "pl", "uk"], ["pl", "en"]),
        (["kk", "pl"], ["uk"], ["kk"]),
        (["kk", "pl"], ["en", "pl"], ["kk", "pl"]),
        (["pl", "uk"], ["uk"], ["uk"]),
    ],
)
def test_a_text_is_shown_under_the_language_that_it_is_in(
    codes: list[str], languages: list[str], shown: list[str]
) -> None:
    """Their own, else English, else the first: nothing is left out, and none is made up."""
    text = Text({code: f"in {code}" for code in codes})
    assert text.shown_to(languages) == {code: f"in {code}" for code in shown}


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (DataError("f", 3, "a.b", "is wrong"), "f:3: a.b: is wrong"),
        (DataError("f", 3, "", "is wrong"), "f:3: is wrong"),
        (DataError("f", None, "", "is wrong"), "f: is wrong"),
    ],
)
def test_errors_as_text(error: DataError, text: str) -> None:
    assert str(error) == text


def test_a_part_of_several_errors_is_of_their_class() -> None:
    errors = DataErrors([DataError("f", 1, "", "a"), DataError("g", 1, "", "b")])
    part = errors.subgroup(lambda error: isinstance(error, DataError) and error.file == "g")
    assert isinstance(part, DataErrors)
    assert [str(error) for error in part.exceptions] == ["g:1: b"]
