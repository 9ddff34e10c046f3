"""What joins dates: a pattern for each name, and none where a language has none."""

from __future__ import annotations

import re

import pytest

from statement_map.prose.languages import table_of
from statement_map.temporal_tagging.grammar import grammar_of
from statement_map.temporal_tagging.joints import Joints

TABLE = table_of("en")


def test_a_language_without_a_joint_never_matches() -> None:
    joints = Joints(TABLE, {"then": re.compile(r"\s+to\s+")}, grammar_of("en").words.count)
    assert joints.joins("then", " to ")
    assert not joints.joins("then", " to the ")
    assert not joints.joins("both", "")
    assert not joints["both"].search("anything")


def test_a_name_that_there_is_not_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError, match="than"):
        Joints(TABLE, {}, grammar_of("en").words.count)["than"]
