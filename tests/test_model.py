from typing import Any

import pytest
from pydantic import ValidationError

from statement_map.model import Event, Place

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
    ("method", "reviewed", "located_by"),
    [
        ("manual", "yes", "manual"),
        ("manual", "no", "given"),  # as the row of a table says
        ("gazetteer", "no", "gazetteer"),
        ("nominatim", "yes", "nominatim"),
        (None, "no", None),
    ],
)
def test_who_decided_where_a_place_lies(
    method: str | None, reviewed: str, located_by: str | None
) -> None:
    place = Place.model_validate(PLACE | {"method": method, "reviewed": reviewed})
    assert place.located_by == located_by


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
