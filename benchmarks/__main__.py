"""Measure, and write the report to benchmarks/results/.

`python -m benchmarks` measures everything; names of parts, such as `python -m benchmarks start`,
measure those alone and only print the report.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import classroom, crowds, exports, memory, sessions, starts, steps
from benchmarks.browser import open_browser
from benchmarks.inputs import write_data
from benchmarks.report import Results, write_report

PARTS = ("steps", "crowds", "sessions", "class", "start", "memory", "exports")
RESULTS = Path(__file__).parent / "results"
SEED = 2022


def main() -> None:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--events", type=int, nargs="+", help="sizes of crowds, else all")
    arguments = parser.parse_args()
    parts = arguments.parts or PARTS
    if unknown := set(parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(unknown)}")
    with TemporaryDirectory() as folder:
        results = _measure(parts, Path(folder), arguments.events or crowds.EVENTS)
    report = write_report(results)
    print(report)
    if set(parts) == set(PARTS):
        RESULTS.mkdir(exist_ok=True)
        path = RESULTS / f"{results.day}.md"
        path.write_text(report, encoding="utf-8")


def _measure(parts: Sequence[str], folder: Path, sizes: Sequence[int]) -> Results:
    wanted = {*steps.EVENTS, *(sizes if "crowds" in parts else ())}
    data = {events: folder / str(events) for events in sorted(wanted)}
    for events, directory in data.items():
        write_data(directory, events, SEED)
    few = data[min(data)]
    with open_browser() as browser:
        results = Results(SEED, browser.version)
    if "steps" in parts:
        results.steps = list(steps.measure({events: data[events] for events in steps.EVENTS}))
    if "crowds" in parts:
        results.crowds = crowds.measure({events: data[events] for events in sizes}, folder)
    if "sessions" in parts:
        results.lessons = list(sessions.measure(few, SEED))
    if "class" in parts:
        results.classes, results.without = classroom.measure(few, SEED)
    if "start" in parts:
        results.starts = starts.measure(few)
    if "memory" in parts:
        results.memory = memory.measure(few)
    if "exports" in parts:
        results.exports = exports.measure(data[max(steps.EVENTS)], folder)
    return results


if __name__ == "__main__":
    main()
