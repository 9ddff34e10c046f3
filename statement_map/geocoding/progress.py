"""Showing how far a long run is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TypeVar

import click

Done = TypeVar("Done")


def show_progress(work: Iterable[Done], total: int, line_of: Callable[[Done], str]) -> list[Done]:
    """Return all that ``work`` yields as it is done; write the line of each to standard output.

    On a terminal a bar shows how many of ``total`` are done, and the lines follow at the end, also
    if that comes early; elsewhere each line is written as its part of the work is done.
    """
    done: list[Done] = []
    if not sys.stdout.isatty():
        for part in work:
            done.append(part)
            _write(line_of(part))
        return done
    try:
        with click.progressbar(work, length=total, label="Looking up", show_pos=True) as bar:
            done.extend(bar)
    finally:
        for part in done:
            _write(line_of(part))
    return done


def show_message(message: str) -> None:
    """Write ``message`` to standard error, below the bar if there is one."""
    start = "\n" if sys.stdout.isatty() else ""
    print(f"{start}{message}", file=sys.stderr, flush=True)


def _write(line: str) -> None:
    if line:
        print(line, flush=True)
