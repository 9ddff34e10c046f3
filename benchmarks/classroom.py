"""A class that drafts: authors paste a page each and correct it, while others step the map.

`python -m benchmarks.classroom` measures the class alone: beside an older version, and in control
groups (cgroups) with a limit of memory or of processor time, where this machine lets it.
"""

from __future__ import annotations

import asyncio
import random
import subprocess
import time
from collections.abc import Awaitable, Iterable, Iterator
from contextlib import AsyncExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from websockets.exceptions import ConnectionClosed

from benchmarks.groups import Group, NoGroupsError
from benchmarks.inputs import ROOT
from benchmarks.server import Server, serve
from benchmarks.tables import high, percentile, progress, spread, table
from benchmarks.wire import Author, RefusedError, Visitor, visit, write

STEPPERS = AUTHORS = 30
PASTED_WITHIN_S = 5
EDIT_EVERY_S = 10
EDITS = 4
BEFORE = "9d207cb"
"""The version that the class is measured beside, from before it was made room for."""

LONGEST_S = 240
"""What takes longer is broken off."""

GROUPS = (
    Group("690 MB", memory_mb=690),
    Group("690 MB, 0.5 processor", memory_mb=690, processors=0.5),
    Group("690 MB, 0.1 processor", memory_mb=690, processors=0.1),
)
TEXTS = ROOT / "tests" / "drafting" / "texts"


@dataclass
class Lesson:
    """What was measured of one class.

    ``step_ms`` are the steps while others draft or edit; ``due`` is how many once a second makes.
    ``failed`` counts those whose connection ended, ``refused`` those who were told that there is no
    room for a draft, ``memory_mb`` is the whole at its most, and
    ``author_mb`` what each author adds to the server.
    """

    name: str
    step_ms: list[float] = field(default_factory=list)
    draft_s: list[float] = field(default_factory=list)
    edit_s: list[float] = field(default_factory=list)
    edit_kb: list[float] = field(default_factory=list)
    due: int = 0
    refused: int = 0
    failed: int = 0
    memory_mb: float = 0.0
    author_mb: float = 0.0


def tell(lessons: list[Lesson], without: str) -> str:
    """Return the section about the class; ``without`` says which groups there are not."""
    columns = (
        *("version", "steps p95, ms", "steps done of due", "drafts, s", "p95"),
        *("edits, s", "p95", "kB an edit", "MB an author", "MB in all", "refused", "lost"),
    )
    rows = (
        (
            *(each.name, high(each.step_ms), f"{len(each.step_ms)} of {each.due}"),
            *(spread(each.draft_s, 1), high(each.draft_s, 1)),
            *(spread(each.edit_s, 2), high(each.edit_s, 2)),
            *(spread(each.edit_kb), f"{each.author_mb:.1f}", f"{each.memory_mb:.0f}"),
            *(each.refused, each.failed),
        )
        for each in lessons
    )
    return f"""\
## A class that drafts

{AUTHORS} authors paste a page each (those of `tests/drafting/texts`, in turn) within
{PASTED_WITHIN_S} seconds, and then type another title every {EDIT_EVERY_S} seconds, {EDITS} times;
{STEPPERS} others step once a second all the while. A draft takes from sending the page to its being
on the page, an edit from sending it to the script's end. MB in all are those of the server and its
workers at the most; refused are those who were told that there is no room for a draft now, lost
those whose connection ended. {without}

{table(columns, rows)}"""


def measure(data: Path, seed: int) -> tuple[list[Lesson], str]:
    """Teach the class with this version, with an older one, and in each group."""
    lessons = []
    with _checkout(BEFORE) as before:
        if before:
            lessons.append(_teach("before", before, data, seed))
    lessons.append(_teach("this version", ROOT, data, seed))
    missing = []
    for group in GROUPS:
        try:
            lessons.append(_teach(f"this version, {group.name}", ROOT, data, seed, group))
        except NoGroupsError as error:
            missing.append(f"{group.name} ({error})")
    without = f"Not measured: {', '.join(missing)}." if missing else ""
    return lessons, without


@contextmanager
def _checkout(revision: str) -> Iterator[Path | None]:
    """Have a folder with the files of another version, None where git does not know it."""
    git = ["git", "-C", str(ROOT)]
    with TemporaryDirectory() as folder:
        made = subprocess.run(
            [*git, "worktree", "add", "--detach", f"{folder}/tree", revision],
            check=False,
            capture_output=True,
        )
        try:
            yield None if made.returncode else Path(folder) / "tree"
        finally:
            remove = [*git, "worktree", "remove", "--force", f"{folder}/tree"]
            subprocess.run(remove, check=False, capture_output=True)


def _teach(name: str, project: Path, data: Path, seed: int, group: Group | None = None) -> Lesson:
    progress(f"class: {name}")
    lesson = Lesson(name)
    with (
        group.made() if group else _nothing() as within,
        serve(project / "server.py", data, settings=project, within=within) as server,
    ):
        asyncio.run(_attend(lesson, server, random.Random(seed)))
    return lesson


@contextmanager
def _nothing() -> Iterator[tuple[str, ...]]:
    yield ()


async def _attend(lesson: Lesson, server: Server, chance: random.Random) -> None:
    pages = sorted(TEXTS.glob("*.txt"))
    async with AsyncExitStack() as room:
        steppers = [await room.enter_async_context(visit(server.port)) for _ in range(STEPPERS)]
        for stepper in steppers:
            await stepper.step()
        authors = [await room.enter_async_context(write(server.port)) for _ in range(AUTHORS)]
        empty_mb = server.memory_mb
        over = asyncio.Event()
        watching = asyncio.create_task(_watch(lesson, server, over))
        stepping = [
            asyncio.create_task(_walk(lesson, stepper, chance.random(), over))
            for stepper in steppers
        ]
        await _all(
            lesson,
            (
                _draft(lesson, author, page.read_text("utf-8"), chance.uniform(0, PASTED_WITHIN_S))
                for author, page in zip(authors, pages, strict=False)
            ),
        )
        with suppress(Exception):  # it may be gone
            lesson.author_mb = (server.memory_mb - empty_mb) / AUTHORS
        await _all(
            lesson,
            (
                _correct(lesson, author, chance.uniform(0, EDIT_EVERY_S))
                for author in authors
                if author.has_draft
            ),
        )
        over.set()
        await _all(lesson, stepping)
        await watching


async def _all(lesson: Lesson, works: Iterable[Awaitable[None]]) -> None:
    for end in await asyncio.gather(*works, return_exceptions=True):
        if isinstance(end, RefusedError):
            lesson.refused += 1
        elif isinstance(end, ConnectionClosed | TimeoutError | RuntimeError):
            lesson.failed += 1
        elif isinstance(end, BaseException):
            raise end


async def _draft(lesson: Lesson, author: Author, page: str, start: float) -> None:
    await asyncio.sleep(start)
    async with asyncio.timeout(LONGEST_S):
        lesson.draft_s.append(await author.draft(page))


async def _correct(lesson: Lesson, author: Author, start: float) -> None:
    begun = time.perf_counter() + start
    for number in range(EDITS):
        await asyncio.sleep(max(0, begun + number * EDIT_EVERY_S - time.perf_counter()))
        author.received = 0
        async with asyncio.timeout(LONGEST_S):
            lesson.edit_s.append(await author.edit())
        lesson.edit_kb.append(author.received / 1_000)


async def _walk(lesson: Lesson, stepper: Visitor, start: float, over: asyncio.Event) -> None:
    """Step once a second; whoever still waits for a step then leaves out the next."""
    begun, second = time.perf_counter() + start, 0
    while not over.is_set():
        lesson.due += 1
        wait = begun + second - time.perf_counter()
        second += 1
        if wait < 0 and second > 1:
            continue
        await asyncio.sleep(max(0, wait))
        lesson.step_ms.append(1_000 * await stepper.step())


async def _watch(lesson: Lesson, server: Server, over: asyncio.Event) -> None:
    while not over.is_set():
        with suppress(Exception):  # processes come and go
            lesson.memory_mb = max(lesson.memory_mb, server.whole_memory_mb)
        await asyncio.sleep(0.5)


def main() -> None:
    """Measure the class and print its section."""
    from benchmarks.inputs import write_data

    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        write_data(data, 35, 2022)
        print(tell(*measure(data, 2022)))


def judge(lessons: list[Lesson]) -> Iterator[tuple[str, float, float]]:
    """Yield what was promised, the figure reached, and the limit."""
    for each in lessons:
        if each.name in {"this version", f"this version, {GROUPS[0].name}"}:
            what = f"class, {each.name}"
            yield f"{what}: ms a step, p95", percentile(each.step_ms, 95), 100
            yield f"{what}: s a draft of one page, p95", percentile(each.draft_s, 95), 10
            yield f"{what}: s an edit, p95", percentile(each.edit_s, 95), 1
            yield f"{what}: MB an author", each.author_mb, 8
            yield f"{what}: MB in all", each.memory_mb, 690
            yield f"{what}: visitors lost", each.failed, 0


if __name__ == "__main__":
    main()
