"""How many processors this process may use: of the machine, and of its control groups."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, process_time, sleep

from statement_map.working.groups import own_groups, read_lines

_LOOK_S = 0.5
"""Five periods of a container's quota, of 0.1 s each unless somebody has set another."""


def count_processors(root: Path = Path("/")) -> float:
    """Return how many processors there are for this process; 0.1 is a tenth of one."""
    return min([float(_on_machine()), *_quotas(root)])


def count_free(processors: float) -> float:
    """Return how many of ``processors`` this process leaves; it looks for half a second."""
    start, used = monotonic(), process_time()
    sleep(_LOOK_S)
    return max(0.0, processors - (process_time() - used) / (monotonic() - start))


def _on_machine() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _quotas(root: Path) -> Iterator[float]:
    for group, is_first in own_groups(root, "cpu"):
        if is_first:
            files = "cpu.cfs_quota_us", "cpu.cfs_period_us"
            words = [word for name in files for word in read_lines(group / name)]
        else:
            words = " ".join(read_lines(group / "cpu.max")).split()
        if len(words) == 2 and all(word.isdecimal() for word in words):  # else "max", or -1
            quota, period = map(int, words)
            yield quota / period
