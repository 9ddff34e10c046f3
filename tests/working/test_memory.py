"""How much memory is left, as the kernel's files tell it."""

from pathlib import Path

import pytest

from statement_map.working import free_bytes

MIB = 2**20
MEMINFO = "MemTotal: 8000000 kB\nMemFree: 10 kB\nMemAvailable: 4096000 kB\n"


def write(root: Path, files: dict[str, object]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{content}\n", encoding="ascii")
    return root


def test_where_nothing_tells(tmp_path: Path) -> None:
    assert free_bytes(tmp_path) is None


def test_a_machine_without_limits(tmp_path: Path) -> None:
    assert free_bytes(write(tmp_path, {"proc/meminfo": MEMINFO})) == 4096000 * 1024


def test_a_container_with_a_limit(tmp_path: Path) -> None:
    groups = "sys/fs/cgroup"
    files = {
        "proc/meminfo": MEMINFO,
        "proc/self/cgroup": "0::/",
        f"{groups}/memory.max": 690 * MIB,
        f"{groups}/memory.current": 500 * MIB,
        f"{groups}/memory.stat": f"anon {400 * MIB}\ninactive_file {30 * MIB}",
    }
    assert free_bytes(write(tmp_path, files)) == 220 * MIB


def test_the_groups_around_count_too(tmp_path: Path) -> None:
    groups = "sys/fs/cgroup/system.slice"
    files = {
        "proc/self/cgroup": "0::/system.slice/app.service",
        f"{groups}/app.service/memory.max": "max",
        f"{groups}/app.service/memory.current": 50 * MIB,
        f"{groups}/memory.max": 100 * MIB,
        f"{groups}/memory.current": 90 * MIB,
    }
    assert free_bytes(write(tmp_path, files)) == 10 * MIB


@pytest.mark.parametrize(("limit", "free"), [(690 * MIB, 190 * MIB), (2**63 - 4096, None)])
def test_version_one_of_control_groups(tmp_path: Path, limit: int, free: int | None) -> None:
    group = "sys/fs/cgroup/memory/docker/abc"
    files = {
        "proc/self/cgroup": "5:cpu,cpuacct:/docker/abc\n4:memory:/docker/abc",
        f"{group}/memory.limit_in_bytes": limit,
        f"{group}/memory.usage_in_bytes": 500 * MIB,
        f"{group}/memory.stat": "total_rss 5",
    }
    assert free_bytes(write(tmp_path, files)) == free


def test_inside_a_container_the_path_may_be_the_one_outside(tmp_path: Path) -> None:
    files = {
        "proc/self/cgroup": "0::/docker/abc",
        "sys/fs/cgroup/memory.max": 100 * MIB,
        "sys/fs/cgroup/memory.current": 120 * MIB,
    }
    assert free_bytes(write(tmp_path, files)) == 0
