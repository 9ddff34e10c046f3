"""How many processors there are, as the kernel's files tell it."""

import os
from pathlib import Path
from threading import Thread
from time import monotonic

import pytest

from statement_map.working import count_free, count_processors
from tests.working.test_memory import write

ALL = float(
    len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
)
GROUPS = "sys/fs/cgroup"


def test_where_nothing_tells(tmp_path: Path) -> None:
    assert count_processors(tmp_path) == ALL


@pytest.mark.parametrize(
    ("told", "processors"), [("10000 100000", 0.1), ("max 100000", ALL), ("", ALL)]
)
def test_a_container(tmp_path: Path, told: str, processors: float) -> None:
    write(tmp_path, {"proc/self/cgroup": "0::/", f"{GROUPS}/cpu.max": told})
    assert count_processors(tmp_path) == processors


def test_the_groups_around_count_too(tmp_path: Path) -> None:
    files: dict[str, object] = {
        "proc/self/cgroup": "0::/a/b",
        f"{GROUPS}/a/b/cpu.max": "max 100000",
        f"{GROUPS}/a/cpu.max": "25000 100000",
    }
    assert count_processors(write(tmp_path, files)) == 0.25


@pytest.mark.parametrize(("quota", "processors"), [(50_000, 0.5), (-1, ALL)])
def test_version_one_of_control_groups(tmp_path: Path, quota: int, processors: float) -> None:
    group = f"{GROUPS}/cpu/docker/abc"
    files = {
        "proc/self/cgroup": "5:cpu,cpuacct:/docker/abc\n4:memory:/docker/abc",
        f"{group}/cpu.cfs_quota_us": quota,
        f"{group}/cpu.cfs_period_us": 100_000,
    }
    assert count_processors(write(tmp_path, files)) == processors


def test_what_this_process_takes_is_not_free() -> None:
    until = monotonic() + 2

    def work() -> None:
        while monotonic() < until:
            pass

    busy = Thread(target=work)
    busy.start()
    free = count_free(4)
    assert count_free(0) == 0  # never fewer than none
    busy.join()
    assert free < 3.9
