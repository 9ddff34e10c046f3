import csv
import io
import json
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from statement_map.model import Atlas, Event, Place, Statement
from statement_map.reading import read_atlas, read_data
from tests.reading.samples import (
    BOUNDARIES,
    EVENTS,
    LOCATIONS,
    change,
    errors_in,
    warnings_in,
    write_data,
)


def test_all_files_with_nothing_to_say(tmp_path: Path) -> None:
    reading = read_data(write_data(tmp_path))
    assert reading.warnings == ()
    assert reading.atlas == read_atlas(tmp_path)
    assert reading.atlas.boundaries == {"KZ", "KZ-NOR", "KZ-SEV"}
    assert str(reading.document.error(("events", 1, "quote"), "-")) == (
        f"{tmp_path}/events.yaml:38: events[1].quote: -"
    )


def test_a_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    files = [
        b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
        for text in (EVENTS, LOCATIONS, BOUNDARIES)
    ]
    plain = read_atlas(write_data(tmp_path / "plain"))
    assert read_atlas(write_data(tmp_path / "windows", *files)) == plain


def test_nothing_there(tmp_path: Path) -> None:
    assert errors_in(tmp_path) == [
        f"{name}: is missing; found no such file; write it, or name another folder"
        for name in ("events.yaml", "locations.csv", "boundaries.geojson")
    ]


def test_all_errors_of_all_files_in_their_order(tmp_path: Path) -> None:
    events = change(EVENTS, "kind: occurrence", "kind: ~").replace("A statement", "A\x07")
    events = change(events, "id: capital", "id: capitol")
    locations = change(LOCATIONS, "51.13", "91.13").replace("north,manual", "nort,manual")
    boundaries = change(BOUNDARIES, '"KZ-SEV"', "null")
    assert errors_in(write_data(tmp_path, events, locations, boundaries)) == [
        "events.yaml:2: holds a control character; found '\\x07'; remove it",
        "events.yaml:12: statement.places[0].id: is no known place; found 'capitol'; "
        "write 'capital'",
        "events.yaml:23: events[0].kind: has no value; found '~'; write one or remove the key",
        "locations.csv:3: boundary: is no known outline; found 'KZ-SEV'; "
        "write 'KZ' or 'KZ-NOR'",
        "locations.csv:4: lat: lies beyond a pole; found lat 91.13, lon 71.43; "
        "swap them: lat 71.43, lon 91.13",
        "locations.csv:5: members: is no known place; found 'nort'; write 'north'",
        "boundaries.geojson: features[2].id: is not text; found nothing; "
        "write the id of the outline",
    ]  # fmt: skip


def test_paragraphs_that_no_event_tells(tmp_path: Path) -> None:
    events = change(EVENTS, "paragraphs: 2", "paragraphs: 4")
    assert warnings_in(write_data(tmp_path, events)) == [
        "events.yaml:9: statement.paragraphs: counts a paragraph that no event tells; "
        f"found {number}; write an event for it"
        for number in (3, 4)
    ]


def test_events_that_nobody_has_reviewed_are_told_once(tmp_path: Path) -> None:
    events = change(EVENTS, "quote: prices rose", "quote: prices rose\n    reviewed: yes")
    assert warnings_in(write_data(tmp_path, events)) == []
    events = change(EVENTS, "quote: prices rose", "reviewed: no\n    quote: prices rose")
    events += "    reviewed: no\n"
    assert warnings_in(write_data(tmp_path, events)) == [
        "events.yaml:27: events[0].reviewed: is for an editor; found 'no' at 2 of 2 events; "
        "correct each, then remove this key"
    ]
    assert [event.reviewed for event in read_atlas(tmp_path).events] == [False, False]


def test_places_that_are_named_nowhere(tmp_path: Path) -> None:
    city = "city,country,51.13,71.43,10,,,gazetteer,,,,2022-02-01,high,yes,\n"
    locations = LOCATIONS + f"town,Miasto,Town,{city}suburb,Dzielnica,Suburb,{city}"
    locations = locations.replace("suburb,Dzielnica,Suburb,city,country", "suburb,D,S,city,town")
    assert warnings_in(write_data(tmp_path, locations=locations)) == [
        "locations.csv:7: id: is named nowhere; found 'suburb' only here; use it or remove the row"
    ]


# Whatever is valid and written out reads back as it was.

WORDS = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc"],
        # Breaks that only some programs see, codes that turn letters around, no characters.
        exclude_characters="\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        "\ufffe\uffff",
    )
    | st.sampled_from("\n\t"),
    min_size=1,
).filter(str.strip)
QUOTES = WORDS.filter(lambda text: len(text.split()) <= 12)
TEXTS = st.dictionaries(st.sampled_from(["en", "pl", "kk", "no"]), WORDS, min_size=1)
DAYS = st.dates(date(1960, 1, 1), date(2060, 1, 1))


@dataclass(frozen=True)
class Sample:
    statement: dict[str, Any]
    events: list[dict[str, Any]]
    places: list[dict[str, Any]]


@st.composite
def events_in_order(draw: st.DrawFn, places: list[str]) -> list[dict[str, Any]]:
    """Events that come after some before them and before some after them, with dates that fit."""
    count = draw(st.integers(1, 5))
    days = sorted(draw(st.lists(DAYS, min_size=count, max_size=count)))
    events = []
    for n, day in enumerate(days):
        basis = draw(st.sampled_from(["stated", "inferred", "none"]))
        event: dict[str, Any] = {"basis": basis}
        if basis != "none":
            later = day + timedelta(days=draw(st.integers(0, 40)))
            forms = [f"{day}", f"{day}~", f"{day}/{later}", f"{day}/..", f"../{day}"]
            event["when"] = draw(st.sampled_from(forms))
            event["after"] = [f"e{m}" for m in range(n) if draw(st.booleans())]
            event["before"] = [f"e{m}" for m in range(n + 1, count) if draw(st.booleans())]
        if basis == "stated":
            event["when_phrase"] = draw(WORDS)
        if basis == "inferred" and (event["after"] or event["before"]) and draw(st.booleans()):
            del event["when"]
        named = draw(st.lists(st.sampled_from(places), max_size=2))
        event |= {
            "id": f"e{n}",
            "paragraph": draw(st.integers(1, 9) | st.lists(st.integers(1, 9), min_size=1)),
            "throughout": draw(st.booleans()),
            "places": [{"id": id_, "phrase": draw(WORDS)} for id_ in named],
            "kind": draw(st.sampled_from(["occurrence", "claim", "legal-basis"])),
            "topic": draw(st.sampled_from(["t0", "t1"])),
            "title": draw(TEXTS),
            "text": draw(TEXTS),
            "quote": draw(QUOTES),
        }
        if draw(st.booleans()):
            event["note"] = draw(TEXTS)
        events.append(event)
    return events


@st.composite
def places_in_order(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Places of every kind that lie in some before them."""
    places: list[dict[str, Any]] = []
    for n in range(draw(st.integers(1, 5))):
        kinds = ["city", "region", "country", "unnamed"] + (["group"] if n else [])
        kind = draw(st.sampled_from(kinds))
        names = {"pl": draw(WORDS), "en": draw(WORDS)}
        place: dict[str, Any] = {"id": f"p{n}", "names": names, "kind": kind}
        if n and draw(st.booleans()):
            place["part_of"] = f"p{draw(st.integers(0, n - 1))}"
        if kind in {"city", "country"}:
            # in the south, where no outline is: no point could be one with lat and lon swapped
            place["lat"] = draw(st.integers(-9000, 0)) / 100
            place["lon"] = draw(st.integers(1, 18000)) / 100
            place["radius_km"] = draw(st.integers(0, 100))
        if kind == "region":
            place["boundary"] = draw(st.sampled_from([["KZ"], ["KZ-NOR", "KZ-SEV"]]))
        if kind == "group":
            place["members"] = [f"p{m}" for m in range(n)]
        place["confidence"] = draw(st.sampled_from(["high", "low", "none"]))
        place["reviewed"] = draw(st.booleans())
        if draw(st.booleans()):
            place |= {"retrieved": draw(DAYS), "source": draw(WORDS), "notes": {"en": draw(WORDS)}}
        places.append(place)
    return places


@st.composite
def samples(draw: st.DrawFn) -> Sample:
    places = draw(places_in_order())
    statement = {
        "title": draw(TEXTS),
        "issuer": draw(TEXTS),
        "publisher": draw(TEXTS),
        "url": "https://example.org/",
        "language": "pl",
        "published": str(draw(DAYS)),
        "published_basis": "stated",
        "paragraphs": 9,
        "sha256": "0" * 64,
        "topics": [{"id": id_, "title": draw(TEXTS)} for id_ in ("t0", "t1")],
    }
    events = draw(events_in_order([place["id"] for place in places]))
    return Sample(statement, events, places)


def write_locations(places: list[dict[str, Any]]) -> str:
    columns = LOCATIONS.splitlines()[0].split(",")
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, columns)
    writer.writeheader()
    for place in places:
        row = {key: value for key, value in place.items() if key in columns}
        row |= {key: "|".join(place[key]) for key in ("boundary", "members") if key in place}
        row |= {f"name_{language}": name for language, name in place["names"].items()}
        row |= {"note": place.get("notes", {}).get("en", "")}
        row |= {"reviewed": "yes" if place["reviewed"] else "no"}
        writer.writerow(row)
    return stream.getvalue()


class WithoutAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


@given(sample=samples(), is_json=st.booleans())
def test_what_is_written_reads_back(folder: Path, sample: Sample, is_json: bool) -> None:
    content = {"statement": sample.statement, "events": sample.events}
    if is_json:
        events = json.dumps(content, ensure_ascii=False)
    else:
        events = yaml.dump(content, Dumper=WithoutAliases, allow_unicode=True, sort_keys=False)
    atlas = read_atlas(write_data(folder, events, write_locations(sample.places)))
    assert atlas == Atlas(
        Statement.model_validate(sample.statement),
        tuple(Event.model_validate(event) for event in sample.events),
        {place["id"]: Place.model_validate(place) for place in sample.places},
        frozenset({"KZ", "KZ-NOR", "KZ-SEV"}),
    )
