"""A classroom: many sessions on one server, each stepping once a second."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.server import Server, serve
from benchmarks.steps import APP, BARE, REBUILT, Design
from benchmarks.tables import high, progress, table
from benchmarks.wire import Visitor, visit

DESIGNS = (APP, BARE, REBUILT)
VISITORS = (1, 10, 30, 60)
SECONDS = 20


@dataclass(frozen=True)
class Lesson:
    """What was measured of one classroom.

    ``due`` are the steps that once a second makes. ``processor`` is a share of one core, and
    ``memory_mb`` what each visitor adds.
    """

    design: Design
    visitors: int
    step_ms: list[float]
    due: int
    processor: float
    memory_mb: float


def tell(lessons: list[Lesson]) -> str:
    """Return the section about sessions."""
    columns = (
        *("design", "visitors", "p50, ms", "p95, ms", "most, ms", "steps done"),
        *("of those due", "processor, % of a core", "MB a visitor"),
    )
    rows = (
        (
            *(each.design.name, each.visitors, f"{median(each.step_ms):.0f}"),
            *(high(each.step_ms), f"{max(each.step_ms):.0f}", len(each.step_ms), each.due),
            *(f"{each.processor * 100:.0f}", f"{each.memory_mb:.2f}"),
        )
        for each in lessons
    )
    return f"""\
## Sessions

Visitors who step once a second for {SECONDS} seconds, each starting at a moment of its own: from
sending the step to the server's message that the script has finished. Who still waits when the
next step is due leaves that one out.

{table(columns, rows)}"""


def measure(data: Path, seed: int) -> Iterator[Lesson]:
    """Teach classes of growing size, each on a fresh server."""
    for design in DESIGNS:
        for visitors in VISITORS:
            progress(f"sessions, {visitors} visitors: {design.name}")
            with serve(design.script, data) as server:
                yield asyncio.run(_teach(design, server, visitors, random.Random(seed)))


async def _teach(design: Design, server: Server, visitors: int, chance: random.Random) -> Lesson:
    async with AsyncExitStack() as classroom:
        first = await classroom.enter_async_context(visit(server.port))
        await first.step()
        empty_mb = server.memory_mb
        others = [await classroom.enter_async_context(visit(server.port)) for _ in range(visitors)]
        for visitor in others:
            await visitor.step()
        used, started = server.processor_seconds, time.perf_counter()
        taken = await asyncio.gather(
            *(_walk(visitor, started + chance.random()) for visitor in others)
        )
        elapsed = time.perf_counter() - started
        return Lesson(
            design,
            visitors,
            [seconds * 1_000 for steps in taken for seconds in steps],
            visitors * SECONDS,
            (server.processor_seconds - used) / elapsed,
            (server.memory_mb - empty_mb) / visitors,
        )


async def _walk(visitor: Visitor, start: float) -> list[float]:
    """Step once a second; whoever still waits for a step then leaves out the next."""
    taken = []
    for second in range(SECONDS):
        wait = start + second - time.perf_counter()
        if wait < 0 and second:
            continue
        await asyncio.sleep(max(0, wait))
        taken.append(await visitor.step())
    return taken
