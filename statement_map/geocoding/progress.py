"""Showing how far a long run is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TypeVar

import click

Step = TypeVar("Step")


def show_progress(steps: Iterable[Step], total: int, line_of: Callable[[Step], str]) -> list[Step]:
    """Go through ``steps`` and return them; write the line of each to standard output.

    On a terminal a bar shows how many of ``total`` are done, and the lines follow at the end, also
    if that comes early; elsewhere each line is written as its step is done.
    """
    done: list[Step] = []
    if not sys.stdout.isatty():
        for step in steps:
            done.append(step)
            _write(line_of(step))
        return done
    try:
        with click.progressbar(steps, length=total, label="Looking up", show_pos=True) as bar:
            done.extend(bar)
    finally:
        for step in done:
            _write(line_of(step))
    return done


def show_message(message: str) -> None:
    """Write ``message`` to standard error, below the bar if there is one."""
    start = "\n" if sys.stdout.isatty() else ""
    print(f"{start}{message}", file=sys.stderr, flush=True)


def _write(line: str) -> None:
    if line:
        print(line, flush=True)
