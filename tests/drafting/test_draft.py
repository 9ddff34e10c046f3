"""Drafts as files: what `check` says of them, and that any text ends well."""

import subprocess
import sys
from pathlib import Path

import pytest

from statement_map.__main__ import main
from statement_map.drafting.proposing import Details, Draft, draft
from statement_map.drafting.writing import write_draft
from statement_map.files.events_yaml import write_events
from statement_map.files.folder import WORLD
from statement_map.files.locations_csv import write_locations
from statement_map.model import Confidence, PlaceKind
from statement_map.prose.text import build_source
from statement_map.reading import compare_with_text, read_atlas, read_data
from statement_map.when import read_when
from tests.conftest import ROOT
from tests.drafting.measuring import TEXTS, draft_text, names, outlines, world

TEXT = """\
Rain in Poland

WARSAW, 12 January 2022 – On 5 January it rained in Kraków. The next day it snowed in Springfield.

Nobody knows why.

On Monday the village of Qwertyuiop burned, and a few days later it rained again.
"""


def propose(text: str, published: str | None = None) -> Draft:
    details = Details(read_when(published) if published else None)
    return draft(build_source("text.txt", text, "en"), outlines(), details, world=world())


def run(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    status = main(arguments)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_what_is_proposed() -> None:
    proposal = propose(TEXT)
    statement = proposal.statement
    assert (statement.paragraphs, statement.language, str(statement.published)) == (
        *(3, "en", "2022-01-12"),
    )
    assert statement.published_basis == "stated"
    assert statement.title.read("en") == "Rain in Poland"
    assert [mention.id for mention in statement.places] == ["poland", "warsaw"]
    assert [
        (event.id, str(event.when), event.basis.value, event.after, [it.id for it in event.places])
        for event in proposal.events
    ] == [
        ("p1-1", "2022-01-05", "stated", (), ["krakow"]),
        ("p1-2", "2022-01-06", "inferred", ("p1-1",), ["springfield"]),
        ("p3-1", "2022-01-10", "inferred", (), ["qwertyuiop"]),
        ("p3-2", "None", "inferred", ("p3-1",), []),
    ]
    assert [(event.id, event.cue("after"), event.cue("before")) for event in proposal.events] == [
        ("p1-1", None, None),
        ("p1-2", "The next day", "The next day"),
        ("p3-1", "On Monday", "On Monday"),
        ("p3-2", "a few days later", None),
    ]
    assert not any(place.reviewed for place in proposal.places)
    springfield = next(place for place in proposal.places if place.id == "springfield")
    assert springfield.confidence == "low"
    assert springfield.review is not None
    assert springfield.review.startswith(
        "needs review; gazetteer finds several places: Springfield"
    )
    assert [(note.line, note.position, note.message) for note in proposal.notes] == [
        (5, 2, "no date and no place in: Nobody knows why.")
    ]


def test_what_is_left_open_stays_as_a_comment(tmp_path: Path) -> None:
    text = "It rained in Kraków.\n\nOn Monday it rained\nin Warsaw."
    write_draft(propose(text), tmp_path)
    written = (tmp_path / "events.yaml").read_text(encoding="utf-8")
    assert "\n  # line 3: leaves a date open: On Monday\n" in written
    atlas = read_atlas(tmp_path)
    assert [event.basis for event in atlas.events] == ["none", "none"]
    assert str(atlas.statement.published).startswith("../")  # it was there when it was drafted
    assert atlas.statement.published_basis == "inferred"


@pytest.mark.slow
@pytest.mark.parametrize("name", names())
def test_a_draft_passes_the_check_and_quotes_its_text(name: str, tmp_path: Path) -> None:
    proposal = draft_text(name)
    write_draft(proposal, tmp_path)
    reading = read_data(tmp_path)
    assert reading.atlas.events == proposal.events
    assert tuple(reading.atlas.places) == tuple(place.id for place in proposal.places)
    text = (TEXTS / f"{name}.txt").read_bytes()
    assert compare_with_text(reading, text) == []


def test_the_project_s_own_data_are_written_as_they_were_read(tmp_path: Path) -> None:
    atlas = read_atlas(ROOT / "data")
    events = write_events(atlas.statement, atlas.events)
    (tmp_path / "events.yaml").write_text(events, encoding="utf-8")
    (tmp_path / "locations.csv").write_text(
        write_locations(atlas.places.values()), encoding="utf-8"
    )
    boundaries = (ROOT / "data" / "boundaries.geojson").read_bytes()
    (tmp_path / "boundaries.geojson").write_bytes(boundaries)
    assert read_atlas(tmp_path) == atlas


def test_dates_centuries_apart_all_stay(tmp_path: Path) -> None:
    text = "In 1410 it rained in Kraków. In 1956 it rained, and in 1957 it rained in Warsaw."
    write_draft(propose(text), tmp_path)
    events = read_atlas(tmp_path).events
    assert [str(event.when) for event in events] == ["1410", "1956", "1957"]


def test_a_region_without_an_outline_is_a_circle_that_says_so(tmp_path: Path) -> None:
    write_draft(propose("It rained in Bavaria in 1956."), tmp_path)
    (place,) = read_atlas(tmp_path).places.values()
    assert (place.kind, place.boundary, place.has_point) == ("region", (), True)
    assert place.radius_km is not None
    # A circle as large as Bavaria, of 70 550 square kilometres, has a radius of 150 km.
    assert place.radius_km == pytest.approx(150, rel=0.05)
    assert place.notes is not None
    assert place.notes.read("en").startswith("No outline is at hand")


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (text := tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    output = tmp_path / "draft"
    status, out, _ = run(["draft", str(text), "--output", str(output)], capsys)
    assert status == 0
    assert out == (
        f"{output}: 3 paragraphs (en), 4 events, 1 with a stated date, 5 places "
        "(1 ambiguous, 1 without a point), 1 comments; review all of it\n"
    )
    assert sorted(path.name for path in output.iterdir()) == [
        *("boundaries.geojson", "events.yaml", "locations.csv")
    ]
    assert (output / "boundaries.geojson").read_bytes() == WORLD.read_bytes()
    assert run(["check", str(output), "--text", str(text)], capsys)[0] == 0


def test_the_command_overwrites_only_if_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (text := tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "events.yaml").write_text("mine")
    command = ["draft", str(text), "--output", str(tmp_path)]
    assert run(command, capsys) == (
        1,
        "",
        f"{tmp_path / 'events.yaml'}: is there already; found a file; name another folder, or add "
        "--overwrite\n",
    )
    assert (tmp_path / "events.yaml").read_text() == "mine"
    assert run([*command, "--overwrite"], capsys)[0] == 0


def test_the_command_takes_what_is_known_of_the_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (text := tmp_path / "text.txt").write_text("On Monday it rained in Kraków.", encoding="utf-8")
    details = [
        *("--published", "2022-01-12", "--title", "Rain", "--issuer", "A ministry"),
        *("--publisher", "Its page", "--url", "https://example.org/rain", "--language", "en"),
    ]
    assert run(["draft", str(text), "--output", str(tmp_path / "d"), *details], capsys)[0] == 0
    atlas = read_atlas(tmp_path / "d")
    statement = atlas.statement
    assert (str(statement.published), statement.published_basis) == ("2022-01-12", "inferred")
    told = (statement.title, statement.issuer, statement.publisher)
    assert [it and it.read("en") for it in told] == ["Rain", "A ministry", "Its page"]
    assert statement.url == "https://example.org/rain"
    # 12 January 2022 was a Wednesday
    assert str(atlas.events[0].when) == "2022-01-10"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty; found no text; write the data"),
        (b"\xff\xfe", "is not UTF-8 text; found the byte 0xFF"),
        (b"It was cold and the wind was strong.", "tells no date and no place that is recognised"),
    ],
)
def test_the_command_refuses(
    content: bytes, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (text := tmp_path / "text.txt").write_bytes(content)
    status, out, err = run(["draft", str(text), "--output", str(tmp_path / "d")], capsys)
    assert (status, out) == (1, "")
    fault = err.splitlines()[-1]  # before it, a slow machine tells how far it is
    assert fault.startswith(f"{text}:")
    assert message in fault
    assert not (tmp_path / "d").exists()


def test_a_wrong_date_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["draft", "text.txt", "--output", str(tmp_path), "--published", "yesterday"])
    assert caught.value.code == 2
    assert "is not a date in EDTF; found 'yesterday'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("pl", "5 maja 1971 r. wylała woda nad Odrą.", "Odra"),
        ("pl", "5 maja 1971 r. zamarzło jezioro Bajkał.", "Jezioro Bajkał"),
        ("en", "On 5 May 1971 ships left the Baltic Sea.", "Baltic Sea"),
        ("en", "On 5 May 1971 the Danube froze near Vienna.", "Danube"),
    ],
)
def test_no_point_is_made_up_for_a_water(language: str, text: str, name: str) -> None:
    proposal = draft(build_source("text.txt", text, language), outlines(), world=world())
    water = next(it for it in proposal.places if it.names.read(language) == name)
    assert (water.kind, water.has_point, water.radius_km) == (PlaceKind.WATER, False, None)
    assert (water.confidence, water.source) == (Confidence.NONE, None)


def test_no_estimate_is_sure() -> None:
    text = "On 5 May 1971 it snowed in the Carpathians, in Masuria and on Mount Fuji."
    proposal = draft(build_source("text.txt", text, "en"), outlines(), world=world())
    estimated = [it for it in proposal.places if it.source == "estimate of the project"]
    assert len(estimated) == 3
    assert {it.confidence for it in estimated} == {Confidence.MEDIUM}


def test_progress_is_told() -> None:
    told: list[tuple[str, int, int]] = []
    source = build_source("text.txt", TEXT, "en")
    draft(source, outlines(), world=world(), tell=lambda *it: told.append(it))
    total = len(list(source.sentences()))
    assert told[-1] == ("places", total, total)
    assert ("dates", total, total) in told


@pytest.mark.slow
def test_the_command_line_pays_for_drafting_only_when_it_drafts() -> None:
    code = (
        "import sys; import statement_map.__main__\n"
        "print({'morfeusz2', 'airportsdata', 'geopy', 'dateutil'} & sys.modules.keys())"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout == "set()\n"


WITHOUT_MORFEUSZ = """
import sys
sys.modules["morfeusz2"] = None  # as where the package is not made for the machine
from statement_map.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.slow
def test_polish_is_drafted_without_its_dictionary_and_says_so(tmp_path: Path) -> None:
    (text := tmp_path / "text.txt").write_text(
        "9 lipca 1410 r. obóz rozbito w Dąbrównie. Nazajutrz król stanął pod Kurzętnikiem, a "
        "wojska oblegały Malbork.\n\nPokój podpisano 1 lutego 1411 r. w Toruniu.\n",
        encoding="utf-8",
    )
    output = tmp_path / "draft"
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT_MORFEUSZ, "draft", str(text), "--output", str(output)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    said = "as the dictionary of the language is not installed"
    assert said in ran.stderr
    assert said in " ".join((output / "events.yaml").read_text(encoding="utf-8").split("\n  # "))
    atlas = read_atlas(output)
    names = {place.id: place.names.read("pl") for place in atlas.places.values()}
    assert [(str(event.when), [names[it.id] for it in event.places]) for event in atlas.events] == [
        ("1410-07-09", ["Dąbrówno"]),
        ("1410-07-10", ["Kurzętnik", "Malbork"]),
        ("1411-02-01", ["Toruń"]),
    ]


@pytest.mark.slow
def test_with_its_dictionary_nothing_is_said_of_it() -> None:
    proposal = draft(build_source("text.txt", "W 1410 r. padało w Toruniu.", "pl"), outlines())
    assert not any("morfeusz2" in note.message for note in proposal.notes)
