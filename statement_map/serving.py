"""``serve``: the app as a program, from a checkout or from where pip has installed it.

A checkout has ``app.py``, ``server.py``, ``data`` and ``.streamlit`` beside the package; a wheel
carries the same four in the folder ``site`` inside it (see pyproject.toml).
"""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_PACKAGE = Path(__file__).resolve().parent


def add_commands(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add ``serve`` to the command line."""
    serve = commands.add_parser(
        "serve",
        help="show the map in a browser",
        description="Serve the page until Ctrl+C: the statement in DIR, else the app's own.",
    )
    serve.add_argument("directory", metavar="DIR", nargs="?", type=Path)
    serve.add_argument("--port", type=int, default=8501, help="8501 where none is named")
    serve.add_argument(
        "--address",
        default="0.0.0.0",
        help="who may reach it: 127.0.0.1 is this computer alone; all networks where none is named",
    )
    serve.set_defaults(run=_serve)


def app_folder() -> Path:
    """Return the folder that holds ``app.py``, ``server.py`` and what stands beside them."""
    installed = _PACKAGE / "site"
    return installed if installed.is_dir() else _PACKAGE.parent


def data_folder() -> Path:
    """Return the folder ``data`` where the command stands; where there is none, the app's own."""
    here = Path("data")
    return here if here.is_dir() else app_folder() / "data"


def serve_command(directory: Path | None, port: int, address: str) -> list[str]:
    """Return the command that serves ``directory``, or the app's own data, with Streamlit."""
    command = [sys.executable, "-m", "streamlit", "run", str(app_folder() / "server.py")]
    command += ["--server.headless", "true"]
    command += ["--server.port", str(port), "--server.address", address]
    return command if directory is None else [*command, "--", str(directory.resolve())]


def _serve(arguments: Namespace) -> None:
    command = serve_command(arguments.directory, arguments.port, arguments.address)
    try:
        raise SystemExit(subprocess.call(command))
    except KeyboardInterrupt:  # the server has had it, too
        raise SystemExit(0) from None
