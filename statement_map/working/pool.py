"""A queue of jobs, and the few worker processes that do them.

A job is a function of a module and its arguments, all of which can be pickled; the last argument
that it is called with is what it tells its progress to. Whoever wants something done holds a
:class:`Ticket`. A worker starts when it is first needed, ends after a while without work, and is
replaced when it was killed. Where no process can be started, jobs are done in a thread.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Condition, Event, Thread, current_thread
from time import monotonic
from typing import Any

_LOOK_S = 0.1
"""So often a running job is asked about: has its ticket been given back, is its time over."""

_PACKAGES = Path(__file__).resolve().parents[2]


class Why(StrEnum):
    """Why a job has no result."""

    TIME = "time"
    MEMORY = "memory"
    KILLED = "killed"
    LEFT = "left"


class UnfinishedError(Exception):
    """A job was not finished: it took too long, needed too much, or was given up."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


class QueueFullError(Exception):
    """So many wait that one more would wait too long."""


@dataclass(frozen=True)
class Limits:
    """What one job may take, and how many may wait.

    ``cpu_s`` is processor time, ``wall_s`` what a clock shows; ``grace_s`` is how long a ticket
    that nobody attends keeps its place, ``idle_s`` how long a worker without work stays.
    """

    workers: int = 2
    waiting: int = 90
    cpu_s: float = 90.0
    wall_s: float = 600.0
    memory: int = 1536 * 2**20
    grace_s: float = 5.0
    idle_s: float = 600.0


class Ticket:
    """A place in the queue, and then a result."""

    def __init__(self, pool: Pool, job: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        self.job, self.arguments = job, arguments
        self.progress = 0.0
        self._pool = pool
        self._done = Event()
        self._result: Any = None
        self._error: BaseException | None = None
        self._leaves_at: float | None = None

    @property
    def place(self) -> int:
        """How many are before it, itself included; 0 once it is being done."""
        return self._pool.place_of(self)

    def wait(self, seconds: float) -> bool:
        """Wait for the end for so long; return whether it has come."""
        self._leaves_at = None
        return self._done.wait(seconds)

    def let_go(self) -> None:
        """Say that nobody waits here; it is given up unless somebody does so again soon."""
        self._leaves_at = monotonic() + self._pool.limits.grace_s

    def leave(self) -> None:
        """Give it up at once."""
        self._leaves_at = 0.0
        self._pool.forget(self)

    def result(self) -> Any:
        """Return what the job returned; raises what it raised, or :class:`UnfinishedError`."""
        self._done.wait()
        if self._error:
            raise self._error
        return self._result

    @property
    def is_left(self) -> bool:
        """Whether nobody wants it any more."""
        return self._leaves_at is not None and monotonic() >= self._leaves_at

    def end(self, result: Any = None, error: BaseException | None = None) -> None:
        """Keep what came of it; what it was made of is given back."""
        self._result, self._error = result, error
        self.arguments = ()
        self._done.set()


@dataclass
class _Worker:
    """A process, and what it has said."""

    process: subprocess.Popen[bytes]
    said: SimpleQueue[tuple[str, Any]] = field(default_factory=SimpleQueue)

    def listen(self) -> None:
        """Take what it says until it ends."""
        assert self.process.stdout
        with self.process, suppress(EOFError, OSError, pickle.UnpicklingError):
            while True:
                self.said.put(pickle.load(self.process.stdout))
        self.said.put(("ended", self.process.returncode))

    def send(self, *message: Any) -> None:
        assert self.process.stdin
        with suppress(OSError, ValueError):  # it has ended, which it says itself
            pickle.dump(message, self.process.stdin, pickle.HIGHEST_PROTOCOL)
            self.process.stdin.flush()

    def end(self) -> None:
        self.process.kill()
        self.process.wait()


class Pool:
    """The queue, and its workers; one for all visitors."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._waiting: deque[Ticket] = deque()
        self._changed = Condition()
        self._serving: set[Thread] = set()
        self._free = 0
        self._closed = False

    @property
    def is_at_work(self) -> bool:
        """Whether a worker has been started, and has not ended for want of work."""
        return bool(self._serving)

    @property
    def waiting(self) -> int:
        """How many wait."""
        with self._changed:
            return sum(not each.is_left for each in self._waiting)

    def submit(self, job: Callable[..., Any], *arguments: Any, is_urgent: bool = False) -> Ticket:
        """Queue ``job``; what is urgent comes first, and finds room.

        Raises :class:`QueueFullError`.
        """
        ticket = Ticket(self, job, arguments)
        with self._changed:
            for left in [each for each in self._waiting if each.is_left]:
                self._drop(left)
            if not is_urgent and len(self._waiting) >= self.limits.waiting:
                raise QueueFullError
            if is_urgent:
                self._waiting.appendleft(ticket)
            else:
                self._waiting.append(ticket)
            if self._free < len(self._waiting) and len(self._serving) < self.limits.workers:
                serving = Thread(target=self._serve, name="statement-map-pool", daemon=True)
                self._serving.add(serving)
                serving.start()
            self._changed.notify()
        return ticket

    def place_of(self, ticket: Ticket) -> int:
        """Return the place of ``ticket`` in the queue, the first being 1; 0 if it is not there."""
        with self._changed:
            waiting = [each for each in self._waiting if not each.is_left]
        return waiting.index(ticket) + 1 if ticket in waiting else 0

    def forget(self, ticket: Ticket) -> None:
        """Take ``ticket`` out of the queue; a worker that is at it ends soon."""
        with self._changed:
            if ticket in self._waiting:
                self._drop(ticket)

    def close(self) -> None:
        """End all workers that are without work, and those at work as soon as they are done."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            serving = tuple(self._serving)
        for thread in serving:
            thread.join()

    def _drop(self, ticket: Ticket) -> None:
        self._waiting.remove(ticket)
        ticket.end(error=UnfinishedError(Why.LEFT))

    def _serve(self) -> None:
        """Do one job after another, with a worker for as long as there is work."""
        worker: _Worker | None = None
        while ticket := self._next():
            if worker is None or worker.process.poll() is not None:
                worker = self._start()
            worker = self._work(ticket, worker)
        if worker:
            worker.end()

    def _next(self) -> Ticket | None:
        """Return the next ticket that somebody wants, None after a while without one."""
        with self._changed:
            self._free += 1
            try:
                while True:
                    while self._waiting:
                        ticket = self._waiting.popleft()
                        if not ticket.is_left:
                            return ticket
                        ticket.end(error=UnfinishedError(Why.LEFT))
                    if self._closed or not self._changed.wait(self.limits.idle_s):
                        self._serving.discard(current_thread())
                        return None
            finally:
                self._free -= 1

    def _start(self) -> _Worker | None:
        """Return a new worker, None where there can be none."""
        paths = [str(_PACKAGES), os.environ.get("PYTHONPATH", "")]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
        try:
            # Not with multiprocessing: it would run the script of the page in the worker first.
            process = subprocess.Popen(
                [sys.executable, "-m", "statement_map.working.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=environment,
            )
        except (OSError, ValueError, NotImplementedError):
            return None
        worker = _Worker(process)
        Thread(target=worker.listen, name="statement-map-worker", daemon=True).start()
        worker.send(self.limits.cpu_s, self.limits.memory)
        return worker

    def _work(self, ticket: Ticket, worker: _Worker | None) -> _Worker | None:
        """Have a job done; return the worker, None if it has to be replaced."""
        for is_last in (False, True):
            if worker is None:
                _do_here(ticket)
                return None
            worker.send(ticket.job, ticket.arguments)
            error = self._wait_for(ticket, worker)
            if error is None:
                return worker
            worker.end()
            if is_last or error.why is not Why.KILLED:
                ticket.end(error=error)
                return None
            worker = self._start()  # the kernel, or somebody, has ended it: once more
        return None

    def _wait_for(self, ticket: Ticket, worker: _Worker) -> UnfinishedError | None:
        """Wait for the end of a job; return why there is none."""
        over = monotonic() + self.limits.wall_s
        while True:
            try:
                kind, value = worker.said.get(timeout=_LOOK_S)
            except Empty:
                kind, value = "", None
            match kind:
                case "told":
                    ticket.progress = value
                case "done":
                    ticket.end(value)
                    return None
                case "failed":
                    ticket.end(error=value)
                    return None
                case "memory":
                    return UnfinishedError(Why.MEMORY)
                case "ended":
                    is_over = value == -getattr(signal, "SIGPROF", 0) != 0
                    return UnfinishedError(Why.TIME if is_over else Why.KILLED)
            if ticket.is_left:
                return UnfinishedError(Why.LEFT)
            if monotonic() > over:
                return UnfinishedError(Why.TIME)


def _do_here(ticket: Ticket) -> None:
    """Do a job in this thread; it can be given up whenever it tells of its progress."""

    def tell(share: float) -> None:
        ticket.progress = share
        if ticket.is_left:
            raise UnfinishedError(Why.LEFT)

    try:
        ticket.end(ticket.job(*ticket.arguments, tell))
    except Exception as error:  # noqa: BLE001  # it is raised where the result is asked for
        ticket.end(error=error)
