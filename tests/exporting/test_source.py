"""What every export is made of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from statement_map.errors import DataErrors
from statement_map.exporting.source import ExportSource, read_source, write_json


def test_an_outline_without_a_geometry_is_left_out(source: ExportSource) -> None:
    point = {"type": "Point", "coordinates": [1, 2]}
    features = [{"id": "KZ", "geometry": point}, {"id": "PL", "geometry": None}]
    made = ExportSource(source.atlas, source.timeline, {"features": features})
    assert made.outlines == {"KZ": point}


def test_json_is_short_safe_in_html_and_has_no_number_that_is_none() -> None:
    value = {"a": "</script>", "ż": [1, 2.5, None]}
    text = write_json(value)
    assert text == '{"a":"\\u003c/script>","ż":[1,2.5,null]}'
    assert json.loads(text) == value
    with pytest.raises(ValueError, match="not JSON compliant"):
        write_json(float("nan"))


def test_a_folder_without_data_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataErrors):
        read_source(tmp_path)
