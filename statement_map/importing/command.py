"""The subcommand ``import``."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from statement_map.errors import DataError, DataErrors
from statement_map.files.arguments import add_folder_arguments, add_statement_arguments
from statement_map.files.progress import Progress

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from statement_map.importing.building import About

_DESCRIPTION = """\
Turn a file of another program into data files in DIR, which `check` accepts and the page opens: a
table (CSV, TSV, XLSX, ODS), GeoJSON, KML, GPX, a uMap, Linked Places, LP-TSV, a timeline of
TimelineJS, annotations of Recogito, a CSV of ACLED, or an export of this program. What is not this
program's own is for you to review: each row becomes a paragraph. Which column was taken for what is
told, and what was not taken. No network is used.\
"""


def add_commands(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add the subcommand of this room to ``commands``."""
    parser = commands.add_parser(
        "import", help="make data files of what another program wrote", description=_DESCRIPTION
    )
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--output", metavar="DIR", type=Path, required=True)
    parser.add_argument(
        "--column",
        metavar="ROLE=NAME",
        type=_read_column,
        action="append",
        default=[],
        help="take this column for title, text, start, end, place, lat, lon, topic, note, "
        "source or date_words, and not the one that was recognised",
    )
    parser.add_argument("--language", metavar="CODE", help="of the texts, such as en")
    add_statement_arguments(parser, "of what is told")
    add_folder_arguments(parser)
    parser.set_defaults(run=partial(_import, parser))


def _read_column(text: str) -> tuple[str, str]:
    from statement_map.importing.roles import ROLES

    role, sign, name = text.partition("=")
    if not sign or role not in ROLES:
        raise ArgumentTypeError(f"{text!r} is not ROLE=NAME; a role is one of {', '.join(ROLES)}")
    return role, name


def _import(parser: ArgumentParser, arguments: Namespace) -> None:
    from statement_map.files.folder import open_outlines, refuse_taken, write_folder
    from statement_map.importing.foreign import MOST_TOLD, import_file

    directory: Path = arguments.output
    if not arguments.overwrite:
        refuse_taken(directory)
    outlines = open_outlines(arguments.boundaries) if arguments.boundaries else None
    progress = Progress()
    imported = import_file(
        arguments.file.name,
        _read_file(arguments.file),
        _about(parser, arguments),
        dict(arguments.column),
        outlines,
        lambda done, total: progress.tell(f"{done} of {total} rows"),
    )
    write_folder(directory, imported.events, imported.places, imported.boundaries)
    if imported.text is not None:
        (directory / "text.txt").write_text(imported.text, encoding="utf-8")
    for guess in imported.guesses:
        print(guess)
    for fault in imported.left_out[:MOST_TOLD]:
        print(fault, file=sys.stderr)
    if len(imported.left_out) > MOST_TOLD:
        print(f"and {len(imported.left_out) - MOST_TOLD} more", file=sys.stderr)
    print(_count(imported.events, len(imported.left_out), directory))


def _about(parser: ArgumentParser, arguments: Namespace) -> About:
    from statement_map.importing.building import About

    named = (arguments.title, arguments.issuer, arguments.publisher, arguments.url)
    language = arguments.language
    if language and not (len(language) == 2 and language.isalpha() and language.islower()):
        parser.error(f"--language takes a code of two letters, not {language!r}")
    return About(language or "", *named)


def _read_file(path: Path) -> bytes:
    from statement_map.importing.foreign import MAX_BYTES

    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        fault = f"cannot be read; found {error.strerror!r}; name a file that is there"
        raise DataErrors([DataError(str(path), None, "", fault)]) from None


def _count(events: bytes, left_out: int, directory: Path) -> str:
    count = events.count(b"\n  - id:")
    waiting = events.count(b"\n    reviewed: no")
    return f"{directory}: {count} events, {waiting} of them to be reviewed; {left_out} not taken"
