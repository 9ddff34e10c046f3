"""Strict counting of drafts: dates by their days, places by their spot, events as they come.

Print it with `python -m tests.drafting.strict [--lines] [NAME ...]` for the texts in `unseen/`,
which are called NAME.FORM.LANGUAGE. Their answers say by the beginning of each line what an
attentive reader finds in it, one row for each thing told: its date in EDTF, `none` if the text
tells none, and its places. `points` says where each place lies: latitude, longitude and how many
kilometres off is still right (15 unless said), a country's code, or `water`, which no point stands
for. A place with a question mark may be missing, and so may all in a line that is `optional`.

A date is found if an event of its line has the same first and last day. An event that only comes
after another, inferred, counts as without a date. A place is found if an event of its line names
it by that name at the right spot. An event is right if its date and all its places are those of one
row. A name without a point is missed, and is no wrong place. Toponym resolution is often given as
accuracy within 161 km (100 miles); it is printed too.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

import yaml

from statement_map.drafting.proposing import Details, Draft, draft
from statement_map.geocoding.outlines import distance_km
from statement_map.language.folding import fold
from statement_map.model import Basis, Event, Place, PlaceKind
from statement_map.prose.text import build_source
from statement_map.when import read_when
from tests.drafting.measuring import outlines, world

TEXTS = Path(__file__).parent / "unseen"
FORMS = ("prose", "communique", "chronicle", "diary", "timeline", "report")

_NEAR_KM = 161
_TOWN_KM = 15
_KIND = frozenset(["lake", "river", "jezioro", "morze", "rzeka", "wojewodztwo", "obwod", "powiat"])


@dataclass(frozen=True)
class ThingTold:
    """One thing told: its first and last day, None if no date is told, and its places."""

    days: str | None
    places: frozenset[str]
    optional: frozenset[str]


@dataclass
class Count:
    """What was asked, what was proposed and what of it is right."""

    dates_asked: int = 0
    dates_right: int = 0
    dates_proposed: int = 0
    places_asked: int = 0
    places_named: int = 0
    places_near: int = 0
    places_right: int = 0
    places_proposed: int = 0
    dated_asked: int = 0
    dated_right: int = 0
    events_proposed: int = 0
    events_right: int = 0
    faults: list[str] = field(default_factory=list)

    def __add__(self, other: Count) -> Count:
        return Count(*(getattr(self, it.name) + getattr(other, it.name) for it in fields(self)))

    def share(self, what: str, of: str) -> float:
        total: int = getattr(self, of)
        return getattr(self, what) / total if total else 1.0


@dataclass(frozen=True)
class Found:
    """A place as an event names it."""

    place: Place
    phrase: str

    def is_called(self, name: str) -> bool:
        own = {_stem(word) for word in re.findall(r"\w+", fold(name)) if word not in _KIND}
        said = " ".join([self.phrase, *self.place.names.root.values()])
        return bool(own & {_stem(word) for word in re.findall(r"\w+", fold(said))})

    @property
    def claims_a_spot(self) -> bool:
        """Whether it says where it is, as a water does by its name."""
        place = self.place
        return place.has_point or bool(place.boundary) or place.kind is PlaceKind.WATER

    def lies_at(self, where: str, least_km: float = 0) -> bool:
        if where == "water":
            return True
        if re.fullmatch("[A-Z]{2}", where):
            return where in self.place.boundary
        lat, lon, km = ([float(it) for it in where.split()] + [_TOWN_KM])[:3]
        if self.place.lat is None or self.place.lon is None:
            return False
        here = (float(self.place.lat), float(self.place.lon))
        return distance_km(here, (lat, lon)) <= max(km, least_km)


def _stem(word: str) -> str:
    return word[:4]


def names() -> list[str]:
    return sorted(path.name.removesuffix(".txt") for path in TEXTS.glob("*.txt"))


def count_text(name: str) -> Count:
    text = (TEXTS / f"{name}.txt").read_text(encoding="utf-8")
    answers = yaml.load((TEXTS / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    proposal = draft(build_source(name, text), outlines(), Details(), world=world())
    told = {key: [_read_row(it) for it in rows] for key, rows in answers["told"].items()}
    lines = text.split("\n")
    for key in (*told, *answers.get("optional", ())):
        assert any(line.startswith(key) for line in lines), f"{name}: no line begins with {key!r}"
    proposed: defaultdict[str, list[Event]] = defaultdict(list)
    for event in proposal.events:
        own = _lines_of(event, proposal)
        key = next((key for line in own for key in told if line.startswith(key)), None)
        if key or not own[0].startswith(tuple(answers.get("optional", ()))):
            proposed[key or own[0]].append(event)
    places = {place.id: place for place in proposal.places}
    total = Count()
    for key in dict.fromkeys([*told, *proposed]):
        total += _count_line(key, told.get(key, []), proposed[key], places, answers["points"])
    return total


def _read_row(row: list[str]) -> ThingTold:
    when, *places = row
    days = None if when == "none" else _days(when)
    optional = {it[1:] for it in places if it.startswith("?")}
    return ThingTold(
        days, frozenset(it for it in places if not it.startswith("?")), frozenset(optional)
    )


def _days(expression: str) -> str:
    when = read_when(expression)
    return f"{when.start or '..'}/{when.end or '..'}"


def _lines_of(event: Event, proposal: Draft) -> list[str]:
    """Return the lines that an event is told in; a date may stand in the one above the rest."""
    paragraph = dict(proposal.source.numbered)[event.paragraphs[-1]]
    words = event.text.read(proposal.source.language).removesuffix("…").split()
    found = re.search(r"\s+".join(map(re.escape, words)), paragraph.text)
    start, stop = found.span() if found else (0, 0)
    first = paragraph.line - 1 + paragraph.text.count("\n", 0, start)
    more = paragraph.text.count("\n", start, stop)
    return proposal.source.text.split("\n")[first : first + more + 1]


def _count_line(
    key: str,
    rows: list[ThingTold],
    events: list[Event],
    places: Mapping[str, Place],
    points: Mapping[str, str],
) -> Count:
    count = Count()
    drafted = [
        (_days_of(it), [Found(places[own.id], own.phrase) for own in it.places]) for it in events
    ]
    days = {row.days for row in rows if row.days}
    # What only comes after another may be drafted so without being asked.
    proposed = {own for own, _ in drafted if own and not own.startswith("after ")}
    proposed |= {own[6:] for own, _ in drafted if own and own.startswith("after ")} & days
    count.dates_asked, count.dates_proposed = len(days), len(proposed)
    count.dates_right = len(days & proposed)
    asked = set().union(*(row.places for row in rows))
    optional = set().union(*(row.optional for row in rows)) - asked
    found = list({it.place.id: it for _, own in drafted for it in own}.values())
    right = match_places(asked, found, points)
    spare = match_places(optional, [it for it in found if it not in right.values()], points)
    count.places_asked, count.places_right = len(asked), len(right)
    without_a_spot = [
        it
        for it in found
        if it not in right.values() and not it.claims_a_spot and any(map(it.is_called, asked))
    ]
    count.places_proposed = len(found) - len(spare) - len(without_a_spot)
    count.places_named = sum(any(it.is_called(name) for it in found) for name in asked)
    count.places_near = len(match_places(asked, found, points, _NEAR_KM))
    pairs = {(row.days, name) for row in rows if row.days for name in row.places}
    count.dated_asked = len(pairs)
    count.dated_right = sum(
        any(
            _same_days(own, day) and any(_is_at(it, name, points) for it in its)
            for own, its in drafted
        )
        for day, name in pairs
    )
    count.events_proposed = len(drafted)
    verdicts = [any(_is_row(own, its, row, points) for row in rows) for own, its in drafted]
    count.events_right = sum(verdicts)
    count.faults = list(_describe(days ^ proposed, asked - set(right), found, right, spare))
    count.faults += [
        f"  event: {days or 'no date'}, {', '.join(it.phrase for it in its) or 'no place'}"
        f" | {event.title.read('en')}"
        for (days, its), event, verdict in zip(drafted, events, verdicts, strict=True)
        if not verdict
    ]
    if count.faults:
        count.faults.insert(0, key)
    return count


def _days_of(event: Event) -> str | None:
    if event.when is None:
        return None
    own = f"{event.when.start or '..'}/{event.when.end or '..'}"
    is_bound_only = event.basis is Basis.INFERRED and event.when.end is None
    return f"after {own}" if is_bound_only else own


def _same_days(own: str | None, asked: str | None) -> bool:
    if asked is None:
        return own is None or own.startswith("after ")
    return own is not None and own.removeprefix("after ") == asked


def _is_at(found: Found, name: str, points: Mapping[str, str], least_km: float = 0) -> bool:
    return found.is_called(name) and found.lies_at(points[name], least_km)


def match_places(
    asked: Iterable[str], found: list[Found], points: Mapping[str, str], least_km: float = 0
) -> dict[str, Found]:
    matched: dict[str, Found] = {}
    for name in sorted(asked):
        rest = [it for it in found if it not in matched.values()]
        if hit := next((it for it in rest if _is_at(it, name, points, least_km)), None):
            matched[name] = hit
    return matched


def _is_row(own: str | None, its: list[Found], row: ThingTold, points: Mapping[str, str]) -> bool:
    if not _same_days(own, row.days):
        return False
    right = match_places(row.places, its, points)
    spare = match_places(row.optional, [it for it in its if it not in right.values()], points)
    return len(right) == len(row.places) and len(right) + len(spare) == len(its)


def _describe(
    dates: set[str],
    missed: set[str],
    found: list[Found],
    right: Mapping[str, Found],
    spare: Mapping[str, Found],
) -> Iterator[str]:
    if dates:
        yield f"  dates missed or wrong: {', '.join(sorted(dates))}"
    if missed:
        yield f"  places missed: {', '.join(sorted(missed))}"
    for it in found:
        if it not in right.values() and it not in spare.values():
            place = it.place
            yield f"  place wrong: {it.phrase} = {place.id} {place.lat} {place.lon}"


def _row(title: str, it: Count) -> str:
    def pair(right: str, asked: str, proposed: str) -> str:
        return f"{it.share(right, asked):.2f}/{it.share(right, proposed):.2f}"

    return (
        f"{title:28} {it.dates_asked:4} {pair('dates_right', 'dates_asked', 'dates_proposed')}"
        f" {it.places_asked:5} {pair('places_right', 'places_asked', 'places_proposed')}"
        f" {it.share('places_named', 'places_asked'):6.2f}"
        f" {it.share('places_near', 'places_asked'):6.2f}"
        f" {it.share('dated_right', 'dated_asked'):6.2f}"
        f" {it.events_proposed:5} {it.share('events_right', 'events_proposed'):5.2f}"
    )


def main(arguments: list[str]) -> None:
    wanted = [it for it in arguments if not it.startswith("-")] or names()
    counts = {name: count_text(name) for name in wanted}
    print(f"{'':28}   dates P/R      places P/R   named  161km  dated    events right")
    for name, it in counts.items():
        print(_row(name, it))
        if "--lines" in arguments:
            print(*it.faults, sep="\n")
    for group in (*FORMS, "en", "pl", ""):
        own = [it for name, it in counts.items() if not group or group in name.split(".")[1:]]
        print(_row(group or "all", sum(own, Count())))


if __name__ == "__main__":
    main(sys.argv[1:])
