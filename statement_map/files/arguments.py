"""What commands ask for that write a folder of data files."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path


def add_statement_arguments(parser: ArgumentParser, told: str) -> None:
    """Let a user say what a statement is; ``told`` is what has a title."""
    for name, what in (
        ("title", told),
        ("issuer", "who states it"),
        ("publisher", "where it was published"),
        ("url", "its address"),
    ):
        parser.add_argument(f"--{name}", metavar="TEXT", default="", help=what)


def add_folder_arguments(parser: ArgumentParser) -> None:
    """Let a user choose the outlines that go into the folder, and say what may be replaced."""
    parser.add_argument(
        "--boundaries",
        metavar="FILE",
        type=Path,
        help="outlines to use instead of those of all countries (data/world.geojson)",
    )
    parser.add_argument(
        "--overwrite", action="store_true", help="replace data files that are in DIR already"
    )
