"""The whole report."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from importlib.metadata import version
from statistics import median

import psutil

from benchmarks import classroom, crowds, exports, memory, sessions, starts, steps
from benchmarks.tables import percentile, table

_PACKAGES = ("streamlit", "folium", "streamlit-folium", "pydeck", "plotly", "playwright")
Judged = tuple[str, float, float]
"""What was promised, the figure reached, and the limit."""


@dataclass
class Results:
    """What one run measured; a part that was not asked for is empty."""

    seed: int
    chromium: str
    day: date = field(default_factory=lambda: datetime.now().astimezone().date())
    load: float = field(default_factory=lambda: psutil.getloadavg()[0])
    steps: list[steps.Steps] = field(default_factory=list)
    crowds: crowds.Crowds | None = None
    lessons: list[sessions.Lesson] = field(default_factory=list)
    classes: list[classroom.Lesson] = field(default_factory=list)
    without: str = ""
    starts: list[starts.Starts] = field(default_factory=list)
    memory: list[memory.Memory] = field(default_factory=list)
    exports: exports.Exports | None = None


def write_report(results: Results) -> str:
    """Return the report as Markdown."""
    told = [
        f"# Measured on {results.day}\n\n{_setting(results)}",
        _promises(results),
        steps.tell(results.steps) if results.steps else "",
        crowds.tell(results.crowds) if results.crowds else "",
        sessions.tell(results.lessons) if results.lessons else "",
        classroom.tell(results.classes, results.without) if results.classes else "",
        starts.tell(results.starts) if results.starts else "",
        memory.tell(results.memory) if results.memory else "",
        exports.tell(results.exports) if results.exports else "",
    ]
    return "\n\n".join(part for part in told if part) + "\n"


def _setting(results: Results) -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    memory_gb = psutil.virtual_memory().total / 2**30
    return (
        "One run of `python -m benchmarks` on one machine; browser, server and visitors share it. "
        f"{os.cpu_count()} processor cores, {memory_gb:.0f} GB of memory, {platform.platform()}, "
        f"load {results.load:.1f} before the start. Python {platform.python_version()}, "
        f"{packages}, Chromium {results.chromium}. Seed {results.seed}. All apps run with the "
        "settings in `.streamlit/config.toml`, so none waits for Streamlit's garbage collection; "
        "the watching of files is switched off. Nothing is asked of other hosts, so there are no "
        "tiles; maps by `st_folium` draw the same outlines as this app."
    )


def _promises(results: Results) -> str:
    judged = [
        *(_of_steps(results.steps) if results.steps else ()),
        *(crowds.judge(results.crowds) if results.crowds else ()),
        *(_of_sessions(results.lessons) if results.lessons else ()),
        *classroom.judge(results.classes),
        *(_of_starts(results.starts) if results.starts else ()),
        *(_of_memory(results.memory) if results.memory else ()),
        *(_of_exports(results.exports) if results.exports else ()),
    ]
    rows = (
        (what, f"{limit:g}", f"{figure:.3g}", "yes" if figure <= limit else "**no**")
        for what, figure, limit in judged
    )
    return "## Promises\n\n" + table(("", "at most", "reached", "kept"), rows)


def _of_steps(measured: list[steps.Steps]) -> Iterator[Judged]:
    by = {(each.design, each.events): each for each in measured}
    few, many = min(steps.EVENTS), max(steps.EVENTS)
    ours, bare, rebuilt = (by[design, few] for design in (steps.APP, steps.BARE, steps.REBUILT))
    most = by[steps.APP, many]
    map_ms, bare_ms = median(ours.map_ms), median(bare.page_ms)
    yield f"map, of the rebuilt map's time, {few} events", map_ms / median(rebuilt.map_ms), 0.05
    yield f"map, of the bare app's time, {few} events", map_ms / bare_ms, 1
    yield f"map, {many:,} events, of its time at {few}", median(most.map_ms) / map_ms, 1.2
    yield f"card, of the bare app's time, {few} events", median(ours.page_ms) / bare_ms, 1.5
    yield f"kB a step, {few} events", median(ours.received) / 1_000, 3
    yield "frame reloads, all sizes", sum(by[steps.APP, n].reloads for n in steps.EVENTS), 0


def _of_sessions(lessons: list[sessions.Lesson]) -> Iterator[Judged]:
    full = max(sessions.VISITORS)
    lesson = next(each for each in lessons if (each.design, each.visitors) == (steps.APP, full))
    yield f"ms a step, 95th percentile, {full} visitors", percentile(lesson.step_ms, 95), 100
    yield f"steps left out, {full} visitors", lesson.due - len(lesson.step_ms), 0
    yield f"MB for each of {full} visitors", lesson.memory_mb, 1


def _of_starts(measured: list[starts.Starts]) -> Iterator[Judged]:
    seconds = {each.design: median(each.visible) for each in measured}
    yield (
        "cold start to the visible map, of the bare app's",
        seconds[steps.APP] / seconds[steps.BARE],
        1.5,
    )


def _of_memory(measured: list[memory.Memory]) -> Iterator[Judged]:
    ours = next(each for each in measured if each.design == steps.APP)
    start, *_, end = ours.after_sessions.values()
    yield f"memory after {max(memory.MOMENTS):,} sessions, of the start", end / start, 1.2
    yield f"memory after {memory.STEPS:,} steps, of the start", ours.after_steps / start, 1.2


def _of_exports(measured: exports.Exports) -> Iterator[Judged]:
    handout = next(each for each in measured.files if each.name == "html")
    yield "MB, the handout of the statement", handout.octets[0] / 1_000_000, 1.5
    for steps_ in measured.steps:
        if steps_.events != handout.events:
            what = f"ms busy with a step {steps_.kind} in the handout, 95th percentile"
            yield (
                f"{what}, {steps_.events:,} events",
                percentile(steps_.busy_ms, 95),
                exports.FRAME_MS,
            )
