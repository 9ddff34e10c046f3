"""The queue of heavy work, and its worker processes."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from statement_map.errors import DataErrors
from statement_map.working import Limits, Pool, QueueFullError, Ticket, UnfinishedError, Why
from tests.working import jobs

PATIENCE_S = 60


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    one = Pool(Limits(workers=1, waiting=3, cpu_s=1.0, memory=600 * 2**20, grace_s=0.3, idle_s=30))
    yield one
    one.close()


def until(happens: Callable[[], bool]) -> None:
    give_up = time.monotonic() + PATIENCE_S
    while not happens():
        assert time.monotonic() < give_up
        time.sleep(0.01)


def why(ticket: Ticket) -> Why:
    with pytest.raises(UnfinishedError) as caught:
        ticket.result()
    return caught.value.why


def begin_waiting(pool: Pool, path: Path) -> Ticket:
    """Have the one worker wait until there is a file at ``path``."""
    ticket = pool.submit(jobs.wait_for, str(path))
    until(lambda: ticket.progress == 0.25)
    return ticket


def test_a_job_is_done_in_another_process_which_does_the_next_one_too(pool: Pool) -> None:
    ticket = pool.submit(jobs.add, 20, 22)
    assert ticket.result() == 42
    assert ticket.progress == 0.5
    first, second = (pool.submit(jobs.process).result() for _ in "12")
    assert first == second != os.getpid()


def test_what_a_job_raises_is_raised_where_the_result_is_asked_for(pool: Pool) -> None:
    with pytest.raises(DataErrors) as caught:
        pool.submit(jobs.refuse).result()
    assert [str(fault) for fault in caught.value.faults] == ["a.csv:3: lat: is wrong"]


def test_an_unexpected_error_is_logged_without_what_it_holds(
    capfd: pytest.CaptureFixture[str],
) -> None:
    pool = Pool(Limits(workers=1))
    with pytest.raises(KeyError):
        pool.submit(jobs.fail, "a visitor's own words").result()
    pool.close()
    log = capfd.readouterr().err
    assert "in fail" in log
    assert "KeyError" in log
    assert "own words" not in log


def test_what_a_job_prints_does_not_stand_among_the_answers(pool: Pool) -> None:
    assert pool.submit(jobs.talk).result() == "heard"


def test_places_in_the_queue(pool: Pool, tmp_path: Path) -> None:
    at_work = begin_waiting(pool, tmp_path / "go")
    waiting = [pool.submit(jobs.add, n, 0) for n in range(3)]
    assert [ticket.place for ticket in (at_work, *waiting)] == [0, 1, 2, 3]
    with pytest.raises(QueueFullError):
        pool.submit(jobs.add, 9, 0)
    urgent = pool.submit(jobs.add, 5, 5, is_urgent=True)
    assert [ticket.place for ticket in (urgent, *waiting)] == [1, 2, 3, 4]

    waiting[1].leave()
    assert why(waiting[1]) is Why.LEFT
    assert [ticket.place for ticket in (urgent, waiting[0], waiting[2])] == [1, 2, 3]
    (tmp_path / "go").touch()
    assert [ticket.result() for ticket in (urgent, waiting[0], waiting[2])] == [10, 0, 2]


def test_who_comes_back_in_time_keeps_the_place_and_who_does_not_loses_it(
    pool: Pool, tmp_path: Path
) -> None:
    at_work = begin_waiting(pool, tmp_path / "go")
    back, gone = (pool.submit(jobs.add, n, 0) for n in range(2))
    for ticket in (back, gone):
        ticket.let_go()
    assert not back.wait(0)
    until(lambda: gone.is_left)
    assert [back.place, gone.place] == [1, 0]
    (tmp_path / "go").touch()
    assert at_work.result()
    assert back.result() == 0
    assert why(gone) is Why.LEFT


def test_a_job_that_nobody_wants_any_more_ends(pool: Pool, tmp_path: Path) -> None:
    ticket = begin_waiting(pool, tmp_path / "never")
    ticket.let_go()
    assert why(ticket) is Why.LEFT
    assert pool.submit(jobs.add, 1, 1).result() == 2


def test_a_job_that_takes_too_long_ends_also_in_the_midst_of_a_regular_expression(
    pool: Pool,
) -> None:
    assert why(pool.submit(jobs.look_for_no_match)) is Why.TIME
    assert pool.submit(jobs.add, 1, 1).result() == 2


def test_a_job_that_takes_too_much_memory_ends(pool: Pool) -> None:
    assert why(pool.submit(jobs.take, 2**30)) is Why.MEMORY
    assert pool.submit(jobs.take, 2**20).result() == 2**20


def test_a_worker_that_is_killed_is_replaced_and_does_its_job_again(
    pool: Pool, tmp_path: Path
) -> None:
    assert pool.submit(jobs.be_killed, str(tmp_path / "mark")).result() == "second"
    assert why(pool.submit(jobs.always_be_killed)) is Why.KILLED
    assert pool.submit(jobs.add, 1, 1).result() == 2


def test_workers_start_when_they_are_needed_and_end_without_work() -> None:
    lazy = Pool(Limits(workers=2, idle_s=0.2))
    assert not lazy.is_at_work
    ticket = lazy.submit(jobs.process)
    assert lazy.is_at_work
    worker = ticket.result()
    until(lambda: not lazy.is_at_work)
    until(lambda: not _is_running(worker))
    assert lazy.submit(jobs.add, 1, 1).result() == 2
    lazy.close()


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_without_processes_jobs_are_done_in_a_thread(tmp_path: Path) -> None:
    with patch("subprocess.Popen", side_effect=OSError("no processes here")):
        alone = Pool(Limits(workers=1, grace_s=0))
        assert alone.submit(jobs.process).result() == os.getpid()
        with pytest.raises(DataErrors):
            alone.submit(jobs.refuse).result()
        ticket = begin_waiting(alone, tmp_path / "never")
        ticket.leave()
        assert why(ticket) is Why.LEFT
        alone.close()
