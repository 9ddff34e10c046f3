"""Whatever is uploaded, it ends in a work or in errors of our own, soon and without much memory.

`make test` tries a few uploads, `make fuzz` 10 000 from a fixed seed.
"""

from __future__ import annotations

import tracemalloc
from io import BytesIO
from time import thread_time
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statement_map.errors import DataErrors
from statement_map.files.folder import world_outlines
from statement_map.reviewing.opening import open_files
from tests.reading.samples import BOUNDARIES, EVENTS, LOCATIONS

MOST_SECONDS = 5.0
MOST_BYTES = 160 * 2**20
"""At the peak; a YAML file of 4 MB in a million short lines takes about half of it."""

SAMPLES = {"events.yaml": EVENTS, "locations.csv": LOCATIONS, "boundaries.geojson": BOUNDARIES}
LARGEST = 5 * 2**20

NAMES = st.sampled_from(
    [
        *(
            *SAMPLES,
            "text.txt",
            "e.yml",
            "places.CSV",
            "a.zip",
            ".hidden.yaml",
            "__MACOSX/._e.yaml",
        ),
        *(
            "data/events.yaml",
            "../events.yaml",
            "/events.yaml",
            "C:\\e.yaml",
            "e\x00.yaml",
            "śł.csv",
        ),
        *("folder/", "no ending", "x" * 300 + ".csv", "events.yaml ", "text.TXT", "b.GEOJSON"),
    ]
)
WORDS = st.sampled_from(
    [
        *(
            "a\n",
            "#\n",
            "- ",
            ",",
            "\n",
            "[",
            "{",
            '"',
            "&a *a ",
            "!!python/object:os.system ",
            "\x00",
        ),
        *(
            "é",
            "\u2028",
            "1e999,",
            "NaN,",
            "0,",
            "{}\n",
            "- {id: a}\n",
            "[0,0],",
            "9" * 50,
            "---\n",
        ),
        *("=SUM(A1)", "<script>", "\ud7ff", "\\ud800", "\t", "null", "id,name_en\n"),
    ]
)
REPEATED = st.builds(
    lambda word, count: (word * count).encode()[:LARGEST],
    WORDS,
    st.sampled_from([1, 7, 300, 20_000, 2_000_000]),
)


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """Return ``whole`` with something put in, and something taken out."""
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(whole)))
        put_in = draw(REPEATED | st.binary(max_size=20))
        whole = whole[:at] + put_in + whole[at + draw(st.integers(0, 200)) :]
    return whole


SAMPLE = st.sampled_from(list(SAMPLES.values())).flatmap(lambda text: damaged(text.encode()))
CONTENT = SAMPLE | REPEATED | st.binary(max_size=200)
VALID = st.just({name: text.encode() for name, text in SAMPLES.items()})
FILES = (
    st.dictionaries(NAMES, CONTENT, max_size=4)
    | VALID
    | st.builds(
        lambda valid, others: valid | others, VALID, st.dictionaries(NAMES, CONTENT, max_size=2)
    )
)


@st.composite
def archives(draw: st.DrawFn) -> bytes:
    """Return a ZIP of any kind, some of them damaged."""
    stream = BytesIO()
    methods = st.sampled_from([ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA])
    with ZipFile(stream, "w") as archive:
        for name, content in draw(FILES).items():
            archive.writestr(name, content, draw(methods))
        for number in range(draw(st.sampled_from([0, 0, 0, 3, 1200]))):
            archive.writestr(f"more/{number}.csv", b"")
    whole = stream.getvalue()
    return draw(damaged(whole)) if draw(st.booleans()) else whole


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """Read the outlines of all countries, which a process has once."""
    assert world_outlines().extents


@pytest.mark.filterwarnings("ignore:Generating overly large repr")  # of a file that failed
@settings(deadline=None)  # a busy machine is not slow code: the processor's time counts
@given(
    files=FILES
    | st.builds(lambda packed, more: more | {"a.zip": packed}, archives(), FILES | st.just({}))
)
def test_any_upload(files: dict[str, bytes]) -> None:
    start = thread_time()
    expect_answer(files)
    assert thread_time() - start < MOST_SECONDS
    tracemalloc.start()  # it makes all slower
    try:
        expect_answer(files)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < MOST_BYTES


def expect_answer(files: dict[str, bytes]) -> None:
    try:
        work = open_files(files)
    except DataErrors:
        return
    assert work.timeline.place_states.keys() == work.atlas.places.keys()
