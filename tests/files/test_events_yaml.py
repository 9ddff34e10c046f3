"""What is written is what YAML reads back, and can be read by people."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from statement_map.files.events_yaml import Comments, comment_lines, quoted, write_events
from statement_map.reading import read_data
from tests.conftest import ROOT

ATLAS = read_data(ROOT / "data").atlas


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("a", '"a"'),
        ('say "no"', '"say \\"no\\""'),
        ("żółw: 1 # 2", '"żółw: 1 # 2"'),
        ("back\\slash", '"back\\\\slash"'),
        ("\u202e\xad", '"\\u202e\\u00ad"'),  # what nobody could see
        ("\U000e0001", '"\\U000e0001"'),
    ],
)
def test_a_text_between_quotation_marks(value: str, written: str) -> None:
    assert quoted(value) == written
    assert yaml.safe_load(written) == value


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_any_text_is_read_back(value: str) -> None:
    assert yaml.safe_load(quoted(value)) == value


def test_all_of_a_statement_is_read_back(tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text(
        write_events(ATLAS.statement, ATLAS.events), encoding="utf-8"
    )
    for name in ("locations.csv", "boundaries.geojson"):
        (tmp_path / name).write_bytes((ROOT / "data" / name).read_bytes())
    atlas = read_data(tmp_path).atlas
    assert (atlas.statement, atlas.events) == (ATLAS.statement, ATLAS.events)


def test_comments_stand_where_they_belong() -> None:
    event = ATLAS.events[1]
    comments = Comments(("# first",), {event.id: ("# of this one",)}, ("# last",))
    lines = write_events(ATLAS.statement, ATLAS.events, comments).splitlines()
    assert lines[:2] == ["# first", "statement:"]
    assert lines[lines.index("  # of this one") + 1] == f"  - id: {event.id}"
    assert lines[-1] == "  # last"


def test_a_comment_is_cut_and_holds_nothing_that_cannot_be_seen() -> None:
    short, blank, *long = comment_lines(["a\u202eb", "", "word " * 200])
    assert (short, blank) == ("# a\N{REPLACEMENT CHARACTER}b", "#")
    assert max(map(len, long)) <= 100
    assert "".join(long).count("word") == 80  # 400 characters of 5 for each
    assert long[-1].endswith("…")
