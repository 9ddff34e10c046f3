"""Files that are opened to be corrected, and what of them stays as it was."""

import json
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED

import pytest

from statement_map.drafting.proposing import Details
from statement_map.drafting.writing import write_draft
from statement_map.files.events_yaml import Comments
from statement_map.files.folder import world_outlines
from statement_map.model import Text
from statement_map.prose.text import build_source
from statement_map.reading import FILES, read_atlas
from statement_map.reviewing import Work
from statement_map.reviewing.editing import change_event
from statement_map.reviewing.jobs import open_uploads
from statement_map.reviewing.looking_up import draft_text
from statement_map.reviewing.opening import (
    MAX_BYTES,
    MAX_ZIP_BYTES,
    open_draft,
    open_files,
    open_kept,
    open_text,
)
from statement_map.reviewing.packing import build_zip
from tests.conftest import ROOT
from tests.importing import samples
from tests.reading.samples import BOUNDARIES, EVENTS, LOCATIONS, change, write_data
from tests.reviewing.dropped import THREE, TWO, WORLD_EVENTS, WORLD_LOCATIONS, zipped
from tests.reviewing.samples import own_data, refused, sample

# ------------------------------------------------------------------ files


def test_two_files_lie_on_the_outlines_of_all_countries() -> None:
    work = open_files(TWO)
    assert [event.id for event in work.atlas.events] == ["prices-rise", "prices-fall"]
    assert work.outlines is world_outlines()
    assert work.outlines.names["PL"].read("pl") == "Polska"
    assert work.text is None


def test_three_files_lie_on_their_own_outlines(tmp_path: Path) -> None:
    work = open_files({**THREE, "text.txt": b"The text."})
    assert work.atlas == read_atlas(write_data(tmp_path))
    assert sorted(work.outlines.names) == ["KZ", "KZ-NOR", "KZ-SEV"]
    assert work.text == "The text."


def test_a_copy_of_the_outlines_of_all_countries_is_not_another_one() -> None:
    world = (ROOT / "data" / "world.geojson").read_bytes()
    assert open_files({**TWO, "boundaries.geojson": world}).outlines is world_outlines()


def test_a_byte_order_mark_and_windows_line_ends() -> None:
    files = {name: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n") for name, data in THREE.items()}
    assert open_files(files).atlas == open_files(THREE).atlas
    assert open_files(files).outlines.names == open_files(THREE).outlines.names


@pytest.mark.parametrize("method", [ZIP_DEFLATED, ZIP_STORED])
def test_a_zip_with_other_things_in_it(method: int) -> None:
    members = {
        "data/": b"",
        "x.yaml/": b"",
        **{f"data/{name}": data for name, data in THREE.items()},
        "__MACOSX/data/._e.yml": b"\x00\x05",
        "data/.hidden.csv": b"",
        "data/handout.html": b"<p>",
        "../../notes.txt": b"-",
    }
    assert open_files({"A.ZIP": zipped(members, method)}) == open_files(THREE)


def test_names_that_are_paths_are_only_told() -> None:
    members = {"../../etc/e.yaml": b"[]", "/l.csv": LOCATIONS.encode()}
    assert refused(lambda: open_files({"a.zip": zipped(members)}))[0] == (
        "a.zip/../../etc/e.yaml:1: has no keys; found a list; write the keys statement, events"
    )


WRONG_FILES = {
    "nothing": (
        {},
        [
            "events.yaml: is missing; found no such file; drop both together, or their ZIP",
            "locations.csv: is missing; found no such file; drop both together, or their ZIP",
        ],
    ),
    "one": (
        {"e.yaml": EVENTS.encode()},
        ["locations.csv: is missing; found no such file; drop both together, or their ZIP"],
    ),
    "twice": (
        {**TWO, "f.yml": b""},
        ["f.yml: is one too many; found 'e.yaml' too; drop one"],
    ),
    "another ending": (
        {**TWO, "e.docx": b""},
        ["e.docx: is none of the files; found another ending; drop .yaml and .csv"],
    ),
    "too large": (
        {**TWO, "b.geojson": b" " * (MAX_BYTES + 1)},
        ["b.geojson: is too large; found 1048577 bytes; write up to 1048576"],
    ),
    "empty": (
        {**TWO, "e.yaml": b" \n"},
        ["e.yaml: is empty; found no text; write the data"],
    ),
    "binary": (
        {**TWO, "e.yaml": b"\x89PNG"},
        ["e.yaml:1: is not UTF-8 text; found the byte 0x89 after 0 others in this line; "
         "save the file as UTF-8"],
    ),
    "swapped": (
        {"e.yaml": LOCATIONS.encode(), "l.csv": EVENTS.encode()},
        ["e.yaml:1: has no keys; found "
         "'id,name_pl,name_en,kind,part_of,lat,lon,radius_km,boundary,m'...; "
         "write the keys statement, events",
         "l.csv:1: is not separated by commas; found 'statement:'; save it with commas"],
    ),
    "faults in all": (
        {"e.yaml": WORLD_EVENTS.replace("2022-01-02", "soon").encode(),
         "l.csv": WORLD_LOCATIONS.replace(",KZ,", ",XX,").encode(),
         "b.geojson": b"{}"},
        ["e.yaml:18: events[0].when: is not a date in EDTF; found 'soon'; write a day "
         "(2022-01-02), a month (2022-01), a year (2022) or an interval of them "
         "(2022-01-02/2022-01-04, 2022-01-02/..)",
         "b.geojson: features: is not a FeatureCollection; found no list of features; "
         "write GeoJSON"],
    ),
    "no outline": (
        {**TWO, "places.CSV": WORLD_LOCATIONS.replace(",KZ,", ",XX,").encode()},
        ["places.CSV:2: boundary: is no known outline; found 'XX'; "
         "write one of the 297 that are known"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG_FILES)
def test_wrong_files(name: str) -> None:
    files, told = WRONG_FILES[name]
    assert refused(lambda: open_files(files))[: len(told)] == told


def test_more_faults_than_anybody_can_mend() -> None:
    events = WORLD_EVENTS + "  - {id: x}\n" * 2000
    assert refused(lambda: open_files({**TWO, "e.yaml": events.encode()}))[0] == (
        "e.yaml:1: has too many faults; found 14000; start with a file that has fewer"
    )
    rows = WORLD_LOCATIONS + "x,y\n" * 20_000
    told = refused(lambda: open_files({**TWO, "places.CSV": rows.encode()}))
    assert len(told) == 10_000
    assert told[0] == (
        "places.CSV:5: has too few values; found 2 for 18 columns; "
        "write a comma for each that is empty"
    )


# ------------------------------------------------------------------ comments and own columns

TOPICS = "# topics\n  topics:"
COMMENTED = f"""\
# Mine.
#
{change(change(WORLD_EVENTS, "statement:", "statement:  # it"), "  topics:", TOPICS)}
  # at the end
# the end
"""


def test_comments_stay_where_they_belong() -> None:
    events = change(COMMENTED, "\n  - id: prices-fall", "\n\n  # fall\n\n  - id: prices-fall  # id")
    events = change(events, "    quote: they fell again", "    # last\n    quote: '# they' # said")
    work = open_files({**TWO, "e.yaml": events.encode()})
    assert work.comments == Comments(
        ("# Mine.", "#", "# it", "# topics"),
        {"prices-fall": ("# fall", "# id", "# last", "# said")},
        ("# at the end", "# the end"),
    )
    assert work.atlas.events[1].quote == "# they"
    again = open_files({"e.yaml": work.events_yaml.encode(), "l.csv": work.locations_csv.encode()})
    assert again == work


def test_own_columns_stay_with_their_places() -> None:
    rows = WORLD_LOCATIONS.splitlines()
    more = (",x_mine,x_none", ',"a,b",', ",,", ",=1+1,")
    locations = "\n".join(row + own for row, own in zip(rows, more, strict=True))
    work = open_files({**TWO, "places.CSV": locations.encode()})
    assert work.own_cells == {
        "country": {"x_mine": "a,b", "x_none": ""},
        "capital": {"x_mine": "", "x_none": ""},
        "regions": {"x_mine": "=1+1", "x_none": ""},
    }
    again = open_files({"e.yaml": work.events_yaml.encode(), "l.csv": work.locations_csv.encode()})
    assert again == work


def test_line_breaks_of_any_kind_in_cells() -> None:
    locations = WORLD_LOCATIONS.replace("As it was.", '"a\rb\r\nc\nd"')
    work = open_files({**TWO, "places.CSV": locations.encode()})
    work = change_event(work, "prices-rise", {"title": {"en": "T"}})
    notes = work.atlas.places["capital"].notes
    assert notes is not None
    assert notes.read("en") == "a\rb\r\nc\nd"


def test_the_empty_pair_of_files_keeps_its_comments() -> None:
    folder = ROOT / "docs" / "drafting" / "template"
    work = open_files({path.name: path.read_bytes() for path in folder.iterdir()})
    told = (folder / "events.yaml").read_text(encoding="utf-8").count("#")
    written = work.events_yaml
    # One of them is not a comment but a word of one: 'Lines that start with "#"'.
    assert written.count("#") == told
    assert "# small letters, digits, hyphens" in written


# ------------------------------------------------------------------ texts


def test_texts() -> None:
    assert open_text("t.txt", "\ufeffZażółć\r\n".encode()) == "Zażółć\r\n"
    assert refused(lambda: open_text("t.txt", b"\xff")) == [
        "t.txt:1: is not UTF-8 text; found the byte 0xFF after 0 others in this line; "
        "save the file as UTF-8"
    ]
    assert refused(lambda: open_text("t.txt", b" ")) == [
        "t.txt: is empty; found no text; write the data"
    ]
    assert refused(lambda: open_text("t.txt", b"a\nb\x00")) == [
        "t.txt:2: holds a control character; found '\\x00'; remove it"
    ]
    assert refused(lambda: open_text("t.txt", b"a" * (MAX_BYTES + 1))) == [
        "t.txt: is too large; found 1048577 bytes; write up to 1048576"
    ]


# ------------------------------------------------------------------ what a browser kept


def kept(work: Work) -> dict[str, object]:
    """What the page hands over."""
    return {
        "events.yaml": work.events_yaml,
        "locations.csv": work.locations_csv,
        "text.txt": work.text,
    }


def test_what_a_browser_kept() -> None:
    work = open_files({**TWO, "t.TXT": b"The text."})
    assert open_kept(json.loads(json.dumps(kept(work)))) == work
    other = open_files(THREE)
    boundaries = {"boundaries.geojson": BOUNDARIES}
    assert open_kept({**kept(other), **boundaries, "saved": True}) == other


NEITHER = [
    "events.yaml: is missing; found no such file; drop both together, or their ZIP",
    "locations.csv: is missing; found no such file; drop both together, or their ZIP",
]


@pytest.mark.parametrize("value", [None, [], "x", 5, {"events.yaml": 1}, {"locations.csv": []}])
def test_a_browser_that_hands_back_something_else(value: object) -> None:
    assert refused(lambda: open_kept(value)) == NEITHER


def test_a_browser_that_hands_back_what_cannot_be() -> None:
    good = kept(open_files(TWO))
    assert refused(lambda: open_kept({**good, "events.yaml": "a\ud800"})) == [
        "events.yaml:1: is not UTF-8 text; found the byte 0xED after 1 others in this line; "
        "save the file as UTF-8"
    ]
    assert refused(lambda: open_kept({**good, "text.txt": "a" * (MAX_BYTES + 1)})) == [
        "text.txt: is too large; found 1048577 bytes; write up to 1048576"
    ]
    assert refused(lambda: open_kept({**good, "locations.csv": "a" * 4_194_305})) == [
        "locations.csv: is too large; found 4194305 bytes; write up to 4194304"
    ]
    assert open_kept({**good, "text.txt": 5, "boundaries.geojson": None}) == open_files(TWO)


# ------------------------------------------------------------------ what was packed, and drafts


@pytest.mark.parametrize(
    "work", [sample, own_data, lambda: open_files(TWO).with_text("The text.\n")]
)
def test_what_was_packed_opens_as_it_was(work: object) -> None:
    assert callable(work)
    before: Work = work()
    after = open_files({"statement-map.zip": build_zip(before)})
    assert after == before


TEXT = """\
Rain in Poland

WARSAW, 12 January 2022 – On 5 January it rained in Kraków. The next day it snowed in Springfield.

Nobody knows why.
"""


def test_a_draft_is_opened_as_the_command_writes_it(tmp_path: Path) -> None:
    proposal = draft_text(build_source("t.txt", TEXT, "en"), Details(), lambda *_: None)
    work = open_draft(proposal)
    write_draft(proposal, tmp_path)
    files = {name: (tmp_path / name).read_bytes() for name in FILES}
    assert work.events_yaml.encode() == files["events.yaml"]
    assert work.locations_csv.encode() == files["locations.csv"]
    assert work.outlines.data == files["boundaries.geojson"]
    assert work.text == TEXT
    assert work.comments.tail == ("# line 5: no date and no place in: Nobody knows why.",)
    assert open_files({**files, "t.txt": TEXT.encode()}) == work
    assert open_kept(kept(work)) == work


def test_a_draft_that_could_not_be_opened_again() -> None:
    proposal = draft_text(build_source("t.txt", TEXT, "en"), Details(), lambda *_: None)
    events = (
        proposal.events[0].model_copy(update={"id": f"e{number}", "note": Text({"en": "x" * 999})})
        for number in range(4200)
    )
    (told,) = refused(lambda: open_draft(replace(proposal, events=tuple(events))))
    assert told.startswith("t.txt: is too long; found ")
    assert told.endswith(" bytes of events; draft a part of it")


def test_one_file_of_another_program_is_imported() -> None:
    work = open_files({"station.csv": samples.TABLE.encode()})
    assert [event.id for event in work.atlas.events] == ["doors-open", "first-train"]
    assert not any(event.reviewed for event in work.atlas.events)
    assert work.outlines is world_outlines()
    assert work.text
    assert work.text.startswith("station.csv\n\n• Doors open")
    assert "# start: 'Date', such as '2021-05-03'" in work.comments.tail
    shares: list[float] = []
    assert not open_uploads({"station.csv": samples.TABLE.encode()}, {}, shares.append).is_saved
    assert shares == [0.25, 0.5]  # of its two rows; the rest is checking


def test_what_was_not_taken_stays_with_the_work() -> None:
    work = open_files({"walk.gpx": samples.GPX.encode()})
    told = " ".join(line.removeprefix("# ") for line in work.comments.tail)
    assert "Not taken: walk.gpx:2: geometry: is neither a point nor an area" in told
    again = open_files({"events.yaml": work.events_yaml.encode(),
                        "locations.csv": work.locations_csv.encode()})  # fmt: skip
    assert again.comments == work.comments


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("locations.csv", LOCATIONS.encode(), "events.yaml: is missing; found no such file"),
        ("a.docx", b"PK\x05\x06" + bytes(18), "a.docx: is no workbook that can be opened"),
        ("a.pdf", b"%PDF-1.7", "a.pdf: is none of the files that can be imported"),
        ("a.csv", b"x" * (MAX_ZIP_BYTES + 1), "a.csv: is too large; found 4194305 bytes"),
        (
            "a.csv",
            b"title,date\n" + b"Rain,2022-01-02\n" * 10_001,
            "a.csv: has too many rows; found 10001; import up to 10000",
        ),
    ],
)
def test_one_file_that_is_not_imported(name: str, data: bytes, fault: str) -> None:
    assert refused(lambda: open_files({name: data}))[0].startswith(fault)
