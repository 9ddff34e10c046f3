"""From nothing to the first answer, and to what a visitor sees."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.browser import new_page, open_browser
from benchmarks.inputs import marked
from benchmarks.server import Server, serve
from benchmarks.steps import APP, BARE, Design
from benchmarks.tables import progress, spread, table

RUNS = 5
PAGE = (
    ("Streamlit's own page", "[data-testid=stApp]"),
    ("what its script writes first", "[data-testid=stElementContainer]"),
)
SIGHTS = {
    APP: (
        *PAGE,
        ("the frame of the map", "iframe"),
        ("an empty map in it", ".leaflet-container"),
        ("outlines and marks", ".is-ready"),
    ),
    BARE: (*PAGE, ("the text", BARE.page.replace("{day}", marked(0)))),
}
"""What a visitor sees in turn, with selectors; the last is what one comes for."""


@dataclass(frozen=True)
class Starts:
    """Seconds from the start of the server, and of two visitors from opening the page.

    Each visit holds the seconds to each sight in turn.
    """

    design: Design
    answered: list[float] = field(default_factory=list)
    first_visits: list[list[float]] = field(default_factory=list)
    second_visits: list[list[float]] = field(default_factory=list)

    @property
    def visible(self) -> list[float]:
        """Seconds from the start of the server to what the first visitor comes for."""
        visits = zip(self.answered, self.first_visits, strict=True)
        return [answered + visit[-1] for answered, visit in visits]


def tell(measured: list[Starts]) -> str:
    """Return the section about the start."""
    columns = ("design", "first answer", "visible", "second visitor, visible")
    rows = (
        (
            each.design.name,
            *(
                spread(values, 2)
                for values in (
                    each.answered,
                    each.visible,
                    [visit[-1] for visit in each.second_visits],
                )
            ),
        )
        for each in measured
    )
    lines = (line for each in measured for line in _waits(each))
    return f"""\
## Start

Seconds from the start of the server's process to its first answer (HTTP 200) and to the map, or
the text, in a browser that opens the page at once; and from opening it for a second visitor, with
nothing kept from the first. Median (least to most) of {RUNS}.

{table(columns, rows)}

What takes this time, line by line: from the line before, milliseconds until a browser has it.
The script of the first visitor imports and reads what that of the second finds there.

{table(("until there is", "first visitor", "second visitor"), lines)}"""


def _waits(starts: Starts) -> Iterator[tuple[str, ...]]:
    name = starts.design.name
    yield f"{name}: an answer", spread([1000 * value for value in starts.answered]), ""
    for number, (sight, _) in enumerate(SIGHTS[starts.design]):
        yield (
            f"{name}: {sight}",
            *(
                spread([_parts(visit)[number] for visit in visits])
                for visits in (starts.first_visits, starts.second_visits)
            ),
        )


def _parts(visit: Sequence[float]) -> list[float]:
    return [1000 * (after - before) for before, after in pairwise((0, *visit))]


def measure(data: Path) -> list[Starts]:
    """Start the servers in turn, each time with a browser that has seen nothing yet."""
    measured = [Starts(design) for design in SIGHTS]
    with open_browser() as browser:
        for run in range(RUNS):
            progress(f"start, run {run + 1} of {RUNS}")
            for starts in measured:
                with serve(starts.design.script, data) as server:
                    starts.answered.append(server.answered_after)
                    for visits in (starts.first_visits, starts.second_visits):
                        visits.append(seconds_to_see(browser, server, SIGHTS[starts.design]))
    return measured


def seconds_to_see(
    browser: Browser, server: Server, sights: Sequence[tuple[str, str]]
) -> list[float]:
    """Open the page as a first visitor does; return the seconds to each of the ``sights``."""
    seconds = []
    with new_page(browser) as page:
        started = time.perf_counter()
        page.goto(server.url, wait_until="commit")
        for _, selector in sights:
            page.wait_for_function("selector => benchmark.shows(selector)", arg=selector)
            seconds.append(time.perf_counter() - started)
    return seconds
