"""The subcommand ``export``."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from statement_map.errors import DataError, DataErrors
from statement_map.exporting.formats import FORMATS, PICTURE_NAME
from statement_map.serving import data_folder

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from statement_map.exporting.source import ExportSource

_NAMES = (*FORMATS, "svg", "all", "site")


def add_commands(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add the subcommand of this room to ``commands``."""
    export = commands.add_parser(
        "export",
        help="write the handout, or a file for other programs",
        description="Export the map of DIR; without it that of data, else the app's own.",
    )
    export.add_argument("directory", metavar="DIR", nargs="?", type=Path, default=data_folder())
    export.add_argument(
        "--format",
        required=True,
        choices=_NAMES,
        help="html is the offline handout; svg is the picture of one step; all writes each of them "
        "into a folder; site is a folder for any web server",
    )
    export.add_argument(
        "--output",
        required=True,
        metavar="FILE",
        type=Path,
        help="with --format all or site, a folder; that of a site is made",
    )
    export.add_argument(
        "--address",
        metavar="URL",
        type=address,
        help="with --format site: where it will be, for its QR code and its citation",
    )
    picture = export.add_argument_group("the step of the picture, with --format svg or all")
    picture.add_argument("--date", metavar="DAY", type=day, help="such as 2022-01-02")
    picture.add_argument("--event", metavar="ID", help="the event that the picture is about")
    picture.add_argument("--language", metavar="CODE", default="en", help="such as pl")
    export.set_defaults(run=partial(_export, export))


def day(text: str) -> date:
    """Read a day of the command line, such as 2022-01-02."""
    return date.fromisoformat(text)


def address(text: str) -> str:
    """Read the address of a page, such as https://example.org/map/."""
    from statement_map.exporting.site import is_address

    if not is_address(text):
        raise ArgumentTypeError(f"is no address of a page: {text!r}; write https://…")
    return text


def _export(parser: ArgumentParser, arguments: Namespace) -> None:
    from statement_map.exporting import read_source

    if arguments.format not in ("svg", "all") and (arguments.date or arguments.event):
        parser.error("--date and --event are for --format svg or all")
    if arguments.address and arguments.format != "site":
        parser.error("--address is for --format site")
    source = read_source(arguments.directory)
    for path, content in _contents(parser, arguments, source):
        try:
            if arguments.format == "site":
                path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            where = "name a file in a folder that is there"
            fault = f"cannot be written; found {error.strerror!r}; {where}"
            raise DataErrors([DataError(str(path), None, "", fault)]) from None
        print(path)


def _contents(
    parser: ArgumentParser, arguments: Namespace, source: ExportSource
) -> Iterator[tuple[Path, bytes]]:
    output: Path = arguments.output
    match arguments.format:
        case "svg":
            yield output, _draw(parser, arguments, source)
        case "all":
            yield output / PICTURE_NAME, _draw(parser, arguments, source)
            for format_ in FORMATS.values():
                yield output / format_.file_name, format_.export(source)
        case "site":
            for name, content in _site(arguments, source).items():
                yield output / name, content
        case name:
            yield output, FORMATS[name].export(source)


def _site(arguments: Namespace, source: ExportSource) -> dict[str, bytes]:
    from statement_map.exporting.site import build_site
    from statement_map.reading import FILES

    data = {name: (arguments.directory / name).read_bytes() for name in FILES}
    return build_site(source, data, arguments.address, datetime.now(UTC).date())


def _draw(parser: ArgumentParser, arguments: Namespace, source: ExportSource) -> bytes:
    from statement_map.exporting.picture import draw_step
    from statement_map.language import languages

    events = {event.id: event for event in source.atlas.events}
    steps = source.timeline.steps
    if arguments.language not in languages():
        parser.error(f"--language: there is no {arguments.language!r}: {', '.join(languages())}")
    if arguments.event and arguments.event not in events:
        parser.error(f"--event: the statement tells no event {arguments.event!r}")
    if arguments.date and not (steps and steps[0] <= arguments.date <= steps[-1]):
        days = f"{steps[0]} to {steps[-1]}" if steps else "none"
        parser.error(f"--date: {arguments.date} is not a day of the statement: {days}")
    event = events.get(arguments.event)
    shown = arguments.date or (steps[0] if steps else None)
    if event and shown and not arguments.date:
        shown = source.timeline.day_of(event, shown)
    return draw_step(source, languages()[arguments.language], shown, event)
