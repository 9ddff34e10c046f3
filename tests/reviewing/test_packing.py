from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from statement_map.__main__ import main
from statement_map.exporting import FORMATS, read_source
from statement_map.reading import FILES, read_atlas
from statement_map.reviewing.editing import change_event
from statement_map.reviewing.opening import open_files
from statement_map.reviewing.packing import build_handout, build_zip
from tests.conftest import ROOT
from tests.reviewing.samples import own_data, sample

HANDOUT = "statement-map.html"


def unpack(data: bytes, folder: Path) -> Path:
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [*FILES, HANDOUT]
        archive.extractall(folder)
    return folder


def test_what_is_packed_passes_the_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = unpack(build_zip(own_data()), tmp_path)
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr() == (
        "28 of 28 paragraphs, 51 events in 10 chapters, 31 places, "
        "9 days from 2022-01-02 to 2022-01-10\n",
        "",
    )


def test_what_an_editor_chose_comes_back(tmp_path: Path) -> None:
    """Chapters, voices, words, questions, chain, glossary and other accounts, each as it was."""
    work = own_data()
    statement = read_atlas(unpack(build_zip(work), tmp_path)).statement
    assert statement == work.atlas.statement
    assert statement.chapters
    assert statement.voices
    assert statement.words
    assert statement.other_accounts


def test_the_handout_is_the_export_s(tmp_path: Path) -> None:
    work = change_event(sample(), "prices-rise", {"title": {"en": "Prices soar"}})
    folder = unpack(build_zip(work), tmp_path)
    output = tmp_path / "exported.html"
    assert main(["export", str(folder), "--format", "html", "--output", str(output)]) == 0
    assert output.read_bytes() == (folder / HANDOUT).read_bytes() == build_handout(work)
    assert b"Prices soar" in output.read_bytes()


def test_the_text_is_packed_if_it_is_known_and_stands_in_no_other_file() -> None:
    work = sample().with_text("Quxwords that nobody has published.\n")
    with ZipFile(BytesIO(build_zip(work))) as archive:
        holding = [name for name in archive.namelist() if b"Quxwords" in archive.read(name)]
        assert holding == ["text.txt"]
        assert archive.read("text.txt").decode() == work.text


def test_the_text_is_left_out_where_its_owner_says_so() -> None:
    work = sample().with_text("Quxwords that nobody has published.\n")
    packed = build_zip(work, with_text=False)
    with ZipFile(BytesIO(packed)) as archive:
        assert not [name for name in archive.namelist() if b"Quxwords" in archive.read(name)]
    assert open_files({"all.zip": packed}) == replace(work, text=None)


def test_the_same_work_goes_on_on_the_command_line_and_back(tmp_path: Path) -> None:
    """Unpacked, checked, edited by hand and packed by another program, as a ZIP with a folder."""
    work = sample().with_text("Prices rose in the capital.\n")
    folder = tmp_path / "map"
    with ZipFile(BytesIO(build_zip(work))) as archive:
        archive.extractall(folder)
    events = folder / "events.yaml"
    before = events.read_text("utf-8")
    events.write_text(before.replace("Prices are told", "Prices are announced"), "utf-8")
    assert main(["check", str(folder)]) == 0
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for path in folder.iterdir():
            archive.write(path, f"map/{path.name}")
    back = open_files({"map.zip": packed.getvalue()})
    assert back == change_event(
        work, "prices-told", {"title": {"en": "Prices are announced", "pl": "O cenach"}}
    )
    assert back.text == work.text


def test_a_map_on_the_outlines_of_all_countries_has_them_with_it(tmp_path: Path) -> None:
    example = ROOT / "docs" / "drafting" / "journey"
    files = {path.name: path.read_bytes() for path in example.iterdir()}
    data = {name: files[name] for name in ("events.yaml", "locations.csv")}
    work = open_files(data)
    folder = unpack(build_zip(work), tmp_path)
    assert main(["check", str(folder)]) == 0
    assert (folder / HANDOUT).read_bytes() == FORMATS["html"].export(read_source(folder))
