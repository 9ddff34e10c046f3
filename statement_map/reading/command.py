"""The subcommands ``check`` and ``schema``."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from statement_map.errors import DataError, DataErrors
from statement_map.model import Atlas
from statement_map.reading.data import read_data
from statement_map.reading.events import write_schema
from statement_map.reading.files import read_bytes
from statement_map.reading.text import compare_with_text
from statement_map.serving import data_folder
from statement_map.timeline import Timeline

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_commands(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add the subcommands of this room to ``commands``."""
    check = commands.add_parser(
        "check",
        help="say whether the data files are right",
        description="Check the files in DIR; without it those in data, else the app's own.",
    )
    check.add_argument("directory", metavar="DIR", nargs="?", type=Path, default=data_folder())
    check.add_argument(
        "--text",
        metavar="FILE",
        type=Path,
        help="compare every phrase and quotation with the statement's text",
    )
    check.set_defaults(run=_check)
    schema = commands.add_parser("schema", help="write the JSON Schema that editors use")
    schema.add_argument("directory", metavar="DIR", nargs="?", type=Path, default=Path("data"))
    schema.set_defaults(run=_write_schema)


def _check(arguments: Namespace) -> None:
    reading = read_data(arguments.directory)
    errors: list[DataError] = []
    if arguments.text and (text := read_bytes(arguments.text, errors)) is not None:
        errors += compare_with_text(reading, text)
    for fault in reading.warnings:
        warning = DataError(fault.file, fault.line, fault.field, f"warning: {fault.message}")
        print(warning, file=sys.stderr)
    if errors:
        raise DataErrors(errors)
    print(_count(reading.atlas))


def _write_schema(arguments: Namespace) -> None:
    path = arguments.directory / "events.schema.json"
    try:
        path.write_text(write_schema(), encoding="utf-8")
    except OSError as error:
        fault = f"cannot be written; found {error.strerror!r}; name a folder that is there"
        raise DataErrors([DataError(str(path), None, "", fault)]) from None
    print(path)


def _count(atlas: Atlas) -> str:
    """Return what ``atlas`` holds: ``28 of 28 paragraphs, 51 events in 10 chapters, ...``."""
    told = {number for event in atlas.events for number in event.paragraphs}
    steps = Timeline(atlas).steps
    days = "no dates"
    if steps:
        number = (steps[-1] - steps[0]).days + 1
        days = f"{_plural(number, 'day')} from {steps[0]} to {steps[-1]}"
    return ", ".join(
        (
            f"{len(told)} of {_plural(atlas.statement.paragraphs, 'paragraph')}",
            _plural(len(atlas.events), "event") + _in_chapters(len(atlas.statement.chapters)),
            _plural(len(atlas.places), "place"),
            days,
        )
    )


def _in_chapters(number: int) -> str:
    return f" in {_plural(number, 'chapter')}" if number else ""


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
