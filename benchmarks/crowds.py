"""Thousands of places: this version beside the one before marks were drawn on a canvas."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from benchmarks import exports, steps
from benchmarks.browser import open_browser
from benchmarks.inputs import ROOT
from benchmarks.npm import fetch_scripts
from benchmarks.tables import high, percentile, progress, spread, table

COMMIT = "9d207cb"
BEFORE = ROOT / ".cache" / COMMIT
EVENTS = (*steps.EVENTS, 50_000)
HANDOUTS_FROM = 10_000  # events; below, nobody waits for either
APP_BEFORE = steps.Design(
    f"the same at {COMMIT}", BEFORE / "server.py", steps.MAP, steps.CARD, settings=BEFORE
)
DESIGNS = (steps.APP, APP_BEFORE, steps.TIME_SLIDER)
VERSIONS = {"now": ROOT, COMMIT: BEFORE}
DRAG = (40, -5, -3)  # moves of the pointer, and px of each
ZOOMS = 3  # in, and out again
STILL_MS = 700
SHARE = {10_000: 6, 50_000: 12}  # of the busy time before


@dataclass(frozen=True)
class Handout:
    """A handout of a version: seconds until it is ready, its memory, its steps and its frames."""

    version: str
    events: int
    ready_s: float
    heap_mb: float
    steps: list[exports.Steps]
    pan_ms: list[float]
    zoom_ms: list[float]


@dataclass(frozen=True)
class Crowds:
    """All that was measured."""

    apps: list[steps.Steps] = field(default_factory=list)
    handouts: list[Handout] = field(default_factory=list)


def tell(measured: Crowds) -> str:
    """Return the section about crowds."""
    columns = ("design", "events", "map, ms", "p95", "card, ms", "p95", "steps")
    apps = (
        (
            *(each.design.name, each.events, spread(each.map_ms, 1), high(each.map_ms, 1)),
            *(spread(each.page_ms, 1), high(each.page_ms, 1), len(each.received)),
        )
        for each in measured.apps
    )
    frames = ("frames of a pan, p95", "longest", "of zooms, longest")
    kinds = ("by day, busy, ms", "p95", "by event, busy, ms", "p95")
    handouts = (
        (
            *(each.version, each.events, f"{each.ready_s:.1f}", f"{each.heap_mb:.0f}"),
            *(
                text
                for kind in each.steps
                for text in (spread(kind.busy_ms, 1), high(kind.busy_ms, 1))
            ),
            *(high(each.pan_ms), f"{max(each.pan_ms):.0f}", f"{max(each.zoom_ms):.0f}"),
        )
        for each in measured.handouts
    )
    return f"""\
## Crowds

From the key press to the changed map and card, as under Steps, in the app of now, in that of
commit {COMMIT}, and in folium's `TimestampedGeoJson`.

{table(columns, apps)}

The handouts of both versions: seconds until the map is ready, the heap then, what a step keeps the
main thread busy with (as under Exports), and the milliseconds between frames while a map is dragged
{DRAG[0]} times by {-DRAG[1]} px, and zoomed in {ZOOMS} times and out again.

{table(("version", "events", "ready, s", "heap, MB", *kinds, *frames), handouts)}"""


def judge(measured: Crowds) -> Iterator[tuple[str, float, float]]:
    """Yield what was promised, the figure reached, and the limit."""
    maps = {(each.design, each.events): median(each.map_ms) for each in measured.apps}
    for events in EVENTS:
        if (rival := maps.get((steps.TIME_SLIDER, events))) and (steps.APP, events) in maps:
            share = maps[steps.APP, events] / rival
            yield f"map, of `TimestampedGeoJson`'s time, {events:,} events", share, 1
    handouts = {(each.version, each.events): each for each in measured.handouts}
    for events, part in SHARE.items():
        now, before = (handouts.get((version, events)) for version in VERSIONS)
        if not now or not before:
            continue
        for kind, was in zip(now.steps, before.steps, strict=True):
            share = median(kind.busy_ms) / median(was.busy_ms)
            yield f"busy {kind.kind}, of that at {COMMIT}, {events:,} events", share, 1 / part
    if now := handouts.get(("now", HANDOUTS_FROM)):
        longest = max(*now.pan_ms, *now.zoom_ms)
        yield f"ms, the longest frame of a pan or zoom, {HANDOUTS_FROM:,} events", longest, 50
        for kind in now.steps:
            busy = percentile(kind.busy_ms, 95)
            what = f"ms busy {kind.kind}, 95th percentile, {HANDOUTS_FROM:,} events"
            yield what, busy, exports.FRAME_MS


def measure(data: Mapping[int, Path], folder: Path) -> Crowds:
    """Measure both versions on every data directory; handouts go into ``folder``."""
    _fetch_before()
    designs = DESIGNS if fetch_scripts() else DESIGNS[:2]
    measured = Crowds()
    with open_browser() as browser:
        for events, directory in data.items():
            for design in designs:
                progress(f"crowds, {events} events: {design.name}")
                measured.apps.append(steps.measure_design(browser, design, events, directory))
            for version in VERSIONS if events >= HANDOUTS_FROM else ():
                progress(f"crowds, {events} events: the handout, {version}")
                file = folder / f"{version}-{events}.html"
                _export(VERSIONS[version], directory, file)
                measured.handouts.append(_open(browser, version, events, file))
    return measured


def _fetch_before() -> None:
    """Have git put the version of before into .cache, unless it is there."""
    if not BEFORE.is_dir():
        command = ["git", "worktree", "add", "--detach", str(BEFORE), COMMIT]
        subprocess.run(command, cwd=ROOT, check=True)


def _export(version: Path, data: Path, file: Path) -> None:
    command = [sys.executable, "-m", "statement_map", "export", str(data)]
    subprocess.run([*command, "--format", "html", "--output", str(file)], cwd=version, check=True)


def _open(browser: Browser, version: str, events: int, file: Path) -> Handout:
    with exports.open_handout(browser) as page:
        ready_s = exports.load(page, file)
        heap_mb = page.evaluate("performance.memory.usedJSHeapSize") / 2**20
        stepped = list(exports.step_through(page, events))
        pan_ms, zoom_ms = _pan(page), _zoom(page)
    return Handout(version, events, ready_s, heap_mb, stepped, pan_ms, zoom_ms)


def _pan(page: Page) -> list[float]:
    box = page.locator("#map").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 3, box["y"] + box["height"] / 2
    moves, across, down = DRAG
    page.evaluate("benchmark.record()")
    page.mouse.move(x, y)
    page.mouse.down()
    for move in range(moves):
        page.mouse.move(x + move * across, y + move * down)
        page.wait_for_timeout(exports.FRAME_MS)
    page.mouse.up()
    page.wait_for_timeout(STILL_MS)
    frames: list[float] = page.evaluate("benchmark.recorded()")
    return frames


def _zoom(page: Page) -> list[float]:
    page.evaluate("benchmark.record()")
    for button in ("in", "out"):
        for _ in range(ZOOMS):
            page.locator(f".leaflet-control-zoom-{button}").click()
            page.wait_for_timeout(STILL_MS)
    frames: list[float] = page.evaluate("benchmark.recorded()")
    return frames
