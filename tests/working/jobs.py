"""Jobs for the tests of the pool: they run in a worker process."""

import os
import re
import signal
import sys
import time
from pathlib import Path

from statement_map.errors import DataError, DataErrors
from statement_map.working.worker import TellShare


def add(one: int, other: int, tell: TellShare) -> int:
    tell(0.5)
    return one + other


def process(tell: TellShare) -> int:
    tell(0.1)
    return os.getpid()


def wait_for(path: str, tell: TellShare) -> str:
    """Wait until there is a file, telling so all the while."""
    while not Path(path).exists():
        tell(0.25)
        time.sleep(0.01)
    return path


def look_for_no_match(tell: TellShare) -> bool:
    """Run one call of C that takes for ever and lets no signal handler of Python run."""
    tell(0.0)
    return bool(re.match(r"(a+)+$", "a" * 100 + "b"))


def take(octets: int, tell: TellShare) -> int:
    tell(0.0)
    return len(b"x" * octets)


def be_killed(marks: str, tell: TellShare) -> str:
    """Be killed the first time, and leave a mark; answer the second time."""
    tell(0.0)
    mark = Path(marks)
    if mark.exists():
        return "second"
    mark.touch()
    os.kill(os.getpid(), signal.SIGKILL)
    return "first"


def always_be_killed(tell: TellShare) -> None:
    tell(0.0)
    os.kill(os.getpid(), signal.SIGKILL)


def refuse(tell: TellShare) -> None:
    tell(0.0)
    raise DataErrors([DataError("a.csv", 3, "lat", "is wrong")])


def fail(secret: str, tell: TellShare) -> None:
    tell(0.0)
    raise KeyError(secret)


def talk(tell: TellShare) -> str:
    tell(0.0)
    print("to whoever listens")
    sys.stdout.flush()
    return "heard"
