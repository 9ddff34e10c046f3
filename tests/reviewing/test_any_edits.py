"""Whatever is done to a work, what is accepted is what its files say, and all can be taken back."""

from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statement_map.errors import DataErrors
from statement_map.geocoding.candidates import Candidate
from statement_map.model import PlaceKind
from statement_map.reading import Content, read_files
from statement_map.reviewing import History, Work, editing, placing, storytelling
from statement_map.reviewing.opening import open_kept
from statement_map.reviewing.work import EVENTS, PLACES
from tests.reading.samples import EVENTS as SAMPLE_EVENTS
from tests.reviewing.samples import THIRD, own_data, sample

Edit = Callable[[Work], Work]

WORDS = st.text(max_size=12) | st.sampled_from(
    [
        *("", " ", "a", "Ceny rosną", "# no comment", "- x: {", "'\"", "a\rb\r\nc\n", "\ufeff"),
        *("\x00", "\ud800", "\u202e", "yes", "null", "~", "123", "x" * 2000, "a, b|c;d", "=1+1"),
    ]
)
TEXTS = st.dictionaries(st.sampled_from(["pl", "en", "kk", "no", "xxx"]), WORDS, max_size=3)
DATES = st.sampled_from(
    ["", "2022-01-02", "2022-01", "2022-01-03/2022-01-05", "../2022-01-04", "2022-01-05/..", "soon"]
)
BASES = st.sampled_from(["stated", "inferred", "none"])
DEGREES = st.floats(-200, 200) | st.sampled_from([0.0, 51.128422, float("nan"), float("inf")])
POINTS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
CANDIDATES = st.builds(
    Candidate,
    name=st.just("A"),
    kind=st.sampled_from([*PlaceKind, None]),
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    source=st.sampled_from(["GeoNames", ""]),
    source_id=st.sampled_from(["geonames:1", ""]),
    radius_km=st.none() | st.floats(0, 500),
    boundary=st.sampled_from([None, "KZ", "XX"]),
)


def event_edits(work: Work) -> st.SearchStrategy[Edit]:
    ids = st.sampled_from([*(event.id for event in work.atlas.events), "x"])
    places = st.sampled_from([*work.atlas.places, "x"])
    topics = st.sampled_from([*(topic.id for topic in work.atlas.statement.topics), "x"])
    mention = st.fixed_dictionaries({"id": places, "phrase": WORDS})
    paragraphs = st.integers(0, work.atlas.statement.paragraphs + 1)
    values = st.fixed_dictionaries(
        {},
        optional={
            "paragraph": paragraphs | st.lists(paragraphs, max_size=3),
            "when": DATES,
            "basis": BASES,
            "when_phrase": WORDS,
            "after": st.lists(ids, max_size=2),
            "before": st.lists(ids, max_size=2),
            "after_cue": WORDS | st.dictionaries(ids, WORDS, max_size=2),
            "before_cue": WORDS | st.dictionaries(ids, WORDS, max_size=2),
            "why_then": TEXTS,
            "throughout": st.booleans(),
            "places": st.lists(mention, max_size=3),
            "kind": st.sampled_from(["claim", "appeal", "other"]),
            "topic": topics,
            "title": TEXTS,
            "text": TEXTS,
            "quote": WORDS,
            "note": TEXTS,
            "reviewed": st.booleans(),
        },
    )
    return st.one_of(
        st.builds(partial, st.just(editing.change_event), id_=ids, values=values),
        st.builds(
            partial,
            st.just(editing.add_event),
            words=WORDS,
            paragraph=paragraphs,
            after=st.none() | ids,
        ),
        st.builds(partial, st.just(editing.remove_event), id_=ids),
        st.builds(partial, st.just(editing.move_event), id_=ids, by=st.integers(-60, 60)),
        st.builds(partial, st.just(editing.merge_events), id_=ids, other_id=ids),
        st.builds(
            partial, st.just(editing.mention_place), event_id=ids, place_id=places, phrase=WORDS
        ),
    )


def set_any_apart(work: Work, number: int) -> Work:
    """Give one of all mentions a place of its own; the same work where there are fewer."""
    named = [(event.id, it) for event in work.atlas.events for it in event.places]
    return placing.set_apart(work, *named[number]) if number < len(named) else work


def place_edits(work: Work) -> st.SearchStrategy[Edit]:
    ids = st.sampled_from([*work.atlas.places, "x"])
    outlines = st.sampled_from([*sorted(work.outlines.names)[:5], "XX"])
    values = st.fixed_dictionaries(
        {},
        optional={
            "names": TEXTS,
            "kind": st.sampled_from([str(kind) for kind in PlaceKind]),
            "part_of": ids | st.just(""),
            "lat": DEGREES | WORDS,
            "lon": DEGREES | WORDS,
            "radius_km": DEGREES | WORDS,
            "boundary": st.lists(outlines, max_size=2),
            "members": st.lists(ids, max_size=2),
            "confidence": st.sampled_from(["high", "low", "none", ""]),
            "reviewed": st.booleans(),
            "notes": TEXTS,
        },
    )

    def add(work: Work, name: str) -> Work:
        return editing.add_place(work, name)[0]

    return st.one_of(
        st.builds(partial, st.just(editing.change_place), id_=ids, values=values),
        st.builds(partial, st.just(editing.set_point), id_=ids, lat=DEGREES, lon=DEGREES),
        st.builds(partial, st.just(placing.set_circle), id_=ids, middle=POINTS, edge=POINTS),
        st.builds(
            partial,
            st.just(placing.set_drawn_outline),
            id_=st.sampled_from([*work.atlas.places]),
            points=st.lists(POINTS, min_size=3, max_size=5),
        ),
        st.builds(partial, st.just(set_any_apart), number=st.integers(0, 60)),
        st.builds(partial, st.just(editing.choose_candidate), id_=ids, candidate=CANDIDATES),
        st.builds(partial, st.just(add), name=WORDS),
        st.builds(partial, st.just(editing.remove_place), id_=ids),
        st.builds(partial, st.just(editing.merge_places), id_=ids, other_id=ids),
    )


def statement_edits(work: Work) -> st.SearchStrategy[Edit]:
    topics = st.sampled_from([*(topic.id for topic in work.atlas.statement.topics), "x"])
    values = st.fixed_dictionaries(
        {},
        optional={
            "title": TEXTS,
            "issuer": TEXTS,
            "url": WORDS,
            "language": st.sampled_from(["pl", "en", "kk", "english"]),
            "published": DATES,
            "published_basis": BASES,
            "paragraphs": st.integers(0, 40),
        },
    )

    def add(work: Work, title: str) -> Work:
        return editing.add_topic(work, title)[0]

    chapters = st.sampled_from([*(it.id for it in work.atlas.statement.chapters), "x"])
    events = st.sampled_from([*(event.id for event in work.atlas.events), "x"])
    return st.one_of(
        st.just(storytelling.propose_chapters),
        st.builds(partial, st.just(storytelling.add_chapter), id_=events),
        st.builds(partial, st.just(storytelling.move_chapter), id_=chapters, by=st.integers(-9, 9)),
        st.builds(partial, st.just(storytelling.remove_chapter), id_=chapters),
        st.builds(partial, st.just(editing.change_statement), values=values),
        st.builds(partial, st.just(add), title=WORDS),
        st.builds(partial, st.just(editing.remove_topic), id_=topics),
    )


@cache
def start(name: str) -> Work:
    if name == "own data":
        return own_data()
    return sample(f"# head\n{SAMPLE_EVENTS}  # told\n{THIRD}  # tail\n")


def check(work: Work, before: Work) -> None:
    """Hold a work against what its files say, and against what none of these edits may lose."""
    read = read_files(
        Content(EVENTS, work.events_yaml.encode()),
        Content(PLACES, work.locations_csv.encode()),
        work.outlines,
    )
    assert read.atlas == work.atlas
    assert work.timeline.place_states.keys() == work.atlas.places.keys()
    assert told(work) == told(before)
    assert work.atlas.statement.numbers == before.atlas.statement.numbers
    assert work.atlas.statement.sources == before.atlas.statement.sources
    kept = {EVENTS: work.events_yaml, PLACES: work.locations_csv}
    outlines = {"boundaries.geojson": work.outlines.data.decode()}
    assert open_kept(kept | outlines) == work


def told(work: Work) -> list[str]:
    comments = work.comments
    return sorted([*comments.head, *(it for own in comments.before.values() for it in own),
                   *comments.tail])  # fmt: skip


def try_edits(data: st.DataObject, name: str) -> None:
    history = History(start(name))
    for _ in range(data.draw(st.integers(1, 6))):
        work = history.present
        edits: Any = st.one_of(event_edits(work), place_edits(work), statement_edits(work))
        edit = data.draw(edits)
        with suppress(DataErrors):
            history = history.add(edit(work))
    check(history.present, start(name))
    while history.past:
        history = history.undo()
    assert history.present == start(name)
    assert history.present.events_yaml == start(name).events_yaml
    assert history.present.locations_csv == start(name).locations_csv


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_edits_of_the_sample(data: st.DataObject) -> None:
    try_edits(data, "sample")


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_edits_of_the_project_s_own_data(data: st.DataObject) -> None:
    try_edits(data, "own data")


@pytest.mark.parametrize("name", ["sample", "own data"])
def test_an_edit_that_changes_nothing_changes_nothing(name: str) -> None:
    work = start(name)
    for event in work.atlas.events:
        assert editing.change_event(work, event.id, {}) == work
    for id_ in work.atlas.places:
        assert editing.change_place(work, id_, {}) == work
    assert editing.change_statement(work, {}) == work
