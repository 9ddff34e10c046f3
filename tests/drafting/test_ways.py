"""The ways in which texts put their dates, in two languages: fifteen for each of six forms.

Thirty and more are ways to head an entry, and to put a date, or what is none, into a sentence.

`ways/FORM.LANGUAGE.yaml` holds them, written before the rules were looked at: a name, a text, and
what an attentive reader finds in it, a date in EDTF (`-` where none is told) and places. A way is
right if the draft has these events and no other, each with the same days and the same places.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from statement_map.drafting.proposing import draft
from statement_map.language.folding import fold
from statement_map.model import Basis
from statement_map.prose.text import build_source
from statement_map.when import read_when
from tests.drafting.measuring import outlines, world

WAYS = Path(__file__).parent / "ways"
OPEN = {
    ("heads", "pl", "place before the day"),
    ("heads", "en", "columns of day, place and remarks"),
    ("heads", "en", "ditto abbreviated"),
    ("heads", "en", "days counted from a day"),
    ("heads", "en", "hours behind what happened"),
    ("heads", "en", "the word date before days"),
    ("heads", "en", "days in capitals between strokes"),
    ("heads", "pl", "eodem die"),
    ("heads", "pl", "zakres liczb pod miesiącem"),
    ("heads", "pl", "kolumny dnia, miejsca i opisu"),
    ("heads", "pl", "doby"),
    ("heads", "pl", "dni liczone od dnia"),
    ("phrases", "pl", "from an hour of a day to an hour of another"),
    ("phrases", "pl", "day of the same month"),
    ("phrases", "pl", "laws of a day"),  # older answers ask for the day of a law
    ("days", "en", "month before day by the run"),
    ("days", "en", "aboard, off a place"),
    ("days", "en", "instant and ultimo"),
    ("days", "en", "numbered days and a rest day"),
    ("days", "en", "Xmas Day as a head"),
    ("days", "en", "quarter ended"),
    # Older answers ask for the day of an entry that only tells of others.
    ("days", "en", "night to Sunday"),
    ("days", "pl", "w nocy na niedzielę"),
    ("days", "en", "day before yesterday"),
    ("days", "pl", "przedwczoraj i pojutrze"),
    ("days", "en", "a letter of a day, on the 2d"),
    ("days", "en", "that night, by the Sunday"),
    ("days", "en", "weekday behind the day"),
    ("days", "pl", "miejsce, dzień tygodnia, dzień"),
    ("days", "pl", "dni z numerem i dzień wolny"),
    ("days", "pl", "rzymski miesiąc i rok z dwóch cyfr"),
    ("days", "pl", "już 20"),
    ("days", "pl", "stary styl i nowy"),
    ("communique", "en", "on the weekend"),  # what is so each week, or on the next weekend
    ("report", "pl", "hours and a date together"),
    ("timeline", "en", "date behind in brackets"),
    ("timeline", "pl", "date behind in brackets"),
}
"""Ways that are not read yet: a text of two lines without a title, and what the names say."""

FORMS = ("prose", "communique", "chronicle", "diary", "timeline", "report")
BY_KIND = ("heads", "phrases", "days")


def _rows() -> Iterator[tuple[str, str, str, str, list[str]]]:
    for path in sorted(WAYS.glob("*.yaml")):
        form, language, _ = path.name.split(".")
        for name, text, rows in yaml.load(path.read_text("utf-8"), yaml.BaseLoader):
            yield form, language, name, text, rows


def find_events(text: str, language: str) -> list[tuple[str, list[str]]]:
    """Return the first and last day of each event, and the names and words of its places."""
    proposal = draft(build_source("text.txt", text, language), outlines(), world=world())
    places = {it.id: it for it in proposal.places}
    found = []
    for event in proposal.events:
        when = event.when
        names = [
            fold(f"{' '.join(places[own.id].names.root.values())} {own.phrase}")
            for own in event.places
        ]
        if when and event.basis is Basis.INFERRED and when.end is None and not event.after_cue:
            when = None  # only known to come after another
        found.append((f"{when.start}/{when.end}" if when else "-", names))
    return found


def is_right(found: list[tuple[str, list[str]]], rows: list[str]) -> bool:
    wanted = []
    for row in rows:
        date, _, names = row.partition(" ")
        when = None if date == "-" else read_when(date)
        wanted.append((f"{when.start}/{when.end}" if when else "-", fold(names).split(", ")))
    if len(found) != len(wanted):
        return False
    rest = list(found)
    for days, asked in wanted:
        own = next((it for it in rest if it[0] == days and _are_named(it[1], asked)), None)
        if own is None:
            return False
        rest.remove(own)
    return True


def _are_named(found: list[str], names: list[str]) -> bool:
    wanted = [it for it in names if it]
    return len(found) == len(wanted) and all(any(it in own for own in found) for it in wanted)


def test_each_form_has_fifteen_ways_in_each_language() -> None:
    counts = Counter((form, code) for form, code, *_ in _rows())
    assert all(counts[form, code] == 15 for form in FORMS for code in ("en", "pl"))
    assert all(counts[kind, code] > 30 for kind in BY_KIND for code in ("en", "pl"))


@pytest.mark.parametrize(
    ("language", "text", "rows", "is_open"),
    [pytest.param(code, text, rows, (form, code, name) in OPEN, id=f"{form}-{code}-{name}")
     for form, code, name, text, rows in _rows()],
)  # fmt: skip
def test_a_way(language: str, text: str, rows: list[str], *, is_open: bool) -> None:
    found = find_events(text, language)
    assert is_right(found, rows) is not is_open, found


def test_ways_that_are_open_are_among_them() -> None:
    assert {(form, code, name) for form, code, name, *_ in _rows()} >= OPEN
