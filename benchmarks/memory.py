"""What remains in memory of visitors who have left, and of many steps."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from benchmarks.server import Server, serve
from benchmarks.steps import APP, BARE, Design
from benchmarks.tables import progress, table
from benchmarks.wire import visit

DESIGNS = (APP, BARE)
MOMENTS = (1, 100, 1_000)
STEPS = 3_600  # an hour of one a second


@dataclass(frozen=True)
class Memory:
    """Resident megabytes after so many sessions have come and gone, and after the steps."""

    design: Design
    after_sessions: dict[int, float]
    after_steps: float


def tell(measured: list[Memory]) -> str:
    """Return the section about memory."""
    columns = (
        "design",
        *(f"sessions: {number}" for number in MOMENTS),
        f"then steps of one more: {STEPS}",
    )
    rows = (
        (
            each.design.name,
            *(f"{megabytes:.0f}" for megabytes in each.after_sessions.values()),
            f"{each.after_steps:.0f}",
        )
        for each in measured
    )
    return f"""\
## Memory

Resident memory of the server in MB, after sessions that opened the page, made one step and left.
Streamlit itself keeps the last 128 of them for two minutes.

{table(columns, rows)}"""


def measure(data: Path) -> list[Memory]:
    """Send the visitors one after another, to both designs at the same time."""

    progress("memory")

    async def measure_all() -> list[Memory]:
        return await asyncio.gather(*(_measure(design, data) for design in DESIGNS))

    return asyncio.run(measure_all())


async def _measure(design: Design, data: Path) -> Memory:
    with serve(design.script, data) as server:
        after: dict[int, float] = {}
        for number in range(1, max(MOMENTS) + 1):
            async with visit(server.port) as visitor:
                await visitor.step()
            if number in MOMENTS:
                after[number] = server.memory_mb
        return Memory(design, after, await _after_steps(server))


async def _after_steps(server: Server) -> float:
    async with visit(server.port) as visitor:
        for _ in range(STEPS):
            await visitor.step()
        return server.memory_mb
