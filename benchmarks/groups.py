"""Control groups (cgroups, version 1 or 2): a limit of memory and of processor time on Linux."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import sleep

_TOP = Path("/sys/fs/cgroup")
_PERIOD_US = 100_000


class NoGroupsError(Exception):
    """This machine lets nobody here make control groups; says why."""


@dataclass(frozen=True)
class Group:
    """What the processes in a group may take; None is all there is."""

    name: str
    memory_mb: int | None = None
    processors: float | None = None

    @contextmanager
    def made(self) -> Iterator[tuple[str, ...]]:
        """Make the group; hand out the command that runs another one in it.

        Raises :class:`NoGroupsError`.
        """
        folders = list(self._folders())
        try:
            for folder, settings in folders:
                _make(folder, settings)
            yield (sys.executable, "-m", "benchmarks.groups", *(str(each) for each, _ in folders))
        finally:
            for folder, _ in folders:
                _remove(folder)

    def _folders(self) -> Iterator[tuple[Path, dict[str, str]]]:
        """Yield the folder of each controller, with what is written into its files."""
        own = f"statement-map-{os.getpid()}"
        octets = self.memory_mb and str(self.memory_mb * 2**20)
        quota = self.processors and str(int(self.processors * _PERIOD_US))
        if (_TOP / "cgroup.controllers").exists():
            settings: dict[str, str] = {}
            if octets:
                settings |= {"memory.max": octets, "memory.swap.max": "0"}
            if quota:
                settings["cpu.max"] = f"{quota} {_PERIOD_US}"
            yield _TOP / own, settings
            return
        if octets:
            yield _TOP / "memory" / own, {"memory.limit_in_bytes": octets}
        if quota:
            yield _TOP / "cpu" / own, {"cpu.cfs_quota_us": quota}


def _make(folder: Path, settings: dict[str, str]) -> None:
    try:
        folder.mkdir()
        for name, value in settings.items():
            if name != "memory.swap.max" or (folder / name).exists():
                (folder / name).write_text(value, encoding="ascii")
    except OSError as error:
        raise NoGroupsError(f"{error.strerror}: {error.filename}") from None


def _remove(folder: Path) -> None:
    for _ in range(50):
        with suppress(OSError):
            folder.rmdir()
        if not folder.exists():
            return
        sleep(0.1)  # its processes are ending


def main() -> None:
    """Put this process into the groups that are named, then become the command after them."""
    names = [name for name in sys.argv[1:] if name.startswith(str(_TOP))]
    for name in names:
        (Path(name) / "cgroup.procs").write_text(str(os.getpid()), encoding="ascii")
    command = sys.argv[1 + len(names) :]
    os.execvp(command[0], command)


if __name__ == "__main__":
    main()
