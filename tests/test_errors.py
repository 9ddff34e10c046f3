"""The one error that bad data ends in, as text and in groups."""

import pytest

from statement_map.errors import DataError, DataErrors


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
