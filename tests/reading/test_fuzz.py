"""Whatever the files hold, they end in an atlas or in errors that say what, where and what to do.

`make test` tries a few of each, `make fuzz` 10 000 of each from a fixed seed.
"""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_map.errors import DataError, DataErrors
from statement_map.model import Atlas
from statement_map.reading import read_data
from statement_map.timeline import Timeline
from tests.faults import SAMPLES
from tests.reading.samples import LOCATIONS, write_data

OWN_FILES = pytest.mark.parametrize("name", sorted(SAMPLES))


def check(folder: Path, name: str, content: bytes) -> None:
    """Read the sample with `content` in one of its files."""
    write_data(folder)
    (folder / name).write_bytes(content)
    try:
        reading = read_data(folder)
    except DataErrors as errors:
        for error in errors.exceptions:
            assert isinstance(error, DataError)
            assert Path(error.file).parent == folder
            assert error.line is None or error.line >= 1
            what, found, write = error.message.split("; ", 2)
            assert what
            assert found.startswith("found ")
            assert write
    else:
        assert isinstance(reading.atlas, Atlas)
        timeline = Timeline(reading.atlas)
        assert len(timeline.steps) <= max(366, 4 * len(reading.atlas.events) + 4)
        assert timeline.place_states.keys() == reading.atlas.places.keys()
    assert (folder / name).read_bytes() == content


@OWN_FILES
@given(content=st.binary() | st.text().map(str.encode))
def test_any_bytes(folder: Path, name: str, content: bytes) -> None:
    check(folder, name, content)


# What has a meaning in one of the formats, or looks as if it had.
WORDS = st.sampled_from(
    [
        *"\n\t\r\0\x85\ufeff\u2028\u202e{}[]'\"#|>%,;~:?-=!&*@`\\",
        *("  ", "- ", ": ", "? ", "&a ", "*a", "!!x ", "!<", "<<: ", "---\n", "...\n", "%YAML 9\n"),
        *("-1", "0", "1e999", "NaN", "null", "true", "0x10", "٣", "9" * 5000, "\\ud800"),
        *("KZ", "capital", "prices-rise", "2022-02-30", "9999-12-31/..", "0000", "../.."),
    ]
)


@OWN_FILES
@given(data=st.data())
def test_any_damage(folder: Path, name: str, data: st.DataObject) -> None:
    text = SAMPLES[name]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 40)))
        text = text[:start] + data.draw(WORDS | st.text(max_size=3)) + text[end:]
    check(folder, name, text.encode())


TEXT = WORDS | st.text(max_size=5)
DATES = st.sampled_from(
    ["2022-01-02", "2022-01", "0001", "9999", "2022-01-02/..", "../2022-01-02", "2022-02-29", "/"]
)  # fmt: skip
SCALARS = TEXT | DATES | st.integers() | st.floats() | st.booleans() | st.none()
TREES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3)
)
IDS = st.sampled_from(["north", "capital", "prices-rise", "prices-fall", "prices", "a", "b"])
NAMES = st.dictionaries(st.sampled_from(["en", "pl", "x", ""]), TEXT, max_size=2)
MENTION = st.fixed_dictionaries({"id": IDS | SCALARS, "phrase": TEXT}) | TREES


def one_of_each(**strategies: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Mappings in which each key may be missing or have anything under it."""
    return st.fixed_dictionaries({}, optional={key: s | TREES for key, s in strategies.items()})


STATEMENT = {
    "title": {"en": "A"},
    "issuer": {"en": "B"},
    "publisher": {"en": "C"},
    "url": "https://example.org/",
    "language": "en",
    "published": "2022",
    "published_basis": "stated",
    "paragraphs": 2,
    "sha256": "0" * 64,
    "topics": [{"id": "prices", "title": {"en": "D"}}],
}
EVENT = {
    "id": "a",
    "paragraph": 1,
    "basis": "none",
    "kind": "claim",
    "topic": "prices",
    "title": {"en": "E"},
    "text": {"en": "F"},
    "quote": "G",
}
STATEMENTS = one_of_each(
    title=NAMES,
    url=TEXT,
    language=TEXT,
    published=DATES,
    paragraphs=st.integers(-1, 3),
    places=st.lists(MENTION, max_size=2),
    numbers=st.lists(st.fixed_dictionaries({"paragraph": st.integers(0, 3), "phrase": TEXT})),
    topics=st.lists(st.fixed_dictionaries({"id": IDS, "title": NAMES}), max_size=2),
)
EVENTS = one_of_each(
    id=IDS,
    paragraph=st.integers(0, 3) | st.lists(st.integers(0, 3)),
    when=DATES,
    basis=st.sampled_from(["stated", "inferred", "none"]),
    when_phrase=TEXT,
    after=IDS | st.lists(IDS),
    before=IDS | st.lists(IDS),
    throughout=st.booleans(),
    places=st.lists(MENTION, max_size=3),
    title=NAMES,
    note=NAMES,
    quote=TEXT,
)


@given(
    statement=STATEMENTS.map(lambda changes: STATEMENT | changes) | TREES,
    events=st.lists(EVENTS.map(lambda changes: EVENT | changes) | TREES, max_size=4) | TREES,
)
def test_any_events(folder: Path, statement: object, events: object) -> None:
    content = json.dumps({"statement": statement, "events": events}, ensure_ascii=False)
    check(folder, "events.yaml", content.encode("utf-8", errors="replace"))


COLUMNS = LOCATIONS.splitlines()[0].split(",")
CELLS = TEXT | IDS | st.floats().map(str) | st.sampled_from(
    ["city", "region", "group", "unnamed", "KZ", "KZ-NOR|KZ-SEV", "north|a", "high", "none", "yes"]
)  # fmt: skip
ROWS = st.fixed_dictionaries({}, optional=dict.fromkeys(COLUMNS, CELLS))


@given(
    columns=st.just(COLUMNS) | st.lists(st.sampled_from(COLUMNS) | TEXT, max_size=20),
    rows=st.lists(ROWS, max_size=4),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    is_kept=st.booleans(),
)
def test_any_locations(
    folder: Path, columns: list[str], rows: list[dict[str, str]], end: str, is_kept: bool
) -> None:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator=end)
    writer.writerow(columns)
    writer.writerows([row.get(column, "") for column in columns] for row in rows)
    content = stream.getvalue()
    if is_kept:  # the places of the sample too, so that all else may be right
        content = LOCATIONS + content.partition(end)[2]
    check(folder, "locations.csv", content.encode("utf-8", errors="replace"))


NUMBERS = st.floats() | st.integers(-200, 200)
POSITIONS = st.lists(NUMBERS, max_size=3)
RINGS = st.recursive(POSITIONS, lambda inner: st.lists(inner, max_size=3), max_leaves=8)
OUTLINE = {"kind": "country", "name_en": "A", "label_lat": 1, "label_lon": 2, "label_zoom": 3}
FEATURES = one_of_each(
    type=st.just("Feature"),
    id=st.sampled_from(["KZ", "KZ-NOR", "KZ-SEV", "A", "__proto__", ""]),
    properties=one_of_each(
        kind=TEXT, name_en=TEXT, label_lat=NUMBERS, label_lon=NUMBERS, label_zoom=NUMBERS
    ).map(lambda changes: OUTLINE | changes),
    geometry=one_of_each(
        type=st.sampled_from(["Polygon", "MultiPolygon", "Point"]), coordinates=RINGS
    )
    | st.just({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}),
)


@given(
    features=st.lists(FEATURES, max_size=4) | TREES,
    is_kept=st.booleans(),
    is_ascii=st.booleans(),
)
def test_any_boundaries(folder: Path, features: Any, is_kept: bool, is_ascii: bool) -> None:
    if is_kept and isinstance(features, list):
        features = [*json.loads(SAMPLES["boundaries.geojson"])["features"], *features]
    content = json.dumps({"features": features}, ensure_ascii=is_ascii)
    check(folder, "boundaries.geojson", content.encode("utf-8", errors="replace"))
