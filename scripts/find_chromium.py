"""Print the path of a Chromium for the browser tests, and install one if there is none.

Asked in this order: the variable CHROMIUM; a browser on the PATH; Playwright's own download;
Debian's packages, where that needs no password. What was found is kept in .cache/chromium.
"""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

FOUND = Path(__file__).resolve().parent.parent / ".cache" / "chromium"
# The shell draws pages as the browser does, with a quarter less work: it has no window around them.
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLAYWRIGHT = [sys.executable, "-m", "playwright"]


def find_chromium() -> Path:
    """Return a browser that starts; exit with advice if there is none."""
    named = os.environ.get("CHROMIUM")
    if not named and FOUND.is_file():
        kept = FOUND.read_text(encoding="utf-8")
        if os.access(kept, os.X_OK):
            return Path(kept)
    require_playwright()
    if named:
        return path_of(named) or sys.exit(f"CHROMIUM={named} is not a browser that starts.")
    found = on_path() or from_playwright() or from_debian()
    if not found:
        sys.exit(
            "No Chromium for the browser tests: none on the PATH, none could be installed (see"
            " above).\nInstall one (Debian, as root: apt-get install chromium), or name one that"
            " you have: CHROMIUM=/path/to/chromium make test"
        )
    FOUND.parent.mkdir(exist_ok=True)
    FOUND.write_text(str(found), encoding="utf-8")
    return found


def require_playwright() -> None:
    """Exit unless Playwright starts: its Node needs a library that a bare Debian lacks."""
    version = [*PLAYWRIGHT, "--version"]
    if run(version, seconds=60, quiet=True):
        return
    install_package("libatomic1")
    if not run(version, seconds=60):
        sys.exit(
            "Playwright does not start (see above). Debian, as root: apt-get install libatomic1"
        )


def path_of(name: str) -> Path | None:
    """Return where a browser lies, if it starts: some are stubs, some lack libraries."""
    path = shutil.which(name)
    starts = path and run([path, "--version"], seconds=30, quiet=True)
    return Path(path).absolute() if path and starts else None


def on_path() -> Path | None:
    return next((path for name in NAMES if (path := path_of(name))), None)


def from_playwright() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if not Path(path).exists():
        say("No Chromium on the PATH: asking Playwright for one (about 170 MB).")
        os.environ.setdefault("PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT", "10000")  # ms, five times
        run([*PLAYWRIGHT, "install", "--no-shell", "chromium"], seconds=300)
    return path_of(path)


def from_debian() -> Path | None:
    return on_path() if install_package(SHELL) or install_package("chromium") else None


def install_package(name: str) -> bool:
    """Install a Debian package, if this user may; say whether it worked."""
    if sys.platform == "win32" or not shutil.which("apt-get"):
        return False
    say(f"Asking apt-get for {name}.")
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    updated = run([*apt, "update"], seconds=120)
    return updated and run([*apt, "install", "-y", "--no-install-recommends", name], seconds=600)


def run(command: list[str], seconds: int, *, quiet: bool = False) -> bool:
    """Run a command, its output on standard error; say whether it succeeded in time."""
    output, errors = (subprocess.DEVNULL,) * 2 if quiet else (sys.stderr, None)
    try:
        with subprocess.Popen(
            command, stdout=output, stderr=errors, start_new_session=True
        ) as child:
            try:
                return child.wait(seconds) == 0
            finally:
                stop(child)
    except (OSError, subprocess.TimeoutExpired) as error:
        say(str(error))
        return False


def stop(child: subprocess.Popen[bytes]) -> None:
    """End a command that still runs, and its children: a stuck download outlives its parent."""
    if child.poll() is not None:
        return
    if sys.platform == "win32":
        child.kill()
    else:
        os.killpg(child.pid, signal.SIGKILL)


def say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    print(find_chromium())
