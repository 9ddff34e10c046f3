"""How much memory this process may still take: of its control group (cgroup), and of the machine.

A container with a limit kills what goes beyond it, and does not refuse it; so it is asked before.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

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
    for line in _lines(root / "proc/meminfo"):
        if line.startswith("MemAvailable:"):
            yield int(line.split()[1]) * 1024


def _left_in_groups(root: Path) -> Iterator[int]:
    """Yield what each group that this process is in leaves, the groups around it too."""
    groups = root / "sys/fs/cgroup"
    for line in _lines(root / "proc/self/cgroup"):
        _, controllers, path = line.split(":", 2)
        if controllers == "":
            yield from _left(groups, path, "memory.max", "memory.current", "inactive_file")
        elif "memory" in controllers.split(","):
            files = "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"
            yield from _left(groups / "memory", path, *files)


def _left(top: Path, path: str, limit: str, used: str, given_back: str) -> Iterator[int]:
    own = top / path.lstrip("/")
    # Inside a container the path may be the one outside; then the top is the container's own.
    around = [own, *own.parents] if own.is_dir() else [top]
    for group in around:
        most, now = _number(group / limit), _number(group / used)
        if most is not None and now is not None and most < _V1_WITHOUT_LIMIT:
            files = [line.split() for line in _lines(group / "memory.stat")]
            yield most - now + sum(int(words[1]) for words in files if words[0] == given_back)
        if group == top:
            return


def _number(file: Path) -> int | None:
    text = "".join(_lines(file)).strip()
    return int(text) if text.isdecimal() else None


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="ascii").splitlines()
    except OSError:
        return []
