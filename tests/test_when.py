"""What is said of dates in EDTF that are not read; that they are EDTF, the package edtf says."""

import pytest
from edtf import parse_edtf

from statement_map.when import read_when


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
