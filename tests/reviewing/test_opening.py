import json
import struct
import tracemalloc
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_map.drafting.proposing import Details
from statement_map.drafting.text import build_source
from statement_map.drafting.writing import write_draft
from statement_map.errors import DataErrors
from statement_map.files.events_yaml import Comments
from statement_map.files.folder import world_outlines
from statement_map.model import Text
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
from tests.reviewing.samples import own_data, refused, sample

WORLD_EVENTS = change(EVENTS, "id: north, phrase", "id: country, phrase")
WORLD_LOCATIONS = """\
id,name_pl,name_en,kind,part_of,lat,lon,radius_km,boundary,members,method,query,source,source_id,\
retrieved,confidence,reviewed,note
country,Kraj,Country,country,,49.05,68.69,,KZ,,manual,,,,,high,yes,
capital,Stolica,Capital,city,country,51.13,71.43,10,,,gazetteer,,,,2022-02-01,high,yes,As it was.
regions,Obwody,Regions,group,country,,,,,capital,manual,,,,,high,yes,
"""
TWO = {"e.yaml": WORLD_EVENTS.encode(), "places.CSV": WORLD_LOCATIONS.encode()}
THREE = {
    "e.yml": EVENTS.encode(),
    "l.csv": LOCATIONS.encode(),
    "b.geojson": BOUNDARIES.encode(),
}
NO_ZIP = "a.zip: is no ZIP that can be opened; found other data"


def zipped(members: dict[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


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


# ------------------------------------------------------------------ ZIPs that mean harm


def memory_for(files: dict[str, bytes]) -> tuple[list[str], float]:
    """What is said of files that are refused, and the memory for it in times their size."""
    tracemalloc.start()
    try:
        told = refused(lambda: open_files(files))
        return told, tracemalloc.get_traced_memory()[1] / sum(map(len, files.values()))
    finally:
        tracemalloc.stop()


def bomb(method: int, size: int) -> bytes:
    """A ZIP with a file of so many bytes that packs to almost nothing."""
    stream = BytesIO()
    with ZipFile(stream, "w", method) as archive, archive.open("e.yaml", "w") as file:
        for _ in range(size // 2**20):
            file.write(b"#" * 2**20)
    return stream.getvalue()


@pytest.mark.parametrize(("method", "name"), [(ZIP_BZIP2, "bzip2"), (ZIP_LZMA, "LZMA")])
def test_what_cannot_be_unpacked_piece_by_piece_is_not_unpacked(method: int, name: str) -> None:
    data = bomb(method, 40 * 2**20)  # packing it is what takes time here
    more = zipped({"none.html": b"\0" * 500_000}, ZIP_STORED)  # against which little is little
    told, memory = memory_for({"a.zip": data, "b.zip": more})
    assert told == [
        "a.zip/e.yaml: is packed in a way that is not opened; "
        f"found {name}; pack it as an ordinary ZIP"
    ]
    assert memory < 2


def test_a_bomb_is_not_unpacked() -> None:
    told, memory = memory_for({"a.zip": bomb(ZIP_DEFLATED, 200 * 2**20)})
    assert told == ["a.zip/e.yaml: is too large; found 209715200 bytes; write up to 4194304"]
    assert memory < 2


def test_what_is_packed_too_densely_is_not_unpacked() -> None:
    data = bomb(ZIP_DEFLATED, 4 * 2**20)
    with ZipFile(BytesIO(data)) as archive:
        size = archive.getinfo("e.yaml").compress_size
    assert refused(lambda: open_files({"a.zip": data})) == [
        f"a.zip/e.yaml: is packed too densely; found 4194304 bytes in {size}; "
        "drop the files themselves"
    ]


def test_a_size_that_is_a_lie_is_held_to() -> None:
    data = bytearray(zipped({**TWO, "e.yaml": WORLD_EVENTS.encode() * 2_000}))
    struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 24, 1000)
    assert refused(lambda: open_files({"a.zip": bytes(data)})) == [NO_ZIP]


LINES = 1_900_000


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("e.yaml", b"#\n" * LINES),
        ("places.CSV", b"a\n" * LINES),
        ("places.CSV", b"a,b\n" + b",\n" * (LINES - 1)),
    ],
)
def test_millions_of_lines_cost_what_their_size_says(name: str, data: bytes) -> None:
    told, memory = memory_for({"a.zip": zipped({**TWO, name: data}, ZIP_STORED)})
    assert told == [
        f"a.zip/{name}: has too many lines; found {LINES}; write fewer for so short a file"
    ]
    assert memory < 12


def test_a_zip_that_is_too_large() -> None:
    assert refused(lambda: open_files({"a.zip": b" " * (MAX_ZIP_BYTES + 1)})) == [
        "a.zip: is too large; found 4194305 bytes; write up to 4194304"
    ]


def test_many_members_and_the_same_role_twice() -> None:
    members = {f"{number}.txt": b"" for number in range(900)}
    assert open_files({"a.zip": zipped({**members, **TWO})}) == open_files(TWO)
    members = {f"{number}.yaml": EVENTS.encode() for number in range(900)}
    assert refused(lambda: open_files({"a.zip": zipped(members)})) == [
        "a.zip/1.yaml: is one too many; found 'a.zip/0.yaml' too; drop one"
    ]
    assert refused(lambda: open_files({"a.zip": zipped(TWO), **TWO})) == [
        "e.yaml: is one too many; found 'a.zip/e.yaml' too; drop one"
    ]


TOO_MANY = "a.zip: holds too many files; found more than 1000; pack the data files alone"


def test_thousands_of_members_are_counted_before_they_are_read() -> None:
    data = zipped({f"{number}.txt": b"" for number in range(10_000)})
    # A count that is a lie does not help: what the directory takes counts, too.
    lie = bytearray(data)
    struct.pack_into("<HH", lie, len(data) - 14, 1, 1)
    for each in (data, bytes(lie)):
        told, memory = memory_for({"a.zip": each})
        assert told == [TOO_MANY]
        assert memory < 2


def encrypted() -> bytes:
    """A ZIP whose first file says that it needs a password."""
    data = bytearray(zipped(TWO))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + at] |= 1
    return bytes(data)


def damaged() -> bytes:
    """A ZIP in which bytes of a file were changed, as a bad disk would."""
    data = bytearray(zipped(TWO))
    start = data.index(b"PK\x03\x04") + 30 + len("e.yaml")
    data[start + 5 : start + 25] = b"\xff" * 20
    return bytes(data)


def unknown_method() -> bytes:
    data = bytearray(zipped(TWO))
    for signature, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        struct.pack_into("<H", data, data.index(signature) + at, 97)
    return bytes(data)


def half_a_name() -> bytes:
    """A ZIP that calls a name UTF-8 which is none."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr(ZipInfo("ż.yaml"), EVENTS)
    return stream.getvalue().replace("ż".encode(), b"\xc5\xc5")


NO_ZIPS = {
    "empty": b"",
    "text": b"no ZIP",
    "cut off": zipped(TWO)[:-40],
    "encrypted": encrypted(),
    "damaged": damaged(),
    "half a name": half_a_name(),
    "nothing in it": b"PK\x05\x06" + b"\xff" * 18,
}


@pytest.mark.parametrize("name", NO_ZIPS)
def test_what_is_no_zip(name: str) -> None:
    assert refused(lambda: open_files({"a.zip": NO_ZIPS[name]})) == [NO_ZIP]


def test_an_unknown_method_is_told_by_its_number() -> None:
    assert refused(lambda: open_files({"a.zip": unknown_method()})) == [
        "a.zip/e.yaml: is packed in a way that is not opened; "
        "found method 97; pack it as an ordinary ZIP"
    ]


@given(data=st.data())
def test_any_damage_to_a_zip(data: st.DataObject) -> None:
    method = data.draw(st.sampled_from([ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA]))
    content = bytearray(zipped(TWO, method))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(DataErrors):
        assert len(open_files({"a.zip": bytes(content)}).atlas.events) == 2


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
