"""What Python sends to the browser has the shapes that the browser's type checker knows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import UnionType
from typing import Any, NotRequired, get_args, get_origin, get_type_hints, is_typeddict

import pytest

from scripts.print_types import PRINTED, ROOTS
from statement_map.browser.printing import print_types
from statement_map.card_view import card_content
from statement_map.card_view.content import CardContent
from statement_map.language import languages
from statement_map.map_view import map_content
from statement_map.map_view.content import MapContent
from statement_map.reading import read_data
from statement_map.timeline import Timeline
from tests.conftest import ROOT


def test_the_printed_types_are_those_of_python() -> None:
    assert PRINTED.read_text(encoding="utf-8") == print_types(ROOTS), "run: make printed"


def faults(value: Any, hint: Any, path: str) -> list[str]:
    """Where ``value``, as JSON hands it over, has not the shape that ``hint`` says."""
    origin, of = get_origin(hint), get_args(hint)
    if origin is NotRequired:
        return faults(value, of[0], path)
    if origin is UnionType:
        return [] if any(not faults(value, one, path) for one in of) else [path]
    inner: list[tuple[Any, Any, str]] = []
    match value:
        case dict() if is_typeddict(hint):
            hints = get_type_hints(hint, include_extras=True)
            needed = {key for key, each in hints.items() if get_origin(each) is not NotRequired}
            odd = (value.keys() - hints.keys()) | (needed - value.keys())
            if odd:
                return [f"{path}.{key}" for key in odd]
            inner = [(each, hints[key], f"{path}.{key}") for key, each in value.items()]
        case dict() if origin is Mapping:
            inner = [(each, of[1], f"{path}.{key}") for key, each in value.items()]
        case list() if origin is Sequence:
            inner = [(each, of[0], f"{path}[{n}]") for n, each in enumerate(value)]
        case list() if origin is tuple and len(value) == len(of):
            inner = [(each, of[n], f"{path}[{n}]") for n, each in enumerate(value)]
        case _:
            return [] if is_plain(value, hint) else [path]
    return [fault for each in inner for fault in faults(*each)]


def is_plain(value: Any, hint: Any) -> bool:
    if not isinstance(hint, type) or is_typeddict(hint):
        return False
    if issubclass(hint, StrEnum):
        return value in set(hint)
    return type(value) in ({int, float} if hint is float else {hint})


@pytest.mark.parametrize(
    ("make", "shape"), [(card_content, CardContent), (map_content, MapContent)]
)
def test_the_content_has_the_shape_that_is_printed(make: Any, shape: Any) -> None:
    atlas = read_data(ROOT / "data").atlas
    content = json.loads(json.dumps(make(atlas, Timeline(atlas), languages())))
    assert faults(content, shape, shape.__name__) == []
    content["events"][0]["look"] = "sure"
    content["events"][1]["paragraphs"] = [1.5]
    content["places"][0].pop("name")
    content["places"][1]["more"] = 1
    assert sorted(faults(content, shape, "it")) == [
        "it.events[0].look",
        "it.events[1].paragraphs[0]",
        "it.places[0].name",
        "it.places[1].more",
    ]


def test_what_may_be_left_out_and_what_may_be_null_is_printed_so() -> None:
    printed = PRINTED.read_text(encoding="utf-8")
    assert "  note?: Record<string, string>;" in printed
    assert "  states: Array<[number, State]>;" in printed
    assert "  home: string | null;" in printed
    assert 'type State = "now" | "possible" | "open" | "earlier" | "later";' in printed
