"""The folder of a process that was killed is given back by the next one that starts."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import time

import pytest

from tests.conftest import ROOT

PROGRAM = """
import sys
from statement_map.served import write_served
print(write_served({"map.js": b"1"}), flush=True)
sys.stdin.read()
"""

if sys.platform == "win32":
    pytest.skip("Windows locks no folders", allow_module_level=True)


@contextmanager
def started(temporary: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """A process that serves files, and its folder, as if it had been there for an hour."""
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(temporary)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout
            folder = Path(process.stdout.readline().strip())
            assert (folder / "map.js").read_bytes() == b"1"
            os.utime(folder, (time() - 3600,) * 2)
            yield process, folder
        finally:
            process.kill()


def test_what_a_killed_process_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    others = [tmp_path / "statement-map-main", tmp_path / "statement-map-served-by-me"]
    for other in others:  # as somebody may have called a folder
        (other / "data").mkdir(parents=True)
        os.utime(other, (time() - 3600,) * 2)
    with ExitStack() as there:
        _, living = there.enter_context(started(tmp_path))
        with started(tmp_path) as (_, killed):
            assert living.exists()
        assert killed.exists()
        ended, own = there.enter_context(started(tmp_path))
        assert not killed.exists()
        assert {each.name for each in tmp_path.iterdir()} == {
            folder.name for folder in (living, own, *others)
        }
        assert ended.stdin
        ended.stdin.close()
        ended.wait(10)
        assert not own.exists()
