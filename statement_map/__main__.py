"""The command line: ``statement-map COMMAND``, or ``python -m statement_map COMMAND``.

Each room that has subcommands adds them with a function of its own, ``add_commands`` in its
module ``command``, and imports what is slow to import only when they run.
"""

from __future__ import annotations

import gc
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import statement_map
from statement_map import serving
from statement_map.drafting import command as drafting
from statement_map.errors import DataErrors
from statement_map.exporting import command as exporting
from statement_map.geocoding import command as geocoding
from statement_map.importing import command as importing
from statement_map.reading import command as reading

ROOMS = (serving, reading, geocoding, drafting, importing, exporting)


def build_parser() -> ArgumentParser:
    """Return the parser of all subcommands; each sets ``run``, which takes the arguments."""
    parser = ArgumentParser(prog=_name(), description="One statement on a map.")
    parser.add_argument(
        "--version", action="version", version=f"statement-map {statement_map.__version__}"
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for room in ROOMS:
        room.add_commands(commands)
    return parser


def _name() -> str:
    """Return the words that started the program, as its usage shows them."""
    is_installed = Path(sys.argv[0]).stem == "statement-map"
    return "statement-map" if is_installed else "python -m statement_map"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a subcommand; return 0, or 1 after writing every error of the data to stderr.

    Wrong usage ends the program with 2.
    """
    arguments = build_parser().parse_args(argv)
    try:
        with _uncollected():
            arguments.run(arguments)
    except DataErrors as errors:
        for error in errors.exceptions:
            print(error, file=sys.stderr)
        return 1
    return 0


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no circles of references meanwhile.

    A command ends soon; to look through all that it has read, again and again, is a third of its
    time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


if __name__ == "__main__":
    sys.exit(main())
