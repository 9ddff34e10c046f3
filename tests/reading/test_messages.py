from decimal import Decimal

import pytest
from pydantic import BaseModel, ValidationError

from statement_map.reading.messages import Loc, advice, explain, quoted, write_path


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a", "'a'"),
        ("x" * 60, f"'{'x' * 60}'"),
        ("x" * 61, f"'{'x' * 60}'..."),
        ("\x1b\u202e\n", "'\\x1b\\u202e\\n'"),
        (["a"], "a list"),
        ({"a": "b"}, "keys with values"),
        (None, "nothing"),
        (1.5, "1.5"),
    ],
)
def test_values_as_they_are_shown(value: object, text: str) -> None:
    assert quoted(value) == text


@pytest.mark.parametrize(
    ("loc", "path"),
    [
        ((), ""),
        (("events", 3, "places", 0, "id"), "events[3].places[0].id"),
        (("a b",), "['a b']"),
        (("a", "b\nc", "ż"), "a['b\\nc'].ż"),
    ],
)
def test_paths(loc: Loc, path: str) -> None:
    assert write_path(loc) == path


@pytest.mark.parametrize(
    ("found", "known", "text"),
    [
        ("almatty", ["astana", "almaty"], "write 'almaty'"),
        ("kz-man", ["KZ-MAN", "KZ"], "write 'KZ-MAN'"),
        ("zzz", ["astana", "almaty"], "write 'astana' or 'almaty'"),
        ("zzz", [f"a{n}" for n in range(13)], "write one of the 13 that are known"),
        ("zzz", [], "add it first, or remove this"),
    ],
)
def test_advice(found: str, known: list[str], text: str) -> None:
    assert advice(found, known) == text


def test_a_fault_that_no_sentence_was_written_for() -> None:
    class Odd(BaseModel):
        number: Decimal

    with pytest.raises(ValidationError) as caught:
        Odd.model_validate({"number": "x"})
    assert list(explain(caught.value, Odd)) == [
        (("number",), "is not valid; found 'x'; Input should be a valid decimal")
    ]
