"""Which control groups limit this process, as the kernel's files tell it (cgroups(7))."""

from __future__ import annotations

from pathlib import Path

from statement_map.working.groups import own_groups, read_lines


def prepare(root: Path, told: str, *folders: str) -> Path:
    (root / "proc/self").mkdir(parents=True)
    (root / "proc/self/cgroup").write_text(told, encoding="ascii")
    for folder in folders:
        (root / "sys/fs/cgroup" / folder).mkdir(parents=True)
    return root


def found(root: Path, controller: str = "memory") -> list[tuple[str, bool]]:
    top = root / "sys/fs/cgroup"
    return [
        (group.relative_to(top).as_posix(), is_first)
        for group, is_first in own_groups(root, controller)
    ]


def test_version_two_has_one_tree_of_which_each_group_limits(tmp_path: Path) -> None:
    root = prepare(tmp_path, "0::/system.slice/app.service\n", "system.slice/app.service")
    assert found(root) == [
        ("system.slice/app.service", False),
        ("system.slice", False),
        (".", False),
    ]


def test_version_one_has_a_tree_for_each_controller(tmp_path: Path) -> None:
    told = "5:cpu,cpuacct:/a\n4:memory:/docker/b\n"
    root = prepare(tmp_path, told, "memory/docker/b", "cpu/a")
    assert found(root) == [("memory/docker/b", True), ("memory/docker", True), ("memory", True)]
    assert found(root, "cpu") == [("cpu/a", True), ("cpu", True)]
    assert found(root, "pids") == []


def test_inside_a_container_the_path_may_be_the_one_outside(tmp_path: Path) -> None:
    assert found(prepare(tmp_path, "0::/docker/abc\n", "")) == [(".", False)]


def test_where_there_is_no_kernel_of_that_kind(tmp_path: Path) -> None:
    assert found(tmp_path) == []
    assert read_lines(tmp_path / "none") == []
