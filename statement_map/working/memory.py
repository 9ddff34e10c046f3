"""How much memory this process may still take: of its control group (cgroup), and of the machine.

A container with a limit kills what goes beyond it, and does not refuse it; so it is asked before.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from statement_map.working.groups import own_groups, read_lines

_V1_WITHOUT_LIMIT = 2**60
"""cgroup v1 writes a number near 2**63 where there is no limit."""


def free_bytes(root: Path = Path("/")) -> int | None:
    """Return how many bytes are left, None where nothing tells (as on Windows and macOS).

    What the kernel keeps of files and gives back when asked counts as free. ``root`` is where
    ``proc`` and ``sys`` are.
    """
    known = [*_left_in_groups(root), *_available(root)]
    return max(0, min(known)) if known else None


def _available(root: Path) -> Iterator[int]:
    for line in read_lines(root / "proc/meminfo"):
        if line.startswith("MemAvailable:"):
            yield int(line.split()[1]) * 1024


def _left_in_groups(root: Path) -> Iterator[int]:
    """Yield what each group that this process is in leaves, the groups around it too."""
    for group, is_first in own_groups(root, "memory"):
        if is_first:
            files = "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"
        else:
            files = "memory.max", "memory.current", "inactive_file"
        yield from _left(group, *files)


def _left(group: Path, limit: str, used: str, given_back: str) -> Iterator[int]:
    most, now = _number(group / limit), _number(group / used)
    if most is not None and now is not None and most < _V1_WITHOUT_LIMIT:
        files = [line.split() for line in read_lines(group / "memory.stat")]
        yield most - now + sum(int(words[1]) for words in files if words[0] == given_back)


def _number(file: Path) -> int | None:
    text = "".join(read_lines(file)).strip()
    return int(text) if text.isdecimal() else None
