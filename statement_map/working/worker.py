"""What runs in a worker process: one job after another, until its input ends.

Jobs come over standard input and go back over standard output, each a pickle of a tuple; both ends
are this program. A job's own limits keep what it does from the other visitors: processor time,
memory, and a low priority.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from traceback import format_tb
from typing import IO, Any

from statement_map.errors import DataErrors

TellShare = Callable[[float], None]
"""Is told how much of a job is done, from 0 to 1."""

_PRIORITY = 10
"""Added to the niceness of a worker (0 to 19): steps that visitors wait for go first."""

_YOUNG_OBJECTS = 20_000
"""So many new objects have the garbage collection look at them, not Python's 700: the tables that
names are looked up in are a million, and going through them took a fifth of each draft."""

_OOM_SCORE = "700"
"""Where memory runs out, the kernel ends a worker, not the server."""


def run(incoming: IO[bytes], outgoing: IO[bytes]) -> None:
    """Do what comes in until it ends; the first message are the limits."""
    seconds, memory = pickle.load(incoming)
    _give_way()
    _limit_memory(memory)
    gc.set_threshold(_YOUNG_OBJECTS)

    def send(*message: object) -> None:
        pickle.dump(message, outgoing, pickle.HIGHEST_PROTOCOL)
        outgoing.flush()

    def tell(share: float) -> None:
        send("told", share)

    while True:
        try:
            job, arguments = pickle.load(incoming)
        except EOFError:
            return
        _limit_seconds(seconds)
        try:
            answer: tuple[str, object] = ("done", job(*arguments, tell))
        except MemoryError:
            send("memory", None)
            return
        except Exception as error:  # noqa: BLE001  # it is raised where the result is asked for
            _log(error)
            answer = ("failed", error)
        _limit_seconds(0)
        send(*answer)


def _log(error: Exception) -> None:
    """Tell the operator where an unexpected error comes from, and nothing of a visitor's text."""
    if not isinstance(error, DataErrors):
        print("".join(format_tb(error.__traceback__)), type(error).__name__, file=sys.stderr)


def _give_way() -> None:
    with suppress(OSError, AttributeError):
        os.nice(_PRIORITY)
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_OOM_SCORE, encoding="ascii")


def _limit_memory(size: int) -> None:
    """Let no more than ``size`` bytes be taken: what needs more raises MemoryError."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _limit_seconds(seconds: float) -> None:
    """End this process after so many seconds of processor time, 0 for never.

    The signal's own action ends it in the midst of anything, also of a regular expression.
    """
    with suppress(AttributeError):  # Windows has no such timer
        signal.setitimer(signal.ITIMER_PROF, seconds)


def main() -> None:
    """Answer on what was standard output; what a job prints goes to the log."""
    answers: Any = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with suppress(BrokenPipeError):  # the server has ended
        run(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
