"""What the exports cost, and a step of the handout in a browser without a server."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from playwright.sync_api import Browser, Page

from benchmarks.browser import TIMEOUT_MS, open_browser
from benchmarks.inputs import DATA, ROOT
from benchmarks.tables import high, progress, spread, table
from statement_map.exporting import FORMATS

FRAME_MS = 1000 / 60
SLIDER = "input[type=range]"  # in the handout of before too
FRAMES = Path(__file__).parent / "frames.js"
RUNS = 3
STEPS = 38  # of each kind: all days and back
REST_MS = 300  # the handout writes its address once a step rests
_LOOK_MS = 10
_COMMANDS = {
    "reading alone (`check`)": ("check",),
    **{name: ("export", "--format", name) for name in (*FORMATS, "svg")},
}


@dataclass(frozen=True)
class Export:
    """A command on data of so many events: seconds and megabytes of each run, and the file."""

    name: str
    events: int
    seconds: list[float] = field(default_factory=list)
    memory_mb: list[float] = field(default_factory=list)
    octets: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Steps:
    """Milliseconds of steps in the handout: busy with each, and until each was drawn."""

    kind: str
    events: int
    busy_ms: list[float]
    shown_ms: list[float]


@dataclass(frozen=True)
class Exports:
    """All that was measured of the exports."""

    files: list[Export]
    steps: list[Steps]


def tell(measured: Exports) -> str:
    """Return the section about exports."""
    files = (
        (
            each.name,
            each.events,
            spread(each.seconds, 2),
            spread(each.memory_mb),
            f"{each.octets[0] / 1000:,.0f}" if each.octets else "",
        )
        for each in measured.files
    )
    steps = (
        (
            each.kind,
            each.events,
            spread(each.busy_ms, 1),
            high(each.busy_ms, 1),
            spread(each.shown_ms, 1),
            high(each.shown_ms, 1),
        )
        for each in measured.steps
    )
    return f"""\
## Exports

`python -m statement_map export` from start to end, with reading and checking the data: median
(least to most) of {RUNS} runs, and the most resident memory seen, looked at every {_LOOK_MS} ms.
The fewer events are those of the statement itself, the others are made from the seed.

{table(("format", "events", "seconds", "memory, MB", "size, kB"), files)}

A step of the handout, opened from its file without a network: what the browser's main thread does
for it, scripts and drawing of the next frame, and the time from the key press until that frame is
drawn, which includes waiting for it. Median (least to most) and 95th percentile of {STEPS} steps.
A frame lasts {FRAME_MS:.1f} ms.

{table(("step", "events", "busy, ms", "p95", "drawn after, ms", "p95"), steps)}"""


def measure(large: Path, folder: Path) -> Exports:
    """Measure on the statement's own data and on ``large``; files go into ``folder``."""
    files: list[Export] = []
    steps: list[Steps] = []
    with open_browser() as browser:
        for data in (DATA, large):
            made = list(_export_all(data, folder))
            files += made
            progress(f"steps of the handout, {made[0].events} events")
            file = (folder / "html").rename(folder / "handout.html")
            with open_handout(browser) as page:
                load(page, file)
                steps += step_through(page, made[0].events)
    return Exports(files, steps)


def _export_all(data: Path, folder: Path) -> Iterator[Export]:
    events = (data / "events.yaml").read_text(encoding="utf-8").count("\n  - id: ")
    for name, (command, *options) in _COMMANDS.items():
        progress(f"exports, {events} events: {name}")
        export = Export(name, events)
        file = folder / name if options else None
        output = ["--output", str(file)] if file else []
        for _ in range(RUNS):
            _run([command, str(data), *options, *output], export)
        if file:
            export.octets.append(file.stat().st_size)
        yield export


def _run(arguments: list[str], export: Export) -> None:
    """Run a command of the project; add its seconds and its most memory to ``export``."""
    command = [sys.executable, "-m", "statement_map", *arguments]
    most = 0
    started = time.perf_counter()
    with psutil.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            try:
                most = max(most, process.memory_info().rss)
            except psutil.NoSuchProcess:
                break
            time.sleep(_LOOK_MS / 1000)
        if process.wait() != 0:
            raise RuntimeError(f"{command} ended with {process.returncode}")
    export.seconds.append(time.perf_counter() - started)
    export.memory_mb.append(most / 2**20)


@contextmanager
def open_handout(browser: Browser) -> Iterator[Page]:
    """Give a page that notes its frames, without a network."""
    with browser.new_context(
        viewport={"width": 1280, "height": 800}, locale="en-GB", offline=True
    ) as context:
        context.set_default_timeout(TIMEOUT_MS)
        context.add_init_script(path=FRAMES)
        yield context.new_page()


def load(page: Page, file: Path) -> float:
    """Open a handout; return the seconds until its map is ready."""
    began = time.perf_counter()
    page.goto(file.as_uri())
    page.locator(".is-ready:not(.is-moving)").wait_for()
    return time.perf_counter() - began


def step_through(page: Page, events: int) -> Iterator[Steps]:
    """Step by day and by event; one step of each kind warms up."""
    for kind, on, back in (
        ("by day", SLIDER, "ArrowLeft"),
        ("by event", "#card", ""),
    ):
        page.locator(on).focus()
        last = int(page.locator(SLIDER).get_attribute("max") or 0)
        keys = ["ArrowRight"] * (STEPS + 1)
        if back:
            keys = ([*["ArrowRight"] * last, *[back] * last] * STEPS)[: STEPS + 1]
        seen = [_press(page, key) for key in keys][1:]
        busy, shown = ([step[what] for step in seen] for what in ("busy", "shown"))
        yield Steps(kind, events, busy, shown)


def _press(page: Page, key: str) -> dict[str, float]:
    page.evaluate("benchmark.await()")
    page.keyboard.press(key)
    step: dict[str, float] = page.evaluate("benchmark.step")
    page.wait_for_timeout(REST_MS)
    return step
