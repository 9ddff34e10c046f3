"""The places on the sheet of an event: why each is taken for it, and what else may be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from statement_map.geocoding.candidates import Candidate
from statement_map.geocoding.outlines import distance_km
from statement_map.language import Language
from statement_map.model import Event, Mention, Place, PlaceKind
from statement_map.panels.review.desk import SHEET, Desk, Picking
from statement_map.panels.review.drawing import shapes_for
from statement_map.panels.review.waiting import candidates
from statement_map.reviewing import Work, editing
from statement_map.reviewing.looking_up import MOST_CANDIDATES
from statement_map.reviewing.placing import mentions_of, set_apart, twin_of
from statement_map.reviewing.settling import is_open

_MOST_PLACES = 4
"""So many namesakes are offered; the rest is under all fields."""


@dataclass(frozen=True)
class Namesake:
    """A candidate for a place: what it is called, and what tells it to Python.

    ``number`` is its own in the list and on the map, ``lat`` and ``lon`` are WGS 84 degrees.
    """

    words: str
    value: str
    is_chosen: bool
    number: int
    lat: float
    lon: float


@dataclass(frozen=True)
class Where:
    """A place that an event names, why it is taken for it, and what else may be meant.

    ``shapes`` are the ways to draw it by hand, ``drawn_as`` the one that the map waits for. It is
    named so many ``times``, and ``has_twin`` says that another place is named as it is.
    """

    mention: Mention
    place: Place
    is_open: bool
    why: tuple[str, ...]
    namesakes: tuple[Namesake, ...]
    shapes: tuple[str, ...]
    drawn_as: str | None
    times: int
    has_twin: bool


def places_of(desk: Desk, event: Event, language: Language) -> Iterator[Where]:
    """Yield the places that an event names, in its order."""
    work = desk.work
    numbers = count(1)
    for at, mention in enumerate(event.places):
        place = work.atlas.places[mention.id]
        known = _candidates(place)
        is_alone = len(known) == 1 and _is_at(place, known[0])
        namesakes = tuple(
            Namesake(
                _describe(it, work, place, language),
                f"{at} {position}",
                _is_at(place, it),
                next(numbers),
                it.lat,
                it.lon,
            )
            for position, it in (() if is_alone else offered(known, work, place))
        )
        why = tuple(_why(place, known, language))
        picking = desk.picking
        is_drawn = picking is not None and (picking.place, picking.where) == (place.id, SHEET)
        drawn_as = picking.shape if picking and is_drawn else None
        yield Where(
            mention,
            place,
            is_open(place),
            why,
            namesakes,
            shapes_for(place),
            drawn_as,
            times=mentions_of(work, place.id),
            has_twin=twin_of(work, place.id) is not None,
        )


def offered(
    known: Sequence[Candidate], work: Work, place: Place
) -> tuple[tuple[int, Candidate], ...]:
    """Return a few of the candidates that are ``known``, the likeliest first, each by its position.

    The one that was taken is among them, and the one that is nearest to another place of the work.
    """
    numbered = list(enumerate(known))
    taken = [it for it in numbered if _is_at(place, it[1])]
    far = {n: near[0] for n, it in numbered if (near := _nearest(it, work, place))}
    nearest = [numbered[min(far, key=far.__getitem__)]] if far else []
    first = dict([*taken[:1], *nearest, *numbered])
    return tuple(sorted(list(first.items())[:_MOST_PLACES], key=lambda it: it[0]))


def _candidates(place: Place) -> tuple[Candidate, ...]:
    """Return what is called as the place is."""
    return candidates(tuple(dict.fromkeys(filter(None, [*place.names.root.values(), place.query]))))


def _why(place: Place, known: tuple[Candidate, ...], language: Language) -> Iterator[str]:
    w = language.words
    yield w(f"review-kind-{place.kind}")
    if place.located_by and (place.has_point or place.boundary):
        yield w(f"why-method-{place.located_by}")
    elif place.kind.may_have_point:
        yield w("review-place-nowhere")
    if place.reviewed:
        yield w("review-place-settled")
    elif known:
        is_all = len(known) < MOST_CANDIDATES
        yield w("review-namesakes" if is_all else "review-namesakes-more", n=len(known))


def _describe(candidate: Candidate, work: Work, place: Place, language: Language) -> str:
    w = language.words
    parts = [candidate.name]
    if candidate.country:
        parts.append(language.country_name(candidate.country))
    if candidate.kind and candidate.kind is not PlaceKind.CITY:
        parts.append(w(f"review-kind-{candidate.kind}"))
    if near := _nearest(candidate, work, place):
        km, other = near
        name = other.names.read(language.code)
        parts.append(w("review-far-from", km=language.number(round(km)), place=name))
    return ", ".join(parts)


def _nearest(candidate: Candidate, work: Work, place: Place) -> tuple[float, Place] | None:
    """Return which other place of the work a candidate is nearest to, and how far that is."""
    at = (candidate.lat, candidate.lon)
    others = (
        (distance_km(at, (float(it.lat), float(it.lon))), it)
        for it in work.atlas.places.values()
        if it.id != place.id and it.lat is not None and it.lon is not None
    )
    return min(others, key=lambda found: found[0], default=None)


def _is_at(place: Place, candidate: Candidate) -> bool:
    if candidate.boundary and candidate.boundary in place.boundary:
        return True
    return bool(place.source_id) and place.source_id == candidate.source_id


def take_place_deed(
    desk: Desk, event: Event, deed: Mapping[str, Any], picking: Picking | None
) -> None:
    """Do what was pressed at a place of an event, while the map waited for ``picking``."""
    match deed:
        case {"do": "place", "at": str(id_), "value": str(value)}:
            _choose_place(desk, event, id_, value)
        case {"do": "apart", "at": str(id_), "value": str(at)}:
            if mention := _mention(event, at, id_):
                desk.do(lambda work: set_apart(work, event.id, mention), SHEET)
        case {"do": "together", "at": str(id_)}:
            if id_ in desk.work.atlas.places and (twin := twin_of(desk.work, id_)):
                desk.do(lambda work: editing.merge_places(work, twin, id_), SHEET)
        case {"do": "pick", "at": str(id_), "value": str(shape)}:
            asked = Picking(id_, shape, SHEET)
            named = {mention.id for mention in event.places}
            is_possible = id_ in named and shape in shapes_for(desk.work.atlas.places[id_])
            desk.picking = asked if is_possible and picking != asked else None


def _mention(event: Event, at: str, id_: str) -> Mention | None:
    """Return the mention of a place at a position in an event, None where it names another one."""
    mentions = enumerate(event.places)
    return next((it for n, it in mentions if str(n) == at and it.id == id_), None)


def _choose_place(desk: Desk, event: Event, id_: str, value: str) -> None:
    """Take another place of its name for one that the event names, or none at all."""
    at, _, number = value.partition(" ")
    mention = _mention(event, at, id_)
    if mention is None:
        return
    if not number:
        rest = [it for it in event.places if it != mention]
        desk.do(lambda work: editing.change_event(work, event.id, {"places": rest}), SHEET)
        return
    known = dict(enumerate(_candidates(desk.work.atlas.places[id_])))
    if number.isdecimal() and (candidate := known.get(int(number))):
        desk.do(lambda work: editing.choose_candidate(work, id_, candidate), SHEET)
