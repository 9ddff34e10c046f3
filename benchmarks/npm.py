"""The scripts of Leaflet.TimeDimension, which no Python package carries."""

from __future__ import annotations

import shutil
import subprocess

from benchmarks.inputs import ROOT

PACKAGES = ("leaflet-timedimension@1.1.1", "moment@2.30.1")
FOLDER = ROOT / ".cache" / "npm"


def fetch_scripts() -> bool:
    """Have npm put them into .cache/npm, unless they are there; say whether they are."""
    if not (FOLDER / "node_modules" / "moment").is_dir() and (npm := shutil.which("npm")):
        command = [npm, "install", "--silent", "--ignore-scripts", "--prefix", str(FOLDER)]
        subprocess.run([*command, *PACKAGES], timeout=120, check=False)
    return (FOLDER / "node_modules" / "moment").is_dir()
