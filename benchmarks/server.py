"""A Streamlit server in a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psutil

from benchmarks.inputs import ROOT

START_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A server that answers; ``answered_after`` are the seconds from its start to that."""

    port: int
    process: psutil.Process
    answered_after: float

    @property
    def url(self) -> str:
        """The address of its page."""
        return f"http://127.0.0.1:{self.port}/"

    @property
    def memory_mb(self) -> float:
        """The resident memory of the process."""
        return self.process.memory_info().rss / 2**20

    @property
    def whole_memory_mb(self) -> float:
        """The memory of the process and those that it started, what they share counted once."""
        processes = [self.process, *self.process.children(recursive=True)]
        return sum(process.memory_full_info().pss for process in processes) / 2**20

    @property
    def processor_seconds(self) -> float:
        """What the process has used of the processors so far."""
        times = self.process.cpu_times()
        return times.user + times.system


@contextmanager
def serve(
    script: Path, data: Path, *, settings: Path = ROOT, within: Sequence[str] = ()
) -> Iterator[Server]:
    """Serve ``script`` on ``data``, for a user without any settings but those in a project.

    ``settings`` is the folder of the project, ``within`` a command that runs the server, such as
    one that puts it into a control group.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    options = {
        "server.headless": "true",
        "server.address": "127.0.0.1",
        "server.port": str(port),
        "server.fileWatcherType": "none",
    }
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += [word for name, value in options.items() for word in (f"--{name}", value)]
    environment = {name: text for name, text in os.environ.items() if "STREAMLIT" not in name}
    with tempfile.TemporaryDirectory() as home:
        environment |= {"HOME": home, "USERPROFILE": home}
        log = Path(home) / "server.log"
        started = time.monotonic()
        with (
            log.open("wb") as output,
            subprocess.Popen(
                [*within, *command, "--", str(data)],
                cwd=settings,
                env=environment,
                stdout=output,
                stderr=subprocess.STDOUT,
            ) as process,
        ):
            try:
                _wait_for_answer(f"http://127.0.0.1:{port}/", process, log)
                waited = time.monotonic() - started
                yield Server(port, psutil.Process(process.pid), waited)
            finally:
                process.kill()


def _wait_for_answer(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urlopen(url, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.005)
    raise RuntimeError(f"The server does not answer. It said:\n{log.read_text(encoding='utf-8')}")
