"""A small container: what a tenth, and a half, of a processor serves.

`python -m benchmarks.small` measures this app and a bare one, each alone in a control group of
Linux, and prints a report. It needs the right to make such a group, as root has, and says so where
it has not.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field, replace
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Event
from urllib.parse import urlsplit

import psutil

from benchmarks.browser import new_page, open_browser
from benchmarks.groups import Group, NoGroupsError
from benchmarks.inputs import ROOT, write_data
from benchmarks.server import Server, serve
from benchmarks.starts import SIGHTS, seconds_to_see
from benchmarks.steps import APP, BARE, Design, open_first_day, step_through
from benchmarks.tables import high, progress, spread, table
from benchmarks.wire import visit

SHARES = (0.1, 0.5)
DESIGNS = (APP, replace(APP, name="this app, by app.py alone", script=ROOT / "app.py"), BARE)
RUSH = 30
RUSH_SECONDS = 5
LINES = 6  # so many connections a browser opens to one host
CLASSES = (1, 10, 30)
STEP_SECONDS = 20
EVENTS = 35
SEED = 2022


@dataclass
class Small:
    """What one design did with a share of a processor.

    Seconds: to the first answer, to what the first and the second visitor come for, and for each
    of a rush until it had all files and the page. ``steps`` are milliseconds by visitors at once
    until the server has answered; ``seen`` those until one of the most visitors saw the step on
    the map, or in the text where there is no map.
    """

    design: Design
    share: float
    answered: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    second: list[float] = field(default_factory=list)
    rush: list[float] = field(default_factory=list)
    steps: dict[int, list[float]] = field(default_factory=dict)
    seen: list[float] = field(default_factory=list)
    files: int = 0
    memory_mb: float = 0


def main() -> None:
    """Measure what the command line names, and print it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.small", description=__doc__)
    parser.add_argument("--shares", nargs="*", type=float, default=SHARES, metavar="SHARE")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="of the start (3)")
    parser.add_argument("--only", metavar="WORD", default="", help="designs with it in their name")
    parser.add_argument("--start", action="store_true", help="the start alone")
    arguments = parser.parse_args()
    designs = [design for design in DESIGNS if arguments.only in design.name]
    try:
        with _share(1):
            pass
    except NoGroupsError as error:
        parser.exit(1, f"Nothing was measured: {error}\n")
    load = psutil.getloadavg()[0]
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        write_data(data, EVENTS, SEED)
        measured = [
            _measure(design, share, data, arguments.runs, is_start_alone=arguments.start)
            for share in arguments.shares
            for design in designs
        ]
    print(tell(measured, load))


def tell(measured: Sequence[Small], load: float) -> str:
    """Return the report."""
    columns = (
        *("design", "share of a processor", "first answer, s", "then the map or text, s"),
        *("second visitor, s", f"rush of {RUSH}: p50, s", "last, s", "files each", "MB"),
        *(f"steps p95, {visitors} visitors, ms" for visitors in CLASSES),
        *(f"seen by one of {CLASSES[-1]}, ms", "p95"),
    )
    rows = (
        (
            *(each.design.name, each.share, spread(each.answered, 1), spread(each.first, 1)),
            *(spread(each.second, 1), f"{median(each.rush):.1f}" if each.rush else ""),
            *(
                f"{max(each.rush):.1f}" if each.rush else "",
                each.files or "",
            ),
            *(f"{each.memory_mb:.0f}", *(high(each.steps.get(n, [])) for n in CLASSES)),
            *(spread(each.seen), high(each.seen)),
        )
        for each in measured
    )
    return f"""\
## A small container

{EVENTS} events; {os.cpu_count()} processor cores, {platform.platform()}, load {load:.1f} before the
start. The server alone has the share; browser and visitors have the rest of the machine. Median
(least to most). A step is counted until the server has answered. The browser shows it before, which
is what is "seen": from the key press to the changed map, or text, in the browser of one visitor
while the others step.

{table(columns, rows)}"""


def _measure(design: Design, share: float, data: Path, runs: int, *, is_start_alone: bool) -> Small:
    result = Small(design, share)
    with open_browser() as browser, _share(share) as within:
        for run in range(runs):
            progress(f"{design.name} at {share}: start, run {run + 1} of {runs}")
            with serve(design.script, data, within=within) as server:
                result.answered.append(server.answered_after)
                for seen in (result.first, result.second):
                    seen.append(seconds_to_see(browser, server, SIGHTS[_like(design)])[-1])
        if is_start_alone:
            return result
        progress(f"{design.name} at {share}: the files of a visit")
        with serve(design.script, data) as server, new_page(browser) as page:
            asked: list[str] = []
            page.on("request", lambda request: asked.append(request.url))
            page.goto(server.url)
            page.wait_for_load_state("networkidle")
            files = [urlsplit(url).path for url in asked if url.startswith(server.url)]
            result.files = len(files)
    with _share(share) as within, serve(design.script, data, within=within) as server:
        asyncio.run(_teach(server, files, result))
        result.memory_mb = server.memory_mb
    return result


@contextmanager
def _share(share: float) -> Iterator[tuple[str, ...]]:
    with Group(f"{share} processor", processors=share).made() as within:
        yield within


def _like(design: Design) -> Design:
    return BARE if design is BARE else APP


async def _teach(server: Server, files: Sequence[str], result: Small) -> None:
    """Let one visitor come, then a rush, then classes that step."""
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(RUSH * LINES))
    await _arrive(server, files, 0)
    progress(f"{result.design.name} at {result.share}: a rush")
    rush = (_arrive(server, files, n * RUSH_SECONDS / RUSH) for n in range(RUSH))
    result.rush = list(await asyncio.gather(*rush))
    for visitors in CLASSES:
        progress(f"{result.design.name} at {result.share}: {visitors} step")
        result.steps[visitors] = await _step_together(server.port, visitors)
    progress(f"{result.design.name} at {result.share}: one of {CLASSES[-1]} is watched")
    is_open = Event()
    watched = asyncio.create_task(asyncio.to_thread(_watch, server.url, result.design, is_open))
    await asyncio.to_thread(is_open.wait)
    await _step_together(server.port, CLASSES[-1] - 1)
    result.seen = await watched


async def _step_together(port: int, visitors: int) -> list[float]:
    """Let each visitor step once a second; return the milliseconds until the server answered."""
    taken: list[float] = []
    async with AsyncExitStack() as opened:
        there = [await opened.enter_async_context(visit(port)) for _ in range(visitors)]
        for visitor in there:
            await visitor.step()
        started = time.perf_counter()

        async def walk(number: int) -> None:
            for second in range(STEP_SECONDS):
                due = started + second + number / visitors
                if (wait := due - time.perf_counter()) < -1:
                    continue
                await asyncio.sleep(max(0, wait))
                taken.append(await there[number].step() * 1000)

        await asyncio.gather(*(walk(number) for number in range(visitors)))
    return taken


def _watch(url: str, design: Design, is_open: Event) -> list[float]:
    """Step in a browser; return the milliseconds from each key press until the step was seen.

    ``is_open`` is set once the page is there.
    """
    try:
        with open_browser() as browser, new_page(browser) as page:
            open_first_day(page, url, _like(design))
            is_open.set()
            walk = step_through(page, _like(design), EVENTS, STEP_SECONDS)
            return [seen.get("map", seen["page"]) for seen in walk]
    finally:
        is_open.set()


async def _arrive(server: Server, files: Sequence[str], after: float) -> float:
    """Open the page as a browser does; return the seconds until all of it is there."""
    await asyncio.sleep(after)
    started = time.perf_counter()
    first = [path for path in files if path.startswith(("/static", "/?")) or path == "/"]
    rest = [path for path in files if path not in first]
    await _fetch(server.port, first)
    async with visit(server.port):
        await _fetch(server.port, rest)
    return time.perf_counter() - started


async def _fetch(port: int, files: Sequence[str]) -> None:
    lines = (files[n::LINES] for n in range(LINES))
    await asyncio.gather(*(asyncio.to_thread(_fetch_in_turn, port, line) for line in lines))


def _fetch_in_turn(port: int, files: Sequence[str]) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=300)
    for path in files:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip, deflate"})
        connection.getresponse().read()
    connection.close()


if __name__ == "__main__":
    main()
