"""Whether what the data files say of one another fits together.

Ids are compared as they were typed, so that a fault elsewhere in an event or a row hides none of
these. Where something stands is a :data:`Loc` in events.yaml, a row and its column in
locations.csv; both are turned into an error by the ``report`` that goes with them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TypeAlias, TypeVar

from statement_map.errors import DataError
from statement_map.fields import is_well_formed
from statement_map.model import Event, Place
from statement_map.reading.document import Document
from statement_map.reading.events import EventsRead
from statement_map.reading.messages import Loc, advice, quoted
from statement_map.reading.outlines import Extents
from statement_map.reading.places import PlacesRead, split_ids
from statement_map.reading.table import CsvRow
from statement_map.timeline import infer_dates

Spot = TypeVar("Spot")
Report: TypeAlias = Callable[[Spot, str], DataError]
WordsAt: TypeAlias = Iterable[tuple[Spot, str]]
Links: TypeAlias = Mapping[tuple[str, str], Spot]

_NUMBER = re.compile("[1-9][0-9]{0,5}")  # as many digits as MAX_PARAGRAPHS
FAR_DAYS = 36_525  # a century
_MOST_ADVICE = 20  # to find the nearest of ten thousand ids takes 0.2 s


def check_events(events: EventsRead, place_ids: Collection[str] | None) -> Iterator[DataError]:
    """Yield where events.yaml contradicts itself or names what there is not.

    ``place_ids`` is None if the places are not known.
    """
    report = events.document.error
    words: defaultdict[str, list[tuple[Loc, str]]] = defaultdict(list)
    for loc, word in events.document.root.scalars():
        words[_role(loc)].append((loc, word))
    event_ids = {loc[1]: word for loc, word in words["event"]}
    topic_ids = [word for _, word in words["topic"]]

    yield from _taken(report, words["event"])
    yield from _taken(report, words["topic"])
    yield from _unknown(report, words["neighbour"], "event", event_ids.values())
    yield from _unknown(report, words["subject"], "topic", topic_ids or None)
    yield from _unknown(report, words["mention"], "place", place_ids)
    yield from _taken(report, words["chapter"])
    yield from _unknown(report, words["told"], "event", event_ids.values())
    yield from _told_twice(report, words["told"])
    for _, number in words["count"]:
        yield from _outside(events.document, words["paragraph"], number)
    single = _single(event_ids.values())
    links = {
        (event_ids[loc[1]], word) if loc[2] == "before" else (word, event_ids[loc[1]]): loc
        for loc, word in words["neighbour"]
        if word in single and event_ids.get(loc[1]) in single
    }
    dated = [event for event in events.valid.values() if event.id in single]
    yield from _disorder(events.document, links, dated)


def check_places(places: PlacesRead, boundaries: Extents | None) -> Iterator[DataError]:
    """Yield where locations.csv contradicts itself or names what there is not.

    ``boundaries`` are the extents of the outlines by id, None if they are not known.
    """

    def report(where: tuple[CsvRow, str], message: str) -> DataError:
        return places.table.error(*where, message)

    def words(column: str) -> WordsAt[tuple[CsvRow, str]]:
        for row in places.table.rows:
            if row.whole or column == "id":
                for word in split_ids(row, column):
                    yield (row, column), word

    yield from _taken(report, words("id"))
    yield from _unknown(report, words("part_of"), "place", places.ids)
    yield from _unknown(report, words("members"), "place", places.ids)
    yield from _unknown(report, words("boundary"), "outline", boundaries and sorted(boundaries))
    single = _single(word for _, word in words("id"))
    for column, fault in (("part_of", "lies in itself"), ("members", "is a member of itself")):
        links = {
            (where[0].cells["id"], word): where
            for where, word in words(column)
            if word in single and where[0].cells.get("id") in single
        }
        for circle in find_circles(links):
            found = " -> ".join(circle)
            yield report(
                links[circle[0], circle[1]], f"{fault}; found {found}; remove one of these"
            )
    yield from _swapped(places, boundaries or {})


def _swapped(places: PlacesRead, boundaries: Extents) -> Iterator[DataError]:
    """Yield points far from the outlines around them that would lie there with lat for lon."""
    by_id = {place.id: place for _, place in places.places}
    for row, place in places.places:
        if place.lat is None or place.lon is None:
            continue
        around = _outlines_around(place, by_id)
        extents = [extent for id_ in around if (extent := boundaries.get(id_))]
        if any(extent.has(place.lon, place.lat) for extent in extents) and not any(
            extent.has(place.lat, place.lon) for extent in extents
        ):
            lat, lon = row.cells["lat"], row.cells["lon"]
            fault = f"lies far from {' and '.join(around)}; found lat {lat}, lon {lon}; "
            yield places.table.error(row, "lat", f"{fault}swap them: lat {lon}, lon {lat}")


def _outlines_around(place: Place, by_id: Mapping[str, Place]) -> tuple[str, ...]:
    """Return the outlines of ``place``, else those of the nearest place that it is part of."""
    seen: set[str] = set()
    while not place.boundary and place.part_of and place.part_of not in seen:
        if place.part_of not in by_id:
            break
        seen.add(place.id)
        place = by_id[place.part_of]
    return place.boundary


def find_circles(links: Iterable[tuple[str, str]]) -> Iterator[list[str]]:
    """Yield circles among ``links``, each from its alphabetically first id back to it.

    No id is in two of them; what is left without their ids has no circle.
    """
    sources: defaultdict[str, list[str]] = defaultdict(list)
    for source, target in links:
        sources[target].append(source)
    while True:
        try:
            TopologicalSorter(sources).prepare()
        except CycleError as error:
            circle: list[str] = error.args[1][:-1]
        else:
            return
        start = circle.index(min(circle))
        yield [*circle[start:], *circle[: start + 1]]
        for id_ in circle:
            del sources[id_]


def _role(loc: Loc) -> str:
    """Return what the text at ``loc`` of events.yaml is for."""
    match loc:
        case ("events", _, "id"):
            return "event"
        case ("events", _, "after" | "before", *_):
            return "neighbour"
        case ("events", _, "topic"):
            return "subject"
        case ("events", _, "places", _, "id"):
            return "mention"
        case ("events", _, "paragraph", *_):
            return "paragraph"
        case ("statement", *rest):
            return _role_in_statement(tuple(rest))
    return ""


def _role_in_statement(loc: Loc) -> str:
    match loc:
        case ("topics", _, "id"):
            return "topic"
        case ("chapters", _, "id"):
            return "chapter"
        case ("chapters", _, "events", *_):
            return "told"
        case ("places", _, "id") | ("chapters", _, "look_at", *_):
            return "mention"
        case (
            ("numbers" | "sources", _, "paragraph")
            | ("voices", _, "mentions", _, "paragraph")
            | ("words" | "compare", _, "paragraphs", _)
        ):
            return "paragraph"
        case ("paragraphs",):
            return "count"
    return ""


def _single(ids: Iterable[str]) -> set[str]:
    """Return the ids that only one thing has; the others lead anywhere."""
    return {id_ for id_, count in Counter(ids).items() if count == 1}


def _taken(report: Report[Spot], ids: WordsAt[Spot]) -> Iterator[DataError]:
    for where, found in _repeated(report, ids):
        yield report(where, f"is taken; found {found}; write another id")


def _told_twice(report: Report[Spot], ids: WordsAt[Spot]) -> Iterator[DataError]:
    for where, found in _repeated(report, ids):
        yield report(where, f"is in a chapter already; found {found}; keep one of them")


def _repeated(report: Report[Spot], ids: WordsAt[Spot]) -> Iterator[tuple[Spot, str]]:
    """Yield where an id comes again, and what was found: the id with both lines."""
    lines: dict[str, int | None] = {}
    for where, id_ in ids:
        line = report(where, "").line
        if id_ in lines:
            yield where, f"{quoted(id_)} on lines {lines[id_]} and {line}"
        lines.setdefault(id_, line)


def _unknown(
    report: Report[Spot], words: WordsAt[Spot], what: str, known: Collection[str] | None
) -> Iterator[DataError]:
    """Yield the words that are not ``known``; None if this cannot be said."""
    if known is None:
        return
    allowed = frozenset(known)
    sound = list(filter(is_well_formed, known))
    advised: dict[str, str] = {}
    for where, word in words:
        if word in allowed:
            continue
        if word not in advised:
            advised[word] = advice(word, sound if len(advised) < _MOST_ADVICE else ())
        yield report(where, f"is no known {what}; found {quoted(word)}; {advised[word]}")


def _outside(document: Document, paragraphs: WordsAt[Loc], number: str) -> Iterator[DataError]:
    """Yield the paragraphs after the last; those that are no numbers were reported."""
    if not _NUMBER.fullmatch(number):
        return
    for loc, word in paragraphs:
        if _NUMBER.fullmatch(word) and int(word) > int(number):
            fault = f"is after the last paragraph; found {word}; write 1 to {number}"
            yield document.error(loc, fault)


def _disorder(
    document: Document, links: Links[Loc], events: Iterable[Event]
) -> Iterator[DataError]:
    """Yield where events, each linked to a later one, come in an order that cannot be."""
    circular: set[str] = set()
    for circle in find_circles(links):
        circular.update(circle)
        fault = f"comes before itself; found {' -> '.join(circle)}; remove one of these neighbours"
        yield document.error(links[circle[0], circle[1]], fault)
    dates = infer_dates(event for event in events if event.id not in circular)
    intervals = {id_: each.suggested for id_, each in dates.items()}
    for (earlier, later), loc in links.items():
        first, second = intervals.get(earlier), intervals.get(later)
        if first and second and second.end and first.is_after(second.end):
            found = f"{earlier!r} (from {first.start}) before {later!r} (until {second.end})"
            yield document.error(
                loc, f"contradicts the dates; found {found}; correct a date or this neighbour"
            )


def warn_of_far_date(document: Document, events: Mapping[int, Event]) -> Iterator[DataError]:
    """Yield the last event, else the first, if no other date lies within a century of its own.

    A slip of the keyboard puts an event there more often than a text does.
    """
    spans = sorted(
        (min(days), max(days), position)
        for position, event in events.items()
        if event.when and (days := [day for day in (event.when.start, event.when.end) if day])
    )
    if len(spans) < 2:
        return
    (_, end, first), (following, *_) = spans[:2]
    start, _, last = max(spans, key=lambda span: span[1])
    before = max(until for _, until, position in spans if position != last)
    for far, other, position in ((start, before, last), (end, following, first)):
        if abs(far - other).days > FAR_DAYS:
            fault = f"is far from the other dates; found {far}, where others are as far as {other}"
            yield document.error(("events", position, "when"), f"{fault}; check the year")
            return
