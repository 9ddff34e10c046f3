"""The control groups (cgroups, version 1 and 2) of Linux that hold this process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def own_groups(root: Path, controller: str) -> Iterator[tuple[Path, bool]]:
    """Yield the folder of each group that limits this process, innermost first.

    With it goes whether it is of version 1, where each controller has groups of its own. ``root``
    is where ``proc`` and ``sys`` are.
    """
    groups = root / "sys/fs/cgroup"
    for line in read_lines(root / "proc/self/cgroup"):
        _, controllers, path = line.split(":", 2)
        is_first = controller in controllers.split(",")
        if is_first or controllers == "":
            top = groups / controller if is_first else groups
            own = top / path.lstrip("/")
            # Inside a container the path may be the one outside; then the top is its own.
            for group in [own, *own.parents] if own.is_dir() else [top]:
                yield group, is_first
                if group == top:
                    break


def read_lines(file: Path) -> list[str]:
    """Return the lines of a file of the kernel's, none where it cannot be read."""
    try:
        return file.read_text(encoding="ascii").splitlines()
    except OSError:
        return []
