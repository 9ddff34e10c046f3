"""Print how well texts are drafted: `python -m tests.drafting.measure [--paragraphs] [NAME ...]`.

The texts are those in `texts/`, and the statement of this project where its text is at hand.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.drafting.measuring import Score, add_up, lines, names, score_statement, score_text


def main(arguments: list[str]) -> None:
    by_paragraph = "--paragraphs" in arguments
    wanted = [it for it in arguments if not it.startswith("-")]
    print(f"{'':24} {'dates':^19}  {'places':^19}")
    print(f"{'text':24} {'found':>7} recall prec.  {'found':>7} recall prec.")
    beside = ROOT.parent / "shared" / "statement" / "statement.pl.txt"
    path = Path(os.environ.get("STATEMENT_TEXT") or beside)
    if path.is_file() and not wanted:
        show("the statement", *score_statement(path.read_text(encoding="utf-8")), by_paragraph)
    totals: list[tuple[Score, Score]] = []
    for name in wanted or names():
        scores = score_text(name)
        totals.append(scores)
        show(name, *scores, by_paragraph)
    print(*lines("all texts", add_up(s[0] for s in totals), add_up(s[1] for s in totals)))


def show(title: str, dates: Score, places: Score, by_paragraph: bool) -> None:
    print(*lines(title, dates, places))
    if not by_paragraph:
        return
    numbers = sorted({*dates.expected, *dates.wrong, *places.expected, *places.wrong})
    for number in numbers:
        parts = []
        for what, score in (("dates", dates), ("places", places)):
            expected = len(score.expected.get(number, ()))
            missed, wrong = score.missed.get(number, ()), score.wrong.get(number, ())
            part = f"{what} {expected - len(missed)}/{expected}"
            part += f", missed {'; '.join(missed)}" if missed else ""
            part += f", wrong {'; '.join(wrong)}" if wrong else ""
            parts.append(part)
        print(f"  paragraph {number}: {' | '.join(parts)}")


if __name__ == "__main__":
    main(sys.argv[1:])
