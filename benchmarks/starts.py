"""From nothing to the first answer, and to what a visitor sees."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.browser import new_page, open_browser
from benchmarks.inputs import marked
from benchmarks.server import Server, serve
from benchmarks.steps import APP, BARE, Design
from benchmarks.tables import progress, spread, table

RUNS = 5
DESIGNS = ((APP, ".is-ready"), (BARE, BARE.page.replace("{day}", marked(0))))
"""Each with the selector of what a visitor comes for."""


@dataclass(frozen=True)
class Starts:
    """Seconds from the start of the server, and of a second visitor from opening the page."""

    design: Design
    answered: list[float] = field(default_factory=list)
    visible: list[float] = field(default_factory=list)
    second_visitor: list[float] = field(default_factory=list)


def tell(measured: list[Starts]) -> str:
    """Return the section about the start."""
    columns = ("design", "first answer", "visible", "second visitor, visible")
    rows = (
        (
            each.design.name,
            *(spread(values, 2) for values in (each.answered, each.visible, each.second_visitor)),
        )
        for each in measured
    )
    return f"""\
## Start

Seconds from the start of the server's process to its first answer (HTTP 200) and to the map, or
the text, in a browser that opens the page at once; and from opening it for a second visitor, with
nothing kept from the first. Median (least to most) of {RUNS}.

{table(columns, rows)}"""


def measure(data: Path) -> list[Starts]:
    """Start the servers in turn, each time with a browser that has seen nothing yet."""
    measured = [(Starts(design), selector) for design, selector in DESIGNS]
    with open_browser() as browser:
        for run in range(RUNS):
            progress(f"start, run {run + 1} of {RUNS}")
            for starts, selector in measured:
                with serve(starts.design.script, data) as server:
                    starts.answered.append(server.answered_after)
                    seen_after = _seconds_to_see(browser, server, selector)
                    starts.visible.append(server.answered_after + seen_after)
                    starts.second_visitor.append(_seconds_to_see(browser, server, selector))
    return [starts for starts, _ in measured]


def _seconds_to_see(browser: Browser, server: Server, selector: str) -> float:
    with new_page(browser) as page:
        started = time.perf_counter()
        page.goto(server.url, wait_until="commit")
        page.wait_for_function("selector => benchmark.shows(selector)", arg=selector)
        return time.perf_counter() - started
