"""The inputs of the benchmark are what they are said to be; how fast anything is, is not tested."""

from pathlib import Path

import pytest

from benchmarks.inputs import DAYS, marked, write_data
from benchmarks.tables import percentile, spread, table
from statement_map.reading import read_data
from statement_map.timeline import State, Timeline


@pytest.mark.parametrize("events", [35, 1_000])
def test_the_data_are_valid_and_of_the_size_that_was_asked_for(tmp_path: Path, events: int) -> None:
    write_data(tmp_path / "data", events, seed=1)
    reading = read_data(tmp_path / "data")
    assert reading.warnings == ()
    assert len(reading.atlas.events) == events
    assert len(reading.atlas.places) == events + 1
    assert Timeline(reading.atlas).steps == DAYS


def test_each_day_is_told_by_one_place_that_is_marked_on_no_other(tmp_path: Path) -> None:
    write_data(tmp_path / "data", 35, seed=1)
    atlas = read_data(tmp_path / "data").atlas
    timeline = Timeline(atlas)
    for number, day in enumerate(DAYS):
        assert timeline.events_in(State.NOW, day)[0].id == marked(number)
        now = [step for step, state in timeline.place_states[marked(number)] if state == "now"]
        assert now == [number]


def test_a_seed_always_makes_the_same_data(tmp_path: Path) -> None:
    first, second, other = (tmp_path / name for name in ("first", "second", "other"))
    for directory, seed in ((first, 1), (second, 1), (other, 2)):
        write_data(directory, 35, seed)
    for path in first.iterdir():
        assert path.read_bytes() == (second / path.name).read_bytes()
    assert (first / "marks.csv").read_bytes() != (other / "marks.csv").read_bytes()


def test_figures() -> None:
    assert percentile([4, 1, 3, 2], 50) == 2
    assert percentile(range(1, 21), 95) == 19
    assert spread([3.0, 1.0, 2.0], digits=1) == "2.0 (1.0 to 3.0)"
    assert spread([]) == ""
    assert table(("a", "b"), [(1, 2)]) == "| a | b |\n| --- | --: |\n| 1 | 2 |"
